using Zhixin.Intake;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>A contact that leaves takes with it what it brought, and nothing else.</summary>
public sealed class LeavingTests
{
    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public void Petitioners_accused_level_skip_and_people_leave_with_the_contact_that_brought_them()
    {
        var matter = Received("2026-03-02");
        var stranger = new PetitionerRef(Id(51), Capacity.Agent);
        var contact = Contact(2, "2026-03-03", accused: Li);
        contact = contact with { Facts = contact.Facts with { Petitioners = [.. contact.Facts.Petitioners, stranger], Venue = Venue.Beijing, People = 9 } };
        matter.Do(Joining.Join(matter.Petition, contact, "同一事项"), "2026-03-03");
        (matter.Petition.Petitioners.Count, matter.Petition.LevelSkip, matter.Petition.Accused.Single()).ShouldBe((2, true, Li.Id));

        var left = matter.Do(Joining.Leave(matter.Petition, contact.Id.Id, "并错了"), "2026-03-04").Petition;
        left.Petitioners.Select(p => p.Person).ShouldBe([Id(50)]);
        (left.LevelSkip, left.Accused.Count, left.Contacts.Max(c => c.People)).ShouldBe((false, 0, 1));
    }

    [Fact]
    public void When_the_first_contact_leaves_the_petitioners_are_those_of_the_others()
    {
        var matter = Received("2026-03-02");
        var contact = Contact(2, "2026-03-03");
        contact = contact with { Facts = contact.Facts with { Petitioners = [new PetitionerRef(Id(51), Capacity.Applicant)] } };
        matter.Do(Joining.Join(matter.Petition, contact, "同一事项"), "2026-03-03")
            .Do(Joining.Leave(matter.Petition, Contact(1, "2026-03-02").Id.Id, "并错了"), "2026-03-04");
        matter.Petition.Petitioners.Select(p => p.Person).ShouldBe([Id(51)]);
        matter.Petition.FirstReceivedOn.ShouldBe(On("2026-03-03"));
    }

    [Fact]
    public void Only_the_clocks_that_the_contact_opened_end()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03").Joined(2, "2026-03-05", forwardedDue: "");
        matter.Do(Joining.Leave(matter.Petition, Contact(2, "2026-03-05").Id.Id, "并错了"), "2026-03-06");
        matter.The("feedback-to-body").State.ShouldBe(new ObligationState.Ended("petition.contact-left"));
        matter.Of("hand-to-handler")[1].IsOpen.ShouldBeFalse();
        (matter.The("meet-petitioner").IsOpen, matter.The("reply").IsOpen).ShouldBe((true, true));
    }

    [Fact]
    public void A_receipt_that_was_deemed_from_the_clock_of_a_contact_that_leaves_is_none()
    {
        var matter = Received("2026-02-12");
        matter.Do(Assigning.DeemReceipt(matter.Petition, 1, On("2026-02-15")), "2026-02-14", today: "2026-02-15").Joined(2, "2026-02-24");
        matter.Do(Joining.Leave(matter.Petition, Contact(1, "2026-02-12").Id.Id, "并错了"), "2026-02-25");
        matter.Petition.ReceiptOn.ShouldBeNull();
        matter.Petition.Obligations.Where(o => o.IsOpen).Select(o => o.Rule.Kind).ShouldBe(["hand-to-handler"]);
        matter.AssignedTo(Zhang, "2026-02-25").Acknowledged(Zhang, "2026-02-26").Of("reply")[^1].Trigger.ShouldBe(On("2026-02-26"));
    }

    [Fact]
    public void Where_a_person_had_acknowledged_since_the_clocks_run_from_that_day()
    {
        var matter = Received("2026-02-12");
        matter.Do(Assigning.DeemReceipt(matter.Petition, 1, On("2026-02-15")), "2026-02-14", today: "2026-02-15")
            .Joined(2, "2026-02-24").AssignedTo(Zhang, "2026-02-24").Acknowledged(Zhang, "2026-02-25");
        matter.Do(Joining.Leave(matter.Petition, Contact(1, "2026-02-12").Id.Id, "并错了"), "2026-02-26");
        (matter.Petition.ReceiptOn, matter.The("reply").Trigger, matter.The("meet-petitioner").Due).ShouldBe((On("2026-02-25"), On("2026-02-25"), On("2026-03-02")));
    }

    [Fact]
    public void A_reopening_is_undone_with_the_contact_that_made_it_and_then_nothing_is_owed()
    {
        var matter = Resolved().Joined(2, "2026-03-16").AssignedTo(Zhang, "2026-03-16").Acknowledged(Zhang, "2026-03-17");
        matter.Do(Joining.Leave(matter.Petition, Contact(2, "2026-03-16").Id.Id, "不是同一事项"), "2026-03-18");
        matter.Petition.Stage.ShouldBe(new Stage.ResolvedBefore(On("2026-03-05")));
        matter.Petition.Obligations.ShouldAllBe(o => !o.IsOpen);
    }

    [Fact]
    public void A_reopening_stands_while_a_later_contact_confirms_it()
    {
        var matter = Resolved().Joined(2, "2026-03-16").Joined(3, "2026-03-17");
        matter.Do(Joining.Leave(matter.Petition, Contact(2, "2026-03-16").Id.Id, "不是同一事项"), "2026-03-18").Petition.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_contact_that_joins_while_the_clocks_run_says_so_and_opens_its_own_hand_over()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03").Joined(2, "2026-03-05");
        matter.Last.OfType<PetitionContactJoined>().Single().Clocks.ShouldBe("running");
        matter.Of("hand-to-handler").Count.ShouldBe(2);
        matter.Of("reply").Count.ShouldBe(1);
    }

    [Fact]
    public void A_further_contact_joins_only_with_a_reason_and_never_a_voided_one()
    {
        var petition = Received("2026-03-02").Petition;
        Joining.Join(petition, Contact(2, "2026-03-03"), " ").ShouldBeRefusedFor("reason", "reason-required");
        Joining.Join(petition, Contact(2, "2026-03-03", voided: "误登"), "理由").ShouldBeRefusedAs("contact-voided");
    }

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public void A_contact_registered_by_mistake_is_voided_and_leaves_its_petition()
    {
        var matter = Received("2026-03-02").Joined(2, "2026-03-03", accused: Li);
        var contact = Contact(2, "2026-03-03");
        LifeCycle.VoidContact(contact, [matter.Petition], "误登").ShouldBeOfType<Decision<object>.Done>().Events.ShouldBe([new ContactVoided("误登")]);
        matter.Tell(LifeCycle.WithoutContact(matter.Petition, contact.Id.Id, "误登"), On("2026-03-04"), On("2026-03-04"));
        (matter.Petition.Contacts.Count, matter.Petition.Accused.Count, matter.Petition.IsOpen).ShouldBe((1, 0, true));
        matter.Of("hand-to-handler")[1].State.ShouldBe(new ObligationState.Ended("petition.contact-voided"));
    }

    [Fact]
    public void A_petition_whose_only_contact_is_voided_is_voided_and_cannot_come_back()
    {
        var matter = Received("2026-03-02");
        matter.Tell(LifeCycle.WithoutContact(matter.Petition, Contact(1, "2026-03-02").Id.Id, "误登"), On("2026-03-04"), On("2026-03-04"));
        matter.Petition.Stage.ShouldBe(new Stage.Voided("误登", On("2026-03-04")));
        matter.Petition.Obligations.ShouldAllBe(o => !o.IsOpen);
        LifeCycle.Restore(matter.Petition, "理由").ShouldBeRefusedAs("petition-without-contact");
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public void A_contact_is_not_voided_twice_nor_without_a_reason_nor_while_its_petition_lies_in_another_or_elsewhere()
    {
        var (petition, contact) = (Received("2026-03-02").Petition, Contact(1, "2026-03-02"));
        LifeCycle.VoidContact(contact, [petition], " ").ShouldBeRefusedUnder("GC21-12", "void-needs-reason");
        LifeCycle.VoidContact(contact with { VoidedBecause = "误登" }, [petition], "理由").ShouldBeRefusedAs("contact-voided");
        LifeCycle.VoidContact(contact, [petition with { Stage = new Stage.Merged(1, Id(1), "2026-鲁0117-0002", On("2026-03-03")) }], "理由").ShouldBeRefusedAs("petition-merged");
        LifeCycle.VoidContact(contact with { Petitions = [new ContactJoined(1, Id(7), "外院案件", 1)] }, [petition], "理由").ShouldBeRefusedAs("contact-joined-elsewhere");
    }

    private static Matter Resolved()
    {
        var matter = Received("2026-03-02");
        var history = new PetitionHistoryImported(null, null, null, null, true, On("2026-03-05"), null, null);
        matter.Tell(Importing.Tell(matter.Petition, null, [], history, On("2026-03-05")).Select(told => told.Fact), On("2026-03-05"), On("2026-03-05"));
        return matter;
    }
}

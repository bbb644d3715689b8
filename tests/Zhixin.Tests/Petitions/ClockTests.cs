using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>What is owed by when, through a petition's life, under the rules of 钢城.</summary>
public sealed class ClockTests
{
    [Theory]
    [Trait("Clause", "GC21-13 accepted")]
    [InlineData("2026-02-12", "2026-02-14")]
    [InlineData("2026-02-13", "2026-02-24")]
    [InlineData("2026-03-04", "2026-03-06")]
    [InlineData("2026-03-05", "2026-03-09")]
    public void The_hand_over_ends_two_days_after_receipt_on_a_working_day(string received, string due)
    {
        var owed = Received(received).The("hand-to-handler");
        (owed.Trigger, owed.Due, owed.Unit, owed.Person).ShouldBe((On(received), On(due), "petition", null));
    }

    [Fact]
    public void The_clock_starts_on_the_day_of_receipt_and_not_on_that_of_registration() =>
        Received("2026-03-02", registered: "2026-03-04").The("hand-to-handler").Due.ShouldBe(On("2026-03-04"));

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public void Acknowledgement_fulfils_the_hand_over_and_starts_meeting_and_reply_for_the_handler()
    {
        var matter = Received("2026-09-27").AssignedTo(Zhang, "2026-09-28").Acknowledged(Zhang, "2026-09-28");

        matter.The("hand-to-handler").State.ShouldBe(new ObligationState.Fulfilled(On("2026-09-28")));
        (matter.The("meet-petitioner").Due, matter.The("reply").Trigger).ShouldBe((On("2026-10-08"), On("2026-09-28")));
        matter.The("reply").Person.ShouldBe(Zhang.Id);
    }

    [Fact]
    public void Acknowledgement_on_the_last_day_is_in_time_and_on_the_day_after_is_late()
    {
        Received("2026-02-12").AssignedTo(Zhang, "2026-02-12").Acknowledged(Zhang, "2026-02-14")
            .The("hand-to-handler").IsBreached(On("2026-03-31")).ShouldBeFalse();
        Received("2026-02-12").AssignedTo(Zhang, "2026-02-12").Acknowledged(Zhang, "2026-02-15")
            .The("hand-to-handler").IsBreached(On("2026-02-15")).ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void A_repeat_contact_opens_its_own_hand_over_while_meeting_and_reply_go_on()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03");
        var (meet, reply) = (matter.The("meet-petitioner"), matter.The("reply"));
        matter.Joined(2, "2026-03-16");

        matter.Of("hand-to-handler").Select(o => (o.Due, o.IsOpen)).ShouldBe([(On("2026-03-04"), false), (On("2026-03-18"), true)]);
        matter.Acknowledged(Zhang, "2026-03-17");
        matter.Of("hand-to-handler").ShouldAllBe(o => !o.IsOpen);
        (matter.The("meet-petitioner"), matter.The("reply")).ShouldBe((meet, reply));
    }

    [Fact]
    public void A_corrected_day_of_receipt_moves_the_date_with_an_event_that_keeps_both()
    {
        var matter = Received("2026-03-02");
        matter.Do(new object[] { new PetitionContactCorrected(Contact(1, "2026-03-02").Id.Id, On("2026-02-27"), null, null) }, "2026-03-03");

        var moved = matter.Last.OfType<ObligationMoved>().Single();
        (moved.Old, moved.New, moved.Ground, moved.Trigger).ShouldBe((On("2026-03-04"), On("2026-03-02"), "correction", On("2026-02-27")));
        (matter.The("hand-to-handler").Due, matter.The("hand-to-handler").Moves.Count).ShouldBe((On("2026-03-02"), 1));
        matter.Petition.Contacts.Single().ReceivedOn.ShouldBe(On("2026-02-27"));
    }

    [Fact]
    public void A_correction_of_something_else_moves_nothing()
    {
        var matter = Received("2026-03-02");
        matter.Do(new object[] { new PetitionContactCorrected(Contact(1, "2026-03-02").Id.Id, null, "（2025）鲁0117执12号", 3) }, "2026-03-03");
        matter.Last.Count().ShouldBe(1);
        (matter.Petition.Opened.CaseNumber, matter.Petition.Contacts.Single().People).ShouldBe(("（2025）鲁0117执12号", 3));
    }

    [Fact]
    public void A_contact_that_leaves_takes_its_own_clocks_along_and_no_others()
    {
        var matter = Received("2026-03-02").Joined(2, "2026-03-03", forwardedDue: "2026-03-20");
        matter.Do(Joining.Leave(matter.Petition, Contact(2, "2026-03-03").Id.Id, "不是同一事项"), "2026-03-04");

        matter.Petition.Obligations.Where(o => o.Opened.Contact == Contact(2, "2026-03-03").Id.Id)
            .ShouldAllBe(o => o.State == new ObligationState.Ended("petition.contact-left"));
        matter.Of("hand-to-handler")[0].IsOpen.ShouldBeTrue();
        matter.Petition.Contacts.Count.ShouldBe(1);
    }

    [Fact]
    public void The_only_contact_does_not_leave_nor_one_that_is_not_there_nor_without_a_reason()
    {
        var petition = Received("2026-03-02").Petition;
        Joining.Leave(petition, Contact(1, "2026-03-02").Id.Id, "理由").ShouldBeRefusedAs("only-contact");
        Joining.Leave(petition, Contact(9, "2026-03-02").Id.Id, "理由").ShouldBeRefusedAs("contact-not-joined");
        Joining.Leave(petition, Contact(1, "2026-03-02").Id.Id, " ").ShouldBeRefusedFor("reason", "reason-required");
    }

    [Fact]
    [Trait("Clause", "GC21-3 accepted")]
    [Trait("Clause", "GC21-3 refused")]
    public void A_contact_joins_once()
    {
        var matter = Received("2026-03-02").Joined(2, "2026-03-03");
        matter.Petition.Contacts.Count.ShouldBe(2);
        Joining.Join(matter.Petition, Contact(2, "2026-03-03"), "理由").ShouldBeRefusedAs("contact-already-joined");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public void An_accused_handler_loses_the_petition_and_the_unit_owes_with_the_same_dates()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03");
        var due = matter.The("reply").Due;
        matter.Joined(2, "2026-03-16", accused: Zhang);

        matter.Petition.Assignment.ShouldBeNull();
        matter.Last.OfType<PetitionUnassigned>().Single().ShouldBe(new PetitionUnassigned(Zhang.Id, "accused"));
        matter.Petition.Obligations.ShouldAllBe(o => !o.IsOpen || o.Person == null);
        (matter.The("reply").Unit, matter.The("reply").Due).ShouldBe(("petition", due));
        matter.AssignedTo(Li, "2026-03-17").The("reply").Person.ShouldBe(Li.Id);
    }

    [Fact]
    public void An_obligation_of_another_post_does_not_follow_the_handler()
    {
        var reply = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03").The("reply");
        var leaders = reply with { Person = null, Opened = reply.Opened with { Rule = reply.Rule with { Obligor = reply.Rule.Obligor with { Person = "court-leader" } } } };
        static Guid? Named(Zhixin.Regulations.Obligor obligor, Zhixin.History.Thing? thing) => obligor.Person == "handler" ? Zhang.Id : null;
        Clocks.Rename([leaders], (_, _) => null, Named).ShouldBeEmpty();
        Clocks.Rename([reply with { Person = null }], (_, _) => null, Named).Single().Person.ShouldBe(Zhang.Id);
        Clocks.Rename([reply with { Person = Li.Id }], (_, _) => null, Named).ShouldBeEmpty("somebody else was named for it");
    }

    [Fact]
    public void What_waits_for_the_handlers_acknowledgement_lies_on_the_handlers_desk_and_nowhere_before()
    {
        var matter = Received("2026-03-02");
        Assigning.FallsTo(matter.Petition, matter.The("hand-to-handler")).ShouldBeNull();
        matter.AssignedTo(Zhang, "2026-03-02");
        var handover = matter.The("hand-to-handler");
        handover.Person.ShouldBeNull("the unit owes it until the handler has it");
        Assigning.FallsTo(matter.Petition, handover).ShouldBe(Zhang.Id);
        matter.Acknowledged(Zhang, "2026-03-03");
        Assigning.FallsTo(matter.Petition, matter.The("reply")).ShouldBe(Zhang.Id);
        Assigning.FallsTo(matter.Petition, matter.The("reply") with { Person = null }).ShouldBeNull("only the hand-over waits for the handler");
    }

    [Fact]
    public void What_is_born_overdue_counts_from_its_opening()
    {
        var owed = Received("2026-03-02", registered: "2026-03-16").The("hand-to-handler");
        (owed.Due, owed.Opened.CountsFrom, owed.OverdueAfter).ShouldBe((On("2026-03-04"), On("2026-03-16"), On("2026-03-16")));
        (owed.IsBreached(On("2026-03-16")), owed.IsBreached(On("2026-03-17")), owed.DaysOverdue(On("2026-03-17"))).ShouldBe((false, true, 1));
    }

    [Fact]
    public void What_opens_on_its_last_day_is_not_born_overdue() =>
        Received("2026-03-02", registered: "2026-03-04").The("hand-to-handler").Opened.CountsFrom.ShouldBeNull();

    [Theory]
    [Trait("Clause", "GC21-14 accepted")]
    [InlineData("2026-03-21", "2026-03-21")]
    [InlineData("", "2026-04-28")]
    public void The_body_that_sent_it_on_is_owed_an_answer_by_the_date_it_states_or_by_the_fallback(string stated, string due)
    {
        var owed = Received("2026-03-02", forwardedDue: stated).The("feedback-to-body");
        owed.Due.ShouldBe(On(due), "a stated Saturday stands as it is written");
    }

    [Fact]
    public void A_contact_that_nobody_sent_on_owes_no_body_an_answer() => Received("2026-03-02").Of("feedback-to-body").ShouldBeEmpty();

    [Fact]
    public void A_new_contact_reopens_what_a_ledger_calls_resolved_and_its_clocks_start_anew()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03");
        matter.Tell([new PetitionHistoryImported(null, null, null, null, true, On("2026-03-05"), null, null)], On("2026-03-05"), On("2026-03-05"));
        matter.Petition.Stage.ShouldBe(new Stage.ResolvedBefore(On("2026-03-05")));

        matter.Joined(2, "2026-03-16").Petition.IsOpen.ShouldBeTrue();
        matter.Facts.Select(f => f.Fact).OfType<PetitionReopened>().Count().ShouldBe(1);
        matter.Petition.ReceiptOn.ShouldBeNull();
        matter.Acknowledged(Zhang, "2026-03-17").Last.OfType<PetitionAcknowledged>().Single().Clocks.ShouldBe("start");
    }
}

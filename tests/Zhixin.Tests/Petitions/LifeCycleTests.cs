using Zhixin.Intake;
using Zhixin.History;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

public sealed class LifeCycleTests
{
    [Fact]
    [Trait("Clause", "GC21-5(3) accepted")]
    public void A_priority_changes_with_a_reason()
    {
        var matter = Received("2026-03-02");
        matter.Do(LifeCycle.Prioritise(matter.Petition, Priority.Key, "人数多"), "2026-03-02").Petition.Priority.ShouldBe(Priority.Key);
        LifeCycle.Prioritise(matter.Petition, Priority.Key, "人数多").ShouldBeRefusedAs("same-priority");
        LifeCycle.Prioritise(matter.Petition, Priority.Ordinary, " ").ShouldBeRefusedFor("reason", "reason-required");
    }

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public void A_petition_opened_in_error_is_voided_stays_visible_and_owes_nothing()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-02");
        matter.Do(LifeCycle.Void(matter.Petition, "重复登记"), "2026-03-03");

        matter.Petition.Stage.ShouldBe(new Stage.Voided("重复登记", On("2026-03-03")));
        matter.Petition.Contacts.Count.ShouldBe(1);
        matter.Petition.Obligations.ShouldAllBe(o => !o.IsOpen);
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public void Voiding_without_a_reason_is_refused() =>
        LifeCycle.Void(Received("2026-03-02").Petition, "").ShouldBeRefusedUnder("GC21-12", "void-needs-reason");

    [Fact]
    public void A_voided_petition_takes_no_act_but_its_restoring()
    {
        var matter = Received("2026-03-02");
        matter.Do(LifeCycle.Void(matter.Petition, "误登"), "2026-03-02");

        LifeCycle.Void(matter.Petition, "又一次").ShouldBeRefusedAs("petition-not-open");
        LifeCycle.Prioritise(matter.Petition, Priority.Key, "理由").ShouldBeRefusedAs("petition-not-open");
        Joining.Leave(matter.Petition, Contact(1, "2026-03-02").Id.Id, "理由").ShouldBeRefusedAs("petition-not-open");
        Joining.Join(matter.Petition, Contact(2, "2026-03-02"), "理由").ShouldBeRefusedAs("petition-voided");
        LifeCycle.Restore(matter.Petition, "").ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(LifeCycle.Restore(matter.Petition, "作废有误"), "2026-03-03").Petition.IsOpen.ShouldBeTrue();
        LifeCycle.Restore(matter.Petition, "再来").ShouldBeRefusedAs("petition-not-voided");
    }

    [Fact]
    public void Voiding_and_restoring_wipes_out_no_clock_and_gives_no_day_more()
    {
        var matter = Received("2026-03-02", forwardedDue: "").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03");
        var owed = Open(matter);
        matter.Do(LifeCycle.Void(matter.Petition, "误登"), "2026-03-04").Do(LifeCycle.Restore(matter.Petition, "作废有误"), "2026-03-20");

        Open(matter).ShouldBe(owed);
        matter.Petition.Obligations.Select(o => o.No).ShouldBeUnique();
        matter.The("hand-to-handler").IsOpen.ShouldBeFalse("what was fulfilled stays fulfilled");
    }

    [Fact]
    public void Two_petitions_of_one_court_merge_and_the_survivor_takes_the_contacts()
    {
        var (other, survivor) = Two();
        other.Do(LifeCycle.Merge(other.Petition, survivor, "同一事项"), "2026-03-04");

        other.Petition.Stage.ShouldBe(new Stage.Merged(survivor.Id.Home, survivor.Id.Id, survivor.Opened.Number, On("2026-03-04")));
        other.Petition.Obligations.ShouldAllBe(o => !o.IsOpen);
        Joining.Join(other.Petition, Contact(7, "2026-03-05"), "理由").ShouldBeRefusedAs("petition-merged");
    }

    [Fact]
    public void What_went_in_comes_out_again_when_the_merger_is_undone()
    {
        var (matter, survivor) = Two();
        var other = matter.Petition;
        var owed = Open(matter);
        matter.Do(LifeCycle.Merge(other, survivor, "同一事项"), "2026-03-04");
        var absorbed = Apply(survivor, LifeCycle.Absorb(other, survivor, "同一事项"));
        absorbed.Contacts.Count.ShouldBe(2);
        absorbed.Absorbed.Single().Other.ShouldBe(other.Id.Id);

        LifeCycle.UndoMerge(matter.Petition, absorbed, " ").ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(LifeCycle.UndoMerge(matter.Petition, absorbed, "并错了"), "2026-03-05").Petition.IsOpen.ShouldBeTrue();
        Open(matter).ShouldBe(owed);
        LifeCycle.UndoMerge(matter.Petition, absorbed, "再来").ShouldBeRefusedAs("petition-not-merged");

        var released = absorbed.Apply(new DatedFact(new PetitionReleased(other.Id.Id, "并错了"), On("2026-03-05")));
        released.Contacts.Select(c => c.Contact).ShouldBe(survivor.Contacts.Select(c => c.Contact));
        released.Absorbed.ShouldBeEmpty();
    }

    [Fact]
    public void A_contact_that_came_with_a_merger_leaves_only_with_it()
    {
        var (matter, survivor) = Two();
        var absorbed = Apply(survivor, LifeCycle.Absorb(matter.Petition, survivor, "同一事项"));
        Joining.Leave(absorbed, matter.Petition.Contacts[0].Contact, "理由").ShouldBeRefusedAs("contact-came-with-merger");
    }

    [Fact]
    public void An_accusation_that_comes_in_with_a_merger_takes_the_petition_from_the_accused_handler()
    {
        var survivor = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Petition;
        var other = Received("2026-03-03", accused: Zhang).Petition;
        Apply(survivor, LifeCycle.Absorb(other, survivor, "同一事项")).Assignment.ShouldBeNull();
    }

    [Fact]
    public void A_petition_merges_neither_with_itself_nor_with_one_that_is_closed_nor_with_another_courts()
    {
        var (matter, survivor) = Two();
        var other = matter.Petition;
        LifeCycle.Merge(other, other, "理由").ShouldBeRefusedFor("survivor", "merge-itself");
        LifeCycle.Merge(other, survivor, "").ShouldBeRefusedFor("reason", "reason-required");
        LifeCycle.Merge(other, survivor with { Opened = survivor.Opened with { Responsible = 1 } }, "理由").ShouldBeRefusedAs("merge-same-court");
        LifeCycle.Merge(other, survivor with { Stage = new Stage.Voided("误登", On("2026-03-02")) }, "理由").ShouldBeRefusedAs("merge-both-open");
        LifeCycle.Merge(other with { Stage = new Stage.Voided("误登", On("2026-03-02")) }, survivor, "理由").ShouldBeRefusedAs("merge-both-open");
    }

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public void A_correction_keeps_the_old_value_beside_the_new()
    {
        var contact = Contact(1, "2026-03-02");
        var corrected = LifeCycle.Correct(contact, "summary", "拖欠货款", "记错", On("2026-03-03"))
            .ShouldBeOfType<Decision<object>.Done>().Events.ShouldHaveSingleItem();
        corrected.ShouldBe(new ContactCorrected("summary", "拖欠工程款", "拖欠货款", "记错"));
        Corrections.Apply(contact.Facts, (ContactCorrected)corrected).Summary.ShouldBe("拖欠货款");
    }

    [Theory]
    [Trait("Clause", "GC21-12 refused")]
    [InlineData("summary", "拖欠货款", "", "correction-needs-reason")]
    [InlineData("summary", "拖欠工程款", "理由", "same-value")]
    [InlineData("number", "1", "理由", "not-correctable")]
    [InlineData("receivedOn", "2026-3-1", "理由", "date-unreadable")]
    [InlineData("receivedOn", null, "理由", "date-unreadable")]
    [InlineData("receivedOn", "2026-03-04", "理由", "date-in-future")]
    [InlineData("people", "0", "理由", "people-range")]
    [InlineData("people", "许多", "理由", "people-range")]
    [InlineData("people", "100001", "理由", "people-range")]
    public void A_correction_that_cannot_be_is_refused(string field, string? value, string reason, string message) =>
        LifeCycle.Correct(Contact(1, "2026-03-02"), field, value, reason, On("2026-03-03")).ShouldBeRefusedAs(message);

    [Fact]
    public void A_voided_contact_is_neither_corrected_nor_joined()
    {
        var voided = Contact(2, "2026-03-02", voided: "误登");
        LifeCycle.Correct(voided, "summary", "别的", "理由", On("2026-03-03")).ShouldBeRefusedAs("contact-voided");
        Joining.Join(Received("2026-03-02").Petition, voided, "理由").ShouldBeRefusedAs("contact-voided");
    }

    [Fact]
    public void Every_correctable_field_takes_its_new_value()
    {
        var facts = Contact(1, "2026-03-02").Facts;
        foreach (var field in Corrections.Fields)
        {
            var value = field switch { "receivedOn" => "2026-03-01", "people" => "7", _ => "新值" };
            Corrections.Value(Corrections.Apply(facts, new ContactCorrected(field, null, value, "理由")), field).ShouldBe(value);
        }
    }

    private static List<(string Kind, DateOnly? Due, DateOnly? Trigger, Guid? Person, Guid? Contact)> Open(Matter matter) =>
        [.. matter.Petition.Obligations.Where(o => o.IsOpen).Select(o => (o.Rule.Kind, o.Due, o.Trigger, o.Person, o.Opened.Contact))];

    private static (Matter Other, Petition Survivor) Two()
    {
        var survivor = Received("2026-03-02").Petition;
        return (Received("2026-03-03").Joined(3, "2026-03-03").Do(Joining.Leave(Received("2026-03-03").Joined(3, "2026-03-03").Petition, Contact(1, "2026-03-03").Id.Id, "不是一件"), "2026-03-03"),
            survivor with { Id = survivor.Id with { Id = Id(101) }, Opened = survivor.Opened with { Number = "2026-鲁0117-0002" } });
    }

    private static Petition Apply(Petition petition, IEnumerable<object> facts) =>
        facts.Aggregate(petition, (p, fact) => p.Apply(new DatedFact(fact, On("2026-03-04"))));
}

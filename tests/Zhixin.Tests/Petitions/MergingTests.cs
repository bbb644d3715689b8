using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>What goes into another petition, or comes out of one, takes its bars and its duties along: nothing is waived by moving it.</summary>
public sealed class MergingTests
{
    private static readonly ContactJoined ToOther = new(1, Id(900), "2026-外0001-0001", 1);

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public void Whom_a_cause_accuses_is_barred_from_the_survivor_too_until_the_merger_is_undone()
    {
        var survivor = Survivor();
        var absorbed = Apply(survivor, LifeCycle.Absorb(Accusing().Petition, survivor, "同一事项"));
        (absorbed.Accused.Contains(Zhang.Id), absorbed.Assignment).ShouldBe((true, null), "Zhang handled the survivor");
        Assigning.Decide(new Assign(Zhang, [], "理由"), absorbed, null, true).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");

        Apply(absorbed, [new PetitionReleased(Accusing().Petition.Id.Id, "并错了")]).Accused.ShouldNotContain(Zhang.Id);
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public void Whom_a_cause_accuses_is_barred_from_what_comes_out_of_the_matter()
    {
        var from = Accusing().Petition;
        var opened = PetitionOpened.By(Contact(2, "2026-03-03").Facts, "2026-鲁0117-0009", from.Opened.Responsible, null, from);
        Petition.Begin(from.Id, opened).Accused.ShouldBe([Zhang.Id]);
        PetitionOpened.By(Contact(2, "2026-03-03").Facts, "2026-鲁0117-0009", 1, null).Concerned.ShouldBeEmpty("what is new comes out of nothing");
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 refused")]
    public void A_merger_waives_neither_the_public_hearing_nor_the_joint_handling()
    {
        var other = Of().Then("2026-03-05", p => Weighing.Flag(p, true, false, "涉众", Handler), p => LifeCycle.Prioritise(p, Priority.Hard, "疑难"));
        var after = Apply(Survivor(), LifeCycle.Absorb(other.Petition, Survivor(), "同一事项"));
        (after.Measures.Hearings.IsOwed, after.Priority).ShouldBe((true, Priority.Hard));

        var complex = Apply(Survivor(), [new PetitionFlagged(false, true, "复杂", Id(80), null)]);
        var both = Apply(complex, LifeCycle.Absorb(other.Petition, complex, "同一事项")).Measures.Hearings.Flag!;
        (both.Major, both.Complex).ShouldBe((true, true));
        LifeCycle.Absorb(Of().Petition, complex, "同一事项").ShouldAllBe(e => e is PetitionAbsorbed, "what is neither changes nothing");
    }

    [Fact]
    [Trait("Clause", "SPC16-12 refused")]
    public void What_a_court_still_owes_keeps_its_own_petition_alive_when_another_court_takes_the_contact()
    {
        var (other, contact) = (Survivor(), Contact(1, "2026-03-02").Id.Id);
        var objecting = Identified().Then("2026-03-05", p => Converting.Receive(
            p, new ReceivePaper(On("2026-03-05"), ObjectionKind.Act, true, "异议书", "超标的查封", null, Enforcing), On("2026-03-05")));
        Joining.Follows(objecting.Petition, contact, other, [ToOther]).ShouldBeEmpty("the objection would be filed by nobody");
        LifeCycle.Merge(objecting.Petition, other, "同一事项").ShouldBeRefusedAs("merge-procedure-open");

        var needy = Of().Then("2026-03-05", p => Aiding.Apply(p, "低保", "无财产", "申请书"));
        Joining.Follows(needy.Petition, contact, other, [ToOther]).ShouldBeEmpty("the application would be answered by nobody");
        LifeCycle.Merge(needy.Petition, other, "同一事项").ShouldBeRefusedUnder("GC21-11", "merge-aid-pending");

        Joining.Follows(Of().Petition, contact, other, [ToOther]).Single().ShouldBeOfType<PetitionMerged>();
    }

    [Fact]
    public void Nothing_of_a_petition_that_went_into_another_stays_owed()
    {
        var declined = Received("2026-03-02");
        declined.Tell([new PetitionDeclineProposed(new DeclineFacts("1a", [], null, null, null, null, false, null, "释明"), Zhang.Id, null), new PetitionDeclined("1a")], On("2026-03-03"), On("2026-03-03"));
        declined.Open("explain-decline").ShouldBeTrue();
        declined.Do(LifeCycle.Merge(declined.Petition, Survivor() with { Contacts = [] }, "同一事项"), "2026-03-04").Petition.Obligations.ShouldAllBe(o => !o.IsOpen);
    }

    private static Matter Identified() => Received("2026-03-02", caseNumber: "（2025）鲁0117执1号");

    /// <summary>Accepted with a cause that points at Zhang.</summary>
    private static Matter Accusing()
    {
        var matter = AcceptingTests.Classified("2026-03-02");
        return matter.Do(Accepting.Decide(new Accept(Capacity.Applicant, ["3"], null, null, [Zhang.Id], null), matter.Petition, List("GC21", "causes")), "2026-03-03");
    }

    private static Petition Survivor()
    {
        var survivor = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Petition;
        return survivor with { Id = survivor.Id with { Id = Id(101) }, Opened = survivor.Opened with { Number = "2026-鲁0117-0002" } };
    }

    private static Petition Apply(Petition petition, IEnumerable<object> facts) => facts.Aggregate(petition, (p, fact) => p.Apply(new DatedFact(fact, On("2026-03-04"))));
}

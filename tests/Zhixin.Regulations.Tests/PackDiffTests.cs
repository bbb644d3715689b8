using Zhixin.Calendar;

namespace Zhixin.Regulations.Tests;

public sealed class PackDiffTests
{
    private static readonly RegulationPack First = SamplePack.Pack("P");

    [Fact]
    public void A_pack_does_not_differ_from_itself() => PackDiff.Of(First, SamplePack.Pack("P")).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Another_length_is_a_change_of_the_period_alone()
    {
        var change = PackDiff.Of(First, SamplePack.Pack("P", ("n: 10", "n: 15"), ("due: 2021-03-11", "due: 2021-03-16"))).Rules.ShouldHaveSingleItem();
        (change.Kind, change.Slot).ShouldBe((Change.Changed, "answer"));
        change.Fields.ShouldBe(["period"]);
        (change.Before!.Period.N, change.After!.Period.N).ShouldBe((10, 15));
    }

    [Fact]
    public void Added_and_removed_rules_and_clauses_stand_on_their_side()
    {
        var without = First with { Rules = [], Clauses = [] };
        var removed = PackDiff.Of(First, without);
        (removed.Rules.Single().Kind, removed.Clauses.Single().Kind).ShouldBe((Change.Removed, Change.Removed));
        removed.Rules.Single().After.ShouldBeNull();
        var added = PackDiff.Of(without, First);
        (added.Rules.Single().Kind, added.Clauses.Single().Kind).ShouldBe((Change.Added, Change.Added));
    }

    [Fact]
    public void Words_of_a_clause_and_a_threshold_are_compared()
    {
        var diff = PackDiff.Of(First, SamplePack.Pack("P", ("zh: 十日内答复。", "zh: 十日之内书面答复。"), ("value: 5", "value: 10")));
        diff.Rules.ShouldBeEmpty();
        diff.Clauses.Single().After!.Zh.ShouldBe("十日之内书面答复。");
        diff.Thresholds.Single().ShouldSatisfyAllConditions(t => t.Before!.Value.ShouldBe(5), t => t.After!.Value.ShouldBe(10));
    }

    [Fact]
    public void Two_packs_are_compared_slot_by_slot()
    {
        var diff = PackDiff.Of(Repository.Pack("GC21"), Repository.Pack("reference-2021"));
        diff.Clauses.ShouldBeEmpty();
        var reply = diff.Rules.Single(r => r.Slot == Repository.Pack("GC21").Rule("reply").Slot);
        (reply.Before!.Period, reply.After!.Period).ShouldBe((new RulePeriod(PeriodUnit.Workday, 40), new RulePeriod(PeriodUnit.Workday, 30)));
        reply.Fields.ShouldContain("period");
    }
}

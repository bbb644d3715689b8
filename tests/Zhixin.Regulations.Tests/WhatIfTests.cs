using FsCheck;
using FsCheck.Fluent;
using Zhixin.Calendar;
using Zhixin.Obligations;

namespace Zhixin.Regulations.Tests;

public sealed class WhatIfTests
{
    private static readonly ObligationRule Reply = Repository.Pack("GC21").Rule("reply");
    private static readonly WorkCalendar Calendar = Repository.Calendar;

    // 2021-09-28 and 40 working days end on 2021-11-29, 30 on 2021-11-15.
    private static readonly OpenDate Open = new(1, Guid.Empty, 1, new DateOnly(2021, 9, 28), new DateOnly(2021, 11, 29), null, []);

    [Theory]
    [InlineData("2021-11-15", WhatIfEffect.Earlier)]
    [InlineData("2021-11-16", WhatIfEffect.BecomesOverdue)]
    [InlineData("2021-11-29", WhatIfEffect.BecomesOverdue)]
    [InlineData("2021-11-30", WhatIfEffect.Earlier)]
    public void Thirty_working_days_instead_of_forty_make_it_overdue_from_the_day_after_the_new_date(string today, WhatIfEffect effect)
    {
        var row = Try(Open, new RulePeriod(PeriodUnit.Workday, 30), today);
        (row.New, row.Effect).ShouldBe((new DateOnly(2021, 11, 15), effect));
    }

    [Theory]
    [InlineData("2021-11-29", WhatIfEffect.Later)]
    [InlineData("2021-11-30", WhatIfEffect.NoLongerOverdue)]
    [InlineData("2021-12-13", WhatIfEffect.NoLongerOverdue)]
    [InlineData("2021-12-14", WhatIfEffect.Later)]
    public void Fifty_working_days_lift_a_breach_up_to_the_new_date(string today, WhatIfEffect effect)
    {
        var row = Try(Open, new RulePeriod(PeriodUnit.Workday, 50), today);
        (row.New, row.Effect).ShouldBe((new DateOnly(2021, 12, 13), effect));
    }

    [Fact]
    public void The_same_period_changes_nothing() => Try(Open, Reply.Period, "2021-10-01").ShouldSatisfyAllConditions(
        r => r.New.ShouldBe(Open.Due), r => r.Effect.ShouldBe(WhatIfEffect.Same));

    [Fact]
    public void What_was_born_overdue_does_not_become_overdue_before_its_day()
    {
        var imported = Open with { CountsFrom = new DateOnly(2021, 11, 20) };
        Try(imported, new RulePeriod(PeriodUnit.Workday, 30), "2021-11-20").Effect.ShouldBe(WhatIfEffect.Earlier);
        Try(imported, new RulePeriod(PeriodUnit.Workday, 30), "2021-11-21").Effect.ShouldBe(WhatIfEffect.BecomesOverdue);
    }

    [Fact]
    public void Without_a_first_day_there_is_no_date() =>
        Try(Open with { Trigger = null, Due = null }, new RulePeriod(PeriodUnit.Day, 3), "2021-10-01").ShouldSatisfyAllConditions(
            r => r.New.ShouldBeNull(), r => r.Effect.ShouldBe(WhatIfEffect.NoTrigger));

    [Fact]
    public void Excluded_time_counts_under_the_other_period_too_where_the_rule_allows_its_ground()
    {
        var rule = Repository.Library.Packs.SelectMany(p => p.Rules).First(r => r.Exclusions.Count > 0 && WhatIf.Fits(r) && r.Roll);
        var open = Open with { Exclusions = [new Exclusion(new DateOnly(2021, 9, 29), new DateOnly(2021, 9, 30), rule.Exclusions[0])] };
        DateOnly? Due(OpenDate o) => WhatIf.Recompute([o], rule, new RulePeriod(PeriodUnit.Workday, 2), Calendar, new DateOnly(2021, 10, 1)).Single().New;
        (Due(Open), Due(open)).ShouldBe((new DateOnly(2021, 9, 30), new DateOnly(2021, 10, 9)));
        Due(Open with { Exclusions = [new Exclusion(new DateOnly(2021, 9, 29), new DateOnly(2021, 9, 30), "no such ground")] }).ShouldBe(new DateOnly(2021, 9, 30));
    }

    [Fact]
    public void What_would_become_overdue_comes_first_then_the_earliest_date()
    {
        static OpenDate At(int no, string trigger, string due) => Open with { No = no, Trigger = DateOnly.Parse(trigger), Due = DateOnly.Parse(due) };
        var rows = WhatIf.Recompute(
            [At(1, "2021-08-02", "2021-09-26"), At(2, "2021-10-25", "2021-12-20"), At(3, "2021-09-28", "2021-11-29")], Reply, new RulePeriod(PeriodUnit.Workday, 30), Calendar, new DateOnly(2021, 11, 16));
        rows.Select(r => r.Open.No).ShouldBe([3, 1, 2]);
    }

    [Theory]
    [InlineData(1, PeriodUnit.Day, true)]
    [InlineData(1000, PeriodUnit.Workday, true)]
    [InlineData(60, PeriodUnit.Month, true)]
    [InlineData(0, PeriodUnit.Day, false)]
    [InlineData(1001, PeriodUnit.Workday, false)]
    [InlineData(61, PeriodUnit.Month, false)]
    [InlineData(5, PeriodUnit.Untimed, false)]
    [InlineData(null, PeriodUnit.Day, false)]
    [InlineData(5, null, false)]
    public void A_period_that_can_be_tried_is_neither_empty_nor_endless(int? n, PeriodUnit? unit, bool isFine) =>
        (WhatIf.Period(n, unit) is Decision<RulePeriod>.Done).ShouldBe(isFine);

    [Fact]
    public void A_longer_period_never_makes_anything_overdue_and_a_shorter_one_never_lifts_a_breach() => Prop.ForAll(
        Gen.Choose(1, 200).Two().ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), (lengths, later) =>
        {
            var (from, to) = (new DateOnly(2021, 3, 1), new DateOnly(2021, 3, 1).AddDays(later));
            DateOnly? Due(int n) => WhatIf.Recompute([Open with { Trigger = from, Due = null }], Reply, new RulePeriod(PeriodUnit.Workday, n), Calendar, to).Single().New;
            var open = Open with { Trigger = from, Due = Due(lengths.Item1) };
            var effect = WhatIf.Recompute([open], Reply, new RulePeriod(PeriodUnit.Workday, lengths.Item2), Calendar, to).Single().Effect;
            return lengths.Item2 >= lengths.Item1 ? effect is not (WhatIfEffect.BecomesOverdue or WhatIfEffect.Earlier) : effect is not (WhatIfEffect.NoLongerOverdue or WhatIfEffect.Later);
        }).QuickCheckThrowOnFailure();

    private static WhatIfDate Try(OpenDate open, RulePeriod period, string today) => WhatIf.Recompute([open], Reply, period, Calendar, DateOnly.Parse(today)).Single();
}

using Zhixin.Calendar;
using Zhixin.Regulations;

namespace Zhixin.Obligations;

/// <summary>Something open, as far as its date needs it.</summary>
/// <param name="CountsFrom">Born overdue: no breach is counted up to this day.</param>
/// <param name="Exclusions">Time that does not run for it.</param>
public sealed record OpenDate(
    int Home, Guid Stream, int No, DateOnly? Trigger, DateOnly? Due, DateOnly? CountsFrom, IReadOnlyList<Exclusion> Exclusions);

/// <summary>What another period would do to something open.</summary>
public enum WhatIfEffect
{
    /// <summary>In time now, overdue then.</summary>
    BecomesOverdue,

    /// <summary>Overdue now, in time then.</summary>
    NoLongerOverdue,

    /// <summary>An earlier date.</summary>
    Earlier,

    /// <summary>A later date.</summary>
    Later,

    /// <summary>The same date.</summary>
    Same,

    /// <summary>No day starts the period: there is no date to compute.</summary>
    NoTrigger,
}

/// <summary>The date that something open would have.</summary>
public sealed record WhatIfDate(OpenDate Open, DateOnly? New, bool Provisional, WhatIfEffect Effect);

/// <summary>"What if the period were another?": recomputes, decides nothing and writes nothing.</summary>
public static class WhatIf
{
    /// <summary>The longest period that is tried, in days or working days.</summary>
    public const int MostDays = 1000;

    /// <summary>The longest period that is tried, in months.</summary>
    public const int MostMonths = 60;

    /// <summary>Whether another period can be tried for a rule: it counts days, working days or months from a day.</summary>
    public static bool Fits(ObligationRule rule) => rule.Period.Unit is PeriodUnit.Day or PeriodUnit.Workday or PeriodUnit.Month;

    /// <summary>The period as typed, or why it cannot be tried.</summary>
    public static Decision<RulePeriod> Period(int? n, PeriodUnit? unit) => (n, unit) switch
    {
        (null or < 1, _) => new Refusal.Input("n", "what-if-number"),
        ( > MostDays, PeriodUnit.Day or PeriodUnit.Workday) => new Refusal.Input("n", "what-if-number"),
        ( > MostMonths, PeriodUnit.Month) => new Refusal.Input("n", "what-if-number"),
        ({ } number, (PeriodUnit.Day or PeriodUnit.Workday or PeriodUnit.Month) and { } chosen) => new[] { new RulePeriod(chosen, number) },
        _ => new Refusal.Input("unit", "what-if-unit"),
    };

    /// <summary>
    /// Every date anew under another period; the rest of the rule stays. What would become overdue comes first, then by the new date.
    /// </summary>
    /// <exception cref="CalendarRangeException">A new date lies outside the calendar.</exception>
    public static IReadOnlyList<WhatIfDate> Recompute(
        IReadOnlyList<OpenDate> open, ObligationRule rule, RulePeriod period, WorkCalendar calendar, DateOnly today) =>
        [.. open.Select(o => Of(o, rule with { Period = period }, calendar, today)).OrderBy(d => d.Effect == WhatIfEffect.BecomesOverdue ? 0 : 1)
            .ThenBy(d => d.New ?? DateOnly.MaxValue).ThenBy(d => d.Open.Home).ThenBy(d => d.Open.Stream).ThenBy(d => d.Open.No)];

    private static WhatIfDate Of(OpenDate open, ObligationRule rule, WorkCalendar calendar, DateOnly today)
    {
        var due = Opening.Due(rule, open.Trigger, null, calendar, open.Exclusions);
        return new WhatIfDate(open, due.Due, due.Provisional, Effect(open, due.Due, today));
    }

    private static WhatIfEffect Effect(OpenDate open, DateOnly? after, DateOnly today)
    {
        bool IsOverdue(DateOnly? due) => due is { } day && today > (open.CountsFrom > day ? open.CountsFrom.Value : day);
        return (after, IsOverdue(open.Due), IsOverdue(after)) switch
        {
            (null, _, _) => WhatIfEffect.NoTrigger,
            (_, false, true) => WhatIfEffect.BecomesOverdue,
            (_, true, false) => WhatIfEffect.NoLongerOverdue,
            _ when after < open.Due => WhatIfEffect.Earlier,
            _ when open.Due is null || after > open.Due => WhatIfEffect.Later,
            _ => WhatIfEffect.Same,
        };
    }
}

using Zhixin.Calendar;

namespace Zhixin.Regulations;

/// <summary>Turns the rules that an event opens into obligations with their dates.</summary>
public static class Opening
{
    /// <summary>
    /// The due date of a rule. Exclusions on grounds that the rule does not list change nothing. A stated date stands as it is written,
    /// even on a rest day, and is never moved by an exclusion: only a new statement moves it.
    /// </summary>
    public static RuleDue Due(
        RulePeriod period, RulePeriod? fallback, bool roll, DateOnly? trigger, DateOnly? stated, WorkCalendar calendar, IReadOnlyList<Exclusion> exclusions)
    {
        if (period.Unit == PeriodUnit.Stated)
        {
            return stated is { } date ? new RuleDue(DueBasis.Stated, date, Provisional: false)
                : fallback is null ? new RuleDue(DueBasis.NotStated, null, Provisional: false)
                : Counted(fallback, DueBasis.Fallback, roll, trigger, calendar, exclusions);
        }

        return period.Unit == PeriodUnit.Untimed
            ? new RuleDue(DueBasis.Untimed, null, Provisional: false)
            : Counted(period, DueBasis.Counted, roll, trigger, calendar, exclusions);
    }

    /// <summary>The same for an obligation that has opened, with the exclusions that stand now; the grounds its rule does not list are left out.</summary>
    public static RuleDue Due(OpenedObligation opened, DateOnly? trigger, DateOnly? stated, WorkCalendar calendar, IReadOnlyList<Exclusion> exclusions) =>
        Due(opened.Period, opened.Fallback, opened.Roll, trigger, stated, calendar, Allowed(opened.Exclusions, exclusions));

    /// <summary>The same for a rule of a pack.</summary>
    public static RuleDue Due(ObligationRule rule, DateOnly? trigger, DateOnly? stated, WorkCalendar calendar, IReadOnlyList<Exclusion> exclusions) =>
        Due(rule.Period, rule.Fallback, rule.Roll, trigger, stated, calendar, Allowed(rule.Exclusions, exclusions));

    /// <summary>The calendar's period of a counted rule (a recurring one: its interval), or null where the calendar counts nothing.</summary>
    public static Period? CalendarPeriod(RulePeriod period, bool roll) => period.Unit switch
    {
        PeriodUnit.Recurring => new Period(period.N, period.Every!.Value, roll),
        PeriodUnit.Day or PeriodUnit.Workday or PeriodUnit.Month or PeriodUnit.SameDay => new Period(period.N, period.Unit, roll),
        PeriodUnit.Stated or PeriodUnit.Untimed => null,
    };

    internal static OpenedObligation Of(SlotChoice choice, TriggerFacts facts, WorkCalendar calendar)
    {
        var dated = choice.Winners.Select(winner => (Candidate: winner, Due: Due(winner, facts, calendar)))
            .OrderBy(one => Rank(one.Due)).ThenBy(one => one.Due.Due).ThenBy(one => one.Candidate.Rule.WarnOnly)
            .ThenBy(one => one.Candidate.InForce.Pack.Id, StringComparer.Ordinal).ThenBy(one => one.Candidate.Rule.Kind, StringComparer.Ordinal)
            .ToList();
        var losers = dated.Skip(1).Select(one => Loser(one.Candidate, LosingReason.Laxer, one.Due))
            .Concat(choice.Losers.Select(loser => Loser(loser.Candidate, loser.Why, Due(loser.Candidate, facts, calendar))));
        return Opened(dated[0].Candidate, dated[0].Due, facts, calendar, [.. losers]);
    }

    private static OpenedObligation Opened(
        RuleCandidate winner, RuleDue due, TriggerFacts facts, WorkCalendar calendar, IReadOnlyList<LosingRule> losers)
    {
        var rule = winner.Rule;
        return new OpenedObligation(
            rule.Kind, rule.Slot, rule.Name, rule.Type, rule.Clause, Version(winner), calendar.Version, rule.Obligor, facts.Event,
            facts.Date(winner.Opening.From), facts.Date(rule.Period.Field), rule.Period, rule.Fallback, rule.Roll, due, rule.WarnOnly,
            rule.FulfilledBy, rule.EndedBy, rule.ReplacedBy, rule.WaivedBy, rule.Exclusions, rule.OnBreach, losers);
    }

    private static LosingRule Loser(RuleCandidate candidate, LosingReason why, RuleDue due) =>
        new(Version(candidate), candidate.Rule.Kind, candidate.Rule.Name, candidate.Rule.Clause, why, due);

    private static PackVersion Version(RuleCandidate candidate) =>
        new(candidate.InForce.Pack.Id, candidate.InForce.Pack.Version, candidate.InForce.Pack.Hash);

    private static RuleDue Due(RuleCandidate candidate, TriggerFacts facts, WorkCalendar calendar) =>
        Due(candidate.Rule, facts.Date(candidate.Opening.From), facts.Date(candidate.Rule.Period.Field), calendar, []);

    /// <summary>A date binds before a date that is missing, and that before none at all.</summary>
    private static int Rank(RuleDue due) => due.Basis switch
    {
        DueBasis.Counted or DueBasis.Stated or DueBasis.Fallback => 0,
        DueBasis.NoTrigger or DueBasis.NotStated => 1,
        DueBasis.Untimed => 2,
    };

    private static RuleDue Counted(
        RulePeriod period, DueBasis basis, bool roll, DateOnly? trigger, WorkCalendar calendar, IReadOnlyList<Exclusion> exclusions)
    {
        if (trigger is not { } day)
        {
            return new RuleDue(DueBasis.NoTrigger, null, Provisional: false);
        }

        var due = calendar.Due(day, CalendarPeriod(period, roll)!, exclusions)!;
        return new RuleDue(basis, due.Date, due.Provisional);
    }

    private static IReadOnlyList<Exclusion> Allowed(IReadOnlyList<string> grounds, IReadOnlyList<Exclusion> exclusions) =>
        exclusions.Count == 0 ? exclusions : [.. exclusions.Where(one => grounds.Contains(one.Ground, StringComparer.Ordinal))];
}

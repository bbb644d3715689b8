namespace Zhixin.Regulations;

/// <summary>Where a due date comes from, or why there is none. Never a default date.</summary>
public enum DueBasis
{
    /// <summary>Counted from the trigger.</summary>
    Counted,

    /// <summary>Stated in the event.</summary>
    Stated,

    /// <summary>No date was stated; counted by the rule's fallback, and shown as such.</summary>
    Fallback,

    /// <summary>Owed without a date in the law.</summary>
    Untimed,

    /// <summary>起算日缺失: the date that starts the period is not known.</summary>
    NoTrigger,

    /// <summary>The law leaves the date to the notice, and the notice states none.</summary>
    NotStated,
}

/// <summary>What happened: an event by name with the fields that conditions test and its dates by field name ("occurred_on" included).</summary>
public sealed record TriggerFacts(string Event, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, DateOnly> Dates)
{
    /// <summary>The date of this field, or null.</summary>
    public DateOnly? Date(string? field) => field is not null && Dates.TryGetValue(field, out var date) ? date : null;
}

/// <summary>The identity of a pack's version.</summary>
public sealed record PackVersion(string Id, int Version, string Hash);

/// <summary>A due date and its ground. <see cref="Due"/> is null for untimed, no trigger and not stated.</summary>
public sealed record RuleDue(DueBasis Basis, DateOnly? Due, bool Provisional);

/// <summary>A rule of the same slot that does not bind, kept beside the winner for "why this date?".</summary>
public sealed record LosingRule(PackVersion Pack, string Kind, string Name, string Clause, LosingReason Why, RuleDue Due);

/// <summary>
/// An obligation or window as it stands when it opens: plain data, written into the event of the matter, so that a later version of the
/// pack or the calendar changes nothing by itself. <see cref="Trigger"/> is the day that does not count; a due date lasts until its end.
/// <see cref="Stated"/> is the date the notice gave, if any.
/// </summary>
public sealed record OpenedObligation(
    string Kind,
    string Slot,
    string Name,
    RuleType Type,
    string Clause,
    PackVersion Pack,
    string CalendarVersion,
    Obligor Obligor,
    string OpenedBy,
    DateOnly? Trigger,
    DateOnly? Stated,
    RulePeriod Period,
    RulePeriod? Fallback,
    bool Roll,
    RuleDue Due,
    bool WarnOnly,
    IReadOnlyList<string> FulfilledBy,
    IReadOnlyList<string> EndedBy,
    IReadOnlyList<string> ReplacedBy,
    string? WaivedBy,
    IReadOnlyList<string> Exclusions,
    BreachConsequence OnBreach,
    IReadOnlyList<LosingRule> Losers);

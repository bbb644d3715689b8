using Zhixin.Calendar;

namespace Zhixin.Regulations;

/// <summary>Something owed, or a right that lapses.</summary>
public enum RuleType
{
    /// <summary>Owed until fulfilled or ended.</summary>
    Obligation,

    /// <summary>A right: after the due date the act is refused with the clause.</summary>
    Window,
}

/// <summary>
/// The period of a rule. <see cref="N"/> is given for day, workday, month and recurring, else 0; <see cref="Field"/> is the date field
/// of a stated one, <see cref="Every"/> the interval's unit (day, workday or month) of a recurring one.
/// </summary>
public sealed record RulePeriod(PeriodUnit Unit, int N = 0, string? Field = null, PeriodUnit? Every = null);

/// <summary>
/// Who owes. <see cref="Court"/> is a relation to the matter (<see cref="PackWords.Courts"/>), <see cref="Person"/> a post or null,
/// <see cref="Unit"/> the unit that owes while nobody is named; null only where the court is "party".
/// </summary>
public sealed record Obligor(string Court, string? Person, string? Unit);

/// <summary>An event that opens the rule, when every field in <see cref="When"/> equals; <see cref="From"/> is the date field that starts the period.</summary>
public sealed record RuleOpening(string Event, string From, IReadOnlyDictionary<string, string> When)
{
    /// <summary>True when the event is the named one and carries every condition's value.</summary>
    public bool Matches(string eventName, IReadOnlyDictionary<string, string> fields) =>
        string.Equals(Event, eventName, StringComparison.Ordinal)
        && When.All(pair => fields.TryGetValue(pair.Key, out var value) && string.Equals(value, pair.Value, StringComparison.Ordinal));
}

/// <summary>What follows a breach: posts told, kinds opened, acts proposed (never done by themselves).</summary>
public sealed record BreachConsequence(IReadOnlyList<string> Tell, IReadOnlyList<string> Open, IReadOnlyList<string> Propose);

/// <summary>
/// One rule of a pack. Rules compete within <see cref="Slot"/>. <see cref="Roll"/>: a natural period that ends on a rest day moves to
/// the next working day. <see cref="Fallback"/> counts where a stated date is missing. <see cref="WaivedBy"/> is the act whose listed
/// persons may waive; null means nobody. <see cref="File"/> and <see cref="Line"/> say where the rule stands. <see cref="Exclusions"/> are the grounds on which days may be left out.
/// </summary>
public sealed record ObligationRule(
    string Kind,
    string Name,
    string Slot,
    RuleType Type,
    string Clause,
    IReadOnlyList<RuleOpening> OpensOn,
    Obligor Obligor,
    RulePeriod Period,
    RulePeriod? Fallback,
    bool Roll,
    bool WarnOnly,
    IReadOnlyList<string> FulfilledBy,
    IReadOnlyList<string> EndedBy,
    IReadOnlyList<string> ReplacedBy,
    string? WaivedBy,
    IReadOnlyList<string> Exclusions,
    BreachConsequence OnBreach,
    bool PackChoice,
    string Note,
    string File,
    int Line)
{
    /// <summary>True when this event fulfils the obligation (or uses the window).</summary>
    public bool Fulfils(string eventName) => FulfilledBy.Contains(eventName, StringComparer.Ordinal);

    /// <summary>True when this event ends the obligation without fulfilling it.</summary>
    public bool Ends(string eventName) => EndedBy.Contains(eventName, StringComparer.Ordinal);
}

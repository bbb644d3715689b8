using Zhixin.Obligations;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// A petitioner says that a ruling on an objection or a reconsideration is overdue (SPC16-17): the court above orders a ruling by a date where the overrun is severe.
/// </summary>
public static class LateRulings
{
    /// <summary>What is late, and whether it is severe, is computed from the clock of the ruling; the petitioner's word alone makes nothing late.</summary>
    /// <param name="severeFrom">From how many times its length on a period counts as severely overrun; a threshold of the packs.</param>
    public static Decision<object> Report(Petition petition, int no, DateOnly receivedOn, decimal severeFrom, ChainRules rules) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { IsOpen: false } or { Current.Kind: ReviewKind.Supervision } => new Refusal.Law("SPC16-17", "late-ruling-none"),
        _ when Chains.Day("receivedOn", receivedOn, rules.Today) is { } day => day,
        _ when OrderOwed(petition, no) is { Trigger: var since } => new Refusal.State("late-ruling-waits", since),
        var chain => Chains.RulingOwed(petition, chain) switch
        {
            { Due: { } due, Trigger: { } from } owed when receivedOn > due => rules.Courts.Parent(rules.Court(owed.Opened.Court)) is { } above
                ? new object[] { new LateRulingReported(no, receivedOn, above.Number, chain.Current.Kind, receivedOn.DayNumber - due.DayNumber, IsSevere(from, due, receivedOn, severeFrom)) }
                : new Refusal.Law("SPC16-17", "late-ruling-nobody-above"),
            { Due: { } due } => new Refusal.Law("SPC16-17", "late-ruling-in-time", due),
            _ => new Refusal.Law("SPC16-17", "late-ruling-none"),
        },
    };

    /// <summary>Why nothing is late; null where a ruling is.</summary>
    public static Refusal? NothingLate(Petition petition, DateOnly today) => petition switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        { Procedures.Conversions: var chains } when chains.Any(c => c.IsOpen && c.Current.Kind != ReviewKind.Supervision && Chains.RulingOwed(petition, c)?.Due < today && OrderOwed(petition, c.Owed.No) is null) => null,
        _ => new Refusal.Law("SPC16-17", "late-ruling-none"),
    };

    /// <summary>Whether a ruling that is owed is severely late on a day.</summary>
    internal static bool IsSevere(Obligation owed, DateOnly today, decimal severeFrom) => owed is { IsOpen: true, Trigger: { } from, Due: { } due }
        && owed.Rule.FulfilledBy.Any(name => name is "procedure.objection-ruled" or "procedure.outsider-objection-ruled" or "procedure.reconsideration-ruled")
        && IsSevere(from, due, today, severeFrom);

    /// <summary>What the court above owes already because of a report: another one would owe the same order twice.</summary>
    private static Obligation? OrderOwed(Petition petition, int no) =>
        petition.Obligations.FirstOrDefault(o => o is { IsOpen: true, Rule.OpenedBy: "procedure.late-ruling-reported" } && o.Opened.Thing == Conversion.Thing(no));

    private static bool IsSevere(DateOnly from, DateOnly due, DateOnly today, decimal severeFrom) => today.DayNumber - from.DayNumber > (due.DayNumber - from.DayNumber) * severeFrom;
}

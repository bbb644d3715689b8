using Zhixin.Courts;

namespace Zhixin.Petitions.Acts;

/// <summary>The outsider's suit 执行异议之诉 (CPL-238): at the court that the edges name, within fifteen days of service.</summary>
public static class Suing
{
    /// <summary>The suit is filed; the fifteenth day counts, the sixteenth is too late.</summary>
    /// <param name="filedOn">The day on which the outsider went to court.</param>
    /// <param name="number">Case number of the suit, as read.</param>
    public static Decision<object> File(Petition petition, int no, DateOnly filedOn, CaseNumber? number, string? paper, ChainRules rules)
    {
        if (Closed(petition, no) is { } closed)
        {
            return closed;
        }

        var chain = petition.Procedures.Find(no)!;
        var (last, court) = (Chains.Last(petition, chain, RemedyWindow.Suit), rules.Edge("outsider>suit", chain.Court, chain.Court, filedOn)?.Court);
        return number switch
        {
            _ when Chains.Day("filedOn", filedOn, rules.Today, chain.LastRuled!.Served!.On) is { } day => day,
            _ when filedOn > last => new Refusal.Law("CPL-238", "suit-late", last, filedOn),
            null => new Refusal.Input("number", "case-number-unreadable"),
            { IsEnforcement: true } => new Refusal.Law("CPL-238", "suit-number-type", number.Text),
            { Court: var at } when court is null || at?.Number != court.Number => new Refusal.Law("CPL-238", "chain-other-court", (court ?? rules.Court(chain.Court)).Name),
            _ when Chains.Empty(paper) => new Refusal.Law("CPL-238", "application-needs-paper"),
            _ => new object[] { new OutsiderSuitFiled(no, filedOn, court.Number, number.Text, paper!.Trim()) },
        };
    }

    /// <summary>Why there is nothing to sue about, whatever is given; null where there is.</summary>
    public static Refusal? Closed(Petition petition, int no) => petition.Procedures.Find(no) switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        null => new Refusal.Input("procedure", "conversion-unknown", no),
        { Owed.Kind: ObjectionKind.Act } => new Refusal.Law("CPL-238", "suit-not-outsider"),
        { Suit: not null } => new Refusal.State("suit-filed"),
        { IsOpen: true } or { LastRuled: null } => new Refusal.Law("CPL-238", "suit-before-ruling"),
        { LastRuled.Served: null } => new Refusal.Law("CPL-238", "suit-not-served"),
        _ => null,
    };

    /// <summary>Why no suit is to be recorded; null where one can be.</summary>
    public static Refusal? Nothing(Petition petition) => Chains.None(petition, c => Closed(petition, c.Owed.No) is null, new Refusal.State("suit-nothing"));
}

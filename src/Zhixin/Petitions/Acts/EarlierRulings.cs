using Zhixin.Courts;

namespace Zhixin.Petitions.Acts;

/// <summary>A ruling from papers.</summary>
/// <param name="No">The chain that it belongs to; an objection begins one, and names none.</param>
/// <param name="Objection">Of which kind the objection was.</param>
/// <param name="Maker">The court that made it; null where what was given is no court.</param>
public sealed record EarlierRuling(
    int No, ReviewKind Kind, ObjectionKind Objection, Court? Maker, CaseNumber? Number, DateOnly RuledOn, DateOnly ServedOn, RulingOutcome Outcome, string? Document);

/// <summary>
/// Procedures that are older than this matter, or ran outside of it: each ruling with number, maker, day, outcome and where it is kept, in the order in which the law
/// opens them (SPC16-11). And enforcement that was restored.
/// </summary>
public static class EarlierRulings
{
    /// <summary>The act, as the authority matrix names it.</summary>
    public const string Act = "record-earlier-ruling";

    /// <summary>An older ruling is put on record; the rights that it began run from its service.</summary>
    public static Decision<object> Record(Petition petition, EarlierRuling ruling, ChainRules rules)
    {
        var chain = ruling.Kind == ReviewKind.Objection ? null : petition.Procedures.Find(ruling.No);
        return ruling switch
        {
            _ when NotRecordable(petition) is { } not => not,
            { Kind: not ReviewKind.Objection } when chain is null => new Refusal.Law("SPC16-11", "earlier-needs-objection"),
            { Number: null } => new Refusal.Input("number", "case-number-unreadable"),
            { Maker: null } => new Refusal.Input("court", "court-unknown", string.Empty),
            { Number: var number, Maker: var maker } when Reconsidering.Unfit(petition, number, Type(ruling.Kind), maker.Number, "SPC16-11") is { } unfit => unfit,
            _ when Chains.Day("ruledOn", ruling.RuledOn, rules.Today, chain?.LastRuled?.Ruling?.On) is { } day => day,
            _ when Chains.Day("servedOn", ruling.ServedOn, rules.Today, ruling.RuledOn) is { } day => day,
            { Outcome: var outcome } when !outcome.Fits(ruling.Kind) || outcome is RulingOutcome.SentBack or RulingOutcome.NotAccepted => new Refusal.Input("outcome", "review-outcome-unknown"),
            _ when Chains.Empty(ruling.Document) => new Refusal.Law("SPC16-11", "review-needs-document"),
            _ when chain is not null && Misplaced(chain, ruling, rules) is { } misplaced => misplaced,
            _ => Recorded(petition, ruling, rules).ToArray(),
        };
    }

    /// <summary>Enforcement was restored under a number of its own.</summary>
    public static Decision<object> Restore(Petition petition, CaseNumber? number, DateOnly restoredOn, string? ground, string? document, ChainRules rules) => number switch
    {
        _ when NotRecordable(petition) is { } not => not,
        null => new Refusal.Input("number", "case-number-unreadable"),
        { Type: not "执恢" } => new Refusal.Law("SPC16-11", "procedure-number-type", number.Text, "执恢"),
        { Court: null } => new Refusal.Law("SPC16-11", "procedure-number-court", number.Text),
        _ when petition.Procedures.Restored.Any(r => r.Number == number.Text) => new Refusal.Input("number", "conversion-number-used", number.Text),
        _ when Chains.Day("restoredOn", restoredOn, rules.Today) is { } day => day,
        _ when Chains.Empty(ground) => new Refusal.Input("ground", "restored-needs-ground"),
        _ when Chains.Empty(document) => new Refusal.Input("document", "document-required"),
        { Court.Number: var court } => new object[] { new EnforcementRestored(court, number.Text, restoredOn, ground!.Trim(), document!.Trim()) },
    };

    /// <summary>Why nothing of this can be recorded; null when it can.</summary>
    public static Refusal? NotRecordable(Petition petition) => petition switch
    {
        _ when Chains.NotInForce(petition) is { } not => not,
        { Opened.CaseNumber: null } => new Refusal.Law("SPC16-11", "conversion-needs-case"),
        _ => null,
    };

    /// <summary>Why the ruling does not follow on the last one of the chain; null where it does, at the court that the way of that day names.</summary>
    private static Refusal? Misplaced(Conversion chain, EarlierRuling ruling, ChainRules rules)
    {
        if (chain.IsOpen)
        {
            return new Refusal.State("chain-step-open");
        }

        if (chain.LastRuled is not { Served: not null } last || chain.Owed.Kind == ObjectionKind.Outsider || (ruling.Kind == ReviewKind.Reconsideration) != (last.Kind == ReviewKind.Objection))
        {
            return new Refusal.Law("SPC16-11", "earlier-out-of-order");
        }

        string[] ways = ruling.Kind == ReviewKind.Reconsideration ? ["objection>reconsideration"] : [SupervisionCases.Way(last, rules), SupervisionCases.Way(last, rules) + "-above"];
        var courts = ways.Select(way => rules.Edge(way, last.Court, chain.Court, ruling.RuledOn)?.Court).OfType<Court>().ToList();
        return courts.Count > 0 && courts.All(c => c.Number != ruling.Maker!.Number) ? new Refusal.Law("SPC16-11", "earlier-other-court", courts[0].Name) : null;
    }

    private static string Type(ReviewKind kind) => kind switch
    {
        ReviewKind.Objection => "执异",
        ReviewKind.Reconsideration => "执复",
        ReviewKind.Supervision => "执监",
    };

    private static IEnumerable<object> Recorded(Petition petition, EarlierRuling ruling, ChainRules rules)
    {
        var (no, court, level) = (ruling.Kind == ReviewKind.Objection ? petition.Procedures.Conversions.Count + 1 : ruling.No, ruling.Maker!.Number, ruling.Maker.Level);
        var (document, to) = (ruling.Document!.Trim(), string.Empty);
        yield return new EarlierRulingRecorded(no, ruling.Kind, ruling.Objection, court, level, ruling.Number!.Text, ruling.RuledOn, ruling.ServedOn, ruling.Outcome, document);
        if (ruling.Kind == ReviewKind.Objection)
        {
            yield return ruling.Objection == ObjectionKind.Act
                ? new ObjectionRulingServed(no, ruling.ServedOn, court, level, to, ServiceMethod.Post, document)
                : new OutsiderRulingServed(no, ruling.ServedOn, court, level, to, ServiceMethod.Post, document);
        }
        else if (ruling.Kind == ReviewKind.Reconsideration)
        {
            var limited = rules.Edge(rules.Court(court).Level == CourtLevel.High ? "high-reconsideration>supervision" : "reconsideration>supervision", court, court, ruling.ServedOn) is { IsLimited: true };
            yield return new ReconsiderationEffective(no, ruling.ServedOn, court, level, limited, to, ServiceMethod.Post, document);
        }
    }
}

using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Supervisions.Acts;

/// <summary>Ask for closing.</summary>
/// <param name="Condition">Code of the list of closing conditions.</param>
/// <param name="Documents">What shows a material, by its sub-code; null where nothing was given.</param>
public sealed record AskClosing(string? Condition, Func<string, string?> Documents, Actors By);

/// <summary>What closing has to know.</summary>
/// <param name="Closings">The conditions, each with its materials (HNI-15).</param>
/// <param name="ByGround">Which conditions fit which ground (HNI-3, 15).</param>
public sealed record ClosingRules(CodeList Closings, CodeList ByGround);

/// <summary>
/// The end of a supervision: by the condition that fits the ground, with every material, and the consent of another (HNI-15); by the court below, once the superior
/// found it settled; or another round (HNP-15). Void and merged are ends of their own.
/// </summary>
public static class Closing
{
    /// <summary>The act that consents.</summary>
    public const string Consenting = "consent-supervision-close";

    private const string Consent = "-consent";
    private const string Elevated = "2";
    private const string Other = "8";
    private const string Elements = "supervision.elements-fixed";
    private const string Listed = "supervision.listed-result-reported";

    /// <summary>Closing is asked for (HNI-15).</summary>
    public static Decision<object> Ask(Supervision supervision, AskClosing command, int court, ClosingRules rules)
    {
        if (NotAskable(supervision, court) is { } not)
        {
            return not;
        }

        if (rules.Closings.Find(command.Condition ?? string.Empty) is not { } condition || !Fits(supervision, condition.Code, rules))
        {
            return new Refusal.Law("HNI-15(1)", "close-condition-not-of-ground", rules.ByGround.Find(supervision.Ground ?? string.Empty)?.Name ?? string.Empty);
        }

        var needed = Materials(condition);
        return Unready(supervision, condition) is { } unready ? unready
            : needed.FirstOrDefault(m => string.IsNullOrWhiteSpace(command.Documents(m.Code))) is { } missing ? new Refusal.Law(condition.Clause, "close-needs-material", missing.Name)
            : new object[]
            {
                new SupervisionCloseAsked(condition.Code, [.. needed.Select(m => new ClosingMaterial(m.Code, command.Documents(m.Code)!.Trim()))], command.By.Person, command.By.For),
            };
    }

    /// <summary>Why closing cannot be asked for, whatever is given; null when it can.</summary>
    public static Refusal? NotAskable(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Court != court => new Refusal.Law("HNI-2", "supervision-not-lead"),
        { Ground: null } => new Refusal.Law("HNI-4", "supervision-not-reviewed"),
        { CloseAsked: not null } => new Refusal.State("close-asked-before"),
        _ => Unfinished(supervision),
    };

    /// <summary>What the pack asks for a condition before the consent, which is an act of its own.</summary>
    public static IReadOnlyList<CodeItem> Materials(CodeItem condition) => [.. condition.Sub.Where(s => !s.Code.EndsWith(Consent, StringComparison.Ordinal))];

    /// <summary>Whether a condition fits the ground on which the matter is supervised.</summary>
    public static bool Fits(Supervision supervision, string condition, ClosingRules rules) =>
        rules.ByGround.Items.Any(item => item.Code == supervision.Ground && item.Sub.Any(sub => sub.Code == $"{item.Code}:{condition}"));

    /// <summary>Another agrees, and the supervision is over; or does not, and it goes on (HNI-15).</summary>
    public static Decision<object> Decide(Supervision supervision, int court, bool agreed, string? reason, ClosingRules rules, Actors by) => supervision switch
    {
        _ when NothingAsked(supervision, court) is { } not => not,
        { CloseAsked: { } asked } when by.Include(asked.AskedBy) || by.Include(asked.AskedFor) => new Refusal.State("decides-own-request"),
        { CloseAsked: { } asked } when agreed => (Unfinished(supervision) ?? (rules.Closings.Find(asked.Condition) is { } condition ? Unready(supervision, condition) : null)) is { } unready ? unready
            : new object[] { new SupervisionClosed(asked.Condition, Evidence(asked, rules.Closings)) },
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("HNI-15(1)", "close-refusal-needs-reason"),
        _ => new object[] { new SupervisionCloseRefused(reason.Trim()) },
    };

    /// <summary>Why there is nothing to consent to; null where there is.</summary>
    public static Refusal? NothingAsked(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Court != court => new Refusal.Law("HNI-2", "supervision-not-lead"),
        { CloseAsked: null } => new Refusal.State("close-not-asked"),
        _ => null,
    };

    /// <summary>The High Court reviewed the report: lawful, and the matter settled; the court below closes (HNP-15).</summary>
    /// <param name="reviews">Whether HNP-15 is in force at the court, and it is a High Court: every other closing needs the ground's condition and consent (HNI-15).</param>
    public static Decision<object> FindSettled(Supervision supervision, int court, bool reviews, string? finding) => supervision switch
    {
        _ when NotSettled(supervision, court, reviews) is { } not => not,
        _ when string.IsNullOrWhiteSpace(finding) => new Refusal.Law("HNP-15", "settled-needs-finding"),
        _ => new object[] { new SupervisionFoundSettled(finding.Trim()) },
    };

    /// <summary>Why it is not found settled, whatever is given; null when it can be.</summary>
    public static Refusal? NotSettled(Supervision supervision, int court, bool reviews) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Court != court => new Refusal.Law("HNI-2", "supervision-not-lead"),
        _ when !reviews => new Refusal.Law("HNI-15(1)", "settled-only-high"),
        { IsSettled: true } => new Refusal.State("settled-before"),
        { Letters.Count: 0 } => new Refusal.Law("HNP-15", "settled-needs-report"),
        _ => Unaccepted(supervision) is null ? null : new Refusal.Law("HNP-15", "settled-needs-report"),
    };

    /// <summary>The court below closes after the superior's review (HNP-15).</summary>
    public static Decision<object> AfterReview(Supervision supervision, int court, string? evidence) => supervision switch
    {
        _ when NotAfterReview(supervision, court) is { } not => not,
        _ when string.IsNullOrWhiteSpace(evidence) => new Refusal.Law("HNP-15", "settled-close-needs-evidence"),
        _ => new object[] { new SupervisionClosed("settled", evidence.Trim()) },
    };

    /// <summary>Why the court below does not close; null when it can: it enforces, or has a letter of this round.</summary>
    public static Refusal? NotAfterReview(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Enforcing != court && !supervision.Letters.Any(l => l.Issued.To == court && l.Round == supervision.Rounds && l.Ended != "withdrawn") => new Refusal.State("supervision-letter-not-yours"),
        { IsSettled: false } => new Refusal.Law("HNP-15", "close-before-review"),
        _ => Unfinished(supervision) ?? Unlisted(supervision),
    };

    /// <summary>The matter is supervised again, until it is settled (HNP-15): the letters of the round end, new ones are sent.</summary>
    public static Decision<object> Again(Supervision supervision, int court, string? reason) => supervision switch
    {
        _ when NotAgain(supervision, court) is { } not => not,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("HNP-15", "round-needs-reason"),
        _ => supervision.Open.Select(l => (object)new SupervisionLetterWithdrawn(l.No, reason.Trim())).Append(new SupervisionRoundOpened(supervision.Rounds + 1, reason.Trim())).ToArray(),
    };

    /// <summary>Why there is no other round; null where a report was found unlawful, or the matter unsettled.</summary>
    public static Refusal? NotAgain(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Court != court => new Refusal.Law("HNI-2", "supervision-not-lead"),
        _ when supervision.Open.Any(l => l.LastReport?.Finding == ReportFinding.Unlawful) => null,
        _ => new Refusal.Law("HNP-15", "round-needs-finding"),
    };

    /// <summary>Opened by mistake: nothing went down yet.</summary>
    public static Decision<object> Void(Supervision supervision, int court, string? reason) => supervision switch
    {
        _ when NotVoidable(supervision, court) is { } not => not,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("GC21-16", "supervision-void-needs-reason"),
        _ => new object[] { new SupervisionVoided(reason.Trim()) },
    };

    /// <summary>Why it cannot be voided; null when it can.</summary>
    public static Refusal? NotVoidable(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Court != court => new Refusal.Law("HNI-2", "supervision-not-lead"),
        { Letters.Count: > 0 } => new Refusal.State("supervision-void-sent"),
        _ => null,
    };

    /// <summary>Another supervision of the same matter goes on in its place (HNI-2).</summary>
    /// <param name="into">The one that runs beside it and leads; null where there is none.</param>
    public static Decision<object> Merge(Supervision supervision, int court, RunningSupervision? into, string? reason) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Court != court => new Refusal.Law("HNI-2", "supervision-not-lead"),
        _ when into is null => new Refusal.State("supervision-merge-none"),
        _ when Kept(supervision) is { } kept => kept,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("HNI-2", "supervision-merge-needs-reason"),
        _ => new object[] { new SupervisionMerged(into.Id, into.Home, into.Number, reason.Trim()) },
    };

    /// <summary>What a merger would waive, and which is brought to its end first: an opinion, a reconsideration, what HNI-12 owes, what somebody awaits, what is to be put right.</summary>
    private static Refusal.Law? Kept(Supervision supervision) => supervision switch
    {
        _ when supervision.Opinions.Any(o => o.Binds || o.IsAsked) => new Refusal.Law("HNI-10", "merge-opinion-binds"),
        _ when supervision.Opinions.Any(o => o.OwesBulletin || o.OwesAccountability) => new Refusal.Law("HNI-12", "merge-accountability-owed"),
        _ when Instructing.Awaiting(supervision).FirstOrDefault() is { } instruction => new Refusal.Law("HNP-14", "close-report-up-owed", instruction.Facts.From),
        _ when supervision.Admonitions.Any(a => a.RectifiedOn is null) => new Refusal.Law("SPC16-5(4)", "merge-rectification-owed"),
        _ => null,
    };

    /// <summary>What must be brought to its end first: a reconsideration, and the report that a body awaits.</summary>
    private static Refusal.Law? Unfinished(Supervision supervision) => supervision.Opinions.Any(o => o.IsAsked) ? new Refusal.Law("HNI-11", "close-reconsideration-runs")
        : Instructing.Awaiting(supervision).FirstOrDefault() is { } instruction ? new Refusal.Law("HNP-14", "close-report-up-owed", instruction.Facts.From) : null;

    /// <summary>Why a listed matter does not end as settled: the court that enforces owes its six elements, or the result (HNP-22).</summary>
    private static Refusal.Law? Unlisted(Supervision supervision) =>
        supervision.Obligations.Any(o => o.IsOpen && (o.Rule.FulfilledBy.Contains(Elements) || o.Rule.FulfilledBy.Contains(Listed))) ? new Refusal.Law("HNP-22", "close-listed-result-owed") : null;

    private static string Evidence(SupervisionCloseAsked asked, CodeList closings) =>
        string.Join("；", asked.Materials.Select(m => $"{closings.Find(m.Code)?.Name ?? m.Code}：{m.Document}"));

    /// <summary>Why a condition is not there yet: the ruling (HNI-15(2)); or the accepted report of the court below and the result of a listed matter, save for (2) and (8).</summary>
    private static Refusal? Unready(Supervision supervision, CodeItem condition) => condition.Code switch
    {
        Elevated when supervision.Letters.Count == 0 || supervision.TakenOver.Count == 0 => new Refusal.Law(condition.Clause, "close-needs-ruling"),
        Elevated or Other => null,
        _ => Unaccepted(supervision) is { } letter ? new Refusal.Law(condition.Clause, "close-needs-report", letter) : Unlisted(supervision),
    };

    /// <summary>The number of a letter of this round whose report is still awaited or not accepted; empty where none went; null where every report is accepted.</summary>
    private static string? Unaccepted(Supervision supervision) =>
        supervision.Letters.Where(l => l.Round == supervision.Rounds && l.AwaitsReport && l.Ended != "withdrawn").ToList() is { Count: > 0 } awaited
            ? awaited.FirstOrDefault(l => l.IsOpen)?.Issued.Number
            : string.Empty;
}

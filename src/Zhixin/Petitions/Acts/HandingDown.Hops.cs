using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>What happens to a hop while it runs: the court below names and reports, the court above accepts, returns, presses or takes back.</summary>
public static partial class HandingDown
{
    /// <summary>The act by which the court below reports, as the authority matrix names it; whoever is named for the hop may do it.</summary>
    public const string Reporting = "report-hand-down";

    /// <summary>Why a court names nobody: no hop that runs, or was a direct transfer, goes to it. Null where one does.</summary>
    public static Refusal? NobodyToName(Petition petition, int court) =>
        petition.HandDowns.All.Any(h => h.Issued.To == court && h.MayName) ? null : new Refusal.State("hand-down-none-here");

    /// <summary>Why a court reports or answers nothing: no running hop goes to it. Null where one does.</summary>
    public static Refusal? NothingHere(Petition petition, int court) => petition.HandDowns.RunsTo(court) ? null : new Refusal.State("hand-down-none-here");

    /// <summary>Why a court reports nothing; null where a hop that goes to it waits for a report.</summary>
    public static Refusal? NothingToReport(Petition petition, int court) =>
        NothingHere(petition, court) ?? petition.HandDowns.Open.Where(h => h.Issued.To == court).Select(h => NotReportable(petition, h)).MinBy(why => why is not null);

    /// <summary>The same for a report on progress, which waits for nothing below.</summary>
    public static Refusal? NoProgress(Petition petition, int court) =>
        NothingHere(petition, court) ?? petition.HandDowns.Open.Where(h => h.Issued.To == court).Select(NotDue).MinBy(why => why is not null);

    /// <summary>Why a court takes nothing back; null where a hop of its own runs.</summary>
    public static Refusal? NothingOut(Petition petition, int court) =>
        petition.HandDowns.Open.Any(h => h.Issued.From == court) ? null : new Refusal.State("hand-down-none-out");

    /// <summary>Why a court accepts or returns nothing; null where a report lies with it.</summary>
    public static Refusal? NothingReported(Petition petition, int court) =>
        NothingOut(petition, court) ?? (petition.HandDowns.Open.Any(h => h.Issued.From == court && h.Pending is not null) ? null : new Refusal.State("hand-down-not-reported"));

    /// <summary>Why a court presses nobody; null where a report to it is overdue.</summary>
    public static Refusal? NothingLate(Petition petition, int court, DateOnly today) =>
        NothingOut(petition, court) ?? (petition.HandDowns.Open.Any(h => h.Issued.From == court && petition.IsOverdue(h, today)) ? null : new Refusal.Law("HNP-16", "hand-down-not-overdue"));

    /// <summary>The lower court names who handles it; of a direct transfer too, which is over when it is there (HNP-19).</summary>
    /// <param name="court">The court that names.</param>
    public static Decision<object> Name(Petition petition, int no, int court, Candidate? handler, string? phone) => Running(petition, no, court, below: true, h => h.MayName) switch
    {
        (_, { } not) => not,
        _ when handler is null || !handler.InPost || handler.Court != court => new Refusal.Input("handler", "handler-not-in-post", handler?.Name ?? string.Empty),
        _ when petition.Accused.Contains(handler.Id) => new Refusal.Law("GC21-5(1)", "assign-accused", handler.Name),
        ({ Named: { } named }, _) when named.Handler == handler.Id => new Refusal.State("already-assigned", handler.Name),
        _ => new object[] { new HandDownHandlerNamed(no, handler.Id, handler.Name, Blank(phone)) },
    };

    /// <summary>The lower court reports progress and result; not before what it handed further down is back.</summary>
    /// <param name="measures">Which measures of its own it took.</param>
    /// <param name="owesMeasures">Whether concrete measures are asked of the court in the middle (HNP-10); handing further down is one.</param>
    public static Decision<object> Report(
        Petition petition, int no, int court, string? progress, string? result, string? document, Actors by, string? measures = null, Func<Hop, bool>? owesMeasures = null) =>
        Running(petition, no, court, below: true) switch
        {
            (_, { } not) => not,
            ({ } hop, _) when NotReportable(petition, hop) is { } early => early,
            ({ } hop, _) when owesMeasures?.Invoke(hop) == true && Empty(measures) && !WentFurther(petition, hop) => new Refusal.Law("HNP-10", "hand-down-report-needs-measures"),
            _ when Empty(progress) => new Refusal.Law("GC21-13", "opinion-needs-progress"),
            _ when Empty(result) => new Refusal.Law("GC21-13", "opinion-needs-result"),
            _ when Empty(document) => new Refusal.Law("HNP-14", "hand-down-needs-report"),
            _ => new object[] { new HandDownReported(no, HopReportKind.Result, progress!.Trim(), result!.Trim(), Blank(measures), document!.Trim(), by.Person, by.For) },
        };

    /// <summary>By its date the lower court reports how far it has come (HNP-9, 10, 21), also while something below is open; the result is awaited all the same.</summary>
    public static Decision<object> ReportProgress(Petition petition, int no, int court, string? progress, string? next, string? document, Actors by) =>
        Running(petition, no, court, below: true) switch
        {
            (_, { } not) => not,
            ({ } hop, _) when NotDue(hop) is { } early => early,
            _ when Empty(progress) => new Refusal.Law("HNP-21", "opinion-needs-progress"),
            _ when Empty(next) => new Refusal.Law("HNP-21", "progress-needs-next"),
            _ when Empty(document) => new Refusal.Law("HNP-21", "hand-down-needs-report"),
            _ => new object[] { new HandDownReported(no, HopReportKind.Progress, progress!.Trim(), next!.Trim(), null, document!.Trim(), by.Person, by.For) },
        };

    /// <summary>Progress is noted, and the result is awaited by a date that is named.</summary>
    public static Decision<object> AnswerProgress(Petition petition, int no, int court, string? opinion, DateOnly? due, DateOnly today) => Running(petition, no, court, below: false) switch
    {
        (_, { } not) => not,
        ({ Pending: not { Reported.Kind: HopReportKind.Progress } }, _) => new Refusal.State("hand-down-not-reported"),
        _ when Empty(opinion) => new Refusal.Law("HNP-10", "hand-down-accept-needs-opinion"),
        _ when due is null => new Refusal.Law("HNP-21", "progress-needs-date"),
        _ when due < today => new Refusal.Input("due", "hand-down-due-past", today),
        ({ } hop, _) when due > Parent(petition, hop)?.DueOn => new Refusal.Law("HNP-10", "hand-down-due-after-own", Parent(petition, hop)!.DueOn),
        ({ } hop, _) => new object[] { new HandDownProgressAnswered(no, opinion!.Trim(), DueStated: true, due.Value, hop.Issued.To == petition.Opened.Responsible) },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The report is not accepted, with the reason; a new date may be set, else the old one stands and the report is owed again.</summary>
    public static Decision<object> Return(Petition petition, int no, int court, string? reason, DateOnly? due, DateOnly today) => Running(petition, no, court, below: false) switch
    {
        (_, { } not) => not,
        ({ Pending: null }, _) => new Refusal.State("hand-down-not-reported"),
        _ when Empty(reason) => new Refusal.Law("HNP-11", "hand-down-return-needs-reason"),
        _ when due < today => new Refusal.Input("due", "hand-down-due-past", today),
        ({ } hop, _) when due > Parent(petition, hop)?.DueOn => new Refusal.Law("HNP-10", "hand-down-due-after-own", Parent(petition, hop)!.DueOn),
        ({ } hop, _) => new object[]
        {
            new HandDownReportReturned(no, reason!.Trim(), (due ?? hop.DueOn) is not null, due ?? hop.DueOn, hop.Issued.To == petition.Opened.Responsible),
        },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The report on the result is accepted, and the hop is over.</summary>
    public static Decision<object> Accept(Petition petition, int no, int court, string? opinion) => Running(petition, no, court, below: false) switch
    {
        (_, { } not) => not,
        ({ Pending: null }, _) => new Refusal.State("hand-down-not-reported"),
        ({ Pending.Reported.Kind: HopReportKind.Progress }, _) => new Refusal.Law("HNP-10", "report-is-progress"),
        _ when Empty(opinion) => new Refusal.Law("HNP-10", "hand-down-accept-needs-opinion"),
        ({ } hop, _) => new object[]
        {
            new HandDownReportAccepted(no, opinion!.Trim(), hop.Pending.On), HandDownClosed.Of(hop, HopEnd.Accepted),
        },
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The court above presses for a report that is overdue, by a means of the list (HNP-16).</summary>
    /// <param name="means">The list "overdue-means".</param>
    public static Decision<object> Press(Petition petition, int no, int court, string? by, string? content, CodeList means, DateOnly today) => Running(petition, no, court, below: false) switch
    {
        (_, { } not) => not,
        ({ } hop, _) when !petition.IsOverdue(hop, today) => new Refusal.Law("HNP-16", "hand-down-not-overdue"),
        _ when means.Find(by ?? string.Empty) is null => new Refusal.Input("means", "hand-down-means-unknown", by ?? string.Empty),
        _ when Empty(content) => new Refusal.Law("HNP-16", "hand-down-press-needs-content"),
        _ => new object[] { new HandDownPressed(no, by!, content!.Trim()) },
    };

    /// <summary>The court that handed down takes it back with everything below it, and answers itself where it did before.</summary>
    public static Decision<object> Recall(Petition petition, int no, int court, string? reason, DateOnly today) => Running(petition, no, court, below: false) switch
    {
        (_, { } not) => not,
        _ when Empty(reason) => new Refusal.Input("reason", "reason-required"),
        ({ Moved: true }, _) when petition.Procedures.IsPending => new Refusal.State("transfer-procedure-open"),
        ({ Moved: true }, _) when petition is { IsOpen: true, Acceptance.Decline: not null } => new Refusal.State("decline-open"),
        ({ } hop, _) => Recalled(petition, hop, reason!.Trim(), today).ToArray(),
        _ => throw new InvalidOperationException(),
    };

    private static IEnumerable<object> Recalled(Petition petition, Hop hop, string reason, DateOnly today)
    {
        foreach (var below in petition.HandDowns.Below(hop))
        {
            foreach (var fact in Recalled(petition, below, reason, today).OfType<HandDownClosed>())
            {
                yield return fact;
            }
        }

        yield return HandDownClosed.Of(hop, HopEnd.Recalled, reason);
        if (hop.Moved && petition.IsOpen && petition.Opened.Responsible != hop.Issued.From)
        {
            yield return Moving.Pass(petition, hop.Issued.From, today);
        }
    }

    private static Refusal? NotReportable(Petition petition, Hop hop) => hop switch
    {
        { Pending: not null } => new Refusal.State("hand-down-report-pending"),
        _ when petition.HandDowns.Below(hop).FirstOrDefault() is { } below => new Refusal.Law("HNP-10", "hand-down-below-open", below.Issued.Letter),
        { Named: null } => new Refusal.Law("HNP-16", "hand-down-needs-handler"),
        _ => null,
    };

    /// <summary>What speaks against a report on progress: only what has a date is reported on by its date.</summary>
    private static Refusal? NotDue(Hop hop) => hop switch
    {
        { Pending: not null } => new Refusal.State("hand-down-report-pending"),
        { DueOn: null } => new Refusal.State("progress-nothing-by-date"),
        { Named: null } => new Refusal.Law("HNP-16", "hand-down-needs-handler"),
        _ => null,
    };

    private static bool WentFurther(Petition petition, Hop hop) => petition.HandDowns.All.Any(h => h.Issued.Parent == hop.Issued.No && h.Ended is not HopEnd.Recalled);

    /// <summary>The running hop with a number, from the side of a court: the one that has it, or the one that handed it down.</summary>
    /// <param name="counts">Which hops count; null: those that run.</param>
    private static (Hop? Hop, Refusal? Not) Running(Petition petition, int no, int court, bool below, Func<Hop, bool>? counts = null) => petition.HandDowns.Find(no) switch
    {
        null => (null, new Refusal.Input("hop", "hand-down-unknown", no)),
        { } hop when !(counts ?? (h => h.IsOpen))(hop) => (null, new Refusal.State("hand-down-over")),
        { } hop when (below ? hop.Issued.To : hop.Issued.From) != court => (null, new Refusal.State("hand-down-not-yours")),
        { } hop => (hop, null),
    };
}

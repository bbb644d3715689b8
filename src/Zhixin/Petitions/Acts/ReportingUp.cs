namespace Zhixin.Petitions.Acts;

/// <summary>
/// The special report to the body or leader that awaits the result (HNP-9, 14): drafted by whoever handles it, reviewed by the bureau director, approved by
/// the president in charge, then sent; whoever did one step does not do the next that judges it.
/// </summary>
public static class ReportingUp
{
    /// <summary>The acts of the chain, as the authority matrix names them.</summary>
    public const string Drafting = "draft-report-up";

    /// <summary>The review by the bureau director.</summary>
    public const string Reviewing = "review-report-up";

    /// <summary>The approval by the president in charge.</summary>
    public const string Approving = "approve-report-up";

    /// <summary>The sending.</summary>
    public const string Sending = "send-report-up";

    private const string Clause = "HNP-14";

    /// <summary>Why a court drafts nothing; null where a hop of its own is settled and somebody awaits the result.</summary>
    public static Refusal? NotDraftable(Petition petition, int court) => Mine(petition, court) switch
    {
        [] => new Refusal.State("hand-down-nobody-awaits"),
        var own when own.All(h => h.SpecialReportSent) => new Refusal.State("hand-down-reported-up"),
        var own when !own.Any(h => h.AwaitsUp) => new Refusal.Law(Clause, "hand-down-not-accepted"),
        var own when own.Where(h => h.AwaitsUp).All(h => h.Up is { IsReturned: false }) => new Refusal.State("report-up-drafted"),
        _ => null,
    };

    /// <summary>Why nothing can be reviewed; null where a draft waits for the bureau director.</summary>
    public static Refusal? NotReviewable(Petition petition, int court) =>
        Mine(petition, court).Any(h => h is { AwaitsUp: true, Up: { Reviewed: null } }) ? null : new Refusal.Law(Clause, "report-up-not-drafted");

    /// <summary>Why nothing can be approved; null where a reviewed draft waits for the president in charge.</summary>
    public static Refusal? NotApprovable(Petition petition, int court) =>
        Mine(petition, court).Any(h => h is { AwaitsUp: true, Up: { Reviewed.Agreed: true, Approved: null } }) ? null : new Refusal.Law(Clause, "report-up-not-reviewed");

    /// <summary>Why nothing can be sent; null where one is approved.</summary>
    public static Refusal? NotSendable(Petition petition, int court) =>
        Mine(petition, court).Any(h => h is { AwaitsUp: true, Up.IsApproved: true }) ? null : new Refusal.Law(Clause, "report-up-not-approved");

    /// <summary>The report is drafted, once the lower court's report is accepted; anew, where it was sent back.</summary>
    public static Decision<object> Draft(Petition petition, int no, int court, string? body, string? content, string? document, Actors by) => Find(petition, no, court) switch
    {
        (_, { } not) => not,
        ({ Up: { IsReturned: false } }, _) => new Refusal.State("report-up-drafted"),
        _ when Empty(body) => new Refusal.Input("body", "feedback-needs-body"),
        _ when Empty(content) => new Refusal.Law(Clause, "report-up-needs-content"),
        _ when Empty(document) => new Refusal.Law(Clause, "hand-down-needs-report"),
        _ => new object[] { new HandDownReportUpDrafted(no, body!.Trim(), content!.Trim(), document!.Trim(), by.Person, by.For) },
    };

    /// <summary>The bureau director reviews the draft of another.</summary>
    public static Decision<object> Review(Petition petition, int no, int court, bool agreed, string? opinion, Actors by) => Find(petition, no, court) switch
    {
        (_, { } not) => not,
        ({ Up: not { Reviewed: null } }, _) => new Refusal.Law(Clause, "report-up-not-drafted"),
        ({ Up: { } up }, _) when Did(by, up.Drafted.DraftedBy, up.Drafted.DraftedFor) => new Refusal.Authority(Reviewing, "report-up-another"),
        _ when Empty(opinion) => new Refusal.Law(Clause, "report-up-needs-opinion"),
        _ => new object[] { new HandDownReportUpReviewed(no, agreed, opinion!.Trim(), by.Person, by.For) },
    };

    /// <summary>The president in charge decides on what the bureau director agreed to.</summary>
    public static Decision<object> Approve(Petition petition, int no, int court, bool agreed, string? opinion, Actors by) => Find(petition, no, court) switch
    {
        (_, { } not) => not,
        ({ Up: not { Reviewed.Agreed: true, Approved: null } }, _) => new Refusal.Law(Clause, "report-up-not-reviewed"),
        ({ Up: { } up }, _) when Did(by, up.Drafted.DraftedBy, up.Drafted.DraftedFor) || Did(by, up.Reviewed.ReviewedBy, up.Reviewed.ReviewedFor) => new Refusal.Authority(Approving, "report-up-another"),
        _ when Empty(opinion) => new Refusal.Law(Clause, "report-up-needs-opinion"),
        _ => new object[] { new HandDownReportUpApproved(no, agreed, opinion!.Trim(), by.Person, by.For) },
    };

    /// <summary>The approved report is with the body or leader; the receipt proves it.</summary>
    public static Decision<object> Send(Petition petition, int no, int court, string? proof) => Find(petition, no, court) switch
    {
        (_, { } not) => not,
        ({ Up: not { IsApproved: true } }, _) => new Refusal.Law(Clause, "report-up-not-approved"),
        _ when Empty(proof) => new Refusal.Law(Clause, "report-up-needs-proof"),
        ({ Up: { Drafted: var drafted } }, _) => Answered(petition, no, court).Select(hop => (object)new HandDownSpecialReportSent(hop, drafted.Body, drafted.Document, proof!.Trim())).ToArray(),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The settled hop with a number, whose result somebody awaits from the court that handed down.</summary>
    private static (Hop? Hop, Refusal? Not) Find(Petition petition, int no, int court) => petition.HandDowns.Find(no) switch
    {
        null => (null, new Refusal.Input("hop", "hand-down-unknown", no)),
        { Issued.From: var from } when from != court => (null, new Refusal.State("hand-down-not-yours")),
        { Issued.AwaitedByBody: false } => (null, new Refusal.State("hand-down-nobody-awaits")),
        { SpecialReportSent: true } => (null, new Refusal.State("hand-down-reported-up")),
        { AwaitsUp: false } => (null, new Refusal.Law(Clause, "hand-down-not-accepted")),
        { } hop => (hop, null),
    };

    /// <summary>The hop that is reported on, and those that were taken back before it went down once more: the body waited for one result.</summary>
    private static IEnumerable<int> Answered(Petition petition, int no, int court) =>
        Mine(petition, court).Where(h => h.AwaitsUp && h.Ended == HopEnd.Recalled && h.Issued.No < no).Select(h => h.Issued.No).Prepend(no);

    private static IReadOnlyList<Hop> Mine(Petition petition, int court) => [.. petition.HandDowns.All.Where(h => h.Issued.From == court && h.Issued.AwaitedByBody)];

    private static bool Did(Actors who, Guid person, Guid? forWhom) => who.Include(person) || who.Include(forWhom);

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}

using Zhixin.Petitions.Acts;

namespace Zhixin.Supervisions.Acts;

/// <summary>
/// Instructions of bodies and leaders (HNP-9, 14, 17), and the report that goes up to them: drafted by the handler, reviewed by the bureau director, approved by the
/// president in charge, sent. Each of them is another person; what is given back is drafted again.
/// </summary>
public static class Instructing
{
    /// <summary>The act that reviews a draft.</summary>
    public const string Reviewing = "review-report-up";

    /// <summary>The act that approves it.</summary>
    public const string Approving = "approve-report-up";

    /// <summary>An instruction is recorded; where it wants a result, a report up is owed.</summary>
    /// <param name="unreadable">The field in which a date was given that is none; null where there is no such field.</param>
    /// <param name="on">When it is recorded: it was received by then.</param>
    public static Decision<object> Record(Supervision supervision, SupervisionInstructionReceived instruction, string? unreadable, DateOnly on) => supervision switch
    {
        { IsOpen: false } => Acts.Reviewing.Over(supervision),
        _ when string.IsNullOrWhiteSpace(instruction.From) => new Refusal.Law("HNP-9", "instruction-needs-source"),
        _ when string.IsNullOrWhiteSpace(instruction.Document) => new Refusal.Law("HNP-9", "instruction-needs-document"),
        _ when unreadable is { } field => new Refusal.Input(field, "date-unreadable", string.Empty),
        _ when instruction.ReceivedOn > on => new Refusal.Input("receivedOn", "date-in-future", instruction.ReceivedOn),
        _ when instruction.ReceivedOn < Calendar.WorkCalendar.First => new Refusal.Input("receivedOn", "date-too-early", Calendar.WorkCalendar.First),
        _ when instruction.DueOn < instruction.ReceivedOn => new Refusal.Input("dueOn", "instruction-due-before-receipt", instruction.ReceivedOn),
        _ when instruction is { DueOn: not null, AwaitsResult: false } => new Refusal.Input("awaits", "instruction-date-awaits-nothing"),
        _ => new object[] { instruction },
    };

    /// <summary>The instructions whose result was not reported yet.</summary>
    public static IEnumerable<Instruction> Awaiting(Supervision supervision) => supervision.Instructions.Where(i => i is { Facts.AwaitsResult: true, SentOn: null });

    /// <summary>The handler drafts (HNP-14): where an instruction awaits the result, and the report from below is accepted.</summary>
    public static Decision<object> Draft(Supervision supervision, int no, int court, string? body, string? content, Actors by) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ Draft: not null }, _) => new Refusal.State("report-up-drafted"),
        _ when NotReported(supervision) => new Refusal.Law("HNP-14", "report-up-before-acceptance"),
        _ when string.IsNullOrWhiteSpace(body) => new Refusal.Law("HNP-14", "report-up-needs-body"),
        _ when string.IsNullOrWhiteSpace(content) => new Refusal.Law("HNP-14", "report-up-needs-content"),
        _ => new object[] { new SupervisionSpecialReportDrafted(no, body.Trim(), content.Trim(), by.Person, by.For) },
    };

    /// <summary>The bureau director agrees, or gives it back.</summary>
    public static Decision<object> Review(Supervision supervision, int no, int court, bool agreed, string? opinion, Actors by) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ Draft: null }, _) => new Refusal.Law("HNP-14", "report-up-not-drafted"),
        ({ ReviewedOn: not null }, _) => new Refusal.State("report-up-reviewed"),
        ({ Draft: { } draft }, _) when by.Include(draft.DraftedBy) || by.Include(draft.DraftedFor) => new Refusal.State("decides-own-request"),
        _ when string.IsNullOrWhiteSpace(opinion) => new Refusal.Law("HNP-14", "report-up-needs-opinion"),
        _ => new object[] { new SupervisionSpecialReportReviewed(no, agreed, opinion.Trim(), by.Person, by.For) },
    };

    /// <summary>The president in charge approves, or gives it back.</summary>
    public static Decision<object> Approve(Supervision supervision, int no, int court, bool agreed, string? opinion, Actors by) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ Reviewed: null }, _) => new Refusal.Law("HNP-14", "report-up-not-reviewed"),
        ({ ApprovedOn: not null }, _) => new Refusal.State("report-up-approved"),
        ({ Draft: { } draft, Reviewed: { } reviewed }, _) when new[] { draft.DraftedBy, draft.DraftedFor, reviewed.ReviewedBy, reviewed.ReviewedFor }.Any(p => by.Include(p)) =>
            new Refusal.State("decides-own-request"),
        _ when string.IsNullOrWhiteSpace(opinion) => new Refusal.Law("HNP-14", "report-up-needs-opinion"),
        _ => new object[] { new SupervisionSpecialReportApproved(no, agreed, opinion.Trim()) },
    };

    /// <summary>It is with the body or leader that awaits it; its number comes as the paper goes out.</summary>
    public static Decision<object> Send(Supervision supervision, int no, int court) => Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ ApprovedOn: null }, _) => new Refusal.Law("HNP-14", "report-up-not-approved"),
        _ => new object[] { new SupervisionSpecialReportSent(no, string.Empty) },
    };

    /// <summary>Why a court has no instruction in a state; null where it has one.</summary>
    public static Refusal? None(Supervision supervision, int court, Func<Instruction, bool> which) => supervision switch
    {
        { End.How: not "closed" } => Acts.Reviewing.Over(supervision),
        _ when supervision.Court != court => new Refusal.Law("HNI-2", "supervision-not-lead"),
        _ when Awaiting(supervision).Any(which) => null,
        _ => new Refusal.Law("HNP-14", "report-up-nobody-awaits"),
    };

    /// <summary>Whether the result that would be reported is not there yet: a report from below is awaited. What ended without one is reported as it ended.</summary>
    public static bool NotReported(Supervision supervision) => supervision.IsOpen
        && supervision.Letters.All(l => l.Round != supervision.Rounds || l.LastReport?.Finding != ReportFinding.Accepted) && supervision.TakenOver.Count == 0;

    private static (Instruction? Instruction, Refusal? Not) Of(Supervision supervision, int no, int court) => supervision.Instructions.FirstOrDefault(i => i.Facts.No == no) switch
    {
        _ when supervision.End is { How: not "closed" } => (null, Acts.Reviewing.Over(supervision)),
        _ when supervision.Court != court => (null, new Refusal.Law("HNI-2", "supervision-not-lead")),
        null => (null, new Refusal.Input("instruction", "instruction-unknown", no)),
        { Facts.AwaitsResult: false } => (null, new Refusal.Law("HNP-14", "report-up-nobody-awaits")),
        { SentOn: not null } => (null, new Refusal.State("report-up-sent")),
        { } instruction => (instruction, null),
    };
}

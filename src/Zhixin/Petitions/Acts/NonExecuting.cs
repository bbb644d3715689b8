using Zhixin.Checks;
using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>What these acts have to know beside the petition.</summary>
/// <param name="Situations">Of EPI-10.</param>
/// <param name="EnforcedBy">Number of the court whose case it is, by the case number; null where that cannot be read.</param>
/// <param name="Above">The courts above the one that answers, nearest first.</param>
/// <param name="Below">Whether a court lies in the area of the nearest one above.</param>
public sealed record NonExecutionRules(CodeList Situations, int? EnforcedBy, IReadOnlyList<int> Above, Func<int, bool> Below, DateOnly Today);

/// <summary>How an applicant was told.</summary>
public sealed record Told(ServiceMethod Method, string? Proof);

/// <summary>
/// Six months without enforcement (CPL-237; EPI-10 to 13): the applicant may go to the court above, which orders, takes the case itself or gives it to another, or
/// says why not. Days that the law leaves out lengthen the six months (EPI-13), by the acts on clocks.
/// </summary>
public static class NonExecuting
{
    /// <summary>From when the six months run.</summary>
    public static Decision<object> Begin(Petition petition, string? situation, DateOnly receivedOn, string? document, NonExecutionRules rules) => petition switch
    {
        _ when NotBeginnable(petition) is { } not => not,
        _ when rules.EnforcedBy is { } court && court != petition.Opened.Responsible => new Refusal.Law("CPL-237", "non-execution-other-court"),
        _ when rules.Situations.Find(situation ?? string.Empty) is null => new Refusal.Law("EPI-10", "non-execution-situation-unknown"),
        _ when receivedOn > rules.Today => new Refusal.Input("receivedOn", "date-in-future", receivedOn),
        _ when receivedOn < Calendar.WorkCalendar.First => new Refusal.Input("receivedOn", "date-too-early", Calendar.WorkCalendar.First),
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law("CPL-237", "non-execution-needs-document"),
        _ => new object[] { new NonExecutionBegan(situation!, receivedOn, document.Trim()) },
    };

    /// <summary>The applicant goes to the court above; only after the six months, and only to the next one.</summary>
    /// <param name="at">Number of the court that has the application.</param>
    public static Decision<object> Apply(Petition petition, int at, DateOnly receivedOn, string? paper, NonExecutionRules rules) => petition switch
    {
        _ when NotAppliable(petition) is { } not => not,
        _ when !IsNext(at, rules) => new Refusal.Law("CPL-237", "superior-order-next-court"),
        _ when receivedOn > rules.Today => new Refusal.Input("receivedOn", "date-in-future", receivedOn),
        _ when Running(petition) is { Due: { } due } && receivedOn <= due => new Refusal.Law("CPL-237", "superior-order-early", due),
        _ when string.IsNullOrWhiteSpace(paper) => new Refusal.Law("CPL-237", "superior-order-needs-paper"),
        _ => new object[] { new SuperiorOrderApplied(petition.NonExecution.Applications.Count + 1, at, receivedOn, petition.NonExecution.Began!.Situation, paper.Trim()) },
    };

    /// <summary>The court above orders enforcement by a day and tells the applicant (EPI-11).</summary>
    public static Decision<object> Order(Petition petition, int at, string? order, DateOnly? dueOn, Told told, DateOnly on) => petition.NonExecution.Open switch
    {
        _ when NotDecidable(petition, at) is { } not => not,
        { Ordered: not null } => new Refusal.State("superior-order-ordered"),
        _ when dueOn is null => new Refusal.Law("EPI-11", "superior-order-needs-date"),
        _ when dueOn <= on => new Refusal.Input("due", "superior-order-date-passed", on),
        _ when string.IsNullOrWhiteSpace(order) => new Refusal.Law("EPI-11", "superior-order-needs-number"),
        _ when string.IsNullOrWhiteSpace(told.Proof) => new Refusal.Law("EPI-11", "superior-order-needs-proof"),
        { Applied.No: var no } => new object[] { new EnforcementOrdered(no, order.Trim(), dueOn.Value, told.Method, told.Proof.Trim()) },
        null => NotDecidable(petition, at)!,
    };

    /// <summary>The court above finds no ground; the applicant is told why, and what else can be done.</summary>
    public static Decision<object> Refuse(Petition petition, int at, string? reason, string? remedy, Told told) => petition.NonExecution.Open switch
    {
        _ when NotDecidable(petition, at) is { } not => not,
        { Ordered: not null } => new Refusal.State("superior-order-ordered"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("EPI-10", "superior-order-refusal-needs-reason"),
        _ when string.IsNullOrWhiteSpace(remedy) => new Refusal.Law("EPI-10", "superior-order-refusal-needs-remedy"),
        _ when string.IsNullOrWhiteSpace(told.Proof) => new Refusal.Law("EPI-11", "superior-order-needs-proof"),
        { Applied.No: var no } => new object[] { new SuperiorOrderRefused(no, reason.Trim(), remedy.Trim(), told.Method, told.Proof.Trim()) },
        null => NotDecidable(petition, at)!,
    };

    /// <summary>By ruling the court above enforces itself, or another court below it; the matter goes there.</summary>
    /// <param name="to">Number of the court that enforces from now on; null where what was given is none.</param>
    public static Decision<object> Move(Petition petition, int at, int? to, string? ruling, string? reason, Told told, NonExecutionRules rules) => petition.NonExecution.Open switch
    {
        _ when NotMovable(petition, at, rules.Today) is { } not => not,
        _ when to is null => new Refusal.Input("court", "court-unknown", string.Empty),
        _ when to == petition.Opened.Responsible => new Refusal.Input("court", "transfer-same-court"),
        _ when to != at && !rules.Below(to.Value) => new Refusal.Law("EPI-12", "superior-order-not-below"),
        _ when string.IsNullOrWhiteSpace(ruling) => new Refusal.Law("EPI-12", "superior-order-needs-ruling"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("EPI-12", "superior-order-needs-cause"),
        _ when string.IsNullOrWhiteSpace(told.Proof) => new Refusal.Law("EPI-11", "superior-order-needs-proof"),
        { Applied.No: var no } => (object[])
        [
            new EnforcementMoved(no, to.Value, ruling.Trim(), reason.Trim(), told.Method, told.Proof.Trim()),
            .. Moving.Follow(petition, petition.Opened.Responsible, to.Value, ruling.Trim(), rules.Today),
        ],
        null => NotMovable(petition, at, rules.Today)!,
    };

    /// <summary>The applicant takes it back, in writing.</summary>
    public static Decision<object> Withdraw(Petition petition, string? document) => petition.NonExecution.Open switch
    {
        _ when NothingApplied(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law("CPL-237", "superior-order-withdrawal-needs-paper"),
        { Applied.No: var no } => new object[] { new SuperiorOrderWithdrawn(no, document.Trim()) },
        null => NothingApplied(petition)!,
    };

    /// <summary>The case is enforced; what was ordered is done.</summary>
    public static Decision<object> Conclude(Petition petition, string? how, string? document) => petition switch
    {
        _ when NotConcludable(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(how) => new Refusal.Input("how", "execution-needs-words"),
        _ when string.IsNullOrWhiteSpace(document) => new Refusal.Law("CPL-237", "execution-needs-document"),
        _ => new object[] { new EnforcementCaseConcluded(how.Trim(), document.Trim()) },
    };

    /// <summary>Why the six months cannot be recorded now; null when they can.</summary>
    public static Refusal? NotBeginnable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Opened.CaseNumber: null } => new Refusal.Law("CPL-237", "non-execution-needs-case"),
        _ when Running(petition) is { IsOpen: true } => new Refusal.State("non-execution-running"),
        { NonExecution.Open: not null } => new Refusal.State("superior-order-open"),
        _ => null,
    };

    /// <summary>Why nobody can go to the court above now, whatever is given; null when the applicant can.</summary>
    public static Refusal? NotAppliable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { NonExecution.Open: not null } => new Refusal.State("superior-order-open"),
        { NonExecution.Began: null } => new Refusal.Law("EPI-10", "superior-order-needs-start"),
        _ when Running(petition) is not { IsOpen: true } => new Refusal.Law("CPL-237", "superior-order-clock-over"),
        _ => null,
    };

    /// <summary>Why a court has nothing to decide; null for the court that has the application.</summary>
    public static Refusal? NotDecidable(Petition petition, int at) =>
        NothingApplied(petition) ?? (petition.NonExecution.Open!.Applied.Court == at ? null : new Refusal.Law("CPL-237", "superior-order-next-court"));

    /// <summary>Why the case cannot be taken from the enforcing court; null when it can. While an order runs it is left to follow it (EPI-12).</summary>
    public static Refusal? NotMovable(Petition petition, int at, DateOnly today) => NotDecidable(petition, at) ?? petition.NonExecution.Open switch
    {
        { Ordered.DueOn: var due } when today <= due => new Refusal.Law("EPI-12", "superior-order-runs", due),
        _ => Moving.NotMovable(petition),
    };

    /// <summary>Why no application waits; null where one does.</summary>
    public static Refusal? NothingApplied(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ => petition.NonExecution.Open is null ? new Refusal.State("superior-order-none") : null,
    };

    /// <summary>Why the case cannot be recorded as enforced; null when it can.</summary>
    public static Refusal? NotConcludable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { NonExecution: { Began: null, Open: null } } => new Refusal.State("non-execution-none"),
        { NonExecution.ConcludedOn: not null } => new Refusal.State("execution-concluded"),
        _ => null,
    };

    private static bool IsNext(int at, NonExecutionRules rules) => rules.Above is [var next, ..] && next == at;

    private static Obligations.Obligation? Running(Petition petition) => petition.Obligations.LastOrDefault(o => o.Rule.Kind == NonExecution.Kind);
}

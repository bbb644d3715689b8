using Zhixin.Regulations;

namespace Zhixin.Supervisions.Acts;

/// <summary>Use a means of supervision.</summary>
/// <param name="Until">By when it is to have a result; null where it has one at once.</param>
/// <param name="Result">Null while it goes on.</param>
public sealed record UseMeans(string? Means, string? Owner, string? Content, DateOnly? From, DateOnly? Until, string? Result, string? Document, DateOnly Today);

/// <summary>Means of supervision (HNI-5, HNP-13, SPC16-5(1)): who, from when until when, and what came of it; the plan made together; another mode.</summary>
public static class Using
{
    /// <summary>The act in the authority matrix.</summary>
    public const string Act = "use-supervision-means";

    /// <summary>A means is used.</summary>
    /// <param name="lists">The lists of means of the packs.</param>
    public static Decision<object> Take(Supervision supervision, UseMeans command, IReadOnlyList<CodeList> lists) => supervision switch
    {
        _ when NotReviewed(supervision) is { } not => not,
        _ when lists.All(l => l.Find(command.Means ?? string.Empty) is null) => new Refusal.Law("HNI-5", "means-unknown"),
        _ when Empty(command.Owner) => new Refusal.Law("SPC16-5(1)", "means-needs-owner"),
        _ when Empty(command.Content) => new Refusal.Law("HNI-5", "means-needs-content"),
        _ when Empty(command.Document) => new Refusal.Law("HNI-5", "means-needs-document"),
        _ when command.Until is null && Empty(command.Result) => new Refusal.Law("SPC16-5(1)", "means-needs-end"),
        _ when command.Until < (command.From ?? command.Today) => new Refusal.Input("until", "means-ends-before", command.From ?? command.Today),
        _ => new object[]
        {
            new SupervisionMeasureTaken(
                supervision.Means.Count + 1, command.Means!, command.Owner!.Trim(), command.Content!.Trim(), command.From ?? command.Today, command.Until,
                Empty(command.Result) ? null : command.Result!.Trim(), command.Document!.Trim()),
        },
    };

    /// <summary>What a means came to.</summary>
    public static Decision<object> End(Supervision supervision, int no, string? result, string? document) => supervision.Means.FirstOrDefault(m => m.Taken.No == no) switch
    {
        _ when !supervision.IsOpen => Reviewing.Over(supervision),
        null => new Refusal.Input("no", "means-none", no),
        { Result: not null } => new Refusal.State("means-ended"),
        _ when Empty(result) => new Refusal.Law("SPC16-5(1)", "means-needs-result"),
        _ when Empty(document) => new Refusal.Law("HNI-5", "means-needs-document"),
        _ => new object[] { new SupervisionMeasureEnded(no, result!.Trim(), document!.Trim()) },
    };

    /// <summary>A plan made together with the enforcing court, for a major, hard or complex case (HNP-13).</summary>
    public static Decision<object> Plan(Supervision supervision, SupervisionJointPlanMade plan, DateOnly today) => supervision switch
    {
        _ when NotPlannable(supervision) is { } not => not,
        _ when Empty(plan.Content) => new Refusal.Law("HNP-13", "joint-plan-needs-content"),
        _ when Empty(plan.Responsible) => new Refusal.Law("HNP-13", "joint-plan-needs-responsible"),
        _ when Empty(plan.Document) => new Refusal.Law("HNP-13", "means-needs-document"),
        _ when plan.DueOn < today => new Refusal.Input("dueOn", "hand-down-due-past", today),
        _ => new object[] { plan },
    };

    /// <summary>Why no plan is made together; null when one can be.</summary>
    public static Refusal? NotPlannable(Supervision supervision) =>
        NotReviewed(supervision) ?? (supervision.NeedsPanel ? null : new Refusal.Law("HNP-13", "joint-plan-only-major"));

    /// <summary>Another mode than before; listing is approved instead. While nothing went down the mode's clock begins anew.</summary>
    /// <param name="hainan">Whether HNP is in force, by which some modes need an instruction.</param>
    public static Decision<object> ChangeMode(Supervision supervision, SupervisionMode? mode, string? reason, bool hainan) => supervision switch
    {
        _ when NotChangeable(supervision) is { } not => not,
        _ when mode is null => new Refusal.Input("mode", "choice-missing"),
        _ when mode == SupervisionMode.Listed => new Refusal.Law("HNP-17", "supervision-listed-by-approval"),
        { Mode: var now } when now == mode => new Refusal.State("mode-same"),
        _ when Empty(reason) => new Refusal.Law("HNP-5", "mode-needs-reason"),
        _ when hainan && Reviewing.Uninstructed(supervision, mode.Value) is { } not => not,
        { Letters.Count: 0 } => new object[] { new SupervisionModeChosen(mode.Value, reason!.Trim()), Reviewing.Accepted(supervision, mode.Value, hainan) },
        _ => new object[] { new SupervisionModeChosen(mode.Value, reason!.Trim()) },
    };

    /// <summary>Why the mode stays; null when it can change. A listed matter stays listed.</summary>
    public static Refusal? NotChangeable(Supervision supervision) =>
        NotReviewed(supervision) ?? (supervision.Listing.Approved is null ? null : new Refusal.Law("HNP-17", "listing-stays"));

    /// <summary>Why nothing is done before the first review; null after it.</summary>
    public static Refusal? NotReviewed(Supervision supervision) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        { Reviewed: null } => new Refusal.Law("HNP-7(1)", "supervision-not-reviewed"),
        _ => null,
    };

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}

using Zhixin.Regulations;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// Public deliberation 公开评议 (JZ21-3.2.4(7)): its four conditions are recorded, the local committee is asked, leads the hearing, and the
/// petitioner is told the result on the spot.
/// </summary>
public static class Deliberating
{
    private const string Claims = "claim";
    private const string Groundless = "claim-groundless";

    /// <summary>All four conditions are there.</summary>
    /// <param name="conditions">The conditions of the pack; the claim is one of two.</param>
    public static Decision<object> Record(Petition petition, PetitionEvaluationConditionsRecorded recorded, CodeList conditions) => petition switch
    {
        _ when NotRecordable(petition) is { } not => not,
        _ when Empty(recorded.Exhausted) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-not-exhausted"),
        _ when conditions.Items.FirstOrDefault(i => i.Code == Claims)?.Sub.Any(s => s.Code == recorded.Claim) != true => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-claim-open"),
        _ when recorded.Claim == Groundless && FindingOf(petition) is Finding.Justified or Finding.Partly => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-claim-justified"),
        _ when Empty(recorded.Persists) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-not-persisting"),
        _ when Empty(recorded.NoWriteOff) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-write-off"),
        _ => new object[] { recorded },
    };

    /// <summary>The committee is asked.</summary>
    public static Decision<object> Report(Petition petition, string? body, string? document) => petition switch
    {
        _ when NotReportable(petition) is { } not => not,
        _ when Empty(body) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-needs-committee"),
        _ when Empty(document) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-needs-report"),
        _ => new object[] { new PetitionEvaluationReported(body!.Trim(), document!.Trim()) },
    };

    /// <summary>The deliberation was held.</summary>
    public static Decision<object> Hold(Petition petition, PetitionEvaluationHeld held) => petition switch
    {
        _ when NotHoldable(petition) is { } not => not,
        _ when Empty(held.Chair) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-needs-chair"),
        _ when Empty(held.Present) => new Refusal.Input("present", "deliberation-needs-people"),
        _ when Empty(held.Result) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-needs-result"),
        _ when Empty(held.Minutes) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-needs-minutes"),
        _ => new object[] { held },
    };

    /// <summary>The petitioner is told the result: on the spot; later, it is late.</summary>
    public static Decision<object> Tell(Petition petition, ServiceMethod method, Signing signing, string? proof) => petition.Measures.Deliberation switch
    {
        _ when NotTellable(petition) is { } not => not,
        _ when method == ServiceMethod.InPerson && Working.Unsigned(signing) is { } unsigned => unsigned,
        _ when Empty(proof) => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-telling-needs-proof"),
        _ => new object[] { new PetitionEvaluationResultTold(method, signing, proof!.Trim()) },
    };

    /// <summary>Why no conditions can be recorded now; null when they can.</summary>
    public static Refusal? NotRecordable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Accepted: null } => new Refusal.Law("GC21-6a(1)", "handling-needs-acceptance"),
        { Measures.Deliberation: { Told: false } } => new Refusal.State("deliberation-running"),
        _ => null,
    };

    /// <summary>Why nothing can be reported; null where the conditions wait for it.</summary>
    public static Refusal? NotReportable(Petition petition) => Closed(petition) ?? petition.Measures.Deliberation switch
    {
        null or { Told: true } => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-needs-conditions"),
        { Reported: not null } => new Refusal.State("deliberation-reported"),
        _ => null,
    };

    /// <summary>Why nothing can be held; null where it was reported.</summary>
    public static Refusal? NotHoldable(Petition petition) => Closed(petition) ?? petition.Measures.Deliberation switch
    {
        null or { Told: true } => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-needs-conditions"),
        { Reported: null } => new Refusal.Law("JZ21-3.2.4(7)", "deliberation-not-reported"),
        { Held: not null } => new Refusal.State("deliberation-held"),
        _ => null,
    };

    /// <summary>Why nothing can be told; null where a deliberation was held. It is told even when the petition has ended meanwhile.</summary>
    public static Refusal? NotTellable(Petition petition) => petition switch
    {
        { Stage: Stage.Voided or Stage.Merged } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Measures.Deliberation: { Held: not null, Told: false } } => null,
        _ => new Refusal.State("deliberation-not-held"),
    };

    private static Refusal? Closed(Petition petition) => petition.IsOpen ? null : new Refusal.State("petition-not-open", petition.Stage.Code);

    /// <summary>What the court found of the claim, where it has said so.</summary>
    private static Finding? FindingOf(Petition petition) =>
        petition.Handling.Reply?.Finding ?? (petition.Handling.Opinion is { Approved: true } approved ? approved.Submitted.Finding : null);

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}

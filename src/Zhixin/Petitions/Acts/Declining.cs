using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>
/// Declining 不予受理 (GC21-15): proposed with the ground's own facts, approved by another, and without effect until it is explained to the
/// petitioner. At every step it is held against what is recorded by then: a ground that has fallen away is undone.
/// </summary>
public static class Declining
{
    /// <summary>The act by which declining is approved, as the authority matrix names it.</summary>
    public const string Approving = "approve-decline";

    /// <summary>The reason of an undoing that a new contact brought about.</summary>
    public const string AppearedReason = "petitioner-appeared";

    private const string Unreachable = "1a";

    /// <summary>Somebody of the petition unit proposes to decline.</summary>
    /// <param name="grounds">The grounds in force.</param>
    /// <param name="on">The day of the proposal; no attempt lies later.</param>
    /// <param name="caseCourt">Number of the court that the petition's case number names; null where there is none.</param>
    public static Decision<object> Propose(Petition petition, DeclineFacts facts, Regulations.CodeList grounds, Actors by, DateOnly on, int? caseCourt) => petition switch
    {
        _ when NotProposable(petition) is { } not => not,
        _ when Ground(facts.Ground, grounds) is { } wrong => wrong,
        _ when string.IsNullOrWhiteSpace(facts.Explanation) => new Refusal.Law("GC21-15(1)", "decline-needs-explanation"),
        _ when Fallen(petition, facts, caseCourt) is { } fallen => fallen,
        _ when Missing(petition, facts, on) is { } missing => missing,
        _ => new object[] { new PetitionDeclineProposed(facts with { Explanation = facts.Explanation.Trim() }, by.Person, by.For) },
    };

    /// <summary>Another person agrees, or does not and says why.</summary>
    public static Decision<object> Decide(Petition petition, bool agreed, string? reason, Actors by, int? caseCourt) => petition.Acceptance.Decline switch
    {
        _ when NotDecidable(petition) is { } not => not,
        { } open when by.Include(open.ProposedBy) || by.Include(open.ProposedFor) => new Refusal.Authority(Approving, "decline-own-proposal"),
        _ when !agreed && string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when !agreed => new object[] { new PetitionDeclineRejected(reason!.Trim()) },
        { Facts: var facts } when Fallen(petition, facts, caseCourt) is { } fallen => fallen,
        { } open => new object[] { new PetitionDeclined(open.Facts.Ground) },
        null => NotDecidable(petition)!,
    };

    /// <summary>The explanation reaches the petitioner; only now the petition is declined.</summary>
    public static Decision<object> Explain(Petition petition, ServiceMethod method, string? proof, int? caseCourt) => petition.Acceptance.Decline switch
    {
        _ when NotExplainable(petition) is { } not => not,
        { Facts: var facts } when Fallen(petition, facts, caseCourt) is { } fallen => fallen,
        { Clause: var clause } when string.IsNullOrWhiteSpace(proof) => new Refusal.Law(clause, "decline-needs-proof"),
        { Facts: var facts } => new object[]
        {
            new PetitionDeclineExplained(facts.Ground, method, proof.Trim()), new PetitionNoticeServed("decline", method, proof.Trim(), facts.Explanation),
        },
        null => NotExplainable(petition)!,
    };

    /// <summary>The ground fell away: a proposal ends, and what was declined is open again with new clocks.</summary>
    public static Decision<object> Undo(Petition petition, string? reason) => petition switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("GC21-15(1)", "decline-undo-needs-reason"),
        { Stage: Stage.Declined declined } => new object[] { new PetitionDeclineUndone(declined.Ground, reason.Trim()), new PetitionReopened(reason.Trim(), "start") },
        { IsOpen: true, Acceptance.Decline: { } open } => new object[] { new PetitionDeclineUndone(open.Facts.Ground, reason.Trim()) },
        _ => NothingToUndo(petition)!,
    };

    /// <summary>
    /// What a contact that joins does to a decline that has no effect yet: who could not be reached has appeared, or has named the case, and the decline
    /// is undone with it (GC21-15(1)). Null where it does nothing.
    /// </summary>
    /// <param name="caseNumber">That the contact brings; null where it names none.</param>
    public static PetitionDeclineUndone? Appeared(Petition petition, string? caseNumber) =>
        petition is { IsOpen: true, Acceptance.Decline.Facts.Ground: var ground } && (ground == Unreachable || (ground[..1] == Unreachable[..1] && caseNumber is not null))
            ? new PetitionDeclineUndone(ground, AppearedReason)
            : null;

    /// <summary>Why nothing can be proposed, whatever the ground; null when it can.</summary>
    public static Refusal? NotProposable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Stage: Stage.Accepted } => new Refusal.Law("GC21-6a(1)", "decline-after-acceptance"),
        { Acceptance.Decline: not null } => new Refusal.State("decline-open"),
        _ => null,
    };

    /// <summary>Why there is no proposal to decide; null where there is one.</summary>
    public static Refusal? NotDecidable(Petition petition) => petition.Acceptance.Decline switch
    {
        _ when !petition.IsOpen => new Refusal.State("petition-not-open", petition.Stage.Code),
        null => new Refusal.State("decline-not-proposed"),
        { Approved: true } => new Refusal.State("decline-approved"),
        _ => null,
    };

    /// <summary>Why there is nothing to explain; null where declining is approved.</summary>
    public static Refusal? NotExplainable(Petition petition) => petition.Acceptance.Decline switch
    {
        _ when !petition.IsOpen => new Refusal.State("petition-not-open", petition.Stage.Code),
        null => new Refusal.State("decline-not-proposed"),
        { Approved: false, Clause: var clause } => new Refusal.Law(clause, "decline-not-approved"),
        _ => null,
    };

    /// <summary>Why there is nothing to undo; null where there is.</summary>
    public static Refusal? NothingToUndo(Petition petition) =>
        petition.Stage is Stage.Declined || (petition.IsOpen && petition.Acceptance.Decline is not null) ? null : new Refusal.State("decline-not-proposed");

    private static Refusal? Ground(string code, Regulations.CodeList grounds) => grounds.Items.FirstOrDefault(i => i.Code == code) is { } item
        ? item.Sub.Count == 0 ? null : new Refusal.Law(item.Clause, "decline-needs-sub", item.Name)
        : grounds.Items.SelectMany(i => i.Sub).Any(s => s.Code == code) ? null : new Refusal.Input("ground", "decline-ground-unknown", code);

    /// <summary>What is recorded and speaks against the ground, now as when it was proposed; null where nothing does.</summary>
    private static Refusal? Fallen(Petition petition, DeclineFacts facts, int? caseCourt) => facts.Ground[..1] switch
    {
        "1" when petition.Opened.CaseNumber is not null => new Refusal.Law("GC21-15(1)", "decline-case-known", petition.Opened.CaseNumber),
        "2" when petition.Acceptance.Classified is not null || petition.Procedures is { Claims.Count: > 0 } or { Owed: not null } =>
            new Refusal.Law("GC21-15(2)", "decline-enforcement-claim"),
        "3" when petition.Petitioners.Select(p => (Capacity?)p.Capacity).Append(petition.Acceptance.Capacity).Any(c => c is Capacity.Applicant or Capacity.Respondent or Capacity.InterestedPerson) =>
            new Refusal.Law("GC21-6a(1)", "decline-capacity-present"),
        "4" when petition.Acceptance.Classified?.Claim is Claim.UnlawfulAct or Claim.SubstantiveRight => new Refusal.Law("SPC16-13", "decline-is-objection"),
        "4" when petition.Procedures.Owed is { Clause: var clause } => new Refusal.Law(clause, "decline-is-objection"),
        "6" when caseCourt == petition.Opened.Responsible => new Refusal.Law("GC21-15(6)", "decline-own-case", petition.Opened.CaseNumber),
        "6" when caseCourt is not null && facts.RightCourt is not null && caseCourt != facts.RightCourt => new Refusal.Law("GC21-15(6)", "decline-court-differs", petition.Opened.CaseNumber),
        _ => null,
    };

    /// <summary>What the ground needs and has not got.</summary>
    private static Refusal? Missing(Petition petition, DeclineFacts facts, DateOnly on) => facts.Ground[..1] switch
    {
        "1" when facts.Attempts.Count == 0 => new Refusal.Law("GC21-15(1)", "decline-needs-attempts"),
        "1" when facts.Attempts.Any(a => a.On > on) => new Refusal.Input("attemptOn", "date-in-future", facts.Attempts.First(a => a.On > on).On),
        "1" when facts.Attempts.Any(a => a.On < petition.FirstReceivedOn) => new Refusal.Input("attemptOn", "before-receipt", petition.FirstReceivedOn),
        "1" when facts.Attempts.Any(a => string.IsNullOrWhiteSpace(a.Result)) => new Refusal.Law("GC21-15(1)", "decline-attempt-result"),
        "2" when !Transferred(facts) => new Refusal.Law("GC21-15(2)", "decline-needs-transfer"),
        "3" when string.IsNullOrWhiteSpace(facts.Standing) => new Refusal.Law("GC21-15(3)", "decline-needs-standing"),
        "4" when !Transferred(facts) => new Refusal.Law("GC21-15(4)", "decline-needs-transfer"),
        "5" when string.IsNullOrWhiteSpace(facts.Channel) => new Refusal.Law("GC21-15(5)", "decline-needs-channel"),
        "6" when facts.RightCourt is null || facts.RightCourt == petition.Opened.Responsible => new Refusal.Law("GC21-15(6)", "decline-needs-court"),
        "6" when !facts.TransferOffered => new Refusal.Law("GC21-15(6)", "decline-needs-offer"),
        "7" when string.IsNullOrWhiteSpace(facts.Ruling) => new Refusal.Law("GC21-15(7)", "decline-needs-ruling"),
        _ => null,
    };

    private static bool Transferred(DeclineFacts facts) => !string.IsNullOrWhiteSpace(facts.TransferredTo) && !string.IsNullOrWhiteSpace(facts.TransferProof);
}

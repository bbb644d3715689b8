namespace Zhixin.Petitions.Acts;

/// <summary>
/// The applicant says that a closed case is not enforced (SPC16-9, 10): the court shows by which paper it was closed, and tells what can be done
/// against it.
/// </summary>
public static class Guiding
{
    /// <summary>The claim is recorded; notice and remedy are owed.</summary>
    /// <param name="ruling">The paper by which the case was closed.</param>
    public static Decision<object> Claim(Petition petition, DateOnly receivedOn, ClosedAs closedAs, string? ruling, string? content, DateOnly today)
    {
        var clause = closedAs == ClosedAs.Enforced ? "SPC16-9" : "SPC16-10";
        return petition switch
        {
            _ when NotClaimable(petition) is { } not => not,
            _ when receivedOn > today => new Refusal.Input("receivedOn", "date-in-future", receivedOn),
            _ when receivedOn < Calendar.WorkCalendar.First => new Refusal.Input("receivedOn", "date-too-early", Calendar.WorkCalendar.First),
            _ when string.IsNullOrWhiteSpace(ruling) => new Refusal.Law(clause, "closing-claim-needs-ruling"),
            _ when string.IsNullOrWhiteSpace(content) => new Refusal.Input("content", "closing-claim-needs-content"),
            _ => new object[] { new ClosingClaimReceived(petition.Procedures.Claims.Count + 1, receivedOn, closedAs, ruling.Trim(), content.Trim()) },
        };
    }

    /// <summary>
    /// The applicant has the answer: of a case closed as enforced the closing notice, and in both cases that an objection may be raised, where and how.
    /// </summary>
    /// <param name="notice">Number of the closing notice; only for a case closed as enforced.</param>
    public static Decision<object> Answer(Petition petition, int no, string? notice, string? remedy, ServiceMethod method, string? proof)
    {
        var claim = petition.Procedures.Claims.FirstOrDefault(c => c.Received.No == no);
        var enforced = claim?.Received.ClosedAs == ClosedAs.Enforced;
        var clause = enforced ? "SPC16-9" : "SPC16-10";
        return claim switch
        {
            _ when petition.Stage is Stage.Voided or Stage.Merged => new Refusal.State("petition-not-open", petition.Stage.Code),
            null => new Refusal.Input("claim", "closing-claim-unknown", no),
            { Answered: true } => new Refusal.State("closing-claim-answered"),
            _ when enforced && string.IsNullOrWhiteSpace(notice) => new Refusal.Law("SPC16-9", "closing-notice-needed"),
            _ when string.IsNullOrWhiteSpace(remedy) => new Refusal.Law(clause, "closing-needs-remedy"),
            _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("SPC16-3(3)", "notice-needs-proof"),
            _ => new object[]
            {
                enforced ? new ClosingNoticeServed(no, notice!.Trim(), remedy.Trim(), method, proof.Trim()) : new ClosingRemedyTold(no, remedy.Trim(), method, proof.Trim()),
                new PetitionNoticeServed("remedy", method, proof.Trim(), remedy.Trim()),
            },
        };
    }

    /// <summary>Why no such claim can be recorded; null when one can. Only an applicant presses on (SPC16-6).</summary>
    public static Refusal? NotClaimable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Classified.Class: PetitionClass.Review } => new Refusal.Law("SPC16-9", "closing-claim-implementation-only"),
        { Opened.CaseNumber: null } => new Refusal.Law("SPC16-9", "closing-claim-needs-case"),
        _ => null,
    };

    /// <summary>Why no claim waits for notice and remedy; null where one does.</summary>
    public static Refusal? NothingToAnswer(Petition petition) => petition switch
    {
        { Stage: Stage.Voided or Stage.Merged } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Procedures.Claims: var claims } => claims.Any(c => !c.Answered) ? null : new Refusal.State("closing-claim-none"),
    };
}

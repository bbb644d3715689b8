using System.Globalization;

namespace Zhixin.Petitions.Acts;

/// <summary>Opinion, approval, reply and closing (GC21-2, 13; JZ21-3.2.5).</summary>
public static class Answering
{
    /// <summary>The act by which an opinion is approved, as the authority matrix names it.</summary>
    public const string Approving = "approve-opinion";

    /// <summary>The handler submits an opinion with progress and result.</summary>
    /// <param name="enforcing">Number of the court whose case it is; null where that is not known.</param>
    /// <param name="substance">Why a court above answers on the substance of an act that no procedure has reviewed (SPC16-14(1)).</param>
    public static Decision<object> Submit(Petition petition, PetitionOpinionSubmitted opinion, int? enforcing = null, string? substance = null) => petition switch
    {
        _ when NotSubmittable(petition) is { } not => not,
        _ when Separating.Barred(petition, enforcing, substance) is { } separated => separated,
        _ when string.IsNullOrWhiteSpace(opinion.Progress) => new Refusal.Law("GC21-13", "opinion-needs-progress"),
        _ when string.IsNullOrWhiteSpace(opinion.Result) => new Refusal.Law("GC21-13", "opinion-needs-result"),
        _ => Separating.Reasoned(petition, enforcing, substance).Append(opinion).ToArray(),
    };

    /// <summary>The lead leader decides, or a meeting with its minutes; never who submitted. A return needs reasons.</summary>
    /// <param name="collective">Whether a meeting discussed it.</param>
    /// <param name="enforcing">Number of the court whose case it is; null where that is not known.</param>
    public static Decision<object> Decide(Petition petition, bool agreed, bool collective, string? minutes, string? reason, Actors by, int? enforcing = null) => petition.Handling.Opinion switch
    {
        _ when NotDecidable(petition) is { } not => not,
        { Submitted: var submitted } when by.Include(submitted.SubmittedBy) || by.Include(submitted.SubmittedFor) => new Refusal.Authority(Approving, "opinion-own"),
        _ when !collective && petition.Team.Lead is { } lead && !by.Include(lead.Person) => new Refusal.Law("GC21-13", "opinion-lead-leader", lead.Name),
        _ when collective && string.IsNullOrWhiteSpace(minutes) => new Refusal.Law("GC21-13", "opinion-needs-minutes"),
        _ when !agreed && string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when !agreed => new object[] { new PetitionOpinionReturned(reason!.Trim()) },
        _ when Separating.Barred(petition, enforcing) is { } separated => separated,
        _ => new object[] { new PetitionOpinionApproved(collective ? minutes!.Trim() : null) },
    };

    /// <summary>The petitioner is answered, as the approved opinion says, with the remedy against it.</summary>
    /// <param name="faceToFace">Whether local petitioners are answered in person, with a record (JZ21-3.2.5 is in force).</param>
    /// <param name="talk">Time, place and the petitioner's opinion as typed; null where nothing was.</param>
    public static Decision<object> Reply(
        Petition petition, ServiceMethod method, bool local, Signing signing, string? remedy, string? proof, bool faceToFace, ReplyTalk? talk = null, int? enforcing = null) => petition.Handling.Opinion switch
    {
        _ when NotRepliable(petition) is { } not => not,
        _ when Separating.Barred(petition, enforcing) is { } separated => separated,
        _ when string.IsNullOrWhiteSpace(remedy) => new Refusal.Law("GC21-2", "reply-needs-remedy"),
        _ when faceToFace && local && method != ServiceMethod.InPerson => new Refusal.Law("JZ21-3.2.5", "reply-face-to-face"),
        _ when method == ServiceMethod.InPerson && Working.Unsigned(signing) is { } unsigned => unsigned,
        _ when (talk is not null || (faceToFace && method == ServiceMethod.InPerson)) && Unsaid(talk) is { } unsaid => unsaid,
        _ when string.IsNullOrWhiteSpace(proof) => new Refusal.Law("GC21-13", "reply-needs-proof"),
        { Submitted: var opinion } => new object[]
        {
            new PetitionReplied(
                opinion.Finding, opinion.AidNeeded, opinion.UnlawfulActFound, opinion.Progress, opinion.Result, remedy.Trim(), method, local, signing, proof.Trim(),
                talk is null ? null : new ReplyTalk(talk.Time, talk.Place.Trim(), talk.Opinion.Trim())),
            new PetitionNoticeServed("reply", method, proof.Trim(), null),
        },
        null => NotRepliable(petition)!,
    };

    /// <summary>The petition is closed: by the accepted or final reply, or because it is resolved. Nothing closes without an answer.</summary>
    /// <param name="document">What the petitioner's acceptance stands in, or the closing paper.</param>
    public static Decision<object> Close(Petition petition, ClosedBy by, string? document) => petition switch
    {
        _ when NotClosable(petition) is { } not => not,
        _ when by == ClosedBy.WrittenOff => new Refusal.Law(WritingOff.Clause, "close-written-off-otherwise"),
        _ when by == ClosedBy.Terminated => new Refusal.Law("SPC16-19", "close-terminated-otherwise"),
        { Handling.Resolution: null } when by == ClosedBy.Resolved => new Refusal.Law("SPC16-7(1)", "close-not-resolved"),
        _ when by == ClosedBy.ReplyAccepted && string.IsNullOrWhiteSpace(document) => new Refusal.Law("GC21-13", "close-needs-acceptance"),
        _ => new object[] { new PetitionClosed(by, string.IsNullOrWhiteSpace(document) ? null : document.Trim()) },
    };

    /// <summary>A closed matter with a new fact or clue is open again with new clocks.</summary>
    public static Decision<object> Reopen(Petition petition, string? newFact) => petition switch
    {
        _ when NotReopenable(petition) is { } not => not,
        _ when string.IsNullOrWhiteSpace(newFact) => new Refusal.Law("SPC16-7(1)", "reopen-needs-fact"),
        _ => WritingOff.Recur(petition, Recurrence.Reopened).Concat(Terminating.Recur(petition)).Prepend(new PetitionReopened(newFact.Trim(), "start")).ToArray(),
    };

    /// <summary>Why no opinion can be submitted now; null when one can.</summary>
    public static Refusal? NotSubmittable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Acceptance.Accepted: null } => new Refusal.Law("GC21-6a(1)", "handling-needs-acceptance"),
        { Handling.Opinion.Approved: null, Handling.Opinion: not null } => new Refusal.State("opinion-with-approver"),
        { Priority: not Priority.Ordinary, CoHandlers.Count: 0 } => new Refusal.Law("GC21-5(3)", "opinion-needs-joint"),
        { Stage: not Stage.Replied } when HearingHolding.Owed(petition) is { } hearing => hearing,
        { Stage: Stage.Replied } => new Refusal.State("petition-replied"),
        _ => null,
    };

    /// <summary>Why there is no opinion to decide; null where there is.</summary>
    public static Refusal? NotDecidable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Handling.Opinion: { Approved: null } } => null,
        _ => new Refusal.State("opinion-not-submitted"),
    };

    /// <summary>Why no reply can be given now; null when it can.</summary>
    public static Refusal? NotRepliable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Stage: Stage.Replied } => new Refusal.State("petition-replied"),
        { Acceptance.Accepted: null } => new Refusal.Law("GC21-6a(1)", "handling-needs-acceptance"),
        _ when HearingHolding.Owed(petition) is { } hearing => hearing,
        { Handling.Opinion: { Approved: true } } => null,
        _ => new Refusal.Law("GC21-13", "reply-needs-approval"),
    };

    /// <summary>What the record of an answer in person lacks (JZ21-3.2.5); null where it is whole.</summary>
    private static Refusal? Unsaid(ReplyTalk? talk) => talk switch
    {
        _ when !TimeOnly.TryParseExact(talk?.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => new Refusal.Input("time", "reply-needs-time"),
        _ when string.IsNullOrWhiteSpace(talk?.Place) => new Refusal.Law("JZ21-3.2.5", "reply-needs-place"),
        _ when string.IsNullOrWhiteSpace(talk?.Opinion) => new Refusal.Law("JZ21-3.2.5", "reply-needs-opinion"),
        _ => null,
    };

    /// <summary>Why the petition cannot be closed now; null when it can.</summary>
    public static Refusal? NotClosable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Stage: not Stage.Replied } => new Refusal.Law("GC21-13", "close-needs-reply"),
        { Procedures.Owed: { Clause: var clause } } => new Refusal.Law(clause, "close-conversion-owed"),
        _ => HearingHolding.Owed(petition),
    };

    /// <summary>Why nothing can be reopened; null where something can.</summary>
    public static Refusal? NotReopenable(Petition petition) => petition switch
    {
        { Stage.CanReopen: true } => null,
        { IsOpen: true } => new Refusal.State("petition-is-open"),
        _ => new Refusal.State("petition-not-open", petition.Stage.Code),
    };
}

using Zhixin.Papers;

namespace Zhixin.Petitions.Acts;

/// <summary>Which papers a petition can have now, and why not the others (GC21-13, 15, 16; SPC16-9).</summary>
public static partial class Issuing
{
    /// <summary>The act by which papers are issued, as the authority matrix names it.</summary>
    public const string Act = "issue-paper";

    /// <summary>The act by which an issued paper is declared void.</summary>
    public const string Voiding = "void-paper";

    /// <summary>Why a court cannot issue a paper of a kind, whatever is typed; null when it can.</summary>
    /// <param name="court">Number of the court that issues.</param>
    public static Refusal? Against(Petition petition, string kind, int court) => petition switch
    {
        { Stage: Stage.Voided or Stage.Merged } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when court != petition.Opened.Responsible && PaperKinds.Issued.Any(k => k.Code == kind) && !TerminationPapers.OfOneCourt.Contains(kind) => new Refusal.Law("GC21-16", "paper-of-another-court"),
        _ => kind switch
        {
            PaperKinds.AcceptanceNotice when petition.Acceptance.Accepted is null => new Refusal.Law("GC21-16", "paper-before-acceptance"),
            PaperKinds.DeclineNotice => NotDeclined(petition),
            PaperKinds.MeetingRecord when petition.Papers.Meetings.Count == 0 => new Refusal.Law("GC21-13", "paper-needs-meeting"),
            PaperKinds.HearingNotice when petition.Measures.Hearings.Pending is null => new Refusal.Law("GC21-9", "paper-needs-hearing"),
            PaperKinds.HearingMinutes when petition.Measures.Hearings.All.All(h => h.Held is null) => new Refusal.Law("GC21-9", "paper-needs-hearing-held"),
            PaperKinds.Reply or PaperKinds.ReplyRecord when petition.Handling.Opinion?.Approved != true => new Refusal.Law("GC21-13", "paper-needs-approval"),
            PaperKinds.WriteOffForm when petition.WriteOffs.All.Count == 0 => new Refusal.Law(WritingOff.Clause, "paper-needs-write-off"),
            PaperKinds.ClosingNotice when Claimed(petition) is null => new Refusal.Law("SPC16-9", "paper-needs-claim"),
            _ when TerminationPapers.Codes.Contains(kind) => Ended(petition, kind, court),
            _ when PaperKinds.Issued.All(k => k.Code != kind) => new Refusal.Input("kind", "paper-kind-unknown", kind),
            _ => null,
        },
    };

    /// <summary>Why the paper cannot be issued with what was typed; null when it can.</summary>
    public static Refusal? Against(Petition petition, PaperWish wish, DateOnly today) => wish switch
    {
        _ when Against(petition, wish.Kind, wish.Court) is { } not => not,
        _ when wish.On != today => new Refusal.Input("on", "paper-today"),
        { Kind: PaperKinds.MeetingRecord } when wish.Item < 1 || wish.Item > petition.Papers.Meetings.Count => new Refusal.Input("item", "paper-meeting-unknown"),
        { Kind: PaperKinds.HearingNotice or PaperKinds.HearingMinutes } when Heard(petition, wish) is null => new Refusal.Input("item", "paper-hearing-unknown"),
        { Kind: PaperKinds.Reply or PaperKinds.ReplyRecord, Text: null } when petition.Handling.Reply is null => new Refusal.Law("GC21-2", "reply-needs-remedy"),
        { Kind: TerminationPapers.Decision, Text: null } => new Refusal.Law("SPC16-24", "paper-needs-reasons"),
        { Kind: TerminationPapers.RepeatReport, Text: null } => new Refusal.Law("SPC16-25", "paper-needs-reasons"),
        { Kind: PaperKinds.ClosingNotice, Text: null } => new Refusal.Law("SPC16-9", "paper-needs-basis"),
        { Kind: PaperKinds.ClosingNotice or PaperKinds.RemedyNotice, Remedies.Count: 0 } => new Refusal.Law("SPC16-9", "paper-needs-remedy"),
        _ => null,
    };

    /// <summary>An issued paper is declared void, for instance because it was wrong; another is issued instead.</summary>
    /// <param name="court">Number of the court that declares it void: the one that issued it, or the one that answers now for what an earlier one issued.</param>
    public static Decision<object> Void(Petition petition, int no, string? reason, int court) => petition.Papers.Issued.FirstOrDefault(p => p.Facts.No == no) switch
    {
        null => new Refusal.Input("no", "paper-unknown", no),
        { VoidedBecause: not null } => new Refusal.State("paper-voided"),
        { Facts: var facts } when facts.Court != court && (court != petition.Opened.Responsible || TerminationPapers.OfOneCourt.Contains(facts.Kind)) => new Refusal.Law("GC21-16", "paper-of-another-court"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new PetitionPaperVoided(no, reason.Trim()) },
    };

    /// <summary>Why no paper can be voided; null where one can.</summary>
    public static Refusal? NothingToVoid(Petition petition) =>
        petition.Papers.Issued.Any(p => p.VoidedBecause is null) ? null : new Refusal.State("paper-none");

    /// <summary>The hearing that a paper is about: announced and pending for a notice, held for minutes; null where there is no such one.</summary>
    public static Hearing? Heard(Petition petition, PaperWish wish) =>
        petition.Measures.Hearings.All.FirstOrDefault(h => h.Announced.No == wish.Item && (wish.Kind == PaperKinds.HearingNotice ? h.IsPending : h.Held is not null));

    /// <summary>The last claim that a case closed as enforced is not enforced: its answer is the closing notice (SPC16-9).</summary>
    public static ClosingClaimReceived? Claimed(Petition petition) => petition.Procedures.Claims.LastOrDefault(c => c.Received.ClosedAs == ClosedAs.Enforced)?.Received;

    /// <summary>The explanation is written once declining is approved; before that it would anticipate the decision (GC21-15).</summary>
    private static Refusal? NotDeclined(Petition petition) => petition switch
    {
        { Papers.Declined: not null } => null,
        { Acceptance.Decline: { Clause: var clause } } => new Refusal.Law(clause, "paper-decline-not-approved"),
        _ => new Refusal.Law("GC21-15(1)", "paper-not-declined"),
    };
}

/// <summary>The paper that somebody wants.</summary>
/// <param name="Item">Which meeting or hearing, for the papers about one; null otherwise.</param>
/// <param name="Text">What only this paper says: the remedy of a reply that is not given yet, the basis of a closing notice.</param>
/// <param name="Remedies">Codes of the list of remedies.</param>
/// <param name="On">The day on which it is issued.</param>
/// <param name="Court">Number of the court that issues.</param>
public sealed record PaperWish(string Kind, int? Item, string? Text, IReadOnlyList<string> Remedies, DateOnly On, int Court);

using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Petitions;

/// <summary>The two classes of an enforcement petition (SPC16-1).</summary>
public enum PetitionClass
{
    /// <summary>实施类: an applicant says that the court does not press on (SPC16-6).</summary>
    Implementation,

    /// <summary>审查类: an act is said to be wrong, or a right over the object is claimed (SPC16-11).</summary>
    Review,
}

/// <summary>What the petitioner asks of the court; the statutory test of the class.</summary>
public enum Claim
{
    /// <summary>That the court press on.</summary>
    PressOn,

    /// <summary>That an enforcement act breaks the law.</summary>
    UnlawfulAct,

    /// <summary>A right over the object of enforcement.</summary>
    SubstantiveRight,
}

/// <summary>How something was told or served.</summary>
public enum ServiceMethod
{
    InPerson,
    Post,
    Phone,
    Message,
    Video,
    Electronic,
}

/// <summary>The class was fixed, by what is asked and by whom (SPC16-1, 6, 11).</summary>
/// <param name="Was">The class before; null the first time.</param>
/// <param name="Authorisation">What proves an agent's power, where an accepted petition turns out to be an agent's; null else.</param>
[Fact("petition.classified", Shown = true, Clause = "SPC16-1")]
public sealed record PetitionClassified(PetitionClass Class, Claim Claim, Capacity Capacity, PetitionClass? Was, string? Reason, string? Authorisation = null);

/// <summary>The petition is accepted 受理 (GC21-6a).</summary>
/// <param name="Causes">Codes of the pack's list, at least one; where a cause has sub-codes, the sub-code.</param>
/// <param name="OtherCause">In words, where the cause is "other".</param>
/// <param name="Authorisation">What proves an agent's power.</param>
/// <param name="Concerned">Staff whom a cause accuses (no recusal, illegal coercive measure): barred as if named by a contact (GC21-5(1)).</param>
/// <param name="NobodyConcerned">Why such a cause points at nobody.</param>
[Fact("petition.accepted", Shown = true, Clause = "GC21-6a(1)")]
public sealed record PetitionAccepted(
    PetitionClass Class, Capacity Capacity, IReadOnlyList<string> Causes, string? OtherCause, string? Authorisation, IReadOnlyList<Guid> Concerned,
    string? NobodyConcerned);

/// <summary>A cause points at another person, or at nobody: who was named wrongly is barred no longer by it (GC21-5(1)). What was said first stays in the history.</summary>
/// <param name="Was">Whom the cause named.</param>
/// <param name="Now">Whom it means; null where it means nobody.</param>
/// <param name="Proof">What shows it, and where it is kept.</param>
[Fact("petition.concern-corrected", Clause = "GC21-5(1)")]
public sealed record PetitionConcernCorrected(Guid Was, Guid? Now, string Reason, string Proof);

/// <summary>The petitioner has the acceptance notice, and the court its receipt (GC21-16).</summary>
[Fact("petition.acceptance-notice-served", Shown = true, Clause = "GC21-16")]
public sealed record PetitionAcceptanceNoticeServed(ServiceMethod Method, string Proof);

/// <summary>The petitioner was told the process or the result (SPC16-3(3)).</summary>
/// <param name="About">"acceptance", "decline", "process", "hand-down", "reply", "result", "remedy".</param>
[Fact("petition.notice-served", Shown = true, Clause = "SPC16-3(3)")]
public sealed record PetitionNoticeServed(string About, ServiceMethod Method, string Proof, string? Content);

/// <summary>An attempt to reach the petitioner: when, how, and what came of it.</summary>
public sealed record ContactAttempt(DateOnly On, ServiceMethod Method, string Result);

/// <summary>What a ground of declining stands on (GC21-15); each ground needs its own part.</summary>
/// <param name="Ground">"1" to "7", or a sub-code such as "1a", of the pack's list.</param>
/// <param name="Attempts">Ground (1): every attempt to reach or to clarify, in the order of the days.</param>
/// <param name="TransferredTo">Grounds (2) and (4): who took the matter.</param>
/// <param name="TransferProof">What proves that.</param>
/// <param name="Channel">Ground (5): where the petitioner was told to go.</param>
/// <param name="RightCourt">Ground (6): number of the court whose case it is.</param>
/// <param name="TransferOffered">Ground (6): whether a transfer was offered.</param>
/// <param name="Ruling">Ground (7): the ruling by which the case was elevated or designated.</param>
/// <param name="Standing">Ground (3): how identity and authorisation were looked into, and what came of it.</param>
public sealed record DeclineFacts(
    string Ground, IReadOnlyList<ContactAttempt> Attempts, string? TransferredTo, string? TransferProof, string? Channel, int? RightCourt,
    bool TransferOffered, string? Ruling, string Explanation, string? Standing = null);

/// <summary>Somebody of the petition unit asks to decline, with the ground's own facts (GC21-15).</summary>
[Fact("petition.decline-proposed", Clause = "GC21-15(1)")]
public sealed record PetitionDeclineProposed(DeclineFacts Facts, Guid ProposedBy, Guid? ProposedFor);

/// <summary>The unit head does not agree.</summary>
[Fact("petition.decline-rejected", Clause = "GC21-15(1)")]
public sealed record PetitionDeclineRejected(string Reason);

/// <summary>Declining is approved; it has no effect until it is explained to the petitioner (GC21-15).</summary>
[Fact("petition.declined", Clause = "GC21-15(1)")]
public sealed record PetitionDeclined(string Ground);

/// <summary>The explanation is served: from now on the petition is declined 不予受理.</summary>
[Fact("petition.decline-explained", Shown = true, Clause = "GC21-15(1)")]
public sealed record PetitionDeclineExplained(string Ground, ServiceMethod Method, string Proof);

/// <summary>The ground fell away, for instance because the petitioner appeared.</summary>
[Fact("petition.decline-undone", Shown = true, Clause = "GC21-15(1)")]
public sealed record PetitionDeclineUndone(string Ground, string Reason);

/// <summary>
/// A fact because of which superiors no longer hand down or supervise (SPC16-8, 14(3), 18). It closes nothing here: the enforcing court goes on
/// to answer and to name the remedy.
/// </summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Ground">Code of the pack's list.</param>
/// <param name="Proof">The document that shows it.</param>
/// <param name="Remedy">What the petitioner was told to do instead.</param>
[Fact("petition.excluded", Shown = true, Clause = "SPC16-8(1)")]
public sealed record PetitionExcluded(int No, string Ground, string Proof, string Remedy);

/// <summary>That fact has ended: the stay was lifted, the case came back.</summary>
[Fact("petition.exclusion-lifted", Shown = true, Clause = "SPC16-8(1)")]
public sealed record PetitionExclusionLifted(int No, string Reason);

/// <summary>The petitioner took the petition back, in writing (GC21-16).</summary>
[Fact("petition.withdrawn", Shown = true, Clause = "GC21-16")]
public sealed record PetitionWithdrawn(string Document, string? Reason);

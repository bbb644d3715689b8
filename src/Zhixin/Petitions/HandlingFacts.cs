using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>
/// Whether the petitioner signed a record; where not, why, and who of the court signed that it is what was said (GC21-13, JZ21-3.2.6(2): a refusal to
/// sign stops nothing).
/// </summary>
/// <param name="SignedBy">Who talked with the petitioner and signed; present where the petitioner did not sign.</param>
public sealed record Signing(bool IsSigned, string? WhyNot, string? SignedBy = null);

/// <summary>What the court found of the claim (GC21-2).</summary>
public enum Finding
{
    Justified,
    Partly,
    Groundless,
}

/// <summary>By which of its three grounds an implementation petition is resolved (SPC16-7).</summary>
public enum ResolutionGround
{
    /// <summary>Actually enforced.</summary>
    Enforced,

    /// <summary>Settled, and performance has begun.</summary>
    Settled,

    /// <summary>Checked again, no property, explained or aided, then a written commitment of the applicant's free will.</summary>
    Committed,
}

/// <summary>How a petition came to its end.</summary>
public enum ClosedBy
{
    /// <summary>The petitioner accepts the reply.</summary>
    ReplyAccepted,

    /// <summary>The reply stands, and the remedies against it were named.</summary>
    ReplyFinal,

    /// <summary>Resolved (SPC16-7).</summary>
    Resolved,

    /// <summary>Written off by the superior system after the answer (HNP-16).</summary>
    WrittenOff,

    /// <summary>Terminated by the court that the law names (SPC16-19, 20).</summary>
    Terminated,
}

/// <summary>The petitioner was met 约谈, in person, by video or by phone (GC21-13).</summary>
/// <param name="Present">Who took part.</param>
/// <param name="Proof">The record or recording, and where it is kept.</param>
[Fact("petition.met", Shown = true, Clause = "GC21-13")]
public sealed record PetitionMet(ServiceMethod Method, string Present, string Content, Signing Signing, string Proof);

/// <summary>How facts were looked into (GC21-9).</summary>
public enum InquiryKind
{
    /// <summary>The handler of the enforcement case explained.</summary>
    HandlerExplains,

    /// <summary>A petition-assistance lawyer explained.</summary>
    LawyerExplains,

    /// <summary>An organisation that is concerned explained.</summary>
    OrganisationExplains,

    /// <summary>An investigation 调查 with other organisations and persons, because something had to be verified.</summary>
    Investigation,
}

/// <summary>Facts were looked into: whom was asked, what was found (GC21-9).</summary>
/// <param name="ToVerify">What had to be verified; present for an investigation.</param>
[Fact("petition.inquiry-made", Clause = "GC21-9")]
public sealed record PetitionInquiryMade(InquiryKind Kind, string Asked, string? ToVerify, string Findings, string Proof);

/// <summary>The handler's opinion goes to whoever approves it (GC21-13).</summary>
/// <param name="Progress">What was done.</param>
/// <param name="Result">What came of it.</param>
[Fact("petition.opinion-submitted", Clause = "GC21-13")]
public sealed record PetitionOpinionSubmitted(
    Finding Finding, bool AidNeeded, bool UnlawfulActFound, string Progress, string Result, Guid SubmittedBy, Guid? SubmittedFor);

/// <summary>The lead court leader agrees, or a meeting that discussed it (GC21-13).</summary>
/// <param name="Minutes">Of the meeting; null where the leader decided.</param>
[Fact("petition.opinion-approved", Clause = "GC21-13")]
public sealed record PetitionOpinionApproved(string? Minutes);

/// <summary>The opinion goes back with reasons.</summary>
[Fact("petition.opinion-returned", Clause = "GC21-13")]
public sealed record PetitionOpinionReturned(string Reason);

/// <summary>How an answer was given face to face.</summary>
/// <param name="Time">"14:30", on the day of the answer.</param>
/// <param name="Opinion">What the petitioner said to it.</param>
public sealed record ReplyTalk(string Time, string Place, string Opinion);

/// <summary>The petitioner has the answer: progress and result, what was found, what can be done against it (GC21-2, 13).</summary>
/// <param name="Local">The petitioner lives where the court is (JZ21-3.2.5).</param>
/// <param name="Remedy">What the petitioner may do who does not agree.</param>
/// <param name="Talk">Time, place and the petitioner's own opinion, where they were recorded: face to face under JZ21-3.2.5 they must be.</param>
[Fact("petition.replied", Shown = true, Clause = "GC21-13")]
public sealed record PetitionReplied(
    Finding Finding, bool AidNeeded, bool UnlawfulActFound, string Progress, string Result, string Remedy, ServiceMethod Method, bool Local, Signing Signing,
    string Proof, ReplyTalk? Talk = null);

/// <summary>The body that sent the matter has its answer (GC21-14).</summary>
[Fact("petition.feedback-sent", Clause = "GC21-14")]
public sealed record PetitionFeedbackSent(string Body, string Content, string Proof);

/// <summary>The enforcing court says that the petition is resolved, on one ground with its evidence (SPC16-7).</summary>
/// <param name="Evidence">Enforced: its proof. The other grounds rest on what was recorded.</param>
/// <param name="Settlement">Settled: the number of the settlement whose performance has begun.</param>
/// <param name="AssertedFor">The one acted for, where a deputy asserted it.</param>
[Fact("petition.resolved", Shown = true, Clause = "SPC16-7(1)")]
public sealed record PetitionResolved(ResolutionGround Ground, string? Evidence, int? Settlement, Guid AssertedBy, Guid? AssertedFor);

/// <summary>The petition is closed.</summary>
[Fact("petition.closed", Shown = true, Clause = "GC21-13")]
public sealed record PetitionClosed(ClosedBy By, string? Document);

using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>On which clause a termination rests; the codes are those of the pack's list.</summary>
public enum TerminationGround
{
    /// <summary>No property, a commitment, then the same cause again (SPC16-19).</summary>
    Implementation,

    /// <summary>All procedures used, the last ruling on supervision is a High Court's (SPC16-20(1)).</summary>
    ReviewHigh,

    /// <summary>The last ruling on reconsideration or supervision is the Supreme Court's (SPC16-20(2)).</summary>
    ReviewSupreme,
}

/// <summary>To which procedure a matter belongs: only enforcement ends by termination here (SPC16-11).</summary>
public enum TerminationScope
{
    Enforcement,

    /// <summary>What was judged is complained of: the trial procedures hear it.</summary>
    Trial,

    /// <summary>国家赔偿.</summary>
    Compensation,
}

/// <summary>How the petitioner was heard on the termination.</summary>
public enum TerminationHearingKind
{
    /// <summary>约谈.</summary>
    Meeting,

    /// <summary>听证.</summary>
    Hearing,
}

/// <summary>A material of a report, ticked by a document.</summary>
/// <param name="Code">Of the pack's list of materials.</param>
public sealed record TerminationMaterial(string Code, MatterDocument Document);

/// <summary>A fact on record on which a report rests.</summary>
/// <param name="Kind">The name of the recorded fact, or the kind of ruling.</param>
/// <param name="Document">What proves it.</param>
public sealed record TerminationEvidence(string Kind, string Document, DateOnly On);

/// <summary>The petitioner was heard before the matter is reported for termination (SPC16-19, 20).</summary>
/// <param name="View">What the petitioner said to it.</param>
[Fact("termination.heard", Shown = true, Clause = "SPC16-19")]
public sealed record TerminationHeard(TerminationHearingKind Kind, ServiceMethod Method, string Present, string View, Signing Signing, string Proof, Guid By, Guid? For);

/// <summary>What the petitioner says of the own hardship is recorded, and answered (SPC16-22).</summary>
/// <param name="Statement">In the petitioner's words.</param>
/// <param name="Stated">The petitioner says that life is severely hard because nothing was enforced.</param>
/// <param name="Found">The court found so.</param>
/// <param name="Answer">What the court answered.</param>
[Fact("termination.hardship-answered", Shown = true, Clause = "SPC16-22")]
public sealed record TerminationHardshipAnswered(string Statement, bool Stated, bool Found, string Answer, string Proof, Guid By, Guid? For);

/// <summary>A court reports the matter for termination, or the court that decides opens it itself.</summary>
/// <param name="No">1, 2, 3 … within the petition: one number an application.</param>
/// <param name="Court">Number of the court that reports.</param>
/// <param name="GroundClause">The clause of that ground.</param>
/// <param name="Repeats">The contacts by which the petitioner came again.</param>
/// <param name="SameCause">How a person found that the cause is the same.</param>
/// <param name="Document">The report.</param>
/// <param name="ExceptionAsked">Why it is reported in spite of severe hardship; null where there is none (SPC16-22).</param>
/// <param name="Evidence">What was on record for it.</param>
/// <param name="Way">The courts above that it goes through, nearest first; the last one decides. Empty where that one opened it.</param>
/// <param name="Decider">Number of the court that decides.</param>
/// <param name="Supreme">Number of the Supreme Court, with which a High Court files.</param>
/// <param name="For">The one acted for, where a deputy reported.</param>
[Fact("termination.reported", Clause = "SPC16-19")]
public sealed record TerminationReported(
    int No, int Court, PetitionClass Class, TerminationGround Ground, string GroundClause, TerminationScope Scope, IReadOnlyList<Guid> Repeats, string SameCause, string Document,
    string? ExceptionAsked, IReadOnlyList<TerminationMaterial> Materials, IReadOnlyList<TerminationEvidence> Evidence, IReadOnlyList<int> Way, int Decider, int Supreme, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>A court on the way adds its opinion and passes it up 逐级报请.</summary>
[Fact("termination.passed-up", Clause = "SPC16-19")]
public sealed record TerminationPassedUp(int No, int Court, string Opinion, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>A court sends it one step back, with the reason.</summary>
/// <param name="To">Number of the court that has it again; null where it is over and may be reported anew.</param>
[Fact("termination.returned", Clause = "SPC16-19")]
public sealed record TerminationReturned(int No, int Court, int? To, string Reason, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>The Supreme Court leaves the decision to the High Court (SPC16-20(2)).</summary>
/// <param name="To">Number of that High Court.</param>
[Fact("termination.decider-named", Clause = "SPC16-20(2)")]
public sealed record TerminationDeciderNamed(int No, int Court, int To, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>The High Court files it with the Supreme Court before it decides 报请备案.</summary>
/// <param name="Document">The letter, with the file.</param>
[Fact("termination.filing-sent", Clause = "SPC16-23")]
public sealed record TerminationFilingSent(int No, int Court, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>The Supreme Court asks to correct the filing 补正.</summary>
/// <param name="DueOn">Until when, inclusive, as the notice states.</param>
[Fact("termination.correction-asked", Clause = "SPC16-23")]
public sealed record TerminationCorrectionAsked(int No, int Court, string Reason, DateOnly DueOn, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>The High Court has corrected the filing.</summary>
/// <param name="What">What was put right.</param>
[Fact("termination.corrected", Clause = "SPC16-23")]
public sealed record TerminationCorrected(int No, int Court, string What, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>What the Supreme Court answers to a filing that it does not ask to correct.</summary>
public enum FilingAnswer
{
    /// <summary>予以备案: the High Court may decide.</summary>
    Accepted,

    /// <summary>退回: it is over; it may be reported anew.</summary>
    Returned,
}

/// <summary>The Supreme Court accepts the filing or returns it.</summary>
/// <param name="Reason">Why it is returned; null where it is accepted.</param>
/// <param name="Document">The reply.</param>
[Fact("termination.filing-answered", Clause = "SPC16-23")]
public sealed record TerminationFilingAnswered(int No, int Court, FilingAnswer Answer, string? Reason, string Document, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>The petition is terminated 决定终结.</summary>
/// <param name="Court">Number of the court that decides.</param>
/// <param name="Document">The number of the decision.</param>
/// <param name="Exception">Why it is terminated in spite of severe hardship; null where there is none (SPC16-22).</param>
[Fact("termination.decided", Shown = true, Clause = "SPC16-19")]
public sealed record TerminationDecided(int No, int Court, PetitionClass Class, string Document, string? Exception, Guid By, Guid? For) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>The petitioner has the decision in writing.</summary>
[Fact("termination.notice-served", Shown = true, Clause = "SPC16-24")]
public sealed record TerminationNoticeServed(int No, int Court, ServiceMethod Method, string Document, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>The court that reported takes it back before the decision.</summary>
[Fact("termination.withdrawn", Clause = "SPC16-26")]
public sealed record TerminationWithdrawn(int No, string Reason) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>It goes nowhere any more: another court answers, or the matter ended otherwise.</summary>
[Fact("termination.lapsed", Clause = "SPC16-26")]
public sealed record TerminationLapsed(int No) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

/// <summary>Why a termination does not stand any more.</summary>
public enum TerminationReversal
{
    /// <summary>A later contact brought a new fact, clue or procedure.</summary>
    Contact,

    /// <summary>The matter was reopened with a new fact.</summary>
    NewFact,

    /// <summary>Enforcement resumed: that there is no property is no longer so (SPC16-21).</summary>
    Resumed,

    /// <summary>The court that decided, or the Supreme Court, found it wrong.</summary>
    Error,
}

/// <summary>The termination is reversed, and the matter is open again.</summary>
/// <param name="Contact">The contact because of which it is; else null.</param>
/// <param name="Court">Number of the court that found it wrong; else null.</param>
/// <param name="Reason">Why it was wrong; else null.</param>
[Fact("termination.reversed", Shown = true, Clause = "SPC16-26")]
public sealed record TerminationReversed(int No, TerminationReversal Because, Guid? Contact, int? Court, string? Reason, string? Document) : IAboutThing
{
    Thing IAboutThing.Thing => Termination.Thing(No);
}

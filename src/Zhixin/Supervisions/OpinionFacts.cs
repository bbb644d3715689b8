using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Supervisions;

/// <summary>What the reconsideration of an opinion comes to (HNI-11).</summary>
public enum ReconsiderationOutcome
{
    /// <summary>The opinion is corrected.</summary>
    Correct,

    /// <summary>The lower court is told in a letter to go on as the opinion says.</summary>
    Uphold,
}

/// <summary>A written opinion to a lower court, which must follow it (HNI-10, HNP-11).</summary>
/// <param name="No">1, 2, 3 … within the supervision.</param>
/// <param name="Letter">The letter whose report it is about.</param>
/// <param name="MadeBy">Who made it: the panel's members, or the one who issues it. None of them sits on its reconsideration.</param>
[Fact("supervision.opinion-issued", Clause = "HNI-10")]
public sealed record SupervisionOpinionIssued(
    int No, int Letter, int From, int To, string Number, string Content, string Reasons, DateOnly DueOn, IReadOnlyList<Guid> MadeBy) : IAboutThing, IOnPaper
{
    Thing IAboutThing.Thing => Opinion.Thing(No);

    object IOnPaper.Numbered(string number) => this with { Number = number };
}

/// <summary>The lower court has the opinion.</summary>
[Fact("supervision.opinion-received", Clause = "HNI-10")]
public sealed record SupervisionOpinionReceived(int No, DateOnly ReceivedOn, bool DueStated, DateOnly DueOn) : IAboutThing
{
    Thing IAboutThing.Thing => Opinion.Thing(No);
}

/// <summary>The lower court reports how it followed the opinion.</summary>
[Fact("supervision.compliance-reported", Clause = "HNI-10")]
public sealed record SupervisionComplianceReported(int No, string Content, string Document, Guid ReportedBy, Guid? ReportedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Opinion.Thing(No);
}

/// <summary>After urging the opinion is still not followed: bulletin and accountability are both owed (HNI-12).</summary>
/// <param name="Breached">Numbers of the obligations that show it.</param>
[Fact("supervision.opinion-not-followed", Clause = "HNI-12")]
public sealed record SupervisionOpinionNotFollowed(int No, string Finding, IReadOnlyList<int> Breached) : IAboutThing
{
    Thing IAboutThing.Thing => Opinion.Thing(No);
}

/// <summary>The lower court asks within its five days that another panel looks at the opinion (HNI-11, HNP-20).</summary>
/// <param name="Error">Which error is alleged.</param>
[Fact("supervision.reconsideration-asked", Clause = "HNI-11")]
public sealed record SupervisionReconsiderationAsked(int No, DateOnly ReceivedOn, string Error, string Document, Guid AskedBy, Guid? AskedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Opinion.Thing(No);
}

/// <summary>The new panel says that the opinion need not be followed until it has decided.</summary>
[Fact("supervision.compliance-suspended", Clause = "HNI-11")]
public sealed record SupervisionComplianceSuspended(int No, string Reason) : IAboutThing
{
    Thing IAboutThing.Thing => Opinion.Thing(No);
}

/// <summary>The new panel decides (HNI-11, HNP-20).</summary>
/// <param name="Panel">Number of the panel.</param>
/// <param name="DueOn">Until when to follow the opinion from now on, where the panel had suspended it; null where its date stands, or it is corrected.</param>
/// <param name="Letter">Number of the answering letter; it comes as the letter is issued.</param>
[Fact("supervision.reconsideration-decided", Clause = "HNI-11")]
public sealed record SupervisionReconsiderationDecided(int No, int Panel, ReconsiderationOutcome Outcome, string Content, DateOnly? DueOn, string Letter) : IAboutThing, IOnPaper
{
    Thing IAboutThing.Thing => Opinion.Thing(No);

    object IOnPaper.Numbered(string number) => this with { Letter = number };
}

/// <summary>The opinion is corrected, and need not be followed as it was.</summary>
/// <param name="Now">What stands in its place, and is given as an opinion of its own; null where nothing does, then the report is judged again.</param>
[Fact("supervision.opinion-corrected", Clause = "HNI-11")]
public sealed record SupervisionOpinionCorrected(int No, string? Now) : IAboutThing
{
    Thing IAboutThing.Thing => Opinion.Thing(No);
}

/// <summary>A possible error or major flaw was flagged: a written review opinion is owed (HNP-12).</summary>
/// <param name="No">1, 2, 3 … within the supervision; each has its own review opinion.</param>
[Fact("supervision.error-flagged", Clause = "HNP-12")]
public sealed record SupervisionErrorFlagged(int No, string By, string What, bool Urgent) : IAboutThing
{
    Thing IAboutThing.Thing => ErrorFlag.Thing(No);
}

/// <summary>The handler's written review opinion (HNP-12).</summary>
/// <param name="No">Number of the possible error that it is about.</param>
[Fact("supervision.review-opinion-written", Clause = "HNP-12")]
public sealed record SupervisionReviewOpinionWritten(int No, bool ErrorFound, string Content, string Document, Guid WrittenBy, Guid? WrittenFor) : IAboutThing
{
    Thing IAboutThing.Thing => ErrorFlag.Thing(No);
}

/// <summary>The matter is supervised again (HNP-15).</summary>
/// <param name="Round">2 for the first time again.</param>
[Fact("supervision.round-opened", Clause = "HNP-15")]
public sealed record SupervisionRoundOpened(int Round, string Reason);

using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Supervisions;

/// <summary>What goes down to a lower court.</summary>
public enum LetterKind
{
    /// <summary>督办函 (HNI-4).</summary>
    Supervision,

    /// <summary>监督函, after a written review opinion (HNP-12).</summary>
    Review,

    /// <summary>转办函 without a result (HNP-8).</summary>
    DirectTransfer,

    /// <summary>转办函 with a result (HNP-9).</summary>
    TransferWithResult,

    /// <summary>交办函 to the intermediate court, or from it to the basic court (HNP-10).</summary>
    HandDown,

    /// <summary>A further superior's letter beside the lead one; it has no date of its own (HNI-2).</summary>
    Child,
}

/// <summary>A letter goes to a court under it. It is there at once: the system delivers.</summary>
/// <param name="No">1, 2, 3 … within the supervision.</param>
/// <param name="Parent">The letter by which the issuing court itself has it; null where it begins there.</param>
/// <param name="Number">Number of the letter; it comes as its paper is issued.</param>
/// <param name="Ground">Code of the ground (HNI-3); null for a mere transfer.</param>
/// <param name="Demands">What is asked of the lower court.</param>
/// <param name="Materials">What goes with it.</param>
/// <param name="DueOn">Until when it is to be reported; null where nothing is awaited.</param>
/// <param name="InPerson">Whether the report is made in person (HNI-6).</param>
/// <param name="WithFile">Whether the file comes with it (HNI-6).</param>
[Fact("supervision.letter-issued", Shown = true, Clause = "HNI-4")]
public sealed record SupervisionLetterIssued(
    int No, int? Parent, LetterKind Letter, int From, int To, string Number, string? Ground, string Demands, string Materials, DateOnly? DueOn, bool InPerson, bool WithFile)
    : IAboutThing, IOnPaper
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);

    object IOnPaper.Numbered(string number) => this with { Number = number };
}

/// <summary>Dispatched without a result through the command platform (HNP-8).</summary>
/// <param name="Platform">Number on the platform; null where it went otherwise.</param>
[Fact("supervision.dispatched-direct", Clause = "HNP-8")]
public sealed record SupervisionDispatchedDirect(int No, string? Platform);

/// <summary>Dispatched with a date for the result (HNP-9).</summary>
[Fact("supervision.dispatched-with-result", Clause = "HNP-9")]
public sealed record SupervisionDispatchedWithResult(int No, DateOnly DueOn);

/// <summary>Handed to the intermediate court with a date (HNP-10).</summary>
[Fact("supervision.handed-down", Clause = "HNP-10")]
public sealed record SupervisionHandedDown(int No, DateOnly DueOn);

/// <summary>The lower court has the letter.</summary>
[Fact("supervision.letter-received", Clause = "HNI-6")]
public sealed record SupervisionLetterReceived(int No, LetterKind Letter, DateOnly ReceivedOn, bool DueStated, DateOnly? DueOn) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The lower court names who handles it (HNI-6, HNP-19).</summary>
[Fact("supervision.handler-named", Clause = "HNI-6")]
public sealed record SupervisionHandlerNamed(int No, Guid Handler, string HandlerName, string? Phone) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The named person has taken it up.</summary>
[Fact("supervision.acknowledged", Clause = "HNI-6")]
public sealed record SupervisionAcknowledged(int No) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The intermediate court took measures of its own (HNP-10).</summary>
[Fact("supervision.measures-taken", Clause = "HNP-10")]
public sealed record SupervisionMeasuresTaken(int No, string Content, string Document) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>A report is wanted at once (HNI-5, HNP-13).</summary>
[Fact("supervision.urgent-report-ordered", Clause = "HNI-5")]
public sealed record SupervisionUrgentReportOrdered(int No, string Demand) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The report that was wanted at once.</summary>
[Fact("supervision.urgent-report-submitted", Clause = "HNI-5")]
public sealed record SupervisionUrgentReportSubmitted(int No, string Content, string Document) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The lower court reports (HNI-6, HNP-21).</summary>
/// <param name="InPerson">Made in person.</param>
/// <param name="WithFile">The file came with it.</param>
/// <param name="PropertyFound">Which property was found after all, where the court had answered that there was none: no hearing is owed any longer (HNI-7); else null.</param>
[Fact("supervision.report-submitted", Clause = "HNI-6")]
public sealed record SupervisionReportSubmitted(
    int No, string Progress, string Result, string Document, bool InPerson, bool WithFile, string? PropertyFound, Guid ReportedBy, Guid? ReportedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The lower court answers that there is no property to enforce against: a hearing and a report after it are owed (HNI-7).</summary>
/// <param name="LetterReceivedOn">When it received the letter: the hearing's period counts from there.</param>
/// <param name="Findings">What was looked for, and where.</param>
[Fact("supervision.no-property-answered", Clause = "HNI-7")]
public sealed record SupervisionNoPropertyAnswered(int No, DateOnly LetterReceivedOn, string Findings, string Document, Guid ReportedBy, Guid? ReportedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The hearing with both sides (HNI-7).</summary>
/// <param name="HeldOn">When it was held; not before the letter was received. The report after it is counted from here.</param>
/// <param name="Present">Who came of applicant and person against whom it is enforced.</param>
/// <param name="ServiceProof">That both were summoned: who was served and does not come does not keep it from being held.</param>
/// <param name="Told">The measures taken, or the findings, as both were told them.</param>
/// <param name="Minutes">The minutes, and where they are kept.</param>
[Fact("supervision.hearing-held", Shown = true, Clause = "HNI-7")]
public sealed record SupervisionHearingHeld(int No, DateOnly HeldOn, IReadOnlyList<HearingSide> Present, string ServiceProof, string Told, string Minutes) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>A side of the enforcement case.</summary>
public enum HearingSide
{
    /// <summary>The applicant for enforcement.</summary>
    Applicant,

    /// <summary>The person against whom it is enforced.</summary>
    Debtor,
}

/// <summary>The report after the hearing (HNI-7).</summary>
[Fact("supervision.hearing-report-submitted", Clause = "HNI-7")]
public sealed record SupervisionHearingReportSubmitted(int No, string Result, string Document, Guid ReportedBy, Guid? ReportedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>Something keeps the lower court from reporting in time: it owes to say so in writing before the date (HNP-21).</summary>
/// <param name="DueOn">The date of the report as it stands.</param>
[Fact("supervision.special-circumstances-recorded", Clause = "HNP-21")]
public sealed record SupervisionSpecialCircumstancesRecorded(int No, string Circumstances, DateOnly DueOn) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The lower court asks before the date for another one: cause, next step, new date (HNP-21).</summary>
[Fact("supervision.pre-expiry-reported", Clause = "HNP-21")]
public sealed record SupervisionPreExpiryReported(
    int No, string Cause, string NextStep, DateOnly Until, string Document, Guid AskedBy, Guid? AskedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The superior decides on another date. Until then, and where it is not granted, the old one stands.</summary>
/// <param name="DueOn">The date from now on.</param>
[Fact("supervision.new-date-decided", Clause = "HNP-21")]
public sealed record SupervisionNewDateDecided(int No, bool Granted, DateOnly DueOn, string Reason) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The superior agrees with the report.</summary>
[Fact("supervision.report-accepted", Clause = "HNP-15")]
public sealed record SupervisionReportAccepted(int No, string Opinion, bool AwaitedByBody) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The superior finds the report improper, with the reason: an opinion is owed (HNI-10, HNP-11).</summary>
[Fact("supervision.report-found-improper", Clause = "HNI-10")]
public sealed record SupervisionReportFoundImproper(int No, string Reason) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>The superior finds the report unlawful or the matter unsettled: it is supervised again (HNP-15).</summary>
[Fact("supervision.report-found-unlawful", Clause = "HNP-15")]
public sealed record SupervisionReportFoundUnlawful(int No, string Reason) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

/// <summary>A letter that fell away, with the reason; everything under it falls away too.</summary>
[Fact("supervision.letter-withdrawn", Clause = "HNI-4")]
public sealed record SupervisionLetterWithdrawn(int No, string Reason) : IAboutThing
{
    Thing IAboutThing.Thing => Supervisions.Letter.Thing(No);
}

using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Petitions;

/// <summary>In which way a matter goes down (HNP-5, 8 to 10; SPC16-3(2), 14(2), 17).</summary>
public enum HandDownMode
{
    /// <summary>交办: hop by hop, with a result by a date.</summary>
    HandDown,

    /// <summary>直接转办: straight to the enforcing court; no result is awaited.</summary>
    DirectTransfer,

    /// <summary>转办要结果: straight to the enforcing court, with a result by a date.</summary>
    TransferWithResult,

    /// <summary>责令按程序审查: the lower court files the procedure; filing ends it.</summary>
    OrderProcedure,

    /// <summary>责令限期裁定: the lower court rules by a date.</summary>
    OrderRuling,
}

/// <summary>Why a hop is over.</summary>
public enum HopEnd
{
    /// <summary>The court that handed down accepted the report.</summary>
    Accepted,

    /// <summary>The lower court formally filed the procedure (SPC16-14(3)).</summary>
    Filed,

    /// <summary>A fact bars superiors from handing down (SPC16-8, 14(3), 18).</summary>
    Barred,

    /// <summary>The court that handed down took it back, with a reason.</summary>
    Recalled,

    /// <summary>No result was awaited, and the lower court has it.</summary>
    Passed,

    /// <summary>The matter was written off (HNP-16).</summary>
    WrittenOff,
}

/// <summary>A court received material about a court under it: it is owed to hand it down, or to refuse with the clause (SPC16-3(2)).</summary>
/// <param name="Enforcing">Number of the court whose case it is.</param>
/// <param name="Level">Level of the court that owes it: what HNP-7 sets is the High Court's.</param>
[Fact("hand-down.owed", Clause = "SPC16-3(2)")]
public sealed record HandDownOwed(int Enforcing, CourtLevel? Level, DateOnly ReceivedOn);

/// <summary>The first review of such material: in which way it goes down, or that it is supervised (HNI-4, HNP-7).</summary>
/// <param name="Court">Number of the court that reviewed.</param>
/// <param name="Mode">The way; null where a supervision was opened instead.</param>
/// <param name="Situation">Code of the situation that asks for it, where an instrument in force has such a list.</param>
/// <param name="InstructedBy">The body or leader that instructed; null where nobody did.</param>
/// <param name="InstructedOn">When that instruction was received; the days of HNP-9 count from it.</param>
/// <param name="Supervision">Number of the supervision, where one was opened.</param>
[Fact("hand-down.reviewed", Clause = "HNP-7(1)")]
public sealed record HandDownReviewed(
    int Court, CourtLevel Level, HandDownMode? Mode, string? Situation, string? InstructedBy, DateOnly? InstructedOn, string? Supervision, string Opinion);

/// <summary>A visit to one of the places that are handed down the same day reached a court that has to hand it down, by registration or from above.</summary>
/// <param name="Venue">Code of the place, as the list of the campaign names it.</param>
/// <param name="OwnCase">Whether a division of the court itself may be responsible: the case is its own, or no case is known.</param>
[Fact("contact.venue-visit-received", Clause = "JZ21-3.2.1")]
public sealed record VenueVisitReceived(string Venue, bool OwnCase, DateOnly ReceivedOn);

/// <summary>A court hands the matter to a court under it 交办.</summary>
/// <param name="No">1, 2, 3 … within the petition: one number a hop.</param>
/// <param name="Parent">The hop by which this court itself has it; null where it begins here.</param>
/// <param name="From">Number of the court that hands down.</param>
/// <param name="To">Number of the court that it goes to.</param>
/// <param name="Joint">Courts that handle it together with that one.</param>
/// <param name="Ground">Why, and on whose instruction.</param>
/// <param name="Demand">What is asked of the lower court.</param>
/// <param name="Letter">Number of the letter 交办函.</param>
/// <param name="DueOn">Until when the result is to be reported; null where none is awaited.</param>
/// <param name="AwaitedByBody">Whether a body or leader above awaits the result (HNP-14).</param>
/// <param name="Venue">Where the petitioner went, for the visits that are handed down the same day (JZ21-3.2.1).</param>
/// <param name="Situation">Code of the situation that asks for the mode, where an instrument in force has such a list (HNP-7).</param>
/// <param name="Platform">Number on the command platform, where the instrument sends it that way (HNP-8).</param>
/// <param name="Told">How the petitioner was told the remedies, for an order to file the procedure (SPC16-14(1), (2)).</param>
/// <param name="InstructedBy">The body or leader on whose instruction it goes; null where nobody instructed.</param>
/// <param name="InstructedOn">When that instruction was received (HNP-9).</param>
[Fact("hand-down.issued", Shown = true, Clause = "SPC16-3(2)")]
public sealed record HandDownIssued(
    int No, int? Parent, int From, int To, IReadOnlyList<int> Joint, HandDownMode Mode, string Ground, string Demand, string Letter, DateOnly? DueOn, bool AwaitedByBody,
    Venue? Venue, string? Situation, string? Platform, string? Told, string? InstructedBy = null, DateOnly? InstructedOn = null) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The lower court has it: the system delivers at once, so that no clock waits for anybody's receipt.</summary>
/// <param name="Moves">Whether the court answers for the matter from now on, or did before.</param>
[Fact("hand-down.received", Clause = "JZ21-3.2.1")]
public sealed record HandDownReceived(int No, HandDownMode Mode, Venue? Venue, DateOnly ReceivedOn, bool DueStated, DateOnly? DueOn, bool Moves) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The lower court names who handles it (HNI-6, HNP-16, 19).</summary>
[Fact("hand-down.handler-named", Clause = "HNP-16")]
public sealed record HandDownHandlerNamed(int No, Guid Handler, string HandlerName, string? Phone) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>What a court reports on a hop by its date: the result, or how far it has come (HNP-9, 10, 21).</summary>
public enum HopReportKind
{
    /// <summary>办理结果.</summary>
    Result,

    /// <summary>进展情况: the result is still to come, by a date that the court above sets.</summary>
    Progress,
}

/// <summary>The lower court reports to the court from which it has it.</summary>
/// <param name="Result">The result; in a report on progress what comes next, and by when.</param>
/// <param name="Measures">Which measures of its own a court in the middle took (HNP-10); null where it handed further down, or none are asked of it.</param>
/// <param name="ReportedFor">The one acted for, where a deputy reported.</param>
[Fact("hand-down.reported", Clause = "HNP-10")]
public sealed record HandDownReported(int No, HopReportKind Kind, string Progress, string Result, string? Measures, string Document, Guid ReportedBy, Guid? ReportedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The report is not accepted: why, and until when a better one is due.</summary>
/// <param name="DueOn">The new date, or the old one where none was set: a returned report is owed again.</param>
/// <param name="Answers">Whether the court that reports is the one that answers for the matter.</param>
[Fact("hand-down.report-returned", Clause = "HNP-11")]
public sealed record HandDownReportReturned(int No, string Reason, bool DueStated, DateOnly? DueOn, bool Answers) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>A report on progress is noted, and the result is awaited by another date.</summary>
/// <param name="Answers">Whether the court that reports is the one that answers for the matter.</param>
[Fact("hand-down.progress-answered", Clause = "HNP-10")]
public sealed record HandDownProgressAnswered(int No, string Opinion, bool DueStated, DateOnly DueOn, bool Answers) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The report on the result is accepted.</summary>
/// <param name="ReceivedOn">When the report was there.</param>
[Fact("hand-down.report-accepted", Clause = "HNP-10")]
public sealed record HandDownReportAccepted(int No, string Opinion, DateOnly ReceivedOn) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The court above presses for a report that is overdue 催报, by one of the means of the list.</summary>
/// <param name="Means">Code of the list "overdue-means".</param>
[Fact("hand-down.pressed", Clause = "HNP-16")]
public sealed record HandDownPressed(int No, string Means, string Content) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The special report to the body or leader that awaits the result is drafted.</summary>
/// <param name="DraftedFor">The one acted for, where a deputy drafted.</param>
[Fact("hand-down.report-up-drafted", Clause = "HNP-14")]
public sealed record HandDownReportUpDrafted(int No, string Body, string Content, string Document, Guid DraftedBy, Guid? DraftedFor) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The bureau director reviewed the draft; where not agreed, it is drafted anew.</summary>
[Fact("hand-down.report-up-reviewed", Clause = "HNP-14")]
public sealed record HandDownReportUpReviewed(int No, bool Agreed, string Opinion, Guid ReviewedBy, Guid? ReviewedFor) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The president in charge approved the reviewed draft; where not agreed, it is drafted anew.</summary>
[Fact("hand-down.report-up-approved", Clause = "HNP-14")]
public sealed record HandDownReportUpApproved(int No, bool Agreed, string Opinion, Guid ApprovedBy, Guid? ApprovedFor) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The special report is with the body or leader that awaited it (HNP-9, 14).</summary>
[Fact("hand-down.special-report-sent", Clause = "HNP-14")]
public sealed record HandDownSpecialReportSent(int No, string Body, string Document, string Proof) : IAboutThing
{
    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>The hop is over.</summary>
/// <param name="Reason">For a hop that was taken back.</param>
/// <param name="AwaitedByBody">Whether a body or leader awaits the result: however the hop ended, the court that handed down reports up (HNP-14).</param>
[Fact("hand-down.closed", Clause = "SPC16-14(3)")]
public sealed record HandDownClosed(int No, HopEnd End, string? Reason, bool AwaitedByBody) : IAboutThing
{
    /// <summary>The end of a hop.</summary>
    internal static HandDownClosed Of(Hop hop, HopEnd end, string? reason = null) => new(hop.Issued.No, end, reason, hop.Issued.AwaitedByBody);

    Thing IAboutThing.Thing => Hop.Thing(No);
}

/// <summary>A court does not hand the matter down, and names the clause (SPC16-7, 8, 14(3), 18).</summary>
/// <param name="Ground">The clause.</param>
[Fact("hand-down.refused", Shown = true, Clause = "SPC16-8")]
public sealed record HandDownRefused(string Ground, string Reason);

/// <summary>
/// Another court of the chain answers for the matter from now on: a superior handed it down, or took it up (HNI-9). Who answered before sees it still.
/// </summary>
/// <param name="ReceivedOn">The clocks of the court that answers now start here.</param>
/// <param name="Forwarded">Whether a body still waits for its answer; then until when, if it said so.</param>
/// <param name="NoticeOwed">Whether the petitioner still waits for the acceptance notice.</param>
/// <param name="AidOwed">Whether somebody still waits for an answer on judicial aid.</param>
[Fact("petition.passed-on", Shown = true, Clause = "SPC16-3(2)")]
public sealed record PetitionPassedOn(int From, int To, DateOnly ReceivedOn, bool Forwarded, DateOnly? DueOn, bool NoticeOwed, bool AidOwed)
{
    /// <summary>Number of the ruling that it follows; null where a superior handed it down.</summary>
    public string? Ruling { get; init; }
}

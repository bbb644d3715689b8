using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Supervisions;

/// <summary>A report, or a correction, has been due for the days of the pack (HNP-23): the urging letter is owed from this day.</summary>
/// <param name="Reported">Whether a report came that was found improper, and nothing was corrected.</param>
[Fact("supervision.report-overrun", Clause = "HNP-23")]
public sealed record SupervisionReportOverrun(int No, bool Reported) : IAboutThing
{
    Thing IAboutThing.Thing => Letter.Thing(No);
}

/// <summary>The superior urges 催报: a report that is overdue (HNI-9), or an opinion that is not followed (HNI-12).</summary>
/// <param name="No">The letter.</param>
/// <param name="Opinion">The opinion; null where a report is urged.</param>
/// <param name="Means">Code of the pack's means (HNP-16); null for a written one.</param>
[Fact("supervision.urged", Clause = "HNI-9")]
public sealed record SupervisionUrged(int No, int? Opinion, string? Means, string Content) : IAboutThing
{
    Thing IAboutThing.Thing => Letter.Thing(No);
}

/// <summary>The urging letter 催办函 (HNP-23).</summary>
/// <param name="Breached">Numbers of the obligations that are overdue.</param>
/// <param name="DueOn">Until when to report or to explain.</param>
[Fact("supervision.urging-letter-issued", Clause = "HNP-23")]
public sealed record SupervisionUrgingLetterIssued(int No, string Number, string Content, IReadOnlyList<int> Breached, DateOnly DueOn) : IAboutThing, IOnPaper
{
    Thing IAboutThing.Thing => Letter.Thing(No);

    object IOnPaper.Numbered(string number) => this with { Number = number };
}

/// <summary>The order to enforce 督促执行令 (HNP-23).</summary>
[Fact("supervision.enforcement-order-issued", Clause = "HNP-23")]
public sealed record SupervisionEnforcementOrderIssued(int No, string Number, string Content, IReadOnlyList<int> Breached, DateOnly DueOn) : IAboutThing, IOnPaper
{
    Thing IAboutThing.Thing => Letter.Thing(No);

    object IOnPaper.Numbered(string number) => this with { Number = number };
}

/// <summary>The lower court has the urging letter or order: report, or explain.</summary>
[Fact("supervision.urging-letter-received", Clause = "HNP-23")]
public sealed record SupervisionUrgingLetterReceived(int No, DateOnly ReceivedOn, bool DueStated, DateOnly DueOn) : IAboutThing
{
    Thing IAboutThing.Thing => Letter.Thing(No);
}

/// <summary>The lower court explains why it is late (HNP-23).</summary>
[Fact("supervision.delay-explained", Clause = "HNP-23")]
public sealed record SupervisionDelayExplained(int No, string Explanation, string Document, Guid ReportedBy, Guid? ReportedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Letter.Thing(No);
}

/// <summary>The superior calls the file (HNI-5, HNI-9).</summary>
[Fact("supervision.file-called", Clause = "HNI-9")]
public sealed record SupervisionFileCalled(int No, string What, string Reason) : IAboutThing
{
    Thing IAboutThing.Thing => Letter.Thing(No);
}

/// <summary>By ruling another court under it enforces (HNI-9).</summary>
/// <param name="From">The court that enforced until now.</param>
/// <param name="To">The court that enforces from now on.</param>
/// <param name="By">The court that ruled.</param>
/// <param name="Listed">Whether the matter is listed: the court that enforces now owes the six elements anew.</param>
/// <param name="Exchanged">The case of the other court that goes the other way where two courts exchange enforcement 交叉执行 (SPC09-4); null where none does.</param>
[Fact("supervision.designated", Shown = true, Clause = "HNI-9")]
public sealed record SupervisionDesignated(int From, int To, string? Exchanged, string Ruling, string Reason, int By, bool Listed);

/// <summary>By ruling the superior enforces itself 提级 (HNI-9).</summary>
/// <param name="From">The court that enforced until now.</param>
/// <param name="To">The superior.</param>
/// <param name="Listed">Whether the matter is listed.</param>
[Fact("supervision.elevated", Shown = true, Clause = "HNI-9")]
public sealed record SupervisionElevated(int From, int To, string Ruling, string Reason, bool Listed);

/// <summary>The superior admonishes 约谈 leaders of the lower court (SPC16-5(4)).</summary>
/// <param name="No">1, 2, 3 … within the supervision.</param>
/// <param name="Met">Who came: names and posts.</param>
/// <param name="Breached">Numbers of the obligations that were not fulfilled in time; at least one.</param>
/// <param name="Record">Number of the record.</param>
[Fact("supervision.admonished", Clause = "SPC16-5(4)")]
public sealed record SupervisionAdmonished(
    int No, int To, string Met, string Why, IReadOnlyList<int> Breached, string Demands, DateOnly DueOn, string Record) : IAboutThing, IOnPaper
{
    Thing IAboutThing.Thing => Admonition.Thing(No);

    object IOnPaper.Numbered(string number) => this with { Record = number };
}

/// <summary>The lower court reports how it put right what it was admonished for.</summary>
[Fact("supervision.rectification-reported", Clause = "SPC16-5(4)")]
public sealed record SupervisionRectificationReported(int No, string Content, string Document, Guid ReportedBy, Guid? ReportedFor) : IAboutThing, IDelivered
{
    Thing IAboutThing.Thing => Admonition.Thing(No);
}

/// <summary>The bulletin in the area (HNI-12, HNP-23).</summary>
/// <param name="Court">Number of the court that issued it: it settles what that court owes for its own opinions.</param>
[Fact("supervision.bulletin-issued", Clause = "HNI-12")]
public sealed record SupervisionBulletinIssued(string Number, string Content, IReadOnlyList<int> Breached, int Court) : IByCourt;

/// <summary>Accountability is opened (HNI-12).</summary>
/// <param name="Whom">Court or person.</param>
/// <param name="Statement">What that one says for himself: the person is heard first.</param>
/// <param name="Breached">Numbers of the obligations that show it.</param>
/// <param name="Court">Number of the court that opened it.</param>
[Fact("supervision.accountability-opened", Clause = "HNI-12")]
public sealed record SupervisionAccountabilityOpened(string Whom, string Why, string Statement, string Document, IReadOnlyList<int> Breached, int Court) : IByCourt;

/// <summary>A fact that settles what the court owes that does it, and no other court: several give opinions in one supervision.</summary>
internal interface IByCourt
{
    /// <summary>Number of that court.</summary>
    int Court { get; }
}

/// <summary>The petitioner is told how the supervision goes, or its result.</summary>
[Fact("supervision.result-told", Shown = true, Clause = "SPC16-3(3)")]
public sealed record SupervisionResultTold(string Content, string Method, string Proof);

using Zhixin.Web.Components;

namespace Zhixin.Web.Reception;

/// <summary>The log of a day: who was to be received, who came, what came of it.</summary>
/// <param name="Where">The court, and the day with what is peculiar about it.</param>
/// <param name="Filter">Fields court, day, receiver, show.</param>
/// <param name="Views">Parts of the log, with counts.</param>
/// <param name="WalkIn">The address of the registration of somebody who is here without appointment; null on another court's log.</param>
/// <param name="PhoneIn">The same for somebody who calls to agree on a time.</param>
/// <param name="BookAction">Where a number is looked up to agree on a reception; null on another court's log.</param>
public sealed record ReceptionModel(
    RichText Where, DateOnly Day, FormState Filter, IReadOnlyList<Choice> Courts, IReadOnlyList<Choice> Receivers, IReadOnlyList<ViewTab> Views, IReadOnlyList<ReceptionRow> Rows,
    string? WalkIn, string? PhoneIn, string? BookAction, string BeforeHref, string AfterHref, string TodayHref, string PrintHref, string ExportHref, string StatisticsHref)
{
    /// <summary>Said where the page shows only the first lines of a long day; null where it shows all.</summary>
    public string? Cut { get; init; }
}

/// <summary>A line of the log.</summary>
/// <param name="Time">"09:00–09:30", "09:24", or empty where nobody noted it.</param>
/// <param name="Kind">"预约", "来访", "来电" …</param>
/// <param name="Petition">Null where the viewer does not see it.</param>
/// <param name="Light">How it stands: waiting, received, not come.</param>
/// <param name="Handling">What came of it.</param>
/// <param name="Entered">Whether and when it was entered.</param>
/// <param name="Acts">What is to be done next; the viewer may still be refused it.</param>
public sealed record ReceptionRow(
    string Time, string Kind, string Who, Anchor? Petition, string? Place, string Receiver, IReadOnlyList<TagModel> Tags, DueLight Light, string Handling, string Entered,
    Anchor? Receipt, IReadOnlyList<ActionModel> Acts);

/// <summary>How courts entered what they received on a day, each number with the list behind it.</summary>
/// <param name="Owed">What is owed of the day, with its light; null where nothing is.</param>
/// <param name="Issue">The form that issues the bulletin, where the viewer may; fields day, remarks.</param>
/// <param name="Issued">The bulletin of the day, if there is one.</param>
/// <param name="Refusal">Why nothing can be issued.</param>
public sealed record StatisticsModel(
    RichText Where, DateOnly Day, IReadOnlyList<FigureRow> Rows, OwedOfDay? Owed, IssueModel? Issue, Anchor? Issued, RefusalModel? Refusal, IReadOnlyList<BulletinRow> Bulletins,
    string BeforeHref, string AfterHref, string TodayHref, string LogHref, ClauseRef Clause);

/// <summary>What is owed of the day.</summary>
public sealed record OwedOfDay(string Duty, DueLight Light, BindingDay? Day, ClauseRef Clause);

/// <summary>The form of the bulletin.</summary>
public sealed record IssueModel(string Action, string Key, FormState Form);

/// <summary>The figures of a court; a number without address has nothing behind it.</summary>
public sealed record FigureRow(string Court, IReadOnlyList<Figure> Figures, bool IsTotal = false);

/// <summary>One number.</summary>
public sealed record Figure(int Value, string? Href);

/// <summary>A bulletin in a list.</summary>
public sealed record BulletinRow(Anchor Bulletin, string Court, DateOnly Day, DateOnly IssuedOn);

/// <summary>A bulletin as it was issued.</summary>
public sealed record BulletinModel(string Court, string Number, DateOnly Day, DateOnly IssuedOn, string IssuedBy, IReadOnlyList<FigureRow> Rows, string? Remarks, string BackHref);

/// <summary>The columns of the statistic, the same on the page, in a bulletin and in JSON.</summary>
public static class FigureColumns
{
    /// <summary>Heading, and the part of the log that it counts.</summary>
    public static IReadOnlyList<(string Heading, string Show)> All { get; } =
    [
        ("当日接收", "received"), ("当日录入", "same-day"), ("次日以后补录", "later"), ("当日补录以前的", "from-before"), ("当场解决", "solved-on-the-spot"), ("转承办人", "passed-on"),
        ("指引其他程序", "guided-elsewhere"), ("移送其他机关", "transferred-elsewhere"), ("预约", "appointments"), ("预约待记录", "waiting"),
    ];

    /// <summary>Said beside every statistic.</summary>
    public const string Note = "只统计录入是否及时、结果是否记录，不排名，不考核来访数量；多登记不扣分，少登记不加分。";

    /// <summary>The numbers of a court, in the order of the columns.</summary>
    public static IReadOnlyList<int> Of(Zhixin.Reception.EntryFigures f) =>
        [f.Received, f.SameDay, f.Later, f.FromBefore, f.Solved, f.PassedOn, f.Guided, f.Transferred, f.Appointments, f.Waiting];
}

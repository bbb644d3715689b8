using System.Globalization;
using Zhixin.Bulletins;
using Zhixin.Database.Bulletins;
using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Web.Papers;

namespace Zhixin.Web.Bulletins;

/// <summary>Ranking bulletins in plain words, the same on the page and on paper.</summary>
internal static class BulletinWords
{
    /// <summary>The clause that asks where petitioners went.</summary>
    public const string Quarterly = "HNP-24";

    /// <summary>A stage.</summary>
    public static string Stage(string stage) => stage switch { "issued" => "已印发", "drafted" => "待审核", _ => "待草拟" };

    /// <summary>How every number is counted, one a line.</summary>
    /// <param name="visits">Whether the bulletin says where petitioners went.</param>
    public static IReadOnlyList<string> How(Law law, int court, DateOnly endedOn, bool visits) =>
    [
        "各院的数字包括该院和所辖各院。",
        "新收：本期首次收到、现由该院负责办理的信访案件；不予受理、撤回、并案、作废的不计。",
        "办结：新收的案件中，到草拟通报时已经办结的。办结率是办结数除以新收数。",
        string.Create(CultureInfo.InvariantCulture, $"重复信访：新收的案件中，来信来访累计达到 {BulletinFigures.RepeatedFrom(law, court, endedOn)} 次的。"),
        "逾期：期限在本期内届满、没有按期办完的事项，包括以后补办的。迟报：其中应当向上级报告而逾期的。",
        "督办：本期内上级首次发函督办的案件。未落实意见：本期内被认定经催办仍未落实的督办意见。",
        "排名以办结率高低为序；办结率相同的，逾期少的在前；都相同的，名次相同。没有新收案件的，不参加排名。",
        .. visits ? ["赴省、进京、辖区：新收的案件按最近一次来信来访的地点计算，一案计一处。"] : Array.Empty<string>(),
    ];

    /// <summary>The share of settled petitions: "83.3%", or a dash.</summary>
    public static string Rate(CourtFigures c) => Ranking.Permille(c) is { } tenths ? string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}%") : "—";

    /// <summary>The figures of a court in one line.</summary>
    public static string Figures(CourtFigures c) => string.Create(
        CultureInfo.InvariantCulture,
        $"新收 {c.Received} 件，办结 {c.Settled} 件，办结率 {Rate(c)}，重复信访 {c.Repeated} 件，逾期 {c.Overdue} 项，迟报 {c.LateReports} 项，被督办 {c.Supervised} 件，未落实意见 {c.NotFollowed} 件");

    /// <summary>A line of the ranked.</summary>
    public static string Ranked(CourtFigures c) => string.Create(CultureInfo.InvariantCulture, $"第 {c.Rank} 名　{c.CourtName}　{Figures(c)}。");

    /// <summary>A line of those that are not.</summary>
    public static string Unranked(CourtFigures c) =>
        string.Create(CultureInfo.InvariantCulture, $"{c.CourtName}　逾期 {c.Overdue} 项，迟报 {c.LateReports} 项，被督办 {c.Supervised} 件，未落实意见 {c.NotFollowed} 件。");

    /// <summary>A line of where petitioners went.</summary>
    public static string Visits(VisitFigures v) => string.Create(CultureInfo.InvariantCulture, $"{v.CourtName}　赴省 {v.Province} 件，进京 {v.Beijing} 件，辖区 {v.Area} 件。");

    /// <summary>A fact; null for what the clocks did.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => fact switch
    {
        PeriodQuarterEnded f => ("本期结束", BulletinPeriod.Name(f.BeganOn, f.EndedOn)),
        BulletinDrafted f => ("草拟通报", f.Remarks),
        BulletinReturned f => ("退回", f.Reason),
        BulletinPeriodicIssued f => ("印发通报", f.Number),
        BulletinRead f => ("已阅", law.Court(f.Court).Name),
        BulletinEnteredLate f => ("补录", $"下面的记录是补录，距发生之日 {f.Workdays} 个工作日。证明：{f.Proof}"),
        PaperIssued f => ("制发文书", $"{PaperWishes.Name(f.Kind)}　{f.Number}"),
        _ => null,
    };
}

using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Supervisions;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Supervisions;

/// <summary>The Chinese words of what a supervision is made of.</summary>
public static class SupervisionWords
{
    public const string Sources = "sources";
    public const string Grounds = "grounds";
    public const string Flags = "panel-conditions";
    public const string Situations = "mode-situations";
    public const string Closings = "closings";
    public const string ClosingsByGround = "closings-by-ground";
    public const string OverdueMeans = "overdue-means";
    public const string Means = "means";

    /// <summary>Every stage, in the order of the board.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["review", "sending", "awaiting", "reported", "opinion", "reconsideration", "running", "closing"];

    /// <summary>Where a supervision stands.</summary>
    public static string Stage(string code) => code switch
    {
        "review" => "初审",
        "sending" => "待发函",
        "awaiting" => "待报告",
        "reported" => "报告待审",
        "opinion" => "意见待落实",
        "reconsideration" => "复议",
        "running" => "办理中",
        "closing" => "待办结",
        "closed" => "已办结",
        "voided" => "已作废",
        "merged" => "已并案",
        _ => code,
    };

    /// <summary>A mode of supervision (HNP-5).</summary>
    public static string Of(SupervisionMode mode) => mode switch
    {
        SupervisionMode.DirectTransfer => "直接转办",
        SupervisionMode.TransferWithResult => "转办要结果",
        SupervisionMode.HandDown => "交办要结果",
        SupervisionMode.Listed => "挂牌督办",
        SupervisionMode.Correct => "监督纠正",
    };

    /// <summary>A kind of letter.</summary>
    public static string Of(LetterKind kind) => kind switch
    {
        LetterKind.Supervision => "督办函",
        LetterKind.Review => "监督函",
        LetterKind.DirectTransfer => "转办函",
        LetterKind.TransferWithResult => "转办函（要结果）",
        LetterKind.HandDown => "交办函",
        LetterKind.Child => "附发督办函",
    };

    /// <summary>A kind of report.</summary>
    public static string Of(ReportKind kind) => kind switch
    {
        ReportKind.Result => "办理结果报告",
        ReportKind.NoProperty => "答复无财产可供执行",
        ReportKind.AfterHearing => "听证后报告",
        ReportKind.Compliance => "落实意见报告",
    };

    /// <summary>What a superior made of a report.</summary>
    public static string Of(ReportFinding finding) => finding switch
    {
        ReportFinding.Accepted => "已认可",
        ReportFinding.Improper => "认为不当",
        ReportFinding.Unlawful => "认为违法或事项未处理",
    };

    /// <summary>The same of a stored code.</summary>
    public static string Mode(string code) => Texts.Codes.Of<SupervisionMode>(code) is { } mode ? Of(mode) : code;

    /// <summary>The choices of a list of the packs, sub-codes under their heading.</summary>
    internal static IReadOnlyList<Components.Choice> Choices(Law law, string list, bool sub = false) =>
    [
        .. Lists.Of(law, list).Items.SelectMany(item => sub && item.Sub.Count > 0
            ? item.Sub.Select(s => new Components.Choice(s.Code, s.Name, item.Name))
            : [new Components.Choice(item.Code, item.Name)]),
    ];

    /// <summary>The means by which what is overdue is urged (HNP-16).</summary>
    internal static Zhixin.Regulations.CodeList Urging(Law law) => law.Packs.SelectMany(p => p.Lists).First(l => l is { Id: OverdueMeans, Clause: "HNP-16" });

    /// <summary>Something overdue: what, under which clause, until when, since how many days.</summary>
    internal static string Breach(Zhixin.Obligations.Obligation o, DateOnly on) =>
        $"{o.Rule.Name}（{o.Rule.Clause}），期限 {Components.DateText.Iso(o.Due!.Value)}，已逾期 {o.DaysOverdue(on)} 日";

    /// <summary>The name of a court.</summary>
    internal static string Court(Law law, int number) => law.Court(number).Name;

    /// <summary>The courts under one's own on the way to the court that enforces, that one first.</summary>
    internal static IReadOnlyList<Court> Below(Law law, int own, int enforcing) =>
        [.. law.Chain(enforcing).TakeWhile(c => c != own).Select(law.Court)];
}

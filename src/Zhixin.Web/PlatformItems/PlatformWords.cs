using Zhixin.Database.Petitions;
using Zhixin.PlatformItems;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Supervisions;

namespace Zhixin.Web.PlatformItems;

/// <summary>The Chinese words of platform items.</summary>
internal static class PlatformWords
{
    public const string Kinds = "platform-kinds";

    /// <summary>Every stage that runs, in the order of the queue.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["received", "handling", "completed"];

    public static string Stage(string code) => code switch
    {
        "received" => "待指定承办人",
        "handling" => "办理中",
        "completed" => "待核查",
        "closed" => "已结束",
        _ => code,
    };

    /// <summary>Title and text of a fact; null for what the clocks did.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => fact switch
    {
        PlatformItemReceived f => ("登记平台事项", $"{Lists.Name(law, Kinds, f.Kind)}，平台编号 {f.External}，交 {SupervisionWords.Court(law, f.To)}{(f.DueOn is { } due ? "，期限 " + DateText.Iso(due) : string.Empty)}。{f.Content}"),
        PlatformItemHandlerNamed f => ("指定承办人", f.HandlerName + (f.Phone is null ? string.Empty : "，" + f.Phone)),
        PlatformItemVerifierNamed f => ("指定核查人", f.VerifierName),
        PlatformItemCompleted f => ("回复“已完成”", $"{f.Reply}　{f.Document}"),
        PlatformItemReturned f => ("核查退回", f.Reason + (f.DueOn is { } due ? $"　新的期限 {DateText.Iso(due)}" : string.Empty)),
        PlatformItemConfirmed f => ("核查确认", f.Opinion),
        PlatformItemPressed f => ("逾期督促", $"{Means(law, f.Means)}：{f.Content}"),
        PlatformItemClosed f => ("结束", f.Why == "confirmed" ? "已核查确认。" : f.Why),
        PlatformItemEnteredLate f => ("补录", $"下面的记录是补录，距发生之日 {f.Workdays} 个工作日。证明：{f.Proof}"),
        _ => null,
    };

    /// <summary>The means of pressing (HNP-16).</summary>
    public static Zhixin.Regulations.CodeList MeansList(Law law) => law.Packs.Last(p => p.Id == "HNP").Lists.First(l => l.Id == SupervisionWords.OverdueMeans);

    private static string Means(Law law, string code) => MeansList(law).Find(code)?.Name ?? code;
}

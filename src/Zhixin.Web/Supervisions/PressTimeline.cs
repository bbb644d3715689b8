using Zhixin.Database.Petitions;
using Zhixin.Supervisions;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Supervisions;

/// <summary>Pressing, taking over, closing and reporting up in plain words.</summary>
internal static class PressTimeline
{
    /// <summary>Title and text; null for what is none of these.</summary>
    /// <param name="owed">What an obligation of the matter is called, by its number.</param>
    public static (string Title, string? Text)? Of(Law law, object fact, Func<int, string> owed) => Pressed(law, fact, owed) ?? Consequence(law, fact, owed) ?? Ending(law, fact) ?? ReportUp(fact);

    private static (string Title, string? Text)? Pressed(Law law, object fact, Func<int, string> owed) => fact switch
    {
        SupervisionUrged f => (f.Opinion is null ? "催报" : "催办落实意见", $"{(f.Means is { } means ? SupervisionWords.Urging(law).Find(means)?.Name ?? means : "书面")}。{f.Content}"),
        SupervisionUrgingLetterIssued f => ("发催办函", Urging(f.Number, f.Content, Breached(f.Breached, owed), f.DueOn)),
        SupervisionEnforcementOrderIssued f => ("发督促执行令", Urging(f.Number, f.Content, Breached(f.Breached, owed), f.DueOn)),
        SupervisionDelayExplained f => ("说明未办原因", $"{f.Explanation}　{f.Document}"),
        SupervisionFileCalled f => ("调卷", $"{f.What}。{f.Reason}"),
        _ => null,
    };

    private static (string Title, string? Text)? Consequence(Law law, object fact, Func<int, string> owed) => fact switch
    {
        SupervisionDesignated f => (
            f.Exchanged is null ? "裁定指定执行" : "裁定交叉执行",
            $"由{SupervisionWords.Court(law, f.From)}改由{SupervisionWords.Court(law, f.To)}执行，{f.Ruling}{(f.Exchanged is null ? string.Empty : "，换出的案件 " + f.Exchanged)}。{f.Reason}"),
        SupervisionElevated f => ("裁定提级执行", $"由{SupervisionWords.Court(law, f.From)}提级到{SupervisionWords.Court(law, f.To)}执行，{f.Ruling}。{f.Reason}"),
        SupervisionOpinionNotFollowed f => ("认定经催办仍未落实", $"第 {f.No} 份意见。{f.Finding}　{Breached(f.Breached, owed)}"),
        SupervisionBulletinIssued f => ("辖区通报", $"{f.Number}。{f.Content}　{Breached(f.Breached, owed)}"),
        SupervisionAccountabilityOpened f => ("启动责任追究", $"{f.Whom}。{f.Why}　本人陈述：{f.Statement}　{f.Document}　{Breached(f.Breached, owed)}"),
        SupervisionAdmonished f => ("约谈", $"{SupervisionWords.Court(law, f.To)}，{f.Met}。事由：{f.Why}　要求：{f.Demands}　整改期限 {DateText.Iso(f.DueOn)}　{Breached(f.Breached, owed)}"),
        SupervisionRectificationReported f => ("报告整改", $"{f.Content}　{f.Document}"),
        _ => null,
    };

    private static (string Title, string? Text)? Ending(Law law, object fact) => fact switch
    {
        SupervisionCloseAsked f => ("申请办结", $"{Lists.Name(law, SupervisionWords.Closings, f.Condition)}。材料：{string.Join("；", f.Materials.Select(m => m.Document))}"),
        SupervisionCloseRefused f => ("不同意办结", f.Reason),
        SupervisionFoundSettled f => ("认定处理合法、事项解决", f.Finding),
        SupervisionResultTold f => ("告知督办情况", $"{f.Content}　{CodeWords.Of(f.Method)}　{f.Proof}"),
        _ => null,
    };

    private static (string Title, string? Text)? ReportUp(object fact) => fact switch
    {
        SupervisionSpecialReportDrafted f => ("起草专报", $"报送{f.Body}。{f.Content}"),
        SupervisionSpecialReportReviewed f => (f.Agreed ? "专报经执行局长审查" : "专报退回", f.Opinion),
        SupervisionSpecialReportApproved f => (f.Agreed ? "专报经主管院长审批" : "专报退回", f.Opinion),
        SupervisionSpecialReportSent f => ("报送专报", f.Document),
        _ => null,
    };

    private static string Urging(string number, string content, string breached, DateOnly due) => $"{number}，期限 {DateText.Iso(due)}。{content}　{breached}";

    /// <summary>What was let pass, as the page calls it.</summary>
    private static string Breached(IReadOnlyList<int> breached, Func<int, string> owed) =>
        breached.Count == 0 ? string.Empty : $"已逾期的时限：{string.Join("、", breached.Select(owed).Distinct(StringComparer.Ordinal))}。";
}

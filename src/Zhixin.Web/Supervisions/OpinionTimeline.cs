using Zhixin.Database.Petitions;
using Zhixin.Supervisions;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Supervisions;

/// <summary>Opinions, means and listings in plain words.</summary>
internal static class OpinionTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => fact switch
    {
        SupervisionOpinionIssued f => ("发督办意见", $"{SupervisionWords.Court(law, f.From)}致{SupervisionWords.Court(law, f.To)}，{f.Number}，落实期限 {DateText.Iso(f.DueOn)}。{f.Content}　理由：{f.Reasons}"),
        SupervisionComplianceReported f => ("报告落实意见", $"{f.Content}　{f.Document}"),
        SupervisionReconsiderationAsked f => ("提请复议", $"{f.Error}　{f.Document}"),
        SupervisionComplianceSuspended f => ("复议期间停止落实", f.Reason),
        SupervisionReconsiderationDecided f => (f.Outcome == ReconsiderationOutcome.Uphold ? "复议：维持意见" : "复议：纠正意见", $"{f.Letter}。{f.Content}{(f.DueOn is { } due ? "　落实期限 " + DateText.Iso(due) : string.Empty)}"),
        SupervisionOpinionCorrected { Now: null } => ("撤销督办意见", "不再要求落实；报告由上级重新审查。"),
        SupervisionOpinionCorrected f => ("纠正督办意见", f.Now),
        SupervisionMeasureTaken f => (MeansActs.Name(law, f.Means), $"{f.Owner}，{DateText.Iso(f.From)} 起{(f.Until is { } until ? "，到 " + DateText.Iso(until) : string.Empty)}。{f.Content}{(f.Result is null ? string.Empty : "　结果：" + f.Result)}　{f.Document}"),
        SupervisionMeasureEnded f => ("督办方式的结果", $"第 {f.No} 项：{f.Result}　{f.Document}"),
        SupervisionJointPlanMade f => ("共同制定执行方案", $"{f.Content}　由{f.Responsible}落实，{DateText.Iso(f.DueOn)} 以前完成　{f.Document}"),
        SupervisionListingProposed f => ("提议挂牌", $"{Lists.Name(law, ListedActs.Grounds, f.Ground)}。{f.Reason}{(f.DueOn is { } due ? "　期限 " + DateText.Iso(due) : string.Empty)}"),
        SupervisionListingRefused f => ("不同意挂牌", f.Reason),
        SupervisionListingApproved f => ("挂牌督办", $"{f.Number}，{f.Title}。{Lists.Name(law, ListedActs.Ways, f.Way)}{(f.DueOn is { } due ? "，期限 " + DateText.Iso(due) : string.Empty)}"),
        SupervisionElementsFixed f => ("确定五定一包", $"承办人员：{f.Handler}；督办领导：{f.SupervisingLeader}；措施：{f.Measures.TrimEnd('。')}；期限：{DateText.Iso(f.DueOn)}；目标：{f.Target.TrimEnd('。')}；包案领导：{f.LeaderInCharge}"),
        SupervisionListedResultReported f => ("报告挂牌案件结果", $"{f.Result}　{f.Document}"),
        _ => null,
    };
}

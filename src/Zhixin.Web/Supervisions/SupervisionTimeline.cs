using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.Obligations;
using Zhixin.Papers;
using Zhixin.Supervisions;
using Zhixin.Web.Components;
using Zhixin.Web.Papers;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Supervisions;

/// <summary>The facts of a supervision in plain words.</summary>
internal static class SupervisionTimeline
{
    /// <summary>Title and text; null for what the clocks did.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact, LoadedHistory history) =>
        Course(law, fact) ?? OfLetter(law, fact) ?? OpinionTimeline.Of(law, fact) ?? PressTimeline.Of(law, fact, no => Owed(history, no)) ?? Told(fact);

    /// <summary>What an obligation of the matter is called.</summary>
    private static string Owed(LoadedHistory history, int no) => history.Facts.Select(f => f.Fact).OfType<ObligationOpened>().First(o => o.No == no).Rule.Name;

    private static (string Title, string? Text)? Course(Law law, object fact) => fact switch
    {
        SupervisionMaterialReceived f => ("收到督办材料", $"{Lists.Name(law, SupervisionWords.Sources, f.Source)}{(f.Body is null ? string.Empty : "，" + f.Body)}。{f.Complaint}"),
        SupervisionReviewerNamed f => ("指定审查人", f.Name),
        SupervisionAccusedNamed f => ("登记被反映人员", f.Reason ?? "随信访案件登记。"),
        SupervisionPanelFormed f => (f.Purpose == PanelPurpose.Review ? "组成合议庭" : "另行组成合议庭复议", string.Join("、", f.Members.Select(m => m.Name))),
        SupervisionReviewed { Qualifies: false } f => ("初审：不需要督办", f.Opinion),
        SupervisionReviewed f => ("初审：应当督办", $"{(f.Ground is null ? string.Empty : Lists.Name(law, SupervisionWords.Grounds, f.Ground) + "。")}{f.Opinion}{(f.LateReason is null ? string.Empty : "　超期理由：" + f.LateReason)}"),
        SupervisionAccepted f => ("确定督办方式", SupervisionWords.Of(f.Mode)),
        SupervisionModeChosen f => ("改变督办方式", $"{SupervisionWords.Of(f.Mode)}。{f.Reason}"),
        SupervisionInstructionReceived f => ("收到批示", $"{f.From}，{f.Document}{(f.AwaitsResult ? $"，要求报送结果{(f.DueOn is { } due ? "，期限 " + DateText.Iso(due) : string.Empty)}" : string.Empty)}"),
        SupervisionErrorFlagged f => ("标明可能有错", $"{f.By}：{f.What}{(f.Urgent ? "（紧急）" : string.Empty)}"),
        SupervisionReviewOpinionWritten f => ("书面审查意见", $"{(f.ErrorFound ? "确有错误" : "没有错误")}。{f.Content}　{f.Document}"),
        SupervisionLetterDrafted f => ("函稿待审批", $"{SupervisionWords.Of(f.Letter)}，发给{SupervisionWords.Court(law, f.To)}。{f.Demands}"),
        SupervisionLetterApproved => ("同意发函", null),
        SupervisionLetterReturned f => ("退回函稿", f.Reason),
        SupervisionRoundOpened f => ($"再次督办（第 {f.Round} 轮）", f.Reason),
        SupervisionClosed f => ("督办结束", Closing(law, f)),
        SupervisionVoided f => ("作废", f.Reason),
        SupervisionMerged f => ("并入另一督办件", $"{f.IntoNumber}。{f.Reason}"),
        SupervisionEnteredLate f => ("补录", $"下面的记录是补录，距发生之日 {f.Workdays} 个工作日。证明：{f.Proof}"),
        _ => null,
    };

    private static string Closing(Law law, SupervisionClosed f) => f.Condition switch
    {
        "unqualified" => "初审认为不需要督办。",
        "passed-on" => $"已直接转{f.Evidence}办理。",
        "settled" => $"经上级审查，报告合法、事项解决。{f.Evidence}",
        var code => $"{Lists.Name(law, SupervisionWords.Closings, code)}。{f.Evidence}",
    };

    private static (string Title, string? Text)? OfLetter(Law law, object fact) => fact switch
    {
        SupervisionLetterIssued f => ($"发{SupervisionWords.Of(f.Letter)}", $"{SupervisionWords.Court(law, f.From)}致{SupervisionWords.Court(law, f.To)}，{f.Number}{(f.DueOn is { } due ? "，期限 " + DateText.Iso(due) : string.Empty)}。要求：{f.Demands}　附：{f.Materials}"),
        SupervisionLetterWithdrawn f => ($"第 {f.No} 份函件终止", f.Reason),
        SupervisionHandlerNamed f => ("下级指定承办人", f.HandlerName + (f.Phone is null ? string.Empty : "，" + f.Phone)),
        SupervisionAcknowledged => ("承办人签收", null),
        SupervisionMeasuresTaken f => ("采取具体督办措施", $"{f.Content}　{f.Document}"),
        SupervisionUrgentReportOrdered f => ("要求立即汇报", f.Demand),
        SupervisionUrgentReportSubmitted f => ("立即汇报", $"{f.Content}　{f.Document}"),
        SupervisionReportSubmitted f => ("报告办理结果", $"{f.Progress}　结果：{f.Result}　{f.Document}{(f.InPerson ? "　当面报告" : string.Empty)}{(f.WithFile ? "　带卷" : string.Empty)}"),
        SupervisionNoPropertyAnswered f => ("答复无财产可供执行", $"{f.Findings}　{f.Document}"),
        SupervisionHearingHeld f => ("无财产听证", $"到场：{(f.Present.Count == 0 ? "双方经通知均未到场" : string.Join("、", f.Present.Select(p => p == HearingSide.Applicant ? "申请执行人" : "被执行人")))}。送达：{f.ServiceProof}。告知：{f.Told}　{f.Minutes}"),
        SupervisionHearingReportSubmitted f => ("听证后报告", $"{f.Result}　{f.Document}"),
        SupervisionSpecialCircumstancesRecorded f => ("记录特殊情况", f.Circumstances),
        SupervisionPreExpiryReported f => ("期满前报告，请求新的期限", $"原因：{f.Cause}　下一步：{f.NextStep}　请求至 {DateText.Iso(f.Until)}　{f.Document}"),
        SupervisionNewDateDecided f => (f.Granted ? "同意新的期限" : "不同意延长，原期限不变", $"{(f.Granted ? DateText.Iso(f.DueOn) + "。" : string.Empty)}{f.Reason}"),
        SupervisionReportAccepted f => ("认可报告", f.Opinion),
        SupervisionReportFoundImproper f => ("认为报告不当", f.Reason),
        SupervisionReportFoundUnlawful f => ("认为报告违法或事项未处理", f.Reason),
        SupervisionProgressReported f => ("报告进展情况", $"{f.Progress}　下一步：{f.NextStep}　{f.Document}"),
        SupervisionProgressAnswered f => (f.Accepted ? "另定报送结果的期限" : "退回进展报告", $"{f.Opinion}　{DateText.Iso(f.DueOn)} 以前报送结果。"),
        SupervisionReportOverrun f => (f.Reported ? "纠正逾期达到规程天数" : "报告逾期达到规程天数", "应当发催办函或者督促执行令。"),
        _ => null,
    };

    private static (string Title, string? Text)? Told(object fact) => fact switch
    {
        ObligationMoved f => ("期限变动", $"第 {f.No} 项期限由 {Date(f.Old)} 变为 {Date(f.New)}。{CodeWords.Of(f.Reason)}"),
        PaperIssued f => ("制发" + PaperWishes.Name(f.Kind), f.Number),
        ObligationWaived f => ("免除时限", $"第 {f.No} 项时限。{f.Reason}"),
        _ => null,
    };

    private static string Date(DateOnly? date) => date is { } day ? DateText.Iso(day) : "不定";
}

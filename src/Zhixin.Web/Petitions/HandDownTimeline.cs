using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>How the matter went down and was reported back, in plain words.</summary>
internal static class HandDownTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => fact switch
    {
        HandDownIssued f => (CodeWords.Of(f.Mode), Issued(law, f)),
        HandDownReceived f => ("收到交办", $"第 {f.No} 次交办，系统即时送达{(f.Moves ? "，由收到的法院负责答复" : string.Empty)}。"),
        HandDownReviewed f => ("交办初审", Reviewed(law, f)),
        HandDownOwed f => ("应当交办下级法院", $"{DateText.Iso(f.ReceivedOn)} 收到，执行法院是{law.Court(f.Enforcing).Name}。"),
        VenueVisitReceived f => ("到规定场所走访，应当当日交办", Lists.SameDayVenues(law).Find(f.Venue)?.Name),
        HandDownHandlerNamed f => ("指定交办承办人", $"第 {f.No} 次交办，{f.HandlerName}{(f.Phone is null ? string.Empty : "，" + f.Phone)}"),
        HandDownReported { Kind: HopReportKind.Progress } f => ("上报交办进展", $"第 {f.No} 次交办。进展：{f.Progress}。下一步：{f.Result}。报告：{f.Document}"),
        HandDownReported f => ("上报交办结果", $"第 {f.No} 次交办。进展：{f.Progress}。结果：{f.Result}。{(f.Measures is null ? string.Empty : $"本院措施：{f.Measures}。")}报告：{f.Document}"),
        HandDownProgressAnswered f => ("另定报告结果的期限", $"第 {f.No} 次交办。{f.Opinion}。{DateText.Iso(f.DueOn)} 以前报告结果"),
        HandDownReportReturned f => ("退回交办报告", $"第 {f.No} 次交办。{f.Reason}{(f.DueOn is { } due ? $"。{DateText.Iso(due)} 以前重新报告" : string.Empty)}"),
        HandDownReportAccepted f => ("认可交办报告", $"第 {f.No} 次交办。{f.Opinion}"),
        HandDownPressed f => ("催报", $"第 {f.No} 次交办，{Lists.OverdueMeans(law).Find(f.Means)?.Name}。{f.Content}"),
        HandDownReportUpDrafted f => ("起草上报专报", $"报{f.Body}：{f.Content}。{f.Document}"),
        HandDownReportUpReviewed f => (f.Agreed ? "局长审核同意专报" : "局长退回专报", f.Opinion),
        HandDownReportUpApproved f => (f.Agreed ? "主管院长批准专报" : "主管院长退回专报", f.Opinion),
        HandDownSpecialReportSent f => ("报出专报", $"报{f.Body}。{f.Document}。凭据：{f.Proof}"),
        HandDownClosed f => ("交办终结", $"第 {f.No} 次交办，{CodeWords.Of(f.End)}{(f.Reason is null ? string.Empty : "。" + f.Reason)}"),
        HandDownRefused f => ("依法不再交办", f.Reason),
        PetitionPassedOn f => ("负责法院变更", $"{law.Court(f.From).Name} → {law.Court(f.To).Name}，{DateText.Iso(f.ReceivedOn)} 起由后者负责。"),
        _ => null,
    };

    private static string Reviewed(Law law, HandDownReviewed f) =>
        $"{law.Court(f.Court).Name}：{(f.Mode is { } mode ? CodeWords.Of(mode) : $"启动督办，{f.Supervision}")}。{f.Opinion}" + Instructed(f.InstructedBy, f.InstructedOn);

    private static string Instructed(string? by, DateOnly? on) => by is null || on is not { } day ? string.Empty : $"。{by}批示，{DateText.Iso(day)} 收到。";

    private static string Issued(Law law, HandDownIssued f) =>
        $"{law.Court(f.From).Name} → {law.Court(f.To).Name}，{f.Letter}。{f.Ground}。要求：{f.Demand}。"
        + (f.DueOn is { } due ? $"{DateText.Iso(due)} 以前报告。" : string.Empty)
        + (f.Joint.Count > 0 ? $"共同办理：{string.Join("、", f.Joint.Select(c => law.Court(c).Name))}。" : string.Empty)
        + (f.Told is null ? string.Empty : $"救济途径告知：{f.Told}。") + (f.Platform is null ? string.Empty : $"平台编号 {f.Platform}。") + Instructed(f.InstructedBy, f.InstructedOn).TrimStart('。');
}

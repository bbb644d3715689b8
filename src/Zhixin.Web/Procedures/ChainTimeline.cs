using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Procedures;

/// <summary>What happened in a chain of procedures, in plain words.</summary>
internal static class ChainTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => OfReview(law, fact) ?? OfSupervision(law, fact) ?? OfRemedy(law, fact);

    /// <summary>A chain in a line: its number, what it is about, the case that is the present one.</summary>
    public static string Said(Conversion chain) =>
        $"第 {chain.Owed.No} 件，{CodeWords.Of(ReadRows.Code(chain.Owed.Kind))}，{DateText.Iso(chain.Owed.ReceivedOn)} 收到{(chain.Number is { } number ? "，" + number : string.Empty)}";

    private static (string Title, string? Text)? OfReview(Law law, object fact) => fact switch
    {
        ObjectionRulingServed f => ("异议裁定送达", Served(f.ServedOn, f.To, f.Method, f.Proof)),
        OutsiderRulingServed f => ("案外人异议裁定送达", Served(f.ServedOn, f.To, f.Method, f.Proof)),
        ReconsiderationApplied f => ("申请执行复议", $"{f.By}，{DateText.Iso(f.ReceivedOn)} 收到：{f.Paper}。由{law.Court(f.Court).Name}审查"),
        FileSentUp f => ("报送复议案卷", f.Document),
        ReconsiderationReceived f => ("执行复议立案", $"{f.Number}，{law.Court(f.Court).Name} {DateText.Iso(f.ReceivedOn)} 收到"),
        ProcedureMembersNamed f => ("确定审查人员", $"{law.Court(f.Court).Name}{CodeWords.Of("review-kind." + ReadRows.Code(f.Kind))}：{string.Join('、', f.Members.Select(m => m.Name))}"),
        ReviewExtensionAsked f => ("申请延长审查期限", f.Reason),
        ReviewExtended f => ("批准延长审查期限", $"由 {DateText.Iso(f.Was)} 延至 {DateText.Iso(f.Due)}。{f.Document}"),
        ReviewExtensionRefused f => ("不同意延长审查期限", f.Reason),
        ReconsiderationRuled f => ("执行复议裁定", Ruled(law, f.Court, f.Ruling, f.Outcome, f.Document)),
        ReconsiderationEffective f => ("执行复议裁定送达生效", Served(f.EffectiveOn, f.To, f.Method, f.Proof)),
        ReconsiderationWithdrawn f => ("撤回复议申请", f.Document),
        ObjectionSentBack f => ("裁定撤销，异议重新审查", $"{f.Ruling}；{DateText.Iso(f.ReceivedOn)} 起重新审查"),
        OutsiderSuitFiled f => ("提起执行异议之诉", $"{f.Number}，{law.Court(f.Court).Name}，{DateText.Iso(f.FiledOn)} 起诉。{f.Paper}"),
        _ => null,
    };

    private static (string Title, string? Text)? OfSupervision(Law law, object fact) => fact switch
    {
        RemedyPeriodExpired f => ("申请复议的期限届满", DateText.Iso(f.ExpiredOn)),
        SupervisionApplied f => ("申请执行监督", $"{f.By}，{DateText.Iso(f.ReceivedOn)} 收到：{f.Paper}。{Ground(f.Ground)}{(f.Why is null ? string.Empty : "。" + f.Why)}"),
        SupervisionOwed f => ("应当立执行监督案件", $"{law.Court(f.Court).Name}，{Ground(f.Ground)}{(f.PeriodEndedOn is { } ended ? $"；提出异议的期限到 {DateText.Iso(ended)}，{DateText.Iso(f.ReceivedOn)} 继续信访。{f.Why}" : string.Empty)}"),
        SupervisionFiled f => ("执行监督立案", $"{f.Number}，{law.Court(f.Court).Name}"),
        SupervisionRuled f => ("执行监督裁定", Ruled(law, f.Court, f.Ruling, f.Outcome, f.Document)),
        SupervisionRulingServed f => ("执行监督裁定送达", Served(f.ServedOn, f.To, f.Method, f.Proof)),
        SupervisionWithdrawn f => ("撤回执行监督申请", f.Document),
        _ => null,
    };

    private static (string Title, string? Text)? OfRemedy(Law law, object fact) => fact switch
    {
        ObstacleEnded f => ("耽误期限的障碍消除", $"{CodeWords.Of("window." + ReadRows.Code(f.Window))}，{DateText.Iso(f.EndedOn)}。{f.Obstacle}；证明：{f.Proof}"),
        PeriodExtensionApplied f => ("申请顺延耽误的期限", $"{CodeWords.Of("window." + ReadRows.Code(f.Window))}，{DateText.Iso(f.ReceivedOn)} 收到：{f.Paper}"),
        PeriodExtensionDecided f => (f.Until is null ? "不准许顺延期限" : "准许顺延期限", $"{CodeWords.Of("window." + ReadRows.Code(f.Window))}{(f.Until is { } day ? "，到 " + DateText.Iso(day) : string.Empty)}。{f.Document}；{f.Reason}"),
        EarlierRulingRecorded f => ("登记此前的裁定", $"{CodeWords.Of("review-kind." + ReadRows.Code(f.Kind))}，{f.Number}，{DateText.Iso(f.RuledOn)} 裁定，{DateText.Iso(f.ServedOn)} 送达。{Ruled(law, f.Court, f.Number, f.Outcome, f.Document)}"),
        EnforcementRestored f => ("恢复执行立案", $"{f.Number}，{law.Court(f.Court).Name}，{DateText.Iso(f.RestoredOn)}。{f.Ground}；{f.Document}"),
        LateRulingReported f => ("反映超期未裁定", $"{CodeWords.Of("review-kind." + ReadRows.Code(f.Kind))}，{DateText.Iso(f.ReceivedOn)} 收到，已超过期限 {f.DaysOverdue} 日{(f.Severe ? "，属于严重超期" : string.Empty)}"),
        RulingOrdered f => ("责令限期裁定", $"{law.Court(f.Court).Name}责令 {DateText.Iso(f.DueOn)} 前裁定"),
        ObjectionRulingOrdered f => ("收到责令裁定异议的指令", DateText.Iso(f.ReceivedOn)),
        FilingOrdered f => ("收到责令异议立案的指令", DateText.Iso(f.ReceivedOn)),
        SubstanceReasoned f => ("上级法院直接答复的理由", $"{law.Court(f.Court).Name}：{f.Reason}"),
        _ => null,
    };

    private static string Served(DateOnly on, string to, ServiceMethod method, string proof) => $"{DateText.Iso(on)}{(to.Length == 0 ? string.Empty : "，" + to)}。{CodeWords.Of(ReadRows.Code(method))}，证明：{proof}";

    private static string Ruled(Law law, int court, string number, RulingOutcome outcome, string document) => $"{law.Court(court).Name}，{number}，{CodeWords.Of("ruling." + ReadRows.Code(outcome))}。{document}";

    private static string Ground(SupervisionGround ground) => CodeWords.Of("supervision-ground." + ReadRows.Code(ground));
}

using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;
using Zhixin.Web.WriteOffs;

namespace Zhixin.Web.Terminations;

/// <summary>What happened on the way to a termination and after it, in plain words.</summary>
internal static class TerminationTimeline
{
    /// <summary>Title and text; null where the fact is of another kind, or says only that something is owed.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => Before(law, fact) ?? Filing(law, fact) ?? After(fact);

    private static (string Title, string? Text)? Before(Law law, object fact) => fact switch
    {
        TerminationHeard f => ("终结前听取意见", $"{CodeWords.Of("termination-hearing." + ReadRows.Code(f.Kind))}，{f.Present}：{f.View}。证明：{f.Proof}"),
        TerminationHardshipAnswered f => ("答复生活困难陈述", $"{f.Statement}。{(f.Stated ? "自述生活严重困难。" : string.Empty)}{(f.Found ? "查明生活严重困难。" : string.Empty)}答复：{f.Answer}"),
        TerminationReported f => ("报请终结", $"{WriteOffForms.Named(law, TerminationRules.GroundList, TerminationRules.Code(f.Ground))}。{f.SameCause}。报告：{f.Document}。由{law.Court(f.Decider).Name}决定"),
        TerminationPassedUp f => ("上报终结", $"{law.Court(f.Court).Name}：{f.Opinion}"),
        TerminationReturned f => ("退回终结报请", $"{law.Court(f.Court).Name}退回{(f.To is { } to ? law.Court(to).Name : "报请的法院")}：{f.Reason}"),
        TerminationDeciderNamed f => ("交高级法院终结", $"由{law.Court(f.To).Name}决定。{f.Document}"),
        TerminationWithdrawn f => ("撤回终结报请", f.Reason),
        TerminationLapsed => ("终结报请失效", "案件由另一个法院负责，或者已经以其他方式结束。"),
        _ => null,
    };

    private static (string Title, string? Text)? Filing(Law law, object fact) => fact switch
    {
        TerminationFilingSent f => ("报请终结备案", $"{law.Court(f.Court).Name}：{f.Document}"),
        TerminationCorrectionAsked f => ("备案要求补正", $"{f.Reason}。期限：{DateText.Iso(f.DueOn)}"),
        TerminationCorrected f => ("补正备案", $"{f.What}。{f.Document}"),
        TerminationFilingAnswered f => (CodeWords.Of("filing." + ReadRows.Code(f.Answer)), $"{f.Document}{(f.Reason is null ? string.Empty : "：" + f.Reason)}"),
        TerminationDecided f => ("决定终结", $"{law.Court(f.Court).Name}　{f.Document}{(f.Exception is null ? string.Empty : "。例外的理由：" + f.Exception)}"),
        TerminationNoticeServed f => ("书面告知终结", $"{f.Document}，{CodeWords.Of(f.Method)}送达，{f.Proof}"),
        TerminationReversed f => ("终结撤销", $"{CodeWords.Of("termination-reversal." + ReadRows.Code(f.Because))}。{f.Reason}"),
        _ => null,
    };

    private static (string Title, string? Text)? After(object fact) => fact switch
    {
        TerminationContactFound f => ("审查终结后的来访来信", $"{CodeWords.Of("late-contact." + ReadRows.Code(f.Brings))}：{f.Reason}"),
        TerminationStandingAnswerGiven f => ("终结后统一答复", $"{f.Content}。{CodeWords.Of(f.Method)}，{f.Proof}"),
        PetitionRepeatFindingRecorded f => ("认定无新事实反复申诉", $"终结后 {f.Contacts} 次。{f.Conduct}。证明：{f.Proof}"),
        PetitionRepeatReported f => ("报告党委政法委", $"{f.Body}，{f.Document}。终结后 {f.Contacts} 次"),
        EnforcementPropertyQueried f => ("终结后查询财产", $"{f.Source}：{f.Result}。告知：{f.Told}"),
        EnforcementClueReceived f => ("收到财产线索和恢复请求", $"{f.Clue}。请求：{f.Request}"),
        EnforcementResumed f => ("恢复执行", $"{f.Number}。{f.Document}"),
        EnforcementClueVerified f => ("核实财产线索", $"{(f.IsTrue ? "属实" : "不属实")}：{f.Findings}"),
        _ => null,
    };
}

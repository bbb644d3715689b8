using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What happened in handling, in plain words.</summary>
internal static class HandlingTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(object fact) => fact switch
    {
        PetitionMet f => ("约谈信访人", $"{CodeWords.Of(f.Method)}。参加人：{f.Present}。{f.Content}{Unsigned(f.Signing)}。记录：{f.Proof}"),
        PetitionInquiryMade f => (f.Kind == InquiryKind.Investigation ? "调查" : "核实情况", $"{Word(f.Kind)}，{f.Asked}{(f.ToVerify is null ? string.Empty : "；核实的问题：" + f.ToVerify)}。{f.Findings}。记录：{f.Proof}"),
        PetitionOpinionSubmitted f => ("办理意见报审", $"{Word(f.Finding)}{(f.AidNeeded ? "，需要救助" : string.Empty)}{(f.UnlawfulActFound ? "，发现工作人员违法" : string.Empty)}。进展：{f.Progress}。结果：{f.Result}"),
        PetitionOpinionApproved f => (f.Minutes is null ? "办理意见批准" : "集体研究同意办理意见", f.Minutes),
        PetitionOpinionReturned f => ("办理意见退回", f.Reason),
        PetitionReplied f => ("答复信访人", $"{Word(f.Finding)}。进展：{f.Progress}。结果：{f.Result}。已告知：{f.Remedy}。{CodeWords.Of(f.Method)}{Talk(f.Talk)}{Unsigned(f.Signing)}。证明：{f.Proof}"),
        PetitionFeedbackSent f => ("向交办转办单位反馈", $"{f.Body}：{f.Content}。证明：{f.Proof}"),
        PetitionResolved f => ("认定有效化解", $"{Word(f.Ground)}{(f.Settlement is { } no ? $"；第 {no} 份和解" : string.Empty)}{(f.Evidence is null ? string.Empty : "；证据：" + f.Evidence)}"),
        PetitionResolutionRecognised f => ("上级法院确认有效化解", f.Opinion),
        PetitionResolutionLapsed f => ("有效化解不再成立", Word(f.Because)),
        PetitionResolutionNotRecognised f => ("上级法院不确认有效化解", f.Reason),
        PetitionClosed f => ("办结", Word(f.By) + Part(f.Document)),
        _ => null,
    };

    private static string Part(string? text) => text is null ? string.Empty : "；" + text;

    internal static string Unsigned(Signing signing) => signing.IsSigned ? string.Empty : $"；信访人没有签名：{signing.WhyNot}，由{signing.SignedBy}签名";

    private static string Talk(ReplyTalk? talk) => talk is null ? string.Empty : $"，{talk.Time}，{talk.Place}。信访人意见：{talk.Opinion}";

    private static string Word<T>(T value)
        where T : struct, Enum => CodeWords.Of(ReadRows.Code(value));
}

using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What was done to resolve the petition, in plain words.</summary>
internal static class MeasureTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact) => Hearing(fact) ?? Property(law, fact) ?? Decided(law, fact) ?? fact switch
    {
        PetitionErrorCorrected f => (f.Kind == CorrectionKind.Error ? "纠正错误" : "补正瑕疵", $"{f.Wrong}；{f.Done}。证明：{f.Proof}"),
        PetitionThirdPartyContacted f => ("联系第三方协助化解", $"联系{f.Whom}，目的：{f.Purpose}。信访人同意：{f.Consent}。{f.Content}。记录：{f.Proof}"),
        PetitionOutreachVisited f => ("带案下访", $"{f.Place}，会同{f.With}。目的：{f.Purpose}。信访人同意：{f.Consent}。参加人：{f.Present}"),
        _ => null,
    };

    private static (string, string?)? Hearing(object fact) => fact switch
    {
        PetitionFlagged f => ("标明重大复杂", $"{(f.Major ? "重大" : string.Empty)}{(f.Complex ? "复杂" : string.Empty)}，应当公开听证。{f.Reason}"),
        PetitionFlagLifted f => ("撤销重大复杂标记", f.Reason),
        PetitionHearingAnnounced f => ("确定听证", $"{DateText.Iso(f.Day)} {f.Time}，{f.Place}，{(f.Public ? "公开" : "不公开")}，{f.Presider}主持。通知：{Words(f.Parties)}{(f.Others is null ? string.Empty : "；邀请：" + f.Others)}{(f.Why is null ? string.Empty : "。理由：" + f.Why)}"),
        PetitionHearingNoticeServed f => ("送达听证通知", $"{Word(f.Party)}，{CodeWords.Of(f.Method)}。证明：{f.Proof}"),
        PetitionHearingHeld f => ("听证", $"{(f.Public ? "公开举行" : "不公开举行")}。到场：{Words(f.Present)}{(f.Absent.Count == 0 ? string.Empty : "；已通知未到场：" + Words(f.Absent))}。{f.Content}。结果：{f.Result}{HandlingTimeline.Unsigned(f.Signing)}。笔录：{f.Minutes}"),
        PetitionHearingCancelled f => ("取消听证", f.Reason),
        _ => null,
    };

    private static (string, string?)? Property(Law law, object fact) => fact switch
    {
        PetitionPropertyChecked f => (f.Found ? "财产调查：有财产" : "财产调查：没有财产", $"{f.Source}：{f.Result}。证明：{f.Proof}"),
        PetitionMeasureTaken f => ("执行措施", $"{Lists.Name(law, Lists.Measures, f.Kind)}。{f.What}。文书：{f.Document}"),
        PetitionSituationExplained f => ("释明无财产可供执行", $"{CodeWords.Of(f.Method)}。{f.Content}{HandlingTimeline.Unsigned(f.Signing)}。记录：{f.Proof}"),
        PetitionSettled f => ($"执行和解（第 {f.No} 份）", $"{f.Parties}：{f.Terms}。协议：{f.Document}"),
        PetitionSettlementPerformed f => ("和解履行", $"第 {f.Settlement} 份：{f.What}。证明：{f.Proof}"),
        PetitionSettlementBroken f => ("和解不再履行", $"第 {f.Settlement} 份：{f.Reason}"),
        PetitionCommitmentMade f => ("自愿承诺", $"{f.Document}。已书面释明效力：{f.Effect}"),
        _ => null,
    };

    private static (string, string?)? Decided(Law law, object fact) => fact switch
    {
        PetitionAidApplied f => ("申请司法救助", $"{f.Hardship}。查无财产：{f.NoProperty}。申请书：{f.Document}"),
        PetitionAidReported f => ("报请司法救助", $"报{f.Body}。{f.Document}"),
        PetitionAidDecided f => (f.Granted ? "批准司法救助" : "不予司法救助", $"{(f.Fen is { } fen ? MeasureDecisionForms.Yuan(fen) : f.Reason)}。决定：{f.Document}"),
        PetitionAidTold f => ("告知救助决定", $"{CodeWords.Of(f.Method)}。证明：{f.Proof}"),
        PetitionReliefReferred f => ("转请" + Word(f.Kind), $"{f.Body}。证明：{f.Proof}"),
        PetitionConductProposed f => ("提请处置违法行为", $"{Lists.Name(law, Lists.Obstructions, f.Act)}。事实：{f.Happened}。依据：{f.Basis}。必要性：{f.Necessity}。提请：{Lists.Of(law, Lists.ConductMeasures).Find(f.Measure)?.Name}。文书：{f.Document}"),
        PetitionConductDecided f => (f.Approved ? "批准处置" : "不批准处置", f.Approved ? f.Reconsideration is null ? null : "已告知复议权：" + f.Reconsideration : f.Reason),
        PetitionEvaluationConditionsRecorded f => ("记录公开评议条件", $"措施穷尽：{f.Exhausted}。{Lists.Of(law, Lists.DeliberationConditions).Find(f.Claim)?.Name}。仍坚持：{f.Persists}。不符合核销：{f.NoWriteOff}"),
        PetitionEvaluationReported f => ("报请公开评议", $"报{f.Body}。{f.Document}"),
        PetitionEvaluationHeld f => ("公开评议会", $"{f.Chair}主持，{f.Present}参加。结果：{f.Result}。记录：{f.Minutes}"),
        PetitionEvaluationResultTold f => ("告知评议结果", $"{CodeWords.Of(f.Method)}{HandlingTimeline.Unsigned(f.Signing)}。证明：{f.Proof}"),
        _ => null,
    };

    private static string Words(IReadOnlyList<Capacity> capacities) => capacities.Count == 0 ? "无" : string.Join("、", capacities.Select(Word));

    private static string Word<T>(T value)
        where T : struct, Enum => CodeWords.Of(ReadRows.Code(value));
}

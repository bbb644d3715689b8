using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Matters;
using Zhixin.Web.Papers;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>A petition's history in plain words, newest first. What the clocks did stands in the obligations panel, not here, except moved dates.</summary>
public static class PetitionTimeline
{
    /// <summary>The entries.</summary>
    public static IReadOnlyList<TimelineEntry> Entries(Law law, LoadedHistory history, IReadOnlyDictionary<Guid, string> names) =>
        MatterTimeline.Entries(law, history, names, fact => AcceptanceTimeline.Of(law, fact, names) ?? HandlingTimeline.Of(fact) ?? TeamTimeline.Of(law, fact, names) ?? HandDownTimeline.Of(law, fact)
            ?? ProcedureTimeline.Of(fact) ?? Procedures.ChainTimeline.Of(law, fact) ?? NonExecutionForms.Told(law, fact) ?? WriteOffs.WriteOffTimeline.Of(law, fact) ?? Terminations.TerminationTimeline.Of(law, fact) ?? MeasureTimeline.Of(law, fact) ?? PaperTimeline.Of(fact) ?? Reception.ReceptionTimeline.Of(fact) ?? Text(fact, names));

    private static (string Title, string? Text)? Text(object fact, IReadOnlyDictionary<Guid, string> names) => fact switch
    {
        PetitionOpened f => ("登记立案", f.Subject),
        PetitionContactJoined f => (f.First ? "首次来访来信并入" : "又一次来访来信，并入本案", $"{f.ContactNumber}\u3000{CodeWords.Of(ReadRows.Code(f.Channel))}，{CodeWords.Of(ReadRows.Code(f.Venue))}，{f.People} 人{(f.RequestKind is null ? string.Empty : "，" + CodeWords.Of(f.RequestKind))}{(f.Accused.Count > 0 ? "；指称工作人员违法违纪" : string.Empty)}"),
        PetitionContactLeft f => ("撤回并入", f.Reason),
        PetitionContactCorrected => ("更正登记内容", null),
        PetitionAssigned f => ("指定承办人", $"{f.HandlerName}。{CodeWords.Of(ReadRows.Code(f.Ground))}{(f.Reason is null ? string.Empty : "。" + f.Reason)}"),
        PetitionCoHandlersNamed f => (
            "改定协办人", $"{string.Join("、", f.CoHandlers.Select(id => names.GetValueOrDefault(id, "工作人员")).DefaultIfEmpty("不再有协办人"))}。{CodeWords.Of(ReadRows.Code(f.Ground))}{(f.Reason is null ? string.Empty : "。" + f.Reason)}"),
        PetitionUnassigned f => ("承办人退出", $"{names.GetValueOrDefault(f.Handler, "原承办人")}，{CodeWords.Of(f.Why)}"),
        PetitionAcknowledged => ("承办人签收", null),
        PetitionReceiptDeemed => ("期满未签收，视为签收", "签收期限届满无人签收，约见和答复期限自届满日起算；签收期限仍记为逾期。"),
        PetitionPrioritised f => ("确定办理级别", $"{CodeWords.Of(ReadRows.Code(f.Priority))}。{f.Reason}"),
        PetitionVoided f => ("作废", f.Reason),
        PetitionRestored f => ("恢复", f.Reason),
        PetitionMerged f => ("并入另一案", $"并入 {f.SurvivorNumber}。{f.Reason}"),
        PetitionAbsorbed f => ("另一案并入", $"{f.OtherNumber}，{f.Contacts.Count} 次来访来信。{f.Reason}"),
        PetitionReleased f => ("撤回并案", f.Reason),
        PetitionMergerUndone f => ("撤回并案", f.Reason),
        PetitionReopened f => ("重新办理", (f.Clocks is null ? "有新的来访来信" : f.Reason) + "，期限重新起算。"),
        PetitionHistoryImported f => ("台账导入", $"{(f.Resolved ? "台账记载已化解" : "台账记载未化解")}{(f.Measures is null ? string.Empty : "；" + f.Measures)}{(f.Remarks is null ? string.Empty : "；" + f.Remarks)}"),
        PetitionContactVoided f => ("作废一次来访来信", f.Reason),
        PetitionEnteredLate f => ("补录", $"下面的记录是补录，距发生之日 {f.Days} 个工作日。证明：{f.Proof}"),
        PetitionJoinRefused f => ("不同意外院来访来信并入", $"{f.ContactNumber}。{f.Reason}"),
        ExclusionAsked f => ("申请扣除时间", $"第 {f.No} 项时限，{Date(f.Exclusion.From)} 至 {Date(f.Exclusion.To)}，{CodeWords.Of(f.Exclusion.Ground)}；证明：{f.Document}。{f.Reason}"),
        ExclusionRefused f => ("不同意扣除时间", f.Reason),
        ObligationWaived f => ("免除时限", $"第 {f.No} 项时限。{f.Reason}"),
        ObligationMoved f => (f.Ground switch { "exclusion" => "扣除时间，期限顺延", "extension" => "延长时限", _ => "期限变动" },
            $"第 {f.No} 项期限由 {Date(f.Old)} 变为 {Date(f.New)}。{CodeWords.Of(f.Reason)}{(f.Document is null ? string.Empty : "　证明：" + f.Document)}"),
        _ => null,
    };

    private static string Date(DateOnly? date) => date is { } day ? DateText.Iso(day) : "不定";
}

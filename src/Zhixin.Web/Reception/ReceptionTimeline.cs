using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Reception;

/// <summary>What happened in receiving, in plain words.</summary>
internal static class ReceptionTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(object fact) => fact switch
    {
        PetitionAppointmentBooked f => ("预约接访", Slot(f.Slot, f.ByLeader) + Detail(f.AgreedWith, f.OutsideHours)),
        PetitionAppointmentMoved f => ("改约", Slot(f.Slot, f.ByLeader) + Detail(f.AgreedWith, f.OutsideHours) + $"理由：{f.Reason}"),
        PetitionAppointmentCancelled f => ("取消预约", f.Reason),
        PetitionAppointmentMissed f => ("没有按约前来", f.Note.Length == 0 ? null : f.Note),
        PetitionReceptionHeld f => (f.ByLeader ? "领导接访" : "接访", $"{f.ReceiverName}接待{(f.No is null ? "（没有预约）" : string.Empty)}。{f.Content}。{Handled(f.Handled)}记录：{f.Proof}"),
        PetitionContactOutcomeRecorded f => ("当场处理结果", $"{f.ContactNumber}　{Handled(f.Handled)}"),
        _ => null,
    };

    /// <summary>What came of it on the spot, as sentences.</summary>
    public static string Handled(SpotHandling handled) =>
        $"{CodeWords.Of(ReadRows.Code(handled.Outcome))}。{Part(string.Empty, handled.Result)}{Part("拟办意见：", handled.Opinion)}{Part("督导落实：", handled.FollowedBy)}";

    private static string Slot(ReceptionSlot slot, bool byLeader) =>
        $"{DateText.Iso(slot.Day)}（{DateText.Weekday(slot.Day)}）{slot.Times}，{slot.Room}，由{slot.ReceiverName}{(byLeader ? "（领导）" : string.Empty)}接待。";

    private static string Detail(string? agreedWith, string? outsideHours) => Part("已与承办法官商定：", agreedWith) + Part("在工作时间以外：", outsideHours);

    private static string Part(string before, string? text) => text is null ? string.Empty : $"{before}{text}。";
}

using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>What happened to the team, to first contact and scene, and where the matter moved, in plain words.</summary>
internal static class TeamTimeline
{
    /// <summary>Title and text; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Of(Law law, object fact, IReadOnlyDictionary<Guid, string> names) => fact switch
    {
        PetitionTeamFixed f => ("确定" + Word(f.Member.Role), Member(f.Member) + Because(f.Reason)),
        PetitionLeaderFixed f => ("确定包案领导", Member(f.Member) + Because(f.Reason)),
        PetitionTeamLeft f => (Word(f.Role) + "退出", $"{(f.Name.Length > 0 ? f.Name : names.GetValueOrDefault(f.Person, "协办人"))}，{CodeWords.Of(f.Why)}"),
        PetitionCoHandled f => ("协办", $"{f.Content}。记录：{f.Proof}"),
        PetitionPlanMade f => (f.Reason is null ? "制定化解方案" : "修改化解方案", Plan(law, f)),
        PetitionTeamReported f => ("上报专班和方案", $"报{f.ReportedTo}：{string.Join("、", f.Members.Select(m => $"{Word(m.Role)}{m.Name}"))}{(f.Answerable is null ? string.Empty : "，负直接责任的是" + f.Answerable)}{(f.SupervisedBy is null ? string.Empty : "，由中院" + f.SupervisedBy + "督促")}。凭据：{f.Document}"),
        PetitionLeaderMet f => ("包案领导约谈信访人", $"{Word(f.Method)}。参加人：{f.Present}。诉求：{f.Heard}。告知：{f.Told}{(f.Signing.IsSigned ? string.Empty : $"；信访人没有签名：{f.Signing.WhyNot}")}。记录：{f.Proof}"),
        PetitionFirstContacted f => ("首次联系信访人", $"{f.By}，{Word(f.Method)}。{f.Content}。记录：{f.Proof}"),
        PetitionSceneNoticed f => ("接到滞留情况通知", $"{DateText.Iso(f.ReceivedOn)} {f.From}通知：{f.Place}，{f.Situation}"),
        PetitionSceneStaffSent f => ("派员到现场", $"{f.Staff}。{Word(f.Result)}。{f.Content}。记录：{f.Proof}"),
        PetitionTransferred f => ("移送其他法院", $"{law.Court(f.From).Name}移送{law.Court(f.To).Name}，{DateText.Iso(f.ReceivedOn)} 签收。依据{law.Court(f.RulingCourt).Name}{f.Ruling}。{f.Ground}。凭据：{f.Receipt}{Lapsed(f.Lapsed)}"),
        PetitionSplit f => ("分案", $"另立 {f.OtherNumber}。{f.Reason}"),
        PetitionSplitOff f => ("由另案分出", $"原案 {f.FromNumber}。{f.Reason}"),
        PetitionPartyReplaced f => ("更换当事人或代理人", $"{(f.Capacity is { } capacity ? Word(capacity) + "。" : string.Empty)}{f.Ground}。证明：{f.Proof}"),
        _ => null,
    };

    private static string Plan(Law law, PetitionPlanMade f) =>
        $"{Names(law, f.Actions)}。{f.Content}。责任人：{f.Responsible}，{DateText.Iso(f.DueOn)} 前完成。"
        + (f.Forces.Count > 0 ? $"动员：{Names(law, f.Forces)}；{f.Participants}" : $"没有其他方面参与：{f.Alone}") + Because(f.Reason);

    private static string Lapsed(ReceptionSlot? slot) =>
        slot is null ? string.Empty : $"。原约 {DateText.Iso(slot.Day)} {slot.Times} 由{slot.ReceiverName}接待，移送后失效，由受移送法院另约";

    private static string Names(Law law, IEnumerable<string> codes) => string.Join("、", codes.Select(c => Lists.Of(law, TeamForms.PlanActions).Find(c)?.Name ?? c));

    private static string Member(TeamMember member) => $"{member.Name}，{PostNames.Of(member.Post)}{(member.Phone is null ? string.Empty : "，" + member.Phone)}";

    private static string Because(string? reason) => reason is null ? string.Empty : "。" + reason;

    private static string Word<T>(T value)
        where T : struct, Enum => CodeWords.Of(ReadRows.Code(value));
}

using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The forms and the words of six months without enforcement.</summary>
internal static class NonExecutionForms
{
    private static readonly ActField Proof = new("proof", "告知申请人的证明", FieldKind.Text, [], "送达回证、挂号信单号或者通话录音的编号和存放处。");

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, Func<string, CodeList?> inForce) => path switch
    {
        "six-months" => ("自执行法院收到申请执行书或者发现财产之日起六个月未执行的，申请执行人可以向上一级法院申请。公告、鉴定评估、管辖争议、暂缓和中止的期间用“扣除时间”扣除。",
            [
                new("situation", "属于哪种情形", FieldKind.Radio, [.. (inForce(NonExecutionActs.Situations)?.Items ?? []).Select(i => new Choice(i.Code, i.Name))]),
                new("receivedOn", "从哪一天起算", FieldKind.Text, [], "收到申请执行书、发现财产的日期，写作 2026-02-14。"),
                new("document", "凭据", FieldKind.Text, [], "申请执行书的收件凭证、查控反馈的编号和存放处。"),
            ]),
        "superior-application" => ("只向上一级法院申请，满六个月以后才可以；没有满的，照常登记来访来信，告知哪一天以后可以申请。" + Until(petition),
            [new("receivedOn", "收到申请的日期", FieldKind.Text, [], "空着就是发生日期。"), new("paper", "申请书", FieldKind.Text, [], "名称、日期和存放处。")]),
        "superior-order" => ("责令执行法院在指定期间内执行，同时告知申请执行人。",
            [new("order", "督促执行令文号", FieldKind.Text, []), new("due", "执行期限", FieldKind.Text, [], "含当日，写作 2026-02-14。"), Methods, Proof]),
        "superior-refusal" => ("审查认为不应当责令、提级或者指令执行的，写明理由，告知其他救济途径。",
            [new("reason", "理由", FieldKind.TextArea, []), new("remedy", "已告知的救济途径", FieldKind.TextArea, []), Methods, Proof]),
        "enforcement-move" => ("裁定由本院执行或者指令下级其他法院执行；已经责令限期执行的，期满没有正当理由仍未执行才可以。本件随之移送，由执行的法院答复信访人。",
            [
                new("court", "由哪个法院执行", FieldKind.Text, [], "法院全称：本院，或者本院下级的其他法院。"), new("ruling", "裁定文号", FieldKind.Text, []),
                new("reason", "理由", FieldKind.TextArea, [], "已经责令的，写明为什么没有正当理由。"), Methods, Proof,
            ]),
        "superior-withdrawal" => ("只凭申请执行人签名的书面申请。", [new("document", "撤回申请", FieldKind.Text, [], "写明申请的日期和存放处。")]),
        "execution-conclusion" => ("执行完毕的，登记结案情况；六个月的期限和督促执行令随之办结。",
            [new("how", "怎样执行完毕", FieldKind.TextArea, []), new("document", "结案文书", FieldKind.Text, [], "结案通知书的文号和日期。")]),
        "closed-round" => ("终本以后五年内定期查询财产、告知申请执行人；发现财产的，恢复执行。裁定可以是本案以前作出的。",
            [new("ruling", "终本裁定文号", FieldKind.Text, []), new("ruledOn", "裁定日期", FieldKind.Text, [], "查询的年数从这一天起算，写作 2026-02-14。"),
                new("remedy", "已告知的救济途径", FieldKind.TextArea, [], "对裁定不服的，可以向本院提出执行异议；发现财产线索的，可以申请恢复执行。"), new("document", "裁定存放处", FieldKind.Text, [])]),
        "round-query" => ("查询结果告知申请执行人；查到财产的，登记恢复执行立案。", Terminations.TerminationForms.Query),
        _ => null,
    };

    /// <summary>Title and text on the timeline; null where the fact is of another kind.</summary>
    public static (string Title, string? Text)? Told(Law law, object fact) => fact switch
    {
        NonExecutionBegan f => ("六个月起算", $"{Lists.Of(law, NonExecutionActs.Situations).Find(f.Situation)?.Name}，自 {DateText.Iso(f.ReceivedOn)} 起算。凭据：{f.Document}"),
        SuperiorOrderApplied f => ("申请执行人向上一级法院申请", $"{law.Court(f.Court).Name} {DateText.Iso(f.ReceivedOn)} 收到：{f.Paper}"),
        EnforcementOrdered f => ("上一级法院责令限期执行", $"{f.Order}，限 {DateText.Iso(f.DueOn)} 前执行。已告知申请执行人：{Word(f.Method)}，证明：{f.Proof}"),
        SuperiorOrderRefused f => ("上一级法院不予责令执行", $"{f.Reason}　已告知：{f.Remedy}。{Word(f.Method)}，证明：{f.Proof}"),
        EnforcementMoved f => ("裁定由其他法院执行", $"{f.Ruling}，由{law.Court(f.To).Name}执行。{f.Reason}　已告知申请执行人：{Word(f.Method)}，证明：{f.Proof}"),
        EnforcementRoundTerminated f => ("终结本次执行程序", $"{f.Ruling}，{DateText.Iso(f.RuledOn)}。已告知：{f.Remedy}　{f.Document}"),
        EnforcementRoundQueried f => ("终本后查询财产", $"{(f.Found ? "查到财产" : "没有查到财产")}。{f.Source}：{f.Result}。告知：{f.Told}"),
        SuperiorOrderWithdrawn f => ("撤回向上一级法院的申请", f.Document),
        Zhixin.Checks.EnforcementCaseConcluded f => ("执行完毕", $"{f.How}，{f.Document}"),
        _ => null,
    };

    /// <summary>What the panel of the matter says of it.</summary>
    public static IEnumerable<KeyValue> Items(Law law, Petition petition)
    {
        var state = petition.NonExecution;
        if (state.Began is { } began)
        {
            yield return new("六个月未执行", $"自 {DateText.Iso(began.ReceivedOn)} 起算{(Due(petition) is { } due ? $"，{DateText.Iso(due)} 届满" : string.Empty)}{(state.ConcludedOn is { } on ? $"，{DateText.Iso(on)} 执行完毕" : string.Empty)}");
        }

        if (state.Round is { Ruled: var round, Queries: var queries })
        {
            yield return new("终结本次执行", $"{round.Ruling}，{DateText.Iso(round.RuledOn)}{(petition.ClosedRound is null ? "，已恢复执行" : queries is [.., var last] ? $"，最近一次查询 {DateText.Iso(last.On)}：{last.Facts.Result}" : string.Empty)}");
        }

        foreach (var one in state.Applications)
        {
            yield return new("向上一级法院申请", $"{law.Court(one.Applied.Court).Name}，{DateText.Iso(one.Applied.ReceivedOn)} 收到，{Standing(one)}");
        }
    }

    private static string Standing(SuperiorOrder one) => one switch
    {
        { Ended: { } end, EndedOn: { } on } => $"{DateText.Iso(on)} {CodeWords.Of("superior-order." + ReadRows.Code(end))}",
        { Ordered: { } ordered } => $"责令 {DateText.Iso(ordered.DueOn)} 前执行（{ordered.Order}）",
        _ => "待审查",
    };

    private static string Until(Petition petition) => Due(petition) is { } due ? $"本案 {DateText.Iso(due)} 届满，次日起可以申请。" : string.Empty;

    private static DateOnly? Due(Petition petition) => petition.Obligations.LastOrDefault(o => o.Rule.Kind == NonExecution.Kind)?.Due;

    private static ActField Methods => new("method", "怎样告知申请人", FieldKind.Radio, MeasureForms.Choices<ServiceMethod>());

    private static string Word(ServiceMethod method) => CodeWords.Of(ReadRows.Code(method));
}

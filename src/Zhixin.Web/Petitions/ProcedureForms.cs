using Zhixin.Database.Petitions;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The forms of the acts that lead to procedures.</summary>
internal static class ProcedureForms
{
    private static readonly ActField Proof = new("proof", "送达证明", FieldKind.Text, [], "例如送达回执编号、挂号信单号、通话录音编号和存放处。");
    private static readonly ActField Remedy = new("remedy", "已告知的救济途径", FieldKind.TextArea, [], "向哪个法院提出、怎样提出；有期限的，写明到哪天。");
    private static readonly ActField ReceivedOn = new("receivedOn", "收到材料的日期", FieldKind.Text, [], "期限从这一天起算；空着就是发生日期。日期写作 2026-02-14。");

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition) => path switch
    {
        "closing-claim" => ("申请执行人认为案件没有执行完毕、不应当结案的，登记在这里：本院应当出示结案文书，并告知可以提出异议。",
            [new("closedAs", "案件怎样结案", FieldKind.Radio, MeasureForms.Choices<ClosedAs>()), new("ruling", "结案文书", FieldKind.Text, [], "结案通知书或者终本裁定的文号和日期。"),
                new("content", "申请执行人认为哪里没有执行到位", FieldKind.TextArea, []), ReceivedOn]),
        "closing-answer" => ("送达结案通知书（终本的，出示裁定），同时告知可以提出异议。",
            [Claims(petition), new("notice", "结案通知书文号", FieldKind.Text, [], "执行完毕结案的才填。") { Value = Issued(petition, PaperKinds.ClosingNotice) }, Remedy, Methods, Proof]),
        "objection-paper" => ("材料主张执行行为违法，或者对执行标的主张实体权利的，不论用什么名称，都按异议受理。立案和审查的期限从收到材料起算。",
            [new("kind", "材料主张什么", FieldKind.Radio, MeasureForms.Choices<ObjectionKind>()),
                new("titled", "材料是否写明是异议", FieldKind.Radio, [new("yes", "写明是异议"), new("no", "用了别的名称")]) { Value = "yes" },
                new("paper", "材料名称和存放处", FieldKind.Text, []), new("content", "主张的内容", FieldKind.TextArea, [], "哪一项执行行为违法，或者对哪一项标的有什么权利。"),
                new("madeBy", "作出该行为的人员", FieldKind.Text, [], "知道的才填：本院人员姓名。该人员不得审查这件异议。"), ReceivedOn]),
        "procedure-filing" => ("由审查机构立案，登记案号。执行实施人员不得办理。", [Papers(petition, c => c.IsOwed), new("number", "案号", FieldKind.Text, [], "写作 （2026）鲁0117执异12号。")]),
        "procedure-refusal" => ("只能以裁定不予受理，写明理由和救济途径；材料的名称、形式不是理由。",
            [Papers(petition, c => c.IsOwed), new("ruling", "裁定文号", FieldKind.Text, []), new("reason", "理由", FieldKind.TextArea, []), Remedy]),
        "procedure-notice" => ("立案以后通知双方当事人。",
            [Papers(petition, c => c is { Number: not null, Notified: false }), new("parties", "通知了哪些人", FieldKind.Text, []), Methods, Proof]),
        "procedure-ruling" => ("异议以裁定办结；信访案件继续答复信访人。",
            [Papers(petition, c => c is { Number: not null, Ended: null }), new("ruling", "裁定文号", FieldKind.Text, []), new("outcome", "裁定结果", FieldKind.Radio, MeasureForms.Choices<ObjectionOutcome>())]),
        "procedure-withdrawal" => ("只凭提出人签名的书面申请。", [Papers(petition, c => c.Ended is null), new("document", "撤回申请", FieldKind.Text, [], "写明申请的日期和存放处。")]),
        _ => null,
    };

    private static ActField Methods => new("method", "方式", FieldKind.Radio, MeasureForms.Choices<ServiceMethod>());

    /// <summary>The number of the last paper of a kind that counts; null where none was issued.</summary>
    private static string? Issued(Petition petition, string kind) =>
        petition.Papers.Issued.LastOrDefault(p => p.Facts.Kind == kind && p.VoidedBecause is null)?.Facts.Number;

    private static ActField Claims(Petition petition) => Select("claim", "答复哪一项", petition.Procedures.Claims.Where(c => !c.Answered).Select(c => new Choice(
        $"{c.Received.No}", $"第 {c.Received.No} 项，{CodeWords.Of(ReadRows.Code(c.Received.ClosedAs))}，{DateText.Iso(c.Received.ReceivedOn)} 收到")));

    private static ActField Papers(Petition petition, Func<Conversion, bool> which) => Select("procedure", "哪一件", petition.Procedures.Conversions.Where(which).Select(c => new Choice(
        $"{c.Owed.No}", $"第 {c.Owed.No} 件，{CodeWords.Of(ReadRows.Code(c.Owed.Kind))}，{DateText.Iso(c.Owed.ReceivedOn)} 收到{(c.Number is null ? string.Empty : "，" + c.Number)}")));

    private static ActField Select(string name, string label, IEnumerable<Choice> choices)
    {
        List<Choice> list = [.. choices];
        return new ActField(name, label, FieldKind.Select, list) { Value = list is [var first, ..] ? first.Value : null };
    }
}

using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The forms of the acts of acceptance. Choices come from the packs in force.</summary>
internal static class AcceptanceForms
{
    private static readonly ActField Reason = new("reason", "理由", FieldKind.TextArea, [], "理由与原内容一并保留，不能删改。");
    private static readonly ActField Proof = new("proof", "送达证明", FieldKind.Text, [], "例如送达回执编号、挂号信单号、通话录音编号和存放处。");

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    /// <param name="law">For the names of codes, in force or not.</param>
    /// <param name="inForce">The lists in force at the petition's court.</param>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, ActPeople people, Law law, Func<string, CodeList?> inForce) => path switch
    {
        "classification" => ("申请执行人反映不积极执行、要求继续执行的，是实施类；反映执行行为违法，或者对执行标的主张实体权利的，是审查类。",
            [Claims(petition), Capacity(petition), new("reason", "理由", FieldKind.TextArea, [], "改变类别的，写明理由；原类别保留在经过中。"),
                .. petition.Acceptance.Accepted is { Authorisation: null } ? [new ActField("authorisation", "代理人的授权", FieldKind.Text, [], "身份改为代理人的才填：授权文书和存放处。")] : Array.Empty<ActField>()]),
        "acceptance" => ("有主体资格、有受理事由、案件明确的，应当受理。材料名称、形式不是理由。", Acceptance(petition, inForce(Lists.Causes))),
        "concern-correction" => ("受理时把人写错了的，凭证明更正；错写的人不再因此回避。来访来信中另有指称的，仍然回避。",
        [
            new("was", "原来写的人", FieldKind.Select, [.. (petition.Acceptance.Accepted?.Concerned ?? []).Select(id => new Choice(id.ToString(), people.Staff.FirstOrDefault(s => s.Id == id)?.Name ?? "工作人员"))]) { Span = 5 },
            new("now", "实际指向的人", FieldKind.Text, [], "本院人员姓名；没有指向个人的，空着。") { Span = 7 }, Reason,
            new("proof", "证明", FieldKind.Text, [], "核实材料的名称和存放处。"),
        ]),
        "acceptance-notice" => ("告知送达并取得回执。", [Method, Proof]),
        "notice" => ("把办理的进展或者结果告诉信访人，书面或者其他方式都可以。", [Method, new("content", "告知内容", FieldKind.TextArea, []), Proof]),
        "decline-proposal" => ("只能依规程列明的一项，并附该项的事实；由信访机构负责人批准，释明送达信访人以后才生效。", Decline(inForce(Lists.DeclineGrounds))),
        "decline-decision" => ("提出的人不能自己批准；批准以后还要释明，才生效。", [new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意不予受理"), new("no", "不同意")]), Reason]),
        "decline-explanation" => ("释明送达之日起，不予受理生效；情形消失的，可以撤销。", [Method, Proof]),
        "decline-undo" => ("情形已经消失，例如信访人到场说明了案件；撤销以后重新办理。", [Reason]),
        "exclusion" => ("只挡上级交办督办；本院照常办理、答复，并告知救济途径。", Exclusion(inForce(Lists.Exclusions))),
        "exclusion-end" => ("情形消除以后，上级可以再交办督办。",
            [new("exclusion", "哪一项", FieldKind.Select, [.. petition.Acceptance.Bars.Where(b => b.LiftedOn is null).Select(b => new Choice(b.No.ToString(), Lists.Name(law, Lists.Exclusions, b.Ground)))]), Reason]),
        "withdrawal" => ("只凭信访人签名的撤回申请。撤回以后再来信访的，照样登记办理。",
            [new("document", "签名的撤回申请", FieldKind.Text, [], "写明申请的日期和存放处。"), new("reason", "说明", FieldKind.TextArea, [])]),
        _ => null,
    };

    private static ActField Method => MeasureForms.Methods();

    private static ActField Claims(Petition petition) => new(
        "claim", "信访人要求什么", FieldKind.Radio,
        [.. Enum.GetValues<Claim>().Select(c => new Choice(ReadRows.Code(c), CodeWords.Of(ReadRows.Code(c)) + "（" + CodeWords.Of(ReadRows.Code(Accepting.ClassOf(c))) + "）"))])
    {
        Value = petition.Acceptance.Classified is { } before ? ReadRows.Code(before.Claim) : null,
    };

    private static ActField Capacity(Petition petition) => new("capacity", "以什么身份", FieldKind.Radio, Choices<Capacity>())
    {
        Value = ReadRows.Code(petition.Acceptance.Classified?.Capacity ?? petition.Petitioners.Select(p => p.Capacity).FirstOrDefault()),
    };

    private static IReadOnlyList<ActField> Acceptance(Petition petition, CodeList? causes) =>
    [
        Capacity(petition),
        .. causes is null
            ? [new ActField("otherCause", "受理事由", FieldKind.Text, [], "本院适用的规定没有列出事由，照信访人反映的写明。") { Span = 6 }]
            : (ActField[])
            [
                new("causes", "受理事由", FieldKind.Checks, Items(causes), "至少一项，可以多选。"),
                new("otherCause", "其他事由的内容", FieldKind.Text, [], "选了“其他”的才填。") { Span = 6 },
            ],
        new("authorisation", "代理人的授权", FieldKind.Text, [], "由代理人信访的才填：授权文书和存放处。") { Span = 6 },
        new("concerned", "事由指向的人员", FieldKind.Text, [], "选了应当回避、违法采取强制措施的才填：本院人员姓名，可以几人；填了即回避，不得承办和查看。"),
        new("nobodyConcerned", "没有指向个人的理由", FieldKind.Text, [], "上面两项事由没有指向个人的，写明为什么。"),
    ];

    private static IReadOnlyList<ActField> Decline(CodeList? grounds) =>
    [
        new("ground", "情形", FieldKind.Radio, Items(grounds)),
        .. AcceptanceActs.AttemptRows.SelectMany((row, i) => Attempt(row, i + 1)),
        new("standing", "身份和授权的核实情况", FieldKind.Text, [], "怎样查明不是当事人、利害关系人，也没有受委托。") { Group = "主体不适格的填" },
        new("transferredTo", "移送给", FieldKind.Text, []) { Span = 5, Group = "仅反映作风廉洁、应走其他程序的填" },
        new("transferProof", "移送证明", FieldKind.Text, [], "移送函文号和对方签收凭证；没有移送的，不能不予受理。") { Span = 7 },
        new("channel", "已告知的渠道", FieldKind.Text, []) { Group = "不属法院管辖的填" },
        new("rightCourt", "执行该案的法院", FieldKind.Text, [], "法院全称。") { Span = 8, Group = "不是本院执行案件的填" },
        new("transferOffered", "是否提出代为转交", FieldKind.Radio, [new("yes", "已提出"), new("no", "没有")]) { Span = 4 },
        new("ruling", "裁定文号", FieldKind.Text, []) { Group = "已提级或者指定执行的填" },
        new("explanation", "释明内容", FieldKind.TextArea, [], "告诉信访人为什么、可以到哪里去。") { Group = "都要填" },
    ];

    /// <summary>One attempt to reach the petitioner or to clarify the case.</summary>
    private static IEnumerable<ActField> Attempt(string row, int no) =>
    [
        new("attemptOn" + row, $"第 {no} 次联系日期", FieldKind.Text, [], no == 1 ? "写作 2026-02-14。" : null) { Span = 3, Group = no == 1 ? "案件不明的填，联系几次写几次" : null },
        new("attemptMethod" + row, "联系方式", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. MeasureForms.Methods().Choices]) { Span = 3 },
        new("attemptResult" + row, "联系结果", FieldKind.Text, []) { Span = 6 },
    ];

    private static IReadOnlyList<ActField> Exclusion(CodeList? grounds) =>
    [
        new("ground", "情形", FieldKind.Radio, Items(grounds)),
        new("proof", "证明材料", FieldKind.Text, [], "裁定、移送函等的文号和存放处。"),
        new("remedy", "已告知的救济途径", FieldKind.TextArea, [], "例如申报债权、参加再审、另行起诉。"),
    ];

    private static List<Choice> Items(CodeList? list) =>
    [
        .. (list?.Items ?? []).SelectMany(item => item.Sub.Count == 0
            ? [new Choice(item.Code, item.Name)]
            : item.Sub.Select(sub => new Choice(sub.Code, $"{item.Name}：{sub.Name}"))),
    ];

    private static List<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(ReadRows.Code(v), CodeWords.Of(ReadRows.Code(v))))];
}

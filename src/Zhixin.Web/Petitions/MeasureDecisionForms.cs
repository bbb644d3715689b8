using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The forms of judicial aid, of conduct decisions and of public deliberation.</summary>
internal static class MeasureDecisionForms
{
    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, Func<string, CodeList?> inForce) => path switch
    {
        "aid" => ("申请执行人特别困难、经执行查无财产的，可以申请司法救助。", Application(petition)),
        "aid-report" => ("把申请和调查情况报请审批。", [new("body", "报请的单位", FieldKind.Text, [], "例如本院司法救助委员会。"), MeasureForms.Document("救助报告")]),
        "aid-decision" => ("报请的人不能自己批准；金额依程序核定，最小到分。", Decision),
        "aid-notice" => ("把救助决定告知申请人；不予救助的，一并说明理由。", [MeasureForms.Methods(), MeasureForms.Record]),
        "relief" => ("司法救助以后仍有实际困难的，协调民政、社会救济。", [new("kind", "救济", FieldKind.Radio, MeasureForms.Choices<ReliefKind>()), new("body", "转请的单位", FieldKind.Text, []), MeasureForms.Record]),
        "conduct" => ("只针对法律规定的具体行为，一事一决定。信访、重复信访、越级走访、不服答复，都不是理由。", Conduct(petition, inForce)),
        "conduct-decision" => ("提请的人不能自己批准；不必要的，不批准。", [Agreed, MeasureForms.Reason with { Hint = "不同意的写明理由。" }]),
        "coercion-decision" => ("提请的人不能自己批准；不必要的，不批准。同意的，告知复议权。", [Agreed, new("reconsideration", "告知复议权", FieldKind.Text, [], "同意的须填：怎样告知被处置人可以向上一级法院申请复议，文书编号和存放处。"), MeasureForms.Reason with { Hint = "不同意的写明理由。" }]),
        "deliberation" => ("四项条件都具备，才报请公开评议。", Conditions(inForce)),
        "deliberation-report" => ("报请当地党委政法委牵头召开。", [new("body", "报请的单位", FieldKind.Text, [], "例如同级党委政法委。"), MeasureForms.Document("报请文书")]),
        "deliberation-holding" => ("由党委政法委牵头；结果当场告知信访人。",
            [new("chair", "牵头主持", FieldKind.Text, []) { Span = 5 }, new("present", "参加人", FieldKind.Text, []) { Span = 7 }, new("result", "评议结果", FieldKind.TextArea, []), MeasureForms.Document("评议记录", "minutes")]),
        "deliberation-notice" => ("当场告知；不在当天告知的，记为逾期。", [MeasureForms.Methods(), .. MeasureForms.Signed, MeasureForms.Record]),
        _ => null,
    };

    /// <summary>An amount as people read it: "30,000.50 元".</summary>
    internal static string Yuan(long fen) => $"{fen / 100m:N2} 元";

    private static ActField Agreed => new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意"), new("no", "不同意")]);

    private static IReadOnlyList<ActField> Application(Petition petition) =>
    [
        new("hardship", "困难情况", FieldKind.TextArea, [], "家庭、收入、疾病等。"),
        new("noProperty", "查无财产的证明", FieldKind.Text, [], "终本裁定文号或者查询反馈。")
        {
            Value = Exhausting.LastCheck(petition) is { Found: false } check ? check.Proof : null,
        },
        MeasureForms.Document("救助申请书"),
    ];

    private static IReadOnlyList<ActField> Decision =>
    [
        new("granted", "是否救助", FieldKind.Radio, [new("yes", "同意救助"), new("no", "不同意")]) { Span = 6 },
        new("amount", "救助金额（元）", FieldKind.Text, [], "同意的才填，最小到分，例如 30000 或 30000.50。") { Span = 6 },
        new("reason", "不同意的理由", FieldKind.TextArea, [], "不同意的才填；将告知申请人。"), MeasureForms.Document("救助决定"),
    ];

    private static IReadOnlyList<ActField> Conduct(Petition petition, Func<string, CodeList?> inForce) =>
    [
        new("petitioner", "谁的行为", FieldKind.Select, [.. petition.Petitioners.Select((p, i) => new Choice((i + 1).ToString(), $"第 {i + 1} 位信访人　{CodeWords.Of(ReadRows.Code(p.Capacity))}"))]) { Span = 5 },
        new("act", "法律规定的妨害行为", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. (inForce(Lists.Obstructions)?.Items ?? []).Select(i => new Choice(i.Code, i.Name))]) { Span = 7 },
        new("happened", "行为事实", FieldKind.TextArea, [], "时间、地点、做了什么、造成什么后果。"), new("basis", "法律依据", FieldKind.Text, [], "写明法律名称和条款。"),
        new("necessity", "必要性", FieldKind.TextArea, [], "教育疏导的情况，为什么非处置不可，为什么不能更轻。"),
        new("measure", "措施", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. (inForce(Lists.ConductMeasures)?.Items ?? []).SelectMany(i => i.Sub.Select(s => new Choice(s.Code, s.Name, i.Name)))]) { Span = 5 },
        MeasureForms.Document("文书") with { Span = 7 },
    ];

    private static IReadOnlyList<ActField> Conditions(Func<string, CodeList?> inForce) =>
    [
        new("exhausted", "化解措施已经穷尽", FieldKind.TextArea, [], "做过哪些工作。"),
        new("claim", "诉求", FieldKind.Radio, [.. (inForce(Lists.DeliberationConditions)?.Items ?? []).SelectMany(i => i.Sub).Select(s => new Choice(s.Code, s.Name))]),
        new("persists", "信访人仍坚持的情况", FieldKind.Text, []), new("noWriteOff", "为什么不符合核销条件", FieldKind.Text, []),
    ];
}

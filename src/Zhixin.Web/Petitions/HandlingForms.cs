using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Components;

namespace Zhixin.Web.Petitions;

/// <summary>The forms of the acts of handling.</summary>
internal static class HandlingForms
{
    private static readonly ActField Reason = new("reason", "理由", FieldKind.TextArea, [], "理由与原内容一并保留，不能删改。");
    private static readonly ActField Record = new("proof", "记录或证明", FieldKind.Text, [], "笔录、录音、回执的编号和存放处。");
    private static readonly ActField Agreed = new("agreed", "是否同意", FieldKind.Radio, [new("yes", "同意"), new("no", "退回")]);

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition) => path switch
    {
        "meeting" => ("当面、视频、电话都可以，须有记录。信访人不签名的，写明原因，不影响办理。",
            [MeasureForms.Methods(ServiceMethod.InPerson, ServiceMethod.Video, ServiceMethod.Phone), new("present", "参加人", FieldKind.Text, []), new("content", "谈话内容", FieldKind.TextArea, []), .. MeasureForms.Signed, Record]),
        "inquiry" => ("可以要求执行案件承办人、信访援助律师、有关组织说明情况；需要进一步核实的，可以向其他组织和人员调查。", Inquiry),
        "opinion" => ("写明办理的进展和结果，由主办院领导审批或者集体研究。", [.. Opinion, .. Substance(petition)]),
        "opinion-decision" => ("报审的人不能自己批准；退回的写明理由。", [Agreed, Reason]),
        "opinion-discussion" => ("报审的人不能自己批准；退回的写明理由。", [Agreed, new("minutes", "研究记录", FieldKind.Text, [], "会议纪要的文号和存放处。"), Reason]),
        "reply" => ("按批准的意见答复，告诉信访人不服的怎么办。", Reply),
        "feedback" => ("向交办、转办的单位反馈；信访人也要答复。", [new("body", "反馈给", FieldKind.Text, []), new("content", "反馈内容", FieldKind.TextArea, []), Record]),
        "resolution" => ("只适用于实施类，三种情形选一种。没有承诺不妨碍其他情形。" + Ready(petition), Resolution(petition)),
        "recognition" => ("由上级法院确认；不确认的，执行法院继续办理或者重新认定。", [new("recognised", "是否确认", FieldKind.Radio, [new("yes", "确认"), new("no", "不确认")]), new("opinion", "意见", FieldKind.TextArea, [], "确认的写明审核情况；不确认的写明理由。")]),
        "closing" => ("答复以后才能办结。以后有新事实、新线索的，重新办理。",
            [new("by", "怎样办结", FieldKind.Radio, [.. MeasureForms.Choices<ClosedBy>().Where(c => c.Value != ReadRows.Code(ClosedBy.WrittenOff) && c.Value != ReadRows.Code(ClosedBy.Terminated))]), new("document", "凭据", FieldKind.Text, [], "信访人接受答复的，写明签名的凭据和存放处。")]),
        "reopening" => ("有新的事实或者新的线索，重新办理，期限重新起算。", [new("reason", "新的事实或线索", FieldKind.TextArea, [])]),
        _ => null,
    };

    /// <summary>Why a court above answers on an act that no procedure has reviewed (SPC16-14(1)).</summary>
    private static IEnumerable<ActField> Substance(Petition petition) =>
        petition is { Acceptance.Classified.Class: PetitionClass.Review, Procedures.IsReviewed: false }
            ? [new("substance", "上级法院直接答复的理由", FieldKind.TextArea, [], "执行行为还没有经过异议、监督程序，由上级法院答复的才填；一般应当告知途径，责令按程序审查。")] : [];

    private static IReadOnlyList<ActField> Opinion =>
    [
        new("finding", "诉求是否合理", FieldKind.Radio, MeasureForms.Choices<Finding>()),
        new("aidNeeded", "是否需要救助", FieldKind.Radio, [new("no", "不需要"), new("yes", "需要")]) { Span = 6 },
        new("unlawfulActFound", "是否发现工作人员违法", FieldKind.Radio, [new("no", "没有"), new("yes", "有")]) { Span = 6 },
        new("progress", "办理进展", FieldKind.TextArea, []), new("result", "办理结果", FieldKind.TextArea, []),
    ];

    private static IReadOnlyList<ActField> Reply =>
    [
        MeasureForms.Methods() with { Span = 8 }, new("local", "信访人是否在本地", FieldKind.Radio, [new("yes", "本地"), new("no", "外地")]) { Span = 4 },
        new("remedy", "不服的怎么办", FieldKind.TextArea, [], "告诉信访人可以怎样救济、期限到哪天。"), .. MeasureForms.Signed, Record,
        new("time", "答复时间", FieldKind.Text, [], "写作 14:30。") { Span = 3, Group = "当面答复的填" }, new("place", "答复地点", FieldKind.Text, []) { Span = 9 },
        new("petitionerOpinion", "信访人的意见", FieldKind.TextArea, [], "信访人听取答复以后的意见，按原话记；没有表示意见的，写明。"),
    ];

    private static IReadOnlyList<ActField> Inquiry =>
    [
        new("kind", "方式", FieldKind.Radio, MeasureForms.Choices<InquiryKind>()), new("asked", "向谁核实", FieldKind.Text, [], "写明姓名、单位或者身份。") { Span = 5 },
        new("toVerify", "需要核实的问题", FieldKind.Text, [], "调查的才填。") { Span = 7 }, new("findings", "核实的情况", FieldKind.TextArea, []), Record,
    ];

    private static IReadOnlyList<ActField> Resolution(Petition petition) =>
    [
        new("ground", "情形", FieldKind.Radio, MeasureForms.Choices<ResolutionGround>()), new("evidence", "执行到位的证据", FieldKind.TextArea, [], "确已执行到位的才填：发还凭证、结案文书等。"),
        .. MeasureForms.Settlements(petition).ToList() is { Count: > 0 } settlements
            ? [new ActField("settlement", "和解协议", FieldKind.Select, [new Choice(string.Empty, "最近的一份"), .. settlements], "和解的才选；须已记录开始履行。")]
            : Array.Empty<ActField>(),
    ];

    /// <summary>What is recorded for the second and the third ground.</summary>
    private static string Ready(Petition petition)
    {
        var m = petition.Measures;
        return $"已经记录：和解履行 {m.Settlements.All.Where(s => s.BrokenBecause is null).Sum(s => s.Performed.Count)} 次；最近一次财产调查{Exhausting.LastCheck(petition) switch { null => "没有", { Found: true } => "有财产", _ => "没有财产" }}；"
            + $"释明 {m.Exhaustion.Explained.Count(e => e.Round == m.Round)} 次；救助 {m.Aids.All.Count(a => a.Decided is { Granted: true })} 次；自愿承诺 {m.Exhaustion.Commitments.Count(c => c.Round == m.Round)} 份。";
    }
}

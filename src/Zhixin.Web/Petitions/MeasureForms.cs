using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Web.Components;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Petitions;

/// <summary>The forms of hearings, settlement, property and measures, corrections and visits.</summary>
internal static class MeasureForms
{
    internal static readonly ActField Reason = new("reason", "理由", FieldKind.TextArea, [], "理由与原内容一并保留，不能删改。");
    internal static readonly ActField Record = new("proof", "记录或证明", FieldKind.Text, [], "笔录、录音、回执的编号和存放处。");

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, Law law) => path switch
    {
        "flag" => ("重大、复杂的信访案件一律公开听证，听证以前不能报审意见、不能答复。", [new("flags", "属于", FieldKind.Checks, [new("major", "重大"), new("complex", "复杂")]) { Value = Flags(petition) }, Reason]),
        "flag-lifting" => ("只有标错了才撤销，由另一人办理并写明理由；不想听证不是理由。", [Reason]),
        "hearing" => (petition.Measures.Hearings.IsOwed ? "本案标明重大复杂，应当公开听证。" : "重大、复杂、疑难的可以听证。确定以后逐一送达听证通知。", Announcement(petition)),
        "hearing-notice" => ("每一方都要送达，并有证明；送达后不到场的，不影响听证。",
            [new("party", "送达给", FieldKind.Radio, Capacities(petition.Measures.Hearings.Pending?.Announced.Parties ?? [])), Methods(), Record]),
        "hearing-holding" => ("在确定的日期举行；改期的，先取消再重新确定。", Holding(petition)),
        "hearing-cancellation" => ("取消以后可以另行确定。", [Reason]),
        "property-check" => ("向哪里查、查到什么。重新核查的再记一次，以最近一次为准。",
            [new("source", "调查来源", FieldKind.Text, [], "例如网络查控、不动产登记、实地走访。"), Found, new("result", "调查结果", FieldKind.TextArea, []), Record]),
        "measure" => ("有财产可供执行的，穷尽各类执行措施。",
            [new("kind", "措施", FieldKind.Select, [new Choice(string.Empty, "请选择"), .. Lists.Of(law, Lists.Measures).Items.Select(i => new Choice(i.Code, i.Name))]), new("what", "对什么财产、采取了什么", FieldKind.TextArea, []), Document("文书")]),
        "explanation" => ("经调查确无财产的，向申请执行人解释说明。", [Methods(), new("content", "释明内容", FieldKind.TextArea, []), .. Signed, Record]),
        "settlement" => ("双方自愿达成。认定化解须在开始履行以后。",
            [new("parties", "谁与谁和解", FieldKind.Text, [], "例如申请执行人与被执行人。"), new("terms", "和解内容", FieldKind.TextArea, [], "金额、期限和方式。"), Document("和解协议")]),
        "settlement-performance" => ("每履行一次记一次；第一次即为开始履行。", [Settlement(petition), new("what", "履行了什么", FieldKind.Text, [], "例如首期款五万元到账。"), Record]),
        "settlement-end" => ("不再履行的，恢复执行；这一份和解不能再作为化解的根据。", [Settlement(petition), Reason]),
        "commitment" => ("承诺完全出于自愿，须先书面释明其效力。没有承诺，不影响登记、办理、答复、救助和办结。", Commitment),
        "rectification" => ("确有错误的依法纠正，有瑕疵的补正。", [new("kind", "性质", FieldKind.Radio, Choices<CorrectionKind>()), new("wrong", "错在哪里", FieldKind.TextArea, []), new("done", "怎样纠正或补正", FieldKind.TextArea, []), Document("证明", "proof")]),
        "third-party" => ("须有明确目的并经信访人同意，只谈同意的内容。",
            [new("whom", "联系谁", FieldKind.Text, [], "例如亲友、单位、村居。"), new("purpose", "目的", FieldKind.Text, []), Consent, new("content", "联系情况", FieldKind.TextArea, []), Record]),
        "outreach" => ("领导到信访人居住地，会同当地党委政府化解；同时记作一次当面约谈。", Outreach),
        _ => null,
    };

    internal static IReadOnlyList<ActField> Signed =>
    [
        new("signed", "信访人是否签名", FieldKind.Radio, [new("yes", "已签名"), new("no", "没有签名")]) { Span = 4 },
        new("whyNotSigned", "没有签名的原因", FieldKind.Text, [], "没有签名的才填；有录音、录像的写明。") { Span = 5 },
        new("signedBy", "签名的谈话人", FieldKind.Text, [], "没有签名的才填。") { Span = 3 },
    ];

    /// <summary>The settlements that stand.</summary>
    internal static IEnumerable<Choice> Settlements(Petition petition) => petition.Measures.Settlements.All.Where(s => s.BrokenBecause is null)
        .Select(s => new Choice(s.Settled.No.ToString(), $"第 {s.Settled.No} 份　{DateText.Iso(s.On)}　{s.Settled.Document}"));

    internal static ActField Methods(params ServiceMethod[] methods) => new(
        "method", "方式", FieldKind.Radio, [.. (methods.Length == 0 ? Enum.GetValues<ServiceMethod>() : methods).Select(m => new Choice(ReadRows.Code(m), CodeWords.Of(m)))]);

    internal static List<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(ReadRows.Code(v), CodeWords.Of(ReadRows.Code(v))))];

    internal static ActField Document(string label, string name = "document") => new(name, label, FieldKind.Text, [], "文书名称、文号和存放处。");

    private static ActField Found => new("found", "有没有可供执行的财产", FieldKind.Radio, [new("yes", "有"), new("no", "没有")]);

    private static ActField Consent => new("consent", "信访人的同意", FieldKind.Text, [], "同意书或者录音的编号和存放处；没有同意不能联系。");

    private static ActField Settlement(Petition petition) => new("settlement", "哪一份和解", FieldKind.Select, [.. Settlements(petition)]);

    private static IReadOnlyList<ActField> Announcement(Petition petition) =>
    [
        new("day", "听证日期", FieldKind.Text, [], "写作 2026-02-14。") { Span = 4 }, new("time", "时间", FieldKind.Text, [], "写作 09:30。") { Span = 4 },
        new("presider", "主持人", FieldKind.Text, []) { Span = 4 }, new("place", "地点", FieldKind.Text, []) { Span = 8 },
        new("public", "是否公开", FieldKind.Radio, petition.Measures.Hearings.IsOwed ? [new("yes", "公开")] : [new("yes", "公开"), new("no", "不公开")]) { Value = "yes", Span = 4 },
        new("parties", "通知哪些当事人", FieldKind.Checks, Capacities(Enum.GetValues<Capacity>().Where(c => c != Capacity.Unknown)), "信访人必须在内。")
        {
            Value = petition.Acceptance.Capacity is { } capacity ? ReadRows.Code(capacity) : null,
        },
        new("others", "还邀请谁", FieldKind.Text, [], "律师、有关组织、代表委员等，可以不填。"),
        .. petition is { Measures.Hearings.Flag: null, Priority: not Priority.Hard } ? [new ActField("why", "听证理由", FieldKind.Text, [], "没有标明重大复杂、也不是疑难的，写明为什么听证。")] : Array.Empty<ActField>(),
    ];

    private static IReadOnlyList<ActField> Holding(Petition petition) =>
    [
        new("present", "到场的当事人", FieldKind.Checks, Capacities(petition.Measures.Hearings.Pending?.Announced.Parties ?? []), "没有选的记为未到场。"),
        new("public", "是否公开举行", FieldKind.Radio, [new("yes", "公开"), new("no", "不公开")]) { Value = petition.Measures.Hearings.Pending?.Announced.Public == false ? "no" : "yes" },
        new("content", "听证内容", FieldKind.TextArea, [], "各方的陈述和意见。"), new("result", "听证结果", FieldKind.TextArea, []), .. Signed, Document("听证笔录", "minutes"),
    ];

    private static IReadOnlyList<ActField> Commitment =>
    [
        new("free", "是否出于自愿", FieldKind.Radio, [new("yes", "自愿"), new("no", "不是")]) { Span = 5 }, new("signed", "信访人是否签名", FieldKind.Radio, [new("yes", "已签名"), new("no", "没有签名")]) { Span = 7 },
        Document("承诺书"), new("effect", "释明效力的书面材料", FieldKind.Text, [], "写明释明书的编号和存放处，信访人签收。"),
    ];

    private static IReadOnlyList<ActField> Outreach =>
    [
        new("place", "到哪里", FieldKind.Text, []) { Span = 6 }, new("with", "当地党委、政府", FieldKind.Text, [], "写明参加的单位和人员。") { Span = 6 },
        new("purpose", "目的", FieldKind.Text, []), Consent, new("present", "参加人", FieldKind.Text, []), new("content", "谈话内容", FieldKind.TextArea, []), .. Signed, Record,
    ];

    private static string? Flags(Petition petition) => petition.Measures.Hearings.Flag is { } flag
        ? string.Join(',', new[] { flag.Major ? "major" : null, flag.Complex ? "complex" : null }.OfType<string>())
        : null;

    private static List<Choice> Capacities(IEnumerable<Capacity> capacities) => [.. capacities.Select(c => new Choice(ReadRows.Code(c), CodeWords.Of(ReadRows.Code(c))))];
}

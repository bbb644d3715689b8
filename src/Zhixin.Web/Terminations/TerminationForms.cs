using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;
using Zhixin.Web.WriteOffs;

namespace Zhixin.Web.Terminations;

/// <summary>The forms of a termination and of what follows one, and what those have before their eyes who decide on it.</summary>
internal static class TerminationForms
{
    private static readonly ActField Opinion = new("opinion", "意见", FieldKind.TextArea, [], "写明本院审查的情况和意见。");
    private static readonly ActField Proof = new("proof", "证明", FieldKind.Text, [], "笔录、回执、录音录像的编号和存放处。");
    private static readonly ActField Document = new("document", "文书", FieldKind.Text, [], "写明文号和存放处。");

    /// <summary>What is typed of a query, after a termination and after a round of enforcement alike.</summary>
    public static IReadOnlyList<ActField> Query =>
    [
        new("found", "结果", FieldKind.Radio, [new("yes", "查到可供执行的财产"), new("no", "没有")]), new("source", "查询渠道", FieldKind.Text, []), new("result", "查询结果", FieldKind.TextArea, []),
        new("told", "怎样告知申请执行人", FieldKind.Text, []), Proof,
    ];

    /// <summary>The hint and fields of an act; null where it is none of these.</summary>
    public static (string Hint, IReadOnlyList<ActField> Fields)? Of(string path, Petition petition, ActPeople people, Law law, DateOnly today) =>
        Preparing(path) ?? Reporting(path, petition, people, law, today) ?? Filing(path) ?? Deciding(path, petition) ?? Late(path, petition) ?? Property(path, petition);

    /// <summary>The report as those see it who decide on it; none where it is not about one.</summary>
    public static IReadOnlyList<KeyValue> Facts(string path, Petition petition, Law law) =>
        (path.StartsWith("termination-", StringComparison.Ordinal) || path.StartsWith("filing-", StringComparison.Ordinal)) && (petition.Terminations.Pending ?? petition.Terminations.Standing) is { } one ? Laid(one, petition, law) : [];

    /// <summary>A station in words.</summary>
    public static string Station(TerminationStation station) => CodeWords.Of("termination." + ReadRows.Code(station));

    /// <summary>What is on record for a report, in words.</summary>
    public static string Said(TerminationEvidence evidence) => $"{CodeWords.Of("record." + evidence.Kind)}　{DateText.Iso(evidence.On)}　{evidence.Document}";

    private static List<KeyValue> Laid(Termination one, Petition petition, Law law) =>
    [
        new("终结情形", WriteOffForms.Named(law, TerminationRules.GroundList, TerminationRules.Code(one.Reported.Ground))), new("报请报告", $"{law.Court(one.Reported.Court).Name}　{one.Reported.Document}"),
        new("相同事由", one.Reported.SameCause), new("反复", string.Join("；", petition.Contacts.Where(c => one.Reported.Repeats.Contains(c.Contact)).Select(c => $"{c.Number}　{DateText.Iso(c.ReceivedOn)}"))),
        .. one.Reported.Evidence.Select(e => new KeyValue("依据", Said(e))),
        .. one.Reported.Materials.Select(m => new KeyValue("材料", WriteOffForms.Said(m.Document))),
        .. petition.Terminations.Hardship is { } said ? [new KeyValue("生活困难", $"{said.Answered.Statement}　答复：{said.Answered.Answer}")] : Array.Empty<KeyValue>(),
        .. one.Reported.ExceptionAsked is { } asked ? [new KeyValue("请求例外", asked)] : Array.Empty<KeyValue>(),
        .. one.Steps.Skip(1).Select(step => new KeyValue(Station(step.Station), $"{law.Court(step.Court).Name}，{DateText.Iso(step.On)}　{step.Text}")),
    ];

    private static (string, IReadOnlyList<ActField>)? Preparing(string path) => path switch
    {
        "termination-hearing" => ("报请终结以前当面、电话或者视频听取信访人的意见；信访人可以不签名，照样记录。",
        [
            new("kind", "方式", FieldKind.Radio, Choices<TerminationHearingKind>("termination-hearing.")), new("method", "怎样进行", FieldKind.Radio, [.. MeasureForms.Choices<ServiceMethod>().Where(c => c.Value is "in-person" or "phone" or "video")]),
            new("present", "在场人员", FieldKind.Text, []), new("view", "信访人的意见", FieldKind.TextArea, [], "信访人对终结怎样说，按原意记录。"),
            new("signed", "信访人是否签名", FieldKind.Radio, [new("yes", "已签名"), new("no", "没有签名")]), new("whyNotSigned", "没有签名的原因", FieldKind.Text, []), new("signedBy", "由谁签字证明", FieldKind.Text, []), Proof,
        ]),
        "hardship-answer" => ("按信访人自己的话记录有没有生活困难，并作出答复。自述或者查明因未执行到位生活严重困难的，一般不终结。",
        [
            new("statement", "信访人的陈述", FieldKind.TextArea, []), new("stated", "信访人是否自述生活严重困难", FieldKind.Radio, [new("yes", "是"), new("no", "否")]),
            new("found", "法院是否查明生活严重困难", FieldKind.Radio, [new("yes", "是"), new("no", "否")]), new("answer", "法院的答复", FieldKind.TextArea, [], "包括可以申请的救助。"), Proof,
        ]),
        _ => null,
    };

    private static (string, IReadOnlyList<ActField>)? Reporting(string path, Petition petition, ActPeople people, Law law, DateOnly today) => path switch
    {
        TerminationActs.Reporting => ("实施类由执行法院逐级报请高级法院；审查类由作末次裁定的高级法院或者最高法院提起，下级也可以报请。缺什么，一次说清。", Report(petition, people, law, today)),
        "termination-withdrawal" => ("决定以前可以撤回，以后可以重新报请。", [Reason("撤回的理由")]),
        "termination-passing" => ("每一级都写明本院的意见，不能越过；不同意的，用“退回终结报请”。", [Opinion]),
        "termination-return" => ("退回上一步；第一级退回报请的法院，可以重新报请。", [Reason("退回的理由")]),
        "termination-decider" => ("末次裁定由最高法院作出的，可以交高级法院终结；该院仍须报请备案。", [Document]),
        _ => null,
    };

    private static (string, IReadOnlyList<ActField>)? Filing(string path) => path switch
    {
        "termination-filing" => ("高级法院决定以前报最高法院备案；没有备案，不能决定。", [Document]),
        "filing-correction-request" => ("不合条件但可以补正的，写明补正什么、到哪一天。", [Reason("需要补正什么"), new("due", "补正期限", FieldKind.Text, [], "日期写作 2026-02-14，含当日。")]),
        "filing-correction" => ("按通知补正，期限以通知所写的日期为准。", [new("what", "补正了什么", FieldKind.TextArea, []), Document]),
        "filing-answer" => ("予以备案，高级法院才可以决定；退回的，本次报请结束，可以重新报请。", [new("answer", "答复", FieldKind.Radio, Choices<FilingAnswer>("filing.")), Reason("退回的理由", "退回的才填。"), Document]),
        _ => null,
    };

    private static (string, IReadOnlyList<ActField>)? Deciding(string path, Petition petition) => path switch
    {
        "termination-decision" => ("由院长或者主管院长决定；参与过报请的人、作出被申诉行为的人不能决定。决定以后书面告知信访人，上级不再交办督办。",
        [
            new("document", "终结决定文号", FieldKind.Text, []),
            .. petition.Terminations.Hardship is { IsSevere: true } ? [new ActField("exception", "例外的理由", FieldKind.TextArea, [], "信访人生活严重困难，一般不终结；例外须写明理由。")] : Array.Empty<ActField>(),
        ]),
        "termination-notice" => ("终结必须书面告知。", [new("method", "送达方式", FieldKind.Radio, [.. MeasureForms.Choices<ServiceMethod>().Where(c => c.Value is not ("phone" or "video"))]), new("document", "告知书文号", FieldKind.Text, []), Proof]),
        "termination-reversal" => ("决定的法院或者最高法院发现错误的，撤销终结，案件重新办理。", [Reason("发现的错误"), Document]),
        _ => null,
    };

    private static (string, IReadOnlyList<ActField>)? Late(string path, Petition petition) => path switch
    {
        "late-contact-finding" => ("来访来信照常登记。由人认定有没有新情况：有的重新办理；没有的，可以统一答复。",
        [
            Which(petition, c => c.Found is null), new("brings", "认定", FieldKind.Radio, Choices<LateContactBrings>("late-contact.")), Reason("理由", "有新情况的，写明是什么；是线索的，写明什么财产、在哪里。"),
            new("request", "恢复执行的请求", FieldKind.Text, [], "实施类带来线索的才填。"),
        ]),
        "standing-answer" => ("认定没有新情况以后才能统一答复。", [Which(petition, c => c is { Found: not null, AnsweredOn: null }), new("content", "答复内容", FieldKind.TextArea, [], "写明终结决定的文号和理由，以及有新情况时怎样反映。"), Methods, Proof]),
        "repeat-finding" => ("逐件审查、都没有新情况，才可以认定。认定只作报告的依据，不影响登记，不形成人员名单。", [new("conduct", "行为", FieldKind.TextArea, [], "何时、何地、怎样。"), Proof]),
        "repeat-report" => ("向同级党委政法委报告，次数由软件计算。", [new("body", "报告给", FieldKind.Text, [], "例如区委政法委。"), Document]),
        _ => null,
    };

    private static (string, IReadOnlyList<ActField>)? Property(string path, Petition petition) => path switch
    {
        "property-query" => ("终结以后仍要定期查询财产，把结果告知申请执行人；查到财产的，当日恢复执行。", Query),
        "clue" => ("线索和请求一并登记，当日恢复执行，恢复以后再核实。",
        [
            new("clue", "财产线索", FieldKind.TextArea, []), new("request", "请求", FieldKind.Text, [], "申请执行人请求恢复执行的话。"), new("receivedOn", "收到日期", FieldKind.Text, [], "空着就是发生日期。"),
            new("contact", "哪一次来访来信", FieldKind.Select, [new(string.Empty, "不是来访来信带来的"), .. petition.Contacts.Select(c => new Choice(c.Contact.ToString(), $"{c.Number}　{DateText.Iso(c.ReceivedOn)}"))]),
        ]),
        "resumption" => ("恢复执行，终结随之撤销，案件重新办理。", [new("number", "恢复执行案号", FieldKind.Text, [], "写作 （2026）鲁0117执恢12号。"), Document]),
        "clue-verification" => ("恢复执行以后核实线索。",
        [
            new("clue", "哪一条线索", FieldKind.Select, [.. petition.Terminations.After.Clues.Where(c => c.Verified is null).Select(c => new Choice($"{c.Received.No}", $"{DateText.Iso(c.Received.ReceivedOn)}　{c.Received.Clue}"))]),
            new("isTrue", "核实结果", FieldKind.Radio, [new("yes", "属实"), new("no", "不属实")]), new("findings", "核实情况", FieldKind.TextArea, []), Proof,
        ]),
        _ => null,
    };

    private static List<ActField> Report(Petition petition, ActPeople people, Law law, DateOnly today)
    {
        var rules = TerminationActs.Rules(law, petition, people.Court, today, people.Files);
        return
        [
            new("scope", "诉求属于哪种程序", FieldKind.Radio, Choices<TerminationScope>("scope.")),
            new("repeats", "又来信访", FieldKind.Checks, [.. TerminationConditions.Later(petition, rules).Select(c => new Choice(c.Contact.ToString(), $"{c.Number}　{DateText.Iso(c.ReceivedOn)}"))], "承诺或者末次裁定次日起的才算。"),
            new("sameCause", "怎样认定是相同事由", FieldKind.TextArea, [], "对照前后的诉求写明。"), new("document", "报请报告", FieldKind.Text, [], "报告的文号和存放处。"),
            .. petition.Terminations.Hardship is { IsSevere: true } ? [new ActField("exceptionAsked", "为什么请求例外", FieldKind.TextArea, [], "信访人生活严重困难，一般不终结；由决定的法院判断。")] : Array.Empty<ActField>(),
            .. (petition.Acceptance.Classified is { Class: var of } ? rules.Materials(of)?.Items ?? [] : []).Select((item, at) => Material(petition, item, people.Files, at == 0)),
        ];
    }

    private static ActField Material(Petition petition, CodeItem item, IReadOnlyList<MatterDocument> files, bool first) => new(
        TerminationActs.Field(item.Code), item.Name, FieldKind.Checks, [.. Terminating.Suiting(petition, item.Code, files).Select(d => new Choice(d.Reference(), WriteOffForms.Said(d)))], item.IsRequired ? "必须有，至少选一项。" : "有的才选。")
    {
        Group = first ? "材料清单" : null,
    };

    private static List<Choice> Choices<T>(string words)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(ReadRows.Code(v), CodeWords.Of(words + ReadRows.Code(v))))];

    private static ActField Methods => new("method", "方式", FieldKind.Radio, MeasureForms.Choices<ServiceMethod>());

    private static ActField Which(Petition petition, Func<LateContact, bool> which) => new(
        "no", "哪一次来访来信", FieldKind.Select,
        [
            .. petition.Terminations.After.Contacts.Where(c => !c.Left && which(c)).Select(c => new Choice($"{c.No}", $"{petition.Contacts.FirstOrDefault(p => p.Contact == c.Came.Contact)?.Number}　{DateText.Iso(c.Came.ReceivedOn)}")),
        ]);

    private static ActField Reason(string label, string? hint = null) => new("reason", label, FieldKind.TextArea, [], hint);
}

namespace Zhixin.Papers;

/// <summary>A field that a template may name.</summary>
/// <param name="Name">As in the template, without braces.</param>
/// <param name="Meaning">What stands there, in the words of the operations guide.</param>
/// <param name="IsOptional">May be absent: a text that names it needs a condition; a row of a table is then left out.</param>
public sealed record PaperField(string Name, string Meaning, bool IsOptional = false);

/// <summary>A kind of paper, and what its template may say.</summary>
/// <param name="Code">Stored in the history.</param>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Fields">Those of its own; the common ones come before them.</param>
/// <param name="Common">What every template of the same sort of matter may name.</param>
public sealed record PaperKind(string Code, string Clause, IReadOnlyList<PaperField> Fields, IReadOnlyList<PaperField> Common)
{
    /// <summary>A kind of paper of a petition.</summary>
    public PaperKind(string code, string clause, IReadOnlyList<PaperField> fields)
        : this(code, clause, fields, code == PaperKinds.Receipt ? [] : PaperKinds.Common)
    {
    }

    /// <summary>A field that its template may name; null where there is none.</summary>
    public PaperField? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>Whether it bears the number of what it is about and is drawn from the history each time: no series, and nothing that is issued.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>Every field that its template may name.</summary>
    public IReadOnlyList<PaperField> All => [.. Common, .. Fields];
}

/// <summary>The kinds of paper that a desk cannot run without.</summary>
public static class PaperKinds
{
    public const string Receipt = "receipt";
    public const string AcceptanceNotice = "acceptance-notice";
    public const string DeclineNotice = "decline-notice";
    public const string RemedyNotice = "remedy-notice";
    public const string ClosingNotice = "closing-notice";
    public const string MeetingRecord = "meeting-record";
    public const string HearingNotice = "hearing-notice";
    public const string HearingMinutes = "hearing-minutes";
    public const string Reply = "reply";
    public const string ReplyRecord = "reply-record";
    public const string HandDownLetter = "hand-down-letter";
    public const string TransferLetter = "transfer-letter";
    public const string ReportUp = "report-up";
    public const string WriteOffForm = "write-off-form";

    private static readonly PaperField[] ReplyFields =
    [
        new("reply_on", "答复日期；尚未答复的，是制发日期"), new("finding", "诉求是否合理"), new("progress", "办理进展"), new("result", "办理结果"), new("remedy", "救济途径"),
        new("aid", "需要救助的，写明需要", true), new("unlawful_act", "发现工作人员违法的，写明依法处理", true),
    ];

    private static readonly PaperField[] LetterFields =
    [
        new("to_court", "收到的法院"), new("mode", "方式"), new("ground", "交办、转办的理由"), new("demand", "办理要求"), new("due", "报告期限", true), new("joint", "共同办理的法院", true),
    ];

    private static readonly PaperField[] HearingFields =
    [
        new("hearing_on", "听证日期"), new("hearing_time", "时间"), new("hearing_place", "地点"), new("hearing_public", "公开或者不公开"), new("hearing_reason", "听证事由"),
        new("presider", "主持人"), new("parties", "通知的当事人"), new("others", "邀请参加的人", true),
    ];

    /// <summary>What every template of a petition may name.</summary>
    public static IReadOnlyList<PaperField> Common { get; } =
    [
        new("court", "法院名称"), new("issued_on", "制发日期"), new("petitioners", "信访人，几个人的用顿号隔开"), new("petition_number", "信访案件编号"),
        new("received_on", "首次收到日期", true), new("case_number", "执行案号", true), new("subject", "反映的情况", true), new("handler", "承办人", true),
        new("court_window", "接待窗口", true), new("court_hours", "接待时间", true), new("court_phones", "电话", true), new("court_address", "来信地址", true),
        new("court_web", "网站", true),
    ];

    /// <summary>Every kind, in the order of a petition's life.</summary>
    public static IReadOnlyList<PaperKind> OfPetitions { get; } =
    [
        new(Receipt, "GC21-12",
        [
            new("court", "法院名称"), new("petitioners", "信访人"), new("received_on", "收到日期"), new("channel", "来访、来信等方式"), new("petition_number", "信访案件编号，或者待并案"),
            new("times", "同一事项第几次"), new("files", "收到的材料", true), new("receiver", "接待人", true), new("tracking_code", "查询码"),
        ]) { IsDrawn = true },
        new(AcceptanceNotice, "GC21-16",
        [
            new("accepted_on", "受理日期"), new("causes", "受理事由"), new("class", "类别"), new("capacity", "信访人身份"), new("reply_due", "答复期限", true),
        ]),
        new(DeclineNotice, "GC21-15(1)",
        [
            new("ground", "不予受理的情形"), new("explanation", "释明"), new("transferred_to", "移送到哪里", true), new("channel", "反映的途径", true),
            new("right_court", "管辖法院", true), new("ruling", "提级执行、指定执行的裁定", true),
        ]),
        new(RemedyNotice, "SPC16-9", [new("remedies", "救济途径，一项一行")]),
        new(ClosingNotice, "SPC16-9", [
            new("claim_on", "收到信访人意见的日期"), new("claim", "信访人认为没有执行到位的内容"), new("ruling", "结案所依据的文书"), new("basis", "执行到位的情况"), new("remedies", "救济途径，一项一行"),
        ]),
        new(MeetingRecord, "GC21-13",
        [
            new("met_on", "约谈日期"), new("method", "方式"), new("present", "参加人"), new("content", "谈话内容"), new("unsigned", "信访人没有签名的原因", true), new("talker", "没有签名的，由谁签名", true),
        ]),
        new(HearingNotice, "GC21-9", HearingFields),
        new(HearingMinutes, "GC21-9",
        [
            .. HearingFields, new("present", "到场的当事人"), new("absent", "收到通知没有到场的当事人", true), new("content", "听证经过"), new("result", "听证结果"),
            new("unsigned", "信访人没有签名的原因", true), new("talker", "没有签名的，由谁签名", true),
        ]),
        new(Reply, "GC21-13", ReplyFields),
        new(ReplyRecord, "GC21-13", [
            .. ReplyFields, new("method", "答复方式", true), new("reply_time", "当面答复的时间", true), new("reply_place", "当面答复的地点", true), new("petitioner_opinion", "信访人的意见", true),
            new("unsigned", "信访人没有签名的原因", true), new("talker", "没有签名的，由谁签名", true),
        ]),
        new(HandDownLetter, "SPC16-3(2)", LetterFields) { IsDrawn = true },
        new(TransferLetter, "HNP-8", [.. LetterFields, new("platform", "指挥平台编号", true)]) { IsDrawn = true },
        new(ReportUp, "HNP-14",
        [
            new("body", "等待结果的部门或者领导"), new("content", "专报内容"), new("letter", "交办函、转办函的文号"), new("to_court", "承办法院"), new("review", "局长审核意见", true), new("approval", "主管院长意见", true),
        ]) { IsDrawn = true },
        new(WriteOffForm, "HNP-16",
        [
            new("applied_on", "申请核销的日期"), new("ground", "核销情形"), new("result", "办理结果"), new("standard", "怎样符合核销标准", true), new("materials", "核销材料和证明它的文书，一项一行"),
            new("way", "逐级上报经过的法院"), new("steps", "每一步的日期、法院、人员和意见，一步一行"), new("outcome", "平台的结果", true),
        ]),
        .. TerminationPapers.Kinds(),
    ];

    /// <summary>Every kind that there is.</summary>
    public static IReadOnlyList<PaperKind> All { get; } = [.. OfPetitions, .. SupervisionPapers.All, .. CheckPapers.All, .. BulletinPapers.All];

    /// <summary>A kind by its code; null where there is none.</summary>
    public static PaperKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);

    /// <summary>Those of petitions that are issued under a number of their own. A receipt bears the number of the registration, a letter that of the hop.</summary>
    public static IEnumerable<PaperKind> Issued => OfPetitions.Where(k => !k.IsDrawn);
}

namespace Zhixin.Papers;

/// <summary>The papers of supervisions 督办: each goes out with the act that it is about, under the next number of the issuing court.</summary>
public static class SupervisionPapers
{
    public const string Letter = "supervision-letter";
    public const string ReviewLetter = "review-letter";
    public const string Transfer = "transfer-letter";
    public const string HandDown = "supervision-hand-down";
    public const string Report = "supervision-report";
    public const string Opinion = "supervision-opinion";
    public const string Answer = "opinion-answer";
    public const string Listing = "listing-form";
    public const string Elements = "six-elements";
    public const string UrgingLetter = "urging-letter";
    public const string EnforcementOrder = "enforcement-order";
    public const string AdmonitionRecord = "admonition-record";
    public const string SpecialReport = "special-report";

    private static readonly PaperField[] Pressed =
        [new("letter_number", "督办函文号"), new("letter_on", "督办函日期"), new("breached", "已逾期的时限"), new("content", "要求"), new("due_on", "报告或者说明原因的期限")];

    /// <summary>Those that are letters to a court below.</summary>
    public static IReadOnlyList<string> Letters { get; } = [Letter, ReviewLetter, Transfer, HandDown];

    private static readonly PaperField[] Sent =
    [
        new("demands", "要求"), new("materials", "所附材料"), new("due_on", "报告期限；不要求报结果的没有", true), new("in_person", "要求当面报告的，写明当面", true),
        new("with_file", "要求带卷的，写明带卷", true),
    ];

    /// <summary>What every template of a supervision may name.</summary>
    public static IReadOnlyList<PaperField> Common { get; } =
    [
        new("court", "制发法院名称"), new("issued_on", "制发日期"), new("to_court", "主送法院"), new("supervision_number", "督办件编号"), new("case_number", "执行案号"),
        new("enforcing_court", "执行法院"), new("supervising_court", "督办法院"), new("petition_number", "信访案件编号", true), new("complaint", "反映的问题"), new("ground", "督办情形", true),
    ];

    /// <summary>Every kind, in the order of a supervision's life.</summary>
    public static IReadOnlyList<PaperKind> All { get; } =
    [
        Of(Letter, "HNI-4", [.. Sent, new("lead", "附发的，牵头督办的法院", true)]),
        Of(ReviewLetter, "HNP-12", [.. Sent, new("finding", "书面审查意见")]),
        Of(Transfer, "HNP-8", [.. Sent, new("platform", "指挥平台编号", true)]),
        Of(HandDown, "HNP-10", Sent),
        Of(Report, "HNI-6", [new("letter_number", "督办函文号"), new("letter_on", "督办函日期"), new("progress", "办理经过"), new("result", "办理结果"), new("materials", "所附材料")]),
        Of(Opinion, "HNI-10", [
            new("letter_number", "督办函文号"), new("report_on", "下级报告日期"), new("finding", "报告不当之处"), new("content", "督办意见"), new("reasons", "理由"), new("due_on", "落实期限"),
        ]),
        Of(Answer, "HNI-11", [
            new("opinion_number", "督办意见书文号"), new("asked_on", "提请复议日期"), new("alleged", "提请复议的理由"), new("members", "合议庭成员"), new("content", "审查结论和理由"),
            new("upheld", "维持的，写明按原意见办理", true), new("corrected", "纠正的，写明纠正后的意见或者不再要求落实", true), new("due_on", "维持的，落实期限", true),
        ]),
        Of(Listing, "HNP-17", [
            new("title", "挂牌事由，不写当事人姓名"), new("way", "挂牌的途径"), new("listing_ground", "可以挂牌的情形", true), new("reason", "挂牌理由", true), new("due_on", "办结期限", true),
        ]),
        Of(Elements, "HNP-22", [
            new("listing_number", "挂牌文号"), new("title", "挂牌事由"), new("handler", "承办人员"), new("supervising_leader", "督办领导"), new("measures", "执行措施"), new("due_on", "执行期限"),
            new("target", "目标责任"), new("leader_in_charge", "包案领导"),
        ]),
        Of(UrgingLetter, "HNP-23", Pressed),
        Of(EnforcementOrder, "HNP-23", Pressed),
        Of(AdmonitionRecord, "SPC16-5(4)", [
            new("met", "被约谈的人员和职务"), new("why", "约谈事由"), new("breached", "已逾期的时限"), new("demands", "整改要求"), new("due_on", "整改期限"),
        ]),
        Of(SpecialReport, "HNP-14", [new("instruction", "批示或者来文"), new("content", "专报内容")]),
    ];

    private static PaperKind Of(string code, string clause, IReadOnlyList<PaperField> fields) => new(code, clause, fields, Common);
}

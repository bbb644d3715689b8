namespace Zhixin.Papers;

/// <summary>The papers of procedures and of termination: each is the paper of one court, which may lie above the one that answers.</summary>
public static class TerminationPapers
{
    public const string Filing = "filing-notice";
    public const string Report = "termination-report";
    public const string FilingForm = "termination-filing-form";
    public const string Decision = "termination-decision";
    public const string Notice = "termination-notice";
    public const string QueryRecord = "property-query-record";
    public const string ResumeNotice = "resume-notice";
    public const string RepeatReport = "repeat-report";

    private static readonly PaperField[] Grounded =
    [
        new("ground", "终结情形"), new("facts", "每一项事实和证明它的文书，一项一行"), new("heard", "怎样听取了信访人意见"), new("hardship", "信访人说明的生活困难和答复"),
    ];

    /// <summary>Those that only the court issues which takes the step, wherever it lies in the chain.</summary>
    public static IReadOnlyList<string> OfOneCourt { get; } = [Filing, Report, FilingForm, Decision, Notice];

    /// <summary>Every code, in the order in which they are needed.</summary>
    public static IReadOnlyList<string> Codes { get; } = [Filing, Report, FilingForm, Decision, Notice, QueryRecord, ResumeNotice, RepeatReport];

    /// <summary>The kinds, in that order: made where all kinds are, since their common fields stand there.</summary>
    internal static IReadOnlyList<PaperKind> Kinds() =>
    [
        new(Filing, "SPC16-12", [new("paper_on", "收到材料的日期"), new("step", "程序的名称"), new("filed_on", "立案日期"), new("step_number", "程序的案号"), new("ruling_due", "裁定期限", true)]),
        new(Report, "SPC16-19", [.. Grounded, new("to_court", "报送的上一级法院"), new("steps", "每一级的日期、法院和意见，一步一行")]),
        new(FilingForm, "SPC16-23", [.. Grounded, new("enforcing_court", "执行法院"), new("steps", "每一级的日期、法院和意见，一步一行"), new("filings", "备案的经过，一步一行", true)]),
        new(Decision, "SPC16-19", [.. Grounded, new("basis", "依据的条文"), new("reasons", "本院认为"), new("filed_on", "予以备案的日期；最高人民法院决定的没有", true), new("aftercare", "实施类的，写明继续查询财产", true)]),
        new(Notice, "SPC16-24", [new("decided_on", "决定日期"), new("decision_number", "决定书文号"), new("ground", "终结情形"), new("basis", "依据的条文"), new("aftercare", "实施类的，写明继续查询财产", true)]),
        new(QueryRecord, "SPC16-21",
        [
            new("queried_on", "查询日期"), new("scope", "查询范围"), new("result", "查询结果"), new("told", "怎样告知申请执行人"), new("found", "发现财产的，写明发现", true), new("next_on", "下一次查询的期限", true),
        ]),
        new(ResumeNotice, "SPC16-21", [new("ground", "因为什么恢复"), new("resumed_on", "恢复执行的日期"), new("resumed_number", "恢复执行的案号"), new("reversed", "终结不再适用的，写明", true)]),
        new(RepeatReport, "SPC16-25",
        [
            new("decided_on", "决定终结的日期"), new("decision_number", "决定书文号"), new("contacts", "终结以后来访来信的次数"), new("found_on", "认定日期"), new("finding", "认定的情况"), new("reported", "已做的工作和建议"),
        ]),
    ];
}

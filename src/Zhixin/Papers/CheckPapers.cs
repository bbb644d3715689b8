namespace Zhixin.Papers;

/// <summary>The papers of records of checks on enforcement (SPC09-4): the supervision card.</summary>
public static class CheckPapers
{
    public const string Card = "supervision-card";

    /// <summary>What its template may name.</summary>
    public static IReadOnlyList<PaperField> Common { get; } =
    [
        new("court", "法院名称"), new("issued_on", "制发日期"), new("case_number", "执行案号"), new("record_number", "执行监督记录编号"),
        new("court_window", "接待窗口", true), new("court_hours", "接待时间", true), new("court_phones", "电话", true), new("court_address", "来信地址", true),
        new("court_web", "网站", true),
    ];

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<PaperKind> All { get; } =
    [
        new(Card, "SPC09-4", [new("to", "发给申请执行人、被执行人还是其他人"), new("report_phone", "举报电话"), new("nodes", "回执上供勾选的环节")], Common),
    ];
}

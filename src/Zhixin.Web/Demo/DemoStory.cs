using Zhixin.Database.Setup;
using Zhixin.Intake;

namespace Zhixin.Web.Demo;

/// <summary>
/// The matter of the demo that went through everything: a visit to Beijing comes down through three levels in a day, the High Court supervises it to its end, and the
/// result goes up the way the matter came. The Supreme Court has yet to look at the last report.
/// </summary>
internal static class DemoStory
{
    /// <summary>Days before today on which the petitioner came.</summary>
    public const int VisitedBefore = 66;

    /// <summary>What was registered at the Supreme Court.</summary>
    public static RegistrationForm Visit => DemoHandDown.Visit(23, "beijing", "到京反映：判决生效一年，被执行人的房屋一直没有处置。");

    /// <summary>On the petition, before the supervision.</summary>
    public static IReadOnlyList<DemoStep> Down =>
    [
        new(66, "spc-head", "hand-down", Hop("海南省高级人民法院", "最高法执交字第 23 号", "+8")), new(66, "hi-head", "same-day-hand-down", Hop("海南省海口市中级人民法院", "琼执交字第 23 号", "+5")),
        new(66, "hk-head", "same-day-hand-down", Hop("海口市美兰区人民法院", "琼01执交字第 23 号", "-4")),
        new(66, "ml-head", "hop-handler", ("hop", "3"), ("handler", "@ml-handler"), ("phone", "0898-8001")),
        new(66, "ml-head", "first-contact", ("method", "phone"), ("by", "承办人"), ("content", "告知承办人、联系电话和下一步。"), ("proof", "通话录音（演示）")),
        new(65, "ml-president", "charge", ("phone", "0898-8000")), new(65, "ml-head", "team", ("role", "liaison"), ("person", "@ml-liaison"), ("phone", "0898-8003")),
        new(65, "ml-president", "plan", ("actions", "aid-judicial"), ("content", "查控、约谈、听证，必要时救助。"), ("responsible", "承办人"), ("dueOn", "-50"), ("alone", "亲友都在外地。")),
        new(65, "ml-head", "team-report", ("reportedTo", "中院执行局综合处"), ("document", "上报单（演示）"), ("supervisedBy", "中院分管副院长")),
    ];

    /// <summary>On the petition, after it.</summary>
    public static IReadOnlyList<DemoStep> Up =>
    [
        new(6, "ml-handler", "hop-report", Report("3")), new(5, "hk-head", "hop-report-decision", ("hop", "3"), ("agreed", "yes"), ("reason", "处理得当。")),
        new(5, "hk-head", "hop-handler", ("hop", "2"), ("handler", "@hk-handler")), new(4, "hk-handler", "hop-report", Report("2")),
        new(3, "hi-head", "hop-report-decision", ("hop", "2"), ("agreed", "yes"), ("reason", "同意。")), new(3, "hi-head", "hop-handler", ("hop", "1"), ("handler", "@hi-handler")),
        new(2, "hi-handler", "hop-report", Report("1")),
    ];

    /// <summary>Reported late, urged, asked for another date in vain, urged by letter, no property, heard, improper, reconsidered, corrected, closed.</summary>
    public static IReadOnlyList<DemoStep> Supervised =>
    [
        new(65, "hi-director", "panel", ("members", "@hi-review,@hi-chief,@hi-officer")),
        new(64, "hi-review", "review", ("qualifies", "yes"), ("ground", "1"), ("opinion", "超过法定期限没有执结，应当督办。")), new(63, "hi-head", "letter", DemoSupervisions.Letter("-56")),
        new(62, "ml-head", "handler", ("letter", "1"), ("handler", "@ml-handler"), ("phone", "0898-8001")), new(62, "ml-handler", "acknowledgement", ("letter", "1")),
        new(57, "ml-handler", "new-date-request", ("letter", "1"), ("cause", "被执行人下落不明。"), ("nextStep", "继续查找。"), ("until", "-40"), ("document", "（演示）美兰执报 7 号")),
        new(54, "hi-head", "urging", ("letter", "1"), ("means", "phone"), ("content", "请立即报告。")), new(54, "hi-director", "new-date-decision", ("letter", "1"), ("granted", "no"), ("reason", "查找下落不影响报告。")),
        new(46, "hi-head", "urging-letter", ("letter", "1"), ("content", "立即报告，逾期将予通报。"), ("due", "-42")),
        new(45, "ml-handler", "no-property", ("letter", "1"), ("findings", "网络查控五家银行，没有可供执行的财产。"), ("document", "（演示）美兰执报 8 号")),
        new(44, "ml-handler", "hearing", ("letter", "1"), ("present", "applicant"), ("serviceProof", "送达回证两份"), ("told", "查控情况。"), ("minutes", "听证笔录（演示）")),
        new(36, "ml-handler", "hearing-report", ("letter", "1"), ("result", "确无财产，建议终结本次执行程序。"), ("document", "（演示）美兰执报 9 号")),
        .. DemoSupervisions.Opined(34, "拍卖登记在其名下的房屋。", "-20"),
        new(31, "ml-director", "reconsideration", ("opinion", "1"), ("error", "该房屋已由另案查封。"), ("document", "复议申请书（演示）")),
        new(30, "hi-director", "reconsideration-panel", ("opinion", "1"), ("members", "@hi-recon,@hi-deputy,@hi-quality")),
        new(26, "hi-recon", "reconsideration-decision", ("opinion", "1"), ("outcome", "correct"), ("content", "另案查封属实。"), ("now", "申请参与分配，并查询其他不动产。"), ("due", "-10")),
        new(12, "ml-handler", "compliance", ("opinion", "2"), ("content", "已经参与分配，案款已经发还。"), ("document", "（演示）美兰执报 10 号")), DemoSupervisions.Agreed(10), DemoSupervisions.Closing(9, "1"),
        new(8, "hi-director", "closing-consent", ("agreed", "yes")), new(7, "hi-head", "telling", ("content", "告知督办结果：案款已经发还。"), ("method", "phone"), ("proof", "通话录音（演示）")),
    ];

    private static (string Name, string Value)[] Hop(string to, string letter, string due) =>
        [("court", to), ("ground", "越级进京走访，逐级交由执行法院办理。"), ("demand", "查明情况，依法办理，答复信访人，报告结果。"), ("letter", "（演示）" + letter), ("due", due), ("situation", "3-level-skipping")];

    private static (string Name, string Value)[] Report(string hop) =>
        [("hop", hop), ("progress", "经督办，已经参与分配。"), ("result", "案款已经发还，信访人表示理解。"), ("document", $"（演示）专报 {hop} 号")];
}

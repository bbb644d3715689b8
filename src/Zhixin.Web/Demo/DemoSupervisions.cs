namespace Zhixin.Web.Demo;

/// <summary>
/// The supervisions of the demo, in a province where HNI, HNP and JZ21 are adopted: one in each stage, led by the High Court or by the intermediate court over the basic
/// one. Days count back from today.
/// </summary>
internal static partial class DemoSupervisions
{
    private const string Basic = "海口市美兰区人民法院";
    private const string Mid = "海南省海口市中级人民法院";

    /// <summary>All of them but the one on the visit to Beijing.</summary>
    public static IReadOnlyList<DemoSupervision> All => [.. Beginning, .. Running, .. Pressed, .. Judged, .. Listed, .. Ended];

    /// <summary>Under review, and waiting for their letter.</summary>
    private static IReadOnlyList<DemoSupervision> Beginning =>
    [
        new("hi", Case(101), "到账案款两个月没有发还。", 2, [new(1, "hi-head", "reviewer", ("reviewer", "@hi-handler"))]),
        new("hi", Case(102), "同一房屋被两个法院查封，当事人多人联名反映。", 6, [], ("flags", "major"), ("source", "2-supreme"), ("body", "最高人民法院执行局")),
        new("hi", Case(103), "书面异议四十天没有裁定。", 4, [new(1, "hi-head", "review", ("qualifies", "yes"), ("ground", "5"), ("opinion", "异议超过审查期限没有裁定，应当督办。"))]),
        new("hk", Case(104), "被执行人车辆线索没有核实。", 3, []),
    ];

    /// <summary>With the court below, in time.</summary>
    private static IReadOnlyList<DemoSupervision> Running =>
    [
        new("hi", Case(111), "工程款案终本以后没有再查控。", 6, [.. Lettered(4, "+8", "1"), new(2, "ml-handler", "acknowledgement", ("letter", "1"))]),
        new("hi", Case(112), "请求及时续封到期的存款。", 14, [.. Lettered(11, "+2", "2"), new(1, "ml-handler", "new-date-request", ("letter", "1"), ("cause", "银行系统迁移，回执要到下周才能取得。"),
            ("nextStep", "取得回执后当日报告。"), ("until", "+9"), ("document", "（演示）美兰执报 3 号"))]),
        new("hi", Case(113), "劳动报酬案，工人到省集体反映。", 5, [.. Lettered(3, "+10", "1"), new(0, "hi-director", "urgent-order", ("letter", "1"), ("demand", "今天报告在场人数和已经采取的措施。"))]),
        new("hi", Case(114), "查封的厂房被擅自解封。", 12,
        [
            new(11, "hi-head", "review", ("qualifies", "yes"), ("ground", "4"), ("mode", "hand-down"), ("situation", "3-bureau"), ("opinion", "由中级法院督办为宜。")),
            new(10, "hi-head", "hand-down", ("court", Mid), ("demands", "采取具体督办措施，查明解封经过。"), ("materials", "投诉材料、解封裁定。"), ("due", "+20")),
            new(9, "hk-head", "handler", ("letter", "1"), ("handler", "@hk-handler"), ("phone", "0898-8002")),
            new(8, "hk-handler", "measures", ("letter", "1"), ("content", "调阅查封和解封卷宗，约谈承办人。"), ("document", "阅卷笔录（演示）")),
            new(8, "hk-head", "hand-down", ("court", Basic), ("demands", "书面说明解封经过。"), ("materials", "投诉材料。"), ("due", "+10")),
            new(7, "ml-head", "handler", ("letter", "2"), ("handler", "@ml-handler")),
        ]),
        new("hk", Case(115), "抚养费案长期没有执行到位。", 9,
        [
            new(8, "hk-head", "review", ("qualifies", "yes"), ("ground", "1"), ("opinion", "超期没有执结。")), new(7, "hk-head", "letter", Letter("+5")),
            new(6, "ml-head", "handler", ("letter", "1"), ("handler", "@ml-handler2")),
        ]),
        new("hi", Case(116), "答复没有财产，信访人提供了租金线索。", 15,
            [.. Lettered(12, "+3", "1"), new(5, "ml-handler", "no-property", ("letter", "1"), ("findings", "网络查控五家银行和不动产登记，没有可供执行的财产。"), ("document", "（演示）美兰执报 5 号"))]),
    ];

    /// <summary>Late, and pressed.</summary>
    private static IReadOnlyList<DemoSupervision> Pressed =>
    [
        new("hi", Case(121), "执行款划到账外账户。", 20, [.. Lettered(15, "-4", "3"), new(2, "hi-head", "urging", ("letter", "1"), ("means", "phone"), ("content", "电话催办，局长答应三日内报告。"))]),
        new("hi", Case(122), "承办人变更以后一年没有进展。", 34,
        [
            .. Lettered(29, "-14", "1"), new(12, "hi-head", "urging", ("letter", "1"), ("content", "书面催报。")),
            new(3, "hi-head", "urging-letter", ("letter", "1"), ("content", "立即报告；不能报告的说明原因。"), ("due", "+4")),
        ]),
        new("hi", Case(123), "同一笔案款重复扣划。", 48,
        [
            .. Lettered(44, "-30", "3"), new(18, "hi-head", "urging-letter", ("letter", "1"), ("content", "限期报告。"), ("due", "-12")), new(5, "hi-director", "file-call", ("letter", "1"), ("what", "执行正卷"), ("reason", "催办后仍未报告。")),
            new(2, "hi-director", "bulletin", ("number", "（演示）琼执通 1 号"), ("content", "美兰区人民法院逾期不报，经催办仍未说明，予以通报。")),
        ]),
        new("hi", Case(124), "意见经催办仍未落实。", 46,
        [
            .. Lettered(43, "-34", "1"), .. Reported(34, "已查控账户，余额不足。"), .. Opined(32, "依法处置登记在其名下的商铺。", "-14"),
            new(12, "hi-head", "urging", ("letter", "1"), ("opinion", "1"), ("means", "video"), ("content", "视频会议催办。")), new(6, "hi-head", "not-followed", ("opinion", "1"), ("finding", "催办六日以后仍没有启动处置。")),
            new(4, "hi-director", "admonition", ("court", Basic), ("met", "分管副院长、执行局长"), ("why", "意见经催办仍未落实。"), ("demands", "立即启动处置，十五日内整改。"), ("due", "+11")),
        ]),
    ];

    /// <summary>Reported on: waiting for a finding, an opinion, compliance, a reconsideration.</summary>
    private static IReadOnlyList<DemoSupervision> Judged =>
    [
        new("hi", Case(131), "被执行人高消费没有限制。", 16, [.. Lettered(13, "+1", "2"), .. Reported(2, "已发出限制消费令。")]),
        new("hi", Case(132), "拍卖保证金没有退还。", 18, [.. Lettered(15, "-1", "3"), .. Reported(4, "保证金已经入账。"), new(1, "hi-head", "report-improper", ("letter", "1"), ("reason", "没有说明何时退还。"))]),
        new("hi", Case(133), "租金没有提取。", 24, [.. Lettered(20, "-8", "1"), .. Reported(9, "承租人已经搬离。"), .. Opined(3, "依法提取已到期租金。", "+9")]),
        new("hi", Case(134), "担保人财产没有执行。", 30,
        [
            .. Lettered(27, "-18", "1"), .. Reported(19, "担保人下落不明。"), .. Opined(8, "依法查封担保人名下房屋。", "+6"),
            new(5, "ml-director", "reconsideration", ("opinion", "1"), ("error", "担保人已经破产。"), ("document", "复议申请书（演示）")),
            new(4, "hi-director", "reconsideration-panel", ("opinion", "1"), ("members", "@hi-review,@hi-recon,@hi-deputy")),
        ]),
        new("hi", Case(135), "再次督办：仍没有处理。", 40,
        [
            .. Lettered(38, "-28", "1"), .. Reported(29, "转交保全部门。"), new(26, "hi-head", "report-unlawful", ("letter", "1"), ("reason", "只是转交，没有处理。")),
            new(25, "hi-head", "round", ("reason", "事项没有处理，再次督办。")), new(24, "hi-head", "letter", Letter("+2")), new(22, "ml-head", "handler", ("letter", "2"), ("handler", "@ml-handler")),
        ]),
    ];

    internal static (string Name, string Value)[] Letter(string due) =>
        [("court", Basic), ("demands", "查明情况，依法办理，书面报告结果。"), ("materials", "投诉材料一份。"), ("due", due)];

    /// <summary>Reviewed on a ground the day before, a letter to the basic court, and its handler named the day after.</summary>
    private static IEnumerable<DemoStep> Lettered(int before, string due, string ground) =>
    [
        new(before + 1, "hi-head", "review", ("qualifies", "yes"), ("ground", ground), ("opinion", "反映属实，应当督办。")), new(before, "hi-head", "letter", Letter(due)),
        new(before - 1, "ml-head", "handler", ("letter", "1"), ("handler", "@ml-handler"), ("phone", "0898-8001")),
    ];

    private static IEnumerable<DemoStep> Reported(int before, string result) =>
        [new(before, "ml-handler", "report", ("letter", "1"), ("progress", "已经办理。"), ("result", result), ("document", "（演示）美兰执报 1 号"))];

    /// <summary>The report is improper, and the director gives an opinion.</summary>
    internal static IEnumerable<DemoStep> Opined(int before, string content, string due) =>
    [
        new(before, "hi-head", "report-improper", ("letter", "1"), ("reason", "没有穷尽措施。")),
        new(before, "hi-director", "opinion", ("letter", "1"), ("content", content), ("reasons", "登记信息显示有财产可供执行。"), ("due", due)),
    ];

    private static string Case(int number) => $"（2025）琼0108执{number}号";
}

namespace Zhixin.Web.Demo;

/// <summary>The supervisions of the demo that are listed, and those that are over.</summary>
internal static partial class DemoSupervisions
{
    private static readonly (string Name, string Value)[] Six =
    [
        ("handler", "执行局承办人"), ("supervisingLeader", "执行局局长"), ("measures", "查封商铺，委托评估，网络拍卖。"), ("due", "+40"), ("target", "案款全部执行到位。"), ("leaderInCharge", "分管副院长"),
    ];

    /// <summary>Proposed, listed by approval, listed on instruction with its result.</summary>
    private static IReadOnlyList<DemoSupervision> Listed =>
    [
        new("hi", Case(141), "涉及一百二十名业主的物业费案。", 4,
        [
            new(2, "hi-head", "review", ("qualifies", "yes"), ("ground", "1"), ("opinion", "涉及面广，建议挂牌。")),
            new(1, "hi-director", "listing-proposal", ("ground", "impact"), ("due", "+60"), ("reason", "涉及一百二十名业主，影响重大。")),
        ]),
        new("hi", Case(142), "烂尾楼工程款案，长期没有执结。", 22,
        [
            .. Lettered(18, "+12", "1"), new(16, "hi-director", "listing-proposal", ("ground", "complex"), ("due", "+50"), ("reason", "财产权属复杂，长期没有进展。")),
            new(15, "hi-vice", "listing-approval", ("title", "工程款案长期未执结"), ("nameless", "yes"), ("due", "+50")), new(13, "ml-director", "six-elements", Six),
        ]),
        new("hi", Case(143), "拖欠教师工资案没有执行。", 30,
        [
            new(29, "hi-head", "instruction", ("from", "省高院分管副院长"), ("leader", "yes"), ("document", "批示（演示）第 3 号"), ("mode", "listed"), ("awaits", "no")),
            new(28, "hi-head", "review", ("qualifies", "yes"), ("ground", "1"), ("opinion", "按批示督办。")),
            new(27, "hi-director", "instructed-listing", ("way", "vice-president"), ("title", "拖欠工资案未执行"), ("nameless", "yes"), ("due", "+5")),
            new(27, "hi-head", "letter", Letter("+3")), new(26, "ml-head", "handler", ("letter", "1"), ("handler", "@ml-handler2")),
            new(24, "ml-director", "six-elements", [.. Six.Where(f => f.Name != "due"), ("due", "+3")]),
            new(2, "ml-director", "listed-result", ("result", "工资已全部发放。"), ("document", "发放名册（演示）")),
        ]),
    ];

    /// <summary>Waiting for consent, closed, passed on, not taken up, taken over.</summary>
    private static IReadOnlyList<DemoSupervision> Ended =>
    [
        new("hi", Case(151), "案款没有按时发还。", 26, [.. Lettered(23, "-10", "3"), .. Reported(12, "案款已经发还。"), Agreed(8), Closing(1, "4")]),
        new("hi", Case(152), "书面异议没有答复。", 36, [.. Lettered(33, "-20", "5"), .. Reported(21, "已经裁定并送达。"), Agreed(18), Closing(17, "6"), new(16, "hi-director", "closing-consent", ("agreed", "yes"))]),
        new("hi", Case(153), "一般越级信访。", 9,
        [
            new(8, "hi-head", "review", ("qualifies", "yes"), ("mode", "direct-transfer"), ("situation", "1-level-skipping"), ("opinion", "转执行法院依法办理。")),
            new(7, "hi-head", "direct-transfer", ("court", Basic), ("demands", "依法办理，答复信访人。"), ("materials", "来信一份。"), ("platform", "演示-0153")),
        ]),
        new("hi", Case(154), "省人大代表转来：货款案没有进展。", 21,
        [
            new(21, "hi-head", "reviewer", ("reviewer", "@hi-handler")), new(20, "hi-head", "instruction", ("from", "省人大常委会办公厅"), ("document", "（演示）转办单 7 号"), ("mode", "transfer-with-result"), ("awaits", "yes"), ("dueOn", "+9")),
            new(20, "hi-head", "review", ("qualifies", "yes"), ("ground", "1"), ("mode", "transfer-with-result"), ("situation", "2-body"), ("opinion", "转执行法院办理，限期要结果。")),
            new(18, "hi-head", "transfer", Letter("-3")), new(17, "ml-head", "handler", ("letter", "1"), ("handler", "@ml-handler")), .. Reported(5, "已经执行到位。"), Agreed(3),
            new(2, "hi-handler", "report-up-draft", ("instruction", "1"), ("body", "省人大常委会办公厅"), ("content", "货款已经执行到位，申请执行人表示满意。")),
        ], ("source", "3-congress"), ("body", "省人大常委会办公厅")),
        new("hi", Case(155), "反映的是审判结果。", 12, [new(10, "hi-head", "review", ("qualifies", "no"), ("opinion", "反映的是判决内容，已告知另行申请再审。"))]),
        new("hi", Case(156), "两年没有采取任何措施。", 50,
        [
            .. Lettered(46, "-32", "1"), new(20, "hi-head", "urging-letter", ("letter", "1"), ("content", "限期报告。"), ("due", "-14")),
            new(6, "hi-director", "elevation", ("ruling", "（2026）琼执监 9 号"), ("reason", "经催办仍不报告，不再适宜由原法院执行。")),
        ]),
    ];

    internal static DemoStep Agreed(int before) => new(before, "hi-head", "report-acceptance", ("letter", "1"), ("opinion", "处理合法、妥当。"));

    /// <summary>Closing is asked for by a condition, whose materials are a report and what shows the result.</summary>
    internal static DemoStep Closing(int before, string condition) => new(
        before, "hi-head", "closing", ("condition", condition), ($"material.{condition}-evidence", "执行结果凭证（演示）"), ($"material.{condition}-report", "（演示）美兰执报 1 号"));
}

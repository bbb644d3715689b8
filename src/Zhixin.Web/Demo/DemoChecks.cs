namespace Zhixin.Web.Demo;

/// <summary>The records of checks and the reports of the demo: from the day of filing to the end, in time and late.</summary>
internal static class DemoChecks
{
    /// <summary>All records.</summary>
    public static IReadOnlyList<DemoCheck> All =>
    [
        new("ml-clerk", "（2025）琼0108执201号", 40,
        [
            Card(40, "ml-clerk"), Service(38, "ml-clerk", "执行通知书、报告财产令"), Phone(38, "ml-clerk"), Node(33, "ml", "inquiry", "网络查控五家银行、不动产和车辆登记。"), Check(30, "ml-review", "1", "查询反馈齐全。"),
            Told(29, "ml-enforcer", "participation-inquiry", "no", "告知查控结果：存款两笔、车辆一辆。"), Node(26, "ml", "control", "冻结存款，查封车辆。"),
            Check(24, "ml-review", "2", "冻结数额超过执行标的。", "超标的冻结 3 万元。", "-15"), new(17, "ml-enforcer", "correction", ("risk", "1"), ("correction", "解除超额部分的冻结。"), ("document", "解除冻结裁定书（演示）")),
            Node(16, "ml", "money", "案款到账，办理发放。"), Check(14, "ml-review", "3", "案款到账以后没有及时发放。", "案款滞留在执行款账户。", "-4"),
            new(6, "ml-clerk", "feedback", ("card", "1"), ("from", "applicant"), ("satisfied", "no"), ("node", "money"), ("content", "钱到法院一个月了，还没有发给我。")),
        ]),
        new("ml-clerk", "（2025）琼0108执202号", 20,
        [
            Card(20, "ml-clerk"), Node(12, "ml", "appraisal", "委托评估车辆。"),
            new(5, "hk-head", "spot-check", ("findings", "抽查监督卡和节点登记：评估环节没有复核。"), ("risk", "评估环节没有另一人复核。"), ("due", "+6")),
        ]),
        new("ml-clerk", "（2025）琼0108执203号", 2, []),
        new("ml-clerk", "（2025）琼0108执204号", 90,
        [
            Card(90, "ml-clerk"), Service(88, "ml-clerk", "执行通知书"), Phone(88, "ml-clerk"), Node(80, "ml", "inquiry", "查到存款，足以清偿。"), Check(78, "ml-review", "1", "查询反馈齐全。"),
            Node(70, "ml", "money", "扣划并发放全部案款。"), Check(69, "ml-review", "2", "发放凭证齐全。"), new(68, "ml-clerk", "feedback", ("card", "1"), ("from", "applicant"), ("satisfied", "yes")),
            new(66, "ml-enforcer", "conclusion", ("how", "执行完毕"), ("document", "结案通知书（演示）")),
        ]),
        new("jf-clerk", "（2025）豫0802执211号", 15,
        [
            Card(15, "jf-clerk"), Service(13, "jf-clerk", "执行裁定书"), Node(9, "jf", "sale", "发布拍卖公告。"),
            new(8, "jf-enforcer", "node-check", ("node", "1"), ("opinion", "公告期间、内容符合规定。"), ("exception", "few-posts"), ("exceptionReason", "执行局两人，另一人休假。")),
        ]),
        new("gc-clerk", "（2025）鲁0117执221号", 4, [Card(4, "gc-clerk")]),
    ];

    /// <summary>All reports.</summary>
    public static IReadOnlyList<DemoReport> Reports =>
    [
        new("ml-clerk", 9, [new(7, "ml-inspect", "step", ("content", "调取该案案款台账，约谈承办人。"))], ("channel", "box"), ("content", "案款到账一个月没有发放，打电话没有人接。"), ("leader", "no")),
        new("ml-clerk", 30, [new(26, "ml-inspect", "step", ("content", "调取接待录像，没有发现反映的情况。")), new(21, "ml-inspect", "outcome", ("outcome", "not-confirmed"), ("reason", "录像和值班记录证明当天没有会见。"))],
            ("channel", "phone"), ("content", "执行人员接受被执行人宴请。"), ("phone", "0000-0001"), ("accused", "@ml-enforcer"), ("leader", "no")),
        new("ml-clerk", 3, [], ("channel", "letter"), ("content", "反映分管领导干预拍卖。"), ("leader", "yes")),
        new("jf-clerk", 12, [new(5, "jf-inspect", "outcome", ("outcome", "transferred"), ("to", "区人民检察院（演示）"), ("reason", "涉及案外人员，移送有权机关。"))],
            ("channel", "visit"), ("content", "评估机构人员索要好处。"), ("reporter", "佟明"), ("leader", "no")),
    ];

    private static DemoStep Card(int before, string user) => new(before, user, "card", ("to", "applicant"), ("method", "in-person"), ("proof", "签收单（演示）"));

    private static DemoStep Service(int before, string user, string paper) => new(before, user, "service", ("paper", paper), ("to", "respondent"), ("method", "post"), ("proof", "邮寄回执（演示）"));

    private static DemoStep Phone(int before, string user) => new(before, user, "report-phone", ("service", "1"), ("how", "印在送达回证上。"));

    private static DemoStep Told(int before, string user, string item, string asked, string content) =>
        new(before, user, "openness", ("item", item), ("asked", asked), ("to", "applicant"), ("content", content), ("document", "告知笔录（演示）"));

    private static DemoStep Node(int before, string court, string node, string content) =>
        new(before, court + "-enforcer", "node", ("node", node), ("doer", $"@{court}-enforcer"), ("content", content));

    private static DemoStep Check(int before, string user, string no, string opinion, string? risk = null, string? due = null) =>
        new(before, user, "node-check", [("node", no), ("opinion", opinion), .. risk is null ? Array.Empty<(string, string)>() : [("risk", risk)], .. due is null ? Array.Empty<(string, string)>() : [("due", due)]]);
}

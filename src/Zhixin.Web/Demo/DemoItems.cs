namespace Zhixin.Web.Demo;

/// <summary>The platform items of the demo: several kinds, one in each stage.</summary>
internal static class DemoItems
{
    private const string Basic = "海口市美兰区人民法院";
    private const string Mid = "海南省海口市中级人民法院";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemoItem> All =>
    [
        new("演示-HN-0001", "key-case", Basic, "重点案件三个月没有执行日志，请说明原因。", 3, 4, []),
        new("演示-HN-0002", "online-control", Basic, "网络查控反馈二十条没有处理。", 6, 2, [Named(5)]),
        new("演示-HN-0003", "public-opinion", Basic, "网民反映拍卖公告信息有误。", 9, -3, [Named(8), new(1, "hi-command", "pressing", ("means", "phone"), ("content", "电话督促，答应明日回复。"))]),
        new("演示-HN-0004", "government-default", Mid, "县政府部门作为被执行人，清偿计划没有上报。", 8, 6, [new(7, "hk-head", "handler", ("handler", "@hk-handler")), Done(1, "hk-handler"), Verifier(0)]),
        new("演示-HN-0005", "guidance-case", Basic, "督导案件需要补充结案材料。", 12, 5, [Named(11), Done(6), Verifier(5), new(4, "hi-officer", "return", ("reason", "没有附结案通知书。"), ("due", "+3"))]),
        new("演示-HN-0006", "key-case", Basic, "重点案件已经执行完毕，请核查。", 20, -6, [Named(19), Done(10), Verifier(9), new(8, "hi-officer", "confirmation", ("opinion", "结案通知书和发还凭证齐全，属实。"))]),
        new("演示-HN-0007", "online-control", Mid, "重复登记的查控事项。", 5, null, [new(4, "hi-command", "taking-back", ("reason", "平台已经撤销。"))]),
    ];

    private static DemoStep Named(int before) => new(before, "ml-head", "handler", ("handler", "@ml-handler"), ("phone", "0898-8001"));

    private static DemoStep Done(int before, string user = "ml-handler") => new(before, user, "completion", ("reply", "已经办结，结果已回传平台。"), ("document", "平台回执（演示）"));

    private static DemoStep Verifier(int before) => new(before, "hi-head", "verifier", ("verifier", "@hi-officer"));
}

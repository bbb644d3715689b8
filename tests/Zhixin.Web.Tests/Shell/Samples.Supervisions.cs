using Zhixin.Web.Bulletins;
using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.PlatformItems;
using Zhixin.Web.Supervisions;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    private const string LongCourt = "新疆生产建设兵团第一师阿拉尔垦区人民法院";

    public static BoardModel Board { get; } = new(
        "海南省高级人民法院", [new("海南省高级人民法院", "/supervisions?court=1"), new("海南省海口市中级人民法院", "/supervisions?court=2")],
        RichText.Of("在办督办件 ", new RichText.Strong("12 件"), "。"), [new("全部在办", "/supervisions", true, 12), new("逾期", "/supervisions?show=overdue", false, 3)],
        [.. SupervisionWords.Stages.Select(SupervisionWords.Stage)], [new(LongCourt, "/supervisions?court=3", false, [0, 1, 2, 3, 0, 0, 1, 0], 7, 2, "/supervisions?court=3&show=overdue")],
        [
            new(new(LightState.Overdue, "逾期 2 日"), Feb14, "书面报告督办结果", "2026-琼-督0001", "/supervisions/1/1", "（2025）琼0108执12号", "长期不执行，多次反映没有结果", $"海南省高级人民法院 → {LongCourt}", "待报告", [new("挂牌", true)]),
            new(new(LightState.Untimed, "不定期限"), null, "没有未办的时限", "2026-琼-督0002", "/supervisions/1/2", "（2025）琼0108执13号", "款物没有发放", "海南省高级人民法院 → 海口市美兰区人民法院", "初审", []),
        ],
        new("没有督办件", "列在这里。"), new(null, "/supervisions?after=x", 50), new("启动督办", "/supervisions/new"))
    {
        Day = [new("reported", "督办报告待审查", 3, "/supervisions?show=ours&stage=reported"), new("urge", "应发催办函或者督促执行令", 100, "/supervisions?show=urge", true)],
    };

    public static BelowModel Below { get; } = new(
        [new("海南省高级人民法院", "/overdue-below?court=1"), new("海南省海口市中级人民法院", "/overdue-below?court=2")],
        RichText.Of("海南省海口市中级人民法院辖区，下级法院已逾期 ", new RichText.Strong("3 项"), "。"), ["交办", "督办", "平台事项"],
        [new(LongCourt, "/overdue-below?court=3", [new(2, "/overdue-below?court=3&matter=petition"), new(0, null), new(1, "/overdue-below?court=3&matter=platform-item"), new(3, "/overdue-below?court=3")], Feb14), new("海口市美兰区人民法院", null, [new(0, null), new(1, "/x"), new(0, null), new(1, "/x")], Feb14)],
        [new ViewTab("全部", "/overdue-below", true, 3), new ViewTab("交办", "/overdue-below?matter=petition", false, 2)],
        [
            new(new(LightState.Overdue, "逾期 2 日"), Feb14, Reply, "书面报告督办结果", LongCourt, "海南省高级人民法院", "王安", "督办", "2026-琼-0001", "（2025）琼0108执12号", new("督促", "/supervisions/1/1#h-acts", true)),
            new(new(LightState.Untimed, "不定期限"), null, Reply, "告知去向", "海口市美兰区人民法院", "海南省海口市中级人民法院", "信访专班（没有指定承办人）", "交办", "2026-琼-0002", null, new("查看", "/petitions/1/2#h-acts")),
        ],
        new("没有逾期", "列在这里。"), new(null, "/overdue-below?after=x", 50));

    public static BulletinsModel Bulletins { get; } = new(
        "按期对所辖各院排名通报。", [new ViewTab("本院印发", "/bulletins", true), new ViewTab("收到的", "/bulletins?show=received", false)],
        [new("2026年第一季度", new("（2026）琼执信通1号", "/bulletins/1/1"), "海南省高级人民法院", "已印发", new DateOnly(2026, 4, 8), "21 院中 20 院已阅", false), new("2026年第二季度", new("待草拟", "/bulletins/1/2"), "海南省高级人民法院", "待草拟", null, "—", true)],
        new("没有通报", "列在这里。"), new(null, "/bulletins?after=x", 50), new(Key, new FormState(new Dictionary<string, string?>(), [new FieldMessage("endedOn", MessageKind.Error, "这一期还没有结束。")]), [new("2026-06-30", "2026年第二季度")]));

    public static RankingModel Ranking { get; } = new(
        "2026年第一季度排名通报", "海南省高级人民法院", [new("已印发")], RichText.Of("海南省高级人民法院　", new RichText.Strong("（2026）琼执信通1号")), new("查看通报原件", "/bulletins/1/1/papers/1"), "印发以后不变。",
        ["新收", "办结", "办结率", "重复信访", "逾期", "迟报", "被督办", "未落实意见"], [new("1", LongCourt, ["12", "10", "83.3%", "2", "1", "0", "3", "0"], true)], [new("—", "海南省海口市中级人民法院", ["0", "0", "—", "0", "0", "0", "0", "0"], false)],
        [new(string.Empty, LongCourt, ["1", "2", "9"], true)], ["新收：本期首次收到的。"], "加强包案。", [new(LongCourt, "2026-04-09 已阅")], [new("印发排名通报", "海南省高级人民法院", new(LightState.Soon, "剩 2 个工作日"), Feb14, Reply)],
        new PossibleActs(null, [new("下级法院", [new("已阅", "/bulletins/1/1/act/acknowledgement")], [])], []), [new(new DateOnly(2026, 4, 8), new TimeOnly(9, 0), "印发通报", "韩立", Reply, true, "（2026）琼执信通1号")], "最新在前，共 1 条");

    public static SupervisionModel Supervision { get; } = new(
        "2026-琼-督0001", [new("待报告", true), new("交办要结果")], RichText.Of("（2025）琼0108执12号　信访案件 ", new RichText.Link(new Anchor("2026-豫0802-0001", "/petitions/1/1"))), "长期不执行",
        [new("收到材料", "3月2日", StepState.Past), new("初审", null, StepState.Current), new("办结", null, StepState.Ahead)],
        new("书面报告督办结果", Feb14, new(LightState.Soon, "剩 2 个工作日"), Reply, new("查看时限", "#obligations")),
        [new("书面报告督办结果", LongCourt + "　王安", new(LightState.Soon, "剩 2 个工作日"), Feb14, Reply)], "未办 1，已办 0",
        new PossibleActs(null, [new("发函", [new("发督办函", "/supervisions/1/1/act/letter")], [])], [new("决定新的期限", "您的岗位不能办理。", null, "请有权的人员办理。")]),
        [new("督办函　琼执督〔2026〕1号", "海南省高级人民法院 → " + LongCourt, RichText.Of(RichText.On(Feb14)), "依法执行", "王安，待签收", "办理中", true, [new("2026-03-10 办理结果报告", "已查控")])],
        [new(new DateOnly(2026, 3, 2), new TimeOnly(9, 0), "收到督办材料", "苏明", Reply, true, "长期不执行")], "最新在前，共 1 条", [new("people", "督办", null, [new("督办法院", "海南省高级人民法院")], new("没有", "显示。"))]);

    public static NewSupervisionModel NewSupervision { get; } = new(
        "2026-豫0802-0001", "/supervisions?petition=1_1", "/petitions/1/1", Key, new FormState(new Dictionary<string, string?> { ["complaint"] = "长期不执行" }, [new FieldMessage("caseNumber", MessageKind.Error, "案号无法识别。")]),
        [new("caseNumber", "执行案号", FieldKind.Text, [], "例如（2025）琼9001执12号。"), new("complaint", "反映的问题", FieldKind.TextArea, []), new("source", "来源", FieldKind.Select, [new("9", "其他")])]);

    public static PlatformQueueModel PlatformQueue { get; } = new(
        RichText.Of("在办 ", new RichText.Strong("2 项"), "。"), [new("全部在办", "/platform-items", true, 2)],
        [
            new(new(LightState.Overdue, "逾期 2 日"), Feb14, "2026-琼-平台0001", "/platform-items/1/1", "P-20260302-000000001", "重点案件", LongCourt, "督促执行并回复办理情况", "办理中"),
            new(new(LightState.Untimed, "不定期限"), null, "2026-琼-平台0002", "/platform-items/1/2", "P-2", "网拍监管", "海口市美兰区人民法院", "核对网拍", "待核查"),
        ],
        new("没有平台事项", "列在这里。"), new(null, "/platform-items?after=x", 50, null, "项"),
        new(Key, new FormState(new Dictionary<string, string?> { ["content"] = "督促执行" }, [new FieldMessage("kind", MessageKind.Error, "没有选择类别。")]),
            [new("external", "平台编号", FieldKind.Text, []), new("kind", "类别", FieldKind.Select, [new("key-case", "重点案件")]), new("content", "事项", FieldKind.TextArea, [])]),
        [new(2, "“闲谈”不是平台九类事项之一。")], "/platform-items/window");

    public static PlatformItemModel PlatformItem { get; } = new(
        "2026-琼-平台0001", [new("办理中", true), new("重点案件")], "督促执行", [new("平台编号", "P-1"), new("承办法院", LongCourt)], [new("平台事项按期办结", LongCourt, new(LightState.Soon, "剩 2 个工作日"), Feb14, Reply)],
        new PossibleActs(null, [new("下级办理", [new("指定承办人", "/platform-items/1/1/act/handler")], [])], []), [new(new DateOnly(2026, 3, 2), new TimeOnly(9, 0), "登记平台事项", "苏明", Reply, false, "督促执行")], "最新在前，共 1 条");

    public static WindowModel Window { get; } = new(
        "海南省高级人民法院", "10:00 至 11:00", Reply, [new("重点案件", 3, 1, 1), new("网拍监管", 0, 0, 0)], [new("报告时间", "10:30，在规定时段内")], new("十至十一点分时督办", "海南省高级人民法院", new(LightState.Soon, "今天"), Feb14, Reply),
        new(Key, FormState.Empty, [new("found", "检查了什么、怎样处理", FieldKind.TextArea, [])]), null);

    public static ListedModel Listed { get; } = new(
        "海南省高级人民法院", [new("正在挂牌", "/listed", true), new("全部，含已销号", "/listed?show=all", false)],
        [
            new("（2026）琼督挂1号", "/supervisions/1/1", "长期未执结，涉及多名农民工工资", "（2025）琼0108执12号", $"海南省高级人民法院督办　{LongCourt}执行", new DateOnly(2026, 3, 5), "2026-06-30", "待报告　五定一包已定", "未报结果"),
            new("（2026）琼督挂2号", "/supervisions/1/2", "款物没有发放", "（2025）琼0108执13号", "海南省高级人民法院督办　海口市美兰区人民法院执行", new DateOnly(2026, 3, 2), "未定", "2026-04-01 销号", "款物已发放"),
        ],
        "/listed?after=x", false);
}

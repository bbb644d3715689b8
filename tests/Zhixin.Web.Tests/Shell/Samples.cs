using Zhixin.Web.Components;
using Zhixin.Web.Petitions;
using Zhixin.Web.Shell;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Tests.Shell;

/// <summary>Invented people and cases for every page; identity numbers begin with the impossible province code 99.</summary>
public static partial class Samples
{
    public static readonly DateOnly Today = new(2026, 2, 12);
    public static readonly BindingDay Feb14 = new(new DateOnly(2026, 2, 14), "调休上班");
    public static readonly ClauseRef Reply = new("GC21", "GC21-13", "钢城意见第十三条");
    public static readonly DueLight Soon = new(LightState.Soon, "剩 2 个工作日");
    public const string Key = "01950000-0000-7000-8000-000000000001";
    public const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h3v3H0zM6 0h3v3H6zM0 6h3v3H0zM4 4h1v1H4zM6 5h1v2H6zM8 8h1v1H8z"/></svg>""";

    public static Viewer Viewer { get; } = new(
        "孟庆和",
        "济南市钢城区人民法院",
        "执行局",
        ["承办人"],
        Navigation.Items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal),
        new Dictionary<string, int>(StringComparer.Ordinal) { ["workbench"] = 16, ["corrections"] = 23 },
        false,
        "0.1.0");

    public static Viewer DemoViewer { get; } = Viewer with { IsDemo = true };

    public static IReadOnlyList<Choice> Choices { get; } = [new("", "全部"), new("1", "焦作市及所辖"), new("2", "沁阳市人民法院", "基层法院")];

    public static FormState FailedForm { get; } = new(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["current"] = "secret", ["replacement"] = "x" },
        [new("replacement", MessageKind.Error, "新口令少于 12 位"), new("repeated", MessageKind.Error, "两次输入不一致")]);

    public static WorkbenchModel Workbench { get; } = new(
        RichText.Of("孟庆和，您好。今天是 ", RichText.On(new BindingDay(Today)), "，有 ", new RichText.Strong("3 项已逾期"), "、", new RichText.Strong("4 项须在两个工作日内办完"), "。"),
        [
            new("今天　周四", "02-12", "1 项到期", "?on=2026-02-12", IsToday: true),
            new("周五", "02-13", "1 项到期", "?on=2026-02-13"),
            new("周六　调休上班", "02-14", "2 项到期", "?on=2026-02-14"),
            new("周日至次周一　春节放假", "02-15 至 02-23", "9 天，期间届满的顺延", IsOff: true, IsWide: true),
            new("周二", "02-24", "1 项到期", "?on=2026-02-24"),
            new("周三", "02-25", "1 项到期", "?on=2026-02-25"),
            new("周四", "02-26", "无"),
            new("周五", "02-27", "1 项到期", "?on=2026-02-27"),
            new("周六　调休上班", "02-28", "1 项到期", "?on=2026-02-28"),
            new("周日　休息", "03-01", null, IsOff: true),
        ],
        [new("全部", "?", true, 16), new("已逾期", "?light=overdue", Count: 3), new("两个工作日内", "?light=soon", Count: 4), new("之后", "?light=notdue", Count: 7), new("不定期限", "?light=untimed", Count: 2)],
        [new("我名下", "?", true), new("我代理", "?scope=deputy"), new("信访专班", "?scope=unit")],
        [
            new("已逾期", 1, "先办这些；每一项逾期由谁知悉，见案件页", [Row(new(LightState.Overdue, "逾期 3 日"), new(new DateOnly(2026, 2, 9)), "约见信访人", "鲁守田", isMain: true)]),
            new("两个工作日内", 2, "含今天；2026-02-14（周六）调休上班，照常到期",
            [
                Row(new(LightState.Soon, "今天 24:00 前"), new(Today), "向转办机关反馈", "济南市莱芜区禾润种业专业合作社"),
                Row(Soon, Feb14, "答复信访人", "佟桂兰"),
            ]),
            new("之后", 1, null, [Row(new(LightState.NotDue, "剩 3 个工作日"), new(new DateOnly(2026, 2, 24)), "约见信访人", "阿依古丽·买买提明")]),
            new("不定期限", 1, "条文没有写天数，不会逾期，但应及时办理", [Row(new(LightState.Untimed, "不定期限"), null, "告知办理过程", "佟桂兰")]),
        ],
        [new("佟桂兰，09:31", "/register?draft=1")],
        new(null, "?after=1", 50));

    public static FormState RegisterForm { get; } = new(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["receivedAt"] = "2026-02-12 09:24",
            ["channel"] = "visit",
            ["venue"] = "hall",
            ["receivedBy"] = "时海宁",
            ["personCount"] = "2",
            ["personName"] = "佟桂兰",
            ["idNumber"] = "9901**********402X",
            ["phone"] = "138****602",
            ["capacity"] = "applicant",
            ["caseNumber"] = "（2025）鲁0117执1234号",
            ["otherCaseNumber"] = "（2024）鲁0171执56号",
            ["parties"] = "申请执行人 佟桂兰；被执行人 山东禾麓钢构工程有限公司",
            ["account"] = "账户冻结已五个月，一直没有扣划；查封的两台塔吊没有处置。<b>前两次</b>来访都说在办。",
            ["request"] = "扣划并发放 186,420.55 元，处置塔吊",
            ["cause"] = "6(2)",
            ["accused"] = "no",
            ["outcome"] = "handler",
            ["proposal"] = "请承办人在 02-14 前答复，并告知扣划安排",
        },
        [
            new("idNumber", MessageKind.Read, RichText.Of("校验位正确。", new RichText.Link(new("显示完整号码", "/register/id")), "，留记录")),
            new("phone", MessageKind.Flag, "少 1 位，不影响登记"),
            new("caseNumber", MessageKind.Read, RichText.Of(new RichText.Strong("济南市钢城区人民法院"), "　执行实施案件", new RichText.Break(), "2025 年第 1234 号　承办人 孟庆和")),
            new("otherCaseNumber", MessageKind.Flag, RichText.Of("查无代码“鲁0171”，先按“案件待识别”登记。", new RichText.Break(), "相近：", new RichText.Link(new("鲁0117 钢城区", "#s1")))),
        ]);

    public static RepeatModel Repeat { get; } = new(
        true,
        [
            new("p1", "2025-鲁0117-0412", "/petitions/p1", "办理中", 3, "案号、姓名、证件号码都相同。", "孟庆和", "答复期限", Feb14, Soon, Reply,
            [
                new(2, new(new DateOnly(2026, 1, 15)), "来访，时海宁接待，转承办人"),
                new(1, new(new DateOnly(2025, 12, 17)), "来访，时海宁接待，登记并受理"),
            ]),
        ],
        [new("济南市莱芜区人民法院", "2025-鲁0116-0087", new(new DateOnly(2025, 8, 21)), "已答复")]);

    public static RegisterModel Register { get; } = new(
        RegisterForm,
        Key,
        "draft-1",
        new(
            [new("visit", "来访"), new("letter", "来信"), new("call", "来电"), new("online", "网络"), new("video", "视频"), new("referral", "机关转来")],
            [new("hall", "本院接待大厅"), new("superior", "上级法院")],
            [new("applicant", "申请执行人"), new("debtor", "被执行人"), new("interested", "利害关系人、案外人"), new("agent", "代理人")],
            [new("6(2)", "6(2) 拖延、不及时采取执行措施")],
            [new("solved", "当场解决"), new("handler", "转承办人"), new("guide", "指引到其他程序"), new("transfer", "移送其他机关")]),
        Repeat,
        [new("GC21", "GC21-3"), new("GC21", "GC21-12")],
        "草稿已于 09:31 自动保存");

    private static WorkRow Row(DueLight light, BindingDay? day, string duty, string who, bool isMain = false) =>
        new(light, day, Reply, duty, "/petitions/p1", who, "（2025）鲁0117执1234号", "办理意见尚未提交审批；今天上午第 3 次来访", new(isMain ? "记录约见" : "提交办理意见", "/petitions/p1#act", isMain));
}

using Zhixin.Web.Calendar;
using Zhixin.Web.Components;
using Zhixin.Web.Courts;
using Zhixin.Web.Ledger;
using Zhixin.Web.Regulations;
using Zhixin.Web.Shell;

namespace Zhixin.Web.Tests.Shell;

public static partial class Samples
{
    private static readonly CourtRow Qinyang = new("沁阳市人民法院", "豫0882", "基层人民法院", "/courts/2", 0, false);

    public static LedgerModel Ledger { get; } = new(
        "焦作两级法院，按登记日期从新到旧",
        [new("在办", "?view=open", true), new("逾期，按法院", "?view=overdue"), new("案件待识别", "?view=unknown", Count: 2), new("我保存的：温县建筑工程款", "?saved=1")],
        "/ledger/views", Key, "view=open",
        FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["from"] = "2026-01-01", ["words"] = "塔吊" }),
        new(Choices, Choices, Choices),
        "第 1–50 件", "，共 1,284 件，截至 09:40",
        [new(LightState.Overdue, "本页逾期 3"), new(LightState.Soon, "临期 9"), new(LightState.NotDue, "未到期 37")],
        [new("宽松", "?density=roomy"), new("紧凑", "?density=tight", true)],
        true,
        [
            new(Today, "2026-豫08-0311", "/petitions/1", "靳凤英", 1, "9901****0976", "焦作中院", "河南省焦作市中级人民法院", "（2025）豫08执542号", "视频", "拖延、不执行", "已分办", "程立夏", new(LightState.NotDue, "未到期"), new(new DateOnly(2026, 3, 19))),
            new(Today, "2026-豫0811-0308", "/petitions/2", "焦作市山阳区禾润丰达机电设备安装工程有限责任公司", 3, "99****7K2Q", "山阳区", "焦作市山阳区人民法院", "（2022）豫0811执异2832号", "来访·进京", "执行案外财产", "已受理", null, new(LightState.Soon, "临期"), Feb14),
            new(new(2026, 2, 11), "2026-豫0821-0307", "/petitions/3", "匿名", 1, null, "修武县", "修武县人民法院", null, "机关转来", null, "已登记", null, new(LightState.Untimed, "不定期限"), null),
            new(new(2026, 2, 10), "2026-豫0883-0305", "/petitions/4", "买春霞等 17 人", 2, "9901****6876", "孟州市", "孟州市人民法院", "（2024）豫0883执恢1217号", "来电", "违法处置", "办理中", "左思齐", new(LightState.Overdue, "逾期 2 日"), new(new DateOnly(2026, 2, 10))),
        ],
        new(null, "?before=2026-01-21", 50, "本页从 2026-02-12 到 2026-01-21。新登记的不会打乱已翻过的页。"),
        "2026-01-15", "/import", "/ledger/export", "导出这 1,284 件为 Excel");

    public static ImportModel Import { get; } = new(
        FormState.Empty, Key, Choices,
        new("b1", "焦作台账2025.xlsx", "河南省焦作市中级人民法院", 575, 552, 23, 431, 0,
            [new("标题行", "第 1、2 行"), new("日期", "5 种写法"), new("合计行", "第 580 行，不计")],
            [new("案号无法识别", 12), new("日期不存在", 11)],
            [new("17", 20, false, "毋建民", "2024豫执字第号", null, "案号无法识别：缺少法院代字和序号"), new("1", 4, true, "靳凤英", "（2025）豫08执542号", "河南省焦作市中级人民法院", "新立一件")],
            "/import/b1.csv"),
        new(552, 431, 23, 0, "/ledger", "/corrections"));

    public static CorrectionsModel Corrections { get; } = new(
        "23 行未导入，原因逐行写明。可以在原表改正后重新导入，也可以带着标记登记。",
        [new("全部", "?", true, 23), new("案号无法识别", "?reason=case", Count: 12)],
        [new("17", "焦作台账2025.xlsx", Today, "毋建民", "2024豫执字第号", "案号无法识别：缺少法院代字和序号", [new("诉求", "要求尽快执行"), new("电话", "1.38E+10")], new("带标记登记", "/register?row=17"), new("不再处理", "/corrections/17/dismissal", PostKey: Key))],
        new(null, null, 50, Unit: "行"), "/corrections/export");

    public static RegulationsIndexModel RegulationsIndex { get; } = new(
        "规程由各法院采用后才产生期限；参考性文件只作对照。",
        [
            new("GC21", "/regulations/GC21", "钢城意见", "济钢法〔2021〕9 号", "适用", 18, "第 1 版", "自 2026-01-01 起采用", true, 214),
            new("HNI", "/regulations/HNI", "海南省高级人民法院关于执行案件督办工作的实施办法（试行）", null, "未采用", 18, "第 2 版", "未采用，不产生期限", false, 0),
        ],
        [new("GC21", "焦作市解放区人民法院", "葛松年", new(2026, 3, 1), "（2026）豫0802法 3 号", new("复核并启用", "/regulations/GC21/adoption", true, Key, 1), new("复核", "提出采用的人不得自己复核。", null, "由安全管理员复核。"))],
        FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["words"] = "答复" }),
        [new(Reply, "约见、答复的期限")]);

    public static RegulationModel Regulation { get; } = new(
        "HNI", "海南办法", "海南省高级人民法院关于执行案件督办工作的实施办法（试行）", new("HNI", "HNI-4"), "第四条　审查和发出督办函",
        [new("HNI", "海南办法（HNI）18 条"), new("GC21", "钢城意见（GC21）18 条")],
        [new("立案", [new(new("HNI", "HNI-1"), "什么是督办"), new(new("HNI", "HNI-2"), "分级督办")]), new("办理", [new(new("HNI", "HNI-4"), "审查和发出督办函", true), new(new("HNI", "HNI-5"), "督办方式")])],
        "上级法院受理反映下级法院执行问题的信访后，安排人员限期审查；合格的，限期发出督办函并附材料。",
        ["收到材料即开“审查”期限，合格后开“发函”期限。", "督办函由案件数据生成，缺材料清单不能发出。"],
        "已实现",
        [new("采用", "焦作市中级人民法院自 2026-01-01 起采用"), new("版本", "第 2 版")],
        [
            new(new(LightState.Overdue, "逾期 3 日"), new(new DateOnly(2026, 2, 9)), "发出督办函", "/petitions/1", "阎守信", "（2023）豫0823执1177号", "审查人 左思齐", "02-06 审查合格，3 日内发函"),
            new(Soon, Feb14, "发出督办函", "/petitions/2", "孟州市会昌街道梁庄社区股份经济合作社", "（2022）豫0883执95号", "审查人 左思齐", null),
        ],
        5,
        new("海南办法（试行）", "HNI", "海南暂行规定（试行）", "HNP",
            [new("初次审查", RichText.Of(RichText.By(new("HNI", "HNI-4")), " 收到材料后 ", new RichText.Strong("5 日")), RichText.Of(RichText.By(new("HNP", "HNP-7")), " 一般 ", new RichText.Strong("5 个工作日")), true, "以 HNI 为准，更早")]),
        [new("与上一版比较", "/regulations/HNI/diff")]);

    public static CalendarModel Calendar { get; } = new(
        2026, "/calendar?year=2025", "/calendar?year=2027",
        [.. Enumerable.Range(0, 365).Select(i => Day(new DateOnly(2026, 1, 1).AddDays(i)))],
        false,
        [new("通知", "国办发明电〔2025〕7 号"), new("载入", "2025-11-05，非暂定")],
        [new("元旦", "01-01 至 01-03 放假；01-04（周日）上班"), new("春节", "02-15 至 02-23 放假；02-14、02-28（周六）上班")],
        Today,
        [new("载入通知", "/calendar/notice")]);

    public static CourtsModel Courts { get; } = new(
        FormState.Empty, [], [new("河南省高级人民法院", "/courts/1")],
        new("河南省焦作市中级人民法院", "豫08", "中级人民法院", "/courts/3", 11, true),
        [new("地址", "焦作市人民路 1 号"), new("接待窗口", "周一至周五 09:00–17:00"), new("联络员", "魏书勤，0391-0000000")],
        [Qinyang, new("焦作市解放区人民法院", "豫0802", "基层人民法院", "/courts/4", 0, true)],
        [new("执行局", "葛松年", 31, null), new("信访专班", null, 4, "0391-0000001")],
        [new("编辑联系卡", "/courts/3/card")]);

    public static StaffModel Staff { get; } = new(
        "河南省焦作市中级人民法院", FormState.Empty, Choices, Choices,
        [new("左思齐", "H0800017", "执行局", ["承办人", "审查人"], "在职", true, 12, "白露", [new("移交并离任", "/staff/17/handover"), new("重置口令", "/staff/17/password", PostKey: Key)])],
        new(null, null, 50, Unit: "人"), new(FormState.Empty, Key), new("宗晓彤", "H0800021", "Rt7k-9mQp-2wXd"));

    public static AccessLogModel AccessLog { get; } = new(
        FormState.Empty, Choices,
        [new(Today, new(9, 31, 4), "时海宁", "接访人员", "济南市钢城区人民法院", "显示证件号码", "2025-鲁0117-0412", "/petitions/p1", "核对身份", "10.0.3.17"), new(Today, new(9, 24, 0), "时海宁", "接访人员", "济南市钢城区人民法院", "比对", "2025-鲁0116-0087", null, null, "10.0.3.17", true)],
        new(null, "?before=1", 100, Unit: "条"), "本院，最近 30 天");

    public static HealthModel Health { get; } = new(
        Today, new(9, 40, 0),
        [new("数据库", HealthState.Good, "连接正常，延迟 1 毫秒"), new("磁盘", HealthState.Warning, "剩余 9%", "清理或扩容"), new("病毒检查", HealthState.Failed, "clamd 未响应", "检查服务是否启动；附件暂存为“已收到”")],
        [new("版本", "0.1.0"), new("启动于", "2026-02-12 08:00")]);

    private static YearDay Day(DateOnly date)
    {
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return date switch
        {
            { Month: 1, Day: <= 3 } => new(date, YearDayKind.Holiday, "元旦"),
            { Month: 1, Day: 4 } => new(date, YearDayKind.MakeUp, "元旦调休"),
            { Month: 2, Day: 14 or 28 } => new(date, YearDayKind.MakeUp, "春节调休"),
            { Month: 2, Day: >= 15 and <= 23 } => new(date, YearDayKind.Holiday, "春节"),
            _ => new(date, weekend ? YearDayKind.Weekend : YearDayKind.Work),
        };
    }
}

using Zhixin.Web.Components;
using Zhixin.Web.Reception;

namespace Zhixin.Web.Tests.Shell;

/// <summary>A day of reception.</summary>
public static partial class Samples
{
    public static ReceptionModel Reception { get; } = new(
        RichText.Of("济南市钢城区人民法院　", RichText.On(new BindingDay(Today))), Today,
        FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["day"] = "2026-02-12", ["court"] = "1", ["receiver"] = "" }),
        [new("1", "济南市钢城区人民法院")], [new("", "全部"), new("2", "孟庆和")],
        [new("全部", "/reception", true, 4), new("预约", "/reception?show=appointments", Count: 2), new("预约待记录", "/reception?show=waiting", Count: 1)],
        [
            new("09:00–09:30", "预约", "佟桂兰", new("2026-鲁0117-0012", "/petitions/1/1"), "第一接待室", "陈玉兰", [new("领导接访", true)], new(LightState.Fulfilled, "已接待"),
                "转承办人。拟办意见：三日内查询车辆。督导落实：邢国梁。", "当日录入", new("回执", "/contacts/1/1/receipt"), [new("处理结果", "/petitions/1/1/act/contact-outcome")]),
            new("10:00–10:30", "预约", "鲁守田", new("2026-鲁0117-0013", "/petitions/1/2"), "第一接待室", "孟庆和", [new("时间冲突，请改约", true)], new(LightState.Soon, "等候"), "", "", null,
                [new("来了，登记", "/register?petition=1_2&channel=visit", true), new("记录接访", "/petitions/1/2/act/reception"), new("没有来", "/petitions/1/2/act/appointment-absence"), new("改约", "/petitions/1/2/act/appointment-change")]),
            new("10:12", "来访", "阿依古丽·买买提明，6 人", null, "到省", "时海宁", [], new(LightState.Fulfilled, "已接待"), "当场解决。当场退还保证金。", "2026-02-13 补录，没有证明", new("回执", "/contacts/1/3/receipt"), []),
        ],
        "/register?channel=visit", "/register?channel=phone", "/reception/booking", "/reception?day=2026-02-11", "/reception?day=2026-02-13", "/reception", "/reception/print?day=2026-02-12",
        "/reception/export?day=2026-02-12", "/reception/statistics?day=2026-02-12");

    public static StatisticsModel Statistics { get; } = new(
        RichText.Of("河南省焦作市中级人民法院及所辖　", RichText.On(new BindingDay(Today))), Today,
        [Figures("河南省焦作市中级人民法院", 0), Figures("焦作市解放区人民法院", 3), new FigureRow("合计", [.. FigureColumns.All.Select(_ => new Figure(3, null))], true)],
        new("每日录入统计和通报", new(LightState.Soon, "今天 24:00 前"), new BindingDay(Today), new("JZ21", "JZ21-3.1", "焦作方案三（一）")),
        new("/reception/bulletins", Key, FormState.Of(new Dictionary<string, string?>(StringComparer.Ordinal) { ["day"] = "2026-02-12" })), null,
        new("发出通报", "您的岗位不能办理这一事项。", new("JZ21", "JZ21-3.1"), "由执行局长或者综合处办理。"),
        [new(new("2026-豫08-通0001", "/reception/bulletins/2/1"), "河南省焦作市中级人民法院", Today.AddDays(-1), Today.AddDays(-1))],
        "/reception/statistics?day=2026-02-11", "/reception/statistics?day=2026-02-13", "/reception/statistics", "/reception?day=2026-02-12", new("JZ21", "JZ21-3.1"));

    public static BulletinModel Bulletin { get; } = new(
        "河南省焦作市中级人民法院", "2026-豫08-通0001", Today, Today, "郭建章", Statistics.Rows, "请及时录入。", "/reception/statistics?day=2026-02-12");

    private static FigureRow Figures(string court, int n) => new(court, [.. FigureColumns.All.Select(c => new Figure(n, n == 0 ? null : "/reception?show=" + c.Show))]);
}

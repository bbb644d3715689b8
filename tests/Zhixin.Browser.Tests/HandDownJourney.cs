using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Browser.Tests;

/// <summary>A visit to Beijing goes from the Supreme Court through High and intermediate court to the basic court, and its result comes back, in the browser of each.</summary>
public sealed class HandDownJourney(WebDatabase database, Browser browser)
{
    private static readonly (string, string)[] Report = [("progress", "已查控三处房产"), ("result", "案款已发还，信访人已答复"), ("document", "专报 1 号，存综合处")];

    [Fact]
    public async Task From_the_supreme_court_down_to_the_basic_court_and_back()
    {
        await using var app = await TestApp.Start(database, "2026-03-02", adoptGangchengRules: false);
        var courts = await HainanCourts.Visited(app);
        var windows = new Windows(app, browser);
        await Down(courts, windows);
        await Late(courts, windows);
        await Back(courts, windows);
    }

    private static async Task Down(HainanCourts courts, Windows windows)
    {
        var supreme = await windows.At("s-head", courts.Petition);
        await supreme.Refused("hand-down", Demand("最高交 1 号", string.Empty), "SPC16-3(2)");
        await supreme.Do("hand-down", Demand("最高交 1 号", "2026-05-29"));
        await (await windows.At("h-head", courts.Petition)).Do("same-day-hand-down", Hop("琼高交 1 号", "2026-05-25"));
        await (await windows.At("m-head", courts.Petition)).Do("same-day-hand-down", Hop("琼海交 1 号", "2026-05-08"));
        await (await windows.At("b-head", courts.Petition)).Do("hop-handler", ("handler", courts.Ids["b-handler"].ToString()));
        (await windows.Reads("b-handler", "/messages")).ShouldContain("承办");
        (await windows.Reads("b-head", "/hand-downs")).ShouldContain("琼海交 1 号");
        (await windows.Reads("s-head", courts.Petition)).ShouldContain("海口市美兰区人民法院");
        await supreme.Cannot("催报", "HNP-16");
    }

    private static async Task Late(HainanCourts courts, Windows windows)
    {
        await windows.On("2026-05-11");
        (await windows.Reads("m-head", "/hand-downs?show=overdue")).ShouldContain("琼海交 1 号");
        await (await windows.At("m-head", courts.Petition)).Do("hop-pressing", ("means", "phone"), ("content", "请立即上报，承办人答应今天报"));
        await (await windows.At("b-handler", courts.Petition)).Do("hop-report", Report);
    }

    private static async Task Back(HainanCourts courts, Windows windows)
    {
        await windows.On("2026-05-12");
        var mid = await windows.At("m-head", courts.Petition);
        await mid.Refused("hop-report-decision", [("agreed", "no"), ("reason", " ")], "退回");
        await mid.Do("hop-report-decision", ("agreed", "yes"), ("reason", "办理得当"));
        await mid.Do("hop-handler", ("handler", courts.Ids["m-handler"].ToString()));
        await (await windows.At("m-handler", courts.Petition)).Do("hop-report", Report);
        var high = await windows.At("h-head", courts.Petition);
        await high.Do("hop-report-decision", ("agreed", "yes"), ("reason", "同意"));
        await high.Do("hop-handler", ("handler", courts.Ids["h-handler"].ToString()));
        await (await windows.At("h-handler", courts.Petition)).Do("hop-report", Report);
        var supreme = await windows.At("s-head", courts.Petition);
        await supreme.Do("hop-report-decision", ("agreed", "yes"), ("reason", "同意"));
        await supreme.Sees("最高交 1 号", "琼海交 1 号");
    }

    /// <summary>Where HNP is in force, the situation is chosen too.</summary>
    private static (string, string)[] Hop(string letter, string due) => [("situation", "3-level-skipping"), .. Demand(letter, due)];

    private static (string, string)[] Demand(string letter, string due) =>
        [("ground", "越级进京走访"), ("demand", "查明情况，答复信访人，报告结果"), ("letter", letter), ("due", due)];
}

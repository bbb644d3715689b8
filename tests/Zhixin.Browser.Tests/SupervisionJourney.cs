using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Browser.Tests;

/// <summary>
/// A supervision by the High Court from its material to its end, each act in the browser of whoever does it: late, pressed, "no property", heard, improper,
/// reconsidered by a fresh panel, corrected, closed. 2026-03-02 is a Monday.
/// </summary>
public sealed class SupervisionJourney(WebDatabase database, Browser browser)
{
    private static readonly (string, string)[] Hearing =
        [("present", "applicant"), ("serviceProof", "送达回证两份，存卷"), ("told", "查控五家银行和不动产登记的情况"), ("minutes", "听证笔录 1 号")];

    [Fact]
    public async Task Late_pressed_heard_found_improper_reconsidered_corrected_and_closed()
    {
        await using var app = await TestApp.Start(database, "2026-03-02", adoptGangchengRules: false);
        var courts = await HainanCourts.HandedDown(app);
        var windows = new Windows(app, browser);
        var address = await Begun(courts, windows);
        await Lettered(courts, windows, address);
        await Pressed(windows, address);
        await Heard(windows, address);
        await Reconsidered(courts, windows, address);
        await Closed(windows, address);
    }

    private static async Task<string> Begun(HainanCourts courts, Windows windows)
    {
        var page = await windows.Of("h-head");
        await page.GotoAsync("/supervisions/new?petition=" + courts.Petition["/petitions/".Length..].Replace('/', '_'));
        (await Browser.SeriousFindings(page)).ShouldBeEmpty();
        await page.ClickAsync("button:has-text('启动督办')");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有办成，已填内容都在");
        await page.SelectOptionAsync("[name=source]", "9");
        await page.FillAsync("[name=complaint]", "判决一年没有执行到位");
        await page.ClickAsync("button:has-text('启动督办')");
        await page.WaitForURLAsync(url => !url.Contains("/new", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task Lettered(HainanCourts courts, Windows windows, string address)
    {
        var head = await windows.At("h-head", address);
        await head.Do("review", ("qualifies", "yes"), ("ground", "1"), ("opinion", "超过法定期限没有执结"));
        (string, string)[] letter = [("court", HainanCourts.Basic), ("demands", "依法执行并书面报告"), ("materials", "来访登记")];
        await head.Refused("letter", letter, "HNI-6");
        await head.Do("letter", [.. letter, ("due", "2026-03-20")]);
        await head.Sees("（2026）琼督函1号", "2026-03-20");
        var below = await windows.At("b-head", address);
        await below.Do("handler", ("handler", courts.Ids["b-handler"].ToString()));
        await (await windows.At("b-handler", address)).Do("acknowledgement");
        (await windows.Reads("b-handler", "/")).ShouldContain("报告");
    }

    private static async Task Pressed(Windows windows, string address)
    {
        await windows.On("2026-03-23");
        (await windows.Reads("h-head", "/supervisions?show=overdue")).ShouldContain("海口市美兰区人民法院");
        await (await windows.At("h-head", address)).Do("urging", ("content", "请立即报告，承办人答复本周报"));
        await (await windows.At("b-handler", address)).Refused(
            "new-date-request", [("cause", "被执行人下落不明"), ("nextStep", "继续查找"), ("until", "2026-04-03"), ("document", "报告 3 号")], "HNP-21");
        await (await windows.At("h-head", address)).Cannot("发催办函", "HNP-23");
        await windows.On("2026-03-30");
        var head = await windows.At("h-head", address);
        await head.Do("urging-letter", ("content", "立即报告，逾期将予通报"), ("due", "2026-04-03"));
        await head.Sees("（2026）琼督催1号");
        await (await windows.At("b-handler", address)).Do("delay-explanation", ("explanation", "查找被执行人下落，下周报告"), ("document", "书面说明"));
    }

    private static async Task Heard(Windows windows, string address)
    {
        await windows.On("2026-04-01");
        var handler = await windows.At("b-handler", address);
        await handler.Do("no-property", ("findings", "网络查控五家银行，没有可供执行的财产"), ("document", "书面答复 1 号"));
        await handler.Do("hearing", Hearing);
        await handler.Sees("2026-04-13");
        await windows.On("2026-04-13");
        await (await windows.At("b-handler", address)).Do("hearing-report", ("result", "确无财产，建议终本"), ("document", "报告 4 号"));
    }

    private static async Task Reconsidered(HainanCourts courts, Windows windows, string address)
    {
        await windows.On("2026-04-14");
        await (await windows.At("h-head", address)).Do("report-improper", ("reason", "没有查询不动产登记"));
        var director = await windows.At("h-director", address);
        await director.Do("opinion", ("content", "拍卖登记在其名下的房屋"), ("reasons", "不动产登记显示有房屋一处"), ("due", "2026-04-30"));
        await (await windows.At("b-director", address)).Do("reconsideration", ("error", "该房屋已由另案查封"), ("document", "复议申请书"));
        await director.Do("reconsideration-panel", ("members", string.Join(',', new[] { 1, 2, 3 }.Select(n => courts.Ids["h-new" + n]))));
        await (await windows.At("h-new2", address)).Do(
            "reconsideration-decision", ("outcome", "correct"), ("content", "另案查封属实"), ("now", "申请参与分配，并查询其他不动产"), ("due", "2026-05-13"));
        await director.Sees("申请参与分配，并查询其他不动产", "2026-05-13");
    }

    private static async Task Closed(Windows windows, string address)
    {
        await windows.On("2026-05-13");
        await (await windows.At("b-handler", address)).Do("compliance", ("content", "已参与分配并发还"), ("document", "报告 5 号"));
        var head = await windows.At("h-head", address);
        await head.Do("report-acceptance", ("opinion", "已照意见办理"));
        await head.Refused("closing", [("condition", "1"), ("material.1-report", "报告 5 号"), ("material.1-evidence", " ")], "HNI-15(1)");
        await head.Do("closing", ("condition", "1"), ("material.1-report", "报告 5 号"), ("material.1-evidence", "参与分配款发还凭证"));
        (await windows.Reads("h-director", "/approvals")).ShouldContain("办结");
        await (await windows.At("h-director", address)).Do("closing-consent", ("agreed", "yes"));
        await (await windows.At("b-head", address)).Sees("已办结");
    }
}

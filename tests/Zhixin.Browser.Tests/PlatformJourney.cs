using Microsoft.Playwright;
using Zhixin.Database.Tests.Ledger;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Browser.Tests;

/// <summary>Items of the platform in the browser: one by the form, several from a file, completed below, confirmed above; the daily window.</summary>
public sealed class PlatformJourney(WebDatabase database, Browser browser)
{
    private static readonly object?[] Header = ["平台编号", "类别", "承办法院", "案号", "事项", "收到日期", "期限"];

    [Fact]
    public async Task Entered_by_form_and_file_completed_below_confirmed_above_and_the_window_reported()
    {
        await using var app = await TestApp.Start(database, "2026-03-02", adoptGangchengRules: false);
        var courts = await HainanCourts.HandedDown(app);
        var windows = new Windows(app, browser);
        var address = await Entered(windows);
        await FromFile(windows);
        await (await windows.At("b-head", address)).Do("handler", ("handler", courts.Ids["b-handler"].ToString()));
        await (await windows.At("b-handler", address)).Do("completion", ("reply", "已扣划并发还"), ("document", "回执 1 号"));
        var head = await windows.At("h-head", address);
        await head.Refused("confirmation", [("opinion", "属实")], "核查人");
        await head.Do("verifier", ("verifier", courts.Ids["h-head"].ToString()));
        await head.Do("confirmation", ("opinion", "回执属实"));
        await (await windows.At("b-handler", address)).Sees("回执属实");
        await Window(windows);
    }

    private static async Task<string> Entered(Windows windows)
    {
        var page = await windows.Of("h-head");
        await page.GotoAsync("/platform-items");
        await page.FillAsync("[name=external]", "PT-2026-001");
        await page.SelectOptionAsync("[name=kind]", new SelectOptionValue { Index = 1 });
        await page.SelectOptionAsync("[name=court]", HainanCourts.Basic);
        await page.FillAsync("[name=content]", "督促执行");
        await page.FillAsync("[name=due]", "2026-13-40");
        await page.ClickAsync("button:has-text('登记')");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有登记，已填内容都在");
        (await page.InputValueAsync("[name=content]")).ShouldBe("督促执行");
        await page.FillAsync("[name=due]", "2026-03-10");
        await page.ClickAsync("button:has-text('登记')");
        await page.WaitForURLAsync(url => !url.EndsWith("/platform-items", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task FromFile(Windows windows)
    {
        var page = await windows.Of("h-head");
        object?[] right = ["PT-2026-002", "重点案件", HainanCourts.Basic, null, "督促执行", "2026-03-02", "2026-03-12"];
        await Upload(page, [Header, right, ["PT-2026-003", "闲谈", HainanCourts.Basic, null, "督促执行", "2026-03-02", null]]);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有登记，请改正这些行");
        (await Browser.SeriousFindings(page)).ShouldBeEmpty();
        await Upload(page, [Header, right, ["PT-2026-003", "重点案件", HainanCourts.Mid, null, "督促执行", "2026-03-02", null]]);
        await page.WaitForURLAsync(url => url.EndsWith("/platform-items", StringComparison.Ordinal) || url.Contains("/platform-items/", StringComparison.Ordinal));
        var text = await windows.Reads("h-head", "/platform-items");
        text.ShouldContain("PT-2026-002");
        text.ShouldContain("PT-2026-003");
    }

    private static async Task Upload(IPage page, object?[][] rows)
    {
        await page.GotoAsync("/platform-items");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload
        {
            Name = "平台事项.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = new TestWorkbook().Sheet("事项", rows).Build().ToArray(),
        });
        await page.ClickAsync("button:has-text('登记')");
        await page.WaitForLoadStateAsync();
    }

    private static async Task Window(Windows windows)
    {
        var page = await windows.Of("h-head");
        (await windows.Reads("h-head", "/platform-items/window")).ShouldContain("规定时段");
        await page.ClickAsync("button:has-text('报告')");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有报告，已填内容都在");
        await page.FillAsync("[name=found]", "逐项检查，督促一项");
        await page.ClickAsync("button:has-text('报告')");
        await Assertions.Expect(page.Locator("#reported, [aria-labelledby='h-reported']").First).ToContainTextAsync("逐项检查，督促一项");
    }
}

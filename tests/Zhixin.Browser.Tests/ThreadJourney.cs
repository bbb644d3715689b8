using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>The thread as clerk, unit head, handler and administrator do it, in a browser with scripts.</summary>
public sealed class ThreadJourney(WebDatabase database, Browser browser)
{
    [Fact]
    public async Task A_repeat_visitor_is_recognised_while_typing_joined_handed_over_and_acknowledged()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");

        var clerk = await browser.SignIn(app, "clerk");
        await Register(clerk, "账户冻结五个月未扣划");
        await Assertions.Expect(clerk.Locator("h1")).ToHaveTextAsync("信访事项登记回执");

        await clerk.GotoAsync("/register");
        await clerk.FillAsync("[name=personName]", "佟桂兰");
        await clerk.FillAsync("[name=caseNumber]", "(2025)豫0802执第1234号");
        await clerk.FillAsync("[name=account]", "第二次来问");
        await Assertions.Expect(clerk.Locator("#repeats")).ToContainTextAsync("这是第 2 次", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
        (await Browser.SeriousFindings(clerk)).ShouldBeEmpty();
        await clerk.ClickAsync("button[name=join]");
        await Assertions.Expect(clerk.Locator("body")).ToContainTextAsync("同一事项第 2 次");
        (await Browser.SeriousFindings(clerk)).ShouldBeEmpty();

        var head = await browser.SignIn(app, "head");
        await Assertions.Expect(head.Locator("main")).ToContainTextAsync("佟桂兰");
        (await Browser.SeriousFindings(head)).ShouldBeEmpty();
        await head.ClickAsync(".what a >> nth=0");
        await head.SelectOptionAsync("[name=handler]", new SelectOptionValue { Label = "孟庆和　承办人" });
        await head.ClickAsync("text=分办，交承办人签收");
        await Assertions.Expect(head.Locator("#main")).ToContainTextAsync("待承办人签收");
        (await Browser.SeriousFindings(head)).ShouldBeEmpty();

        var handler = await browser.SignIn(app, "handler");
        await handler.GotoAsync(new Uri(head.Url).AbsolutePath);
        await handler.ClickAsync("button:has-text('签收') >> nth=0");
        await Assertions.Expect(handler.Locator("#main")).ToContainTextAsync("2026-04-16");
        await handler.GotoAsync("/");
        await Assertions.Expect(handler.Locator("main")).ToContainTextAsync("GC21-13");
        (await Browser.SeriousFindings(handler)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_administrator_sees_no_matter()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("admin", "系统管理员", string.Empty, "system-administrator");
        var admin = await browser.SignIn(app, "admin");
        foreach (var path in new[] { "/register", "/ledger", "/import" })
        {
            var answer = await admin.GotoAsync(path);
            answer!.Status.ShouldBe(403, path);
            (await Browser.SeriousFindings(admin)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_form_that_fails_keeps_what_was_typed_and_the_page_stays_accessible()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var clerk = await browser.SignIn(app, "clerk");
        await clerk.GotoAsync("/register");
        await clerk.FillAsync("[name=personName]", "佟桂兰");
        await clerk.FillAsync("[name=receivedAt]", "2026-13-45");
        await clerk.ClickAsync("text=登记并打印回执");
        await Assertions.Expect(clerk.Locator("[name=personName]")).ToHaveValueAsync("佟桂兰");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("无法识别");
        (await Browser.SeriousFindings(clerk)).ShouldBeEmpty();
    }

    private static async Task Register(IPage clerk, string account)
    {
        await clerk.GotoAsync("/register");
        await clerk.FillAsync("[name=personName]", "佟桂兰");
        await clerk.FillAsync("[name=caseNumber]", "（2025）豫0802执1234号");
        await clerk.FillAsync("[name=account]", account);
        await clerk.Keyboard.PressAsync("Control+Enter");
        await clerk.WaitForURLAsync(url => url.Contains("receipt", StringComparison.Ordinal));
    }
}

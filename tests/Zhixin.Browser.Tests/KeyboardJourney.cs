using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>The thread without a mouse: only keys are pressed after signing in, which is done with keys too.</summary>
public sealed class KeyboardJourney(WebDatabase database, Browser browser)
{
    private const int MostTabs = 120;

    [Fact]
    public async Task A_visitor_is_registered_assigned_and_acknowledged_with_keys_alone()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");

        var clerk = await browser.SignIn(app, "clerk");
        await Follow(clerk, "a[href='/register']");
        await TypeIn(clerk, "[name=personName]", "佟桂兰");
        await TypeIn(clerk, "[name=caseNumber]", "（2025）豫0802执1234号");
        await TypeIn(clerk, "[name=account]", "账户冻结五个月未扣划");
        await clerk.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(clerk.Locator("h1")).ToHaveTextAsync("信访事项登记回执");

        var head = await browser.SignIn(app, "head");
        await Follow(head, ".what a");
        await TabTo(head, "select[name=handler]");
        await head.Keyboard.PressAsync("ArrowDown");
        await Follow(head, "form[aria-label='分办'] button");
        await Assertions.Expect(head.Locator("#main aside")).ToContainTextAsync("孟庆和");
        var petition = new Uri(head.Url).AbsolutePath;

        var handler = await browser.SignIn(app, "handler");
        await Follow(handler, ".work td form button, .work td a.btn");
        await Assertions.Expect(handler.Locator("h1")).ToHaveTextAsync("佟桂兰");
        new Uri(handler.Url).AbsolutePath.ShouldStartWith(petition);
        await Follow(handler, "form[action$='/acknowledgement'] button");
        await Assertions.Expect(handler.Locator("#main")).ToContainTextAsync("2026-04-16");
        await TabTo(handler, "summary");
        var open = await handler.Locator(".why[open]").CountAsync();
        await handler.Keyboard.PressAsync("Space");
        (await handler.Locator(".why[open]").CountAsync()).ShouldNotBe(open, "the explanation opens and closes with the space bar");
    }

    [Fact]
    public async Task The_skip_link_comes_first_the_focus_is_seen_and_slash_and_question_mark_work_outside_fields()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var clerk = await browser.SignIn(app, "clerk");

        await clerk.GotoAsync("/calendar");
        await clerk.Keyboard.PressAsync("Tab");
        (await Focused(clerk, "e => e.className")).ShouldBe("skip");
        (await Focused(clerk, "e => e.getBoundingClientRect().top >= 0")).ShouldBe("true", "it is seen when it has the focus");
        await clerk.Keyboard.PressAsync("Enter");
        new Uri(clerk.Url).Fragment.ShouldBe("#main");

        await clerk.GotoAsync("/calendar");
        for (var i = 0; i < 12; i++)
        {
            await clerk.Keyboard.PressAsync("Tab");
            (await Focused(clerk, "e => parseFloat(getComputedStyle(e).outlineWidth) >= 2 && getComputedStyle(e).outlineStyle !== 'none'")).ShouldBe("true", "the focus is seen");
        }

        await clerk.GotoAsync("/calendar");
        await clerk.Keyboard.PressAsync("/");
        (await Focused(clerk, "e => e.id")).ShouldBe("q");
        await clerk.Keyboard.TypeAsync("/?");
        await Assertions.Expect(clerk.Locator("#q")).ToHaveValueAsync("/?");
        await clerk.GotoAsync("/calendar");
        await clerk.Keyboard.PressAsync("?");
        await Assertions.Expect(clerk).ToHaveURLAsync(new Uri(new Uri(app.Address), "/help").ToString(), new PageAssertionsToHaveURLOptions { Timeout = 60_000 });
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("Ctrl Enter");
        await TabTo(clerk, "input[name=theme]:checked");
        await clerk.Keyboard.PressAsync("ArrowDown");
        await clerk.Keyboard.PressAsync("ArrowDown");
        await Follow(clerk, "form[action='/me/theme'] button");
        await Assertions.Expect(clerk.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task Everything_that_can_be_pressed_is_large_enough()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var head = await browser.SignIn(app, "head");
        foreach (var path in new[] { "/", "/register", "/ledger", "/import", "/regulations/GC21/GC21-13", "/courts", "/help" })
        {
            await head.GotoAsync(path);
            (await head.EvaluateAsync<string[]>(
                """
                [...document.querySelectorAll('main button, main .btn, main select, main input:not([type=hidden]):not([type=radio]):not([type=checkbox]), main summary, nav a, .pick label')]
                  .filter(e => e.getClientRects().length > 0 && (e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24)).map(e => e.outerHTML.slice(0, 80))
                """)).ShouldBeEmpty(path);
        }
    }

    private static async Task Follow(IPage page, string selector)
    {
        await TabTo(page, selector);
        await page.EvaluateAsync("document.documentElement.setAttribute('data-left', '')");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html:not([data-left]) .foot, html:not([data-left]) .receipt")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await page.WaitForLoadStateAsync();
    }

    private static async Task TypeIn(IPage page, string selector, string text)
    {
        await TabTo(page, selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement !== null && document.activeElement.matches(s)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} is not reached with {MostTabs} tabs on {page.Url}: {await page.Locator("main").InnerTextAsync()}");
    }

    private static async Task<string> Focused(IPage page, string what) =>
        await page.EvaluateAsync<string>($"() => String(({what})(document.activeElement))");
}

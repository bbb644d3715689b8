using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>The windows of people of several courts: each signs in anew on each day.</summary>
internal sealed class Windows(TestApp app, Browser browser)
{
    private readonly Dictionary<string, IPage> _pages = new(StringComparer.Ordinal);

    /// <summary>Another day, at noon; all windows close.</summary>
    public async Task On(string day)
    {
        foreach (var page in _pages.Values)
        {
            await page.Context.CloseAsync();
        }

        _pages.Clear();
        app.Clock.Now = TestClock.Noon(day);
    }

    /// <summary>A person at the page of a matter.</summary>
    public async Task<Desk> At(string user, string address) => new(await Of(user), address);

    /// <summary>A person's window.</summary>
    public async Task<IPage> Of(string user)
    {
        if (!_pages.TryGetValue(user, out var page))
        {
            page = await browser.SignIn(app, user);
            _pages[user] = page;
        }

        return page;
    }

    /// <summary>The text of a page as a person sees it; nothing serious is found on it and it is not wider than the window.</summary>
    public async Task<string> Reads(string user, string address)
    {
        var page = await Of(user);
        await page.GotoAsync(address);
        (await Browser.SeriousFindings(page)).ShouldBeEmpty(address);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, $"{address} is wider than the window");
        return await page.Locator("main").InnerTextAsync();
    }
}

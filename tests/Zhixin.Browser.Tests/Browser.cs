using System.Text.Json;
using Microsoft.Playwright;
using Zhixin.Browser.Tests;
using Zhixin.Web.Tests.Shared;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Zhixin.Browser.Tests;

/// <summary>One headless Chromium for the test run.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("ZHIXIN_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A person of the app, signed in, at an office monitor.</summary>
    public async Task<IPage> SignIn(TestApp app, string user)
    {
        var page = await Open(app);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[name=user]", user);
        await page.FillAsync("input[name=password]", TestApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>A window of someone who has not signed in.</summary>
    public async Task<IPage> Open(TestApp app)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = app.Address, Locale = "zh-CN", ViewportSize = new ViewportSize { Width = 1366, Height = 768 } });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        return page;
    }

    /// <summary>What axe-core finds on the page that is serious or critical.</summary>
    public static async Task<IReadOnlyList<string>> SeriousFindings(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | '))");
        return [.. found.EnumerateArray().Select(f => f.GetString()!)];
    }
}

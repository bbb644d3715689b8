using Microsoft.Playwright;

namespace Zhixin.Browser.Tests;

/// <summary>Somebody at the page of one petition: does acts by its forms, and reads why others cannot be done.</summary>
internal sealed class Desk(IPage page, string address)
{
    public IPage Page => page;

    public string Address => address;

    /// <summary>Does an act; the page of the petition comes back.</summary>
    public async Task Do(string act, params (string Name, string Value)[] fields)
    {
        await Send(act, fields);
        (new Uri(page.Url).AbsolutePath, await Said()).ShouldBe((address, string.Empty), act);
    }

    /// <summary>Tries an act that the law forbids: the form says why with the clause and how it can be done, and keeps what was typed.</summary>
    public async Task Refused(string act, (string Name, string Value)[] fields, params string[] said)
    {
        await Send(act, fields);
        var text = await Said();
        said.ShouldAllBe(part => text.Contains(part, StringComparison.Ordinal), text);
        foreach (var (name, value) in fields.Where(f => f.Name is "content" or "result" or "remedy" or "explanation" or "hardship"))
        {
            (await page.InputValueAsync($"[name='{name}']")).ShouldBe(value);
        }
    }

    /// <summary>Reads in the page's list why an act cannot be done now, and by what it can be.</summary>
    public async Task Cannot(string act, params string[] said)
    {
        await page.GotoAsync(address);
        var item = page.Locator("section[aria-labelledby='h-acts'] .cannot li").Filter(new LocatorFilterOptions { Has = page.Locator($"b:text-is('{act}')") }).First;
        await item.EvaluateAsync("li => li.closest('details').open = true");
        var text = await item.InnerTextAsync();
        said.ShouldAllBe(part => text.Contains(part, StringComparison.Ordinal), text);
        (await item.Locator(".cure").InnerTextAsync()).ShouldNotBeEmpty(act);
    }

    /// <summary>The petition is given to somebody by the form on its page.</summary>
    public async Task Assign(string handler)
    {
        await page.GotoAsync(address);
        await page.SelectOptionAsync("[name=handler]", new SelectOptionValue { Label = handler });
        await page.ClickAsync("text=分办，交承办人签收");
        await Assertions.Expect(page.Locator("#main")).ToContainTextAsync("待承办人签收");
    }

    /// <summary>The named handler signs.</summary>
    public async Task Acknowledge()
    {
        await page.GotoAsync(address);
        await page.ClickAsync("button:has-text('签收') >> nth=0");
        await Assertions.Expect(page.Locator("#main")).ToContainTextAsync("承办人签收");
    }

    /// <summary>The page says something.</summary>
    public async Task Sees(params string[] said)
    {
        await page.GotoAsync(address);
        foreach (var part in said)
        {
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(part);
        }

        (await Browser.SeriousFindings(page)).ShouldBeEmpty();
    }

    private async Task Send(string act, (string Name, string Value)[] fields)
    {
        await page.GotoAsync(address);
        await page.ClickAsync($"a[href$='/act/{act}'], a[href*='/act/{act}?']");
        foreach (var (name, value) in fields)
        {
            await Fill(name, value);
        }

        await page.ClickAsync("form.panel button.btn-main");
        await page.WaitForLoadStateAsync();
    }

    private async Task Fill(string name, string value)
    {
        var field = page.Locator($"[name='{name}']").First;
        var type = await field.EvaluateAsync<string>("e => e.tagName === 'INPUT' ? e.type : e.tagName");
        switch (type)
        {
            case "radio" or "checkbox":
                foreach (var one in value.Split(','))
                {
                    await page.CheckAsync($"[name='{name}'][value='{one}']");
                }

                break;
            case "SELECT":
                await page.SelectOptionAsync($"[name='{name}']", value);
                break;
            default:
                await field.FillAsync(value);
                break;
        }
    }

    /// <summary>What the form or the page says against it; nothing where it was done.</summary>
    private async Task<string> Said() => string.Join('\n', await page.Locator("[role=alert]").AllInnerTextsAsync());
}

using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>What the petition unit and the administrators do besides the thread: adopting, importing, finding again, reassigning, and looking up who looked.</summary>
public sealed class OfficeJourney(WebDatabase database, Browser browser)
{
    [Fact]
    public async Task Two_administrators_adopt_a_pack_and_neither_does_it_alone()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("system", "系统甲", "", "system-administrator");
        await app.Person("security", "安全乙", "", "security-administrator");
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");

        var system = await browser.SignIn(app, "system");
        await system.GotoAsync("/regulations");
        await system.SelectOptionAsync("[name=pack]", "GC21 1");
        await system.FillAsync("[name=court]", TestApp.Jiefang);
        await system.FillAsync("[name=from]", "2026-02-01");
        await system.FillAsync("section[aria-labelledby=h-propose] [name=reason]", "（2026）豫0802法 3 号");
        await system.ClickAsync("text=提出采用 >> nth=-1");
        await Assertions.Expect(system.Locator("section[aria-labelledby=h-wait]")).ToContainTextAsync(TestApp.Jiefang);
        await Assertions.Expect(system.Locator("section[aria-labelledby=h-wait] .cannot")).ToContainTextAsync("复核");

        var security = await browser.SignIn(app, "security");
        await security.GotoAsync("/regulations");
        await security.ClickAsync("text=复核并启用");
        await Assertions.Expect(security.Locator("section[aria-labelledby=h-adopted]")).ToContainTextAsync("系统甲 提出，安全乙 复核");

        var clerk = await browser.SignIn(app, "clerk");
        await clerk.GotoAsync("/regulations/GC21/GC21-13");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("自 2026-02-01 起");
    }

    [Fact]
    public async Task A_ledger_is_previewed_imported_filtered_saved_as_a_view_and_exported()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await app.Person("head", "陈冬", TestApp.Jiaozuo, "petition-unit-head");
        var head = await browser.SignIn(app, "head");
        await head.GotoAsync("/import");
        await head.SetInputFilesAsync("input[type=file]", Path.Combine(AppContext.BaseDirectory, "jiaozuo-ledger.xlsx"));
        await head.ClickAsync("text=读入并预览");
        await Assertions.Expect(head.Locator("aside")).ToContainTextAsync("不导入");
        (await Browser.SeriousFindings(head)).ShouldBeEmpty();
        await head.ClickAsync("text=确认导入这 552 行");
        await Assertions.Expect(head.Locator("[role=status]")).ToContainTextAsync("552 次来访");
        await head.GotoAsync("/corrections");
        (await head.Locator(".grid tbody tr").CountAsync()).ShouldBe(23);

        await head.GotoAsync("/ledger?view=all");
        var petitioner = (await head.Locator(".grid tbody th").First.TextContentAsync())!.Trim().Split(' ')[0].Split('等')[0];
        await head.FillAsync("[name=words] >> nth=1", petitioner);
        await head.ClickAsync("text=筛选 >> nth=-1");
        await Assertions.Expect(head.Locator(".grid tbody th").First).ToContainTextAsync(petitioner);
        await head.ClickAsync("text=把当前筛选存为视图");
        await head.FillAsync("#view-name", "常看的人");
        await head.ClickAsync("details button:has-text('保存')");
        await Assertions.Expect(head.Locator(".views")).ToContainTextAsync("我保存的：常看的人");
        var download = await head.RunAndWaitForDownloadAsync(() => head.ClickAsync("text=为 Excel"));
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        await using var file = await download.CreateReadStreamAsync();
        var head2 = new byte[2];
        await file.ReadExactlyAsync(head2, TestContext.Current.CancellationToken);
        head2.ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task An_accusation_takes_the_petition_out_of_the_handlers_sight_the_head_reassigns_and_the_log_shows_who_looked()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        await app.Person("second", "程立夏", TestApp.Jiefang, "handler");
        await app.Person("audit", "审计丙", "", "audit-administrator");
        var (clerk, head, handler) = (await browser.SignIn(app, "clerk"), await browser.SignIn(app, "head"), await browser.SignIn(app, "handler"));
        await Register(clerk, "账户冻结五个月未扣划", accused: null);
        await head.GotoAsync("/?scope=unit");
        await head.ClickAsync(".what a >> nth=0");
        var petition = new Uri(head.Url).AbsolutePath;
        await Assign(head, "孟庆和　承办人");
        (await handler.GotoAsync(petition))!.Status.ShouldBe(200);

        await Register(clerk, "承办人收了对方的钱", accused: "孟庆和");
        (await handler.GotoAsync(petition))!.Status.ShouldBe(404);
        await handler.GotoAsync("/");
        await Assertions.Expect(handler.Locator("main")).ToContainTextAsync("没有应办的事项");

        await head.GotoAsync(petition);
        await Assertions.Expect(head.Locator("#main")).ToContainTextAsync("不能交给以下人员");
        await Assign(head, "程立夏　承办人");
        var second = await browser.SignIn(app, "second");
        (await second.GotoAsync(petition))!.Status.ShouldBe(200);

        await head.GotoAsync(petition);
        await head.ClickAsync("details.reveal summary >> nth=0");
        await head.FillAsync("details.reveal[open] [name=purpose]", "核对身份");
        await head.ClickAsync("details.reveal[open] button");
        await Assertions.Expect(head.Locator("main")).ToContainTextAsync("本次显示已记录");
        var audit = await browser.SignIn(app, "audit");
        await audit.GotoAsync("/access-log");
        await Assertions.Expect(audit.Locator(".grid")).ToContainTextAsync("核对身份");
        await Assertions.Expect(audit.Locator(".grid")).ToContainTextAsync("打开案件");
        (await audit.GotoAsync(petition))!.Status.ShouldBe(403);
    }

    private static async Task Assign(IPage head, string label)
    {
        await head.SelectOptionAsync("[name=handler]", new SelectOptionValue { Label = label });
        await head.ClickAsync("text=分办，交承办人签收");
        await Assertions.Expect(head.Locator("#main")).ToContainTextAsync("待承办人签收");
    }

    private static async Task Register(IPage clerk, string account, string? accused)
    {
        await clerk.GotoAsync("/register");
        await clerk.FillAsync("[name=personName]", "佟桂兰");
        await clerk.FillAsync("[name=phone]", "13800006021");
        await clerk.FillAsync("[name=caseNumber]", "（2025）豫0802执1234号");
        await clerk.FillAsync("[name=account]", account);
        if (accused is not null)
        {
            await clerk.CheckAsync("[name=accused][value=yes]");
            await clerk.FillAsync("[name=accusedNames]", accused);
            await clerk.ClickAsync("button[name=join]");
        }
        else
        {
            await clerk.Keyboard.PressAsync("Control+Enter");
        }

        await clerk.WaitForURLAsync(url => url.Contains("receipt", StringComparison.Ordinal));
    }
}

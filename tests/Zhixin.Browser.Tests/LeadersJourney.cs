using Microsoft.Playwright;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Browser.Tests;

/// <summary>What the deputy director, the president, the superior and whoever issues papers do with a petition, in a browser.</summary>
public sealed class LeadersJourney(WebDatabase database, Browser browser)
{
    [Fact]
    public async Task A_repeated_visitor_is_booked_with_the_deputy_director_and_received_by_him()
    {
        await using var app = await TestApp.Start(database);
        var (clerk, _, _) = await Begun(app);
        await app.Person("deputy", "陈玉兰", TestApp.Jiefang, "deputy-director");
        await clerk.Page.GotoAsync("/register");
        await clerk.Page.FillAsync("[name=personName]", "佟桂兰");
        await clerk.Page.FillAsync("[name=caseNumber]", "（2025）豫0802执1234号");
        await clerk.Page.FillAsync("[name=account]", "又来询问");
        await Assertions.Expect(clerk.Page.Locator("#repeats")).ToContainTextAsync("这是第 2 次", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
        await clerk.Page.ClickAsync("button[name=join]");
        await clerk.Page.WaitForURLAsync(url => url.Contains("receipt", StringComparison.Ordinal));

        await clerk.Page.GotoAsync(clerk.Address + "/act/appointment");
        await Assertions.Expect(clerk.Page.Locator("[name=receiver] option:checked")).ToContainTextAsync("陈玉兰");
        await clerk.Do("appointment", ("day", "2026-02-12"), ("from", "15:00"), ("room", "第一接待室"));
        await clerk.Page.GotoAsync("/reception");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("第一接待室");
        (await Browser.SeriousFindings(clerk.Page)).ShouldBeEmpty();
        var deputy = new Desk(await browser.SignIn(app, "deputy"), clerk.Address);
        await deputy.Do("leader-reception", ("content", "听取诉求，当场联系承办人说明"), ("outcome", "solved-on-the-spot"), ("result", "已说明拍卖日期，信访人认可"), ("proof", "接访笔录第 1 号"));
        await deputy.Sees("当场解决");
    }

    [Fact]
    public async Task Only_the_president_fines_and_petitioning_is_never_the_ground()
    {
        await using var app = await TestApp.Start(database);
        var (_, head, _) = await Begun(app);
        await app.Person("president", "高院长", TestApp.Jiefang, "president");
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        var president = new Desk(await browser.SignIn(app, "president"), head.Address);
        var leader = new Desk(await browser.SignIn(app, "leader"), head.Address);
        await head.Page.GotoAsync(head.Address + "/act/conduct");
        var measures = await head.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[name=measure] option')].map(o => o.textContent + '|' + o.value)");
        var acts = await head.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[name=act] option')].map(o => o.value)");
        acts.ShouldNotContain("petitioning");
        var fine = measures.Single(m => m.StartsWith("罚款", StringComparison.Ordinal)).Split('|')[1];
        (string, string)[] facts = [("act", acts[1]), ("happened", "2026-02-12 上午在审判区冲击法庭"), ("basis", "《中华人民共和国民事诉讼法》第一百一十三条"), ("measure", fine), ("document", "现场录像和罚款决定书稿")];
        await head.Refused("conduct", facts, "必要", "GC21-10");
        await head.Do("conduct", [.. facts, ("necessity", "经两次劝阻仍不停止，警告不足以制止")]);
        await leader.Cannot("审批处置（院领导）", "GC21-10");
        await president.Refused("coercion-decision", [("agreed", "yes")], "复议", "GC21-10");
        await president.Do("coercion-decision", ("agreed", "yes"), ("reconsideration", "决定书载明可以向焦作市中级人民法院申请复议，已送达"));
        await president.Page.GotoAsync("/approvals");
        await Assertions.Expect(president.Page.Locator("main")).ToContainTextAsync("没有等待审批的事项");
    }

    [Fact]
    public async Task A_notice_is_previewed_issued_under_its_number_printed_and_declared_void()
    {
        await using var app = await TestApp.Start(database);
        var (_, head, _) = await Begun(app);
        await head.Do("classification", ("claim", "press-on"), ("capacity", "applicant"));
        await head.Do("acceptance", ("capacity", "applicant"), ("causes", "2a"));
        var page = head.Page;
        await page.GotoAsync(head.Address);
        await page.ClickAsync("a[href$='/papers/draft/acceptance-notice']");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("预览，还没有制发");
        (await Browser.SeriousFindings(page)).ShouldBeEmpty();
        await page.ClickAsync("text=制发，取得编号");
        await page.WaitForLoadStateAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("（2026）豫0802");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("佟桂兰");
        (await Browser.SeriousFindings(page)).ShouldBeEmpty();
        await head.Sees("（2026）豫0802");
    }

    [Fact]
    public async Task A_superior_recognises_what_the_enforcing_court_resolved()
    {
        await using var app = await TestApp.Start(database);
        var (_, head, _) = await Begun(app);
        await head.Do("classification", ("claim", "press-on"), ("capacity", "applicant"));
        await head.Do("acceptance", ("capacity", "applicant"), ("causes", "2a"));
        await app.Person("above", "上级负责人", TestApp.Jiaozuo, "petition-unit-head");
        var above = new Desk(await browser.SignIn(app, "above"), head.Address);
        await above.Cannot("确认有效化解", "化解");
        await head.Do("resolution", ("ground", "enforced"), ("evidence", "发还凭证第 4 号"));
        await above.Refused("recognition", [("recognised", "no"), ("opinion", " ")], "SPC16-7(1)");
        await above.Do("recognition", ("recognised", "yes"), ("opinion", "已核对发还凭证"));
        await head.Sees("有效化解");
    }

    /// <summary>A petition registered at the window, at the desks of clerk, unit head and handler.</summary>
    private async Task<(Desk Clerk, Desk Head, Desk Handler)> Begun(TestApp app)
    {
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        var clerk = await browser.SignIn(app, "clerk");
        await clerk.GotoAsync("/register");
        await clerk.FillAsync("[name=personName]", "佟桂兰");
        await clerk.FillAsync("[name=caseNumber]", "（2025）豫0802执1234号");
        await clerk.FillAsync("[name=account]", "账户冻结五个月未扣划");
        await clerk.Keyboard.PressAsync("Control+Enter");
        await clerk.WaitForURLAsync(url => url.Contains("receipt", StringComparison.Ordinal));
        var head = await browser.SignIn(app, "head");
        await head.ClickAsync(".what a >> nth=0");
        var address = new Uri(head.Url).AbsolutePath;
        return (new Desk(clerk, address), new Desk(head, address), new Desk(await browser.SignIn(app, "handler"), address));
    }
}

using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Workbench;

/// <summary>The queues of the workbench: paged without gap or repetition, with counts of the whole queue on every page.</summary>
public sealed class WorkbenchTests(WebDatabase database)
{
    private static readonly string[] Lights = ["overdue", "soon", "notdue", "untimed"];

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition_and_the_lights_share_the_queue()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var whole = await Walk(head, "scope=unit", 200);
        whole.Count.ShouldBeGreaterThan(10);
        (await Walk(head, "scope=unit", 3)).ShouldBe(whole);
        whole.Distinct().Count().ShouldBe(whole.Count);

        var counts = (await head.GetJson("/api/obligations?scope=unit&size=1")).GetProperty("counts");
        var byLight = new List<string>();
        foreach (var light in Lights)
        {
            var part = await Walk(head, "scope=unit&light=" + light, 200);
            counts.EnumerateObject().Single(c => c.Name.Equals(light, StringComparison.OrdinalIgnoreCase)).Value.GetInt32().ShouldBe(part.Count, light);
            byLight.AddRange(part);
        }

        byLight.ShouldBe(whole);
    }

    [Fact]
    [Trait("Clause", "JZ21-A1 accepted")]
    public async Task Imported_duties_whose_date_was_over_are_not_overdue_on_the_day_of_the_import_and_are_on_the_next()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var counts = (await head.GetJson("/api/obligations?scope=unit")).GetProperty("counts");
        counts.GetProperty("overdue").GetInt32().ShouldBe(0);
        var soon = counts.GetProperty("soon").GetInt32();
        soon.ShouldBeGreaterThan(0);
        var page = await head.Open("/?scope=unit");
        page.QuerySelector(".days [aria-current=date]")!.TextContent.ShouldContain("无", customMessage: "what was born overdue does not fall due today");
        Rows(await head.Open("/?scope=unit&on=2021-03-22")).ShouldBe(0);
        page.QuerySelector("h1 + p")!.TextContent.ShouldContain($"有 0 项已逾期、{soon} 项须在两个工作日内办完");
        app.Clock.Now = app.Clock.Now.AddDays(1);
        head = await app.SignIn("head");
        (await head.GetJson("/api/obligations?scope=unit&light=overdue")).GetProperty("counts").GetProperty("overdue").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_page_has_fifty_rows_the_next_ones_behind_it_and_on_both_the_counts_of_the_whole_queue()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        for (var n = 1; (await Walk(thread.Head, "scope=unit", 200)).Count <= 50; n++)
        {
            await thread.Register($"第 {n} 件", join: false, name: $"信访人{n}");
        }

        var whole = await Walk(thread.Head, "scope=unit", 200);
        whole.Count.ShouldBeGreaterThan(50);
        var first = await thread.Head.Open("/?scope=unit");
        Rows(first).ShouldBe(50);
        Tab(first).ShouldBe(("全部", whole.Count));
        var second = await thread.Head.Open(first.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!);
        Rows(second).ShouldBe(whole.Count - 50);
        Tab(second).ShouldBe(("全部", whole.Count));
        second.QuerySelector(".pager [rel=next]").ShouldBeNull();
        second.QuerySelector(".pager [rel=prev]")!.GetAttribute("href").ShouldBe("/?scope=unit");
    }

    [Fact]
    public async Task The_strip_counts_each_day_and_leads_to_what_falls_due_on_it()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        var due = (await thread.Head.GetJson("/api/obligations?scope=unit")).GetProperty("obligations")[0].GetProperty("due").GetString()!;
        var page = await thread.Head.Open("/?scope=unit");
        var cell = page.QuerySelectorAll(".days a").Single(a => a.GetAttribute("href") == "/?scope=unit&on=" + due);
        cell.TextContent.ShouldContain("1 项到期");
        var day = await thread.Head.Open(cell.GetAttribute("href")!);
        Rows(day).ShouldBe(1);
        Tab(day).ShouldBe((due[5..] + " 到期", 1));
        Rows(await thread.Head.Open("/?scope=unit&light=overdue")).ShouldBe(0);
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public async Task What_waits_for_acknowledgement_stands_on_the_handlers_desk_until_it_is_given()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        (await Kinds(thread.Handler)).ShouldBeEmpty();
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        (await Kinds(thread.Handler)).ShouldContain("hand-to-handler");
        (await thread.Handler.Open("/")).QuerySelectorAll("tbody tr td:last-child").Select(c => c.TextContent.Trim()).ShouldContain("签收");
        await thread.Done(thread.Handler, "acknowledgement", new { });
        (await Kinds(thread.Handler)).ShouldNotContain("hand-to-handler");
    }

    [Theory]
    [InlineData("light=red")]
    [InlineData("on=2026-02-30")]
    [InlineData("after=2026-01-01_x_y_z")]
    [InlineData("after=none_1_00000000000070008000000000000001_99999999999")]
    public async Task What_cannot_be_read_in_the_address_does_not_filter(string wrong)
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        using var answer = await thread.Head.Client.GetAsync("/?scope=unit&" + wrong, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Rows(await Session.Page(answer)).ShouldBeGreaterThan(0);
    }

    private static async Task<List<string>> Kinds(Session session) =>
        [.. (await session.GetJson("/api/obligations")).GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("kind").GetString()!)];

    private static int Rows(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll("tbody tr:not(.group)").Length;

    private static (string Text, int Count) Tab(AngleSharp.Dom.IDocument page)
    {
        var tab = page.QuerySelector(".views [aria-current]")!;
        var count = tab.QuerySelector("span")!.TextContent;
        return (tab.TextContent[..^count.Length].Trim(), int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<List<string>> Walk(Session session, string query, int size)
    {
        var found = new List<string>();
        for (string? after = string.Empty; after is not null;)
        {
            var page = await session.GetJson($"/api/obligations?{query}&size={size}" + (after.Length == 0 ? string.Empty : "&after=" + after));
            found.AddRange(page.GetProperty("obligations").EnumerateArray().Select(o => $"{o.GetProperty("home")} {o.GetProperty("stream")} {o.GetProperty("no")}"));
            after = page.GetProperty("after").ValueKind == JsonValueKind.Null ? null : page.GetProperty("after").GetString();
        }

        return found;
    }

    private static async Task<Session> Imported(TestApp app)
    {
        await app.Adopt("GC21", TestApp.Jiaozuo, new DateOnly(2018, 1, 1));
        await app.Person("head", "魏书勤", TestApp.Jiaozuo, "petition-unit-head");
        var head = await app.SignIn("head");
        await Ledger.Ledgers.Import(head, Ledger.Ledgers.Sample);
        return head;
    }
}

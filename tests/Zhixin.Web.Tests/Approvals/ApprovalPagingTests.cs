using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Petitions;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Approvals;

/// <summary>The list to its end, for oneself and as a deputy.</summary>
public sealed class ApprovalPagingTests(WebDatabase database)
{
    private static readonly object Opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "拍卖款已发还" };

    [Fact]
    public async Task What_has_a_form_of_its_own_never_hides_what_comes_after_it_and_a_decision_leaves_the_page_where_it_is()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "opinion", Opinion);
        await app.Office.Db.Maintenance<int>(
            """
            insert into approval (home, stream, no, act, request, court, asked_on, asked_by, state, code, about, barred, seen_by)
            select home, stream, 1 + i, 'approve-aid', i, court, asked_on - 1, asked_by, state, 'aid', '', barred, seen_by from approval, generate_series(1, 55) as i returning no
            """, []);
        var first = await desk.Leader.Open("/approvals");
        (first.QuerySelectorAll("tbody tr").Length, first.QuerySelectorAll("input[type=radio]").Length).ShouldBe((50, 0));
        var second = await desk.Leader.Open(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        (second.QuerySelectorAll("tbody tr").Length, second.QuerySelectorAll("input[type=radio]").Length, second.QuerySelector("a[rel=next]")).ShouldBe((6, 3, null));
        using var sent = await desk.Leader.Submit(second, "/approvals", (second.QuerySelector("input[value=yes]")!.GetAttribute("name")!, "yes"));
        var after = await Session.Page(sent);
        (after.QuerySelectorAll("tbody tr").Length, after.QuerySelector("[role=status]")!.TextContent.Contains("办成 1 项", StringComparison.Ordinal)).ShouldBe((5, true));
        (await desk.Leader.Open(after.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).QuerySelectorAll("tbody tr").Length.ShouldBe(50);

        var (seen, place) = (new List<int>(), string.Empty);
        do
        {
            var json = await desk.Leader.GetJson("/api/approvals?size=20&after=" + place);
            seen.AddRange(json.GetProperty("approvals").EnumerateArray().Select(a => a.GetProperty("no").GetInt32()));
            place = json.GetProperty("after").GetString() ?? string.Empty;
        }
        while (place.Length > 0);
        seen.ShouldBe(Enumerable.Range(2, 55));
    }

    [Fact]
    public async Task A_deputy_finds_the_page_in_the_navigation_and_the_list_through_the_API()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "opinion", Opinion);
        var (leader, deputy) = (await Id(app, "欧阳正"), await app.Person("deputy", "林专员", TestApp.Jiefang, "receptionist"));
        var session = await app.SignIn("deputy");
        (await session.Open("/")).QuerySelector("nav a[href='/approvals']").ShouldBeNull();
        await Name(app, leader, deputy);
        var page = await session.Open((await session.Open("/")).QuerySelector("nav a[href='/approvals']")!.GetAttribute("href")!);
        (page.QuerySelectorAll("tbody tr").Length, page.QuerySelector("[aria-current=true]")!.TextContent).ShouldBe((1, "代欧阳正"), "who decides nothing personally finds what the other decides");
        (await Listed(session, null)).ShouldBeEmpty();
        (await Listed(session, leader)).Count.ShouldBe(1);
        using var sent = await session.Submit(page, "/approvals", (page.QuerySelector("input[value=yes]")!.GetAttribute("name")!, "yes"));
        (await Session.Page(sent)).QuerySelector("[role=status]")!.TextContent.ShouldContain("办成 1 项");
        (await app.Office.Db.Maintenance<Guid>("select on_behalf_of from event where type = 'petition.opinion-approved' and actor = $1", [deputy])).ShouldBe([leader]);
        using var other = await session.Client.GetAsync($"/api/approvals?onBehalfOf={await Id(app, "邢国梁")}");
        (other.StatusCode, (await other.Content.ReadAsStringAsync()).Contains("deputy-not-named", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Forbidden, true));
        await desk.Thread.On("2026-02-13");
        (await (await app.SignIn("deputy")).Open("/")).QuerySelector("nav a[href='/approvals']").ShouldBeNull("the time is over");
    }

    [Fact]
    public async Task A_deputy_who_is_named_for_some_acts_sees_and_decides_only_these()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "opinion", Opinion);
        await desk.Done(desk.Handler, "conduct", new
        {
            petitioner = "1", act = "insult-or-assault", happened = "在信访大厅殴打法警", basis = "民事诉讼法第一百一十四条", necessity = "劝阻无效", measure = "admonish", document = "决定书 1 号",
        });
        var (leader, head) = (await Id(app, "欧阳正"), await Id(app, "邢国梁"));
        await Name(app, leader, await app.Person("one", "林专员", TestApp.Jiefang, "receptionist"), "approve-opinion");
        await Name(app, head, await app.Person("none", "柳专员", TestApp.Jiefang, "receptionist"), "set-priority");
        var (one, none) = (await app.SignIn("one"), await app.SignIn("none"));
        (await Listed(one, leader)).Select(a => a.GetProperty("act").GetString()).ShouldBe(["approve-opinion"]);
        (await one.Open("/approvals")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await Listed(none, head)).ShouldBeEmpty();
        (await none.Open("/")).QuerySelector("nav a[href='/approvals']").ShouldBeNull();
        var (status, problem) = await none.PostJson("/api/approvals", new { items = new[] { new { home = desk.Thread.Home, petition = head, no = 1, agreed = true, version = 1 } }, onBehalfOf = head });
        (status, problem.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.Forbidden, "deputy-not-this-act"));
    }

    private static async Task<IReadOnlyList<JsonElement>> Listed(Session who, Guid? onBehalfOf) =>
        [.. (await who.GetJson("/api/approvals" + (onBehalfOf is { } other ? "?onBehalfOf=" + other : string.Empty))).GetProperty("approvals").EnumerateArray()];

    private static async Task<Guid> Id(TestApp app, string name) => (await app.Office.Db.Maintenance<Guid>("select id from staff where name = $1", [name])).Single();

    private static Task Name(TestApp app, Guid person, Guid deputy, params string[] acts) => app.Office.Db.Change(
        "insert into deputy (court, id, for_staff, deputy, acts, from_day, to_day) values ($1, $2, $3, $4, $5, $6, $6)",
        [app.Court(TestApp.Jiefang), Guid.CreateVersion7(app.Clock.Now), person, deputy, acts, new DateOnly(2026, 2, 12)]);
}

using System.Net;
using Zhixin.Web.Tests.Petitions;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Leader;

/// <summary>The leader's board: what one leads and is in charge of, how much waits for approval, what the court has let pass.</summary>
public sealed class LeaderTests(WebDatabase database)
{
    [Fact]
    public async Task A_leader_sees_what_waits_what_is_led_and_what_is_late_by_person_and_each_row_leads_to_the_petition()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader", "president");
        await app.Person("second", "东方朔", TestApp.Jiefang, "court-leader");
        var leader = await app.SignIn("leader");
        (await leader.Open("/leader")).Body!.TextContent.ShouldContain("没有您主办的案件");
        await thread.Done(leader, "lead", new { });
        await thread.Done(leader, "charge", new { phone = "0391-100" });
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" });
        await thread.Acknowledged();
        await thread.Done(thread.Handler, "opinion", new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "已发还" });

        var page = await leader.Open("/leader");
        page.QuerySelector("table")!.TextContent.ShouldContain("佟桂兰");
        page.QuerySelector(".page-head a[href='/approvals']")!.TextContent.ShouldBe("1 项待您审批");
        (await (await app.SignIn("second")).Open("/leader")).QuerySelector(".page-head")!.TextContent.ShouldContain("没有待您审批的事项", customMessage: "another leads it");
        foreach (var show in new[] { "led", "charged" })
        {
            (await leader.Open("/leader?show=" + show)).QuerySelector($"tbody a[href='{thread.Address}']").ShouldNotBeNull(show);
        }

        await thread.On("2026-03-02");
        leader = await app.SignIn("leader");
        var late = (await leader.Open("/leader?show=breaches")).QuerySelectorAll("table");
        late[0].TextContent.ShouldContain("孟庆和");
        late[1].TextContent.ShouldContain("约谈信访人");
        var json = await leader.GetJson("/api/leader?show=breaches&size=1");
        (json.GetProperty("counts").GetProperty("breaches").GetInt32(), json.GetProperty("groups")[0].GetProperty("name").GetString()).ShouldBe((1, "孟庆和"));
        (await leader.GetJson($"/api/leader?show=breaches&unit=petition&who={thread.HandlerId}")).GetProperty("obligations").GetArrayLength().ShouldBe(1);
        (await leader.GetJson("/api/leader?show=breaches&unit=petition")).GetProperty("obligations").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public async Task An_answer_that_is_late_because_the_approver_was_silent_is_charged_to_the_approver_also_after_the_decision()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var approver = await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" });
        await thread.Acknowledged();
        await thread.Done(thread.Handler, "meeting", new { method = "phone", present = "信访人", content = "说明进度", signed = "yes", proof = "录音" });
        await thread.Done(await app.SignIn("leader"), "lead", new { });
        await thread.Done(thread.Handler, "opinion", new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "已发还" });

        await thread.On("2026-06-01");
        var leader = await app.SignIn("leader");
        await Charged();
        await thread.Done(leader, "opinion-decision", new { agreed = "yes" });
        await Charged();
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("才审批，逾期由审批人承担");
        (await History.Matter.Verify(app)).First.ShouldBeNull();

        async Task Charged()
        {
            var board = await leader.GetJson("/api/leader?show=breaches");
            board.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("name").GetString()).ShouldBe(["欧阳正"]);
            (await leader.GetJson($"/api/leader?show=breaches&unit=approver&who={approver}")).GetProperty("obligations").GetArrayLength().ShouldBe(1);
            (await leader.Open("/leader?show=breaches")).QuerySelectorAll("table")[1].TextContent.ShouldNotContain("孟庆和");
            Thread.Owed(await thread.Petition(), "reply").GetProperty("approversBreach").GetBoolean().ShouldBeTrue();
        }
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public async Task Nobody_is_told_that_something_waits_whose_post_does_not_approve_it()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "opinion", new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "已发还" });
        foreach (var (post, counted) in new[] { ("deputy-director", false), ("bureau-director", true), ("president", true), ("court-leader", true) })
        {
            await app.Person("the-" + post, "端木清", TestApp.Jiefang, post);
            var who = await app.SignIn("the-" + post);
            var page = await who.Open("/leader");
            (page.QuerySelector(".page-head")!.TextContent.Contains("待您审批", StringComparison.Ordinal), page.QuerySelector("nav a[href='/approvals']") is not null).ShouldBe((counted, counted), post);
            var json = (await who.GetJson("/api/leader")).GetProperty("counts").GetProperty("approvals");
            (json.ValueKind == System.Text.Json.JsonValueKind.Null ? (int?)null : json.GetInt32()).ShouldBe(post switch { "court-leader" => 1, "president" or "bureau-director" => 0, _ => null }, post);
        }
    }

    [Fact]
    public async Task Each_unit_and_each_person_of_the_breaches_leads_to_its_own_and_to_nothing_else()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Register("另一件", join: false, "邵文");
        await thread.Register("第三件", join: false, "邵武");
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        await app.Office.Db.Maintenance<int>("update obligation set charged_unit = 'bureau' where stream = $1 and state = 'open' returning 1", [thread.Receipt.GetProperty("petition").GetGuid()]);
        await thread.On("2026-03-02");
        var leader = await app.SignIn("leader");
        var groups = (await leader.Open("/leader?show=breaches")).QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr");
        groups.Select(g => g.QuerySelector("th")!.TextContent).ShouldBe(["执行局", "信访专班"], ignoreOrder: true);
        foreach (var group in groups)
        {
            var shown = await leader.Open(group.QuerySelector("a")!.GetAttribute("href")!);
            shown.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Length.ToString().ShouldBe(group.QuerySelector(".num")!.TextContent, group.TextContent);
            shown.QuerySelectorAll("table")[0].QuerySelectorAll("a[aria-current]").Single().TextContent.ShouldBe(group.QuerySelector("th")!.TextContent);
        }
    }

    [Fact]
    public async Task Pages_follow_one_another_and_a_decided_opinion_or_an_accused_leader_leaves_the_board()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var id = await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        var leader = await app.SignIn("leader");
        await thread.Done(leader, "lead", new { });
        for (var n = 0; n < 4; n++)
        {
            var receipt = await thread.Register("另一件", join: false, "邵文" + n);
            await thread.Done(leader, "lead", new { }, address: $"/petitions/{thread.Home}/{receipt.GetProperty("petition").GetGuid()}");
        }

        var (seen, after) = (new List<string>(), string.Empty);
        do
        {
            var json = await leader.GetJson("/api/leader?show=led&size=2&after=" + after);
            seen.AddRange(json.GetProperty("petitions").EnumerateArray().Select(p => p.GetProperty("number").GetString()!));
            after = json.GetProperty("after").GetString() ?? string.Empty;
        }
        while (after.Length > 0);
        (seen.Count, seen.Distinct().Count()).ShouldBe((5, 5));

        await thread.Clerk.PostJson("/api/contacts", new
        {
            form = new { caseNumber = Thread.Case, summary = "反映院领导", petitioners = new[] { new { name = "佟桂兰" } }, accused = new[] { id } },
            join = thread.Address["/petitions/".Length..].Replace('/', '_'),
        });
        (await leader.GetJson("/api/leader?show=led")).GetProperty("counts").GetProperty("led").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task Whoever_is_no_leader_has_no_board()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        (await thread.Handler.Client.GetAsync("/leader")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var json = await thread.Handler.Client.GetAsync("/api/leader");
        json.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await json.Content.ReadAsStringAsync()).ShouldContain("authority.post");
        (await thread.Handler.Open("/")).QuerySelector("nav a[href='/leader']").ShouldBeNull();
    }
}

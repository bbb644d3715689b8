using System.Net;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Leader;

/// <summary>The leader's board: what one leads and is in charge of, what waits for approval, what the court has let pass.</summary>
public sealed class LeaderTests(WebDatabase database)
{
    [Fact]
    public async Task A_leader_sees_what_waits_what_is_led_and_what_is_late_by_person_and_each_row_leads_to_the_petition()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader", "leader-in-charge");
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
        page.QuerySelector($"a[href='{thread.Address}/act/opinion-decision']").ShouldNotBeNull();
        (await (await app.SignIn("second")).Open("/leader?show=approvals")).Body!.TextContent.ShouldContain("没有待您审批的办理意见", customMessage: "another leads it");
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
        (await leader.GetJson($"/api/leader?show=breaches&who={thread.HandlerId}")).GetProperty("obligations").GetArrayLength().ShouldBe(1);
        (await leader.GetJson("/api/leader?show=breaches&who=unit")).GetProperty("obligations").GetArrayLength().ShouldBe(0);
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

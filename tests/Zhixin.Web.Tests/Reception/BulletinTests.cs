using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Reception;

/// <summary>The reception log, what comes of it on the spot, the daily statistic and its bulletin (JZ21-3.1).</summary>
public sealed class BulletinTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "JZ21-3.1 accepted")]
    public async Task What_came_of_a_contact_is_recorded_afterwards_and_counted()
    {
        await using var app = await Started();
        var thread = await Petitions.Thread.Of(app);
        await thread.Done(thread.Clerk, "contact-outcome", new { contact = thread.Contact, outcome = "passed-on", opinion = "三日内查询车辆", followedBy = "邢国梁" });
        await thread.Done(thread.Clerk, "contact-outcome", new { contact = thread.Contact, outcome = "solved-on-the-spot", result = "当场退还保证金" });
        var contact = (await AppointmentTests.Log(thread.Clerk, "2026-02-12"))[0].GetProperty("contact");
        (contact.GetProperty("outcome").GetString(), contact.GetProperty("result").GetString()).ShouldBe(("solved-on-the-spot", "当场退还保证金"));
        var page = (await thread.Clerk.Open(thread.Address)).Body!.TextContent;
        page.ShouldContain("三日内查询车辆", Case.Sensitive, "the earlier record stays");
        page.ShouldContain("当场退还保证金");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "JZ21-3.1 refused")]
    public async Task Where_the_rule_is_in_force_passing_on_without_opinion_or_follower_is_refused()
    {
        await using var app = await Started();
        var thread = await Petitions.Thread.Of(app);
        await Refused(new { contact = thread.Contact, outcome = "passed-on" }, "outcome-needs-opinion");
        await Refused(new { contact = thread.Contact, outcome = "passed-on", opinion = "查询车辆" }, "outcome-needs-follower");
        await Refused(new { contact = thread.Contact, outcome = "solved-on-the-spot" }, "outcome-needs-result");
        await thread.Refused(thread.Clerk, "contact-outcome", new { contact = thread.Contact, outcome = "x" }, HttpStatusCode.BadRequest, "outcome-unknown");
        await thread.Refused(thread.Clerk, "contact-outcome", new { contact = Guid.Empty, outcome = "guided-elsewhere", result = "异议" }, HttpStatusCode.Conflict, "contact-not-joined");

        async Task Refused(object fields, string key) =>
            (await thread.Refused(thread.Clerk, "contact-outcome", fields, HttpStatusCode.UnprocessableEntity, key)).GetProperty("clause").GetString().ShouldBe("JZ21-3.1");
    }

    [Fact]
    public async Task The_statistic_counts_each_court_and_every_number_leads_to_its_list()
    {
        await using var app = await Started();
        var thread = await Petitions.Thread.Of(app);
        await thread.Acknowledged();
        await Received(thread, "2026-02-09", null);
        await thread.Done(thread.Clerk, "appointment", AppointmentTests.Slot(thread.HandlerId, "2026-02-12", "15:00"));
        await app.Person("director", "郭建章", TestApp.Jiaozuo, "bureau-director");
        var director = await app.SignIn("director");

        var jiefang = await Row(director, "2026-02-12", TestApp.Jiefang);
        (Number(jiefang, "received"), Number(jiefang, "sameDay"), Number(jiefang, "later"), Number(jiefang, "fromBefore"), Number(jiefang, "passedOn"), Number(jiefang, "appointments"), Number(jiefang, "waiting"))
            .ShouldBe((1, 1, 0, 1, 1, 1, 1));
        Number(await Row(director, "2026-02-09", TestApp.Jiefang), "later").ShouldBe(1, "looked at later, what came that day was entered on a later one");
        Number(await Row(director, "2026-02-12", TestApp.Jiaozuo), "received").ShouldBe(0, "courts with nothing are there too");

        var page = await director.Open("/reception/statistics?day=2026-02-12");
        page.Body!.TextContent.ShouldContain("不排名，不考核来访数量");
        var links = page.QuerySelectorAll("table.grid td a").Select(a => (Number: int.Parse(a.TextContent), Href: a.GetAttribute("href")!)).ToList();
        links.Count.ShouldBe(6);
        foreach (var (number, href) in links)
        {
            (await director.GetJson("/api" + href)).GetProperty("lines").GetArrayLength().ShouldBe(number, href);
        }

        (await thread.Clerk.Open("/reception?show=from-before")).Body!.TextContent.ShouldContain("2026-02-12 补录，没有证明");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.1 accepted")]
    public async Task The_intermediate_court_issues_the_bulletin_of_the_day_which_stays_as_it_was_issued()
    {
        await using var app = await Started();
        var thread = await Petitions.Thread.Of(app);
        await app.Person("director", "郭建章", TestApp.Jiaozuo, "bureau-director");
        (await app.Office.Periods.BeginDays(default)).ShouldBe(1, "the intermediate court under the rule, and no other");
        (await app.Office.Periods.BeginDays(default)).ShouldBe(0);
        var director = await app.SignIn("director");
        (await director.Open("/")).QuerySelector("a[href='/reception/statistics']").ShouldNotBeNull("whoever issues is reminded");
        var home = await director.Open("/?scope=unit");
        home.Body!.TextContent.ShouldContain("每日录入统计和通报", Case.Sensitive, "it is owed, and the workbench says so");
        home.QuerySelector($"a[href='/reception/statistics?court={app.Court(TestApp.Jiaozuo)}&day=2026-02-12']").ShouldNotBeNull();

        using var answer = await director.Submit("/reception/statistics", "/reception/bulletins", ("remarks", "及时录入"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = answer.Headers.Location!.ToString();
        await thread.Register("通报以后又来", join: true);
        (await thread.Clerk.Open("/reception/statistics")).QuerySelector($"a[href='{address}']").ShouldNotBeNull("shown to the courts that it names");
        (await thread.Clerk.Open(address)).Body!.TextContent.ShouldContain("及时录入");
        var frozen = (await thread.Clerk.GetJson("/api" + address)).GetProperty("bulletin");
        frozen.GetProperty("number").GetString().ShouldBe("2026-豫08-通0001");
        Number(frozen.GetProperty("courts").EnumerateArray().Single(c => c.GetProperty("courtName").GetString() == TestApp.Jiefang), "received").ShouldBe(1, "the figures of the moment");
        (await director.Open("/reception/statistics")).Body!.TextContent.ShouldContain("按期通报");
        (await director.Open("/?scope=unit")).QuerySelector("a[href^='/reception/statistics']").ShouldBeNull("done");

        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.Matter.Tamper(app, "update bulletin set number = '2026-豫08-通0009'");
        (await History.Matter.Verify(app)).First!.Table.ShouldBe("bulletin");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.1 refused")]
    public async Task A_bulletin_that_leaves_a_court_out_comes_twice_or_too_early_or_from_below_is_refused()
    {
        await using var app = await Started();
        await app.Person("director", "郭建章", TestApp.Jiaozuo, "bureau-director");
        await app.Person("below", "许文", TestApp.Jiefang, "bureau-director");
        var (director, below) = (await app.SignIn("director"), await app.SignIn("below"));
        var (status, body) = await director.PostJson("/api/reception/bulletins", new { courts = new[] { app.Court(TestApp.Jiefang).ToString() } });
        (status, body.GetProperty("key").GetString(), body.GetProperty("clause").GetString()).ShouldBe((HttpStatusCode.UnprocessableEntity, "bulletin-leaves-out", "JZ21-3.1"));
        (await director.PostJson("/api/reception/bulletins", new { day = "2026-02-13" })).Body.GetProperty("key").GetString().ShouldBe("date-in-future");
        (await director.PostJson("/api/reception/bulletins", new { day = "昨天" })).Body.GetProperty("key").GetString().ShouldBe("date-unreadable");
        (await director.PostJson("/api/reception/bulletins", new { day = "1990-01-01" })).Body.GetProperty("key").GetString().ShouldBe("date-too-early");
        (status, body) = await below.PostJson("/api/reception/bulletins", new { });
        (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.Forbidden, "authority.relation"));

        var first = await director.PostJson("/api/reception/bulletins", new { day = "2026-02-12" }, "key-1");
        var again = await director.PostJson("/api/reception/bulletins", new { day = "2026-02-12" }, "key-1");
        (first.Status, again.Body.GetProperty("number").GetString()).ShouldBe((HttpStatusCode.Created, first.Body.GetProperty("number").GetString()));
        (await director.PostJson("/api/reception/bulletins", new { day = "2026-02-12" }, "key-2")).Body.GetProperty("key").GetString().ShouldBe("bulletin-issued");
    }

    [Fact]
    public async Task Days_on_which_nothing_ran_were_owed_all_the_same_and_the_breach_is_told_once()
    {
        await using var app = await Started();
        await app.Person("director", "郭建章", TestApp.Jiaozuo, "bureau-director");
        await app.Office.Periods.BeginDays(default);
        app.Clock.Now = TestClock.Noon("2026-02-15");
        (await app.Office.Periods.BeginDays(default)).ShouldBe(3);
        (await app.Office.Digests.Run(default)).ShouldBe(0, "nobody is told on a rest day");
        app.Clock.Now = TestClock.Noon("2026-02-24"); // The first working day after the holidays.
        await app.Office.Digests.Run(default);
        await app.Office.Digests.Run(default);
        var director = await app.SignIn("director");
        var told = (await director.GetJson("/api/messages")).GetProperty("messages").EnumerateArray().Single();
        told.GetProperty("clocks").EnumerateArray().Select(c => c.GetProperty("due").GetString()).ShouldBe(["2026-02-12", "2026-02-13", "2026-02-14", "2026-02-15"]);
        (await director.Open("/messages")).QuerySelector($"a[href='/reception/statistics?court={app.Court(TestApp.Jiaozuo)}&day=2026-02-13']").ShouldNotBeNull();
        var overdue = (await director.GetJson("/api/obligations?scope=unit")).GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("due").GetString()).ToList();
        overdue.ShouldBe(["2026-02-12", "2026-02-13", "2026-02-14", "2026-02-15"]);
        await app.Person("leader", "欧阳正", TestApp.Jiaozuo, "court-leader");
        var leader = await app.SignIn("leader");
        var board = await leader.GetJson("/api/leader?show=breaches");
        (board.GetProperty("counts").GetProperty("breaches").GetInt32(), board.GetProperty("obligations").GetArrayLength()).ShouldBe((4, 4), "the list is as long as its count");
        (await leader.Open("/leader?show=breaches")).QuerySelector($"a[href='/reception/statistics?court={app.Court(TestApp.Jiaozuo)}&day=2026-02-13']").ShouldNotBeNull();

        using var late = await director.Submit("/reception/statistics?day=2026-02-13", "/reception/bulletins");
        late.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await director.Open("/reception/statistics?day=2026-02-13")).Body!.TextContent.ShouldContain("逾期通报");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task The_log_is_printed_exported_and_not_shown_to_another_court()
    {
        await using var app = await Started();
        var thread = await Petitions.Thread.Of(app);
        await app.Person("far", "韩风", TestApp.Gangcheng, "receptionist");
        (await thread.Clerk.Open("/reception/print")).Body!.TextContent.ShouldContain("佟桂兰");
        using var file = await thread.Clerk.Client.GetAsync("/reception/export");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var far = await app.SignIn("far");
        (await far.GetJson($"/api/reception?court={app.Court(TestApp.Jiefang)}&day=2026-02-12")).GetProperty("court").GetInt32().ShouldBe(app.Court(TestApp.Gangcheng), "only the own court and those under it can be asked for");
        (await AppointmentTests.Log(far, "2026-02-12")).ShouldBeEmpty();
        (await far.Open("/reception?day=2026-02-30&receiver=x&show=y")).Body!.TextContent.ShouldContain("这一天没有接访记录");
        var missing = Zhixin.Reception.Period.Of(app.Court(TestApp.Jiaozuo), new DateOnly(2026, 2, 12));
        (await far.Client.GetAsync($"/reception/bulletins/{missing.Home}/{missing.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<TestApp> Started()
    {
        var app = await TestApp.Start(database);
        await app.Adopt("JZ21", TestApp.Jiaozuo, new DateOnly(2021, 1, 1));
        return app;
    }

    private static async Task Received(Petitions.Thread thread, string on, string? proof) =>
        (await thread.Clerk.PostJson("/api/contacts", new { form = new { receivedAt = on, summary = "早前来访", lateProof = proof, petitioners = new[] { new { name = "鲁守田" } } } })).Status.ShouldBe(HttpStatusCode.Created);

    private static async Task<JsonElement> Row(Session who, string day, string court) =>
        (await who.GetJson("/api/reception/statistics?day=" + day)).EnumerateArray().Single(r => r.GetProperty("courtName").GetString() == court);

    private static int Number(JsonElement row, string name) => row.GetProperty(name).GetInt32();
}

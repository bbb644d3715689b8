using System.Net;
using Zhixin.Web.Tests.Checks;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.ReportBox;

/// <summary>The report box over HTTP (SPC09-4): every report is taken, the inspection that it does not name reads and handles it, and nobody else.</summary>
public sealed class ReportBoxTests(WebDatabase database)
{
    private const string Said = "案款到账三个月没有发放";

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    [Trait("Clause", "SPC09-4 refused")]
    public async Task An_anonymous_report_is_taken_read_by_the_inspection_of_the_court_and_above_and_handled_with_a_reason()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var report = await Put(app);
        foreach (var user in new[] { "inspect", "mid-inspect", "high-inspect" })
        {
            (await report.Now(user)).GetProperty("text").GetProperty("content").GetString().ShouldBe(Said);
            (await (await report.As(user)).Open(report.Address)).Body!.TextContent.ShouldContain(Said);
            (await Listed(report, user)).ShouldBe(1);
        }

        (await report.Owed("inspect")).ShouldBe(["report-handling"]);
        await report.Does("inspect", "step", new { content = "已经调取案款台账" });
        await report.Refuses("inspect", "outcome", new { outcome = "transferred", to = "派驻纪检组", reason = "" }, "report-needs-reason", "SPC09-4");
        await report.Refuses("mid-inspect", "outcome", new { outcome = "not-confirmed", reason = "查不属实" }, "authority.relation");
        await report.Does("inspect", "outcome", new { outcome = "transferred", to = "派驻纪检组", reason = "涉嫌违纪" });
        (await report.Owed("inspect")).ShouldBeEmpty();
        var page = (await (await report.As("inspect")).Open(report.Address)).Body!.TextContent;
        page.ShouldContain("已经调取案款台账");
        page.ShouldContain("涉嫌违纪");
        await report.Refuses("inspect", "outcome", new { outcome = "not-confirmed", reason = "查不属实" }, "report-handled");
        (await Matter.Verify(app)).First.ShouldBeNull();
        await RebuildTests.Rebuild(app);
        (await Matter.Verify(app)).First.ShouldBeNull();
        (await (await report.As("inspect")).GetJson("/api/report-box?show=handled")).GetProperty("reports").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public async Task Nobody_but_the_inspection_reads_it_and_who_records_it_sees_its_number_alone()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var report = await Put(app);
        foreach (var user in new[] { "clerk", "head", "wang", "boss", "mid-head", "elsewhere" })
        {
            var session = await report.As(user);
            foreach (var address in new[] { report.Address, "/api" + report.Address, "/api/report-box", report.Address + "/act/outcome" })
            {
                using var answer = await session.Client.GetAsync(address);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{address} by {user}");
            }

            (await report.Tries(user, "outcome", new { outcome = "not-confirmed", reason = "查不属实" })).Status.ShouldBe(HttpStatusCode.Forbidden, user);
            (await session.Open("/")).QuerySelector("a[href^='/report-box/']").ShouldBeNull(user);
            (await session.Client.GetAsync("/api/obligations?scope=inspection")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, user);
        }

        foreach (var user in new[] { "head", "mid-head" })
        {
            (await (await report.As(user)).GetJson("/api/obligations?scope=unit")).ToString().ShouldNotContain(report.Address.Split('/')[^1], Case.Sensitive, user);
        }

        var clerk = await report.As("clerk");
        var done = await clerk.Submit("/report-box", "/report-box", ("channel", "letter"), ("content", "再次反映"), ("leader", "no"));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var box = await clerk.Open(done.Headers.Location!.ToString());
        box.Body!.TextContent.ShouldContain("已登记，编号");
        box.QuerySelector("a[href^='/report-box/']").ShouldBeNull();
        (await (await report.As("wang")).Client.GetAsync("/report-box")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "neither reads nor records");
        (await (await report.As("inspect")).Open("/?scope=inspection")).QuerySelector($"a[href='{report.Address}']").ShouldNotBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public async Task Whoever_is_reported_on_never_sees_it_and_a_leader_takes_it_out_of_the_court()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var report = await Put(app, accused: "boss");
        (await report.Now("mid-inspect")).GetProperty("handling").GetInt32().ShouldBe(app.Court(Checked.Mid));
        (await (await report.As("inspect")).Client.GetAsync(report.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "its own court sees nothing of it");
        (await Listed(report, "inspect")).ShouldBe(0);
        (await Listed(report, "mid-inspect")).ShouldBe(1);
        (await report.Owed("mid-inspect")).ShouldBe(["report-handling"]);
        await report.Does("mid-inspect", "outcome", new { outcome = "not-confirmed", reason = "查不属实" });

        var own = await Put(report, accused: "inspect");
        (await own.Now("mid-inspect")).GetProperty("namesLeader").GetBoolean().ShouldBeTrue("the inspection does not look into itself");
        var above = await Put(report, accused: "wang");
        var other = await app.Person("inspect-wang", "王法官兼", Checked.Basic, "inspection");
        await app.Office.Db.Change("update staff set posts = array['inspection'] where id = $1", [report.Ids["wang"]]);
        report.On("2026-03-03");
        (await (await report.As("wang")).Client.GetAsync(above.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "though he holds the post by now");
        (await Listed(report, "wang")).ShouldBe(0);
        (await (await report.As("wang")).GetJson("/api/obligations?scope=inspection")).ToString().ShouldNotContain(above.Address.Split('/')[^1]);
        (await Listed(report, "inspect-wang")).ShouldBe(1);
        other.ShouldNotBe(Guid.Empty);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public async Task What_it_says_stands_nowhere_in_the_database_and_a_resend_makes_no_second()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Checked.Prepared(app);
        var clerk = await people.As("clerk");
        var sent = new { fields = new { channel = "phone", content = Said, reporter = "佟桂兰", phone = "13800000000", leader = "no" } };
        var (_, first) = await clerk.PostJson("/api/report-box", sent, "twice");
        (await clerk.PostJson("/api/report-box", sent, "twice")).Body.ToString().ShouldBe(first.ToString());
        (await clerk.PostJson("/api/report-box", new { fields = new { channel = "phone", content = " " } })).Body.GetProperty("key").GetString().ShouldBe("report-needs-content");
        (await clerk.PostJson("/api/report-box", new { fields = new { content = Said } })).Body.GetProperty("key").GetString().ShouldBe("report-needs-channel");
        (await (await people.As("wang")).PostJson("/api/report-box", sent)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Listed(people, "inspect")).ShouldBe(1);
        foreach (var sql in new[] { "select r::text from report r", "select body::text from event e", "select o::text from outbox o", "select o::text from obligation o" })
        {
            (await app.Office.Db.Maintenance<string>(sql, [])).ShouldAllBe(row => !row.Contains(Said) && !row.Contains("佟桂兰") && !row.Contains("13800000000"), sql);
        }
    }

    private static async Task<int> Listed(Checked people, string user) => (await (await people.As(user)).GetJson("/api/report-box")).GetProperty("reports").GetArrayLength();

    private static async Task<Checked> Put(TestApp app, string? accused = null) => await Put(await Checked.Prepared(app), accused);

    /// <summary>Puts another report into the box; acts are done on it from then on.</summary>
    private static async Task<Checked> Put(Checked people, string? accused = null)
    {
        var (status, body) = await (await people.As("clerk")).PostJson(
            "/api/report-box", new { fields = new { channel = "box", content = Said, accused = accused is null ? null : people.Ids[accused].ToString(), leader = "no" } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        people.Address = $"/report-box/{body.GetProperty("home").GetInt32()}/{body.GetProperty("id").GetGuid()}";
        return people;
    }
}

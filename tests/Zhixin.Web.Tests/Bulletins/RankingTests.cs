using System.Net;
using System.Text.Json;
using Zhixin.Bulletins;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Web.Tests.Bulletins;

/// <summary>The bulletin that ranks courts over HTTP: owed when the quarter is over, its figures from what happened, drafted, issued by another, read below.</summary>
public sealed class RankingTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "SPC09-1.3 accepted")]
    [Trait("Clause", "SPC16-5(2) accepted")]
    [Trait("Clause", "HNP-24 accepted")]
    public async Task Figures_follow_what_happened_in_the_area_and_stay_as_they_were_drafted()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Lettered(app);
        await app.Person("high-office", "文书", Supervised.High, "general-office");
        await History.Matter.Register(await people.As("basic-head"), "佟桂兰", number: Supervised.Case);
        await History.Matter.Register(await people.As("mid-head"), "佟桂芳", number: "（2025）琼01执9号");
        people.On("2026-04-02");
        (await app.Office.Quarters.End(default)).ShouldBe(2, "the High Court and the intermediate one; who has no court under it owes none");
        (await app.Office.Quarters.End(default)).ShouldBe(0);
        var (office, director, mid) = (await app.SignIn("high-office"), await people.As("high-director"), await people.As("mid-director"));
        var owed = (await office.GetJson("/api/bulletins")).GetProperty("bulletins")[0];
        var address = $"/bulletins/{owed.GetProperty("home").GetInt32()}/{owed.GetProperty("id").GetGuid()}";
        (await (await people.As("high-head")).Open("/?scope=unit")).QuerySelectorAll($"a[href='{address}']").ShouldNotBeEmpty("the workbench leads there");

        var row = (await Do(office, address, "draft", new { remarks = "加强包案" })).GetProperty("draft").GetProperty("courts").EnumerateArray()
            .Single(c => c.GetProperty("courtName").GetString() == Supervised.Mid);
        (N(row, "rank"), N(row, "received"), N(row, "settled"), N(row, "supervised"), N(row, "overdue"), N(row, "lateReports")).ShouldBe((1, 2, 0, 1, N(row, "overdue"), 1), "with all under it");
        N(row, "overdue").ShouldNotBeNull().ShouldBeGreaterThan(0);
        await History.Matter.Register(await people.As("basic-head"), "佟桂花", number: "（2025）琼0108执77号");
        (await mid.Client.GetAsync("/api" + address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nobody below reads a draft");

        (await director.Open("/approvals")).QuerySelector($"a[href='{address}/act/issuance']").ShouldNotBeNull();
        var form = await director.Open(address + "/act/issuance");
        form.Body!.TextContent.ShouldContain("新收 2 件");
        form.QuerySelector($"button[formaction='{address}/act/issuance/draft']")!.Closest("form")!.SetAttribute("action", address + "/act/issuance/draft");
        using var preview = await director.Submit(form, address + "/act/issuance/draft");
        (await Session.Page(preview)).QuerySelector("article.paper")!.TextContent.ShouldContain("涉执信访工作排名通报");
        var issued = (await Do(director, address, "issuance", new { })).GetProperty("issued");
        (issued.GetProperty("number").GetString(), issued.GetProperty("remarks").GetString()).ShouldBe(("（2026）琼执信通1号", "加强包案"));
        (await director.Open(address + "/papers/1")).Body!.TextContent.ShouldContain("赴省");
        (await director.GetJson("/api" + address)).GetProperty("obligations").EnumerateArray().ShouldAllBe(o => !o.GetProperty("isOpen").GetBoolean());

        (await mid.Open("/bulletins?show=received")).QuerySelector($"a[href='{address}']").ShouldNotBeNull();
        (await mid.Open(address)).Body!.TextContent.ShouldContain("（本院）");
        (await Do(mid, address, "acknowledgement", new { })).GetProperty("readers").GetArrayLength().ShouldBe(1);
        (await office.Open(address)).Body!.TextContent.ShouldContain("2026-04-02 已阅");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.Matter.Tamper(app, "update bulletin set number = '（2026）琼执信通9号' where kind = 'periodic' and state = 'issued'");
        (await History.Matter.Verify(app)).First!.Table.ShouldBe("bulletin");
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 refused")]
    [Trait("Clause", "SPC16-5(2) refused")]
    [Trait("Clause", "HNP-24 refused")]
    public async Task One_person_alone_a_court_left_out_a_quarter_that_runs_and_a_court_without_courts_are_refused()
    {
        await using var app = await TestApp.Start(database, "2026-04-02");
        var people = await Supervised.Prepared(app);
        var (director, head, basic) = (await people.As("high-director"), await people.As("high-head"), await people.As("basic-director"));
        (await Begin(basic, "2026-03-31")).ShouldBe((HttpStatusCode.UnprocessableEntity, "ranking-nobody-under"));
        (await Begin(director, "2026-06-30")).ShouldBe((HttpStatusCode.UnprocessableEntity, "ranking-period-runs"));
        (await Begin(director, "上季度")).ShouldBe((HttpStatusCode.BadRequest, "date-unreadable"));
        (await Begin(await people.As("high-president"), "2026-03-31")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var (status, made) = await director.PostJson("/api/bulletins", new { endedOn = "2026-03-31" });
        status.ShouldBe(HttpStatusCode.Created, made.ToString());
        var address = $"/bulletins/{made.GetProperty("home").GetInt32()}/{made.GetProperty("id").GetGuid()}";
        (await Begin(director, "2026-03-31")).Status.ShouldBe(HttpStatusCode.Created, "it stands there once");

        await Refused(director, "draft", new { courts = app.Court(Supervised.Mid).ToString() }, "ranking-leaves-out");
        await Refused(director, "issuance", new { }, "ranking-not-drafted");
        await Do(director, address, "draft", new { });
        await Refused(director, "issuance", new { }, "ranking-own-draft");
        (await Try(head, "issuance", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        await Do(await people.As("high-president"), address, "return", new { reason = "漏了要求" });
        (await head.Open(address)).Body!.TextContent.ShouldContain("漏了要求");
        await Do(head, address, "draft", new { });
        await Do(director, address, "issuance", new { });
        await Refused(head, "draft", new { }, "ranking-issued");
        (await Try(head, "acknowledgement", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await basic.Client.GetAsync("/api" + address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it names the courts right under the High Court");
        var mid = await people.As("mid-head");
        await Do(mid, address, "acknowledgement", new { });
        await Refused(mid, "acknowledgement", new { }, "ranking-read");
        (await mid.Client.GetAsync($"/bulletins?court={app.Court(TestApp.Henan)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        async Task<(HttpStatusCode Status, JsonElement Body)> Try(Session who, string act, object fields) => await who.PostJson($"/api{address}/{act}", new { fields, version = await Version(director, address) });

        async Task Refused(Session who, string act, object fields, string key) => (await Try(who, act, fields)).Body.GetProperty("key").GetString().ShouldBe(key);
    }

    [Fact]
    public async Task What_ended_before_anybody_worked_there_is_not_owed()
    {
        await using var app = await TestApp.Start(database, "2026-04-02");
        await Supervised.Prepared(app);
        (await app.Office.Quarters.End(default)).ShouldBe(0);
        app.Clock.Now = TestClock.Noon("2026-06-30");
        (await app.Office.Quarters.End(default)).ShouldBe(0, "the quarter runs to its last day");
        app.Clock.Now = TestClock.Noon("2026-10-08");
        (await app.Office.Quarters.End(default)).ShouldBe(4, "two quarters of two courts, though nothing ran between");
        var id = Bulletin.Of(app.Court(Supervised.High), new DateOnly(2026, 6, 30));
        (await app.Office.Bulletins.Load(new(app.Court(Supervised.High), Guid.Empty), id, default))!.Value.Matter.Obligations.ShouldAllBe(o => o.Due == new DateOnly(2026, 7, 15));
    }

    private static async Task<(HttpStatusCode Status, string? Key)> Begin(Session who, string day)
    {
        var (status, body) = await who.PostJson("/api/bulletins", new { endedOn = day });
        return (status, body.TryGetProperty("key", out var key) ? key.GetString() : null);
    }

    private static async Task<int> Version(Session who, string address) => (await who.GetJson("/api" + address)).GetProperty("version").GetInt32();

    private static async Task<JsonElement> Do(Session who, string address, string act, object fields)
    {
        var (status, body) = await who.PostJson($"/api{address}/{act}", new { fields, version = await Version(who, address) });
        status.ShouldBe(HttpStatusCode.OK, $"{act}: {body}");
        return await who.GetJson("/api" + address);
    }

    private static int? N(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } n ? n.GetInt32() : null;
}

using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Web.Tests.PlatformItems;

/// <summary>Items of the platform over HTTP: entered one by one, several, from a file; handled below, confirmed above; the daily window.</summary>
public sealed class PlatformTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "HNP-18 accepted")]
    [Trait("Clause", "HNP-18 refused")]
    [Trait("Clause", "HNP-19 accepted")]
    [Trait("Clause", "HNP-19 refused")]
    [Trait("Clause", "HNP-1 accepted")]
    public async Task Entered_above_completed_below_and_confirmed_by_the_named_person()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Prepared(app);
        var high = await people.As("high-head");
        var (status, made) = await high.PostJson("/api/platform-items", new { items = new[] { Item("P-1") } });
        status.ShouldBe(HttpStatusCode.Created, made.ToString());
        var address = $"/platform-items/{made[0].GetProperty("home").GetInt32()}/{made[0].GetProperty("id").GetGuid()}";

        (await Refused("basic-head", "completion", new { reply = "已办", document = "回执" })).Status.ShouldBe(HttpStatusCode.Forbidden, "only who is named completes");
        await Does("basic-head", "handler", new { handler = people.Ids["basic-handler"].ToString() });
        await Does("basic-handler", "completion", new { reply = "已办结", document = "回执" });
        (await Refused("high-head", "confirmation", new { opinion = "属实" })).Body.GetProperty("key").GetString().ShouldBe("platform-needs-verifier");
        (await Refused("high-head", "verifier", new { verifier = people.Ids["high-review1"].ToString() })).Body.GetProperty("key").GetString().ShouldBe("platform-verifier-post");
        await Does("high-head", "verifier", new { verifier = people.Ids["high-head"].ToString() });
        await Does("high-head", "return", new { reason = "没有扣划", due = "2026-03-20" });
        await Does("basic-handler", "completion", new { reply = "已扣划", document = "回执二" });
        await (await people.As("high-head")).Open(address + "/act/confirmation");
        await Does("high-head", "confirmation", new { opinion = "属实" });
        (await high.GetJson("/api" + address)).GetProperty("stage").GetString().ShouldBe("closed");
        await (await people.As("basic-handler")).Open(address);
        await (await people.As("mid-head")).Open("/platform-items");
        (await History.Matter.Verify(app)).First.ShouldBeNull();

        async Task Does(string user, string act, object fields)
        {
            var answer = await Refused(user, act, fields);
            answer.Status.ShouldBe(HttpStatusCode.OK, $"{act}: {answer.Body}");
        }

        async Task<(HttpStatusCode Status, JsonElement Body)> Refused(string user, string act, object fields)
        {
            var session = await people.As(user);
            var version = (await session.GetJson("/api" + address)).GetProperty("version").GetInt32();
            return await session.PostJson($"/api{address}/{act}", new { fields, version });
        }
    }

    [Fact]
    [Trait("Clause", "HNP-18 refused")]
    public async Task Of_several_all_come_in_or_none_and_each_wrong_one_says_why()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Prepared(app);
        var high = await people.As("high-head");
        var (status, body) = await high.PostJson("/api/platform-items", new { items = new[] { Item("P-1"), Item("P-2", kind: "闲谈"), Item("P-1") } });
        status.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("number").GetInt32()).ShouldBe([2, 3]);
        (await high.GetJson("/api/platform-items")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await high.PostJson("/api/platform-items", new { items = new[] { Item("P-1"), Item("P-2") } }, "twice")).Status.ShouldBe(HttpStatusCode.Created);
        (await high.PostJson("/api/platform-items", new { items = new[] { Item("P-1"), Item("P-2") } }, "twice")).Status.ShouldBe(HttpStatusCode.Created);
        (await high.PostJson("/api/platform-items", new { items = new[] { Item("P-1") } })).Body.GetProperty("key").GetString().ShouldBe("platform-item-known");
        (await high.GetJson("/api/platform-items")).GetProperty("items").GetArrayLength().ShouldBe(2);
        (await (await people.As("basic-head")).PostJson("/api/platform-items", new { items = new[] { Item("P-9") } })).Status.ShouldBe(HttpStatusCode.Forbidden, "a court enters nothing for itself");
        (await high.PostJson("/api/platform-items", new { items = Array.Empty<object>() })).Body.GetProperty("key").GetString().ShouldBe("platform-no-rows");
        (await high.PostJson("/api/platform-items", new { items = new object?[] { null } })).Status.ShouldBe(HttpStatusCode.BadRequest, "an item that is none is told as such");
        (await high.PostJson("/api/platform-items", new { items = Enumerable.Range(0, 2001).Select(n => Item("Q-" + n)) })).Body.GetProperty("key").GetString().ShouldBe("platform-too-many");
    }

    [Fact]
    [Trait("Clause", "HNP-18 accepted")]
    public async Task On_a_working_day_the_window_is_owed_and_its_report_says_whether_it_was_in_its_hours()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Prepared(app);
        app.Clock.Now = new DateTimeOffset(2026, 3, 2, 10, 30, 0, TimeSpan.FromHours(8));
        await app.Office.Periods.BeginDays(default);
        var high = await people.As("high-head");
        await high.PostJson("/api/platform-items", new { items = new[] { Item("P-1") } });
        await high.Open("/platform-items/window");
        (await high.PostJson("/api/platform-items/window", new { found = " " })).Body.GetProperty("key").GetString().ShouldBe("window-needs-findings");
        var (status, report) = await high.PostJson("/api/platform-items/window", new { found = "逐项检查，督促一项" }, "window");
        (await high.PostJson("/api/platform-items/window", new { found = "逐项检查，督促一项" }, "window")).Status.ShouldBe(HttpStatusCode.OK, "the answer was lost and it is sent again");
        status.ShouldBe(HttpStatusCode.OK, report.ToString());
        (report.GetProperty("at").GetString(), report.GetProperty("inWindow").GetBoolean()).ShouldBe(("10:30", true));
        (await high.PostJson("/api/platform-items/window", new { found = "再报" }, "again")).Body.GetProperty("key").GetString().ShouldBe("window-reported");
        var mid = await people.As("mid-head");
        (await mid.PostJson("/api/platform-items/window", new { found = "检查" })).Body.GetProperty("inWindow").GetBoolean().ShouldBeFalse("its hours end at ten");
        (await History.Matter.Verify(app)).First.ShouldBeNull();

        app.Clock.Now = TestClock.Noon("2026-03-07");
        await app.Office.Periods.BeginDays(default);
        (await app.Office.Db.Maintenance<int>("select count(*)::int from obligation where kind like 'window-check%' and trigger_on = '2026-03-07'", [])).ShouldBe([0], "Saturday is no working day");
    }

    private static object Item(string external, string kind = "重点案件") => new { external, kind, court = Supervised.Basic, content = "督促执行", due = "2026-03-10" };
}

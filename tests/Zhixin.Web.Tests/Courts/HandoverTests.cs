using System.Net;
using System.Text.Json;
using Zhixin.Database.Courts;
using Zhixin.Web.Tests.Petitions;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;
using StreamId = Zhixin.History.StreamId;

namespace Zhixin.Web.Tests.Courts;

/// <summary>Whoever reviews, handles or checks a matter that is no petition of the court hands it over before leaving; what comes for somebody who has left reaches the unit.</summary>
public sealed class HandoverTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "HNI-6 accepted")]
    [Trait("Clause", "HNP-6 accepted")]
    public async Task A_reviewer_and_a_handler_of_a_letter_hand_it_over()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await matter.Does("high-head", "reviewer", new { reviewer = matter.Ids["high-review1"].ToString() });
        var second = await app.Person("basic-second", "王二", Supervised.Basic, "handler");

        (await Owed(app, Supervised.High, matter.Ids["high-review1"])).ShouldBe(1);
        (await HandOver(await matter.As("high-head"), app, Supervised.High, matter.Ids["high-review1"], matter.Ids["high-review2"])).ShouldContain("已移交");
        (await HandOver(await matter.As("basic-head"), app, Supervised.Basic, matter.Ids["basic-handler"], second)).ShouldContain("督办承办");

        var now = await matter.Now();
        now.GetProperty("reviewer").GetGuid().ShouldBe(matter.Ids["high-review2"]);
        now.GetProperty("letters")[0].GetProperty("handler").GetGuid().ShouldBe(second);
        (await Owed(app, Supervised.High, matter.Ids["high-review1"])).ShouldBe(0);
        (await Owed(app, Supervised.Basic, matter.Ids["basic-handler"])).ShouldBe(0);
        (await Owed(app, Supervised.Basic, second)).ShouldBe(1, "a matter in hand counts once, with what is owed in it");
    }

    [Fact]
    [Trait("Clause", "HNP-18 accepted")]
    [Trait("Clause", "HNP-19 accepted")]
    public async Task An_item_of_the_platform_changes_its_handler_and_its_verifier()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Prepared(app);
        var second = await app.Person("basic-second", "王二", Supervised.Basic, "handler");
        var checks = await app.Person("high-checks", "苏二", Supervised.High, "petition-unit-head");
        var (_, made) = await (await people.As("high-head")).PostJson(
            "/api/platform-items", new { items = new[] { new { external = "P-1", kind = "重点案件", court = Supervised.Basic, content = "督促执行", due = "2026-03-10" } } });
        var address = $"/api/platform-items/{made[0].GetProperty("home").GetInt32()}/{made[0].GetProperty("id").GetGuid()}";
        await Does("basic-head", "handler", new { handler = people.Ids["basic-handler"].ToString() });
        await Does("high-head", "verifier", new { verifier = checks.ToString() });

        await HandOver(await people.As("basic-head"), app, Supervised.Basic, people.Ids["basic-handler"], second);
        await HandOver(await people.As("high-head"), app, Supervised.High, checks, people.Ids["high-head"]);
        var now = await (await people.As("high-head")).GetJson(address);
        (now.GetProperty("handler").GetGuid(), now.GetProperty("verifier").GetGuid()).ShouldBe((second, people.Ids["high-head"]));

        async Task Does(string user, string act, object fields)
        {
            var session = await people.As(user);
            var answer = await session.PostJson($"{address}/{act}", new { fields, version = (await session.GetJson(address)).GetProperty("version").GetInt32() });
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body.ToString());
        }
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public async Task Who_is_named_for_a_hop_hands_it_over_also_at_a_court_that_handed_the_matter_further_down()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "h");
        await ladder.Done("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo));
        await ladder.Done("m-head", "hop-handler", new { hop = 1, handler = await ladder.Id("m-handler"), phone = "0391-1" });
        await ladder.Done("m-head", "hand-down", Ladder.Down(TestApp.Jiefang));
        var second = await app.Person("m-second", "焦二", TestApp.Jiaozuo, "handler");
        (await HandOver(await ladder.Who("m-head"), app, TestApp.Jiaozuo, await ladder.Id("m-handler"), second)).ShouldContain("交办承办");
        (await ladder.Json()).GetProperty("handDowns")[0].GetProperty("handler").GetGuid().ShouldBe(second);
        (await Owed(app, TestApp.Jiaozuo, await ladder.Id("m-handler"))).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_told_to_somebody_who_has_left_is_read_by_the_unit_until_all_of_it_is_seen()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await matter.Does("high-head", "reviewer", new { reviewer = matter.Ids["high-review1"].ToString() });
        await app.Office.Db.Change("update staff set active = false where id = $1", [matter.Ids["high-review1"]]);
        await matter.Does("basic-handler", "report", Supervised.Report);

        var told = (await Messages(await matter.As("high-head"))).Where(m => m.GetProperty("topic").GetString() == "report-came").ShouldHaveSingleItem();
        (await Messages(await matter.As("high-review2"))).ShouldBeEmpty("who is not of the unit reads only the own");
        (await (await matter.As("high-head")).PostJson($"/api/messages/{told.GetProperty("home").GetInt32()}/{told.GetProperty("id").GetGuid()}/seen", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Messages(await matter.As("high-head"))).Where(m => m.GetProperty("topic").GetString() == "report-came").ShouldHaveSingleItem().GetProperty("seenBy").GetString().ShouldBe("苏明");
        await (await matter.As("high-head")).PostJson("/api/messages/seen", new { });
        (await Messages(await matter.As("high-head"))).ShouldNotContain(m => m.GetProperty("topic").GetString() == "report-came", "all that came for the one who left is seen");
    }

    private static async Task<List<JsonElement>> Messages(Session who) => [.. (await who.GetJson("/api/messages")).GetProperty("messages").EnumerateArray()];

    private static Task<int> Owed(TestApp app, string court, Guid person) => HeldLists.Owed(app.Office.Db, app.Office.Law.Now.Courts, new StreamId(app.Court(court), person), default);

    /// <summary>Hands everything over; the text of the page that says how each ended.</summary>
    private static async Task<string> HandOver(Session head, TestApp app, string court, Guid from, Guid to)
    {
        var address = $"/staff/{app.Court(court)}/{from}/handover";
        using var answer = await head.Submit(address, address, ("to", $"{to}"), ("reason", "工作调动"));
        var text = (await Session.Page(answer)).Body!.TextContent;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldNotContain("没有移交：");
        return text;
    }
}

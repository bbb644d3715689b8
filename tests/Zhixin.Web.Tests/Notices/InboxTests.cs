using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Notices;

/// <summary>Who is told finds it in the inbox, with a way to the matter as long as it is in sight; nobody else does.</summary>
public sealed class InboxTests(WebDatabase database)
{
    private static readonly object Opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "拍卖款已发还" };

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public async Task The_unit_head_is_told_of_a_broken_hand_over_once_and_marks_it()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.On("2026-02-24");
        (await Messages(thread.Head)).ShouldBeEmpty("nothing is told before the round");
        await app.Office.Digests.Run(default);
        await app.Office.Digests.Run(default);
        (await Messages(thread.Head)).Count.ShouldBe(1);
        (await Messages(thread.Handler)).ShouldBeEmpty();
        (await thread.Head.Open("/")).Body!.TextContent.ShouldContain("未读消息 1 条");
        var page = await thread.Head.Open("/messages");
        foreach (var text in new[] { "交承办人签收", "GC21-13", "规程提出：视为签收", "新逾期 1 项" })
        {
            page.Body!.TextContent.ShouldContain(text);
        }

        page.QuerySelector($"a[href='{thread.Address}']").ShouldNotBeNull();
        page.QuerySelector("nav.nav a[href='/messages'] small")!.TextContent.ShouldContain("1");
        var form = page.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith("/seen", StringComparison.Ordinal) && f.GetAttribute("action") != "/messages/seen").GetAttribute("action")!;
        (await thread.Head.Submit(page, form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await thread.Head.Open("/")).Body!.TextContent.ShouldNotContain("未读消息");
        var seen = (await Messages(thread.Head)).Single();
        (seen.GetProperty("state").GetString(), seen.GetProperty("seenBy").GetString()).ShouldBe(("seen", "邢国梁"));
        (await thread.Handler.Submit(page, form)).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_handed_over_waits_and_is_decided_is_told_to_whom_it_concerns()
    {
        await using var app = await TestApp.Start(database);
        var desk = await Decided(app);

        var handler = await Messages(desk.Handler);
        handler.Select(m => (Text(m, "topic"), Text(m, "text"))).ShouldBe([("decided", "批准办理意见：不同意"), ("assigned", "")]);
        handler.ShouldAllBe(m => Text(m, "href") == desk.Thread.Address && Text(m, "number") == desk.Number);
        (await Messages(desk.Leader)).Select(m => (Text(m, "topic"), Text(m, "text"))).ShouldBe([("approval-asked", "批准办理意见")]);
        (await Messages(desk.Thread.Clerk)).ShouldBeEmpty();
        (await Messages(desk.Thread.Head)).ShouldBeEmpty("her own acts, and what others decide, are no news to her");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_message_of_the_night_stands_there_when_the_working_day_begins_and_the_legal_date_is_that_of_the_act()
    {
        await using var app = await TestApp.Start(database, "2026-02-13");
        var thread = await Thread.Of(app);
        app.Clock.Now = new DateTimeOffset(2026, 2, 13, 20, 30, 0, TimeSpan.FromHours(8));
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        (await Messages(thread.Handler)).ShouldBeEmpty();
        (await thread.Handler.PostJson("/api/messages/seen", new { })).Body.GetProperty("marked").GetInt32().ShouldBe(0, "what does not stand there yet cannot be marked");
        app.Clock.Now = new DateTimeOffset(2026, 2, 14, 8, 59, 59, TimeSpan.FromHours(8));
        (await Messages(await app.SignIn("handler"))).ShouldBeEmpty();
        app.Clock.Now = new DateTimeOffset(2026, 2, 14, 9, 0, 0, TimeSpan.FromHours(8));
        var told = (await Messages(await app.SignIn("handler"))).Single();
        told.GetProperty("at").GetDateTimeOffset().ShouldBe(app.Clock.Now);
        (await app.Office.Db.Maintenance<DateOnly>("select occurred_on from event where type = 'petition.assigned'", [])).Single().ShouldBe(new DateOnly(2026, 2, 13));
    }

    [Fact]
    public async Task An_act_entered_late_is_told_when_it_is_entered()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        await thread.On("2026-03-20");
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId }, on: "2026-03-03", lateProof: "交办单，存卷第 3 页");
        (await Messages(thread.Handler)).Single().GetProperty("at").GetDateTimeOffset().ShouldBe(TestClock.Noon("2026-03-20"));
    }

    [Fact]
    public async Task A_message_to_a_post_is_read_by_whoever_holds_it_and_marked_for_all_of_them()
    {
        await using var app = await TestApp.Start(database);
        var desk = await Decided(app);
        await app.Person("second", "范院长", TestApp.Jiefang, "court-leader");
        var second = await app.SignIn("second");
        var message = (await Messages(second)).Single();
        (await second.PostJson($"/api/messages/{message.GetProperty("home").GetInt32()}/{message.GetProperty("id").GetGuid()}/seen", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        var marked = (await Messages(desk.Leader)).Single();
        (Text(marked, "state"), Text(marked, "seenBy")).ShouldBe(("seen", "范院长"));
        (await desk.Leader.Open("/messages")).Body!.TextContent.ShouldContain("范院长已读");
    }

    [Fact]
    public async Task A_deputy_reads_them_for_the_one_represented_and_no_longer_when_that_ends()
    {
        await using var app = await TestApp.Start(database);
        var desk = await Decided(app);
        var deputy = await app.Person("deputy", "林专员", TestApp.Jiefang, "receptionist");
        (await Messages(await app.SignIn("deputy"))).ShouldBeEmpty();
        await app.Office.Db.Change(
            "insert into deputy (court, id, for_staff, deputy, from_day, to_day, acts) values ($1, $2, $3, $4, '2026-02-01', '2026-02-12', '{}')",
            [app.Court(TestApp.Jiefang), Guid.CreateVersion7(app.Clock.Now), desk.LeaderId, deputy]);
        var session = await app.SignIn("deputy");
        Text((await Messages(session)).Single(), "for").ShouldBe("欧阳正");
        (await session.Open("/messages")).Body!.TextContent.ShouldContain("代欧阳正");
        app.Clock.Now = TestClock.Noon("2026-02-13");
        (await Messages(await app.SignIn("deputy"))).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task Who_is_accused_since_sees_the_message_no_more()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        (await Messages(thread.Handler)).Count.ShouldBe(1);
        await thread.Clerk.PostJson("/api/contacts", new
        {
            form = new { caseNumber = Thread.Case, summary = "承办人不作为", accused = new[] { thread.HandlerId }, petitioners = new[] { new { name = "佟桂兰" } } },
            join = thread.Address["/petitions/".Length..].Replace('/', '_'),
        });
        (await Messages(thread.Handler)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_court_no_longer_sees_keeps_its_line_without_a_way_there()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        await Matter.Tamper(app, "update stream set seen_by = '{1}' where kind = 'petition'");
        var message = (await Messages(thread.Handler)).Single();
        message.TryGetProperty("href", out var href).ShouldBe(href.ValueKind == JsonValueKind.Null);
        var page = await thread.Handler.Open("/messages");
        page.Body!.TextContent.ShouldContain("已不在本院可查看的范围");
        page.QuerySelector($"main a[href='{thread.Address}']").ShouldBeNull();
    }

    [Fact]
    public async Task Pages_follow_one_another_the_unseen_first_and_a_filter_marks_what_it_shows()
    {
        await using var app = await TestApp.Start(database);
        var desk = await Decided(app);
        var all = await Messages(desk.Handler);
        var paged = new List<string?>();
        string? after = null;
        do
        {
            var page = await desk.Handler.GetJson($"/api/messages?size=1&after={after}");
            paged.AddRange(page.GetProperty("messages").EnumerateArray().Select(m => Text(m, "id")));
            after = page.GetProperty("after").GetString();
        }
        while (after is not null);
        paged.ShouldBe(all.Select(m => Text(m, "id")));

        (await Messages(desk.Handler, "handed")).Select(m => Text(m, "topic")).ShouldBe(["assigned"]);
        (await desk.Handler.Submit("/messages?family=answered", "/messages/seen?family=answered")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Messages(desk.Handler)).Select(m => (Text(m, "topic"), Text(m, "state"))).ShouldBe([("assigned", "delivered"), ("decided", "seen")]);
        (await desk.Handler.GetJson("/api/messages")).GetProperty("unseen").GetInt32().ShouldBe(1);
        (await desk.Handler.GetJson("/api/messages?after=nonsense")).GetProperty("messages").GetArrayLength().ShouldBe(2);
        (await desk.Thread.Clerk.Open("/messages")).Body!.TextContent.ShouldContain("没有消息");
    }

    [Fact]
    public async Task Computing_the_rows_anew_tells_nobody_again()
    {
        await using var app = await TestApp.Start(database);
        await Decided(app);
        var before = await app.Office.Db.Maintenance<string>("select string_agg(id::text || state, ',' order by id) from outbox", []);
        await RebuildTests.Rebuild(app);
        (await app.Office.Db.Maintenance<string>("select string_agg(id::text || state, ',' order by id) from outbox", [])).ShouldBe(before);
    }

    private static async Task<Desk> Decided(TestApp app)
    {
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        var thread = await Thread.Of(app);
        await thread.Acknowledged();
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" });
        app.Clock.Now += TimeSpan.FromMinutes(5);
        await thread.Done(thread.Handler, "opinion", Opinion);
        var leader = await app.SignIn("leader");
        await thread.Done(leader, "opinion-decision", new { agreed = "no", reason = "结果没有写明金额" });
        var id = (await app.Office.Db.Maintenance<Guid>("select id from staff where name = '欧阳正'", [])).Single();
        return new Desk(thread, leader, id, (await thread.Petition()).GetProperty("number").GetString()!);
    }

    private static async Task<List<JsonElement>> Messages(Session who, string? family = null) =>
        [.. (await who.GetJson("/api/messages?family=" + family)).GetProperty("messages").EnumerateArray()];

    private static string? Text(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.ToString() : null;

    private sealed record Desk(Thread Thread, Session Leader, Guid LeaderId, string Number)
    {
        public Session Handler => Thread.Handler;
    }
}

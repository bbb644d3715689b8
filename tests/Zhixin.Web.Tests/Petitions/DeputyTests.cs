using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Somebody acts for another: for the acts and days named, as "A for B", and never round a bar.</summary>
public sealed class DeputyTests(WebDatabase database)
{
    [Fact]
    public async Task A_deputy_acts_for_the_unit_head_and_the_timeline_and_the_history_say_so()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var (head, deputy) = (await Id(app, "邢国梁"), await app.Person("deputy", "林专员", TestApp.Jiefang, "receptionist"));
        var session = await app.SignIn("deputy");
        await thread.Refused(session, "priority", new { priority = "key", reason = "涉众" }, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(session, "priority", new { priority = "key", reason = "涉众" }, HttpStatusCode.Forbidden, "deputy-not-named", onBehalfOf: head);

        await Name(app, head, deputy, "2026-02-12", "2026-02-13");
        (await session.Open(thread.Address)).Body!.TextContent.ShouldContain("确定办理级别（代邢国梁）");
        (await session.Submit($"{thread.Address}/act/priority?onBehalfOf={head}", $"{thread.Address}/priority", ("priority", "key"), ("reason", "涉众"), ("onBehalfOf", head.ToString())))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await thread.Petition()).GetProperty("priority").GetString().ShouldBe("key");
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("林专员 代 邢国梁");
        (await app.Office.Db.Maintenance<Guid>("select on_behalf_of from event where type = 'petition.prioritised' and actor = $1", [deputy])).ShouldBe([head]);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task On_the_last_day_the_deputy_acts_and_on_the_day_after_no_more_and_only_the_acts_named()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var (head, deputy) = (await Id(app, "邢国梁"), await app.Person("deputy", "林专员", TestApp.Jiefang, "receptionist"));
        var session = await app.SignIn("deputy");
        await Name(app, head, deputy, "2026-02-10", "2026-02-12", "set-priority");
        await thread.Refused(session, "void", new { reason = "误登" }, HttpStatusCode.Forbidden, "deputy-not-this-act", onBehalfOf: head);
        await thread.Done(session, "priority", new { priority = "key", reason = "涉众" }, onBehalfOf: head);
        await thread.On("2026-02-13");
        session = await app.SignIn("deputy");
        await thread.Refused(session, "priority", new { priority = "hard", reason = "涉众" }, HttpStatusCode.Forbidden, "deputy-not-named", onBehalfOf: head);
    }

    [Fact]
    public async Task The_deputy_of_the_handler_acknowledges_for_him()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        var deputy = await app.Person("deputy", "郭安", TestApp.Jiefang, "handler");
        await Name(app, thread.HandlerId, deputy, "2026-02-12", "2026-02-12");
        var session = await app.SignIn("deputy");
        await thread.Refused(session, "acknowledgement", new { }, HttpStatusCode.Forbidden, "authority.post");
        await thread.Done(session, "acknowledgement", new { }, onBehalfOf: thread.HandlerId);
        (await thread.Petition()).GetProperty("receiptOn").GetString().ShouldBe("2026-02-12");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task A_bar_of_the_one_acted_for_or_of_the_deputy_bars_the_act()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var (head, deputy) = (await Id(app, "邢国梁"), await app.Person("deputy", "林专员", TestApp.Jiefang, "petition-officer"));
        await Name(app, head, deputy, "2026-02-12", "2026-02-12");
        var session = await app.SignIn("deputy");
        var other = await app.Person("other", "韦主任", TestApp.Jiefang, "petition-unit-head");
        var (joined, _) = await thread.Clerk.PostJson("/api/contacts", new
        {
            form = new { caseNumber = Thread.Case, summary = "专班负责人压案", accused = new[] { head }, petitioners = new[] { new { name = "佟桂兰" } } },
            join = thread.Address["/petitions/".Length..].Replace('/', '_'),
        });
        joined.ShouldBe(HttpStatusCode.Created);
        var unit = await app.SignIn("other");
        var version = (await unit.GetJson("/api" + thread.Address)).GetProperty("version").GetInt32();
        var (status, problem) = await session.PostJson($"/api{thread.Address}/void", new { fields = new { reason = "误登" }, version, onBehalfOf = head });
        (status, problem.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.Forbidden, "authority.bar"));
        await Name(app, other, thread.HandlerId, "2026-02-12", "2026-02-12");
        (await session.Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.OK, "the deputy himself is not accused");
    }

    private static async Task<Guid> Id(TestApp app, string name) => (await app.Office.Db.Maintenance<Guid>("select id from staff where name = $1", [name])).Single();

    private static Task Name(TestApp app, Guid person, Guid deputy, string from, string to, params string[] acts) => app.Office.Db.Change(
        "insert into deputy (court, id, for_staff, deputy, acts, from_day, to_day) values ($1, $2, $3, $4, $5, $6, $7)",
        [app.Court(TestApp.Jiefang), Guid.CreateVersion7(app.Clock.Now), person, deputy, acts, DateOnly.Parse(from), DateOnly.Parse(to)]);
}

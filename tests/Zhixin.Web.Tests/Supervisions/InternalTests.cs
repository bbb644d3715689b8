using System.Net;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>A court presses its own people in its key petitions, as a superior would (GC21-5(4)); the petition's clocks stay as they are (HNI-8).</summary>
public sealed class InternalTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-5(4) accepted")]
    [Trait("Clause", "GC21-5(4) refused")]
    [Trait("Clause", "HNI-8 accepted")]
    public async Task A_key_petition_is_supervised_inside_its_court_and_an_ordinary_one_is_not()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        var asked = new { fields = new { petition = thread.Address["/petitions/".Length..].Replace('/', '_'), caseNumber = Thread.Case, source = "9", complaint = "久拖不决" } };
        var (refused, why) = await thread.Head.PostJson("/api/supervisions", asked);
        ((int)refused).ShouldBeInRange(400, 499);
        (why.GetProperty("clause").GetString(), why.GetProperty("key").GetString()).ShouldBe(("GC21-5(4)", "supervision-internal-not-key"));
        await thread.Done(thread.Head, "priority", new { priority = "key", reason = "多次来访" });
        var before = (await thread.Petition()).GetProperty("obligations").ToString();
        var (opened, made) = await thread.Head.PostJson("/api/supervisions", asked);
        opened.ShouldBe(HttpStatusCode.Created, made.ToString());
        var address = $"/api/supervisions/{made.GetProperty("home").GetInt32()}/{made.GetProperty("id").GetGuid()}";
        var version = (await thread.Head.GetJson(address)).GetProperty("version").GetInt32();
        await Act("review", new { qualifies = "yes", ground = "1", opinion = "久拖不决" });
        await Act("letter", new { court = TestApp.Jiefang, demands = "限期办结", materials = "信访材料", due = "2026-03-20" });
        (await thread.Head.GetJson(address)).GetProperty("letters")[0].GetProperty("number").GetString().ShouldBe("（2026）豫0802督函1号");
        (await thread.Petition()).GetProperty("obligations").ToString().ShouldBe(before, "its own clocks stay as they are");
        var (early, not) = await thread.Head.PostJson($"{address}/urging", new { fields = new { letter = "1", content = "请尽快" }, version });
        ((int)early).ShouldBeInRange(400, 499);
        (not.GetProperty("clause").GetString(), not.GetProperty("key").GetString()).ShouldBe(("SPC16-5(4)", "urge-not-overdue"), "no instrument of another province is held against it");
        var page = await thread.Head.Open(address["/api".Length..]);
        page.Body!.TextContent.ShouldContain("久拖不决");
        page.Body.TextContent.ShouldNotContain("HNI-");

        async Task Act(string path, object fields)
        {
            var (status, body) = await thread.Head.PostJson($"{address}/{path}", new { fields, version });
            status.ShouldBe(HttpStatusCode.OK, body.ToString());
            version = body.GetProperty("version").GetInt32();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Clause", "HNI-2 accepted")]
    [Trait("Clause", "HNI-2 refused")]
    [Trait("Clause", "GC21-5(4) accepted")]
    [Trait("Clause", "GC21-5(4) refused")]
    public async Task A_court_that_presses_its_own_people_keeps_no_superior_from_leading_whoever_began(bool insideFirst)
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        await app.Person("mid-head", "吴平", TestApp.Jiaozuo, "petition-unit-head");
        await app.Person("high-head", "苏明", TestApp.Henan, "petition-unit-head");
        var (mid, high) = (await app.SignIn("mid-head"), await app.SignIn("high-head"));
        await thread.Done(thread.Head, "priority", new { priority = "key", reason = "多次来访" });
        foreach (var one in insideFirst ? new[] { thread.Head, mid } : [mid, thread.Head])
        {
            (await Open(one, one == thread.Head)).ShouldBe((HttpStatusCode.Created, null, null));
        }

        (await Open(thread.Head, true)).ShouldBe((HttpStatusCode.UnprocessableEntity, "GC21-5(4)", "supervision-internal-runs"));
        (await Open(high, false)).ShouldBe((HttpStatusCode.UnprocessableEntity, "SPC16-3(2)", "supervision-runs"));

        async Task<(HttpStatusCode Status, string? Clause, string? Key)> Open(Session session, bool inside)
        {
            var petition = inside ? thread.Address["/petitions/".Length..].Replace('/', '_') : null;
            var (status, body) = await session.PostJson("/api/supervisions", new { fields = new { petition, caseNumber = Thread.Case, source = "9", complaint = "久拖不决" } });
            return (status, Text("clause"), Text("key"));

            string? Text(string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;
        }
    }
}

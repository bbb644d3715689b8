using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A contact registered at one court joins the petition of another: proposed there, answered here, and undone.</summary>
public sealed class CrossCourtTests(WebDatabase database)
{
    private const string Number = "99010119700101001X";

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public async Task A_proposal_discloses_nothing_until_the_responsible_court_agrees_and_then_both_see_the_petition()
    {
        await using var app = await TestApp.Start(database);
        var (thread, far, own, contact) = await Two(app);
        (await far.Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Propose(thread, far, own, contact);

        var list = await thread.Head.GetJson("/api/proposals");
        var waiting = list.EnumerateArray().Single();
        var page = (await thread.Head.Open("/proposals")).Body!.TextContent;
        page.ShouldContain("济南市钢城区人民法院");
        page.ShouldContain("2026-鲁0117-件0001");
        page.ShouldNotContain("到钢城又反映");
        page.ShouldNotContain("佟桂兰");
        (await thread.Head.Client.GetAsync(own)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await thread.Head.Open("/?scope=unit")).Body!.TextContent.ShouldContain("提议并入本院案件 1 件");

        await Answer(thread, waiting, agreed: true);
        (await thread.Petition()).GetProperty("contacts").GetArrayLength().ShouldBe(2);
        (await far.Open(thread.Address)).Body!.TextContent.ShouldContain("又一次来访来信，并入本案");
        (await far.GetJson("/api" + own)).GetProperty("stage").GetString().ShouldBe("merged");
        (await far.GetJson("/api" + own)).GetProperty("obligations").EnumerateArray().ShouldAllBe(o => o.GetProperty("state").GetString() == "ended");
        (await thread.Head.GetJson("/api/proposals")).GetArrayLength().ShouldBe(0);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task The_responsible_court_undoes_the_joining_and_the_registering_court_owes_again()
    {
        await using var app = await TestApp.Start(database);
        var (thread, far, own, contact) = await Two(app);
        await Propose(thread, far, own, contact);
        await Answer(thread, (await thread.Head.GetJson("/api/proposals"))[0], agreed: true);
        var (refused, why) = await Act(far, own, "merger-undo", new { reason = "自行撤回" });
        (refused, why.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.Conflict, "merger-other-court"));
        await thread.Refused(thread.Head, "correction", new { contact, field = "people", value = "3", reason = "理由" }, HttpStatusCode.Conflict, "contact-of-other-court");

        await thread.Done(thread.Head, "separation", new { contact, reason = "不是同一事项" });
        (await thread.Petition()).GetProperty("contacts").GetArrayLength().ShouldBe(1);
        (await far.Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the sight ended with the joining");
        var back = await far.GetJson("/api" + own);
        back.GetProperty("stage").GetString().ShouldBe("registered");
        Thread.Owed(back, "hand-to-handler").GetProperty("state").GetString().ShouldBe("open");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public async Task A_refusal_needs_its_reason_stands_on_both_sides_and_is_given_once()
    {
        await using var app = await TestApp.Start(database);
        var (thread, far, own, contact) = await Two(app);
        var (unknown, problem) = await Act(far, own, "join-proposal", new { contact, number = "2026-豫0802-9999", reason = "同一事项" });
        (unknown, problem.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "petition-does-not-match"));
        await Propose(thread, far, own, contact);
        (_, problem) = await Act(far, own, "join-proposal", new { contact, number = thread.Receipt.GetProperty("petitionNumber").GetString(), reason = "同一事项" });
        problem.GetProperty("key").GetString().ShouldBe("join-already-proposed");

        var waiting = (await thread.Head.GetJson("/api/proposals"))[0];
        var address = $"/proposals/{waiting.GetProperty("home").GetInt32()}/{waiting.GetProperty("contact").GetGuid()}/{waiting.GetProperty("no").GetInt32()}/answer";
        (await thread.Handler.PostJson("/api" + address, new { agreed = true })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await far.PostJson("/api" + address, new { agreed = true })).Status.ShouldBe(HttpStatusCode.NotFound, "the court that asked does not answer");
        (await thread.Head.PostJson("/api" + address, new { agreed = false, reason = " " })).Body.GetProperty("key").GetString().ShouldBe("reason-required");
        (await thread.Head.PostJson("/api" + address, new { agreed = false, reason = "不是同一申请人" })).Status.ShouldBe(HttpStatusCode.OK);
        (await thread.Head.PostJson("/api" + address, new { agreed = true })).Body.GetProperty("key").GetString().ShouldBe("proposal-answered");
        (await thread.Petition()).GetProperty("contacts").GetArrayLength().ShouldBe(1);
        (await far.GetJson("/api" + own)).GetProperty("stage").GetString().ShouldBe("registered");
        (await app.Office.Db.Maintenance<string>("select answer from join_proposal where state = 'refused'", [])).ShouldBe(["不是同一申请人"]);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_half_that_was_lost_is_made_later_and_only_once()
    {
        await using var app = await TestApp.Start(database);
        var (thread, far, own, contact) = await Two(app);
        await Propose(thread, far, own, contact);
        await Answer(thread, (await thread.Head.GetJson("/api/proposals"))[0], agreed: true);
        var count = (await app.Office.Db.Maintenance<long>("select count(*) from event", [])).Single();
        await History.Matter.Tamper(app, "update outbox set state = 'queued' where topic = 'join-half'");
        (await app.Office.Halves.Run(default)).Made.ShouldBe(1);
        (await app.Office.Halves.Run(default)).Made.ShouldBe(0);
        (await app.Office.Db.Maintenance<long>("select count(*) from event", [])).Single().ShouldBe(count);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    /// <summary>A petition at one court, and the same person's contact at another, with a petition of its own.</summary>
    private static async Task<(Thread Thread, Session Far, string Own, Guid Contact)> Two(TestApp app)
    {
        var thread = await Thread.Of(app, new { caseNumber = Thread.Case, summary = "要求处置塔吊", petitioners = new[] { new { name = "佟桂兰", identityNumber = Number } } });
        await app.Person("far", "外地人员", TestApp.Gangcheng, "petition-unit-head");
        var far = await app.SignIn("far");
        var (_, receipt) = await far.PostJson("/api/contacts", new { form = new { summary = "到钢城又反映", petitioners = new[] { new { name = "佟桂兰", identityNumber = Number } } } });
        return (thread, far, $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}", receipt.GetProperty("contact").GetGuid());
    }

    private static async Task Propose(Thread thread, Session far, string own, Guid contact)
    {
        var (status, body) = await Act(far, own, "join-proposal", new { contact, number = thread.Receipt.GetProperty("petitionNumber").GetString(), reason = "同一人同一事项" });
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
    }

    private static async Task Answer(Thread thread, JsonElement waiting, bool agreed)
    {
        var address = $"/proposals/{waiting.GetProperty("home").GetInt32()}/{waiting.GetProperty("contact").GetGuid()}/{waiting.GetProperty("no").GetInt32()}/answer";
        var answer = await thread.Head.Submit("/proposals", address, ("agreed", agreed ? "yes" : "no"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Act(Session who, string address, string act, object fields)
    {
        var version = (await who.GetJson("/api" + address)).GetProperty("version").GetInt32();
        return await who.PostJson($"/api{address}/{act}", new { fields, version });
    }
}

using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Approvals;

/// <summary>Several decisions at a time; each has its own result.</summary>
public sealed class ApprovalTests(WebDatabase database)
{
    private static readonly object Opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "拍卖款已发还" };

    [Fact]
    public async Task Of_three_decisions_sent_together_two_are_done_and_one_is_refused_with_its_remedy_and_keeps_what_was_typed()
    {
        await using var app = await TestApp.Start(database);
        var (thread, leader) = await Asked(app);
        var other = await Another(thread, "要求返还保证金", "佟桂芳");
        var third = await Another(thread, "要求交付房屋", "佟桂芬");
        var page = await leader.Open("/approvals");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        page.Body!.TextContent.ShouldContain("拍卖款已发还");
        page.QuerySelector("nav a[href='/approvals']").ShouldNotBeNull();
        var field = await Field(leader, thread.Address);
        var answer = await leader.Submit(page, "/approvals", ("decide." + field, "no"), ("decide." + await Field(leader, other), "yes"), ("decide." + await Field(leader, third), "no"), ("reason." + await Field(leader, third), "结果没有写明金额"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var after = await Session.Page(answer);
        after.QuerySelector(".cannot")!.TextContent.ShouldContain("理由");
        (after.QuerySelectorAll("tbody tr").Length, after.QuerySelector("[role=status]")!.TextContent.Contains("办成 2 项")).ShouldBe((1, true));
        after.QuerySelector($"input[name='decide.{field}'][value=no]")!.HasAttribute("checked").ShouldBeTrue("what was ticked stays");
        (await thread.Petition(address: third)).GetProperty("handling").GetProperty("opinion").GetProperty("approved").GetBoolean().ShouldBeFalse();
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await leader.Open("/approvals")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_decides_what_he_asked_for_and_nobody_else_sees_the_page()
    {
        await using var app = await TestApp.Start(database);
        var (thread, leader) = await Asked(app);
        (await thread.Handler.PostJson("/api/approvals", new { items = new[] { new { home = thread.Home, petition = thread.Receipt.GetProperty("petition").GetGuid(), no = 1, agreed = true, version = 1 } } }))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
        (await thread.Handler.Open("/")).QuerySelector("nav a[href='/approvals']").ShouldBeNull();
        (await thread.Head.Open("/approvals")).QuerySelectorAll("tbody tr").Length.ShouldBe(0, "an opinion is not for the unit head");
        foreach (var items in new object?[][] { [], [null] })
        {
            var (status, problem) = await leader.PostJson("/api/approvals", new { items });
            (status, problem.GetProperty("remedy").GetString()).ShouldSatisfyAllConditions(a => a.status.ShouldBe(HttpStatusCode.BadRequest), a => a.Item2.ShouldNotBeNullOrEmpty());
        }
    }

    [Fact]
    public async Task Once_somebody_leads_the_opinion_waits_for_that_one_alone()
    {
        await using var app = await TestApp.Start(database);
        var (thread, leader) = await Asked(app);
        await app.Person("second", "东方朔", TestApp.Jiefang, "court-leader");
        var second = await app.SignIn("second");
        (await Listed(second)).Count.ShouldBe(1, "nobody leads yet");
        await thread.Done(leader, "lead", new { });
        ((await Listed(second)).Count, (await Listed(leader)).Count).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Each_decision_through_the_API_has_status_key_and_clause_of_its_own_and_a_resend_makes_one_record()
    {
        await using var app = await TestApp.Start(database);
        var (thread, leader) = await Asked(app);
        var line = (await Listed(leader))[0];
        var item = new { home = thread.Home, petition = line.GetProperty("stream").GetGuid(), no = line.GetProperty("no").GetInt32(), agreed = true, version = line.GetProperty("version").GetInt32() };
        var body = new { items = new object[] { item, new { home = thread.Home, petition = thread.HandlerId, no = 1, agreed = true, version = 1 } } };
        var (status, first) = await leader.PostJson("/api/approvals", body, "approve-1");
        (status, first[0].GetProperty("status").GetInt32(), first[1].GetProperty("status").GetInt32()).ShouldBe((HttpStatusCode.OK, 200, 404));
        var again = (await leader.PostJson("/api/approvals", body, "approve-1")).Body;
        again[0].ToString().ShouldBe(first[0].ToString());
        (await leader.PostJson("/api/approvals", body, "approve-2")).Body[0].GetProperty("status").GetInt32().ShouldBe(409, "it is decided");
        (await Listed(leader)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_decline_waits_for_the_unit_head_and_no_longer_once_the_petition_is_withdrawn()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await app.Person("officer", "丁一", TestApp.Jiefang, "petition-officer");
        var officer = await app.SignIn("officer");
        await thread.Done(officer, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(officer, "decline-proposal", new { ground = "5", channel = "人社局", explanation = "不属法院管辖，已告知到人社局" });
        (await thread.Head.Open("/approvals")).Body!.TextContent.ShouldContain("不属法院管辖，已告知到人社局");
        await thread.Done(thread.Head, "withdrawal", new { document = "本人签名的申请" });
        (await Listed(thread.Head)).Count.ShouldBe(0);
    }

    private static async Task<List<JsonElement>> Listed(Session who) => [.. (await who.GetJson("/api/approvals")).GetProperty("approvals").EnumerateArray()];

    private static async Task<string> Field(Session leader, string address)
    {
        var id = address.Split('/')[^1];
        var line = (await Listed(leader)).Single(l => l.GetProperty("stream").GetString() == id);
        return $"{line.GetProperty("home").GetInt32()}.{id}.{line.GetProperty("no").GetInt32()}";
    }

    private static async Task<string> Another(Thread thread, string summary, string name)
    {
        var receipt = await thread.Register(summary, join: false, name);
        var address = $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        await Submit(thread, address);
        return address;
    }

    private static async Task Submit(Thread thread, string address)
    {
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" }, address: address);
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" }, address: address);
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId }, address: address);
        await thread.Done(thread.Handler, "acknowledgement", new { }, address: address);
        await thread.Done(thread.Handler, "opinion", Opinion, address: address);
    }

    private static async Task<(Thread Thread, Session Leader)> Asked(TestApp app)
    {
        var thread = await Thread.Of(app);
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        await Submit(thread, thread.Address);
        return (thread, await app.SignIn("leader"));
    }
}

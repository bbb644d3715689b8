using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Attachments;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>To another court, to a petition of its own, to another person, over HTTP; the history explains every row afterwards.</summary>
public sealed class MoveTests(WebDatabase database)
{
    private const string Zhongzhan = "焦作市中站区人民法院";

    private static readonly object Ruled = new
    {
        court = Zhongzhan, ruling = "（2026）豫08执协3号", rulingCourt = TestApp.Jiaozuo, ground = "原执行法院回避", receivedOn = "2026-02-12", receipt = "送达回证 5 号",
    };

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    [Trait("Clause", "GC21-16 accepted")]
    public async Task The_other_court_sees_and_answers_the_sender_sees_and_acts_no_more()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("GC21", Zhongzhan, new DateOnly(2021, 1, 1));
        var thread = await Thread.Of(app);
        await thread.Acknowledged();
        var far = await Far(app);
        (await far.Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await thread.Done(thread.Head, "transfer", Ruled);

        var petition = await thread.Petition(far);
        (petition.GetProperty("responsible").GetInt32(), petition.GetProperty("handler").ValueKind).ShouldBe((app.Court(Zhongzhan), JsonValueKind.Null));
        petition.GetProperty("team").GetProperty("former").EnumerateArray().Select(c => c.GetInt32()).ShouldBe([thread.Home]);
        Thread.Owed(petition, "hand-to-handler").GetProperty("due").GetString().ShouldBe("2026-02-14");
        Thread.Owed(petition, "reply").GetProperty("state").GetString().ShouldBe("ended");
        var page = (await far.Open(thread.Address)).Body!.TextContent;
        page.ShouldContain("佟桂兰");
        page.ShouldContain("焦作市解放区人民法院移送焦作市中站区人民法院");
        (await far.Open($"/contacts/{thread.Home}/{thread.Contact}/receipt")).Body!.TextContent.ShouldContain("佟桂兰");
        (await far.Open("/?scope=unit")).Body!.TextContent.ShouldContain("交承办人签收");

        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("移送其他法院");
        await thread.Refused(thread.Head, "priority", new { priority = "key", reason = "涉众" }, HttpStatusCode.Forbidden, "authority.relation");
        var chosen = await app.Person("farhandler", "郭安", Zhongzhan, "handler");
        await thread.Done(far, "assignment", new { handler = chosen });
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        (await far.Open(thread.Address)).Body!.TextContent.ShouldContain("郭安");
    }

    [Fact]
    public async Task A_later_contact_and_a_file_of_a_matter_that_moved_are_explained_by_the_history()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await Attach(thread.Head, thread.Address);
        var far = await Far(app);
        await thread.Done(thread.Head, "transfer", Ruled);
        await Attach(far, thread.Address);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await thread.Done(far, "transfer", new
        {
            court = TestApp.Jiefang, ruling = "（2026）豫08执协4号", rulingCourt = TestApp.Jiaozuo, ground = "撤销指定", receivedOn = "2026-02-12", receipt = "送达回证 6 号",
        });
        await thread.Register("又来询问", join: true);
        (await thread.Petition()).GetProperty("contacts").GetArrayLength().ShouldBe(2);
        (await far.Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.OK, "it was theirs once");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_contact_of_a_third_court_in_the_matter_is_shown_to_the_court_that_answers_now()
    {
        await using var app = await TestApp.Start(database);
        var known = new { name = "佟桂兰", identityNumber = "99010119700101001X" };
        var thread = await Thread.Of(app, new { caseNumber = Thread.Case, summary = "要求处置塔吊", petitioners = new[] { known } });
        await app.Person("third", "路明", TestApp.Gangcheng, "receptionist", "petition-unit-head");
        var third = await app.SignIn("third");
        var (_, receipt) = await third.PostJson("/api/contacts", new { form = new { summary = "到钢城又反映", petitioners = new[] { known } } });
        var own = $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        var version = (await third.GetJson("/api" + own)).GetProperty("version").GetInt32();
        await third.PostJson($"/api{own}/join-proposal", new
        {
            fields = new { contact = receipt.GetProperty("contact").GetGuid(), number = thread.Receipt.GetProperty("petitionNumber").GetString(), reason = "同一事项" }, version,
        });
        var waiting = (await thread.Head.GetJson("/api/proposals"))[0];
        await thread.Head.PostJson($"/api/proposals/{waiting.GetProperty("home").GetInt32()}/{waiting.GetProperty("contact").GetGuid()}/{waiting.GetProperty("no").GetInt32()}/answer", new { agreed = true, reason = "" });

        var far = await Far(app);
        await thread.Done(thread.Head, "transfer", Ruled);
        (await far.Open($"/contacts/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("contact").GetGuid()}/receipt")).Body!.TextContent.ShouldContain("佟桂兰");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    [Trait("Clause", "GC21-16 refused")]
    public async Task Without_ruling_receipt_reason_or_proof_nothing_moves()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        const HttpStatusCode no = HttpStatusCode.UnprocessableEntity;
        await thread.Refused(thread.Head, "transfer", Ruled, HttpStatusCode.BadRequest, "transfer-court-not-in-use");
        _ = await Far(app);
        await thread.Refused(thread.Clerk, "transfer", Ruled, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(thread.Head, "transfer", new { court = "没有的法院" }, HttpStatusCode.BadRequest, "court-unknown");
        await thread.Refused(thread.Head, "transfer", new { court = Zhongzhan, ruling = "裁定", rulingCourt = Zhongzhan }, no, "transfer-not-superior");
        await thread.Refused(thread.Head, "transfer", new { court = Zhongzhan, ruling = "裁定", rulingCourt = TestApp.Jiaozuo, ground = "回避" }, no, "transfer-needs-receipt");
        await thread.Refused(thread.Head, "split", new { contacts = thread.Contact }, no, "split-needs-reason");
        await thread.Refused(thread.Head, "split", new { contacts = thread.Contact, reason = "另一事项" }, no, "split-leaves-nothing");
        var person = (await thread.Petitioners()).Single();
        await thread.Refused(thread.Head, "party-replacement", new { was = person, name = "佟小兰", ground = "死亡" }, no, "replace-needs-proof");
        await thread.Refused(thread.Head, "party-replacement", new { was = Guid.CreateVersion7(app.Clock.Now), name = "佟小兰", ground = "死亡", proof = "裁定" }, HttpStatusCode.BadRequest, "party-unknown");
    }

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public async Task A_contact_and_a_petitioner_get_petitions_of_their_own_and_nothing_disappears()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app, new { caseNumber = Thread.Case, summary = "两人来访", petitioners = new[] { new { name = "佟桂兰" }, new { name = "邵文" } } });
        var second = await thread.Register("另一案件的事", join: true);
        var split = await thread.Done(thread.Head, "split", new { contacts = second.GetProperty("contact").GetGuid(), reason = "另一执行案件" });
        var one = $"/petitions/{split.GetProperty("home").GetInt32()}/{split.GetProperty("id").GetGuid()}";
        (await thread.Petition()).GetProperty("contacts").GetArrayLength().ShouldBe(1);
        (await thread.Petition(address: one)).GetProperty("contacts")[0].GetProperty("id").GetGuid().ShouldBe(second.GetProperty("contact").GetGuid());
        Thread.Owed(await thread.Petition(address: one), "hand-to-handler").GetProperty("state").GetString().ShouldBe("open");

        var shao = (await thread.Petitioners())[1];
        split = await thread.Done(thread.Head, "split", new { petitioners = shao, reason = "诉求不同" });
        var two = $"/petitions/{split.GetProperty("home").GetInt32()}/{split.GetProperty("id").GetGuid()}";
        (await thread.Head.Open(two)).QuerySelector("h1")!.TextContent.ShouldBe("邵文");
        (await thread.Head.Open(thread.Address)).QuerySelector("h1")!.TextContent.ShouldBe("佟桂兰");
        (await thread.Head.Open(two)).Body!.TextContent.ShouldContain("由另案分出");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-16 accepted")]
    public async Task An_heir_takes_the_place_and_the_matter_is_found_by_the_new_name()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var person = (await thread.Petitioners()).Single();
        await thread.Done(thread.Head, "party-replacement", new
        {
            was = person, name = "佟小兰", identityNumber = "99010119700101001X", phone = "03910000001", ground = "申请执行人死亡", proof = "（2026）豫0802执异2号裁定",
        });
        (await thread.Head.Open(thread.Address)).QuerySelector("h1")!.TextContent.ShouldBe("佟小兰");
        (await thread.Head.Open("/ledger?words=佟小兰")).Body!.TextContent.ShouldContain(thread.Receipt.GetProperty("petitionNumber").GetString()!);
        var far = await Far(app);
        await thread.Done(thread.Head, "transfer", Ruled);
        (await far.Open(thread.Address)).QuerySelector("h1")!.TextContent.ShouldBe("佟小兰");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    private static async Task Attach(Session who, string address)
    {
        using var answer = await Files.Submit(who, await who.Open(address), address + "/attachments", [("回证.pdf", Files.Pdf(address + who.GetHashCode()))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<Session> Far(TestApp app)
    {
        await app.Person("far", "靳平", Zhongzhan, "petition-unit-head");
        return await app.SignIn("far");
    }
}

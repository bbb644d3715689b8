using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>What goes into another petition, or comes out of one, takes bars and duties along; what is sent again is done once.</summary>
public sealed class MergeTests(WebDatabase database)
{
    private const HttpStatusCode No = HttpStatusCode.UnprocessableEntity;

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task Whom_a_cause_accuses_sees_neither_the_survivor_nor_what_is_split_off()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Thread.Of(app, new { caseNumber = Thread.Case, summary = "两人来访", petitioners = new[] { new { name = "佟桂兰" }, new { name = "邵文" } } })).Acknowledged();
        var other = await thread.Register("另外登记的一件", join: false);
        var survivor = Address(other, "petition");
        await thread.Done(thread.Head, "classification", new { claim = "unlawful-act", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "3", concerned = "孟庆和" });
        (await thread.Handler.Client.GetAsync(survivor)).StatusCode.ShouldBe(HttpStatusCode.OK, "the other one does not accuse him");

        var person = (await thread.Petitioners())[1];
        var split = await thread.Done(thread.Head, "split", new { petitioners = person, reason = "诉求不同" });
        (await thread.Handler.Client.GetAsync(Address(split, "id"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await thread.Done(thread.Head, "merger", new { survivor = other.GetProperty("petitionNumber").GetString(), reason = "同一事项" });
        (await thread.Handler.Client.GetAsync(survivor)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await thread.Refused(thread.Head, "assignment", new { handler = thread.HandlerId }, No, "assign-accused", address: survivor);
        (await History.Matter.Verify(app)).First.ShouldBeNull();

        await thread.Done(thread.Head, "merger-undo", new { reason = "并错了" });
        (await thread.Handler.Client.GetAsync(survivor)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await thread.Handler.Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "his own matter stays closed to him");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-5(3) accepted")]
    [Trait("Clause", "GC21-5(3) refused")]
    public async Task What_becomes_key_gets_a_second_handler_before_the_opinion()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Thread.Of(app)).Acknowledged();
        var second = await app.Person("second", "宁致远", TestApp.Jiefang, "handler");
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" });
        await thread.Done(thread.Head, "priority", new { priority = "key", reason = "涉众" });
        var opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "拍卖款已发还" };
        await thread.Refused(thread.Handler, "opinion", opinion, No, "opinion-needs-joint");
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId, coHandler = second });
        (await thread.Petition()).GetProperty("receiptOn").ValueKind.ShouldBe(JsonValueKind.String);
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("改定协办人");
        await thread.Done(thread.Handler, "opinion", opinion);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-12 refused")]
    public async Task An_objection_against_another_courts_act_is_sent_there()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app, new { caseNumber = "（2025）豫0803执77号", summary = "对中站法院的查封不服", petitioners = new[] { new { name = "佟桂兰" } } });
        var refused = await thread.Refused(thread.Head, "objection-paper", new { kind = "act", titled = "yes", paper = "异议书", content = "超标的查封" }, No, "conversion-other-court");
        refused.GetProperty("remedy").GetString().ShouldNotBeNull().ShouldContain("焦作市中站区人民法院");
    }

    [Fact]
    public async Task What_is_sent_again_gets_the_first_answer_whatever_changed_since_and_is_done_once()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var person = (await thread.Petitioners()).Single();
        var fields = new { was = person, name = "佟小兰", ground = "申请执行人死亡", proof = "裁定" };
        (await thread.Head.PostJson($"/api{thread.Address}/party-replacement", new { fields }, "heir-0")).Body.GetProperty("key").GetString().ShouldBe("version-required");
        var replaced = new { fields, version = await Version(thread) };
        var (first, again) = (await thread.Head.PostJson($"/api{thread.Address}/party-replacement", replaced, "heir-1"), await thread.Head.PostJson($"/api{thread.Address}/party-replacement", replaced, "heir-1"));
        (first.Status, again.Status, again.Body.ToString()).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, first.Body.ToString()));

        await app.Person("far", "靳平", "焦作市中站区人民法院", "petition-unit-head");
        var moved = new
        {
            fields = new { court = "焦作市中站区人民法院", ruling = "（2026）豫08执协3号", rulingCourt = TestApp.Jiaozuo, ground = "回避", receivedOn = "2026-02-12", receipt = "送达回证 5 号" },
            version = await Version(thread),
        };
        first = await thread.Head.PostJson($"/api{thread.Address}/transfer", moved, "move-1");
        again = await thread.Head.PostJson($"/api{thread.Address}/transfer", moved, "move-1");
        (first.Status, again.Status, again.Body.ToString()).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, first.Body.ToString()));
        (await thread.Petition()).GetProperty("version").GetInt32().ShouldBe(again.Body.GetProperty("version").GetInt32(), "nothing happened after the first");
    }

    [Fact]
    public async Task Forty_contacts_are_split_off_at_once()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var going = new List<Guid>();
        for (var n = 1; n <= 40; n++)
        {
            going.Add((await thread.Register($"另一件的第 {n} 次", join: true)).GetProperty("contact").GetGuid());
        }

        var split = await thread.Done(thread.Head, "split", new { contacts = string.Join(',', going), reason = "另一执行案件" });
        (await thread.Petition()).GetProperty("contacts").GetArrayLength().ShouldBe(1);
        (await thread.Petition(address: Address(split, "id"))).GetProperty("contacts").GetArrayLength().ShouldBe(40);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    private static async Task<int> Version(Thread thread) => (await thread.Petition()).GetProperty("version").GetInt32();

    private static string Address(JsonElement answer, string id) => $"/petitions/{answer.GetProperty("home").GetInt32()}/{answer.GetProperty(id).GetGuid()}";
}

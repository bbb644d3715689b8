using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Clauses of the Gangcheng rules on receiving and first asking, through HTTP.</summary>
public sealed class ClauseTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-1 accepted")]
    public async Task A_company_complains_by_letter_and_the_page_and_the_history_say_so()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var answer = await thread.Clerk.Submit("/register", "/contacts",
            ("personName", "某某建材有限公司"), ("personKind", "legal"), ("channel", "letter"), ("requestKind", "complaint"), ("account", "处置款没有发放"), ("intent", "register"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var petition = (await app.Office.Db.Maintenance<Guid>("select id from petition where summary = '处置款没有发放'", [])).Single();
        var address = $"/petitions/{thread.Home}/{petition}";
        var text = (await thread.Head.Open(address)).Body!.TextContent;
        text.ShouldContain("法人");
        text.ShouldContain("来信，本院，1 人，投诉请求");
        (await thread.Petition(address: address)).GetProperty("contacts")[0].GetProperty("requestKind").GetString().ShouldBe("complaint");
        (await app.Office.Db.Maintenance<string>("select kind from person", [])).ShouldContain("legal");
    }

    [Fact]
    [Trait("Clause", "GC21-1 refused")]
    public async Task A_word_outside_the_lists_registers_with_a_mark()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app, new { summary = "反映", channel = "pigeon", requestKind = "gossip", petitioners = new[] { new { name = "某某", kind = "company" } } });
        (await app.Office.Db.Maintenance<string>("select unnest(flags) from contact", [])).ShouldContain("word-unknown");
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("登记用语不在列表内");
    }

    [Fact]
    [Trait("Clause", "GC21-3 accepted")]
    public async Task Every_contact_gets_a_number_and_an_outcome_and_stands_as_owed_until_it_is_answered_for()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app, new { summary = "来电催问", channel = "phone", outcome = "passed-on" });
        var letter = await thread.Register("来信催问", join: false);
        (thread.Receipt.GetProperty("contactNumber").GetString(), letter.GetProperty("contactNumber").GetString()).ShouldBe(("2026-豫0802-件0001", "2026-豫0802-件0002"));
        (await Unanswered(thread)).ShouldBe(2);
        (await thread.Head.Open("/?scope=unit")).Body!.TextContent.ShouldContain("交承办人签收");
        await thread.Acknowledged();
        (await Unanswered(thread)).ShouldBe(1, "the other one is still owed");
        Thread.Owed(await thread.Petition(), "reply").GetProperty("state").GetString().ShouldBe("open");
    }

    [Fact]
    [Trait("Clause", "GC21-3 refused")]
    public async Task What_is_no_contact_at_all_takes_no_number_and_the_next_one_leaves_no_gap()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var (status, problem) = await thread.Clerk.PostJson("/api/contacts", new { form = new { summary = " " } });
        (status, problem.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "empty-registration"));
        (await thread.Register("下一件", join: false)).GetProperty("contactNumber").GetString().ShouldBe("2026-豫0802-件0002");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public async Task The_first_receiver_stands_on_page_and_API_until_the_handler_acknowledges()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var clerk = (await app.Office.Db.Maintenance<Guid>("select id from staff where name = '时海宁'", [])).Single();
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        (await thread.Petition()).GetProperty("answeredBy").GetGuid().ShouldBe(clerk);
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("时海宁，承办人签收以前由其负责");
        await thread.Done(thread.Handler, "acknowledgement", new { });
        (await thread.Petition()).GetProperty("answeredBy").GetGuid().ShouldBe(thread.HandlerId);
    }

    [Fact]
    [Trait("Clause", "GC21-5(2) accepted")]
    [Trait("Clause", "GC21-5(2) refused")]
    public async Task Where_the_original_handler_left_enforcement_the_team_handles_with_him_or_says_why_not()
    {
        await using var app = await TestApp.Start(database);
        var original = await app.Person("original", "谷永昌", TestApp.Jiefang, "handler");
        var thread = await Thread.Of(app, new { summary = "原承办人已调离", handler = "谷永昌" });
        await app.Office.Db.Change("update staff set posts = '{archivist}' where id = $1", [original]);
        var refused = await thread.Refused(thread.Head, "assignment", new { handler = thread.HandlerId }, HttpStatusCode.UnprocessableEntity, "assign-with-original-or-reason");
        refused.GetProperty("clause").GetString().ShouldBe("GC21-5(2)");
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("谷永昌 已不在执行岗位，由信访专班会同其协调处理");
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId, coHandler = original });
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("信访专班会同原承办人");
    }

    [Fact]
    [Trait("Clause", "GC21-5(3) accepted")]
    [Trait("Clause", "GC21-5(3) refused")]
    public async Task A_key_petition_is_handled_jointly_and_not_by_one()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var other = await app.Person("other", "郭安", TestApp.Jiefang, "handler");
        await thread.Done(thread.Head, "priority", new { priority = "key", reason = "涉众" });
        (await thread.Refused(thread.Head, "assignment", new { handler = thread.HandlerId }, HttpStatusCode.UnprocessableEntity, "assign-joint"))
            .GetProperty("clause").GetString().ShouldBe("GC21-5(3)");
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId, coHandler = other });
    }

    private static async Task<int> Unanswered(Thread thread) => (await thread.Head.GetJson("/api/obligations?scope=unit")).GetProperty("obligations").EnumerateArray().Count(o => o.GetProperty("kind").GetString() == "hand-to-handler");
}

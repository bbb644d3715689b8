using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A contact joins one or more petitions, leaves them, and is voided where it was registered by mistake.</summary>
public sealed class ContactActsTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public async Task A_contact_joins_a_second_petition_and_leaves_it_without_losing_the_first()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var other = await thread.Register("另一件事也提到", join: false, "冯立新");
        var contact = other.GetProperty("contact").GetGuid();
        var own = $"/petitions/{thread.Home}/{other.GetProperty("petition").GetGuid()}";
        await thread.Done(thread.Head, "joining", new { contact = other.GetProperty("contactNumber").GetString(), reason = "同一事项" });
        (await thread.Petition()).GetProperty("contacts").GetArrayLength().ShouldBe(2);
        (await thread.Petition(address: own)).GetProperty("contacts").GetArrayLength().ShouldBe(1);
        (await thread.Head.Open(thread.Address)).QuerySelector("h1")!.TextContent.ShouldContain("冯立新");
        await thread.Refused(thread.Head, "joining", new { contact, reason = "同一事项" }, HttpStatusCode.Conflict, "contact-already-joined");
        await thread.Refused(thread.Head, "joining", new { contact = "2026-豫0802-件9999", reason = "同一事项" }, HttpStatusCode.BadRequest, "contact-unknown");
        await thread.Refused(thread.Head, "joining", new { contact = thread.Contact, reason = "" }, HttpStatusCode.BadRequest, "reason-required", address: own);
        (await History.Matter.Verify(app)).First.ShouldBeNull();

        var answer = await thread.Done(thread.Head, "separation", new { contact, reason = "并错了" });
        answer.GetProperty("id").GetGuid().ShouldBe(thread.Receipt.GetProperty("petition").GetGuid(), "it has a petition already, so none is opened");
        (await thread.Head.Open(thread.Address)).QuerySelector("h1")!.TextContent.ShouldNotContain("冯立新");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public async Task A_contact_registered_by_mistake_is_voided_with_a_reason_by_the_unit_head()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var second = (await thread.Register("误登的一次", join: true, "冯立新")).GetProperty("contact").GetGuid();
        await thread.Refused(thread.Clerk, "contact-void", new { contact = second, reason = "误登" }, HttpStatusCode.Forbidden, "authority.post");
        (await thread.Refused(thread.Head, "contact-void", new { contact = second, reason = " " }, HttpStatusCode.UnprocessableEntity, "void-needs-reason"))
            .GetProperty("clause").GetString().ShouldBe("GC21-12");
        await thread.Refused(thread.Head, "contact-void", new { contact = thread.HandlerId, reason = "误登" }, HttpStatusCode.Conflict, "contact-not-joined");

        (await thread.Head.Submit($"{thread.Address}/act/contact-void", $"{thread.Address}/contact-void", ("contact", second.ToString()), ("reason", "误登")))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await thread.Petition()).GetProperty("contacts").GetArrayLength().ShouldBe(1);
        await thread.Refused(thread.Head, "joining", new { contact = second, reason = "理由" }, HttpStatusCode.Conflict, "contact-voided");

        await thread.Done(thread.Head, "contact-void", new { contact = thread.Contact, reason = "误登" });
        (await thread.Petition()).GetProperty("stage").GetString().ShouldBe("voided");
        await thread.Refused(thread.Head, "restoration", new { reason = "恢复" }, HttpStatusCode.Conflict, "petition-without-contact");
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("作废一次来访来信");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_contact_of_a_merged_petition_is_not_voided_before_the_merger_is_undone()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var other = await thread.Register("另一次", join: false);
        var own = $"/petitions/{thread.Home}/{other.GetProperty("petition").GetGuid()}";
        await thread.Done(thread.Head, "merger", new { survivor = thread.Receipt.GetProperty("petitionNumber").GetString(), reason = "同一事项" }, address: own);
        await thread.Refused(thread.Head, "contact-void", new { contact = other.GetProperty("contact").GetGuid(), reason = "误登" }, HttpStatusCode.Conflict, "petition-merged", address: own);
        await thread.Refused(thread.Head, "joining", new { contact = thread.Contact, reason = "理由" }, HttpStatusCode.Conflict, "petition-merged", address: own);
    }

    [Fact]
    public async Task The_same_sending_of_an_act_on_two_streams_makes_one_record()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var second = (await thread.Register("又一次", join: true)).GetProperty("contact").GetGuid();
        var version = (await thread.Petition()).GetProperty("version").GetInt32();
        var body = new { fields = new { contact = second, reason = "并错了" }, version };
        var (first, one) = await thread.Head.PostJson($"/api{thread.Address}/separation", body, "key-1");
        var (again, two) = await thread.Head.PostJson($"/api{thread.Address}/separation", body, "key-1");
        (first, again).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK), two.ToString());
        two.GetProperty("id").GetGuid().ShouldBe(one.GetProperty("id").GetGuid());
        (await app.Office.Db.Maintenance<long>("select count(*) from petition", [])).Single().ShouldBe(2);
    }
}

using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>An act carries the day on which it happened; entered more than two working days later it needs proof and is counted.</summary>
public sealed class LateEntryTests(WebDatabase database)
{
    [Theory]
    [InlineData("2026-02-12", "2026-02-14", false)]
    [InlineData("2026-02-12", "2026-02-24", true)]
    [InlineData("2026-02-13", "2026-02-24", false)]
    public async Task Two_working_days_later_is_in_time_and_the_third_needs_proof(string on, string recorded, bool late)
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.On(recorded);
        if (late)
        {
            await thread.Refused(thread.Head, "priority", new { priority = "key", reason = "涉众" }, HttpStatusCode.BadRequest, "late-proof-required", on);
            await thread.Refused(thread.Head, "priority", new { priority = "key", reason = "涉众" }, HttpStatusCode.BadRequest, "late-proof-required", on, lateProof: " ");
        }

        await thread.Done(thread.Head, "priority", new { priority = "key", reason = "涉众" }, on, lateProof: late ? "会议记录第 3 页，存专班" : null);
        (await thread.Petition()).GetProperty("lateEntries").GetInt32().ShouldBe(late ? 1 : 0);
        var text = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        text.Contains("补录 1 项", StringComparison.Ordinal).ShouldBe(late);
        text.Contains("会议记录第 3 页", StringComparison.Ordinal).ShouldBe(late);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_happens_tomorrow_nor_before_the_contact_nor_before_what_it_answers()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.On("2026-02-13");
        await thread.Refused(thread.Head, "priority", new { priority = "key", reason = "涉众" }, HttpStatusCode.BadRequest, "date-in-future", "2026-02-14");
        await thread.Refused(thread.Head, "priority", new { priority = "key", reason = "涉众" }, HttpStatusCode.BadRequest, "before-receipt", "2026-02-11", lateProof: "书");
        await thread.Refused(thread.Head, "merger-undo", new { reason = "理由" }, HttpStatusCode.BadRequest, "date-in-future", "2026-02-14");
        await thread.Done(thread.Head, "assignment", new { handler = thread.HandlerId });
        await thread.Refused(thread.Handler, "acknowledgement", new { }, HttpStatusCode.BadRequest, "before-what-it-answers", "2026-02-12");
        await thread.Done(thread.Head, "void", new { reason = "误登" });
        await thread.Refused(thread.Head, "restoration", new { reason = "作废有误" }, HttpStatusCode.BadRequest, "before-what-it-answers", "2026-02-12");
        (await thread.Head.Submit($"{thread.Address}/act/restoration", $"{thread.Address}/restoration", ("on", "昨天"), ("reason", "作废有误"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await thread.Done(thread.Head, "restoration", new { reason = "作废有误" }, "2026-02-13");
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public async Task A_reply_due_before_its_opinion_was_approved_is_not_recorded_on_the_day_on_which_it_was_due()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" });
        await thread.Acknowledged();
        await thread.On("2026-03-10");
        await thread.Done(thread.Handler, "opinion", new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "已发还" });
        await thread.On("2026-03-12");
        var leader = await app.SignIn("leader");
        await thread.Refused(leader, "opinion-decision", new { agreed = "yes" }, HttpStatusCode.BadRequest, "before-what-it-answers", "2026-03-09", lateProof: "批示");
        await thread.Done(leader, "opinion-decision", new { agreed = "yes" });
        var reply = new { method = "phone", local = "no", remedy = "复议", signed = "no", whyNotSigned = "电话答复", signedBy = "孟庆和", proof = "录音" };
        var refused = await thread.Refused(thread.Handler, "reply", reply, HttpStatusCode.BadRequest, "before-what-it-answers", "2026-03-10");
        refused.ToString().ShouldContain("2026-03-12");
        (await thread.Petition()).GetProperty("stage").GetString().ShouldBe("accepted");
        await thread.Done(thread.Handler, "reply", reply, "2026-03-12");
        await thread.Refused(thread.Handler, "closing", new { by = "reply-final" }, HttpStatusCode.BadRequest, "before-what-it-answers", "2026-03-11");
        await thread.Done(thread.Handler, "closing", new { by = "reply-final" }, "2026-03-12");
    }

    [Fact]
    public async Task An_act_with_a_desk_of_its_own_keeps_the_order_of_days_too()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app);
        await thread.On("2026-03-04");
        var later = await thread.Register("又来反映", join: true);
        await thread.Refused(
            thread.Head, "correction", new { contact = later.GetProperty("contact").GetGuid(), field = "summary", value = "改", reason = "笔误" }, HttpStatusCode.BadRequest,
            "before-what-it-answers", "2026-03-03");
        await thread.Refused(
            thread.Head, "separation", new { contact = later.GetProperty("contact").GetGuid(), reason = "并错" }, HttpStatusCode.BadRequest, "before-what-it-answers", "2026-03-03");
        await thread.Done(thread.Head, "separation", new { contact = later.GetProperty("contact").GetGuid(), reason = "并错" });
    }

    [Fact]
    [Trait("Clause", "GC21-3 accepted")]
    public async Task A_receipt_that_is_registered_late_is_never_refused_but_marked_and_marked_again_without_proof()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app, new { summary = "早前来信", receivedAt = "2026-02-25", lateProof = "邮戳，收件簿第 8 页" });
        (await Flags(app, thread.Contact)).ShouldContain("late-entry");
        (await Flags(app, thread.Contact)).ShouldNotContain("late-proof-missing");
        var (status, receipt) = await thread.Clerk.PostJson("/api/contacts", new { form = new { summary = "又一封", receivedAt = "2026-02-25" } });
        status.ShouldBe(HttpStatusCode.Created);
        (await Flags(app, receipt.GetProperty("contact").GetGuid())).ShouldContain("late-proof-missing");
        var (_, fresh) = await thread.Clerk.PostJson("/api/contacts", new { form = new { summary = "前天的", receivedAt = "2026-02-27" } });
        (await Flags(app, fresh.GetProperty("contact").GetGuid())).ShouldNotContain("late-entry");
    }

    private static Task<List<string>> Flags(TestApp app, Guid contact) => app.Office.Db.Maintenance<string>("select unnest(flags) from contact where id = $1", [contact]);
}

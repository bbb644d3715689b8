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
        await thread.Refused(thread.Handler, "acknowledgement", new { }, HttpStatusCode.BadRequest, "before-assignment", "2026-02-12");
        await thread.Done(thread.Head, "void", new { reason = "误登" });
        await thread.Refused(thread.Head, "restoration", new { reason = "作废有误" }, HttpStatusCode.BadRequest, "before-what-it-undoes", "2026-02-12");
        (await thread.Head.Submit($"{thread.Address}/act/restoration", $"{thread.Address}/restoration", ("on", "昨天"), ("reason", "作废有误"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await thread.Done(thread.Head, "restoration", new { reason = "作废有误" }, "2026-02-13");
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

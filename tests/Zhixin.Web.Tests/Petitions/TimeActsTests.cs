using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Days left out, new dates, waivers: asked, decided, seen in the arithmetic, refused with their clause.</summary>
public sealed class TimeActsTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public async Task What_the_rule_does_not_list_is_refused_with_its_clause_and_shown_on_the_page()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Thread.Of(app)).Acknowledged();
        var no = Thread.Owed(await thread.Petition(), "reply").GetProperty("no").GetInt32();
        await thread.On("2026-03-04");
        var exclusion = await thread.Refused(
            thread.Handler, "time-exclusion", Exclusion(no), HttpStatusCode.UnprocessableEntity, "exclusion-ground-not-listed");
        exclusion.GetProperty("clause").GetString().ShouldBe("GC21-13");
        await thread.Refused(thread.Head, "extension", new { obligation = no.ToString(), due = "2026-06-01", document = "函", reason = "理由" }, HttpStatusCode.UnprocessableEntity, "extension-not-allowed");
        await thread.Refused(thread.Head, "waiver", new { obligation = no.ToString(), reason = "理由" }, HttpStatusCode.UnprocessableEntity, "waive-not-allowed");
        await thread.Refused(thread.Clerk, "waiver", new { obligation = no.ToString(), reason = "理由" }, HttpStatusCode.Forbidden, "authority.post");
        var page = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        page.ShouldContain("免除时限");
        page.ShouldContain("规程没有规定");
    }

    [Fact]
    public async Task Days_are_left_out_after_two_steps_and_the_page_says_why_the_date_is_another()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await AdoptWithExclusions(app);
        var thread = await (await Thread.Of(app)).Acknowledged();
        var owed = Thread.Owed(await thread.Petition(), "reply");
        var (no, due) = (owed.GetProperty("no").GetInt32(), owed.GetProperty("due").GetString());
        await thread.On("2026-03-04");

        await thread.Refused(thread.Head, "time-exclusion", Exclusion(no), HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(thread.Head, "time-exclusion-decision", new { request = "1", agreed = "yes" }, HttpStatusCode.Conflict, "exclusion-not-asked");
        (await thread.Handler.Submit($"{thread.Address}/act/time-exclusion", $"{thread.Address}/time-exclusion",
            ("obligation", no.ToString()), ("from", "2026-02-25"), ("to", "2026-02-27"), ("ground", "appraisal"), ("document", "鉴定委托书"), ("reason", "等待鉴定")))
            .StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await thread.Refused(thread.Handler, "time-exclusion", Exclusion(no), HttpStatusCode.Conflict, "exclusion-overlaps");
        await thread.Refused(thread.Handler, "time-exclusion", new { obligation = no.ToString(), from = "2026-03-04", to = "2026-03-05", ground = "appraisal", document = "书", reason = "理由" }, HttpStatusCode.BadRequest, "date-in-future");
        Thread.Owed(await thread.Petition(), "reply").GetProperty("due").GetString().ShouldBe(due);
        await thread.Refused(thread.Head, "time-exclusion-decision", new { request = "1", reason = "没有选" }, HttpStatusCode.BadRequest, "choice-missing");
        await thread.Done(thread.Head, "time-exclusion-decision", new { request = "1", agreed = "yes", reason = "情况属实" });

        Thread.Owed(await thread.Petition(), "reply").GetProperty("due").GetString().ShouldBe("2026-04-21", $"three working days after {due}");
        var text = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        text.ShouldContain("2026-02-25 至 2026-02-27 扣除（鉴定、评估）");
        text.ShouldContain("由 2026-04-16 变为 2026-04-21");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-14 accepted")]
    public async Task A_body_that_states_another_date_extends_its_own_and_a_rule_that_allows_it_is_waived()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await AdoptChanged(app, "  fulfilled_by: [petition.feedback-sent, hand-down.reported]\n", "  fulfilled_by: [petition.feedback-sent, hand-down.reported]\n  waived_by: set-priority\n");
        var thread = await Thread.Of(app, new { caseNumber = Thread.Case, summary = "机关转来", forwardedBy = "区委政法委", replyBy = "2026-02-27" });
        var no = Thread.Owed(await thread.Petition(), "feedback-to-body").GetProperty("no").GetInt32().ToString();
        await thread.Refused(thread.Head, "extension", new { obligation = no, due = "2026-02-27", document = "补充函", reason = "尚在核查" }, HttpStatusCode.BadRequest, "extension-not-later");
        await thread.Done(thread.Head, "extension", new { obligation = no, due = "2026-03-31", document = "补充函", reason = "尚在核查" });
        Thread.Owed(await thread.Petition(), "feedback-to-body").GetProperty("due").GetString().ShouldBe("2026-03-31");
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("由 2026-02-27 变为 2026-03-31（延长：尚在核查；补充函）");
        await thread.Done(thread.Head, "waiver", new { obligation = no, reason = "转办机关已撤回" });
        Thread.Owed(await thread.Petition(), "feedback-to-body").GetProperty("state").GetString().ShouldBe("ended");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    private static object Exclusion(int no) =>
        new { obligation = no.ToString(), from = "2026-02-25", to = "2026-02-27", ground = "appraisal", document = "鉴定委托书", reason = "等待鉴定" };

    /// <summary>The reply's period may leave days of an appraisal out.</summary>
    internal static Task AdoptWithExclusions(TestApp app) =>
        AdoptChanged(app, "  fulfilled_by: [petition.replied]\n", "  fulfilled_by: [petition.replied]\n  exclusions: [appraisal]\n");

    /// <summary>A court adopts its own version of the Gangcheng rules.</summary>
    private static async Task AdoptChanged(TestApp app, string old, string changed)
    {
        await app.LoadChanged("GC21", "GC21/obligations.yaml", old, changed);
        await app.Adopt("GC21", TestApp.Jiefang, new DateOnly(2021, 1, 1));
    }
}

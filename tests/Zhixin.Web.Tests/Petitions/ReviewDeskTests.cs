using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>What a review needs stands before the people of the court that reviews: its clock, and what is asked of its leaders. The rights of parties stand before nobody as a debt.</summary>
public sealed class ReviewDeskTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "CPL-236 accepted")]
    public async Task The_period_of_a_party_is_in_no_queue_of_the_court_and_no_breach_when_it_lapses()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Served();
        (await Kinds(desk, "head", "unit")).ShouldNotContain("reconsideration-window");
        var page = (await (await desk.As("reviewer")).Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-obligations]")!.TextContent;
        page.ShouldContain("申请执行复议　当事人", Case.Sensitive, "it is the party's");

        await desk.On("2026-03-10");
        (await Kinds(desk, "head", "unit")).ShouldNotContain("reconsideration-window");
        (await (await desk.As("mid-officer")).GetJson("/api/procedures/below")).GetProperty("procedures").GetArrayLength().ShouldBe(0);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "EPI-8 accepted")]
    public async Task The_reviewer_begins_with_the_clock_of_the_review_and_the_president_finds_what_is_asked()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Reconsidered();
        (await Kinds(desk, "mid", "office")).ShouldBe(["reconsideration-ruling"]);
        (await (await desk.As("mid")).Open("/")).Body!.TextContent.ShouldContain("执行复议裁定");
        using var refused = await (await desk.As("mid-officer")).Client.GetAsync("/api/obligations?scope=office");
        (refused.StatusCode, (await refused.Content.ReadAsStringAsync()).Contains("SPC09-3.2", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));

        await desk.Done("mid", "review-extension", new { reason = "需要调取旧卷" });
        var asked = (await (await desk.As("mid-president")).GetJson("/api/approvals")).GetProperty("approvals").EnumerateArray().Single();
        (asked.GetProperty("act").GetString(), asked.GetProperty("about").GetString()).ShouldBe(("approve-review-extension", "需要调取旧卷"));
        var row = (await (await desk.As("mid-president")).Open("/approvals")).QuerySelector("tbody tr")!;
        row.TextContent.ShouldContain("延长审查期限");
        row.QuerySelector($"a[href='{desk.Thread.Address}/act/review-extension-decision']").ShouldNotBeNull();
        await desk.Done("mid-president", "review-extension-decision", new { agreed = "yes", document = "审批表 1 号" });
        (await (await desk.As("mid-president")).GetJson("/api/approvals")).GetProperty("approvals").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Days_left_out_of_a_review_are_approved_among_others_at_the_court_that_reviews_and_nowhere_else()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Reconsidered();
        var owed = Thread.Owed(await desk.Thread.Petition(), "reconsideration-ruling").GetProperty("no").GetInt32();
        await desk.On("2026-03-20");
        await desk.Done("mid", "review-time-exclusion", new { obligation = $"{owed}", from = "2026-03-12", to = "2026-03-16", ground = "appraisal", document = "评估委托书", reason = "评估房屋" });
        (await (await desk.As("head")).GetJson("/api/approvals")).GetProperty("approvals").GetArrayLength().ShouldBe(0, "the enforcing court does not decide it");
        var director = await desk.As("mid-director");
        var asked = (await director.GetJson("/api/approvals")).GetProperty("approvals").EnumerateArray().Single();
        asked.GetProperty("act").GetString().ShouldBe("approve-review-time");
        var version = (await desk.Thread.Petition()).GetProperty("version").GetInt32();
        var (status, results) = await director.PostJson("/api/approvals", new { items = new[] { new { home = desk.Thread.Home, petition = asked.GetProperty("stream").GetGuid(), no = asked.GetProperty("no").GetInt32(), agreed = true, version } } });
        (status, results[0].GetProperty("status").GetInt32()).ShouldBe((HttpStatusCode.OK, 200), results.ToString());
        Thread.Owed(await desk.Thread.Petition(), "reconsideration-ruling").GetProperty("due").GetString().ShouldBe("2026-04-14", "five days after 9 April");
    }

    private static async Task<List<string?>> Kinds(ChainDesk desk, string user, string scope) =>
        [.. (await (await desk.As(user)).GetJson("/api/obligations?scope=" + scope)).GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("kind").GetString())];
}

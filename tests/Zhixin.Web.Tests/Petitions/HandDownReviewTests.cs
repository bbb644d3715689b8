using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>The first review of a petition that a High Court hands down, progress by the date, and what a direct transfer leaves, over HTTP.</summary>
public sealed class HandDownReviewTests(WebDatabase database)
{
    private const HttpStatusCode No = HttpStatusCode.UnprocessableEntity;

    [Fact]
    [Trait("Clause", "HNP-7(1) accepted")]
    [Trait("Clause", "HNP-7(1) refused")]
    [Trait("Clause", "HNP-9 accepted")]
    [Trait("Clause", "HNP-9 refused")]
    public async Task Reviewed_in_five_working_days_and_passed_on_in_seven_from_the_instruction()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("HNP", TestApp.Henan, new DateOnly(2021, 1, 1));
        var ladder = await Ladder.Of(app, "h", "superior");
        Thread.Owed(await ladder.Json(), "review-petition").GetProperty("state").GetString().ShouldBe("open");
        var form = await (await ladder.Who("h-head")).Open(ladder.Address + "/act/hand-down-review");
        form.QuerySelectorAll("input[name=way]").Length.ShouldBe(4);
        form.QuerySelectorAll("select[name=situation] option").Length.ShouldBeGreaterThan(5);
        await ladder.Refused("h-head", "hand-down-review", new { opinion = "反映拖延" }, HttpStatusCode.BadRequest, "hand-down-way-unknown");
        await ladder.Refused("h-head", "hand-down-review", new { way = "supervision", reason = "已督办" }, HttpStatusCode.Conflict, "hand-down-no-supervision");
        await ladder.Refused("h-head", "hand-down-review", new { way = "transfer-with-result", situation = "1-instruction", reason = "反映拖延" }, No, "hand-down-other-mode");
        await ladder.Refused("h-head", "hand-down-review", new { way = "transfer-with-result", situation = "2-leader", reason = "反映拖延" }, No, "hand-down-needs-instruction");
        await ladder.Refused("h-head", "hand-down-review", new { way = "transfer-with-result", situation = "2-leader", reason = "反映拖延", instructedBy = "院长", instructedOn = "昨天" }, HttpStatusCode.BadRequest, "date-unreadable");
        await ladder.Refused("h-head", "hand-down-review", new { way = "transfer-with-result", situation = "2-leader", reason = "反映拖延", instructedBy = "院长", instructedOn = "2026-02-13" }, HttpStatusCode.BadRequest, "date-in-future");
        await ladder.Refused("h-clerk", "hand-down-review", new { way = "hand-down" }, HttpStatusCode.Forbidden, "authority.post");
        await ladder.Done("h-head", "hand-down-review", new { way = "transfer-with-result", situation = "2-leader", reason = "反映拖延", instructedBy = "院长", instructedOn = "2026-02-10" });
        Thread.Owed(await ladder.Json(), "review-petition").GetProperty("state").GetString().ShouldBe("fulfilled");
        Thread.Owed(await ladder.Json(), "pass-on-with-result").GetProperty("state").GetString().ShouldBe("open");
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, "2026-03-20", ("situation", "3-bureau")), HttpStatusCode.Conflict, "hand-down-reviewed-otherwise");
        (await (await ladder.Who("h-head")).Open(ladder.Address)).Body!.TextContent.ShouldContain("院长批示，2026-02-10 收到");
        await ladder.Done("h-head", "transfer-with-result", Ladder.Down(TestApp.Jiefang, "2026-03-20", ("situation", "2-leader")));
        Thread.Owed(await ladder.Json(), "pass-on-with-result").GetProperty("state").GetString().ShouldBe("fulfilled");
        await ladder.Refused("h-head", "hand-down-review", new { way = "hand-down", situation = "3-bureau", reason = "反映拖延" }, HttpStatusCode.Conflict, "hand-down-review-elsewhere");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "HNI-4 accepted")]
    public async Task Where_a_supervision_runs_on_the_petition_the_review_names_it()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("HNP", TestApp.Henan, new DateOnly(2021, 1, 1));
        var ladder = await Ladder.Of(app, "h", "superior");
        var (status, body) = await (await ladder.Who("h-head")).PostJson(
            "/api/supervisions", new { fields = new { caseNumber = Thread.Case, source = "9", complaint = "长期不执行", flags = string.Empty, petition = $"{ladder.Home}_{ladder.Petition}" } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        await ladder.Done("h-head", "hand-down-review", new { way = "supervision", reason = "已启动督办" });
        Thread.Owed(await ladder.Json(), "review-petition").GetProperty("state").GetString().ShouldBe("fulfilled");
        (await (await ladder.Who("h-head")).Open(ladder.Address)).Body!.TextContent.ShouldContain("已启动督办");
    }

    [Fact]
    [Trait("Clause", "HNP-10 accepted")]
    [Trait("Clause", "HNP-10 refused")]
    [Trait("Clause", "HNP-21 accepted")]
    [Trait("Clause", "HNP-21 refused")]
    public async Task The_middle_reports_progress_by_its_date_and_the_result_with_what_it_did_itself()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("HNP", TestApp.Henan, new DateOnly(2021, 1, 1));
        var ladder = await Ladder.Of(app, "h", "superior");
        await ladder.Done("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, "2026-03-20", ("situation", "3-bureau")));
        await ladder.Done("m-head", "hand-down", Ladder.Down(TestApp.Jiefang, "2026-03-10", ("situation", "3-bureau")));
        await ladder.Done("m-head", "hop-handler", new { hop = 1, handler = await ladder.Id("m-handler") });
        await ladder.Refused("m-handler", "hop-report", new { hop = 1, progress = "已转", result = "待查", document = "报告" }, No, "hand-down-below-open");
        await ladder.Refused("m-handler", "hop-progress", new { hop = 1, progress = "已催促", document = "报告" }, No, "progress-needs-next");
        await ladder.Done("m-handler", "hop-progress", new { hop = 1, progress = "已催促基层法院", next = "三月底拍卖", document = "进展 1 号" });
        (await ladder.Json()).GetProperty("obligations").EnumerateArray().Where(o => o.GetProperty("kind").GetString() == "report")
            .Select(o => o.GetProperty("state").GetString()).ShouldBe(["fulfilled", "open"], ignoreOrder: true, "its own date is kept, the basic court's runs");
        await ladder.Refused("h-head", "hop-report-decision", new { hop = 1, agreed = "yes", reason = "抓紧" }, No, "progress-needs-date");
        await ladder.Done("h-head", "hop-report-decision", new { hop = 1, agreed = "yes", reason = "抓紧督促", due = "2026-04-10" });
        ((await ladder.Hop(1)).GetProperty("dueOn").GetString(), (await ladder.Hop(1)).GetProperty("ended").GetString()).ShouldBe(("2026-04-10", null));
        (await ladder.Hop(1)).GetProperty("reports")[0].GetProperty("kind").GetString().ShouldBe("progress");
        var page = (await (await ladder.Who("m-head")).Open(ladder.Address)).Body!.TextContent;
        page.ShouldContain("进展报告");
        page.ShouldContain("另定报告结果的期限");

        await ladder.Done("m-head", "hop-recall", new { hop = 2, reason = "本院直接办理" });
        await ladder.Refused("m-handler", "hop-report", new { hop = 1, progress = "已办", result = "已发还", document = "报告" }, No, "hand-down-report-needs-measures");
        (await (await ladder.Who("m-handler")).Open(ladder.Address + "/act/hop-report")).QuerySelector("textarea[name=measures]").ShouldNotBeNull();
        await ladder.Reported("m", 1);
        await ladder.Done("h-head", "hop-report-decision", new { hop = 1, agreed = "yes", reason = "同意" });
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "HNP-19 accepted")]
    [Trait("Clause", "HNP-8 accepted")]
    public async Task A_direct_transfer_leaves_a_person_to_be_named_below()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("HNP", TestApp.Henan, new DateOnly(2021, 1, 1));
        var ladder = await Ladder.Of(app, "h", "superior");
        await ladder.Done("h-head", "direct-transfer", Ladder.Down(TestApp.Jiefang, null, ("situation", "1-level-skipping"), ("platform", "平台 8 号")));
        Thread.Owed(await ladder.Json("b-head"), "name-person-transferred").GetProperty("state").GetString().ShouldBe("open");
        (await (await ladder.Who("b-head")).Open(ladder.Address + "/act/hop-handler")).QuerySelectorAll("select[name=hop] option").Length.ShouldBe(1);
        await ladder.Refused("m-head", "hop-handler", new { handler = await ladder.Id("m-handler") }, HttpStatusCode.BadRequest, "hand-down-unknown");
        await ladder.Done("b-head", "hop-handler", new { handler = await ladder.Id("b-handler"), phone = "0391-1" });
        Thread.Owed(await ladder.Json("b-head"), "name-person-transferred").GetProperty("state").GetString().ShouldBe("fulfilled");
        (await ladder.Hop(1)).GetProperty("handler").GetGuid().ShouldBe(await ladder.Id("b-handler"));
    }
}

using System.Net;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Listed matters and means over HTTP; what everybody may read, and that it is nothing more.</summary>
public sealed class ListedTests(WebDatabase database)
{
    private static readonly object Proposal = new { ground = "hard", reason = "久拖未执", due = "2026-06-30" };
    private static readonly object Approval = new { title = "长期未执结", nameless = "yes", due = "2026-06-30" };

    private static readonly object Six = new
    {
        handler = "王安", supervisingLeader = "王达", measures = "拍卖已查封的房屋", due = "2026-06-30", target = "执行到位", leaderInCharge = "王正",
    };

    [Fact]
    [Trait("Clause", "HNP-17 accepted")]
    [Trait("Clause", "HNP-22 accepted")]
    [Trait("Clause", "SPC16-5(1) accepted")]
    [Trait("Clause", "SPC09-1.3 accepted")]
    public async Task Listed_by_the_president_in_charge_it_stands_on_the_board_and_on_the_page_for_everybody_without_party_and_case()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Reviewed(app);
        await matter.Does("high-director", "listing-proposal", Proposal);
        var listed = await matter.Does("high-president", "listing-approval", Approval);
        var number = listed.GetProperty("paperNumber").GetString()!;
        number.ShouldBe("（2026）琼督挂1号");
        await (await matter.As("basic-head")).Open(matter.Address);
        await matter.Does("basic-director", "six-elements", Six);
        (await matter.Owed("listed-result")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-06-30");

        var board = await (await matter.As("high-head")).GetJson("/api/listed");
        var line = board.GetProperty("listed").EnumerateArray().ShouldHaveSingleItem();
        (line.GetProperty("number").GetString(), line.GetProperty("isFixed").GetBoolean()).ShouldBe((number, true));
        (await (await matter.As("high-head")).Open("/listed")).Body!.TextContent.ShouldContain(number);

        using var anyone = app.Stranger().Client;
        var page = await anyone.GetStringAsync("/public/listed");
        foreach (var shown in new[] { number, "长期未执结", Supervised.High, Supervised.Basic, "2026-06-30" })
        {
            page.ShouldContain(shown);
        }

        foreach (var hidden in new[] { Supervised.Case, "长期不执行", "王安", "王正", "苏明", matter.Address, "2026-琼" })
        {
            page.ShouldNotContain(hidden);
        }

        await matter.Does("basic-director", "listed-result", new { result = "已执结", document = "报告" });
        app.Clock.Now += PublicListings.Fresh;
        (await anyone.GetStringAsync("/public/listed")).ShouldContain("已报结果");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "HNP-17 refused")]
    [Trait("Clause", "HNP-22 refused")]
    [Trait("Clause", "SPC16-5(1) refused")]
    [Trait("Clause", "SPC09-1.3 refused")]
    public async Task Nobody_lists_without_a_proposal_or_an_instruction_and_with_a_title_unchecked()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Reviewed(app);
        await matter.Refuses("high-president", "listing-approval", Approval, "HNP-17", "listing-not-proposed");
        await matter.Refuses("high-director", "instructed-listing", new { way = "president", title = "长期未执结", nameless = "yes" }, "HNP-17", "listing-needs-instruction");
        (await matter.Tries("high-head", "listing-proposal", Proposal)).Status.ShouldBe(HttpStatusCode.Forbidden, "the bureau director proposes");
        await matter.Does("high-director", "listing-proposal", Proposal);
        (await matter.Tries("high-director", "listing-approval", Approval)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await matter.Refuses("high-president", "listing-approval", new { title = "长期未执结", nameless = "no" }, "SPC09-1.3", "listing-title-names");
        await matter.Does("high-president", "listing-approval", Approval);
        await matter.Refuses("basic-director", "six-elements", new { handler = "王安" }, "HNP-22", "six-elements-missing");
        await matter.Refuses("basic-director", "listed-result", new { result = "已执结", document = "报告" }, "HNP-22", "listed-result-needs-elements");
        await matter.Refuses("high-director", "means", new { means = "touring", content = "到场", document = "记录", until = "2026-04-01" }, "SPC16-5(1)", "means-needs-owner");
        using var anyone = app.Stranger().Client;
        (await anyone.GetAsync("/listed")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the board is for staff");
    }

    [Fact]
    public async Task The_page_for_everybody_is_given_so_many_times_a_minute_to_one_address()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        using var anyone = app.Stranger().Client;
        for (var i = 0; i < ReadBrake.Most; i++)
        {
            (await anyone.GetAsync("/public/listed?after=2026-03-01_x")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await From(anyone, "203.0.113.7")).ShouldBe(HttpStatusCode.TooManyRequests, "who is no proxy of ours says nothing about addresses");
        (await anyone.GetAsync("/public/listed")).StatusCode.ShouldBe(HttpStatusCode.OK, "the beginning is read once for all");
        app.Clock.Now += TimeSpan.FromMinutes(1);
        (await From(anyone, "203.0.113.7")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Behind_a_proxy_each_visitor_is_counted_apart()
    {
        await using var app = await TestApp.Start(database, "2026-03-02", options: o => o with { Proxies = OfficeOptions.Networks("127.0.0.1, ::1, 10.1.0.0/16") });
        using var anyone = app.Stranger().Client;
        for (var i = 0; i < ReadBrake.Most; i++)
        {
            (await From(anyone, "203.0.113.7")).ShouldBe(HttpStatusCode.OK);
        }

        (await From(anyone, "203.0.113.7")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await From(anyone, "198.51.100.1, 203.0.113.7, 10.1.2.3")).ShouldBe(HttpStatusCode.TooManyRequests, "what a visitor says itself stands before what the proxies add");
        (await From(anyone, "203.0.113.8")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_beginning_of_the_page_for_everybody_is_read_once_for_all_who_come_within_some_seconds()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        using var anyone = app.Stranger().Client;
        await anyone.GetStringAsync("/public/listed");
        var matter = await Reviewed(app);
        await matter.Does("high-director", "listing-proposal", Proposal);
        await matter.Does("high-president", "listing-approval", Approval);
        (await anyone.GetStringAsync("/public/listed")).ShouldNotContain("长期未执结");
        app.Clock.Now += PublicListings.Fresh;
        (await anyone.GetStringAsync("/public/listed")).ShouldContain("长期未执结");
    }

    [Fact]
    [Trait("Clause", "HNI-5 accepted")]
    [Trait("Clause", "HNP-13 accepted")]
    [Trait("Clause", "HNP-6 accepted")]
    [Trait("Clause", "HNP-5 accepted")]
    public async Task Means_have_owner_dates_and_result_and_a_major_case_a_plan_made_together()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app, flags: "major");
        await matter.Does("high-director", "panel", new { members = string.Join(',', new[] { 1, 2, 3 }.Select(n => matter.Ids[$"high-review{n}"])) });
        await matter.Refuses("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" }, "HNP-6", "review-not-member");
        await matter.Does("high-review2", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        await matter.Does("high-head", "means", new { means = "leader-in-charge", owner = "冯远　副院长", content = "包案督办", until = "2026-06-30", document = "批件" });
        await matter.Does("high-head", "means-result", new { no = "1", result = "已执结", document = "报告" });
        await matter.Does("high-director", "joint-plan", new { content = "先行拍卖", responsible = "美兰区法院王安", dueOn = "2026-05-01", document = "方案" });
        await matter.Refuses("high-head", "mode", new { mode = "correct", reason = "需要全面审查" }, "HNP-7(4)", "mode-needs-instruction");
        await matter.Does("high-head", "instruction", new { from = "院长", leader = "yes", document = "批示", mode = "correct" });
        await matter.Does("high-head", "mode", new { mode = "correct", reason = "需要全面审查" });
        var now = await matter.Now();
        (now.GetProperty("means")[0].GetProperty("result").GetString(), now.GetProperty("plans").GetArrayLength(), now.GetProperty("mode").GetString()).ShouldBe(("已执结", 1, "correct"));
        var page = await (await matter.As("high-head")).Open(matter.Address);
        page.Body!.TextContent.ShouldContain("领导包案");
    }

    [Fact]
    [Trait("Clause", "HNI-5 refused")]
    [Trait("Clause", "HNP-13 refused")]
    [Trait("Clause", "HNP-5 refused")]
    public async Task A_means_that_is_none_a_plan_for_a_plain_case_and_a_mode_without_reason_are_refused()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Reviewed(app);
        await matter.Refuses("high-head", "means", new { means = "shouting", owner = "冯远", content = "到场", document = "记录", result = "好" }, "HNI-5", "means-unknown");
        await matter.Refuses("high-director", "joint-plan", new { content = "先行拍卖", responsible = "王安", dueOn = "2026-05-01", document = "方案" }, "HNP-13", "joint-plan-only-major");
        await matter.Refuses("high-head", "mode", new { mode = "correct", reason = " " }, "HNP-5", "mode-needs-reason");
    }

    [Fact]
    [Trait("Clause", "HNP-6 refused")]
    public async Task A_major_case_is_not_reviewed_without_a_panel()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var flagged = await Supervised.Opened(app, flags: "major");
        await flagged.Refuses("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期" }, "HNP-6", "supervision-needs-panel");
    }

    /// <summary>A page behind the first, with a word about the address it is asked from.</summary>
    private static async Task<HttpStatusCode> From(HttpClient anyone, string addresses)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/public/listed?after=2026-03-01_x");
        request.Headers.Add("X-Forwarded-For", addresses);
        using var answer = await anyone.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<Supervised> Reviewed(TestApp app)
    {
        var matter = await Supervised.Opened(app);
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        return matter;
    }
}

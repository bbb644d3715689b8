using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Down through four levels of courts and back, over HTTP.</summary>
public sealed class HandDownTests(WebDatabase database)
{
    private const HttpStatusCode No = HttpStatusCode.UnprocessableEntity;

    [Fact]
    [Trait("Clause", "SPC16-3(2) accepted")]
    [Trait("Clause", "HNP-7(3) accepted")]
    [Trait("Clause", "HNP-10 accepted")]
    [Trait("Clause", "HNP-11 accepted")]
    public async Task From_the_supreme_court_to_the_basic_court_and_back_with_one_report_returned()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "s");
        Thread.Owed(await ladder.Json(), "hand-down").GetProperty("state").GetString().ShouldBe("open");
        (await (await ladder.Who("b-head")).Client.GetAsync(ladder.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it lies above");
        await ladder.Downwards("s");
        (await ladder.Json("b-head")).GetProperty("responsible").GetInt32().ShouldBe(app.Court(TestApp.Jiefang));
        (await (await ladder.Who("b-head")).Open($"/contacts/{ladder.Home}/{ladder.Contact}/receipt")).Body!.TextContent.ShouldContain("佟桂兰");
        await Seen(ladder, "m-head", "b-head");
        await Listed(ladder);

        await ladder.Refused("m-head", "hop-report", new { hop = 2, progress = "已转", result = "待查", document = "报告" }, No, "hand-down-below-open");
        await ladder.Reported("b", 3);
        await ladder.Done("m-head", "hop-report-decision", new { hop = 3, agreed = "no", reason = "没有答复信访人", due = "2026-03-16" });
        (await ladder.Hop(3)).GetProperty("dueOn").GetString().ShouldBe("2026-03-16");
        await ladder.Reported("b", 3, "报告 2 号");
        await ladder.Done("m-director", "hop-report-decision", new { hop = 3, agreed = "yes", reason = "办理得当" });
        await ladder.Reported("m", 2);
        await ladder.Done("h-officer", "hop-report-decision", new { hop = 2, agreed = "yes", reason = "同意" });
        await ladder.Reported("h", 1);
        await ladder.Done("s-head", "hop-report-decision", new { hop = 1, agreed = "yes", reason = "同意" });

        var hops = (await ladder.Json()).GetProperty("handDowns").EnumerateArray().ToList();
        hops.Select(h => h.GetProperty("ended").GetString()).ShouldBe(["accepted", "accepted", "accepted"]);
        hops[2].GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("accepted").GetBoolean()).ShouldBe([false, true]);
        var page = (await (await ladder.Who("b-head")).Open(ladder.Address)).Body!.TextContent;
        foreach (var text in new[] { TestApp.Supreme, TestApp.Henan, "没有答复信访人", "报告已认可", "在办 0，已终结 3" })
        {
            page.ShouldContain(text);
        }

        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        (await ladder.Json("b-head")).GetProperty("handDowns").GetArrayLength().ShouldBe(3);
    }

    /// <summary>Each level finds what it handed down and what it has, whoever answers now.</summary>
    private static async Task Listed(Ladder ladder)
    {
        foreach (var (who, show, no) in new[] { ("s-head", "out", 1), ("h-head", "in", 1), ("h-head", "out", 2), ("m-head", "in", 2), ("m-head", "out", 3), ("b-head", "in", 3) })
        {
            var listed = (await (await ladder.Who(who)).GetJson("/api/hand-downs?show=" + show)).GetProperty("handDowns");
            (listed.GetArrayLength(), listed[0].GetProperty("no").GetInt32()).ShouldBe((1, no), $"{show} of {who}");
            (await (await ladder.Who(who)).Open("/hand-downs?show=" + show)).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
            (await (await ladder.Who(who)).Open("/ledger")).Body!.TextContent.ShouldContain(ladder.Number, Case.Sensitive, who);
        }

        (await (await ladder.Who("b-head")).GetJson("/api/hand-downs?show=out")).GetProperty("handDowns").GetArrayLength().ShouldBe(0);
    }

    /// <summary>The forms that a court may use now open, and its page draws every hop.</summary>
    private static async Task Seen(Ladder ladder, string above, string below)
    {
        var page = await (await ladder.Who(above)).Open(ladder.Address);
        page.QuerySelectorAll("[aria-labelledby=h-hand-down] .obl").Length.ShouldBe(3);
        page.Body!.TextContent.ShouldContain("为何是这一天？");
        await ladder.Id("b-handler");
        foreach (var (who, act) in new[] { (above, "hop-recall"), (above, "hop-handler"), (below, "hop-handler"), (below, "hop-report") })
        {
            var form = await (await ladder.Who(who)).Open($"{ladder.Address}/act/{act}");
            form.QuerySelectorAll("select[name=hop] option").Length.ShouldBe(1, $"{act} by {who}");
        }

        (await (await ladder.Who(below)).Open($"{ladder.Address}/act/hop-handler")).QuerySelectorAll("select[name=handler] option").Select(o => o.TextContent).ShouldContain(t => t.StartsWith("bhandler", StringComparison.Ordinal));
        (await (await ladder.Who("b-head")).Open(ladder.Address)).QuerySelectorAll("a[href$='/act/hand-down']").ShouldBeEmpty("nobody stands under a basic court");
    }

    [Fact]
    [Trait("Clause", "SPC16-3(2) refused")]
    [Trait("Clause", "HNP-7(3) refused")]
    [Trait("Clause", "HNP-10 refused")]
    [Trait("Clause", "HNP-11 refused")]
    [Trait("Clause", "HNP-16 refused")]
    public async Task What_skips_a_level_lacks_its_words_or_is_another_courts_is_refused()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "h");
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Jiefang), No, "hand-down-next-level");
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Supreme), No, "hand-down-not-below");
        await ladder.Refused("h-head", "hand-down", Ladder.Down("没有的法院"), HttpStatusCode.BadRequest, "court-unknown");
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, null), No, "hand-down-needs-date");
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, "三月底"), HttpStatusCode.BadRequest, "date-unreadable");
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, "2026-02-11"), HttpStatusCode.BadRequest, "hand-down-due-past");
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, more: ("ground", " ")), No, "hand-down-needs-ground");
        await ladder.Refused("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, more: ("joint", "没有的法院")), HttpStatusCode.BadRequest, "court-unknown");
        await ladder.Refused("h-head", "hand-down", Ladder.Down("河南省郑州市中级人民法院"), HttpStatusCode.BadRequest, "transfer-court-not-in-use");
        await ladder.Refused("h-clerk", "hand-down", Ladder.Down(TestApp.Jiaozuo), HttpStatusCode.Forbidden, "authority.post");
        await ladder.Refused("h-head", "hand-down-refusal", new { reason = "理由" }, No, "hand-down-nothing-bars");
        await ladder.Done("h-officer", "hand-down", Ladder.Down(TestApp.Jiaozuo));
        await ladder.Refused("m-head", "hand-down", Ladder.Down(TestApp.Jiefang, "2026-03-21"), No, "hand-down-due-after-own");
        await ladder.Refused("m-head", "void", new { reason = "登记有误" }, HttpStatusCode.Conflict, "hand-down-open");
        await ladder.Done("m-head", "hop-handler", new { handler = await ladder.Id("m-handler") });
        await ladder.Refused("m-head", "hop-handler", new { handler = await ladder.Id("m-handler") }, HttpStatusCode.Conflict, "already-assigned");
        await ladder.Refused("m-head", "hop-handler", new { handler = await ladder.Id("b-handler") }, HttpStatusCode.BadRequest, "handler-not-in-post");
        await ladder.Refused("h-head", "hop-report", new { hop = 1, progress = "进展", result = "结果", document = "报告" }, HttpStatusCode.Conflict, "hand-down-not-yours");
        await ladder.Refused("m-officer", "hop-report", new { hop = 1 }, HttpStatusCode.Forbidden, "authority.post");
        await ladder.Refused("h-head", "hop-report-decision", new { agreed = "yes", reason = "同意", hop = 1 }, HttpStatusCode.Conflict, "hand-down-not-reported");
        await ladder.Refused("h-head", "hop-pressing", new { hop = 1, means = "phone", content = "催" }, No, "hand-down-not-overdue");
        await ladder.Done("m-handler", "hop-report", new { progress = "进展", result = "结果", document = "报告" });
        await ladder.Refused("h-head", "hop-report-decision", new { reason = "同意" }, HttpStatusCode.BadRequest, "choice-missing");
        await ladder.Refused("h-head", "hop-report-decision", new { agreed = "no" }, No, "hand-down-return-needs-reason");
        await ladder.Refused("h-head", "hop-recall", new { }, HttpStatusCode.BadRequest, "reason-required");
    }

    [Fact]
    [Trait("Clause", "HNP-7(1) accepted")]
    [Trait("Clause", "HNP-7(1) refused")]
    [Trait("Clause", "HNP-7(2) accepted")]
    [Trait("Clause", "HNP-7(2) refused")]
    [Trait("Clause", "HNP-7(3) accepted")]
    [Trait("Clause", "HNP-8 accepted")]
    [Trait("Clause", "HNP-8 refused")]
    [Trait("Clause", "HNP-9 accepted")]
    [Trait("Clause", "HNP-9 refused")]
    public async Task Straight_to_the_enforcing_court_where_the_situation_asks_for_it()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("HNP", TestApp.Henan, new DateOnly(2021, 1, 1));
        var ladder = await Ladder.Of(app, "h", "superior");
        await ladder.Refused("h-head", "direct-transfer", Ladder.Down(TestApp.Jiefang, null), No, "hand-down-needs-situation");
        await ladder.Refused("h-head", "direct-transfer", Ladder.Down(TestApp.Jiefang, null, ("situation", "2-leader")), No, "hand-down-other-mode");
        await ladder.Refused("h-head", "direct-transfer", Ladder.Down(TestApp.Jiefang, null, ("situation", "1-instruction")), No, "hand-down-needs-platform");
        await ladder.Refused("h-head", "direct-transfer", Ladder.Down(TestApp.Jiefang, "2026-03-20", ("situation", "1-instruction"), ("platform", "8")), No, "hand-down-no-date");
        await ladder.Refused("h-head", "transfer-with-result", Ladder.Down(TestApp.Jiefang, null, ("situation", "2-leader")), No, "hand-down-needs-date");
        await ladder.Refused("h-head", "transfer-with-result", Ladder.Down(TestApp.Jiefang, "2026-03-20", ("situation", "1-instruction")), No, "hand-down-other-mode");
        await ladder.Refused("h-head", "transfer-with-result", Ladder.Down(TestApp.Jiaozuo, "2026-03-20", ("situation", "2-leader")), No, "hand-down-not-enforcing");
        (await (await ladder.Who("h-head")).Open(ladder.Address + "/act/transfer-with-result")).QuerySelectorAll("input[name=situation]").Length.ShouldBe(2);
        await ladder.Refused("h-head", "transfer-with-result", Ladder.Down(TestApp.Jiefang, "2026-03-20", ("situation", "2-leader")), No, "hand-down-needs-instruction");
        await ladder.Refused("h-head", "transfer-with-result", Ladder.Down(TestApp.Jiefang, "2026-03-20", ("situation", "2-leader"), ("instructedBy", "院长"), ("instructedOn", "二月")), HttpStatusCode.BadRequest, "date-unreadable");
        await ladder.Done("h-head", "transfer-with-result", Ladder.Down(TestApp.Jiefang, "2026-03-20", ("situation", "2-leader"), ("awaited", "yes"), ("instructedBy", "院长"), ("instructedOn", "2026-02-11")));
        var owed = Thread.Owed(await ladder.Json("b-head"), "report");
        (owed.GetProperty("due").GetString(), owed.GetProperty("state").GetString()).ShouldBe(("2026-03-20", "open"));
        (await (await ladder.Who("b-head")).Open("/?scope=unit")).Body!.TextContent.ShouldContain("书面报告办理情况");
        await ladder.Reported("b", 1);
        await ladder.Refused("m-head", "hop-report-decision", new { hop = 1, agreed = "yes", reason = "同意" }, HttpStatusCode.Conflict, "hand-down-not-yours");
        await ladder.Done("h-head", "hop-report-decision", new { agreed = "yes", reason = "直接报告高院" });

        var direct = await Ladder.Again(ladder, "h");
        await direct.Done("h-head", "direct-transfer", Ladder.Down(TestApp.Jiefang, null, ("situation", "1-level-skipping"), ("platform", "平台 8 号")));
        (await direct.Hop(1)).GetProperty("ended").GetString().ShouldBe("passed");
        (await direct.Json("b-head")).GetProperty("responsible").GetInt32().ShouldBe(app.Court(TestApp.Jiefang));
        var other = await Ladder.Again(ladder, "m");
        await other.Refused("m-head", "direct-transfer", Ladder.Down(TestApp.Jiefang, null), No, "hand-down-only-high");
        await other.Refused("m-head", "transfer-with-result", Ladder.Down(TestApp.Jiefang), No, "hand-down-only-high");
        var third = await Ladder.Again(ladder, "h");
        await third.Done("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, "2026-03-20", ("situation", "3-bureau")));
    }

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    [Trait("Clause", "HNP-14 refused")]
    [Trait("Clause", "HNP-9 accepted")]
    public async Task The_special_report_passes_three_hands_and_is_sent()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("HNP", TestApp.Henan, new DateOnly(2021, 1, 1));
        var ladder = await Ladder.Of(app, "h");
        await ladder.Done("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo, "2026-03-20", ("situation", "3-leader"), ("awaited", "yes")));
        var draft = new { body = "省委政法委", content = "案款已发还", document = "专报 1 号" };
        await ladder.Refused("h-officer", "report-up-draft", draft, No, "hand-down-not-accepted");
        await ladder.Reported("m", 1);
        await ladder.Done("h-head", "hop-report-decision", new { agreed = "yes", reason = "同意" });
        Thread.Owed(await ladder.Json(), "report-up").GetProperty("state").GetString().ShouldBe("open");
        await ladder.Refused("m-officer", "report-up-draft", new { hop = 1, draft.body, draft.content, draft.document }, HttpStatusCode.Conflict, "hand-down-not-yours");
        await ladder.Refused("h-director", "report-up-review", new { agreed = "yes", reason = "同意" }, No, "report-up-not-drafted");
        await ladder.Done("h-officer", "report-up-draft", draft);
        await ladder.Refused("h-head", "report-up-review", new { agreed = "yes", reason = "同意" }, HttpStatusCode.Forbidden, "authority.post");
        await ladder.Refused("h-vice", "report-up-approval", new { agreed = "yes", reason = "同意" }, No, "report-up-not-reviewed");
        await ladder.Done("h-director", "report-up-review", new { agreed = "no", reason = "数额不清" });
        await ladder.Done("h-officer", "report-up-draft", draft);
        await ladder.Done("h-director", "report-up-review", new { agreed = "yes", reason = "同意" });
        await ladder.Refused("h-officer", "report-up-sending", new { proof = "签收单" }, No, "report-up-not-approved");
        (await (await ladder.Who("h-vice")).Open(ladder.Address + "/act/report-up-approval")).Body!.TextContent.ShouldContain("案款已发还");
        await ladder.Done("h-vice", "report-up-approval", new { agreed = "yes", reason = "同意" });
        await ladder.Refused("h-officer", "report-up-sending", new { }, No, "report-up-needs-proof");
        await ladder.Done("h-officer", "report-up-sending", new { proof = "签收单 3 号" });
        (await ladder.Hop(1)).GetProperty("reportUp").GetString().ShouldBe("sent");
        Thread.Owed(await ladder.Json(), "report-up").GetProperty("state").GetString().ShouldBe("fulfilled");
        (await (await ladder.Who("h-head")).Open(ladder.Address)).Body!.TextContent.ShouldContain("已报省委政法委");
        await Papers(ladder);
    }

    /// <summary>Letter and special report are drawn under their own numbers, and printed or saved for a purpose.</summary>
    private static async Task Papers(Ladder ladder)
    {
        var head = await ladder.Who("h-head");
        var letter = (await head.Open($"{ladder.Address}/hops/1/letter")).Body!.TextContent;
        foreach (var text in new[] { "交办函", "（2026）交字第12号", TestApp.Jiaozuo + "：", "查明情况，答复信访人，报告结果。", "2026年3月20日", TestApp.Henan })
        {
            letter.ShouldContain(text);
        }

        var up = await head.GetJson($"/api{ladder.Address}/hops/1/report-up");
        (up.GetProperty("number").GetString(), up.GetProperty("name").GetString()).ShouldBe(("专报 1 号", "上报专报"));
        up.GetProperty("lines").EnumerateArray().Select(l => l.GetString()).ShouldContain("案款已发还。");
        (await head.PostJson($"/api{ladder.Address}/hops/1/letter/print", new { purpose = " " })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await head.PostJson($"/api{ladder.Address}/hops/1/letter/print", new { purpose = "归档" })).Status.ShouldBe(HttpStatusCode.OK);
        (await head.Submit($"{ladder.Address}/hops/1/letter", $"{ladder.Address}/hops/1/letter/print", ("purpose", "归档"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var file = await head.Client.PostAsync($"/api{ladder.Address}/hops/1/report-up/docx", System.Net.Http.Json.JsonContent.Create(new { purpose = "报送审阅" }));
        (file.StatusCode, file.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, Zhixin.Web.Papers.Docx.MediaType));
        (await head.Client.GetAsync($"{ladder.Address}/hops/2/letter")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public async Task A_late_report_is_pressed_for_by_the_court_above_and_no_date_moves()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "m");
        await ladder.Done("m-head", "hand-down", Ladder.Down(TestApp.Jiefang));
        ladder.On("2026-03-20");
        await ladder.Refused("m-head", "hop-pressing", new { means = "phone", content = "催" , hop = 1 }, No, "hand-down-not-overdue");
        ladder.On("2026-03-21");
        (await ladder.Hop(1)).GetProperty("overdue").GetBoolean().ShouldBeTrue();
        await ladder.Refused("m-head", "hop-pressing", new { means = "shout", content = "催" }, HttpStatusCode.BadRequest, "hand-down-means-unknown");
        await ladder.Refused("b-head", "hop-pressing", new { means = "phone", content = "催", hop = 1 }, HttpStatusCode.Conflict, "hand-down-not-yours");
        (await (await ladder.Who("m-head")).Open("/hand-downs")).QuerySelector(".page-head")!.TextContent.ShouldContain("逾期未报 1 项");
        await ladder.Done("m-director", "hop-pressing", new { means = "video", content = "视频会议点名，答应三日内报告" });
        (await ladder.Hop(1)).GetProperty("dueOn").GetString().ShouldBe("2026-03-20");
        (await (await ladder.Who("m-head")).Open(ladder.Address)).Body!.TextContent.ShouldContain("视频会议　视频会议点名");
    }

    [Fact]
    [Trait("Clause", "HNP-16 refused")]
    public async Task What_was_recorded_after_its_date_is_late_on_every_page_from_the_same_day()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("HNP", TestApp.Henan, new DateOnly(2021, 1, 1));
        var ladder = await Ladder.Of(app, "h", "superior");
        ladder.On("2026-03-24");
        var head = await ladder.Who("h-head");
        var fields = Ladder.Down(TestApp.Jiefang, "2026-03-20", ("situation", "2-leader"), ("instructedBy", "院长"), ("instructedOn", "2026-02-11"));
        var late = new { fields, version = (await ladder.Json("h-head")).GetProperty("version").GetInt32(), on = "2026-02-12", lateProof = "交办登记簿第 2 页" };
        var (status, answer) = await head.PostJson($"/api{ladder.Address}/transfer-with-result", late);
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        await ladder.Refused("h-head", "hop-pressing", new { means = "phone", content = "催", hop = 1 }, No, "hand-down-not-overdue");
        await Late(ladder, 0, "今天补记");
        ladder.On("2026-03-25");
        await Late(ladder, 1, "逾期");
    }

    private static async Task Late(Ladder ladder, int count, string word)
    {
        var head = await ladder.Who("h-head");
        var list = await head.Open("/hand-downs");
        list.QuerySelector(".page-head")!.TextContent.ShouldContain($"逾期未报 {count} 项");
        list.QuerySelector("tbody tr")!.TextContent.ShouldContain(word);
        list.QuerySelector("tbody tr")!.TextContent.ShouldContain("2026-03-20", Case.Sensitive, "the date of the letter stands");
        (await head.Open(ladder.Address)).QuerySelector("[aria-labelledby=h-hand-down] .obl")!.TextContent.ShouldContain(word);
        (await ladder.Hop(1)).GetProperty("overdue").GetBoolean().ShouldBe(count == 1);
        (await head.GetJson("/api/overdue-below")).GetProperty("overdue").EnumerateArray().Count(l => l.GetProperty("clause").GetString() == "HNP-21").ShouldBe(count);
    }

    [Fact]
    [Trait("Clause", "SPC16-14(2) accepted")]
    [Trait("Clause", "SPC16-14(2) refused")]
    [Trait("Clause", "SPC16-14(3) accepted")]
    [Trait("Clause", "SPC16-17 accepted")]
    [Trait("Clause", "SPC16-17 refused")]
    public async Task The_procedure_is_ordered_and_its_filing_ends_the_hop_then_a_late_ruling_is_ordered()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "b", "own-court");
        await ladder.Refused("m-head", "procedure-order", Ladder.Down(TestApp.Jiefang, null), No, "order-procedure-needs-remedy");
        await ladder.Refused("m-head", "ruling-order", Ladder.Down(TestApp.Jiefang), No, "order-ruling-not-late");
        await ladder.Done("m-head", "procedure-order", Ladder.Down(TestApp.Jiefang, null, ("told", "2月12日当面告知可以提出异议")));
        await ladder.Done("b-clerk", "objection-paper", new { kind = "act", titled = "yes", paper = "异议书", content = "超标的查封", receivedOn = "2026-02-12" });
        (await ladder.Hop(1)).GetProperty("ended").ValueKind.ShouldBe(JsonValueKind.Null);
        await ladder.Done("b-review", "procedure-filing", new { procedure = 1, number = "（2026）豫0802执异9号" });
        (await ladder.Hop(1)).GetProperty("ended").GetString().ShouldBe("filed");
        await ladder.Refused("m-head", "procedure-order", Ladder.Down(TestApp.Jiefang, null, ("told", "当面")), No, "order-procedure-reviewed");
        ladder.On("2026-04-20");
        await ladder.Refused("m-head", "ruling-order", Ladder.Down(TestApp.Jiefang, null), No, "hand-down-needs-date");
        await ladder.Done("m-head", "ruling-order", Ladder.Down(TestApp.Jiefang, "2026-04-30"));
        (await ladder.Json("b-head")).GetProperty("handler").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ladder.Hop(2)).GetProperty("mode").GetString().ShouldBe("order-ruling");
    }
}

using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Termination over HTTP: every step by its person and its court, each refusal with its clause, and what follows a decision.</summary>
public sealed class TerminationTests(WebDatabase database)
{
    private const HttpStatusCode Law = HttpStatusCode.UnprocessableEntity;

    [Fact]
    [Trait("Clause", "SPC16-19 accepted")]
    [Trait("Clause", "SPC16-22 accepted")]
    [Trait("Clause", "SPC16-23 accepted")]
    [Trait("Clause", "SPC16-24 accepted")]
    public async Task From_the_enforcing_court_through_every_court_and_the_filing_desk_to_the_decision_and_the_notice()
    {
        await using var app = await TestApp.Start(database);
        var desk = await TerminationDesk.Of(app);
        var panel = (await desk.Head.Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-termination]")!.TextContent;
        panel.ShouldContain("还缺 2 项");
        panel.ShouldContain("终结以前没有听取信访人的意见");
        panel.ShouldContain("没有记录并答复信访人对生活困难的陈述");
        await desk.Hear();
        await desk.AnswerHardship();
        (await desk.Head.Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-termination]")!.TextContent.ShouldContain("条件齐备");
        var form = await desk.Head.Open(desk.Thread.Address + "/act/termination");
        form.QuerySelectorAll("input[name='repeats']").Length.ShouldBe(1, "only who came after the commitment");
        await desk.Done(desk.Head, "termination", await desk.Report());

        await Waits(desk.People["mid-head"], 1);
        (await desk.People["mid-head"].Open(desk.Thread.Address + "/act/termination-passing")).Body!.TextContent.ShouldContain("息诉承诺书");
        await desk.Done(desk.People["mid-head"], "termination-passing", new { opinion = "同意上报" });
        await Waits(desk.People["mid-head"], 0);
        await Waits(desk.People["high-head"], 1);
        await desk.Done(desk.People["high-head"], "termination-filing", new { document = "备案报告 1 号" });
        (await desk.People["filing"].GetJson("/api/filings")).GetProperty("terminations").GetArrayLength().ShouldBe(1);
        (await desk.People["filing"].Open("/filings")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        await desk.Done(desk.People["filing"], "filing-answer", new { answer = "accepted", document = "备案复函 1 号" });
        await desk.Done(desk.People["high-president"], "termination-decision", new { document = "豫高法终字 1 号" });

        var petition = await desk.Thread.Petition();
        petition.GetProperty("stage").GetString().ShouldBe("closed");
        Thread.Owed(petition, "property-query").GetProperty("due").GetString().ShouldBe("2026-08-13");
        Thread.Owed(petition, "termination-notice").GetProperty("state").GetString().ShouldBe("open");
        await desk.Done(desk.People["high-head"], "termination-notice", new { method = "post", document = "告知书 1 号", proof = "邮寄回执" });
        Thread.Owed(await desk.Thread.Petition(), "termination-notice").GetProperty("state").GetString().ShouldBe("fulfilled");
        var page = (await desk.Head.Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-termination]")!;
        page.QuerySelectorAll("ol.steps li").Select(li => li.ClassList.Contains("past")).ShouldBe([true, true, true, true, true]);
        page.TextContent.ShouldContain("豫高法终字 1 号");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    [Trait("Clause", "SPC16-22 refused")]
    [Trait("Clause", "SPC16-11 refused")]
    [Trait("Clause", "SPC16-26 accepted")]
    [Trait("Clause", "SPC16-26 refused")]
    public async Task What_is_missing_is_told_at_once_and_each_part_of_the_report_is_asked_for()
    {
        await using var app = await TestApp.Start(database);
        var desk = await TerminationDesk.Of(app, commitment: false);
        var all = await desk.Refused(desk.Head, "termination", new { scope = "enforcement" }, Law, "termination-missing");
        Clause(all).ShouldBe("SPC16-19");
        all.GetProperty("title").GetString()!.ShouldContain("没有申请执行人的书面承诺");
        all.GetProperty("missing").EnumerateArray().Select(m => $"{Clause(m)} {m.GetProperty("key").GetString()}").ShouldBe(
        [
            "SPC16-19 termination-needs-commitment", "SPC16-19 termination-needs-repeats", "SPC16-19 termination-needs-same-cause", "SPC16-19 termination-needs-hearing",
            "SPC16-22 termination-needs-hardship-answer",
        ]);

        await desk.Done(desk.Handler, "commitment", new { signed = "yes", free = "yes", document = "息诉承诺书", effect = "后果告知书" });
        await desk.On("2026-02-14");
        await desk.Thread.Register("再次来访", join: true);
        await desk.Hear();
        await desk.AnswerHardship(stated: "yes");
        var whole = await desk.Report();
        Clause(await desk.Refused(desk.Head, "termination", whole, Law, "termination-hardship")).ShouldBe("SPC16-22");
        await desk.AnswerHardship();
        Clause(await desk.Refused(desk.Head, "termination", With(whole, "scope", "trial"), Law, "termination-other-procedure")).ShouldBe("SPC16-11");
        Clause(await desk.Refused(desk.Head, "termination", With(whole, "repeats", string.Empty), Law, "termination-needs-repeats")).ShouldBe("SPC16-19");
        Clause(await desk.Refused(desk.Head, "termination", With(whole, "sameCause", " "), Law, "termination-needs-same-cause")).ShouldBe("SPC16-19");
        Clause(await desk.Refused(desk.Head, "termination", With(whole, "material-measures", string.Empty), Law, "termination-material-missing")).ShouldBe("SPC16-26");
        await desk.Refused(desk.Head, "termination", With(whole, "material-measures", "财产调查"), HttpStatusCode.BadRequest, "termination-document-unfit");
        Clause(await desk.Refused(desk.People["mid-head"], "termination", whole, Law, "termination-not-enforcing")).ShouldBe("SPC16-19");
        await desk.Refused(desk.Handler, "termination", whole, HttpStatusCode.Forbidden, "authority.post");
        await desk.Done(desk.Head, "termination", whole);
        await desk.Refused(desk.Head, "termination", whole, HttpStatusCode.Conflict, "termination-pending");
        await desk.Done(desk.Head, "termination-withdrawal", new { reason = "继续化解" });
        (await desk.Last()).GetProperty("ended").GetString().ShouldBe("withdrawn");
    }

    [Fact]
    [Trait("Clause", "SPC16-23 refused")]
    [Trait("Clause", "SPC16-19 refused")]
    [Trait("Clause", "SPC16-22 refused")]
    public async Task No_court_decides_that_may_not_nor_before_the_filing_is_accepted_and_corrections_have_their_date()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await TerminationDesk.Of(app)).Reported();
        var (filing, high, president) = (desk.People["filing"], desk.People["high-head"], desk.People["high-president"]);
        var decision = new { document = "豫高法终字 1 号" };
        Clause(await desk.Refused(president, "termination-decision", decision, Law, "termination-not-filed")).ShouldBe("SPC16-23");
        Clause(await desk.Refused(desk.People["supreme-president"], "termination-decision", decision, Law, "termination-other-decider")).ShouldBe("SPC16-19");
        await desk.Refused(high, "termination-decision", decision, HttpStatusCode.Forbidden, "authority.post");
        await desk.Refused(high, "termination-filing", new { document = "备案" }, HttpStatusCode.Conflict, "termination-not-yet");
        await desk.Refused(desk.Head, "termination-passing", new { opinion = "同意" }, HttpStatusCode.Forbidden, "authority.relation");
        await desk.Done(desk.People["mid-head"], "termination-passing", new { opinion = "同意上报" });
        Clause(await desk.Refused(high, "termination-filing", new { }, Law, "filing-needs-document")).ShouldBe("SPC16-23");
        await desk.Done(high, "termination-filing", new { document = "备案报告 1 号" });
        Clause(await desk.Refused(filing, "filing-correction-request", new { reason = "缺送达回证" }, Law, "filing-needs-date")).ShouldBe("SPC16-23");
        await desk.Done(filing, "filing-correction-request", new { reason = "缺送达回证", due = "2026-02-25" });
        Thread.Owed(await desk.Thread.Petition(), "filing-correction").GetProperty("due").GetString().ShouldBe("2026-02-25");
        (await filing.GetJson("/api/filings?show=correct")).GetProperty("terminations").GetArrayLength().ShouldBe(1);
        Clause(await desk.Refused(president, "termination-decision", decision, Law, "termination-not-filed")).ShouldBe("SPC16-23");
        await desk.Refused(high, "filing-answer", new { answer = "accepted", document = "复函" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Done(high, "filing-correction", new { what = "补入送达回证", document = "补正报告" });
        await desk.Refused(filing, "filing-answer", new { document = "复函" }, HttpStatusCode.BadRequest, "choice-missing");
        await desk.Done(filing, "filing-answer", new { answer = "accepted", document = "复函" });
        await desk.AnswerHardship(stated: "yes");
        Clause(await desk.Refused(president, "termination-decision", decision, Law, "termination-hardship")).ShouldBe("SPC16-22");
        await desk.AnswerHardship();
        Clause(await desk.Refused(president, "termination-decision", new { }, Law, "termination-needs-document")).ShouldBe("SPC16-19");
        await desk.Done(president, "termination-decision", decision);
        await desk.Refused(desk.Head, "termination-reversal", new { reason = "错误", document = "决定" }, HttpStatusCode.Forbidden, "authority.post");
        (await desk.Head.Client.GetAsync("/filings", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Clause", "SPC16-20(1) refused")]
    public async Task A_review_matter_without_its_three_procedures_is_reported_by_nobody()
    {
        await using var app = await TestApp.Start(database);
        var desk = await TerminationDesk.Of(app);
        await desk.Done(desk.Head, "classification", new { claim = "unlawful-act", capacity = "applicant", reason = "不服查封" });
        await desk.Hear();
        await desk.AnswerHardship();
        var refused = await desk.Refused(desk.People["high-head"], "termination", new { scope = "enforcement", sameCause = "相同" }, Law, "termination-missing");
        Clause(refused).ShouldBe("SPC16-20(1)");
        foreach (var part in new[] { "没有异议裁定", "没有复议裁定", "没有执行监督裁定" })
        {
            refused.ToString().ShouldContain(part);
        }
    }

    [Fact]
    [Trait("Clause", "SPC16-24 refused")]
    [Trait("Clause", "SPC16-25 refused")]
    [Trait("Clause", "SPC16-25 accepted")]
    public async Task Later_contacts_are_registered_and_judged_superiors_hand_down_no_more_and_a_report_needs_a_finding()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await TerminationDesk.Of(app)).Terminated();
        var high = desk.People["high-head"];
        Clause(await desk.Refused(high, "termination-notice", new { method = "phone", document = "告知书", proof = "录音" }, Law, "termination-notice-not-written")).ShouldBe("SPC16-24");
        Clause(await desk.Refused(high, "termination-notice", new { method = "post", document = "告知书" }, Law, "termination-notice-needs-proof")).ShouldBe("SPC16-24");
        Clause(await desk.Refused(desk.People["mid-head"], "ruling-order", new { court = TestApp.Jiefang, ground = "反映", demand = "裁定", letter = "函", due = "2026-03-12" }, Law, "hand-down-terminated")).ShouldBe("SPC16-25");

        await desk.Thread.Register("第三次来访", join: true);
        (await desk.Thread.Petition()).GetProperty("stage").GetString().ShouldBe("closed");
        Clause(await desk.Refused(desk.Head, "standing-answer", new { no = "1", content = "已终结", method = "post", proof = "回执" }, Law, "standing-answer-before-finding")).ShouldBe("SPC16-25");
        Clause(await desk.Refused(desk.Head, "late-contact-finding", new { no = "1", brings = "nothing" }, Law, "late-contact-needs-reason")).ShouldBe("SPC16-25");
        await desk.Done(desk.Head, "late-contact-finding", new { no = "1", brings = "nothing", reason = "与终结前相同" });
        await desk.Done(desk.Head, "standing-answer", new { no = "1", content = "已终结", method = "post", proof = "回执" });
        Clause(await desk.Refused(desk.Head, "repeat-finding", new { conduct = "滞留", proof = "录像" }, Law, "repeat-too-few")).ShouldBe("SPC16-25");
        Clause(await desk.Refused(desk.Head, "repeat-report", new { body = "区委政法委", document = "报告" }, Law, "repeat-report-needs-finding")).ShouldBe("SPC16-25");
        await desk.Thread.Register("第四次来访", join: true);
        await desk.Done(desk.Head, "late-contact-finding", new { no = "2", brings = "nothing", reason = "与终结前相同" });
        await desk.Done(desk.Head, "repeat-finding", new { conduct = "多次滞留大厅", proof = "录像" });
        await desk.Done(desk.People["director"], "repeat-report", new { body = "区委政法委", document = "报告 1 号" });
        var repeat = (await desk.Thread.Petition()).GetProperty("aftercare").GetProperty("repeats").EnumerateArray().Single();
        repeat.GetProperty("contacts").GetInt32().ShouldBe(2);

        await desk.Thread.Register("带来新证据", join: true);
        await desk.Done(desk.Head, "late-contact-finding", new { no = "3", brings = "new-fact", reason = "新证据" });
        ((await desk.Last()).GetProperty("reversed").GetString(), (await desk.Thread.Petition()).GetProperty("stage").GetString()).ShouldBe(("contact", "accepted"));
        (await desk.Head.Open(desk.Thread.Address)).Body!.TextContent.ShouldContain("来访来信带来新情况");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-21 accepted")]
    [Trait("Clause", "SPC16-21 refused")]
    public async Task Property_is_queried_and_told_and_a_clue_with_a_request_resumes_enforcement_at_once()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await TerminationDesk.Of(app)).Terminated();
        var unit = desk.People["unit"];
        Clause(await desk.Refused(unit, "property-query", new { found = "no", source = "总对总", result = "没有", proof = "反馈" }, Law, "query-needs-telling")).ShouldBe("SPC16-21");
        await desk.Done(unit, "property-query", new { found = "no", source = "总对总", result = "没有", told = "电话告知", proof = "反馈" });
        Clause(await desk.Refused(unit, "resumption", new { number = "（2026）豫0802执恢7号", document = "通知书" }, Law, "resume-nothing")).ShouldBe("SPC16-21");
        Clause(await desk.Refused(desk.Thread.Clerk, "clue", new { clue = "有一处房产" }, Law, "clue-needs-request")).ShouldBe("SPC16-21");
        await desk.Done(desk.Thread.Clerk, "clue", new { clue = "有一处房产", request = "请求恢复执行" });
        Thread.Owed(await desk.Thread.Petition(), "resume").GetProperty("due").GetString().ShouldBe("2026-02-13");
        Clause(await desk.Refused(unit, "clue-verification", new { clue = "1", isTrue = "yes", findings = "属实", proof = "笔录" }, Law, "clue-resume-first")).ShouldBe("SPC16-21");
        Clause(await desk.Refused(unit, "resumption", new { number = "（2026）豫0802执7号", document = "通知书" }, Law, "resume-number-type")).ShouldBe("SPC16-21");
        await desk.Refused(desk.Handler, "resumption", new { number = "（2026）豫0802执恢7号", document = "通知书" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Done(unit, "resumption", new { number = "（2026）豫0802执恢7号", document = "恢复执行通知书" });
        ((await desk.Last()).GetProperty("reversed").GetString(), (await desk.Thread.Petition()).GetProperty("stage").GetString()).ShouldBe(("resumed", "accepted"));
        await desk.Done(unit, "clue-verification", new { clue = "1", isTrue = "yes", findings = "属实", proof = "笔录" });
        (await desk.Head.Open(desk.Thread.Address)).Body!.TextContent.ShouldContain("（2026）豫0802执恢7号");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-26 accepted")]
    [Trait("Clause", "SPC16-26 refused")]
    public async Task It_is_sent_back_step_by_step_and_a_wrong_decision_is_reversed_by_the_court_that_made_it()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await TerminationDesk.Of(app)).Reported();
        Clause(await desk.Refused(desk.People["mid-head"], "termination-return", new { }, Law, "termination-return-needs-reason")).ShouldBe("SPC16-19");
        await desk.Done(desk.People["mid-head"], "termination-return", new { reason = "缺材料" });
        (await desk.Last()).GetProperty("ended").GetString().ShouldBe("returned");
        await desk.Done(desk.Head, "termination", await desk.Report());
        await desk.Done(desk.People["mid-head"], "termination-passing", new { opinion = "同意上报" });
        await desk.Done(desk.People["high-head"], "termination-filing", new { document = "备案报告" });
        await desk.Done(desk.People["filing"], "filing-answer", new { answer = "accepted", document = "复函" });
        await desk.Done(desk.People["high-president"], "termination-decision", new { document = "豫高法终字 1 号" });
        Clause(await desk.Refused(desk.People["high-president"], "termination-reversal", new { reason = "程序违法" }, Law, "termination-reverse-needs-document")).ShouldBe("SPC16-26");
        await desk.Done(desk.People["supreme-president"], "termination-reversal", new { reason = "程序违法", document = "撤销决定 1 号" });
        (await desk.Last()).GetProperty("reversed").GetString().ShouldBe("error");
        (await desk.Head.Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-termination]")!.TextContent.ShouldContain("第 1 次");
    }

    [Fact]
    [Trait("Clause", "SPC16-19 accepted")]
    public async Task Every_act_has_a_form_that_opens_for_whoever_may_do_it()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await TerminationDesk.Of(app)).Reported();
        foreach (var act in Terminations.TerminationActs.All.Concat(Terminations.AftercareActs.All))
        {
            var form = await desk.Head.Open($"{desk.Thread.Address}/act/{act.Path}");
            form.QuerySelectorAll("form[method=post]").Length.ShouldBeGreaterThan(0, act.Path);
        }

        var page = (await desk.People["mid-head"].Open(desk.Thread.Address)).Body!.TextContent;
        page.ShouldContain("上报终结");
        page.ShouldContain("等待河南省焦作市中级人民法院逐级上报");
    }

    private static async Task Waits(Session who, int lines)
    {
        (await who.GetJson("/api/terminations")).GetProperty("terminations").GetArrayLength().ShouldBe(lines);
        (await who.Open("/terminations")).QuerySelectorAll("tbody tr").Length.ShouldBe(lines);
    }

    private static string? Clause(JsonElement refused) => refused.GetProperty("clause").GetString();

    private static Dictionary<string, string> With(Dictionary<string, string> fields, string field, string value) => new(fields, StringComparer.Ordinal) { [field] = value };
}

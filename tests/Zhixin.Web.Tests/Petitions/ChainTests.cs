using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A chain of procedures over HTTP: each step at the court whose step it is, by people who may sit, in its time.</summary>
public sealed class ChainTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "CPL-236 accepted")]
    [Trait("Clause", "EPI-7 accepted")]
    [Trait("Clause", "EPI-8 accepted")]
    [Trait("Clause", "SPC16-15 accepted")]
    [Trait("Clause", "SUP23-1 accepted")]
    [Trait("Clause", "SUP23-5 accepted")]
    [Trait("Clause", "REV-5 accepted")]
    [Trait("Clause", "SPC16-11 accepted")]
    [Trait("Clause", "SPC09-3.1 accepted")]
    public async Task A_chain_goes_from_objection_through_reconsideration_to_supervision_and_is_used_up()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Effective();
        Open(await desk.Thread.Petition()).ShouldBe(["supervision 2026-09-20"], "a Sunday on which courts work");
        await desk.On("2026-09-20");
        await desk.Done("high", "supervision-application", new { by = "申请人", paper = "监督申请书" });
        await desk.Done("high", "supervision-filing", new { number = "（2026）豫执监9号" });
        await desk.Done("high", "procedure-members", new { members = "秦立信" });
        Thread.Owed(await desk.Thread.Petition(), "supervision-review").GetProperty("due").GetString().ShouldBe("2026-12-21");
        await desk.Done("high", "review-ruling", new { ruling = "（2026）豫执监9号裁定", outcome = "maintained", document = "卷宗第 9 页" });
        await desk.Done("high", "ruling-service", new { to = "双方", method = "post", proof = "送达回证 3 号" });
        var steps = (await desk.Chain()).GetProperty("steps").EnumerateArray().Select(s => $"{s.GetProperty("kind").GetString()} {s.GetProperty("outcome").GetString()} {s.GetProperty("number").GetString()}");
        steps.ShouldBe(["objection rejected （2026）豫0802执异5号", "reconsideration maintained （2026）豫08执复3号", "supervision maintained （2026）豫执监9号"]);
        var page = (await (await desk.As("head")).Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-procedures]")!.TextContent;
        page.ShouldContain("执行监督");
        page.ShouldContain("维持前一裁定 2026-09-20");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "CPL-236 refused")]
    [Trait("Clause", "EPI-7 refused")]
    [Trait("Clause", "EPI-8 refused")]
    [Trait("Clause", "SPC09-3.1 refused")]
    public async Task Another_court_another_person_and_a_day_too_late_are_refused_with_their_clauses()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Served();
        await desk.Law("reviewer", "file-up", new { procedure = "1", document = "函" }, "file-up-no-application", "EPI-7");
        await desk.Law("high-officer", "reconsideration", new { by = "申请人", paper = "申请书" }, "chain-other-court", "CPL-236");
        await desk.On("2026-03-10");
        var late = await desk.Law("clerk", "reconsideration", new { by = "申请人", paper = "申请书" }, "reconsideration-late", "CPL-236");
        late.ToString().ShouldContain("执行监督", Case.Sensitive, "what remains is told");
        await desk.Done("clerk", "reconsideration", new { by = "申请人", paper = "申请书", receivedOn = "2026-03-09", lateProof = "收文章" });
        await desk.Law("high", "reconsideration-filing", new { procedure = "1", number = "（2026）豫执复3号" }, "chain-other-court", "EPI-8");
        await desk.Law("mid", "reconsideration-filing", new { number = "（2026）豫08执异3号" }, "procedure-number-type", "EPI-8");
        await desk.Refused("handler", "reconsideration-filing", new { number = "（2026）豫08执复3号" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Done("mid", "reconsideration-filing", new { number = "（2026）豫08执复3号" });
        await desk.Refused("mid", "procedure-members", new { members = "骆文山" }, HttpStatusCode.BadRequest, "staff-unknown");
        await desk.Law("mid", "review-ruling", new { ruling = "裁定", outcome = "maintained", document = "卷" }, "review-needs-members", "SPC09-3.1");
        await desk.Done("mid", "procedure-members", new { members = "温雅言" });
        await desk.Law("mid", "review-ruling", new { outcome = "maintained", document = "卷" }, "procedure-needs-ruling", "EPI-8");
        await desk.Refused("mid", "review-ruling", new { ruling = "裁定", outcome = "rejected", document = "卷" }, HttpStatusCode.BadRequest, "review-outcome-unknown");
        await desk.Done("mid", "review-ruling", new { ruling = "裁定", outcome = "sent-back", document = "卷" });
        await desk.Law("reviewer", "procedure-members", new { members = "骆文山" }, "panel-sat", "SPC09-3.1");
        Thread.Owed(await desk.Thread.Petition(), "objection-ruling").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    [Trait("Clause", "EPI-8 accepted")]
    [Trait("Clause", "EPI-8 refused")]
    [Trait("Clause", "REV-8 refused")]
    public async Task The_president_of_the_court_above_gives_more_time_once_and_days_are_left_out_there()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Reconsidered();
        await desk.On("2026-04-09");
        await desk.Refused("mid-president", "review-extension-decision", new { procedure = "1", agreed = "yes", document = "审批表" }, HttpStatusCode.Conflict, "review-extension-not-asked");
        await desk.Done("mid", "review-extension", new { reason = "案情复杂" });
        await desk.Refused("mid", "review-extension-decision", new { agreed = "yes", document = "审批表" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Done("mid-president", "review-extension-decision", new { agreed = "yes", document = "审批表 1 号", reason = "同意" });
        var owed = Thread.Owed(await desk.Thread.Petition(), "reconsideration-ruling");
        owed.GetProperty("due").GetString().ShouldBe("2026-05-09");
        await desk.Law("mid", "review-extension", new { procedure = "1", reason = "再延" }, "review-extension-once", "EPI-8");
        var no = owed.GetProperty("no").GetInt32().ToString();
        await desk.Refused("handler", "time-exclusion", new { obligation = no, from = "2026-03-16", to = "2026-03-20", ground = "appraisal", document = "委托书", reason = "鉴定" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Done("mid", "review-time-exclusion", new { obligation = no, from = "2026-03-16", to = "2026-03-20", ground = "appraisal", document = "委托书", reason = "鉴定" });
        await desk.Done("mid-director", "review-time-decision", new { request = "1", agreed = "yes" });
        Thread.Owed(await desk.Thread.Petition(), "reconsideration-ruling").GetProperty("due").GetString().ShouldBe("2026-05-14");
    }

    [Fact]
    [Trait("Clause", "REV-8 accepted")]
    [Trait("Clause", "REV-8 refused")]
    public async Task Three_months_of_supervision_become_six_by_the_president_of_the_High_Court_once()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Effective();
        await desk.Done("high", "supervision-application", new { by = "申请人", paper = "监督申请书" });
        await desk.Done("high", "supervision-filing", new { number = "（2026）豫执监9号" });
        await desk.On("2026-06-22");
        await desk.Done("high", "review-extension", new { reason = "案情复杂" });
        await desk.Law("high-president", "review-extension-decision", new { agreed = "yes" }, "review-extension-needs-document", "REV-8");
        await desk.Done("high-president", "review-extension-decision", new { agreed = "yes", document = "审批表 2 号", reason = "同意" });
        Thread.Owed(await desk.Thread.Petition(), "supervision-review").GetProperty("due").GetString().ShouldBe("2026-09-20", "a Sunday on which courts work");
        await desk.Law("high", "review-extension", new { procedure = "1", reason = "再延" }, "review-extension-once", "REV-8");
    }

    [Fact]
    [Trait("Clause", "SPC16-15 refused")]
    [Trait("Clause", "SUP23-1 refused")]
    [Trait("Clause", "SUP23-5 refused")]
    [Trait("Clause", "REV-5 refused")]
    public async Task Supervision_is_refused_elsewhere_too_late_and_without_a_ruling()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Served();
        await desk.Law("mid", "supervision-application", new { procedure = "1", by = "申请人", paper = "申请书" }, "supervision-remedy-first", "SUP23-1");
        desk = await (await ChainDesk.Of(await TestApp.Start(database))).Effective();
        await desk.Law("mid", "supervision-application", new { procedure = "1", by = "申请人", paper = "申请书" }, "chain-other-court", "SPC16-15");
        await desk.Done("clerk", "supervision-application", new { by = "申请人", paper = "申请书" });
        await desk.Law("mid", "supervision-filing", new { number = "（2026）豫08执监9号" }, "chain-other-court", "SPC16-15");
        await desk.Done("high", "supervision-filing", new { number = "（2026）豫执监9号" });
        await desk.Law("clerk", "review-withdrawal", new { document = "撤回申请" }, "supervision-ends-by-ruling", "SPC16-15");
        await desk.Done("high", "procedure-members", new { members = "秦立信" });
        await desk.Law("high", "review-ruling", new { outcome = "maintained", document = "卷" }, "procedure-needs-ruling", "SPC16-15");
        await desk.On("2026-06-23");
        Thread.Owed(await desk.Thread.Petition(), "supervision-review").GetProperty("breached").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "CPL-238 accepted")]
    [Trait("Clause", "CPL-238 refused")]
    public async Task An_outsider_sues_in_fifteen_days_of_service()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Served("outsider");
        Open(await desk.Thread.Petition()).ShouldBe(["outsider-suit 2026-03-12"]);
        await desk.Law("clerk", "reconsideration", new { procedure = "1", by = "案外人", paper = "申请书" }, "reconsideration-outsider", "CPL-238");
        await desk.On("2026-03-13");
        await desk.Law("clerk", "outsider-suit", new { number = "（2026）豫0802民初8号", paper = "起诉状" }, "suit-late", "CPL-238");
        await desk.Done("clerk", "outsider-suit", new { number = "（2026）豫0802民初8号", paper = "起诉状", filedOn = "2026-03-12" });
        (await desk.Chain()).GetProperty("suit").GetString().ShouldBe("（2026）豫0802民初8号");
    }

    [Fact]
    [Trait("Clause", "CPL-86 accepted")]
    [Trait("Clause", "CPL-86 refused")]
    public async Task A_missed_period_is_extended_by_the_enforcing_court()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Served();
        await desk.On("2026-03-16");
        await desk.Law("clerk", "excuse", new { procedure = "1", paper = "申请" }, "excuse-no-obstacle", "CPL-86");
        await desk.Done("clerk", "obstacle", new { window = "reconsideration", endedOn = "2026-03-12", obstacle = "住院手术", proof = "病历" });
        await desk.Law("reviewer", "excuse-decision", new { procedure = "1", agreed = "no", document = "决定", reason = "理由" }, "excuse-not-applied", "CPL-86");
        await desk.Done("clerk", "excuse", new { paper = "顺延申请" });
        await desk.Done("reviewer", "excuse-decision", new { agreed = "yes", until = "2026-03-27", document = "决定书 1 号", reason = "确因住院" });
        Open(await desk.Thread.Petition()).ShouldBe(["reconsideration 2026-03-27"]);
        await desk.On("2026-03-27");
        await desk.Done("clerk", "reconsideration", new { by = "申请人", paper = "复议申请书" });
    }

    [Fact]
    [Trait("Clause", "SPC16-16 accepted")]
    [Trait("Clause", "SPC16-16 refused")]
    public async Task An_objection_that_was_never_filed_is_supervised_by_the_enforcing_court()
    {
        await using var app = await TestApp.Start(database);
        var desk = await ChainDesk.Of(app);
        await desk.Done("clerk", "objection-paper", new { kind = "act", titled = "yes", paper = "异议书", content = "超标的查封", receivedOn = "2026-02-12" });
        await desk.On("2026-03-10");
        await desk.Law("reviewer", "unfiled-objection", new { periodEndedOn = "2026-03-02", why = "执行终结裁定" }, "unfiled-not-continued", "SPC16-16");
        await desk.Thread.Register("又来反映异议没有立案", join: true);
        await desk.Law("reviewer", "unfiled-objection", new { periodEndedOn = "2026-02-11", why = "裁定" }, "unfiled-too-late", "SPC16-16");
        await desk.Done("reviewer", "unfiled-objection", new { periodEndedOn = "2026-03-02", why = "执行终结裁定" });
        await desk.Law("reviewer", "procedure-filing", new { procedure = "1", number = "（2026）豫0802执异5号" }, "conversion-supervised", "SPC16-16");
        await desk.Done("reviewer", "supervision-filing", new { number = "（2026）豫0802执监5号" });
        (await desk.Chain()).GetProperty("steps").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    [Trait("Clause", "SPC16-11 accepted")]
    [Trait("Clause", "SPC16-11 refused")]
    public async Task Older_rulings_and_restored_enforcement_are_put_on_record()
    {
        await using var app = await TestApp.Start(database);
        var desk = await ChainDesk.Of(app);
        var objection = new { kind = "objection", objection = "act", number = "（2024）豫0802执异1号", ruledOn = "2024-05-06", servedOn = "2024-05-08", outcome = "rejected", document = "旧卷第 2 页" };
        await desk.Law("reviewer", "earlier-ruling", new { kind = "reconsideration", number = "（2024）豫08执复1号", ruledOn = "2024-06-06", servedOn = "2024-06-08", outcome = "maintained", document = "旧卷" }, "earlier-needs-objection", "SPC16-11");
        await desk.Done("reviewer", "earlier-ruling", objection);
        await desk.Law("reviewer", "earlier-ruling", new { kind = "reconsideration", number = "（2024）豫执复1号", ruledOn = "2024-06-06", servedOn = "2024-06-08", outcome = "maintained", document = "旧卷" }, "earlier-other-court", "SPC16-11");
        await desk.Done("reviewer", "earlier-ruling", new { kind = "reconsideration", number = "（2024）豫08执复1号", ruledOn = "2024-06-06", servedOn = "2024-06-08", outcome = "maintained", document = "旧卷第 8 页" });
        await desk.Law("reviewer", "restored-enforcement", new { number = "（2026）豫0802执1号", ground = "发现存款", document = "裁定" }, "procedure-number-type", "SPC16-11");
        await desk.Done("reviewer", "restored-enforcement", new { number = "（2026）豫0802执恢1号", ground = "发现存款", document = "恢复执行裁定" });
        (await desk.Thread.Petition()).GetProperty("restoredEnforcement")[0].GetString().ShouldBe("（2026）豫0802执恢1号");
        (await (await desk.As("head")).Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-procedures]")!.TextContent.ShouldContain("恢复执行");
    }

    [Fact]
    [Trait("Clause", "SPC16-17 accepted")]
    [Trait("Clause", "SPC16-17 refused")]
    [Trait("Clause", "OBJ-3 accepted")]
    public async Task A_late_ruling_is_reported_when_it_is_late_and_ordered_from_above()
    {
        await using var app = await TestApp.Start(database);
        var desk = await ChainDesk.Of(app);
        await desk.Done("clerk", "objection-paper", new { kind = "act", titled = "yes", paper = "异议书", content = "超标的查封", receivedOn = "2026-02-12" });
        await desk.On("2026-02-13");
        await desk.Done("reviewer", "procedure-filing", new { procedure = "1", number = "（2026）豫0802执异5号" });
        await desk.Law("clerk", "late-ruling", new { procedure = "1" }, "late-ruling-in-time", "SPC16-17");
        await desk.On("2026-03-20");
        await desk.Done("clerk", "late-ruling", new { procedure = "1" });
        var petition = await desk.Thread.Petition();
        Thread.Owed(petition, "order-late-ruling").GetProperty("state").GetString().ShouldBe("open");
        Open(petition).ShouldBe(["order until-done"]);
    }

    [Fact]
    public async Task Every_form_of_the_chain_opens_and_the_page_says_what_is_possible_where()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await ChainDesk.Of(app)).Reconsidered();
        foreach (var act in new[]
        {
            "ruling-service", "procedure-members", "reconsideration", "file-up", "reconsideration-filing", "supervision-application", "unfiled-objection", "supervision-filing", "review-extension",
            "review-extension-decision", "review-ruling", "review-withdrawal", "outsider-suit", "late-ruling", "obstacle", "excuse", "excuse-decision", "earlier-ruling", "restored-enforcement",
            "review-time-exclusion", "review-time-decision",
        })
        {
            (await (await desk.As("mid")).Open($"{desk.Thread.Address}/act/{act}")).QuerySelector("form.panel").ShouldNotBeNull(act);
        }

        (await (await desk.As("mid")).Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-procedures]")!.TextContent.ShouldContain("（2026）豫08执复3号");
    }

    private static IEnumerable<string> Open(JsonElement petition) => petition.GetProperty("openRemedies").EnumerateArray()
        .Select(r => $"{r.GetProperty("kind").GetString()} {r.GetProperty("until").GetString() ?? r.GetProperty("undated").GetString()}");
}

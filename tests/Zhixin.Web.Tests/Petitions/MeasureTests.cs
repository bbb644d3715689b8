using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Hearings, settlement, property, corrections, visits and recognition, over HTTP.</summary>
public sealed class MeasureTests(WebDatabase database)
{
    private const HttpStatusCode No = HttpStatusCode.UnprocessableEntity;

    private static readonly object Opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封并启动拍卖", result = "拍卖款已发还" };
    private static readonly object Answer = new { method = "in-person", local = "yes", remedy = "不服的，可以申请复议", signed = "yes", proof = "答复笔录、回执", time = "14:30", place = "信访接待室", petitionerOpinion = "希望尽快发还" };
    private static readonly object Hearing = new { day = "2026-02-12", time = "15:30", place = "第二法庭", @public = "yes", presider = "邢国梁", parties = "applicant,respondent" };
    private static readonly object Record = new { present = "applicant", @public = "yes", content = "双方陈述", result = "拍卖程序继续", signed = "yes", minutes = "听证笔录 3 号" };
    private static readonly object NoProperty = new { found = "no", source = "网络查控", result = "没有财产", proof = "反馈 8 号" };

    [Fact]
    [Trait("Clause", "GC21-9 accepted")]
    [Trait("Clause", "GC21-9 refused")]
    [Trait("Clause", "SPC09-1.3 refused")]
    public async Task A_major_petition_is_heard_in_public_before_it_is_answered()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Refused(desk.Handler, "hearing", Hearing, No, "hearing-needs-reason");
        await desk.Refused(desk.Handler, "flag", new { flags = "major", reason = "三百名工人工资" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Done(desk.Head, "flag", new { flags = "major", reason = "三百名工人工资" });
        await desk.Refused(desk.Head, "flag-lifting", new { reason = "不想听证" }, HttpStatusCode.Forbidden, "flag-own");
        await desk.Refused(desk.Handler, "opinion", Opinion, No, "hearing-required");
        await desk.Refused(desk.Handler, "hearing", new { day = "2026-02-12", time = "15:30", place = "第二法庭", @public = "no", presider = "邢国梁", parties = "applicant" }, No, "hearing-must-be-public");
        await desk.Done(desk.Handler, "hearing", Hearing);
        await desk.Refused(desk.Handler, "hearing-holding", Record, No, "hearing-party-not-served");
        await desk.Done(desk.Handler, "hearing-notice", new { party = "respondent", method = "post", proof = "送达回证 5 号" });
        await desk.Refused(desk.Handler, "hearing-notice", new { party = "respondent", method = "post", proof = "再送" }, HttpStatusCode.Conflict, "hearing-party-served");
        await desk.Done(desk.Handler, "hearing-holding", Record);
        var measures = (await desk.Petition()).GetProperty("measures");
        (measures.GetProperty("hearings")[0].GetProperty("state").GetString(), measures.GetProperty("hearingOwed").GetBoolean()).ShouldBe(("held", false));
        await desk.Done(desk.Handler, "opinion", Opinion);
        (await desk.Head.Open(desk.Address)).Body!.TextContent.ShouldContain("已通知未到场：被执行人");
    }

    [Fact]
    public async Task A_hearing_that_is_not_held_is_cancelled_and_announced_anew_and_a_flag_is_lifted_by_another()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("director", "路长风", TestApp.Jiefang, "bureau-director");
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Head, "flag", new { flags = "major,complex", reason = "牵连多案" });
        await desk.Done(desk.Handler, "hearing", Hearing);
        await desk.Refused(desk.Handler, "hearing-cancellation", new { }, HttpStatusCode.BadRequest, "reason-required");
        await desk.Done(desk.Handler, "hearing-cancellation", new { reason = "主持人生病" });
        await desk.Done(desk.Handler, "hearing", Hearing);
        await desk.Done(await app.SignIn("director"), "flag-lifting", new { reason = "看错了案号" });
        (await desk.Petition()).GetProperty("measures").GetProperty("hearings").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    [Trait("Clause", "SPC16-7(2) accepted")]
    [Trait("Clause", "SPC16-7(2) refused")]
    public async Task A_petition_is_resolved_by_a_settlement_once_its_performance_has_begun()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Refused(desk.Handler, "resolution", new { ground = "settled" }, No, "resolve-needs-settlement");
        await desk.Refused(desk.Handler, "settlement", new { parties = "双方", terms = "分四期" }, No, "settlement-needs-document");
        await desk.Done(desk.Handler, "settlement", new { parties = "双方", terms = "分四期", document = "和解协议 1 号" });
        await desk.Refused(desk.Handler, "resolution", new { ground = "settled" }, No, "resolve-needs-performance");
        await desk.Refused(desk.Clerk, "settlement-performance", new { settlement = "1", what = "首期", proof = "凭证" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Done(desk.Handler, "settlement-performance", new { settlement = "1", what = "首期五万元到账", proof = "到账凭证" });
        await desk.Done(desk.Handler, "settlement", new { parties = "双方", terms = "余款一次付清", document = "和解协议 2 号" });
        await desk.Done(desk.Handler, "settlement-end", new { settlement = "2", reason = "反悔" });
        await desk.Done(desk.Handler, "resolution", new { ground = "settled" });
        (await desk.Petition()).GetProperty("measures").GetProperty("resolution").GetString().ShouldBe("settled");

        await desk.Done(desk.Handler, "settlement-end", new { settlement = "1", reason = "第二期不付" });
        (await desk.Petition()).GetProperty("measures").GetProperty("resolution").ValueKind.ShouldBe(JsonValueKind.Null);
        await desk.Refused(desk.Handler, "resolution", new { ground = "settled" }, No, "resolve-needs-settlement");
        (await desk.Head.Open(desk.Address)).Body!.TextContent.ShouldContain("有效化解不再成立");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(3) accepted")]
    [Trait("Clause", "SPC16-7(3) refused")]
    [Trait("Clause", "SPC16-6 accepted")]
    [Trait("Clause", "SPC16-6 refused")]
    [Trait("Clause", "GC21-6b accepted")]
    [Trait("Clause", "GC21-6b refused")]
    public async Task A_petition_without_property_is_resolved_by_a_commitment_of_free_will_and_by_nothing_less()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Refused(desk.Handler, "explanation", new { method = "in-person", content = "情况", signed = "yes", proof = "笔录" }, No, "explanation-needs-check");
        await desk.Refused(desk.Handler, "property-check", new { source = "网络查控" }, No, "property-needs-result");
        await desk.Done(desk.Handler, "property-check", new { found = "yes", source = "网络查控", result = "一辆车", proof = "反馈 7 号" });
        await desk.Refused(desk.Handler, "explanation", new { method = "in-person", content = "情况", signed = "yes", proof = "笔录" }, No, "explanation-property-exists");
        await desk.Refused(desk.Handler, "measure", new { kind = "seizure", what = "扣押车辆" }, No, "measure-needs-document");
        await desk.Done(desk.Handler, "measure", new { kind = "seizure", what = "扣押车辆，流拍", document = "裁定 9 号" });
        await desk.Done(desk.Handler, "property-check", NoProperty);
        await desk.Done(desk.Handler, "explanation", new { method = "in-person", content = "没有财产，发现线索可以恢复执行", signed = "no", whyNotSigned = "信访人拒签，谈话人签名", signedBy = "孟庆和", proof = "释明笔录" });
        await desk.Refused(desk.Handler, "resolution", new { ground = "committed" }, No, "resolve-needs-commitment");
        await desk.Refused(desk.Handler, "commitment", new { free = "yes", signed = "yes", document = "承诺书" }, No, "commitment-needs-effect");
        await desk.Refused(desk.Handler, "commitment", new { free = "no", signed = "yes", document = "承诺书", effect = "释明书" }, No, "commitment-not-free");
        await desk.Done(desk.Handler, "commitment", new { free = "yes", signed = "yes", document = "承诺书 1 号", effect = "释明书 1 号" });
        await desk.Done(desk.Handler, "resolution", new { ground = "committed" });
        (await desk.Head.Open(desk.Address)).Body!.TextContent.ShouldContain("查封、扣押");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(3) accepted")]
    public async Task Without_a_commitment_the_petition_is_answered_closed_and_opened_again_by_whoever_comes()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "property-check", NoProperty);
        await desk.Answered(Opinion, Answer);
        await desk.Done(desk.Handler, "closing", new { by = "reply-final" });
        await desk.Thread.Register("又来询问", join: true);
        (await desk.Petition()).GetProperty("stage").GetString().ShouldBe("accepted");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(3) accepted")]
    [Trait("Clause", "JZ21-3.2.4(3) refused")]
    [Trait("Clause", "JZ21-3.1 refused")]
    public async Task Errors_are_corrected_with_proof_and_nobody_is_visited_or_asked_without_purpose_and_consent()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Refused(desk.Handler, "rectification", new { kind = "error", wrong = "多冻结账户", done = "已解除" }, No, "rectification-needs-proof");
        await desk.Done(desk.Handler, "rectification", new { kind = "error", wrong = "多冻结账户", done = "已解除", proof = "解除裁定 3 号" });
        await desk.Refused(desk.Handler, "third-party", new { whom = "村委会", purpose = "调解", content = "愿意", proof = "录音" }, No, "outreach-needs-consent");
        await desk.Done(desk.Handler, "third-party", new { whom = "村委会", purpose = "调解", consent = "同意书", content = "愿意", proof = "录音" });
        await desk.Refused(desk.Handler, "outreach", new { place = "颜庄", with = "街道", consent = "同意录音", present = "信访人", content = "商谈", signed = "yes", proof = "笔录" }, No, "outreach-needs-purpose");
        await desk.Done(desk.Handler, "outreach", new { place = "颜庄", with = "街道党工委、办事处", purpose = "商谈分期", consent = "同意录音", present = "信访人", content = "商谈", signed = "yes", proof = "笔录" });
        Thread.Owed(await desk.Petition(), "meet-petitioner").GetProperty("state").GetString().ShouldBe("fulfilled");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) accepted")]
    [Trait("Clause", "SPC16-7(1) refused")]
    public async Task A_superior_court_recognises_or_not_and_the_enforcing_court_does_not_recognise_its_own()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("above", "宫树人", TestApp.Jiaozuo, "bureau-director");
        var desk = await MeasureDesk.Of(app);
        var above = await app.SignIn("above");
        await desk.Refused(above, "recognition", new { recognised = "yes", opinion = "同意" }, No, "recognise-not-asserted");
        await desk.Done(desk.Handler, "resolution", new { ground = "enforced", evidence = "发还凭证" });
        await desk.Refused(desk.Head, "recognition", new { recognised = "yes", opinion = "同意" }, HttpStatusCode.Forbidden, "authority.relation");
        await desk.Refused(above, "recognition", new { recognised = "no" }, No, "recognise-needs-opinion");
        await desk.Done(above, "recognition", new { recognised = "no", opinion = "发还款项不足" });
        (await desk.Petition()).GetProperty("measures").GetProperty("resolution").GetString().ShouldBeNull();
        await desk.Done(desk.Handler, "resolution", new { ground = "enforced", evidence = "补足发还" });
        await desk.Done(above, "recognition", new { recognised = "yes", opinion = "证据充分" });
        (await desk.Head.Open(desk.Address)).Body!.TextContent.ShouldContain("证据充分");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task Every_form_opens_with_its_fields()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        foreach (var act in Zhixin.Web.Petitions.MeasureActs.All.Concat(Zhixin.Web.Petitions.MeasureDecisionActs.All))
        {
            var form = (await desk.Handler.Open($"{desk.Address}/act/{act.Path}")).QuerySelector("form.panel").ShouldNotBeNull(act.Path);
            form.QuerySelectorAll("[name=on]").Length.ShouldBe(1, act.Path);
        }
    }
}

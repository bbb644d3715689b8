using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A chain of procedures and a termination as people type them into the forms, each step read on the page of the matter.</summary>
public sealed class EndingFormsTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "CPL-236 accepted")]
    [Trait("Clause", "EPI-7 accepted")]
    [Trait("Clause", "EPI-8 accepted")]
    [Trait("Clause", "EPI-8 refused")]
    [Trait("Clause", "SPC16-15 accepted")]
    public async Task A_chain_is_typed_from_the_paper_to_the_ruling_on_supervision()
    {
        await using var app = await TestApp.Start(database);
        var story = await EndingStory.Of(app, "unlawful-act");
        await story.Typed("clerk", "objection-paper", new { kind = "act", titled = "no", paper = "情况反映", content = "超标的查封" }, "情况反映");
        await story.Typed("reviewer", "procedure-filing", new { number = "（2026）豫0802执异5号" }, "（2026）豫0802执异5号，审查中");
        await story.Typed("reviewer", "procedure-members", new { members = "骆文山" }, "骆文山");
        await story.Typed("reviewer", "procedure-notice", new { parties = "双方当事人", method = "post", proof = "邮单 1 号" }, "双方当事人");
        await story.On("2026-02-24");
        await story.Typed("reviewer", "procedure-ruling", new { ruling = "（2026）豫0802执异5号裁定", outcome = "rejected" }, "（2026）豫0802执异5号裁定");
        await story.Typed("reviewer", "ruling-service", new { to = "双方", method = "post", proof = "送达回证 1 号" }, "送达回证 1 号");
        await story.On("2026-03-06");
        await story.Typed("clerk", "reconsideration", new { by = "佟桂兰", paper = "复议申请书" }, "复议申请书");
        await story.Typed("reviewer", "file-up", new { document = "报送函 1 号" }, "报送函 1 号");
        await story.TypedInVain("mid", "reconsideration-filing", new { number = "（2026）豫08执异3号", receivedOn = "2026-03-06" }, "EPI-8");
        await story.Typed("mid", "reconsideration-filing", new { number = "（2026）豫08执复3号", receivedOn = "2026-03-06" }, "（2026）豫08执复3号");
        await story.Typed("mid", "procedure-members", new { members = "温雅言" }, "温雅言");
        await story.On("2026-04-02");
        await story.Typed("mid", "review-extension", new { reason = "需要调取旧卷" }, "需要调取旧卷");
        await story.Typed("mid-president", "review-extension-decision", new { agreed = "同意延长", document = "审批表 1 号" }, "审批表 1 号");
        await story.On("2026-05-05");
        await story.Typed("mid", "review-ruling", new { ruling = "（2026）豫08执复3号裁定", outcome = "维持前一裁定", document = "卷宗第 30 页" }, "（2026）豫08执复3号裁定");
        await story.Typed("mid", "ruling-service", new { to = "双方", method = "post", proof = "送达回证 2 号" }, "送达回证 2 号");
        await story.Typed("high", "supervision-application", new { by = "佟桂兰", paper = "监督申请书" }, "监督申请书");
        await story.Typed("high", "supervision-filing", new { number = "（2026）豫执监5号" }, "（2026）豫执监5号");
        await story.Typed("high", "procedure-members", new { members = "闻修远" }, "闻修远");
        await story.Typed("high", "review-ruling", new { ruling = "（2026）豫执监5号裁定", outcome = "maintained", document = "卷宗第 60 页" }, "（2026）豫执监5号裁定");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-19 accepted")]
    [Trait("Clause", "SPC16-19 refused")]
    [Trait("Clause", "SPC16-21 accepted")]
    [Trait("Clause", "SPC16-22 accepted")]
    [Trait("Clause", "SPC16-23 accepted")]
    [Trait("Clause", "SPC16-24 accepted")]
    public async Task A_termination_is_typed_from_the_hearing_to_the_resumption()
    {
        await using var app = await TestApp.Start(database);
        var story = await EndingStory.Of(app, "press-on");
        await story.Typed("handler", "meeting", new { method = "in-person", present = "信访人、承办人", content = "说明进展", signed = "yes", proof = "约谈笔录 1 号" }, "约谈笔录 1 号");
        await story.Typed("handler", "property-check", new { found = "no", source = "总对总网络查控", result = "没有", proof = "查询反馈 8 号" }, "查询反馈 8 号");
        await story.Typed("handler", "commitment", new { signed = "yes", free = "yes", document = "息诉承诺书", effect = "后果告知书" }, "息诉承诺书");
        await story.On("2026-02-13");
        await story.Again("又没有拿到钱");
        await story.Typed("handler", "termination-hearing", new { kind = "meeting", method = "in-person", present = "信访人、承办人", view = "坚持要求执行", signed = "yes", proof = "终结约谈笔录 1 号" }, "坚持要求执行");
        await story.Typed("handler", "hardship-answer", new { statement = "有退休金，生活没有困难", stated = "no", found = "no", answer = "可以申请救助", proof = "询问笔录 2 号" }, "有退休金，生活没有困难");
        var materials = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scope"] = "enforcement", ["repeats"] = "2026-02-13", ["document"] = "终结报请报告 1 号", ["material-measures"] = "查询反馈 8 号", ["material-talk-records"] = "终结约谈笔录 1 号",
        };
        await story.TypedInVain("head", "termination", materials, "SPC16-19");
        await story.Typed("head", "termination", new Dictionary<string, string>(materials, StringComparer.Ordinal) { ["sameCause"] = "仍是塔吊案款" }, "终结报请报告 1 号");
        await story.Typed("mid-head", "termination-passing", new { opinion = "同意上报" }, "同意上报");
        await story.Typed("high-head", "termination-filing", new { document = "备案报告 1 号" }, "备案报告 1 号");
        await story.Typed("filing", "filing-answer", new { answer = "予以备案", document = "备案复函 1 号" }, "备案复函 1 号");
        await story.Typed("high-president", "termination-decision", new { document = "豫高法终字 1 号" }, "豫高法终字 1 号");
        await story.Typed("high-head", "termination-notice", new { method = "post", document = "告知书 1 号", proof = "邮寄回执 3 号" }, "告知书 1 号");
        await story.On("2026-08-12");
        await story.TypedInVain("unit", "property-query", new { found = "yes", source = "总对总", result = "名下有存款", proof = "反馈 9 号" }, "SPC16-21");
        await story.Typed("unit", "property-query", new { found = "yes", source = "总对总", result = "名下有存款", told = "电话告知", proof = "反馈 9 号" }, "名下有存款");
        await story.Typed("unit", "resumption", new { number = "（2026）豫0802执恢7号", document = "恢复执行通知书" }, "（2026）豫0802执恢7号");
        (await story.Petition()).GetProperty("stage").GetString().ShouldBe("accepted");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }
}

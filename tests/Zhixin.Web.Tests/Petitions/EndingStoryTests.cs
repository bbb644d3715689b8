using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Two matters from the complaint to their end and beyond, over HTTP, by the people of four levels of courts.</summary>
public sealed class EndingStoryTests(WebDatabase database)
{
    private const HttpStatusCode Law = HttpStatusCode.UnprocessableEntity;

    [Fact]
    [Trait("Clause", "SPC16-15 accepted")]
    [Trait("Clause", "SPC16-20(1) accepted")]
    [Trait("Clause", "SPC16-23 accepted")]
    [Trait("Clause", "SPC16-23 refused")]
    [Trait("Clause", "SPC16-24 accepted")]
    [Trait("Clause", "SPC16-25 accepted")]
    public async Task A_review_matter_goes_through_its_three_procedures_is_terminated_by_the_high_court_and_opens_again_with_a_new_fact()
    {
        await using var app = await TestApp.Start(database);
        var story = await EndingStory.Of(app, "unlawful-act");
        await Reviewed(story);
        await story.On("2026-07-20");
        await story.Again("仍然不服裁定");
        await story.Prepared();

        var report = await story.Report();
        await story.Done("high-head", "termination", report);
        await story.Refused("high-president", "termination-decision", new { document = "豫高法终字 1 号" }, Law, "termination-not-filed");
        await story.Done("high-head", "termination-filing", new { document = "备案报告 1 号" });
        await story.Done("filing", "filing-answer", new { answer = "returned", reason = "没有附裁定", document = "退回函 1 号" });
        await story.Refused("high-president", "termination-decision", new { document = "豫高法终字 1 号" }, HttpStatusCode.Conflict, "termination-none");
        await story.Done("high-head", "termination", report);
        await story.Done("high-head", "termination-filing", new { document = "备案报告 2 号" });
        await story.Done("filing", "filing-correction-request", new { reason = "缺送达回证", due = "2026-07-31" });
        await story.Refused("high-president", "termination-decision", new { document = "豫高法终字 1 号" }, Law, "termination-not-filed");
        await story.Done("high-head", "filing-correction", new { what = "补入送达回证", document = "补正报告" });
        await story.Done("filing", "filing-answer", new { answer = "accepted", document = "备案复函 1 号" });
        await story.Paper("high-head", "termination-decision", "三项程序均已驳回，仍以相同事由反复。");
        await story.Done("high-president", "termination-decision", new { document = "豫高法终字 1 号" });
        await story.Paper("high-head", "termination-notice");
        await story.Done("high-head", "termination-notice", new { method = "post", document = "告知书 1 号", proof = "邮寄回执" });
        (await story.Petition()).GetProperty("stage").GetString().ShouldBe("closed");

        await story.On("2026-08-20");
        await story.Again("有新的评估报告");
        (await story.Petition()).GetProperty("stage").GetString().ShouldBe("closed", "a contact by itself opens nothing; a person finds what it brings");
        await story.Done("head", "late-contact-finding", new { no = "1", brings = "new-fact", reason = "评估报告是终结以后作出的" });
        var petition = await story.Petition();
        (petition.GetProperty("stage").GetString(), petition.GetProperty("terminations").EnumerateArray().Last().GetProperty("reversed").GetString()).ShouldBe(("accepted", "contact"));
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        foreach (var (sql, undo, table) in new[]
        {
            ("update review_step set court = court + 1", "update review_step set court = court - 1", "review_step"), ("update termination set court = court + 1", "update termination set court = court - 1", "termination"),
        })
        {
            await History.Matter.Tamper(app, sql);
            (await History.Matter.Verify(app)).First!.ToString().ShouldContain(table);
            await History.Matter.Tamper(app, undo);
        }
    }

    [Fact]
    [Trait("Clause", "SPC16-19 accepted")]
    [Trait("Clause", "SPC16-21 accepted")]
    [Trait("Clause", "SPC16-22 accepted")]
    [Trait("Clause", "SPC16-22 refused")]
    public async Task An_implementation_matter_is_not_terminated_for_hardship_then_is_by_reasons_and_enforcement_resumes_when_a_query_finds_property()
    {
        await using var app = await TestApp.Start(database);
        var story = await EndingStory.Of(app, "press-on");
        await story.Done("handler", "meeting", new { method = "in-person", present = "信访人、承办人", content = "说明进展", signed = "yes", proof = "约谈笔录 1 号" });
        await story.Done("handler", "property-check", new { found = "no", source = "总对总网络查控", result = "没有", proof = "查询反馈 8 号" });
        await story.Done("handler", "commitment", new { signed = "yes", free = "yes", document = "息诉承诺书", effect = "后果告知书" });
        await story.On("2026-02-13");
        await story.Again("又没有拿到钱");
        await story.Prepared(stated: "yes");
        var report = await story.Report();
        await story.Refused("head", "termination", report, Law, "termination-hardship");
        report["exceptionAsked"] = "已经发放救助金并落实低保";
        await story.Done("head", "termination", report);
        await story.Done("mid-head", "termination-passing", new { opinion = "同意上报" });
        await story.Paper("mid-head", "termination-report");
        await story.Paper("high-head", "termination-filing-form");
        await story.Done("high-head", "termination-filing", new { document = "备案报告 1 号" });
        await story.Done("filing", "filing-answer", new { answer = "accepted", document = "备案复函 1 号" });
        await story.Refused("high-president", "termination-decision", new { document = "豫高法终字 1 号" }, Law, "termination-needs-exception");
        await story.Done("high-president", "termination-decision", new { document = "豫高法终字 1 号", exception = "已经救助，生活有保障" });
        await story.Done("high-head", "termination-notice", new { method = "post", document = "告知书 1 号", proof = "邮寄回执" });

        await story.On("2026-08-12");
        await story.Done("unit", "property-query", new { found = "no", source = "总对总", result = "没有", told = "电话告知", proof = "反馈 9 号" });
        Thread.Owed(await story.Petition(), "property-query").GetProperty("due").GetString().ShouldBe("2027-02-12");
        await story.On("2027-02-12");
        await story.Done("unit", "property-query", new { found = "yes", source = "总对总", result = "名下有存款", told = "电话告知", proof = "反馈 10 号" });
        await story.Paper("head", "property-query-record");
        await story.Done("unit", "resumption", new { number = "（2027）豫0802执恢7号", document = "恢复执行通知书" });
        await story.Paper("head", "resume-notice");
        var petition = await story.Petition();
        (petition.GetProperty("stage").GetString(), petition.GetProperty("terminations").EnumerateArray().Last().GetProperty("reversed").GetString()).ShouldBe(("accepted", "resumed"));
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    /// <summary>Objection, reconsideration and supervision by the High Court, each lost and served.</summary>
    private static async Task Reviewed(EndingStory story)
    {
        await story.Done("clerk", "objection-paper", new { kind = "act", titled = "no", paper = "情况反映", content = "超标的查封" });
        await story.Done("reviewer", "procedure-filing", new { procedure = "1", number = "（2026）豫0802执异5号" });
        await story.Paper("head", "filing-notice");
        await story.Done("reviewer", "procedure-members", new { members = "骆文山" });
        await story.Done("reviewer", "procedure-notice", new { procedure = "1", parties = "双方", method = "post", proof = "邮单 1 号" });
        await story.On("2026-02-24");
        await story.Done("reviewer", "procedure-ruling", new { procedure = "1", ruling = "（2026）豫0802执异5号裁定", outcome = "rejected" });
        await story.Done("reviewer", "ruling-service", new { to = "双方", method = "post", proof = "送达回证 1 号" });
        await story.On("2026-03-06");
        await story.Done("clerk", "reconsideration", new { by = "申请人", paper = "复议申请书" });
        await story.Done("reviewer", "file-up", new { document = "报送函 1 号" });
        await story.Done("mid", "reconsideration-filing", new { number = "（2026）豫08执复3号" });
        await story.Done("mid", "procedure-members", new { members = "温雅言" });
        await story.On("2026-03-20");
        await story.Done("mid", "review-ruling", new { ruling = "（2026）豫08执复3号裁定", outcome = "maintained", document = "卷宗第 30 页" });
        await story.Done("mid", "ruling-service", new { to = "双方", method = "post", proof = "送达回证 2 号" });
        await story.On("2026-05-08");
        await story.Done("high", "supervision-application", new { by = "申请人", paper = "监督申请书" });
        await story.Done("high", "supervision-filing", new { number = "（2026）豫执监5号" });
        await story.Done("high", "procedure-members", new { members = "闻修远" });
        await story.On("2026-07-06");
        await story.Done("high", "review-ruling", new { ruling = "（2026）豫执监5号裁定", outcome = "maintained", document = "卷宗第 60 页" });
        await story.Done("high", "ruling-service", new { to = "双方", method = "post", proof = "送达回证 3 号" });
    }
}

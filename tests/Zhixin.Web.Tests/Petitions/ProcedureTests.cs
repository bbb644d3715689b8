using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>From petition to procedure, over HTTP.</summary>
public sealed class ProcedureTests(WebDatabase database)
{
    private static readonly object Paper = new { kind = "outsider", titled = "no", paper = "情况反映，信访卷第 3 页", content = "查封的塔吊是本公司所有", receivedOn = "2026-02-12" };

    [Fact]
    [Trait("Clause", "SPC16-12 accepted")]
    [Trait("Clause", "SPC16-13 accepted")]
    [Trait("Clause", "SPC09-3.1 accepted")]
    public async Task A_paper_without_the_title_is_filed_as_an_objection_by_the_review_unit_and_ruled_on()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var reviewer = await Reviewer(app);
        await thread.Done(thread.Clerk, "objection-paper", Paper);
        var petition = await thread.Petition();
        Thread.Owed(petition, "objection-file").GetProperty("due").GetString().ShouldBe("2026-02-24", "three days later is a holiday; the first working day after it");
        await thread.Done(reviewer, "procedure-filing", new { procedure = "1", number = "(2026)豫0802执异5号" });
        petition = await thread.Petition();
        (Thread.Owed(petition, "objection-file").GetProperty("state").GetString(), Thread.Owed(petition, "file-untitled-objection").GetProperty("state").GetString())
            .ShouldBe(("fulfilled", "fulfilled"));
        var page = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        page.ShouldContain("（2026）豫0802执异5号，审查中");
        await thread.Done(reviewer, "procedure-notice", new { procedure = "1", parties = "申请执行人、被执行人、案外人", method = "post", proof = "邮单 3 号" });
        await thread.Done(reviewer, "procedure-ruling", new { procedure = "1", ruling = "（2026）豫0802执异5号裁定", outcome = "upheld" });
        petition = await thread.Petition();
        (Thread.Owed(petition, "outsider-ruling").GetProperty("state").GetString(), petition.GetProperty("stage").GetString()).ShouldBe(("fulfilled", "registered"));
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-12 refused")]
    [Trait("Clause", "SPC16-13 refused")]
    [Trait("Clause", "SPC09-3.1 refused")]
    [Trait("Clause", "OBJ-2 refused")]
    public async Task No_form_stops_a_paper_and_neither_the_implementer_nor_whoever_made_the_act_files_it()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var maker = await app.Person("maker", "段立新", TestApp.Jiefang, "review-unit");
        var reviewer = await Reviewer(app);
        await thread.Refused(thread.Clerk, "objection-paper", new { kind = "act", titled = "no", content = "查封有误" }, HttpStatusCode.UnprocessableEntity, "conversion-needs-paper");
        await thread.Refused(thread.Clerk, "objection-paper", new { kind = "act", paper = "来信" }, HttpStatusCode.UnprocessableEntity, "conversion-needs-claim");
        await thread.Refused(thread.Clerk, "objection-paper", new { kind = "act", paper = "来信", content = "查封有误", madeBy = "不在本院" }, HttpStatusCode.BadRequest, "staff-unknown");
        await thread.Done(thread.Clerk, "objection-paper", new { kind = "act", titled = "no", paper = "来信", content = "查封有误", madeBy = maker });
        (await thread.Refused(reviewer, "procedure-notice", new { procedure = "1", parties = "双方", method = "post", proof = "邮单" }, HttpStatusCode.UnprocessableEntity, "procedure-not-filed"))
            .GetProperty("clause").GetString().ShouldBe("OBJ-2");
        await thread.Refused(thread.Handler, "procedure-filing", new { procedure = "1", number = "（2026）豫0802执异5号" }, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(await app.SignIn("maker"), "procedure-filing", new { procedure = "1", number = "（2026）豫0802执异5号" }, HttpStatusCode.Forbidden, "authority.bar");
        await thread.Refused(reviewer, "procedure-filing", new { procedure = "1", number = "（2026）豫0802执5号" }, HttpStatusCode.UnprocessableEntity, "conversion-number-type");
        await thread.Refused(reviewer, "procedure-filing", new { procedure = "1", number = "（2026）豫08执异5号" }, HttpStatusCode.UnprocessableEntity, "conversion-number-court");
        var refused = await thread.Refused(reviewer, "procedure-refusal", new { procedure = "1", reason = "名称不是异议", remedy = "复议" }, HttpStatusCode.UnprocessableEntity, "conversion-refusal-needs-ruling");
        refused.GetProperty("clause").GetString().ShouldBe("SPC16-13");
        await thread.Done(reviewer, "procedure-refusal", new { procedure = "1", ruling = "裁定", reason = "不是利害关系人", remedy = "向焦作中院申请复议，十日内" });
        await thread.Refused(reviewer, "procedure-withdrawal", new { procedure = "1", document = "申请" }, HttpStatusCode.Conflict, "procedure-ended");
    }

    [Fact]
    [Trait("Clause", "SPC16-9 accepted")]
    [Trait("Clause", "SPC16-9 refused")]
    [Trait("Clause", "SPC16-10 accepted")]
    [Trait("Clause", "SPC16-10 refused")]
    public async Task Who_says_that_a_closed_case_is_not_enforced_is_shown_the_paper_and_told_the_remedy()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Refused(thread.Head, "closing-claim", new { closedAs = "enforced", content = "利息未付" }, HttpStatusCode.UnprocessableEntity, "closing-claim-needs-ruling");
        await thread.Done(thread.Head, "closing-claim", new { closedAs = "enforced", ruling = "2025 年 12 月 1 日结案通知书", content = "利息未付" });
        await thread.Done(thread.Head, "closing-claim", new { closedAs = "this-round", ruling = "终本裁定", content = "名下有房" });
        await thread.Refused(thread.Head, "closing-answer", new { claim = "1", method = "post", remedy = "可以提出异议", proof = "邮单" }, HttpStatusCode.UnprocessableEntity, "closing-notice-needed");
        (await thread.Refused(thread.Head, "closing-answer", new { claim = "2", method = "post", proof = "邮单" }, HttpStatusCode.UnprocessableEntity, "closing-needs-remedy"))
            .GetProperty("clause").GetString().ShouldBe("SPC16-10");
        await thread.Done(thread.Head, "closing-answer", new { claim = "1", method = "post", notice = "结案通知书 3 号", remedy = "可以向本院提出异议", proof = "邮单" });
        await thread.Done(thread.Head, "closing-answer", new { claim = "2", method = "post", remedy = "可以向本院提出异议", proof = "邮单" });
        var petition = await thread.Petition();
        (Thread.Owed(petition, "closing-notice").GetProperty("state").GetString(), Thread.Owed(petition, "tell-remedy-against-this-round").GetProperty("state").GetString())
            .ShouldBe(("fulfilled", "fulfilled"));
    }

    [Fact]
    public async Task The_forms_offer_what_waits()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var reviewer = await Reviewer(app);
        await thread.Done(thread.Clerk, "objection-paper", Paper);
        await thread.Done(thread.Head, "closing-claim", new { closedAs = "this-round", ruling = "终本裁定", content = "名下有房" });
        (await reviewer.Open(thread.Address + "/act/procedure-filing")).Body!.TextContent.ShouldContain("第 1 件，案外人异议，2026-02-12 收到");
        foreach (var act in new[] { "closing-claim", "closing-answer", "objection-paper", "procedure-filing", "procedure-refusal", "procedure-notice", "procedure-ruling", "procedure-withdrawal" })
        {
            (await reviewer.Open($"{thread.Address}/act/{act}")).QuerySelector("form.panel").ShouldNotBeNull(act);
        }
    }

    private static async Task<Session> Reviewer(TestApp app)
    {
        await app.Person("reviewer", "江月", TestApp.Jiefang, "review-unit");
        return await app.SignIn("reviewer");
    }
}

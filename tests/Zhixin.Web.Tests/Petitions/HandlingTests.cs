using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>From the handler's receipt to the end, over HTTP.</summary>
public sealed class HandlingTests(WebDatabase database)
{
    private static readonly object Meeting = new { method = "phone", present = "信访人、承办人", content = "说明评估进度", signed = "no", whyNotSigned = "电话约谈", signedBy = "孟庆和", proof = "录音 12 号" };
    private static readonly object Opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封并启动拍卖", result = "拍卖款已发还" };
    private static readonly object Answer = new { method = "in-person", local = "yes", remedy = "不服的，可以申请复议", signed = "yes", proof = "答复笔录、回执", time = "14:30", place = "信访接待室", petitionerOpinion = "希望尽快发还" };
    private static readonly object FaceToFace = new
    {
        method = "in-person", local = "yes", remedy = "不服的，可以申请复议", signed = "no", whyNotSigned = "要求回去考虑", signedBy = "孟庆和", proof = "答复笔录、回执", time = "14:30",
        place = "信访接待室", petitionerOpinion = "要求尽快发还",
    };

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    [Trait("Clause", "GC21-2 accepted")]
    [Trait("Clause", "GC21-9 accepted")]
    [Trait("Clause", "SPC16-7(1) accepted")]
    public async Task A_petition_is_met_inquired_decided_answered_resolved_and_closed_and_opens_again_on_a_new_fact()
    {
        await using var app = await TestApp.Start(database);
        var (thread, leader) = await Handled(app);
        await thread.Done(thread.Handler, "meeting", Meeting);
        await thread.Done(thread.Handler, "inquiry", new { kind = "organisation-explains", asked = "评估机构", findings = "报告月底出具", proof = "调查笔录" });
        await thread.Done(thread.Handler, "opinion", Opinion);
        await thread.Done(leader, "opinion-decision", new { agreed = "no", reason = "结果没有写明金额" });
        await thread.Done(thread.Handler, "opinion", Opinion);
        await thread.Done(leader, "opinion-decision", new { agreed = "yes" });
        await thread.Done(thread.Handler, "resolution", new { ground = "enforced", evidence = "发还凭证" });
        await thread.Done(thread.Handler, "reply", Answer);
        var petition = await thread.Petition();
        (petition.GetProperty("stage").GetString(), Thread.Owed(petition, "reply").GetProperty("state").GetString()).ShouldBe(("replied", "fulfilled"));
        Thread.Owed(petition, "meet-petitioner").GetProperty("state").GetString().ShouldBe("fulfilled");

        await thread.Done(thread.Handler, "closing", new { by = "resolved" });
        (await thread.Petition()).GetProperty("stage").GetString().ShouldBe("closed");
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("有效化解");

        await thread.Refused(thread.Head, "reopening", new { }, HttpStatusCode.UnprocessableEntity, "reopen-needs-fact");
        await thread.Done(thread.Head, "reopening", new { reason = "发现被执行人名下车辆" });
        petition = await thread.Petition();
        (petition.GetProperty("stage").GetString(), Thread.Owed(petition, "hand-to-handler").GetProperty("state").GetString()).ShouldBe(("accepted", "open"));
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    [Trait("Clause", "GC21-2 refused")]
    [Trait("Clause", "GC21-9 refused")]
    [Trait("Clause", "SPC16-7(1) refused")]
    public async Task What_the_law_forbids_on_the_way_is_refused_with_clause_and_remedy()
    {
        await using var app = await TestApp.Start(database);
        var (thread, leader) = await Handled(app);
        await thread.Refused(thread.Handler, "meeting", new { method = "post", present = "信访人", content = "函询", signed = "yes", proof = "信函" }, HttpStatusCode.UnprocessableEntity, "meeting-method");
        await thread.Refused(thread.Handler, "meeting", new { method = "phone", present = "信访人", signed = "yes", proof = "录音" }, HttpStatusCode.UnprocessableEntity, "meeting-needs-content");
        await thread.Refused(thread.Handler, "opinion", new { progress = "已查封", result = "已发还" }, HttpStatusCode.UnprocessableEntity, "opinion-needs-finding");
        await thread.Refused(thread.Handler, "reply", Answer, HttpStatusCode.UnprocessableEntity, "reply-needs-approval");
        await thread.Refused(thread.Handler, "closing", new { by = "reply-final" }, HttpStatusCode.UnprocessableEntity, "close-needs-reply");
        await thread.Refused(thread.Handler, "resolution", new { ground = "settled" }, HttpStatusCode.UnprocessableEntity, "resolve-needs-settlement");
        await thread.Refused(thread.Clerk, "meeting", Meeting, HttpStatusCode.Forbidden, "authority.post");
        await thread.Done(thread.Handler, "opinion", Opinion);
        await thread.Refused(thread.Handler, "opinion-decision", new { agreed = "yes" }, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(leader, "opinion-discussion", new { agreed = "yes" }, HttpStatusCode.UnprocessableEntity, "opinion-needs-minutes");
        await thread.Done(leader, "opinion-discussion", new { agreed = "yes", minutes = "院务会纪要 4 号" });
        await thread.Refused(thread.Handler, "reply", new { method = "phone", local = "no", proof = "录音" }, HttpStatusCode.UnprocessableEntity, "reply-needs-remedy");
        (await thread.Petition()).GetProperty("stage").GetString().ShouldBe("accepted");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.5 accepted")]
    [Trait("Clause", "JZ21-3.2.5 refused")]
    public async Task Where_the_campaign_rule_is_adopted_a_local_petitioner_is_answered_face_to_face()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("JZ21", TestApp.Jiefang, new DateOnly(2021, 1, 1));
        var (thread, leader) = await Handled(app);
        await thread.Done(thread.Handler, "opinion", Opinion);
        await thread.Done(leader, "opinion-decision", new { agreed = "yes" });
        await thread.Refused(
            thread.Handler, "reply", new { method = "phone", local = "yes", remedy = "复议", proof = "录音" }, HttpStatusCode.UnprocessableEntity, "reply-face-to-face");
        await thread.Refused(
            thread.Handler, "reply", new { method = "in-person", local = "yes", remedy = "复议", signed = "yes", proof = "笔录" }, HttpStatusCode.BadRequest, "reply-needs-time");
        await thread.Refused(
            thread.Handler, "reply", new { method = "in-person", local = "yes", remedy = "复议", signed = "yes", proof = "笔录", time = "14:30", place = "接待室" },
            HttpStatusCode.UnprocessableEntity, "reply-needs-opinion");
        await thread.Done(thread.Handler, "reply", FaceToFace);
        var page = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        page.ShouldContain("14:30，信访接待室。信访人意见：要求尽快发还");
        page.ShouldContain("由孟庆和签名");
        var told = (await thread.Petition()).GetProperty("handling").GetProperty("replyTalk");
        (told.GetProperty("time").GetString(), told.GetProperty("place").GetString(), told.GetProperty("opinion").GetString()).ShouldBe(("14:30", "信访接待室", "要求尽快发还"));
    }

    [Fact]
    [Trait("Clause", "GC21-2 refused")]
    [Trait("Clause", "JZ21-3.2.5 refused")]
    public async Task What_nobody_chose_counts_neither_as_yes_nor_as_no()
    {
        await using var app = await TestApp.Start(database);
        var (thread, leader) = await Handled(app);
        await thread.Refused(thread.Handler, "opinion", new { finding = "justified", unlawfulActFound = "no", progress = "已查封", result = "已发还" }, HttpStatusCode.BadRequest, "choice-missing");
        await thread.Refused(thread.Handler, "opinion", new { finding = "justified", aidNeeded = "no", progress = "已查封", result = "已发还" }, HttpStatusCode.BadRequest, "choice-missing");
        var form = await thread.Handler.Open(thread.Address + "/act/opinion");
        form.QuerySelectorAll("input[name=aidNeeded][checked], input[name=unlawfulActFound][checked]").ShouldBeEmpty();
        await thread.Done(thread.Handler, "opinion", Opinion);
        await thread.Done(leader, "opinion-decision", new { agreed = "yes" });
        await thread.Refused(thread.Handler, "reply", new { method = "phone", remedy = "复议", signed = "yes", proof = "录音" }, HttpStatusCode.BadRequest, "choice-missing");
        (await thread.Handler.Open(thread.Address + "/act/reply")).QuerySelectorAll("input[name=local][checked]").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.6(2) accepted")]
    [Trait("Clause", "JZ21-3.2.6(2) refused")]
    public async Task A_record_that_the_petitioner_does_not_sign_is_signed_by_who_talked_and_names_that_person()
    {
        await using var app = await TestApp.Start(database);
        var (thread, _) = await Handled(app);
        var unsigned = new { method = "phone", present = "信访人、承办人", content = "说明评估进度", signed = "no", whyNotSigned = "电话约谈", proof = "录音 12 号" };
        await thread.Refused(thread.Handler, "meeting", unsigned, HttpStatusCode.UnprocessableEntity, "unsigned-needs-talker");
        await thread.Done(thread.Handler, "meeting", Meeting);
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("信访人没有签名：电话约谈，由孟庆和签名");
    }

    [Fact]
    [Trait("Clause", "GC21-14 accepted")]
    [Trait("Clause", "GC21-14 refused")]
    public async Task The_body_that_sent_it_gets_its_feedback_and_the_petitioner_an_answer_too()
    {
        await using var app = await TestApp.Start(database);
        var (thread, _) = await Handled(app);
        await thread.Refused(thread.Handler, "feedback", new { body = "区委政法委", content = "已办理", proof = "回函" }, HttpStatusCode.Conflict, "feedback-not-owed");
        var (status, receipt) = await thread.Clerk.PostJson("/api/contacts", new
        {
            form = new { channel = "forwarded", caseNumber = Thread.Case, summary = "转来反映", forwardedBy = "区委政法委", replyBy = "2026-03-31", petitioners = new[] { new { name = "佟桂兰" } } },
            join = thread.Address["/petitions/".Length..].Replace('/', '_'),
        });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        Thread.Owed(await thread.Petition(), "feedback-to-body").GetProperty("due").GetString().ShouldBe("2026-03-31");
        await thread.Refused(thread.Handler, "feedback", new { body = "区委政法委", content = " ", proof = "回函" }, HttpStatusCode.UnprocessableEntity, "feedback-needs-content");
        await thread.Done(thread.Handler, "feedback", new { body = "区委政法委", content = "正在拍卖，将答复信访人", proof = "回函 7 号" });
        var petition = await thread.Petition();
        (Thread.Owed(petition, "feedback-to-body").GetProperty("state").GetString(), Thread.Owed(petition, "reply").GetProperty("state").GetString()).ShouldBe(("fulfilled", "open"));
    }

    [Fact]
    public async Task The_forms_show_what_is_to_be_decided()
    {
        await using var app = await TestApp.Start(database);
        var (thread, leader) = await Handled(app);
        await thread.Done(thread.Handler, "opinion", Opinion);
        (await leader.Open(thread.Address + "/act/opinion-decision")).Body!.TextContent.ShouldContain("拍卖款已发还");
        foreach (var act in new[] { "meeting", "inquiry", "opinion", "reply", "feedback", "resolution", "closing", "reopening", "opinion-discussion" })
        {
            (await thread.Handler.Open($"{thread.Address}/act/{act}")).QuerySelector("form.panel").ShouldNotBeNull(act);
        }
    }

    private static async Task<(Thread Thread, Session Leader)> Handled(TestApp app)
    {
        var thread = await Thread.Of(app);
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" });
        await thread.Acknowledged();
        return (thread, await app.SignIn("leader"));
    }
}

using System.Net;
using System.Text;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Papers;

/// <summary>Papers over HTTP: previewed, issued, read, printed, saved, voided; and refused.</summary>
public sealed class PaperTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-16 accepted")]
    public async Task A_notice_is_previewed_issued_under_a_number_and_stays_as_it_was_issued()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Accepted(app);
        var petition = await thread.Handler.Open(thread.Address);
        petition.QuerySelector($"a[href='{thread.Address}/papers/draft/acceptance-notice']").ShouldNotBeNull();
        var preview = await thread.Handler.Open(thread.Address + "/papers/draft/acceptance-notice");
        preview.QuerySelector(".paper-mark")!.GetAttribute("data-mark").ShouldBe("草稿");
        preview.QuerySelector(".paper-no").ShouldBeNull();
        var issued = await thread.Handler.Submit(preview, thread.Address + "/paper");
        issued.Headers.Location!.ToString().ShouldBe(thread.Address + "/papers/1");

        var page = await thread.Handler.Open(thread.Address + "/papers/1");
        page.QuerySelector(".paper-no")!.TextContent.ShouldBe("（2026）豫0802信受1号");
        page.QuerySelector(".paper")!.TextContent.ShouldContain("佟桂兰");
        page.QuerySelector(".paper-mark").ShouldBeNull();
        await thread.Done(thread.Head, "priority", new { priority = "key", reason = "多次来访" });
        var (_, moved) = await thread.Clerk.PostJson("/api/contacts", new { form = Thread.Form("再次来访", "佟桂英"), join = thread.Address["/petitions/".Length..].Replace('/', '_') });
        moved.GetProperty("joined").GetBoolean().ShouldBeTrue();
        (await Desk.Text(thread, 1)).ShouldNotContain("佟桂英", customMessage: "a paper stays as it was issued, although the matter goes on");
        (await thread.Handler.Open(thread.Address)).QuerySelector("#h-papers")!.ParentElement!.TextContent.ShouldContain("（2026）豫0802信受1号");
    }

    [Fact]
    [Trait("Clause", "GC21-16 refused")]
    [Trait("Clause", "GC21-13 refused")]
    [Trait("Clause", "GC21-15(1) refused")]
    [Trait("Clause", "SPC16-9 refused")]
    [Trait("Clause", "GC21-9 refused")]
    public async Task What_a_petition_cannot_have_yet_is_refused_with_clause_and_remedy_on_page_and_api()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        foreach (var (kind, clause, key) in new[]
        {
            ("acceptance-notice", "GC21-16", "paper-before-acceptance"), ("decline-notice", "GC21-15(1)", "paper-not-declined"), ("meeting-record", "GC21-13", "paper-needs-meeting"),
            ("reply", "GC21-13", "paper-needs-approval"), ("reply-record", "GC21-13", "paper-needs-approval"), ("remedy-notice", "SPC16-9", "paper-needs-remedy"),
            ("closing-notice", "SPC16-9", "paper-needs-claim"), ("write-off-form", "HNP-16", "paper-needs-write-off"),
            ("hearing-notice", "GC21-9", "paper-needs-hearing"), ("hearing-minutes", "GC21-9", "paper-needs-hearing-held"),
        })
        {
            (await thread.Refused(thread.Head, "paper", new { kind }, HttpStatusCode.UnprocessableEntity, key)).GetProperty("clause").GetString().ShouldBe(clause);
        }

        await thread.Refused(thread.Head, "paper", new { kind = "receipt" }, HttpStatusCode.BadRequest, "paper-kind-unknown");
        await thread.Refused(thread.Clerk, "paper", new { kind = "remedy-notice", remedies = "objection" }, HttpStatusCode.Forbidden, "authority.post");
        (await thread.Head.Client.GetAsync(thread.Address + "/papers/draft/acceptance-notice")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await thread.Head.Client.GetAsync(thread.Address + "/papers/draft/love-letter")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await thread.Head.Client.GetAsync(thread.Address + "/papers/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var kinds = (await thread.Head.GetJson($"/api{thread.Address}/papers")).GetProperty("kinds").EnumerateArray().ToList();
        kinds.Single(k => k.GetProperty("kind").GetString() == "reply").GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        kinds.Single(k => k.GetProperty("kind").GetString() == "remedy-notice").GetProperty("key").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    [Trait("Clause", "SPC16-9 accepted")]
    public async Task Every_kind_is_issued_when_its_facts_are_there_and_says_them()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Approved(app);
        await thread.Refused(thread.Handler, "paper", new { kind = "reply" }, HttpStatusCode.UnprocessableEntity, "reply-needs-remedy");
        await Desk.Issue(thread, "meeting-record");
        await Desk.Issue(thread, "reply", new { text = "不服的，可以在十日内申请复议" });
        await thread.Done(thread.Handler, "reply", new { method = "in-person", local = "yes", remedy = "可以申请复议", signed = "yes", proof = "答复笔录", time = "14:30", place = "信访接待室", petitionerOpinion = "基本认可" });
        await Desk.Issue(thread, "reply-record");
        await Desk.Issue(thread, "remedy-notice", new { remedies = "objection,supervision,none-such" });
        await thread.Done(thread.Head, "closing-claim", new { receivedOn = "2026-02-12", closedAs = "enforced", ruling = "（2025）豫0802执1234号结案通知", content = "利息没有付" });
        await thread.Refused(thread.Handler, "paper", new { kind = "closing-notice", remedies = "objection" }, HttpStatusCode.UnprocessableEntity, "paper-needs-basis");
        await Desk.Issue(thread, "closing-notice", new { text = "执行标的已全部发还", remedies = "objection" });
        (await Desk.Text(thread, 1)).ShouldSatisfyAllConditions(t => t.ShouldContain("告知下一步安排"), t => t.ShouldContain("电话约谈"), t => t.ShouldContain("由谈话人孟庆和签名"), t => t.ShouldContain("约谈笔录"));
        (await Desk.Text(thread, 2)).ShouldSatisfyAllConditions(t => t.ShouldContain("拍卖款已发还"), t => t.ShouldContain("可以在十日内申请复议。", customMessage: "the stop that was left out"), t => t.ShouldContain("需要救助"), t => t.ShouldContain("诉求合理"));
        (await Desk.Text(thread, 3)).ShouldSatisfyAllConditions(t => t.ShouldContain("救济途径：可以申请复议"), t => t.ShouldContain("当面"), t => t.ShouldContain("14:30"), t => t.ShouldContain("信访接待室"),
            t => t.ShouldContain("信访人意见：基本认可。"), t => t.ShouldNotContain("信访人意见：＿"));
        (await Desk.Text(thread, 4)).ShouldSatisfyAllConditions(
            t => t.ShouldContain("1. 认为执行行为违反法律规定的"), t => t.ShouldContain("民事诉讼法第二百三十六条", customMessage: "the article of the paper's day"), t => t.ShouldContain("2. 对发生法律效力的复议裁定不服的"));
        (await Desk.Text(thread, 5)).ShouldSatisfyAllConditions(t => t.ShouldContain("执行标的已全部发还"), t => t.ShouldContain(Thread.Case), t => t.ShouldContain("利息没有付"));
        (await Petitions(thread)).ShouldBe(["（2026）豫0802信谈1号", "（2026）豫0802信复1号", "（2026）豫0802信答录1号", "（2026）豫0802信告1号", "（2026）豫0802信结1号"]);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-9 accepted")]
    public async Task A_hearing_has_its_notice_and_its_minutes()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Accepted(app);
        await thread.Done(thread.Handler, "hearing", new { why = "双方争议大", day = "2026-02-12", time = "15:30", place = "第二法庭", @public = "yes", presider = "邢国梁", parties = "applicant,respondent", others = "人大代表" });
        await Desk.Issue(thread, "hearing-notice");
        (await Desk.Text(thread, 1)).ShouldSatisfyAllConditions(t => t.ShouldContain("申请执行人、被执行人："), t => t.ShouldContain("第二法庭"), t => t.ShouldContain("15:30"), t => t.ShouldContain("人大代表"));
        await thread.Done(thread.Handler, "hearing-notice", new { party = "respondent", method = "post", proof = "送达回证" });
        await thread.Done(thread.Handler, "hearing-holding", new { @public = "yes", present = "applicant", content = "双方陈述", result = "继续拍卖", signed = "no", whyNotSigned = "当场离开", signedBy = "孟庆和", minutes = "听证笔录" });
        await Desk.Issue(thread, "hearing-minutes");
        (await Desk.Text(thread, 2)).ShouldSatisfyAllConditions(
            t => t.ShouldContain("收到通知没有到场的\n被执行人"), t => t.ShouldContain("继续拍卖"), t => t.ShouldContain("当场离开"), t => t.ShouldContain("信听录1号"));
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) accepted")]
    public async Task A_decline_notice_says_the_ground_and_where_the_matter_went()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await app.Person("officer", "郑书", TestApp.Jiefang, "petition-officer");
        var officer = await app.SignIn("officer");
        await thread.Done(officer, "decline-proposal", new { ground = "2", transferredTo = "派驻纪检监察组", transferProof = "移送函 3 号", explanation = "只反映工作作风" });
        await thread.Refused(officer, "paper", new { kind = "decline-notice" }, HttpStatusCode.UnprocessableEntity, "paper-decline-not-approved");
        await thread.Done(thread.Head, "decline-decision", new { agreed = "yes" });
        await Desk.Issue(thread, "decline-notice", who: officer);
        (await Desk.Text(thread, 1, officer)).ShouldSatisfyAllConditions(t => t.ShouldContain("派驻纪检监察组"), t => t.ShouldContain("只反映工作作风"), t => t.ShouldContain("信不受1号"));
    }

    [Theory]
    [InlineData("匿名，没有案号", "{\"summary\":\"匿名反映\"}")]
    [InlineData("单位", "{\"summary\":\"拖欠货款\",\"petitioners\":[{\"name\":\"焦作市极长名称建筑装饰工程机械设备租赁有限责任公司第一分公司\",\"kind\":\"legal\"}]}")]
    [InlineData("八人", "{\"summary\":\"拖欠工资\",\"people\":\"8\",\"petitioners\":[{\"name\":\"甲一\"},{\"name\":\"乙二\"},{\"name\":\"丙三\"},{\"name\":\"丁四\"},{\"name\":\"戊五\"},{\"name\":\"己六\"},{\"name\":\"庚七\"},{\"name\":\"欧阳{court}<b>\"}]}")]
    public async Task Whoever_came_with_however_little_gets_a_paper(string who, string form)
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app, System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(form));
        await Desk.Issue(thread, "remedy-notice", new { remedies = "objection" }, thread.Head);
        var lines = await Desk.Text(thread, 1, thread.Head);
        lines.ShouldContain(who switch { "单位" => "第一分公司", "八人" => "庚七、欧阳{court}<b>", _ => "匿名" });
        lines.Replace("{court}", string.Empty).ShouldNotContain('{');
        var page = await thread.Head.Open(thread.Address + "/papers/1");
        page.QuerySelectorAll(".paper b").ShouldBeEmpty("what was typed is no markup");
        page.QuerySelector(".paper")!.TextContent.ShouldContain(lines.Split('\n')[3]);
    }

    [Fact]
    public async Task Printing_and_saving_need_a_purpose_and_are_logged_with_the_number()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Accepted(app);
        await Desk.Issue(thread, "acceptance-notice");
        var address = thread.Address + "/papers/1";
        var page = await thread.Clerk.Open(address);
        page.Body!.ClassList.ShouldContain("reading", "the page itself prints nothing but where to ask");
        var printing = await Session.Page(await thread.Clerk.Submit(page, address + "/print", ("purpose", "送达信访人")));
        printing.Body!.ClassList.ShouldContain("printing");
        printing.QuerySelector("[data-print-now] .paper").ShouldNotBeNull();
        (await thread.Clerk.Submit(page, address + "/print", ("purpose", " "))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var (status, problem) = await thread.Clerk.PostJson($"/api{address}/docx", new { purpose = new string('长', 201) });
        (status, problem.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "paper-purpose"));
        (status, var content) = await thread.Clerk.PostJson($"/api{address}/print", new { purpose = "归档" });
        (status, content.GetProperty("paper").GetProperty("number").GetString()).ShouldBe((HttpStatusCode.OK, "（2026）豫0802信受1号"));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("purpose", "归档")]);
        using var saved = await thread.Clerk.Client.PostAsync(address + "/docx", form);
        saved.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("受理告知书（2026）豫0802信受1号.docx");
        Encoding.ASCII.GetString((await saved.Content.ReadAsByteArrayAsync())[..2]).ShouldBe("PK");
        var logged = await app.Office.Db.Maintenance<string>(
            "select act || ' ' || purpose from access_log where act in ('print-paper', 'export-paper') and detail = '（2026）豫0802信受1号' order by at, act", [], default);
        logged.ShouldBe(["print-paper 送达信访人", "print-paper 归档", "export-paper 归档"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_voided_paper_keeps_its_number_and_is_marked_and_another_is_issued_under_the_next()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Accepted(app);
        await Desk.Issue(thread, "acceptance-notice");
        await thread.Refused(thread.Handler, "paper-void", new { no = "1" }, HttpStatusCode.BadRequest, "reason-required");
        await thread.Refused(thread.Clerk, "paper-void", new { no = "1", reason = "有错" }, HttpStatusCode.Forbidden, "authority.post");
        (await thread.Handler.Submit(thread.Address + "/act/paper-void?no=1", thread.Address + "/paper-void", ("no", "1"), ("reason", "姓名有误"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await thread.Refused(thread.Handler, "paper-void", new { no = "1", reason = "再次" }, HttpStatusCode.Conflict, "paper-voided");
        await thread.Refused(thread.Handler, "paper-void", new { no = "7", reason = "没有" }, HttpStatusCode.BadRequest, "paper-unknown");
        (await Desk.Issue(thread, "acceptance-notice")).GetProperty("paperNumber").GetString().ShouldBe("（2026）豫0802信受2号");
        var page = await thread.Handler.Open(thread.Address + "/papers/1");
        page.QuerySelector(".paper-mark")!.GetAttribute("data-mark").ShouldBe("作废");
        page.Body!.TextContent.ShouldContain("姓名有误");
        (await thread.Handler.Open(thread.Address + "/papers/2")).QuerySelector(".paper-mark").ShouldBeNull();
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task Who_is_accused_or_of_another_court_finds_no_paper()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Desk.Accepted(app);
        await Desk.Issue(thread, "acceptance-notice");
        await app.Person("far", "外院人", TestApp.Gangcheng, "petition-unit-head");
        var far = await app.SignIn("far");
        foreach (var path in new[] { "/papers/1", "/papers/draft/acceptance-notice" })
        {
            (await far.Client.GetAsync(thread.Address + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await far.PostJson($"/api{thread.Address}/papers/1/docx", new { purpose = "归档" })).Status.ShouldBe(HttpStatusCode.NotFound);
        var (status, body) = await thread.Clerk.PostJson("/api/contacts", new
        {
            form = new { caseNumber = Thread.Case, summary = "承办人违纪", accused = new[] { thread.HandlerId }, petitioners = new[] { new { name = "佟桂兰" } } }, join = thread.Address["/petitions/".Length..].Replace('/', '_'),
        });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        (await thread.Handler.Client.GetAsync(thread.Address + "/papers/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await thread.Handler.PostJson($"/api{thread.Address}/papers/1/print", new { purpose = "归档" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await thread.Handler.PostJson($"/api{thread.Address}/paper", new { fields = new { kind = "acceptance-notice" }, version = 99 })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<List<string?>> Petitions(Thread thread) =>
        [.. (await thread.Head.GetJson($"/api{thread.Address}/papers")).GetProperty("issued").EnumerateArray().Select(p => p.GetProperty("number").GetString())];
}

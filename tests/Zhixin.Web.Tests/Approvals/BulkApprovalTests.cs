using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Petitions;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Approvals;

/// <summary>What a decision among several names, and what it never reaches.</summary>
public sealed class BulkApprovalTests(WebDatabase database)
{
    private static readonly object Opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "拍卖款已发还" };

    [Fact]
    [Trait("Clause", "GC21-10 refused")]
    [Trait("Clause", "GC21-11 refused")]
    public async Task Aid_and_conduct_stand_in_the_list_with_the_way_to_their_own_form_and_yes_or_no_alone_does_not_decide_them()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "aid", new { hardship = "重病", noProperty = "终本裁定", document = "申请书" });
        await desk.Done(desk.Handler, "aid-report", new { body = "救助委员会", document = "报告 1 号" });
        await desk.Done(desk.Handler, "conduct", new
        {
            petitioner = "1", act = "insult-or-assault", happened = "在信访大厅殴打法警", basis = "民事诉讼法第一百一十四条", necessity = "劝阻无效", measure = "admonish", document = "决定书 1 号",
        });
        await desk.Done(desk.Handler, "opinion", Opinion);
        var page = await desk.Leader.Open("/approvals");
        var rows = page.QuerySelectorAll("tbody tr");
        rows.Select(r => r.QuerySelectorAll("input[type=radio]").Length).ShouldBe([0, 0, 3]);
        rows.Select(r => r.QuerySelector("td a[href*='/act/']")!.GetAttribute("href")).ShouldBe([desk.Address + "/act/aid-decision", desk.Address + "/act/conduct-decision", desk.Address + "/act/opinion-decision"]);
        var (_, answer) = await desk.Leader.PostJson("/api/approvals", new { items = new[] { Item(desk.Thread, 1, 99) } });
        (answer[0].GetProperty("status").GetInt32(), answer[0].GetProperty("key").GetString()).ShouldBe((409, "approval-not-brief"));
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public async Task A_decision_sent_again_under_another_key_never_decides_the_opinion_that_came_later()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "opinion", Opinion);
        await desk.Done(desk.Leader, "opinion-decision", new { agreed = "no", reason = "结果没有写明金额" });
        await desk.Done(desk.Handler, "opinion", Opinion);
        var (status, answer) = await desk.Leader.PostJson("/api/approvals", new { items = new[] { Item(desk.Thread, 1, null) } }, "late-1");
        (status, answer[0].GetProperty("status").GetInt32(), answer[0].GetProperty("key").GetString()).ShouldBe((HttpStatusCode.OK, 409, "approval-decided"));
        (await Approved(desk.Thread)).ShouldBe(JsonValueKind.Null, "nobody decided the second one");
        (_, answer) = await desk.Leader.PostJson("/api/approvals", new { items = new[] { Item(desk.Thread, 2, null) } }, new string('k', 100));
        answer[0].GetProperty("status").GetInt32().ShouldBe(200, "a key has up to 100 characters");
        (_, answer) = await desk.Leader.PostJson("/api/approvals", new { items = new[] { Item(desk.Thread, 2, null) } }, new string('k', 100));
        answer[0].GetProperty("status").GetInt32().ShouldBe(200, "the same again is answered the same");
        (await Approved(desk.Thread)).ShouldBe(JsonValueKind.True);
    }

    [Fact]
    public async Task What_the_decider_does_not_see_is_told_as_not_done_on_the_page_and_through_the_API()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "opinion", Opinion);
        var field = $"{desk.Thread.Home}.{Guid.CreateVersion7(app.Clock.Now)}.1";
        using var sent = await desk.Leader.Submit("/approvals", "/approvals", ("decide." + field, "yes"), ("version." + field, "3"));
        var page = await Session.Page(sent);
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("办成 0 项，没有办成 1 项");
        page.QuerySelector(".cannot")!.TextContent.ShouldContain("没有作出决定");
        var (_, answer) = await desk.Leader.PostJson("/api/approvals", new { items = new[] { new { home = desk.Thread.Home, petition = desk.Thread.HandlerId, no = 1, agreed = true, version = 1 } } });
        (answer[0].GetProperty("status").GetInt32(), answer[0].GetProperty("key").GetString()).ShouldBe((404, "approval-gone"));
        answer[0].GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Two_decisions_on_one_petition_in_one_submit_are_both_done_unless_somebody_else_changed_it()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await TimeActsTests.AdoptWithExclusions(app);
        var desk = await MeasureDesk.Of(app);
        await app.Person("both", "上官明", TestApp.Jiefang, "court-leader", "petition-unit-head");
        var both = await app.SignIn("both");
        await desk.Thread.On("2026-03-04");
        both = await app.SignIn("both");
        await Ask("2026-02-25");
        await desk.Done(desk.Handler, "opinion", Opinion);
        var before = await both.Open("/approvals");
        await desk.Done(desk.Head, "priority", new { priority = "key", reason = "涉众" });
        (await Decide(before)).ShouldBe("办成 0 项，没有办成 2 项", "somebody else acted meanwhile");
        (await Decide(await both.Open("/approvals"))).ShouldBe("办成 2 项，没有办成 0 项");
        (await Approved(desk.Thread)).ShouldBe(JsonValueKind.True);
        (await desk.Petition()).GetProperty("exclusions")[0].GetProperty("outcome").GetString().ShouldBe("approved");

        async Task<string> Decide(AngleSharp.Html.Dom.IHtmlDocument page)
        {
            var fields = page.QuerySelectorAll("input[type=radio][value=yes]").Select(i => (i.GetAttribute("name")!, "yes")).ToArray();
            fields.Length.ShouldBe(2);
            using var sent = await both.Submit(page, "/approvals", fields);
            return (await Session.Page(sent)).QuerySelector("[role=status] small")!.TextContent.Trim();
        }

        async Task Ask(string from) => await desk.Done(desk.Handler, "time-exclusion", new
        {
            obligation = Thread.Owed(await desk.Petition(), "reply").GetProperty("no").GetInt32().ToString(), from, to = "2026-02-27", ground = "appraisal", document = "鉴定委托书", reason = "等待鉴定",
        });
    }

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public async Task An_opinion_that_waited_at_the_sender_waits_for_nobody_at_the_other_court_and_is_never_decided_there()
    {
        const string zhongzhan = "焦作市中站区人民法院";
        await using var app = await TestApp.Start(database);
        await app.Adopt("GC21", zhongzhan, new DateOnly(2021, 1, 1));
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "opinion", Opinion);
        var handler = await app.Person("far-handler", "郭安", zhongzhan, "handler");
        await app.Person("far-leader", "诸葛平", zhongzhan, "court-leader", "petition-unit-head");
        var (leader, thread) = (await app.SignIn("far-leader"), desk.Thread);
        await desk.Done(desk.Head, "transfer", new
        {
            court = zhongzhan, ruling = "（2026）豫08执协3号", rulingCourt = TestApp.Jiaozuo, ground = "原执行法院回避", receivedOn = "2026-02-12", receipt = "送达回证 5 号",
        });
        (await Listed(desk.Leader)).ShouldBeEmpty();
        (await Listed(leader)).ShouldBeEmpty("it was not asked of this court's leaders");
        var (_, sent) = await leader.PostJson("/api/approvals", new { items = new[] { Item(thread, 1, null) } }, "far-1");
        sent[0].GetProperty("key").GetString().ShouldBe("approval-decided");
        await thread.Done(leader, "assignment", new { handler });
        var far = await app.SignIn("far-handler");
        await thread.Done(far, "acknowledgement", new { });
        await thread.Done(far, "opinion", Opinion);
        (await Listed(leader)).Select(l => l.GetProperty("no").GetInt32()).ShouldBe([2]);
        await thread.Done(leader, "opinion-decision", new { agreed = "yes" });
        (await thread.Petition(leader)).GetProperty("approvals").EnumerateArray().Select(a => a.GetProperty("agreed").ValueKind).ShouldBe([JsonValueKind.Null, JsonValueKind.True]);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    private static async Task<IReadOnlyList<JsonElement>> Listed(Session who) => [.. (await who.GetJson("/api/approvals")).GetProperty("approvals").EnumerateArray()];

    private static object Item(Thread thread, int no, int? version) => new { home = thread.Home, petition = thread.Receipt.GetProperty("petition").GetGuid(), no, agreed = true, version };

    private static async Task<JsonValueKind> Approved(Thread thread) => (await thread.Petition()).GetProperty("handling").GetProperty("opinion").GetProperty("approved").ValueKind;
}

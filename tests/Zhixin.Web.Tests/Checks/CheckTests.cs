using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Checks;

/// <summary>Checks on enforcement over HTTP (SPC09-4): the supervision card, the report phone, key nodes done by one and checked by another, spot checks from above.</summary>
public sealed class CheckTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public async Task A_case_is_recorded_its_card_given_answered_its_nodes_checked_and_everything_owed_is_done()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var record = await Checked.Filed(app);
        (await record.Owed()).ShouldBe(["supervision-card"]);
        await record.Does("clerk", "card", new { to = "applicant", method = "in-person", proof = "签收单" });
        (await record.Owed()).ShouldBeEmpty();
        var card = await (await record.As("head")).Open(record.Address + "/papers/1");
        card.Body!.TextContent.ShouldContain(Checked.Phone);
        card.Body.TextContent.ShouldContain(Checked.Case);

        await record.Does("clerk", "service", new { paper = "执行通知书", to = "respondent", method = "post", proof = "回执" });
        (await record.Owed()).ShouldBe(["report-phone"]);
        await record.Does("clerk", "report-phone", new { service = "1", how = "印在回证上" });
        await record.Does("wang", "node", new { node = "control", doer = record.Ids["wang"].ToString(), content = "冻结银行账户" });
        await record.Does("clerk", "feedback", new { card = "1", from = "applicant", satisfied = "no", node = "control", content = "冻结没有告知" });
        (await record.Owed()).ShouldBe(["node-check", "card-feedback"]);
        (await (await record.As("clerk")).Open(record.Address)).QuerySelector("a[href^='/register?caseNumber=']").ShouldNotBeNull("a complaint is offered to be registered");
        await record.Does("li", "node-check", new { node = "1", opinion = "冻结超过标的", risk = "超标的冻结", due = "2026-03-20" });
        await record.Does("li", "answer", new { feedback = "1", answer = "已当面说明", document = "谈话记录" });
        var owed = (await record.Now()).GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("isOpen").GetBoolean());
        (owed.GetProperty("kind").GetString(), owed.GetProperty("due").GetString()).ShouldBe(("risk-correction-stated", "2026-03-20"));
        record.On("2026-03-20");
        await record.Does("wang", "correction", new { risk = "1", correction = "解除超额部分", document = "裁定书" });
        await record.Does("wang", "conclusion", new { how = "执行完毕", document = "结案通知书" });
        (await record.Owed()).ShouldBeEmpty();
        await (await record.As("mid-head")).Open(record.Address);
        (await Matter.Verify(app)).First.ShouldBeNull();
        await RebuildTests.Rebuild(app);
        (await Matter.Verify(app)).First.ShouldBeNull();
        var ended = (await (await record.As("head")).GetJson("/api/checks?show=ended")).GetProperty("records").EnumerateArray().Single();
        (ended.GetProperty("caseNumber").GetString(), ended.GetProperty("risks").GetInt32()).ShouldBe((Checked.Case, 0));
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public async Task Whoever_did_a_node_neither_checks_it_nor_answers_for_it()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var record = await Checked.Filed(app);
        await record.Does("clerk", "card", new { to = "applicant", method = "in-person", proof = "签收单" });
        await record.Does("wang", "node", new { node = "money", doer = record.Ids["wang"].ToString(), content = "发放案款" });
        await record.Does("clerk", "feedback", new { card = "1", from = "applicant", satisfied = "no", node = "money", content = "发放太慢" });
        await record.Refuses("wang", "node-check", new { node = "1", opinion = "没有问题" }, "check-by-doer", "SPC09-4");
        await record.Refuses("wang", "node-check", new { node = "1", opinion = "没有问题", exception = "few-posts" }, "check-exception-reason", "SPC09-4");
        await record.Refuses("wang", "answer", new { feedback = "1", answer = "不慢", document = "记录" }, "check-answered-by-doer", "SPC09-4");
        await record.Refuses("wang", "node", new { node = "money", doer = record.Ids["mid-head"].ToString(), content = "发放案款" }, "check-doer-not-of-court");
        await record.Does("wang", "node-check", new { node = "1", opinion = "没有问题", exception = "few-posts", exceptionReason = "执行局仅二人" });
        var check = (await record.Now("mid-head")).GetProperty("nodes")[0].GetProperty("checked");
        (check.GetProperty("exception").GetString(), check.GetProperty("exceptionReason").GetString()).ShouldBe(("few-posts", "执行局仅二人"));
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    [Trait("Clause", "SPC09-4 accepted")]
    public async Task Without_a_public_report_phone_no_card_goes_out_and_none_is_told()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var record = await Checked.Filed(app);
        await record.Publish(string.Empty);
        var card = new { to = "applicant", method = "in-person", proof = "签收单" };
        await record.Refuses("clerk", "card", card, "report-phone-missing", "SPC09-4");
        await record.Does("clerk", "service", new { paper = "执行通知书", to = "respondent", method = "post", proof = "回执" });
        await record.Refuses("clerk", "report-phone", new { service = "1", how = "印在回证上" }, "report-phone-missing", "SPC09-4");
        (await record.Owed()).ShouldBe(["supervision-card", "report-phone"]);
        var head = await record.As("head");
        var place = $"/courts/{app.Court(Checked.Basic)}/card";
        (await head.Submit(place, place, ("receptionWindow", "3号窗口"), ("postalAddress", "海口市演示路1号"), ("reportPhone", Checked.Phone),
            ("windowStaff", record.Ids["clerk"].ToString()), ("mailStaff", record.Ids["clerk"].ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await record.Does("clerk", "card", card);
        await record.Does("clerk", "report-phone", new { service = "1", how = "印在回证上" });
        (await record.Now()).GetProperty("services")[0].GetProperty("told").GetProperty("phone").GetString().ShouldBe(Checked.Phone);
    }

    [Fact]
    [Trait("Clause", "SPC09-4 refused")]
    public async Task A_case_has_one_record_of_its_own_court_and_a_resend_makes_none()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Checked.Prepared(app);
        var (_, first) = await people.File(key: "twice");
        (await people.File(key: "twice")).Body.ToString().ShouldBe(first.ToString());
        var (status, again) = await people.File("(2026)琼0108执12号");
        (status, again.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "check-record-known"));
        again.GetProperty("title").GetString()!.ShouldContain(first.GetProperty("number").GetString()!);
        (await people.File("（2026）琼01执12号")).Body.GetProperty("key").GetString().ShouldBe("check-of-another-court");
        (await people.File("（2026）琼0108民初12号")).Body.GetProperty("key").GetString().ShouldBe("check-not-enforcement");
        (await people.File("闲谈")).Body.GetProperty("key").GetString().ShouldBe("check-case-number");
        (await people.File("（2026）琼0108执13号", filedOn: "2026-03-03")).Body.GetProperty("key").GetString().ShouldBe("date-in-future");
        (await people.File("（2026）琼0108执13号", filedOn: "昨天")).Body.GetProperty("key").GetString().ShouldBe("date-unreadable");
        (await people.File(user: "inspect")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await people.As("head")).GetJson("/api/checks")).GetProperty("records").GetArrayLength().ShouldBe(1);
        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => people.File("（2026）琼0108执99号")));
        many.Count(m => m.Status == HttpStatusCode.Created).ShouldBe(1, "whoever is faster, a case has one record");
        many.Where(m => m.Status != HttpStatusCode.Created).ShouldAllBe(m => m.Body.GetProperty("key").GetString() == "check-record-known");
        (await Matter.Verify(app)).First.ShouldBeNull("nobody who was too late leaves a gap in the numbers");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    public async Task The_chain_above_sees_the_record_and_makes_spot_checks_and_nobody_else_sees_it()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var record = await Checked.Filed(app);
        await record.Refuses("head", "spot-check", new { findings = "自查" }, "authority.relation");
        await record.Does("mid-head", "spot-check", new { findings = "看了监督卡和案款", risk = "监督卡没有发放", due = "2026-03-10" });
        (await record.Owed()).ShouldBe(["supervision-card", "risk-correction-stated"]);
        (await (await record.As("head")).Open(record.Address)).QuerySelector("section[aria-labelledby=h-spot-checks]")!.TextContent.ShouldContain("监督卡没有发放");
        (await record.Tries("mid-head", "card", new { to = "applicant", method = "in-person", proof = "签收单" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await record.As("elsewhere")).Client.GetAsync(record.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await record.Tries("elsewhere", "spot-check", new { findings = "看了" })).Status.ShouldBe(HttpStatusCode.NotFound);
        var list = await (await record.As("mid-head")).Open("/checks?show=risky");
        list.Body!.TextContent.ShouldContain(Checked.Case);
        (await (await record.As("elsewhere")).Open("/checks")).Body!.TextContent.ShouldNotContain(Checked.Case);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_begun_on_its_page_found_by_its_number_owed_on_the_workbench_and_linked_from_a_petition()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var record = await Checked.Prepared(app);
        await record.Publish(Checked.Phone);
        var clerk = await record.As("clerk");
        (await clerk.Submit("/checks", "/checks", ("caseNumber", "闲谈"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var made = await clerk.Submit("/checks", "/checks", ("caseNumber", Checked.Case));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        record.Address = made.Headers.Location!.ToString();
        foreach (var act in Zhixin.Web.Checks.CheckActs.All)
        {
            using var form = await clerk.Client.GetAsync($"{record.Address}/act/{act.Path}");
            ((int)form.StatusCode).ShouldBeLessThan(500, act.Path);
        }

        (await clerk.Open("/checks?case=" + Uri.EscapeDataString(Checked.Case))).QuerySelector($"a[href='{record.Address}']").ShouldNotBeNull();
        (await clerk.Open("/checks?case=" + Uri.EscapeDataString("（2026）琼0108执77号"))).Body!.TextContent.ShouldContain("没有找到");
        (await clerk.GetJson("/api/checks?case=" + Uri.EscapeDataString(Checked.Case))).GetProperty("records").GetArrayLength().ShouldBe(1);
        var bench = await (await record.As("head")).Open("/?scope=unit");
        bench.Body!.TextContent.ShouldContain("发放监督卡");
        bench.QuerySelector($"a[href='{record.Address}']").ShouldNotBeNull();
        (await clerk.Open("/register?caseNumber=" + Uri.EscapeDataString(Checked.Case))).QuerySelector("[name=caseNumber]")!.GetAttribute("value").ShouldBe(Checked.Case);
        var registered = await Matter.Register(clerk, "佟桂兰", number: Checked.Case);
        (await clerk.Open($"/petitions/{registered.GetProperty("home").GetInt32()}/{registered.GetProperty("petition").GetGuid()}")).QuerySelector($"section[aria-labelledby=h-check] a[href='{record.Address}']").ShouldNotBeNull();
    }
}

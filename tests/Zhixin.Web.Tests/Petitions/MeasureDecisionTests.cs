using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Judicial aid, conduct decisions and public deliberation, over HTTP.</summary>
public sealed class MeasureDecisionTests(WebDatabase database)
{
    private const HttpStatusCode No = HttpStatusCode.UnprocessableEntity;

    private static readonly object Opinion = new { finding = "groundless", aidNeeded = "no", unlawfulActFound = "no", progress = "查控三次", result = "没有财产" };
    private static readonly object Answer = new { method = "in-person", local = "yes", remedy = "发现线索可以申请恢复执行", signed = "yes", proof = "答复笔录", time = "14:30", place = "信访接待室", petitionerOpinion = "希望尽快发还" };

    [Fact]
    [Trait("Clause", "GC21-11 accepted")]
    [Trait("Clause", "GC21-11 refused")]
    [Trait("Clause", "JZ21-3.2.4(4) accepted")]
    [Trait("Clause", "JZ21-3.2.4(4) refused")]
    public async Task Aid_is_asked_for_reported_decided_by_another_told_and_followed_by_relief()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Refused(desk.Handler, "aid", new { hardship = "重病", document = "申请书" }, No, "aid-needs-no-property");
        await desk.Done(desk.Handler, "aid", new { hardship = "重病", noProperty = "终本裁定", document = "申请书" });
        Thread.Owed(await desk.Petition(), "answer-judicial-aid").GetProperty("state").GetString().ShouldBe("open");
        await desk.Refused(desk.Leader, "aid-decision", new { granted = "yes", amount = "30000", document = "决定" }, No, "aid-not-reported");
        await desk.Done(desk.Handler, "aid-report", new { body = "救助委员会", document = "报告 1 号" });
        await desk.Refused(desk.Handler, "aid-decision", new { granted = "yes", amount = "30000", document = "决定" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Refused(desk.Leader, "aid-decision", new { granted = "yes", amount = "三万", document = "决定" }, HttpStatusCode.BadRequest, "aid-amount-unreadable");
        await desk.Refused(desk.Leader, "aid-decision", new { granted = "yes", amount = "0", document = "决定" }, No, "aid-needs-amount");
        await desk.Refused(desk.Leader, "aid-decision", new { granted = "yes", amount = "30000.505", document = "决定" }, HttpStatusCode.BadRequest, "aid-amount-inexact");
        await desk.Refused(desk.Leader, "aid-decision", new { reason = "不困难", document = "决定" }, HttpStatusCode.BadRequest, "choice-missing");
        await desk.Refused(desk.Leader, "aid-decision", new { granted = "no", document = "决定" }, No, "aid-refusal-needs-reason");
        await desk.Refused(desk.Handler, "relief", new { kind = "civil", body = "民政局", proof = "函" }, No, "relief-after-aid");
        await desk.Done(desk.Leader, "aid-decision", new { granted = "yes", amount = "30,000.50元", document = "决定 1 号" });
        await desk.Done(desk.Handler, "aid-notice", new { method = "in-person", proof = "送达回证" });
        await desk.Done(desk.Handler, "relief", new { kind = "civil", body = "区民政局", proof = "函 3 号" });
        var petition = await desk.Petition();
        var aid = petition.GetProperty("measures").GetProperty("aids")[0];
        (aid.GetProperty("state").GetString(), aid.GetProperty("amount").GetDecimal(), Thread.Owed(petition, "answer-judicial-aid").GetProperty("state").GetString()).ShouldBe(("granted", 30000.50m, "fulfilled"));
        (await desk.Head.Open(desk.Address)).Body!.TextContent.ShouldContain("30,000.50 元");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-11 accepted")]
    public async Task Aid_that_was_asked_for_is_decided_after_the_petition_was_closed()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Done(desk.Handler, "aid", new { hardship = "重病", noProperty = "终本裁定", document = "申请书" });
        await desk.Answered(Opinion, Answer);
        await desk.Done(desk.Handler, "closing", new { by = "reply-final" });
        await desk.Done(desk.Handler, "aid-report", new { body = "救助委员会", document = "报告 1 号" });
        await desk.Done(desk.Leader, "aid-decision", new { granted = "no", reason = "不属特别困难", document = "决定 2 号" });
        var petition = await desk.Petition();
        (petition.GetProperty("stage").GetString(), Thread.Owed(petition, "answer-judicial-aid").GetProperty("state").GetString()).ShouldBe(("closed", "fulfilled"));
    }

    [Fact]
    [Trait("Clause", "GC21-10 accepted")]
    [Trait("Clause", "GC21-10 refused")]
    [Trait("Clause", "JZ21-3.2.4(5) accepted")]
    [Trait("Clause", "JZ21-3.2.4(5) refused")]
    public async Task A_conduct_decision_needs_a_statutory_act_and_the_right_leader_and_petitioning_is_none()
    {
        await using var app = await TestApp.Start(database);
        var desk = await MeasureDesk.Of(app);
        await desk.Refused(desk.Handler, "conduct", Conduct("repeating", "admonish"), No, "conduct-never-a-ground");
        await desk.Refused(desk.Handler, "conduct", Conduct("level-skipping", "detention"), No, "conduct-never-a-ground");
        await desk.Refused(desk.Handler, "conduct", Conduct(null, "admonish"), No, "conduct-needs-statutory-act");
        await desk.Refused(desk.Handler, "conduct", Conduct("insult-or-assault", "admonish", basis: " "), No, "conduct-needs-basis");
        await desk.Refused(desk.Clerk, "conduct", Conduct("insult-or-assault", "admonish"), HttpStatusCode.Forbidden, "authority.post");
        await desk.Done(desk.Handler, "conduct", Conduct("insult-or-assault", "detention"));
        await desk.Refused(desk.Leader, "conduct-decision", new { agreed = "yes" }, No, "conduct-needs-president");
        await desk.Refused(desk.Leader, "coercion-decision", new { agreed = "yes", reconsideration = "已告知" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Refused(desk.President, "coercion-decision", new { agreed = "yes" }, No, "conduct-needs-reconsideration");
        await desk.Done(desk.President, "coercion-decision", new { agreed = "no", reason = "情节轻微，训诫即可" });
        await desk.Done(desk.Handler, "conduct", Conduct("insult-or-assault", "admonish"));
        (await desk.Leader.Open(desk.Address + "/act/conduct-decision")).Body!.TextContent.ShouldContain("殴打法警");
        await desk.Done(desk.Leader, "conduct-decision", new { agreed = "yes" });
        await desk.Thread.Register("再次来访", join: true);
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(7) accepted")]
    [Trait("Clause", "JZ21-3.2.4(7) refused")]
    public async Task A_deliberation_is_owed_from_its_conditions_and_its_result_is_told_the_same_day()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("JZ21", TestApp.Jiefang, new DateOnly(2021, 1, 1));
        var desk = await MeasureDesk.Of(app);
        await desk.Refused(desk.Handler, "deliberation", new { exhausted = "约谈五次", claim = "claim-groundless", noWriteOff = "不符合" }, No, "deliberation-not-persisting");
        await desk.Refused(desk.Handler, "deliberation-report", new { body = "区委政法委", document = "请示" }, No, "deliberation-needs-conditions");
        await desk.Done(desk.Handler, "deliberation", new { exhausted = "约谈五次", claim = "claim-groundless", persists = "仍要求超额发还", noWriteOff = "不符合标准" });
        var report = Thread.Owed(await desk.Petition(), "deliberation-report");
        (report.GetProperty("state").GetString(), report.GetProperty("due").ValueKind).ShouldBe(("open", System.Text.Json.JsonValueKind.Null));
        await desk.Done(desk.Handler, "deliberation-report", new { body = "区委政法委", document = "请示 5 号" });
        await desk.Done(desk.Handler, "deliberation-holding", new { chair = "区委政法委", present = "代表、委员、信访人", result = "诉求没有道理", minutes = "评议记录" });
        var told = Thread.Owed(await desk.Petition(), "deliberation-result");
        (told.GetProperty("state").GetString(), told.GetProperty("due").GetString(), Thread.Owed(await desk.Petition(), "deliberation-report").GetProperty("state").GetString()).ShouldBe(("open", "2026-02-12", "fulfilled"));
        await desk.Refused(desk.Handler, "deliberation-notice", new { method = "in-person", proof = "笔录" }, No, "unsigned-needs-reason");
        await desk.Done(desk.Handler, "deliberation-notice", new { method = "in-person", signed = "yes", proof = "告知笔录" });
        told = Thread.Owed(await desk.Petition(), "deliberation-result");
        (told.GetProperty("state").GetString(), told.GetProperty("breached").GetBoolean()).ShouldBe(("fulfilled", false));
    }

    private static object Conduct(string? act, string measure, string basis = "民事诉讼法第一百一十四条第一款第四项") => new
    {
        petitioner = "1", act, happened = "在信访大厅殴打法警", basis, necessity = "劝阻三次无效", measure, document = "决定书 1 号",
    };
}

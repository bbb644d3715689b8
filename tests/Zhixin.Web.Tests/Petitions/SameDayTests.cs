using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Visits that go down the same day, who is in charge below, what bars superiors, and who sees what over HTTP.</summary>
public sealed class SameDayTests(WebDatabase database)
{
    private const HttpStatusCode No = HttpStatusCode.UnprocessableEntity;

    [Fact]
    [Trait("Clause", "JZ21-3.2.1 accepted")]
    [Trait("Clause", "JZ21-3.2.1 refused")]
    [Trait("Clause", "JZ21-3.2.2 accepted")]
    [Trait("Clause", "JZ21-3.2.2 refused")]
    public async Task A_visit_to_beijing_goes_down_the_same_day_and_the_president_of_the_basic_court_is_in_charge()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "m", "beijing");
        Thread.Owed(await ladder.Json(), "same-day-hand-down").GetProperty("due").GetString().ShouldBe("2026-02-12");
        (await (await ladder.Who("m-director")).Open("/?scope=unit")).Body!.TextContent.ShouldContain("当日交办责任单位");
        await ladder.Refused("h-head", "same-day-hand-down", Ladder.Down(TestApp.Jiaozuo), HttpStatusCode.Conflict, "same-day-not-in-force");
        await ladder.Done("m-director", "same-day-hand-down", Ladder.Down(TestApp.Jiefang));
        var petition = await ladder.Json("b-head");
        Thread.Owed(petition, "same-day-hand-down").GetProperty("state").GetString().ShouldBe("fulfilled");
        (Thread.Owed(petition, "first-contact").GetProperty("due").GetString(), Thread.Owed(petition, "team-and-plan").GetProperty("due").GetString()).ShouldBe(("2026-02-12", "2026-02-14"));

        await ladder.Done("b-head", "first-contact", new { method = "phone", by = "bhandler，承办人", content = "告知承办人和电话", proof = "录音 8 号" });
        Thread.Owed(await ladder.Json("b-head"), "first-contact").GetProperty("state").GetString().ShouldBe("fulfilled");
        await ladder.Refused("b-director", "charge", new { phone = "0391-1" }, No, "charge-not-leader");
        await ladder.Done("b-president", "charge", new { phone = "0391-1" });
        await ladder.Done("b-head", "team", new { role = "liaison", person = await ladder.Id("b-handler"), phone = "0391-2" });
        await ladder.Done("b-president", "plan", new { actions = "aid-judicial", content = "先行发还", responsible = "bhandler", dueOn = "2026-03-10", alone = "信访人在外地，没有亲友和基层组织可联系" });
        var report = new { reportedTo = "中院执行局综合处", document = "报告 2 号" };
        await ladder.Refused("b-head", "team-report", report, No, "report-needs-contact-leader");
        await ladder.Done("b-head", "team-report", new { report.reportedTo, report.document, supervisedBy = "王副院长" });
        Thread.Owed(await ladder.Json("b-head"), "team-and-plan").GetProperty("state").GetString().ShouldBe("fulfilled");
        (await (await ladder.Who("b-head")).Open(ladder.Address)).Body!.TextContent.ShouldContain("由中院王副院长督促");

        var own = await Ladder.Again(ladder, "m", "superior");
        await own.Refused("m-head", "same-day-hand-down", Ladder.Down(TestApp.Jiefang), No, "same-day-not-on-list");
        await own.Refused("m-president", "charge", new { phone = "0391-3" }, No, "charge-not-leader");
        await own.Done("m-director", "charge", new { phone = "0391-3" });
    }

    [Fact]
    [Trait("Clause", "SPC16-3(2) accepted")]
    [Trait("Clause", "SPC16-8(1) refused")]
    [Trait("Clause", "SPC16-14(3) refused")]
    public async Task What_bars_superiors_ends_the_hops_refuses_new_ones_and_is_put_on_record()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "h");
        await ladder.Downwards("h");
        await ladder.Done("b-head", "exclusion", new { ground = "bankruptcy", proof = "破产受理裁定", remedy = "向管理人申报债权" });
        (await ladder.Json()).GetProperty("handDowns").EnumerateArray().Select(h => h.GetProperty("ended").GetString()).ShouldBe(["barred", "barred"]);
        await ladder.Refused("m-head", "hand-down", Ladder.Down(TestApp.Jiefang), No, "hand-down-barred");
        (await (await ladder.Who("m-head")).Open(ladder.Address)).Body!.TextContent.ShouldContain("因破产中止执行，上级法院不再交办");
        await ladder.Refused("m-head", "hand-down-refusal", new { }, HttpStatusCode.BadRequest, "reason-required");
        await ladder.Done("m-head", "hand-down-refusal", new { reason = "破产程序中申报债权" });
        await ladder.Done("b-head", "exclusion-end", new { exclusion = 1, reason = "驳回破产申请" });
        await ladder.Done("m-head", "hand-down", Ladder.Down(TestApp.Jiefang));

        var filed = await Ladder.Again(ladder, "h");
        await filed.Done("h-head", "hand-down", Ladder.Down(TestApp.Jiaozuo));
        await filed.Done("m-head", "exclusion", new { ground = "filed", proof = "立案通知书", remedy = "已告知" });
        (await filed.Refused("m-head", "hand-down", Ladder.Down(TestApp.Jiefang), No, "hand-down-barred")).GetProperty("clause").GetString().ShouldBe("SPC16-14(3)");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_contact_that_comes_after_the_hop_is_shown_to_the_court_that_handles_it_together()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "b", "own-court");
        await app.Person("z-head", "郭安", "焦作市中站区人民法院", "petition-unit-head");
        var joint = await app.SignIn("z-head");
        await ladder.Done("m-head", "hand-down", Ladder.Down(TestApp.Jiefang, more: ("joint", "焦作市中站区人民法院")));
        var (status, receipt) = await (await ladder.Who("b-clerk")).PostJson(
            "/api/contacts", new { form = new { summary = "又来反映", petitioners = new[] { new { name = "佟桂兰" }, new { name = "佟大山" } } }, join = $"{ladder.Home}_{ladder.Petition}" });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        receipt.GetProperty("joined").GetBoolean().ShouldBeTrue();
        (await joint.Open($"/contacts/{ladder.Home}/{receipt.GetProperty("contact").GetGuid()}/receipt")).Body!.TextContent.ShouldContain("佟大山", Case.Sensitive, "the new person too");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await joint.Open($"/contacts/{ladder.Home}/{receipt.GetProperty("contact").GetGuid()}/receipt")).Body!.TextContent.ShouldContain("佟大山");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_court_that_handles_it_together_sees_it_and_the_court_above_takes_back_and_hands_down_again()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Ladder.Of(app, "m");
        await app.Person("z-head", "郭安", "焦作市中站区人民法院", "petition-unit-head");
        var joint = await app.SignIn("z-head");
        (await joint.Client.GetAsync(ladder.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await ladder.Done("m-head", "hand-down", Ladder.Down(TestApp.Jiefang, more: ("joint", "焦作市中站区人民法院")));
        var page = (await joint.Open(ladder.Address)).Body!.TextContent;
        page.ShouldContain("佟桂兰");
        page.ShouldContain("焦作市中站区人民法院");
        (await joint.Open("/hand-downs?show=in")).Body!.TextContent.ShouldContain("与其他法院共同办理");
        var shared = (await joint.GetJson("/api/hand-downs?show=in")).GetProperty("handDowns").EnumerateArray().ShouldHaveSingleItem();
        (shared.GetProperty("to").GetInt32(), shared.GetProperty("joint").GetBoolean()).ShouldBe((app.Court("焦作市中站区人民法院"), true));
        (await (await ladder.Who("b-head")).GetJson("/api/hand-downs?show=in")).GetProperty("handDowns").EnumerateArray().ShouldHaveSingleItem().GetProperty("joint").GetBoolean().ShouldBeFalse();
        (await (await ladder.Who("m-head")).GetJson("/api/hand-downs?show=out")).GetProperty("handDowns").GetArrayLength().ShouldBe(1, "one hop, though two courts have it");
        (await joint.Open($"/contacts/{ladder.Home}/{ladder.Contact}/receipt")).Body!.TextContent.ShouldContain("佟桂兰");
        (await History.Matter.Verify(app)).First.ShouldBeNull();

        await ladder.Done("m-director", "hop-recall", new { reason = "另行安排" });
        (await joint.GetJson("/api/hand-downs?show=in")).GetProperty("handDowns").GetArrayLength().ShouldBe(0, "what was taken back is over for both");
        (await ladder.Json()).GetProperty("responsible").GetInt32().ShouldBe(app.Court(TestApp.Jiaozuo));
        await ladder.Done("m-head", "hand-down", Ladder.Down(TestApp.Jiefang));
        (await ladder.Json()).GetProperty("handDowns").EnumerateArray().Select(h => h.GetProperty("ended").GetString()).ShouldBe(["recalled", null]);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }
}

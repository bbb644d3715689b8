using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Six months without enforcement, and the court above, over HTTP.</summary>
public sealed class NonExecutionTests(WebDatabase database)
{
    private const HttpStatusCode No = HttpStatusCode.UnprocessableEntity;
    private static readonly object Start = new { situation = "known-property", receivedOn = "2025-08-01", document = "收件凭证 1 号" };
    private static readonly object Paper = new { paper = "申请书 1 份" };

    [Fact]
    [Trait("Clause", "CPL-237 accepted")]
    [Trait("Clause", "EPI-10 accepted")]
    [Trait("Clause", "EPI-11 accepted")]
    [Trait("Clause", "EPI-12 accepted")]
    [Trait("Clause", "EPI-12 refused")]
    public async Task The_court_above_orders_enforcement_and_takes_the_case_when_nothing_follows()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Below(app);
        await ladder.Done("b-handler", "six-months", Start);
        await ladder.Done("m-head", "superior-application", Paper);
        Thread.Owed(await ladder.Json("m-head"), "answer-superior-application").GetProperty("state").GetString().ShouldBe("open");
        await ladder.Done("m-director", "superior-order", new { order = "（2026）豫08执督1号", due = "2026-03-20", method = "post", proof = "邮单 5 号" });
        await ladder.Refused("m-director", "enforcement-move", Moved(TestApp.Jiaozuo), No, "superior-order-runs");
        (await (await ladder.Who("b-handler")).Open(ladder.Address)).Body!.TextContent.ShouldContain("责令 2026-03-20 前执行");
        ladder.On("2026-03-23");
        await ladder.Refused("m-director", "enforcement-move", Moved(TestApp.Henan), No, "superior-order-not-below");
        await ladder.Done("m-director", "enforcement-move", Moved(TestApp.Jiaozuo));
        var petition = await ladder.Json("m-head");
        (petition.GetProperty("responsible").GetInt32(), petition.GetProperty("nonExecution").GetProperty("applications")[0].GetProperty("ended").GetString()).ShouldBe((app.Court(TestApp.Jiaozuo), "moved"));
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "CPL-237 refused")]
    [Trait("Clause", "EPI-10 refused")]
    [Trait("Clause", "EPI-11 refused")]
    public async Task Neither_early_nor_without_reason_date_and_remedy_nor_by_another_court()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Below(app);
        await ladder.Refused("m-head", "superior-application", Paper, No, "superior-order-needs-start");
        await ladder.Refused("b-handler", "six-months", new { situation = "slow", document = "收件凭证" }, No, "non-execution-situation-unknown");
        await ladder.Done("b-handler", "six-months", new { situation = "known-property", receivedOn = "2025-10-10", document = "收件凭证 1 号" });
        await ladder.Refused("m-head", "superior-application", Paper, No, "superior-order-early");
        await ladder.Refused("b-head", "superior-application", Paper, HttpStatusCode.Forbidden, "authority.relation");
        ladder.On("2026-04-11");
        await ladder.Done("m-head", "superior-application", Paper);
        await ladder.Refused("m-director", "superior-order", new { order = "1号", method = "post", proof = "邮单" }, No, "superior-order-needs-date");
        await ladder.Refused("m-director", "superior-order", new { order = "1号", due = "明天", method = "post", proof = "邮单" }, HttpStatusCode.BadRequest, "date-unreadable");
        await ladder.Refused("m-director", "superior-refusal", new { reason = "正在拍卖", method = "post", proof = "邮单" }, No, "superior-order-refusal-needs-remedy");
        await ladder.Done("m-director", "superior-refusal", new { reason = "正在拍卖", remedy = "认为拍卖违法的，可以提出执行异议", method = "post", proof = "邮单 6 号" });
    }

    [Fact]
    [Trait("Clause", "EPI-13 accepted")]
    [Trait("Clause", "EPI-13 refused")]
    public async Task Days_of_an_appraisal_are_left_out_and_an_idle_month_is_not()
    {
        await using var app = await TestApp.Start(database);
        var ladder = await Below(app);
        await ladder.Done("b-handler", "six-months", Start);
        var owed = Thread.Owed(await ladder.Json("b-head"), "execute-in-six-months").GetProperty("no").GetInt32();
        await ladder.Refused("b-handler", "time-exclusion", Out(owed, "hearing"), No, "exclusion-ground-not-listed");
        await ladder.Done("b-handler", "time-exclusion", Out(owed, "appraisal"));
        await ladder.Done("b-head", "time-exclusion-decision", new { request = 1, agreed = "yes", reason = "属实" });
        Thread.Owed(await ladder.Json("b-head"), "execute-in-six-months").GetProperty("due").GetString().ShouldBe("2026-03-13", "forty days later");
        await ladder.Refused("m-head", "superior-application", Paper, No, "superior-order-early");
        await ladder.Done("b-handler", "execution-conclusion", new { how = "案款全部发还", document = "结案通知书 2 号" });
        await ladder.Refused("m-head", "superior-application", Paper, No, "superior-order-clock-over");
    }

    private static object Out(int obligation, string ground) =>
        new { obligation, from = "2025-09-01", to = "2025-10-10", ground, document = "评估委托书", reason = "评估塔吊" };

    private static object Moved(string court) => new { court, ruling = "（2026）豫08执他3号裁定", reason = "期满没有采取措施", method = "post", proof = "邮单 7 号" };

    /// <summary>A matter that came from the intermediate court to the basic one, with a handler.</summary>
    private static async Task<Ladder> Below(TestApp app)
    {
        var ladder = await Ladder.Of(app, "m", "superior");
        await ladder.Downwards("m");
        await ladder.Done("b-head", "assignment", new { handler = await ladder.Id("b-handler") });
        await ladder.Done("b-handler", "acknowledgement", new { });
        return ladder;
    }
}

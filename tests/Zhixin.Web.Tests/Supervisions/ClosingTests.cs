using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>The ends of a supervision over HTTP, the consent of another, the report up, and what the petitioner is told.</summary>
public sealed class ClosingTests(WebDatabase database)
{
    [Theory]
    [Trait("Clause", "HNI-15(1) accepted")]
    [Trait("Clause", "HNI-15(1) refused")]
    [Trait("Clause", "HNI-15(3) accepted")]
    [Trait("Clause", "HNI-15(3) refused")]
    [Trait("Clause", "HNI-15(4) accepted")]
    [Trait("Clause", "HNI-15(4) refused")]
    [Trait("Clause", "HNI-15(5) accepted")]
    [Trait("Clause", "HNI-15(5) refused")]
    [Trait("Clause", "HNI-15(6) accepted")]
    [Trait("Clause", "HNI-15(6) refused")]
    [Trait("Clause", "HNI-15(7) accepted")]
    [Trait("Clause", "HNI-15(7) refused")]
    [InlineData("1", "1")]
    [InlineData("2", "3")]
    [InlineData("3", "4")]
    [InlineData("4", "5")]
    [InlineData("5", "6")]
    [InlineData("6", "7")]
    public async Task It_closes_by_the_condition_of_its_ground_with_the_accepted_report_and_consent(string ground, string condition)
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app, ground: ground);
        await matter.Does("basic-handler", "report", Supervised.Report);
        await matter.Refuses("high-head", "closing", Materials(condition), $"HNI-15({condition})", "close-needs-report");
        await matter.Does("high-head", "report-acceptance", new { letter = "1", opinion = "处理妥当" });
        await matter.Refuses("high-head", "closing", new Dictionary<string, string> { ["condition"] = condition }, $"HNI-15({condition})", "close-needs-material");
        await matter.Refuses("high-head", "closing", Materials(condition == "1" ? "3" : "1"), "HNI-15(1)", "close-condition-not-of-ground");
        (await (await matter.As("high-head")).Open(matter.Address + "/act/closing")).QuerySelectorAll("input[name=condition]").Length.ShouldBe(3);
        await matter.Does("high-head", "closing", Materials(condition));
        await matter.Does("high-director", "closing-consent", new { agreed = "yes" });
        (await matter.Now("basic-head")).GetProperty("end").GetProperty("condition").GetString().ShouldBe(condition);
        (await matter.Now()).GetProperty("obligations").EnumerateArray().Any(o => o.GetProperty("isOpen").GetBoolean()).ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNI-15(8) accepted")]
    [Trait("Clause", "HNI-15(8) refused")]
    public async Task What_waits_stands_on_the_approvals_page_and_whoever_asked_does_not_consent()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await app.Person("high-both", "邢二", Supervised.High, "petition-unit-head", "bureau-director");
        await matter.Refuses("high-both", "closing", new Dictionary<string, string> { ["condition"] = "8" }, "HNI-15(8)", "close-needs-material");
        await matter.Does("high-both", "closing", Materials("8"));
        await matter.Refuses("high-both", "closing-consent", new { agreed = "yes" }, null!, "decides-own-request");
        (await (await matter.As("high-both")).Open("/approvals")).Body!.TextContent.ShouldNotContain("督办办结");
        var page = await (await matter.As("high-director")).Open("/approvals");
        page.Body!.TextContent.ShouldContain("督办办结");
        page.QuerySelector($"a[href='{matter.Address}/act/closing-consent']").ShouldNotBeNull();
        (await (await matter.As("high-director")).Open(matter.Address + "/act/closing-consent")).Body!.TextContent.ShouldContain("其他应当报结");
        await matter.Refuses("high-director", "closing-consent", new { agreed = "no" }, "HNI-15(1)", "close-refusal-needs-reason");
        await matter.Does("high-director", "closing-consent", new { agreed = "no", reason = "款项未到账" });
        (await (await matter.As("high-director")).Open("/approvals")).Body!.TextContent.ShouldNotContain("督办办结");
        await matter.Does("high-both", "closing", Materials("8"));
        await matter.Does("high-director", "closing-consent", new { agreed = "yes" });
        (await (await matter.As("high-head")).GetJson(matter.Address.Insert(0, "/api"))).GetProperty("stage").GetString().ShouldBe("closed");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "HNP-15 accepted")]
    [Trait("Clause", "HNP-15 refused")]
    [Trait("Clause", "SPC16-3(3) accepted")]
    [Trait("Clause", "SPC16-3(3) refused")]
    public async Task What_is_unlawful_goes_another_round_and_what_is_settled_the_court_below_closes()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await matter.Does("basic-handler", "report", Supervised.Report);
        await matter.Refuses("high-head", "round", new { reason = "未处理" }, "HNP-15", "round-needs-finding");
        await matter.Does("high-head", "report-unlawful", new { letter = "1", reason = "没有处理" });
        await matter.Does("high-head", "round", new { reason = "再次督办" });
        (await matter.Now()).GetProperty("rounds").GetInt32().ShouldBe(2);
        await matter.Does("high-head", "letter", Supervised.LetterTo("2026-04-10"));
        await matter.Does("basic-head", "handler", new { letter = "2", handler = matter.Ids["basic-handler"].ToString() });
        await matter.Does("basic-handler", "report", new { letter = "2", progress = "已查控", result = "已扣划", document = "报告" });
        await matter.Refuses("high-head", "settlement-finding", new { finding = "合法，已解决" }, "HNP-15", "settled-needs-report");
        await matter.Does("high-head", "report-acceptance", new { letter = "2", opinion = "妥当" });
        await matter.Refuses("basic-director", "closing-after-review", new { evidence = "执行完毕" }, "HNP-15", "close-before-review");
        await matter.Does("high-head", "settlement-finding", new { finding = "合法，已解决" });
        await matter.Does("basic-director", "closing-after-review", new { evidence = "执行完毕" });
        await matter.Refuses("high-head", "telling", new { content = "", method = "phone", proof = "录音" }, "SPC16-3(3)", "told-needs-content");
        await matter.Does("high-head", "telling", new { content = "已督办执行完毕", method = "phone", proof = "录音" });
        (await (await matter.As("basic-head")).Open(matter.Address)).Body!.TextContent.ShouldContain("已督办执行完毕");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "HNP-15 refused")]
    public async Task A_lead_below_a_high_court_closes_by_condition_and_consent_alone()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app, "mid-head");
        await matter.Does("mid-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        await matter.Does("mid-head", "letter", Supervised.LetterTo("2026-03-20"));
        await matter.Does("basic-head", "handler", new { letter = "1", handler = matter.Ids["basic-handler"].ToString() });
        await matter.Does("basic-handler", "report", Supervised.Report);
        await matter.Does("mid-head", "report-acceptance", new { letter = "1", opinion = "妥当" });
        await matter.Refuses("mid-head", "settlement-finding", new { finding = "合法，已解决" }, "HNI-15(1)", "settled-only-high");
        await matter.Refuses("basic-director", "closing-after-review", new { evidence = "执行完毕" }, "HNP-15", "close-before-review");
        await matter.Does("mid-head", "closing", Materials("1"));
    }

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    [Trait("Clause", "HNP-14 refused")]
    public async Task A_report_goes_up_through_handler_director_and_president_under_a_number()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await matter.Does("high-head", "reviewer", new { reviewer = matter.Ids["high-review1"].ToString() });
        await matter.Does("high-head", "instruction", new { from = "省委政法委", document = "批示件", awaits = "yes", receivedOn = "2026-03-02", dueOn = "2026-04-10" });
        var draft = new { instruction = "1", body = "省委政法委", content = "已执行完毕" };
        await matter.Refuses("high-review1", "report-up-draft", draft, "HNP-14", "report-up-before-acceptance");
        await matter.Does("basic-handler", "report", Supervised.Report);
        await matter.Does("high-head", "report-acceptance", new { letter = "1", opinion = "妥当" });
        await matter.Refuses("high-head", "closing", Materials("1"), "HNP-14", "close-report-up-owed");
        await matter.Does("high-review1", "report-up-draft", draft);
        (await (await matter.As("high-director")).Open("/approvals")).Body!.TextContent.ShouldContain("专报");
        await matter.Refuses("high-president", "report-up-approval", new { instruction = "1", agreed = "yes", opinion = "同意" }, "HNP-14", "report-up-not-reviewed");
        await matter.Does("high-director", "report-up-review", new { instruction = "1", agreed = "no", opinion = "补充数额" });
        await matter.Does("high-review1", "report-up-draft", draft);
        await matter.Does("high-director", "report-up-review", new { instruction = "1", agreed = "yes", opinion = "同意" });
        await matter.Does("high-president", "report-up-approval", new { instruction = "1", agreed = "yes", opinion = "同意" });
        await matter.Does("high-review1", "report-up", new { instruction = "1" });
        (await matter.Owed("report-up-by-date")).ShouldHaveSingleItem().GetProperty("isOpen").GetBoolean().ShouldBeFalse();
        (await (await matter.As("high-head")).Open(matter.Address)).Body!.TextContent.ShouldContain("（2026）琼督专1号");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_mistake_is_voided_before_anything_went_down_and_the_lead_itself_is_merged_into_nothing()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await matter.Refuses("high-head", "merging", new { reason = "重复" }, null!, "supervision-merge-none");
        await matter.Refuses("high-head", "voiding", new { reason = "" }, "GC21-16", "supervision-void-needs-reason");
        (await matter.Tries("mid-head", "voiding", new { reason = "错登" })).Status.ShouldNotBe(HttpStatusCode.OK);
        await matter.Does("high-head", "voiding", new { reason = "错登" });
        (await matter.Now()).GetProperty("stage").GetString().ShouldBe("voided");
    }

    /// <summary>A condition with every material that any of them asks for.</summary>
    private static Dictionary<string, string> Materials(string condition) => new()
    {
        ["condition"] = condition, [$"material.{condition}-evidence"] = "卷宗第 3 页", [$"material.{condition}-report"] = "报告一份", [$"material.{condition}-reason"] = "另案处理",
    };
}

using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Over HTTP: ways down by the clock of their own, what needs an instruction, a hearing as it was held, and days of reconsideration that compliance leaves.</summary>
public sealed class AmendedTests(WebDatabase database)
{
    private static readonly object Asking = new { opinion = "1", error = "财产属于案外人", document = "复议申请书" };

    [Fact]
    [Trait("Clause", "HNP-8 accepted")]
    [Trait("Clause", "HNP-19 accepted")]
    public async Task A_direct_transfer_is_over_in_time_and_the_court_below_still_names_a_person()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await matter.Does("high-head", "review", new { qualifies = "yes", mode = "direct-transfer", situation = "1-level-skipping", opinion = "越级信访" });
        (await matter.Owed("supervision-letter")).ShouldBeEmpty("no ground, no letter");
        (await matter.Owed("dispatch-direct")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-03-09");
        await matter.Does("high-head", "direct-transfer", new { court = Supervised.Basic, demands = "依法处理", materials = "投诉材料" });
        (await matter.Owed("dispatch-direct")).ShouldHaveSingleItem().GetProperty("isOpen").GetBoolean().ShouldBeFalse();
        (await matter.Owed("name-person-direct", "basic-head")).ShouldHaveSingleItem().GetProperty("isOpen").GetBoolean().ShouldBeTrue();
        (await (await matter.As("basic-head")).Open(matter.Address)).Body!.TextContent.ShouldContain("指定承办人");
        await matter.Does("basic-head", "handler", new { letter = "1", handler = matter.Ids["basic-handler"].ToString() });
        (await matter.Owed("name-person-direct", "basic-handler")).ShouldHaveSingleItem().GetProperty("isOpen").GetBoolean().ShouldBeFalse();
        (await matter.Tries("basic-handler", "report", Supervised.Report)).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Clause", "HNP-9 accepted")]
    [Trait("Clause", "HNP-9 refused")]
    public async Task A_transfer_with_result_needs_an_instruction_and_counts_from_it()
    {
        await using var app = await TestApp.Start(database, "2026-03-04");
        var matter = await Supervised.Opened(app);
        var review = new { qualifies = "yes", ground = "1", mode = "transfer-with-result", situation = "2-body", opinion = "转办要结果" };
        await matter.Refuses("high-head", "review", review, "HNP-9", "mode-needs-instruction");
        await matter.Refuses("high-head", "instruction", new { from = "省委政法委", document = "批示件", receivedOn = "2026-03-05" }, null!, "date-in-future");
        await matter.Refuses("high-head", "instruction", new { from = "省委政法委", document = "批示件", receivedOn = "三月二日" }, null!, "date-unreadable");
        await matter.Does("high-head", "instruction", new { from = "省委政法委", document = "批示件", receivedOn = "2026-03-02" });
        await matter.Does("high-head", "review", review);
        (await matter.Owed("dispatch-with-result")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-03-11");
        await matter.Does("high-head", "transfer", Supervised.LetterTo("2026-04-10"));
        (await matter.Owed("dispatch-with-result")).ShouldHaveSingleItem().GetProperty("isOpen").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNI-7 accepted")]
    [Trait("Clause", "HNI-7 refused")]
    public async Task A_hearing_counts_from_the_day_on_which_it_was_held_and_no_plain_report_takes_its_place()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app, "2026-03-31");
        matter.On("2026-03-18");
        static object Held(string on, string? findings = null) => new { letter = "1", heldOn = on, present = "applicant", serviceProof = "送达回证", told = "查控情况", minutes = "笔录", findings, document = findings is null ? null : "书面答复" };
        await matter.Refuses("basic-handler", "hearing", Held("2026-03-01", "网络查控无财产"), null!, "hearing-before-letter");
        await matter.Refuses("basic-handler", "hearing", Held("十六日", "网络查控无财产"), null!, "date-unreadable");
        await matter.Does("basic-handler", "hearing", Held("2026-03-16", "网络查控无财产"));
        (await matter.Owed("report-after-hearing")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-03-26");
        await matter.Refuses("basic-handler", "report", Supervised.Report, "HNI-7", "report-needs-hearing");
        await matter.Does("basic-handler", "report", new { letter = "1", progress = "已查控", result = "已扣划", document = "报告", propertyFound = "应收款" });
        (await matter.Owed("report-after-hearing")).ShouldHaveSingleItem().GetProperty("isOpen").GetBoolean().ShouldBeFalse();
        await matter.Does("high-head", "report-acceptance", new { letter = "1", opinion = "妥当" });
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    [Trait("Clause", "HNI-11 refused")]
    [Trait("Clause", "HNP-15 refused")]
    public async Task Who_complied_may_ask_within_the_days_and_the_report_waits_for_the_panel_which_may_be_replaced()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await matter.Does("basic-handler", "report", Supervised.Report);
        await matter.Does("high-head", "report-improper", new { letter = "1", reason = "没有处分财产" });
        await matter.Does("high-director", "opinion", new { letter = "1", content = "依法处分已查封的财产", reasons = "财产可以处分", due = "2026-03-31" });
        matter.On("2026-03-04");
        await matter.Does("basic-handler", "compliance", new { opinion = "1", content = "已经拍卖", document = "拍卖裁定" });
        matter.On("2026-03-06");
        await matter.Does("basic-director", "reconsideration", Asking);
        await matter.Refuses("high-head", "report-acceptance", new { letter = "1", opinion = "已纠正" }, "HNI-11", "report-before-reconsideration");
        await matter.Does("high-director", "reconsideration-panel", new { opinion = "1", members = Members(1, 2, 3) });
        await matter.Refuses("high-director", "reconsideration-panel", new { opinion = "1", members = Members(3, 4, 5) }, "HNI-11", "reconsideration-panel-needs-reason");
        await matter.Does("high-director", "reconsideration-panel", new { opinion = "1", members = Members(3, 4, 5), reason = "成员离任" });
        await matter.Refuses("high-review1", "reconsideration-decision", new { opinion = "1", outcome = "uphold", content = "维持" }, "HNI-11", "reconsideration-not-member");
        await matter.Does("high-review4", "reconsideration-decision", new { opinion = "1", outcome = "uphold", content = "维持" });
        await matter.Does("high-head", "report-acceptance", new { letter = "1", opinion = "已纠正" });

        string Members(params int[] numbers) => string.Join(',', numbers.Select(n => matter.Ids[$"high-review{n}"]));
    }
}

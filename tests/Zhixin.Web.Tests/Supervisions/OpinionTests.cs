using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Reports judged, opinions and their reconsideration, over HTTP by each court; each with its paper.</summary>
public sealed class OpinionTests(WebDatabase database)
{
    private static readonly object Given = new { letter = "1", content = "依法处分已查封的财产", reasons = "财产可以处分", due = "2026-03-31" };
    private static readonly object Asking = new { opinion = "1", error = "财产属于案外人", document = "复议申请书" };

    [Fact]
    [Trait("Clause", "HNI-10 accepted")]
    [Trait("Clause", "HNP-11 accepted")]
    [Trait("Clause", "HNP-20 accepted")]
    [Trait("Clause", "HNP-15 accepted")]
    public async Task An_improper_report_gets_an_opinion_that_is_followed_and_judged()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Improper(app);
        var given = await matter.Does("high-director", "opinion", Given);
        given.GetProperty("paperNumber").GetString().ShouldBe("（2026）琼督意1号");
        var follow = (await matter.Owed("follow-opinion", "basic-head")).ShouldHaveSingleItem();
        (follow.GetProperty("due").GetString(), follow.GetProperty("isOpen").GetBoolean()).ShouldBe(("2026-03-31", true));
        matter.On("2026-03-31");
        await matter.Does("basic-handler", "compliance", new { opinion = "1", content = "已经拍卖", document = "拍卖裁定" });
        (await matter.Now()).GetProperty("stage").GetString().ShouldBe("reported");
        await matter.Does("high-head", "report-acceptance", new { letter = "1", opinion = "已纠正" });
        (await matter.Now()).GetProperty("letters")[0].GetProperty("ended").GetString().ShouldBe("accepted");
    }

    [Fact]
    [Trait("Clause", "HNI-10 refused")]
    [Trait("Clause", "HNP-11 refused")]
    [Trait("Clause", "HNP-15 refused")]
    public async Task Who_has_no_improper_report_gives_no_opinion_and_the_lower_court_judges_nothing()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await matter.Refuses("high-director", "opinion", Given, "HNI-10", "opinion-nothing-improper");
        await matter.Does("basic-handler", "report", Supervised.Report);
        await matter.Refuses("high-head", "report-unlawful", new { letter = "1", reason = " " }, "HNP-15", "report-finding-needs-reason");
        await matter.Refuses("high-head", "report-improper", new { letter = "1", reason = "" }, "HNI-10", "report-finding-needs-reason");
        (await matter.Tries("basic-head", "report-acceptance", new { letter = "1", opinion = "好" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        await matter.Does("high-head", "report-improper", new { letter = "1", reason = "没有处分财产" });
        await matter.Refuses("high-director", "opinion", new { letter = "1", content = "处分", reasons = "可以", due = "" }, "HNI-10", "opinion-needs-date");
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    [Trait("Clause", "HNP-20 accepted")]
    public async Task On_the_last_day_another_panel_is_asked_which_upholds_by_letter()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Improper(app);
        await matter.Does("high-director", "opinion", Given);
        matter.On("2026-03-09");
        await matter.Does("basic-director", "reconsideration", Asking);
        await matter.Does("high-director", "reconsideration-panel", new { opinion = "1", members = Members(matter, 1, 2, 3) });
        await matter.Does("high-review2", "suspension", new { opinion = "1", reason = "可能损害案外人" });
        (await matter.Owed("follow-opinion")).ShouldHaveSingleItem().GetProperty("due").ValueKind.ShouldBe(JsonValueKind.Null);
        var decided = await matter.Does("high-review2", "reconsideration-decision", new { opinion = "1", outcome = "uphold", content = "财产登记在被执行人名下", due = "2026-04-15" });
        decided.GetProperty("paperNumber").GetString().ShouldBe("（2026）琼督复1号");
        (await matter.Owed("follow-opinion")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-04-15");
        (await matter.Now("basic-head")).GetProperty("opinions")[0].GetProperty("outcome").GetString().ShouldBe("uphold");
        var paper = await (await matter.As("basic-head")).GetJson($"/api{matter.Address}/papers/{decided.GetProperty("paper").GetInt32()}");
        string.Join('\n', paper.GetProperty("lines").EnumerateArray().Select(l => l.GetString())).ShouldContain("请于2026年4月15日前");
    }

    [Fact]
    [Trait("Clause", "HNI-11 refused")]
    [Trait("Clause", "HNP-20 refused")]
    public async Task The_day_after_it_is_too_late_and_only_fresh_members_decide()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var late = await Improper(app);
        await late.Does("high-director", "opinion", Given);
        late.On("2026-03-10");
        var (_, refused) = await late.Tries("basic-director", "reconsideration", Asking);
        refused.GetProperty("key").GetString().ShouldBe("reconsideration-too-late");
        refused.GetProperty("clause").GetString().ShouldBeOneOf("HNI-11", "HNP-20");

        late.On("2026-03-09");
        await late.Does("basic-director", "reconsideration", Asking);
        await late.Refuses("high-director", "reconsideration-panel", new { opinion = "1", members = $"{late.Ids["high-director"]},{Members(late, 1, 2)}" }, "HNI-11", "reconsideration-panel-not-fresh");
        await late.Does("high-director", "reconsideration-panel", new { opinion = "1", members = Members(late, 1, 2, 3) });
        await late.Refuses("high-review5", "reconsideration-decision", new { opinion = "1", outcome = "uphold", content = "维持" }, "HNI-11", "reconsideration-not-member");
        (await late.Tries("high-director", "reconsideration-decision", new { opinion = "1", outcome = "uphold", content = "维持" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Trait("Clause", "HNI-8 accepted")]
    public async Task Supervision_and_its_opinions_pause_no_clock_and_each_superiors_letter_stands_beside_the_others()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Improper(app);
        await matter.Does("high-director", "opinion", Given);
        var before = await Clocks(matter);
        await matter.Does("mid-head", "child-letter", new { court = Supervised.Basic, demands = "同时抄报本院", materials = "材料" });
        (await Clocks(matter)).ShouldBe(before, "a second superior adds no clock and moves none");
        (await matter.Owed("follow-opinion")).ShouldHaveSingleItem("two instruments, one clock");
        (await matter.Now()).GetProperty("letters").EnumerateArray().Select(l => l.GetProperty("number").GetString()).ShouldBe(["（2026）琼督函1号", "（2026）琼01督函〔琼〕1号"]);
    }

    [Fact]
    [Trait("Clause", "HNI-8 refused")]
    public async Task A_second_superior_sets_no_date_of_its_own()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await matter.Refuses("mid-head", "child-letter", new { court = Supervised.Basic, demands = "抄报", materials = "材料", due = "2026-03-10" }, "HNI-2", "child-letter-has-no-date");
        (await matter.Owed("report")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-03-20");
    }

    private static async Task<IReadOnlyList<string>> Clocks(Supervised matter) =>
        [.. (await matter.Now()).GetProperty("obligations").EnumerateArray().Select(o => $"{o.GetProperty("no")} {o.GetProperty("kind")} {o.GetProperty("due")} {o.GetProperty("isOpen")}")];

    private static string Members(Supervised matter, params int[] numbers) => string.Join(',', numbers.Select(n => matter.Ids[$"high-review{n}"]));

    private static async Task<Supervised> Improper(TestApp app)
    {
        var matter = await Supervised.Lettered(app);
        await matter.Does("basic-handler", "report", Supervised.Report);
        await matter.Does("high-head", "report-improper", new { letter = "1", reason = "没有处分财产" });
        return matter;
    }
}

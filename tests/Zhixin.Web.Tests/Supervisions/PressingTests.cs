using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Pressing over HTTP: urging, urging letter, unfollowed opinion, bulletin, accountability, admonition. The letter is due on 2026-03-20.</summary>
public sealed class PressingTests(WebDatabase database)
{
    private const string Clean = "verify finds nothing";

    private static readonly object Urge = new { letter = "1", means = "phone", content = "请尽快报告" };
    private static readonly object Press = new { letter = "1", content = "立即报告", due = "2026-04-15" };

    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    [Trait("Clause", "HNI-9 refused")]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "HNP-16 refused")]
    public async Task A_report_is_urged_from_the_day_after_its_date()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        matter.On("2026-03-20");
        await matter.Refuses("high-head", "urging", Urge, "HNI-9", "urge-not-overdue");
        (await (await matter.As("high-head")).Open(matter.Address)).QuerySelectorAll($"a[href^='{matter.Address}/act/urging']").ShouldBeEmpty("no button before");
        matter.On("2026-03-21");
        (await (await matter.As("high-head")).Open(matter.Address)).QuerySelectorAll($"a[href='{matter.Address}/act/urging']").Length.ShouldBe(1);
        await matter.Refuses("high-head", "urging", new { letter = "1", means = "bulletin", content = "通报" }, "HNP-16", "urge-means-bulletin");
        await matter.Does("high-head", "urging", Urge);
        (await matter.Tries("basic-head", "urging", Urge)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await matter.As("basic-handler")).Open(matter.Address)).Body!.TextContent.ShouldContain("催报");
        await (await matter.As("high-head")).Open(matter.Address + "/act/urging");
    }

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    [Trait("Clause", "HNP-23 refused")]
    public async Task The_urging_letter_goes_on_the_tenth_day_under_its_number_and_is_answered()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        matter.On("2026-03-29");
        await matter.Refuses("high-head", "urging-letter", Press, "HNP-23", "urging-before-overrun");
        await matter.Refuses("high-director", "enforcement-order", Press, "HNP-23", "urging-before-overrun");
        matter.On("2026-03-30");
        (await matter.Tries("mid-head", "urging-letter", Press)).Status.ShouldNotBe(HttpStatusCode.OK);
        await matter.Does("high-head", "urging-letter", Press);
        (await matter.Now()).GetProperty("letters")[0].GetProperty("urgings")[0].GetProperty("number").GetString().ShouldBe("（2026）琼督催1号");
        (await (await matter.As("basic-handler")).Open($"{matter.Address}/papers/{await Papers(matter)}")).Body!.TextContent.ShouldContain("书面报告督办结果");
        (await matter.Owed("explain-delay", "basic-head")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-04-15");
        await matter.Refuses("basic-handler", "delay-explanation", new { letter = "1", explanation = "", document = "说明" }, "HNP-23", "explain-needs-content");
        await matter.Does("basic-handler", "delay-explanation", new { letter = "1", explanation = "查找下落", document = "说明" });
        matter.On("2026-04-16");
        await matter.Does("high-director", "enforcement-order", new { letter = "1", content = "限期扣划", due = "2026-04-30" });
        await matter.Refuses("high-director", "bulletin", new { number = "琼执通1号", content = "通报" }, "HNP-23", "bulletin-before-urging");
        matter.On("2026-05-01");
        await matter.Does("high-director", "bulletin", new { number = "琼执通1号", content = "逾期不报" });
        (await (await matter.As("basic-handler")).Open(matter.Address)).Body!.TextContent.ShouldContain("逾期不报　已逾期的时限：书面报告督办结果", Case.Sensitive, "by name, as the page calls it");
        (await History.Matter.Verify(app)).First.ShouldBeNull(Clean);
    }

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    public async Task Where_nobody_acts_the_job_records_the_day_once_and_as_it_was()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        matter.On("2026-03-29");
        (await app.Office.Overruns.Run(default)).ShouldBe(0);
        matter.On("2026-04-07");
        (await app.Office.Overruns.Run(default)).ShouldBe(1);
        (await app.Office.Overruns.Run(default)).ShouldBe(0);
        (await app.Office.Db.Maintenance<DateOnly>("select occurred_on from event where type = 'supervision.report-overrun'", [])).ShouldBe([new DateOnly(2026, 3, 30)]);
        (await matter.Now()).GetProperty("letters")[0].GetProperty("overrunOn").GetString().ShouldBe("2026-03-30");
        (await History.Matter.Verify(app)).First.ShouldBeNull(Clean);
    }

    [Fact]
    [Trait("Clause", "HNI-12 accepted")]
    [Trait("Clause", "HNI-12 refused")]
    [Trait("Clause", "HNI-13 accepted")]
    [Trait("Clause", "HNI-13 refused")]
    public async Task An_opinion_that_is_not_followed_owes_bulletin_and_accountability_which_closing_does_not_end()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await Opinion(matter);
        matter.On("2026-04-01");
        var (bulletin, account) = (new { number = "琼执通1号", content = "未落实意见" }, new { whom = "承办人", why = "拒不落实", statement = "已陈述", document = "启动决定" });
        await matter.Refuses("high-head", "not-followed", new { opinion = "1", finding = "未落实" }, "HNI-12", "not-followed-needs-urging");
        await matter.Refuses("high-director", "accountability", account, "HNI-12", "accountability-before-not-followed");
        await matter.Does("high-head", "urging", new { letter = "1", opinion = "1", content = "请落实意见" });
        await matter.Does("high-head", "not-followed", new { opinion = "1", finding = "催办后仍未落实" });
        await matter.Does("high-head", "closing", new Dictionary<string, string> { ["condition"] = "8", ["material.8-reason"] = "另案处理" });
        await matter.Does("high-director", "closing-consent", new { agreed = "yes" });
        (await matter.Now()).GetProperty("obligations").EnumerateArray().Where(o => o.GetProperty("isOpen").GetBoolean()).Select(o => o.GetProperty("kind").GetString())
            .ShouldBe(["bulletin-not-followed", "accountability-not-followed"], ignoreOrder: true);
        (await (await matter.As("high-director")).Open(matter.Address)).QuerySelectorAll($"a[href='{matter.Address}/act/bulletin']").Length.ShouldBe(1, "after the end too");
        await matter.Refuses("high-director", "accountability", account with { statement = "" }, "HNI-12", "accountability-needs-statement");
        await matter.Does("high-director", "accountability", account);
        await matter.Does("high-director", "bulletin", bulletin);
        (await matter.Tries("high-director", "bulletin", bulletin)).Status.ShouldNotBe(HttpStatusCode.OK);
        (await History.Matter.Verify(app)).First.ShouldBeNull(Clean);
    }

    [Fact]
    [Trait("Clause", "SPC16-5(4) accepted")]
    [Trait("Clause", "SPC16-5(4) refused")]
    public async Task Leaders_below_are_admonished_and_report_how_they_put_it_right()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await Opinion(matter);
        var admonition = new { court = Supervised.Basic, met = "分管副院长王正", why = "不落实意见", demands = "限期扣划", due = "2026-04-20" };
        matter.On("2026-03-31");
        await matter.Refuses("high-director", "admonition", admonition, "SPC16-5(4)", "admonish-no-ground");
        matter.On("2026-04-01");
        await matter.Refuses("high-director", "admonition", admonition with { demands = "" }, "SPC16-5(4)", "admonish-needs-demands");
        (await (await matter.As("high-director")).Open(matter.Address + "/act/admonition")).Body!.TextContent.ShouldContain("已逾期 1 日");
        await matter.Does("high-director", "admonition", admonition);
        (await matter.Now()).GetProperty("admonitions")[0].GetProperty("facts").GetProperty("record").GetString().ShouldBe("（2026）琼督谈1号");
        await matter.Does("basic-handler", "rectification", new { admonition = "1", content = "已扣划", document = "报告" });
        (await matter.Owed("rectification", "basic-head")).ShouldAllBe(o => !o.GetProperty("isOpen").GetBoolean());
    }

    [Fact]
    public async Task Of_several_who_decide_at_once_as_a_moment_of_the_law_passes_one_is_heard()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        matter.On("2026-03-29");
        var version = (await matter.Now()).GetProperty("version").GetInt32();
        matter.On("2026-03-30");
        var director = await matter.As("high-director");
        var fields = new { ruling = "（2026）琼执提1号", reason = "逾期不报" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => director.PostJson($"/api{matter.Address}/elevation", new { fields, version }, $"decision-{n}")));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1, string.Join('\n', answers.Select(a => a.Body)));
        answers.Where(a => a.Status != HttpStatusCode.OK).ShouldAllBe(a => a.Body.GetProperty("key").GetString() == "conflict");
        (await matter.Now()).GetProperty("enforcing").GetInt32().ShouldBe(app.Court(Supervised.High));
        (await History.Matter.Verify(app)).First.ShouldBeNull(Clean);
    }

    [Fact]
    public async Task A_deciding_act_needs_its_version_also_under_a_key_and_a_resend_gets_its_answer()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        var head = await matter.As("high-head");
        var fields = new { qualifies = "yes", ground = "1", opinion = "超期未执结" };
        var version = (await matter.Now()).GetProperty("version").GetInt32();
        var body = new { fields, version };

        (await head.PostJson($"/api{matter.Address}/review", new { fields }, "k-1")).Body.GetProperty("key").GetString().ShouldBe("version-required");
        var first = await head.PostJson($"/api{matter.Address}/review", body, "k-2");
        var again = await head.PostJson($"/api{matter.Address}/review", body, "k-2");

        (first.Status, again.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK), first.Body.ToString());
        again.Body.GetProperty("version").GetInt32().ShouldBe(first.Body.GetProperty("version").GetInt32());
    }

    /// <summary>An improper report, and an opinion to be followed until 2026-03-31.</summary>
    internal static async Task Opinion(Supervised matter)
    {
        matter.On("2026-03-10");
        await matter.Does("basic-handler", "report", Supervised.Report);
        await matter.Does("high-head", "report-improper", new { letter = "1", reason = "没有扣划" });
        await matter.Does("high-head", "opinion", new { letter = "1", content = "依法扣划", reasons = "有财产可供执行", due = "2026-03-31" });
    }

    private static async Task<int> Papers(Supervised matter) => (await matter.App.Office.Db.Maintenance<int>("select max(no)::int from paper", [])).Single();
}

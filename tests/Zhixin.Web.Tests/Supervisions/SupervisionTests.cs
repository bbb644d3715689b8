using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>From the material to the report, over HTTP, by each court.</summary>
public sealed class SupervisionTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "HNI-1 accepted")]
    [Trait("Clause", "HNI-2 accepted")]
    [Trait("Clause", "HNI-3(1) accepted")]
    [Trait("Clause", "HNI-4 accepted")]
    [Trait("Clause", "HNI-6 accepted")]
    [Trait("Clause", "HNP-7(1) accepted")]
    [Trait("Clause", "HNP-19 accepted")]
    [Trait("Clause", "HNP-21 accepted")]
    public async Task A_letter_goes_down_and_its_report_comes_back_within_the_date()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        (await matter.Owed("report")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-03-20");
        await matter.Does("basic-handler", "acknowledgement", new { letter = "1" });
        matter.On("2026-03-20");
        await matter.Does("basic-handler", "report", Supervised.Report);
        (await matter.Now("basic-head")).GetProperty("stage").GetString().ShouldBe("reported");
        (await matter.Owed("report")).ShouldHaveSingleItem().GetProperty("isOpen").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNI-2 refused")]
    [Trait("Clause", "HNI-4 refused")]
    [Trait("Clause", "HNI-17 refused")]
    public async Task Whoever_is_not_above_opens_nothing_one_superior_leads_and_other_cases_are_none()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await Open("mid-head", Supervised.Case, "HNI-2", "supervision-runs");
        await Open("high-head", "（2025）豫0802执1号", "HNI-2", "supervision-not-below", orForbidden: true);
        await Open("high-head", "（2025）琼0108民初1号", "HNI-17", "supervision-not-bureau");
        await matter.Refuses("high-head", "letter", Supervised.LetterTo("2026-03-20"), "HNI-4", "supervision-not-reviewed");

        async Task Open(string user, string number, string clause, string key, bool orForbidden = false)
        {
            var (status, body) = await (await matter.As(user)).PostJson("/api/supervisions", new { fields = new { caseNumber = number, source = "9", complaint = "长期不执行" } });
            if (orForbidden && status == HttpStatusCode.Forbidden)
            {
                return;
            }

            (body.GetProperty("clause").GetString(), body.GetProperty("key").GetString()).ShouldBe((clause, key));
        }
    }

    [Fact]
    [Trait("Clause", "HNI-6 refused")]
    [Trait("Clause", "HNP-19 refused")]
    [Trait("Clause", "HNP-21 refused")]
    public async Task The_lower_court_sees_it_from_the_letter_on_and_reports_with_a_named_person()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        (await (await matter.As("basic-head")).Client.GetAsync(matter.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nothing went down yet");
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        await matter.Does("high-head", "letter", Supervised.LetterTo("2026-03-20"));
        await (await matter.As("basic-head")).Open(matter.Address);
        await (await matter.As("mid-head")).Open(matter.Address);
        await matter.Refuses("basic-director", "report", Supervised.Report, "HNI-6", "supervision-needs-handler");
        await matter.Refuses("basic-director", "new-date-request", new { letter = "1", cause = "下落不明", nextStep = "查找", until = "2026-03-19", document = "报告" }, null!, "new-date-not-later");
        (await matter.Tries("high-head", "report", Supervised.Report)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    [Trait("Clause", "HNI-7 accepted")]
    [Trait("Clause", "HNI-7 refused")]
    public async Task No_property_is_answered_heard_and_reported_again()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app, "2026-03-31");
        matter.On("2026-03-18");
        await matter.Refuses("basic-handler", "hearing", new { letter = "1", serviceProof = "回证", told = "查控", minutes = "笔录" }, "HNI-7", "hearing-only-no-property");
        await matter.Does("basic-handler", "no-property", new { letter = "1", findings = "网络查控无财产", document = "书面答复" });
        (await matter.Owed("no-property-hearing")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-03-23");
        matter.On("2026-03-23");
        await matter.Does("basic-handler", "hearing", new { letter = "1", present = "applicant", serviceProof = "送达回证", told = "查控情况", minutes = "笔录" });
        (await matter.Owed("report-after-hearing")).ShouldHaveSingleItem().GetProperty("due").GetString().ShouldBe("2026-04-02");
        await matter.Does("basic-handler", "hearing-report", new { letter = "1", result = "确无财产", document = "报告" });
    }

    [Fact]
    [Trait("Clause", "HNP-5 accepted")]
    [Trait("Clause", "HNP-5 refused")]
    [Trait("Clause", "HNP-7(3) accepted")]
    [Trait("Clause", "HNP-7(3) refused")]
    [Trait("Clause", "HNP-10 accepted")]
    [Trait("Clause", "HNP-10 refused")]
    public async Task Handed_to_the_intermediate_court_it_takes_measures_and_reports_after_the_basic_court()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await matter.Refuses("high-head", "review", new { qualifies = "yes", ground = "1", mode = "hand-down", situation = "2-body", opinion = "交中院" }, "HNP-7(3)", "supervision-mode-situation");
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", mode = "hand-down", situation = "3-bureau", opinion = "交中院" });
        await matter.Does("high-head", "hand-down", Down(Supervised.Mid, "2026-04-10"));
        await matter.Does("mid-head", "handler", new { letter = "1", handler = matter.Ids["mid-handler"].ToString() });
        await matter.Refuses("mid-head", "hand-down", Down(Supervised.Basic, "2026-04-11"), "HNP-10", "hand-down-due-after-own");
        await matter.Does("mid-head", "hand-down", Down(Supervised.Basic, "2026-03-31"));
        await matter.Refuses("mid-handler", "report", Supervised.Report, "HNP-10", "hand-down-below-open");
        await matter.Refuses("mid-handler", "progress-report", new { letter = "1", progress = "已催促", document = "进展报告" }, "HNP-21", "progress-needs-next");
        matter.On("2026-04-10");
        await matter.Does("mid-handler", "progress-report", new { letter = "1", progress = "已催促基层法院", nextStep = "四月底拍卖", document = "进展报告" });
        await matter.Refuses("high-head", "progress-answer", new { letter = "1", accepted = "yes", opinion = "抓紧" }, "HNP-21", "progress-needs-date");
        await matter.Refuses("high-head", "progress-answer", new { letter = "1", accepted = "yes", opinion = "抓紧", due = "四月底" }, null!, "date-unreadable");
        (await (await matter.As("high-head")).Open($"{matter.Address}/act/progress-answer")).Body!.TextContent.ShouldContain("四月底拍卖");
        await matter.Does("high-head", "progress-answer", new { letter = "1", accepted = "yes", opinion = "抓紧", due = "2026-04-30" });
        (await matter.Now()).GetProperty("letters")[0].GetProperty("dueOn").GetString().ShouldBe("2026-04-30");
        (await (await matter.As("mid-head")).Open(matter.Address)).Body!.TextContent.ShouldContain("知悉，另定期限：抓紧");

        static object Down(string court, string due) => new { court, demands = "督办并报告", materials = "材料", due };
    }

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    public async Task The_day_on_which_the_urging_letter_is_owed_is_recorded_by_whoever_looks_first()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        matter.On("2026-03-29");
        (await matter.Owed("urging-letter")).ShouldBeEmpty();
        matter.On("2026-04-07");
        (await matter.Owed("urging-letter")).ShouldHaveSingleItem().GetProperty("isOpen").GetBoolean().ShouldBeTrue();
        (await matter.Now()).GetProperty("letters")[0].GetProperty("overrunOn").GetString().ShouldBe("2026-03-30");
    }

    [Fact]
    public async Task The_pages_show_it_to_each_court_and_a_form_that_fails_keeps_what_was_typed()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        (await (await matter.As("high-head")).Open("/supervisions")).Body!.TextContent.ShouldContain(Supervised.Case);
        (await (await matter.As("basic-head")).Open("/supervisions?show=overdue")).Body!.TextContent.ShouldContain("没有督办件");
        (await (await matter.As("basic-handler")).Open(matter.Address)).Body!.TextContent.ShouldContain("报告办理结果");
        var failed = await (await matter.As("basic-handler")).Submit($"{matter.Address}/act/report", $"{matter.Address}/report", ("letter", "1"), ("progress", "查了账户"));
        ((int)failed.StatusCode).ShouldBe(422);
        (await Session.Page(failed)).QuerySelector("textarea[name=progress]")!.TextContent.ShouldBe("查了账户");
        foreach (var (act, user) in new[] { ("report", "basic-handler"), ("letter", "high-head"), ("review", "high-head"), ("panel", "high-director"), ("new-date-decision", "high-head"), ("hearing", "basic-handler") })
        {
            await (await matter.As(user)).Open($"{matter.Address}/act/{act}");
        }

        await (await matter.As("high-head")).Open("/supervisions/new");
    }

    [Fact]
    public async Task The_same_sending_twice_makes_one_supervision()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Prepared(app);
        var fields = new { caseNumber = Supervised.Case, source = "9", complaint = "长期不执行" };
        var first = await (await matter.As("high-head")).PostJson("/api/supervisions", new { fields }, "once");
        var again = await (await matter.As("high-head")).PostJson("/api/supervisions", new { fields }, "once");
        again.Body.ToString().ShouldBe(first.Body.ToString());
        (await app.Office.Db.Maintenance<int>("select count(*)::int from supervision", [])).ShouldBe([1]);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task The_board_counts_its_area_on_the_first_page_alone()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        var high = await matter.As("high-head");
        (await high.GetJson("/api/supervisions")).GetProperty("counts").EnumerateArray().Sum(c => c.GetProperty("count").GetInt32()).ShouldBe(1);
        var behind = $"?after=2020-01-01_1_{Guid.Empty:N}";
        var next = await high.GetJson("/api/supervisions" + behind);
        next.GetProperty("supervisions").GetArrayLength().ShouldBe(1);
        next.GetProperty("counts").ValueKind.ShouldBe(JsonValueKind.Null);
        (await high.Open("/supervisions")).QuerySelector(".page-head")!.TextContent.ShouldContain("1 件");
        (await high.Open("/supervisions" + behind)).QuerySelector(".page-head")!.TextContent.ShouldNotContain("件，其中");
        (await high.Open("/platform-items" + behind)).QuerySelector(".page-head")!.TextContent.ShouldNotContain("待核查");
        (await high.Open("/platform-items")).QuerySelector(".page-head")!.TextContent.ShouldContain("待核查 0 项");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task Whom_a_supervision_accuses_does_not_find_it_on_the_page_of_its_petition()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, petition) = await Supervised.OnPetition(app);
        var number = (await matter.Now()).GetProperty("number").GetString()!;
        (await (await matter.As("high-director")).Open(petition)).Body!.TextContent.ShouldContain(number);
        await History.Matter.Tamper(app, $"update supervision set accused = array['{matter.Ids["high-director"]}'::uuid]");
        (await (await matter.As("high-director")).Open(petition)).Body!.TextContent.ShouldNotContain(number);
        (await (await matter.As("high-head")).Open(petition)).Body!.TextContent.ShouldContain(number);
    }
}

using System.Net;
using Zhixin.Reception;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Reception;

/// <summary>What begins a day, what a superior sees of it, and that the log of a day is whole (JZ21-3.1).</summary>
public sealed class PeriodTests(WebDatabase database)
{
    private const string Henan = "河南省高级人民法院";

    [Fact]
    [Trait("Clause", "JZ21-3.1 refused")]
    public async Task A_bulletin_that_is_refused_begins_no_day_and_makes_nothing_owed()
    {
        await using var app = await Started();
        var director = await app.SignIn("director");
        var (status, body) = await director.PostJson("/api/reception/bulletins", new { day = "2025-11-03", courts = new[] { app.Court(TestApp.Jiefang).ToString() } });
        (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.UnprocessableEntity, "bulletin-leaves-out"));
        (await Begun(app)).ShouldBeEmpty();
        (await Owed(director)).ShouldBeEmpty("nothing is owed of a day on which the software did not run");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.1 accepted")]
    public async Task A_bulletin_of_a_day_before_the_first_one_is_issued_and_is_not_late()
    {
        await using var app = await Started();
        await app.Office.Periods.BeginDays(default);
        var director = await app.SignIn("director");
        (await director.PostJson("/api/reception/bulletins", new { day = "2025-11-03" })).Status.ShouldBe(HttpStatusCode.Created);
        var period = (await app.Office.Periods.Load(new(app.Court(TestApp.Jiaozuo), Guid.Empty), Period.Of(app.Court(TestApp.Jiaozuo), new DateOnly(2025, 11, 3)), default))!.Value.Period;
        var owed = period.Obligations.ShouldHaveSingleItem();
        (owed.Due, owed.Opened.CountsFrom, owed.IsOpen, owed.IsBreached(new DateOnly(2026, 3, 1))).ShouldBe((new DateOnly(2025, 11, 3), new DateOnly(2026, 2, 12), false, false));
        (await director.Open("/reception/statistics?day=2025-11-03")).Body!.TextContent.ShouldContain("按期通报");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task A_bulletin_of_a_day_on_which_the_software_should_have_run_is_late()
    {
        await using var app = await Started();
        await app.Office.Periods.BeginDays(default);
        app.Clock.Now = TestClock.Noon("2026-02-14"); // Nothing began the 13th yet.
        var director = await app.SignIn("director");
        (await director.PostJson("/api/reception/bulletins", new { day = "2026-02-13" })).Status.ShouldBe(HttpStatusCode.Created);
        (await director.Open("/reception/statistics?day=2026-02-13")).Body!.TextContent.ShouldContain("逾期通报");
    }

    [Fact]
    public async Task What_a_court_owes_of_a_day_leads_its_superior_to_that_courts_statistic_where_nothing_can_be_entered()
    {
        await using var app = await Started();
        await app.Office.Periods.BeginDays(default);
        app.Clock.Now = TestClock.Noon("2026-02-14");
        await app.Person("above", "曹毅", Henan, "bureau-director");
        var (above, court) = (await app.SignIn("above"), app.Court(TestApp.Jiaozuo));
        var page = await above.Open($"/reception/statistics?court={court}&day=2026-02-12");
        var text = page.Body!.TextContent;
        text.ShouldContain(TestApp.Jiaozuo);
        text.ShouldContain("每日录入统计和通报", Case.Sensitive, "what that court owes of the day");
        page.QuerySelector("form[action='/reception/bulletins']").ShouldBeNull("a superior looks and enters nothing");
        page.QuerySelector($"a[href='/reception?court={court}&day=2026-02-12']").ShouldNotBeNull();
        (await above.GetJson($"/api/reception/statistics?court={court}&day=2026-02-12")).EnumerateArray().First().GetProperty("court").GetInt32().ShouldBe(court);

        await app.Person("below", "许文", TestApp.Jiefang, "bureau-director");
        var below = await app.SignIn("below");
        (await below.GetJson($"/api/reception/statistics?court={court}&day=2026-02-12")).EnumerateArray().Select(f => f.GetProperty("court").GetInt32()).ShouldBe([app.Court(TestApp.Jiefang)], "nobody looks up");
        (await below.Open($"/reception/statistics?court={court}")).Body!.TextContent.ShouldContain(TestApp.Jiefang);
    }

    [Fact]
    public async Task The_log_of_a_long_day_is_whole_in_json_print_and_export_and_the_page_says_what_it_leaves_out()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Petitions.Thread.Of(app);
        (await thread.Clerk.Open("/reception")).Body!.TextContent.ShouldNotContain("本页只列出");
        await History.Matter.Tamper(app, """
            insert into contact select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', '2026-豫0802-件' || (1000 + n)))).*
            from contact c cross join generate_series(1, 1000) n
            """);
        (await AppointmentTests.Log(thread.Clerk, "2026-02-12")).Count.ShouldBe(1001);
        var page = await thread.Clerk.Open("/reception");
        page.QuerySelectorAll("table.grid tbody tr").Length.ShouldBe(1000);
        page.Body!.TextContent.ShouldContain("共 1001 行，本页只列出前 1000 行；打印和导出 Excel 的是全部。");
        (await thread.Clerk.Open("/reception/print")).QuerySelectorAll("table.grid tbody tr").Length.ShouldBe(1001);
        await using var file = await thread.Clerk.Client.GetStreamAsync("/reception/export");
        using var zip = new System.IO.Compression.ZipArchive(file);
        using var sheet = new StreamReader(zip.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        System.Text.RegularExpressions.Regex.Count(await sheet.ReadToEndAsync(), "<row ").ShouldBe(1002, "and the headings");
    }

    private async Task<TestApp> Started()
    {
        var app = await TestApp.Start(database);
        await app.Adopt("JZ21", TestApp.Jiaozuo, new DateOnly(2021, 1, 1));
        await app.Person("director", "郭建章", TestApp.Jiaozuo, "bureau-director");
        return app;
    }

    private static Task<List<Guid>> Begun(TestApp app) =>
        app.Office.Db.Query<Guid>(new(app.Court(TestApp.Jiaozuo), Guid.Empty), "select stream from stream where home = $1 and kind = 'period'", [app.Court(TestApp.Jiaozuo)], default);

    private static async Task<IReadOnlyList<string?>> Owed(Session who) =>
        [.. (await who.GetJson("/api/obligations?scope=unit")).GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("due").GetString())];
}

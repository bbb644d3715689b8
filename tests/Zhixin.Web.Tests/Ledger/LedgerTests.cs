using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Ledger;

/// <summary>The ledger's lists: filtered, paged without gap or repetition, searched, exported as shown.</summary>
public sealed class LedgerTests(WebDatabase database)
{
    [Theory]
    [InlineData("view=all")]
    [InlineData("view=open")]
    [InlineData("view=all&channel=venue%3Aprovince&from=2018-01-01&to=2020-12-31")]
    [InlineData("view=all&words=%E6%89%A7%E8%A1%8C")]
    public async Task Pages_follow_one_another_without_gap_or_repetition_also_where_days_are_equal(string query)
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var whole = await Walk(head, query, 200);
        var small = await Walk(head, query, 7);
        whole.ShouldNotBeEmpty();
        small.ShouldBe(whole);
        small.Distinct().Count().ShouldBe(small.Count);
    }

    [Fact]
    [Trait("Clause", "JZ21-A1 accepted")]
    public async Task What_was_late_before_its_import_is_late_from_the_day_after_it()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        (await Walk(head, "view=overdue", 50)).ShouldBeEmpty();
        (await head.Open("/ledger")).Body!.TextContent.ShouldNotContain("本页逾期");
        app.Clock.Now = app.Clock.Now.AddDays(1);
        head = await app.SignIn("head");
        var late = await Walk(head, "view=overdue", 200);
        late.ShouldNotBeEmpty();
        (await Walk(head, "view=overdue", 7)).ShouldBe(late);
        (await head.Open("/ledger")).Body!.TextContent.ShouldContain("本页逾期");
    }

    [Fact]
    public async Task A_case_number_in_any_writing_goes_straight_to_its_petition()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var found = (await app.Office.Db.Maintenance<string>("select case_number || '|' || home || '/' || id from petition where case_number in (select case_number from petition group by 1 having count(*) = 1) order by id limit 1", [])).Single().Split('|');
        var typed = found[0].Replace('（', '(').Replace('）', ')');
        using var answer = await head.Client.GetAsync("/ledger?words=" + Uri.EscapeDataString(typed));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/petitions/" + found[1]);
    }

    [Fact]
    public async Task A_name_a_part_of_it_and_a_telephone_find_their_petition()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        foreach (var words in new[] { "康静", "于杰春", "杰春", "19900007123" })
        {
            (await head.Open("/ledger?view=all&words=" + Uri.EscapeDataString(words))).QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0, words);
        }

        (await head.Open("/ledger?view=all&words=" + Uri.EscapeDataString("查无此人甲乙"))).Body!.TextContent.ShouldContain("没有符合条件的案件");
    }

    [Fact]
    public async Task A_court_that_was_not_concerned_sees_nothing_of_it()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await Imported(app);
        await app.Person("far", "段青", TestApp.Gangcheng, "petition-unit-head");
        var far = await app.SignIn("far");
        (await Walk(far, "view=all", 50)).ShouldBeEmpty();
        (await Walk(far, $"view=all&court={app.Court(TestApp.Jiaozuo)}", 50)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_export_holds_what_is_shown_with_masked_numbers_and_is_logged()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var shown = await Walk(head, "view=open", 200);
        using var workbook = new MemoryStream(await head.Client.GetByteArrayAsync("/ledger/export?view=open"));
        using var zip = new ZipArchive(workbook);
        using var sheet = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        var text = await sheet.ReadToEndAsync();
        (text.Split("<row ").Length - 2).ShouldBe(shown.Count);
        text.ShouldContain("****");
        text.ShouldNotContain("990204195110252996");
        (await app.Office.Db.Maintenance<string>("select detail from access_log where act = 'export'", [])).Single().ShouldContain("view=open");
    }

    [Fact]
    public async Task A_filter_is_saved_under_a_name_and_found_again()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var saved = await head.Submit("/ledger?view=all&words=" + Uri.EscapeDataString("拍卖"), "/ledger/views", ("name", "拍卖类"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await head.Open(saved.Headers.Location!.ToString())).QuerySelector(".views [aria-current]")!.TextContent.ShouldContain("拍卖类");
    }

    [Fact]
    public async Task A_day_that_does_not_exist_and_a_single_character_are_said_and_not_filtered_by()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        using var answer = await head.Client.GetAsync("/ledger?from=2021-02-30&words=" + Uri.EscapeDataString("王"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = (await Session.Page(answer)).Body!.TextContent;
        text.ShouldContain("2021-02-30");
        text.ShouldContain("至少输入两个字");
    }

    [Theory]
    [InlineData("view=all")]
    [InlineData("view=all&words=%E6%89%A7%E8%A1%8C")]
    public async Task Every_page_says_how_long_the_whole_list_is(string query)
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var whole = await Walk(head, query, 200);
        whole.Count.ShouldBeGreaterThan(50);
        var first = await head.Open("/ledger?" + query);
        first.QuerySelector(".pager span")!.TextContent.ShouldStartWith($"第 1–50 件，共 {whole.Count} 件，截至 ");
        var second = await head.Open(first.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!);
        second.QuerySelector(".pager span")!.TextContent.ShouldStartWith($"本页 {Math.Min(50, whole.Count - 50)} 件，共 {whole.Count} 件，截至 ");
    }

    [Fact]
    public async Task A_list_is_counted_on_its_first_page_and_the_page_behind_it_says_when()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var first = await head.Open("/ledger?view=all");
        var said = first.QuerySelector(".pager span")!.TextContent;
        app.Clock.Now = app.Clock.Now.AddMinutes(7);
        var second = await head.Open(first.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!);
        second.QuerySelector(".pager span")!.TextContent[^5..].ShouldBe(said[^5..]);
        (await head.Open("/ledger?view=all")).QuerySelector(".pager span")!.TextContent[^5..].ShouldNotBe(said[^5..]);
    }

    private static async Task<List<string>> Walk(Session session, string query, int size)
    {
        var found = new List<string>();
        for (string? after = string.Empty; after is not null;)
        {
            var page = await session.GetJson($"/api/petitions?{query}&size={size}" + (after.Length == 0 ? string.Empty : "&after=" + after));
            found.AddRange(page.GetProperty("petitions").EnumerateArray().Select(p => p.GetProperty("number").GetString()!));
            after = page.GetProperty("after").ValueKind == JsonValueKind.Null ? null : page.GetProperty("after").GetString();
        }

        return found;
    }

    private static async Task<Session> Imported(TestApp app)
    {
        await app.Adopt("GC21", TestApp.Jiaozuo, new DateOnly(2018, 1, 1));
        await app.Person("head", "魏书勤", TestApp.Jiaozuo, "petition-unit-head");
        var head = await app.SignIn("head");
        await Ledgers.Import(head, Ledgers.Sample);
        return head;
    }
}

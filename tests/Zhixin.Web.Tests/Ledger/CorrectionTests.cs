using System.IO.Compression;
using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Ledger;

/// <summary>Rejected rows wait; a person registers one with its defects flagged, sets one aside, or corrects the file.</summary>
public sealed class CorrectionTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "JZ21-A1 accepted")]
    public async Task A_rejected_row_is_registered_as_it_stands_and_flagged()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var list = await head.Open("/corrections");
        var address = list.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(href => href.EndsWith("/registration", StringComparison.Ordinal));
        var answer = await head.Submit(address, "/contacts", ("intent", "register"), ("separate", "true"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        (await One<string>(app, "select array_to_string(flags, ',') from contact where 'import-defect' = any(flags)")).ShouldContain("import-defect");
        (await One<long>(app, "select count(*) from import_row where state = 'registered' and contact is not null and settled_by is not null")).ShouldBe(1);
        (await One<long>(app, "select count(*) from import_row where state = 'waiting'")).ShouldBe(22);
        (await head.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a settled row does not wait any more");
    }

    [Fact]
    public async Task A_row_is_set_aside_only_with_a_reason()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        var list = await head.Open("/corrections");
        var address = list.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(href => href.EndsWith("/dismissal", StringComparison.Ordinal));
        var without = await head.Submit(address, address);
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Session.Page(without)).Body!.TextContent.ShouldContain("没有填写理由");
        (await head.Submit(address, address, ("reason", "重复的行"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await One<string>(app, "select settled_reason from import_row where state = 'dismissed'")).ShouldBe("重复的行");
    }

    [Fact]
    public async Task The_download_has_the_columns_of_the_file_and_the_reasons()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var head = await Imported(app);
        using var workbook = new MemoryStream(await head.Client.GetByteArrayAsync("/corrections/export"));
        using var zip = new ZipArchive(workbook);
        using var sheet = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        var text = await sheet.ReadToEndAsync();
        text.ShouldContain("原因");
        text.ShouldContain("化解措施");
        (text.Split("<row ").Length - 1).ShouldBe(24);
        (await One<long>(app, "select count(*) from access_log where act = 'export'")).ShouldBe(1);
    }

    [Fact]
    public async Task Original_cells_are_sealed_in_the_database()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        await Imported(app);
        var boxes = await app.Office.Db.Maintenance<byte[]>("select sealed from import_row", []);
        boxes.Count.ShouldBe(575);
        boxes.ShouldAllBe(box => !System.Text.Encoding.UTF8.GetString(box).Contains("法院", StringComparison.Ordinal));
    }

    private static async Task<Session> Imported(TestApp app)
    {
        await app.Person("head", "魏书勤", TestApp.Jiaozuo, "petition-unit-head");
        var head = await app.SignIn("head");
        await Ledgers.Import(head, Ledgers.Sample);
        return head;
    }

    private static async Task<T> One<T>(TestApp app, string sql) => (await app.Office.Db.Maintenance<T>(sql, [])).Single();
}

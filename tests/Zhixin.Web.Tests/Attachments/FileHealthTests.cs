using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>The health page says whether a scanner is there, whether it answers, and what waits for it.</summary>
public sealed class FileHealthTests(WebDatabase database)
{
    [Fact]
    public async Task Without_a_scanner_the_page_says_that_files_are_opened_unchecked_and_counts_nothing()
    {
        await using var app = await TestApp.Start(database);
        var lines = await Lines(app);
        lines["查毒程序"].ShouldContain("没有配置");
        lines["查毒程序"].ShouldContain("ZHIXIN_CLAMD");
        lines.ShouldNotContainKey("待查毒材料");
    }

    [Fact]
    public async Task A_scanner_that_answers_and_one_that_does_not_are_told_apart_and_what_waits_is_counted_from_the_first()
    {
        await using var clamd = new FakeClamd();
        clamd.Start();
        await using var app = await TestApp.Start(database, options: o => o with { Clamd = clamd.Address });
        var lines = await Lines(app);
        lines["查毒程序"].ShouldContain("应答正常");
        lines["待查毒材料"].ShouldContain("没有");

        await clamd.Stop();
        var address = await Matter.Run(app);
        var handler = await app.SignIn("handler");
        foreach (var name in new[] { "一.pdf", "二.pdf" })
        {
            var (status, body) = await handler.PostJson($"/api{address}/attachments", new { uploads = new[] { await Files.Upload(handler, name, Files.Pdf(name)) } });
            status.ShouldBe(HttpStatusCode.Created, body.ToString());
            app.Clock.Now += TimeSpan.FromMinutes(20);
        }

        lines = await Lines(app);
        lines["查毒程序"].ShouldContain("没有应答");
        lines["查毒程序"].ShouldContain("不能工作");
        lines["待查毒材料"].ShouldContain("2 份，最早的自 2026-02-12 12:0");
        lines["待查毒材料"].ShouldContain("需要注意");
    }

    private static async Task<Dictionary<string, string>> Lines(TestApp app)
    {
        if ((await app.Office.Db.Reference<int>("select count(*)::int from staff where name = '管家'", [], TestContext.Current.CancellationToken)).Single() == 0)
        {
            await app.Person("system", "管家", "", "system-administrator");
        }

        var page = await (await app.SignIn("system")).Open("/status");
        return page.QuerySelectorAll("tbody tr").Where(row => row.QuerySelector("th") is not null).ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => row.TextContent, StringComparer.Ordinal);
    }
}

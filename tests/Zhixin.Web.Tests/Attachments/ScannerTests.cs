using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>With a scanner nothing is opened that it has not found clean.</summary>
public sealed class ScannerTests(WebDatabase database)
{
    [Fact]
    public async Task A_clean_file_opens_and_an_infected_one_never_does()
    {
        await using var clamd = new FakeClamd();
        clamd.Start();
        await using var app = await TestApp.Start(database, options: o => o with { Clamd = clamd.Address });
        var (handler, address, links) = await Added(app, Files.Pdf("clean"), Files.Pdf("VIRUS"));
        await Judged(app);

        (await Status(handler, links[0])).ShouldBe(HttpStatusCode.OK);
        using var infected = await handler.Client.GetAsync(links[1], TestContext.Current.CancellationToken);
        infected.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await infected.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Eicar-Test-Signature");
        var page = await handler.Open(address);
        page.QuerySelector("[aria-labelledby=h-attachments]")!.TextContent.ShouldContain("已查毒");
        page.QuerySelector("[aria-labelledby=h-attachments]")!.TextContent.ShouldContain("发现病毒（Eicar-Test-Signature），不能打开");
        page.QuerySelectorAll($"a[href='{links[1]}']").ShouldBeEmpty();
        clamd.Seen.Select(Convert.ToHexString).ShouldContain(Convert.ToHexString(Files.Pdf("clean")), "the scanner is sent the plain content");
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task While_the_scanner_is_away_a_file_waits_and_when_it_is_back_it_opens()
    {
        await using var clamd = new FakeClamd();
        await using var app = await TestApp.Start(database, options: o => o with { Clamd = clamd.Address });
        var (handler, address, links) = await Added(app, Files.Pdf("clean"));

        (await app.Office.AttachmentWatch.Run(TestContext.Current.CancellationToken)).Waiting.ShouldBe(1);
        (await Status(handler, links[0])).ShouldBe(HttpStatusCode.Conflict);
        (await handler.Open(address)).QuerySelector("[aria-labelledby=h-attachments]")!.TextContent.ShouldContain("待查毒");

        clamd.Start();
        await Judged(app);
        (await Status(handler, links[0])).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_that_the_scanner_will_not_look_at_waits_and_is_not_asked_about_at_once_again()
    {
        await using var clamd = new FakeClamd(limit: 10);
        clamd.Start();
        await using var app = await TestApp.Start(database, options: o => o with { Clamd = clamd.Address });
        var (handler, _, links) = await Added(app, Files.Pdf("too much for this one"));
        for (var round = await app.Office.AttachmentWatch.Run(default); round.Waiting > 0; round = await app.Office.AttachmentWatch.Run(default))
        {
            round.Why.ShouldBe("INSTREAM size limit exceeded. ERROR");
        }

        (await Status(handler, links[0])).ShouldBe(HttpStatusCode.Conflict);
        app.Clock.Now += TimeSpan.FromMinutes(11);
        (await app.Office.AttachmentWatch.Run(TestContext.Current.CancellationToken)).Waiting.ShouldBeLessThanOrEqualTo(1);
        (await Status(handler, links[0])).ShouldBe(HttpStatusCode.Conflict);
    }

    /// <summary>Rounds until nothing is received any more; the job of the host may do part of it.</summary>
    private static async Task Judged(TestApp app)
    {
        while ((await app.Office.Db.Maintenance<long>("select count(*) from attachment where state = 'received'", [], TestContext.Current.CancellationToken)).Single() > 0)
        {
            await app.Office.AttachmentWatch.Run(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(Session Handler, string Address, List<string> Links)> Added(TestApp app, params byte[][] files)
    {
        var address = await Matter.Run(app);
        var handler = await app.SignIn("handler");
        var uploads = new List<Guid>();
        foreach (var file in files)
        {
            uploads.Add(await Files.Upload(handler, "材料.pdf", file));
        }

        var (status, body) = await handler.PostJson($"/api{address}/attachments", new { uploads });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return (handler, address, [.. body.GetProperty("attachments").EnumerateArray().Select(a => $"{address}/attachments/{a.GetGuid()}")]);
    }

    private static async Task<HttpStatusCode> Status(Session session, string path)
    {
        using var answer = await session.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

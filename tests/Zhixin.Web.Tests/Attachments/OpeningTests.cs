using System.Net;
using System.Net.Http.Headers;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>Who may open a file, and how it is served.</summary>
public sealed class OpeningTests(WebDatabase database)
{
    [Fact]
    public async Task Ranges_are_served_and_what_lies_beyond_the_end_is_416()
    {
        await using var app = await TestApp.Start(database);
        var (handler, link, bytes) = await Added(app, "现场.jpg", Files.Picture(200_000));

        using var part = await Get(handler, link, new RangeHeaderValue(65_530, 65_545));
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 65530-65545/200000");
        (await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(bytes[65_530..65_546]);
        using var tail = await Get(handler, link, new RangeHeaderValue(null, 10));
        (await tail.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(bytes[^10..]);
        using var beyond = await Get(handler, link, new RangeHeaderValue(200_000, null));
        beyond.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);

        using var whole = await handler.Client.GetAsync(link, TestContext.Current.CancellationToken);
        using var same = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        (await handler.Client.SendAsync(same, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var head = await handler.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), TestContext.Current.CancellationToken);
        head.Content.Headers.ContentLength.ShouldBe(200_000);
    }

    [Fact]
    public async Task A_picture_opens_in_the_browser_and_can_do_nothing_there()
    {
        await using var app = await TestApp.Start(database);
        var (handler, link, _) = await Added(app, "现场\"<.png", Files.Picture());

        using var answer = await handler.Client.GetAsync(link, TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/jpeg");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("现场.png.jpg");
        using var saved = await handler.Client.GetAsync(link + "?save=1", TestContext.Current.CancellationToken);
        saved.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task A_recording_is_only_downloaded()
    {
        await using var app = await TestApp.Start(database);
        var (handler, link, _) = await Added(app, "录音.m4a", [0, 0, 0, 24, .. "ftypM4A "u8, 0, 0]);

        using var answer = await handler.Client.GetAsync(link, TestContext.Current.CancellationToken);

        (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(("audio/mp4", "attachment"));
    }

    [Fact]
    public async Task Another_court_an_accused_handler_and_a_stranger_find_nothing()
    {
        await using var app = await TestApp.Start(database);
        var (handler, link, _) = await Added(app, "举报信.pdf", Files.Pdf());
        var address = link[..link.IndexOf("/attachments/", StringComparison.Ordinal)];
        await app.Person("other", "钢城人员", TestApp.Gangcheng, "petition-officer");
        await app.Person("above", "中院人员", TestApp.Jiaozuo, "petition-officer");
        var (other, above) = (await app.SignIn("other"), await app.SignIn("above"));

        (await Status(other, link)).ShouldBe(404);
        (await Status(other, $"/api{address}/attachments")).ShouldBe(404);
        (await other.PostJson($"/api{address}/attachments", new { uploads = new[] { await Files.Upload(other, "a.jpg", Files.Picture()) } })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Status(above, link)).ShouldBe(200, "the superior court sees the matter");
        (await above.PostJson($"/api{address}/attachments", new { uploads = new[] { await Files.Upload(above, "a.jpg", Files.Picture()) } })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Status(app.Stranger(), "/api" + link)).ShouldBe(401);

        await Accuse(app, address, "孟庆和");
        (await Status(handler, link)).ShouldBe(404);
        (await Status(handler, "/api" + link)).ShouldBe(404);
        (await Status(handler, $"/api{address}/attachments")).ShouldBe(404);
        (await Status(await app.SignIn("head"), link)).ShouldBe(200);
    }

    [Fact]
    public async Task A_file_belongs_to_its_own_petition_alone()
    {
        await using var app = await TestApp.Start(database);
        var (handler, link, _) = await Added(app, "a.jpg", Files.Picture());
        var other = await Matter.Register(await app.SignIn("clerk"), "另一人", number: null);

        (await Status(handler, $"/petitions/{other.GetProperty("home").GetInt32()}/{other.GetProperty("petition").GetGuid()}/attachments/{link.Split('/')[^1]}")).ShouldBe(404);
    }

    [Fact]
    public async Task A_lost_or_changed_content_is_told_and_never_served_as_if_it_were_whole()
    {
        await using var app = await TestApp.Start(database);
        var (handler, link, _) = await Added(app, "a.jpg", Files.Picture(100_000));
        var path = Directory.GetFiles(app.Office.Contents.Directory, "*", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(path, new byte[100_056], TestContext.Current.CancellationToken);

        await Should.ThrowAsync<HttpRequestException>(() => handler.Client.GetByteArrayAsync(link));
        (await Matter.Verify(app)).First!.Column.ShouldBe("content");
        File.Delete(path);
        (await Status(handler, link)).ShouldBeGreaterThanOrEqualTo(500);
        (await Matter.Verify(app)).First!.Found.ShouldBe("no file");
    }

    private static async Task<(Session Handler, string Link, byte[] Bytes)> Added(TestApp app, string name, byte[] bytes)
    {
        var address = await Matter.Run(app);
        var handler = await app.SignIn("handler");
        var (status, body) = await handler.PostJson($"/api{address}/attachments", new { uploads = new[] { await Files.Upload(handler, name, bytes) } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return (handler, $"{address}/attachments/{body.GetProperty("attachments")[0].GetGuid()}", bytes);
    }

    private static async Task Accuse(TestApp app, string address, string name)
    {
        var accused = await app.Office.Db.Reference<Guid>("select id from staff where name = $1", [name]);
        var (status, body) = await (await app.SignIn("clerk")).PostJson("/api/contacts", new
        {
            form = new { petitioners = new[] { new { name = "佟桂兰" } }, summary = "承办人索要财物", accused },
            join = address["/petitions/".Length..].Replace('/', '_'),
        });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
    }

    private static async Task<HttpResponseMessage> Get(Session session, string link, RangeHeaderValue range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.Range = new RangeHeaderValue { Unit = "bytes" };
        request.Headers.Range.Ranges.Add(range.Ranges.Single());
        return await session.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<int> Status(Session session, string path)
    {
        using var answer = await session.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}

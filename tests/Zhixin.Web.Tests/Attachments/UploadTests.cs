using System.Net;
using System.Net.Sockets;
using System.Text;
using Zhixin.Attachments;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Attachments;

/// <summary>Uploads that can be resumed (tus 1.0), and acts that name what arrived.</summary>
public sealed class UploadTests(WebDatabase database)
{
    [Fact]
    public async Task A_large_file_goes_on_after_the_connection_was_cut()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        var bytes = Files.Picture(3_000_000);
        using var begun = await Files.Begin(clerk, "现场.jpg", bytes.Length);
        var address = begun.Headers.Location!.ToString();
        await Cut(app, clerk, address, bytes, 1_000_000);

        var offset = await Kept(clerk, address);
        offset.ShouldBeInRange(1, 1_000_000);
        using var rest = await Files.Send(clerk, address, offset, bytes[(int)offset..]);

        rest.StatusCode.ShouldBe(HttpStatusCode.NoContent, await rest.Content.ReadAsStringAsync());
        (await Files.Offset(clerk, address)).ShouldBe(bytes.Length);
        var state = await clerk.GetJson(address);
        state.GetProperty("arrived").GetBoolean().ShouldBeTrue();
        state.GetProperty("mediaType").GetString().ShouldBe("image/jpeg");
        var link = await Registered(clerk, state.GetProperty("id").GetGuid());
        (await clerk.Client.GetByteArrayAsync(link)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_registration_through_the_API_names_its_files_and_a_resend_makes_one()
    {
        await using var app = await TestApp.Start(database);
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        var body = new { form = new { petitioners = Array.Empty<object>(), summary = "账户冻结" }, uploads = new[] { await Files.Upload(clerk, "欠条.jpg", Files.Picture()) } };

        var (status, first) = await clerk.PostJson("/api/contacts", body, "key-1");
        var (again, second) = await clerk.PostJson("/api/contacts", body, "key-1");
        var (other, _) = await clerk.PostJson("/api/contacts", body, "key-2");

        (status, again, other).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.BadRequest));
        second.GetProperty("contact").GetGuid().ShouldBe(first.GetProperty("contact").GetGuid());
        var list = await clerk.GetJson($"/api/petitions/{first.GetProperty("home").GetInt32()}/{first.GetProperty("petition").GetGuid()}/attachments");
        list.EnumerateArray().Single().GetProperty("contact").GetGuid().ShouldBe(first.GetProperty("contact").GetGuid());
    }

    [Fact]
    public async Task Nobody_takes_the_file_that_another_sent()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var upload = await Files.Upload(await app.SignIn("clerk"), "欠条.jpg", Files.Picture());
        var handler = await app.SignIn("handler");

        (await handler.Client.GetAsync($"/api/uploads/{upload}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await handler.PostJson($"/api{address}/attachments", new { uploads = new[] { upload } })).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/api/uploads/{upload}");
        delete.Headers.Add("Tus-Resumable", "1.0.0");
        (await handler.Client.SendAsync(delete)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_protocol_is_told_and_its_faults_are_refused()
    {
        await using var app = await TestApp.Start(database, options: o => o with { Limits = AttachmentLimits.Usual with { Recordings = 1_000_000 } });
        await Matter.Staff(app);
        var clerk = await app.SignIn("clerk");
        using var options = await clerk.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/uploads"));
        options.Headers.GetValues("Tus-Max-Size").Single().ShouldBe("1000000");
        using var begun = await Files.Begin(clerk, "a.jpg", 5000);
        var address = begun.Headers.Location!.ToString();
        begun.Headers.GetValues("Upload-Expires").Single().ShouldBe("Fri, 13 Feb 2026 04:00:00 GMT");

        (await Status(Files.Begin(clerk, "a.jpg", 5000, "0.2.2"))).ShouldBe(412);
        (await Status(Files.Begin(clerk, "a.jpg", 0))).ShouldBe(400);
        (await Status(Files.Begin(clerk, "a.mp4", 1_000_001))).ShouldBe(413);
        (await Status(Files.Send(clerk, address, 7, Files.Picture(10)))).ShouldBe(409);
        (await Status(Files.Send(clerk, $"/api/uploads/{Guid.Empty}", 0, Files.Picture(10)))).ShouldBe(404);
        (await Status(Files.Send(clerk, address, 0, Files.Picture(5001)))).ShouldBe(413);
        (await Status(Files.Send(clerk, address, 0, Files.Picture(10)))).ShouldBe(404, "a refused upload is gone");
        (await Status(Files.Send(clerk, (await Files.Begin(clerk, "a.jpg", 9)).Headers.Location!.ToString(), 0, "<html></p"u8.ToArray()))).ShouldBe(415);
        (await app.Stranger().Client.PostAsync("/api/uploads", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_administrator_uploads_nothing()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("sys", "系统管理员", string.Empty, "system-administrator");

        (await Status(Files.Begin(await app.SignIn("sys"), "a.jpg", 10))).ShouldBe(403);
    }

    [Fact]
    public async Task What_nobody_took_is_gone_after_a_day_and_what_was_taken_stays()
    {
        await using var app = await TestApp.Start(database);
        var address = await Matter.Run(app);
        var handler = await app.SignIn("handler");
        await handler.PostJson($"/api{address}/attachments", new { uploads = new[] { await Files.Upload(handler, "a.jpg", Files.Picture()) } });
        await Files.Upload(handler, "b.jpg", Files.Picture(6000));
        app.Clock.Now += TimeSpan.FromHours(25);

        (await app.Office.AttachmentWatch.Run(TestContext.Current.CancellationToken)).Forgotten.ShouldBeLessThanOrEqualTo(1); // The job may have been faster.

        Directory.GetFiles(app.Office.Contents.Incoming).ShouldBeEmpty();
        Directory.GetFiles(app.Office.Contents.Directory, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    private static async Task<int> Status(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return (int)answer.StatusCode;
    }

    private static async Task<string> Registered(Session clerk, Guid upload)
    {
        var (status, body) = await clerk.PostJson("/api/contacts", new { form = new { petitioners = Array.Empty<object>(), summary = "账户冻结" }, uploads = new[] { upload } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        var list = await clerk.GetJson($"/api/petitions/{body.GetProperty("home").GetInt32()}/{body.GetProperty("petition").GetGuid()}/attachments");
        return list.EnumerateArray().Single().GetProperty("href").GetString()!;
    }

    /// <summary>Waits until the server has seen that the connection is gone, and says how much it kept.</summary>
    private static async Task<long> Kept(Session clerk, string address)
    {
        var (kept, seen) = (-1L, 0);
        while (seen < 3)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            var now = await Files.Offset(clerk, address);
            (kept, seen) = (now, now == kept && now > 0 ? seen + 1 : 0);
        }

        return kept;
    }

    /// <summary>Announces the whole content, sends a part of it, and breaks the connection off.</summary>
    private static async Task Cut(TestApp app, Session clerk, string address, byte[] bytes, int until)
    {
        var server = new Uri(app.Address);
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        var cookies = clerk.Cookies.GetCookieHeader(server);
        var head = $"PATCH {address} HTTP/1.1\r\nHost: x\r\nCookie: {cookies}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: {bytes.Length}\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(bytes.AsMemory(0, until), TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        socket.LingerState = new LingerOption(true, 0); // A reset, as when a cable is pulled and found out.
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using Npgsql;
using Zhixin.Database.Embedded;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Hosting;

/// <summary>The database goes away while people work, and comes back: what was typed stays with them, and one record comes of it.</summary>
public sealed class LostDatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zx");

    public LostDatabaseTests() => File.SetUnixFileMode(
        _folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_form_sent_while_the_database_is_away_comes_back_filled_in_and_is_sent_again()
    {
        var database = await Server();
        await using var app = await TestApp.On(await Fresh(database), adoptGangchengRules: false);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var clerk = await app.SignIn("clerk");
        var form = await clerk.Open("/register");
        await database.DisposeAsync();

        using var lost = await clerk.Submit(form, "/contacts", ("personName", "佟桂兰"), ("account", "案款 <没有> 发还"), ("intent", "register"));
        lost.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        lost.Headers.RetryAfter.ShouldNotBeNull();
        var kept = await Session.Page(lost);
        kept.Body!.TextContent.ShouldContain("您填写的内容还在这一页上");
        ((IHtmlInputElement)kept.QuerySelector("input[name=account]")!).Value.ShouldBe("案款 <没有> 发还");
        (await clerk.Client.GetAsync("/ledger", Stop)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await clerk.Client.GetAsync("/api/petitions", Stop)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await clerk.Client.GetAsync("/healthz", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await clerk.Client.GetAsync("/readyz", Stop)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await using var back = await Server();
        using var sent = await clerk.Submit(kept, "/contacts");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync(Stop));
        using var twice = await clerk.Submit(kept, "/contacts");
        twice.Headers.Location.ShouldBe(sent.Headers.Location);
        (await app.Office.Db.Maintenance<string>("select summary from contact", [], Stop)).ShouldBe(["案款 <没有> 发还"]);
    }

    [Fact]
    public async Task A_password_is_never_written_into_the_page()
    {
        var database = await Server();
        await using var app = await TestApp.On(await Fresh(database), adoptGangchengRules: false);
        var stranger = app.Stranger();
        var page = await stranger.Open("/sign-in");
        await database.DisposeAsync();
        using var lost = await stranger.Submit(page, "/sign-in", ("user", "clerk"), ("password", "very-secret-1"));
        lost.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await lost.Content.ReadAsStringAsync(Stop)).ShouldNotContain("very-secret-1");
    }

    private Task<EmbeddedServer> Server()
    {
#pragma warning disable RS0030 // A test assembly is its own composition root.
        return EmbeddedServer.StartOrJoin(new EmbeddedServerOptions(_folder.FullName, "test"), TimeProvider.System, Stop);
#pragma warning restore RS0030
    }

    private static async Task<string> Fresh(EmbeddedServer server)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("create database lost", connection);
        await command.ExecuteNonQueryAsync(Stop);
        return server.ConnectionTo("lost");
    }
}

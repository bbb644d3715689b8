using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Access;

/// <summary>What leaves its trace in the access log, and that the trace stays.</summary>
public sealed class LoggedTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_in_searching_opening_unmasking_printing_and_exporting_are_logged()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist", "petition-unit-head");
        var clerk = await app.SignIn("clerk");
        var registered = await Matter.Register(clerk, "佟桂兰");
        var petition = $"/petitions/{registered.GetProperty("home")}/{registered.GetProperty("petition").GetGuid()}";
        await clerk.Open("/ledger?words=" + Uri.EscapeDataString("冻结"));
        var page = await clerk.Open(petition);
        var reveal = page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!).First(action => action.Contains("/reveal/", StringComparison.Ordinal));
        (await clerk.Submit(page, reveal, ("purpose", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "no purpose, no number");
        (await Session.Page(await clerk.Submit(page, reveal, ("purpose", "电话联系信访人")))).Body!.TextContent.ShouldContain("13800000001");
        (await clerk.Client.GetAsync("/ledger/export", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await clerk.Open($"/contacts/{registered.GetProperty("home")}/{registered.GetProperty("contact").GetGuid()}/receipt");

        var lines = await app.Office.Db.Maintenance<string>("select act || '|' || coalesce(purpose, '') || '|' || coalesce(detail, '') from access_log order by at, id", [], Stop);
        lines.Select(line => line.Split('|')[0]).ShouldBe(["sign-in", "read-ledger", "read-petition", "unmask", "export", "print-receipt"], ignoreOrder: true);
        lines.ShouldContain(line => line.StartsWith("unmask|电话联系信访人|", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("read-ledger||words=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_changes_the_log_not_even_the_program()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.SignIn("clerk");
        foreach (var role in new[] { "zx_app", "zx_maintain" })
        {
            // A connection of its own: what the program sends is judged by the statement recorder.
            await using var connection = new Npgsql.NpgsqlConnection(new Npgsql.NpgsqlConnectionStringBuilder(app.Connection) { Options = "-c role=" + role }.ConnectionString);
            await connection.OpenAsync(Stop);
            foreach (var sql in new[] { "update access_log set act = 'nothing'", "delete from access_log", "truncate access_log" })
            {
                await using var command = new Npgsql.NpgsqlCommand(sql, connection);
                await Should.ThrowAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
            }
        }
    }

    [Theory]
    [InlineData("system-administrator")]
    [InlineData("security-administrator")]
    [InlineData("audit-administrator")]
    public async Task An_administrator_opens_no_matter_and_holds_no_other_post(string post)
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("admin", "管理员", "", post);
        var admin = await app.SignIn("admin");
        foreach (var path in new[] { "/ledger", "/register", "/corrections", "/import", "/api/petitions", "/api/imports", "/petitions/1777/00000000-0000-0000-0000-000000000000" })
        {
            (await admin.Client.GetAsync(path, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        var posts = app.Office.Staff.Posts;
        Zhixin.Courts.Staffing.Take(new Zhixin.Courts.Appoint("管理员", "both", "", [post, "handler"]), posts, Zhixin.Courts.CourtLevel.Basic).ShouldBeOfType<Decision<object>.Refused>();
        var other = post == "audit-administrator" ? "system-administrator" : "audit-administrator";
        Zhixin.Courts.Staffing.Take(new Zhixin.Courts.Appoint("管理员", "both", "", [post, other]), posts, null).ShouldBeOfType<Decision<object>.Refused>();
    }
}

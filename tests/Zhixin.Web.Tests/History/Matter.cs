using System.Text.Json;
using Npgsql;
using Zhixin.Database.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.History;

/// <summary>A court with a clerk, a head and a handler, and a matter that ran through register, join, assign and acknowledge.</summary>
public static class Matter
{
    public const string Case = "（2025）豫0802执1234号";

    /// <summary>The people of the court; the handler's id.</summary>
    public static async Task<Guid> Staff(TestApp app)
    {
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        return await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
    }

    /// <summary>Registers through the API.</summary>
    public static async Task<JsonElement> Register(Session clerk, string name, string? join = null, string? number = Case, Guid[]? accused = null)
    {
        var (status, body) = await clerk.PostJson("/api/contacts", new
        {
            form = new { petitioners = new[] { new { name, identityNumber = (string?)null, phone = "13800000001" } }, caseNumber = number, parties = "某某公司", summary = "账户冻结未扣划", people = "1", accused = accused ?? [] },
            join,
        });
        ((int)status).ShouldBe(201, body.ToString());
        return body;
    }

    /// <summary>Runs a whole matter; its address below /petitions.</summary>
    public static async Task<string> Run(TestApp app)
    {
        var handler = await Staff(app);
        var clerk = await app.SignIn("clerk");
        var first = await Register(clerk, "佟桂兰");
        var id = $"{first.GetProperty("home").GetInt32()}_{first.GetProperty("petition").GetGuid()}";
        await Register(clerk, "佟桂兰", id);
        await Register(clerk, "匿名来信人", number: null);
        var address = "/petitions/" + id.Replace('_', '/');
        var head = await app.SignIn("head");
        (await head.Submit(address, address + "/assignment", ("handler", handler.ToString()))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await (await app.SignIn("handler")).Submit(address, address + "/acknowledgement")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return address;
    }

    /// <summary>The version, as it is, of the matter that an address names; 1 where it names none.</summary>
    public static async Task<int> Version(TestApp app, string address) => (await app.Office.Db.Maintenance<int>(
        "select coalesce(max(version), 1)::int from event where stream = $1", [address.Split('/').Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty).FirstOrDefault(id => id != Guid.Empty)])).Single();

    /// <summary>Verifies everything.</summary>
    public static Task<Verification> Verify(TestApp app, VerificationDepth depth = VerificationDepth.Everything) =>
        new Verifier(app.Office.Db, app.Office.Law.Now, app.Office.Rows, app.Office.Vault, app.Clock) { Contents = app.Office.Contents }.Run(depth, TestContext.Current.CancellationToken);

    /// <summary>Changes what is stored as somebody with all power over the database could: triggers put aside.</summary>
    public static async Task Tamper(TestApp app, string sql) => (await Alter(app, sql)).ShouldBeGreaterThan(0);

    /// <summary>Runs statements with triggers put aside; the rows changed, or -1.</summary>
    public static async Task<int> Alter(TestApp app, string sql)
    {
        await using var connection = new NpgsqlConnection(app.Connection + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("set session_replication_role = replica; " + sql, connection);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>An application with one matter, whose tables are put back before each test.</summary>
public sealed class TamperedApp(WebDatabase database) : IAsyncLifetime
{
    private static readonly string[] Tables =
        ["event", "stream", "sight", "number_series", "contact", "petition", "obligation", "approval", "person", "match_key", "attachment", "attachment_key", "paper"];

    private TestApp? _app;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.Start(database);
        await Matter.Run(_app);
        await Matter.Alter(_app, "create schema kept; " + string.Concat(Tables.Select(t => $"create table kept.{t} as table {t}; ")));
    }

    /// <summary>The application as the matter left it.</summary>
    public async Task<TestApp> Untouched()
    {
        await Matter.Tamper(_app!, string.Concat(Tables.Select(t => $"truncate {t}; insert into {t} select * from kept.{t}; ")));
        return _app!;
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}

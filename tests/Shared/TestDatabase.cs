using Npgsql;
using Zhixin.Database.Embedded;

namespace Zhixin.Tests.Shared;

/// <summary>
/// One private PostgreSQL for a test assembly, started when the first test asks for a database. Tests get databases of their own, cloned from
/// a template that is migrated once. Derive a class without parameters and name it in <c>[assembly: AssemblyFixture]</c>.
/// </summary>
/// <param name="migrate">Brings the empty template, given by its connection string, to the present schema.</param>
public abstract class TestDatabase(Func<string, Task> migrate) : IAsyncLifetime
{
    private const string Template = "zx_template";

    // The machine may lose power during a test run; a test that needs durability starts a server of its own.
    private static readonly Dictionary<string, string> Fast = new(StringComparer.Ordinal)
    {
        ["fsync"] = "off",
        ["full_page_writes"] = "off",
        ["synchronous_commit"] = "off",
    };

    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("zx");
    private EmbeddedServer? server;
    private int made;

    /// <summary>Makes a database with the present schema and no rows that only the caller uses.</summary>
    /// <returns>Its connection string, as the schema's owner.</returns>
    public async Task<string> Fresh()
    {
        await oneAtATime.WaitAsync();
        try
        {
            server ??= await StartMigrated();
            var name = $"zx_test_{++made}";
            await Run($"create database {name} template {Template}");
            return ConnectionTo(name, "Maximum Pool Size=20;Connection Idle Lifetime=5;Connection Pruning Interval=1");
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public ValueTask InitializeAsync()
    {
        // The server's user must be able to pass through when the tests run as root.
        File.SetUnixFileMode(directory.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        oneAtATime.Dispose();
        directory.Delete(recursive: true);
    }

    private async Task<EmbeddedServer> StartMigrated()
    {
        var options = new EmbeddedServerOptions(directory.FullName, "test") { Settings = Fast };
#pragma warning disable RS0030 // A test assembly is its own composition root.
        var started = await EmbeddedServer.StartOrJoin(options, TimeProvider.System, CancellationToken.None);
#pragma warning restore RS0030
        try
        {
            server = started;
            await Run($"create database {Template}");
            await migrate(ConnectionTo(Template, "Pooling=false")); // no session may be left in a template
            return started;
        }
        catch
        {
            server = null;
            await started.DisposeAsync();
            throw;
        }
    }

    private string ConnectionTo(string database, string more) => $"{server!.ConnectionTo(database)};{more}";

    private async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres", "Pooling=false"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

using Npgsql;

namespace Zhixin.Database.Embedded;

/// <summary>The database that a command works on: the private server, or the one that <c>ZHIXIN_DATABASE</c> names.</summary>
public sealed class RunningDatabase : IAsyncDisposable
{
    private const int OldestVersion = 15;

    private readonly EmbeddedServer? server;

    private RunningDatabase(string connectionString, EmbeddedServer? server) => (ConnectionString, this.server) = (connectionString, server);

    /// <summary>As the role that owns the schema.</summary>
    public string ConnectionString { get; }

    /// <summary>False: another server, which is neither started nor stopped here.</summary>
    public bool IsEmbedded => server is not null;

    /// <summary>Opens the named server when a connection string is given, else the private one.</summary>
    /// <param name="external">Value of <c>ZHIXIN_DATABASE</c>; null or empty: the private server.</param>
    /// <exception cref="EmbeddedServerException">No database can be offered.</exception>
    public static async Task<RunningDatabase> Open(string? external, EmbeddedServerOptions options, TimeProvider time, CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(external))
        {
            await Check(external, stop);
            return new RunningDatabase(external, null);
        }

        var started = await EmbeddedServer.StartOrJoin(options, time, stop);
        return new RunningDatabase(started.ConnectionString, started);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task Check(string external, CancellationToken stop)
    {
        try
        {
            await using var connection = new NpgsqlConnection(external);
            await connection.OpenAsync(stop);
            if (connection.PostgreSqlVersion.Major < OldestVersion)
            {
                throw NotReachable($"PostgreSQL {connection.PostgreSqlVersion} < {OldestVersion}", null);
            }
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException or TimeoutException)
        {
            throw NotReachable(e is ArgumentException ? "not a connection string" : e.Message, e is ArgumentException ? null : e);
        }
    }

    /// <summary>A faulty connection string may be a password in the wrong place: its parser's message is not repeated.</summary>
    private static EmbeddedServerException NotReachable(string reason, Exception? cause) => new(
        ServerProblem.NotReachable,
        $"无法使用 ZHIXIN_DATABASE 指定的数据库（需要 PostgreSQL {OldestVersion} 或以上）：{reason}",
        $"The database named by ZHIXIN_DATABASE cannot be used (PostgreSQL {OldestVersion} or later is needed): {reason}",
        cause);
}

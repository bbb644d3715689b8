using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Zhixin.Database;

/// <summary>On whose behalf the database is asked: the viewer's court and person. No scope, no rows.</summary>
public readonly record struct Scope(int Court, Guid Viewer);

/// <summary>
/// The two ways into the database: as the role that runs (row-secured), and as the role that maintains (verify, rebuild, job finders).
/// </summary>
public sealed class Db : IAsyncDisposable
{
    /// <summary>What <see cref="Ordered"/> says before its statement.</summary>
    public const string Unsorted = "set local enable_sort = off";

    /// <summary>Likewise: a bitmap has no order.</summary>
    public const string Unmapped = "set local enable_bitmapscan = off";

    private readonly NpgsqlDataSource _app;
    private readonly NpgsqlDataSource _maintain;

    static Db() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Opens nothing yet; connections come from two pools, one per role.</summary>
    /// <param name="connectionString">Of a login that may take the roles zx_app and zx_maintain.</param>
    /// <param name="watch">For tests: who is told of the statements of a role, with their arguments. In operation nobody is.</param>
    public Db(string connectionString, Func<string, ILoggerFactory>? watch = null)
    {
        // The lists are written for one plan each, whatever the values: planning anew costs more than running them.
        _app = Source(connectionString, "zx_app", " -c plan_cache_mode=force_generic_plan", 64, 1 << 13, watch);
        _maintain = Source(connectionString, "zx_maintain", string.Empty, 8, 1 << 16, watch);
    }

    /// <summary>Connections that pass row security; for verify, rebuild and the finders of jobs alone.</summary>
    public ValueTask<NpgsqlConnection> OpenForMaintenanceAsync(CancellationToken stop = default) => _maintain.OpenConnectionAsync(stop);

    /// <summary>A connection of the role that runs.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken stop = default) => _app.OpenConnectionAsync(stop);

    /// <summary>One read inside the viewer's scope, in one round trip.</summary>
    public async Task<List<T>> Query<T>(Scope scope, string sql, object?[] arguments, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        await using var batch = new CommandBatch(scope.Court).Add(sql, arguments).Close(connection);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        return await Rows<T>(reader, stop);
    }

    /// <summary>
    /// One read of a list from the end of its index. Row security hides from the planner how many rows a viewer sees, so it thinks of a list as
    /// short and sorts the whole of it; what it may not use here leaves the index that has the order.
    /// </summary>
    public async Task<List<T>> Ordered<T>(Scope scope, string sql, object?[] arguments, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        await using var batch = new CommandBatch(scope.Court).Add(Unsorted).Add(Unmapped).Add(sql, arguments).Close(connection);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        return await Rows<T>(reader, stop);
    }

    /// <summary>One read of reference tables, which everybody of this installation may see.</summary>
    public async Task<List<T>> Reference<T>(string sql, object?[] arguments, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        CommandBatch.Bind(command.Parameters, arguments);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await Rows<T>(reader, stop);
    }

    /// <summary>One change of reference tables.</summary>
    public async Task<int> Change(string sql, object?[] arguments, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        CommandBatch.Bind(command.Parameters, arguments);
        return await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>One read past row security, for verify, rebuild and job finders alone.</summary>
    public async Task<List<T>> Maintenance<T>(string sql, object?[] arguments, CancellationToken stop = default)
    {
        await using var connection = await OpenForMaintenanceAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        CommandBatch.Bind(command.Parameters, arguments);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await Rows<T>(reader, stop);
    }

    /// <summary>Reads the present result whole, then lets the rest of the batch finish.</summary>
    public static async Task<List<T>> Rows<T>(DbDataReader reader, CancellationToken stop)
    {
        var rows = await Present<T>(reader, stop);
        while (await reader.NextResultAsync(stop))
        {
            // Only the commit follows; reading to the end surfaces its error.
        }

        return rows;
    }

    /// <summary>Reads the present result alone.</summary>
    public static async Task<List<T>> Present<T>(DbDataReader reader, CancellationToken stop)
    {
        var rows = new List<T>();
        Func<DbDataReader, T> parse = IsScalar<T>() ? row => row.IsDBNull(0) ? default! : row.GetFieldValue<T>(0) : reader.GetRowParser<T>();
        while (await reader.ReadAsync(stop))
        {
            rows.Add(parse(reader));
        }

        return rows;
    }

    private static bool IsScalar<T>() => typeof(T).IsValueType || typeof(T) == typeof(string) || typeof(T).IsArray;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _maintain.DisposeAsync();
    }

    private static NpgsqlDataSource Source(string connectionString, string role, string settled, int pool, int read, Func<string, ILoggerFactory>? watch)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = $"-c role={role}{settled}",
            MaxPoolSize = pool,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true, // Whatever is set is set for one transaction alone; resetting takes as long as a small query.
            ApplicationName = "zhixin",
            ReadBufferSize = read,
        };
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        return watch is null ? source.Build() : source.UseLoggerFactory(watch(role)).EnableParameterLogging().Build();
    }
}

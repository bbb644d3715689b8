using System.Reflection;
using Npgsql;

namespace Zhixin.Database;

/// <summary>
/// Runs the dated SQL files that the database has not seen, each in its own transaction, in the order of their names.
/// A database that knows a later file than this version is refused: there is no downgrade.
/// </summary>
public static class Migrator
{
    private const string Prefix = "Zhixin.Database.Migrations.";

    /// <summary>Names of the files that this version carries, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^".sql".Length])
        .Order(StringComparer.Ordinal)];

    /// <summary>Brings the database up to this version.</summary>
    /// <param name="connectionString">Of the role that migrates; it may create roles.</param>
    /// <returns>The names of the files that were run.</returns>
    /// <exception cref="InvalidOperationException">The database is newer than this version.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string connectionString, CancellationToken stop = default)
    {
        await using var source = new NpgsqlDataSourceBuilder(connectionString).Build();
        await using var connection = await source.OpenConnectionAsync(stop);
        await Run(connection, "create table if not exists migration (name text primary key, at timestamptz not null default now())", stop);
        var seen = await Seen(connection, stop);
        var newer = seen.Except(Names, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (newer.Count > 0)
        {
            throw new InvalidOperationException(
                $"The database was last used by a newer version (it has run {newer[0]}). 数据库由更新的版本建立，不能用旧版本打开。");
        }

        var missing = Names.Where(name => !seen.Contains(name)).ToList();
        foreach (var name in missing)
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await Run(connection, await Text(name, stop), stop);
            await using var note = new NpgsqlCommand("insert into migration (name) values ($1)", connection) { Parameters = { new() { Value = name } } };
            await note.ExecuteNonQueryAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return missing;
    }

    private static async Task<HashSet<string>> Seen(NpgsqlConnection connection, CancellationToken stop)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select name from migration", connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            seen.Add(reader.GetString(0));
        }

        return seen;
    }

    private static async Task<string> Text(string name, CancellationToken stop)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + ".sql")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(stop);
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}

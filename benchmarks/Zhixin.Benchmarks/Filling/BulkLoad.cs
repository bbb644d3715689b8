using Npgsql;
using NpgsqlTypes;

namespace Zhixin.Benchmarks.Filling;

/// <summary>Copies collected rows into their tables, as the role that owns the schema. Indexes and keys are set aside during a large load.</summary>
/// <param name="connection">Open; of the owner.</param>
public sealed class BulkLoad(NpgsqlConnection connection)
{
#pragma warning disable S3265 // The driver's own way to say "array of".
    private static readonly Dictionary<string, NpgsqlDbType> Types = new(StringComparer.Ordinal)
    {
        ["int2"] = NpgsqlDbType.Smallint, ["int4"] = NpgsqlDbType.Integer, ["int8"] = NpgsqlDbType.Bigint, ["uuid"] = NpgsqlDbType.Uuid,
        ["text"] = NpgsqlDbType.Text, ["date"] = NpgsqlDbType.Date, ["timestamptz"] = NpgsqlDbType.TimestampTz, ["bool"] = NpgsqlDbType.Boolean,
        ["bytea"] = NpgsqlDbType.Bytea, ["_int4"] = NpgsqlDbType.Array | NpgsqlDbType.Integer, ["_uuid"] = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        ["_text"] = NpgsqlDbType.Array | NpgsqlDbType.Text, ["_date"] = NpgsqlDbType.Array | NpgsqlDbType.Date,
    };
#pragma warning restore S3265

    private readonly Dictionary<string, NpgsqlDbType[]> _columns = new(StringComparer.Ordinal);

    /// <summary>Copies what was collected, table by table, and forgets it.</summary>
    public async Task Write(BulkBuffer buffer)
    {
        foreach (var (table, rows) in buffer.Rows.Where(r => r.Value.Count > 0))
        {
            var columns = BulkTables.All[table];
            var types = await TypesOf(table, columns);
            await using var copy = await connection.BeginBinaryImportAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)");
            foreach (var row in rows)
            {
                Write(copy, row, types);
            }

            await copy.CompleteAsync();
        }

        buffer.Clear();
    }

    /// <summary>Writes the counters of the gapless numbers.</summary>
    public async Task Write(Numbering numbers)
    {
        var all = numbers.Rows.ToList();
        await Execute(
            "insert into number_series (home, series, year, last) select * from unnest($1::int[], $2::text[], $3::int[], $4::int[])",
            all.Select(n => n.Home).ToArray(), all.Select(n => n.Series).ToArray(), all.Select(n => n.Year).ToArray(), all.Select(n => n.Last).ToArray());
    }

    /// <summary>Takes keys and indexes of the loaded tables away; returns the statements that make them again.</summary>
    public async Task<IReadOnlyList<string>> SetIndexesAside()
    {
        var again = new List<string>();
        foreach (var table in BulkTables.All.Keys)
        {
            foreach (var (name, key) in await Pairs($"select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = '{table}'::regclass and contype in ('p', 'u')"))
            {
                again.Add($"alter table {table} add constraint {name} {key}");
                await Execute($"alter table {table} drop constraint {name}");
            }

            foreach (var (name, index) in await Pairs($"select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = '{table}'"))
            {
                again.Add(index);
                await Execute($"drop index {name}");
            }
        }

        return again;
    }

    /// <summary>Executes a statement of the owner.</summary>
    public async Task Execute(string sql, params object[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        await command.ExecuteNonQueryAsync();
    }

    private static void Write(NpgsqlBinaryImporter copy, object?[] row, NpgsqlDbType[] types)
    {
        copy.StartRow();
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] is { } value)
            {
                copy.Write(value, types[at]);
            }
            else
            {
                copy.WriteNull();
            }
        }
    }

    private async Task<NpgsqlDbType[]> TypesOf(string table, IReadOnlyList<string> columns)
    {
        if (!_columns.TryGetValue(table, out var types))
        {
            var known = (await Pairs($"select column_name, udt_name from information_schema.columns where table_schema = 'public' and table_name = '{table}'"))
                .ToDictionary(c => c.Item1, c => Types[c.Item2], StringComparer.Ordinal);
            _columns[table] = types = [.. columns.Select(c => known[c])];
        }

        return types;
    }

    private async Task<List<(string, string)>> Pairs(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var pairs = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return pairs;
    }
}

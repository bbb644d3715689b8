using System.Globalization;

namespace Zhixin.Database;

/// <summary>Collects rows of read tables and writes each table's in one statement, whatever their number: the same rows as one by one.</summary>
public sealed class BulkRows
{
    private static readonly Dictionary<string, string> Types = Names(new()
    {
        ["int"] =
            "home version people petition_home high mid basic responsible registering contacts no pack_version court row sheet_row enforcing rounds returns answers_to handling approval.request "
            + "reporting decider from_court to_court pressed top chain owed cards problems phones nodes unchecked risks",
        ["uuid"] = "id stream receiver petition handler lead in_charge person batch contact falls_to charged_person reviewer asked_by asked_for "
            + "applied_by verifier attachment.matter",
        ["date"] = "received_on first_received_on last_received_on next_due overdue_after trigger_on due counts_from settled_on entered_on day issued_on letter_on listed_on ended_on "
            + "listed_due listed_until listed_result_on awaited told_on handled_on began_on asked_on decided_on reported_on applied_on since reversed_on correction_due notice_on filed_on ruled_on concluded_on",
        ["boolean"] = "voided level_skip group_visit provisional warn_only by_leader major inside anonymous names_leader joint "
            + "next_provisional",
        ["bytea"] = "name_sealed sealed key_wrapped fingerprint contact_fingerprint",
        ["int[]"] = "words seen_by courts read_by",
        ["uuid[]"] = "petitioners accused parties co_handlers barred handlers",
        ["text[]"] = "flags grounds pressing",
        ["bigint"] = "size",
        ["bigint[]"] = "marks",
        ["date[]"] = "not_followed",
    });

    private readonly Dictionary<ReadTable, List<object?[]>> _added = [];
    private readonly Dictionary<ReadTable, List<object?[]>> _replaced = [];

    /// <summary>Collects a row that may be there already, and then is replaced whole; a key stands only once between two stagings.</summary>
    public void Add(TableRow row) => Add(_replaced, row);

    /// <summary>Collects a row that cannot be there yet, which costs the database a third less; if it is, the statement fails.</summary>
    public void AddNew(TableRow row) => Add(_added, row);

    /// <summary>Stages what was collected, and forgets it.</summary>
    public void Stage(CommandBatch batch)
    {
        Stage(batch, _added, New);
        Stage(batch, _replaced, Upsert);
    }

    /// <summary>An array of numbers, codes or days as PostgreSQL writes it: arrays of unequal length cannot be unnested side by side.</summary>
    public static string Literal(Array values) => values switch
    {
        int[] numbers => $"{{{string.Join(',', numbers)}}}",
        DateOnly[] days => $"{{{string.Join(',', days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))}}}",
        _ => "{" + string.Join(',', values.Cast<object>()) + "}",
    };

    private static void Add(Dictionary<ReadTable, List<object?[]>> to, TableRow row)
    {
        if (!to.TryGetValue(row.Table, out var rows))
        {
            to[row.Table] = rows = [];
        }

        rows.Add(row.Values);
    }

    private static void Stage(CommandBatch batch, Dictionary<ReadTable, List<object?[]>> tables, Func<ReadTable, string> sql)
    {
        foreach (var (table, rows) in tables)
        {
            batch.Add(sql(table), [.. table.Columns.Select((column, at) => (object?)Column(TypeOf(table, column), rows, at))]);
        }

        tables.Clear();
    }

    /// <summary>Returns, since a cluster would otherwise copy the rows, which row security does not allow (scale rule 10).</summary>
    private static string New(ReadTable table) => $"with e as ({Insert(table)} returning 1) select count(*) from e";

    private static string Upsert(ReadTable table)
    {
        var replaced = table.Columns.Where(c => !table.Key.Contains(c)).Select(c => $"{c} = excluded.{c}");
        return $"{Insert(table)} on conflict ({string.Join(", ", table.Key)}) do update set {string.Join(", ", replaced)}";
    }

    private static string Insert(ReadTable table)
    {
        var types = table.Columns.Select(column => TypeOf(table, column)).ToList();
        var given = types.Select((type, at) => type.EndsWith("[]", StringComparison.Ordinal) ? $"${at + 1}::text[]" : $"${at + 1}::{type}[]");
        var taken = table.Columns.Select((column, at) => types[at].EndsWith("[]", StringComparison.Ordinal) ? $"t.{column}::{types[at]}" : $"t.{column}");
        return $"insert into {table.Name} ({string.Join(", ", table.Columns)}) select {string.Join(", ", taken)} from unnest({string.Join(", ", given)}) "
            + $"as t({string.Join(", ", table.Columns)})";
    }

    private static Array Column(string type, List<object?[]> rows, int at) => type switch
    {
        "int" => Values<int?>(rows, at),
        "bigint" => Values<long?>(rows, at),
        "uuid" => Values<Guid?>(rows, at),
        "date" => Values<DateOnly?>(rows, at),
        "boolean" => Values<bool?>(rows, at),
        "bytea" => Values<byte[]?>(rows, at),
        "text" => Values<string?>(rows, at),
        _ => rows.Select(row => row[at] is Array values ? Literal(values) : null).ToArray(),
    };

    private static T[] Values<T>(List<object?[]> rows, int at) => [.. rows.Select(row => (T)row[at]!)];

    /// <summary>The type of a column: one name has one type in all read tables, save where the table is named with it; a test holds it against the schema.</summary>
    public static string TypeOf(ReadTable table, string column) => Types.GetValueOrDefault($"{table.Name}.{column}") ?? Types.GetValueOrDefault(column, "text");

    private static Dictionary<string, string> Names(Dictionary<string, string> byType) => byType
        .SelectMany(pair => pair.Value.Split(' ').Select(name => (name, pair.Key)))
        .ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);
}

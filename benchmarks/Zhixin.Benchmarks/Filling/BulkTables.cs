using Zhixin.Database;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;

namespace Zhixin.Benchmarks.Filling;

/// <summary>The tables that the acts of a matter write, with their columns in the order in which rows are collected.</summary>
public static class BulkTables
{
    public const string Event = "event";
    public const string Stream = "stream";
    public const string Sight = "sight";
    public const string Person = "person";
    public const string MatchKey = "match_key";

    /// <summary>Columns by table.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Event] = EventStore.Columns.Split(", "),
        [Stream] = ["home", "stream", "kind", "version", "hash", "recorded_at", "seen_by"],
        [Sight] = ["home", "stream", "court", "ground"],
        [Person] = ["home", "id", "kind", "sealed", "key_wrapped", "key_id", "seen_by"],
        [MatchKey] = ["home", "kind", "key", "stream"],
        [ReadRows.Contacts.Name] = ReadRows.Contacts.Columns,
        [ReadRows.Petitions.Name] = ReadRows.Petitions.Columns,
        [ReadRows.Obligations.Name] = ReadRows.Obligations.Columns,
        [ReviewStepRows.Table.Name] = ReviewStepRows.Table.Columns,
        [SupervisionRows.Table.Name] = SupervisionRows.Table.Columns,
    };
}

/// <summary>Rows waiting to be copied, by table.</summary>
public sealed class BulkBuffer
{
    private readonly Dictionary<string, List<object?[]>> _rows = BulkTables.All.Keys.ToDictionary(name => name, _ => new List<object?[]>(), StringComparer.Ordinal);

    /// <summary>Rows by table.</summary>
    public IReadOnlyDictionary<string, List<object?[]>> Rows => _rows;

    /// <summary>Collects a row.</summary>
    public void Add(string table, params object?[] values) => _rows[table].Add(values);

    /// <summary>Collects a row of a read table.</summary>
    public void Add(TableRow row) => _rows[row.Table.Name].Add(row.Values);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var rows in _rows.Values)
        {
            rows.Clear();
        }
    }
}

/// <summary>The gapless numbers of the acts: one counter per court, series and year. One matter at a time, courts in any order.</summary>
public sealed class Numbering
{
    private readonly Dictionary<(int Home, string Series, int Year), int> _last = [];

    /// <summary>The next number.</summary>
    public int Next(int home, string series, int year)
    {
        var next = _last.GetValueOrDefault((home, series, year)) + 1;
        _last[(home, series, year)] = next;
        return next;
    }

    /// <summary>The rows of <c>number_series</c>.</summary>
    public IEnumerable<(int Home, string Series, int Year, int Last)> Rows => _last.Select(l => (l.Key.Home, l.Key.Series, l.Key.Year, l.Value));
}

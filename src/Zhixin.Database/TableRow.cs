using Zhixin.Database.History;

namespace Zhixin.Database;

/// <summary>A read table that is a fold of the history.</summary>
/// <param name="Key">Its primary key; these columns come first.</param>
/// <param name="Columns">All columns, key first.</param>
public sealed record ReadTable(string Name, IReadOnlyList<string> Key, IReadOnlyList<string> Columns)
{
    /// <summary>Writes a row, or replaces it whole.</summary>
    public string Upsert { get; } =
        $"insert into {Name} ({string.Join(", ", Columns)}) values ({string.Join(", ", Enumerable.Range(1, Columns.Count).Select(n => $"${n}"))}) "
        + $"on conflict ({string.Join(", ", Key)}) do update set "
        + string.Join(", ", Columns.Where(c => !Key.Contains(c)).Select(c => $"{c} = excluded.{c}"));

    /// <summary>Writes a row that is new: nothing is looked for that it might replace.</summary>
    public string Insert { get; } = $"insert into {Name} ({string.Join(", ", Columns)}) values ({string.Join(", ", Enumerable.Range(1, Columns.Count).Select(n => $"${n}"))})";

    /// <summary>Replaces a row that is there: nothing is tried that would fail.</summary>
    public string Update { get; } =
        $"update {Name} set {string.Join(", ", Columns.Select((c, i) => $"{c} = ${i + 1}").Skip(Key.Count))} "
        + $"where {string.Join(" and ", Key.Select((c, i) => $"{c} = ${i + 1}"))}";

    /// <summary>Reads the rows of one home, in key order.</summary>
    public string SelectHome { get; } = $"select {string.Join(", ", Columns)} from {Name} where home = $1 order by {string.Join(", ", Key)}";
}

/// <summary>One row of a read table, values in column order.</summary>
public sealed record TableRow(ReadTable Table, object?[] Values)
{
    /// <summary>Stages the row.</summary>
    /// <param name="isNew">Whether its key was made in this very transaction (true), or was there before it (false); null where that is not known.</param>
    public void Write(CommandBatch batch, bool? isNew = null) =>
        batch.Add(isNew switch { true => Table.Insert, false => Table.Update, null => Table.Upsert }, Values);

    /// <summary>Whether another row of the table has the same values.</summary>
    public bool IsSame(TableRow other) => Values.Zip(other.Values).All(pair => Difference.Same(pair.First, pair.Second));
}

namespace Zhixin.Ledger;

/// <summary>
/// Where the columns of a sheet stand. <see cref="Headings"/> holds every heading by position (0 is column A), known or not;
/// <see cref="RowsBefore"/> counts the rows above the header, <see cref="Height"/> its own rows (1, or 2 with group headings).
/// </summary>
public sealed record LedgerHeader(IReadOnlyDictionary<LedgerColumn, int> Positions, IReadOnlyList<string> Headings, int RowsBefore, int Height)
{
    /// <summary>How many rows from the top are looked at for the header.</summary>
    public const int RowsLookedAt = 30;

    private const int FewestKnown = 4;

    /// <summary>The required columns that the sheet lacks, in their usual order.</summary>
    public IReadOnlyList<LedgerColumn> Missing => [.. LedgerColumns.Required.Where(column => !Positions.ContainsKey(column))];

    /// <summary>
    /// The header among the first rows: the row, or the pair of rows (a group heading above its columns), with the most known
    /// columns; where two are equal the single row, then the upper one. Null when no row knows at least four columns and among them the petitioner or the case number.
    /// </summary>
    public static LedgerHeader? Find(IReadOnlyList<IReadOnlyList<LedgerCell>> rows)
    {
        var top = rows.Take(RowsLookedAt).ToList();
        LedgerHeader? best = null;
        for (var index = 0; index < top.Count; index++)
        {
            best = Better(best, Of([.. top[index].Select(cell => (cell.Plain, ""))], index, 1));
        }

        for (var index = 0; index + 1 < top.Count; index++)
        {
            best = Better(best, Of(Pair(top[index], top[index + 1]), index, 2));
        }

        return best is not null && IsLedger(best) ? best : null;
    }

    /// <summary>True when the row repeats the header, as printed pages do.</summary>
    public bool Repeats(IReadOnlyList<LedgerCell> cells)
    {
        var same = Positions.Values.Count(at => at < cells.Count && cells[at].Plain.Length > 0 && cells[at].Plain == Headings[at]);
        return same >= FewestKnown || (same > 0 && same >= Positions.Count - 1);
    }

    private static bool IsLedger(LedgerHeader header) =>
        header.Positions.Count >= FewestKnown
        && (header.Positions.ContainsKey(LedgerColumn.Petitioner) || header.Positions.ContainsKey(LedgerColumn.CaseNumber));

    private static LedgerHeader Better(LedgerHeader? one, LedgerHeader other) =>
        one is null || other.Positions.Count > one.Positions.Count ? other : one;

    private static List<(string Name, string Group)> Pair(IReadOnlyList<LedgerCell> upper, IReadOnlyList<LedgerCell> lower)
    {
        var headings = new List<(string, string)>();
        var group = "";
        for (var at = 0; at < Math.Max(upper.Count, lower.Count); at++)
        {
            var above = at < upper.Count ? upper[at].Plain : "";
            var below = at < lower.Count ? lower[at].Plain : "";
            group = above.Length > 0 ? above : group;
            headings.Add(below.Length > 0 && below != above ? (below, group) : (above, ""));
        }

        return headings;
    }

    private static LedgerHeader Of(List<(string Name, string Group)> headings, int rowsBefore, int height)
    {
        var found = new Dictionary<LedgerColumn, (int At, int Rank)>();
        for (var at = 0; at < headings.Count; at++)
        {
            var (name, group) = headings[at];
            var known = (group.Length > 0 ? LedgerColumns.Find(group + name) : null) ?? LedgerColumns.Find(name);
            if (known is { } match && (!found.TryGetValue(match.Column, out var earlier) || match.Rank < earlier.Rank))
            {
                found[match.Column] = (at, match.Rank);
            }
        }

        return new(
            found.ToDictionary(pair => pair.Key, pair => pair.Value.At),
            [.. headings.Select(heading => heading.Name)],
            rowsBefore,
            height);
    }
}

namespace Zhixin.Regulations;

/// <summary>The coverage that was written with <see cref="ClauseCoverage.Csv"/>, read again: what the software does for each clause.</summary>
public sealed class CoverageTable
{
    private readonly Dictionary<string, CoveredClause> _rows;

    private CoverageTable(IEnumerable<CoveredClause> rows) => _rows = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);

    /// <summary>The rows in the order of the file.</summary>
    public IReadOnlyCollection<CoveredClause> Rows => _rows.Values;

    /// <summary>Reads "id,module,status,tests"; a line that cannot be read is an error.</summary>
    public static CoverageTable Read(string file, string text, List<PackError> errors)
    {
        var (rows, lines) = (new List<CoveredClause>(), text.Split('\n'));
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].TrimEnd('\r').Split(',');
            if (cells is [{ Length: > 0 } id, var module, var word, var tests] && Enum.TryParse<ClauseStatus>(word, ignoreCase: true, out var status))
            {
                rows.Add(new CoveredClause(id, module, status, tests.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            }
            else if (lines[i].Length > 0)
            {
                errors.Add(new PackError(file, i + 1, "a clause reads 'id,module,status,tests'"));
            }
        }

        return new CoverageTable(rows.DistinctBy(row => row.Id));
    }

    /// <summary>
    /// The status of a clause, or of its items together where only those are counted, such as GC21-15(1) to (7) for GC21-15: what all
    /// agree on, else partial. Null where the inventory has neither, as for packs that are only there for comparison.
    /// </summary>
    public ClauseStatus? Of(string clause)
    {
        if (_rows.TryGetValue(clause, out var row))
        {
            return row.Status;
        }

        var items = _rows.Values.Where(r => r.Id.StartsWith(clause + "(", StringComparison.Ordinal)).Select(r => r.Status).Distinct().ToList();
        return items switch
        {
            [] => null,
            [var only] => only,
            _ => ClauseStatus.Partial,
        };
    }

    /// <summary>The tests that show a clause or one of its items, in alphabetical order.</summary>
    public IReadOnlyList<string> TestsOf(string clause) =>
        [.. _rows.Values.Where(r => r.Id == clause || r.Id.StartsWith(clause + "(", StringComparison.Ordinal)).SelectMany(r => r.Tests).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

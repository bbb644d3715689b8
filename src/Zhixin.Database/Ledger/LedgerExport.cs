using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>A row that waits for correction, as it stood in the file, with why.</summary>
public sealed record RejectedRow(LedgerRow Row, IReadOnlyList<LedgerReason> Reasons);

/// <summary>The two workbooks that leave the ledger: the ledger itself with the columns of the sample, and the correction list.</summary>
public static class LedgerExport
{
    /// <summary>The heading of the column that a correction list adds.</summary>
    public const string ReasonHeading = "原因";

    /// <summary>The columns of the hand-down ledger (JZ21-A1) for an export, typed and with widths; a row's cells stand in the order of <see cref="LedgerColumns.Exported"/>.</summary>
    public static IReadOnlyList<LedgerExportColumn> Columns { get; } =
        [.. LedgerColumns.Exported.Select(column => new LedgerExportColumn(LedgerColumns.Name(column), Type(column), Width(column)))];

    /// <summary>
    /// Writes rejected rows with the columns of their own file, cells as they were written, and the reasons in a last column, so that the list
    /// can be corrected and imported again. Rows of sheets with other columns follow under their own headings.
    /// </summary>
    public static void WriteCorrections(Stream to, IReadOnlyCollection<RejectedRow> rows, DateTimeOffset writtenAt)
    {
        var headings = Headings(rows);
        using var writer = new LedgerWriter(to, "更正清单", [.. headings.Select(heading => new LedgerExportColumn(heading, LedgerColumnType.Text, 16)), new(ReasonHeading, LedgerColumnType.Text, 32)], writtenAt);
        foreach (var (row, reasons) in rows)
        {
            var cells = new object?[headings.Count + 1];
            foreach (var (heading, cell) in Named(row))
            {
                cells[headings.IndexOf(heading)] = cell.Kind == LedgerCellKind.Blank ? null : cell.Text;
            }

            cells[^1] = reasons.Text();
            writer.Write(cells);
        }
    }

    /// <summary>Every heading of the rows' sheets once, in the order in which they first stand; a former 原因 is left out.</summary>
    private static List<string> Headings(IEnumerable<RejectedRow> rows) =>
        [.. rows.Select(row => row.Row.Header).Distinct().SelectMany(Names).Where(name => name != ReasonHeading).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(string Heading, LedgerCell Cell)> Named(LedgerRow row)
    {
        var names = Names(row.Header).ToList();
        return Enumerable.Range(0, Math.Min(names.Count, row.Cells.Count))
            .Where(at => names[at] != ReasonHeading)
            .Select(at => (names[at], row.Cells[at]));
    }

    /// <summary>A column without a heading, or with one that stands twice, is told by its letter.</summary>
    private static IEnumerable<string> Names(LedgerHeader header)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < header.Headings.Count; at++)
        {
            var known = header.Positions.Where(pair => pair.Value == at).Select(pair => LedgerColumns.Name(pair.Key)).FirstOrDefault();
            var heading = known ?? header.Headings[at];
            yield return taken.Add(heading) && heading.Length > 0 ? heading : $"{heading}（第{at + 1}列）";
        }
    }

    private static LedgerColumnType Type(LedgerColumn column) => column switch
    {
        LedgerColumn.HandedDownOn or LedgerColumn.VisitedOn or LedgerColumn.ResolvedOn => LedgerColumnType.Date,
        LedgerColumn.Number or LedgerColumn.PeopleCount => LedgerColumnType.Number,
        _ => LedgerColumnType.Text,
    };

    private static double Width(LedgerColumn column) => column switch
    {
        LedgerColumn.Number or LedgerColumn.PeopleCount => 6,
        LedgerColumn.IdentityNumber => 21,
        LedgerColumn.CaseNumber => 26,
        LedgerColumn.Claims or LedgerColumn.Measures or LedgerColumn.Remarks => 40,
        LedgerColumn.Applicant or LedgerColumn.Respondent => 24,
        _ => 13,
    };
}

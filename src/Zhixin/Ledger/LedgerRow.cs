namespace Zhixin.Ledger;

/// <summary>
/// One row of a ledger as it stands in the file. <see cref="SheetRow"/> is the row's number in its sheet, from 1;
/// <see cref="Cells"/> stand by position (0 is column A) and may be shorter than the header.
/// </summary>
public sealed record LedgerRow(string Sheet, int SheetRow, LedgerHeader Header, IReadOnlyList<LedgerCell> Cells)
{
    /// <summary>The cell under a known column; blank when the sheet lacks the column or the row ends before it.</summary>
    public LedgerCell this[LedgerColumn column] =>
        Header.Positions.TryGetValue(column, out var at) && at < Cells.Count ? Cells[at] : LedgerCell.Blank;

    /// <summary>How a report names the row: its 序号 as written, or "#" and its number in the sheet when it has none.</summary>
    public string Label => this[LedgerColumn.Number].Plain is { Length: > 0 } number ? number : $"#{SheetRow}";

    /// <summary>Columns that an import does not understand, with their headings, so that nothing of the file is lost. Blank cells are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Extras
    {
        get
        {
            var known = Header.Positions.Values.ToHashSet();
            return
            [
                .. Enumerable.Range(0, Cells.Count)
                    .Where(at => !known.Contains(at) && Cells[at].Plain.Length > 0)
                    .Select(at => KeyValuePair.Create(at < Header.Headings.Count ? Header.Headings[at] : "", Cells[at].Plain)),
            ];
        }
    }
}

/// <summary>Why a row below the header is no contact. Such rows are counted and shown, never silently dropped.</summary>
public enum LedgerRowKind
{
    /// <summary>A contact.</summary>
    Contact,

    /// <summary>No cell says anything, or only the number is pre-printed.</summary>
    Blank,

    /// <summary>合计, 小计, 总计 …</summary>
    Total,

    /// <summary>The header again, as printed pages repeat it.</summary>
    RepeatedHeader,

    /// <summary>A heading between rows (一、解放法院), a note, a signature line.</summary>
    Note,
}

/// <summary>Tells contacts from the other things that stand below a header.</summary>
public static class LedgerRowKinds
{
    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "总数", "本页合计", "累计"];

    private static readonly LedgerColumn[] Substance =
    [
        LedgerColumn.Petitioner, LedgerColumn.IdentityNumber, LedgerColumn.Phone, LedgerColumn.VisitedOn, LedgerColumn.CaseNumber,
        LedgerColumn.Applicant, LedgerColumn.Respondent, LedgerColumn.Claims,
    ];

    /// <summary>
    /// A total begins, in one of its first three written cells, with a word such as 合计 and has no case number. A contact has two cells of substance
    /// (petitioner, identity number, phone, date of visit, case number, parties, claims), or one beside its own number.
    /// </summary>
    public static LedgerRowKind Of(LedgerRow row)
    {
        var written = row.Cells.Where(cell => cell.Plain.Length > 0).ToList();
        if (written.Count == 0)
        {
            return LedgerRowKind.Blank;
        }

        if (row.Header.Repeats(row.Cells))
        {
            return LedgerRowKind.RepeatedHeader;
        }

        if (IsTotal(row, written))
        {
            return LedgerRowKind.Total;
        }

        var substance = Substance.Count(column => row[column].Plain.Length > 0);
        var numbered = int.TryParse(row[LedgerColumn.Number].Plain, out _);
        return substance >= 2 || (substance == 1 && numbered) ? LedgerRowKind.Contact
            : numbered && written.Count == 1 ? LedgerRowKind.Blank
            : LedgerRowKind.Note;
    }

    private static bool IsTotal(LedgerRow row, List<LedgerCell> written) =>
        row[LedgerColumn.CaseNumber].Plain.Length == 0
        && written.Take(3).Select(cell => LedgerText.Dense(cell.Text)).Any(text => Totals.Any(word => text.StartsWith(word, StringComparison.Ordinal)));
}

using System.Globalization;
using System.Xml;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>A row of a sheet: its number from 1, and its cells by position (0 is column A) up to the last one that is written.</summary>
internal readonly record struct XlsxRow(int Number, IReadOnlyList<LedgerCell> Cells);

/// <summary>
/// Reads a sheet forward only, in memory that does not grow with its rows. Hidden rows are rows like others: a filter that someone
/// left on hides contacts, it does not undo them. A cell merged downwards counts for each of its rows.
/// </summary>
internal sealed class XlsxSheet(XlsxPackage package, XlsxWorkbook workbook, XlsxSheetPart part, XlsxLimits limits)
{
    private readonly Dictionary<int, List<(int Column, int Until)>> merges = [];

    public string Name => part.Name;

    /// <summary>Reads the sheet to its end once, so that every defect shows before anything is imported, and learns the merged areas.</summary>
    public void Survey()
    {
        var rows = 0;
        using var reader = package.Read(part.Path, limits.SheetBytes);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "row" && ++rows > limits.Rows)
            {
                throw new XlsxRefusedException(LedgerFileRefusal.TooMuch($"工作表“{Name}”超过 {limits.Rows} 行"));
            }

            if (reader.LocalName == "mergeCell")
            {
                Merge(reader.GetAttribute("ref"));
            }
        }
    }

    public IEnumerable<XlsxRow> Rows()
    {
        var below = new Dictionary<int, (int Until, LedgerCell Cell)>();
        var number = 0;
        using var reader = package.Read(part.Path, limits.SheetBytes);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : number + 1;
                var cells = reader.IsEmptyElement ? [] : Cells(reader);
                FillDown(number, cells, below);
                yield return new(number, cells);
            }
        }
    }

    private void Merge(string? area)
    {
        var corners = (area ?? "").Split(':');
        if (corners.Length != 2 || Position(corners[0]) is not { } from || Position(corners[1]) is not { } to || to.Row <= from.Row || from.Column >= limits.Columns)
        {
            return;
        }

        if (merges.Count >= limits.Merges)
        {
            throw new XlsxRefusedException(LedgerFileRefusal.TooMuch($"工作表“{Name}”的合并单元格过多"));
        }

        if (!merges.TryGetValue(from.Row, out var list))
        {
            merges[from.Row] = list = [];
        }

        list.Add((from.Column, to.Row));
    }

    private void FillDown(int row, List<LedgerCell> cells, Dictionary<int, (int Until, LedgerCell Cell)> below)
    {
        foreach (var (column, (until, cell)) in below)
        {
            if (row > until)
            {
                below.Remove(column);
            }
            else if (column >= cells.Count || cells[column].Kind == LedgerCellKind.Blank)
            {
                Put(cells, column, cell);
            }
        }

        foreach (var (column, until) in merges.GetValueOrDefault(row) ?? [])
        {
            if (column < cells.Count && cells[column].Kind != LedgerCellKind.Blank)
            {
                below[column] = (until, cells[column]);
            }
        }
    }

    private List<LedgerCell> Cells(XmlReader reader)
    {
        var cells = new List<LedgerCell>(32);
        var next = 0;
        var depth = reader.Depth;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                var at = reader.GetAttribute("r") is { } reference && Position(reference) is { } position ? position.Column : next;
                next = at + 1;
                var cell = Cell(reader);
                if (at < limits.Columns && cell.Kind != LedgerCellKind.Blank)
                {
                    Put(cells, at, cell);
                }
            }
            else
            {
                reader.Read();
            }
        }

        return cells;
    }

    /// <summary>The cell on which the reader stands; afterwards the reader stands behind it.</summary>
    private LedgerCell Cell(XmlReader reader)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var style = reader.GetAttribute("s");
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return LedgerCell.Blank;
        }

        string? value = null;
        string? inline = null;
        var depth = reader.Depth;
        reader.Read();
        while (!reader.EOF && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                value = reader.ReadElementContentAsString();
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                inline = XlsxWorkbook.RichText(reader);
                reader.Read();
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                reader.Skip();
            }
            else
            {
                reader.Read();
            }
        }

        reader.Read();
        return inline is not null ? LedgerCell.Of(inline) : Value(type, style, value);
    }

    private LedgerCell Value(string type, string? style, string? value) => (type, value) switch
    {
        (_, null or "") => LedgerCell.Blank,
        ("s", _) => int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) && index < workbook.Strings.Count
            ? LedgerCell.Of(workbook.Strings[index])
            : new(LedgerCellKind.Error, "#REF!"),
        ("b", _) => new(LedgerCellKind.Boolean, value is "1" or "true" ? "是" : "否"),
        ("e", _) => new(LedgerCellKind.Error, value),
        ("d", _) => value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? LedgerCell.Of(date)
            : LedgerCell.Of(value),
        ("n", _) => Number(style, value),
        _ => LedgerCell.Of(value),
    };

    private LedgerCell Number(string? style, string value)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return LedgerCell.Of(value);
        }

        var isDate = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var format) && workbook.DateStyles.Contains(format);
        return isDate && Date(number + workbook.SerialOffset) is { } date ? LedgerCell.Of(date) : LedgerCell.Of(number);
    }

    /// <summary>Serial 61 is 1900-03-01; smaller ones are off by the leap day that 1900 did not have, and are no dates of a ledger.</summary>
    private static DateOnly? Date(decimal serial) =>
        serial is >= 61 and < 2_958_466 ? new DateOnly(1899, 12, 30).AddDays((int)serial) : null;

    private static void Put(List<LedgerCell> cells, int at, LedgerCell cell)
    {
        while (cells.Count <= at)
        {
            cells.Add(LedgerCell.Blank);
        }

        cells[at] = cell;
    }

    private static (int Row, int Column)? Position(string reference)
    {
        var (column, row) = (0, 0);
        foreach (var character in reference.AsSpan())
        {
            if (character is >= 'A' and <= 'Z' && row == 0 && column < 100_000)
            {
                column = (column * 26) + character - 'A' + 1;
            }
            else if (character is >= '0' and <= '9' && row < 100_000_000)
            {
                row = (row * 10) + character - '0';
            }
            else if (character != '$')
            {
                return null;
            }
        }

        return column > 0 && row > 0 ? (row, column - 1) : null;
    }
}

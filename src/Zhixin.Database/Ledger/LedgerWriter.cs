using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>How a column of an export is shown.</summary>
public enum LedgerColumnType
{
    /// <summary>Text, whatever it looks like: 000123, =1+1 and 20210101 stay as written.</summary>
    Text,

    /// <summary>A calendar date, shown as yyyy-mm-dd.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A column of an export. <paramref name="Width"/> is in characters of the default font.</summary>
public sealed record LedgerExportColumn(string Heading, LedgerColumnType Type = LedgerColumnType.Text, double Width = 14);

/// <summary>
/// Writes an Excel workbook of one sheet straight to a stream, row by row, in flat memory; the stream need not be seekable.
/// The header is bold and shaded, stays in view, and carries a filter. A text that a spreadsheet could take for a formula
/// (=, +, -, @, tab at its beginning) is written as text with the quote prefix, so that it is never computed, also not after a copy.
/// </summary>
public sealed class LedgerWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MostRows = 1_048_576;
    private const int LongestText = 32_767;
    private const int TextStyle = 1;
    private const int DateStyle = 2;
    private const int HeaderStyle = 3;
    private const int QuotedStyle = 4;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    private readonly IReadOnlyList<LedgerExportColumn> columns;
    private readonly ZipArchive zip;
    private readonly XmlWriter sheet;
    private readonly DateTimeOffset writtenAt;
    private readonly string[] letters;
    private int row;
    private bool finished;

    /// <summary>Begins a workbook. <paramref name="writtenAt"/> stamps its parts, so that the same content gives the same bytes. The stream stays the caller's.</summary>
    public LedgerWriter(Stream to, string sheetName, IReadOnlyList<LedgerExportColumn> columns, DateTimeOffset writtenAt)
    {
        this.columns = columns;
        this.writtenAt = writtenAt;
        letters = [.. columns.Select((_, at) => Letter(at))];
        zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, content) in XlsxParts.Fixed(SheetName(sheetName)))
        {
            using var part = new StreamWriter(Part(path), new UTF8Encoding(false));
            part.Write(content);
        }

        sheet = XmlWriter.Create(Part("xl/worksheets/sheet1.xml"), new XmlWriterSettings { CheckCharacters = false, CloseOutput = true, Encoding = new UTF8Encoding(false) });
        Begin();
    }

    /// <summary>The rows written so far, the header not counted.</summary>
    public int RowsWritten => row - 1;

    /// <summary>
    /// Writes one row. A cell may be null, a string, a <see cref="DateOnly"/>, an integer or a decimal; it is written by what it is, and a
    /// value that does not fit the column's type is written as text. Throws when the sheet is full (1,048,576 rows with the header).
    /// </summary>
    public void Write(IReadOnlyList<object?> cells)
    {
        if (row == MostRows)
        {
            throw new InvalidOperationException("The sheet is full.");
        }

        StartRow();
        for (var at = 0; at < Math.Min(cells.Count, columns.Count); at++)
        {
            Cell(at, cells[at]);
        }

        sheet.WriteEndElement();
    }

    /// <summary>Ends the workbook; without it the file is not readable.</summary>
    public void Finish()
    {
        if (finished)
        {
            return;
        }

        finished = true;
        sheet.WriteEndElement();
        sheet.WriteStartElement("autoFilter", Main);
        sheet.WriteAttributeString("ref", $"A1:{letters[^1]}{row}");
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Finish();
        zip.Dispose();
    }

    private Stream Part(string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = writtenAt;
        return entry.Open();
    }

    private void Begin()
    {
        sheet.WriteStartDocument(true);
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        sheet.WriteStartElement("cols", Main);
        for (var at = 0; at < columns.Count; at++)
        {
            sheet.WriteStartElement("col", Main);
            sheet.WriteAttributeString("min", $"{at + 1}");
            sheet.WriteAttributeString("max", $"{at + 1}");
            sheet.WriteAttributeString("width", columns[at].Width.ToString("0.##", CultureInfo.InvariantCulture));
            sheet.WriteAttributeString("customWidth", "1");
            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
        sheet.WriteStartElement("sheetData", Main);
        StartRow();
        for (var at = 0; at < columns.Count; at++)
        {
            Text(at, columns[at].Heading, HeaderStyle);
        }

        sheet.WriteEndElement();
    }

    private void StartRow()
    {
        row++;
        sheet.WriteStartElement("row", Main);
        sheet.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
    }

    private void Cell(int at, object? value)
    {
        switch (value)
        {
            case null or "":
                return;
            case DateOnly date when columns[at].Type == LedgerColumnType.Date && date.Year >= 1901:
                Number(at, date.DayNumber - SerialZero.DayNumber, DateStyle);
                return;
            case DateOnly date:
                Text(at, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TextStyle);
                return;
            case int or long or decimal when columns[at].Type == LedgerColumnType.Number:
                Number(at, Convert.ToDecimal(value, CultureInfo.InvariantCulture), null);
                return;
            default:
                var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                Text(at, text, LooksLikeFormula(text) ? QuotedStyle : TextStyle);
                return;
        }
    }

    private static bool LooksLikeFormula(string text) => text.Length > 0 && LedgerCell.Of(text).Plain is ['=' or '+' or '-' or '@' or '|' or '%', ..];

    private void Number(int at, decimal number, int? style)
    {
        StartCell(at, style);
        sheet.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        sheet.WriteEndElement();
    }

    private void Text(int at, string text, int style)
    {
        StartCell(at, style);
        sheet.WriteAttributeString("t", "inlineStr");
        sheet.WriteStartElement("is", Main);
        sheet.WriteStartElement("t", Main);
        sheet.WriteAttributeString("xml", "space", null, "preserve");
        sheet.WriteString(Writable(text));
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    private void StartCell(int at, int? style)
    {
        sheet.WriteStartElement("c", Main);
        sheet.WriteAttributeString("r", letters[at] + row.ToString(CultureInfo.InvariantCulture));
        if (style is { } chosen)
        {
            sheet.WriteAttributeString("s", chosen.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Drops what XML cannot hold, keeps at most what a cell can, and does not let _x0041_ be read as an escape.</summary>
    private static string Writable(string text)
    {
        var kept = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            var isXml = rune.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)rune.Value);
            if (isXml && kept.Length + rune.Utf16SequenceLength <= LongestText)
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.Replace("_x", "_x005F_x").ToString();
    }

    private static string Letter(int at) => at < 26 ? ((char)('A' + at)).ToString() : Letter((at / 26) - 1) + (char)('A' + (at % 26));

    /// <summary>Excel allows 31 characters, none of []:*?/\, and no quote at either end.</summary>
    private static string SheetName(string name)
    {
        var clean = new string([.. name.Where(character => !"[]:*?/\\".Contains(character, StringComparison.Ordinal) && !char.IsControl(character))]).Trim('\'', ' ');
        return clean.Length == 0 ? "Sheet1" : clean[..Math.Min(31, clean.Length)];
    }
}

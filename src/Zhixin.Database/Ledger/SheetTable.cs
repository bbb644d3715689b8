using System.Xml;

namespace Zhixin.Database.Ledger;

/// <summary>A small table in an Excel file: the first visible sheet, its first row the names of the columns. For lists that fit into memory.</summary>
/// <param name="Rows">The rows that hold anything, each with its number in the sheet and its cells by column name.</param>
public sealed record SheetTable(IReadOnlyList<(int Number, IReadOnlyDictionary<string, string> Cells)> Rows)
{
    /// <summary>The most rows that are read.</summary>
    public const int Most = 2000;

    /// <summary>Reads a table; null with the reason where the file is none.</summary>
    public static (SheetTable? Table, LedgerFileRefusal? Why) Read(Stream file)
    {
        try
        {
            var limits = new XlsxLimits { Rows = Most + 1 };
            using var package = XlsxPackage.Open(file, limits);
            var workbook = XlsxWorkbook.Read(package, limits);
            var sheet = new XlsxSheet(package, workbook, workbook.Sheets.First(s => !s.Hidden), limits);
            sheet.Survey();
            var rows = sheet.Rows().Select(r => (r.Number, Texts: r.Cells.Select(c => c.Plain).ToList())).Where(r => r.Texts.Any(t => t.Length > 0)).ToList();
            return rows is [var header, .. var body]
                ? (new SheetTable([.. body.Select(r => (r.Number, Named(header.Texts, r.Texts)))]), null)
                : (new SheetTable([]), null);
        }
        catch (XlsxRefusedException refused)
        {
            return (null, refused.Why);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or FormatException or InvalidOperationException)
        {
            return (null, LedgerFileRefusal.Damaged);
        }
    }

    private static IReadOnlyDictionary<string, string> Named(List<string> header, List<string> cells) => header.Select((name, at) => (name, at))
        .Where(c => c.name.Length > 0 && c.at < cells.Count).DistinctBy(c => c.name).ToDictionary(c => c.name, c => cells[c.at], StringComparer.Ordinal);
}

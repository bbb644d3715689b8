using System.Globalization;
using Zhixin.Courts;
using Zhixin.Database.Ledger;
using Zhixin.Ledger;

namespace Zhixin.Web.Ledger;

/// <summary>A ledger file as read and judged: nothing is written yet.</summary>
/// <param name="Court">The court whose ledger it is.</param>
/// <param name="Rows">Its contacts.</param>
/// <param name="Skipped">Sheets that are not read, with why.</param>
public sealed record ReadLedger(Court Court, JudgedLedger Rows, IReadOnlyList<LedgerSheet> Sheets, IReadOnlyList<SkippedSheet> Skipped) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Rows.Dispose();
}

/// <summary>Reads ledger files for the page, the API and the command alike.</summary>
public static class LedgerReading
{
    /// <summary>Reads and judges a file. The ledger is the caller's to dispose of; the file is not needed any more.</summary>
    /// <param name="court">The importing court; null takes the one that the title rows name.</param>
    /// <param name="folder">Where the rows lie while the ledger is open.</param>
    public static (ReadLedger? Ledger, LedgerFileRefusal? Refusal) Read(Stream file, CourtDirectory courts, Court? court, DateOnly today, string folder)
    {
        switch (LedgerFile.Open(file))
        {
            case LedgerFileOpening.Refused refused:
                return (null, refused.Why);
            case LedgerFileOpening.Opened opened:
                using (opened.File)
                {
                    var importing = court ?? opened.File.Sheets.Select(sheet => LedgerLookup.ReportingCourt(sheet.Title, courts)).FirstOrDefault(found => found is not null);
                    return importing is null
                        ? (null, new LedgerFileRefusal("no-court", "标题行没有写明是哪个法院的台账，请指定导入到哪个法院。"))
                        : (new ReadLedger(importing, JudgedLedger.Read(opened.File, new LedgerContext(courts, importing, today), folder), opened.File.Sheets, opened.File.SkippedSheets), null);
                }

            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>Writes the result of every row: <c>row,outcome,reason</c>, with a line of headings.</summary>
    public static async Task WriteCsv(TextWriter to, JudgedLedger rows)
    {
        await to.WriteAsync("row,outcome,reason\n");
        for (var at = 0; at < rows.Count; at++)
        {
            var reason = rows.IsAccepted(at) ? string.Empty : rows.ReasonsAt(at)[0].Text();
            await to.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{Cell(rows.RowAt(at).Label)},{(rows.IsAccepted(at) ? "ok" : "reject")},{Cell(reason)}\n"));
        }
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Globalization;
using System.Text;
using Zhixin.Courts;
using Zhixin.Database.Ledger;
using Zhixin.Ledger;

namespace Zhixin.Web.Ledger;

/// <summary>A ledger file as read and judged: nothing is written yet.</summary>
/// <param name="Court">The court whose ledger it is.</param>
/// <param name="Skipped">Sheets that are not read, with why.</param>
/// <param name="Ignored">Rows that are no contacts, by what they are.</param>
public sealed record ReadLedger(
    Court Court, IReadOnlyList<(LedgerRow Row, RowVerdict Verdict)> Rows, IReadOnlyList<LedgerSheet> Sheets, IReadOnlyList<SkippedSheet> Skipped,
    IReadOnlyDictionary<LedgerRowKind, int> Ignored);

/// <summary>Reads ledger files for the page, the API and the command alike.</summary>
public static class LedgerReading
{
    /// <summary>Reads and judges a file.</summary>
    /// <param name="court">The importing court; null takes the one that the title rows name.</param>
    public static (ReadLedger? Ledger, LedgerFileRefusal? Refusal) Read(Stream file, CourtDirectory courts, Court? court, DateOnly today)
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
                        : (Judge(opened.File, courts, importing, today), null);
                }

            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>The result of every row: <c>row,outcome,reason</c>, with a line of headings.</summary>
    public static string Csv(IEnumerable<(LedgerRow Row, RowVerdict Verdict)> rows)
    {
        var text = new StringBuilder("row,outcome,reason\n");
        foreach (var (row, verdict) in rows)
        {
            var reason = verdict is RowVerdict.Reject reject ? reject.Reasons[0].Text() : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"{Cell(row.Label)},{(verdict is RowVerdict.Ok ? "ok" : "reject")},{Cell(reason)}\n");
        }

        return text.ToString();
    }

    private static ReadLedger Judge(LedgerFile file, CourtDirectory courts, Court court, DateOnly today)
    {
        var all = file.Rows().ToList();
        var contacts = all.Where(row => row.Kind == LedgerRowKind.Contact).Select(row => row.Row);
        return new ReadLedger(
            court, [.. LedgerRules.CheckAll(contacts, new LedgerContext(courts, court, today))], file.Sheets, file.SkippedSheets,
            all.Where(row => row.Kind != LedgerRowKind.Contact).GroupBy(row => row.Kind).ToDictionary(g => g.Key, g => g.Count()));
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

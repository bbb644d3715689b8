using Zhixin.Database.Ledger;
using Zhixin.Ledger;
using Zhixin.Web.Components;

namespace Zhixin.Web.Ledger;

/// <summary>What an import would do, as the page shows it.</summary>
public static class ImportPreviews
{
    /// <summary>Rejected rows that a page shows; the download has all of them.</summary>
    private const int MostRejected = 500;

    /// <summary>The preview: the rejected rows, then the first of the good ones.</summary>
    public static ImportPreview Of(Upload upload, ReadLedger ledger, ImportForecast forecast, int samples)
    {
        var (rows, known) = (ledger.Rows, forecast.Known);
        var good = Enumerable.Range(0, rows.Count).Where(rows.IsAccepted).Take(samples);
        return new ImportPreview(
            upload.Token, upload.Name, ledger.Court.Name, rows.Count, forecast.Accepted, forecast.Rejected, forecast.Petitions, forecast.AlreadyPresent,
            Reading(ledger),
            [.. rows.Rejected.CountBy(at => rows.ReasonsAt(at)[0]).OrderByDescending(reason => reason.Value).Select(reason => new ReasonCount(reason.Key.Text(), reason.Value))],
            [.. rows.Rejected.Take(MostRejected).Concat(good).Select(at => Row(rows[at].Row, rows[at].Verdict, known[at]))],
            $"/import/{upload.Token}.csv");
    }

    private static ImportRow Row(LedgerRow row, RowVerdict verdict, bool isKnown)
    {
        var entry = (verdict as RowVerdict.Ok)?.Entry;
        var outcome = verdict switch
        {
            _ when isKnown => "此前已导入或已在待改正中",
            RowVerdict.Reject reject => reject.Reasons.Text(),
            _ => $"{row[LedgerColumn.VisitedOn].Plain}，{(entry!.Resolved ? "已化解，不起算期限" : "未化解，自导入起督办")}",
        };
        return new ImportRow(
            row.Label, row.SheetRow, entry is not null, row[LedgerColumn.Petitioner].Plain, entry?.CaseNumber.Text ?? row[LedgerColumn.CaseNumber].Plain,
            entry is null ? row[LedgerColumn.ResponsibleUnit].Plain : entry.Responsible?.Name, outcome);
    }

    private static IReadOnlyList<KeyValue> Reading(ReadLedger ledger)
    {
        var items = ledger.Sheets.Select(sheet => new KeyValue(sheet.Name, $"表头在第 {sheet.Header.RowsBefore + 1} 行，认出 {sheet.Header.Positions.Count} 列")).ToList();
        items.AddRange(ledger.Sheets.SelectMany(sheet => Unknown(sheet)).Select(heading => new KeyValue("其他列", $"{heading}，原样保留")));
        items.AddRange(ledger.Rows.Ignored.Select(pair => new KeyValue(Word(pair.Key), $"{pair.Value} 行，不计")));
        items.AddRange(ledger.Skipped.Select(sheet => new KeyValue(sheet.Name, sheet.Why)));
        return items;
    }

    private static IEnumerable<string> Unknown(LedgerSheet sheet) => sheet.Header.Headings
        .Where((heading, at) => heading.Length > 0 && !sheet.Header.Positions.Values.Contains(at));

    private static string Word(LedgerRowKind kind) => kind switch
    {
        LedgerRowKind.Blank => "空行",
        LedgerRowKind.Total => "合计行",
        LedgerRowKind.RepeatedHeader => "重复的表头",
        LedgerRowKind.Note => "说明行",
        _ => "其他行",
    };
}

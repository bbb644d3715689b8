using Zhixin.Database.Ledger;
using Zhixin.Ledger;
using Zhixin.Web.Components;

namespace Zhixin.Web.Ledger;

/// <summary>What an import would do, as the page shows it.</summary>
public static class ImportPreviews
{
    /// <summary>The preview: every rejected row, then the first of the good ones.</summary>
    public static ImportPreview Of(Upload upload, ReadLedger ledger, ImportForecast forecast, int samples)
    {
        var rejected = ledger.Rows.Select((row, at) => (row, at)).Where(r => r.row.Verdict is RowVerdict.Reject).ToList();
        var good = ledger.Rows.Select((row, at) => (row, at)).Where(r => r.row.Verdict is RowVerdict.Ok).Take(samples);
        return new ImportPreview(
            upload.Token, upload.Name, ledger.Court.Name, ledger.Rows.Count, forecast.Accepted, forecast.Rejected, forecast.Petitions, forecast.Known.Count,
            Reading(ledger),
            [.. rejected.Select(r => ((RowVerdict.Reject)r.row.Verdict).Reasons[0].Text()).GroupBy(text => text).OrderByDescending(g => g.Count()).Select(g => new ReasonCount(g.Key, g.Count()))],
            [.. rejected.Concat(good).Select(r => Row(r.row.Row, r.row.Verdict, forecast.Known.Contains(r.at)))],
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
        items.AddRange(ledger.Ignored.Select(pair => new KeyValue(Word(pair.Key), $"{pair.Value} 行，不计")));
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

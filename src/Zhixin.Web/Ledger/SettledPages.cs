using Zhixin.Calendar;
using Zhixin.Database.Access;
using Zhixin.Database.Ledger;
using Zhixin.Ledger;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Ledger;

/// <summary>The rejected rows that wait no more: the history of the correction list.</summary>
internal static class SettledPages
{
    /// <summary>The page.</summary>
    public static async Task<IResult> Show(HttpContext http, Office office, string? after, CancellationToken stop)
    {
        if (!CorrectionPages.May(http, office))
        {
            return Replies.Error(http, 403);
        }

        var scope = http.Member().Scope;
        var rows = await office.Corrections.Past(scope, CorrectionPages.Place(after), CorrectionPages.PageSize + 1, stop);
        var shown = rows.Take(CorrectionPages.PageSize).ToList();
        var older = rows.Count > shown.Count ? "/corrections/settled?after=" + Place(shown[^1]) : null;
        await AccessLog.Write(office.Db, http.Member(), "read-corrections", office.Clock.GetUtcNow(), detail: "已处理", stop: stop);
        return Replies.Page<IntakeCorrectionList>(http, new CorrectionsModel(
            "曾经未导入的行：登记、不再处理，或由以后导入的文件改正。", await CorrectionPages.Views(office, scope, null, isSettled: true, stop), [],
            new PagerModel(after is null ? null : "/corrections/settled", older, CorrectionPages.PageSize, Unit: "行", Newer: "最近", Older: "以前"), "/corrections/export",
            [.. shown.Select(Line)]));
    }

    /// <summary>Its JSON twin.</summary>
    public static async Task<IResult> Api(HttpContext http, Office office, string? after, CancellationToken stop) => !CorrectionPages.May(http, office)
        ? Replies.Problem(403, "http-403")
        : Results.Ok((await office.Corrections.Past(http.Member().Scope, CorrectionPages.Place(after), CorrectionPages.PageSize, stop)).Select(row => new
        {
            row.Row.Batch, Row = row.Row.At, row.Row.FileName, row.Row.ImportedOn, row.Row.Row.Label, reasons = row.Row.Reason.Split('；'), row.State, row.At, row.By, row.Why,
            row.ContactNumber, row.ByFile, row.ByRow, after = Place(row),
        }));

    private static string Place(SettledRow row) => $"{row.Row.Batch:N}_{row.Row.At}";

    private static SettledLine Line(SettledRow settled)
    {
        var row = settled.Row.Row;
        return new SettledLine(
            row.Label, settled.Row.FileName, settled.Row.ImportedOn, row[LedgerColumn.Petitioner].Plain, row[LedgerColumn.CaseNumber].Plain, settled.Row.Reason, How(settled),
            $"{DateText.Iso(ChinaDate.Of(settled.At))}　{settled.By}");
    }

    private static string How(SettledRow row) => row.State switch
    {
        "corrected" => $"由“{row.ByFile}”第 {row.ByRow} 行改正，" + (row.ContactNumber is null ? "该行仍待改正" : $"见 {row.ContactNumber}"),
        "dismissed" => $"不再处理：{row.Why}",
        _ => $"已登记为 {row.ContactNumber}",
    };
}

using Zhixin.Database;
using Zhixin.Database.Access;
using Zhixin.Database.Ledger;
using Zhixin.Database.Petitions;
using Zhixin.Ledger;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;

namespace Zhixin.Web.Ledger;

/// <summary>The rows that imports rejected: shown with their reasons, downloaded, registered with their defects flagged, or set aside.</summary>
public static class CorrectionPages
{
    internal const int PageSize = 50;

    /// <summary>Maps the page and its JSON twins.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/corrections", Show);
        app.MapGet("/corrections/settled", SettledPages.Show);
        app.MapGet("/api/imports/settled", SettledPages.Api).WithSummary("已处理的未导入行");
        app.MapGet("/corrections/export", Download);
        app.MapGet("/corrections/{batch:guid}/{row:int}/registration", Prefilled);
        app.MapGet("/corrections/{batch:guid}/{row:int}/dismissal", DismissalForm);
        app.MapPost("/corrections/{batch:guid}/{row:int}/dismissal", Dismiss).Posted();
        app.MapGet("/api/imports/waiting", ApiWaiting).WithSummary("待改正的行");
        app.MapPost("/api/imports/waiting/{batch:guid}/{row:int}/dismissal", ApiDismiss).WithSummary("待改正的行不再处理");
    }

    /// <summary>Binds a registration to the waiting row that its form names; the same registration where it names none; null where the row is gone.</summary>
    public static async Task<Registration?> Settle(HttpContext http, Office office, string? ledgerRow, Registration registration, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(ledgerRow))
        {
            return registration;
        }

        if (Place(ledgerRow) is not var (batch, at) || !May(http, office))
        {
            return null;
        }

        if (await office.Corrections.Find(http.Member().Scope, batch, at, stop) is { } waiting)
        {
            return office.Corrections.Settle(http.Member().Scope, waiting, registration);
        }

        var member = http.Member();
        return await KeptAnswers.Find<Receipt>(office.Db, member.Scope, member.Court, member.Id, registration.Resend, stop) is null ? null : registration;
    }

    internal static bool May(HttpContext http, Office office) => office.Law.Now.MayNot(http.Acting(), "repair-import-row", null) is null;

    private static async Task<IResult> Show(HttpContext http, Office office, string? reason, string? after, CancellationToken stop)
    {
        if (!May(http, office))
        {
            return Replies.Error(http, 403);
        }

        var scope = http.Member().Scope;
        var rows = await office.Corrections.Waiting(scope, reason, Place(after), PageSize + 1, stop);
        var shown = rows.Take(PageSize).ToList();
        var views = await Views(office, scope, reason, isSettled: false, stop);
        var older = rows.Count > PageSize ? Query(reason, shown[^1]) : null;
        await AccessLog.Write(office.Db, http.Member(), "read-corrections", office.Clock.GetUtcNow(), detail: reason, stop: stop);
        return Replies.Page<IntakeCorrectionList>(http, new CorrectionsModel(
            "未导入的行及其原因。可以下载，在原表改正后重新导入，改正的行即从这里移到“已处理”；也可以带着标记登记，或者写明理由不再处理。", views, [.. shown.Select(Row)],
            new PagerModel(after is null ? null : "/corrections", older, PageSize, Unit: "行", Newer: "最前", Older: "以后"), "/corrections/export"));
    }

    /// <summary>The tabs: all that wait, each reason, and what was settled.</summary>
    internal static async Task<IReadOnlyList<ViewTab>> Views(Office office, Scope scope, string? reason, bool isSettled, CancellationToken stop) =>
    [
        new("全部", "/corrections", reason is null && !isSettled),
        .. (await office.Corrections.Reasons(scope, stop)).Select(r => new ViewTab(r.Reason, "/corrections?reason=" + Uri.EscapeDataString(r.Reason), r.Reason == reason, r.Rows)),
        new("已处理", "/corrections/settled", isSettled),
    ];

    private static string Query(string? reason, WaitingRow last) =>
        $"/corrections?after={last.Batch:N}_{last.At}" + (reason is null ? string.Empty : "&reason=" + Uri.EscapeDataString(reason));

    private static CorrectionRow Row(WaitingRow waiting)
    {
        var row = waiting.Row;
        var address = $"/corrections/{waiting.Batch}/{waiting.At}";
        return new CorrectionRow(
            row.Label, waiting.FileName, waiting.ImportedOn, row[LedgerColumn.Petitioner].Plain, row[LedgerColumn.CaseNumber].Plain, waiting.Reason,
            Original(row), new ActionModel("带标记登记", address + "/registration"), new ActionModel("不再处理", address + "/dismissal"));
    }

    /// <summary>Every written cell under its heading; numbers of persons stay masked on the page.</summary>
    private static List<KeyValue> Original(LedgerRow row) =>
    [
        .. from at in Enumerable.Range(0, Math.Min(row.Cells.Count, row.Header.Headings.Count))
           where row.Cells[at].Plain.Length > 0
           let column = row.Header.Positions.Where(p => p.Value == at).Select(p => (LedgerColumn?)p.Key).FirstOrDefault()
           select new KeyValue(row.Header.Headings[at], Shown(column, row.Cells[at].Plain)),
    ];

    private static string Shown(LedgerColumn? column, string text) => column switch
    {
        LedgerColumn.IdentityNumber => Masks.IdentityNumber(text) ?? string.Empty,
        LedgerColumn.Phone => Masks.Phone(text) ?? string.Empty,
        _ => text,
    };

    private static async Task<IResult> Download(HttpContext http, Office office, CancellationToken stop)
    {
        if (!May(http, office))
        {
            return Replies.Error(http, 403);
        }

        var rows = await office.Corrections.Waiting(http.Member().Scope, null, null, int.MaxValue, stop);
        await AccessLog.Write(office.Db, http.Member(), "export", office.Clock.GetUtcNow(), detail: $"待改正 {rows.Count} 行", stop: stop);
        using var workbook = new MemoryStream();
        var parsed = rows.Select(row => new RejectedRow(row.Row, [.. Enum.GetValues<LedgerReason>().Where(reason => row.Reason.Split('；').Contains(reason.Text()))])).ToList();
        LedgerExport.WriteCorrections(workbook, parsed, office.Clock.GetUtcNow());
        return Results.File(workbook.ToArray(), LedgerPages.Excel, "待改正.xlsx");
    }

    private static async Task<IResult> Prefilled(HttpContext http, Office office, Guid batch, int row, CancellationToken stop)
    {
        if (!May(http, office))
        {
            return Replies.Error(http, 403);
        }

        if (await office.Corrections.Find(http.Member().Scope, batch, row, stop) is not { } waiting)
        {
            return Replies.Error(http, 404);
        }

        var values = new Dictionary<string, string?>(LedgerDrafts.Typed(waiting.Row), StringComparer.Ordinal)
        {
            ["receivedBy"] = http.Member().Name, ["ledgerRow"] = $"{batch:N}_{row}",
        };
        var form = new FormState(values, [new FieldMessage("account", MessageKind.Flag, $"台账第 {waiting.Row.Label} 号，未导入：{waiting.Reason}。照原样登记时作标记。")]);
        await AccessLog.Write(office.Db, http.Member(), "read-corrections", office.Clock.GetUtcNow(), (http.Member().Court, batch), detail: $"{row}", stop: stop);
        return Replies.Page<RegisterPage>(http, RegisterView.Model(office, http.Member().Court, form, Replies.FreshKey(), RepeatModel.NotYet));
    }

    private static async Task<IResult> DismissalForm(HttpContext http, Office office, Guid batch, int row, CancellationToken stop) => !May(http, office)
        ? Replies.Error(http, 403)
        : await office.Corrections.Find(http.Member().Scope, batch, row, stop) is { } waiting
            ? Replies.Page<DismissalPage>(http, Dismissal(waiting, FormState.Empty))
            : Replies.Error(http, 404);

    private static DismissalModel Dismissal(WaitingRow waiting, FormState form) => new(
        form, Replies.FreshKey(), $"/corrections/{waiting.Batch}/{waiting.At}/dismissal",
        [new("台账", waiting.FileName), new("序号", waiting.Row.Label), new("信访人", waiting.Row[LedgerColumn.Petitioner].Plain), new("案号", waiting.Row[LedgerColumn.CaseNumber].Plain), new("原因", waiting.Reason)]);

    private static async Task<IResult> Dismiss(HttpContext http, Office office, Guid batch, int row, CancellationToken stop)
    {
        var form = await Forms.Read(http);
        var waiting = await office.Corrections.Find(http.Member().Scope, batch, row, stop);
        return await office.Corrections.Dismiss(http.Acting(), batch, row, form["reason"], stop) switch
        {
            Answer<WaitingRow>.Given => Results.Redirect("/corrections"),
            Answer<WaitingRow>.Refused { Why: Refusal.Input input } when waiting is not null => Replies.Page<DismissalPage>(
                http, Dismissal(waiting, new FormState(form.Values, [new FieldMessage("reason", MessageKind.Error, Texts.RefusalTexts.Reason(input))])), 400),
            Answer<WaitingRow>.Refused refused => Replies.Error(http, Replies.Status(refused.Why)),
            _ => Replies.Error(http, 404),
        };
    }

    private static async Task<IResult> ApiWaiting(HttpContext http, Office office, string? reason, string? after, CancellationToken stop) => !May(http, office)
        ? Replies.Problem(403, "http-403")
        : Results.Ok((await office.Corrections.Waiting(http.Member().Scope, reason, Place(after), PageSize, stop)).Select(row => new
        {
            row.Batch, Row = row.At, row.FileName, row.ImportedOn, Label = row.Row.Label, reasons = row.Reason.Split('；'), after = $"{row.Batch:N}_{row.At}",
        }));

    private static async Task<IResult> ApiDismiss(HttpContext http, Office office, Guid batch, int row, ApiReason body, CancellationToken stop) =>
        await office.Corrections.Dismiss(http.Acting(), batch, row, body.Reason, stop) switch
        {
            Answer<WaitingRow>.Given => Results.NoContent(),
            Answer<WaitingRow>.Refused refused => Replies.Problem(refused.Why),
            _ => Replies.Problem(404, "http-404"),
        };

    internal static (Guid Batch, int At)? Place(string? text) =>
        text?.Split('_') is [var batch, var row] && Guid.TryParse(batch, out var id) && int.TryParse(row, out var at) ? (id, at) : null;

    internal sealed record ApiReason(string? Reason);
}

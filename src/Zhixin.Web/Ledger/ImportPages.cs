using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Zhixin.Database.Access;
using Zhixin.Database.Ledger;
using Zhixin.Database.Petitions;
using Zhixin.Ledger;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Ledger;

/// <summary>Importing a ledger (JZ21-A1): read and preview, then confirm; nothing is half imported.</summary>
public static class ImportPages
{
    private const int SampleRows = 20;

    /// <summary>Maps the page and its JSON twin.</summary>
    public static void Map(WebApplication app)
    {
        var size = new RequestSizeLimitAttribute(Uploads.MostBytes + WebApp.BodyLimit);
        app.MapGet("/import", Empty);
        app.MapPost("/import", Preview).Posted().WithMetadata(size);
        app.MapPost("/import/confirmation", Confirm).Posted();
        app.MapGet("/import/{token}.csv", Csv);
        app.MapPost("/api/imports", Api).WithMetadata(size).WithSummary("导入台账；dryRun=true 只检查")
            .Accepts<byte[]>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        app.MapGet("/api/imports", ApiList).WithSummary("本院的导入记录");
    }

    private static IResult Empty(HttpContext http, Office office) => Refuse(http, office) ?? Page(http, office, FormState.Empty);

    private static IResult? Refuse(HttpContext http, Office office) =>
        office.Law.Now.MayNot(http.Acting(), "import", null) is null ? null : Replies.Error(http, 403);

    private static async Task<IResult> Preview(HttpContext http, Office office, CancellationToken stop)
    {
        if (Refuse(http, office) is { } refused)
        {
            return refused;
        }

        var form = await Forms.Read(http);
        if (form.Files.GetFile("file") is not { } file)
        {
            return Wrong(http, office, "请选择 Excel 文件（.xlsx）。", 400);
        }

        if (file.Length > Uploads.MostBytes)
        {
            return Wrong(http, office, $"文件超过 {Uploads.MostBytes >> 20} MB，请分成几个文件导入。", 413);
        }

        await using var content = file.OpenReadStream();
        var upload = await new Uploads(office).Keep(http.Member(), file.FileName, content, stop);
        var (ledger, wrong) = Read(office, http.Member(), upload.Path, form["court"] is { Length: > 0 });
        if (ledger is null)
        {
            Uploads.Remove(upload);
            return Wrong(http, office, wrong!, 400);
        }

        using var read = ledger;
        var forecast = await office.Imports.Forecast(http.Member().Scope, ledger.Rows, stop);
        return Page(http, office, FormState.Empty, ImportPreviews.Of(upload, ledger, forecast, SampleRows));
    }

    private static async Task<IResult> Confirm(HttpContext http, Office office, CancellationToken stop)
    {
        if (Refuse(http, office) is { } refused)
        {
            return refused;
        }

        var form = await Forms.Read(http);
        if (await KeptAnswers.Find<ImportOutcome>(office.Db, http.Member().Scope, http.Member().Court, http.Member().Id, form.Resend, stop) is Answer<ImportOutcome>.Given earlier)
        {
            return Done(http, office, earlier.Value);
        }

        if (new Uploads(office).Find(http.Member(), form["batch"]) is not { } upload)
        {
            return Wrong(http, office, "预览的文件已经不在，请重新选择文件。", 409);
        }

        var (ledger, wrong) = Read(office, http.Member(), upload.Path, isOwn: true);
        if (ledger is null)
        {
            return Wrong(http, office, wrong!, 400);
        }

        using var read = ledger;
        var answer = await Import(http, office, ledger, upload.Name, await Hash(upload.Path, stop), form.Resend, stop);
        if (answer is not Answer<ImportOutcome>.Given done)
        {
            return answer is Answer<ImportOutcome>.Refused no ? Wrong(http, office, Texts.RefusalTexts.Reason(no.Why), Replies.Status(no.Why)) : Replies.Error(http, 404);
        }

        Uploads.Remove(upload);
        return Done(http, office, done.Value);
    }

    private static async Task<Answer<ImportOutcome>> Import(
        HttpContext http, Office office, ReadLedger ledger, string name, byte[] hash, Resend? resend, CancellationToken stop)
    {
        var who = http.Acting() with { Origin = History.Origin.Import };
        var answer = await office.Imports.Import(who, new LedgerImport(name, hash, ledger.Rows, resend), stop);
        if (answer is Answer<ImportOutcome>.Given { Value: { Batch: { } batch } outcome })
        {
            await AccessLog.Write(
                office.Db, http.Member(), "import", office.Clock.GetUtcNow(), (http.Member().Court, batch), detail: $"{name}：{outcome.Contacts}/{outcome.Rejected}", stop: stop);
        }

        return answer;
    }

    /// <summary>A person imports for his or her own court alone; a title that names another court is refused unless the own court was chosen.</summary>
    private static (ReadLedger? Ledger, string? Wrong) Read(Office office, Member member, string path, bool isOwn)
    {
        using var file = File.OpenRead(path);
        return Read(office, member, file, isOwn);
    }

    private static (ReadLedger? Ledger, string? Wrong) Read(Office office, Member member, Stream file, bool isOwn)
    {
        var own = office.Files.Courts.ByNumber(member.Court);
        var (ledger, refusal) = LedgerReading.Read(file, office.Files.Courts, isOwn ? own : null, office.Today, Uploads.Folder(office));
        return ledger is null ? (null, refusal!.Text)
            : ledger.Court.Number == member.Court ? (ledger, null)
            : (null, $"标题行写明这是{ledger.Court.Name}的台账。您是{member.CourtName}的人员，如果确实要导入到本院，请在“导入到”中选择本院。");
    }

    private static IResult Csv(HttpContext http, Office office, string token)
    {
        if (new Uploads(office).Find(http.Member(), token) is not { } upload)
        {
            return Replies.Error(http, 404);
        }

        var (ledger, wrong) = Read(office, http.Member(), upload.Path, isOwn: true);
        if (ledger is null)
        {
            return Wrong(http, office, wrong!, 400);
        }

        http.Response.RegisterForDispose(ledger);
        return Results.Stream(
            async to =>
            {
                await using var text = new StreamWriter(to, Encoding.UTF8);
                await LedgerReading.WriteCsv(text, ledger.Rows);
            },
            "text/csv; charset=utf-8", "import.csv");
    }

    private static async Task<IResult> Api(HttpContext http, Office office, bool? dryRun, string? fileName, CancellationToken stop)
    {
        if (office.Law.Now.MayNot(http.Acting(), "import", null) is { } refusal)
        {
            return Replies.Problem(refusal);
        }

        if (http.Request.ContentLength > Uploads.MostBytes)
        {
            return TooLarge();
        }

        var upload = await new Uploads(office).Keep(http.Member(), fileName ?? "api.xlsx", http.Request.Body, stop);
        try
        {
            return new FileInfo(upload.Path).Length > Uploads.MostBytes ? TooLarge() : await Judged(http, office, upload, dryRun == true, stop);
        }
        finally
        {
            Uploads.Remove(upload);
        }
    }

    private static async Task<IResult> Judged(HttpContext http, Office office, Upload upload, bool dryRun, CancellationToken stop)
    {
        var (ledger, wrong) = Read(office, http.Member(), upload.Path, isOwn: false);
        if (ledger is null)
        {
            return Results.Problem(statusCode: 400, title: wrong, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = "ledger-file" });
        }

        http.Response.RegisterForDispose(ledger);
        if (dryRun)
        {
            var forecast = await office.Imports.Forecast(http.Member().Scope, ledger.Rows, stop);
            return Results.Ok(new { forecast.Accepted, forecast.Rejected, forecast.Petitions, forecast.AlreadyPresent, rows = ApiRows(ledger.Rows) });
        }

        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var hash = await Hash(upload.Path, stop);
        var resend = key.Length is > 0 and <= 100 ? new Resend(key, hash) : null;
        return Replies.Json(await Import(http, office, ledger, upload.Name, hash, resend, stop));
    }

    private static IEnumerable<ApiRow> ApiRows(JudgedLedger rows) => Enumerable.Range(0, rows.Count).Select(at => (At: at, Row: rows.RowAt(at))).Select(row => new ApiRow(
        row.Row.Label, row.Row.SheetRow, rows.IsAccepted(row.At) ? "ok" : "reject", [.. rows.ReasonsAt(row.At).Select(reason => reason.Text())]));

    private static async Task<byte[]> Hash(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        return await SHA256.HashDataAsync(file, stop);
    }

    private static IResult TooLarge() => Results.Problem(
        statusCode: 413, title: $"文件超过 {Uploads.MostBytes >> 20} MB，请分成几个文件导入。", extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = "http-413" });

    private static async Task<IResult> ApiList(HttpContext http, Office office, CancellationToken stop) => Results.Ok(await office.Db.Query<ImportLine>(
        http.Member().Scope, "select id, file_name, rows, ok, rejected, at from import_batch where home = $1 order by at desc, id desc limit 100", [http.Member().Court], stop));

    private static IResult Wrong(HttpContext http, Office office, string text, int status) =>
        Page(http, office, new FormState(new Dictionary<string, string?>(StringComparer.Ordinal), [new FieldMessage("file", MessageKind.Error, text)]), status: status);

    private static IResult Done(HttpContext http, Office office, ImportOutcome outcome) => Page(http, office, FormState.Empty, result: new ImportResult(
        outcome.Contacts, outcome.Petitions + outcome.Joined, outcome.Rejected, outcome.AlreadyPresent + outcome.Completed, "/ledger", "/corrections", outcome.Corrected));

    private static IResult Page(
        HttpContext http, Office office, FormState form, ImportPreview? preview = null, ImportResult? result = null, int status = 200)
    {
        var own = office.Files.Courts.ByNumber(http.Member().Court)!;
        List<Choice> courts = [new(string.Empty, "以标题行写明的法院为准"), new(own.Code ?? own.Name, own.Name)];
        return Replies.Page<ImportPage>(http, new ImportModel(form, Replies.FreshKey(), courts, preview, result), status);
    }

    private sealed record ApiRow(string Row, int SheetRow, string Outcome, IReadOnlyList<string> Reasons);

    private sealed record ImportLine
    {
        public required Guid Id { get; init; }

        public required string FileName { get; init; }

        public required int Rows { get; init; }

        public required int Ok { get; init; }

        public required int Rejected { get; init; }

        public required DateTime At { get; init; }
    }
}

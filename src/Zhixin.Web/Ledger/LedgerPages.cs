using Microsoft.AspNetCore.Mvc;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database;
using Zhixin.Database.Access;
using Zhixin.Database.Ledger;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Ledger;

/// <summary>The ledger: its lists as a page, as JSON and as Excel.</summary>
public static class LedgerPages
{
    /// <summary>Media type of an Excel workbook.</summary>
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int PageSize = 50;
    private const int ExportStep = 1000;

    /// <summary>Maps the page and its twins.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/ledger", Show);
        app.MapGet("/ledger/export", Export);
        app.MapGet("/api/petitions", Api).WithSummary("台账：view、court、stage、channel、cause、from、to、words、after");
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var query = LedgerQuery.Of(http, office, http.Member());
        if (await Jump(http, office, query, stop) is { } jump)
        {
            return jump;
        }

        var scope = http.Member().Scope;
        var slice = await office.Ledger.Read(scope, query.Filter, PageSize, office.Clock.GetUtcNow(), stop);
        var reading = new Reading(scope);
        var names = office.Persons.Open(reading, Petitioners(slice.Lines));
        var saved = SavedViews.Of(reading, http.Member());
        await reading.Run(office.Db, AccessLog.Note(http.Member(), "read-ledger", office.Clock.GetUtcNow(), detail: query.Plain), stop);
        var view = new LedgerView(http, office, query, await names, await saved);
        return Replies.Page<LedgerPage>(http, view.Model(slice, PageSize), query.Form.Errors.Any() ? 400 : 200);
    }

    /// <summary>A petition's number or a case number with one petition goes straight there; a case with several becomes a filter.</summary>
    private static async Task<IResult?> Jump(HttpContext http, Office office, LedgerQuery query, CancellationToken stop)
    {
        if (query.Filter.Words is not { } words)
        {
            return null;
        }

        var read = CaseNumberReader.Read(words, office.Files.Courts, office.Today.Year) as CaseNumberReading.Parsed;
        var found = await office.Ledger.Exact(http.Member().Scope, words, read?.Number.Text, stop);
        return found switch
        {
            [var one] => Results.Redirect($"/petitions/{one.Home}/{one.Id}"),
            [_, ..] => Results.Redirect($"/ledger?view=all&stage=any&case={Uri.EscapeDataString(read?.Number.Text ?? words)}"),
            _ => null,
        };
    }

    private static Task<IReadOnlyDictionary<Guid, KnownPerson>> Names(Office office, Database.Scope scope, IReadOnlyList<PetitionLine> lines, CancellationToken stop) =>
        office.Persons.Open(scope, Petitioners(lines), stop);

    private static List<StreamId> Petitioners(IEnumerable<PetitionLine> lines) => [.. lines.SelectMany(line => line.Petitioners.Select(id => new StreamId(line.Home, id))).Distinct()];

    private static async Task<IResult> Export(HttpContext http, Office office, CancellationToken stop)
    {
        var query = LedgerQuery.Of(http, office, http.Member());
        var scope = http.Member().Scope;
        var path = Path.Combine(office.DataDirectory, $"export-{Guid.CreateVersion7(office.Clock.GetUtcNow()):N}.xlsx");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var filter = query.Filter with { After = null };
        using (var writer = new LedgerWriter(file, "台账", LedgerView.Columns, office.Clock.GetUtcNow()))
        {
            for (var isMore = true; isMore;)
            {
                var lines = await office.Ledger.Page(scope, filter, ExportStep, office.Today, stop);
                var view = new LedgerView(http, office, query, await Names(office, scope, lines, stop), []);
                lines.ForEach(line => writer.Write(view.Cells(line)));
                isMore = lines.Count == ExportStep;
                filter = isMore ? filter with { After = LedgerLists.Place(filter.Order, lines[^1]) } : filter;
            }

            await AccessLog.Write(office.Db, http.Member(), "export", office.Clock.GetUtcNow(), detail: $"{query.Plain}（{writer.RowsWritten} 件）", stop: stop);
        }

        file.Position = 0;
        return Results.File(file, Excel, $"台账{ChinaDate.Of(office.Clock.GetUtcNow()):yyyyMMdd}.xlsx");
    }

    private static async Task<IResult> Api(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var query = LedgerQuery.Of(http, office, http.Member());
        if (query.Form.Errors.FirstOrDefault() is { } wrong)
        {
            return Results.Problem(statusCode: 400, title: $"{wrong.Field} 无法识别", extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["field"] = wrong.Field });
        }

        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var lines = await office.Ledger.Page(http.Member().Scope, query.Filter, most, office.Today, stop);
        await AccessLog.Write(office.Db, http.Member(), "read-ledger", office.Clock.GetUtcNow(), detail: query.Plain, stop: stop);
        return Results.Ok(new
        {
            petitions = lines.Select(line => new
            {
                line.Home, line.Id, line.Number, line.Stage, line.Responsible, line.CaseNumber, line.Summary, line.Priority, line.Handler, line.HandlerName,
                line.Contacts, line.People, line.Channel, line.Venue, line.Cause, line.LastReceivedOn, line.NextDue, line.NextKind,
            }),
            after = lines.Count == most ? LedgerQuery.Place(LedgerLists.Place(query.Filter.Order, lines[^1])) : null,
        });
    }
}

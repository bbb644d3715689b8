using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Ledger;
using Zhixin.Web.Access;
using Zhixin.Web.Components;
using Zhixin.Web.Hosting;
using Zhixin.Web.Ledger;

namespace Zhixin.Web.Reception;

/// <summary>The reception log of a day 接访台账: page, print view, Excel, JSON; and the way to the booking of a petition by its number.</summary>
public static class ReceptionPages
{
    /// <summary>Maps the pages.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/reception", Show);
        app.MapGet("/reception/print", Print);
        app.MapGet("/reception/export", Export);
        app.MapGet("/reception/booking", FindToBook);
        app.MapGet("/api/reception", Json).WithSummary("接访台账：court、day、receiver、show");
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop) =>
        Replies.Page<ReceptionPage>(http, (await View(http, office, stop)).Model(ReceptionView.OnPage));

    private static async Task<IResult> Print(HttpContext http, Office office, CancellationToken stop)
    {
        var view = await View(http, office, stop);
        await AccessLog.Write(office.Db, http.Member(), "print", office.Clock.GetUtcNow(), detail: "接访台账", stop: stop);
        return Replies.Page<ReceptionPrint>(http, view.Model());
    }

    private static async Task<IResult> Export(HttpContext http, Office office, CancellationToken stop)
    {
        var (query, rows) = (ReceptionQuery.Of(http, office), (await View(http, office, stop)).Rows());
        var file = new MemoryStream();
        using (var writer = new LedgerWriter(file, "接访台账", ReceptionView.Columns, office.Clock.GetUtcNow()))
        {
            rows.ToList().ForEach(row => writer.Write(ReceptionView.Cells(row)));
        }

        await AccessLog.Write(office.Db, http.Member(), "export", office.Clock.GetUtcNow(), detail: $"接访台账 {DateText.Iso(query.Day)}（{rows.Count} 行）", stop: stop);
        file.Position = 0;
        return Results.File(file, LedgerPages.Excel, $"接访台账{query.Day:yyyyMMdd}.xlsx");
    }

    /// <summary>One petition with the number: its booking. None or several: the ledger, where it can be chosen.</summary>
    private static async Task<IResult> FindToBook(HttpContext http, Office office, CancellationToken stop)
    {
        var typed = http.Request.Query["number"].ToString().Trim();
        var read = CaseNumberReader.Read(typed, office.Files.Courts, office.Today.Year) as CaseNumberReading.Parsed;
        return typed.Length > 0 && await office.Ledger.Exact(http.Member().Scope, typed, read?.Number.Text, stop) is [var one]
            ? Results.Redirect($"/petitions/{one.Home}/{one.Id}/act/appointment")
            : Results.Redirect("/ledger?view=all&words=" + Uri.EscapeDataString(typed));
    }

    private static async Task<IResult> Json(HttpContext http, Office office, CancellationToken stop)
    {
        var query = ReceptionQuery.Of(http, office);
        var lines = (await ReceptionDay.Of(http, office, query, stop)).Shown(query);
        return Results.Ok(new
        {
            query.Court, query.Day, query.Show,
            lines = lines.Select(l => new
            {
                appointment = l.Appointment is not { } a ? null : new
                {
                    a.Home, a.Petition, a.No, a.FromTime, a.ToTime, a.Room, a.Receiver, a.ReceiverName, a.ByLeader, a.Grounds, a.OutsideHours, a.State, a.Outcome, a.Result,
                    a.Opinion, a.FollowedBy,
                },
                contact = l.Contact is not { } c ? null : new
                {
                    c.Home, c.Id, c.Number, c.Channel, c.Venue, c.ReceivedOn, c.ReceivedAt, c.Receiver, c.EnteredOn, c.Outcome, c.Result, c.Opinion, c.FollowedBy,
                },
                petition = l.Petition is not { } p ? null : new { p.Home, p.Id, p.Number },
            }),
        });
    }

    private static async Task<ReceptionView> View(HttpContext http, Office office, CancellationToken stop)
    {
        var query = ReceptionQuery.Of(http, office);
        return new ReceptionView(http, office, query, await ReceptionDay.Of(http, office, query, stop));
    }
}

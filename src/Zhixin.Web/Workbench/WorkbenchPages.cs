using Microsoft.AspNetCore.Mvc;
using Zhixin.Courts;
using Zhixin.Database.Access;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Workbench;

/// <summary>Everything one owes, by due date; and what the unit owes that nobody is named for.</summary>
public static class WorkbenchPages
{
    private const int PageSize = 50;

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/", Show);
        app.MapGet("/api/obligations", Json).WithSummary("应办的事项：scope、light、on、after、size");
    }

    private static Refusal? MayNot(HttpContext http, Office office, OwedQueue queue) => queue switch
    {
        OwedQueue.Mine => null,
        OwedQueue.Office => Units(http, office).Count > 0 ? null : new Refusal.Law("SPC09-3.2", "queue-office"),
        OwedQueue.Inspection => office.Law.Now.MayNot(http.Acting(), Zhixin.ReportBox.Acts.ReportHandling.Reading, null),
        OwedQueue.Unit or OwedQueue.Key => UnitSetup.MayNotOpen(http.Member().Posts, office.Files.Posts, queue == OwedQueue.Key),
    };

    private static IReadOnlyList<string> Units(HttpContext http, Office office) => office.Files.Posts.UnitsOf(http.Member().Posts);

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var query = WorkbenchQuery.Of(http.Request.Query);
        if (MayNot(http, office, query.Queue) is { } refusal)
        {
            return Replies.Problem(refusal);
        }

        var (scope, today, soon) = (http.Member().Scope, office.Today, office.Law.Now.Calendar.LastSoon(office.Today));
        var most = Math.Clamp(size ?? PageSize, 1, 200);
        var filter = query.Filter(today, soon, Units(http, office));
        var lines = await office.Owed.Page(scope, filter, most, stop);
        var counts = await office.Owed.Counts(scope, filter, today, soon, [], stop);
        return Results.Ok(new
        {
            obligations = lines,
            counts = new { counts.Overdue, counts.Soon, notDue = counts.Later, counts.Untimed },
            after = lines.Count == most ? WorkbenchQuery.Place(lines[^1].Place()) : null,
        });
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var member = http.Member();
        if (member.IsAdministrator)
        {
            return Results.Redirect(Viewers.Pages(member, office.Law.Now).Contains("staff") ? "/regulations" : "/access-log");
        }

        List<OwedQueue> open = [.. Enum.GetValues<OwedQueue>().Where(q => MayNot(http, office, q) is null)];
        var query = WorkbenchQuery.Of(http.Request.Query);
        if (!open.Contains(query.Queue))
        {
            return Replies.Error(http, 403);
        }

        var (today, soon, strip) = (office.Today, office.Law.Now.Calendar.LastSoon(office.Today), new WorkStrip(office.Law.Now.Calendar, office.Today));
        OwedFilter Filter() => query.Filter(today, soon, Units(http, office));
        Task<OwedCounts> Counts() => office.Owed.Counts(member.Scope, Filter(), today, soon, strip.Workdays, stop);
        var counts = await Counts();
        if (!http.Request.Query.ContainsKey("scope") && counts.All == 0 && BeginsWithTheUnit(member, open))
        {
            query = query with { Queue = open[1] };
            counts = await Counts();
        }

        var lines = await office.Owed.Page(member.Scope, Filter(), PageSize + 1, stop);
        var people = await office.Persons.Open(member.Scope, [.. lines.Take(PageSize).SelectMany(line => line.People()).Distinct()], stop);
        return Replies.Page<WorkbenchPage>(http, new WorkbenchView(office, member, query, counts, people, open).Model(lines, PageSize, strip) with
        {
            Messages = Viewers.Count(http, "messages", await Notices.InboxPages.Unseen(office, member, stop)),
            Bulletin = await Bulletin(http, office, stop),
            Day = await Supervisions.SupervisorDay.Of(http, office, stop),
            Proposals = query.Queue == OwedQueue.Unit ? (await office.Joins.Waiting(member.Scope, stop)).Count : 0,
        });
    }

    private static async Task<string?> Bulletin(HttpContext http, Office office, CancellationToken stop) =>
        office.Periods.MayNot(http.Acting()) is null && office.Periods.Owed(http.Member().Court, office.Today)
        && (await office.Periods.Load(http.Member().Scope, Zhixin.Reception.Period.Of(http.Member().Court, office.Today), stop))?.Period.Bulletin is null
            ? "/reception/statistics" : null;

    /// <summary>Whoever has nothing of his or her own begins with the queue that the post exists for.</summary>
    private static bool BeginsWithTheUnit(Member member, List<OwedQueue> open) =>
        open.Count > 1 && (open[1] == OwedQueue.Office || member.Posts.Any(p => p is "petition-officer" or "petition-unit-head" or UnitSetup.CommandCentre or Zhixin.ReportBox.BoxedReport.Inspection));
}

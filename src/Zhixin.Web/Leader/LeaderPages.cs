using Microsoft.AspNetCore.Mvc;
using Zhixin.Database.Petitions;
using Zhixin.Web.Access;
using Zhixin.Web.Approvals;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Workbench;

namespace Zhixin.Web.Leader;

/// <summary>
/// The leader's board 院领导看板: what one leads and is in charge of, what the court has let pass; and how much waits for one's decision, which the approvals page lists.
/// </summary>
public static class LeaderPages
{
    private const int PageSize = 50;

    /// <summary>The rows of the authority matrix whose posts are leaders'.</summary>
    private static readonly string[] Rows = ["lead", "take-charge", "receive-by-leader", "decide-conduct"];

    /// <summary>Maps the page and its JSON.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/leader", Show);
        app.MapGet("/api/leader", Json).WithSummary("院领导看板：show、unit、who、after、size");
    }

    /// <summary>Whether a person with these posts has a board.</summary>
    public static bool HasBoard(Office office, IReadOnlyList<string> posts) => Rows.Any(row => office.Law.Now.Posts(row).Any(posts.Contains));

    private static async Task<IResult> Json(HttpContext http, Office office, [FromQuery] int? size, CancellationToken stop)
    {
        var member = http.Member();
        if (!HasBoard(office, member.Posts))
        {
            return Replies.Problem(office.Law.Now.MayNot(http.Acting(), "lead", null) ?? new Refusal.Authority("lead", "authority.post"));
        }

        var (query, most) = (LeaderQuery.Read(http.Request.Query), Math.Clamp(size ?? PageSize, 1, 200));
        var counted = await office.Leaders.Counts(member.Scope, office.Today, stop);
        var counts = new { counted.Led, counted.Charged, counted.Breaches, approvals = await ApprovalPages.Count(office, member, stop) };
        if (query.List is { } list)
        {
            var lines = await office.Leaders.Page(member.Scope, list, query.Place, most, stop);
            return Results.Ok(new { counts, petitions = lines, after = lines.Count == most ? LeaderQuery.Text(lines[^1].Place()) : null });
        }

        var owed = await office.Leaders.Breaches(member.Scope, office.Today, query.Of, query.OwedPlace, most, stop);
        var groups = await office.Leaders.ByPerson(member.Scope, office.Today, stop);
        return Results.Ok(new { counts, groups, obligations = owed, after = owed.Count == most ? WorkbenchQuery.Place(owed[^1].Place()) : null });
    }

    private static async Task<IResult> Show(HttpContext http, Office office, CancellationToken stop)
    {
        var member = http.Member();
        if (!HasBoard(office, member.Posts))
        {
            return Replies.Error(http, 403);
        }

        var query = LeaderQuery.Read(http.Request.Query);
        var counts = await office.Leaders.Counts(member.Scope, office.Today, stop);
        var approvals = await ApprovalPages.Count(office, member, stop);
        if (!http.Request.Query.ContainsKey("show"))
        {
            query = query with { Show = First(counts) };
        }

        if (query.List is { } list)
        {
            var lines = await office.Leaders.Page(member.Scope, list, query.Place, PageSize + 1, stop);
            var known = await office.Persons.Open(member.Scope, [.. lines.Take(PageSize).SelectMany(l => l.People()).Distinct()], stop);
            return Replies.Page<LeaderPage>(http, new LeaderView(office, member.Name, query, counts, approvals, known).Cases(lines, PageSize));
        }

        var owed = await office.Leaders.Breaches(member.Scope, office.Today, query.Of, query.OwedPlace, PageSize + 1, stop);
        var people = await office.Persons.Open(member.Scope, [.. owed.Take(PageSize).SelectMany(l => l.People()).Distinct()], stop);
        var names = await StaffNames.Of(office, owed.Select(o => o.ChargedPerson ?? Guid.Empty), stop);
        var groups = await office.Leaders.ByPerson(member.Scope, office.Today, stop);
        return Replies.Page<LeaderPage>(http, new LeaderView(office, member.Name, query, counts, approvals, people).Breaches(owed, groups, names, PageSize));
    }

    /// <summary>What the leader holds comes first.</summary>
    private static LeaderShow First(LeaderCounts counts) => counts switch
    {
        { Led: > 0 } => LeaderShow.Led,
        { Charged: > 0 } => LeaderShow.Charged,
        { Breaches: > 0 } => LeaderShow.Breaches,
        _ => LeaderShow.Led,
    };
}

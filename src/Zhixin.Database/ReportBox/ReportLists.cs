using Zhixin.Courts;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.ReportBox;

/// <summary>The last line of the page before.</summary>
public readonly record struct ReportPlace(DateOnly On, int Home, Guid Id);

/// <summary>A part of the box.</summary>
/// <param name="Under">The court whose area is shown.</param>
/// <param name="Handled">What was handled, the newest first; else what waits, the oldest first.</param>
public sealed record ReportFilter(Court Under, bool Handled)
{
    /// <summary>Start behind this line.</summary>
    public ReportPlace? After { get; init; }
}

/// <summary>A report as lists show it: nothing of what it says.</summary>
public sealed record ReportLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required int Handling { get; init; }

    public required string Channel { get; init; }

    public required bool Anonymous { get; init; }

    public required bool NamesLeader { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public DateOnly? HandledOn { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Where a list stands at this line.</summary>
    public ReportPlace Place() => new(ReceivedOn, Home, Id);
}

/// <summary>How many reports of an area wait, and how many were handled.</summary>
public sealed record ReportCounts(int Waiting, int Handled);

/// <summary>The report box of an area. Whoever asks has to hold the post that reads it; a report that names the viewer is left out of every list and count.</summary>
public sealed class ReportLists(Db db)
{
    private const string Line = "home, id, number, handling, channel, anonymous, names_leader, received_on, handled_on, outcome";

    /// <summary>A page of the box.</summary>
    public Task<List<ReportLine>> Page(Scope scope, ReportFilter filter, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, filter, size);
        return db.Ordered<ReportLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(Scope scope, ReportFilter filter, int size)
    {
        var where = new Conditions();
        Area(where, filter.Under);
        where.And("not r.accused @> array[{0}]::uuid[]", scope.Viewer).And($"r.stage = '{(filter.Handled ? "handled" : "received")}'");
        if (filter.After is { } after)
        {
            where.And($"(r.received_on, r.home, r.id) {(filter.Handled ? "<" : ">")} ({{0}}, {{1}}, {{2}})", after.On, after.Home, after.Id);
        }

        var way = filter.Handled ? " desc" : string.Empty;
        return ($"select /* all homes: reports */ {Line} from report r where {where.Sql} order by r.received_on{way}, r.home{way}, r.id{way} limit {size}", where.Arguments);
    }

    /// <summary>The figures of an area.</summary>
    public async Task<ReportCounts> Counts(Scope scope, Court under, CancellationToken stop)
    {
        var where = new Conditions();
        Area(where, under);
        where.And("not r.accused @> array[{0}]::uuid[]", scope.Viewer);
        return (await db.Query<ReportCounts>(
            scope,
            $"select /* all homes: report-counts */ count(*) filter (where r.stage = 'received')::int as waiting, count(*) filter (where r.stage = 'handled')::int as handled from report r where {where.Sql}",
            where.Arguments, stop))[0];
    }

    private static void Area(Conditions where, Court under)
    {
        if (under.Level == CourtLevel.Supreme)
        {
            where.And("true");
            return;
        }

        where.And($"r.{(under.Level switch { CourtLevel.High => "high", CourtLevel.Intermediate => "mid", _ => "basic" })} = {{0}}", under.Number);
    }
}

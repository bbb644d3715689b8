using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Reception;

namespace Zhixin.Database.PlatformItems;

/// <summary>The last line of the page before.</summary>
public readonly record struct PlatformPlace(DateOnly On, int Home, Guid Id);

/// <summary>A part of the queue: next due first.</summary>
/// <param name="Under">The court whose area is shown.</param>
/// <param name="Stage">Null for every stage that runs.</param>
/// <param name="Kind">Null for all nine.</param>
public sealed record PlatformFilter(Court Under, string? Stage, string? Kind, bool Overdue)
{
    /// <summary>Only what this court leads; null for every superior's.</summary>
    public int? LedBy { get; init; }

    /// <summary>Start behind this line.</summary>
    public PlatformPlace? After { get; init; }
}

/// <summary>An item as lists show it.</summary>
public sealed record PlatformLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string External { get; init; }

    public required string Kind { get; init; }

    public required int Enforcing { get; init; }

    public string? CaseNumber { get; init; }

    public required string Content { get; init; }

    public required string Stage { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public DateOnly? Due { get; init; }

    public required DateOnly OverdueAfter { get; init; }

    public required int Returns { get; init; }

    /// <summary>Where a list stands at this line.</summary>
    public PlatformPlace Place() => new(OverdueAfter, Home, Id);
}

/// <summary>The queue of platform items, and the figures of the daily window (HNP-18).</summary>
public sealed class PlatformLists(Db db)
{
    private const string Line = "home, id, number, external, kind, enforcing, case_number, content, stage, received_on, due, overdue_after, returns";

    /// <summary>A page of the queue.</summary>
    public Task<List<PlatformLine>> Page(Scope scope, PlatformFilter filter, DateOnly today, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(filter, today, size);
        return db.Ordered<PlatformLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(PlatformFilter filter, DateOnly today, int size)
    {
        var where = new Conditions();
        Area(where, filter.Under);
        where.And("i.phase = 'open'").If(filter.Stage, "i.stage = {0}").If(filter.Kind, "i.kind = {0}");
        if (filter.LedBy is { } court)
        {
            where.And("i.court = {0}", court);
        }

        if (filter.Overdue)
        {
            where.And("i.overdue_after < {0}", today);
        }

        if (filter.After is { } after)
        {
            where.And("(i.overdue_after, i.home, i.id) > ({0}, {1}, {2})", after.On, after.Home, after.Id);
        }

        return ($"select /* all homes: platform-items */ {Line} from platform_item i where {where.Sql} order by i.overdue_after, i.home, i.id limit {size}", where.Arguments);
    }

    /// <summary>How many items of each kind run in an area, how many wait for the superior, and how many are overdue: the figures of a window.</summary>
    public Task<List<WindowFigures>> Figures(Scope scope, Court under, DateOnly today, CancellationToken stop)
    {
        var where = new Conditions();
        var overdue = where.Text("count(*) filter (where i.overdue_after < {0})::int", today);
        Area(where, under);
        where.And("i.phase = 'open'");
        return db.Query<WindowFigures>(
            scope,
            $"select /* all homes: platform-figures */ i.kind, count(*)::int as open, count(*) filter (where i.stage = 'completed')::int as waiting, {overdue} as overdue from platform_item i where {where.Sql} group by i.kind order by i.kind",
            where.Arguments, stop);
    }

    /// <summary>Number of the item that stands at a court under a kind and a number of the platform; null for none.</summary>
    public async Task<IReadOnlyDictionary<(string Kind, string External), string>> Known(Scope scope, int home, IReadOnlyList<string> externals, CancellationToken stop) =>
        (await db.Query<KnownRow>(scope, "select kind, external, number from platform_item where home = $1 and external = any($2)", [home, externals.ToArray()], stop))
        .ToDictionary(r => (r.Kind, r.External), r => r.Number);

    private static void Area(Conditions where, Court under)
    {
        if (under.Level != CourtLevel.Supreme)
        {
            where.And($"i.{(under.Level switch { CourtLevel.High => "high", CourtLevel.Intermediate => "mid", _ => "basic" })} = {{0}}", under.Number);
        }
    }

    private sealed record KnownRow
    {
        public required string Kind { get; init; }

        public required string External { get; init; }

        public required string Number { get; init; }
    }
}

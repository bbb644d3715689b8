using Zhixin.History;

namespace Zhixin.Database.Petitions;

/// <summary>Whose work a list of what is owed shows.</summary>
public enum OwedQueue
{
    /// <summary>What lies on one's own desk: what one is named for, and what waits for one's own acknowledgement (GC21-13).</summary>
    Mine,

    /// <summary>What the court owes and nobody is named for (SPC16-2).</summary>
    Unit,

    /// <summary>What is owed in the key and hard petitions of the court, whoever is named (GC21-5).</summary>
    Key,

    /// <summary>What the inspection of the court owes (SPC09-4): it stands in no other list, since whoever is reported on may read those.</summary>
    Inspection,

    /// <summary>What units of the court owe whose work one does, and nobody is named for: review, enforcement, filing.</summary>
    Office,
}

/// <summary>The last line of the page before: its date in the list's order (<see cref="ReadRows.Untimed"/> among the untimed) and its key.</summary>
public readonly record struct OwedPlace(DateOnly On, int Home, Guid Stream, int No);

/// <summary>A part of a queue: what becomes overdue at the end of these days, both inclusive. The untimed stand at <see cref="ReadRows.Untimed"/>.</summary>
public sealed record OwedFilter(OwedQueue Queue)
{
    /// <summary>The kinds of units of <see cref="OwedQueue.Office"/>.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = ReadRows.Untimed;

    /// <summary>Of these days only what is due on its day itself, not what was born overdue and is counted from it.</summary>
    public bool IsDue { get; init; }

    /// <summary>Start behind this line.</summary>
    public OwedPlace? After { get; init; }
}

/// <summary>How much of a queue has each light, each at most one more than <see cref="OwedLists.CountCap"/>, and how much falls due on given days.</summary>
public sealed record OwedCounts(int Overdue, int Soon, int Later, int Untimed, IReadOnlyDictionary<DateOnly, int> Days)
{
    /// <summary>The whole queue.</summary>
    public int All => Overdue + Soon + Later + Untimed;
}

/// <summary>Something owed, as the workbench shows it.</summary>
public sealed record OwedLine
{
    public required int Home { get; init; }

    public required Guid Stream { get; init; }

    public required int No { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string Clause { get; init; }

    public DateOnly? Due { get; init; }

    public required bool Provisional { get; init; }

    public DateOnly? TriggerOn { get; init; }

    public DateOnly? CountsFrom { get; init; }

    public Guid? Person { get; init; }

    public required string Unit { get; init; }

    /// <summary>Whose breach it would be: the unit, or <see cref="ReadRows.Approver"/>.</summary>
    public required string ChargedUnit { get; init; }

    /// <summary>The person of it; null where nobody is named.</summary>
    public Guid? ChargedPerson { get; init; }

    /// <summary>What it is owed in: the kind of its stream.</summary>
    public required string Matter { get; init; }

    /// <summary>Of its petition or supervision; empty where it is owed of a day.</summary>
    public required string Number { get; init; }

    public string? CaseNumber { get; init; }

    public required Guid[] Petitioners { get; init; }

    /// <summary>Where a queue stands at this line.</summary>
    public OwedPlace Place() => new(Due is null ? ReadRows.Untimed : CountsFrom > Due ? CountsFrom.Value : Due.Value, Home, Stream, No);

    /// <summary>The petitioners' streams.</summary>
    public IEnumerable<StreamId> People() => Petitioners.Select(id => new StreamId(Home, id));
}

/// <summary>The queues of the workbench: ordered to the end by the day at whose end a thing becomes overdue, keyset-paged, counted by light.</summary>
public sealed class OwedLists(Db db)
{
    /// <summary>Counts stop here: more is said as "10,000+".</summary>
    public const int CountCap = 10_000;

    /// <summary>Something owed, with the petition, supervision, platform item, record of checks or report that it belongs to, if it does.</summary>
    internal const string From = "obligation o left join petition p on p.home = o.home and p.id = o.stream left join supervision v on v.home = o.home and v.id = o.stream left join platform_item i on i.home = o.home and i.id = o.stream left join enforcement_case c on c.home = o.home and c.id = o.stream left join report r on r.home = o.home and r.id = o.stream";

    /// <summary>What everybody of a court may know to be owed: all but what the inspection owes.</summary>
    internal const string Open = "o.unit <> 'inspection'";

    /// <summary>The kind of the stream in which something is owed.</summary>
    internal const string Matter = "o.matter";

    /// <summary>The number of what it is owed in; empty for a day.</summary>
    internal const string Number = "coalesce(p.number, v.number, i.number, c.number, r.number, '')";

    /// <summary>What a list shows of something owed; o is the obligation, p its petition, v its supervision, i its platform item, c its record of checks, r its report.</summary>
    internal const string Line =
        "o.home, o.stream, o.no, o.kind, o.name, o.clause, o.due, o.provisional, o.trigger_on, o.counts_from, o.person, o.unit, o.charged_unit, o.charged_person, " + Matter + " as matter, " + Number + " as number, coalesce(p.case_number, v.case_number, i.case_number, c.case_number) as case_number, coalesce(p.petitioners, '{}') as petitioners";

    /// <summary>A page of a queue.</summary>
    public Task<List<OwedLine>> Page(Scope scope, OwedFilter filter, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, filter, size);
        return db.Ordered<OwedLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(Scope scope, OwedFilter filter, int size)
    {
        var due = filter.IsDue ? " and o.due = o.overdue_after" : string.Empty;
        var behind = filter.After is null ? string.Empty : " and (o.overdue_after, o.home, o.stream, o.no) > ($5, $6, $7, $8)";
        object?[] place = filter.After is { } after ? [after.On, after.Home, after.Stream, after.No] : [];
        object?[] units = filter.Queue == OwedQueue.Office ? [filter.Units.ToArray()] : [];
        var sql =
            $"""
            select /* all homes: owed */ {Line} from {From}
            where {Of(filter.Queue, 5 + place.Length)} and o.overdue_after >= $3 and o.overdue_after <= $4{due}{behind}
            order by o.overdue_after, o.home, o.stream, o.no limit {size}
            """;
        return (sql, [scope.Viewer, Whose(scope, filter.Queue), filter.From, filter.To, .. place, .. units]);
    }

    /// <summary>Counts a queue by light and by day, in one statement.</summary>
    /// <param name="soon">The last day whose light is soon; the first is <paramref name="today"/>.</param>
    /// <param name="days">Days to count one by one.</param>
    public async Task<OwedCounts> Counts(Scope scope, OwedFilter queue, DateOnly today, DateOnly soon, IReadOnlyList<DateOnly> days, CancellationToken stop)
    {
        var (sql, arguments) = CountStatement(scope, queue, today, soon, days);
        var counts = await db.Ordered<int>(scope, sql, arguments, stop);
        return new OwedCounts(counts[0], counts[1], counts[2], counts[3], days.Select((day, i) => (day, counts[4 + i])).ToDictionary());
    }

    /// <summary>What counting asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) CountStatement(Scope scope, OwedFilter queue, DateOnly today, DateOnly soon, IReadOnlyList<DateOnly> days)
    {
        var sql =
            $"""
            select /* all homes: owed-counts */ counted.n from unnest($3::date[], $4::date[], $5::bool[]) with ordinality as r(low, high, is_day, at)
            cross join lateral (select count(*)::int as n from
              (select 1 from obligation o where {Of(queue.Queue, 6)} and o.overdue_after >= r.low and o.overdue_after <= r.high and (not r.is_day or o.due = r.low) limit {CountCap + 1}) as capped) as counted
            order by r.at
            """;
        DateOnly[] low = [DateOnly.MinValue, today, soon.AddDays(1), ReadRows.Untimed, .. days];
        DateOnly[] high = [today.AddDays(-1), soon, ReadRows.Untimed.AddDays(-1), ReadRows.Untimed, .. days];
        object?[] units = queue.Queue == OwedQueue.Office ? [queue.Units.ToArray()] : [];
        return (sql, [scope.Viewer, Whose(scope, queue.Queue), low, high, low.Select((_, i) => i >= low.Length - days.Count).ToArray(), .. units]);
    }

    /// <summary>What a queue holds.</summary>
    /// <param name="units">Where the kinds of units stand among the arguments.</param>
    private static string Of(OwedQueue queue, int units) => "o.state = 'open' and not o.barred @> array[$1] and " + queue switch
    {
        OwedQueue.Mine => "o.falls_to = $2",
        OwedQueue.Unit => "o.court = $2 and o.person is null and " + Open,
        OwedQueue.Key => "o.court = $2 and o.priority <> 'ordinary'",
        OwedQueue.Inspection => "o.court = $2 and o.unit = 'inspection'",
        OwedQueue.Office => $"o.court = $2 and o.person is null and o.unit = any(${units})",
    };

    private static object Whose(Scope scope, OwedQueue queue) => queue == OwedQueue.Mine ? scope.Viewer : scope.Court;
}

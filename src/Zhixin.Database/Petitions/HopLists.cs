namespace Zhixin.Database.Petitions;

/// <summary>Which hops a court's list shows.</summary>
public enum HopQueue
{
    /// <summary>Those that the court handed down and that run, the earliest date first.</summary>
    Out,

    /// <summary>Those of them whose report waits for the court's decision.</summary>
    Reported,

    /// <summary>Those that the court has from above, alone or together with others, and that run.</summary>
    In,

    /// <summary>Those that are settled and of which a special report is still awaited (HNP-14).</summary>
    Up,
}

/// <summary>A hop in a list.</summary>
public sealed record HopLine
{
    public required int Home { get; init; }

    public required Guid Stream { get; init; }

    public required int No { get; init; }

    public required int FromCourt { get; init; }

    public required int ToCourt { get; init; }

    /// <summary>Whether that court handles it together with the one to which it went down.</summary>
    public required bool Joint { get; init; }

    public required string Mode { get; init; }

    public required string Letter { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public string? HandlerName { get; init; }

    public DateOnly? ReportedOn { get; init; }

    public required int Pressed { get; init; }

    /// <summary>Until when it is to be reported; null where no date is set.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The day at whose end it is overdue, later than the date where it was recorded late; <see cref="ReadRows.Untimed"/> where no date is set.</summary>
    public required DateOnly OverdueAfter { get; init; }

    public required string Number { get; init; }

    public string? CaseNumber { get; init; }

    public required string Summary { get; init; }

    /// <summary>Where a list stands at this line.</summary>
    public OwedPlace Place() => new(OverdueAfter, Home, Stream, No);
}

/// <summary>How long each list of a court is, each at most one more than <see cref="OwedLists.CountCap"/>.</summary>
/// <param name="Late">Of those that went out: how many are not reported and past their date.</param>
public sealed record HopCounts(int Out, int Late, int Reported, int In, int Up);

/// <summary>The hops of a court, whichever court answers for the matter or registered it: what it handed down stays in its list until it closes.</summary>
public sealed class HopLists(Db db)
{
    private const string Line =
        "h.home, h.stream, h.no, h.from_court, h.to_court, h.joint, h.mode, h.letter, h.issued_on, h.handler_name, h.reported_on, h.pressed, h.due, h.overdue_after, p.number, p.case_number, p.summary";

    /// <summary>A page of a list, ordered to the end.</summary>
    public Task<List<HopLine>> Page(Scope scope, HopQueue queue, OwedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, queue, after, size);
        return db.Ordered<HopLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(Scope scope, HopQueue queue, OwedPlace? after, int size)
    {
        var behind = after is null ? string.Empty : " and (h.overdue_after, h.home, h.stream, h.no) > ($3, $4, $5, $6)";
        var sql =
            $"""
            select /* all homes: hops */ {Line} from hop h join petition p on p.home = h.home and p.id = h.stream
            where {Of(queue)}{behind} order by h.overdue_after, h.home, h.stream, h.no limit {size}
            """;
        object?[] arguments = [scope.Viewer, scope.Court];
        return (sql, after is { } place ? [.. arguments, place.On, place.Home, place.Stream, place.No] : arguments);
    }

    /// <summary>How long the lists are, in one statement.</summary>
    public async Task<HopCounts> Counts(Scope scope, DateOnly today, CancellationToken stop)
    {
        static string Count(string which) => $"(select count(*)::int from (select 1 from hop h where {which} limit {OwedLists.CountCap + 1}) as capped)";
        var sql =
            $"""
            select /* all homes: hops-counts */ {Count(Of(HopQueue.Out))} as "out", {Count(Of(HopQueue.Out) + " and h.state = 'running' and h.overdue_after < $3")} as late,
              {Count(Of(HopQueue.Reported))} as reported, {Count(Of(HopQueue.In))} as "in", {Count(Of(HopQueue.Up))} as up
            """;
        var found = (await db.Query<CountRow>(scope, sql, [scope.Viewer, scope.Court, today], stop)).Single();
        return new HopCounts(found.Out, found.Late, found.Reported, found.In, found.Up);
    }

    private static string Of(HopQueue queue) => "h.state <> 'over' and not h.barred @> array[$1] and " + queue switch
    {
        HopQueue.Out => "h.from_court = $2 and not h.joint and h.state in ('running', 'reported')",
        HopQueue.Reported => "h.from_court = $2 and not h.joint and h.state = 'reported'",
        HopQueue.In => "h.to_court = $2 and h.state in ('running', 'reported')",
        HopQueue.Up => "h.from_court = $2 and not h.joint and h.state = 'up'",
    };

    private sealed record CountRow
    {
        public required int Out { get; init; }

        public required int Late { get; init; }

        public required int Reported { get; init; }

        public required int In { get; init; }

        public required int Up { get; init; }
    }
}

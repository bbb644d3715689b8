namespace Zhixin.Database.Petitions;

/// <summary>An application for write-off as a docket shows it.</summary>
public sealed record WriteOffLine
{
    public required int Home { get; init; }

    public required Guid Stream { get; init; }

    public required int No { get; init; }

    /// <summary>Number of the court that applied.</summary>
    public required int Enforcing { get; init; }

    /// <summary>Number of the court that verifies.</summary>
    public required int Top { get; init; }

    /// <summary>Number of the court at which it waits, or where the last step was taken.</summary>
    public required int Court { get; init; }

    public required string Station { get; init; }

    public required string State { get; init; }

    public required DateOnly AppliedOn { get; init; }

    public required Guid AppliedBy { get; init; }

    /// <summary>The day of the last step.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Who verifies; null while nobody is named.</summary>
    public Guid? Verifier { get; init; }

    public required string Ground { get; init; }

    public DateOnly? ReversedOn { get; init; }

    /// <summary>Number of the petition.</summary>
    public required string Number { get; init; }

    public required string Summary { get; init; }
}

/// <summary>How a court's write-offs fared: how many stand, and how many were reversed because the matter recurred.</summary>
public sealed record WriteOffFigures
{
    public required int Approved { get; init; }

    public required int Reversed { get; init; }
}

/// <summary>Dockets of write-offs: what waits for a court, and what a court applied for, oldest first; how a court's write-offs fared.</summary>
public sealed class WriteOffLists(Db db)
{
    private const string Columns = "w.home, w.stream, w.no, w.enforcing, w.top, w.court, w.station, w.state, w.applied_on, w.applied_by, w.since, w.verifier, w.ground, w.reversed_on, p.number, p.summary";

    private const string Source = "from write_off w join petition p on p.home = w.home and p.id = w.stream";

    /// <summary>A page of what waits for the viewer's court; nothing of a matter from which the viewer is barred.</summary>
    /// <param name="after">Start behind this line; null: with the oldest.</param>
    public Task<List<WriteOffLine>> Waiting(Scope scope, OwedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = WaitingStatement(scope, after, size);
        return db.Ordered<WriteOffLine>(scope, sql, arguments, stop);
    }

    /// <summary>A page of what a court in sight applied for.</summary>
    /// <param name="enforcing">Number of that court.</param>
    public Task<List<WriteOffLine>> Of(Scope scope, int enforcing, OwedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = OfStatement(scope, enforcing, after, size);
        return db.Ordered<WriteOffLine>(scope, sql, arguments, stop);
    }

    /// <summary>How the write-offs fared for which a court applied, as far as the viewer's court sees them.</summary>
    public async Task<WriteOffFigures> Figures(Scope scope, int enforcing, CancellationToken stop) => (await db.Query<WriteOffFigures>(
        scope,
        """
        select /* all homes: write-off-figures */ count(*) filter (where state = 'approved')::int as approved, count(*) filter (where state = 'reversed')::int as reversed
        from write_off where enforcing = $1
        """,
        [enforcing], stop)).Single();

    /// <summary>What the page of the waiting asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) WaitingStatement(Scope scope, OwedPlace? after, int size)
    {
        var behind = after is null ? string.Empty : " and (w.since, w.home, w.stream, w.no) > ($3, $4, $5, $6)";
        var sql = $"""
            select /* all homes: write-offs-waiting */ {Columns} {Source}
            where w.court = $1 and w.state = 'pending' and $2 <> all(w.barred){behind} order by w.since, w.home, w.stream, w.no limit {size}
            """;
        return (sql, Arguments([scope.Court, scope.Viewer], after));
    }

    /// <summary>What the page of a court's own asks the database.</summary>
    public static (string Sql, object?[] Arguments) OfStatement(Scope scope, int enforcing, OwedPlace? after, int size)
    {
        var behind = after is null ? string.Empty : " and (w.applied_on, w.home, w.stream, w.no) > ($3, $4, $5, $6)";
        var sql = $"""
            select /* all homes: write-offs-of-court */ {Columns} {Source}
            where w.enforcing = $1 and $2 <> all(w.barred){behind} order by w.applied_on, w.home, w.stream, w.no limit {size}
            """;
        return (sql, Arguments([enforcing, scope.Viewer], after));
    }

    private static object?[] Arguments(object?[] first, OwedPlace? after) => after is { } place ? [.. first, place.On, place.Home, place.Stream, place.No] : first;
}

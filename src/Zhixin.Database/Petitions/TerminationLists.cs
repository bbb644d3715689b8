namespace Zhixin.Database.Petitions;

/// <summary>A report for termination as a docket shows it.</summary>
public sealed record TerminationLine
{
    public required int Home { get; init; }

    public required Guid Stream { get; init; }

    public required int No { get; init; }

    /// <summary>Number of the court that reported.</summary>
    public required int Reporting { get; init; }

    /// <summary>Number of the court that decides.</summary>
    public required int Decider { get; init; }

    /// <summary>Number of the court at which it waits, or where the last step was taken.</summary>
    public required int Court { get; init; }

    public required string Station { get; init; }

    public required string State { get; init; }

    public required string Class { get; init; }

    public required string Ground { get; init; }

    public required DateOnly ReportedOn { get; init; }

    /// <summary>The day of the last step.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Until when the filing is to be corrected; null where nothing is asked.</summary>
    public DateOnly? CorrectionDue { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? NoticeOn { get; init; }

    public DateOnly? ReversedOn { get; init; }

    /// <summary>Number of the petition.</summary>
    public required string Number { get; init; }

    public required string Summary { get; init; }
}

/// <summary>Dockets of terminations: what waits for a court, what a court decides or decided, and the filings with the Supreme Court, oldest first.</summary>
public sealed class TerminationLists(Db db)
{
    private const string Columns =
        "t.home, t.stream, t.no, t.reporting, t.decider, t.court, t.station, t.state, t.class, t.ground, t.reported_on, t.since, t.correction_due, t.decided_on, t.notice_on, t.reversed_on, p.number, p.summary";

    private const string Source = "from termination t join petition p on p.home = t.home and p.id = t.stream";

    /// <summary>A page of what waits for the viewer's court; nothing of a matter from which the viewer is barred.</summary>
    /// <param name="after">Start behind this line; null: with the oldest.</param>
    public Task<List<TerminationLine>> Waiting(Scope scope, OwedPlace? after, int size, CancellationToken stop) => Read(scope, WaitingStatement(scope, after, size), stop);

    /// <summary>A page of what a court decides or decided.</summary>
    /// <param name="decider">Number of that court.</param>
    public Task<List<TerminationLine>> Of(Scope scope, int decider, OwedPlace? after, int size, CancellationToken stop) => Read(scope, OfStatement(scope, decider, after, size), stop);

    /// <summary>A page of the filings with the Supreme Court at a station: those that it answers, or those that are being corrected.</summary>
    /// <param name="station">"answer-filing" or "correct".</param>
    public Task<List<TerminationLine>> Filed(Scope scope, string station, OwedPlace? after, int size, CancellationToken stop) => Read(scope, FiledStatement(scope, station, after, size), stop);

    /// <summary>What the page of the waiting asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) WaitingStatement(Scope scope, OwedPlace? after, int size)
    {
        var behind = after is null ? string.Empty : " and (t.since, t.home, t.stream, t.no) > ($3, $4, $5, $6)";
        var sql = $"""
            select /* all homes: terminations-waiting */ {Columns} {Source}
            where t.court = $1 and t.state = 'pending' and $2 <> all(t.barred){behind} order by t.since, t.home, t.stream, t.no limit {size}
            """;
        return (sql, Arguments([scope.Court, scope.Viewer], after));
    }

    /// <summary>What the page of a deciding court asks the database.</summary>
    public static (string Sql, object?[] Arguments) OfStatement(Scope scope, int decider, OwedPlace? after, int size)
    {
        var behind = after is null ? string.Empty : " and (t.reported_on, t.home, t.stream, t.no) > ($3, $4, $5, $6)";
        var sql = $"""
            select /* all homes: terminations-of-court */ {Columns} {Source}
            where t.decider = $1 and $2 <> all(t.barred){behind} order by t.reported_on, t.home, t.stream, t.no limit {size}
            """;
        return (sql, Arguments([decider, scope.Viewer], after));
    }

    /// <summary>What the page of the filing desk asks the database.</summary>
    public static (string Sql, object?[] Arguments) FiledStatement(Scope scope, string station, OwedPlace? after, int size)
    {
        var behind = after is null ? string.Empty : " and (t.since, t.home, t.stream, t.no) > ($3, $4, $5, $6)";
        var sql = $"""
            select /* all homes: terminations-filed */ {Columns} {Source}
            where t.station = $1 and t.state = 'pending' and t.station in ('answer-filing', 'correct') and $2 <> all(t.barred){behind} order by t.since, t.home, t.stream, t.no limit {size}
            """;
        return (sql, Arguments([station, scope.Viewer], after));
    }

    private Task<List<TerminationLine>> Read(Scope scope, (string Sql, object?[] Arguments) statement, CancellationToken stop) => db.Ordered<TerminationLine>(scope, statement.Sql, statement.Arguments, stop);

    private static object?[] Arguments(object?[] first, OwedPlace? after) => after is { } place ? [.. first, place.On, place.Home, place.Stream, place.No] : first;
}

using Zhixin.Courts;

namespace Zhixin.Database.Petitions;

/// <summary>A step of a chain of procedures as a docket shows it.</summary>
public sealed record ReviewStepLine
{
    public required int Home { get; init; }

    public required Guid Stream { get; init; }

    public required int No { get; init; }

    /// <summary>The objection that leads it.</summary>
    public required int Chain { get; init; }

    public required string Kind { get; init; }

    /// <summary>Number of the court that enforces.</summary>
    public required int Enforcing { get; init; }

    /// <summary>Number of the court that reviews.</summary>
    public required int Court { get; init; }

    /// <summary>"owed", "review" or "unserved".</summary>
    public required string State { get; init; }

    public string? StepNumber { get; init; }

    public required DateOnly AppliedOn { get; init; }

    public DateOnly? FiledOn { get; init; }

    public DateOnly? RuledOn { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Until when the next thing is owed there; null where no clause sets a date.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The day at whose end it is overdue; <see cref="ReadRows.Untimed"/> where no date is set.</summary>
    public required DateOnly OverdueAfter { get; init; }

    /// <summary>Number of the petition.</summary>
    public required string Number { get; init; }

    public required string Summary { get; init; }

    /// <summary>Where a list stands at this line.</summary>
    public OwedPlace Place() => new(OverdueAfter, Home, Stream, No);
}

/// <summary>Dockets of procedures: what waits at a court, and what courts under it have let pass; the earliest date first.</summary>
public sealed class ReviewStepLists(Db db)
{
    private const string Columns =
        "s.home, s.stream, s.no, s.chain, s.kind, s.enforcing, s.court, s.state, s.number as step_number, s.applied_on, s.filed_on, s.ruled_on, s.outcome, s.due, s.overdue_after, p.number, p.summary";

    private const string Source = "from review_step s join petition p on p.home = s.home and p.id = s.stream";

    /// <summary>A page of what waits at the viewer's court; nothing of a matter from which the viewer is barred.</summary>
    /// <param name="after">Start behind this line; null: with the earliest.</param>
    public Task<List<ReviewStepLine>> Waiting(Scope scope, OwedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = WaitingStatement(scope, after, size);
        return db.Ordered<ReviewStepLine>(scope, sql, arguments, stop);
    }

    /// <summary>A page of what courts under the viewer's have let pass.</summary>
    public Task<List<ReviewStepLine>> Below(Scope scope, CourtLevel level, DateOnly today, OwedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = BelowStatement(scope, level, today, after, size);
        return db.Ordered<ReviewStepLine>(scope, sql, arguments, stop);
    }

    /// <summary>What the page of the waiting asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) WaitingStatement(Scope scope, OwedPlace? after, int size)
    {
        var behind = after is null ? string.Empty : " and (s.overdue_after, s.home, s.stream, s.no) > ($3, $4, $5, $6)";
        var sql = $"""
            select /* all homes: procedures-waiting */ {Columns} {Source}
            where s.court = $1 and s.state <> 'over' and $2 <> all(s.barred){behind} order by s.overdue_after, s.home, s.stream, s.no limit {size}
            """;
        return (sql, Arguments([scope.Court, scope.Viewer], after));
    }

    /// <summary>What the page of what is overdue below asks the database.</summary>
    public static (string Sql, object?[] Arguments) BelowStatement(Scope scope, CourtLevel level, DateOnly today, OwedPlace? after, int size)
    {
        var under = level switch
        {
            CourtLevel.Supreme => "s.court <> $1",
            CourtLevel.High => "s.high = $1 and s.court <> $1",
            CourtLevel.Intermediate => "s.mid = $1 and s.court <> $1",
            CourtLevel.Basic => "s.court = $1 and s.court <> $1",
        };
        var behind = after is null ? string.Empty : " and (s.overdue_after, s.home, s.stream, s.no) > ($4, $5, $6, $7)";
        var sql = $"""
            select /* all homes: procedures-below */ {Columns} {Source}
            where {under} and s.state <> 'over' and s.overdue_after < $3 and $2 <> all(s.barred){behind} order by s.overdue_after, s.home, s.stream, s.no limit {size}
            """;
        return (sql, Arguments([scope.Court, scope.Viewer, today], after));
    }

    private static object?[] Arguments(object?[] first, OwedPlace? after) => after is { } place ? [.. first, place.On, place.Home, place.Stream, place.No] : first;
}

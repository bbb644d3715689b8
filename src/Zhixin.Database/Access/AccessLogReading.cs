namespace Zhixin.Database.Access;

/// <summary>What a reader of the access log asks for; empty filters do not filter.</summary>
/// <param name="Person">Whole name.</param>
/// <param name="Number">Number of a petition or contact.</param>
/// <param name="From">First day at +08:00, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Before">Keyset: the last row of the page before.</param>
public sealed record AccessFilter(string? Person, string? Number, string? Act, DateOnly? From, DateOnly? To, (DateTimeOffset At, Guid Id)? Before);

/// <summary>One access as it is read.</summary>
public sealed record AccessLine
{
    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    public required string Person { get; init; }

    public required string[] Posts { get; init; }

    public required string Court { get; init; }

    public required string Act { get; init; }

    public int? TargetHome { get; init; }

    public Guid? Target { get; init; }

    public string? Number { get; init; }

    public required bool IsPetition { get; init; }

    public string? Purpose { get; init; }

    public string? Detail { get; init; }
}

/// <summary>Reads the access log: the platform's audit administrator sees every court, others their own.</summary>
public static class AccessLogReading
{
    /// <summary>A page, newest first.</summary>
    public static Task<List<AccessLine>> Page(Db db, Scope scope, AccessFilter filter, int size, CancellationToken stop) => db.Query<AccessLine>(
        scope,
        "select /* all homes: access-log */ id, at, person, posts, court, act, target_home, target, number, is_petition, purpose, detail from read_access_log($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            scope.Viewer, filter.Person, filter.Number, filter.Act, filter.From is { } from ? Calendar.ChinaDate.EndOf(from.AddDays(-1)).UtcDateTime : null,
            filter.To is { } to ? Calendar.ChinaDate.EndOf(to).UtcDateTime : null, filter.Before?.At.UtcDateTime, filter.Before?.Id, size,
        ],
        stop);
}

namespace Zhixin.Database.Bulletins;

/// <summary>A ranking bulletin as lists show it.</summary>
public sealed record RankingLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    /// <summary>First day of the period, inclusive.</summary>
    public required DateOnly BeganOn { get; init; }

    /// <summary>Last day of the period, inclusive.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>"owed", "drafted", "issued".</summary>
    public required string State { get; init; }

    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public required int[] Courts { get; init; }

    public required int[] ReadBy { get; init; }

    /// <summary>Where a list stands at this line.</summary>
    public BulletinPlace Place() => new(Day, Home, Id);
}

/// <summary>The last line of the page before.</summary>
public readonly record struct BulletinPlace(DateOnly Day, int Home, Guid Id);

/// <summary>Ranking bulletins: those that a court issues, and those that it receives; the newest period first, keyset-paged.</summary>
public sealed class BulletinLists(Db db)
{
    private const string Line = "b.home, b.id, b.began_on, b.day, b.state, b.number, b.issued_on, b.courts, b.read_by";

    /// <summary>A page of what a court in sight owes and has issued.</summary>
    public Task<List<RankingLine>> Own(Scope scope, int court, BulletinPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = OwnStatement(court, after, size);
        return db.Ordered<RankingLine>(scope, sql, arguments, stop);
    }

    /// <summary>A page of what the viewer's court received.</summary>
    /// <param name="superiors">The courts above it.</param>
    public Task<List<RankingLine>> Received(Scope scope, IReadOnlyList<int> superiors, BulletinPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = ReceivedStatement(scope, superiors, after, size);
        return db.Ordered<RankingLine>(scope, sql, arguments, stop);
    }

    /// <summary>What the page of a court's own asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) OwnStatement(int court, BulletinPlace? after, int size) => (
        $"select {Line} from bulletin b where b.home = $1 and b.kind = 'periodic'{Behind(after, 2)} order by b.day desc, b.home, b.id desc limit {size}", Arguments([court], after));

    /// <summary>What the page of the received asks.</summary>
    public static (string Sql, object?[] Arguments) ReceivedStatement(Scope scope, IReadOnlyList<int> superiors, BulletinPlace? after, int size) => (
        $"""
        select /* all homes: rankings-received */ {Line} from bulletin b
        where b.home = any($1) and b.kind = 'periodic' and b.state = 'issued' and b.courts @> array[$2]{Behind(after, 3)} order by b.day desc, b.home, b.id desc limit {size}
        """,
        Arguments([superiors.ToArray(), scope.Court], after));

    private static string Behind(BulletinPlace? after, int at) => after is null ? string.Empty
        : $" and (b.day < ${at} or (b.day = ${at} and (b.home > ${at + 1} or (b.home = ${at + 1} and b.id < ${at + 2}))))";

    private static object?[] Arguments(object?[] first, BulletinPlace? after) => after is { } place ? [.. first, place.Day, place.Home, place.Id] : first;
}

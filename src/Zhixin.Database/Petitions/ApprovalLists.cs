using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>Something that waits for a decision.</summary>
public sealed record WaitingLine
{
    public required int Home { get; init; }

    public required Guid Stream { get; init; }

    public required int No { get; init; }

    /// <summary>The act by which it is decided.</summary>
    public required string Act { get; init; }

    /// <summary>Which of several of its kind; 0 where there is one at a time.</summary>
    public required int Request { get; init; }

    public required DateOnly AskedOn { get; init; }

    public required Guid AskedBy { get; init; }

    public required string Code { get; init; }

    public required string About { get; init; }

    /// <summary>Of the matter; of a bulletin, which has none yet, the last day of its period.</summary>
    public required string Number { get; init; }

    /// <summary>The matter's version: what the decider saw.</summary>
    public required int Version { get; init; }

    /// <summary>The kind of its stream: "petition", "supervision", "bulletin".</summary>
    public required string Matter { get; init; }

    /// <summary>When the matter's first date falls due; null where none is set.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>Where the list stands at this line.</summary>
    public OwedPlace Place() => new(AskedOn, Home, Stream, No);
}

/// <summary>What waits in a court for a decision, oldest first.</summary>
public sealed class ApprovalLists(Db db)
{
    private const string Of =
        $"""
        from approval a left join petition p on p.home = a.home and p.id = a.stream left join supervision s on s.home = a.home and s.id = a.stream left join bulletin b on b.home = a.home and b.id = a.stream
        where a.court = $1 and a.state = 'waiting' and a.act = any($2) and not a.barred && $3 and a.asked_by <> all($3) and (a.asked_for is null or a.asked_for <> all($3))
          and (a.act <> '{Answering.Approving}' or p.lead is null or p.lead = any($3))
        """;

    /// <summary>A page of what waits for somebody who may do some acts; never what that person asked for, nor a matter from which he or she is barred, nor
    /// an opinion in a matter that another leads (GC21-13).</summary>
    /// <param name="acts">The acts by which it is decided.</param>
    /// <param name="whose">Who decides, and for whom.</param>
    /// <param name="after">Start behind this line; null: with the oldest.</param>
    public Task<List<WaitingLine>> Waiting(Scope scope, IReadOnlyList<string> acts, IReadOnlyList<Guid> whose, OwedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, acts, whose, after, size);
        return db.Ordered<WaitingLine>(scope, sql, arguments, stop);
    }

    /// <summary>How long that list is, at most one more than <see cref="OwedLists.CountCap"/>.</summary>
    public async Task<int> Count(Scope scope, IReadOnlyList<string> acts, IReadOnlyList<Guid> whose, CancellationToken stop)
    {
        var (sql, arguments) = CountStatement(scope, acts, whose);
        return (await db.Query<int>(scope, sql, arguments, stop)).Single();
    }

    /// <summary>What counting asks the database.</summary>
    public static (string Sql, object?[] Arguments) CountStatement(Scope scope, IReadOnlyList<string> acts, IReadOnlyList<Guid> whose) => (
        $"select /* all homes: approvals-count */ count(*)::int from (select 1 {Of} limit {OwedLists.CountCap + 1}) as capped", [scope.Court, acts.ToArray(), whose.ToArray()]);

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(Scope scope, IReadOnlyList<string> acts, IReadOnlyList<Guid> whose, OwedPlace? after, int size)
    {
        var behind = after is null ? string.Empty : " and (a.asked_on, a.home, a.stream, a.no) > ($4, $5, $6, $7)";
        var sql =
            $"""
            select /* all homes: approvals */ a.home, a.stream, a.no, a.act, a.request, a.asked_on, a.asked_by, a.code, a.about, coalesce(p.number, s.number, to_char(b.day, 'YYYY-MM-DD')) as number,
              coalesce(p.version, s.version, b.version) as version, case when p.id is not null then 'petition' when s.id is not null then 'supervision' else 'bulletin' end as matter, coalesce(p.next_due, s.next_due) as next_due
            {Of}{behind} order by a.asked_on, a.home, a.stream, a.no limit {size}
            """;
        object?[] arguments = [scope.Court, acts.ToArray(), whose.ToArray()];
        return (sql, after is { } place ? [.. arguments, place.On, place.Home, place.Stream, place.No] : arguments);
    }
}

using Zhixin.History;

namespace Zhixin.Database.Petitions;

/// <summary>Which petitions a leader's list shows.</summary>
public enum LeaderList
{
    /// <summary>Those that the person leads 主办 (GC21-4), next due first.</summary>
    Led,

    /// <summary>Those that the person is in charge of 包案 (JZ21-3.2.2), next due first.</summary>
    Charged,
}

/// <summary>The last line of the page before: its date in the list's order (<see cref="ReadRows.Untimed"/> where nothing dated is owed) and its key.</summary>
public readonly record struct LeaderPlace(DateOnly On, int Home, Guid Id);

/// <summary>A petition in a leader's list.</summary>
public sealed record LeaderLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Stage { get; init; }

    public string? CaseNumber { get; init; }

    public required Guid[] Petitioners { get; init; }

    public required string Summary { get; init; }

    public string? HandlerName { get; init; }

    public DateOnly? NextDue { get; init; }

    public string? NextKind { get; init; }

    public DateOnly? OverdueAfter { get; init; }

    /// <summary>Where a list stands at this line.</summary>
    public LeaderPlace Place() => new(NextDue ?? ReadRows.Untimed, Home, Id);

    /// <summary>The petitioners' streams.</summary>
    public IEnumerable<StreamId> People() => Petitioners.Select(id => new StreamId(Home, id));
}

/// <summary>To whom breaches are charged: one person in a unit, or the unit while nobody is named.</summary>
/// <param name="Unit">Kind of the unit, as the rules name it, or <see cref="ReadRows.Approver"/>.</param>
/// <param name="Person">Null: the unit.</param>
public sealed record BreachOwner(string Unit, Guid? Person);

/// <summary>How many clocks of a court one person or unit has let pass.</summary>
/// <param name="Person">Null: the unit, while nobody is named.</param>
/// <param name="Oldest">The day after which the oldest counts as overdue.</param>
public sealed record BreachGroup(string Unit, Guid? Person, string? Name, int Count, DateOnly Oldest)
{
    /// <summary>For reading rows.</summary>
    public BreachGroup()
        : this(string.Empty, null, null, 0, default)
    {
    }

    /// <summary>Whose they are.</summary>
    public BreachOwner Owner() => new(Unit, Person);
}

/// <summary>How long each list of the board is, each at most one more than <see cref="OwedLists.CountCap"/>.</summary>
public sealed record LeaderCounts(int Led, int Charged, int Breaches);

/// <summary>The lists of the leader's board: ordered to the end, keyset-paged, inside the viewer's sight and without what the viewer is barred from.</summary>
public sealed class LeaderLists(Db db)
{
    private const string Columns =
        "p.home, p.id, p.number, p.stage, p.case_number, p.petitioners, p.summary, s.name as handler_name, p.next_due, p.next_kind, p.overdue_after";

    private const string Overdue = "o.court = $2 and o.state = 'open' and o.overdue_after < $3 and not o.barred @> array[$1]";

    /// <summary>A page of a list.</summary>
    public Task<List<LeaderLine>> Page(Scope scope, LeaderList list, LeaderPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, list, after, size);
        return db.Ordered<LeaderLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(Scope scope, LeaderList list, LeaderPlace? after, int size)
    {
        const string order = "coalesce(p.next_due, 'infinity'::date), p.home, p.id";
        var behind = after is null ? string.Empty : $" and ({order}) > ($2, $3, $4)";
        var sql =
            $"""
            select /* all homes: leader */ {Columns} from petition p left join staff s on s.court = p.responsible and s.id = p.handler
            where {Of(list)}{behind} order by {order} limit {size}
            """;
        object?[] arguments = [scope.Viewer];
        return (sql, after is { } place ? [.. arguments, place.On, place.Home, place.Id] : arguments);
    }

    /// <summary>What the court has let pass, oldest first.</summary>
    /// <param name="of">What one group of it has let pass; null: everything.</param>
    public Task<List<OwedLine>> Breaches(Scope scope, DateOnly today, BreachOwner? of, OwedPlace? after, int size, CancellationToken stop)
    {
        var (sql, arguments) = BreachStatement(scope, today, of, after, size);
        return db.Ordered<OwedLine>(scope, sql, arguments, stop);
    }

    /// <summary>What that asks the database.</summary>
    public static (string Sql, object?[] Arguments) BreachStatement(Scope scope, DateOnly today, BreachOwner? of, OwedPlace? after, int size)
    {
        List<object?> arguments = [scope.Viewer, scope.Court, today];
        string Next(object argument)
        {
            arguments.Add(argument);
            return "$" + arguments.Count;
        }

        var whose = of is null ? string.Empty : $" and o.charged_unit = {Next(of.Unit)} and " + (of.Person is { } person ? $"o.charged_person = {Next(person)}" : "o.charged_person is null");
        var behind = after is { } place
            ? $" and (o.overdue_after, o.home, o.stream, o.no) > ({Next(place.On)}, {Next(place.Home)}, {Next(place.Stream)}, {Next(place.No)})" : string.Empty;
        var sql =
            $"""
            select /* all homes: leader-breaches */ {OwedLists.Line} from {OwedLists.From}
            where {Overdue}{whose}{behind} order by o.overdue_after, o.home, o.stream, o.no limit {size}
            """;
        return (sql, [.. arguments]);
    }

    /// <summary>The same by unit and person, the oldest first; counted up to a cap.</summary>
    public Task<List<BreachGroup>> ByPerson(Scope scope, DateOnly today, CancellationToken stop) => db.Query<BreachGroup>(
        scope,
        $"""
        select /* all homes: leader-breach-groups */ b.unit, b.person, s.name, count(*)::int as count, min(b.overdue_after) as oldest
        from (select o.charged_unit as unit, o.charged_person as person, o.overdue_after from obligation o where {Overdue} order by o.overdue_after, o.home, o.stream, o.no limit {OwedLists.CountCap}) as b
          left join staff s on s.court = $2 and s.id = b.person
        group by b.unit, b.person, s.name order by min(b.overdue_after), b.unit, b.person nulls first limit 200
        """,
        [scope.Viewer, scope.Court, today], stop);

    /// <summary>How long the lists are, in one statement.</summary>
    public async Task<LeaderCounts> Counts(Scope scope, DateOnly today, CancellationToken stop)
    {
        static string Capped(string from) => $"select count(*)::int as n from (select 1 {from} limit {OwedLists.CountCap + 1}) as capped";
        var counts = await db.Query<int>(
            scope,
            $"""
            select /* all homes: leader-counts */ n from (
              select 1 as at, n from ({Capped("from petition p where " + Of(LeaderList.Led))}) as led
              union all select 2, n from ({Capped("from petition p where " + Of(LeaderList.Charged))}) as charged
              union all select 3, n from ({Capped("from obligation o where " + Overdue)}) as breaches) as counted order by at
            """,
            [scope.Viewer, scope.Court, today], stop);
        return new LeaderCounts(counts[0], counts[1], counts[2]);
    }

    private static string Of(LeaderList list) => "not p.accused @> array[$1] and p.phase = 'open' and " + list switch
    {
        LeaderList.Led => "p.lead = $1",
        LeaderList.Charged => "p.in_charge = $1",
    };
}

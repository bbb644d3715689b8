using Zhixin.Courts;

namespace Zhixin.Database.Petitions;

/// <summary>A petition as lists show it; names are opened by the caller.</summary>
public sealed record PetitionLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Stage { get; init; }

    public required int Responsible { get; init; }

    public string? CaseNumber { get; init; }

    public required Guid[] Petitioners { get; init; }

    public required string Summary { get; init; }

    public required string Priority { get; init; }

    public Guid? Handler { get; init; }

    public string? HandlerName { get; init; }

    public required int Contacts { get; init; }

    public required int People { get; init; }

    public required string Channel { get; init; }

    public required string Venue { get; init; }

    public string? Cause { get; init; }

    public required DateOnly LastReceivedOn { get; init; }

    public DateOnly? NextDue { get; init; }

    public string? NextKind { get; init; }
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

    public required string Number { get; init; }

    public string? CaseNumber { get; init; }

    public required Guid[] Petitioners { get; init; }
}

/// <summary>What a ledger page asks for; empty filters do not filter.</summary>
/// <param name="Before">Keyset: the last line of the page before.</param>
public sealed record LedgerFilter(
    int Court, string? Stage, Guid? Handler, string? Channel, string? Venue, string? Cause, DateOnly? From, DateOnly? To,
    bool Overdue, string? Words, (DateOnly On, Guid Id)? Before);

/// <summary>The lists of petitions and of what is owed, each ordered to the end and keyset-paged on an index.</summary>
public sealed class PetitionLists(Db db, CourtDirectory courts)
{
    private const string Line =
        "p.home, p.id, p.number, p.stage, p.responsible, p.case_number, p.petitioners, p.summary, p.priority, p.handler, s.name as handler_name, p.contacts, p.people, p.channel, p.venue, p.cause, p.last_received_on, p.next_due, p.next_kind";

    /// <summary>The column that holds a court in its level, such as "mid".</summary>
    public string Level(int court) => courts.ByNumber(court)?.Level switch
    {
        CourtLevel.Supreme or null => "true",
        CourtLevel.High => "high",
        CourtLevel.Intermediate => "mid",
        CourtLevel.Basic => "basic",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>A page of the ledger of a court and everything under it, newest first.</summary>
    public Task<List<PetitionLine>> Ledger(Scope scope, LedgerFilter filter, int size, DateOnly today, CancellationToken stop)
    {
        var where = new Where(scope.Viewer);
        var level = Level(filter.Court);
        if (level != "true")
        {
            where.And($"p.{level} = {{0}}", filter.Court);
        }

        where.If(filter.Stage, "p.stage = {0}").If(filter.Channel, "p.channel = {0}").If(filter.Venue, "p.venue = {0}").If(filter.Cause, "p.cause = {0}");
        where.If(filter.Handler, "p.handler = {0}").If(filter.From, "p.last_received_on >= {0}").If(filter.To, "p.last_received_on <= {0}");
        if (filter.Overdue)
        {
            where.And("p.next_due < {0}", today);
        }

        if (filter.Words is { } words)
        {
            where.And("(p.home, p.id) in (select home, id from search_texts({0}, {1}, {2}, 500))", Words.Of(words), Like(Words.Plain(words)), scope.Viewer);
        }

        if (filter.Before is var (on, id))
        {
            where.And("(p.last_received_on, p.id) < ({0}, {1})", on, id);
        }

        return db.Query<PetitionLine>(
            scope, $"select {Line} from petition p left join staff s on s.id = p.handler where {where.Sql} order by p.last_received_on desc, p.id desc limit {size}",
            where.Arguments, stop);
    }

    /// <summary>What a person owes, or what a unit of the court owes that no person is named for; due first, untimed last.</summary>
    /// <param name="person">Null for the unit's list of the scope's court.</param>
    public Task<List<OwedLine>> Owed(Scope scope, Guid? person, int most, CancellationToken stop) => db.Query<OwedLine>(
        scope,
        $"""
        select o.home, o.stream, o.no, o.kind, o.name, o.clause, o.due, o.provisional, o.trigger_on, o.counts_from, o.person, o.unit,
          p.number, p.case_number, p.petitioners
        from obligation o join petition p on p.home = o.home and p.id = o.stream
        where o.state = 'open' and not o.barred @> array[$1] and {(person is null ? "o.court = $2 and o.person is null" : "o.person = $2")}
        order by o.due nulls last, o.home, o.stream, o.no limit {most}
        """,
        [scope.Viewer, person is null ? scope.Court : person.Value], stop);

    /// <summary>The open obligations under a clause that the scope sees, due first.</summary>
    public Task<List<OwedLine>> UnderClause(Scope scope, string clause, int most, CancellationToken stop) => db.Query<OwedLine>(
        scope,
        $"""
        select o.home, o.stream, o.no, o.kind, o.name, o.clause, o.due, o.provisional, o.trigger_on, o.counts_from, o.person, o.unit,
          p.number, p.case_number, p.petitioners
        from obligation o join petition p on p.home = o.home and p.id = o.stream
        where o.state = 'open' and not o.barred @> array[$1] and o.clause = $2
        order by o.due nulls last, o.home, o.stream, o.no limit {most}
        """,
        [scope.Viewer, clause], stop);

    /// <summary>The contacts of petitions, oldest first.</summary>
    public Task<List<ContactLine>> Contacts(Scope scope, int home, Guid[] petitions, CancellationToken stop) => db.Query<ContactLine>(
        scope,
        "select home, id, number, petition, channel, venue, received_on, received_at, receiver, people, summary, request, flags from contact where petition_home = $1 and petition = any($2) and not voided order by received_on, id",
        [home, petitions], stop);

    private static string Like(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    /// <summary>Collects conditions with positional arguments; the first is that no accused person sees the matter.</summary>
    private sealed class Where
    {
        private readonly List<object?> _arguments = [];
        private readonly List<string> _conditions = [];

        public Where(Guid viewer) => And("not p.accused @> array[{0}]", viewer);

        public string Sql => string.Join(" and ", _conditions);

        public object?[] Arguments => [.. _arguments];

        public Where And(string condition, params object[] values)
        {
            var first = _arguments.Count + 1;
            _arguments.AddRange(values);
            _conditions.Add(string.Format(condition, [.. Enumerable.Range(first, values.Length).Select(n => (object)$"${n}")]));
            return this;
        }

        public Where If(object? value, string condition) => value is null ? this : And(condition, value);
    }
}

/// <summary>A contact as lists show it.</summary>
public sealed record ContactLine
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public Guid? Petition { get; init; }

    public required string Channel { get; init; }

    public required string Venue { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public string? ReceivedAt { get; init; }

    public required Guid Receiver { get; init; }

    public required int People { get; init; }

    public required string Summary { get; init; }

    public required string Request { get; init; }

    public required string[] Flags { get; init; }
}

using System.Collections.Concurrent;
using Zhixin.Courts;
using Zhixin.Database.Persons;

namespace Zhixin.Database.Petitions;

/// <summary>In which order a ledger is read; each order has an index per level of court.</summary>
public enum LedgerOrder
{
    /// <summary>The latest contact first.</summary>
    Newest,

    /// <summary>The next due date first, untimed last; for one handler.</summary>
    Due,

    /// <summary>Only what is overdue, the longest first.</summary>
    Overdue,
}

/// <summary>The last line of the page before: its date in the list's order (null among the untimed), and its id for ties.</summary>
public readonly record struct LedgerPlace(DateOnly? On, Guid Id);

/// <summary>What a ledger page asks for; an absent filter does not filter. Dates are inclusive and mean the day of the latest contact.</summary>
/// <param name="Court">This court and everything under it.</param>
public sealed record LedgerFilter(int Court, LedgerOrder Order)
{
    public string? Stage { get; init; }

    public Guid? Handler { get; init; }

    public string? Channel { get; init; }

    public string? Venue { get; init; }

    public string? Class { get; init; }

    public string? Cause { get; init; }

    public string? CaseNumber { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Two characters or more: words of the text, a name or a part of it, a telephone, an identity number.</summary>
    public string? Words { get; init; }

    /// <summary>Start behind this line.</summary>
    public LedgerPlace? After { get; init; }
}

/// <summary>The six lists of the ledger, ordered to the end and keyset-paged.</summary>
public sealed class LedgerLists(Db db, PersonVault vault, CourtDirectory courts)
{
    /// <summary>Counts stop here: more is said as "10,000+".</summary>
    public const int CountCap = 10_000;

    private const int MostFound = 200;
    private const int MostRemembered = 10_000;

    private const string Line =
        "p.home, p.id, p.number, p.stage, p.responsible, p.case_number, p.petitioners, p.summary, p.priority, p.handler, s.name as handler_name, p.contacts, p.people, p.channel, p.venue, p.cause, p.last_received_on, p.next_due, p.next_kind, p.overdue_after, "
        + "case when p.overdue_after > p.next_due then p.overdue_after end as counts_from";

    private readonly ConcurrentDictionary<(int Court, DateOnly Today, LedgerFilter Filter), byte> _long = new();

    /// <summary>The column that holds a court in its level, such as "mid"; "true" for the Supreme Court, which is above all.</summary>
    public string Level(int court) => courts.ByNumber(court)?.Level switch
    {
        CourtLevel.Supreme or null => "true",
        CourtLevel.High => "high",
        CourtLevel.Intermediate => "mid",
        CourtLevel.Basic => "basic",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>A page of the ledger.</summary>
    public Task<List<PetitionLine>> Page(Scope scope, LedgerFilter filter, int size, DateOnly today, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, filter, size, today);
        return filter.Words is null ? db.Ordered<PetitionLine>(scope, sql, arguments, stop) : db.Query<PetitionLine>(scope, sql, arguments, stop);
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public (string Sql, object?[] Arguments) Statement(Scope scope, LedgerFilter filter, int size, DateOnly today)
    {
        var where = Filtered(scope, filter, today);
        Behind(where, filter);
        return (
            $"select /* all homes: ledger */ {Line} from petition p left join staff s on s.court = p.responsible and s.id = p.handler where {where.Sql} order by {OrderBy(filter.Order)} limit {size}",
            where.Arguments);
    }

    /// <summary>How many petitions a list has, at most one more than <see cref="CountCap"/>.</summary>
    /// <remarks>A list that was longer than the cap is taken to be so for the rest of the day: to count it again says the same.</remarks>
    public async Task<int> Count(Scope scope, LedgerFilter filter, DateOnly today, CancellationToken stop)
    {
        var list = (scope.Court, today, filter with { After = null });
        if (_long.ContainsKey(list))
        {
            return CountCap + 1;
        }

        var where = Filtered(scope, filter, today);
        var count = (await db.Query<int>(scope, $"select /* all homes: ledger-count */ count(*)::int from (select 1 from petition p where {where.Sql} limit {CountCap + 1}) as counted", where.Arguments, stop)).Single();
        if (count > CountCap)
        {
            Remember(list);
        }

        return count;
    }

    private void Remember((int Court, DateOnly Today, LedgerFilter Filter) list)
    {
        if (_long.Count >= MostRemembered)
        {
            _long.Clear();
        }

        _long.TryAdd(list, default);
    }

    /// <summary>The petitions in sight with exactly this number, or this case number in its canonical form; at most two.</summary>
    public Task<List<FoundPetition>> Exact(Scope scope, string number, string? caseNumber, CancellationToken stop) => db.Query<FoundPetition>(
        scope,
        $"select /* all homes: number */ p.home, p.id from petition p where not p.accused @> array[$1] and p.{(caseNumber is null ? "number" : "case_number")} = $2 order by p.home, p.id limit 2",
        [scope.Viewer, caseNumber ?? number], stop);

    /// <summary>Where a list stands at a line.</summary>
    public static LedgerPlace Place(LedgerOrder order, PetitionLine line) => new(
        order switch { LedgerOrder.Newest => line.LastReceivedOn, LedgerOrder.Due => line.NextDue, LedgerOrder.Overdue => line.OverdueAfter }, line.Id);

    private static string OrderBy(LedgerOrder order) => order switch
    {
        LedgerOrder.Newest => "p.last_received_on desc, p.id desc",
        LedgerOrder.Due => "p.next_due, p.id",
        LedgerOrder.Overdue => "p.overdue_after, p.id",
    };

    private Conditions Filtered(Scope scope, LedgerFilter filter, DateOnly today)
    {
        var where = new Conditions(scope.Viewer);
        if (Level(filter.Court) is var level and not "true")
        {
            where.And($"p.{level} = {{0}}", filter.Court);
        }

        where.If(filter.Stage, "p.stage = {0}").If(filter.Channel, Indexed("channel", filter.Channel, "visit")).If(filter.Venue, Indexed("venue", filter.Venue, "own-court")).If(filter.Class, "p.class = {0}")
            .If(filter.Cause, "p.cause = {0}").If(filter.CaseNumber, "p.case_number = {0}").If(filter.Handler, "p.handler = {0}")
            .If(filter.From, "p.last_received_on >= {0}").If(filter.To, "p.last_received_on <= {0}");
        if (filter.Order == LedgerOrder.Overdue)
        {
            where.And("p.overdue_after < {0}", today);
        }

        if (filter.Words is { } words)
        {
            Found(where, scope, words);
        }

        return where;
    }

    /// <summary>The usual value is in no index of its own: it is not excluded, so that a plan for it cannot use one.</summary>
    private static string Indexed(string column, string? value, string usual) => value == usual ? $"p.{column} = {{0}}" : $"p.{column} = {{0}} and p.{column} <> '{usual}'";

    private static void Behind(Conditions where, LedgerFilter filter)
    {
        switch (filter)
        {
            case { After: null }:
                break;
            case { Order: LedgerOrder.Newest, After: { On: { } on } after }:
                where.And("(p.last_received_on, p.id) < ({0}, {1})", on, after.Id);
                break;
            case { Order: LedgerOrder.Overdue, After: { On: { } on } after }:
                where.And("(p.overdue_after, p.id) > ({0}, {1})", on, after.Id);
                break;
            case { After: { On: { } on } after }:
                where.And("((p.next_due, p.id) > ({0}, {1}) or p.next_due is null)", on, after.Id);
                break;
            case { After: { } after }:
                where.And("p.next_due is null and p.id > {0}", after.Id);
                break;
        }
    }

    /// <summary>Words of the text, or the name, telephone or identity number of a petitioner.</summary>
    private void Found(Conditions where, Scope scope, string text)
    {
        var plain = Words.Plain(text);
        var keys = new List<(MatchKind Kind, long[] Keys)> { (MatchKind.NameBigram, Bigrams(text)) };
        var digits = PersonVault.Digits(text);
        if (digits.Length >= 7 && digits.Length == plain.Length)
        {
            keys.Add((MatchKind.Phone, [vault.Key(MatchKind.Phone, digits).Key]));
        }

        if (plain.Length is 15 or 18)
        {
            keys.Add((MatchKind.IdentityNumber, [vault.Key(MatchKind.IdentityNumber, plain.ToUpperInvariant()).Key]));
        }

        var values = new List<object> { Words.Of(text), plain, scope.Viewer };
        var found = new List<string> { $"select home, id from search_texts({{0}}, {{1}}, {{2}}, {MostFound})" };
        foreach (var (kind, hashes) in keys)
        {
            found.Add($"select home, id from search_persons({(short)kind}::smallint, {{{values.Count}}}, {{2}}, {MostFound})");
            values.Add(hashes);
        }

        where.And($"(p.home, p.id) in ({string.Join(" union ", found)})", [.. values]);
    }

    private long[] Bigrams(string text)
    {
        var name = text.Trim();
        return [.. Enumerable.Range(0, Math.Max(name.Length - 1, 0)).Select(at => vault.Key(MatchKind.NameBigram, name.Substring(at, 2)).Key).Distinct()];
    }

    /// <summary>Collects conditions with positional arguments; the first is that no accused person sees the matter.</summary>
    private sealed class Conditions
    {
        private readonly List<object?> _arguments = [];
        private readonly List<string> _conditions = [];

        public Conditions(Guid viewer) => And("not p.accused @> array[{0}]", viewer);

        public string Sql => string.Join(" and ", _conditions);

        public object?[] Arguments => [.. _arguments];

        public Conditions And(string condition, params object[] values)
        {
            var first = _arguments.Count + 1;
            _arguments.AddRange(values);
            _conditions.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, condition, [.. Enumerable.Range(first, values.Length).Select(n => (object)$"${n}")]));
            return this;
        }

        public Conditions If(object? value, string condition) => value is null ? this : And(condition, value);
    }
}

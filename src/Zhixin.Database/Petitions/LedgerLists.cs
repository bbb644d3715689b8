using System.Collections.Concurrent;
using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.Database.Persons;
using Zhixin.Petitions;

namespace Zhixin.Database.Petitions;

/// <summary>The six lists of the ledger, ordered to the end and keyset-paged.</summary>
public sealed class LedgerLists(Db db, PersonVault vault, CourtDirectory courts)
{
    /// <summary>Counts stop here: more is said as "10,000+".</summary>
    public const int CountCap = 10_000;

    /// <summary>Words are looked for in so many contacts, and as many petitioners, from the newest.</summary>
    public const int MostFound = 200;

    /// <summary>A list longer than this is counted anew after <see cref="LongHolds"/>; the page says when it was counted.</summary>
    public const int LongList = 1_000;

    private const int MostRemembered = 10_000;

    /// <summary>How long the count of a long list holds.</summary>
    public static readonly TimeSpan LongHolds = TimeSpan.FromMinutes(1);

    private const string Line =
        "p.home, p.id, p.number, p.stage, p.responsible, p.case_number, p.petitioners, p.summary, p.priority, p.handler, s.name as handler_name, p.contacts, p.people, p.channel, p.venue, p.cause, p.last_received_on, p.next_due, p.next_kind, p.overdue_after, "
        + "case when p.overdue_after > p.next_due then p.overdue_after end as counts_from";

    private readonly ConcurrentDictionary<(Scope Scope, DateOnly Today, LedgerFilter Filter), (int Count, DateTimeOffset At)> _counted = new();

    private const string From = "from petition p left join staff s on s.court = p.responsible and s.id = p.handler";

    /// <summary>The column that holds a court in its level, such as "mid"; "true" for the Supreme Court, which is above all.</summary>
    public string Level(int court) => courts.ByNumber(court)?.Level switch
    {
        CourtLevel.Supreme or null => "true",
        CourtLevel.High => "high",
        CourtLevel.Intermediate => "mid",
        CourtLevel.Basic => "basic",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>A page of the ledger with the count of its list.</summary>
    /// <remarks>
    /// A search is made once and counts itself. Every other list is counted on its first page; the pages behind it say that count and its time. A
    /// long list is counted at most once a minute for a viewer. A list that was longer than the cap is taken to be so for the rest of the day: to count it again says the same.
    /// </remarks>
    public async Task<LedgerSlice> Read(Scope scope, LedgerFilter filter, int size, DateTimeOffset now, CancellationToken stop)
    {
        var today = ChinaDate.Of(now);
        var (sql, arguments) = Statement(scope, filter, size + 1, today);
        if (filter.Words is not null)
        {
            var found = await db.Query<FoundLine>(scope, sql, arguments, stop);
            var shown = found.Where(line => line.Id != Guid.Empty).ToList();
            return new LedgerSlice(shown[..Math.Min(size, shown.Count)], shown.Count > size, found[0].Total, now, found[0].IsCut);
        }

        var lines = await db.Ordered<PetitionLine>(scope, sql, arguments, stop);
        var (count, at) = await Count(scope, filter, today, now, stop);
        return new LedgerSlice(lines[..Math.Min(size, lines.Count)], lines.Count > size, count, at);
    }

    /// <summary>A page of the ledger, uncounted.</summary>
    public async Task<List<PetitionLine>> Page(Scope scope, LedgerFilter filter, int size, DateOnly today, CancellationToken stop)
    {
        var (sql, arguments) = Statement(scope, filter, size, today);
        return filter.Words is null
            ? await db.Ordered<PetitionLine>(scope, sql, arguments, stop)
            : [.. (await db.Query<FoundLine>(scope, sql, arguments, stop)).Where(line => line.Id != Guid.Empty)];
    }

    /// <summary>What a page asks the database: the plan tests look at it.</summary>
    public (string Sql, object?[] Arguments) Statement(Scope scope, LedgerFilter filter, int size, DateOnly today)
    {
        var where = Filtered(scope, filter, today);
        if (filter.Words is { } words)
        {
            return Search(where, scope, filter, words, size);
        }

        Behind(where, filter);
        return ($"select /* all homes: ledger */ {Line} {From} where {where.Sql} order by {OrderBy(filter.Order)} limit {size}", where.Arguments);
    }

    private async Task<(int Count, DateTimeOffset At)> Count(Scope scope, LedgerFilter filter, DateOnly today, DateTimeOffset now, CancellationToken stop)
    {
        var list = (scope, today, filter with { After = null });
        if (_counted.TryGetValue(list, out var counted) && (filter.After is not null || counted.Count > CountCap || (counted.Count > LongList && now - counted.At < LongHolds)))
        {
            return counted.Count > CountCap ? (counted.Count, now) : counted;
        }

        var where = Filtered(scope, filter, today);
        var count = (await db.Query<int>(scope, $"select /* all homes: ledger-count */ count(*)::int from (select 1 from petition p where {where.Sql} limit {CountCap + 1}) as counted", where.Arguments, stop)).Single();
        if (_counted.Count >= MostRemembered)
        {
            _counted.Clear();
        }

        return _counted[list] = (count, now);
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

        var isOpen = filter.Stage is { } stage && Stage.OpenCodes.Contains(stage);
        where.If(isOpen ? Stage.OpenPhase : filter.Stage, "p.phase = {0}").If(isOpen ? filter.Stage : null, "p.stage = {0}").If(filter.Channel, Indexed("channel", filter.Channel, "visit")).If(filter.Venue, Indexed("venue", filter.Venue, "own-court")).If(filter.Class, "p.class = {0}")
            .If(filter.Cause, "p.cause = {0}").If(filter.CaseNumber, "p.case_number = {0}").If(filter.Handler, "p.handler = {0}")
            .If(filter.From, "p.last_received_on >= {0}").If(filter.To, "p.last_received_on <= {0}");
        if (filter.Order == LedgerOrder.Overdue)
        {
            where.And("p.overdue_after < {0}", today);
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

    /// <summary>
    /// Words of the text, or the name, telephone or identity number of a petitioner: looked for once, counted before the page is cut from it. One row
    /// without a petition where the page is empty, for the count.
    /// </summary>
    private (string Sql, object?[] Arguments) Search(Conditions where, Scope scope, LedgerFilter filter, string text, int size)
    {
        var found = where.Text($"select 0 as kind, home, id from search_texts({{0}}, {{1}}, {{2}}, {MostFound})", Words.Of(text), Words.Plain(text), scope.Viewer);
        foreach (var (kind, hashes) in Keys(text))
        {
            found += where.Text($" union all select {(short)kind}, home, id from search_persons({(short)kind}::smallint, {{0}}, {{1}}, {MostFound})", hashes, scope.Viewer);
        }

        var whole = where.Sql;
        var behind = where.Beside();
        Behind(behind, filter);
        return (
            $"""
            with found as materialized ({found}), hit as materialized (select one.* from (select distinct home, id from found) as f
              cross join lateral (select {Line} {From} where p.home = f.home and p.id = f.id and {whole} limit 1) as one)
            select /* all homes: ledger */ listed.total, listed.is_cut, p.*
            from (select (select count(*) from hit)::int as total, exists (select from found group by kind having count(*) >= {MostFound}) as is_cut) as listed
            left join (select * from hit as p where {behind.Sql} order by {OrderBy(filter.Order)} limit {size}) as p on true
            order by {OrderBy(filter.Order)}
            """,
            where.Arguments);
    }

    /// <summary>What a text may be of a person: a part of the name, a telephone, an identity number.</summary>
    private IEnumerable<(MatchKind Kind, long[] Hashes)> Keys(string text)
    {
        var (plain, digits) = (Words.Plain(text), PersonVault.Digits(text));
        yield return (MatchKind.NameBigram, Bigrams(text));
        if (digits.Length >= 7 && digits.Length == plain.Length)
        {
            yield return (MatchKind.Phone, [vault.Key(MatchKind.Phone, digits).Key]);
        }

        if (plain.Length is 15 or 18)
        {
            yield return (MatchKind.IdentityNumber, [vault.Key(MatchKind.IdentityNumber, plain.ToUpperInvariant()).Key]);
        }
    }

    private long[] Bigrams(string text)
    {
        var name = text.Trim();
        return [.. Enumerable.Range(0, Math.Max(name.Length - 1, 0)).Select(at => vault.Key(MatchKind.NameBigram, name.Substring(at, 2)).Key).Distinct()];
    }

    /// <summary>What a search found, with the count of the whole list.</summary>
    private sealed record FoundLine : PetitionLine
    {
        public required int Total { get; init; }

        public required bool IsCut { get; init; }
    }
}

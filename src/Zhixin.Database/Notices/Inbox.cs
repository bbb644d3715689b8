using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Notices;

namespace Zhixin.Database.Notices;

/// <summary>Where a list of messages stands: the unseen come first, each part newest first.</summary>
public sealed record InboxPlace(bool Seen, DateTime At, int Home, Guid Id);

/// <summary>Who reads: by which addressees a person is reached, as himself and for those represented.</summary>
/// <param name="Addressees">Each with the name of the one for whom the person reads it; null for himself.</param>
/// <param name="People">The reader and those represented: what bars one of them bars the reading.</param>
public sealed record InboxReader(Scope Scope, IReadOnlyDictionary<string, string?> Addressees, IReadOnlyList<Guid> People);

/// <summary>A message as a reader has it.</summary>
/// <param name="InSight">Whether the court still sees what it is about; else there is no way there.</param>
/// <param name="For">The one for whom the reader has it, as a deputy.</param>
/// <param name="SeenBy">Who marked it, for all whom it reached; null while nobody has.</param>
public sealed record InboxLine(
    int Home, Guid Id, NoticeTopic Topic, string Kind, Guid Stream, string Number, NoticeDetail Detail, DateTimeOffset At, string State, bool InSight, string? For, string? SeenBy,
    DateTimeOffset? SeenAt)
{
    /// <summary>Whether nobody has marked it.</summary>
    public bool IsUnseen => SeenAt is null;

    /// <summary>Where the list stands at this line.</summary>
    public InboxPlace Place() => new(!IsUnseen, At.UtcDateTime, Home, Id);
}

/// <summary>The inbox 收件箱: what is told to a person, to posts held, and to the unit.</summary>
/// <param name="posts">Every post that somebody could hold.</param>
public sealed class Inbox(Db db, IReadOnlyList<string> posts, TimeProvider clock)
{
    /// <summary>More unseen than this are counted as one more than this, and marked so many at a time.</summary>
    public const int CountCap = 200;

    private static readonly bool[] Parts = [false, true];

    private const string Columns = "o.home, o.id, o.topic, o.kind, o.stream, o.number, o.body, o.not_before, o.state, o.addressee, o.seen_at, o.seen_person";

    /// <summary>
    /// Who the reader is: the person, the posts, the unit where the person is of it, and all that of whoever is represented. What nobody at the court is told in a
    /// post reaches the unit, and so does what somebody is told who has left, until all of it is seen.
    /// </summary>
    /// <param name="own">The posts that the person holds.</param>
    /// <param name="represented">Those for whom the person acts as a deputy today.</param>
    public async Task<InboxReader> Reader(Scope scope, IReadOnlyList<string> own, IReadOnlyList<Represented> represented, CancellationToken stop)
    {
        var told = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (id, held, name) in represented.Select(r => (r.Id, r.Posts, (string?)r.Name)).Prepend((scope.Viewer, own, null)))
        {
            IEnumerable<Addressee> reached = [new Addressee.Person(id), .. held.Select(p => new Addressee.Post(p)), .. held.Any(IsOfUnit) ? [new Addressee.Unit(), .. await UnitReach.Of(db, posts, scope, stop)] : Array.Empty<Addressee>()];
            foreach (var addressee in reached)
            {
                told.TryAdd(addressee.Key, name);
            }
        }

        return new InboxReader(scope, told, [scope.Viewer, .. represented.Select(r => r.Id)]);
    }

    /// <summary>A page, the unseen first.</summary>
    /// <param name="topics">Codes; null: all.</param>
    /// <param name="after">Start behind this line.</param>
    /// <returns>The lines, and where the next page begins; null after the last.</returns>
    public async Task<(IReadOnlyList<InboxLine> Lines, InboxPlace? Next)> Page(InboxReader reader, IReadOnlyList<string>? topics, InboxPlace? after, int size, CancellationToken stop)
    {
        var rows = new List<Row>();
        foreach (var seen in Parts.Where(part => after is null || part || !after.Seen))
        {
            var (sql, arguments) = Statement(reader, seen, topics, after?.Seen == seen ? after : null, clock.GetUtcNow(), size + 1 - rows.Count);
            rows.AddRange(rows.Count > size ? [] : await db.Ordered<Row>(reader.Scope, sql, arguments, stop));
        }

        var shown = rows.Take(size).ToList();
        var next = rows.Count > size ? new InboxPlace(shown[^1].SeenAt is not null, shown[^1].NotBefore, shown[^1].Home, shown[^1].Id) : null;
        return (await Lines(reader, shown, stop), next);
    }

    /// <summary>How many are unseen, at most one more than <see cref="CountCap"/>.</summary>
    public async Task<int> Unseen(InboxReader reader, CancellationToken stop)
    {
        var (sql, arguments) = CountStatement(reader, clock.GetUtcNow());
        return (await db.Query<int>(reader.Scope, sql, arguments, stop)).Single();
    }

    /// <summary>Marks a message for all whom it reached; false where the reader has none such.</summary>
    public async Task<bool> Mark(InboxReader reader, int home, Guid id, CancellationToken stop)
    {
        var found = await db.Query<string>(
            reader.Scope, "select addressee from outbox where home = $1 and id = $2 and court = $3 and addressee = any($4) and not barred && $5 and not_before <= $6",
            [home, id, reader.Scope.Court, reader.Addressees.Keys.ToArray(), reader.People.ToArray(), clock.GetUtcNow().UtcDateTime], stop);
        await Mark(reader, home, found.Count > 0 ? [id] : [], stop);
        return found.Count > 0;
    }

    /// <summary>Marks what is unseen, up to <see cref="CountCap"/>, each home in a transaction of its own; how many.</summary>
    public async Task<int> MarkAll(InboxReader reader, IReadOnlyList<string>? topics, CancellationToken stop)
    {
        var unseen = await Waiting(reader, topics, CountCap, stop);
        foreach (var home in unseen.GroupBy(row => row.Home))
        {
            await Mark(reader, home.Key, [.. home.Select(row => row.Id)], stop);
        }

        return unseen.Count;
    }

    /// <summary>What a page asks the database: one run along the index for each addressee. The plan tests look at it.</summary>
    public static (string Sql, object?[] Arguments) Statement(
        InboxReader reader, bool seen, IReadOnlyList<string>? topics, InboxPlace? after, DateTimeOffset now, int size)
    {
        List<object?> arguments = [reader.Scope.Court, reader.People.ToArray(), now.UtcDateTime];
        string Next(object? value)
        {
            arguments.Add(value);
            return $"${arguments.Count}";
        }

        var narrowed = (topics is null ? string.Empty : $" and o.topic = any({Next(topics.ToArray())})")
            + (after is null ? string.Empty : $" and (o.not_before, o.home, o.id) < ({Next(after.At)}, {Next(after.Home)}, {Next(after.Id)})");
        const string order = "order by not_before desc, home desc, id desc";
        var branches = reader.Addressees.Keys.Order(StringComparer.Ordinal).Select(addressee =>
            $"""
            (select {Columns} from outbox o where o.court = $1 and o.addressee = {Next(addressee)} and (o.seen_at is null) = {(seen ? "false" : "true")} and o.not_before <= $3
              and not o.barred && $2{narrowed} {order} limit {size})
            """);
        return ($"select /* all homes: inbox */ * from ({string.Join(" union all ", branches)}) as told {order} limit {size}", [.. arguments]);
    }

    /// <summary>What counting asks the database: a count needs no order, so that one run serves all addressees.</summary>
    public static (string Sql, object?[] Arguments) CountStatement(InboxReader reader, DateTimeOffset now) => (
        $"""
        select /* all homes: inbox-count */ count(*)::int from (select 1 from outbox o
          where o.court = $1 and o.addressee = any($2) and (o.seen_at is null) = true and o.not_before <= $3 and not o.barred && $4 limit {CountCap + 1}) as capped
        """,
        [reader.Scope.Court, reader.Addressees.Keys.ToArray(), now.UtcDateTime, reader.People.ToArray()]);

    /// <summary>Whether whoever holds the post is of the petition unit.</summary>
    public static bool IsOfUnit(string post) => post is "petition-officer" or "petition-unit-head";

    private Task<List<Row>> Waiting(InboxReader reader, IReadOnlyList<string>? topics, int most, CancellationToken stop)
    {
        var (sql, arguments) = Statement(reader, seen: false, topics, null, clock.GetUtcNow(), most);
        return db.Ordered<Row>(reader.Scope, sql, arguments, stop);
    }

    private async Task Mark(InboxReader reader, int home, Guid[] ids, CancellationToken stop)
    {
        if (ids.Length > 0)
        {
            await Commands.Execute(
                db, new CommandBatch(reader.Scope.Court).Add(
                    "update outbox set state = 'seen', seen_at = $3, seen_person = $4 where home = $1 and id = any($2) and seen_at is null",
                    home, ids, RecordedEvent.Cut(clock.GetUtcNow()).UtcDateTime, reader.Scope.Viewer), stop);
        }
    }

    /// <summary>The lines without those about matters in which the reader is accused since; what the court no longer sees keeps its line, without a way there.</summary>
    private async Task<IReadOnlyList<InboxLine>> Lines(InboxReader reader, List<Row> rows, CancellationToken stop)
    {
        var details = rows.ToDictionary(row => row.Id, row => (NoticeDetail)CanonicalJson.Read(row.Body, typeof(NoticeDetail)));
        var things = rows.Select(row => (row.Home, row.Stream)).Concat(details.Values.SelectMany(d => d.Clocks ?? []).Select(c => (c.Home, c.Stream))).Distinct().ToList();
        var (sight, accused) = await Things(reader, things, stop);
        var names = (await db.Reference<Person>("select id, name from staff where court = $1 and id = any($2)", [reader.Scope.Court, rows.Select(r => r.SeenPerson).OfType<Guid>().Distinct().ToArray()], stop))
            .ToDictionary(p => p.Id, p => p.Name);
        bool IsHidden(int home, Guid stream) => accused.Contains((home, stream));
        return
        [
            .. rows.Where(row => !IsHidden(row.Home, row.Stream)).Select(row => new InboxLine(
                row.Home, row.Id, NoticeTopics.Of(row.Topic), row.Kind, row.Stream, row.Number, Shown(details[row.Id], line => !IsHidden(line.Home, line.Stream), line => sight.Contains((line.Home, line.Stream))),
                new DateTimeOffset(row.NotBefore, TimeSpan.Zero), row.State, sight.Contains((row.Home, row.Stream)), reader.Addressees[row.Addressee],
                row.SeenPerson is { } by ? names.GetValueOrDefault(by) : null, row.SeenAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null)),
        ];
    }

    /// <summary>Which of the streams the court sees, and in which petitions and supervisions among them the reader is accused by now.</summary>
    private async Task<(HashSet<(int Home, Guid Stream)> InSight, HashSet<(int Home, Guid Stream)> Accused)> Things(
        InboxReader reader, List<(int Home, Guid Stream)> things, CancellationToken stop)
    {
        if (things.Count == 0)
        {
            return ([], []);
        }

        var (homes, streams, asked) = (things.Select(t => t.Home).ToArray(), things.Select(t => t.Stream).ToArray(), new Reading(reader.Scope));
        var seen = asked.Ask<Thing>(
            "select /* all homes: inbox-things */ s.home, s.stream from unnest($1::int[], $2::uuid[]) as k(home, stream) join stream s on s.home = k.home and s.stream = k.stream order by s.home, s.stream", homes, streams);
        var barred = asked.Ask<Thing>(
            """
            select /* all homes: inbox-accused */ p.home, p.id as stream from unnest($1::int[], $2::uuid[]) as k(home, stream) join petition p on p.home = k.home and p.id = k.stream where p.accused && $3
            union all
            select v.home, v.id from unnest($1::int[], $2::uuid[]) as k(home, stream) join supervision v on v.home = k.home and v.id = k.stream where v.accused && $3
            order by home, stream
            """,
            homes, streams, reader.People.ToArray());
        await asked.Run(db, null, stop);
        return ([.. (await seen).Select(t => (t.Home, t.Stream))], [.. (await barred).Select(t => (t.Home, t.Stream))]);
    }

    private static NoticeDetail Shown(NoticeDetail detail, Func<ClockLine, bool> isShown, Func<ClockLine, bool> isInSight) => detail.Clocks is null ? detail
        : detail with { Clocks = [.. detail.Clocks.Where(isShown).Select(line => isInSight(line) ? line : line with { Stream = Guid.Empty })] };

    private sealed record Row
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required string Topic { get; init; }

        public required string Kind { get; init; }

        public required Guid Stream { get; init; }

        public required string Number { get; init; }

        public required string Body { get; init; }

        public required DateTime NotBefore { get; init; }

        public required string State { get; init; }

        public required string Addressee { get; init; }

        public DateTime? SeenAt { get; init; }

        public Guid? SeenPerson { get; init; }
    }

    private sealed record Thing
    {
        public required int Home { get; init; }

        public required Guid Stream { get; init; }
    }

    private sealed record Person
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }
}

using System.Text;
using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>Who acts, for whom, by which act, when: the same for all events of one command.</summary>
/// <param name="Command">UUIDv7; all events of the command carry it as caused_by.</param>
/// <param name="Now">Cut to microseconds.</param>
public sealed record CommandContext(
    Guid Command, Guid Actor, Guid? OnBehalfOf, int Court, string Act, Origin Origin, DateTimeOffset Now);

/// <summary>The head of a stream: what the next event is chained to.</summary>
public sealed record StreamHead(StreamId Id, int Version, ReadOnlyMemory<byte> Hash, DateTimeOffset RecordedAt)
{
    /// <summary>The head of a stream that does not exist yet.</summary>
    public static StreamHead New(StreamId id) => new(id, 0, RecordedEvent.Genesis, DateTimeOffset.MinValue);
}

/// <summary>A history as read: its head, its envelopes and today's facts.</summary>
public sealed record LoadedHistory(StreamHead Head, IReadOnlyList<RecordedEvent> Events, IReadOnlyList<DatedFact> Facts);

/// <summary>Reads and appends the history. Appending only stages statements: the caller's batch is the transaction.</summary>
public static class EventStore
{
    /// <summary>Columns of <c>event</c>, in the order of <see cref="Values"/>.</summary>
    public const string Columns =
        "home, stream, version, type, schema, body, occurred_on, recorded_at, actor, on_behalf_of, actor_court, act, caused_by, origin, hash_alg, prev_hash, hash";

    /// <summary>Events of one statement at most.</summary>
    private const int Most = 64;

    private static readonly string[] Inserts = [.. Enumerable.Range(0, Most + 1).Select(InsertText)];

    /// <summary>The statement that tells a version conflict (scale rule 11: by which statement failed).</summary>
    public static bool IsAppend(string sql) => sql.StartsWith("insert into event", StringComparison.Ordinal);

    /// <summary>Reads a stream inside the scope; null where the scope has no sight of it, or there is none.</summary>
    public static async Task<LoadedHistory?> Load(Db db, Scope scope, StreamId id, CancellationToken stop = default)
    {
        var rows = await db.Query<EventRow>(scope, $"select {Columns} from history_of($1, $2)", [id.Home, id.Id], stop);
        return rows.Count == 0 ? null : Loaded(rows);
    }

    /// <summary>Turns stored rows, in order, into a history.</summary>
    public static LoadedHistory Loaded(IReadOnlyList<EventRow> rows)
    {
        var events = rows.Select(row => row.Envelope()).ToList();
        var last = rows[^1];
        return new LoadedHistory(
            new StreamHead(events[^1].Stream, last.Version, last.Hash, events[^1].RecordedAt),
            events,
            [.. events.Select(e => new DatedFact(FactCatalogue.Read(e.Type, e.Schema, e.Body), e.OccurredOn))]);
    }

    /// <summary>
    /// Stages a change of nothing, for a command that writes read tables before its events: the swap of a rebuild stops commands at the heads of
    /// streams, and a command that already held a read table would stop the swap in turn.
    /// </summary>
    /// <param name="id">A stream that does not exist yet.</param>
    public static void Announce(CommandBatch batch, StreamId id) =>
        batch.Add("update stream set version = version where home = $1 and stream = $2", id.Home, id.Id);

    /// <summary>Stages the facts on a batch and returns the stream's new head.</summary>
    public static StreamHead Append(
        CommandBatch batch, CommandContext context, StreamHead head, string kind, IReadOnlyList<DatedFact> facts, int[] seenBy)
    {
        var at = context.Now > head.RecordedAt ? context.Now : head.RecordedAt;
        var (version, hash) = (head.Version, head.Hash);
        batch.Under(context.Court);
        foreach (var part in facts.Chunk(Most))
        {
            var arguments = new List<object?>(part.Length * 17);
            foreach (var fact in part)
            {
                var recorded = Envelope(context, head.Id, ++version, fact, at, hash);
                hash = recorded.Hash();
                arguments.AddRange(Values(recorded, hash));
            }

            batch.Add(Inserts[part.Length], [.. arguments]);
        }

        if (!seenBy.Contains(context.Court))
        {
            batch.Under(head.Id.Home);
        }

        Head(batch, head, kind, version, hash, at, seenBy);
        return new StreamHead(head.Id, version, hash, at);
    }

    private static void Head(CommandBatch batch, StreamHead head, string kind, int version, ReadOnlyMemory<byte> hash, DateTimeOffset at, int[] seenBy)
    {
        if (head.Version == 0)
        {
            batch.Add(
                "insert into stream (home, stream, kind, version, hash, recorded_at, seen_by) values ($1, $2, $3, $4, $5, $6, $7)",
                head.Id.Home, head.Id.Id, kind, version, hash.ToArray(), at.UtcDateTime, seenBy);
            return;
        }

        batch.Add(
            "update stream set version = $3, hash = $4, recorded_at = $5, seen_by = $6 where home = $1 and stream = $2",
            head.Id.Home, head.Id.Id, version, hash.ToArray(), at.UtcDateTime, seenBy);
    }

    /// <summary>The envelope of a fact that a command appends.</summary>
    public static RecordedEvent Envelope(CommandContext context, StreamId id, int version, DatedFact fact, DateTimeOffset at, ReadOnlyMemory<byte> previous)
    {
        var type = FactCatalogue.Of(fact.Fact);
        return new RecordedEvent(
            id, version, type.Name, type.Schema, CanonicalJson.Of(fact.Fact), fact.On, at, context.Actor, context.OnBehalfOf,
            context.Court, context.Act, context.Command, context.Origin, RecordedEvent.Sha256, previous);
    }

    /// <summary>The row of an event.</summary>
    public static object?[] Values(RecordedEvent e, ReadOnlyMemory<byte> hash) =>
    [
        e.Stream.Home, e.Stream.Id, e.Version, e.Type, e.Schema, e.Body, e.OccurredOn, e.RecordedAt.UtcDateTime, e.Actor, e.OnBehalfOf,
        e.ActorCourt, e.Act, e.CausedBy, RecordedEvent.Word(e.Origin), e.HashAlg, e.PrevHash.ToArray(), hash.ToArray(),
    ];

    private static string InsertText(int rows)
    {
        var text = new StringBuilder($"insert into event ({Columns}) values ");
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            text.AppendJoin(", ", Enumerable.Range((row * 17) + 1, 17).Select(n => $"${n}"));
            text.Append(')');
        }

        return text.ToString();
    }
}

/// <summary>A row of the event table.</summary>
public sealed record EventRow
{
    public required int Home { get; init; }

    public required Guid Stream { get; init; }

    public required int Version { get; init; }

    public required string Type { get; init; }

    public required int Schema { get; init; }

    public required string Body { get; init; }

    public required DateOnly OccurredOn { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid Actor { get; init; }

    public Guid? OnBehalfOf { get; init; }

    public required int ActorCourt { get; init; }

    public required string Act { get; init; }

    public required Guid CausedBy { get; init; }

    public required string Origin { get; init; }

    public required short HashAlg { get; init; }

    public required byte[] PrevHash { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>The envelope without its hash, which is recomputed.</summary>
    public RecordedEvent Envelope() => new(
        new StreamId(Home, Stream), Version, Type, Schema, Body, OccurredOn, new DateTimeOffset(RecordedAt, TimeSpan.Zero), Actor, OnBehalfOf,
        ActorCourt, Act, CausedBy, Enum.Parse<Origin>(Origin, ignoreCase: true), HashAlg, PrevHash);
}

using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>
/// Appends many streams of one home in a few statements: the same rows as <see cref="EventStore.Append"/>, unnested from arrays.
/// Staged statements belong to the caller's transaction. The bulk is written as a statement that returns, since a cluster would otherwise
/// copy the rows, which row security does not allow (scale rule 10).
/// </summary>
public sealed class BulkAppend(CommandContext context, int home)
{
    private const string InsertEvents =
        $"""
        with e as (
        insert into event ({EventStore.Columns})
        select $1, e.stream, e.version, e.type, e.schema, e.body, e.occurred_on, e.recorded_at, $2, $3::uuid, $4, $5, $6, $7, 1::smallint, e.prev_hash, e.hash
        from unnest($8::uuid[], $9::int[], $10::text[], $11::int[], $12::text[], $13::date[], $14::timestamptz[], $15::bytea[], $16::bytea[])
          as e(stream, version, type, schema, body, occurred_on, recorded_at, prev_hash, hash)
        returning 1) select count(*) from e
        """;

    private const string InsertHeads =
        """
        with e as (
        insert into stream (home, stream, kind, version, hash, recorded_at, seen_by)
        select $1, s.stream, s.kind, s.version, s.hash, s.recorded_at, s.seen_by::int[]
        from unnest($2::uuid[], $3::text[], $4::int[], $5::bytea[], $6::timestamptz[], $7::text[]) as s(stream, kind, version, hash, recorded_at, seen_by)
        returning 1) select count(*) from e
        """;

    private const string UpdateHeads =
        """
        update stream set version = s.version, hash = s.hash, recorded_at = s.recorded_at, seen_by = s.seen_by::int[]
        from unnest($2::uuid[], $3::text[], $4::int[], $5::bytea[], $6::timestamptz[], $7::text[]) as s(stream, kind, version, hash, recorded_at, seen_by)
        where stream.home = $1 and stream.stream = s.stream
        """;

    private readonly List<(RecordedEvent Event, byte[] Hash)> _events = [];
    private readonly List<NewHead> _begun = [];
    private readonly List<NewHead> _continued = [];

    /// <summary>Collects the facts of one stream, which stands only once between two stagings.</summary>
    public void Append(StreamHead head, string kind, IReadOnlyList<DatedFact> facts, int[] seenBy)
    {
        var at = context.Now > head.RecordedAt ? context.Now : head.RecordedAt;
        var (version, hash) = (head.Version, head.Hash);
        foreach (var fact in facts)
        {
            var recorded = EventStore.Envelope(context, head.Id, ++version, fact, at, hash);
            var next = recorded.Hash();
            _events.Add((recorded, next));
            hash = next;
        }

        (head.Version == 0 ? _begun : _continued).Add(new NewHead(head.Id.Id, kind, version, hash.ToArray(), at.UtcDateTime, BulkRows.Literal(seenBy)));
    }

    /// <summary>Stages what was collected, and forgets it.</summary>
    public void Stage(CommandBatch batch)
    {
        if (_events.Count > 0)
        {
            batch.Add(
                InsertEvents, home, context.Actor, context.OnBehalfOf, context.Court, context.Act, context.Command, RecordedEvent.Word(context.Origin),
                Of(e => e.Event.Stream.Id), Of(e => e.Event.Version), Of(e => e.Event.Type), Of(e => e.Event.Schema), Of(e => e.Event.Body),
                Of(e => e.Event.OccurredOn), Of(e => e.Event.RecordedAt.UtcDateTime), Of(e => e.Event.PrevHash.ToArray()), Of(e => e.Hash));
        }

        Heads(batch, InsertHeads, _begun);
        Heads(batch, UpdateHeads, _continued);
        _events.Clear();
        _begun.Clear();
        _continued.Clear();
    }

    private T[] Of<T>(Func<(RecordedEvent Event, byte[] Hash), T> part) => [.. _events.Select(part)];

    private void Heads(CommandBatch batch, string sql, List<NewHead> heads)
    {
        if (heads.Count > 0)
        {
            batch.Add(
                sql, home, heads.Select(h => h.Stream).ToArray(), heads.Select(h => h.Kind).ToArray(), heads.Select(h => h.Version).ToArray(),
                heads.Select(h => h.Hash).ToArray(), heads.Select(h => h.At).ToArray(), heads.Select(h => h.SeenBy).ToArray());
        }
    }

    private sealed record NewHead(Guid Stream, string Kind, int Version, byte[] Hash, DateTime At, string SeenBy);
}

using System.Runtime.CompilerServices;
using Npgsql;
using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>Part of a home's streams in the order of their ids: a unit of work for verify and rebuild.</summary>
/// <param name="From">First id, inclusive when <paramref name="IsFirst"/>, else exclusive.</param>
/// <param name="To">Last id, inclusive.</param>
public sealed record HistoryRange(int Home, Guid From, bool IsFirst, Guid To)
{
    /// <summary>A condition on a column of ids; $1 is the home, $2 and $3 the ends.</summary>
    public string Where(string column) => $"home = $1 and {column} {(IsFirst ? ">=" : ">")} $2 and {column} <= $3";

    /// <summary>The values of the condition.</summary>
    public object?[] Arguments => [Home, From, To];
}

/// <summary>The row of a stream's head.</summary>
public sealed record StoredHead(int Home, Guid Stream, string Kind, int Version, byte[] Hash, DateTimeOffset RecordedAt, int[] SeenBy);

/// <summary>An event as stored, with the hash that stands beside it.</summary>
public readonly record struct StoredEvent(RecordedEvent Envelope, byte[] Hash)
{
    /// <summary>The hash as it should be; made while reading where the body itself was not wanted.</summary>
    public byte[] Recomputed { get; init; } = [];

    /// <summary>The hash as it should be.</summary>
    public byte[] Rehash() => Recomputed.Length > 0 ? Recomputed : Envelope.Hash();
}

/// <summary>A stream as stored: the head is missing where events stand without one.</summary>
public sealed record StoredStream(StreamId Id, StoredHead? Head, List<StoredEvent> Events)
{
    /// <summary>Today's facts.</summary>
    public IEnumerable<DatedFact> Facts =>
        Events.Select(e => new DatedFact(FactCatalogue.Read(e.Envelope.Type, e.Envelope.Schema, e.Envelope.Body), e.Envelope.OccurredOn));

    /// <summary>The word before the dot of the first event's type: what the stream is a history of.</summary>
    public string Kind => Events.Count == 0 ? string.Empty : Events[0].Envelope.Type.Split('.')[0];
}

/// <summary>Reads the whole history past row security, in ranges, in flat memory.</summary>
public static class StoredHistory
{
    private const string EventColumns =
        "stream, version, type, schema, body, occurred_on, recorded_at, actor, on_behalf_of, actor_court, act, caused_by, origin, hash_alg, prev_hash, hash";

    private static readonly Guid Highest = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static readonly string NextHome = "select min(home) from ("
        + string.Join(" union all ", new[] { "stream", "event", "sight", "contact", "petition", "obligation", "person", "match_key", "attachment" }
            .Select(table => $"select min(home) as home from {table} where home > $1")) + ") as homes";

    /// <summary>Every range of every home that any table knows, homes ascending.</summary>
    /// <param name="size">Streams in a range.</param>
    public static async IAsyncEnumerable<HistoryRange> Ranges(Db db, int size, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await db.OpenForMaintenanceAsync(stop);
        for (var home = await Scalar<int>(connection, NextHome, [-1], stop); home is { } of; home = await Scalar<int>(connection, NextHome, [of], stop))
        {
            Guid? from = null;
            while (from != Highest)
            {
                var to = await Scalar<Guid>(
                    connection,
                    $"select stream from stream where home = $1 and stream {(from is null ? ">=" : ">")} $2 order by stream offset {size - 1} limit 1",
                    [of, from ?? Guid.Empty], stop) ?? Highest;
                yield return new HistoryRange(of, from ?? Guid.Empty, from is null, to);
                from = to;
            }
        }
    }

    /// <summary>The streams of a range in the order of their ids; events without a head come last.</summary>
    /// <param name="bodies">False: bodies are hashed as they come from the database and dropped, which spares turning them into text.</param>
    public static async Task<List<StoredStream>> Load(NpgsqlConnection connection, HistoryRange range, CancellationToken stop, bool bodies = true)
    {
        var heads = await Heads(connection, range.Where("stream"), range.Arguments, stop);
        return await Events(connection, range.Home, heads, range.Where("stream"), range.Arguments, bodies ? Event : Hashed, stop);
    }

    /// <summary>Chosen streams of a home.</summary>
    public static async Task<List<StoredStream>> Load(NpgsqlConnection connection, int home, Guid[] streams, CancellationToken stop)
    {
        const string chosen = "home = $1 and stream = any($2)";
        var heads = await Heads(connection, chosen, [home, streams], stop);
        return await Events(connection, home, heads, chosen, [home, streams], Event, stop);
    }

    private static async Task<List<StoredHead>> Heads(NpgsqlConnection connection, string where, object?[] arguments, CancellationToken stop)
    {
        var heads = new List<StoredHead>();
        await using var command = Command(connection, $"select home, stream, kind, version, hash, recorded_at, seen_by from stream where {where} order by stream", arguments);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            heads.Add(new StoredHead(
                reader.GetInt32(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt32(3), reader.GetFieldValue<byte[]>(4),
                new DateTimeOffset(reader.GetDateTime(5), TimeSpan.Zero), reader.GetFieldValue<int[]>(6)));
        }

        return heads;
    }

    private static async Task<List<StoredStream>> Events(
        NpgsqlConnection connection, int home, List<StoredHead> heads, string where, object?[] arguments, Func<NpgsqlDataReader, StreamId, StoredEvent> read,
        CancellationToken stop)
    {
        var streams = heads.ConvertAll(head => new StoredStream(new StreamId(home, head.Stream), head, []));
        var byId = streams.ToDictionary(stream => stream.Id.Id);
        StoredStream? current = null;
        await using var command = Command(connection, $"select {EventColumns} from event where {where} order by home, stream, version", arguments);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var id = reader.GetGuid(0);
            if (current?.Id.Id != id && !byId.TryGetValue(id, out current))
            {
                current = byId[id] = new StoredStream(new StreamId(home, id), null, []);
                streams.Add(current);
            }

            current.Events.Add(read(reader, current.Id));
        }

        return streams;
    }

    private static StoredEvent Event(NpgsqlDataReader row, StreamId id) => new(Envelope(row, id, row.GetString(4)), row.GetFieldValue<byte[]>(15));

    private static StoredEvent Hashed(NpgsqlDataReader row, StreamId id)
    {
        var envelope = Envelope(row, id, string.Empty);
        return new StoredEvent(envelope, row.GetFieldValue<byte[]>(15)) { Recomputed = envelope.Hash(row.GetFieldValue<byte[]>(4)) };
    }

    private static RecordedEvent Envelope(NpgsqlDataReader row, StreamId id, string body) => new(
        id, row.GetInt32(1), row.GetString(2), row.GetInt32(3), body, row.GetFieldValue<DateOnly>(5),
        new DateTimeOffset(row.GetDateTime(6), TimeSpan.Zero), row.GetGuid(7), row.IsDBNull(8) ? null : row.GetGuid(8), row.GetInt32(9),
        row.GetString(10), row.GetGuid(11), OriginOf(row.GetString(12)), row.GetInt16(13), row.GetFieldValue<byte[]>(14));

    private static Origin OriginOf(string word) => word switch
    {
        "page" => Origin.Page,
        "api" => Origin.Api,
        "import" => Origin.Import,
        "exchange" => Origin.Exchange,
        "job" => Origin.Job,
        _ => throw new InvalidDataException($"Unknown origin '{word}'."),
    };

    private static async Task<T?> Scalar<T>(NpgsqlConnection connection, string sql, object?[] arguments, CancellationToken stop)
        where T : struct
    {
        await using var command = Command(connection, sql, arguments);
        return await command.ExecuteScalarAsync(stop) is T value ? value : null;
    }

    /// <summary>A command with positional arguments.</summary>
    internal static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object?[] arguments)
    {
        var command = new NpgsqlCommand(sql, connection);
        CommandBatch.Bind(command.Parameters, arguments);
        return command;
    }
}

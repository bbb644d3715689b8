using System.Runtime.CompilerServices;
using Npgsql;
using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>Part of all streams in the order of homes and ids: a unit of work for verify and rebuild. Small homes share one.</summary>
/// <param name="After">Exclusive.</param>
/// <param name="To">Inclusive.</param>
public sealed record HistoryRange(StreamId After, StreamId To)
{
    /// <summary>A condition on the columns of home and id, as a text: COPY takes no parameters, and these are a number and a uuid.</summary>
    public string Where(string column) => $"(home, {column}) > ({After.Home}, '{After.Id}') and (home, {column}) <= ({To.Home}, '{To.Id}')";
}

/// <summary>The row of a stream's head.</summary>
public sealed record StoredHead(StreamId Id, string Kind, int Version, byte[] Hash, DateTimeOffset RecordedAt, int[] SeenBy);

/// <summary>What an event as stored says; its envelope is checked while it is read.</summary>
/// <param name="Body">UTF-8.</param>
public sealed record StoredEvent(int Version, string Type, int Schema, byte[] Body, DateOnly OccurredOn)
{
    private object? _fact;

    /// <summary>Today's fact.</summary>
    /// <exception cref="InvalidDataException">An unknown type, or a schema newer than this version.</exception>
    /// <exception cref="System.Text.Json.JsonException">No such body.</exception>
    public object Fact => _fact ??= FactCatalogue.Read(Type, Schema, Body);
}

/// <summary>A stream as stored: the head is missing where events stand without one.</summary>
public sealed record StoredStream(StreamId Id, StoredHead? Head, List<StoredEvent> Events)
{
    /// <summary>Today's facts.</summary>
    public IEnumerable<DatedFact> Facts => Events.Select(e => new DatedFact(e.Fact, e.OccurredOn));

    /// <summary>The word before the dot of the first event's type: what the stream is a history of.</summary>
    public string Kind => Events.Count == 0 ? string.Empty : KindOf(Events[0].Type);

    /// <summary>A stream's first fact names its kind; a bulletin begins with the end of its period.</summary>
    public static string KindOf(string type) => type == "period.quarter-ended" ? Zhixin.Bulletins.Bulletin.Kind : type.Split('.')[0];
}

/// <summary>Reads the whole history past row security, in ranges, in flat memory.</summary>
public static class StoredHistory
{
    private static readonly StreamId Lowest = new(-1, Guid.Empty);
    private static readonly StreamId Highest = new(int.MaxValue, new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    /// <summary>Ranges that leave nothing out: also what stands in a table without a stream lies in one.</summary>
    /// <param name="size">Streams in a range.</param>
    public static async IAsyncEnumerable<HistoryRange> Ranges(Db db, int size, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await db.OpenForMaintenanceAsync(stop);
        for (var from = Lowest; from != Highest;)
        {
            var to = await End(connection, from, size, stop) ?? Highest;
            yield return new HistoryRange(from, to);
            from = to;
        }
    }

    /// <summary>The heads of a range, in the order of homes and ids.</summary>
    public static Task<List<StoredHead>> Heads(NpgsqlConnection connection, HistoryRange range, CancellationToken stop) => Heads(connection, range.Where("stream"), stop);

    /// <summary>The heads of chosen streams.</summary>
    public static async Task<List<StoredHead>> Heads(NpgsqlConnection connection, IReadOnlyCollection<StreamId> streams, CancellationToken stop) =>
        streams.Count == 0 ? [] : await Heads(connection, In("stream", streams), stop);

    private static async Task<List<StoredHead>> Heads(NpgsqlConnection connection, string where, CancellationToken stop)
    {
        var heads = new List<StoredHead>();
        await using var rows = await CopyReader.Open(
            connection, $"select home, stream, kind, version, hash, recorded_at, seen_by from stream where {where} order by home, stream", stop);
        while (rows.Next(stop))
        {
            heads.Add(new StoredHead(
                new StreamId(rows.Number(0), rows.Id(1)), rows.Text(2), rows.Number(3), rows.Field(4).ToArray(), EventHashes.Instant(rows.Large(5)), rows.Numbers(6)));
        }

        return heads;
    }

    /// <summary>The events of a range, in the order of homes, ids and versions; the columns are those of <see cref="EventStore.Columns"/>.</summary>
    public static Task<CopyReader> Events(NpgsqlConnection connection, HistoryRange range, CancellationToken stop) => Events(connection, range.Where("stream"), stop);

    private static Task<CopyReader> Events(NpgsqlConnection connection, string where, CancellationToken stop) =>
        CopyReader.Open(connection, $"select {EventStore.Columns} from event where {where} order by home, stream, version", stop);

    /// <summary>The streams of a range in the order of their ids, unchecked.</summary>
    public static Task<List<StoredStream>> Load(NpgsqlConnection connection, HistoryRange range, CancellationToken stop) => Load(connection, range.Where("stream"), stop);

    /// <summary>Chosen streams.</summary>
    public static async Task<List<StoredStream>> Load(NpgsqlConnection connection, IReadOnlyCollection<StreamId> streams, CancellationToken stop) =>
        streams.Count == 0 ? [] : await Load(connection, In("stream", streams), stop);

    private static async Task<List<StoredStream>> Load(NpgsqlConnection connection, string where, CancellationToken stop)
    {
        var streams = new StreamCollection(await Heads(connection, where, stop));
        await using var events = await Events(connection, where, stop);
        while (events.Next(stop))
        {
            streams.Add(events);
        }

        return streams.All;
    }

    /// <summary>A condition that chooses rows by home and id.</summary>
    internal static string In(string column, IEnumerable<StreamId> streams) => $"(home, {column}) in (values {string.Join(", ", streams.Select(id => $"({id.Home}, '{id.Id}'::uuid)"))})";

    private static async Task<StreamId?> End(NpgsqlConnection connection, StreamId from, int size, CancellationToken stop)
    {
        await using var command = Command(
            connection, $"select home, stream from stream where (home, stream) > ($1, $2) order by home, stream offset {size - 1} limit 1", [from.Home, from.Id]);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? new StreamId(reader.GetInt32(0), reader.GetGuid(1)) : null;
    }

    /// <summary>A command with positional arguments.</summary>
    internal static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object?[] arguments)
    {
        var command = new NpgsqlCommand(sql, connection);
        CommandBatch.Bind(command.Parameters, arguments);
        return command;
    }
}

/// <summary>Streams with their events, collected while these are read.</summary>
/// <param name="heads">In the order of homes and ids.</param>
public sealed class StreamCollection(IReadOnlyList<StoredHead> heads)
{
    private readonly Dictionary<StreamId, StoredStream> _byId = heads.ToDictionary(head => head.Id, head => new StoredStream(head.Id, head, []));
    private readonly List<StoredStream> _withoutHead = [];
    private StoredStream? _current;

    /// <summary>All streams in the order of their heads; those without a head come last.</summary>
    public List<StoredStream> All => [.. heads.Select(head => _byId[head.Id]), .. _withoutHead];

    /// <summary>Adds the event that was read last.</summary>
    public void Add(CopyReader row)
    {
        var id = new StreamId(row.Number(EventHashes.Home), row.Id(EventHashes.Stream));
        if (_current?.Id != id && !_byId.TryGetValue(id, out _current))
        {
            _byId[id] = _current = new StoredStream(id, null, []);
            _withoutHead.Add(_current);
        }

        _current.Events.Add(new StoredEvent(
            row.Number(EventHashes.Version), row.Text(EventHashes.Type), row.Number(EventHashes.Schema), row.Field(EventHashes.Body).ToArray(),
            EventHashes.Day(row.Number(EventHashes.OccurredOn))));
    }
}

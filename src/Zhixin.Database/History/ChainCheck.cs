using System.Text;
using System.Text.Json;
using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>
/// Whether the events of streams are the ones that were recorded: numbers, chain, hashes, times, and the heads. Heads and events are walked side
/// by side as they are read, and nothing is kept but where the walk stands.
/// </summary>
/// <param name="heads">In the order of homes and ids, as the events come.</param>
public sealed class ChainCheck(IReadOnlyList<StoredHead> heads)
{
    private readonly EventHashes _hashes = new();
    private readonly byte[] _previous = new byte[32];
    private readonly byte[] _hash = new byte[32];
    private int _head;
    private StreamId _stream;
    private string _kind = string.Empty;
    private int _version;
    private long _at;

    /// <summary>The first difference so far.</summary>
    public Difference? First { get; private set; }

    /// <summary>Events seen.</summary>
    public long Events { get; private set; }

    /// <summary>Looks at the event that was read last.</summary>
    public void Add(CopyReader row)
    {
        Events++;
        if (First is not null)
        {
            return;
        }

        if (_version == 0 || !IsSame(row))
        {
            Begin(row);
        }

        First ??= Event(row, ++_version);
        if (First is not null)
        {
            return;
        }

        (_at, _kind) = (row.Large(EventHashes.RecordedAt), _version == 1 ? StoredStream.KindOf(row.Text(EventHashes.Type)) : _kind);
        row.Field(EventHashes.Hash).CopyTo(_previous);
    }

    /// <summary>The first difference, when all events were seen.</summary>
    public Difference? End()
    {
        while (First is null && _head < heads.Count)
        {
            EndOfStream();
        }

        return First;
    }

    /// <summary>Whether every body is canonical JSON of its type; read and written again it gives the same text.</summary>
    public static Difference? Bodies(StoredStream stream)
    {
        foreach (var stored in stream.Events)
        {
            if (Body(stream.Id, stored) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>A stream as differences name it.</summary>
    public static string Key(StreamId id) => $"{id.Home}, {id.Id}";

    private bool IsSame(CopyReader row) => row.Id(EventHashes.Stream) == _stream.Id && row.Number(EventHashes.Home) == _stream.Home;

    private void Begin(CopyReader row)
    {
        var id = new StreamId(row.Number(EventHashes.Home), row.Id(EventHashes.Stream));
        while (First is null && _head < heads.Count && (_version > 0 || Compare(heads[_head].Id, id) < 0))
        {
            EndOfStream();
        }

        if (First is null && (_head == heads.Count || heads[_head].Id != id))
        {
            First = Difference.Missing("stream", Key(id));
        }

        (_stream, _version, _at, _kind) = (id, 0, long.MinValue, string.Empty);
        _previous.AsSpan().Clear();
    }

    /// <summary>Compares the head with what was seen of its events, and goes on to the next one.</summary>
    private void EndOfStream()
    {
        First = Head(heads[_head++], _kind, _version, _previous, _at);
        (_version, _kind) = (0, string.Empty);
    }

    private static int Compare(StreamId a, StreamId b) => a.Home == b.Home ? a.Id.CompareTo(b.Id) : a.Home.CompareTo(b.Home);

    private Difference? Event(CopyReader row, int version)
    {
        if (row.Number(EventHashes.Version) is var stored && stored != version)
        {
            return Of(_stream, stored, "version", version, stored);
        }

        if (row.Small(EventHashes.HashAlg) is var algorithm && algorithm != RecordedEvent.Sha256)
        {
            return Of(_stream, version, "hash_alg", RecordedEvent.Sha256, algorithm);
        }

        if (!row.Field(EventHashes.PrevHash).SequenceEqual(_previous))
        {
            return Of(_stream, version, "prev_hash", _previous.ToArray(), row.Field(EventHashes.PrevHash).ToArray());
        }

        _hashes.Of(row, _hash);
        if (!row.Field(EventHashes.Hash).SequenceEqual(_hash))
        {
            return Of(_stream, version, "hash", _hash.ToArray(), row.Field(EventHashes.Hash).ToArray());
        }

        return row.Large(EventHashes.RecordedAt) is var at && at < _at
            ? Of(_stream, version, "recorded_at", $"{EventHashes.Instant(_at):O} or later", $"{EventHashes.Instant(at):O}")
            : null;
    }

    private static Difference? Head(StoredHead head, string kind, int version, ReadOnlySpan<byte> hash, long at)
    {
        var key = Key(head.Id);
        if (head.Version > version)
        {
            return Difference.Of("event", key, "count", head.Version, version);
        }

        if (head.Version != version || version == 0)
        {
            return version == 0 ? Difference.Missing("event", key) : Difference.Of("stream", key, "version", version, head.Version);
        }

        if (!hash.SequenceEqual(head.Hash))
        {
            return Difference.Of("stream", key, "hash", hash.ToArray(), head.Hash);
        }

        return head switch
        {
            _ when head.RecordedAt != EventHashes.Instant(at) => Difference.Of("stream", key, "recorded_at", $"{EventHashes.Instant(at):O}", $"{head.RecordedAt:O}"),
            _ when head.Kind != kind && (IsFolded(kind) || IsFolded(head.Kind)) => Difference.Of("stream", key, "kind", kind, head.Kind),
            _ => null,
        };
    }

    private static bool IsFolded(string kind) => kind is "contact" or "petition" or "person" or "attachment" or "period" or "supervision" or "platform-item" or "enforcement-case" or "report" or "bulletin";

    private static Difference? Body(StreamId stream, StoredEvent stored)
    {
        try
        {
            if (FactCatalogue.Of(stored.Fact).Schema == stored.Schema && CanonicalBytes.Is(stored.Body, stored.Fact))
            {
                return null;
            }

            var (body, again) = (Encoding.UTF8.GetString(stored.Body), Again(stored));
            return string.Equals(again, body, StringComparison.Ordinal) ? null : Of(stream, stored.Version, "body", again, body);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or ArgumentException or FormatException or InvalidOperationException)
        {
            return Of(stream, stored.Version, "body", $"canonical JSON of {stored.Type}, schema {stored.Schema}", fault.Message);
        }
    }

    /// <summary>A body of today's schema goes through its type; an older one is only written canonically again.</summary>
    private static string Again(StoredEvent stored)
    {
        if (FactCatalogue.Of(stored.Fact).Schema == stored.Schema)
        {
            return CanonicalJson.Of(stored.Fact);
        }

        using var document = JsonDocument.Parse(stored.Body);
        return CanonicalJson.Of(document.RootElement);
    }

    private static Difference Of(StreamId stream, int version, string column, object? expected, object? found) =>
        Difference.Of("event", $"{Key(stream)}, {version}", column, expected, found);
}

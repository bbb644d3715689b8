using System.Text.Json;
using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>Whether a stream's events are the ones that were recorded: numbers, chain, hashes, times, bodies, and the head.</summary>
public static class ChainCheck
{
    /// <summary>The first difference, or null.</summary>
    public static Difference? Of(StoredStream stream)
    {
        if (stream.Head is not { } head)
        {
            return Difference.Missing("stream", Key(stream.Id));
        }

        var (version, previous, at) = (0, RecordedEvent.Genesis, DateTimeOffset.MinValue);
        foreach (var stored in stream.Events)
        {
            if (Event(stored, ++version, previous, at) is { } difference)
            {
                return difference;
            }

            (previous, at) = (stored.Hash, stored.Envelope.RecordedAt);
        }

        return Head(stream, head, version, previous, at);
    }

    /// <summary>Whether every body is canonical JSON of its type; read and written again it gives the same text.</summary>
    public static Difference? Bodies(StoredStream stream)
    {
        foreach (var (envelope, _) in stream.Events)
        {
            if (Body(envelope) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>A stream as differences name it.</summary>
    public static string Key(StreamId id) => $"{id.Home}, {id.Id}";

    private static Difference? Event(StoredEvent stored, int version, ReadOnlyMemory<byte> previous, DateTimeOffset at)
    {
        var envelope = stored.Envelope;
        return envelope switch
        {
            _ when envelope.Version != version => Of(envelope, "version", version, envelope.Version),
            _ when envelope.HashAlg != RecordedEvent.Sha256 => Of(envelope, "hash_alg", RecordedEvent.Sha256, envelope.HashAlg),
            _ when !envelope.PrevHash.Span.SequenceEqual(previous.Span) => Of(envelope, "prev_hash", previous.ToArray(), envelope.PrevHash.ToArray()),
            _ when stored.Rehash() is var hash && !hash.AsSpan().SequenceEqual(stored.Hash) => Of(envelope, "hash", hash, stored.Hash),
            _ when envelope.RecordedAt < at => Of(envelope, "recorded_at", $"{at:O} or later", $"{envelope.RecordedAt:O}"),
            _ => null,
        };
    }

    private static Difference? Head(StoredStream stream, StoredHead head, int version, ReadOnlyMemory<byte> hash, DateTimeOffset at)
    {
        var key = Key(stream.Id);
        return head switch
        {
            _ when head.Version > version => Difference.Of("event", key, "count", head.Version, version),
            _ when head.Version != version => Difference.Of("stream", key, "version", version, head.Version),
            _ when version == 0 => Difference.Missing("event", key),
            _ when !hash.Span.SequenceEqual(head.Hash) => Difference.Of("stream", key, "hash", hash.ToArray(), head.Hash),
            _ when head.RecordedAt != at => Difference.Of("stream", key, "recorded_at", $"{at:O}", $"{head.RecordedAt:O}"),
            _ when head.Kind != stream.Kind && (IsFolded(stream.Kind) || IsFolded(head.Kind)) => Difference.Of("stream", key, "kind", stream.Kind, head.Kind),
            _ => null,
        };
    }

    private static bool IsFolded(string kind) => kind is "contact" or "petition" or "person" or "attachment";

    private static Difference? Body(RecordedEvent envelope)
    {
        try
        {
            var again = Again(envelope);
            return string.Equals(again, envelope.Body, StringComparison.Ordinal) ? null : Of(envelope, "body", again, envelope.Body);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or ArgumentException or FormatException)
        {
            return Of(envelope, "body", $"canonical JSON of {envelope.Type}, schema {envelope.Schema}", fault.Message);
        }
    }

    /// <summary>A body of today's schema goes through its type; an older one is only written canonically again.</summary>
    private static string Again(RecordedEvent envelope)
    {
        var fact = FactCatalogue.Read(envelope.Type, envelope.Schema, envelope.Body);
        if (FactCatalogue.Of(fact).Schema == envelope.Schema)
        {
            return CanonicalJson.Of(fact);
        }

        using var document = JsonDocument.Parse(envelope.Body);
        return CanonicalJson.Of(document.RootElement);
    }

    private static Difference Of(RecordedEvent envelope, string column, object? expected, object? found) =>
        Difference.Of("event", $"{Key(envelope.Stream)}, {envelope.Version}", column, expected, found);
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zhixin.History;

/// <summary>Where an act came from.</summary>
public enum Origin
{
    /// <summary>A person at a page.</summary>
    Page,

    /// <summary>A system or person through the JSON API.</summary>
    Api,

    /// <summary>A ledger import.</summary>
    Import,

    /// <summary>A signed package from another installation.</summary>
    Exchange,

    /// <summary>A job acting at the legal moment.</summary>
    Job,
}

/// <summary>A stream is one history: a petition, a contact, a person, a court's staff member.</summary>
/// <param name="Home">Permanent number of the court that began it; 0 is the installation itself. Never changes.</param>
/// <param name="Id">UUIDv7.</param>
public readonly record struct StreamId(int Home, Guid Id);

/// <summary>
/// The event envelope. It can never be changed; docs/event-envelope.md gives the encoding of every field.
/// </summary>
/// <param name="Version">1, 2, 3 … without gaps within the stream.</param>
/// <param name="Type">Such as "petition.assigned".</param>
/// <param name="Schema">Schema number of the body; a change of the type's shape needs a new one and an upcaster.</param>
/// <param name="Body">Canonical JSON, kept as text.</param>
/// <param name="OccurredOn">When it happened in law, at +08:00.</param>
/// <param name="RecordedAt">When it was recorded: UTC, whole microseconds; never decreases within a stream.</param>
/// <param name="Actor">The staff member or system account that acted; all zeros is the software itself.</param>
/// <param name="OnBehalfOf">For whom a deputy acted.</param>
/// <param name="ActorCourt">The court for which the actor acted.</param>
/// <param name="Act">Code of the act in the authority matrix, such as "assign".</param>
/// <param name="CausedBy">The command: the id that all events appended by one command share.</param>
/// <param name="HashAlg">1 = SHA-256. Other numbers are reserved (2 = SM3).</param>
/// <param name="PrevHash">Hash of the event before; 32 zero bytes for the first.</param>
public sealed record RecordedEvent(
    StreamId Stream,
    int Version,
    string Type,
    int Schema,
    string Body,
    DateOnly OccurredOn,
    DateTimeOffset RecordedAt,
    Guid Actor,
    Guid? OnBehalfOf,
    int ActorCourt,
    string Act,
    Guid CausedBy,
    Origin Origin,
    short HashAlg,
    ReadOnlyMemory<byte> PrevHash)
{
    /// <summary>The only algorithm in use: SHA-256.</summary>
    public const short Sha256 = 1;

    /// <summary>What stands before the first event of every stream.</summary>
    public static ReadOnlyMemory<byte> Genesis { get; } = new byte[32];

    /// <summary>SHA-256 over the length-prefixed concatenation of every field above, in this order.</summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Integer(hash, Stream.Home);
        Id(hash, Stream.Id);
        Integer(hash, Version);
        Text(hash, Type);
        Integer(hash, Schema);
        Text(hash, Body);
        Text(hash, OccurredOn.ToString("yyyy-MM-dd"));
        Long(hash, Microseconds(RecordedAt));
        Id(hash, Actor);
        Id(hash, OnBehalfOf);
        Integer(hash, ActorCourt);
        Text(hash, Act);
        Id(hash, CausedBy);
        Text(hash, Word(Origin));
        Integer(hash, HashAlg);
        Bytes(hash, PrevHash.Span);
        return hash.GetHashAndReset();
    }

    /// <summary>Cuts an instant to what PostgreSQL keeps, so that the hash covers what is stored.</summary>
    public static DateTimeOffset Cut(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The stored word of an origin.</summary>
    public static string Word(Origin origin) => origin switch
    {
        Origin.Page => "page",
        Origin.Api => "api",
        Origin.Import => "import",
        Origin.Exchange => "exchange",
        Origin.Job => "job",
    };

    private static long Microseconds(DateTimeOffset at) =>
        (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    private static void Bytes(IncrementalHash hash, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        hash.AppendData(length);
        hash.AppendData(value);
    }

    private static void Text(IncrementalHash hash, string value) => Bytes(hash, Encoding.UTF8.GetBytes(value));

    private static void Integer(IncrementalHash hash, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        Bytes(hash, bytes);
    }

    private static void Long(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        Bytes(hash, bytes);
    }

    /// <summary>An absent id has length −1 and no bytes, so that it differs from every present one.</summary>
    private static void Id(IncrementalHash hash, Guid? value)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (value is { } id)
        {
            id.TryWriteBytes(bytes, bigEndian: true, out _);
            Bytes(hash, bytes);
            return;
        }

        Span<byte> absent = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(absent, -1);
        hash.AppendData(absent);
    }
}

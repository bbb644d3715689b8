using System.Buffers;
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
public readonly record struct StreamId(int Home, Guid Id)
{
    /// <summary>The millisecond at which the id was made: the first 48 bits of a UUIDv7 (RFC 9562).</summary>
    public DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Id.ToString("N")[..12], System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture));
}

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
        var body = ArrayPool<byte>.Shared.Rent(3 * Body.Length);
        try
        {
            return Hash(body.AsSpan(0, Encoding.UTF8.GetBytes(Body, body)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    /// <summary>The same with the body as it is stored, in UTF-8; <see cref="Body"/> is not looked at.</summary>
    public byte[] Hash(ReadOnlySpan<byte> body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FixedSize + (3 * (Type.Length + Act.Length)) + body.Length + PrevHash.Length);
        try
        {
            return SHA256.HashData(buffer.AsSpan(0, Encode(buffer, body)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
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

    /// <summary>What the fields of fixed or bounded length take at most, their length prefixes included.</summary>
    private const int FixedSize = 256;

    private int Encode(Span<byte> to, ReadOnlySpan<byte> body)
    {
        var at = 0;
        Integer(to, ref at, Stream.Home);
        Id(to, ref at, Stream.Id);
        Integer(to, ref at, Version);
        Text(to, ref at, Type);
        Integer(to, ref at, Schema);
        Length(to, ref at, body.Length);
        body.CopyTo(to[at..]);
        at += body.Length;
        Text(to, ref at, OccurredOn.ToString("yyyy-MM-dd"));
        Long(to, ref at, Microseconds(RecordedAt));
        Id(to, ref at, Actor);
        Id(to, ref at, OnBehalfOf);
        Integer(to, ref at, ActorCourt);
        Text(to, ref at, Act);
        Id(to, ref at, CausedBy);
        Text(to, ref at, Word(Origin));
        Integer(to, ref at, HashAlg);
        Length(to, ref at, PrevHash.Length);
        PrevHash.Span.CopyTo(to[at..]);
        return at + PrevHash.Length;
    }

    private static void Length(Span<byte> to, ref int at, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(to[at..], length);
        at += 4;
    }

    private static void Text(Span<byte> to, ref int at, string value)
    {
        var length = Encoding.UTF8.GetBytes(value, to[(at + 4)..]);
        Length(to, ref at, length);
        at += length;
    }

    private static void Integer(Span<byte> to, ref int at, int value)
    {
        Length(to, ref at, 4);
        BinaryPrimitives.WriteInt32BigEndian(to[at..], value);
        at += 4;
    }

    private static void Long(Span<byte> to, ref int at, long value)
    {
        Length(to, ref at, 8);
        BinaryPrimitives.WriteInt64BigEndian(to[at..], value);
        at += 8;
    }

    /// <summary>An absent id has length −1 and no bytes, so that it differs from every present one.</summary>
    private static void Id(Span<byte> to, ref int at, Guid? value)
    {
        Length(to, ref at, value is null ? -1 : 16);
        if (value is { } id)
        {
            id.TryWriteBytes(to[at..], bigEndian: true, out _);
            at += 16;
        }
    }
}

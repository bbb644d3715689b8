using System.Buffers.Binary;
using System.Security.Cryptography;
using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>
/// Makes the hash of a stored event over the bytes in which the database sends its row: each field with its length before it is what
/// <see cref="RecordedEvent.Hash()"/> concatenates, but for the day (as text there), the instant (since 1970) and the number of the algorithm (an int4).
/// </summary>
internal sealed class EventHashes
{
    /// <summary>The columns of <see cref="EventStore.Columns"/> by place.</summary>
    internal const int Home = 0, Stream = 1, Version = 2, Type = 3, Schema = 4, Body = 5, OccurredOn = 6, RecordedAt = 7, Actor = 8, Origin = 13, HashAlg = 14, PrevHash = 15, Hash = 16;

    private const int ChangedFields = 64;
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly long Since1970 = (Epoch - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
    private static readonly long Least = (DateTimeOffset.MinValue - Epoch).Ticks / TimeSpan.TicksPerMicrosecond;
    private static readonly long Most = (DateTimeOffset.MaxValue - Epoch).Ticks / TimeSpan.TicksPerMicrosecond;
    private static readonly int EpochDay = DateOnly.FromDateTime(Epoch.UtcDateTime).DayNumber;

    private byte[] _buffer = new byte[1 << 12];

    /// <summary>The hash of the row as it should be.</summary>
    /// <param name="to">32 bytes.</param>
    public void Of(CopyReader row, Span<byte> to)
    {
        if (row.Row.Length + ChangedFields > _buffer.Length)
        {
            _buffer = new byte[2 * row.Row.Length];
        }

        var at = 0;
        Add(row.Fields(Home, Body), ref at);
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(at), 10);
        Day(row.Number(OccurredOn)).TryFormat(_buffer.AsSpan(at + 4), out _, "O");
        at += 14;
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(at), sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_buffer.AsSpan(at + 4), unchecked(row.Large(RecordedAt) + Since1970));
        at += 12;
        Add(row.Fields(Actor, Origin), ref at);
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(at), sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(at + 4), row.Small(HashAlg));
        at += 8;
        Add(row.Fields(PrevHash, PrevHash), ref at);
        SHA256.HashData(_buffer.AsSpan(0, at), to);
    }

    /// <summary>A day of the database; one that no calendar has, as only tampering leaves it, becomes the nearest one that hashes to something else.</summary>
    internal static DateOnly Day(int since2000) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)since2000 + EpochDay, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>An instant of the database, with the same precaution.</summary>
    /// <param name="since2000">Microseconds.</param>
    internal static DateTimeOffset Instant(long since2000) => Epoch.AddTicks(Math.Clamp(since2000, Least, Most) * TimeSpan.TicksPerMicrosecond);

    private void Add(ReadOnlySpan<byte> fields, ref int at)
    {
        fields.CopyTo(_buffer.AsSpan(at));
        at += fields.Length;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Zhixin.Database.Attachments;

/// <summary>
/// How content is sealed: chunks of 64 KB, each with a nonce and a tag of its own (AES-256-GCM, Nonce ‖ Text ‖ Tag). The number of the chunk and whether
/// it is the last are part of what the tag covers, so that a chunk that is missing, moved or changed is noticed, and any part can be read alone.
/// Nonces are random: a chunk that is written again after a broken upload never meets its old nonce.
/// </summary>
public static class SealedChunks
{
    /// <summary>Stored beside what is sealed so.</summary>
    public const string Algorithm = "A256GCM-64K";

    /// <summary>Plain bytes of every chunk but the last, which has 1 to as many.</summary>
    public const int Plain = 64 << 10;

    /// <summary>Nonce and tag.</summary>
    public const int Overhead = NonceLength + TagLength;

    /// <summary>Sealed bytes of every chunk but the last.</summary>
    public const int Whole = Plain + Overhead;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Number of chunks of a sealed file; the last may be shorter.</summary>
    public static long Count(long sealedLength) => (sealedLength + Whole - 1) / Whole;

    /// <summary>Plain bytes of a sealed file.</summary>
    public static long PlainLength(long sealedLength) => sealedLength - (Count(sealedLength) * Overhead);

    /// <summary>Seals one chunk into <paramref name="box"/>, which has room for it and <see cref="Overhead"/>.</summary>
    public static void Seal(AesGcm key, long index, bool isLast, ReadOnlySpan<byte> plain, Span<byte> box)
    {
        RandomNumberGenerator.Fill(box[..NonceLength]);
        Span<byte> place = stackalloc byte[9];
        Place(index, isLast, place);
        key.Encrypt(box[..NonceLength], plain, box.Slice(NonceLength, plain.Length), box.Slice(NonceLength + plain.Length, TagLength), place);
    }

    /// <summary>Opens one chunk into <paramref name="plain"/>, which is shorter than the box by <see cref="Overhead"/>.</summary>
    /// <exception cref="CryptographicException">Another key, another place, or a changed chunk.</exception>
    public static void Open(AesGcm key, long index, bool isLast, ReadOnlySpan<byte> box, Span<byte> plain)
    {
        if (box.Length <= Overhead)
        {
            throw new CryptographicException("Too short to be a sealed chunk.");
        }

        Span<byte> place = stackalloc byte[9];
        Place(index, isLast, place);
        key.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain, place);
    }

    /// <summary>A key that seals chunks.</summary>
    public static AesGcm Key(byte[] key) => new(key, TagLength);

    private static void Place(long index, bool isLast, Span<byte> place)
    {
        BinaryPrimitives.WriteInt64BigEndian(place, index);
        place[8] = isLast ? (byte)1 : (byte)0;
    }
}

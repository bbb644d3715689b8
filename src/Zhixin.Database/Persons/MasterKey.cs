using System.Security.Cryptography;

namespace Zhixin.Database.Persons;

/// <summary>
/// The master key: 32 random bytes in a file outside the database. It wraps the keys of persons and attachments, and keys
/// the hashes by which persons are found.
/// </summary>
public sealed class MasterKey
{
    /// <summary>The cipher that a thread used last: setting up a key takes longer than wrapping with it, and a cipher serves one thread at a time.</summary>
    [ThreadStatic]
    private static (byte[] Key, AesGcm Aes)? _cipher;

    private readonly byte[] _key;
    private readonly byte[] _matchKey;
    private readonly byte[] _trackingKey;

    /// <summary>Derives the keys for wrapping, matching and tracking from one.</summary>
    /// <param name="key">32 bytes.</param>
    public MasterKey(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, 32);
        _key = key.ToArray();
        _matchKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "zhixin match 1"u8.ToArray());
        _trackingKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "zhixin tracking 1"u8.ToArray());
        Id = Convert.ToHexStringLower(SHA256.HashData(key))[..16];
    }

    /// <summary>Names the key without telling it; stored beside everything that it wraps.</summary>
    public string Id { get; }

    /// <summary>Reads the key file.</summary>
    /// <exception cref="MasterKeyException">There is none, or it is not a key.</exception>
    public static MasterKey Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new MasterKeyException($"{path} is missing; this database's persons cannot be read without it. 缺少主密钥文件，请放回原来的 master.key。");
        }

        var key = File.ReadAllBytes(path);
        return key.Length == 32 ? new MasterKey(key) : throw new MasterKeyException($"{path} is not a master key (32 bytes). 主密钥文件已损坏。");
    }

    /// <summary>Reads the key file, or makes one that only its owner can read: whole and on the disk before anything is wrapped by it.</summary>
    /// <exception cref="MasterKeyException">The file is not a key.</exception>
    public static MasterKey ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var fresh = $"{path}.{Environment.ProcessId}";
            using (var file = new FileStream(fresh, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                file.Write(RandomNumberGenerator.GetBytes(32));
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path);
        }

        return Read(path);
    }

    private static AesGcm Cipher(byte[] key)
    {
        if (_cipher is { } known && known.Key == key)
        {
            return known.Aes;
        }

        _cipher?.Aes.Dispose();
        var aes = new AesGcm(key, Sealed.TagSize);
        _cipher = (key, aes);
        return aes;
    }

    /// <summary>Wraps another key.</summary>
    public byte[] Wrap(byte[] key) => Sealed.Close(Cipher(_key), key);

    /// <summary>Unwraps a key that <see cref="Wrap"/> made.</summary>
    public byte[] Unwrap(byte[] wrapped) => Sealed.Open(Cipher(_key), wrapped);

    /// <summary>A keyed hash by which something secret can be found again.</summary>
    public long Match(byte[] text) => BitConverter.ToInt64(HMACSHA256.HashData(_matchKey, text), 0);

    /// <summary>The tracking code of a contact: 12 characters without look-alikes, made from its id, so that a receipt can be printed again.</summary>
    public string TrackingCode(Guid contact)
    {
        const string letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        Span<byte> id = stackalloc byte[16];
        contact.TryWriteBytes(id, bigEndian: true, out _);
        var hash = HMACSHA256.HashData(_trackingKey, id);
        var code = string.Create(12, hash, (span, bytes) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = letters[bytes[i] & 31];
            }
        });
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }
}

/// <summary>AES-256-GCM: nonce (12), ciphertext, tag (16).</summary>
public static class Sealed
{
    /// <summary>Algorithm id, stored beside what is sealed.</summary>
    public const string Algorithm = "A256GCM";

    /// <summary>Length of the tag, in bytes.</summary>
    public const int TagSize = 16;

    private const int NonceSize = 12;

    /// <summary>Seals a text under a key.</summary>
    public static byte[] Close(byte[] key, ReadOnlySpan<byte> plain)
    {
        using var aes = new AesGcm(key, TagSize);
        return Close(aes, plain);
    }

    /// <summary>Seals a text under a key that is set up.</summary>
    public static byte[] Close(AesGcm aes, ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length));
        return box;
    }

    /// <summary>Opens what <see cref="Close(byte[], ReadOnlySpan{byte})"/> made.</summary>
    /// <exception cref="CryptographicException">A wrong key, or a changed text.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box)
    {
        using var aes = new AesGcm(key, TagSize);
        return Open(aes, box);
    }

    /// <summary>The same with a key that is set up.</summary>
    /// <exception cref="CryptographicException">A wrong key, or a changed text.</exception>
    public static byte[] Open(AesGcm aes, ReadOnlySpan<byte> box)
    {
        if (box.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("Too short to be sealed.");
        }

        var plain = new byte[box.Length - NonceSize - TagSize];
        aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain);
        return plain;
    }
}

/// <summary>The file of the master key is missing or damaged; the message says so to the operator, in both languages.</summary>
public sealed class MasterKeyException(string message) : Exception(message);

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zhixin.Regulations;

/// <summary>
/// The identity of a pack's version. Canonical text: UTF-8 without byte-order mark, lines ended by LF. Files are taken in ordinal order of
/// their names without folders; each name and each text is preceded by its length in bytes (32 bits, big-endian).
/// </summary>
public static class PackHash
{
    /// <summary>SHA-256 as 64 lower-case hex digits.</summary>
    public static string Of(IReadOnlyDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files.OrderBy(file => FileName(file.Key), StringComparer.Ordinal))
        {
            Append(hash, FileName(path));
            Append(hash, Canonical(text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Canonical(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Zhixin.Web.Access;

/// <summary>
/// Time-based one-time codes (RFC 6238: SHA-1, six digits, steps of 30 s), as every authenticator shows them. A code of the step before or
/// after counts too, because clocks differ.
/// </summary>
public static class TimeCodes
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>A fresh secret of 160 bits, in base 32.</summary>
    public static string FreshSecret() => string.Concat(RandomNumberGenerator.GetBytes(20).Chunk(5).SelectMany(Base32));

    /// <summary>The step of an instant.</summary>
    public static long Step(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step for which the code is right, now or one beside it; null for a wrong code.</summary>
    public static long? Accepted(string secret, string code, DateTimeOffset now) =>
        code.Length == 6 && code.All(char.IsAsciiDigit)
            ? new[] { 0, -1, 1 }.Select(beside => (long?)(Step(now) + beside)).FirstOrDefault(step => IsEqual(Code(secret, step!.Value), code))
            : null;

    /// <summary>The six digits of a step.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Authenticators compute SHA-1; its weakness against collisions does not matter here.")]
    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(Bytes(secret), counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static bool IsEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(one), System.Text.Encoding.ASCII.GetBytes(other));

    /// <summary>Five bytes are eight letters.</summary>
    private static IEnumerable<char> Base32(byte[] five)
    {
        var bits = five.Aggregate(0UL, (sum, next) => (sum << 8) | next);
        return Enumerable.Range(0, 8).Select(at => Letters[(int)((bits >> (35 - (5 * at))) & 31)]);
    }

    private static byte[] Bytes(string secret) =>
    [
        .. secret.Chunk(8)
            .Select(eight => eight.Aggregate(0UL, (sum, letter) => (sum << 5) | (uint)Letters.IndexOf(letter, StringComparison.Ordinal)))
            .SelectMany(bits => Enumerable.Range(0, 5).Select(at => (byte)(bits >> (32 - (8 * at))))),
    ];
}

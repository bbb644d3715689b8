using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhixin.Ledger;

/// <summary>
/// Stable names for rows and contacts, so that the same file again adds nothing. SHA-256 over length-prefixed UTF-8, as 64 lower-case
/// hexadecimal characters. What only looks different counts as the same: width, blanks, letter case, brackets, forms of a date, 第 and 号 of a case number.
/// </summary>
public static class LedgerFingerprint
{
    private static readonly LedgerColumn[] Hashed = [.. LedgerColumns.Exported.Where(column => column != LedgerColumn.Number), LedgerColumn.Cause];

    /// <summary>Of everything that the known columns of a row say but its 序号, which offices renumber. Right for rejected rows as for good ones.</summary>
    public static string Of(LedgerRow row) => Hash(Hashed.Select(column => Canonical(column, row[column])));

    /// <summary>Of the contact itself: case, petitioners, day, channel and venue. It stays the same when the office later fills in a resolution or a remark.</summary>
    public static string OfContact(LedgerEntry entry) => Hash(
    [
        entry.CaseNumber.ToString(),
        string.Join('、', entry.Petitioners.Order(StringComparer.Ordinal)),
        entry.VisitedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        entry.Channel.Code(),
        entry.Venue.Code(),
    ]);

    private static string Canonical(LedgerColumn column, LedgerCell cell)
    {
        if (cell.IsEmpty && cell.Kind != LedgerCellKind.Error)
        {
            return "";
        }

        if (column is (LedgerColumn.HandedDownOn or LedgerColumn.VisitedOn or LedgerColumn.ResolvedOn) && LedgerDate.Parse(cell) is LedgerDate.Is known)
        {
            return known.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder(LedgerText.Dense(cell.Text).ToUpperInvariant())
            .Replace('〔', '(').Replace('[', '(').Replace('【', '(').Replace('〕', ')').Replace(']', ')').Replace('】', ')');
        return column == LedgerColumn.CaseNumber ? text.Replace("第", "").Replace("号", "").ToString() : text.ToString();
    }

    private static string Hash(IEnumerable<string> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var value in values)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.Buffers;
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
    public static string Of(LedgerRow row) => Hash(Hashed.Select(column => Canonical(row, column)));

    /// <summary>What a cell says, in the one way of writing that fingerprints count; empty for a blank cell.</summary>
    public static string Canonical(LedgerRow row, LedgerColumn column) => Canonical(column, row[column]);

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

        var text = LedgerText.Dense(cell.Text).ToUpperInvariant()
            .Replace('〔', '(').Replace('[', '(').Replace('【', '(').Replace('〕', ')').Replace(']', ')').Replace('】', ')');
        return column == LedgerColumn.CaseNumber ? text.Replace("第", "", StringComparison.Ordinal).Replace("号", "", StringComparison.Ordinal) : text;
    }

    private static string Hash(IEnumerable<string> values)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        foreach (var value in values)
        {
            var room = buffer.GetSpan(4 + Encoding.UTF8.GetMaxByteCount(value.Length));
            var length = Encoding.UTF8.GetBytes(value, room[4..]);
            BinaryPrimitives.WriteInt32BigEndian(room, length);
            buffer.Advance(4 + length);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}

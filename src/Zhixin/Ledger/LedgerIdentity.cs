using System.Text.RegularExpressions;
using Zhixin.Intake;

namespace Zhixin.Ledger;

/// <summary>Documents of identity as ledgers write them.</summary>
internal static partial class LedgerIdentity
{
    /// <summary>
    /// A sound identity number, or another document (passport, permit, unified social credit code), or why it is neither. A number of the old
    /// form with 15 digits counts. Where a cell holds several numbers, the first is the first petitioner's.
    /// </summary>
    public static (string? Number, string? Other, LedgerReason? Reason) Read(LedgerCell cell, DateOnly today)
    {
        if (cell.IsEmpty)
        {
            return default;
        }

        var text = LedgerText.Dense(cell.Plain).ToUpperInvariant().Replace('×', 'X').TrimStart('\'');
        var first = text.Split(['、', ',', ';', '/', '|'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("");
        if (OtherDocument().IsMatch(first))
        {
            return (null, first, null);
        }

        var identity = IdentityNumber.Of(first, today);
        return Reason(identity.Defects) is { } reason ? (null, null, reason) : (identity.Number, null, null);
    }

    private static LedgerReason? Reason(IdentityDefects defects) =>
        defects.HasFlag(IdentityDefects.Length) || defects.HasFlag(IdentityDefects.Missing) ? LedgerReason.IdentityNumberLength
        : defects.HasFlag(IdentityDefects.Characters) ? LedgerReason.IdentityNumberUnreadable
        : defects.HasFlag(IdentityDefects.Checksum) ? LedgerReason.IdentityNumberChecksum
        : defects.HasFlag(IdentityDefects.BirthDate) ? LedgerReason.IdentityNumberBirthDate
        : null;

    // A letter and seven to ten digits (passport, permits to and from Hong Kong, Macao and Taiwan), or an 18-character code of a unit, which begins 1, 5, 9 or Y and has a letter in it.
    [GeneratedRegex(@"^([A-Z]{1,2}\d{7,10}|(?=\d{0,16}[A-HJ-NP-RT-UW-Y])[159Y][1-9A-Z]\d{6}[0-9A-HJ-NP-RT-UW-Y]{9}[0-9A-HJ-NP-RT-UW-Y])$", RegexOptions.ExplicitCapture)]
    private static partial Regex OtherDocument();
}

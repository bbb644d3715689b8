using System.Text.RegularExpressions;
using Zhixin.Intake;

namespace Zhixin.Ledger;

/// <summary>Documents of identity as ledgers write them.</summary>
internal static partial class LedgerIdentity
{
    private const string UnitCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

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
        if (OtherDocument().IsMatch(first) || IsUnitCode(first))
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

    /// <summary>The unified social credit code of a company or body: 18 characters, at least one letter, the check character by modulus 31.</summary>
    private static bool IsUnitCode(string text)
    {
        if (!UnitCode().IsMatch(text) || text[..17].All(char.IsAsciiDigit))
        {
            return false;
        }

        var (sum, weight) = (0, 1);
        foreach (var character in text.AsSpan(0, 17))
        {
            sum += UnitCharacters.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return UnitCharacters.IndexOf(text[17], StringComparison.Ordinal) == (31 - (sum % 31)) % 31;
    }

    // A letter or two and seven to ten digits: passport, permits to and from Hong Kong, Macao and Taiwan.
    [GeneratedRegex(@"^[A-Z]{1,2}\d{7,10}$")]
    private static partial Regex OtherDocument();

    [GeneratedRegex(@"^[0-9A-HJ-NPQRTUWXY]{18}$")]
    private static partial Regex UnitCode();
}

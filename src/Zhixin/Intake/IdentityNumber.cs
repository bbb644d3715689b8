using System.Globalization;

namespace Zhixin.Intake;

/// <summary>What is odd about an identity number. It is shown as a flag and never stops a registration.</summary>
[Flags]
public enum IdentityDefects
{
    None = 0,

    /// <summary>Nothing was given.</summary>
    Missing = 1,

    /// <summary>Neither 18 nor 15 characters.</summary>
    Length = 2,

    /// <summary>A character that no such number has.</summary>
    Characters = 4,

    /// <summary>The day of birth does not exist or lies in the future.</summary>
    BirthDate = 8,

    /// <summary>The check character is wrong.</summary>
    Checksum = 16,

    /// <summary>The first two digits are no province; a made-up or foreign number may still be meant.</summary>
    Province = 32,

    /// <summary>The 15-digit number of before 1999, which has no check character.</summary>
    OldForm = 64,
}

/// <summary>A number as given and what is odd about it. <paramref name="Number"/>: without blanks, half width, X in upper case.</summary>
public sealed record IdentityNumber(string Number, IdentityDefects Defects)
{
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>True when the number can be right: 18 characters, a day of birth, the right check character. An unknown province is no fault.</summary>
    public bool IsSound => (Defects & ~IdentityDefects.Province) == IdentityDefects.None;

    /// <summary>Looks at a number. <paramref name="today"/>: no one is born later. Never throws.</summary>
    public static IdentityNumber Of(string? text, DateOnly today)
    {
        var number = Written.Plain(text).ToUpperInvariant();
        var defects = number.Length switch
        {
            0 => IdentityDefects.Missing,
            18 => Whole(number, today),
            15 => IdentityDefects.OldForm | Digits(number) | Province(number) | Birth("19" + number[6..12], today),
            _ => IdentityDefects.Length | Digits(number.TrimEnd('X')),
        };
        return new IdentityNumber(number, defects);
    }

    private static IdentityDefects Whole(string number, DateOnly today)
    {
        var odd = Digits(number[..17]) | (CheckCharacters.Contains(number[17], StringComparison.Ordinal) ? IdentityDefects.None : IdentityDefects.Characters);
        if (odd != IdentityDefects.None)
        {
            return odd;
        }

        var sum = Weights.Select((weight, i) => weight * (number[i] - '0')).Sum();
        var check = CheckCharacters[sum % 11] == number[17] ? IdentityDefects.None : IdentityDefects.Checksum;
        return check | Province(number) | Birth(number[6..14], today);
    }

    private static IdentityDefects Digits(string number) =>
        number.All(char.IsAsciiDigit) ? IdentityDefects.None : IdentityDefects.Characters;

    private static IdentityDefects Birth(string digits, DateOnly today) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            && born.Year >= 1800 && born <= today
            ? IdentityDefects.None
            : IdentityDefects.BirthDate;

    private static IdentityDefects Province(string number) => number[..2] is
        "11" or "12" or "13" or "14" or "15" or "21" or "22" or "23" or "31" or "32" or "33" or "34" or "35" or "36" or "37"
        or "41" or "42" or "43" or "44" or "45" or "46" or "50" or "51" or "52" or "53" or "54" or "61" or "62" or "63" or "64"
        or "65" or "71" or "81" or "82" or "83"
            ? IdentityDefects.None
            : IdentityDefects.Province;
}

using System.Text.RegularExpressions;

namespace Zhixin.Intake;

/// <summary>What is odd about a phone number. It is shown as a flag and never stops a registration.</summary>
public enum PhoneDefect
{
    /// <summary>A mobile number, a number with area code, or a service number.</summary>
    None,

    /// <summary>Nothing was given.</summary>
    Missing,

    /// <summary>Letters or signs that no phone number has.</summary>
    Characters,

    /// <summary>7 or 8 digits: a number without its area code.</summary>
    NoAreaCode,

    /// <summary>Too many or too few digits for what it begins with.</summary>
    Length,
}

/// <summary>A phone number as given and what is odd about it. <paramref name="Number"/>: digits, without +86, an extension behind a bar (0391-2345678 转 12 → 03912345678-12).</summary>
public sealed partial record PhoneNumber(string Number, PhoneDefect Defect)
{
    /// <summary>Looks at a number. Never throws.</summary>
    public static PhoneNumber Of(string? text)
    {
        var plain = Written.Plain(text);
        if (plain.Length == 0)
        {
            return new PhoneNumber("", PhoneDefect.Missing);
        }

        var parts = Extension().Split(Country().Replace(plain, ""), 2);
        var number = Separators().Replace(parts[0], "");
        var extension = parts.Length > 1 ? parts[1] : "";
        if (!number.All(char.IsAsciiDigit) || !extension.All(char.IsAsciiDigit))
        {
            return new PhoneNumber(plain, PhoneDefect.Characters);
        }

        var whole = extension.Length > 0 ? $"{number}-{extension}" : number;
        return new PhoneNumber(whole, Known().IsMatch(number) ? PhoneDefect.None : Local().IsMatch(number) ? PhoneDefect.NoAreaCode : PhoneDefect.Length);
    }

    [GeneratedRegex(@"^(\+|00)86-?")]
    private static partial Regex Country();

    [GeneratedRegex("转|分机|[xX#]")]
    private static partial Regex Extension();

    [GeneratedRegex(@"[-()（）－—.]")]
    private static partial Regex Separators();

    // Mobile; Beijing-type and other area codes; 400 and 800 numbers.
    [GeneratedRegex("^(1[3-9][0-9]{9}|0(10|2[0-9])[0-9]{8}|0[3-9][0-9]{2}[0-9]{7,8}|[48]00[0-9]{7})$")]
    private static partial Regex Known();

    [GeneratedRegex("^[2-9][0-9]{6,7}$")]
    private static partial Regex Local();
}

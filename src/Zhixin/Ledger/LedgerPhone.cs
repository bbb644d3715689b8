using System.Text.RegularExpressions;

namespace Zhixin.Ledger;

/// <summary>Telephone numbers as ledgers write them.</summary>
internal static partial class LedgerPhone
{
    /// <summary>
    /// The numbers of a cell as digits, or why they are none. Numbers are parted by 、，；/ or a blank. Right are eleven digits; ten to twelve
    /// that begin with 0 (area code and number); seven or eight that begin with 2–8 (a number without its area code); ten that begin with 400 or 800;
    /// five to six for a service number such as 12368. A country code 86 and hyphens are taken off; a zero that a numeric cell lost comes back.
    /// </summary>
    public static (IReadOnlyList<string> Numbers, LedgerReason? Reason) Read(LedgerCell cell)
    {
        if (cell.IsEmpty)
        {
            return ([], null);
        }

        var numbers = new List<string>();
        foreach (var part in Parts(cell.Plain))
        {
            var digits = Digits(part, cell.Kind == LedgerCellKind.Number);
            if (digits is null)
            {
                return ([], LedgerReason.PhoneUnreadable);
            }

            if (!RightLength().IsMatch(digits))
            {
                return ([], LedgerReason.PhoneLength);
            }

            numbers.Add(digits);
        }

        return numbers.Count > 0 ? (numbers, null) : ([], LedgerReason.PhoneUnreadable);
    }

    /// <summary>A blank parts two numbers only where both sides are whole: 0391 8812345 and 138 0000 0000 are one number each.</summary>
    private static IEnumerable<string> Parts(string plain) =>
        plain.Split(['、', ',', ';', '/', '|', '。'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => part.Split(' ') is var words && words.All(word => RightLength().IsMatch(word)) ? words : [part]);

    private static string? Digits(string part, bool numeric)
    {
        var text = Clutter().Replace(Remark().Replace(part, ""), "");
        if (text.Length == 0 || !text.All(char.IsAsciiDigit))
        {
            return null;
        }

        text = text.Length > 11 && text.StartsWith("0086", StringComparison.Ordinal) ? text[4..] : text;
        text = text.Length == 13 && text.StartsWith("861", StringComparison.Ordinal) ? text[2..] : text;
        return numeric && LostZero().IsMatch(text) ? "0" + text : text;
    }

    [GeneratedRegex(@"^(\d{11}|0\d{9,11}|[2-8]\d{6,7}|[48]00\d{7}|12\d{3,4})$", RegexOptions.ExplicitCapture)]
    private static partial Regex RightLength();

    [GeneratedRegex(@"^(10\d{8}|[2-9]\d{9,10})$", RegexOptions.ExplicitCapture)]
    private static partial Regex LostZero();

    [GeneratedRegex(@"[\s\-—–+.·_]")]
    private static partial Regex Clutter();

    // Words around a number: 手机：, 电话:, （本人）, (张某) …; a number without any digit left is unreadable.
    [GeneratedRegex(@"\([^)]*\)|（[^）]*）|^[\u4e00-\u9fff]{1,8}:?|[\u4e00-\u9fff]{1,8}$")]
    private static partial Regex Remark();
}

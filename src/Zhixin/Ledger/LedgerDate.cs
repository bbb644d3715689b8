using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhixin.Ledger;

/// <summary>
/// What a date cell says. Understood: a date cell; 2019/12/28, 2019-12-28, 2019.12.28, 2019年12月28日, 20191228, with or without leading
/// zeros, blanks, a time or a weekday behind; Chinese numerals; full-width digits; a serial number of the 1900 system.
/// Not understood, because a guess could be wrong: two-digit years, month or day first, a month without day, two dates in one cell.
/// </summary>
public abstract partial record LedgerDate
{
    private LedgerDate()
    {
    }

    /// <summary>Nothing is written.</summary>
    public sealed record Blank : LedgerDate;

    /// <summary>One certain date.</summary>
    public sealed record Is(DateOnly On) : LedgerDate;

    /// <summary>Something that is no certain date between <see cref="Earliest"/> and <see cref="Latest"/>.</summary>
    public sealed record Unrecognised(string Text) : LedgerDate;

    /// <summary>The earliest date taken for one, inclusive: no court keeps an enforcement ledger from before.</summary>
    public static DateOnly Earliest { get; } = new(1990, 1, 1);

    /// <summary>The latest date taken for one, inclusive.</summary>
    public static DateOnly Latest { get; } = new(2099, 12, 31);

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>Reads a cell.</summary>
    public static LedgerDate Parse(LedgerCell cell)
    {
        if (cell.Kind == LedgerCellKind.Error)
        {
            return new Unrecognised(cell.Text);
        }

        return cell.IsEmpty ? new Blank()
            : Read(cell.Plain) is { } date && date >= Earliest && date <= Latest ? new Is(date)
            : new Unrecognised(cell.Text);
    }

    private static DateOnly? Read(string plain)
    {
        var text = ChineseDigits(plain);
        if (Compact().Match(text) is { Success: true } compact)
        {
            return Date(compact);
        }

        if (Serial().IsMatch(text))
        {
            var days = (int)decimal.Parse(text, CultureInfo.InvariantCulture);
            return SerialZero.AddDays(days);
        }

        return Separated().Match(text) is { Success: true } separated ? Date(separated) : null;
    }

    private static DateOnly? Date(Match match)
    {
        var (year, month, day) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        return month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>二〇二〇年三月二十一日 becomes 2020年3月21日; text without Chinese numerals stays as it is.</summary>
    private static string ChineseDigits(string text) =>
        ChineseDate().Match(text) is { Success: true } match
            ? $"{Digits(match.Groups["y"].Value)}年{Tens(match.Groups["m"].Value)}月{Tens(match.Groups["d"].Value)}日{match.Groups["rest"].Value}"
            : text;

    private static string Digits(string numerals) => string.Concat(numerals.Select(Digit));

    private static int Digit(char numeral) => numeral switch
    {
        '〇' or '○' or 'O' or '零' or '0' => 0,
        _ => "一二三四五六七八九".IndexOf(numeral, StringComparison.Ordinal) + 1,
    };

    private static int Tens(string numerals)
    {
        var value = new StringBuilder(numerals).Replace("廿", "二十").Replace("卅", "三十").ToString();
        var ten = value.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return value.Aggregate(0, (sum, numeral) => (sum * 10) + Digit(numeral));
        }

        var tens = ten == 0 ? 1 : Digit(value[ten - 1]);
        return (tens * 10) + (ten + 1 < value.Length ? Digit(value[ten + 1]) : 0);
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(\.0+|\d{4}|\d{6})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{5}(\.\d+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^(公元)?(?<y>\d{4}) ?[-/.年,、\\—–] ?(?<m>\d{1,2}) ?[-/.月,、\\—–] ?(?<d>\d{1,2}) ?[日号.]?[ T]?(\(?(星期|周)[一二三四五六日天]\)?)?[ T]?(上午|下午|晚|早|AM|PM)?[ ]?(\d{1,2}[:时点]\d{0,2}分?(:?\d{1,2}(\.\d+)?秒?)?(Z|[+]\d\d:\d\d)?)?[ ]?(AM|PM|左右|许)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Separated();

    [GeneratedRegex(@"^(?<y>[〇○O零0一二三四五六七八九]{4})年(?<m>[一二三四五六七八九十〇零]{1,3})月(?<d>[一二三四五六七八九十廿卅〇零]{1,4})[日号](?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ChineseDate();
}

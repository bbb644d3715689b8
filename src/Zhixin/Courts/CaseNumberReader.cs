using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhixin.Courts;

/// <summary>
/// Reads case numbers as people write them: any brackets, full or half width, blanks inside, an optional 第 before and
/// 号 behind the sequence, a part number (之一, 之1, -1).
/// </summary>
public static partial class CaseNumberReader
{
    /// <summary>No longer text is looked at.</summary>
    private const int Longest = 64;

    /// <summary>Cases older than this many years are taken for a slip of the pen.</summary>
    private const int OldestCase = 50;

    private const string ChineseDigits = "一二三四五六七八九";

    /// <summary>Reads one case number. <paramref name="thisYear"/> is the present year: no case is younger.</summary>
    public static CaseNumberReading Read(string? text, CourtDirectory directory, int thisYear)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new CaseNumberReading.Malformed(CaseNumberFault.Empty);
        }

        if (text.Length > Longest || Form().Match(Plain(text)) is not { Success: true } form)
        {
            return new CaseNumberReading.Malformed(CaseNumberFault.Shape);
        }

        var year = int.Parse(form.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (year > thisYear || year < thisYear - OldestCase)
        {
            return new CaseNumberReading.Malformed(CaseNumberFault.Year);
        }

        var digits = form.Groups["sequence"].Value.TrimStart('0');
        return digits.Length is 0 or > 8
            ? new CaseNumberReading.Malformed(CaseNumberFault.Sequence)
            : Known(form, year, int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), directory);
    }

    private static CaseNumberReading Known(Match form, int year, int sequence, CourtDirectory directory)
    {
        var code = form.Groups["court"].Value;
        var court = directory.ByCode(code);
        var number = new CaseNumber(year, code, court, form.Groups["type"].Value, sequence, Suffix(form));
        return court is null
            ? new CaseNumberReading.UnknownCourt(number, directory.NearCodes(code))
            : new CaseNumberReading.Parsed(number);
    }

    private static string Suffix(Match form)
    {
        var part = form.Groups["part"];
        return !part.Success ? ""
            : !char.IsAsciiDigit(part.Value[0]) ? "之" + part.Value
            : "之" + Chinese(int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>1 to 99 in Chinese.</summary>
    private static string Chinese(int n)
    {
        var (tens, ones) = (n / 10, n % 10);
        var head = tens switch { 0 => "", 1 => "十", _ => ChineseDigits[tens - 1] + "十" };
        return ones == 0 ? head : head + ChineseDigits[ones - 1];
    }

    /// <summary>Without blanks, in half width, with one kind of bracket and dash.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF'))
            {
                plain.Append(c switch
                {
                    >= '０' and <= '９' => (char)(c - '０' + '0'),
                    '（' or '〔' or '[' or '【' or '［' or '﹝' => '(',
                    '）' or '〕' or ']' or '】' or '］' or '﹞' => ')',
                    '－' or '—' or '–' or '‐' => '-',
                    _ => c,
                });
            }
        }

        return plain.ToString();
    }

    [GeneratedRegex(
        @"^\((?<year>[0-9]{4})年?\)(?<court>最高法|\p{IsCJKUnifiedIdeographs}[0-9]{0,6})" +
        @"(?<type>[\p{IsCJKUnifiedIdeographs}-[第号之]]{1,6})第?(?<sequence>[0-9]{1,12})" +
        @"(?:号?(?:之|-)(?<part>[1-9][0-9]?|[一二三四五六七八九十]{1,3})号?|号)?$")]
    private static partial Regex Form();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhixin.Ledger;

/// <summary>Names of people and the number of people.</summary>
internal static partial class LedgerNames
{
    /// <summary>
    /// The names of a cell: 张三、李四 are two, 张 三 is one, 张三等5人 is one with a count. Blanks part names only when every part has two characters or more.
    /// </summary>
    public static (IReadOnlyList<string> Names, int? Count) Read(LedgerCell cell)
    {
        var plain = cell.IsEmpty ? "" : cell.Plain;
        var andOthers = AndOthers().Match(plain);
        var count = andOthers.Groups["n"] is { Success: true } stated ? int.Parse(stated.ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        var text = andOthers.Success ? plain[..andOthers.Index] : plain;
        var names = text
            .Split(['、', ',', ';', '/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(ByBlanks)
            .Where(name => !LedgerText.SaysNothing(name))
            .Distinct(StringComparer.Ordinal);
        return ([.. names], count);
    }

    /// <summary>A single name, blanks taken out of a Chinese one; null when nothing is written.</summary>
    public static string? One(LedgerCell cell) => cell.IsEmpty ? null : HasLatin().IsMatch(cell.Plain) ? cell.Plain : LedgerText.Dense(cell.Plain);

    /// <summary>3, 3人, 约3人: the number; null for anything else or a number that is not between 1 and 100,000.</summary>
    public static int? Count(LedgerCell cell) =>
        PeopleCount().Match(cell.Plain) is { Success: true } match && int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 100_000 and var count
            ? count
            : null;

    private static IEnumerable<string> ByBlanks(string part)
    {
        if (HasLatin().IsMatch(part))
        {
            return [part];
        }

        var words = part.Split(' ');
        return words.All(word => word.Length >= 2) ? words : [string.Concat(words)];
    }

    [GeneratedRegex(@"\s*等\s*((?<n>\d{1,5})\s*(余|多)?\s*(人|户|名)?|(多|数)?人)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex AndOthers();

    [GeneratedRegex(@"^约? ?(?<n>\d{1,6})(\.0+)? ?(余|多)?(人次|人|名)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PeopleCount();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex HasLatin();
}

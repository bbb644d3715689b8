using System.Text.RegularExpressions;

namespace Zhixin.Ledger;

/// <summary>
/// What the rows above the header say. <see cref="Unit"/> is the reporting unit as written (焦作市中级人民法院执行局综合处) or null,
/// <see cref="CourtNames"/> the names that could be its court's, the likeliest first (焦作市中级人民法院), <see cref="ReportedOn"/> the date of the report or null.
/// </summary>
public sealed partial record LedgerTitle(string? Unit, IReadOnlyList<string> CourtNames, DateOnly? ReportedOn)
{
    /// <summary>Reads the title rows: a labelled unit first (填报单位, 填报法院, 报送单位 …), then the courts that the other titles name.</summary>
    public static LedgerTitle Read(IEnumerable<IReadOnlyList<LedgerCell>> rowsAboveHeader)
    {
        var lines = rowsAboveHeader
            .Select(row => string.Join("  ", row.Where(cell => cell.Plain.Length > 0).Select(cell => LedgerText.Tidy(cell.Text.Replace("\n", "  ", StringComparison.Ordinal)))))
            .Where(line => line.Length > 0)
            .ToList();
        var unit = lines.Select(line => Label().Match(line)).FirstOrDefault(match => match.Success)?.Groups["unit"].Value;
        var courts = lines.Prepend(unit ?? "").SelectMany(CourtsIn).Distinct(StringComparer.Ordinal).ToList();
        var date = lines.Select(line => DateLabel().Match(line)).FirstOrDefault(match => match.Success)?.Groups["date"].Value;
        var reported = date is null ? null : LedgerDate.Parse(LedgerCell.Of(date)) is LedgerDate.Is known ? known.On : (DateOnly?)null;
        return new(unit, courts, reported);
    }

    private static IEnumerable<string> CourtsIn(string text) =>
        Court().Matches(text.Replace(" ", "", StringComparison.Ordinal)).Select(match => match.Value);

    [GeneratedRegex(@"(填\s*报|填\s*表|报\s*送|制\s*表|上\s*报|编\s*制)\s*(单\s*位|法\s*院|部\s*门)\s*(\([^)]*\))?\s*:?\s*(?<unit>[^\s:]{2,60})")]
    private static partial Regex Label();

    [GeneratedRegex(@"(填\s*报|填\s*表|报\s*送|制\s*表|上\s*报|统\s*计)\s*(日\s*期|时\s*间)\s*:?\s*(?<date>[0-9〇○零一二三四五六七八九十年月日./\-]{6,20})")]
    private static partial Regex DateLabel();

    // A run of Chinese characters up to 人民法院, 海事法院, 中院 …; words before the name are cut off by whoever knows the courts.
    [GeneratedRegex(@"[\u4e00-\u9fff]{2,30}?(人民法院|海事法院|铁路运输法院|铁路运输中级法院|知识产权法院|互联网法院|金融法院|中级法院|高级法院|中院|高院|法院)")]
    private static partial Regex Court();
}

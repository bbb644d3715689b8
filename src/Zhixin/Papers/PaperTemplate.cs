using System.Text;
using System.Text.RegularExpressions;

namespace Zhixin.Papers;

/// <summary>A part of a template.</summary>
/// <param name="Pattern">With fields in braces.</param>
/// <param name="When">It is left out where one of these fields is absent.</param>
/// <param name="Unless">It is left out where one of these fields is there.</param>
public sealed record TemplateBlock(PaperBlock Pattern, IReadOnlyList<string> When, IReadOnlyList<string> Unless);

/// <summary>What a paper of a kind says: data that a court may replace.</summary>
/// <param name="Series">The word of its numbers ("信受"): kinds that share it share one series; null where the paper bears another number.</param>
/// <param name="Hash">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
public sealed partial record PaperTemplate(string Kind, int Version, string Title, string? Series, IReadOnlyList<TemplateBlock> Blocks, string Hash)
{
    /// <summary>The paper with these values. Values are set in as they are: braces in them mean nothing.</summary>
    /// <param name="values">Lines by field; a field that is absent has none, or none that is not blank.</param>
    /// <param name="number">Null for a preview.</param>
    /// <exception cref="InvalidOperationException">A required field has no value.</exception>
    public Paper Fill(IReadOnlyDictionary<string, IReadOnlyList<string>> values, string? number)
    {
        var known = values.ToDictionary(v => v.Key, v => (IReadOnlyList<string>)[.. v.Value.SelectMany(Clean)], StringComparer.Ordinal);
        bool Has(string field) => known.TryGetValue(field, out var lines) && lines.Count > 0;
        var blocks = Blocks.Where(b => b.When.All(Has) && !b.Unless.Any(Has)).SelectMany(b => Fill(b.Pattern, known));
        return new Paper(Kind, Set("{court}", known), Title, number, [.. blocks]);
    }

    /// <summary>The fields that a text names.</summary>
    public static IEnumerable<string> FieldsOf(string text) => Field().Matches(text).Select(m => m.Groups[1].Value);

    private IEnumerable<PaperBlock> Fill(PaperBlock pattern, Dictionary<string, IReadOnlyList<string>> values) => pattern switch
    {
        PaperBlock.Addressee to => [new PaperBlock.Addressee(OneLine(to.Text, values))],
        PaperBlock.Heading heading => [new PaperBlock.Heading(OneLine(heading.Text, values))],
        PaperBlock.Paragraph paragraph => Set(paragraph.Text, values).Split('\n').Select(line => new PaperBlock.Paragraph(line)),
        PaperBlock.Table table => Rows(table, values) is { Count: > 0 } rows ? [new PaperBlock.Table(rows)] : [],
        PaperBlock.Items items => Lines(items, values) is { Count: > 0 } lines ? [new PaperBlock.Items(lines)] : [],
        PaperBlock.Signature signature => [new PaperBlock.Signature([.. signature.Texts.Where(t => IsThere(t, values)).Select(t => OneLine(t, values))])],
        PaperBlock.ByHand hand => [new PaperBlock.ByHand([.. hand.Texts.Select(t => OneLine(t, values))])],
        _ => throw new InvalidOperationException(),
    };

    private List<PaperRow> Rows(PaperBlock.Table table, Dictionary<string, IReadOnlyList<string>> values) =>
        [.. table.Rows.Where(row => IsThere(row.Text, values)).Select(row => new PaperRow(row.Term, OneLine(row.Text, values)))];

    private static List<string> Lines(PaperBlock.Items items, Dictionary<string, IReadOnlyList<string>> values) =>
        [.. items.Texts.SelectMany(FieldsOf).SelectMany(f => values.GetValueOrDefault(f, [])).Select((line, i) => $"{i + 1}. {line}")];

    /// <summary>A row or line whose optional field is absent is left out.</summary>
    private bool IsThere(string text, Dictionary<string, IReadOnlyList<string>> values) =>
        FieldsOf(text).All(f => PaperKinds.Find(Kind)?.Find(f) is not { IsOptional: true } || (values.TryGetValue(f, out var lines) && lines.Count > 0));

    private string OneLine(string text, Dictionary<string, IReadOnlyList<string>> values) => Set(text, values).Replace('\n', ' ');

    private string Set(string text, Dictionary<string, IReadOnlyList<string>> values) => Field().Replace(text, m =>
        values.TryGetValue(m.Groups[1].Value, out var lines) && lines.Count > 0 ? string.Join('\n', lines)
            : throw new InvalidOperationException($"{Kind}: the field {m.Value} has no value."));

    /// <summary>Lines without blanks around them and without what neither a page nor a DOCX can hold.</summary>
    private static IEnumerable<string> Clean(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            text.Append(rune.Value switch
            {
                '\n' => "\n",
                '\t' => " ",
                0xFFFE or 0xFFFF => string.Empty,
                < 0x20 or (>= 0x7F and < 0xA0) => string.Empty,
                _ => rune.ToString(),
            });
        }

        return text.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Field();
}

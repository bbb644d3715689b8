using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Zhixin.Papers;

/// <summary>
/// Reads a template file (papers/&lt;kind&gt;.yaml): title, series and blocks with fields in braces. There is no expression language: a block is there or not,
/// by the presence of fields.
/// </summary>
public static partial class TemplateReader
{
    /// <summary>Reads one template.</summary>
    /// <param name="file">For messages.</param>
    /// <exception cref="DataFileException">Anything that is wrong, with file and line.</exception>
    public static PaperTemplate Read(string file, string text)
    {
        var yaml = YamlText.Parse(file, text);
        var root = yaml.Root;
        yaml.Only(root, "kind", "version", "title", "series", "blocks");
        var code = yaml.NeedText(root, "kind");
        var kind = PaperKinds.Find(code) ?? throw yaml.Wrong(root, $"\"{code}\" is no kind of paper");
        var series = YamlText.Find(root, "series") is { } node ? Series(yaml, node) : null;
        if (series is null != (kind.IsDrawn))
        {
            throw yaml.Wrong(root, series is null ? "\"series\" is missing" : "a paper that bears the number of what it is about has no series");
        }

        var blocks = yaml.Maps(root, "blocks").Select(block => Block(yaml, kind, block)).ToList();
        return new PaperTemplate(
            kind.Code, yaml.Number(root, "version"), Plain(yaml, root, "title"), series, blocks, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The word between court code and number; it stands in the number and in the name of the series.</summary>
    private static string Series(YamlText yaml, YamlNode node) =>
        yaml.Text(node) is var word && Word().IsMatch(word) ? word : throw yaml.Wrong(node, "a series is one to ten Chinese characters");

    private static string Plain(YamlText yaml, YamlMappingNode map, string key) => yaml.NeedText(map, key) is var text && !text.Contains('{', StringComparison.Ordinal)
        ? text
        : throw yaml.Wrong(yaml.Need(map, key), $"\"{key}\" has no fields");

    private static TemplateBlock Block(YamlText yaml, PaperKind kind, YamlMappingNode map)
    {
        yaml.Only(map, "to", "heading", "text", "table", "list", "sign", "hand", "when", "unless");
        var (when, unless) = (Conditions(yaml, kind, map, "when"), Conditions(yaml, kind, map, "unless"));
        string One(string key) => Text(yaml, kind, yaml.Need(map, key), when);
        PaperBlock pattern = map.Children.Keys.Select(yaml.Text).Where(k => k is not ("when" or "unless")).ToList() switch
        {
            ["to"] => new PaperBlock.Addressee(One("to")),
            ["heading"] => new PaperBlock.Heading(One("heading")),
            ["text"] => new PaperBlock.Paragraph(One("text")),
            ["table"] => new PaperBlock.Table(Rows(yaml, kind, yaml.Need(map, "table"))),
            ["list"] => Items(yaml, kind, yaml.Need(map, "list")),
            ["sign"] => new PaperBlock.Signature([.. yaml.List(map, "sign").Select(line => Text(yaml, kind, line, null))]),
            ["hand"] => new PaperBlock.ByHand([.. yaml.List(map, "hand").Select(line => Text(yaml, kind, line, when))]),
            _ => throw yaml.Wrong(map, "a block is one of to, heading, text, table, list, sign, hand"),
        };
        return new TemplateBlock(pattern, when, unless);
    }

    private static List<PaperRow> Rows(YamlText yaml, PaperKind kind, YamlNode node) => node is YamlMappingNode { Children.Count: > 0 } map
        ? [.. map.Children.Select(row => new PaperRow(yaml.Text(row.Key), Text(yaml, kind, row.Value, null)))]
        : throw yaml.Wrong(node, "a table is terms with their texts");

    /// <summary>A list is one field alone, one numbered line for each of its lines; absent, it is left out.</summary>
    private static PaperBlock.Items Items(YamlText yaml, PaperKind kind, YamlNode node)
    {
        var text = Text(yaml, kind, node, null);
        return Alone().IsMatch(text) ? new PaperBlock.Items([text]) : throw yaml.Wrong(node, "a list is one field alone");
    }

    private static IReadOnlyList<string> Conditions(YamlText yaml, PaperKind kind, YamlMappingNode map, string key)
    {
        var nodes = YamlText.Find(map, key) switch
        {
            null => [],
            YamlSequenceNode list => list.Children,
            var one => [one],
        };
        return [.. nodes.Select(node => kind.Find(yaml.Text(node)) is { IsOptional: true } field ? field.Name : throw yaml.Wrong(node, $"\"{yaml.Text(node)}\" is no field that may be absent"))];
    }

    /// <summary>A text whose fields are known, and always there where it is.</summary>
    /// <param name="when">The fields that its block waits for; null where an absent field leaves the line out.</param>
    private static string Text(YamlText yaml, PaperKind kind, YamlNode node, IReadOnlyList<string>? when)
    {
        var text = yaml.Text(node);
        foreach (var name in PaperTemplate.FieldsOf(text))
        {
            var field = kind.Find(name) ?? throw yaml.Wrong(node, $"{kind.Code} has no field {{{name}}}");
            if (field.IsOptional && when?.Contains(name, StringComparer.Ordinal) == false)
            {
                throw yaml.Wrong(node, $"{{{name}}} may be absent: the block needs \"when: {name}\"");
            }
        }

        return Field().Replace(text, string.Empty).AsSpan().IndexOfAny('{', '}') < 0 ? text : throw yaml.Wrong(node, "a brace that belongs to no field");
    }

    [GeneratedRegex(@"^\p{IsCJKUnifiedIdeographs}{1,10}$")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\{[a-z_]+\}$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"\{[a-z_]+\}")]
    private static partial Regex Field();
}

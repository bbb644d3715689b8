using YamlDotNet.RepresentationModel;

namespace Zhixin.Tests.Petitions;

/// <summary>A table of legal situations that a jurist reads: rows of facts, an act, and what the law answers.</summary>
internal sealed class SituationTable
{
    private readonly IReadOnlyList<YamlMappingNode> _rows;

    private SituationTable(IReadOnlyList<YamlMappingNode> rows) => _rows = rows;

    public IReadOnlyList<string> Names => [.. _rows.Select(r => Text(r, "name"))];

    public IReadOnlyList<string> Clauses => [.. _rows.Select(r => Text(r, "clause"))];

    /// <summary>The table of a file in regulations/.</summary>
    public static SituationTable Of(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(ProjectFiles.Read("regulations", file)));
        return new([.. ((YamlSequenceNode)((YamlMappingNode)stream.Documents[0].RootNode)["situations"]).Cast<YamlMappingNode>()]);
    }

    /// <summary>A word, what stands with it, and its day as yyyy-MM-dd: days without a year are of 2026, a word without a day is of the first one.</summary>
    public static (string Word, string[] Arguments, string Day) Read(string text, string first)
    {
        var parts = text.Split(' ');
        var at = Array.FindIndex(parts, p => p.Length is 5 or 10 && p[^3] == '-');
        return at < 0 ? (parts[0], parts[1..], first) : (parts[0], [.. parts[1..at], .. parts[(at + 1)..]], Day(parts[at]));
    }

    public static string Day(string text) => text.Length == 5 ? "2026-" + text : text;

    /// <summary>Plays a row: the facts happen, the act is tried, and what the table says of it holds.</summary>
    public void Play(string name, Action<string> happened, Func<string, Decision<object>> tried, Func<Zhixin.Petitions.Petition> petition)
    {
        var row = _rows.Single(r => Text(r, "name") == name);
        foreach (var fact in List(row, "given"))
        {
            happened(fact);
        }

        var decision = tried(Text(row, "act"));
        if (List(row, "refused") is { Count: > 0 } refused)
        {
            decision.Missing().ShouldBe(refused);
            Text(row, "remedy").ShouldNotBeEmpty();
            return;
        }

        decision.ShouldBeOfType<Decision<object>.Done>();
        happened(Text(row, "act"));
        var owed = petition().Obligations.Where(o => o.IsOpen).Select(o => $"{o.Rule.Kind} {(o.Due is { } due ? $"{due:yyyy-MM-dd}" : "不定期")}").ToList();
        List(row, "clocks").Except(owed).ShouldBeEmpty(string.Join("; ", owed));
        if (row.Children.ContainsKey("stage"))
        {
            petition().Stage.Code.ShouldBe(Text(row, "stage"));
        }
    }

    private static string Text(YamlMappingNode row, string key) => ((YamlScalarNode)row[key]).Value!;

    private static List<string> List(YamlMappingNode row, string key) => row.Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).Select(item => ((YamlScalarNode)item).Value!)] : [];
}

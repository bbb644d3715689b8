using YamlDotNet.RepresentationModel;

namespace Zhixin.Tests.Petitions;

/// <summary>The table of legal situations that a jurist reads (regulations/situations-termination.yaml), row by row.</summary>
public sealed class TerminationSituationTests
{
    private static readonly IReadOnlyList<YamlMappingNode> Rows = Read();

    public static TheoryData<string> Names() => [.. Rows.Select(r => Text(r, "name"))];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Clause", "SPC16-19 accepted")]
    [Trait("Clause", "SPC16-19 refused")]
    [Trait("Clause", "SPC16-20(1) accepted")]
    [Trait("Clause", "SPC16-20(1) refused")]
    [Trait("Clause", "SPC16-20(2) accepted")]
    [Trait("Clause", "SPC16-20(2) refused")]
    [Trait("Clause", "SPC16-21 accepted")]
    [Trait("Clause", "SPC16-21 refused")]
    [Trait("Clause", "SPC16-22 accepted")]
    [Trait("Clause", "SPC16-22 refused")]
    [Trait("Clause", "SPC16-23 accepted")]
    [Trait("Clause", "SPC16-23 refused")]
    [Trait("Clause", "SPC16-24 accepted")]
    [Trait("Clause", "SPC16-24 refused")]
    [Trait("Clause", "SPC16-25 accepted")]
    [Trait("Clause", "SPC16-25 refused")]
    [Trait("Clause", "SPC16-26 accepted")]
    [Trait("Clause", "SPC16-26 refused")]
    public void A_situation_is_answered_as_the_table_says(string name)
    {
        var row = Rows.Single(r => Text(r, "name") == name);
        var situation = new TerminationSituation();
        foreach (var fact in List(row, "given"))
        {
            situation.Happened(fact);
        }

        var decision = situation.Tried(Text(row, "act"));
        if (List(row, "refused") is { Count: > 0 } refused)
        {
            decision.Missing().ShouldBe(refused);
            Text(row, "remedy").ShouldNotBeEmpty();
            return;
        }

        decision.ShouldBeOfType<Decision<object>.Done>();
        situation.Happened(Text(row, "act"));
        var owed = situation.Matter.Petition.Obligations.Where(o => o.IsOpen).Select(o => $"{o.Rule.Kind} {(o.Due is { } due ? $"{due:yyyy-MM-dd}" : "不定期")}").ToList();
        List(row, "clocks").Except(owed).ShouldBeEmpty(string.Join("; ", owed));
        if (row.Children.ContainsKey("stage"))
        {
            situation.Matter.Petition.Stage.Code.ShouldBe(Text(row, "stage"));
        }
    }

    [Fact]
    public void The_table_has_enough_rows_and_each_has_another_name_and_names_a_clause()
    {
        Rows.Count.ShouldBeGreaterThanOrEqualTo(60);
        Names().Distinct().Count().ShouldBe(Rows.Count);
        Rows.ShouldAllBe(r => Text(r, "clause").StartsWith("SPC16-", StringComparison.Ordinal));
    }

    private static string Text(YamlMappingNode row, string key) => ((YamlScalarNode)row[key]).Value!;

    private static List<string> List(YamlMappingNode row, string key) => row.Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).Select(item => ((YamlScalarNode)item).Value!)] : [];

    private static IReadOnlyList<YamlMappingNode> Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(ProjectFiles.Read("regulations", "situations-termination.yaml")));
        return [.. ((YamlSequenceNode)((YamlMappingNode)stream.Documents[0].RootNode)["situations"]).Cast<YamlMappingNode>()];
    }
}

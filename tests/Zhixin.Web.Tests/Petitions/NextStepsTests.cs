using Zhixin.Web.Petitions;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A duty's next step is an act that there is.</summary>
public sealed class NextStepsTests
{
    [Fact]
    public void Every_step_is_an_act_of_the_petition_page_and_every_kind_a_rule_of_a_pack()
    {
        var paths = PetitionActs.All.Select(a => a.Path).ToHashSet(StringComparer.Ordinal);
        NextSteps.All.SelectMany(s => s.Value).ShouldAllBe(path => paths.Contains(path));
        var rules = string.Join('\n', Directory.GetFiles(Path.Combine(Zhixin.Database.Setup.DataFiles.Root, "regulations"), "obligations.yaml", SearchOption.AllDirectories).Select(File.ReadAllText));
        NextSteps.All.Select(s => s.Key).ShouldAllBe(kind => rules.Contains($"- kind: {kind}\n"));
    }
}

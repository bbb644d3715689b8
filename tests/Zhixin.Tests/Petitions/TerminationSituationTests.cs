namespace Zhixin.Tests.Petitions;

/// <summary>The table of legal situations that a jurist reads (regulations/situations-termination.yaml), row by row.</summary>
public sealed class TerminationSituationTests
{
    private static readonly SituationTable Table = SituationTable.Of("situations-termination.yaml");

    public static TheoryData<string> Names() => [.. Table.Names];

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
        var situation = new TerminationSituation();
        Table.Play(name, situation.Happened, situation.Tried, () => situation.Matter.Petition);
    }

    [Fact]
    public void The_table_has_enough_rows_and_each_has_another_name_and_names_a_clause()
    {
        Table.Names.Count.ShouldBeGreaterThanOrEqualTo(60);
        Table.Names.ShouldBeUnique();
        Table.Clauses.ShouldAllBe(clause => clause.StartsWith("SPC16-", StringComparison.Ordinal));
    }
}

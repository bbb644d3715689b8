namespace Zhixin.Tests.Petitions;

/// <summary>The table of procedures that a jurist reads (regulations/situations-procedures.yaml), row by row.</summary>
public sealed class ProcedureSituationTests
{
    private static readonly SituationTable Table = SituationTable.Of("situations-procedures.yaml");

    public static TheoryData<string> Names() => [.. Table.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_situation_is_answered_as_the_table_says(string name)
    {
        var situation = new ProcedureSituation();
        Table.Play(name, situation.Happened, situation.Tried, () => situation.Matter.Petition);
    }

    [Fact]
    public void Both_tables_hold_enough_rows_and_each_has_another_name()
    {
        var both = Table.Names.Concat(SituationTable.Of("situations-termination.yaml").Names).ToList();
        both.Count.ShouldBeGreaterThanOrEqualTo(120);
        both.ShouldBeUnique();
    }

    [Fact]
    public void Every_clause_of_the_review_class_has_a_row() =>
        new[] { "SPC16-12", "SPC16-13", "SPC16-14(1)", "SPC16-15", "SPC16-16", "SPC16-17", "SPC09-3.1", "GC21-7", "CPL-236", "CPL-237", "CPL-238", "CPL-86", "EPI-7", "EPI-8", "EPI-10", "EPI-11", "EPI-12", "OBJ-2", "SUP23-1", "SUP23-5", "REV-5", "REV-8" }
            .Except(Table.Clauses).ShouldBeEmpty();
}

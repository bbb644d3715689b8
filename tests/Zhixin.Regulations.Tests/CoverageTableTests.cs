namespace Zhixin.Regulations.Tests;

public sealed class CoverageTableTests
{
    private const string Text = "id,module,status,tests\nGC21-1,Intake,done,A.b C.d\nGC21-15(1),Acceptance,planned,\nGC21-15(2),Acceptance,planned,\nGC21-6a(1),Acceptance,done,A.b\nGC21-6a(2),Acceptance,partial,E.f\nHNI-16,Regulations,data,\n";

    private static readonly CoverageTable Table = Read(Text);

    [Theory]
    [InlineData("GC21-1", ClauseStatus.Done)]
    [InlineData("GC21-15", ClauseStatus.Planned)]
    [InlineData("GC21-6a", ClauseStatus.Partial)]
    [InlineData("GC21-6a(1)", ClauseStatus.Done)]
    [InlineData("HNI-16", ClauseStatus.Data)]
    [InlineData("REF21-enter", null)]
    [InlineData("GC21", null)]
    public void A_clause_has_its_status_or_that_of_its_items_together(string clause, ClauseStatus? status) => Table.Of(clause).ShouldBe(status);

    [Fact]
    public void The_tests_of_a_clause_are_those_of_its_items_too() => Table.TestsOf("GC21-6a").ShouldBe(["A.b", "E.f"]);

    [Fact]
    public void What_is_written_is_read_again()
    {
        CoveredClause[] rows = [new("GC21-1", "Intake", ClauseStatus.Done, ["A.b"]), new("HNI-16", "Regulations", ClauseStatus.Data, [])];
        var read = Read(ClauseCoverage.Csv(rows)).Rows;
        ClauseCoverage.Csv([.. read]).ShouldBe(ClauseCoverage.Csv(rows));
    }

    [Theory]
    [InlineData("GC21-1,Intake,done")]
    [InlineData("GC21-1,Intake,finished,")]
    [InlineData(",Intake,done,")]
    public void A_line_that_cannot_be_read_is_named(string line)
    {
        var errors = new List<PackError>();
        CoverageTable.Read("clauses.csv", "id,module,status,tests\n" + line + "\n", errors);
        errors.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    private static CoverageTable Read(string text)
    {
        var errors = new List<PackError>();
        var table = CoverageTable.Read("clauses.csv", text, errors);
        errors.ShouldBeEmpty();
        return table;
    }
}

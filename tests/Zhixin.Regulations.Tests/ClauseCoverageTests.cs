namespace Zhixin.Regulations.Tests;

/// <summary>A clause counts as done only by claims that stand on running tests; a planted false claim is found.</summary>
public sealed class ClauseCoverageTests
{
    private static readonly InventoryClause[] Inventory = [new("GC21-1", "Intake", OnlyData: false), new("GC21-13", "Handling", OnlyData: false), new("HNI-16", "Regulations", OnlyData: true)];

    [Fact]
    public void No_test_of_this_checkout_makes_a_false_claim()
    {
        var errors = new List<PackError>();
        var inventory = ClauseCoverage.ReadInventory("clauses.csv", Repository.Regulations()["clauses.csv"], errors);
        var tests = Path.Combine(Repository.Root, "tests");
        var claims = Directory.GetFiles(tests, "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => ClauseClaims.Scan(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path), errors)).ToList();

        ClauseCoverage.Of(inventory, claims, [], errors).Count.ShouldBe(inventory.Count);
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GC21-99 accepted", "    [Fact]", "names clause 'GC21-99', which the inventory does not have")]
    [InlineData("GC21-13 shown", "    [Fact]", "a claim reads 'CLAUSE accepted' or 'CLAUSE refused', not 'GC21-13 shown'")]
    [InlineData("GC21-13 accepted", "", "the claim 'GC21-13 accepted' stands on no running test")]
    [InlineData("GC21-13 accepted", "    [Fact(Skip = \"later\")]", "the claim 'GC21-13 accepted' stands on no running test")]
    public void A_planted_false_claim_is_found(string claim, string mark, string message)
    {
        var errors = new List<PackError>();

        ClauseCoverage.Of(Inventory, ClauseClaims.Scan("tests/Zhixin.Tests/Planted.cs", Source(claim, mark), errors), [], errors);

        var error = errors.ShouldHaveSingleItem();
        error.Message.ShouldContain(message);
        (error.File, error.Line).ShouldBe(("tests/Zhixin.Tests/Planted.cs", 4));
    }

    [Fact]
    public void A_claim_on_a_class_or_at_the_end_of_a_file_is_found()
    {
        var errors = new List<PackError>();

        ClauseClaims.Scan("tests/Zhixin.Tests/A.cs", Claim("GC21-1 accepted") + "\npublic sealed class A\n{\n}\n" + Claim("GC21-1 refused"), errors);

        errors.Select(error => error.Line).ShouldBe([1, 5]);
    }

    [Fact]
    public void A_clause_is_done_only_with_both_cases_at_both_levels_and_a_rule_that_names_it()
    {
        static ClauseClaim Of(ClaimLevel level, bool accepted) => new("GC21-13", accepted, level, $"T.{level}{accepted}", "t.cs", 1);
        ClauseClaim[] all = [Of(ClaimLevel.Rule, true), Of(ClaimLevel.Rule, false), Of(ClaimLevel.Http, true), Of(ClaimLevel.Http, false)];

        Status(all, "Law(\"GC21-13\")").ShouldBe(ClauseStatus.Done);
        Status(all, "Law(\"GC21-1\")").ShouldBe(ClauseStatus.Partial);
        Status([], "Law(\"GC21-13\")").ShouldBe(ClauseStatus.Planned);
        foreach (var one in all)
        {
            Status([.. all.Except([one])], "Law(\"GC21-13\")").ShouldBe(ClauseStatus.Partial, one.Test);
        }

        Status([.. all.Skip(1), Of(ClaimLevel.Other, true)], "Law(\"GC21-13\")").ShouldBe(ClauseStatus.Partial);
    }

    [Theory]
    [InlineData("clause: GC21-1", true)]
    [InlineData("clause: GC21-13", false)]
    [InlineData("clause: GC21-1(2)", false)]
    [InlineData("clause: GC21-1.2", false)]
    [InlineData("see GC21-1.", true)]
    [InlineData("XGC21-1", false)]
    [InlineData("GC21-13 and GC21-1;", true)]
    public void A_text_names_a_clause_only_by_its_whole_id(string text, bool names) => ClauseCoverage.Names(text, "GC21-1").ShouldBe(names);

    [Fact]
    public void The_level_follows_from_the_test_project()
    {
        static ClaimLevel Level(string project) => ClauseClaims.Scan($"tests/{project}/A.cs", Source("GC21-1 accepted", "    [Fact]"), []).ShouldHaveSingleItem().Level;

        Level("Zhixin.Tests").ShouldBe(ClaimLevel.Rule);
        Level("Zhixin.Regulations.Tests").ShouldBe(ClaimLevel.Rule);
        Level("Zhixin.Web.Tests").ShouldBe(ClaimLevel.Http);
        Level("Zhixin.Browser.Tests").ShouldBe(ClaimLevel.Other);
    }

    [Fact]
    public void The_csv_has_one_row_per_clause_with_its_tests()
    {
        var claims = ClauseClaims.Scan("tests/Zhixin.Tests/Planted.cs", Source("GC21-13 refused", "    [Theory]"), []);

        ClauseCoverage.Csv(ClauseCoverage.Of(Inventory, claims, [], [])).ShouldBe(
            "id,module,status,tests\nGC21-1,Intake,planned,\nGC21-13,Handling,partial,Planted.It_holds\nHNI-16,Regulations,data,\n");
    }

    [Fact]
    public void A_fault_in_the_inventory_is_reported_with_its_line()
    {
        var errors = new List<PackError>();

        ClauseCoverage.ReadInventory("clauses.csv", "id,module,yields\nGC21-1,Intake,act\nGC21-2,Garden,act\nGC21-3,Intake,maybe\n", errors).Count.ShouldBe(1);

        errors.Select(error => error.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public void Every_clause_of_the_inventory_stands_in_a_pack_with_its_module()
    {
        var inventory = ClauseCoverage.ReadInventory("clauses.csv", Repository.Regulations()["clauses.csv"], []);
        var inPacks = Repository.Library.Packs.SelectMany(pack => pack.Clauses).ToDictionary(clause => clause.Id, clause => clause.Module);

        inventory.Where(clause => inPacks.GetValueOrDefault(clause.Id) != clause.Module).ShouldBeEmpty();
        inventory.Count.ShouldBe(225);
    }

    private static ClauseStatus Status(ClauseClaim[] claims, string rule) => ClauseCoverage.Of(Inventory, claims, [rule], [])[1].Status;

    // Composed, so that the scan of this very file does not find the planted claims.
    private static string Claim(string claim) => $"[{"Trait"}(\"Clause\", \"{claim}\")]";

    private static string Source(string claim, string mark) =>
        $"public class Planted\n{{\n{mark}\n    {Claim(claim)}\n    public async Task It_holds()\n    {{\n    }}\n}}\n";
}

using Zhixin.Courts;

namespace Zhixin.Tests.Courts;

public sealed class UnitsAndPostsTests
{
    private static readonly IReadOnlyList<UnitKind> Shipped = Units.Parse("courts/units.yaml", ProjectFiles.Read("courts", "units.yaml"));
    private static readonly Posts ShippedPosts = Posts.Parse("courts/posts.yaml", ProjectFiles.Read("courts", "posts.yaml"));

    [Trait("Clause", "SPC09-3.2 accepted")]
    [Theory]
    [InlineData(CourtLevel.High, "reconsideration-supervision coordination-guidance complaint-review general-management")]
    [InlineData(CourtLevel.Intermediate, "implementation review complaint-review general-management")]
    [InlineData(CourtLevel.Basic, "implementation review complaint-review general-management")]
    public void Each_level_has_the_uniform_units(CourtLevel level, string kinds) =>
        Shipped.Where(u => u.Level == level && u.Kind != "bureau" && u.Clauses.Contains("SPC09-3.2")).Select(u => u.Kind).Order()
            .ShouldBe(kinds.Split(' ').Order());

    [Trait("Clause", "SPC09-3.3 accepted")]
    [Theory]
    [InlineData(CourtLevel.High, "quality-management")]
    [InlineData(CourtLevel.Intermediate, "quality-management")]
    [InlineData(CourtLevel.Basic, "trial-supervision")]
    public void Error_analysis_goes_to_the_unit_of_the_level(CourtLevel level, string kind) =>
        Shipped.Single(u => u.Level == level && u.Clauses.Contains("SPC09-3.3")).Kind.ShouldBe(kind);

    [Trait("Clause", "SPC16-2 accepted")]
    [Theory]
    [InlineData(CourtLevel.Supreme)]
    [InlineData(CourtLevel.High)]
    [InlineData(CourtLevel.Intermediate)]
    [InlineData(CourtLevel.Basic)]
    public void Every_court_has_one_unit_that_owns_the_petitions(CourtLevel level) =>
        Shipped.Single(u => u.Level == level && u.OwnsPetitions).Clauses.ShouldContain("SPC16-2");

    [Trait("Clause", "SPC09-3.2 refused")]
    [Fact]
    public void The_word_petition_means_the_unit_that_owns_the_petitions()
    {
        Units.For(Shipped, CourtLevel.Basic, Units.Petition)!.Kind.ShouldBe("complaint-review");
        Units.For(Shipped, CourtLevel.High, "reconsideration-supervision")!.Name.ShouldBe("复议监督机构");
        Units.For(Shipped, CourtLevel.Basic, "reconsideration-supervision").ShouldBeNull();
    }

    [Trait("Clause", "GC21-5 accepted")]
    [Fact]
    public void The_petition_team_is_a_basic_courts_choice() => Shipped.Single(u => u.Kind == "petition-team")
        .ShouldSatisfyAllConditions(u => u.Level.ShouldBe(CourtLevel.Basic), u => u.May.ShouldBeTrue(), u => u.Clauses.ShouldBe(["GC21-5"]));

    [Trait("Clause", "SPC16-2 refused")]
    [Theory]
    [InlineData("units:\n  - { kind: a, name: 甲, levels: [county], clauses: [X-1] }", 2, "county")]
    [InlineData("units:\n  - { kind: a, name: 甲, levels: [high], clauses: [] }", 2, "clause")]
    [InlineData("units:\n  - { kind: a, name: 甲, levels: [high, high], clauses: [X-1] }", 2, "twice")]
    [InlineData("units:\n  - { kind: a, name: 甲, levels: [high], clauses: [X-1] }", 1, "petitions")]
    [InlineData("units:\n  - { kind: a, name: 甲, petitions: true, clauses: [X-1] }\n  - { kind: b, name: 乙, petitions: true, clauses: [X-1] }", 1, "exactly one")]
    [InlineData("units:\n  - { kind: a, name: 甲, levels: [high], may: yes, clauses: [X-1] }", 2, "true or false")]
    public void A_wrong_unit_is_named_with_file_and_line(string text, int line, string problem)
    {
        var error = Should.Throw<DataFileException>(() => Units.Parse("units.yaml", text));
        error.Line.ShouldBe(line);
        error.Problem.ShouldContain(problem);
    }

    [Fact]
    public void A_post_that_is_there_twice_is_an_error() =>
        Should.Throw<DataFileException>(() => Posts.Parse("posts.yaml", "posts:\n  - { code: a, name: 甲 }\n  - { code: a, name: 乙 }"))
            .Message.ShouldStartWith("posts.yaml:3: ");

    [Fact]
    public void The_three_administrators_exclude_each_other_and_every_other_post()
    {
        var administrators = ShippedPosts.All.Where(p => p.Administrator).ToList();
        administrators.Select(p => p.Name).ShouldBe(["系统管理员", "安全管理员", "审计管理员"]);
        var handler = ShippedPosts.ByCode("handler")!;
        foreach (var administrator in administrators)
        {
            Posts.MayBeHeldTogether([administrator]).ShouldBeTrue();
            Posts.MayBeHeldTogether([administrator, handler]).ShouldBeFalse();
        }

        Posts.MayBeHeldTogether([administrators[0], administrators[1]]).ShouldBeFalse();
        Posts.MayBeHeldTogether([handler, ShippedPosts.ByCode("liaison")!]).ShouldBeTrue();
        ShippedPosts.ByCode("nobody").ShouldBeNull();
    }

    [Fact]
    public void The_filing_officer_is_a_post_of_the_Supreme_Court_alone() =>
        ShippedPosts.ByCode("filing-officer")!.Levels.ShouldBe([CourtLevel.Supreme]);
}

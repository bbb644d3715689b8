using Zhixin.Courts;

namespace Zhixin.Tests.Courts;

public sealed class UnitSetupTests
{
    private static readonly IReadOnlyList<UnitKind> Kinds = Units.Parse("courts/units.yaml", ProjectFiles.Read("courts", "units.yaml"));
    private static readonly Posts ShippedPosts = Posts.Parse("courts/posts.yaml", ProjectFiles.Read("courts", "posts.yaml"));

    private static readonly IReadOnlyList<StandingUnit> Basic = Stands(UnitSetup.WithCourt(Kinds, CourtLevel.Basic, []));

    [Trait("Clause", "SPC09-3.2 accepted")]
    [Theory]
    [InlineData(CourtLevel.High, "bureau complaint-review reconsideration-supervision coordination-guidance general-management quality-management command-centre")]
    [InlineData(CourtLevel.Intermediate, "bureau complaint-review implementation review general-management quality-management command-centre")]
    [InlineData(CourtLevel.Basic, "bureau complaint-review implementation review general-management trial-supervision")]
    public void A_court_gets_the_uniform_units_of_its_level_once(CourtLevel level, string kinds)
    {
        var made = UnitSetup.WithCourt(Kinds, level, []);
        made.Select(u => u.Kind).ShouldBe(kinds.Split(' '));
        UnitSetup.WithCourt(Kinds, level, Stands(made)).ShouldBeEmpty();
        UnitSetup.WithCourt(Kinds, level, [new StandingUnit("bureau", "执行局")]).Select(u => u.Kind).ShouldBe(kinds.Split(' ').Skip(1));
    }

    [Trait("Clause", "SPC09-3.2 refused")]
    [Theory]
    [InlineData(CourtLevel.Basic, "reconsideration-supervision")]
    [InlineData(CourtLevel.Basic, "coordination-guidance")]
    [InlineData(CourtLevel.High, "implementation")]
    [InlineData(CourtLevel.Supreme, "review")]
    public void A_unit_of_another_level_is_refused(CourtLevel level, string kind) =>
        Why(UnitSetup.Create(Kinds, level, [], kind, "")).ShouldBeOfType<Refusal.Law>().ShouldSatisfyAllConditions(
            w => w.Clause.ShouldBe("SPC09-3.2"), w => w.Message.ShouldBe("unit-other-level"));

    [Trait("Clause", "SPC16-2 refused")]
    [Fact]
    public void A_second_unit_for_petitions_is_refused_whatever_its_name() =>
        Why(UnitSetup.Create(Kinds, CourtLevel.Basic, Basic, "complaint-review", "第二信访办")).ShouldBeOfType<Refusal.Law>().ShouldSatisfyAllConditions(
            w => w.Clause.ShouldBe("SPC16-2"), w => w.Arguments.ShouldBe(["申诉审查机构"]));

    [Trait("Clause", "GC21-5 accepted")]
    [Fact]
    public void The_petition_team_is_set_up_within_the_bureau() =>
        UnitSetup.Create(Kinds, CourtLevel.Basic, Basic, UnitSetup.Team, " 信访专班 ").ShouldBeOfType<Decision<object>.Done>()
            .Events.ShouldBe([new StaffUnitCreated(UnitSetup.Team, "信访专班")]);

    [Trait("Clause", "GC21-5 refused")]
    [Fact]
    public void The_petition_team_is_refused_where_there_is_no_bureau() =>
        Why(UnitSetup.Create(Kinds, CourtLevel.Basic, [.. Basic.Where(u => u.Kind != "bureau")], UnitSetup.Team, "")).ShouldBeOfType<Refusal.Law>()
            .ShouldSatisfyAllConditions(w => w.Clause.ShouldBe("GC21-5"), w => w.Arguments.ShouldBe(["执行信访团队", "执行局"]));

    [Fact]
    public void A_kind_that_there_is_not_and_a_name_that_is_taken_are_refused()
    {
        Why(UnitSetup.Create(Kinds, CourtLevel.Basic, Basic, "magic", "")).Message.ShouldBe("unit-kind");
        Why(UnitSetup.Create(Kinds, CourtLevel.Basic, Basic, "implementation", "执行局")).Message.ShouldBe("unit-exists");
        UnitSetup.Create(Kinds, CourtLevel.Basic, Basic, "implementation", "执行二团队").ShouldBeOfType<Decision<object>.Done>();
    }

    [Trait("Clause", "SPC16-2 accepted")]
    [Theory]
    [InlineData("petition-officer", "申诉审查机构")]
    [InlineData("petition-unit-head", "信访专班")]
    [InlineData("receptionist", "")]
    [InlineData("handler", "执行实施机构")]
    public void People_for_petitions_belong_to_the_unit_that_owns_them_or_to_its_team(string post, string unit) =>
        UnitSetup.Misplaced(unit, [post], ShippedPosts, Kinds, [.. Basic, new StandingUnit(UnitSetup.Team, "信访专班")]).ShouldBeNull();

    [Trait("Clause", "SPC16-2 refused")]
    [Theory]
    [InlineData("receptionist")]
    [InlineData("petition-officer")]
    [InlineData("petition-unit-head")]
    public void People_for_petitions_in_another_unit_are_refused(string post) =>
        UnitSetup.Misplaced("执行实施机构", ["liaison", post], ShippedPosts, Kinds, Basic).ShouldBeOfType<Refusal.Law>().ShouldSatisfyAllConditions(
            w => w.Clause.ShouldBe("SPC16-2"), w => w.Message.ShouldBe("staff-petition-unit"));

    [Trait("Clause", "GC21-5 accepted")]
    [Fact]
    public void The_key_queue_is_owned_by_the_petition_unit_its_team_and_the_command_centre()
    {
        IReadOnlyList<StandingUnit> all = [.. Basic, new(UnitSetup.Team, "信访专班"), new(UnitSetup.CommandCentre, "指挥中心")];
        UnitSetup.Owners(Kinds, all, isKey: true).Select(u => u.Name).ShouldBe(["申诉审查机构", "信访专班", "指挥中心"]);
        UnitSetup.Owners(Kinds, all, isKey: false).Select(u => u.Name).ShouldBe(["申诉审查机构"]);
        UnitSetup.Owners(Kinds, Basic, isKey: true).Select(u => u.Name).ShouldBe(["申诉审查机构"], "a court without team and centre");
        UnitSetup.MayNotOpen([UnitSetup.CommandCentre], ShippedPosts, isKey: true).ShouldBeNull();
    }

    [Trait("Clause", "GC21-5 refused")]
    [Fact]
    public void The_key_queue_is_nobody_elses_and_the_ordinary_one_is_not_the_command_centres()
    {
        UnitSetup.MayNotOpen(["handler"], ShippedPosts, isKey: true).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("GC21-5");
        UnitSetup.MayNotOpen([UnitSetup.CommandCentre], ShippedPosts, isKey: false).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("SPC16-2");
        UnitSetup.MayNotOpen(["petition-officer"], ShippedPosts, isKey: false).ShouldBeNull();
        UnitSetup.MayNotOpen(["bureau-director"], ShippedPosts, isKey: true).ShouldBeNull();
    }

    private static List<StandingUnit> Stands(IEnumerable<StaffUnitCreated> made) => [.. made.Select(u => new StandingUnit(u.Kind, u.Name))];

    private static Refusal Why(Decision<object> decision) => decision.ShouldBeOfType<Decision<object>.Refused>().Why;
}

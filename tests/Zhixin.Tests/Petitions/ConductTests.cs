using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>A decision on an act of obstruction: strict conditions, another decides, and petitioning is never the ground.</summary>
public sealed class ConductTests
{
    private static readonly ConductLists Lists = new(List("GC21", "obstruction-acts"), List("GC21", "never-grounds"), List("GC21", "conduct-measures"));

    internal static readonly ProposeConduct Proposal = new(
        1, "insult-or-assault", "3月9日在信访大厅殴打法警，致轻微伤", "民事诉讼法第一百一十四条第一款第四项", "劝阻三次无效，仍在动手", "admonish", "训诫决定书 1 号");

    [Fact]
    [Trait("Clause", "GC21-10 accepted")]
    [Trait("Clause", "JZ21-3.2.4(5) accepted")]
    public void A_statutory_act_with_basis_necessity_and_paper_is_decided_by_a_court_leader()
    {
        var matter = Proposed(Proposal).Then("2026-03-10", p => ConductDeciding.Decide(p, true, null, null, false, Leader));
        var conduct = matter.Petition.Measures.Conducts.All.ShouldHaveSingleItem();
        (conduct.Proposed.Person, conduct.Decided!.Approved).ShouldBe((Id(50), true));
    }

    [Fact]
    [Trait("Clause", "GC21-10 accepted")]
    public void A_detention_is_the_presidents_and_the_right_of_reconsideration_is_told()
    {
        var matter = Proposed(Proposal with { Measure = "detention" });
        ConductDeciding.Decide(matter.Petition, true, null, "已告知", false, Leader).ShouldBeRefusedUnder("GC21-10", "conduct-needs-president");
        ConductDeciding.Decide(matter.Petition, false, "不必要", null, false, Leader).ShouldBeRefusedUnder("GC21-10", "conduct-needs-president");
        ConductDeciding.Decide(matter.Petition, true, null, " ", true, Leader).ShouldBeRefusedUnder("GC21-10", "conduct-needs-reconsideration");
        matter.Do(ConductDeciding.Decide(matter.Petition, true, null, "决定书载明，三日内可向上一级法院申请复议", true, Leader), "2026-03-10");
        matter.Petition.Measures.Conducts.Pending.ShouldBeNull();
    }

    [Theory]
    [Trait("Clause", "GC21-10 refused")]
    [Trait("Clause", "JZ21-3.2.4(5) refused")]
    [InlineData("petitioning")]
    [InlineData("repeating")]
    [InlineData("level-skipping")]
    [InlineData("group-visit")]
    [InlineData("not-accepting")]
    public void Petitioning_in_whatever_form_is_never_a_ground(string ground) =>
        Propose(Of().Petition, Proposal with { Act = ground }).ShouldBeRefusedUnder("GC21-10", "conduct-never-a-ground");

    [Fact]
    [Trait("Clause", "GC21-10 refused")]
    [Trait("Clause", "JZ21-3.2.4(5) refused")]
    public void Whatever_is_missing_is_refused_by_name()
    {
        var petition = Of().Petition;
        Propose(petition, Proposal with { Act = null }).ShouldBeRefusedUnder("GC21-10", "conduct-needs-statutory-act");
        Propose(petition, Proposal with { Act = "缠访" }).ShouldBeRefusedUnder("GC21-10", "conduct-needs-statutory-act");
        Propose(petition, Proposal with { Happened = " " }).ShouldBeRefusedUnder("GC21-10", "conduct-needs-facts");
        Propose(petition, Proposal with { Basis = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(5)", "conduct-needs-basis");
        Propose(petition, Proposal with { Necessity = "" }).ShouldBeRefusedUnder("GC21-10", "conduct-needs-necessity");
        Propose(petition, Proposal with { Document = "" }).ShouldBeRefusedUnder("JZ21-3.2.4(5)", "conduct-needs-document");
        Propose(petition, Proposal with { Measure = "coercive" }).ShouldBeRefusedFor("measure", "conduct-measure-unknown");
        Propose(petition, Proposal with { Petitioner = 0 }).ShouldBeRefusedFor("petitioner", "conduct-needs-person");
        Propose(petition, Proposal with { Petitioner = 2 }).ShouldBeRefusedFor("petitioner", "conduct-needs-person");
    }

    [Fact]
    [Trait("Clause", "GC21-10 refused")]
    public void One_at_a_time_decided_by_another_with_reasons_where_it_is_not_approved()
    {
        ConductDeciding.Decide(Of().Petition, true, null, null, false, Leader).ShouldBeRefusedAs("conduct-not-proposed");
        var matter = Proposed(Proposal);
        Propose(matter.Petition, Proposal).ShouldBeRefusedAs("conduct-undecided");
        ConductDeciding.Decide(matter.Petition, true, null, null, false, Handler).ShouldBeRefusedAs("conduct-own");
        ConductDeciding.Decide(matter.Petition, true, null, null, false, new Actors(Id(99), Zhang.Id)).ShouldBeRefusedAs("conduct-own");
        ConductDeciding.Decide(matter.Petition, true, null, "已告知", true, Leader).ShouldBeRefusedAs("conduct-not-coercive");
        ConductDeciding.Decide(matter.Petition, false, " ", null, false, Leader).ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(ConductDeciding.Decide(matter.Petition, false, "教育即可", null, false, Leader), "2026-03-10");
        matter.Do(Propose(matter.Petition, Proposal with { Measure = "fine" }), "2026-03-11");
        (ConductDeciding.NotForLeader(matter.Petition)!.Message, ConductDeciding.NotForPresident(matter.Petition)).ShouldBe(("conduct-needs-president", null));
    }

    [Fact]
    [Trait("Clause", "GC21-10 accepted")]
    public void Nothing_in_the_matter_depends_on_the_decision()
    {
        var matter = Proposed(Proposal).Then("2026-03-10", p => ConductDeciding.Decide(p, true, null, null, false, Leader));
        matter.Joined(2, "2026-03-11").Petition.Contacts.Count.ShouldBe(2, "whoever comes again is received");
        matter.Then("2026-03-12", p => Aiding.Apply(p, "重病", "终本裁定", "申请书")).Replied("2026-03-12");
        matter.Petition.Stage.Code.ShouldBe("replied");
    }

    private static Matter Proposed(ProposeConduct command) => Of().Then("2026-03-09", p => Propose(p, command));

    internal static Decision<object> Propose(Petition petition, ProposeConduct command) => ConductDeciding.Propose(petition, command, Lists, Handler);
}

using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Facts that bar superiors; the enforcing court goes on.</summary>
public sealed class BarringTests
{
    private static readonly Zhixin.Regulations.CodeList Grounds = List("SPC16", "exclusion-grounds");

    [Theory]
    [Trait("Clause", "SPC16-8(1) accepted")]
    [Trait("Clause", "SPC16-8(2) accepted")]
    [Trait("Clause", "SPC16-8(3) accepted")]
    [Trait("Clause", "SPC16-8(4) accepted")]
    [Trait("Clause", "SPC16-18(1) accepted")]
    [Trait("Clause", "SPC16-18(2) accepted")]
    [InlineData(PetitionClass.Implementation, Claim.PressOn, "bankruptcy")]
    [InlineData(PetitionClass.Implementation, Claim.PressOn, "retrial")]
    [InlineData(PetitionClass.Implementation, Claim.PressOn, "crime")]
    [InlineData(PetitionClass.Implementation, Claim.PressOn, "basis")]
    [InlineData(PetitionClass.Review, Claim.UnlawfulAct, "administrative")]
    [InlineData(PetitionClass.Review, Claim.UnlawfulAct, "review-basis")]
    public void Proven_and_with_the_remedy_told_it_stands_and_closes_nothing_here(PetitionClass of, Claim claim, string ground)
    {
        var matter = Of(of, claim);
        matter.Do(Barring.Exclude(matter.Petition, ground, "（2026）鲁0117破1号裁定", "已告知申报债权", Grounds), "2026-03-04");
        matter.Petition.Acceptance.Bars.Single().Ground.ShouldBe(ground);
        (matter.Petition.IsOpen, matter.Open("hand-to-handler")).ShouldBe((true, true));
        Barring.Exclude(matter.Petition, ground, "裁定", "已告知", Grounds).ShouldBeRefusedAs("exclusion-stands");
    }

    [Theory]
    [Trait("Clause", "SPC16-8(1) refused")]
    [Trait("Clause", "SPC16-8(2) refused")]
    [Trait("Clause", "SPC16-8(3) refused")]
    [Trait("Clause", "SPC16-8(4) refused")]
    [Trait("Clause", "SPC16-18(1) refused")]
    [Trait("Clause", "SPC16-18(2) refused")]
    [InlineData(PetitionClass.Implementation, Claim.PressOn, "bankruptcy", "", "已告知", "SPC16-8(1)", "exclusion-needs-proof")]
    [InlineData(PetitionClass.Implementation, Claim.PressOn, "retrial", " ", "已告知应诉", "SPC16-8(2)", "exclusion-needs-proof")]
    [InlineData(PetitionClass.Implementation, Claim.PressOn, "crime", "移送函", " ", "SPC16-8(3)", "exclusion-needs-remedy")]
    [InlineData(PetitionClass.Implementation, Claim.PressOn, "administrative", "裁定", "已告知", "SPC16-18(1)", "exclusion-other-class")]
    [InlineData(PetitionClass.Review, Claim.UnlawfulAct, "basis", "裁定", "已告知", "SPC16-8(4)", "exclusion-other-class")]
    [InlineData(PetitionClass.Review, Claim.SubstantiveRight, "review-basis", "判决", "", "SPC16-18(2)", "exclusion-needs-remedy")]
    public void Without_proof_without_the_remedy_or_in_the_other_class_it_is_refused(
        PetitionClass of, Claim claim, string ground, string proof, string remedy, string clause, string message) =>
        Barring.Exclude(Of(of, claim).Petition, ground, proof, remedy, Grounds).ShouldBeRefusedUnder(clause, message);

    [Fact]
    [Trait("Clause", "SPC16-8(1) accepted")]
    public void When_the_stay_is_lifted_the_fact_has_ended_and_may_come_again()
    {
        var matter = Of(PetitionClass.Implementation, Claim.PressOn);
        matter.Do(Barring.Exclude(matter.Petition, "bankruptcy", "裁定", "已告知", Grounds), "2026-03-04");
        Barring.Lift(matter.Petition, 2, "终止").ShouldBeRefusedFor("exclusion", "exclusion-not-there");
        Barring.Lift(matter.Petition, 1, " ").ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(Barring.Lift(matter.Petition, 1, "破产程序终结"), "2026-05-04");
        Barring.Lift(matter.Petition, 1, "再次").ShouldBeRefusedAs("exclusion-lifted");
        matter.Do(Barring.Exclude(matter.Petition, "bankruptcy", "另一裁定", "已告知", Grounds), "2026-06-04");
        matter.Petition.Acceptance.Bars.Select(b => b.No).ShouldBe([1, 2]);
    }

    private static Matter Of(PetitionClass of, Claim claim)
    {
        var matter = Identified("2026-03-02");
        return matter.Do(Accepting.Decide(new Classify(of, claim, Capacity.Applicant, null), matter.Petition), "2026-03-02");
    }
}

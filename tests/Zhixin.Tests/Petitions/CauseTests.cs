using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>The eight causes, each with its alternatives: with capacity and a cause the petition must be accepted.</summary>
public sealed class CauseTests
{
    private static readonly Zhixin.Regulations.CodeList Causes = List("GC21", "causes");

    [Theory]
    [Trait("Clause", "GC21-6a(1) accepted")]
    [Trait("Clause", "GC21-6a(2) accepted")]
    [Trait("Clause", "GC21-6a(3) accepted")]
    [Trait("Clause", "GC21-6a(4) accepted")]
    [Trait("Clause", "GC21-6a(5) accepted")]
    [Trait("Clause", "GC21-6a(6) accepted")]
    [Trait("Clause", "GC21-6a(7) accepted")]
    [Trait("Clause", "GC21-6a(8) accepted")]
    [InlineData("1", "2a", "2b", "2c", "2d", "3", "4a", "4b", "4c", "5a", "5b", "6a", "6b", "7a", "7b", "7c", "7d", "8")]
    public void A_party_or_an_interested_person_with_any_of_them_is_accepted_and_no_decline_comes_after(params string[] codes)
    {
        foreach (var code in codes)
        {
            var matter = Classified("2026-03-02");
            matter.Do(Accepting.Decide(new Accept(Capacity.Applicant, [code], "补充反映", null, [], "没有指向个人"), matter.Petition, Causes), "2026-03-03");
            matter.Petition.Acceptance.Accepted!.Causes.ShouldBe([code]);
            Declining.NotProposable(matter.Petition).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("GC21-6a(1)");
            foreach (var (claim, capacity) in new[] { (Claim.SubstantiveRight, Capacity.InterestedPerson), (Claim.UnlawfulAct, Capacity.Respondent) })
            {
                var other = Identified("2026-03-02");
                other.Do(Accepting.Decide(new Classify(PetitionClass.Review, claim, capacity, null), other.Petition), "2026-03-03");
                other.Do(Accepting.Decide(new Accept(capacity, [code], "补充反映", null, [], "没有指向个人"), other.Petition, Causes), "2026-03-03");
                (other.Petition.Acceptance.Accepted!.Class, other.Petition.Acceptance.Accepted.Capacity).ShouldBe((PetitionClass.Review, capacity));
            }
        }

        codes.Length.ShouldBe(Causes.Items.Sum(i => Math.Max(1, i.Sub.Count)), "every alternative of the list is tried");
    }

    [Theory]
    [Trait("Clause", "GC21-6a(1) refused")]
    [Trait("Clause", "GC21-6a(2) refused")]
    [Trait("Clause", "GC21-6a(3) refused")]
    [Trait("Clause", "GC21-6a(4) refused")]
    [Trait("Clause", "GC21-6a(5) refused")]
    [Trait("Clause", "GC21-6a(6) refused")]
    [Trait("Clause", "GC21-6a(7) refused")]
    [Trait("Clause", "GC21-6a(8) refused")]
    [InlineData("1", "GC21-5(1)", "cause-points-at-person")]
    [InlineData("2", "GC21-6a(2)", "cause-needs-sub")]
    [InlineData("3", "GC21-5(1)", "cause-points-at-person")]
    [InlineData("4", "GC21-6a(4)", "cause-needs-sub")]
    [InlineData("5", "GC21-6a(5)", "cause-needs-sub")]
    [InlineData("6", "GC21-6a(6)", "cause-needs-sub")]
    [InlineData("7", "GC21-6a(7)", "cause-needs-sub")]
    [InlineData("8", "GC21-6a(8)", "cause-needs-words")]
    public void A_cause_without_its_alternative_its_words_or_the_person_at_whom_it_points_is_refused(string code, string clause, string message) =>
        Accepting.Decide(new Accept(Capacity.Applicant, [code], " ", null, [], " "), Classified("2026-03-02").Petition, Causes).ShouldBeRefusedUnder(clause, message);
}

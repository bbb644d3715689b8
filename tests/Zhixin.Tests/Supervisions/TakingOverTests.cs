using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Supervisions;

/// <summary>Rulings by which another court enforces.</summary>
public sealed class TakingOverTests
{
    internal static readonly Zhixin.Courts.Court Sister = Directory.Named("海口市龙华区人民法院");

    internal static Decision<object> Designate(
        Supervision s, string on, Zhixin.Courts.Court? to = null, string? ruling = "（2026）琼执指1号", string? reason = "逾期未报", bool cross = false, string? exchanged = null, bool inUse = true, Refusal? stuck = null) =>
        TakingOver.Decide(s, new Designate(to ?? Sister, cross, exchanged, ruling, reason), High, new TakingOverRules(Superiors, inUse, stuck, On(on)));

    private static Decision<object> Elevate(Supervision s, string on, string? ruling = "（2026）琼执提1号", Zhixin.Courts.Court? by = null) =>
        TakingOver.Elevate(s, ruling, "逾期未报", by ?? High, new TakingOverRules(Superiors, true, null, On(on)));

    [Fact]
    [Trait("Clause", "HNI-9 refused")]
    [Trait("Clause", "HNI-15(2) refused")]
    [Trait("Clause", "SPC09-4 refused")]
    public void Nothing_is_taken_over_in_time_without_ruling_or_outside_ones_own_area()
    {
        var matter = Lettered().Named();
        Designate(matter.Supervision, "2026-03-20").ShouldBeRefusedUnder("HNI-9", "take-over-not-overdue");
        Elevate(matter.Supervision, "2026-03-20").ShouldBeRefusedUnder("HNI-9", "take-over-not-overdue");
        Designate(matter.Supervision, "2026-03-21", ruling: " ").ShouldBeRefusedUnder("HNI-15(2)", "take-over-needs-ruling");
        Elevate(matter.Supervision, "2026-03-21", ruling: null).ShouldBeRefusedUnder("HNI-15(2)", "take-over-needs-ruling");
        Designate(matter.Supervision, "2026-03-21", reason: " ").ShouldBeRefusedUnder("HNI-9", "take-over-needs-reason");
        Designate(matter.Supervision, "2026-03-21", to: Basic).ShouldBeRefusedFor("court", "take-over-same-court");
        Designate(matter.Supervision, "2026-03-21", to: Directory.Named("焦作市解放区人民法院")).ShouldBeRefusedUnder("HNI-9", "take-over-not-below");
        Designate(matter.Supervision, "2026-03-21", inUse: false).ShouldBeRefusedFor("court", "transfer-court-not-in-use");
        Designate(matter.Supervision, "2026-03-21", cross: true).ShouldBeRefusedUnder("SPC09-4", "cross-needs-case");
        Designate(matter.Supervision, "2026-03-21", stuck: new Refusal.State("transfer-procedure-open")).ShouldBeRefusedAs("transfer-procedure-open");
        Elevate(matter.Supervision, "2026-03-21", by: Mid).ShouldBeRefusedUnder("HNI-9", "take-over-not-overdue");
    }

    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    [Trait("Clause", "HNI-15(2) accepted")]
    public void A_designated_court_enforces_from_now_on_and_nothing_is_owed_by_the_one_before()
    {
        var matter = Lettered().Named().Until("2026-04-01").Do(s => PressingTests.Press(s.Supervision, "2026-04-01"), "2026-04-01").Do(s => Designate(s.Supervision, "2026-04-02"), "2026-04-02");
        var s = matter.Supervision;
        (s.Enforcing, s.TakenOver.Single().From, s.Letter(1)!.Ended).ShouldBe((Sister.Number, Basic.Number, "withdrawn"));
        s.Below.ShouldBe([Basic.Number, Sister.Number], "who answered before still sees it");
        s.Obligations.Where(o => o.IsOpen && o.Opened.Court == Basic.Number).ShouldBeEmpty();
        matter.Do(m => Letter(m.Supervision, to: Sister, due: "2026-04-30", today: "2026-04-02"), "2026-04-02").Supervision.Open.Single().Issued.To.ShouldBe(Sister.Number);
        Letter(matter.Supervision, to: Basic, due: "2026-04-30", today: "2026-04-02").ShouldBeRefusedUnder("HNI-2", "letter-beside-the-way");
    }

    [Fact]
    [Trait("Clause", "SPC09-4 accepted")]
    [Trait("Clause", "HNI-9 accepted")]
    public void Two_courts_exchange_and_a_superior_elevates()
    {
        Lettered().Named().Do(s => Designate(s.Supervision, "2026-03-21", cross: true, exchanged: "（2025）琼0106执9号"), "2026-03-21")
            .Last.OfType<SupervisionDesignated>().Single().Exchanged.ShouldBe("（2025）琼0106执9号");
        var elevated = Lettered().Named().Do(s => Elevate(s.Supervision, "2026-03-21"), "2026-03-21").Supervision;
        (elevated.Enforcing, elevated.Open.Any()).ShouldBe((High.Number, false));
        Elevate(Lettered().Named().Do(s => Elevate(s.Supervision, "2026-03-21"), "2026-03-21").Supervision, "2026-03-22").ShouldBeRefusedUnder("HNI-9", "take-over-not-overdue");
    }

    [Fact]
    public void An_opinion_that_is_not_followed_is_ground_enough_and_ends_with_the_ruling()
    {
        var matter = PressingTests.Opinionated().Do(s => PressingTests.Urge(s.Supervision, "2026-04-01", opinion: 1), "2026-04-01")
            .Do(s => Pressing.FindUnfollowed(s.Supervision, 1, High.Number, "仍未落实", On("2026-04-02")), "2026-04-02").Do(s => Elevate(s.Supervision, "2026-04-03"), "2026-04-03");
        (matter.Supervision.Opinion(1)!.Binds, matter.Open("follow-opinion"), matter.Open("bulletin-not-followed")).ShouldBe((false, false, true));
    }

    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    [Trait("Clause", "HNP-10 accepted")]
    public void A_court_in_between_that_takes_the_matter_over_still_owes_its_own_superior_the_report()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown).Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid, due: "2026-04-20"), "2026-03-02").Named()
            .Do(s => Letter(s.Supervision, LetterKind.HandDown, from: Mid, due: "2026-03-20"), "2026-03-02").Named(2)
            .Do(s => TakingOver.Elevate(s.Supervision, "（2026）琼01执提1号", "逾期未报", Mid, new TakingOverRules(Superiors, true, null, On("2026-03-21"))), "2026-03-21");
        var s = matter.Supervision;
        (s.Enforcing, s.Letter(1)!.IsOpen, s.Letter(2)!.Ended).ShouldBe((Mid.Number, true, "withdrawn"));
        matter.Owed("report").Select(o => (o.Opened.Court, o.IsOpen, o.Due)).ShouldBe([(Mid.Number, true, On("2026-04-20")), (Basic.Number, false, On("2026-03-20"))]);
        matter.Owed("report")[0].IsBreached(On("2026-04-21")).ShouldBeTrue("nothing is waived by moving it");
    }

    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    public void A_high_court_that_elevates_needs_no_report_from_the_court_in_between_any_more()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown).Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid, due: "2026-03-20"), "2026-03-02").Named()
            .Do(s => Letter(s.Supervision, LetterKind.HandDown, from: Mid, due: "2026-03-18"), "2026-03-02").Named(2);
        matter.Do(s => Elevate(s.Supervision, "2026-03-21"), "2026-03-21").Supervision.Open.ShouldBeEmpty();
        matter.Supervision.Obligations.Where(o => o.IsOpen && o.Opened.Court != High.Number).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "HNI-9 refused")]
    public void An_opinion_that_is_late_is_urged_first_before_a_matter_is_taken_over()
    {
        var matter = PressingTests.Opinionated();
        Elevate(matter.Supervision, "2026-04-05").ShouldBeRefusedUnder("HNI-9", "take-over-not-overdue");
        matter.Do(s => PressingTests.Urge(s.Supervision, "2026-04-05", opinion: 1), "2026-04-05");
        Elevate(matter.Supervision, "2026-04-05").ShouldBeRefusedUnder("HNI-9", "take-over-not-overdue");
        matter.Do(s => Pressing.FindUnfollowed(s.Supervision, 1, High.Number, "仍未落实", On("2026-04-06")), "2026-04-06").Do(s => Elevate(s.Supervision, "2026-04-06"), "2026-04-06");
    }

    [Fact]
    [Trait("Clause", "HNP-22 accepted")]
    [Trait("Clause", "HNP-15 refused")]
    public void A_listed_matter_owes_its_six_elements_anew_where_another_court_enforces_and_the_one_before_closes_nothing()
    {
        var matter = ListingTests.Listed().Do(s => Letter(s.Supervision, due: "2026-03-20"), "2026-03-05").Named(on: "2026-03-05").Do(s => ListingTests.Fix(s.Supervision), "2026-03-06")
            .Do(s => Designate(s.Supervision, "2026-03-21"), "2026-03-21");
        matter.Owed("six-elements").Select(o => (o.Opened.Court, o.IsOpen)).ShouldBe([(Basic.Number, false), (Sister.Number, true)]);
        (matter.Open("listed-result"), matter.Supervision.Listing.Elements).ShouldBe((false, null));
        ListingTests.Fix(matter.Supervision).ShouldBeRefusedAs("listing-not-enforcing");
        Closing.AfterReview(matter.Supervision, Basic.Number, "结案").ShouldBeRefusedAs("supervision-letter-not-yours");
        matter.Do(s => ListingTests.Fix(s.Supervision, court: Sister.Number), "2026-03-22");
        matter.Owed("listed-result").Single(o => o.IsOpen).Opened.Court.ShouldBe(Sister.Number);
        Lettered().Named().Do(s => Designate(s.Supervision, "2026-03-21"), "2026-03-21").Owed("six-elements").ShouldBeEmpty("what is not listed owes none");
    }

    [Fact]
    public void The_petition_follows_from_the_court_before_and_from_no_other()
    {
        var petition = Matter.Received("2026-03-02");
        var (own, other) = (petition.Petition.Opened.Responsible, Sister.Number);
        var facts = Moving.Follow(petition.Petition, own, other, "（2026）琼执指1号", On("2026-04-02"));
        facts.OfType<PetitionPassedOn>().Single().To.ShouldBe(other);
        Moving.Follow(petition.Petition, other, own, "（2026）琼执指1号", On("2026-04-02")).ShouldBeEmpty();
        (Moving.Stuck(petition.Petition, own), Moving.Stuck(petition.Petition, other)).ShouldBe((null, null));
        facts.OfType<PetitionPassedOn>().Single().Ruling.ShouldBe("（2026）琼执指1号");
    }
}

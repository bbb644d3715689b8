using FsCheck;
using FsCheck.Fluent;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.ChainDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>What is open, until when, by which article; and another chance for who missed a period.</summary>
public sealed class RemediesTests
{
    [Theory]
    [Trait("Clause", "CPL-236 accepted")]
    [InlineData("2012-12-31", "民事诉讼法第二百零二条")]
    [InlineData("2013-01-01", "民事诉讼法第二百二十五条")]
    [InlineData("2021-12-31", "民事诉讼法第二百二十五条")]
    [InlineData("2022-01-01", "民事诉讼法第二百三十二条")]
    [InlineData("2023-12-31", "民事诉讼法第二百三十二条")]
    [InlineData("2024-01-01", "民事诉讼法第二百三十六条")]
    public void An_article_is_cited_as_it_was_numbered_on_the_day_of_the_document(string on, string article) =>
        Rules("2026-03-01").Citation("objection", "CPL-236", Basic.Number, On(on)).ShouldBe(article);

    [Fact]
    public void A_clause_whose_number_never_moved_is_cited_by_its_article() =>
        Rules("2026-03-01").Citation(null, "SUP23-1", Basic.Number, On("2026-03-01")).ShouldBe("申请执行监督意见第一条");

    [Fact]
    [Trait("Clause", "CPL-238 accepted")]
    public void An_outsider_sues_on_the_fifteenth_day_at_the_enforcing_court()
    {
        var matter = Served(ObjectionKind.Outsider);
        matter.The("outsider-suit-window").Due.ShouldBe(On("2026-03-26"));
        Open(matter, "2026-03-26").ShouldBe([(RemedyKind.OutsiderSuit, new RemedyTime.Until(On("2026-03-26")))]);
        matter.Do(Suing.File(matter.Petition, 1, On("2026-03-26"), Number(Basic, "民初", 9), "起诉状", Rules("2026-03-26")), "2026-03-26");
        (matter.Open("outsider-suit-window"), Open(matter, "2026-03-27").Count).ShouldBe((false, 0));
    }

    [Fact]
    [Trait("Clause", "CPL-238 refused")]
    public void No_suit_the_day_after_nor_elsewhere_nor_by_a_party_nor_before_the_ruling_is_served()
    {
        var matter = Served(ObjectionKind.Outsider);
        Suing.File(matter.Petition, 1, On("2026-03-27"), Number(Basic, "民初", 9), "起诉状", Rules("2026-03-27")).ShouldBeRefusedUnder("CPL-238", "suit-late");
        Suing.File(matter.Petition, 1, On("2026-03-26"), Number(Mid, "民初", 9), "起诉状", Rules("2026-03-26")).ShouldBeRefusedUnder("CPL-238", "chain-other-court");
        Suing.File(matter.Petition, 1, On("2026-03-26"), Number(Basic, "执异", 9), "起诉状", Rules("2026-03-26")).ShouldBeRefusedUnder("CPL-238", "suit-number-type");
        Suing.File(matter.Petition, 1, On("2026-03-26"), Number(Basic, "民初", 9), " ", Rules("2026-03-26")).ShouldBeRefusedUnder("CPL-238", "application-needs-paper");
        Suing.File(Served().Petition, 1, On("2026-03-26"), Number(Basic, "民初", 9), "起诉状", Rules("2026-03-26")).ShouldBeRefusedUnder("CPL-238", "suit-not-outsider");
        Suing.File(Ruled(ObjectionKind.Outsider).Petition, 1, On("2026-03-26"), Number(Basic, "民初", 9), "起诉状", Rules("2026-03-26")).ShouldBeRefusedUnder("CPL-238", "suit-not-served");
    }

    [Fact]
    [Trait("Clause", "CPL-86 accepted")]
    public void A_missed_period_is_extended_by_the_court_until_its_day_and_the_right_is_there_again()
    {
        var matter = Served();
        matter.Do(Excusing.End(matter.Petition, 1, RemedyWindow.Reconsideration, On("2026-04-01"), "住院手术", "病历", Rules("2026-04-02")), "2026-04-02");
        matter.The("excuse-window").Due.ShouldBe(On("2026-04-13"), "the tenth day is a Saturday");
        Open(matter, "2026-04-13").ShouldContain((RemedyKind.Excuse, new RemedyTime.Until(On("2026-04-13"))));
        matter.Do(Excusing.Apply(matter.Petition, 1, On("2026-04-13"), "顺延申请", Rules("2026-04-13")), "2026-04-13");
        matter.Do(Excusing.Decide(matter.Petition, 1, On("2026-04-24"), "决定书 1 号", "确因住院", Basic.Number, Rules("2026-04-15")), "2026-04-15");
        Open(matter, "2026-04-24").ShouldBe([(RemedyKind.Reconsideration, new RemedyTime.Until(On("2026-04-24")))]);
        matter.Do(Reconsidering.Apply(matter.Petition, 1, Application("2026-04-24"), Basic.Number, Rules("2026-04-24")), "2026-04-24");
    }

    [Fact]
    [Trait("Clause", "CPL-86 refused")]
    public void Nothing_is_extended_that_was_not_missed_not_asked_for_in_ten_days_or_not_decided_by_the_enforcing_court()
    {
        var matter = Served();
        Excusing.End(matter.Petition, 1, RemedyWindow.Reconsideration, On("2026-03-20"), "住院", "病历", Rules("2026-03-20")).ShouldBeRefusedUnder("CPL-86", "excuse-not-missed");
        Excusing.End(matter.Petition, 1, RemedyWindow.Supervision, On("2026-04-01"), "住院", "病历", Rules("2026-04-02")).ShouldBeRefusedUnder("CPL-86", "excuse-no-window");
        Excusing.End(matter.Petition, 1, RemedyWindow.Reconsideration, On("2026-04-01"), " ", "病历", Rules("2026-04-02")).ShouldBeRefusedUnder("CPL-86", "excuse-needs-obstacle");
        Excusing.End(matter.Petition, 1, RemedyWindow.Reconsideration, On("2026-04-01"), "住院", " ", Rules("2026-04-02")).ShouldBeRefusedUnder("CPL-86", "excuse-needs-proof");
        Excusing.End(Reconsidered().Petition, 1, RemedyWindow.Reconsideration, On("2026-04-01"), "住院", "病历", Rules("2026-04-02")).ShouldBeRefusedUnder("CPL-86", "excuse-used");
        Excusing.Apply(matter.Petition, 1, On("2026-04-13"), "申请", Rules("2026-04-14")).ShouldBeRefusedUnder("CPL-86", "excuse-no-obstacle");
        matter.Do(Excusing.End(matter.Petition, 1, RemedyWindow.Reconsideration, On("2026-04-01"), "住院手术", "病历", Rules("2026-04-02")), "2026-04-02");
        Excusing.Apply(matter.Petition, 1, On("2026-04-14"), "申请", Rules("2026-04-14")).ShouldBeRefusedUnder("CPL-86", "excuse-late");
        Excusing.Decide(matter.Petition, 1, null, "决定书", "理由", Basic.Number, Rules("2026-04-14")).ShouldBeRefusedUnder("CPL-86", "excuse-not-applied");
        matter.Do(Excusing.Apply(matter.Petition, 1, On("2026-04-13"), "申请", Rules("2026-04-14")), "2026-04-14");
        Excusing.Decide(matter.Petition, 1, On("2026-04-20"), "决定书", "理由", Mid.Number, Rules("2026-04-14")).ShouldBeRefusedUnder("CPL-86", "chain-other-court");
        Excusing.Decide(matter.Petition, 1, On("2026-04-13"), "决定书", "理由", Basic.Number, Rules("2026-04-14")).ShouldBeRefusedFor("until", "excuse-until-past");
        Excusing.Decide(matter.Petition, 1, On("2026-04-20"), " ", "理由", Basic.Number, Rules("2026-04-14")).ShouldBeRefusedUnder("CPL-86", "excuse-needs-document");
        matter.Do(Excusing.Decide(matter.Petition, 1, null, "决定书", "理由不成立", Basic.Number, Rules("2026-04-14")), "2026-04-14");
        Reconsidering.Apply(matter.Petition, 1, Application("2026-04-14"), Basic.Number, Rules("2026-04-14")).ShouldBeRefusedUnder("CPL-236", "reconsideration-late");
    }

    [Fact]
    [Trait("Clause", "SPC16-14(1) accepted")]
    [Trait("Clause", "GC21-7 accepted")]
    public void Where_nobody_objected_yet_the_remedy_is_the_objection_at_the_enforcing_court()
    {
        var matter = Identified("2026-03-02");
        Open(matter, "2026-03-05").ShouldBeEmpty("no class is fixed");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Zhixin.Intake.Capacity.Applicant, null), matter.Petition), "2026-03-04");
        Remedies.Of(matter.Petition, Rules("2026-03-05"), On("2026-03-05")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => (r.Kind, r.Court.Number, r.Citation).ShouldBe((RemedyKind.Objection, Basic.Number, "民事诉讼法第二百三十六条")), r => r.Time.ShouldBe(new RemedyTime.Undated(NoLastDay.WhileEnforced)));
    }

    [Fact]
    public void A_ruling_that_reached_nobody_leaves_its_remedy_open_from_service_and_one_that_is_overdue_can_be_ordered()
    {
        Open(Ruled(), "2026-03-12").ShouldBe([(RemedyKind.Reconsideration, new RemedyTime.Undated(NoLastDay.NotServed))]);
        Open(Ruled(ObjectionKind.Outsider), "2026-03-12").ShouldBe([(RemedyKind.OutsiderSuit, new RemedyTime.Undated(NoLastDay.NotServed))]);
        Open(Maintained(), "2026-04-21").ShouldBe([(RemedyKind.Supervision, new RemedyTime.Undated(NoLastDay.NotServed))]);
        Open(Effective(), "2026-10-22").ShouldBe([(RemedyKind.Supervision, new RemedyTime.Until(On("2026-10-22")))]);
        Open(Reconsidered(), "2026-04-24").ShouldBeEmpty();
        Open(Reconsidered(), "2026-04-25").ShouldBe([(RemedyKind.Order, new RemedyTime.Undated(NoLastDay.UntilDone))]);
        Open(Exhausted(), "2026-07-09").ShouldBeEmpty("nothing stands behind it");
    }

    [Fact]
    public void On_no_day_of_the_law_does_a_way_lead_back_to_a_step_that_was_done() =>
        Prop.ForAll(Gen.Choose(0, 4600).ToArbitrary(), days =>
        {
            var (on, rules, court) = (new DateOnly(2015, 5, 5).AddDays(days), Rules("2026-03-01"), Basic);
            foreach (var way in new[] { "objection>reconsideration", "reconsideration>supervision", "supervision>supervision", "supervision>supervision" })
            {
                var next = rules.Edge(way, court.Number, Basic.Number, on)?.Court;
                (next is null || rules.Courts.IsSuperior(next, court)).ShouldBeTrue($"{way} on {on}");
                court = next ?? court;
            }

            Rank(rules.Edge("high-reconsideration>supervision", High.Number, Mid.Number, on)?.Court).ShouldBeGreaterThanOrEqualTo(Rank(High));
        }).QuickCheckThrowOnFailure();

    private static int Rank(Zhixin.Courts.Court? court) => court is null ? int.MaxValue : -(int)court.Level;

    private static IReadOnlyList<(RemedyKind Kind, RemedyTime Time)> Open(Matter matter, string on) => [.. Remedies.Of(matter.Petition, Rules(on), On(on)).Select(r => (r.Kind, r.Time))];
}

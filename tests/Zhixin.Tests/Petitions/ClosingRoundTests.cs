using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.ChainDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>After this round of enforcement ended by ruling: queries every six months for five years, and enforcement is restored when one finds property.</summary>
public sealed class ClosingRoundTests
{
    private const string Clock = "property-query";

    [Fact]
    [Trait("Clause", "TER16-9 accepted")]
    public void Property_is_looked_for_every_six_months_counted_from_the_ruling_and_what_is_found_restores_enforcement()
    {
        var matter = Terminated("2025-11-10", "2026-03-10");
        matter.The(Clock).ShouldSatisfyAllConditions(o => o.Due.ShouldBe(On("2026-05-11"), "the tenth is a Sunday"), o => o.Opened.Court.ShouldBe(Basic.Number));
        matter.Do(Query(matter, "2026-05-11", found: false), "2026-05-11");
        matter.Petition.Obligations.Single(o => o is { IsOpen: true, Rule.Kind: Clock }).Due.ShouldBe(On("2026-11-11"));
        matter.Open("restore-enforcement").ShouldBeFalse();
        matter.Do(Query(matter, "2026-11-11", found: true), "2026-11-11");
        matter.Open("restore-enforcement").ShouldBeTrue();
        matter.Do(EarlierRulings.Restore(matter.Petition, Number(Basic, "执恢", 4), On("2026-11-12"), "发现房产", "立案决定", Rules("2026-11-12")), "2026-11-12");
        (matter.Open("restore-enforcement"), matter.Open(Clock), matter.Petition.ClosedRound).ShouldBe((false, false, null));
        ClosingRound.Query(matter.Petition, false, "总对总", "没有", "电话", "反馈", Year("2026-11-13")).ShouldBeRefusedAs("round-not-terminated");
    }

    [Theory]
    [Trait("Clause", "TER16-9 accepted")]
    [InlineData("2026-02-10", true)]
    [InlineData("2026-02-11", false)]
    public void The_last_query_that_counts_another_one_is_six_months_before_the_five_years_are_over(string on, bool again)
    {
        var matter = Terminated("2021-08-10", "2026-01-12");
        matter.Do(Query(matter, on, found: false), on);
        matter.Open(Clock).ShouldBe(again);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(0, false)]
    public void A_ruling_whose_years_are_over_owes_no_query_and_one_may_be_made_all_the_same(int years, bool owed)
    {
        var matter = Identified("2026-03-02");
        matter.Do(ClosingRound.Terminate(matter.Petition, "执行裁定 9 号", On("2025-08-12"), "告知异议", "卷宗", Year("2026-03-02") with { Years = years }), "2026-03-02");
        matter.Open(Clock).ShouldBe(owed);
        matter.Do(Query(matter, "2026-03-03", found: false), "2026-03-03");
    }

    [Fact]
    [Trait("Clause", "TER16-7 refused")]
    [Trait("Clause", "TER16-9 refused")]
    public void Neither_a_ruling_without_number_and_paper_nor_a_query_of_which_the_applicant_does_not_hear()
    {
        var matter = Identified("2026-03-02");
        ClosingRound.Terminate(matter.Petition, " ", On("2026-03-02"), "告知异议", "卷宗", Year("2026-03-02")).ShouldBeRefusedUnder("TER16-9", "round-needs-ruling");
        ClosingRound.Terminate(matter.Petition, "裁定", On("2026-03-02"), "告知异议", " ", Year("2026-03-02")).ShouldBeRefusedFor("document", "document-required");
        ClosingRound.Terminate(matter.Petition, "裁定", On("2026-03-03"), "告知异议", "卷宗", Year("2026-03-02")).ShouldBeRefusedFor("ruledOn", "date-in-future");
        ClosingRound.Terminate(matter.Petition, "裁定", On("2026-03-02"), " ", "卷宗", Year("2026-03-02")).ShouldBeRefusedUnder("TER16-7", "round-needs-remedy");
        ClosingRound.Terminate(matter.Petition, "裁定", On("2026-03-02"), "告知异议", "卷宗", Year("2026-03-02") with { EnforcedBy = Mid.Number }).ShouldBeRefusedUnder("TER16-9", "round-other-court");
        ClosingRound.NotQueried(matter.Petition).ShouldBe(new Refusal.State("round-not-terminated"));
        var ended = Terminated("2026-03-02", "2026-03-02").Petition;
        ClosingRound.Terminate(ended, "裁定", On("2026-03-02"), "告知异议", "卷宗", Year("2026-03-02")).ShouldBeRefusedAs("round-terminated");
        ClosingRound.Query(ended, false, " ", "没有", "电话", "反馈", Year("2026-03-02")).ShouldBeRefusedUnder("TER16-9", "query-needs-source");
        ClosingRound.Query(ended, false, "总对总", " ", "电话", "反馈", Year("2026-03-02")).ShouldBeRefusedUnder("TER16-9", "query-needs-result");
        ClosingRound.Query(ended, false, "总对总", "没有", " ", "反馈", Year("2026-03-02")).ShouldBeRefusedUnder("TER16-9", "query-needs-telling");
        ClosingRound.Query(ended, false, "总对总", "没有", "电话", " ", Year("2026-03-02")).ShouldBeRefusedUnder("TER16-9", "query-needs-proof");
    }

    [Fact]
    [Trait("Clause", "TER16-7 accepted")]
    public void Whoever_is_dissatisfied_with_the_ruling_may_object_and_whoever_knows_of_property_may_ask_to_restore_both_without_a_last_day()
    {
        var matter = Terminated("2026-03-02", "2026-03-02");
        Remedies.Of(matter.Petition, Rules("2026-03-03"), On("2026-03-03")).Select(r => (r.Kind, r.Clause, r.Time, r.Court.Number)).ShouldBe(
        [
            (RemedyKind.Objection, "TER16-7", new RemedyTime.Undated(NoLastDay.NoPeriod), Basic.Number), (RemedyKind.Restoring, "TER16-9", new RemedyTime.Undated(NoLastDay.NoPeriod), Basic.Number),
        ]);
    }

    [Fact]
    [Trait("Clause", "TER16-9 accepted")]
    [Trait("Clause", "SPC16-21 accepted")]
    public void In_a_terminated_matter_one_query_is_both_and_enforcement_that_resumes_ends_both()
    {
        var matter = TerminationDesk.Terminated();
        matter.Do(ClosingRound.Terminate(matter.Petition, "执行裁定 9 号", On("2026-03-20"), "告知异议", "卷宗", Year("2026-03-25")), "2026-03-25");
        matter.Of(Clock).Count(o => o.IsOpen).ShouldBe(2);
        ClosingRound.Query(matter.Petition, true, "总对总", "房产", "电话", "反馈", Year("2026-09-25")).ShouldBeRefusedAs("round-query-after-termination");
        matter.Do(AfterTermination.QueryProperty(matter.Petition, true, "总对总", "房产", "电话", "反馈", Year("2026-09-18")), "2026-09-18");
        (matter.Of(Clock).Count(o => o.IsOpen), matter.Open("resume"), matter.Open("restore-enforcement")).ShouldBe((2, true, true));
        matter.Do(AfterTermination.Resume(matter.Petition, Number(Basic, "执恢", 4), "恢复执行通知书", Reviewer), "2026-09-18");
        (matter.Of(Clock).Any(o => o.IsOpen), matter.Open("restore-enforcement"), matter.Petition.ClosedRound).ShouldBe((false, false, null));
    }

    private static Matter Terminated(string ruledOn, string on)
    {
        var matter = Identified(on);
        return matter.Do(ClosingRound.Terminate(matter.Petition, "（2025）鲁0117执9号之一裁定", On(ruledOn), "口头告知可以提出异议", "卷宗第 8 页", Year(on)), on);
    }

    private static Decision<object> Query(Matter matter, string on, bool found) => ClosingRound.Query(matter.Petition, found, "总对总网络查控", found ? "房产一处" : "没有", "电话告知", "反馈 8 号", Year(on));

    private static RoundRules Year(string today) => new(5, 6, null, On(today));
}

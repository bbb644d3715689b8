using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.ChainDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>Enforcement supervision: who owes a case, until when it is applied for, and that it ends by a ruling.</summary>
public sealed class SupervisionCasesTests
{
    [Fact]
    [Trait("Clause", "SUP23-5 accepted")]
    [Trait("Clause", "SUP23-1 accepted")]
    [Trait("Clause", "SPC16-15 accepted")]
    public void Supervision_is_applied_for_on_the_last_day_of_the_sixth_month_and_the_court_above_owes_a_case()
    {
        var matter = Effective();
        matter.The("supervision-window").Due.ShouldBe(On("2026-10-22"));
        matter.Do(SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-10-22"), Basic.Number, Rules("2026-10-22")), "2026-10-22");
        matter.The("file-supervision-after-reconsideration").ShouldSatisfyAllConditions(o => o.Opened.Court.ShouldBe(High.Number), o => o.Due.ShouldBeNull(), o => o.Rule.Clause.ShouldBe("SPC16-15"));
        matter.Do(SupervisionCases.File(matter.Petition, 1, Number(High, "执监", 5), High.Number, Rules("2026-10-23")), "2026-10-23");
        (matter.Open("file-supervision-after-reconsideration"), matter.The("supervision-review").Opened.Court).ShouldBe((false, High.Number));
    }

    [Fact]
    [Trait("Clause", "SUP23-5 refused")]
    public void A_day_after_six_months_is_too_late() =>
        SupervisionCases.Apply(Effective().Petition, 1, Supervision("2026-10-23"), High.Number, Rules("2026-10-23")).ShouldBeRefusedUnder("SUP23-5", "supervision-late");

    [Fact]
    [Trait("Clause", "SUP23-5 accepted")]
    public void Before_the_rule_that_made_a_period_there_was_none()
    {
        Rules("2026-03-01").Edge("reconsideration>supervision", Mid.Number, Basic.Number, On("2023-01-31"))!.IsLimited.ShouldBeFalse();
        Rules("2026-03-01").Edge("reconsideration>supervision", Mid.Number, Basic.Number, On("2023-02-01"))!.IsLimited.ShouldBeTrue();
        var matter = Earlier("2023-01-20", "2023-01-31");
        matter.Of("supervision-window").ShouldBeEmpty();
        SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-03-05"), High.Number, Rules("2026-03-05")).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "SUP23-1 refused")]
    [Trait("Clause", "SUP23-5 refused")]
    public void What_can_still_be_reconsidered_goes_there_first_and_nothing_is_supervised_before_it_is_in_effect()
    {
        SupervisionCases.Apply(Served().Petition, 1, Supervision("2026-03-23"), Mid.Number, Rules("2026-03-23")).ShouldBeRefusedUnder("SUP23-1", "supervision-remedy-first");
        SupervisionCases.Apply(Maintained().Petition, 1, Supervision("2026-04-21"), High.Number, Rules("2026-04-21")).ShouldBeRefusedUnder("SUP23-5", "supervision-not-effective");
        var matter = Effective();
        SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-04-22"), Mid.Number, Rules("2026-05-01")).ShouldBeRefusedUnder("SPC16-15", "chain-other-court");
        SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-04-21"), High.Number, Rules("2026-05-01")).ShouldBeRefusedFor("receivedOn", "before-what-it-answers");
        SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-05-01") with { By = null }, High.Number, Rules("2026-05-01")).ShouldBeRefusedUnder("SUP23-1", "application-needs-person");
        SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-05-01") with { Paper = null }, High.Number, Rules("2026-05-01")).ShouldBeRefusedUnder("SUP23-1", "application-needs-paper");
        SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-05-01", "法律适用问题"), High.Number, Rules("2026-05-01")).ShouldBeRefusedUnder("SPC16-15", "supervision-no-way");
        SupervisionCases.Apply(Ruled(ObjectionKind.Outsider).Petition, 1, Supervision("2026-05-01"), Mid.Number, Rules("2026-05-01")).ShouldBeRefusedUnder("CPL-238", "supervision-outsider");
        SupervisionCases.Apply(Reconsidered().Petition, 1, Supervision("2026-05-01"), Mid.Number, Rules("2026-05-01")).ShouldBeRefusedAs("chain-step-open");
    }

    [Theory]
    [Trait("Clause", "SUP23-5 accepted")]
    [Trait("Clause", "SUP23-5 refused")]
    [InlineData("2026-09-23", true)]
    [InlineData("2026-09-24", false)]
    public void Who_missed_the_period_for_reconsideration_has_six_months_from_its_end(string on, bool accepted)
    {
        var matter = Served();
        var decision = SupervisionCases.Apply(matter.Petition, 1, Supervision(on), Mid.Number, Rules(on));
        if (!accepted)
        {
            decision.ShouldBeRefusedUnder("SUP23-5", "supervision-late");
            return;
        }

        matter.Do(decision, on);
        matter.The("file-supervision-missed-period").Opened.Court.ShouldBe(Mid.Number);
        matter.The("supervision-window").State.ShouldBeOfType<Zhixin.Obligations.ObligationState.Fulfilled>();
    }

    [Fact]
    [Trait("Clause", "SUP23-1 accepted")]
    public void A_ruling_of_a_high_court_is_supervised_there_since_2023_and_by_the_supreme_court_for_a_question_of_law()
    {
        var rules = Rules("2026-03-01");
        rules.Edge("high-reconsideration>supervision", High.Number, Mid.Number, On("2023-01-31"))!.Court!.Number.ShouldBe(Supreme.Number);
        rules.Edge("high-reconsideration>supervision", High.Number, Mid.Number, On("2023-02-01"))!.Court!.Number.ShouldBe(High.Number);
        rules.Edge("high-reconsideration>supervision-above", High.Number, Mid.Number, On("2023-01-31")).ShouldBeNull();
        rules.Edge("high-reconsideration>supervision-above", High.Number, Mid.Number, On("2023-02-01"))!.Court!.Number.ShouldBe(Supreme.Number);
        rules.Edge("reconsideration>supervision", Supreme.Number, High.Number, On("2024-01-01"))!.Court.ShouldBeNull("nobody stands above");
    }

    [Fact]
    [Trait("Clause", "REV-5 accepted")]
    [Trait("Clause", "REV-8 accepted")]
    public void The_case_is_ruled_on_in_three_months_and_three_more_that_the_president_gives_once()
    {
        var matter = Supervised();
        matter.The("supervision-review").Due.ShouldBe(On("2026-08-11"));
        matter.Do(LongerReviewing.Ask(matter.Petition, 1, "案情复杂", High.Number, Rules("2026-08-10"), Reviewer), "2026-08-10");
        matter.Do(LongerReviewing.Decide(matter.Petition, 1, true, "审批表", null, High.Number, Rules("2026-08-11"), President), "2026-08-11");
        matter.The("supervision-review").Due.ShouldBe(On("2026-11-11"));
        LongerReviewing.Ask(matter.Petition, 1, "再延", High.Number, Rules("2026-11-10"), Reviewer).ShouldBeRefusedUnder("REV-8", "review-extension-once");
        matter.Do(StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained), High.Number, On("2026-11-11"), Rules("2026-11-11")), "2026-11-11");
        matter.The("supervision-review").IsBreached(On("2026-12-31")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "REV-5 refused")]
    [Trait("Clause", "REV-8 refused")]
    public void A_day_after_three_months_the_clock_is_broken_and_no_time_is_given_any_more()
    {
        var matter = Supervised();
        matter.The("supervision-review").ShouldSatisfyAllConditions(o => o.IsBreached(On("2026-08-11")).ShouldBeFalse(), o => o.IsBreached(On("2026-08-12")).ShouldBeTrue());
        LongerReviewing.Ask(matter.Petition, 1, "复杂", High.Number, Rules("2026-08-12"), Reviewer).ShouldBeRefusedUnder("REV-8", "review-extension-late");
        StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained, " "), High.Number, On("2026-08-12"), Rules("2026-08-12")).ShouldBeRefusedUnder("SPC16-15", "procedure-needs-ruling");
    }

    [Fact]
    [Trait("Clause", "SPC16-15 refused")]
    public void The_case_is_filed_once_by_the_court_that_owes_it_and_ends_by_a_ruling_alone()
    {
        var matter = Effective();
        SupervisionCases.File(matter.Petition, 1, Number(High, "执监", 5), High.Number, Rules("2026-05-11")).ShouldBeRefusedUnder("SPC16-15", "supervision-not-owed");
        matter.Do(SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-05-08"), High.Number, Rules("2026-05-08")), "2026-05-08");
        SupervisionCases.File(matter.Petition, 1, Number(Mid, "执监", 5), Mid.Number, Rules("2026-05-11")).ShouldBeRefusedUnder("SPC16-15", "chain-other-court");
        SupervisionCases.File(matter.Petition, 1, Number(High, "执复", 5), High.Number, Rules("2026-05-11")).ShouldBeRefusedUnder("SPC16-15", "procedure-number-type");
        SupervisionCases.File(matter.Petition, 1, Number(Mid, "执监", 5), High.Number, Rules("2026-05-11")).ShouldBeRefusedUnder("SPC16-15", "procedure-number-court");
        SupervisionCases.File(matter.Petition, 1, null, High.Number, Rules("2026-05-11")).ShouldBeRefusedFor("number", "case-number-unreadable");
        matter.Do(SupervisionCases.File(matter.Petition, 1, Number(High, "执监", 5), High.Number, Rules("2026-05-11")), "2026-05-11");
        SupervisionCases.File(matter.Petition, 1, Number(High, "执监", 6), High.Number, Rules("2026-05-11")).ShouldBeRefusedAs("supervision-filed");
        SupervisionCases.Withdraw(matter.Petition, 1, "撤回申请").ShouldBeRefusedUnder("SPC16-15", "supervision-ends-by-ruling");
        SupervisionCases.Apply(Exhausted().Petition, 1, Supervision("2026-07-09"), High.Number, Rules("2026-07-09")).ShouldBeRefusedUnder("SPC16-15", "supervision-once");
    }

    [Fact]
    public void An_application_that_is_not_filed_yet_can_be_taken_back_and_come_again()
    {
        var matter = Effective();
        matter.Do(SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-05-08"), High.Number, Rules("2026-05-08")), "2026-05-08");
        SupervisionCases.Withdraw(matter.Petition, 1, " ").ShouldBeRefusedUnder("SPC16-15", "procedure-withdrawal-needs-paper");
        matter.Do(SupervisionCases.Withdraw(matter.Petition, 1, "撤回申请"), "2026-05-09");
        matter.Open("file-supervision-after-reconsideration").ShouldBeFalse();
        matter.Do(SupervisionCases.Apply(matter.Petition, 1, Supervision("2026-05-10"), High.Number, Rules("2026-05-10")), "2026-05-10");
    }

    [Fact]
    [Trait("Clause", "SPC16-16 accepted")]
    public void An_objection_in_time_that_was_never_filed_is_supervised_by_the_enforcing_court_and_then_above()
    {
        var matter = Unfiled();
        matter.Joined(2, "2026-04-01");
        matter.Do(SupervisionCases.Unfiled(matter.Petition, 1, On("2026-03-31"), "执行终结裁定", Rules("2026-04-02")), "2026-04-02");
        matter.The("file-supervision-unfiled-objection").ShouldSatisfyAllConditions(o => o.Opened.Court.ShouldBe(Basic.Number), o => o.Rule.Clause.ShouldBe("SPC16-16"));
        Converting.File(matter.Petition, 1, Number(Basic, "执异", 7)).ShouldBeRefusedUnder("SPC16-16", "conversion-supervised");
        matter.Do(SupervisionCases.File(matter.Petition, 1, Number(Basic, "执监", 5), Basic.Number, Rules("2026-04-03")), "2026-04-03");
        (matter.Open("objection-file"), matter.Open("file-objection"), matter.The("objection-file").IsBreached(On("2026-04-03"))).ShouldBe((false, false, true), "late all the same");
        matter.Do(StepReviewing.Name(matter.Petition, 1, First, Basic.Number, Rules("2026-04-03")), "2026-04-03");
        matter.Do(StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained), Basic.Number, On("2026-05-08"), Rules("2026-05-08")), "2026-05-08");
        matter.Do(ServingRulings.Serve(matter.Petition, 1, Service("2026-05-11"), Basic.Number, Rules("2026-05-11")), "2026-05-11");
        matter.Do(SupervisionCases.Apply(matter.Petition, 1, Supervision("2027-06-01"), Mid.Number, Rules("2027-06-01")), "2027-06-01");
        matter.The("file-supervision-second").Opened.Court.ShouldBe(Mid.Number);
        matter.Petition.Procedures.Exhaustion.ShouldSatisfyAllConditions(e => e.Objection.ShouldBeNull(), e => e.Supervision!.Court.ShouldBe(Basic.Number));
    }

    [Fact]
    [Trait("Clause", "SPC16-16 refused")]
    public void Each_of_the_three_facts_is_needed()
    {
        var matter = Unfiled();
        SupervisionCases.Unfiled(matter.Petition, 1, On("2026-03-31"), "裁定", Rules("2026-04-02")).ShouldBeRefusedUnder("SPC16-16", "unfiled-not-continued");
        matter.Joined(2, "2026-04-01");
        SupervisionCases.Unfiled(matter.Petition, 1, On("2026-03-03"), "裁定", Rules("2026-04-02")).ShouldBeRefusedUnder("SPC16-16", "unfiled-too-late");
        SupervisionCases.Unfiled(matter.Petition, 1, On("2026-04-02"), "裁定", Rules("2026-04-02")).ShouldBeRefusedUnder("SPC16-16", "unfiled-period-runs");
        SupervisionCases.Unfiled(matter.Petition, 1, On("2026-03-31"), " ", Rules("2026-04-02")).ShouldBeRefusedUnder("SPC16-16", "unfiled-needs-proof");
        SupervisionCases.Unfiled(matter.Petition, 1, On("2026-03-04"), "裁定", Rules("2026-04-02")).ShouldBeOfType<Decision<object>.Done>("received on the last day of its period");
        matter.Do(SupervisionCases.Unfiled(matter.Petition, 1, On("2026-03-31"), "裁定", Rules("2026-04-02")), "2026-04-02");
        SupervisionCases.Unfiled(matter.Petition, 1, On("2026-03-31"), "裁定", Rules("2026-04-02")).ShouldBeRefusedAs("chain-step-open");
        SupervisionCases.Unfiled(Ruled().Petition, 1, On("2026-03-31"), "裁定", Rules("2026-04-02")).ShouldBeRefusedUnder("SPC16-16", "unfiled-is-filed");
    }

    [Fact]
    [Trait("Clause", "SPC16-11 accepted")]
    public void What_was_used_up_stands_with_its_makers_and_levels()
    {
        var used = Exhausted().Petition.Procedures.Exhaustion;
        used.Chain.ShouldBe(1);
        new[] { used.Objection!, used.Reconsideration!, used.Supervision! }.Select(r => (r.Court, r.Level, r.Rejected)).ShouldBe(
            [(Basic.Number, Basic.Level, true), (Mid.Number, Mid.Level, true), (High.Number, High.Level, true)]);
        Maintained().Petition.Procedures.Exhaustion.Reconsideration.ShouldBeNull("a ruling that reached nobody uses nothing up");
    }

    [Fact]
    [Trait("Clause", "SPC16-11 accepted")]
    [Trait("Clause", "SPC16-11 refused")]
    public void Older_rulings_are_put_on_record_in_their_order_from_the_courts_of_that_time()
    {
        var matter = Identified("2026-03-02");
        EarlierRulings.Record(matter.Petition, Older(ReviewKind.Reconsideration, Mid, "执复", 2), Rules("2026-03-05")).ShouldBeRefusedUnder("SPC16-11", "earlier-needs-objection");
        EarlierRulings.Record(matter.Petition, Older(ReviewKind.Objection, Basic, "执异", 1) with { Document = " " }, Rules("2026-03-05")).ShouldBeRefusedUnder("SPC16-11", "review-needs-document");
        EarlierRulings.Record(matter.Petition, Older(ReviewKind.Objection, Basic, "执监", 1), Rules("2026-03-05")).ShouldBeRefusedUnder("SPC16-11", "procedure-number-type");
        EarlierRulings.Record(matter.Petition, Older(ReviewKind.Objection, Basic, "执异", 1) with { Outcome = RulingOutcome.Maintained }, Rules("2026-03-05")).ShouldBeRefusedFor("outcome", "review-outcome-unknown");
        matter = Earlier("2025-03-03", "2025-03-05");
        EarlierRulings.Record(matter.Petition, Older(ReviewKind.Supervision, Mid, "执监", 9), Rules("2026-03-05")).ShouldBeRefusedUnder("SPC16-11", "earlier-other-court");
        EarlierRulings.Record(matter.Petition, Older(ReviewKind.Reconsideration, Mid, "执复", 9), Rules("2026-03-05")).ShouldBeRefusedUnder("SPC16-11", "earlier-out-of-order");
        matter.Do(EarlierRulings.Record(matter.Petition, Older(ReviewKind.Supervision, High, "执监", 9), Rules("2026-03-05")), "2026-03-05");
        matter.Petition.Procedures.Exhaustion.ShouldSatisfyAllConditions(e => e.Supervision!.Court.ShouldBe(High.Number), e => e.Reconsideration!.Court.ShouldBe(Mid.Number), e => e.Objection!.Rejected.ShouldBeTrue());
    }

    [Fact]
    [Trait("Clause", "SPC16-11 accepted")]
    public void Restored_enforcement_stands_beside_the_chains()
    {
        var matter = Identified("2026-03-02");
        Restore(matter, "执").ShouldBeRefusedUnder("SPC16-11", "procedure-number-type");
        EarlierRulings.Restore(matter.Petition, Number(Basic, "执恢", 8), On("2026-03-04"), " ", "裁定", Rules("2026-03-05")).ShouldBeRefusedFor("ground", "restored-needs-ground");
        matter.Do(Restore(matter, "执恢"), "2026-03-05");
        matter.Petition.Procedures.Restored.Single().Number.ShouldBe("（2026）" + Basic.Code + "执恢8号");
        Restore(matter, "执恢").ShouldBeRefusedFor("number", "conversion-number-used");

        static Decision<object> Restore(Matter matter, string type) => EarlierRulings.Restore(matter.Petition, Number(Basic, type, 8), On("2026-03-04"), "发现存款", "恢复执行裁定", Rules("2026-03-05"));
    }

    private static EarlierRuling Older(ReviewKind kind, Zhixin.Courts.Court maker, string type, int sequence) => new(
        1, kind, ObjectionKind.Act, maker, Number(maker, type, sequence), On("2026-03-03"), On("2026-03-04"), kind == ReviewKind.Objection ? RulingOutcome.Rejected : RulingOutcome.Maintained, "旧卷第 3 页");

    /// <summary>A matter with an objection and a reconsideration from papers; the latter in effect on a day.</summary>
    private static Matter Earlier(string ruled, string served)
    {
        var matter = Identified("2026-03-02");
        matter.Do(EarlierRulings.Record(matter.Petition, Older(ReviewKind.Objection, Basic, "执异", 1) with { RuledOn = On("2022-11-01"), ServedOn = On("2022-11-02") }, Rules("2026-03-05")), "2026-03-05");
        return matter.Do(EarlierRulings.Record(matter.Petition, Older(ReviewKind.Reconsideration, Mid, "执复", 2) with { RuledOn = On(ruled), ServedOn = On(served) }, Rules("2026-03-05")), "2026-03-05");
    }

    private static Matter Unfiled()
    {
        var matter = Identified("2026-03-02");
        return matter.Do(Converting.Receive(matter.Petition, Paper(), On("2026-03-04")), "2026-03-04");
    }

    private static ReceivePaper Paper() => ChainDesk.Paper();
}

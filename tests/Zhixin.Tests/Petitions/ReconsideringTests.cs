using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.ChainDesk;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>From the ruling on an objection to the ruling on its reconsideration.</summary>
public sealed class ReconsideringTests
{
    [Fact]
    [Trait("Clause", "CPL-236 accepted")]
    public void Reconsideration_is_applied_for_on_the_tenth_day_after_service_which_rolls_over_a_weekend()
    {
        var matter = Served();
        matter.The("reconsideration-window").Due.ShouldBe(On("2026-03-23"), "the 21st is a Saturday");
        matter.Do(Reconsidering.Apply(matter.Petition, 1, Application("2026-03-23"), Basic.Number, Rules("2026-03-23")), "2026-03-23");
        matter.The("file-up").Due.ShouldBe(On("2026-03-30"), "five days end on a Saturday");
        matter.Petition.Procedures.Find(1)!.Current.ShouldSatisfyAllConditions(s => s.Court.ShouldBe(Mid.Number), s => s.Kind.ShouldBe(ReviewKind.Reconsideration));
    }

    [Fact]
    [Trait("Clause", "CPL-236 refused")]
    public void A_day_late_is_too_late_and_what_remains_is_told()
    {
        var matter = Served();
        Reconsidering.Apply(matter.Petition, 1, Application("2026-03-24"), Basic.Number, Rules("2026-03-24")).ShouldBeRefusedUnder("CPL-236", "reconsideration-late");
        Remedies.Of(matter.Petition, Rules("2026-03-24"), On("2026-03-24")).Select(r => (r.Kind, r.Time)).ShouldBe(
        [
            (RemedyKind.Excuse, new RemedyTime.Undated(NoLastDay.ObstacleLasts)), (RemedyKind.Supervision, new RemedyTime.Until(On("2026-09-23"))),
        ]);
    }

    [Fact]
    [Trait("Clause", "CPL-236 refused")]
    public void Nothing_is_reconsidered_before_a_ruling_is_served_nor_twice_nor_elsewhere_nor_without_a_paper()
    {
        var matter = Ruled();
        Reconsidering.Apply(matter.Petition, 1, Application("2026-03-11"), Basic.Number, Rules("2026-03-11")).ShouldBeRefusedUnder("CPL-236", "reconsideration-not-served");
        Reconsidering.Apply(matter.Petition, 2, Application("2026-03-11"), Basic.Number, Rules("2026-03-11")).ShouldBeRefusedFor("procedure", "conversion-unknown");
        matter = Served();
        Reconsidering.Apply(matter.Petition, 1, Application("2026-03-20"), High.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("CPL-236", "chain-other-court");
        Reconsidering.Apply(matter.Petition, 1, Application("2026-03-20") with { Paper = " " }, Mid.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("CPL-236", "application-needs-paper");
        Reconsidering.Apply(matter.Petition, 1, Application("2026-03-20") with { By = null }, Mid.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("CPL-236", "application-needs-person");
        Reconsidering.Apply(matter.Petition, 1, Application("2026-03-10"), Basic.Number, Rules("2026-03-20")).ShouldBeRefusedFor("receivedOn", "before-what-it-answers");
        Reconsidering.Apply(matter.Petition, 1, Application("2026-03-21"), Basic.Number, Rules("2026-03-20")).ShouldBeRefusedFor("receivedOn", "date-in-future");
        Reconsidering.Apply(Reconsidered().Petition, 1, Application("2026-03-25"), Basic.Number, Rules("2026-03-25")).ShouldBeRefusedAs("chain-step-open");
        Reconsidering.Apply(Maintained().Petition, 1, Application("2026-04-21"), Basic.Number, Rules("2026-04-21")).ShouldBeRefusedUnder("CPL-236", "reconsideration-used");
        Reconsidering.Apply(Served(ObjectionKind.Outsider).Petition, 1, Application("2026-03-20"), Basic.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("CPL-238", "reconsideration-outsider");
    }

    [Fact]
    [Trait("Clause", "EPI-7 accepted")]
    [Trait("Clause", "EPI-8 accepted")]
    public void The_file_goes_up_in_five_days_and_the_court_above_rules_in_thirty_from_its_receipt()
    {
        var matter = Reconsidered();
        (matter.The("file-up").IsOpen, matter.The("reconsideration-ruling").Opened.Court).ShouldBe((false, Mid.Number));
        matter.The("reconsideration-ruling").Due.ShouldBe(On("2026-04-24"));
        matter.Do(StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained), Mid.Number, On("2026-04-24"), Rules("2026-04-24")), "2026-04-24");
        (matter.Open("reconsideration-ruling"), matter.The("reconsideration-ruling").IsBreached(On("2026-05-30"))).ShouldBe((false, false));
    }

    [Fact]
    [Trait("Clause", "EPI-7 refused")]
    [Trait("Clause", "EPI-8 refused")]
    public void No_file_goes_up_without_an_application_and_no_court_rules_but_the_one_above_under_its_own_number()
    {
        var matter = Served();
        Reconsidering.SendUp(matter.Petition, 1, "函", Basic.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("EPI-7", "file-up-no-application");
        Reconsidering.Receive(matter.Petition, 1, Number(Mid, "执复", 3), On("2026-03-20"), Mid.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("EPI-8", "reconsideration-none");
        matter.Do(Reconsidering.Apply(matter.Petition, 1, Application("2026-03-20"), Mid.Number, Rules("2026-03-20")), "2026-03-20");
        Reconsidering.SendUp(matter.Petition, 1, "函", Mid.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("EPI-7", "chain-other-court");
        Reconsidering.SendUp(matter.Petition, 1, " ", Basic.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("EPI-7", "file-up-needs-letter");
        Reconsidering.Receive(matter.Petition, 1, Number(High, "执复", 3), On("2026-03-20"), High.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("EPI-8", "chain-other-court");
        Reconsidering.Receive(matter.Petition, 1, Number(Mid, "执监", 3), On("2026-03-20"), Mid.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("EPI-8", "procedure-number-type");
        Reconsidering.Receive(matter.Petition, 1, Number(High, "执复", 3), On("2026-03-20"), Mid.Number, Rules("2026-03-20")).ShouldBeRefusedUnder("EPI-8", "procedure-number-court");
        Reconsidering.Receive(matter.Petition, 1, Number(Mid, "执复", 3), On("2026-03-19"), Mid.Number, Rules("2026-03-20")).ShouldBeRefusedFor("receivedOn", "before-what-it-answers");
        StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained), Mid.Number, On("2026-03-20"), Rules("2026-03-20")).ShouldBeRefusedUnder("EPI-8", "procedure-step-not-filed");
        matter = Reconsidered();
        Reconsidering.SendUp(matter.Petition, 1, "函", Basic.Number, Rules("2026-03-25")).ShouldBeRefusedAs("file-up-sent");
        Reconsidering.Receive(matter.Petition, 1, Number(Mid, "执复", 4), On("2026-03-25"), Mid.Number, Rules("2026-03-25")).ShouldBeRefusedAs("reconsideration-filed");
        StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained), High.Number, On("2026-03-26"), Rules("2026-03-26")).ShouldBeRefusedUnder("EPI-8", "chain-other-court");
        StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained, " "), Mid.Number, On("2026-03-26"), Rules("2026-03-26")).ShouldBeRefusedUnder("EPI-8", "procedure-needs-ruling");
        StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Rejected), Mid.Number, On("2026-03-26"), Rules("2026-03-26")).ShouldBeRefusedFor("outcome", "review-outcome-unknown");
        StepReviewing.Rule(matter.Petition, 1, Ruling(RulingOutcome.Maintained) with { Document = null }, Mid.Number, On("2026-03-26"), Rules("2026-03-26")).ShouldBeRefusedUnder("EPI-8", "review-needs-document");
    }

    [Fact]
    [Trait("Clause", "EPI-8 accepted")]
    public void The_president_gives_thirty_days_more_once_counted_in_one_run_and_days_left_out_later_lengthen_them()
    {
        var matter = Reconsidered();
        matter.Do(LongerReviewing.Ask(matter.Petition, 1, "案情复杂", Mid.Number, Rules("2026-04-23"), Reviewer), "2026-04-23");
        matter.Do(LongerReviewing.Decide(matter.Petition, 1, true, "审批表 1 号", null, Mid.Number, Rules("2026-04-24"), President), "2026-04-24");
        matter.The("reconsideration-ruling").Due.ShouldBe(On("2026-05-25"), "sixty days from 25 March end on a Sunday");
        matter.Do(TimeKeeping.Ask(matter.Petition, new AskExclusion(matter.The("reconsideration-ruling").No, On("2026-05-06"), On("2026-05-10"), "appraisal", "鉴定委托书", "鉴定", Reviewer) { Court = Mid.Number }, On("2026-05-11")), "2026-05-11");
        matter.Do(TimeKeeping.Decide(matter.Petition, 1, true, string.Empty, President, Shipped, Mid.Number), "2026-05-11");
        matter.The("reconsideration-ruling").Due.ShouldBe(On("2026-06-01"), "five days more end on a Saturday");
    }

    [Fact]
    [Trait("Clause", "EPI-8 refused")]
    public void Nobody_gets_more_time_twice_too_late_from_himself_or_from_another_court()
    {
        var matter = Reconsidered();
        LongerReviewing.Ask(matter.Petition, 1, "复杂", High.Number, Rules("2026-04-23"), Reviewer).ShouldBeRefusedUnder("EPI-8", "chain-other-court");
        LongerReviewing.Ask(matter.Petition, 1, " ", Mid.Number, Rules("2026-04-23"), Reviewer).ShouldBeRefusedFor("reason", "reason-required");
        LongerReviewing.Decide(matter.Petition, 1, true, "审批表", null, Mid.Number, Rules("2026-04-23"), President).ShouldBeRefusedAs("review-extension-not-asked");
        LongerReviewing.Ask(matter.Petition, 1, "复杂", Mid.Number, Rules("2026-04-25"), Reviewer).ShouldBeRefusedUnder("EPI-8", "review-extension-late");
        matter.Do(LongerReviewing.Ask(matter.Petition, 1, "复杂", Mid.Number, Rules("2026-04-23"), Reviewer), "2026-04-23");
        LongerReviewing.Ask(matter.Petition, 1, "复杂", Mid.Number, Rules("2026-04-23"), Reviewer).ShouldBeRefusedAs("review-extension-asked");
        LongerReviewing.Decide(matter.Petition, 1, true, "审批表", null, Mid.Number, Rules("2026-04-23"), Reviewer).ShouldBeRefusedAs("review-extension-own");
        LongerReviewing.Decide(matter.Petition, 1, true, "审批表", null, Mid.Number, Rules("2026-04-23"), new Actors(President.Person, Reviewer.Person)).ShouldBeRefusedAs("review-extension-own");
        LongerReviewing.Decide(matter.Petition, 1, false, null, " ", Mid.Number, Rules("2026-04-23"), President).ShouldBeRefusedFor("reason", "reason-required");
        LongerReviewing.Decide(matter.Petition, 1, true, " ", null, Mid.Number, Rules("2026-04-23"), President).ShouldBeRefusedUnder("EPI-8", "review-extension-needs-document");
        LongerReviewing.Decide(matter.Petition, 1, true, "审批表", null, Mid.Number, Rules("2026-04-25"), President).ShouldBeRefusedUnder("EPI-8", "review-extension-late");
        matter.Do(LongerReviewing.Decide(matter.Petition, 1, false, null, "并不复杂", Mid.Number, Rules("2026-04-23"), President), "2026-04-23");
        matter.Do(LongerReviewing.Ask(matter.Petition, 1, "新证据", Mid.Number, Rules("2026-04-23"), Reviewer), "2026-04-23");
        matter.Do(LongerReviewing.Decide(matter.Petition, 1, true, "审批表", null, Mid.Number, Rules("2026-04-24"), President), "2026-04-24");
        LongerReviewing.Ask(matter.Petition, 1, "再延", Mid.Number, Rules("2026-05-20"), Reviewer).ShouldBeRefusedUnder("EPI-8", "review-extension-once");
        LongerReviewing.Ask(Ruled().Petition, 1, "延", Basic.Number, Rules("2026-03-12"), Reviewer).ShouldBeRefusedAs("review-none");
    }

    [Fact]
    [Trait("Clause", "SPC09-3.1 refused")]
    public void Who_implemented_the_case_made_the_act_or_sat_on_an_earlier_step_does_not_sit()
    {
        var matter = Reconsidered();
        Name(matter, new PanelMember(First[0].Person, "甲")).ShouldBeRefusedUnder("SPC09-3.1", "panel-sat");
        Name(matter, new PanelMember(Zhang.Id, "张法官")).ShouldBeRefusedUnder("SPC09-3.1", "panel-implemented");
        Name(matter.With(p => p with { Opened = p.Opened with { OriginalHandler = Li.Id } }), new PanelMember(Li.Id, "李法官")).ShouldBeRefusedUnder("SPC09-3.1", "panel-implemented");
        Name(matter).ShouldBeRefusedFor("members", "panel-empty");
        StepReviewing.Name(matter.Petition, 1, Second, Basic.Number, Rules("2026-03-26")).ShouldBeRefusedUnder("EPI-8", "chain-other-court");
        StepReviewing.Name(Served().Petition, 1, Second, Basic.Number, Rules("2026-03-26")).ShouldBeRefusedAs("procedure-ended");
        var unnamed = Served();
        unnamed.Do(Reconsidering.Apply(unnamed.Petition, 1, Application("2026-03-20"), Mid.Number, Rules("2026-03-20")), "2026-03-20");
        unnamed.Do(Reconsidering.Receive(unnamed.Petition, 1, Number(Mid, "执复", 3), On("2026-03-20"), Mid.Number, Rules("2026-03-20")), "2026-03-20");
        StepReviewing.Rule(unnamed.Petition, 1, Ruling(RulingOutcome.Maintained), Mid.Number, On("2026-03-26"), Rules("2026-03-26")).ShouldBeRefusedUnder("SPC09-3.1", "review-needs-members");

        static Decision<object> Name(Matter matter, params PanelMember[] members) => StepReviewing.Name(matter.Petition, 1, members, Mid.Number, Rules("2026-03-26"));
    }

    [Fact]
    [Trait("Clause", "SPC09-3.1 accepted")]
    public void Others_sit_and_who_sat_below_may_sit_in_another_chain()
    {
        var matter = Reconsidered();
        matter.Petition.Procedures.Find(1)!.Current.Members.ShouldBe(Second);
        matter.Petition.Procedures.Find(1)!.Sat(First[0].Person).ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "CPL-236 accepted")]
    public void What_is_revoked_and_sent_back_is_ruled_on_anew_in_fifteen_days_by_others_and_begins_another_round()
    {
        var matter = Maintained(RulingOutcome.SentBack);
        matter.Of("objection-ruling").Select(o => (o.IsOpen, o.Due)).ShouldBe([(false, On("2026-03-19")), (true, On("2026-05-06"))], "the fifteenth day after 20 April is in the holiday of May");
        matter.Petition.Procedures.ShouldSatisfyAllConditions(p => p.IsReviewed.ShouldBeFalse("what was revoked counts for nothing"), p => p.Exhaustion.ShouldBe(ReviewExhaustion.None));
        StepReviewing.Name(matter.Petition, 1, First, Basic.Number, Rules("2026-04-21")).ShouldBeRefusedUnder("SPC09-3.1", "panel-sat");
        Reconsidering.Apply(matter.Petition, 1, Application("2026-04-21"), Basic.Number, Rules("2026-04-21")).ShouldBeRefusedUnder("CPL-236", "reconsideration-before-ruling");
        matter.Do(ServingRulings.Serve(matter.Petition, 1, Service("2026-04-22"), Mid.Number, Rules("2026-04-22")), "2026-04-22");
        matter.Of("supervision-window").ShouldBeEmpty("nothing stands to be supervised");
        matter.Do(Converting.Rule(matter.Petition, 1, "重新审查裁定", ObjectionOutcome.Rejected), "2026-05-06");
        matter.Do(ServingRulings.Serve(matter.Petition, 1, Service("2026-05-07"), Basic.Number, Rules("2026-05-07")), "2026-05-07");
        matter.Of("reconsideration-window")[^1].Due.ShouldBe(On("2026-05-18"), "the tenth day is a Sunday");
        matter.Do(Reconsidering.Apply(matter.Petition, 1, Application("2026-05-18"), Basic.Number, Rules("2026-05-18")), "2026-05-18");
    }

    [Fact]
    public void An_application_that_was_taken_back_may_come_again_within_its_days()
    {
        var matter = Served();
        matter.Do(Reconsidering.Apply(matter.Petition, 1, Application("2026-03-12"), Basic.Number, Rules("2026-03-12")), "2026-03-12");
        Reconsidering.Withdraw(matter.Petition, 1, " ").ShouldBeRefusedUnder("CPL-236", "procedure-withdrawal-needs-paper");
        matter.Do(Reconsidering.Withdraw(matter.Petition, 1, "撤回申请"), "2026-03-13");
        (matter.Open("file-up"), matter.Petition.Procedures.IsPending).ShouldBe((false, false));
        Reconsidering.Withdraw(matter.Petition, 1, "撤回申请").ShouldBeRefusedUnder("CPL-236", "reconsideration-none");
        Reconsidering.Apply(matter.Petition, 1, Application("2026-03-24"), Basic.Number, Rules("2026-03-24")).ShouldBeRefusedUnder("CPL-236", "reconsideration-late");
        matter.Do(Reconsidering.Apply(matter.Petition, 1, Application("2026-03-23"), Basic.Number, Rules("2026-03-23")), "2026-03-23");
        matter.Petition.Procedures.Find(1)!.Steps.Count.ShouldBe(3);
    }

    [Fact]
    [Trait("Clause", "OBJ-2 refused")]
    public void Only_the_court_that_ruled_or_the_enforcing_court_serves_with_person_and_proof_once()
    {
        var matter = Ruled();
        ServingRulings.Serve(matter.Petition, 1, Service("2026-03-11"), Mid.Number, Rules("2026-03-11")).ShouldBeRefusedUnder("CPL-236", "chain-other-court");
        ServingRulings.Serve(matter.Petition, 1, Service("2026-03-11") with { To = " " }, Basic.Number, Rules("2026-03-11")).ShouldBeRefusedUnder("CPL-236", "serve-needs-person");
        ServingRulings.Serve(matter.Petition, 1, Service("2026-03-11") with { Proof = " " }, Basic.Number, Rules("2026-03-11")).ShouldBeRefusedUnder("CPL-236", "serve-needs-proof");
        ServingRulings.Serve(matter.Petition, 1, Service("2026-03-09"), Basic.Number, Rules("2026-03-11")).ShouldBeRefusedFor("servedOn", "before-what-it-answers");
        ServingRulings.Serve(Served().Petition, 1, Service("2026-03-12"), Basic.Number, Rules("2026-03-12")).ShouldBeRefusedAs("serve-nothing");
    }
}

using Zhixin.Obligations;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.PressingTests;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>What the course of a matter may not take away: the hearing, the days for reconsideration, a fresh panel, the consequences of an opinion that was not followed.</summary>
public sealed class AmendingTests
{
    [Fact]
    [Trait("Clause", "HNI-7 accepted")]
    public void A_hearing_may_have_been_held_before_the_answer_which_then_comes_along_with_it()
    {
        var matter = Lettered(due: "2026-03-31").Named().Do(s => Hear(s.Supervision, held: "2026-03-20", findings: "网络查控无财产", on: "2026-03-25"), "2026-03-25");
        matter.The("report").State.ShouldBe(new ObligationState.Fulfilled(On("2026-03-25")));
        (matter.The("no-property-hearing").State, matter.The("no-property-hearing").IsBreached(On("2026-04-30"))).ShouldBe((new ObligationState.Fulfilled(On("2026-03-20")), false));
        matter.The("report-after-hearing").Due.ShouldBe(On("2026-03-30"), "ten days from the hearing");
        (matter.Supervision.Letter(1)!.HeardOn, matter.Supervision.Letter(1)!.NoProperty!.On).ShouldBe((On("2026-03-20"), On("2026-03-25")));
    }

    [Fact]
    [Trait("Clause", "HNI-7 refused")]
    public void A_hearing_is_held_after_the_letter_came_and_not_later_than_today_and_the_answer_has_findings()
    {
        var matter = Lettered(due: "2026-03-31").Named();
        Hear(matter.Supervision, held: "2026-03-01", findings: "无财产").ShouldBeRefusedFor("heldOn", "hearing-before-letter");
        Hear(matter.Supervision, held: "2026-03-26", findings: "无财产").ShouldBeRefusedFor("heldOn", "date-in-future");
        Hear(matter.Supervision, held: "2026-03-20").ShouldBeRefusedUnder("HNI-7", "hearing-only-no-property");
        Hear(Lettered().Supervision, findings: "无财产").ShouldBeRefusedUnder("HNI-6", "supervision-needs-handler");
        Hear(Reported().Supervision, findings: "无财产").ShouldBeRefusedAs("supervision-report-pending");
    }

    [Fact]
    [Trait("Clause", "HNI-7 refused")]
    public void While_the_hearing_is_owed_no_other_report_takes_its_place_unless_property_was_found()
    {
        var matter = Lettered(due: "2026-03-31").Named().Do(s => Reporting.AnswerNoProperty(s.Supervision, 1, Basic.Number, "网络查控无财产", "答复", Reporter), "2026-03-10");
        Report(matter.Supervision).ShouldBeRefusedUnder("HNI-7", "report-needs-hearing");
        matter.Do(s => Hear(s.Supervision, held: "2026-03-16", on: "2026-03-16"), "2026-03-16");
        Report(matter.Supervision).ShouldBeRefusedUnder("HNI-7", "report-needs-hearing");
        matter.Do(s => Reporting.ReportAfterHearing(s.Supervision, 1, Basic.Number, "确无财产", "报告", Reporter), "2026-03-20");
        Judging.Accept(matter.Supervision, 1, High.Number, "妥当").ShouldBeOfType<Decision<object>.Done>();

        var found = Lettered(due: "2026-03-31").Named().Do(s => Reporting.AnswerNoProperty(s.Supervision, 1, Basic.Number, "网络查控无财产", "答复", Reporter), "2026-03-10")
            .Do(s => Reporting.Report(s.Supervision, 1, Basic.Number, new ReportResult("已查控", "已扣划", "报告", false, false, Reporter) { PropertyFound = "另案可供执行的应收款" }), "2026-03-12");
        found.The("no-property-hearing").State.ShouldBe(new ObligationState.Ended("supervision.report-submitted"));
        Judging.Accept(found.Supervision, 1, High.Number, "妥当").ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    [Trait("Clause", "HNI-11 refused")]
    public void Who_followed_an_opinion_may_still_ask_within_the_days_and_nothing_is_accepted_meanwhile()
    {
        var matter = Given().Do(s => Opining.Comply(s.Supervision, 1, Basic.Number, "已照办", "材料", Reporter), "2026-03-13").Do(s => Ask(s.Supervision, "2026-03-16"), "2026-03-16");
        Judging.Accept(matter.Supervision, 1, High.Number, "妥当").ShouldBeRefusedUnder("HNI-11", "report-before-reconsideration");
        matter.Do(s => Panel(s.Supervision, [Fourth, Fifth, Sixth]), "2026-03-17");
        Opining.Suspend(matter.Supervision, 1, High.Number, "待查", On("2026-03-17"), new Actors(Fourth.Id, null)).ShouldBeRefusedAs("opinion-done");
        matter.Do(s => Opining.Decide(s.Supervision, High.Number, new DecideReconsideration(1, ReconsiderationOutcome.Uphold, "意见正确", null, null, On("2026-03-20"), new Actors(Fourth.Id, null))), "2026-03-20");
        Judging.Accept(matter.Supervision, 1, High.Number, "妥当").ShouldBeOfType<Decision<object>.Done>();
        Ask(matter.Supervision, "2026-03-16").ShouldBeRefusedAs("reconsideration-asked-before");
    }

    [Fact]
    [Trait("Clause", "HNI-11 refused")]
    [Trait("Clause", "HNP-20 refused")]
    public void A_fresh_panel_holds_nobody_who_gave_the_opinion_or_reviewed_and_somebody_who_may_decide()
    {
        var matter = Opened(flags: "major").Do(s => Reviewing.Name(s.Supervision, Sixth, High.Number), "2026-03-02").Do(s => Reviewing.FormPanel(s.Supervision, [Second, Third, Fourth], High.Number), "2026-03-02");
        Review(matter.Supervision).ShouldBeRefusedUnder("HNP-6", "review-not-member");
        matter.Do(s => Reviewing.Decide(
            s.Supervision, new ReviewMaterial(true, "1", null, null, "超期未执结", null, new Actors(Second.Id, null)), new ReviewRules(List("HNI", "grounds"), List("HNP", "mode-situations"), On("2026-03-02"))), "2026-03-02")
            .Do(s => Letter(s.Supervision), "2026-03-02").Named().Do(s => Report(s.Supervision), "2026-03-10").Do(s => Judging.FindImproper(s.Supervision, 1, High.Number, "没有扣划"), "2026-03-11")
            .Do(s => Give(s.Supervision), "2026-03-12").Do(s => Ask(s.Supervision, "2026-03-13"), "2026-03-13");
        matter.Supervision.Opinion(1)!.Issued.MadeBy.ShouldBe([Reviewer.Id, Second.Id, Third.Id, Fourth.Id], "who gave it has made it too");
        var (seventh, eighth) = (Fifth with { Id = Matter.Id(801), Name = "陈法官" }, Fifth with { Id = Matter.Id(802), Name = "黄法官" });
        foreach (var sat in new[] { Reviewer, Second, Sixth })
        {
            Panel(matter.Supervision, [sat, seventh, eighth]).ShouldBeRefusedUnder("HNI-11", "reconsideration-panel-not-fresh");
        }

        Panel(matter.Supervision, [Fifth, seventh, eighth], deciding: "review-unit").ShouldBeRefusedUnder("HNI-11", "reconsideration-panel-cannot-decide");
        Panel(matter.Supervision, [Fifth, seventh, eighth with { Posts = ["review-unit"] }], deciding: "review-unit").ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    public void Until_it_decided_another_panel_takes_its_place_for_a_reason()
    {
        var matter = Given().Do(s => Ask(s.Supervision, "2026-03-13"), "2026-03-13").Do(s => Panel(s.Supervision, [Fourth, Fifth, Sixth]), "2026-03-14");
        Panel(matter.Supervision, [Third, Fifth, Sixth]).ShouldBeRefusedUnder("HNI-11", "reconsideration-panel-needs-reason");
        matter.Do(s => Panel(s.Supervision, [Third, Fifth, Sixth], reason: "符法官离任"), "2026-03-16");
        matter.Last.OfType<SupervisionPanelFormed>().Single().Reason.ShouldBe("符法官离任");
        matter.Supervision.Opinion(1)!.Panel!.Includes(Fourth.Id).ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNP-23 refused")]
    public void Who_held_the_hearing_is_no_longer_overrun_and_gets_no_urging_letter()
    {
        var matter = Lettered().Named().Do(s => Reporting.AnswerNoProperty(s.Supervision, 1, Basic.Number, "网络查控无财产", "答复", Reporter), "2026-03-10").Until("2026-04-02");
        matter.Open("urging-letter").ShouldBeTrue("the hearing was due on 2026-03-23");
        matter.Do(s => Hear(s.Supervision, on: "2026-04-03"), "2026-04-03");
        (matter.Supervision.Letter(1)!.OverrunOn, matter.The("urging-letter").State).ShouldBe((null, new ObligationState.Ended("supervision.hearing-held")));
        Press(matter.Supervision, "2026-04-03").ShouldBeRefusedUnder("HNP-23", "urging-before-overrun");
        matter.Until("2026-04-22").Supervision.Letter(1)!.OverrunOn.ShouldBeNull();
        matter.Until("2026-04-23").Supervision.Letter(1)!.OverrunOn.ShouldBe(On("2026-04-23"), "ten days after the report that is due on 2026-04-13");
    }

    [Fact]
    [Trait("Clause", "HNP-23 refused")]
    public void An_opinion_that_was_corrected_or_got_another_date_presses_nobody()
    {
        var matter = Given().Do(s => Ask(s.Supervision, "2026-03-13"), "2026-03-13").Do(s => Panel(s.Supervision, [Fourth, Fifth, Sixth]), "2026-03-14").Until("2026-04-10");
        matter.Do(s => Press(s.Supervision, "2026-04-10", due: "2026-04-20"), "2026-04-10");
        (matter.Open("urging-letter"), matter.Open("explain-delay")).ShouldBe((false, true));
        matter.Do(s => Opining.Decide(s.Supervision, High.Number, new DecideReconsideration(1, ReconsiderationOutcome.Correct, "撤销", null, null, On("2026-04-13"), new Actors(Fourth.Id, null))), "2026-04-13");
        (matter.Open("explain-delay"), matter.Supervision.Letter(1)!.OverrunOn).ShouldBe((false, null));
        Press(matter.Supervision, "2026-04-21").ShouldBeRefusedUnder("HNP-23", "urging-before-overrun");
    }

    [Theory]
    [Trait("Clause", "HNI-12 accepted")]
    [InlineData(false)]
    [InlineData(true)]
    public void An_urging_letter_about_an_opinion_urges_it(bool isOrder)
    {
        var matter = Opinionated().Until("2026-04-10").Do(s => Press(s.Supervision, "2026-04-10", isOrder), "2026-04-10");
        matter.Supervision.Opinion(1)!.UrgedOn.ShouldBe(On("2026-04-10"));
        matter.Do(s => Pressing.FindUnfollowed(s.Supervision, 1, High.Number, "仍未落实", On("2026-04-11")), "2026-04-11").Open("bulletin-not-followed").ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "HNI-12 accepted")]
    [Trait("Clause", "HNI-12 refused")]
    public void That_an_opinion_was_not_followed_is_found_after_another_court_took_over_too()
    {
        var matter = Opinionated().Do(s => Urge(s.Supervision, "2026-04-01", opinion: 1), "2026-04-01")
            .Do(s => new object[] { new SupervisionLetterWithdrawn(1, "提级"), new SupervisionElevated(Basic.Number, High.Number, "（2026）琼执提1号", "报告逾期", false) }, "2026-04-02");
        Pressing.NothingUnfollowed(matter.Supervision, High.Number).ShouldBeNull();
        matter.Do(s => Pressing.FindUnfollowed(s.Supervision, 1, High.Number, "催办后仍未落实", On("2026-04-03")), "2026-04-03");
        matter.Last.OfType<SupervisionOpinionNotFollowed>().Single().Breached.ShouldBe([.. matter.Owed("follow-opinion").Select(o => o.No)]);
        (matter.Open("bulletin-not-followed"), matter.Open("accountability-not-followed")).ShouldBe((true, true));

        var inTime = Opinionated("2026-04-30").Until("2026-04-02").Do(s => new object[] { new SupervisionUrged(1, 1, null, "催"), new SupervisionLetterWithdrawn(1, "发错") }, "2026-04-02");
        Pressing.FindUnfollowed(inTime.Supervision, 1, High.Number, "没有落实", On("2026-05-02")).ShouldBeRefusedUnder("HNI-12", "not-followed-not-due");
    }

    [Fact]
    [Trait("Clause", "HNP-12 accepted")]
    [Trait("Clause", "HNP-12 refused")]
    public void Each_possible_error_has_its_own_month_and_its_own_opinion()
    {
        var matter = Reviewed(mode: SupervisionMode.Correct).Do(s => Reviewing.Flag(s.Supervision, "省人大", "可能超标的查封", urgent: false), "2026-03-03")
            .Do(s => Reviewing.Flag(s.Supervision, "院长", "可能错列被执行人", urgent: false), "2026-03-04").Do(s => Write(s.Supervision, 2, true), "2026-03-05");
        matter.Owed("review-opinion").Select(o => (o.Due, o.IsOpen)).ShouldBe([(On("2026-04-03"), true), (On("2026-04-07"), false)], "the second month ends on a holiday");
        Write(matter.Supervision, 2, false).ShouldBeRefusedAs("review-opinion-written");
        Write(matter.Supervision, 3, false).ShouldBeRefusedFor("error", "review-opinion-unknown");
        matter.Supervision.OwesReviewLetter.ShouldBeTrue();
        matter.Do(s => Letter(s.Supervision, LetterKind.Review, today: "2026-03-05"), "2026-03-05").Supervision.OwesReviewLetter.ShouldBeFalse();
        Letter(matter.Supervision, LetterKind.Review, to: Mid, today: "2026-03-05").ShouldBeOfType<Decision<object>.Refused>();
        matter.Do(s => Write(s.Supervision, 1, false), "2026-03-06");
        (matter.Open("review-opinion"), matter.Supervision.OwesReviewLetter).ShouldBe((false, false));
        Write(matter.Supervision, null, false).ShouldBeRefusedUnder("HNP-12", "review-opinion-nothing-flagged");
    }

    [Fact]
    [Trait("Clause", "HNI-10 refused")]
    [Trait("Clause", "HNP-14 refused")]
    public void A_merger_waives_nothing()
    {
        var lead = new RunningSupervision(Supreme.Number, Matter.Id(501), "2026-最高-0001", Supreme.Name);
        Merge(Given()).ShouldBeRefusedUnder("HNI-10", "merge-opinion-binds");
        Merge(Opinionated().Do(s => Opining.Comply(s.Supervision, 1, Basic.Number, "已照办", "材料", Reporter), "2026-03-13").Do(s => Ask(s.Supervision, "2026-03-16"), "2026-03-16")).ShouldBeRefusedUnder("HNI-10", "merge-opinion-binds");
        var unfollowed = Opinionated().Do(s => Urge(s.Supervision, "2026-04-01", opinion: 1), "2026-04-01").Do(s => Pressing.FindUnfollowed(s.Supervision, 1, High.Number, "仍未落实", On("2026-04-02")), "2026-04-02")
            .Do(s => Opining.Comply(s.Supervision, 1, Basic.Number, "已照办", "材料", Reporter), "2026-04-03");
        Merge(unfollowed).ShouldBeRefusedUnder("HNI-12", "merge-accountability-owed");
        Merge(Lettered().Do(s => Instructing.Record(s.Supervision, new SupervisionInstructionReceived(1, "省委政法委", false, "批示", null, true, On("2026-03-03"), false, null), null, On("2026-03-03")), "2026-03-03"))
            .ShouldBeRefusedUnder("HNP-14", "close-report-up-owed");
        Merge(Admonished()).ShouldBeRefusedUnder("SPC16-5(4)", "merge-rectification-owed");

        Decision<object> Merge(Supervised matter) => Closing.Merge(matter.Supervision, High.Number, lead, "重复");
    }

    [Fact]
    [Trait("Clause", "SPC16-5(4) accepted")]
    public void Closing_frees_nobody_from_putting_right_what_he_was_admonished_for()
    {
        var matter = Admonished().Do(s => Judging.Accept(s.Supervision, 1, High.Number, "已落实"), "2026-04-03");
        ClosingTests.Close(matter, "1", "2026-04-04").Supervision.IsOpen.ShouldBeFalse();
        matter.Supervision.Obligations.Where(o => o.IsOpen).Select(o => o.Rule.Kind).ShouldBe(["follow-admonition"]);
        Pressing.NothingToRectify(matter.Supervision, Basic.Number).ShouldBeNull();
        matter.Do(s => Pressing.Rectify(s.Supervision, 1, Basic.Number, "已整改", "报告", Reporter), "2026-04-20").Supervision.Obligations.ShouldAllBe(o => !o.IsOpen);
    }

    /// <summary>An opinion given on 2026-03-12, to be followed until 2026-03-31.</summary>
    private static Supervised Given() => Opinionated();

    /// <summary>Admonished about an opinion that was followed only after that.</summary>
    private static Supervised Admonished() => Opinionated()
        .Do(s => Pressing.DecideAdmonition(s.Supervision, new Admonish(Basic.Number, "分管副院长", "长期不办", "限期扣划", On("2026-12-31")), High.Number, 180, On("2026-04-01")), "2026-04-01")
        .Do(s => Opining.Comply(s.Supervision, 1, Basic.Number, "已照办", "材料", Reporter), "2026-04-02");

    private static Decision<object> Give(Supervision s) => Opining.Give(s, High.Number, new GiveOpinion(1, "依法扣划", "有财产可供执行", On("2026-03-31"), On("2026-03-12"), Above));

    private static Decision<object> Ask(Supervision s, string on) =>
        Opining.Ask(s, Basic.Number, new SupervisionReconsiderationAsked(1, On(on), "财产属于案外人", "复议申请书", Below.Id, null), On(on));

    private static Decision<object> Panel(Supervision s, IReadOnlyList<Candidate> members, string? reason = null, string deciding = "handler") =>
        Opining.FormPanel(s, 1, High.Number, members, [deciding], reason);

    private static Decision<object> Write(Supervision s, int? no, bool found) => Reviewing.Write(s, no, found, "审查意见", "审查意见书", Above);

    private static Decision<object> Hear(Supervision s, string? held = null, string? findings = null, string on = "2026-03-25") => Reporting.Hear(
        s, 1, Basic.Number, new HoldHearing(held is null ? null : On(held), [HearingSide.Applicant], "送达回证", "查控情况", "笔录", findings, findings is null ? null : "书面答复", On(on), Reporter));
}

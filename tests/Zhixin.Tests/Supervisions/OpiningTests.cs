using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>A report is judged; an opinion is given, followed, and reconsidered by people who had no part in it.</summary>
public sealed class OpiningTests
{
    [Fact]
    [Trait("Clause", "HNP-15 accepted")]
    public void A_report_that_is_agreed_with_ends_its_letter_and_tells_whether_somebody_above_awaits_it()
    {
        var matter = Reported().Do(s => Judging.Accept(s.Supervision, 1, High.Number, "处理妥当"), "2026-03-11");
        matter.Supervision.Letter(1)!.Ended.ShouldBe("accepted");
        matter.Last.OfType<SupervisionReportAccepted>().ShouldHaveSingleItem().AwaitedByBody.ShouldBeFalse();
        var awaited = Reported().Do(s => Instructing.Record(
            s.Supervision, new SupervisionInstructionReceived(1, "省委政法委", false, "来文 3 号", null, true, On("2026-03-10"), false, null), null, On("2026-03-10")), "2026-03-10");
        awaited.Do(s => Judging.Accept(s.Supervision, 1, High.Number, "处理妥当"), "2026-03-11").Open("supervision-report-up").ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "HNP-15 refused")]
    public void Who_did_not_send_the_letter_judges_nothing_and_nothing_is_judged_before_it_is_reported()
    {
        Judging.Accept(Lettered().Supervision, 1, High.Number, "妥当").ShouldBeRefusedAs("report-nothing-to-judge");
        Judging.NothingPending(Lettered().Supervision, High.Number).ShouldNotBeNull().Message.ShouldBe("report-nothing-to-judge");
        var matter = Reported();
        Judging.Accept(matter.Supervision, 1, Mid.Number, "妥当").ShouldBeRefusedAs("supervision-letter-not-yours");
        Judging.Accept(matter.Supervision, 1, High.Number, " ").ShouldBeRefusedUnder("HNP-15", "report-finding-needs-reason");
        Judging.FindUnlawful(matter.Supervision, 1, High.Number, null).ShouldBeRefusedUnder("HNP-15", "report-finding-needs-reason");
        matter.Do(s => Judging.FindUnlawful(s.Supervision, 1, High.Number, "没有处理"), "2026-03-11").Open("supervise-again").ShouldBeTrue();
        Judging.Accept(matter.Supervision, 1, High.Number, "妥当").ShouldBeRefusedAs("report-nothing-to-judge");
    }

    [Fact]
    [Trait("Clause", "HNP-10 accepted")]
    public void Each_hop_judges_what_came_to_it()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown)
            .Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid, due: "2026-04-10"), "2026-03-02").Named()
            .Do(s => Letter(s.Supervision, LetterKind.HandDown, from: Mid, to: Basic, due: "2026-03-31"), "2026-03-03").Named(2)
            .Do(s => Report(s.Supervision, 2), "2026-03-10");
        Judging.Accept(matter.Supervision, 2, High.Number, "妥当").ShouldBeRefusedAs("supervision-letter-not-yours");
        matter.Do(s => Judging.Accept(s.Supervision, 2, Mid.Number, "妥当"), "2026-03-11")
            .Do(s => Reporting.Measure(s.Supervision, 1, Mid.Number, "到场督导", "记录"), "2026-03-11")
            .Do(s => Report(s.Supervision, 1, Mid), "2026-03-12")
            .Do(s => Judging.Accept(s.Supervision, 1, High.Number, "妥当"), "2026-03-13");
        matter.Supervision.Letters.ShouldAllBe(l => l.Ended == "accepted");
    }

    [Fact]
    [Trait("Clause", "HNI-10 accepted")]
    [Trait("Clause", "HNP-11 accepted")]
    [Trait("Clause", "HNP-20 accepted")]
    public void An_improper_report_gets_an_opinion_which_is_followed_by_its_date_and_judged_again()
    {
        var matter = Improper();
        matter.Open("opinion-on-report").ShouldBeTrue("an opinion is owed");
        matter.Do(s => Opinion(s.Supervision), "2026-03-12");
        matter.Open("opinion-on-report").ShouldBeFalse();
        var owed = matter.The("follow-opinion");
        (owed.Due, owed.Opened.Court, owed.Person).ShouldBe((On("2026-03-31"), Basic.Number, Below.Id));
        matter.Do(s => Opining.Comply(s.Supervision, 1, Basic.Number, "已照办", "材料", Reporter), "2026-03-31");
        matter.The("follow-opinion").IsBreached(On("2026-05-01")).ShouldBeFalse("the last day is in time");
        matter.Supervision.Letter(1)!.Pending.ShouldNotBeNull().Kind.ShouldBe(ReportKind.Compliance);
        matter.Do(s => Judging.Accept(s.Supervision, 1, High.Number, "已纠正"), "2026-04-01").Supervision.Open.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "HNI-10 refused")]
    [Trait("Clause", "HNP-11 refused")]
    public void An_opinion_needs_an_improper_report_its_content_its_reasons_and_a_date()
    {
        Opinion(Reported().Supervision).ShouldBeRefusedUnder("HNI-10", "opinion-nothing-improper");
        Opining.NoneOwed(Reported().Supervision, High.Number).ShouldNotBeNull().Message.ShouldBe("opinion-nothing-improper");
        Judging.FindImproper(Reported().Supervision, 1, High.Number, "").ShouldBeRefusedUnder("HNI-10", "report-finding-needs-reason");
        var matter = Improper();
        Opinion(matter.Supervision, content: " ").ShouldBeRefusedUnder("HNI-10", "opinion-needs-content");
        Opinion(matter.Supervision, reasons: null).ShouldBeRefusedUnder("HNI-10", "opinion-needs-reasons");
        Opinion(matter.Supervision, due: null).ShouldBeRefusedUnder("HNI-10", "opinion-needs-date");
        Opinion(matter.Supervision, due: "2026-03-11").ShouldBeRefusedFor("due", "hand-down-due-past");
        matter.Do(s => Opinion(s.Supervision), "2026-03-12");
        Opinion(matter.Supervision).ShouldBeRefusedAs("opinion-runs");
        Opining.Comply(matter.Supervision, 1, Mid.Number, "已照办", "材料", Reporter).ShouldBeRefusedAs("opinion-not-yours");
        Opining.Comply(matter.Supervision, 2, Basic.Number, "已照办", "材料", Reporter).ShouldBeRefusedFor("opinion", "opinion-unknown");
        Opining.Comply(matter.Supervision, 1, Basic.Number, null, "材料", Reporter).ShouldBeRefusedUnder("HNI-10", "compliance-needs-content");
        Opining.Comply(matter.Supervision, 1, Basic.Number, "已照办", null, Reporter).ShouldBeRefusedUnder("HNI-10", "report-needs-document");
    }

    [Fact]
    [Trait("Clause", "HNP-6 accepted")]
    public void Where_a_panel_reviews_the_matter_the_panel_makes_the_opinion()
    {
        var matter = Opened(flags: "major").Do(s => Reviewing.FormPanel(s.Supervision, [Reviewer, Second, Third], High.Number), "2026-03-02")
            .Do(s => Review(s.Supervision), "2026-03-02").Do(s => Letter(s.Supervision), "2026-03-02").Named().Do(s => Report(s.Supervision), "2026-03-10")
            .Do(s => Judging.FindImproper(s.Supervision, 1, High.Number, "没有处分财产"), "2026-03-11").Do(s => Opinion(s.Supervision), "2026-03-12");
        matter.Supervision.Opinion(1)!.Issued.MadeBy.ShouldBe([Reviewer.Id, Second.Id, Third.Id]);
        matter.Do(s => Ask(s.Supervision, "2026-03-13"), "2026-03-13");
        Opining.FormPanel(matter.Supervision, 1, High.Number, [Third, Fourth, Fifth], ["handler"], null).ShouldBeRefusedUnder("HNI-11", "reconsideration-panel-not-fresh");
        Opining.FormPanel(matter.Supervision, 1, High.Number, [Fourth, Fifth, Sixth], ["handler"], null).ShouldBeOfType<Decision<object>.Done>();
    }

    [Theory]
    [Trait("Clause", "HNI-11 accepted")]
    [Trait("Clause", "HNI-11 refused")]
    [Trait("Clause", "HNP-20 accepted")]
    [Trait("Clause", "HNP-20 refused")]
    [InlineData("2026-03-11", "2026-03-16", true)]
    [InlineData("2026-03-11", "2026-03-17", false)]
    [InlineData("2026-03-16", "2026-03-23", true)]
    [InlineData("2026-03-16", "2026-03-24", false)]
    public void Reconsideration_is_asked_within_five_days_of_receipt_which_roll_over_rest_days(string received, string asked, bool inTime)
    {
        var matter = Improper().Do(s => Opinion(s.Supervision, today: received), received);
        if (inTime)
        {
            matter.Do(s => Ask(s.Supervision, asked), asked).Open("answer-opinion-reconsideration").ShouldBeTrue();
        }
        else
        {
            var refusal = Ask(matter.Supervision, asked).ShouldBeOfType<Decision<object>.Refused>().Why.ShouldBeOfType<Refusal.Law>();
            refusal.Message.ShouldBe("reconsideration-too-late");
            refusal.Clause.ShouldBeOneOf("HNI-11", "HNP-20");
        }
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    public void Asking_does_not_suspend_the_opinion()
    {
        var matter = Asked();
        matter.The("follow-opinion").Due.ShouldBe(On("2026-03-31"));
        matter.The("follow-opinion").IsBreached(On("2026-04-01")).ShouldBeTrue();
        matter.Supervision.Opinion(1)!.MustBeFollowed.ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "HNI-11 refused")]
    public void The_error_is_named_the_panel_is_odd_and_fresh_and_only_its_members_record_what_it_says()
    {
        var given = Improper().Do(s => Opinion(s.Supervision), "2026-03-12");
        Ask(given.Supervision, "2026-03-13", error: " ").ShouldBeRefusedUnder("HNI-11", "reconsideration-needs-error");
        Ask(given.Supervision, "2026-03-13", document: "").ShouldBeRefusedUnder("HNI-11", "report-needs-document");
        Opining.FormPanel(given.Supervision, 1, High.Number, [Fourth, Fifth, Sixth], ["handler"], null).ShouldBeRefusedAs("reconsideration-not-asked");
        var matter = Asked();
        Ask(matter.Supervision, "2026-03-13").ShouldBeRefusedAs("reconsideration-asked-before");
        Decide(matter.Supervision, ReconsiderationOutcome.Uphold).ShouldBeRefusedUnder("HNI-11", "reconsideration-needs-panel");
        Opining.FormPanel(matter.Supervision, 1, High.Number, [Fourth, Fifth], ["handler"], null).ShouldBeRefusedUnder("HNP-6", "panel-size");
        Opining.FormPanel(matter.Supervision, 1, High.Number, [Reviewer, Fifth, Sixth], ["handler"], null).ShouldBeRefusedUnder("HNI-11", "reconsideration-panel-not-fresh");
        Opining.FormPanel(matter.Supervision, 1, Basic.Number, [Fourth, Fifth, Sixth], ["handler"], null).ShouldBeRefusedAs("opinion-not-yours");
        matter.Do(s => Opining.FormPanel(s.Supervision, 1, High.Number, [Fourth, Fifth, Sixth], ["handler"], null), "2026-03-14");
        Opining.FormPanel(matter.Supervision, 1, High.Number, [Fourth, Fifth, Sixth], ["handler"], null).ShouldBeRefusedUnder("HNI-11", "reconsideration-panel-needs-reason");
        Decide(matter.Supervision, ReconsiderationOutcome.Uphold, by: Above).ShouldBeRefusedUnder("HNI-11", "reconsideration-not-member");
        Opining.Suspend(matter.Supervision, 1, High.Number, "待查", On("2026-03-14"), Above).ShouldBeRefusedUnder("HNI-11", "reconsideration-not-member");
        Decide(matter.Supervision, null).ShouldBeRefusedFor("outcome", "choice-missing");
        Decide(matter.Supervision, ReconsiderationOutcome.Uphold, content: "").ShouldBeRefusedUnder("HNI-11", "reconsideration-needs-content");
        Decide(matter.Supervision, ReconsiderationOutcome.Correct, now: "改为解封").ShouldBeRefusedUnder("HNI-10", "opinion-needs-date");
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    public void Upheld_it_goes_on_by_its_date_and_the_answer_is_no_longer_owed()
    {
        var matter = Sitting().Do(s => Decide(s.Supervision, ReconsiderationOutcome.Uphold), "2026-03-20");
        matter.Open("answer-opinion-reconsideration").ShouldBeFalse();
        (matter.The("follow-opinion").IsOpen, matter.The("follow-opinion").Due).ShouldBe((true, On("2026-03-31")));
        Decide(matter.Supervision, ReconsiderationOutcome.Uphold).ShouldBeRefusedAs("reconsideration-not-asked");
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    public void The_new_panel_may_suspend_it_and_then_says_by_when_it_is_followed()
    {
        var matter = Sitting().Do(s => Opining.Suspend(s.Supervision, 1, High.Number, "可能损害案外人", On("2026-03-16"), new Actors(Fourth.Id, null)), "2026-03-16");
        (matter.The("follow-opinion").Due, matter.The("follow-opinion").IsBreached(On("2026-06-01"))).ShouldBe((null, false));
        Opining.Suspend(matter.Supervision, 1, High.Number, "再次", On("2026-03-16"), new Actors(Fourth.Id, null)).ShouldBeRefusedAs("opinion-suspended");
        Decide(matter.Supervision, ReconsiderationOutcome.Uphold).ShouldBeRefusedUnder("HNI-11", "reconsideration-needs-date");
        matter.Do(s => Decide(s.Supervision, ReconsiderationOutcome.Uphold, due: "2026-04-15"), "2026-03-20");
        matter.The("follow-opinion").Due.ShouldBe(On("2026-04-15"));
        matter.The("follow-opinion").IsBreached(On("2026-04-16")).ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "HNI-11 refused")]
    public void What_is_overdue_already_is_suspended_no_more()
    {
        var matter = Sitting();
        Opining.Suspend(matter.Supervision, 1, High.Number, "待查", On("2026-04-01"), new Actors(Fourth.Id, null)).ShouldBeRefusedUnder("HNI-11", "suspension-after-due");
        Opining.Suspend(matter.Supervision, 1, High.Number, "待查", On("2026-03-31"), new Actors(Fourth.Id, null)).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    public void Corrected_to_nothing_the_report_waits_again_and_corrected_to_another_that_one_is_followed()
    {
        var gone = Sitting().Do(s => Decide(s.Supervision, ReconsiderationOutcome.Correct), "2026-03-20");
        gone.The("follow-opinion").IsOpen.ShouldBeFalse();
        gone.Supervision.Letter(1)!.Pending.ShouldNotBeNull().Kind.ShouldBe(ReportKind.Result);
        gone.Do(s => Judging.Accept(s.Supervision, 1, High.Number, "报告无误"), "2026-03-23").Supervision.Open.ShouldBeEmpty();

        var other = Sitting().Do(s => Decide(s.Supervision, ReconsiderationOutcome.Correct, now: "改为先行拍卖", due: "2026-04-30"), "2026-03-20");
        var second = other.Supervision.Opinion(2).ShouldNotBeNull();
        (second.Issued.Content, second.Issued.DueOn, second.Issued.To).ShouldBe(("改为先行拍卖", On("2026-04-30"), Basic.Number));
        second.Issued.MadeBy.ShouldBe([Fourth.Id, Fifth.Id, Sixth.Id]);
        other.Owed("follow-opinion").Count(o => o.IsOpen).ShouldBe(1);
        other.Owed("opinion-reconsideration-window").Count(o => o.IsOpen).ShouldBe(1, "the corrected one can be reconsidered too");
        Opining.Comply(other.Supervision, 1, Basic.Number, "已照办", "材料", Reporter).ShouldBeRefusedAs("opinion-done");
    }

    [Fact]
    [Trait("Clause", "HNI-11 refused")]
    public void Where_no_instrument_gives_the_days_nobody_asks()
    {
        var matter = Supervised.Opened(hainan: false).Do(s => Review(s.Supervision), "2026-03-02").Do(s => Letter(s.Supervision), "2026-03-02").Named().Do(s => Report(s.Supervision), "2026-03-10")
            .Do(s => Judging.FindImproper(s.Supervision, 1, High.Number, "没有处分财产"), "2026-03-11").Do(s => Opinion(s.Supervision), "2026-03-12");
        matter.Owed("follow-opinion").ShouldBeEmpty("only who adopted it is bound");
        Ask(matter.Supervision, "2026-03-13").ShouldBeRefusedUnder("HNI-11", "reconsideration-not-in-force");
    }

    private static Supervised Improper() => Reported().Do(s => Judging.FindImproper(s.Supervision, 1, High.Number, "没有处分财产"), "2026-03-11");

    private static Supervised Asked() => Improper().Do(s => Opinion(s.Supervision), "2026-03-12").Do(s => Ask(s.Supervision, "2026-03-13"), "2026-03-13");

    private static Supervised Sitting() => Asked().Do(s => Opining.FormPanel(s.Supervision, 1, High.Number, [Fourth, Fifth, Sixth], ["handler"], null), "2026-03-14");

    private static Decision<object> Opinion(
        Zhixin.Supervisions.Supervision s, string? content = "依法处分已查封的财产", string? reasons = "财产可以处分", string? due = "2026-03-31", string today = "2026-03-12") =>
        Opining.Give(s, High.Number, new GiveOpinion(1, content, reasons, due is null ? null : On(due), On(today), Above));

    private static Decision<object> Ask(Zhixin.Supervisions.Supervision s, string on, string error = "财产属于案外人", string document = "复议申请书") =>
        Opining.Ask(s, Basic.Number, new SupervisionReconsiderationAsked(1, On(on), error, document, Below.Id, null), On(on));

    private static Decision<object> Decide(
        Zhixin.Supervisions.Supervision s, ReconsiderationOutcome? outcome, string content = "经审查", string? now = null, string? due = null, Actors? by = null) =>
        Opining.Decide(s, High.Number, new DecideReconsideration(1, outcome, content, now, due is null ? null : On(due), On("2026-03-20"), by ?? new Actors(Fourth.Id, null)));
}

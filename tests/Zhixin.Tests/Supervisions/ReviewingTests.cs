using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>Who may supervise what, the first review, and letters: each with its clause and its date.</summary>
public sealed class ReviewingTests
{
    [Fact]
    [Trait("Clause", "HNI-1 accepted")]
    [Trait("Clause", "HNI-2 accepted")]
    [Trait("Clause", "HNI-4 accepted")]
    [Trait("Clause", "HNP-7(1) accepted")]
    public void Material_is_reviewed_by_the_stricter_of_both_instruments_and_the_letter_follows_in_three_days()
    {
        var matter = Opened();
        var review = matter.The("review-complaint");
        review.Due.ShouldBe(On("2026-03-09"), "five natural days end on Saturday the 7th and roll to Monday; five working days end on Monday too");
        review.Opened.Court.ShouldBe(High.Number);
        matter.Do(s => Review(s.Supervision), "2026-03-04");
        matter.The("supervision-letter").Due.ShouldBe(On("2026-03-09"), "the third natural day is Saturday the 7th");
        matter.Do(s => Letter(s.Supervision), "2026-03-05");
        matter.Open("supervision-letter").ShouldBeFalse();
        matter.The("report").Due.ShouldBe(On("2026-03-20"));
        matter.The("report").Opened.Court.ShouldBe(Basic.Number);
        matter.Open("name-person").ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "HNI-2 refused")]
    [Trait("Clause", "HNI-17 refused")]
    [Trait("Clause", "GC21-5(4) refused")]
    public void Only_a_superior_supervises_and_only_a_case_that_a_bureau_handles_and_one_superior_leads()
    {
        Open().ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>();
        Refused(Open(by: Mid, number: Supervised.Case with { Court = Zhixin.Tests.Petitions.Matter.Enforcing })).ShouldBe(("HNI-2", "supervision-not-below"));
        Refused(Open(by: Basic)).ShouldBe(("GC21-5(4)", "supervision-internal-not-key"));
        Refused(Open(number: Supervised.Case with { Type = "民初" })).ShouldBe(("HNI-17", "supervision-not-bureau"));
        Refused(Open(running: new RunningSupervision(1, Guid.Empty, "2026-琼01-督0007", Mid.Name))).ShouldBe(("HNI-2", "supervision-runs"));
    }

    [Theory]
    [InlineData("1", "HNI-3(1)")]
    [InlineData("2", "HNI-3(2)")]
    [InlineData("3", "HNI-3(3)")]
    [InlineData("4", "HNI-3(4)")]
    [InlineData("5", "HNI-3(5)")]
    [InlineData("6", "HNI-3(6)")]
    [InlineData("7", "HNI-3(7)")]
    [Trait("Clause", "HNI-3(1) accepted")]
    [Trait("Clause", "HNI-3(2) accepted")]
    [Trait("Clause", "HNI-3(3) accepted")]
    [Trait("Clause", "HNI-3(4) accepted")]
    [Trait("Clause", "HNI-3(5) accepted")]
    [Trait("Clause", "HNI-3(6) accepted")]
    [Trait("Clause", "HNI-3(7) accepted")]
    public void Each_of_the_seven_grounds_opens_a_supervision(string ground, string clause)
    {
        var matter = Reviewed(ground: ground);
        matter.Supervision.Ground.ShouldBe(ground);
        List("HNI", "grounds").Find(ground)!.Clause.ShouldBe(clause);
        Letter(matter.Supervision).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNI-3(1) refused")]
    [Trait("Clause", "HNI-3(2) refused")]
    [Trait("Clause", "HNI-3(3) refused")]
    [Trait("Clause", "HNI-3(4) refused")]
    [Trait("Clause", "HNI-3(5) refused")]
    [Trait("Clause", "HNI-3(6) refused")]
    [Trait("Clause", "HNI-3(7) refused")]
    [Trait("Clause", "HNI-1 refused")]
    [Trait("Clause", "HNI-4 refused")]
    public void Without_a_ground_nothing_is_supervised_and_before_the_review_no_letter_goes()
    {
        var matter = Opened();
        Letter(matter.Supervision).ShouldBeRefusedUnder("HNI-4", "supervision-not-reviewed");
        Review(matter.Supervision, ground: null).ShouldBeRefusedUnder("HNI-3(1)", "supervision-ground-unknown");
        Review(matter.Supervision, ground: "8").ShouldBeRefusedUnder("HNI-3(1)", "supervision-ground-unknown");
        Review(matter.Supervision, opinion: " ").ShouldBeRefusedUnder("HNP-7(1)", "supervision-review-needs-opinion");
        matter.Do(s => Review(s.Supervision, qualifies: false, ground: null), "2026-03-03").Supervision.End!.Condition.ShouldBe("unqualified");
        Letter(matter.Supervision).ShouldBeRefusedAs("supervision-over");
    }

    [Fact]
    [Trait("Clause", "HNP-7(1) refused")]
    [Trait("Clause", "HNP-7(2) refused")]
    [Trait("Clause", "HNP-7(3) refused")]
    [Trait("Clause", "HNP-7(4) refused")]
    [Trait("Clause", "HNP-5 refused")]
    public void The_situation_chooses_the_mode_and_a_late_review_says_why()
    {
        var matter = Opened().Supervision;
        Review(matter, mode: SupervisionMode.DirectTransfer, situation: "2-body").ShouldBeRefusedUnder("HNP-7(1)", "supervision-mode-situation");
        Review(matter, mode: SupervisionMode.TransferWithResult, situation: "3-bureau").ShouldBeRefusedUnder("HNP-7(2)", "supervision-mode-situation");
        Review(matter, mode: SupervisionMode.HandDown, situation: "4-body").ShouldBeRefusedUnder("HNP-7(3)", "supervision-mode-situation");
        Review(matter, mode: SupervisionMode.Correct, situation: "1-instruction").ShouldBeRefusedUnder("HNP-7(4)", "supervision-mode-situation");
        Review(matter, mode: SupervisionMode.Listed).ShouldBeRefusedUnder("HNP-17", "supervision-listed-by-approval");
        Review(matter, on: "2026-03-09").ShouldBeOfType<Decision<object>.Done>("the last day is in time");
        Review(matter, on: "2026-03-10").ShouldBeRefusedUnder("HNP-7(1)", "supervision-review-late");
        Review(matter, on: "2026-03-10", late: "核对材料").ShouldBeOfType<Decision<object>.Done>("a reason suffices");
    }

    [Fact]
    [Trait("Clause", "HNP-6 accepted")]
    [Trait("Clause", "HNP-6 refused")]
    public void What_is_major_hard_or_complex_goes_to_a_panel_of_three_or_more_and_odd()
    {
        var matter = Opened(flags: "major");
        Review(matter.Supervision).ShouldBeRefusedUnder("HNP-6", "supervision-needs-panel");
        Reviewing.FormPanel(matter.Supervision, [Reviewer, Second], High.Number).ShouldBeRefusedUnder("HNP-6", "panel-size");
        Reviewing.FormPanel(matter.Supervision, [Reviewer, Second, Reviewer], High.Number).ShouldBeRefusedUnder("HNP-6", "panel-size");
        Reviewing.FormPanel(matter.Supervision, [Reviewer, Second, Third, Fourth], High.Number).ShouldBeRefusedUnder("HNP-6", "panel-size");
        Reviewing.FormPanel(matter.Supervision, [Reviewer, Second, Below], High.Number).ShouldBeRefusedFor("members", "handler-not-in-post");
        matter.Do(Reviewing.FormPanel(matter.Supervision, [Reviewer, Second, Third], High.Number), "2026-03-03").Do(s => Review(s.Supervision), "2026-03-04");
    }

    [Fact]
    [Trait("Clause", "HNP-5 accepted")]
    [Trait("Clause", "HNP-8 accepted")]
    [Trait("Clause", "HNP-8 refused")]
    public void A_direct_transfer_is_due_on_the_fifth_working_day_goes_straight_has_no_date_and_is_over_when_it_is_there()
    {
        var matter = Reviewed("2026-02-09", SupervisionMode.DirectTransfer, ground: null);
        matter.The("dispatch-direct").Due.ShouldBe(On("2026-02-14"), "the make-up Saturday counts");
        Letter(matter.Supervision, LetterKind.DirectTransfer, today: "2026-02-10").ShouldBeRefusedUnder("HNP-8", "direct-transfer-has-no-date");
        Letter(matter.Supervision, LetterKind.DirectTransfer, to: Mid, due: null).ShouldBeRefusedUnder("HNP-8", "letter-straight-from-high");
        Letter(matter.Supervision, LetterKind.TransferWithResult).ShouldBeRefusedAs("supervision-other-mode");
        matter.Do(s => Letter(s.Supervision, LetterKind.DirectTransfer, due: null, today: "2026-02-10"), "2026-02-10").Supervision.End!.Condition.ShouldBe("passed-on");
        matter.Supervision.Obligations.Where(o => o.IsOpen).Select(o => o.Rule.Kind).ShouldBe(["name-person-direct"]);
    }

    [Fact]
    [Trait("Clause", "HNP-9 accepted")]
    [Trait("Clause", "HNP-9 refused")]
    public void A_transfer_with_result_runs_from_the_instruction_and_needs_a_date()
    {
        var matter = Opened("2026-09-28").Do(s => Instructing.Record(s.Supervision, Instruction("2026-09-28", SupervisionMode.TransferWithResult), null, On("2026-09-28")), "2026-09-28");
        matter.Owed("dispatch-with-result").ShouldBeEmpty("an instruction alone takes nothing up");
        matter.Do(s => Review(s.Supervision, mode: SupervisionMode.TransferWithResult, on: "2026-09-29"), "2026-09-29");
        matter.The("dispatch-with-result").Due.ShouldBe(On("2026-10-13"), "seven working days over the holiday, from the instruction and not from the review");
        Letter(matter.Supervision, LetterKind.TransferWithResult, due: null, today: "2026-09-29").ShouldBeRefusedUnder("HNP-9", "supervision-letter-needs-date");
        Letter(matter.Supervision, LetterKind.TransferWithResult, due: "2026-09-28", today: "2026-09-29").ShouldBeRefusedFor("due", "hand-down-due-past");
        matter.Do(s => Letter(s.Supervision, LetterKind.TransferWithResult, due: "2026-11-30", today: "2026-09-29"), "2026-09-29");
        matter.Open("dispatch-with-result").ShouldBeFalse();
        matter.The("report").Due.ShouldBe(On("2026-11-30"));
        Instructing.Record(matter.Supervision, Instruction("2026-09-28", null) with { From = " " }, null, On("2026-09-29")).ShouldBeRefusedUnder("HNP-9", "instruction-needs-source");
        Instructing.Record(matter.Supervision, Instruction("2026-09-28", null) with { DueOn = On("2026-09-27") }, null, On("2026-09-29")).ShouldBeRefusedFor("dueOn", "instruction-due-before-receipt");
    }

    [Fact]
    [Trait("Clause", "HNP-10 accepted")]
    [Trait("Clause", "HNP-10 refused")]
    [Trait("Clause", "HNP-14 accepted")]
    public void A_hand_down_goes_to_the_intermediate_court_which_takes_measures_and_reports_after_the_basic_court()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown);
        matter.The("hand-down-to-intermediate").Due.ShouldBe(On("2026-03-11"));
        Letter(matter.Supervision, LetterKind.HandDown).ShouldBeRefusedUnder("HNP-10", "hand-down-next-level");
        matter.Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid, due: "2026-04-10"), "2026-03-03").Named();
        Letter(matter.Supervision, LetterKind.HandDown, from: Mid, due: "2026-04-11").ShouldBeRefusedUnder("HNP-10", "hand-down-due-after-own");
        matter.Do(s => Letter(s.Supervision, LetterKind.HandDown, from: Mid, due: "2026-03-31", today: "2026-03-04"), "2026-03-04").Named(2, "2026-03-04");
        Report(matter.Supervision, 1, Mid).ShouldBeRefusedUnder("HNP-10", "hand-down-below-open");
        matter.Do(s => Report(s.Supervision, 2), "2026-03-20");
        matter.Supervision.Letter(2)!.Pending.ShouldNotBeNull();
        matter.Supervision.Letter(1)!.Pending.ShouldBeNull("it went to the court that sent the letter");
    }

    [Fact]
    [Trait("Clause", "HNP-7(4) accepted")]
    [Trait("Clause", "HNP-12 accepted")]
    [Trait("Clause", "HNP-12 refused")]
    public void A_review_letter_needs_the_written_opinion_that_an_error_was_made()
    {
        var matter = Reviewed(mode: SupervisionMode.Correct);
        Letter(matter.Supervision, LetterKind.Review).ShouldBeRefusedUnder("HNP-12", "review-letter-needs-opinion");
        Reviewing.Write(matter.Supervision, null, true, "超标的查封", "审查意见书", Above).ShouldBeRefusedUnder("HNP-12", "review-opinion-nothing-flagged");
        matter.Do(s => Reviewing.Flag(s.Supervision, "省人大", "可能超标的查封", urgent: false), "2026-03-31");
        matter.The("review-opinion").Due.ShouldBe(On("2026-04-30"), "a month from the 31st is the 30th");
        matter.Do(s => Reviewing.Write(s.Supervision, null, false, "没有错误", "审查意见书", Above), "2026-04-01");
        Letter(matter.Supervision, LetterKind.Review, today: "2026-04-01", due: "2026-04-20").ShouldBeRefusedUnder("HNP-12", "review-letter-needs-opinion");
        matter.Do(s => Reviewing.Flag(s.Supervision, "省人大", "可能超标的查封", urgent: true), "2026-04-02");
        matter.The("review-opinion-urgent").Due.ShouldBeNull();
        matter.Do(s => Reviewing.Write(s.Supervision, null, true, "超标的查封", "审查意见书", Above), "2026-04-02")
            .Do(s => Letter(s.Supervision, LetterKind.Review, today: "2026-04-02", due: "2026-04-20"), "2026-04-02");
    }

    [Fact]
    [Trait("Clause", "HNI-2 accepted")]
    [Trait("Clause", "HNI-2 refused")]
    public void Another_superior_adds_a_letter_without_a_date_of_its_own()
    {
        var matter = Opened(by: Mid).Do(s => Review(s.Supervision), "2026-03-02");
        Letter(matter.Supervision, LetterKind.Child, due: null).ShouldBeRefusedAs("child-letter-nothing-sent");
        matter.Do(s => Letter(s.Supervision, from: Mid), "2026-03-02");
        Letter(matter.Supervision).ShouldBeRefusedUnder("HNI-2", "supervision-not-lead");
        Letter(matter.Supervision, LetterKind.Child).ShouldBeRefusedUnder("HNI-2", "child-letter-has-no-date");
        Letter(matter.Supervision, LetterKind.Child, from: Mid, due: null).ShouldBeRefusedUnder("HNI-2", "child-letter-of-lead");
        matter.Do(s => Letter(s.Supervision, LetterKind.Child, due: null), "2026-03-03");
        matter.Owed("report").ShouldHaveSingleItem("no second clock").Due.ShouldBe(On("2026-03-20"));
    }

    [Fact]
    [Trait("Clause", "SPC16-8(1) refused")]
    public void What_bars_superiors_bars_the_letter_too() =>
        Letter(Reviewed().Supervision, barred: new Refusal.Law("SPC16-8(1)", "hand-down-barred", "破产")).ShouldBeRefusedUnder("SPC16-8(1)", "hand-down-barred");

    private static SupervisionInstructionReceived Instruction(string on, SupervisionMode? mode) => new(1, "省委政法委", false, "督办通知", mode, true, On(on), false, null);

    private static Decision<SupervisionMaterialReceived> Open(Zhixin.Courts.Court? by = null, Zhixin.Courts.CaseNumber? number = null, RunningSupervision? running = null) => Opening.Decide(
        new OpenSupervision(by ?? High, number ?? Supervised.Case, null, "9", null, "长期不执行", [], null),
        new OpeningRules(Superiors, List("HNP", "sources"), List("HNP", "panel-conditions"), List("SPC16", "exclusion-grounds"), running, On("2026-03-02")));

    private static (string, string) Refused(Decision<SupervisionMaterialReceived> decision)
    {
        var law = decision.ShouldBeOfType<Decision<SupervisionMaterialReceived>.Refused>().Why.ShouldBeOfType<Refusal.Law>();
        return (law.Clause, law.Message);
    }
}

using Zhixin.Obligations;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>Each way down has a clock of its own, which only going that way fulfils; and what begins it, and what is owed once it is over.</summary>
public sealed class DispatchingTests
{
    [Theory]
    [Trait("Clause", "HNP-8 accepted")]
    [Trait("Clause", "HNP-9 accepted")]
    [Trait("Clause", "HNP-10 accepted")]
    [InlineData(SupervisionMode.DirectTransfer, LetterKind.DirectTransfer, "dispatch-direct", "2026-03-09")]
    [InlineData(SupervisionMode.TransferWithResult, LetterKind.TransferWithResult, "dispatch-with-result", "2026-03-11")]
    [InlineData(SupervisionMode.HandDown, LetterKind.HandDown, "hand-down-to-intermediate", "2026-03-11")]
    public void Going_the_way_of_the_mode_fulfils_its_clock_and_ends_the_one_of_the_letter(SupervisionMode mode, LetterKind kind, string clock, string due)
    {
        var matter = Reviewed(mode: mode);
        matter.The(clock).Due.ShouldBe(On(due));
        matter.Do(s => Dispatch(s.Supervision, kind, due), due);
        matter.The(clock).State.ShouldBe(new ObligationState.Fulfilled(On(due)), "the last day is in time");
        matter.The("supervision-letter").State.ShouldBeOfType<ObligationState.Ended>();
        var late = On(due).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var breached = Reviewed(mode: mode).Do(s => Dispatch(s.Supervision, kind, late), late).The(clock);
        (breached.State, breached.IsBreached(On(late))).ShouldBe((new ObligationState.Fulfilled(On(late)), true));
    }

    [Fact]
    [Trait("Clause", "HNP-10 refused")]
    public void A_letter_of_the_High_Court_is_no_hand_down_to_the_intermediate_court()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown).Do(s => Letter(s.Supervision), "2026-03-02");
        (matter.The("supervision-letter").State, matter.Open("hand-down-to-intermediate")).ShouldBe((new ObligationState.Fulfilled(On("2026-03-02")), true));
    }

    [Fact]
    [Trait("Clause", "HNP-5 accepted")]
    public void Another_mode_ends_the_clock_of_the_one_before()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown).Do(s => Using.ChangeMode(s.Supervision, SupervisionMode.DirectTransfer, "直接转办为宜", true), "2026-03-03");
        (matter.Open("hand-down-to-intermediate"), matter.The("dispatch-direct").Due).ShouldBe((false, On("2026-03-10")));
    }

    [Theory]
    [Trait("Clause", "HNP-9 refused")]
    [Trait("Clause", "HNP-7(4) refused")]
    [InlineData(SupervisionMode.TransferWithResult, "HNP-9")]
    [InlineData(SupervisionMode.Correct, "HNP-7(4)")]
    public void Some_modes_need_an_instruction_that_asks_for_them_or_leaves_the_mode_open(SupervisionMode mode, string clause)
    {
        var matter = Opened().Do(s => Reviewing.Name(s.Supervision, Reviewer, High.Number), "2026-03-02");
        Take(matter, mode).ShouldBeRefusedUnder(clause, "mode-needs-instruction");
        Using.ChangeMode(Reviewed().Supervision, mode, "批示要求", true).ShouldBeRefusedUnder(clause, "mode-needs-instruction");
        Using.ChangeMode(Reviewed().Supervision, mode, "批示要求", false).ShouldBeOfType<Decision<object>.Done>("nothing of it is in force there");
        matter.Do(s => Instruct(s, SupervisionMode.HandDown), "2026-03-02");
        Take(matter, mode).ShouldBeRefusedUnder(clause, "mode-needs-instruction");
        matter.Do(s => Instruct(s, null), "2026-03-02");
        Take(matter, mode).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNP-7(4) refused")]
    public void A_full_review_has_somebody_who_makes_it()
    {
        var matter = Opened().Do(s => Instruct(s, SupervisionMode.Correct), "2026-03-02");
        Take(matter, SupervisionMode.Correct).ShouldBeRefusedUnder("HNP-7(4)", "correct-needs-reviewer");
        matter.Do(s => Reviewing.FormPanel(s.Supervision, [Reviewer, Second, Third], High.Number), "2026-03-02");
        Take(matter, SupervisionMode.Correct).ShouldBeOfType<Decision<object>.Done>("a panel makes it too");
    }

    [Fact]
    [Trait("Clause", "HNP-7(4) accepted")]
    [Trait("Clause", "HNP-7(4) refused")]
    public void A_full_review_is_concluded_by_the_person_named_or_by_a_member_of_the_panel()
    {
        var matter = Flagged(s => Reviewing.Name(s.Supervision, Reviewer, High.Number));
        Conclude(matter, new Actors(Second.Id, null)).ShouldBeRefusedUnder("HNP-7(4)", "full-review-not-named");
        Conclude(matter, new Actors(Reviewer.Id, null)).ShouldBeOfType<Decision<object>.Done>();
        Conclude(matter, new Actors(Second.Id, Reviewer.Id)).ShouldBeOfType<Decision<object>.Done>("a deputy stands in for the person named");
        matter = Flagged(s => Reviewing.FormPanel(s.Supervision, [Reviewer, Second, Third], High.Number));
        Conclude(matter, new Actors(Fourth.Id, null)).ShouldBeRefusedUnder("HNP-7(4)", "full-review-not-named");
        Conclude(matter, new Actors(Second.Id, null)).ShouldBeOfType<Decision<object>.Done>();

        static Supervised Flagged(Func<Supervised, Decision<object>> named) => Opened().Do(s => Instruct(s, SupervisionMode.Correct), "2026-03-02").Do(named, "2026-03-02")
            .Do(s => Take(s, SupervisionMode.Correct), "2026-03-02").Do(s => Reviewing.Flag(s.Supervision, "省人大", "可能违法解除查封", urgent: false), "2026-03-02");

        static Decision<object> Conclude(Supervised matter, Actors by) => Reviewing.Write(matter.Supervision, null, true, "解除查封没有依据", "审查意见书", by);
    }

    [Fact]
    [Trait("Clause", "HNP-9 refused")]
    public void An_instruction_is_not_received_later_than_it_is_recorded_nor_on_a_day_that_is_none()
    {
        var matter = Opened();
        var instruction = new SupervisionInstructionReceived(1, "省委政法委", false, "督办通知", null, false, On("2026-03-03"), false, null);
        Instructing.Record(matter.Supervision, instruction, null, On("2026-03-02")).ShouldBeRefusedFor("receivedOn", "date-in-future");
        Instructing.Record(matter.Supervision, instruction, "receivedOn", On("2026-03-03")).ShouldBeRefusedFor("receivedOn", "date-unreadable");
        Instructing.Record(matter.Supervision, instruction with { ReceivedOn = new DateOnly(1026, 3, 2) }, null, On("2026-03-03")).ShouldBeRefusedFor("receivedOn", "date-too-early");
        Instructing.Record(matter.Supervision, instruction, null, On("2026-03-03")).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNP-19 accepted")]
    [Trait("Clause", "HNP-8 accepted")]
    public void A_direct_transfer_is_over_and_the_court_below_names_a_person_all_the_same()
    {
        var matter = Reviewed(mode: SupervisionMode.DirectTransfer, ground: null).Do(s => Letter(s.Supervision, LetterKind.DirectTransfer, due: null), "2026-03-02");
        (matter.Supervision.IsOpen, matter.Open("name-person-direct"), Reporting.NothingToName(matter.Supervision, Basic.Number)).ShouldBe((false, true, null));
        Reporting.NothingToName(matter.Supervision, Mid.Number).ShouldNotBeNull();
        matter.Named().Open("name-person-direct").ShouldBeFalse();
        matter.Supervision.Letter(1)!.Named!.Handler.ShouldBe(Below.Id);
        Report(matter.Supervision).ShouldBeRefusedAs("supervision-over");
    }

    [Fact]
    [Trait("Clause", "HNP-19 refused")]
    public void Nobody_is_named_for_a_letter_of_a_supervision_that_was_closed()
    {
        var matter = Lettered();
        ClosingTests.Close(matter.Named().Do(s => Report(s.Supervision), "2026-03-10").Do(s => Judging.Accept(s.Supervision, 1, High.Number, "妥当"), "2026-03-11"), "1", "2026-03-12");
        Reporting.Name(matter.Supervision, 1, Basic.Number, Below, null).ShouldBeRefusedAs("supervision-over");
        Reporting.NothingToName(matter.Supervision, Basic.Number).ShouldNotBeNull().Message.ShouldBe("supervision-over");
    }

    [Fact]
    [Trait("Clause", "HNI-4 refused")]
    public void What_is_only_passed_on_without_a_ground_owes_no_letter()
    {
        Reviewed(mode: SupervisionMode.DirectTransfer, ground: null).Owed("supervision-letter").ShouldBeEmpty();
        Reviewed(mode: SupervisionMode.DirectTransfer).Open("supervision-letter").ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "HNP-15 accepted")]
    [Trait("Clause", "HNI-4 accepted")]
    public void A_new_round_and_a_designated_court_get_a_letter_of_their_own()
    {
        var again = Reported().Do(s => Judging.FindUnlawful(s.Supervision, 1, High.Number, "没有处理"), "2026-03-11");
        again.Owed("letter-anew").ShouldBeEmpty();
        again.Do(s => Closing.Again(s.Supervision, High.Number, "再次督办"), "2026-03-12");
        (again.Open("supervise-again"), again.The("letter-anew").IsOpen, again.The("letter-anew").Due).ShouldBe((false, true, null));
        again.Do(s => Letter(s.Supervision, due: "2026-04-10", today: "2026-03-12"), "2026-03-12").Open("letter-anew").ShouldBeFalse();

        var designated = Lettered().Named().Do(s => TakingOverTests.Designate(s.Supervision, "2026-03-21"), "2026-03-21");
        (designated.The("letter-anew").IsOpen, designated.The("letter-anew").Opened.Court).ShouldBe((true, High.Number));
        designated.Do(s => Letter(s.Supervision, to: TakingOverTests.Sister, due: "2026-04-10", today: "2026-03-21"), "2026-03-21").Open("letter-anew").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNP-15 refused")]
    public void Only_the_court_that_leads_finds_a_report_unlawful()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown).Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid, due: "2026-04-10"), "2026-03-02").Named()
            .Do(s => Letter(s.Supervision, LetterKind.HandDown, from: Mid, due: "2026-03-31"), "2026-03-03").Named(2).Do(s => Report(s.Supervision, 2), "2026-03-10");
        Judging.FindUnlawful(matter.Supervision, 2, Mid.Number, "没有处理").ShouldBeRefusedUnder("HNP-15", "unlawful-only-lead");
        Judging.NothingUnlawful(matter.Supervision, Mid.Number).ShouldNotBeNull().Message.ShouldBe("unlawful-only-lead");
        Judging.NothingUnlawful(Reported().Supervision, High.Number).ShouldBeNull();
        matter.Do(s => Judging.FindImproper(s.Supervision, 2, Mid.Number, "没有处理"), "2026-03-11").Open("opinion-on-report").ShouldBeTrue("it gives an opinion instead");
    }

    private static Decision<object> Dispatch(Zhixin.Supervisions.Supervision s, LetterKind kind, string on) =>
        Letter(s, kind, to: kind == LetterKind.HandDown ? Mid : Basic, due: kind == LetterKind.DirectTransfer ? null : "2026-04-30", today: on);

    private static Decision<object> Instruct(Supervised s, SupervisionMode? mode) => Instructing.Record(
        s.Supervision, new SupervisionInstructionReceived(s.Supervision.Instructions.Count + 1, "院长", true, "批示", mode, false, On("2026-03-02"), false, null), null, On("2026-03-02"));

    private static Decision<object> Take(Supervised matter, SupervisionMode mode) => Review(matter.Supervision, mode: mode, situation: mode == SupervisionMode.Correct ? "4-leader" : "2-body");
}

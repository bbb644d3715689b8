using Zhixin.Courts;
using Zhixin.Intake;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>The first review and its days, progress by the date, measures in the middle.</summary>
public sealed partial class HandingDownTests
{
    [Fact]
    [Trait("Clause", "HNP-7(1) accepted")]
    [Trait("Clause", "HNP-8 accepted")]
    public void A_high_court_reviews_what_came_to_it_in_five_working_days_and_passes_it_on_in_those_of_the_way()
    {
        var matter = AtSuperior(High, Venue.OwnCourt);
        (matter.The("review-petition").Due, matter.The("review-petition").Opened.Court).ShouldBe((On("2026-03-09"), High.Number));
        AtSuperior(Mid, Venue.OwnCourt).Of("review-petition").ShouldBeEmpty("HNP sets it for the High Court");
        matter.Do(Review(matter, HandDownMode.DirectTransfer, "1-level-skipping"), "2026-03-04");
        (matter.The("review-petition").State, matter.The("pass-on-direct").Due).ShouldBe((new ObligationState.Fulfilled(On("2026-03-04")), On("2026-03-11")));
        matter.Open("hand-down").ShouldBeTrue("reviewed is not handed down");

        matter.Do(Transfer(matter, "2026-03-12"), "2026-03-12");
        (matter.The("pass-on-direct").State, matter.The("pass-on-direct").IsBreached(On("2026-03-12"))).ShouldBe((new ObligationState.Fulfilled(On("2026-03-12")), true), "late stays late");
        matter.Petition.HandDowns.Review(High.Number).ShouldBeNull("it went down by it");
    }

    [Fact]
    [Trait("Clause", "HNP-9 accepted")]
    [Trait("Clause", "HNP-10 accepted")]
    public void The_days_of_a_transfer_with_result_count_from_the_instruction_those_of_a_hand_down_from_the_review()
    {
        var instructed = AtSuperior(High, Venue.OwnCourt);
        instructed.Do(Review(instructed, HandDownMode.TransferWithResult, "2-leader", "省高院院长", "2026-03-03", today: "2026-03-05"), "2026-03-05");
        instructed.The("pass-on-with-result").Due.ShouldBe(On("2026-03-12"), "seven working days after the third");
        instructed.Do(HandingDown.Issue(instructed.Petition, Command(High, Basic, HandDownMode.TransferWithResult) with { Situation = "2-leader" }, Situations with { Today = On("2026-03-06") }), "2026-03-06");
        var issued = instructed.Last.OfType<HandDownIssued>().Single();
        (issued.InstructedBy, issued.InstructedOn, instructed.Open("pass-on-with-result")).ShouldBe(("省高院院长", On("2026-03-03"), false), "what the review named counts");

        var down = AtSuperior(High, Venue.OwnCourt);
        down.Do(Review(down, HandDownMode.HandDown, "3-bureau"), "2026-03-02");
        down.The("pass-on-hand-down").Due.ShouldBe(On("2026-03-11"));
        down.Do(Review(down, HandDownMode.DirectTransfer, "1-level-skipping", today: "2026-03-03"), "2026-03-03");
        down.Petition.HandDowns.Review(High.Number)!.Mode.ShouldBe(HandDownMode.DirectTransfer, "reviewed anew");
    }

    [Fact]
    [Trait("Clause", "HNP-9 accepted")]
    public void Who_hands_down_without_reviewing_before_does_both_in_one_and_an_old_instruction_shows()
    {
        var matter = AtSuperior(High, Venue.OwnCourt);
        var command = Command(High, Basic, HandDownMode.TransferWithResult) with { Situation = "2-body", InstructedBy = "省委政法委", InstructedOn = On("2026-02-02") };
        matter.Do(HandingDown.Issue(matter.Petition, command with { Situation = "2-leader" }, Situations), "2026-03-02");
        matter.Last.OfType<HandDownReviewed>().Single().InstructedOn.ShouldBe(On("2026-02-02"));
        matter.The("review-petition").IsOpen.ShouldBeFalse();
        (matter.The("pass-on-with-result").IsOpen, matter.The("pass-on-with-result").Opened.Court).ShouldBe((false, High.Number));
        matter.The("pass-on-with-result").Due.ShouldNotBeNull().ShouldBeLessThan(On("2026-03-02"), "the instruction lay for a month");
    }

    [Fact]
    [Trait("Clause", "HNP-7(1) refused")]
    [Trait("Clause", "HNP-8 refused")]
    [Trait("Clause", "HNP-9 refused")]
    public void A_review_names_a_fitting_way_an_instruction_where_one_is_needed_and_what_was_found()
    {
        var matter = AtSuperior(High, Venue.OwnCourt);
        Review(matter, HandDownMode.OrderRuling, "3-bureau").ShouldBeRefusedFor("way", "hand-down-way-unknown");
        Review(matter, HandDownMode.DirectTransfer, "2-leader").ShouldBeRefusedUnder("HNP-7(1)", "hand-down-other-mode");
        Review(matter, HandDownMode.TransferWithResult, "2-leader").ShouldBeRefusedUnder("HNP-9", "hand-down-needs-instruction");
        Review(matter, HandDownMode.TransferWithResult, "2-leader", "院长").ShouldBeRefusedUnder("HNP-9", "hand-down-needs-instruction");
        Review(matter, HandDownMode.TransferWithResult, "2-leader", "院长", "2026-03-03").ShouldBeRefusedFor("instructedOn", "date-in-future");
        Review(matter, HandDownMode.TransferWithResult, "2-leader", "院长", "2003-12-31").ShouldBeRefusedFor("instructedOn", "date-too-early");
        Review(matter, HandDownMode.HandDown, "3-bureau", opinion: " ").ShouldBeRefusedUnder("HNI-4", "hand-down-review-needs-opinion");
        Review(matter, null, null).ShouldBeRefusedAs("hand-down-no-supervision");
        Review(AtSuperior(Mid, Venue.OwnCourt), HandDownMode.DirectTransfer, null, from: Mid).ShouldBeRefusedUnder("HNP-8", "hand-down-only-high");
        Review(AtSuperior(Mid, Venue.OwnCourt), HandDownMode.TransferWithResult, null, from: Mid).ShouldBeRefusedUnder("HNP-9", "hand-down-only-high");
        Review(AtSuperior(Mid, Venue.OwnCourt), HandDownMode.HandDown, "3-bureau").ShouldBeRefusedAs("hand-down-review-elsewhere");
        HandingDown.Issue(matter.Petition, Command(High, Basic, HandDownMode.TransferWithResult) with { Situation = "2-leader" }, Situations).ShouldBeRefusedUnder("HNP-9", "hand-down-needs-instruction");

        matter.Do(Review(matter, HandDownMode.HandDown, "3-bureau"), "2026-03-02");
        Transfer(matter, "2026-03-02").ShouldBeRefusedAs("hand-down-reviewed-otherwise");
        HandingDown.Issue(matter.Petition, Command(High, Mid) with { Situation = "3-bureau" }, Situations).On(matter, "2026-03-01").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(HandingDown.Issue(matter.Petition, Command(High, Mid) with { Situation = "3-bureau" }, Situations), "2026-03-02");
        Review(matter, HandDownMode.HandDown, "3-bureau").ShouldBeRefusedAs("hand-down-review-elsewhere");
    }

    [Fact]
    [Trait("Clause", "HNI-4 accepted")]
    public void Where_a_supervision_was_opened_the_review_names_it_and_no_way_down()
    {
        var matter = AtSuperior(High, Venue.OwnCourt);
        matter.Do(Review(matter, null, "1-level-skipping", supervision: "2026-豫-0001"), "2026-03-04");
        var reviewed = matter.Last.OfType<HandDownReviewed>().Single();
        (reviewed.Mode, reviewed.Situation, reviewed.Supervision, matter.Open("review-petition")).ShouldBe((null, null, "2026-豫-0001", false));
        matter.Of("pass-on-direct").ShouldBeEmpty();
        matter.Do(Transfer(matter, "2026-03-04"), "2026-03-04");
    }

    [Fact]
    [Trait("Clause", "HNP-21 accepted")]
    [Trait("Clause", "HNP-10 accepted")]
    public void By_its_date_the_middle_reports_progress_while_the_court_below_is_late_and_gets_another_date()
    {
        var matter = InTheMiddle();
        HandingDown.Report(matter.Petition, 1, Mid.Number, "进展", "结果", "报告", Reporter).ShouldBeRefusedUnder("HNP-10", "hand-down-below-open");
        HandingDown.NoProgress(matter.Petition, Mid.Number).ShouldBeNull();
        matter.Do(Progress(matter), "2026-04-20");
        matter.Of("report").Single(o => o.Opened.Thing == Hop.Thing(1)).State.ShouldBe(new ObligationState.Fulfilled(On("2026-04-20")), "in time");
        HandingDown.Accept(matter.Petition, 1, High.Number, "同意").ShouldBeRefusedUnder("HNP-10", "report-is-progress");
        matter.Do(HandingDown.AnswerProgress(matter.Petition, 1, High.Number, "抓紧督促", On("2026-05-08"), On("2026-04-21")), "2026-04-21");
        var owed = matter.Of("report").Last(o => o.Opened.Thing == Hop.Thing(1));
        (owed.IsOpen, owed.Due, matter.Petition.HandDowns.Find(1)!.DueOn, matter.Petition.HandDowns.Find(1)!.IsOpen).ShouldBe((true, On("2026-05-08"), On("2026-05-08"), true));

        matter.Do(Progress(matter), "2026-05-06").Do(HandingDown.Return(matter.Petition, 1, High.Number, "没有说明原因", null, On("2026-05-07")), "2026-05-07");
        matter.Petition.HandDowns.Find(1)!.DueOn.ShouldBe(On("2026-05-08"), "sent back the date stands");
    }

    [Fact]
    [Trait("Clause", "HNP-21 refused")]
    [Trait("Clause", "HNP-10 refused")]
    public void Progress_says_what_comes_next_is_answered_with_a_date_and_is_no_result()
    {
        var matter = InTheMiddle();
        HandingDown.ReportProgress(matter.Petition, 1, Mid.Number, " ", "下周拍卖", "报告", Reporter).ShouldBeRefusedUnder("HNP-21", "opinion-needs-progress");
        HandingDown.ReportProgress(matter.Petition, 1, Mid.Number, "已查封", " ", "报告", Reporter).ShouldBeRefusedUnder("HNP-21", "progress-needs-next");
        HandingDown.ReportProgress(matter.Petition, 1, Mid.Number, "已查封", "下周拍卖", " ", Reporter).ShouldBeRefusedUnder("HNP-21", "hand-down-needs-report");
        HandingDown.ReportProgress(matter.Petition, 2, Basic.Number, "已查封", "下周拍卖", "报告", Reporter).ShouldBeRefusedUnder("HNP-16", "hand-down-needs-handler");
        HandingDown.NoProgress(matter.Petition, High.Number)!.Message.ShouldBe("hand-down-none-here");
        matter.Do(Progress(matter), "2026-04-20");
        Progress(matter).ShouldBeRefusedAs("hand-down-report-pending");
        Answer(matter, " ", "2026-05-08").ShouldBeRefusedUnder("HNP-10", "hand-down-accept-needs-opinion");
        Answer(matter, "抓紧", null).ShouldBeRefusedUnder("HNP-21", "progress-needs-date");
        Answer(matter, "抓紧", "2026-04-20").Refused().Arguments.ShouldBe([On("2026-04-21")], "the first day that is possible");
        Answer(matter, "抓紧", "2026-04-21").ShouldBeOfType<Decision<object>.Done>("today is not past");
        Answer(matter, "抓紧", "2026-05-08", no: 2, court: Mid).ShouldBeRefusedAs("hand-down-not-reported");

        var below = InTheMiddle(named: 2);
        below.Do(HandingDown.ReportProgress(below.Petition, 2, Basic.Number, "已查封", "下周拍卖", "报告", Reporter), "2026-04-09");
        Answer(below, "抓紧", "2026-04-21", no: 2, court: Mid).ShouldBeRefusedUnder("HNP-10", "hand-down-due-after-own");
        var order = Received("2026-03-02", caseNumber: "（2025）鲁0117执1号");
        order.Do(HandingDown.Issue(order.Petition, Command(Mid, Basic, HandDownMode.OrderProcedure, "") with { Told = "当面告知" }, Rules), "2026-03-02");
        HandingDown.NoProgress(order.Petition, Basic.Number)!.Message.ShouldBe("progress-nothing-by-date");
    }

    [Fact]
    [Trait("Clause", "HNP-10 refused")]
    [Trait("Clause", "HNP-10 accepted")]
    public void The_middle_reports_measures_of_its_own_or_hands_further_down_where_that_is_asked_of_it()
    {
        var matter = At(High);
        matter.Do(Issue(matter, High, Mid), "2026-03-02").Do(HandingDown.Name(matter.Petition, 1, Mid.Number, Below, null), "2026-03-03");
        MidReports(matter, null).ShouldBeRefusedUnder("HNP-10", "hand-down-report-needs-measures");
        HandingDown.Report(matter.Petition, 1, Mid.Number, "进展", "结果", "报告", Reporter).ShouldBeOfType<Decision<object>.Done>("nobody asks for measures");
        matter.Do(MidReports(matter, "约谈执行局长，派员督办"), "2026-03-04");
        matter.Last.OfType<HandDownReported>().Single().Measures.ShouldBe("约谈执行局长，派员督办");

        var further = At(High);
        further.Do(Issue(further, High, Mid), "2026-03-02").Do(Issue(further, Mid, Basic), "2026-03-02").Do(HandingDown.Name(further.Petition, 1, Mid.Number, Below, null), "2026-03-03");
        further.Do(HandingDown.Recall(further.Petition, 2, Mid.Number, "另行安排", On("2026-03-04")), "2026-03-04");
        MidReports(further, null).ShouldBeRefusedUnder("HNP-10", "hand-down-report-needs-measures");
        further.Do(Issue(further, Mid, Basic), "2026-03-04").Do(HandingDown.Name(further.Petition, 3, Basic.Number, Zhang, null), "2026-03-05");
        further.Do(HandingDown.Report(further.Petition, 3, Basic.Number, "进展", "结果", "报告", Reporter), "2026-03-05").Do(HandingDown.Accept(further.Petition, 3, Mid.Number, "同意"), "2026-03-05");
        MidReports(further, null).ShouldBeOfType<Decision<object>.Done>("handing down was its measure");
    }

    private static HandDownRules Situations => Rules with { Situations = List("HNP", "mode-situations") };

    private static Decision<object> Review(
        Matter matter, HandDownMode? mode, string? situation, string? by = null, string? instructed = null, string? opinion = "反映执行拖延", string? supervision = null, Court? from = null, string today = "2026-03-02") =>
        HandingDown.Review(
            matter.Petition, new ReviewHandDown(from ?? High, mode, situation, by, instructed is null ? null : On(instructed), opinion, supervision),
            (from is null ? Situations : Rules) with { Today = On(today) });

    private static Decision<object> Transfer(Matter matter, string today) => HandingDown.Issue(
        matter.Petition, Command(High, Basic, HandDownMode.DirectTransfer, "") with { Situation = "1-level-skipping", Platform = "平台 8 号" }, Situations with { Today = On(today) });

    /// <summary>From the High Court by the middle to the basic court, which is late.</summary>
    private static Matter InTheMiddle(int named = 1)
    {
        var matter = At(High);
        matter.Do(Issue(matter, High, Mid, due: "2026-04-20"), "2026-03-02").Do(Issue(matter, Mid, Basic, due: "2026-04-10"), "2026-03-02");
        return matter.Do(named == 1 ? HandingDown.Name(matter.Petition, 1, Mid.Number, Below, null) : HandingDown.Name(matter.Petition, 2, Basic.Number, Zhang, null), "2026-03-03");
    }

    private static Decision<object> Progress(Matter matter) => HandingDown.ReportProgress(matter.Petition, 1, Mid.Number, "已催促基层法院", "五月上旬拍卖", "进展报告", Reporter);

    private static Decision<object> Answer(Matter matter, string opinion, string? due, int no = 1, Court? court = null) =>
        HandingDown.AnswerProgress(matter.Petition, no, (court ?? High).Number, opinion, due is null ? null : On(due), On("2026-04-21"));

    private static Decision<object> MidReports(Matter matter, string? measures) =>
        HandingDown.Report(matter.Petition, 1, Mid.Number, "进展", "结果", "报告", Reporter, measures, hop => hop.Issued.To == Mid.Number);
}

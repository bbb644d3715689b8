using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>The report up to a body that awaits the result: four people, one after the other (HNP-14).</summary>
public sealed class ReportUpTests
{
    private static readonly Actors Director = new(Second.Id, null);
    private static readonly Actors President = new(Third.Id, null);

    private static Supervised Instructed(bool awaits = true, string? due = "2026-04-10") => Lettered().Named().Do(
        s => Instructing.Record(s.Supervision, new SupervisionInstructionReceived(1, "省委政法委", false, "批示件", null, awaits, On("2026-03-03"), due is not null, due is null ? null : On(due)), null, On("2026-03-03")), "2026-03-03");

    private static Supervised Accepted() => Instructed().Do(s => Report(s.Supervision), "2026-03-10").Do(s => Judging.Accept(s.Supervision, 1, High.Number, "妥当"), "2026-03-11");

    private static Decision<object> Draft(Supervision s, string? body = "省委政法委", string? content = "已执行完毕", int court = 0) =>
        Instructing.Draft(s, 1, court == 0 ? High.Number : court, body, content, Above);

    private static Decision<object> Review(Supervision s, bool agreed = true, Actors? by = null, string? opinion = "同意") => Instructing.Review(s, 1, High.Number, agreed, opinion, by ?? Director);

    private static Decision<object> Approve(Supervision s, bool agreed = true, Actors? by = null) => Instructing.Approve(s, 1, High.Number, agreed, "同意", by ?? President);

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    public void It_is_drafted_reviewed_approved_and_sent_by_others_each_and_fulfils_what_asks_for_it()
    {
        var matter = Accepted();
        (matter.The("report-up-by-date").Due, matter.Owed("supervision-report-up").Count).ShouldBe((On("2026-04-10"), 0));
        matter.Do(s => Draft(s.Supervision), "2026-03-12");
        matter.Supervision.Approvals.Single(a => a.DecidedOn is null).Act.ShouldBe(Instructing.Reviewing);
        matter.Do(s => Review(s.Supervision), "2026-03-13");
        matter.Supervision.Approvals.Single(a => a.DecidedOn is null).Act.ShouldBe(Instructing.Approving);
        matter.Do(s => Approve(s.Supervision), "2026-03-14").Do(s => Instructing.Send(s.Supervision, 1, High.Number), "2026-03-15");
        (matter.Open("report-up-by-date"), matter.Supervision.Approvals.Any(a => a.DecidedOn is null)).ShouldBe((false, false));
        Instructing.Send(matter.Supervision, 1, High.Number).ShouldBeRefusedAs("report-up-sent");
    }

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    public void Each_body_that_awaits_a_result_is_owed_its_own_report_also_where_it_sets_no_date()
    {
        var matter = Instructed(due: null).Do(
            s => Instructing.Record(s.Supervision, new SupervisionInstructionReceived(2, "省人大", false, "交办单", null, true, On("2026-03-03"), false, null), null, On("2026-03-03")), "2026-03-03");
        matter.Owed("supervision-report-up").Select(o => (o.Due, o.IsOpen)).ShouldBe([(null, true), (null, true)]);
        matter.Do(s => Report(s.Supervision), "2026-03-10").Do(s => Judging.Accept(s.Supervision, 1, High.Number, "妥当"), "2026-03-11").Do(s => Draft(s.Supervision), "2026-03-12");
        matter.Do(s => Review(s.Supervision), "2026-03-13").Do(s => Approve(s.Supervision), "2026-03-14").Do(s => Instructing.Send(s.Supervision, 1, High.Number), "2026-03-15");
        matter.Owed("supervision-report-up").Select(o => o.IsOpen).ShouldBe([false, true], "the other body still waits");
    }

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    public void What_is_given_back_is_drafted_again()
    {
        var matter = Accepted().Do(s => Draft(s.Supervision), "2026-03-12").Do(s => Review(s.Supervision, agreed: false, opinion: "补充数额"), "2026-03-13");
        Review(matter.Supervision).ShouldBeRefusedUnder("HNP-14", "report-up-not-drafted");
        matter.Do(s => Draft(s.Supervision, content: "执行到位八万元"), "2026-03-14").Do(s => Review(s.Supervision), "2026-03-15").Do(s => Approve(s.Supervision, agreed: false), "2026-03-16");
        Instructing.Send(matter.Supervision, 1, High.Number).ShouldBeRefusedUnder("HNP-14", "report-up-not-approved");
        matter.Do(s => Draft(s.Supervision), "2026-03-17").Do(s => Review(s.Supervision), "2026-03-18").Do(s => Approve(s.Supervision), "2026-03-19").Do(s => Instructing.Send(s.Supervision, 1, High.Number), "2026-03-20");
    }

    [Fact]
    [Trait("Clause", "HNP-14 refused")]
    public void Nobody_does_two_steps_and_nothing_goes_up_that_nobody_awaits_or_before_the_report_below_is_accepted()
    {
        Draft(Instructed(awaits: false, due: null).Supervision).ShouldBeRefusedUnder("HNP-14", "report-up-nobody-awaits");
        Draft(Instructed().Supervision).ShouldBeRefusedUnder("HNP-14", "report-up-before-acceptance");
        var matter = Accepted();
        Draft(matter.Supervision, court: Mid.Number).ShouldBeRefusedUnder("HNI-2", "supervision-not-lead");
        Draft(matter.Supervision, body: "").ShouldBeRefusedUnder("HNP-14", "report-up-needs-body");
        Draft(matter.Supervision, content: null).ShouldBeRefusedUnder("HNP-14", "report-up-needs-content");
        matter.Do(s => Draft(s.Supervision), "2026-03-12");
        Draft(matter.Supervision).ShouldBeRefusedAs("report-up-drafted");
        Review(matter.Supervision, by: Above).ShouldBeRefusedAs("decides-own-request");
        Review(matter.Supervision, by: new Actors(Second.Id, Reviewer.Id)).ShouldBeRefusedAs("decides-own-request");
        Review(matter.Supervision, opinion: " ").ShouldBeRefusedUnder("HNP-14", "report-up-needs-opinion");
        Approve(matter.Supervision).ShouldBeRefusedUnder("HNP-14", "report-up-not-reviewed");
        matter.Do(s => Review(s.Supervision), "2026-03-13");
        Approve(matter.Supervision, by: Above).ShouldBeRefusedAs("decides-own-request");
        Approve(matter.Supervision, by: Director).ShouldBeRefusedAs("decides-own-request");
        Instructing.Send(matter.Supervision, 1, High.Number).ShouldBeRefusedUnder("HNP-14", "report-up-not-approved");
        ClosingTests.Ask(matter.Supervision, "1").ShouldBeRefusedUnder("HNP-14", "close-report-up-owed");
    }

    [Fact]
    [Trait("Clause", "HNP-14 refused")]
    public void A_date_is_for_a_result_that_is_awaited() => Instructing.Record(
        Lettered().Supervision, new SupervisionInstructionReceived(1, "省委政法委", false, "批示件", null, false, On("2026-03-03"), true, On("2026-04-10")), null, On("2026-03-03"))
        .ShouldBeRefusedFor("awaits", "instruction-date-awaits-nothing");

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    public void What_ended_without_a_report_from_below_is_reported_up_as_it_ended()
    {
        var matter = Opened().Do(
            s => Instructing.Record(s.Supervision, new SupervisionInstructionReceived(1, "省委政法委", false, "批示件", null, true, On("2026-03-02"), true, On("2026-04-10")), null, On("2026-03-02")), "2026-03-02")
            .Do(s => Supervised.Review(s.Supervision, qualifies: false), "2026-03-02");
        matter.Open("report-up-by-date").ShouldBeTrue("the body still awaits an answer");
        matter.Do(s => Draft(s.Supervision), "2026-03-03").Do(s => Review(s.Supervision), "2026-03-04").Do(s => Approve(s.Supervision), "2026-03-05").Do(s => Instructing.Send(s.Supervision, 1, High.Number), "2026-03-06");
        matter.Open("report-up-by-date").ShouldBeFalse();
    }
}

using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>By its date a court reports the result or the progress; only the result waits for what is below.</summary>
public sealed class ProgressingTests
{
    private static readonly Thing First = Zhixin.Supervisions.Letter.Thing(1);

    [Fact]
    [Trait("Clause", "HNP-21 accepted")]
    [Trait("Clause", "HNP-10 accepted")]
    public void The_middle_keeps_its_date_while_the_court_below_is_open_and_the_result_is_owed_by_another()
    {
        var matter = Handed();
        Reporting.Report(matter.Supervision, 1, Mid.Number, new ReportResult("进展", "结果", "报告", false, false, Reporter)).ShouldBeRefusedUnder("HNP-10", "hand-down-below-open");
        matter.Do(s => Progress(s.Supervision), "2026-03-20");
        matter.Owed("report").Where(o => o.Opened.Thing == First).Select(o => (o.State, o.IsBreached(On("2026-04-01")))).ShouldBe([((ObligationState)new ObligationState.Fulfilled(On("2026-03-20")), false)]);
        matter.Do(s => Answer(s.Supervision), "2026-03-23");
        matter.Owed("report").Where(o => o.Opened.Thing == First).Select(o => (o.IsOpen, o.Due)).ShouldBe([(false, On("2026-03-20")), (true, On("2026-04-10"))]);
        var letter = matter.Supervision.Letter(1)!;
        (letter.DueOn, letter.WaitingProgress, letter.Progress.Single().Accepted, letter.IsOpen).ShouldBe((On("2026-04-10"), null, true, true));
        matter.Do(s => Progress(s.Supervision), "2026-04-09");
        matter.Supervision.Letter(1)!.Progress.Count.ShouldBe(2, "the result is still to come");
    }

    [Fact]
    [Trait("Clause", "HNP-21 accepted")]
    public void Progress_that_says_nothing_goes_back_and_the_old_date_stands_also_when_it_is_over()
    {
        var matter = Lettered(due: "2026-03-20").Named().Do(s => Progress(s.Supervision, court: Basic.Number), "2026-03-20");
        matter.Open("report").ShouldBeFalse();
        matter.Do(s => Answer(s.Supervision, accepted: false, due: null), "2026-03-23");
        (matter.Open("report"), matter.Supervision.Letter(1)!.DueOn, matter.Supervision.Letter(1)!.Progress.Single().Accepted).ShouldBe((true, On("2026-03-20"), false));
        matter.Owed("report").ShouldContain(o => o.IsOpen && o.IsBreached(On("2026-03-24")));

        var reported = Lettered().Named().Do(s => Progress(s.Supervision, court: Basic.Number), "2026-03-10").Do(s => Report(s.Supervision), "2026-03-12");
        (reported.Supervision.Letter(1)!.WaitingProgress, reported.Open("report")).ShouldBe((null, false), "the result is the answer to it");
    }

    [Fact]
    [Trait("Clause", "HNP-21 refused")]
    [Trait("Clause", "HNP-10 refused")]
    public void Progress_needs_a_date_a_person_and_the_next_step_and_is_answered_once_with_a_date_that_is_possible()
    {
        var matter = Handed();
        Progress(matter.Supervision, progress: " ").ShouldBeRefusedUnder("HNP-21", "report-needs-progress");
        Progress(matter.Supervision, next: "").ShouldBeRefusedUnder("HNP-21", "progress-needs-next");
        Progress(matter.Supervision, document: null).ShouldBeRefusedUnder("HNP-21", "report-needs-document");
        Progress(matter.Supervision, court: Basic.Number).ShouldBeRefusedAs("supervision-letter-not-yours");
        Progress(Lettered().Supervision, court: Basic.Number).ShouldBeRefusedUnder("HNI-6", "supervision-needs-handler");
        Progress(Reported().Supervision, court: Basic.Number).ShouldBeRefusedAs("letter-reported");
        Progressing.NotReportable(Handed().Supervision.Letter(1)! with { DueOn = null })!.Message.ShouldBe("progress-nothing-by-date");
        Answer(matter.Supervision).ShouldBeRefusedAs("progress-nothing-to-answer");

        matter.Do(s => Progress(s.Supervision), "2026-03-19");
        Progress(matter.Supervision).ShouldBeRefusedAs("hand-down-report-pending");
        Answer(matter.Supervision, opinion: " ").ShouldBeRefusedUnder("HNP-21", "report-finding-needs-reason");
        Answer(matter.Supervision, due: null).ShouldBeRefusedUnder("HNP-21", "progress-needs-date");
        Answer(matter.Supervision, due: "2026-03-22").Refused().Arguments.ShouldBe([On("2026-03-23")]);
        Answer(matter.Supervision, due: "2026-03-23").ShouldBeOfType<Decision<object>.Done>("today is not past");
        Progressing.Answer(matter.Supervision, 1, Mid.Number, true, On("2026-04-10"), "知悉", On("2026-03-23")).ShouldBeRefusedAs("supervision-letter-not-yours");
        var below = Handed().Named(2).Do(s => Progress(s.Supervision, 2, Basic.Number), "2026-03-15");
        Progressing.Answer(below.Supervision, 2, Mid.Number, true, On("2026-03-21"), "知悉", On("2026-03-16")).ShouldBeRefusedUnder("HNP-10", "hand-down-due-after-own");
    }

    /// <summary>From the High Court to the middle, and further down with an earlier date.</summary>
    private static Supervised Handed() => Reviewed(mode: SupervisionMode.HandDown)
        .Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid), "2026-03-02").Do(s => Letter(s.Supervision, LetterKind.HandDown, from: Mid, to: Basic, due: "2026-03-15"), "2026-03-02").Named();

    private static Decision<object> Progress(Supervision s, int no = 1, int? court = null, string? progress = "已催促", string? next = "四月上旬拍卖", string? document = "进展报告") =>
        Progressing.Report(s, no, court ?? Mid.Number, progress, next, document, Reporter);

    private static Decision<object> Answer(Supervision s, bool accepted = true, string? due = "2026-04-10", string? opinion = "抓紧督促") =>
        Progressing.Answer(s, 1, High.Number, accepted, due is null ? null : On(due), opinion, On("2026-03-23"));
}

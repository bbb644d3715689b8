using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;
using Regulation = Zhixin.Regulations.CodeList;

namespace Zhixin.Tests.Supervisions;

/// <summary>Urging, urging letters and orders, and what the court below answers, to the day. The letter of 2026-03-02 is due on 2026-03-20.</summary>
public sealed class PressingTests
{
    private static readonly Regulation Means = List("HNP", "overdue-means");

    internal static Decision<object> Urge(Supervision s, string on, int? opinion = null, string? means = "phone", string? content = "请尽快报告", int? court = null) =>
        Pressing.DecideUrging(s, new Urge(1, opinion, means, content), court ?? High.Number, Means, On(on));

    internal static Decision<object> Press(Supervision s, string on, bool isOrder = false, string? content = "立即报告", string? due = "2026-04-15") =>
        Pressing.DecideLetter(s, new PressByLetter(1, isOrder, content, due is null ? null : On(due)), High.Number, On(on));

    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    [Trait("Clause", "HNI-9 refused")]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "HNP-16 refused")]
    public void A_report_is_urged_from_the_day_after_its_date_without_grace_and_by_the_means_of_the_pack()
    {
        var matter = Lettered().Named();
        Urge(matter.Supervision, "2026-03-20").ShouldBeRefusedUnder("HNI-9", "urge-not-overdue");
        Pressing.NothingToUrge(matter.Supervision, High.Number, On("2026-03-20")).ShouldNotBeNull();
        Urge(matter.Supervision, "2026-03-21", means: "pigeon").ShouldBeRefusedFor("means", "urge-means-unknown");
        Urge(matter.Supervision, "2026-03-21", means: "bulletin").ShouldBeRefusedUnder("HNP-16", "urge-means-bulletin");
        Urge(matter.Supervision, "2026-03-21", content: " ").ShouldBeRefusedUnder("HNI-9", "urge-needs-content");
        Urge(matter.Supervision, "2026-03-21", court: Mid.Number).ShouldBeRefusedAs("supervision-letter-not-yours");
        foreach (var means in Means.Items.Where(m => m.Code != "bulletin").Select(m => m.Code).Append(null))
        {
            matter.Do(s => Urge(s.Supervision, "2026-03-21", means: means), "2026-03-21");
        }

        matter.Supervision.Letter(1)!.Urged.Count.ShouldBe(Means.Items.Count);
        matter.Open("report").ShouldBeTrue("urging fulfils nothing");
        matter.Do(s => Report(s.Supervision), "2026-03-22");
        Urge(matter.Supervision, "2026-03-23").ShouldBeRefusedUnder("HNI-9", "urge-not-overdue");
    }

    [Fact]
    public void A_date_at_the_end_of_time_is_never_reached_and_breaks_nothing() => Lettered(due: "9999-12-25").Named().Until("2026-04-07").Supervision.Letter(1)!.OverrunOn.ShouldBeNull();

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    public void The_tenth_day_after_the_date_opens_the_urging_letter_whenever_it_is_noticed()
    {
        foreach (var noticed in new[] { "2026-03-30", "2026-04-07" })
        {
            var matter = Lettered().Named();
            matter.Until("2026-03-29").Supervision.Letter(1)!.OverrunOn.ShouldBeNull("the ninth day");
            matter.Until(noticed).Supervision.Letter(1)!.OverrunOn.ShouldBe(On("2026-03-30"));
            matter.The("urging-letter").Opened.Court.ShouldBe(High.Number);
            matter.Facts.Single(f => f.Fact is SupervisionReportOverrun).On.ShouldBe(On("2026-03-30"), "on its own day");
            Pressing.NothingToPress(matter.Supervision, High.Number).ShouldBeNull();
        }
    }

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    public void The_days_run_through_the_spring_festival_and_do_not_roll()
    {
        var matter = Reviewed("2026-01-20").Do(s => Letter(s.Supervision, due: "2026-02-10", today: "2026-01-20"), "2026-01-20").Named(on: "2026-01-21");
        matter.Until("2026-02-19").Supervision.Letter(1)!.OverrunOn.ShouldBeNull();
        matter.Until("2026-02-20").Supervision.Letter(1)!.OverrunOn.ShouldBe(On("2026-02-20"), "a holiday in the middle of the festival");
    }

    [Fact]
    [Trait("Clause", "HNP-23 refused")]
    public void Neither_letter_nor_order_goes_before_that_day_nor_without_date_and_demand()
    {
        var matter = Lettered().Named().Until("2026-03-29");
        Press(matter.Supervision, "2026-03-29").ShouldBeRefusedUnder("HNP-23", "urging-before-overrun");
        Press(matter.Supervision, "2026-03-29", isOrder: true).ShouldBeRefusedUnder("HNP-23", "urging-before-overrun");
        matter.Until("2026-03-30");
        Press(matter.Supervision, "2026-03-30", content: "").ShouldBeRefusedUnder("HNP-23", "urging-needs-content");
        Press(matter.Supervision, "2026-03-30", due: null).ShouldBeRefusedUnder("HNP-23", "urging-needs-date");
        Press(matter.Supervision, "2026-03-30", due: "2026-03-29").ShouldBeRefusedFor("due", "urging-due-past");
        SupervisionTimes.Since(matter.Supervision, ((Decision<object>.Done)Press(matter.Supervision, "2026-03-30")).Events[0]).ShouldBe(On("2026-03-30"), "nor is it entered for a day before");
    }

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    public void It_carries_what_is_overdue_and_is_answered_by_a_report_or_an_explanation()
    {
        var matter = Lettered().Named().Until("2026-04-01").Do(s => Press(s.Supervision, "2026-04-01"), "2026-04-01");
        var issued = matter.Last.OfType<SupervisionUrgingLetterIssued>().Single();
        issued.Breached.ShouldBe([.. matter.Owed("report").Select(o => o.No)]);
        (matter.The("explain-delay").Due, matter.The("explain-delay").Opened.Court, matter.The("explain-delay").Person).ShouldBe((On("2026-04-15"), Basic.Number, Below.Id));
        matter.Open("urging-letter").ShouldBeFalse();
        Press(matter.Supervision, "2026-04-10", isOrder: true).ShouldBeRefusedAs("urging-runs");
        Pressing.Explain(matter.Supervision, 1, Basic.Number, " ", "说明", Reporter).ShouldBeRefusedUnder("HNP-23", "explain-needs-content");
        Pressing.Explain(matter.Supervision, 1, Basic.Number, "查找下落", null, Reporter).ShouldBeRefusedUnder("HNP-23", "report-needs-document");
        matter.Do(s => Pressing.Explain(s.Supervision, 1, Basic.Number, "查找下落", "说明", Reporter), "2026-04-10");
        matter.Open("explain-delay").ShouldBeFalse();
        matter.Open("report").ShouldBeTrue("what is explained is still owed");
        Pressing.Explain(matter.Supervision, 1, Basic.Number, "查找下落", "说明", Reporter).ShouldBeRefusedAs("delay-explained-before");
        matter.Do(s => Press(s.Supervision, "2026-04-20", isOrder: true, due: "2026-04-30"), "2026-04-20");
        matter.Do(s => Report(s.Supervision), "2026-04-25").Supervision.Letter(1)!.OverrunOn.ShouldBeNull("what had been awaited came");
        matter.Open("explain-delay").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNP-23 refused")]
    public void Who_was_not_urged_explains_nothing_and_a_report_ends_what_had_been_overrun()
    {
        var matter = Lettered().Named();
        Pressing.Explain(matter.Supervision, 1, Basic.Number, "查找下落", "说明", Reporter).ShouldBeRefusedUnder("HNP-23", "explain-nothing-urged");
        matter.Until("2026-03-31").Do(s => Report(s.Supervision), "2026-03-31");
        matter.Open("urging-letter").ShouldBeFalse();
        Press(matter.Supervision, "2026-04-01").ShouldBeRefusedUnder("HNP-23", "urging-before-overrun");
    }

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    public void A_correction_that_does_not_come_is_overrun_again_by_its_own_date()
    {
        var matter = Opinionated().Until("2026-04-09");
        matter.Supervision.Letter(1)!.OverrunOn.ShouldBeNull();
        matter.Until("2026-04-10").Facts.Select(f => f.Fact).OfType<SupervisionReportOverrun>().Single().Reported.ShouldBeTrue();
        matter.Do(s => Press(s.Supervision, "2026-04-10"), "2026-04-10").Last.OfType<SupervisionUrgingLetterIssued>().Single().Breached
            .ShouldBe([.. matter.Owed("follow-opinion").Select(o => o.No)]);
    }

    [Fact]
    public void A_granted_date_ends_what_pressed_about_the_old_one_and_nothing_of_another_letter_is_settled_by_an_opinion()
    {
        var matter = Lettered().Named()
            .Do(s => Reporting.AskNewDate(s.Supervision, Basic.Number, new SupervisionPreExpiryReported(1, "下落不明", "查找", On("2026-04-30"), "报告", Below.Id, null), On("2026-03-19")), "2026-03-19").Until("2026-04-01")
            .Do(s => Press(s.Supervision, "2026-04-01"), "2026-04-01").Do(s => Reporting.DecideNewDate(s.Supervision, 1, High.Number, true, On("2026-04-30"), "同意", On("2026-04-02"), Other), "2026-04-02");
        (matter.Open("explain-delay"), matter.Open("urging-letter"), matter.Supervision.Letter(1)!.OverrunOn).ShouldBe((false, false, null));
        matter.Owed("report").ShouldAllBe(o => o.Due == On("2026-04-30"));
        matter.Until("2026-05-09").Supervision.Letter(1)!.OverrunOn.ShouldBeNull();
        matter.Until("2026-05-10").Supervision.Letter(1)!.OverrunOn.ShouldBe(On("2026-05-10"));
    }

    [Fact]
    [Trait("Clause", "HNI-5 accepted")]
    [Trait("Clause", "HNI-9 refused")]
    public void The_file_is_called_with_what_and_why()
    {
        var matter = Lettered();
        Pressing.CallFile(matter.Supervision, 1, High.Number, null, "审查").ShouldBeRefusedUnder("HNI-9", "call-file-needs-what");
        Pressing.CallFile(matter.Supervision, 1, High.Number, "执行卷", " ").ShouldBeRefusedUnder("HNI-9", "call-file-needs-reason");
        matter.Do(s => Pressing.CallFile(s.Supervision, 1, High.Number, "执行卷", "逾期未报"), "2026-03-21").Supervision.Letter(1)!.FileCalledOn.ShouldBe(On("2026-03-21"));
    }

    /// <summary>An improper report, and an opinion to be followed until 2026-03-31.</summary>
    internal static Supervised Opinionated(string due = "2026-03-31") => Reported().Do(s => Judging.FindImproper(s.Supervision, 1, High.Number, "没有扣划"), "2026-03-11")
        .Do(s => Opining.Give(s.Supervision, High.Number, new GiveOpinion(1, "依法扣划", "有财产可供执行", On(due), On("2026-03-12"), Above)), "2026-03-12");
}

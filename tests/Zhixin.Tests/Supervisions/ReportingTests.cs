using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>What the lower court does about a letter, to the day.</summary>
public sealed class ReportingTests
{
    [Fact]
    [Trait("Clause", "HNI-6 accepted")]
    [Trait("Clause", "HNP-19 accepted")]
    [Trait("Clause", "HNP-21 accepted")]
    public void A_person_is_named_takes_it_up_and_reports_within_the_letters_date()
    {
        var matter = Lettered().Named();
        matter.Open("name-person").ShouldBeFalse();
        matter.The("report").Person.ShouldBe(Below.Id, "the clock is the named person's");
        matter.Do(s => Reporting.Acknowledge(s.Supervision, 1, Basic.Number, Below.Id), "2026-03-03").Do(s => Report(s.Supervision), "2026-03-20");
        matter.The("report").IsBreached(On("2026-04-01")).ShouldBeFalse("the last day is in time");
    }

    [Fact]
    [Trait("Clause", "HNI-6 refused")]
    [Trait("Clause", "HNP-19 refused")]
    [Trait("Clause", "HNP-21 refused")]
    public void Nobody_reports_before_a_person_is_named_and_a_report_has_progress_result_and_material()
    {
        var matter = Lettered();
        Report(matter.Supervision).ShouldBeRefusedUnder("HNI-6", "supervision-needs-handler");
        Reporting.Acknowledge(matter.Supervision, 1, Basic.Number, Below.Id).ShouldBeRefusedUnder("HNI-6", "supervision-needs-handler");
        Reporting.Name(matter.Supervision, 1, Basic.Number, Middle, null).ShouldBeRefusedFor("handler", "handler-not-in-post");
        Reporting.Name(matter.Supervision, 1, Mid.Number, Middle, null).ShouldBeRefusedAs("supervision-letter-not-yours");
        Reporting.Name(matter.Supervision, 2, Basic.Number, Below, null).ShouldBeRefusedFor("letter", "supervision-letter-unknown");
        matter.Named();
        Reporting.Acknowledge(matter.Supervision, 1, Basic.Number, Middle.Id).ShouldBeRefusedAs("acknowledge-not-named");
        Report(matter.Supervision, progress: " ").ShouldBeRefusedUnder("HNI-6", "report-needs-progress");
        Report(matter.Supervision, result: null).ShouldBeRefusedUnder("HNI-6", "report-needs-result");
        Report(matter.Supervision, document: "").ShouldBeRefusedUnder("HNI-6", "report-needs-document");
        matter.Do(s => Report(s.Supervision), "2026-03-10");
        Report(matter.Supervision).ShouldBeRefusedAs("supervision-report-pending");
    }

    [Fact]
    [Trait("Clause", "HNI-6 refused")]
    public void A_letter_that_asks_for_the_report_in_person_with_the_file_gets_both()
    {
        var matter = Reviewed().Do(s => Letter(s.Supervision, inPerson: true, withFile: true), "2026-03-02").Named();
        Report(matter.Supervision).ShouldBeRefusedUnder("HNI-6", "report-in-person");
        Report(matter.Supervision, inPerson: true).ShouldBeRefusedUnder("HNI-6", "report-with-file");
        Report(matter.Supervision, inPerson: true, withFile: true).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNI-7 accepted")]
    public void No_property_fulfils_the_report_and_opens_twenty_and_ten_days()
    {
        var matter = Lettered(due: "2026-03-31").Named().Do(s => NoProperty(s.Supervision), "2026-03-18");
        matter.The("report").IsOpen.ShouldBeFalse();
        matter.The("no-property-hearing").Due.ShouldBe(On("2026-03-23"), "twenty days from the letter end on Sunday the 22nd");
        matter.Do(s => Hear(s.Supervision), "2026-03-23");
        matter.The("report-after-hearing").Due.ShouldBe(On("2026-04-02"));
        matter.Do(s => Reporting.ReportAfterHearing(s.Supervision, 1, Basic.Number, "确无财产", "报告", Reporter), "2026-04-02");
        matter.Supervision.Letter(1)!.Pending!.Kind.ShouldBe(ReportKind.AfterHearing);
        matter.The("report-after-hearing").IsBreached(On("2026-04-03")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNI-7 refused")]
    public void Both_sides_are_summoned_and_told_but_who_stays_away_does_not_block_the_hearing()
    {
        var matter = Lettered().Named();
        Hear(matter.Supervision).ShouldBeRefusedUnder("HNI-7", "hearing-only-no-property");
        NoProperty(matter.Supervision, " ").ShouldBeRefusedUnder("HNI-7", "no-property-needs-findings");
        matter.Do(s => NoProperty(s.Supervision), "2026-03-10");
        NoProperty(matter.Supervision).ShouldBeRefusedAs("no-property-answered");
        Hear(matter.Supervision, served: " ").ShouldBeRefusedUnder("HNI-7", "hearing-both-served");
        Hear(matter.Supervision, told: "").ShouldBeRefusedUnder("HNI-7", "hearing-not-told");
        Hear(matter.Supervision, minutes: "").ShouldBeRefusedUnder("HNI-7", "hearing-needs-minutes");
        Reporting.ReportAfterHearing(matter.Supervision, 1, Basic.Number, "确无财产", "报告", Reporter).ShouldBeRefusedUnder("HNI-7", "hearing-report-before-hearing");
        Hear(matter.Supervision, present: []).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNI-5 accepted")]
    [Trait("Clause", "HNI-5 refused")]
    [Trait("Clause", "HNP-13 accepted")]
    [Trait("Clause", "HNP-13 refused")]
    public void A_report_that_is_wanted_at_once_is_owed_the_same_day()
    {
        var matter = Lettered().Named();
        Reporting.ReportUrgent(matter.Supervision, 1, Basic.Number, "已控制", "电文").ShouldBeRefusedAs("urgent-report-not-ordered");
        Reporting.OrderUrgent(matter.Supervision, 1, High.Number, " ").ShouldBeRefusedUnder("HNI-5", "urgent-report-needs-demand");
        Reporting.OrderUrgent(matter.Supervision, 1, Mid.Number, "群体上访").ShouldBeRefusedAs("supervision-letter-not-yours");
        matter.Do(s => Reporting.OrderUrgent(s.Supervision, 1, High.Number, "群体上访"), "2026-03-07");
        matter.The("urgent-report").Due.ShouldBe(On("2026-03-07"), "a Saturday: the same day all the same");
        Reporting.OrderUrgent(matter.Supervision, 1, High.Number, "群体上访").ShouldBeRefusedAs("urgent-report-runs");
        matter.Do(s => Reporting.ReportUrgent(s.Supervision, 1, Basic.Number, "已控制", "电文"), "2026-03-07");
        matter.Open("urgent-report").ShouldBeFalse();
        matter.Open("report").ShouldBeTrue("the written report is another thing");
    }

    [Fact]
    [Trait("Clause", "HNP-21 accepted")]
    public void Asked_in_time_and_granted_the_new_date_stands_under_both_instruments()
    {
        var matter = Lettered().Named().Do(s => Ask(s.Supervision, "2026-04-10", "2026-03-20"), "2026-03-20");
        matter.Open("decide-new-date").ShouldBeTrue("undecided counts against the superior");
        matter.The("decide-new-date").Opened.Court.ShouldBe(High.Number);
        matter.The("report").Due.ShouldBe(On("2026-03-20"), "until it is decided the old date stands");
        matter.Do(s => Reporting.DecideNewDate(s.Supervision, 1, High.Number, true, On("2026-04-10"), "情况属实", On("2026-03-23"), Other), "2026-03-23");
        matter.The("report").Due.ShouldBe(On("2026-04-10"));
        matter.Supervision.Letter(1)!.DueOn.ShouldBe(On("2026-04-10"));
        matter.Open("decide-new-date").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNP-21 refused")]
    public void After_the_date_nothing_is_asked_and_what_is_not_granted_leaves_the_old_date()
    {
        var matter = Lettered().Named();
        Ask(matter.Supervision, "2026-04-10", "2026-03-21").ShouldBeRefusedUnder("HNP-21", "new-date-too-late");
        Ask(matter.Supervision, "2026-03-20", "2026-03-20").ShouldBeRefusedFor("until", "new-date-not-later");
        Ask(matter.Supervision, "2026-04-10", "2026-03-20", cause: " ").ShouldBeRefusedUnder("HNP-21", "new-date-needs-cause");
        Ask(matter.Supervision, "2026-04-10", "2026-03-20", next: " ").ShouldBeRefusedUnder("HNP-21", "new-date-needs-step");
        Reporting.DecideNewDate(matter.Supervision, 1, High.Number, true, On("2026-04-10"), "同意", On("2026-03-19"), Other).ShouldBeRefusedAs("new-date-not-asked");
        matter.Do(s => Reporting.Record(s.Supervision, 1, Basic.Number, "被执行人下落不明"), "2026-03-10");
        matter.The("pre-expiry-report").Due.ShouldBe(On("2026-03-20"));
        matter.Do(s => Ask(s.Supervision, "2026-04-10", "2026-03-18"), "2026-03-18");
        matter.Open("pre-expiry-report").ShouldBeFalse();
        Ask(matter.Supervision, "2026-04-10", "2026-03-18").ShouldBeRefusedAs("new-date-waits");
        Reporting.DecideNewDate(matter.Supervision, 1, High.Number, true, On("2026-04-10"), "同意", On("2026-03-19"), Reporter).ShouldBeRefusedAs("decides-own-request");
        Reporting.DecideNewDate(matter.Supervision, 1, High.Number, true, On("2026-03-20"), "同意", On("2026-03-19"), Other).ShouldBeRefusedFor("due", "new-date-not-later");
        matter.Do(s => Reporting.DecideNewDate(s.Supervision, 1, High.Number, false, null, "理由不足", On("2026-03-19"), Other), "2026-03-19");
        matter.The("report").Due.ShouldBe(On("2026-03-20"));
        matter.The("report").DaysOverdue(On("2026-03-23")).ShouldBe(3);
    }

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    public void On_the_tenth_day_and_not_on_the_ninth_the_urging_letter_is_owed()
    {
        var matter = Lettered().Named();
        matter.Until("2026-03-29").Open("urging-letter").ShouldBeFalse();
        matter.Until("2026-03-30").Open("urging-letter").ShouldBeTrue();
        matter.Supervision.Letter(1)!.OverrunOn.ShouldBe(On("2026-03-30"));
        Lettered().Named().Until("2026-04-15").Supervision.Letter(1)!.OverrunOn.ShouldBe(On("2026-03-30"), "a job that ran late dates it as the law does");
    }

    private static Decision<object> NoProperty(Supervision s, string? findings = "网络查控无财产") => Reporting.AnswerNoProperty(s, 1, Basic.Number, findings, "书面答复", Reporter);

    private static Decision<object> Hear(
        Supervision s, string served = "送达回证", string told = "查控情况", string minutes = "笔录", IReadOnlyList<HearingSide>? present = null, string? held = null, string? findings = null, string on = "2026-03-23") =>
        Reporting.Hear(s, 1, Basic.Number, new HoldHearing(held is null ? null : On(held), present ?? [HearingSide.Applicant], served, told, minutes, findings, findings is null ? null : "书面答复", On(on), Reporter));

    private static Decision<object> Ask(Supervision s, string until, string on, string cause = "下落不明", string next = "继续查找") =>
        Reporting.AskNewDate(s, Basic.Number, new SupervisionPreExpiryReported(1, cause, next, On(until), "报告", Reporter.Person, null), On(on));
}

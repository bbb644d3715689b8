using Zhixin.Courts;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>The special report, pressing, the situation of each way, and what an order stands on.</summary>
public sealed partial class HandingDownTests
{
    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    [Trait("Clause", "HNP-14 refused")]
    public void The_special_report_is_drafted_reviewed_approved_by_three_people_and_then_sent()
    {
        var matter = Awaited();
        var (drafter, director, president) = (new Actors(Id(92), null), new Actors(Id(93), null), new Actors(Id(94), null));
        matter.Open("report-up").ShouldBeTrue("the acceptance opened it");
        ReportingUp.Send(matter.Petition, 1, High.Number, "签收单").ShouldBeRefusedUnder("HNP-14", "report-up-not-approved");
        ReportingUp.Review(matter.Petition, 1, High.Number, true, "同意", director).ShouldBeRefusedUnder("HNP-14", "report-up-not-drafted");
        ReportingUp.Draft(matter.Petition, 1, Mid.Number, "省委政法委", "内容", "专报", drafter).ShouldBeRefusedAs("hand-down-not-yours");
        ReportingUp.Draft(matter.Petition, 1, High.Number, " ", "内容", "专报", drafter).ShouldBeRefusedFor("body", "feedback-needs-body");
        ReportingUp.Draft(matter.Petition, 1, High.Number, "省委政法委", " ", "专报", drafter).ShouldBeRefusedUnder("HNP-14", "report-up-needs-content");
        ReportingUp.Draft(matter.Petition, 1, High.Number, "省委政法委", "内容", " ", drafter).ShouldBeRefusedUnder("HNP-14", "hand-down-needs-report");
        matter.Do(ReportingUp.Draft(matter.Petition, 1, High.Number, "省委政法委", "内容", "专报 1 号", drafter), "2026-03-06");
        ReportingUp.Draft(matter.Petition, 1, High.Number, "省委政法委", "内容", "专报", drafter).ShouldBeRefusedAs("report-up-drafted");
        ReportingUp.Approve(matter.Petition, 1, High.Number, true, "同意", president).ShouldBeRefusedUnder("HNP-14", "report-up-not-reviewed");
        ReportingUp.Review(matter.Petition, 1, High.Number, true, "同意", drafter).ShouldBeRefusedAs("report-up-another");
        ReportingUp.Review(matter.Petition, 1, High.Number, true, " ", director).ShouldBeRefusedUnder("HNP-14", "report-up-needs-opinion");
        matter.Do(ReportingUp.Review(matter.Petition, 1, High.Number, true, "同意", director), "2026-03-06");
        ReportingUp.Approve(matter.Petition, 1, High.Number, true, "同意", director).ShouldBeRefusedAs("report-up-another");
        ReportingUp.Approve(matter.Petition, 1, High.Number, true, "同意", new Actors(Id(95), drafter.Person)).ShouldBeRefusedAs("report-up-another");
        matter.Do(ReportingUp.Approve(matter.Petition, 1, High.Number, true, "同意", president), "2026-03-07");
        ReportingUp.Send(matter.Petition, 1, High.Number, " ").ShouldBeRefusedUnder("HNP-14", "report-up-needs-proof");
        matter.Do(ReportingUp.Send(matter.Petition, 1, High.Number, "签收单"), "2026-03-07");
        matter.Open("report-up").ShouldBeFalse();
        ReportingUp.Draft(matter.Petition, 1, High.Number, "省委政法委", "内容", "专报", drafter).ShouldBeRefusedAs("hand-down-reported-up");
        ReportingUp.NotDraftable(matter.Petition, High.Number)!.Message.ShouldBe("hand-down-reported-up");
    }

    [Fact]
    [Trait("Clause", "HNP-9 accepted")]
    [Trait("Clause", "HNP-9 refused")]
    public void What_is_sent_back_is_drafted_anew_and_nobody_reports_before_the_lower_report_is_accepted()
    {
        var early = At(High);
        early.Do(HandingDown.Issue(early.Petition, Command(High, Mid) with { AwaitedByBody = true }, Rules), "2026-03-02");
        ReportingUp.Draft(early.Petition, 1, High.Number, "省委政法委", "内容", "专报", Reporter).ShouldBeRefusedUnder("HNP-14", "hand-down-not-accepted");
        ReportingUp.NotDraftable(early.Petition, High.Number).ShouldBeOfType<Refusal.Law>();
        ReportingUp.NotDraftable(early.Petition, Mid.Number)!.Message.ShouldBe("hand-down-nobody-awaits");
        var direct = At(High);
        HandingDown.Issue(direct.Petition, Command(High, Basic, HandDownMode.DirectTransfer, "") with { AwaitedByBody = true }, Rules).ShouldBeRefusedUnder("HNP-9", "hand-down-awaited");

        var matter = Awaited();
        matter.Do(ReportingUp.Draft(matter.Petition, 1, High.Number, "省委政法委", "内容", "专报 1 号", Reporter), "2026-03-06");
        matter.Do(ReportingUp.Review(matter.Petition, 1, High.Number, false, "数额不清", new Actors(Id(93), null)), "2026-03-06");
        ReportingUp.Approve(matter.Petition, 1, High.Number, true, "同意", new Actors(Id(94), null)).ShouldBeRefusedUnder("HNP-14", "report-up-not-reviewed");
        ReportingUp.Draft(matter.Petition, 1, High.Number, "省委政法委", "内容", "专报 2 号", Reporter).On(matter, "2026-03-05").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(ReportingUp.Draft(matter.Petition, 1, High.Number, "省委政法委", "写明数额", "专报 2 号", Reporter), "2026-03-06");
        matter.Petition.HandDowns.Find(1)!.Up!.Reviewed.ShouldBeNull("the new draft is reviewed anew");
    }

    [Theory]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "HNP-16 refused")]
    [InlineData("2026-04-09", false)]
    [InlineData("2026-04-10", false)]
    [InlineData("2026-04-11", true)]
    public void The_court_above_presses_from_the_day_after_the_date_by_a_means_of_the_list(string today, bool may)
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic, due: "2026-04-10"), "2026-03-02");
        var means = List("HNP", "overdue-means");
        var pressed = HandingDown.Press(matter.Petition, 1, Mid.Number, "phone", "电话催报承办人", means, On(today));
        HandingDown.NothingLate(matter.Petition, Mid.Number, On(today))?.Message.ShouldBe(may ? null : "hand-down-not-overdue");
        if (!may)
        {
            pressed.ShouldBeRefusedUnder("HNP-16", "hand-down-not-overdue");
            return;
        }

        HandingDown.Press(matter.Petition, 1, Mid.Number, "shout", "催", means, On(today)).ShouldBeRefusedFor("means", "hand-down-means-unknown");
        HandingDown.Press(matter.Petition, 1, Mid.Number, "phone", " ", means, On(today)).ShouldBeRefusedUnder("HNP-16", "hand-down-press-needs-content");
        HandingDown.Press(matter.Petition, 1, Basic.Number, "phone", "催", means, On(today)).ShouldBeRefusedAs("hand-down-not-yours");
        matter.Do(pressed, today);
        matter.Petition.HandDowns.Find(1)!.Pressed.Single().Means.ShouldBe("phone");
        matter.Petition.HandDowns.Find(1)!.DueOn.ShouldBe(On("2026-04-10"), "pressing moves no date");
    }

    [Theory]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "HNP-16 refused")]
    [InlineData("2026-04-14", false)]
    [InlineData("2026-04-15", true)]
    public void What_was_recorded_after_its_date_is_overdue_from_the_day_after_it_was_recorded(string today, bool late)
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic, due: "2026-04-10"), "2026-03-02", today: "2026-04-14");
        var hop = matter.Petition.HandDowns.Find(1)!;
        var owed = matter.Of("report").Single();
        (hop.DueOn, owed.Due, matter.Petition.OverdueAfter(hop), owed.OverdueAfter).ShouldBe((On("2026-04-10"), On("2026-04-10"), On("2026-04-14"), On("2026-04-14")), "one clock");
        matter.Petition.IsOverdue(hop, On(today)).ShouldBe(late);
        HandingDown.NothingLate(matter.Petition, Mid.Number, On(today))?.Message.ShouldBe(late ? null : "hand-down-not-overdue");
    }

    [Fact]
    [Trait("Clause", "HNP-7(1) accepted")]
    [Trait("Clause", "HNP-7(1) refused")]
    [Trait("Clause", "HNP-7(2) accepted")]
    [Trait("Clause", "HNP-7(2) refused")]
    [Trait("Clause", "HNP-7(3) accepted")]
    [Trait("Clause", "HNP-7(3) refused")]
    public void Where_the_rules_say_which_situation_asks_for_which_way_the_situation_is_named_and_fits()
    {
        var rules = Rules with { Situations = List("HNP", "mode-situations") };
        var matter = At(High);
        foreach (var (mode, to, clause, fits) in new[]
        {
            (HandDownMode.DirectTransfer, Basic, "HNP-7(1)", "1-level-skipping"), (HandDownMode.TransferWithResult, Basic, "HNP-7(2)", "2-leader"), (HandDownMode.HandDown, Mid, "HNP-7(3)", "3-bureau"),
        })
        {
            var command = Command(High, to, mode, mode == HandDownMode.DirectTransfer ? "" : "2026-04-10") with
            {
                Platform = "平台 8 号", InstructedBy = "院长", InstructedOn = On("2026-03-02"),
            };
            HandingDown.Issue(matter.Petition, command, rules).ShouldBeRefusedUnder(clause, "hand-down-needs-situation");
            HandingDown.Issue(matter.Petition, command with { Situation = "4-body" }, rules).ShouldBeRefusedUnder(clause, "hand-down-other-mode");
            HandingDown.Issue(matter.Petition, command with { Situation = fits }, rules).ShouldBeOfType<Decision<object>.Done>();
            HandingDown.Issue(matter.Petition, command, Rules).ShouldBeOfType<Decision<object>.Done>("elsewhere nothing asks for it");
        }

        HandingDown.Issue(matter.Petition, Command(High, Basic, HandDownMode.DirectTransfer, "") with { Situation = "1-instruction" }, rules).ShouldBeRefusedUnder("HNP-8", "hand-down-needs-platform");
    }

    [Fact]
    [Trait("Clause", "SPC16-14(2) accepted")]
    [Trait("Clause", "SPC16-14(2) refused")]
    [Trait("Clause", "SPC16-17 accepted")]
    [Trait("Clause", "SPC16-17 refused")]
    public void The_procedure_is_ordered_before_any_review_and_the_ruling_once_it_is_severely_late()
    {
        var matter = Received("2026-03-02", caseNumber: "（2025）鲁0117执1号");
        var rules = Rules with { Enforcing = Basic.Number, SevereOverrun = 2 };
        var order = Command(Mid, Basic, HandDownMode.OrderProcedure, "") with { Told = "3月2日当面告知" };
        HandingDown.Issue(matter.Petition, order with { Told = " " }, rules).ShouldBeRefusedUnder("SPC16-14(2)", "order-procedure-needs-remedy");
        HandingDown.Issue(matter.Petition, order with { To = Other }, rules).ShouldBeRefusedUnder("SPC16-14(2)", "hand-down-not-enforcing");
        var ruling = Command(Mid, Basic, HandDownMode.OrderRuling, "2026-06-30");
        HandingDown.Issue(matter.Petition, ruling, rules).ShouldBeRefusedUnder("SPC16-17", "order-ruling-not-late");
        HandingDown.Issue(matter.Petition, order, rules).ShouldBeOfType<Decision<object>.Done>();

        matter.Do(Converting.Receive(matter.Petition, new ReceivePaper(On("2026-03-02"), ObjectionKind.Act, true, "异议书", "超标的查封", null, Basic), On("2026-03-02")), "2026-03-02");
        HandingDown.Issue(matter.Petition, order, rules).ShouldBeRefusedUnder("SPC16-14(2)", "order-procedure-reviewed");
        matter.Do(Converting.File(matter.Petition, 1, new CaseNumber(2026, "鲁0117", Basic, "执异", 9)), "2026-03-03");
        HandingDown.Issue(matter.Petition, ruling, rules with { Today = On("2026-04-01") }).ShouldBeRefusedUnder("SPC16-17", "order-ruling-not-late");
        HandingDown.Issue(matter.Petition, ruling with { Due = null }, rules with { Today = On("2026-04-02") }).ShouldBeRefusedUnder("SPC16-17", "hand-down-needs-date");
        matter.Do(HandingDown.Issue(matter.Petition, ruling, rules with { Today = On("2026-04-02") }), "2026-04-02");
        matter.Petition.HandDowns.Open.Single().Moved.ShouldBeFalse("the enforcing court answered before");
    }
}

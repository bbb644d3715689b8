using Directory = Zhixin.Tests.Courts.Directory;
using Zhixin.Courts;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Down through the courts and back: hop by hop or straight, reported the way it went, without two dates that contradict each other.</summary>
public sealed class HandingDownTests
{
    private static readonly Court Basic = Home;
    private static readonly Court Mid = Above(Basic);
    private static readonly Court High = Above(Mid);
    private static readonly Court Supreme = Above(High);
    private static readonly Actors Reporter = new(Id(90), null);
    private static readonly Candidate Below = new(Id(91), "高法官", Mid.Number, true, ["handler"]);

    [Fact]
    [Trait("Clause", "SPC16-3(2) accepted")]
    [Trait("Clause", "HNP-10 accepted")]
    public void From_the_supreme_court_it_goes_next_by_next_and_the_court_that_has_it_answers()
    {
        var matter = AtSupreme();
        foreach (var (from, to, due) in new[] { (Supreme, High, "2026-04-30"), (High, Mid, "2026-04-20"), (Mid, Basic, "2026-04-10") })
        {
            matter.Do(Issue(matter, from, to, due: due), "2026-03-02");
            matter.Petition.Opened.Responsible.ShouldBe(to.Number);
        }

        matter.Petition.HandDowns.All.Select(h => (h.Issued.No, h.Issued.Parent, h.DueOn)).ShouldBe([(1, null, On("2026-04-30")), (2, 1, On("2026-04-20")), (3, 2, On("2026-04-10"))]);
        matter.Petition.HandDowns.Awaiting.ShouldBe([Supreme.Number, High.Number, Mid.Number], "each keeps it in sight until it closes");
        matter.Petition.Former.ShouldBe([Supreme.Number, High.Number, Mid.Number]);
    }

    [Fact]
    [Trait("Clause", "HNP-10 refused")]
    [Trait("Clause", "SPC16-3(2) refused")]
    public void It_skips_no_level_goes_to_no_court_that_is_not_below_and_needs_ground_letter_and_date()
    {
        var matter = AtSupreme();
        Issue(matter, Supreme, Mid).ShouldBeRefusedUnder("HNP-10", "hand-down-next-level");
        Issue(matter, Supreme, null).ShouldBeRefusedFor("court", "court-unknown");
        Issue(matter, High, Supreme).ShouldBeRefusedUnder("SPC16-3(2)", "hand-down-not-below");
        Issue(matter, Supreme, High, ground: " ").ShouldBeRefusedUnder("HNP-7(3)", "hand-down-needs-ground");
        Issue(matter, Supreme, High, letter: " ").ShouldBeRefusedUnder("SPC16-3(2)", "hand-down-needs-letter");
        Issue(matter, Supreme, High, due: "").ShouldBeRefusedUnder("HNP-7(3)", "hand-down-needs-date");
        Issue(matter, Supreme, High, due: "2026-03-01").ShouldBeRefusedFor("due", "hand-down-due-past");
        Issue(matter, Mid, Basic).ShouldBeRefusedAs("hand-down-elsewhere");
        matter.Do(Issue(matter, Supreme, High), "2026-03-02");
        Issue(matter, Supreme, High).ShouldBeRefusedAs("hand-down-runs");
    }

    [Fact]
    [Trait("Clause", "HNP-10 refused")]
    public void Who_hands_further_down_asks_for_the_result_no_later_than_it_owes_it()
    {
        var matter = AtSupreme();
        matter.Do(Issue(matter, Supreme, High, due: "2026-04-10"), "2026-03-02");
        Issue(matter, High, Mid, due: "2026-04-11").ShouldBeRefusedUnder("HNP-10", "hand-down-due-after-own");
        Issue(matter, High, Mid, due: "2026-04-10").ShouldBeOfType<Decision<object>.Done>("the same day is not later");
    }

    [Fact]
    [Trait("Clause", "HNP-8 accepted")]
    [Trait("Clause", "HNP-8 refused")]
    [Trait("Clause", "HNP-9 accepted")]
    [Trait("Clause", "HNP-9 refused")]
    public void Straight_it_goes_from_a_high_court_alone_without_a_date_where_no_result_is_awaited()
    {
        var matter = At(High);
        Issue(matter, High, Basic, HandDownMode.DirectTransfer, due: "2026-04-10").ShouldBeRefusedUnder("HNP-8", "hand-down-no-date");
        Issue(matter, High, Basic, HandDownMode.TransferWithResult, due: "").ShouldBeRefusedUnder("HNP-7(2)", "hand-down-needs-date");
        Issue(At(Mid), Mid, Basic, HandDownMode.DirectTransfer, due: "").ShouldBeRefusedUnder("HNP-8", "hand-down-only-high");
        Issue(At(Mid), Mid, Basic, HandDownMode.TransferWithResult).ShouldBeRefusedUnder("HNP-9", "hand-down-only-high");

        matter.Do(Issue(matter, High, Basic, HandDownMode.TransferWithResult), "2026-03-02");
        (matter.Petition.Opened.Responsible, matter.Petition.HandDowns.Open.Count()).ShouldBe((Basic.Number, 1));
        var direct = At(High);
        direct.Do(Issue(direct, High, Basic, HandDownMode.DirectTransfer, due: ""), "2026-03-02");
        direct.Petition.HandDowns.All.Single().Ended.ShouldBe(HopEnd.Passed, "nobody awaits a result");
    }

    [Fact]
    [Trait("Clause", "HNP-10 accepted")]
    [Trait("Clause", "HNP-11 accepted")]
    public void Reports_go_back_the_way_it_came_each_accepted_or_returned()
    {
        var matter = At(High);
        matter.Do(Issue(matter, High, Mid, due: "2026-04-20"), "2026-03-02").Do(Issue(matter, Mid, Basic, due: "2026-04-10"), "2026-03-02");
        HandingDown.Report(matter.Petition, 1, Mid.Number, "进展", "结果", "报告", Reporter).ShouldBeRefusedUnder("HNP-10", "hand-down-below-open");

        matter.Do(HandingDown.Name(matter.Petition, 2, Basic.Number, Zhang, null), "2026-03-03");
        matter.Do(HandingDown.Report(matter.Petition, 2, Basic.Number, "已查封", "款项已发还", "报告 1 号", Reporter), "2026-04-01");
        matter.Do(HandingDown.Return(matter.Petition, 2, Mid.Number, "没有答复信访人", On("2026-04-15"), On("2026-04-02")), "2026-04-02");
        (matter.Petition.HandDowns.Find(2)!.DueOn, matter.Petition.HandDowns.Find(2)!.Pending).ShouldBe((On("2026-04-15"), null));
        matter.Do(HandingDown.Report(matter.Petition, 2, Basic.Number, "已答复", "款项已发还", "报告 2 号", Reporter), "2026-04-08");
        matter.Do(HandingDown.Accept(matter.Petition, 2, Mid.Number, "同意"), "2026-04-09");
        matter.Petition.HandDowns.Find(2)!.Ended.ShouldBe(HopEnd.Accepted);

        matter.Do(HandingDown.Name(matter.Petition, 1, Mid.Number, Below, "0531-1"), "2026-04-09");
        matter.Do(HandingDown.Report(matter.Petition, 1, Mid.Number, "基层已办结", "款项已发还", "报告 3 号", Reporter), "2026-04-10");
        matter.Do(HandingDown.Accept(matter.Petition, 1, High.Number, "同意"), "2026-04-11");
        matter.Petition.HandDowns.Open.ShouldBeEmpty();
        matter.Petition.IsOpen.ShouldBeTrue("the petitioner's own answer is another matter");
    }

    [Fact]
    [Trait("Clause", "HNP-11 refused")]
    [Trait("Clause", "HNP-10 refused")]
    public void Nobody_reports_or_decides_for_another_court_twice_or_without_words()
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic), "2026-03-02");
        HandingDown.Report(matter.Petition, 1, Mid.Number, "进展", "结果", "报告", Reporter).ShouldBeRefusedAs("hand-down-not-yours");
        HandingDown.Report(matter.Petition, 2, Basic.Number, "进展", "结果", "报告", Reporter).ShouldBeRefusedFor("hop", "hand-down-unknown");
        HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告", Reporter).ShouldBeRefusedUnder("HNP-16", "hand-down-needs-handler");
        HandingDown.Name(matter.Petition, 1, Basic.Number, Below, null).ShouldBeRefusedFor("handler", "handler-not-in-post");
        matter.Do(HandingDown.Name(matter.Petition, 1, Basic.Number, Zhang, null), "2026-03-03");
        HandingDown.Name(matter.Petition, 1, Basic.Number, Zhang, null).ShouldBeRefusedAs("already-assigned");
        HandingDown.Report(matter.Petition, 1, Basic.Number, " ", "结果", "报告", Reporter).ShouldBeRefusedUnder("GC21-13", "opinion-needs-progress");
        HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", " ", "报告", Reporter).ShouldBeRefusedUnder("GC21-13", "opinion-needs-result");
        HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", " ", Reporter).ShouldBeRefusedUnder("HNP-14", "hand-down-needs-report");
        HandingDown.Accept(matter.Petition, 1, Mid.Number, "同意").ShouldBeRefusedAs("hand-down-not-reported");
        HandingDown.Return(matter.Petition, 1, Mid.Number, "理由", null, On("2026-03-03")).ShouldBeRefusedAs("hand-down-not-reported");
        matter.Do(HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告", Reporter), "2026-03-04");
        HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告", Reporter).ShouldBeRefusedAs("hand-down-report-pending");
        HandingDown.Accept(matter.Petition, 1, Basic.Number, "同意").ShouldBeRefusedAs("hand-down-not-yours");
        HandingDown.Accept(matter.Petition, 1, Mid.Number, " ").ShouldBeRefusedUnder("HNP-10", "hand-down-accept-needs-opinion");
        HandingDown.Return(matter.Petition, 1, Mid.Number, " ", null, On("2026-03-05")).ShouldBeRefusedUnder("HNP-11", "hand-down-return-needs-reason");
        HandingDown.Return(matter.Petition, 1, Mid.Number, "理由", On("2026-03-04"), On("2026-03-05")).ShouldBeRefusedFor("due", "hand-down-due-past");
        matter.Do(HandingDown.Accept(matter.Petition, 1, Mid.Number, "同意"), "2026-03-05");
        HandingDown.Accept(matter.Petition, 1, Mid.Number, "同意").ShouldBeRefusedAs("hand-down-over");
    }

    [Fact]
    public void Taken_back_it_ends_with_everything_below_and_the_court_answers_itself_again()
    {
        var matter = At(High);
        matter.Do(Issue(matter, High, Mid), "2026-03-02").Do(Issue(matter, Mid, Basic), "2026-03-02");
        HandingDown.Recall(matter.Petition, 1, High.Number, " ", On("2026-03-05")).ShouldBeRefusedFor("reason", "reason-required");
        HandingDown.Recall(matter.Petition, 1, Mid.Number, "提级", On("2026-03-05")).ShouldBeRefusedAs("hand-down-not-yours");
        matter.Do(HandingDown.Recall(matter.Petition, 1, High.Number, "提级办理", On("2026-03-05")), "2026-03-05");
        (matter.Petition.Opened.Responsible, matter.Petition.HandDowns.All.All(h => h.Ended == HopEnd.Recalled)).ShouldBe((High.Number, true));
        matter.Last.OfType<PetitionPassedOn>().Count().ShouldBe(1);
    }

    [Theory]
    [Trait("Clause", "SPC16-8(1) refused")]
    [Trait("Clause", "SPC16-18(1) refused")]
    [InlineData("bankruptcy", "SPC16-8(1)")]
    [InlineData("filed", "SPC16-14(3)")]
    public void A_fact_that_bars_superiors_closes_running_hops_and_lets_none_begin_until_it_has_ended(string ground, string clause)
    {
        var bars = List("SPC16", "exclusion-grounds");
        var matter = At(Mid);
        HandingDown.Refuse(matter.Petition, bars, "理由").ShouldBeRefusedUnder("SPC16-3(2)", "hand-down-nothing-bars");
        matter.Do(Issue(matter, Mid, Basic), "2026-03-02");
        matter.Do(Barring.Exclude(matter.Petition, ground, "裁定", "已告知", bars), "2026-03-03");
        matter.Petition.HandDowns.All.Single().Ended.ShouldBe(HopEnd.Barred);
        Issue(matter, Mid, Basic).ShouldBeRefusedUnder(clause, "hand-down-barred");
        HandingDown.Refuse(matter.Petition, bars, " ").ShouldBeRefusedFor("reason", "reason-required");
        HandingDown.Refuse(matter.Petition, bars, "依法不再交办").ShouldBeOfType<Decision<object>.Done>();
        matter.Do(Barring.Lift(matter.Petition, 1, "恢复"), "2026-03-04");
        Issue(matter, Mid, Basic).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) refused")]
    public void What_a_superior_recognised_as_resolved_is_handed_down_no_more()
    {
        var matter = Handled.Of().Then("2026-03-19", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handled.Handler),
            p => Resolving.Recognise(p, true, "属实", Mid.Number, Handled.Leader));
        Issue(matter, Mid, Basic).ShouldBeRefusedUnder("SPC16-7(1)", "hand-down-resolved");
    }

    [Fact]
    [Trait("Clause", "SPC16-14(3) accepted")]
    public void An_order_to_file_is_carried_out_by_the_filing_itself()
    {
        var matter = Received("2026-03-02", caseNumber: "（2025）鲁0117执1号");
        matter.Do(HandingDown.Issue(matter.Petition, Command(Mid, Basic, HandDownMode.OrderProcedure, "") with { Told = "当面告知" }, Rules), "2026-03-02");
        matter.Petition.Opened.Responsible.ShouldBe(Basic.Number, "it answered before");
        matter.Do(Converting.Receive(matter.Petition, new ReceivePaper(On("2026-03-02"), ObjectionKind.Act, true, "异议书", "超标的查封", null, Basic), On("2026-03-02")), "2026-03-02");
        matter.Do(Converting.File(matter.Petition, 1, new CaseNumber(2026, "鲁0117", Basic, "执异", 9)), "2026-03-03");
        matter.Petition.HandDowns.All.Single().Ended.ShouldBe(HopEnd.Filed);
    }

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
            var command = Command(High, to, mode, mode == HandDownMode.DirectTransfer ? "" : "2026-04-10") with { Platform = "平台 8 号" };
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

    [Fact]
    [Trait("Clause", "SPC16-3(2) accepted")]
    [Trait("Clause", "SPC16-3(2) refused")]
    public void A_superior_owes_the_handing_down_from_the_receipt_until_it_hands_down_or_refuses_with_the_clause()
    {
        var matter = AtSuperior(Mid, Venue.OwnCourt);
        matter.The("hand-down").Opened.Court.ShouldBe(Mid.Number);
        matter.The("hand-down").Due.ShouldBeNull("no clause sets a date");
        matter.Do(Joining.Join(matter.Petition, Contact(2, "2026-03-03"), "同一事项"), "2026-03-03");
        matter.Of("hand-down").Count.ShouldBe(1, "it is owed once");
        matter.Do(Issue(matter, Mid, Basic), "2026-03-03");
        matter.Open("hand-down").ShouldBeFalse();

        var barred = AtSuperior(Mid, Venue.OwnCourt);
        HandingDown.Refuse(barred.Petition, List("SPC16", "exclusion-grounds"), "理由").ShouldBeRefusedUnder("SPC16-3(2)", "hand-down-nothing-bars");
        barred.Do(Barring.Exclude(barred.Petition, "bankruptcy", "裁定", "已告知", List("SPC16", "exclusion-grounds")), "2026-03-03");
        barred.Do(HandingDown.Refuse(barred.Petition, List("SPC16", "exclusion-grounds"), "依法不再交办"), "2026-03-03");
        barred.Last.OfType<HandDownRefused>().Single().Ground.ShouldBe("SPC16-8(1)");
        barred.Open("hand-down").ShouldBeFalse();
        barred.Do(Barring.Lift(barred.Petition, 1, "恢复执行"), "2026-03-04");
        barred.Open("hand-down").ShouldBeTrue("the bar has ended");
        Received("2026-03-02", caseNumber: "（2025）鲁0117执1号").Of("hand-down").ShouldBeEmpty("the enforcing court has nobody to hand it to");
    }

    [Fact]
    [Trait("Clause", "SPC16-3(2) accepted")]
    public void Each_court_on_the_way_owes_it_and_who_takes_it_back_answers_itself()
    {
        var matter = AtSuperior(High, Venue.OwnCourt);
        matter.Do(Issue(matter, High, Mid), "2026-03-02");
        matter.Of("hand-down").Select(o => (o.Opened.Court, o.IsOpen)).ShouldBe([(High.Number, false), (Mid.Number, true)]);
        matter.Do(HandingDown.Recall(matter.Petition, 1, High.Number, "提级办理", On("2026-03-05")), "2026-03-05");
        matter.Open("hand-down").ShouldBeFalse("it means to answer itself");
        matter.Do(Issue(matter, High, Mid), "2026-03-06");
        matter.Petition.HandDowns.Open.Single().Issued.No.ShouldBe(2, "handed down again");
        matter.Open("hand-down").ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.1 accepted")]
    [Trait("Clause", "JZ21-3.2.1 refused")]
    [Trait("Clause", "JZ21-3.2.2 accepted")]
    public void A_visit_to_a_place_of_the_list_goes_down_the_same_day_and_opens_the_clocks_below()
    {
        var matter = AtSuperior(Mid, Venue.Beijing);
        (matter.The("same-day-hand-down").Due, matter.The("same-day-hand-down").Opened.Court).ShouldBe((On("2026-03-02"), Mid.Number));
        HandingDown.SameDay(AtSuperior(Mid, Venue.Superior).Petition, Command(Mid, Basic), Rules).ShouldBeRefusedUnder("JZ21-3.2.1", "same-day-not-on-list");
        matter.Do(HandingDown.SameDay(matter.Petition, Command(Mid, Basic), Rules), "2026-03-02");
        matter.Last.OfType<HandDownIssued>().Single().Venue.ShouldBe(Venue.Beijing);
        matter.Open("same-day-hand-down").ShouldBeFalse();
        (matter.The("first-contact").Due, matter.The("team-and-plan").Due, matter.The("team-and-plan").Opened.Court).ShouldBe((On("2026-03-02"), On("2026-03-04"), Basic.Number));

        AtSuperior(Mid, Venue.OwnCourt).The("same-day-hand-down").Due.ShouldBe(On("2026-03-02"), "its own hall is on the list");
        AtSuperior(Mid, Venue.Superior).Of("same-day-hand-down").ShouldBeEmpty();
        var own = AtSuperior(Mid, Venue.Province);
        own.Tell([new PetitionAssigned(Id(91), "高法官", [], AssignmentGround.Other, "本院庭室")], On("2026-03-02"), On("2026-03-02"));
        own.Open("same-day-hand-down").ShouldBeFalse("its own division has it");
    }

    [Fact]
    public void The_place_travels_down_so_that_the_middle_hands_it_on_the_same_day()
    {
        var matter = AtSuperior(High, Venue.Beijing);
        matter.Of("same-day-hand-down").ShouldBeEmpty("the campaign is not in force at the High Court");
        matter.Do(HandingDown.Issue(matter.Petition, Command(High, Mid), Rules with { Today = On("2026-03-03") }), "2026-03-03");
        (matter.The("same-day-hand-down").Opened.Court, matter.The("same-day-hand-down").Due).ShouldBe((Mid.Number, On("2026-03-03")));
        matter.Do(HandingDown.Issue(matter.Petition, Command(Mid, Basic), Rules with { Today = On("2026-03-04") }), "2026-03-04");
        matter.The("same-day-hand-down").IsBreached(On("2026-03-04")).ShouldBeTrue("a day late stays a day late");
    }

    [Fact]
    public void Courts_that_handle_it_together_stand_under_the_court_that_hands_down()
    {
        var matter = At(Mid);
        HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { Joint = [null] }, Rules).ShouldBeRefusedFor("joint", "court-unknown");
        HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { Joint = [Basic] }, Rules).ShouldBeRefusedFor("joint", "hand-down-joint-same");
        HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { Joint = [High] }, Rules).ShouldBeRefusedUnder("SPC16-3(2)", "hand-down-not-below");
        matter.Do(HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { Joint = [Other] }, Rules), "2026-03-02");
        matter.Petition.HandDowns.Joint.ShouldBe([Other.Number]);
        matter.Petition.Involved.ShouldBe([Mid.Number, Other.Number, Basic.Number]);
        matter.Do(HandingDown.Recall(matter.Petition, 1, Mid.Number, "另行安排", On("2026-03-05")), "2026-03-05");
        matter.Petition.HandDowns.Joint.ShouldBeEmpty();
    }

    [Fact]
    public void A_matter_that_the_lower_court_answers_already_goes_down_the_whole_chain_without_moving()
    {
        var matter = Received("2026-03-02", caseNumber: "（2025）鲁0117执1号");
        matter.Do(Issue(matter, Supreme, High), "2026-03-02").Do(Issue(matter, High, Mid), "2026-03-02").Do(Issue(matter, Mid, Basic), "2026-03-02");
        matter.Petition.HandDowns.All.ShouldAllBe(h => !h.Moved);
        matter.Petition.Opened.Responsible.ShouldBe(Basic.Number);
        matter.Last.OfType<PetitionPassedOn>().ShouldBeEmpty("its clocks go on");
        matter.Do(HandingDown.Recall(matter.Petition, 3, Mid.Number, "另行安排", On("2026-03-05")), "2026-03-05");
        matter.Petition.Opened.Responsible.ShouldBe(Basic.Number, "the court above never answered");
    }

    [Fact]
    public void While_a_hop_runs_the_matter_is_not_voided_merged_or_sent_elsewhere()
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic), "2026-03-02");
        LifeCycle.Void(matter.Petition, "登记有误").ShouldBeRefusedAs("hand-down-open");
        LifeCycle.Bound(matter.Petition)!.Message.ShouldBe("hand-down-open");
        Moving.NotTransferable(matter.Petition)!.Message.ShouldBe("hand-down-open");
        LifeCycle.VoidContact(Contact(1, "2026-03-02"), [matter.Petition], "误登").ShouldBeRefusedAs("hand-down-open");
        matter.Do(HandingDown.Recall(matter.Petition, 1, Mid.Number, "误交", On("2026-03-05")), "2026-03-05");
        LifeCycle.Void(matter.Petition, "登记有误").ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNP-11 accepted")]
    public void A_returned_report_is_owed_again_by_the_old_date_or_the_new_one()
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic, due: "2026-04-10"), "2026-03-02").Do(HandingDown.Name(matter.Petition, 1, Basic.Number, Zhang, null), "2026-03-03");
        (matter.The("report").Opened.Court, matter.The("report").Due, matter.The("report").Person).ShouldBe((Basic.Number, On("2026-04-10"), Zhang.Id));
        matter.Do(HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告", Reporter), "2026-04-01");
        matter.Open("report").ShouldBeFalse();
        matter.Do(HandingDown.Return(matter.Petition, 1, Mid.Number, "没有答复信访人", null, On("2026-04-02")), "2026-04-02");
        (matter.Of("report")[^1].IsOpen, matter.Of("report")[^1].Due).ShouldBe((true, On("2026-04-10")));
        matter.Do(HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告 2 号", Reporter), "2026-04-03");
        matter.Do(HandingDown.Return(matter.Petition, 1, Mid.Number, "仍没有答复", On("2026-04-20"), On("2026-04-04")), "2026-04-04");
        matter.Of("report")[^1].Due.ShouldBe(On("2026-04-20"));
    }

    private static HandDownRules Rules => new(
        court => Directory.Shipped.Superiors(Directory.Shipped.ByNumber(court)!).ToList(), List("SPC16", "exclusion-grounds"), IsInUse: true, On("2026-03-02"));

    private static HandDown Command(Court from, Court? to, HandDownMode mode = HandDownMode.HandDown, string due = "2026-04-10") =>
        new(from, to, mode, "越级进京", "限期查明并答复", "（2026）执督交1号", due.Length == 0 ? null : On(due), false, [], null);

    private static Decision<object> Issue(
        Matter matter, Court from, Court? to, HandDownMode mode = HandDownMode.HandDown, string due = "2026-04-10", string ground = "越级进京", string letter = "（2026）执督交1号") =>
        HandingDown.Issue(matter.Petition, Command(from, to, mode, due) with { Ground = ground, Letter = letter }, Rules);

    private static Matter AtSupreme() => At(Supreme);

    /// <summary>Registered at a court of the chain, which answers for it.</summary>
    private static Matter At(Court court) => Received("2026-03-02").With(p => p with { Opened = p.Opened with { Responsible = court.Number } });

    /// <summary>Registered at a superior by a visit, about a case of the basic court.</summary>
    private static Matter AtSuperior(Court court, Venue venue)
    {
        var matter = At(court).With(p => p with { Opened = p.Opened with { CaseNumber = "（2025）鲁0117执1号" } });
        var contact = Contact(1, "2026-03-02");
        matter = matter.With(p => p with { Contacts = [], Id = p.Id with { Home = court.Number } });
        return matter.Do(Joining.Join(matter.Petition, contact with { Id = contact.Id with { Home = court.Number }, Facts = contact.Facts with { Venue = venue } }, null), "2026-03-02");
    }

    /// <summary>Handed down by a High Court for a body that awaits the result, and the report accepted.</summary>
    private static Matter Awaited()
    {
        var matter = At(High);
        matter.Do(HandingDown.Issue(matter.Petition, Command(High, Mid) with { AwaitedByBody = true }, Rules), "2026-03-02");
        matter.Do(HandingDown.Name(matter.Petition, 1, Mid.Number, Below, null), "2026-03-03").Do(HandingDown.Report(matter.Petition, 1, Mid.Number, "进展", "结果", "报告", Reporter), "2026-03-04");
        return matter.Do(HandingDown.Accept(matter.Petition, 1, High.Number, "同意"), "2026-03-05");
    }

    private static Court Above(Court court) => Directory.Shipped.Superiors(court).First();
}

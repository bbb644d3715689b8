using Directory = Zhixin.Tests.Courts.Directory;
using Zhixin.Courts;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Down through the courts and back: hop by hop or straight, reported the way it went, without two dates that contradict each other.</summary>
public sealed partial class HandingDownTests
{
    private static readonly Court Basic = Home;
    private static readonly Court Mid = Above(Basic);
    private static readonly Court High = Above(Mid);
    private static readonly Court Supreme = Above(High);
    private static readonly Actors Reporter = new(Id(90), null);
    private static readonly PetitionAssigned Division = new(Id(91), "高法官", [], AssignmentGround.Other, "本院庭室");
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

    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    public void A_hop_that_runs_holds_no_ruling_up_it_ends_with_it_and_what_is_owed_above_stays()
    {
        var matter = At(High);
        matter.Do(Issue(matter, High, Mid), "2026-03-02").Do(Issue(matter, Mid, Basic), "2026-03-02");
        (Moving.NotTransferable(matter.Petition)?.Message, Moving.Stuck(matter.Petition, Basic.Number)).ShouldBe(("hand-down-open", null));
        matter.Do(Moving.Follow(matter.Petition, Basic.Number, Mid.Number, "（2026）执提1号", On("2026-03-05")).ToArray(), "2026-03-05");
        (matter.Petition.Opened.Responsible, matter.Petition.HandDowns.Find(1)!.Ended, matter.Petition.HandDowns.Find(2)!.Ended).ShouldBe((Mid.Number, null, HopEnd.Recalled));
    }

    [Theory]
    [Trait("Clause", "SPC16-8(1) refused")]
    [Trait("Clause", "SPC16-18(1) refused")]
    [Trait("Clause", "SPC16-14(3) refused")]
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
            p => Resolving.Recognise(p, true, "属实", Mid.Number, [], Handled.Leader));
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
    private static Matter AtSuperior(Court court, Venue venue, string? caseNumber = "（2025）鲁0117执1号")
    {
        var matter = At(court).With(p => p with { Opened = p.Opened with { CaseNumber = caseNumber }, Obligations = [] });
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

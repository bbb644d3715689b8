using Directory = Zhixin.Tests.Courts.Directory;
using Zhixin.Courts;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>What remains of a hop that is over, and who may end the hops of others.</summary>
public sealed partial class HandingDownTests
{
    [Fact]
    [Trait("Clause", "HNP-19 accepted")]
    [Trait("Clause", "HNP-19 refused")]
    public void A_direct_transfer_is_over_when_it_is_there_and_the_court_below_names_a_person_all_the_same()
    {
        var matter = AtSuperior(High, Venue.OwnCourt);
        matter.Do(HandingDown.Issue(matter.Petition, Command(High, Basic, HandDownMode.DirectTransfer, ""), Rules), "2026-03-02");
        (matter.Open("name-person-transferred"), matter.Of("name-person-online").Count).ShouldBe((true, 0));
        HandingDown.Name(matter.Petition, 1, Mid.Number, Below, null).ShouldBeRefusedAs("hand-down-not-yours");
        HandingDown.NobodyToName(matter.Petition, Mid.Number)!.Message.ShouldBe("hand-down-none-here");
        matter.Do(HandingDown.Name(matter.Petition, 1, Basic.Number, Zhang, "0634-1"), "2026-03-03");
        matter.Open("name-person-transferred").ShouldBeFalse();
        HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告", Reporter).ShouldBeRefusedAs("hand-down-over");

        var assigned = AtSuperior(High, Venue.OwnCourt);
        assigned.Do(HandingDown.Issue(assigned.Petition, Command(High, Basic, HandDownMode.DirectTransfer, ""), Rules), "2026-03-02").AssignedTo(Zhang, "2026-03-03");
        assigned.Open("name-person-transferred").ShouldBeFalse("the handler of the matter is a person named");
        var running = At(Mid);
        running.Do(Issue(running, Mid, Basic), "2026-03-02");
        (running.Open("name-person-online"), running.Of("name-person-transferred").Count).ShouldBe((true, 0));
    }

    [Theory]
    [Trait("Clause", "HNP-14 accepted")]
    [InlineData("barred")]
    [InlineData("recalled")]
    public void However_a_hop_ended_the_body_that_waits_is_answered_by_the_court_that_handed_down(string how)
    {
        var matter = At(Mid);
        matter.Do(HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { AwaitedByBody = true }, Rules), "2026-03-02");
        matter.Open("report-up").ShouldBeFalse();
        matter.Do(how == "barred" ? Barring.Exclude(matter.Petition, "bankruptcy", "裁定", "已告知", List("SPC16", "exclusion-grounds")) : HandingDown.Recall(matter.Petition, 1, Mid.Number, "另行安排", On("2026-03-03")), "2026-03-03");
        (matter.The("report-up").IsOpen, matter.The("report-up").Opened.Court).ShouldBe((true, Mid.Number), "not the High Court above it");
        SentUp(matter, 1, Mid);
        matter.Open("report-up").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    public void What_was_taken_back_and_handed_down_again_is_reported_up_once()
    {
        var matter = At(Mid);
        matter.Do(HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { AwaitedByBody = true }, Rules), "2026-03-02");
        matter.Do(HandingDown.Recall(matter.Petition, 1, Mid.Number, "函件有误", On("2026-03-03")), "2026-03-03");
        matter.Do(HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { AwaitedByBody = true }, Rules), "2026-03-03").Do(HandingDown.Name(matter.Petition, 2, Basic.Number, Zhang, null), "2026-03-04");
        matter.Do(HandingDown.Report(matter.Petition, 2, Basic.Number, "进展", "结果", "报告", Reporter), "2026-03-04").Do(HandingDown.Accept(matter.Petition, 2, Mid.Number, "同意"), "2026-03-05");
        SentUp(matter, 2, Mid);
        matter.Petition.HandDowns.All.ShouldAllBe(h => h.SpecialReportSent);
        matter.Open("report-up").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) accepted")]
    [Trait("Clause", "SPC16-7(1) refused")]
    public void The_court_that_handed_down_first_recognises_and_nobody_ends_the_hop_of_the_court_above_it()
    {
        var matter = Handled.Of();
        matter.Do(Issue(matter, High, Mid, due: "2026-04-20"), "2026-03-05").Do(Issue(matter, Mid, Basic), "2026-03-05");
        matter.Then("2026-03-19", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handled.Handler));
        Recognise(matter, Mid).ShouldBeRefusedUnder("SPC16-7(1)", "recognise-not-first");
        Resolving.NotRecognisable(matter.Petition, Mid.Number, Numbers(Mid)).ShouldNotBeNull();
        Recognise(matter, Supreme).ShouldBeRefusedUnder("SPC16-7(1)", "recognise-not-first");
        matter.Do(Recognise(matter, High), "2026-03-20");
        matter.Petition.HandDowns.All.Select(h => h.Ended).ShouldBe([HopEnd.Barred, HopEnd.Barred]);
        var alone = Handled.Of().Then("2026-03-19", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handled.Handler));
        Recognise(alone, Mid).ShouldBeOfType<Decision<object>.Done>("nobody handed it down");
    }

    [Theory]
    [Trait("Clause", "SPC16-7(1) accepted")]
    [InlineData("broken")]
    [InlineData("found")]
    [InlineData("class")]
    [InlineData("denied")]
    public void A_resolution_that_falls_takes_its_bar_with_it_and_handing_down_is_owed_again(string how)
    {
        var matter = How(how);
        matter.Do(Issue(matter, Mid, Basic), "2026-03-12").Do(Recognise(matter, Mid), "2026-03-13");
        Issue(matter, Mid, Basic).Refused().Message.ShouldBe("hand-down-resolved");
        matter.Then("2026-03-14", how switch
        {
            "broken" => p => Settling.Break(p, 1, "第二期不付"),
            "found" => p => Exhausting.Check(p, Handled.NoProperty with { Found = true }),
            "class" => p => Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Capacity.Applicant, "不服查封"), p),
            _ => p => Resolving.Recognise(p, false, "发还款项不足", High.Number, Numbers(High), Handled.Leader),
        });
        matter.Petition.Handling.IsRecognised.ShouldBeFalse();
        HandingDown.Barred(matter.Petition, List("SPC16", "exclusion-grounds")).ShouldBeNull();
        Issue(matter, Mid, Basic).ShouldBeOfType<Decision<object>.Done>();
    }

    private static Matter How(string how) => how switch
    {
        "broken" => Handled.Of().Then("2026-03-10", p => Settling.Settle(p, "双方", "二十万元分四期", "和解协议 1 号"), p => Settling.Perform(p, 1, "首期", "凭证"), p => Resolving.Resolve(p, ResolutionGround.Settled, null, 1, Handled.Handler)),
        "found" => Handled.Of().Then("2026-03-10", p => Exhausting.Check(p, Handled.NoProperty), p => Exhausting.Explain(p, ResolvingTests.Explained), p => Exhausting.Commit(p, true, true, "承诺书 1 号", "释明书 1 号"),
            p => Resolving.Resolve(p, ResolutionGround.Committed, null, null, Handled.Handler)),
        _ => Handled.Of().Then("2026-03-10", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handled.Handler)),
    };

    private static Decision<object> Recognise(Matter matter, Court court) => Resolving.Recognise(matter.Petition, true, "属实", court.Number, Numbers(court), Handled.Leader);

    private static IReadOnlyCollection<int> Numbers(Court court) => [.. Directory.Shipped.Superiors(court).Select(c => c.Number)];

    private static void SentUp(Matter matter, int no, Court court)
    {
        matter.Do(ReportingUp.Draft(matter.Petition, no, court.Number, "市委政法委", "依法终结的情况", "专报 1 号", Reporter), "2026-03-06");
        matter.Do(ReportingUp.Review(matter.Petition, no, court.Number, true, "同意", new Actors(Id(93), null)), "2026-03-06");
        matter.Do(ReportingUp.Approve(matter.Petition, no, court.Number, true, "同意", new Actors(Id(94), null)), "2026-03-07").Do(ReportingUp.Send(matter.Petition, no, court.Number, "签收单"), "2026-03-07");
    }
}

using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>What one person asks and another decides: when it waits, and when it waits no longer.</summary>
public sealed class ApprovalsTests
{
    private static readonly Transfer Ruled = new(Other.Number, "（2026）鲁01执协3号", 1517, "原执行法院回避", "送达回证 5 号", On("2026-03-20"));

    private static readonly ConductLists Lists = new(List("GC21", "obstruction-acts"), List("GC21", "never-grounds"), List("GC21", "conduct-measures"));

    private static readonly ProposeConduct Proposal = new(1, "insult-or-assault", "殴打法警", "民事诉讼法第一百一十四条", "劝阻三次无效", "admonish", "训诫决定书 1 号");

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public void What_waits_for_the_leaders_of_a_court_falls_away_when_the_matter_goes_to_another()
    {
        var matter = Waiting();
        Waits(matter.Petition).ShouldBe([TimeKeeping.Approving, Aiding.Approving, ConductDeciding.Deciding, Answering.Approving]);
        matter.Do(Transferred(matter), "2026-03-20");
        Waits(matter.Petition).ShouldBeEmpty();
        matter.Petition.Approvals.ShouldAllBe(a => a.DecidedOn == On("2026-03-20") && a.Agreed == null);
        TimeKeeping.NothingToDecide(matter.Petition)!.Message.ShouldBe("exclusion-not-asked");
        TimeKeeping.Decide(matter.Petition, 1, false, "不同意", Leader, Shipped).ShouldBeRefusedAs("obligation-settled");
        ConductDeciding.Decide(matter.Petition, true, null, null, false, Leader).ShouldBeRefusedAs("conduct-not-proposed");
        Answering.Decide(matter.Petition, true, false, null, null, Leader).ShouldBeRefusedAs("opinion-not-submitted");
    }

    [Fact]
    [Trait("Clause", "GC21-11 accepted")]
    [Trait("Clause", "GC21-11 refused")]
    public void The_applicant_for_aid_is_owed_an_answer_by_the_other_court_which_reports_it_to_its_own_leaders()
    {
        var matter = Waiting();
        matter.Do(Transferred(matter), "2026-03-20");
        matter.Of("answer-judicial-aid").Select(o => (o.Opened.Court, o.IsOpen)).ShouldBe([(Home.Number, false), (Other.Number, true)]);
        Aiding.Decide(matter.Petition, true, 100m, null, "决定", Leader).ShouldBeRefusedUnder("GC21-11", "aid-not-reported");
        matter.Then("2026-03-23", p => Aiding.Report(p, "救助委员会", "报告 9 号", new Actors(Li.Id, null)), p => Aiding.Decide(p, true, 100m, null, "决定", Leader));
        (matter.Open("answer-judicial-aid"), matter.Petition.Measures.Aids.All.Count).ShouldBe((false, 1));
    }

    [Fact]
    public void What_is_decided_at_the_other_court_is_the_new_request_and_the_old_one_stays_undecided()
    {
        var matter = Waiting();
        matter.Do(Transferred(matter), "2026-03-20");
        matter.Then("2026-03-23", p => ConductDeciding.Propose(p, Proposal, Lists, Handler), p => ConductDeciding.Decide(p, true, null, null, false, Leader));
        matter.Then("2026-03-23", p => Answering.Submit(p, Handled.Opinion), p => Answering.Decide(p, true, false, null, null, Leader));
        matter.Petition.Approvals.Where(a => a.Act == Answering.Approving).Select(a => a.Agreed).ShouldBe([null, true]);
        matter.Petition.Approvals.Where(a => a.Act == ConductDeciding.Deciding).Select(a => (a.Request, a.Agreed)).ShouldBe([(1, null), (2, (bool?)true)]);
        matter.Petition.Measures.Conducts.All.Select(c => (c.FellAway, c.Decided?.Approved)).ShouldBe([(true, null), (false, (bool?)true)]);
    }

    [Fact]
    public void Days_left_out_of_a_period_that_is_answered_are_asked_for_no_longer()
    {
        var matter = TimeKeepingTests.Asked(TimeKeepingTests.Excludable(Of()), "2026-03-10", "2026-03-11");
        Waits(matter.Petition).ShouldBe([TimeKeeping.Approving]);
        matter.Replied("2026-03-23");
        (Waits(matter.Petition).Count, TimeKeeping.NothingToDecide(matter.Petition)!.Message).ShouldBe((0, "exclusion-not-asked"));
        TimeKeeping.Decide(matter.Petition, 1, true, "", Leader, Shipped).ShouldBeRefusedAs("obligation-settled");
    }

    private static Decision<object> Transferred(Matter matter) => Moving.Decide(matter.Petition, Ruled, [1517], isInUse: true, On("2026-03-20"));

    /// <summary>One request of every kind that can wait when a matter goes to another court.</summary>
    private static Matter Waiting() => TimeKeepingTests.Asked(TimeKeepingTests.Excludable(Of()), "2026-03-10", "2026-03-11").Then(
        "2026-03-20", p => Aiding.Apply(p, "重病", "终本裁定", "申请书"), p => Aiding.Report(p, "救助委员会", "报告 1 号", Handler), p => ConductDeciding.Propose(p, Proposal, Lists, Handler),
        p => Answering.Submit(p, Handled.Opinion));

    private static IReadOnlyList<string> Waits(Petition petition) => [.. petition.Approvals.Where(a => Approvals.Waits(petition, a)).Select(a => a.Act)];
}

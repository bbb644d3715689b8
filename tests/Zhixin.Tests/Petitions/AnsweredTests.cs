using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Obligations;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Nothing happens before the fact that it answers, whichever act brings it.</summary>
public sealed class AnsweredTests
{
    /// <summary>What begins something, or answers only that the matter was received: nothing in it is earlier than the first contact anyway.</summary>
    private static readonly Type[] AnswerNothing =
    [
        typeof(PetitionOpened), typeof(PetitionUnassigned), typeof(PetitionPrioritised), typeof(PetitionJoinRefused), typeof(PetitionEnteredLate), typeof(PetitionHistoryImported),
        typeof(PetitionReceiptDeemed), typeof(PetitionAbsorbed), typeof(PetitionReleased), typeof(PetitionSplit), typeof(PetitionSplitOff), typeof(PetitionPartyReplaced),
        typeof(PetitionNoticeServed), typeof(PetitionExcluded), typeof(PetitionMet), typeof(PetitionInquiryMade), typeof(PetitionAppointmentBooked),
        typeof(PetitionTeamFixed), typeof(PetitionLeaderFixed), typeof(PetitionTeamLeft), typeof(PetitionCoHandled), typeof(PetitionPlanMade), typeof(PetitionFirstContacted),
        typeof(PetitionFlagged), typeof(PetitionPropertyChecked), typeof(PetitionMeasureTaken), typeof(PetitionCommitmentMade), typeof(PetitionSettled),
        typeof(PetitionErrorCorrected), typeof(PetitionThirdPartyContacted), typeof(PetitionOutreachVisited), typeof(PetitionAidApplied), typeof(PetitionConductProposed),
        typeof(PetitionPaperIssued), typeof(PetitionResolutionLapsed), typeof(SubstanceReasoned), typeof(HandDownOwed), typeof(HandDownReceived), typeof(HandDownRefused), typeof(WriteOffLapsed), typeof(TerminationLapsed), typeof(TerminationContactCame),
        typeof(ObligationOpened), typeof(ObligationFulfilled), typeof(ObligationEnded), typeof(ObligorChanged), typeof(ObligationResumed),
    ];

    /// <summary>Facts of a petition whose names say another thing.</summary>
    private static readonly Type[] Beside =
        [typeof(VenueVisitReceived), typeof(EnforcementPropertyQueried), typeof(EnforcementClueReceived), typeof(EnforcementResumed), typeof(EnforcementClueVerified), typeof(EnforcementRoundTerminated), typeof(EnforcementRoundQueried)];

    [Fact]
    public void Every_fact_of_a_petition_either_answers_another_or_is_named_as_answering_none()
    {
        var all = FactCatalogue.All.Where(f => f.Value.Name.Split('.')[0] is "petition" or "procedure" or "obligation" or "hand-down" or "write-off" or "termination" || Beside.Contains(f.Key)).Select(f => f.Key).ToList();
        all.Except(Answered.Facts).Except(AnswerNothing).ShouldBeEmpty("say what it answers, or that it answers nothing");
        AnswerNothing.Intersect(Answered.Facts).ShouldBeEmpty();
        all.Count.ShouldBe(Answered.Facts.Count + AnswerNothing.Length);
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void A_reply_that_was_due_on_tuesday_is_not_given_on_tuesday_when_its_opinion_was_approved_on_thursday()
    {
        var matter = Of().Then("2026-03-10", p => Answering.Submit(p, Handled.Opinion));
        Approve(matter).On(matter, "2026-03-09").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Approve(matter), "2026-03-12");

        Reply(matter).On(matter, "2026-03-10").Refused().Arguments.ShouldBe([On("2026-03-12")]);
        Reply(matter).On(matter, "2026-03-11").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Reply(matter), "2026-03-12");
        Answering.Close(matter.Petition, ClosedBy.ReplyFinal, null).On(matter, "2026-03-11").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Answering.Close(matter.Petition, ClosedBy.ReplyFinal, null), "2026-03-12");
        Answering.Reopen(matter.Petition, "新线索").On(matter, "2026-03-11").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Answering.Reopen(matter.Petition, "新线索"), "2026-03-16");
        Answering.Submit(matter.Petition, Handled.Opinion).On(matter, "2026-03-13").ShouldBeRefusedFor("on", "before-what-it-answers");
    }

    [Fact]
    [Trait("Clause", "GC21-16 refused")]
    public void The_notice_is_not_served_before_the_acceptance_nor_accepted_before_the_class_is_fixed()
    {
        var matter = AcceptingTests.Identified("2026-03-02");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, null), matter.Petition), "2026-03-04");
        var accept = Accepting.Decide(AcceptingTests.Plain, matter.Petition, List("GC21", "causes"));
        accept.On(matter, "2026-03-03").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(accept, "2026-03-05");
        Accepting.ServeAcceptance(matter.Petition, ServiceMethod.InPerson, "回执").On(matter, "2026-03-04").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Accepting.ServeAcceptance(matter.Petition, ServiceMethod.InPerson, "回执"), "2026-03-05");
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) refused")]
    public void A_decline_is_not_approved_before_it_is_proposed_nor_explained_before_it_is_approved_nor_undone_before_that()
    {
        var matter = Received("2026-03-02");
        var (officer, head) = (new Actors(Id(70), null), new Actors(Id(71), null));
        matter.Do(Declining.Propose(matter.Petition, DecliningTests.Discipline, List("GC21", "decline-grounds"), officer, On("2026-03-04"), null), "2026-03-04");
        Declining.Decide(matter.Petition, true, null, head, null).On(matter, "2026-03-03").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Declining.Decide(matter.Petition, true, null, head, null), "2026-03-06");
        Declining.Explain(matter.Petition, ServiceMethod.Post, "挂号信", null).On(matter, "2026-03-05").ShouldBeRefusedFor("on", "before-what-it-answers");
        Declining.Undo(matter.Petition, "信访人到场").On(matter, "2026-03-05").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Declining.Explain(matter.Petition, ServiceMethod.Post, "挂号信", null), "2026-03-07");
        Declining.Undo(matter.Petition, "信访人到场").On(matter, "2026-03-06").ShouldBeRefusedFor("on", "before-what-it-answers");
    }

    [Fact]
    [Trait("Clause", "SPC16-12 refused")]
    public void Both_sides_are_not_told_of_a_filing_nor_is_it_ruled_on_before_it_is_filed()
    {
        var matter = Review();
        matter.Do(Converting.Receive(matter.Petition, new ReceivePaper(On("2026-03-04"), ObjectionKind.Act, true, "异议书", "查封有误", null, null), On("2026-03-05")), "2026-03-05");
        matter.Do(Converting.File(matter.Petition, 1, new Zhixin.Courts.CaseNumber(2026, "鲁0117", Enforcing, "执异", 7)), "2026-03-06");
        Converting.Notify(matter.Petition, 1, "双方", ServiceMethod.Post, "回执").On(matter, "2026-03-05").ShouldBeRefusedFor("on", "before-what-it-answers");
        Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Rejected).On(matter, "2026-03-05").ShouldBeRefusedFor("on", "before-what-it-answers");
    }

    [Fact]
    [Trait("Clause", "GC21-9 refused")]
    [Trait("Clause", "GC21-10 refused")]
    [Trait("Clause", "GC21-11 refused")]
    public void Hearing_aid_and_conduct_keep_the_order_of_their_days()
    {
        var matter = Of();
        matter.Do(HearingHolding.Announce(matter.Petition, HearingTests.Announcement, On("2026-03-06")), "2026-03-06");
        HearingHolding.Serve(matter.Petition, Capacity.Applicant, ServiceMethod.Post, "回执", On("2026-03-05")).On(matter, "2026-03-05").ShouldBeRefusedFor("on", "before-what-it-answers");
        HearingHolding.Cancel(matter.Petition, "改期").On(matter, "2026-03-05").ShouldBeRefusedFor("on", "before-what-it-answers");

        matter.Do(Aiding.Apply(matter.Petition, "重病", "终本裁定", "申请书"), "2026-03-09");
        Aiding.Report(matter.Petition, "区委政法委", "报告", Handler).On(matter, "2026-03-06").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Aiding.Report(matter.Petition, "区委政法委", "报告", Handler), "2026-03-10");
        Aiding.Decide(matter.Petition, true, 100m, null, "决定书", Leader).On(matter, "2026-03-09").ShouldBeRefusedFor("on", "before-what-it-answers");

        matter.Do(ConductTests.Propose(matter.Petition, ConductTests.Proposal), "2026-03-12");
        ConductDeciding.Decide(matter.Petition, true, null, null, false, Leader).On(matter, "2026-03-11").ShouldBeRefusedFor("on", "before-what-it-answers");
    }

    [Fact]
    [Trait("Clause", "SPC16-9 refused")]
    public void A_claim_is_not_answered_before_the_court_had_it()
    {
        var matter = Of();
        matter.Do(Guiding.Claim(matter.Petition, On("2026-03-09"), ClosedAs.Enforced, "结案通知", "没有执行到位", On("2026-03-10")), "2026-03-10");
        Guiding.Answer(matter.Petition, 1, "通知书", "可以异议", ServiceMethod.Post, "回执").On(matter, "2026-03-08").ShouldBeRefusedFor("on", "before-what-it-answers");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) refused")]
    public void A_superior_does_not_recognise_a_resolution_before_it_is_asserted()
    {
        var matter = Of().Then("2026-03-10", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handler));
        Resolving.Recognise(matter.Petition, true, "属实", 1, [], Leader).On(matter, "2026-03-09").ShouldBeRefusedFor("on", "before-what-it-answers");
    }

    [Fact]
    public void Days_are_not_left_out_before_somebody_asked_for_it()
    {
        var matter = TimeKeepingTests.Asked(TimeKeepingTests.Excludable("2026-03-02"), "2026-03-04", "2026-03-06");
        var asked = matter.Petition.Approvals.Single().AskedOn;
        TimeKeeping.Decide(matter.Petition, 1, true, string.Empty, Leader, Shipped).On(matter, $"{asked.AddDays(-1):yyyy-MM-dd}").ShouldBeRefusedFor("on", "before-what-it-answers");
        TimeKeeping.Decide(matter.Petition, 1, false, "不需要", Leader, Shipped).On(matter, $"{asked.AddDays(-1):yyyy-MM-dd}").ShouldBeRefusedFor("on", "before-what-it-answers");
        TimeKeeping.Decide(matter.Petition, 1, true, string.Empty, Leader, Shipped).On(matter, $"{asked:yyyy-MM-dd}").ShouldBeOfType<Decision<object>.Done>();
    }

    private static Decision<object> Approve(Matter matter) => Answering.Decide(matter.Petition, true, false, null, null, Leader);

    private static Decision<object> Reply(Matter matter) => Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "可以依法申请复议", "答复笔录", false);
}

using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>From the meeting to the end: met, opinion, approved, answered, resolved, closed, and open again.</summary>
public sealed class AnsweringTests
{
    private static readonly Actors Leader = new(Id(80), null);
    private static readonly Signing Signed = new(true, null);
    private static readonly PetitionMet Met = new(ServiceMethod.Phone, "信访人、承办人", "说明评估进度", Signed, "通话录音 12 号");

    [Theory]
    [Trait("Clause", "GC21-13 accepted")]
    [InlineData(ServiceMethod.InPerson)]
    [InlineData(ServiceMethod.Video)]
    [InlineData(ServiceMethod.Phone)]
    public void Met_in_any_of_three_ways_with_proof_on_the_fifth_day_the_clock_is_fulfilled(ServiceMethod method)
    {
        var matter = Handled();
        matter.Do(Working.Meet(matter.Petition, Met with { Method = method }), "2026-03-09");
        var owed = matter.The("meet-petitioner");
        (owed.Due, owed.IsOpen, owed.IsBreached(On("2026-04-01"))).ShouldBe((On("2026-03-09"), false, false));
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public void Met_on_the_day_after_the_clock_stays_breached()
    {
        var matter = Handled();
        matter.Do(Working.Meet(matter.Petition, Met), "2026-03-10");
        matter.The("meet-petitioner").IsBreached(On("2026-03-10")).ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    [Trait("Clause", "GC21-9 refused")]
    public void A_letter_is_no_meeting_and_a_meeting_needs_content_and_proof()
    {
        var petition = Handled().Petition;
        Working.Meet(petition, Met with { Method = ServiceMethod.Post }).ShouldBeRefusedUnder("GC21-13", "meeting-method");
        Working.Meet(petition, Met with { Content = " " }).ShouldBeRefusedUnder("GC21-9", "meeting-needs-content");
        Working.Meet(petition, Met with { Proof = "" }).ShouldBeRefusedUnder("GC21-13", "meeting-needs-proof");
        Working.Meet(petition, Met with { Present = "" }).ShouldBeRefusedFor("present", "meeting-needs-people");
        Working.Inquire(petition, new PetitionInquiryMade(InquiryKind.OrganisationExplains, "评估机构", null, "报告三月底出具", " ")).ShouldBeRefusedUnder("GC21-9", "inquiry-needs-record");
    }

    [Fact]
    [Trait("Clause", "GC21-9 accepted")]
    [Trait("Clause", "JZ21-3.2.6(2) accepted")]
    [Trait("Clause", "JZ21-3.2.6(2) refused")]
    public void Who_will_not_sign_stops_nothing_when_the_reason_stands_there_and_who_talked_signed()
    {
        var matter = Handled();
        Working.Meet(matter.Petition, Met with { Signing = new Signing(false, " ") }).ShouldBeRefusedUnder("GC21-13", "unsigned-needs-reason");
        Working.Meet(matter.Petition, Met with { Signing = new Signing(false, "信访人拒绝签字") }).ShouldBeRefusedUnder("JZ21-3.2.6(2)", "unsigned-needs-talker");
        matter.Do(Working.Meet(matter.Petition, Met with { Signing = new Signing(false, "信访人拒绝签字", "张法官") }), "2026-03-06");
        matter.Do(Working.Inquire(matter.Petition, new PetitionInquiryMade(InquiryKind.OrganisationExplains, "评估机构", null, "报告三月底出具", "调查笔录")), "2026-03-06");
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    [Trait("Clause", "GC21-2 accepted")]
    public void An_approved_opinion_is_answered_and_the_petitioner_knows_the_remedy()
    {
        var matter = Approved();
        matter.Open("approve-opinion").ShouldBeFalse();
        matter.Do(Reply(matter), "2026-03-20");
        (matter.Petition.Stage, matter.Open("reply"), matter.Open("tell-process-and-result")).ShouldBe((new Stage.Replied(On("2026-03-20")), false, false));
        matter.Petition.Handling.Reply!.Finding.ShouldBe(Finding.Justified);
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    [Trait("Clause", "GC21-2 refused")]
    public void No_reply_without_acceptance_approval_remedy_and_proof()
    {
        Reply(Received("2026-03-02")).ShouldBeRefusedUnder("GC21-6a(1)", "handling-needs-acceptance");
        Reply(Submitted()).ShouldBeRefusedUnder("GC21-13", "reply-needs-approval");
        var matter = Approved();
        Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, " ", "回执", false).ShouldBeRefusedUnder("GC21-2", "reply-needs-remedy");
        Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "复议", " ", false).ShouldBeRefusedUnder("GC21-13", "reply-needs-proof");
        Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, new Signing(false, null), "复议", "回执", false).ShouldBeRefusedUnder("GC21-13", "unsigned-needs-reason");
        matter.Do(Reply(matter), "2026-03-20");
        Reply(matter).ShouldBeRefusedAs("petition-replied");
    }

    [Theory]
    [Trait("Clause", "GC21-13 refused")]
    [InlineData(" ", "正在评估", "opinion-needs-progress")]
    [InlineData("已查封", " ", "opinion-needs-result")]
    public void An_opinion_needs_both_progress_and_result(string progress, string result, string message) =>
        Answering.Submit(Handled().Petition, Opinion with { Progress = progress, Result = result }).ShouldBeRefusedUnder("GC21-13", message);

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void Who_submitted_does_not_approve_a_meeting_needs_minutes_and_a_return_its_reasons()
    {
        var matter = Submitted();
        Answering.Decide(matter.Petition, true, false, null, null, new Actors(Zhang.Id, null)).ShouldBeRefusedAs("opinion-own");
        Answering.Decide(matter.Petition, true, false, null, null, new Actors(Id(99), Zhang.Id)).ShouldBeRefusedAs("opinion-own");
        Answering.Decide(matter.Petition, true, true, " ", null, Leader).ShouldBeRefusedUnder("GC21-13", "opinion-needs-minutes");
        Answering.Decide(matter.Petition, false, false, null, " ", Leader).ShouldBeRefusedFor("reason", "reason-required");
        Answering.Submit(matter.Petition, Opinion).ShouldBeRefusedAs("opinion-with-approver");
        matter.Do(Answering.Decide(matter.Petition, false, false, null, "结果没有写明", Leader), "2026-03-17");
        Answering.Decide(matter.Petition, true, false, null, null, Leader).ShouldBeRefusedAs("opinion-not-submitted");
        matter.Do(Answering.Submit(matter.Petition, Opinion), "2026-03-18");
        matter.Do(Answering.Decide(matter.Petition, true, true, "院务会纪要〔2026〕4 号", null, Leader), "2026-03-19");
        matter.Petition.Handling.Opinion!.Approved.ShouldBe(true);
    }

    [Theory]
    [Trait("Clause", "JZ21-3.2.5 refused")]
    [Trait("Clause", "JZ21-3.2.5 accepted")]
    [InlineData(ServiceMethod.Phone, true, true, true)]
    [InlineData(ServiceMethod.InPerson, true, true, false)]
    [InlineData(ServiceMethod.Phone, false, true, false)]
    [InlineData(ServiceMethod.Phone, true, false, false)]
    public void Where_the_rule_holds_a_local_petitioner_is_answered_face_to_face(ServiceMethod method, bool local, bool inForce, bool refused)
    {
        var decision = Answering.Reply(Approved().Petition, method, local, Signed, "可以申请复议", "录音", inForce, method == ServiceMethod.InPerson ? Talk : null);
        if (refused)
        {
            decision.ShouldBeRefusedUnder("JZ21-3.2.5", "reply-face-to-face");
            return;
        }

        decision.ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.5 refused")]
    [Trait("Clause", "JZ21-3.2.5 accepted")]
    public void An_answer_face_to_face_says_when_and_where_it_was_given_and_what_the_petitioner_said_to_it()
    {
        var matter = Approved();
        InPerson(matter, null).ShouldBeRefusedFor("time", "reply-needs-time");
        InPerson(matter, Talk with { Time = "下午两点" }).ShouldBeRefusedFor("time", "reply-needs-time");
        InPerson(matter, Talk with { Place = " " }).ShouldBeRefusedUnder("JZ21-3.2.5", "reply-needs-place");
        InPerson(matter, Talk with { Opinion = " " }).ShouldBeRefusedUnder("JZ21-3.2.5", "reply-needs-opinion");
        InPerson(matter, Talk with { Opinion = " " }, inForce: false).ShouldBeRefusedUnder("JZ21-3.2.5", "reply-needs-opinion");
        InPerson(matter, null, inForce: false).ShouldBeOfType<Decision<object>.Done>("where the rule is not in force, nobody asks for it");
        matter.Do(InPerson(matter, Talk with { Place = " 信访接待室 " }), "2026-03-20");
        matter.Petition.Handling.Reply!.Talk.ShouldBe(Talk);
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) refused")]
    public void The_review_class_is_not_resolved_that_way_and_nothing_closes_as_resolved_that_is_not()
    {
        var matter = AcceptingTests.Accepted("2026-03-02");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Capacity.Applicant, "不服查封"), matter.Petition), "2026-03-04");
        Resolving.Resolve(matter.Petition, ResolutionGround.Enforced, "凭证", null, Leader).ShouldBeRefusedUnder("SPC16-7(1)", "resolve-implementation-only");
        var replied = Approved();
        replied.Do(Reply(replied), "2026-03-20");
        Answering.Close(replied.Petition, ClosedBy.Resolved, null).ShouldBeRefusedUnder("SPC16-7(1)", "close-not-resolved");
        Answering.Close(replied.Petition, ClosedBy.ReplyAccepted, " ").ShouldBeRefusedUnder("GC21-13", "close-needs-acceptance");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) accepted")]
    public void A_closed_matter_opens_again_on_a_new_fact_with_new_clocks_and_is_answered_anew()
    {
        var matter = Closed();
        Answering.Reopen(matter.Petition, " ").ShouldBeRefusedUnder("SPC16-7(1)", "reopen-needs-fact");
        matter.Do(Answering.Reopen(matter.Petition, "发现被执行人名下车辆"), "2026-04-01");
        (matter.Petition.Stage, matter.Petition.Handling).ShouldBe((new Stage.Accepted(On("2026-03-03")), Handling.None));
        matter.Of("hand-to-handler")[^1].Due.ShouldBe(On("2026-04-03"));
        Reply(matter).ShouldBeRefusedUnder("GC21-13", "reply-needs-approval");
        Answering.Reopen(matter.Petition, "再").ShouldBeRefusedAs("petition-is-open");
    }

    [Fact]
    public void A_contact_that_opened_it_again_and_leaves_takes_the_reopening_with_it()
    {
        var matter = Closed().Joined(2, "2026-04-01");
        matter.Petition.IsOpen.ShouldBeTrue();
        matter.Do(Joining.Leave(matter.Petition, Id(202), "并错"), "2026-04-02");
        (matter.Petition.Stage, matter.Petition.Handling.Reply is null).ShouldBe((new Stage.Closed(ClosedBy.ReplyFinal, On("2026-03-25")), false));
    }

    [Fact]
    [Trait("Clause", "GC21-14 accepted")]
    [Trait("Clause", "GC21-14 refused")]
    public void The_body_that_sent_it_is_answered_even_after_the_end_and_nobody_else()
    {
        Working.FeedBack(Handled().Petition, new PetitionFeedbackSent("区委政法委", "已答复", "回函")).ShouldBeRefusedAs("feedback-not-owed");
        var matter = Received("2026-03-02", forwardedDue: "2026-03-31");
        Working.FeedBack(matter.Petition, new PetitionFeedbackSent("区委政法委", " ", "回函")).ShouldBeRefusedUnder("GC21-14", "feedback-needs-content");
        matter.Do(Accepting.Withdraw(matter.Petition, "撤回申请书", null), "2026-03-05");
        matter.Open("feedback-to-body").ShouldBeTrue();
        matter.Do(Working.FeedBack(matter.Petition, new PetitionFeedbackSent("区委政法委", "信访人已撤回", "回函 7 号")), "2026-03-31");
        matter.The("feedback-to-body").IsBreached(On("2026-05-01")).ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public void Who_comes_again_after_the_answer_is_owed_another_one_and_the_first_stays_when_the_contact_leaves()
    {
        var matter = Approved();
        matter.Do(Reply(matter), "2026-03-20").Joined(2, "2026-04-01");
        (matter.Petition.Stage, matter.Of("hand-to-handler")[^1].Due).ShouldBe((new Stage.Accepted(On("2026-03-03")), On("2026-04-03")));
        var again = matter.Acknowledged(Zhang, "2026-04-02").Of("reply")[^1];
        (again.IsOpen, again.Trigger).ShouldBe((true, On("2026-04-02")));

        matter.Do(Joining.Leave(matter.Petition, Id(202), "并错"), "2026-04-03");

        (matter.Petition.Stage, matter.Petition.ReceiptOn, matter.Open("reply"), matter.Open("hand-to-handler")).ShouldBe((new Stage.Replied(On("2026-03-20")), On("2026-03-04"), false, false));
    }

    [Fact]
    public void An_answered_matter_that_was_voided_by_mistake_is_answered_when_it_is_restored()
    {
        var matter = Approved();
        matter.Do(Reply(matter), "2026-03-20").Do(LifeCycle.Void(matter.Petition, "误作废"), "2026-03-21");
        matter.Do(LifeCycle.Restore(matter.Petition, "恢复"), "2026-03-22");
        matter.Petition.Stage.ShouldBe(new Stage.Replied(On("2026-03-20")));
        Reply(matter).ShouldBeRefusedAs("petition-replied");
    }

    [Fact]
    public void What_was_owed_to_a_body_before_a_contact_reopened_the_matter_is_owed_after_it_left()
    {
        var matter = Received("2026-03-02", forwardedDue: "2026-03-31");
        matter.Do(Accepting.Withdraw(matter.Petition, "撤回申请书", null), "2026-03-05").Joined(2, "2026-03-10");
        matter.Do(Joining.Leave(matter.Petition, Id(202), "并错"), "2026-03-11");
        (matter.Petition.Stage, matter.Open("feedback-to-body"), matter.Open("hand-to-handler")).ShouldBe((new Stage.Withdrawn(On("2026-03-05")), true, false));
    }

    [Fact]
    public void A_ledger_that_brings_a_new_visit_opens_a_closed_matter_and_does_not_say_how_it_ended()
    {
        var matter = Closed();
        var visit = new LedgerContactDraft(Contact(2, "2026-04-01"), true, false);
        var told = Importing.Tell(matter.Petition, null, [visit], new PetitionHistoryImported(null, null, null, null, false, null, null, null), On("2026-04-01"));
        told.Select(t => t.Fact.GetType()).ShouldBe([typeof(PetitionReopened), typeof(PetitionContactJoined)]);
        Importing.Tell(matter.Petition, null, [], new PetitionHistoryImported(null, null, null, null, true, On("2026-01-01"), null, null), On("2026-04-01")).ShouldBeEmpty();
    }

    [Fact]
    public void A_reopening_that_the_handling_confirmed_stays_when_its_contact_leaves()
    {
        var matter = Closed().Joined(2, "2026-04-01");
        matter.Do(Answering.Submit(matter.Petition, Opinion), "2026-04-02");
        matter.Do(Joining.Leave(matter.Petition, Id(202), "并错"), "2026-04-03");
        (matter.Petition.IsOpen, matter.Petition.Handling.Opinion is null).ShouldBe((true, false));
    }

    private static PetitionOpinionSubmitted Opinion => new(Finding.Justified, false, false, "已查封并启动拍卖", "拍卖款已发还", Zhang.Id, null);

    private static Matter Handled() => AcceptingTests.Accepted("2026-03-02").AssignedTo(Zhang, "2026-03-03").Acknowledged(Zhang, "2026-03-04");

    private static Matter Submitted()
    {
        var matter = Handled();
        return matter.Do(Answering.Submit(matter.Petition, Opinion), "2026-03-16");
    }

    private static Matter Approved()
    {
        var matter = Submitted();
        return matter.Do(Answering.Decide(matter.Petition, true, false, null, null, Leader), "2026-03-17");
    }

    private static Matter Closed()
    {
        var matter = Approved();
        matter.Do(Reply(matter), "2026-03-20");
        return matter.Do(Answering.Close(matter.Petition, ClosedBy.ReplyFinal, null), "2026-03-25");
    }

    private static readonly ReplyTalk Talk = new("14:30", "信访接待室", "基本认可，希望尽快发还");

    private static Decision<object> InPerson(Matter matter, ReplyTalk? talk, bool inForce = true) =>
        Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "可以申请复议", "答复笔录", inForce, talk);

    private static Decision<object> Reply(Matter matter) => Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "可以依法申请复议", "答复笔录、送达回执", false);
}

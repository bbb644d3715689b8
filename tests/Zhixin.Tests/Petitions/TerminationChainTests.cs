using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;
using static Zhixin.Tests.Petitions.TerminationDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>From the report through every court and the filing to the decision: no station is skipped, and what is gone meanwhile refuses the next step.</summary>
public sealed class TerminationChainTests
{
    [Fact]
    [Trait("Clause", "SPC16-19 accepted")]
    [Trait("Clause", "SPC16-23 accepted")]
    [Trait("Clause", "SPC16-24 accepted")]
    public void Reported_passed_up_filed_accepted_decided_and_told_each_step_has_its_court_and_its_clock()
    {
        var matter = Ready();
        matter.Do(Report(matter), "2026-03-18").Do(PassUp(matter), "2026-03-19").Do(File(matter), "2026-03-20");
        matter.The("filing-answer").Opened.Court.ShouldBe(Supreme.Number);
        matter.Petition.Terminations.Pending!.Waits.ShouldBe(new TerminationPlace(TerminationStation.AnswerFiling, Supreme.Number));
        matter.Do(Accept(matter), "2026-03-24");
        matter.Open("filing-answer").ShouldBeFalse();
        matter.Do(Decide(matter), "2026-03-25");

        matter.Petition.Stage.ShouldBe(new Stage.Closed(ClosedBy.Terminated, On("2026-03-25")));
        matter.Petition.Terminations.Standing!.Decided!.Document.ShouldBe("鲁高法终字 1 号");
        matter.The("termination-notice").Opened.Court.ShouldBe(High.Number);
        matter.The("property-query").Due.ShouldBe(On("2026-09-28"), "six months on is a Friday off");
        matter.Do(TerminationReviewing.Notify(matter.Petition, High.Number, ServiceMethod.Post, "终结告知书 1 号", "邮寄回执"), "2026-03-27");
        matter.Open("termination-notice").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "SPC16-23 refused")]
    public void A_High_Court_decides_nothing_before_the_Supreme_Court_accepted_the_filing()
    {
        var matter = Ready();
        matter.Do(Report(matter), "2026-03-18").Do(PassUp(matter), "2026-03-19");
        Decide(matter).ShouldBeRefusedUnder("SPC16-23", "termination-not-filed");
        TerminationReviewing.File(matter.Petition, " ", Rules(matter, High), HighHead).ShouldBeRefusedUnder("SPC16-23", "filing-needs-document");
        matter.Do(File(matter), "2026-03-20");
        Decide(matter).ShouldBeRefusedUnder("SPC16-23", "termination-not-filed");
        TerminationReviewing.AskCorrection(matter.Petition, "缺送达回证", null, Rules(matter, Supreme), SupremeOfficer).ShouldBeRefusedUnder("SPC16-23", "filing-needs-date");
        TerminationReviewing.AskCorrection(matter.Petition, " ", On("2026-04-10"), Rules(matter, Supreme), SupremeOfficer).ShouldBeRefusedUnder("SPC16-23", "filing-needs-reason");
        TerminationReviewing.AskCorrection(matter.Petition, "缺送达回证", On("2026-03-19"), Rules(matter, Supreme), SupremeOfficer).ShouldBeRefusedFor("due", "filing-date-past");
        matter.Do(TerminationReviewing.AskCorrection(matter.Petition, "缺送达回证", On("2026-04-10"), Rules(matter, Supreme), SupremeOfficer), "2026-03-20");
        (matter.The("filing-correction").Due, matter.The("filing-correction").Opened.Court, matter.Open("filing-answer")).ShouldBe((On("2026-04-10"), High.Number, false));
        Decide(matter).ShouldBeRefusedUnder("SPC16-23", "termination-not-filed");
        Accept(matter).ShouldBeRefusedAs("termination-not-yet");
        TerminationReviewing.Correct(matter.Petition, " ", "补正材料", Rules(matter, High), HighHead).ShouldBeRefusedUnder("SPC16-23", "filing-needs-correction");
        matter.Do(TerminationReviewing.Correct(matter.Petition, "补入送达回证", "补正报告 1 号", Rules(matter, High), HighHead), "2026-04-10");
        (matter.Open("filing-correction"), matter.Open("filing-answer")).ShouldBe((false, true));
        matter.Do(Accept(matter), "2026-04-13").Do(Decide(matter), "2026-04-14");
    }

    [Fact]
    [Trait("Clause", "SPC16-23 refused")]
    public void A_filing_that_is_returned_ends_the_application_which_may_be_made_anew()
    {
        var matter = Ready();
        matter.Do(Report(matter), "2026-03-18").Do(PassUp(matter), "2026-03-19").Do(File(matter), "2026-03-20");
        TerminationReviewing.Answer(matter.Petition, FilingAnswer.Returned, " ", "复函", Rules(matter, Supreme), SupremeOfficer).ShouldBeRefusedUnder("SPC16-23", "filing-needs-reason");
        matter.Do(Accept(matter, FilingAnswer.Returned), "2026-03-24");
        (matter.Petition.Terminations.All.Single().Ended, matter.Petition.Terminations.All.Single().EndText).ShouldBe((TerminationEnd.FilingReturned, "材料不齐"));
        Decide(matter).ShouldBeRefusedAs("termination-none");
        matter.Do(Report(matter), "2026-03-25");
        matter.Petition.Terminations.Pending!.No.ShouldBe(2);
    }

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    [Trait("Clause", "SPC16-20(1) refused")]
    public void Only_the_court_that_the_ground_names_decides_whoever_reported_passed_up_or_made_the_act_does_not()
    {
        var matter = Ready().Accepted();
        foreach (var court in new[] { Home, Mid, Supreme })
        {
            Decide(matter, court).ShouldBeRefusedUnder("SPC16-19", "termination-other-decider");
        }

        foreach (var person in new[] { Head, MidHead, HighHead, new Actors(Id(99), Head.Person) })
        {
            Decide(matter, by: person).Refused().ShouldBe(new Refusal.Authority("decide-termination", "termination-own"));
        }

        TerminationReviewing.Decide(matter.Petition, " ", null, Rules(matter, High), HighPresident).ShouldBeRefusedUnder("SPC16-19", "termination-needs-document");
    }

    [Fact]
    [Trait("Clause", "SPC16-22 refused")]
    [Trait("Clause", "SPC16-22 accepted")]
    public void Severe_hardship_needs_the_reasons_of_the_deciding_court_also_where_it_was_said_after_the_report()
    {
        var matter = Facts(hardship: NoHardship with { Stated = true });
        matter.Do(Report(matter, change: c => c with { Statement = c.Statement with { ExceptionAsked = "已救助" } }), "2026-03-18").Do(PassUp(matter), "2026-03-19").Do(File(matter), "2026-03-20");
        matter.Do(Accept(matter), "2026-03-24");
        Decide(matter).ShouldBeRefusedUnder("SPC16-22", "termination-needs-exception");
        matter.Do(Decide(matter, exception: "已纳入低保并给予救助"), "2026-03-25");
        matter.Petition.Terminations.Standing!.Decided!.Exception.ShouldBe("已纳入低保并给予救助");

        var later = Ready().Accepted();
        later.Do(Terminating.AnswerHardship(later.Petition, NoHardship with { Stated = true, Statement = "没有饭吃" }), "2026-03-25");
        Decide(later, exception: "理由").Missing().ShouldBe(["SPC16-22 termination-hardship"], "the report did not ask for an exception");
    }

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    public void Property_that_is_found_a_repeat_that_leaves_a_paper_that_comes_and_another_class_refuse_the_next_step()
    {
        var found = Ready().Accepted();
        found.Do(Exhausting.Check(found.Petition, NoProperty with { Found = true, Result = "有存款" }), "2026-03-25");
        Decide(found).Missing().ShouldBe(["SPC16-19 termination-property-exists"]);

        var left = Ready().Accepted();
        left.Do(Joining.Leave(left.Petition, left.Petition.Contacts[1].Contact, "另一事项"), "2026-03-25");
        Decide(left).Missing().ShouldBe(["SPC16-19 termination-needs-repeats"]);

        var paper = Ready();
        paper.Do(Report(paper), "2026-03-18");
        paper.Do(Converting.Receive(paper.Petition, new ReceivePaper(On("2026-03-18"), ObjectionKind.Act, false, "申诉书", "查封有误", null, null), On("2026-03-18")), "2026-03-18");
        PassUp(paper).Missing().ShouldBe(["SPC16-19 termination-procedure-open"]);

        var other = Ready();
        other.Do(Report(other), "2026-03-18");
        other.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Zhixin.Intake.Capacity.Applicant, "不服查封"), other.Petition), "2026-03-18");
        PassUp(other).ShouldBeRefusedUnder("SPC16-19", "termination-class-changed");
    }

    [Fact]
    [Trait("Clause", "SPC16-20(1) refused")]
    public void A_new_ruling_meanwhile_that_gives_another_court_the_decision_refuses()
    {
        var matter = Reviewed();
        matter.Do(Report(matter, High, Used(High)), "2026-03-18");
        File(matter, Used(Supreme)).ShouldBeRefusedUnder("SPC16-20(1)", "termination-decider-changed");
        File(matter, Used(High, on: "2026-03-19")).Missing().ShouldBe(["SPC16-20(1) termination-needs-repeats"], "nobody came since the new ruling");
    }

    [Fact]
    [Trait("Clause", "SPC16-20(2) accepted")]
    [Trait("Clause", "SPC16-20(2) refused")]
    public void The_Supreme_Court_decides_without_filing_or_leaves_it_to_the_High_Court_which_files()
    {
        var used = Used(Supreme);
        var own = Reviewed();
        own.Do(Report(own, Supreme, used), "2026-03-18");
        File(own, used).ShouldBeRefusedUnder("SPC16-23", "termination-needs-no-filing");
        own.Do(Decide(own, Supreme, used, by: SupremePresident), "2026-03-19");
        own.Petition.Terminations.Standing!.Decider.ShouldBe(Supreme.Number);

        var left = Reviewed();
        left.Do(Report(left, Supreme, used), "2026-03-18");
        TerminationReviewing.Name(left.Petition, " ", Rules(left, Supreme, used), SupremePresident).ShouldBeRefusedUnder("SPC16-20(2)", "termination-naming-needs-document");
        left.Do(TerminationReviewing.Name(left.Petition, "交办函 1 号", Rules(left, Supreme, used), SupremePresident), "2026-03-19");
        left.Petition.Terminations.Pending!.Waits.ShouldBe(new TerminationPlace(TerminationStation.File, High.Number));
        Decide(left, Supreme, used, by: SupremePresident).ShouldBeRefusedUnder("SPC16-20(2)", "termination-other-decider");
        Decide(left, High, used).ShouldBeRefusedUnder("SPC16-23", "termination-not-filed");
        left.Do(File(left, used), "2026-03-20").Do(Accept(left, used: used), "2026-03-23").Do(Decide(left, High, used), "2026-03-24");

        var high = Reviewed();
        high.Do(Report(high, High, Used(High)), "2026-03-18");
        TerminationReviewing.Name(high.Petition, "函", Rules(high, Supreme, Used(High)), SupremePresident).ShouldBeRefusedUnder("SPC16-20(1)", "termination-not-left");
    }

    [Fact]
    [Trait("Clause", "SPC16-19 refused")]
    public void Who_passed_up_does_not_pass_up_again_and_a_court_that_does_not_have_it_does_nothing()
    {
        var matter = Ready();
        TerminationReviewing.PassUp(matter.Petition, "意见", Rules(matter, Mid), MidHead).ShouldBeRefusedAs("termination-none");
        matter.Do(Report(matter), "2026-03-18");
        PassUp(matter, High).ShouldBeRefusedAs("termination-elsewhere");
        File(matter).ShouldBeRefusedAs("termination-not-yet");
        TerminationReviewing.PassUp(matter.Petition, "意见", Rules(matter, Mid), Head).Refused().ShouldBe(new Refusal.Authority("pass-up-termination", "termination-own"));
        TerminationReviewing.PassUp(matter.Petition, " ", Rules(matter, Mid), MidHead).ShouldBeRefusedUnder("SPC16-19", "termination-needs-opinion");
        TerminationReviewing.Return(matter.Petition, High.Number, "理由", HighHead).ShouldBeRefusedAs("termination-elsewhere");
        TerminationReviewing.Return(matter.Petition, Mid.Number, " ", MidHead).ShouldBeRefusedUnder("SPC16-19", "termination-return-needs-reason");
        Terminating.Withdraw(matter.Petition, Mid.Number, "理由").ShouldBeRefusedAs("termination-elsewhere");
        Terminating.Withdraw(matter.Petition, Home.Number, " ").ShouldBeRefusedFor("reason", "reason-required");
    }

    [Fact]
    [Trait("Clause", "SPC16-19 accepted")]
    public void Each_court_sends_it_one_step_back_the_first_one_to_whoever_reported()
    {
        var matter = Ready();
        matter.Do(Report(matter), "2026-03-18").Do(PassUp(matter), "2026-03-19");
        matter.Do(TerminationReviewing.Return(matter.Petition, High.Number, "没有送达回证", HighHead), "2026-03-20");
        matter.Petition.Terminations.Pending!.Waits.ShouldBe(new TerminationPlace(TerminationStation.PassUp, Mid.Number));
        matter.Do(TerminationReviewing.Return(matter.Petition, Mid.Number, "没有送达回证", MidHead), "2026-03-21");
        matter.Petition.Terminations.All.Single().Ended.ShouldBe(TerminationEnd.Returned);

        var refused = Ready().Accepted();
        refused.Do(TerminationReviewing.Return(refused.Petition, High.Number, "不予终结，继续做工作", HighPresident), "2026-03-25");
        (refused.Petition.Terminations.Pending!.Waits, refused.Petition.Terminations.Pending.Filing).ShouldBe((new TerminationPlace(TerminationStation.PassUp, Mid.Number), null));
        refused.Do(Terminating.Withdraw(refused.Petition, Home.Number, "继续化解"), "2026-03-26");
        refused.Petition.Terminations.All.Single().Ended.ShouldBe(TerminationEnd.Withdrawn);
    }

    [Fact]
    public void What_is_with_the_Supreme_Court_is_not_sent_back_by_another_and_withdrawing_ends_its_clock()
    {
        var matter = Ready();
        matter.Do(Report(matter), "2026-03-18").Do(PassUp(matter), "2026-03-19").Do(File(matter), "2026-03-20");
        TerminationReviewing.Return(matter.Petition, High.Number, "理由", HighHead).ShouldBeRefusedAs("termination-with-supreme");
        matter.Do(Terminating.Withdraw(matter.Petition, Home.Number, "信访人接受答复"), "2026-03-21");
        matter.Open("filing-answer").ShouldBeFalse();
        Terminating.Withdraw(matter.Petition, Home.Number, "理由").ShouldBeRefusedAs("termination-none");
    }

    [Fact]
    public void Another_court_that_answers_or_another_end_of_the_matter_ends_the_application()
    {
        var taken = Ready();
        taken.Do(Report(taken), "2026-03-18").Do(Accepting.Withdraw(taken.Petition, "撤回申请书", null), "2026-03-19");
        taken.Petition.Terminations.All.Single().Ended.ShouldBe(TerminationEnd.Lapsed);

        var closed = Ready().Replied("2026-03-17");
        closed.Do(Report(closed), "2026-03-18").Do(Answering.Close(closed.Petition, ClosedBy.ReplyAccepted, "签收的答复"), "2026-03-19");
        closed.Last.OfType<TerminationLapsed>().Count().ShouldBe(1);
    }

    [Fact]
    public void A_repeat_while_it_is_under_way_leaves_it_under_way_with_what_was_heard()
    {
        var matter = Ready().Replied("2026-03-17");
        matter.Do(Report(matter), "2026-03-18").Joined(3, "2026-03-19");
        matter.Petition.Stage.ShouldBeOfType<Stage.Accepted>("who comes again after the answer is owed another");
        matter.Petition.Terminations.Pending.ShouldNotBeNull();
        matter.Do(PassUp(matter), "2026-03-20");
    }

    [Fact]
    [Trait("Clause", "SPC16-25 accepted")]
    public void The_decision_ends_hops_that_run_since_superiors_hand_down_no_more()
    {
        var matter = Ready().HandedDown("2026-03-17").Terminated();
        matter.Petition.HandDowns.All.ShouldAllBe(h => h.Ended == HopEnd.Barred);
        matter.Petition.Obligations.Where(o => o.IsOpen).Select(o => o.Rule.Kind).Distinct().Order().ShouldBe(["acceptance-notice", "property-query", "tell-process-and-result", "termination-notice"]);
    }

    [Fact]
    [Trait("Clause", "SPC16-24 refused")]
    public void The_notice_is_in_writing_with_its_number_and_proof_and_is_the_deciding_courts()
    {
        var matter = Terminated();
        foreach (var method in new[] { ServiceMethod.Phone, ServiceMethod.Video })
        {
            TerminationReviewing.Notify(matter.Petition, High.Number, method, "告知书", "回执").ShouldBeRefusedUnder("SPC16-24", "termination-notice-not-written");
        }

        TerminationReviewing.Notify(matter.Petition, High.Number, ServiceMethod.Post, " ", "回执").ShouldBeRefusedUnder("SPC16-24", "termination-notice-needs-document");
        TerminationReviewing.Notify(matter.Petition, High.Number, ServiceMethod.Post, "告知书", " ").ShouldBeRefusedUnder("SPC16-24", "termination-notice-needs-proof");
        TerminationReviewing.Notify(matter.Petition, Home.Number, ServiceMethod.Post, "告知书", "回执").ShouldBeRefusedAs("termination-elsewhere");
        TerminationReviewing.Notify(Ready().Petition, High.Number, ServiceMethod.Post, "告知书", "回执").ShouldBeRefusedAs("termination-not-standing");
        matter.Do(TerminationReviewing.Notify(matter.Petition, High.Number, ServiceMethod.InPerson, "告知书", "送达回证"), "2026-03-25");
        TerminationReviewing.NotNotifiable(matter.Petition, High.Number)!.Message.ShouldBe("termination-notice-served");
    }
}

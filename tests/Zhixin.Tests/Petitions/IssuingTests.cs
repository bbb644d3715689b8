using Zhixin.Intake;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Which papers a petition can have, and when.</summary>
public sealed class IssuingTests
{
    private static readonly Actors Officer = new(Id(70), null);
    private static readonly Actors Head = new(Id(71), null);
    private static readonly DateOnly Today = On("2026-03-20");

    [Fact]
    [Trait("Clause", "GC21-16 refused")]
    public void An_acceptance_notice_waits_for_acceptance() =>
        Against(Received("2026-03-02").Petition, PaperKinds.AcceptanceNotice).ShouldBe(("GC21-16", "paper-before-acceptance"));

    [Fact]
    [Trait("Clause", "GC21-16 accepted")]
    public void An_accepted_petition_has_its_notice_before_and_after_it_is_served()
    {
        var matter = Accepted();
        Issuing.Against(matter.Petition, Wish(PaperKinds.AcceptanceNotice), Today).ShouldBeNull();
        matter.Do(Accepting.ServeAcceptance(matter.Petition, ServiceMethod.Post, "邮单"), "2026-03-20");
        Issuing.Against(matter.Petition, Wish(PaperKinds.AcceptanceNotice), Today).ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) refused")]
    public void A_decline_notice_waits_for_the_approval_and_goes_when_the_ground_does()
    {
        var matter = Received("2026-03-02");
        Against(matter.Petition, PaperKinds.DeclineNotice).ShouldBe(("GC21-15(1)", "paper-not-declined"));
        matter.Do(Declining.Propose(matter.Petition, new DeclineFacts("2", [], "派驻纪检组", "移送函", null, null, false, null, "只反映纪律作风"), List("GC21", "decline-grounds"), Officer, Today, null), "2026-03-20");
        Against(matter.Petition, PaperKinds.DeclineNotice).ShouldBe(("GC21-15(2)", "paper-decline-not-approved"));
        matter.Do(Declining.Decide(matter.Petition, true, null, Head, null), "2026-03-20");
        Issuing.Against(matter.Petition, Wish(PaperKinds.DeclineNotice), Today).ShouldBeNull();
        matter.Petition.Papers.Declined!.Facts.TransferredTo.ShouldBe("派驻纪检组");
        matter.Do(Declining.Explain(matter.Petition, ServiceMethod.InPerson, "送达回证", null), "2026-03-20");
        Issuing.Against(matter.Petition, Wish(PaperKinds.DeclineNotice), Today).ShouldBeNull("the notice can be issued after it was explained by word of mouth");
        matter.Do(Declining.Undo(matter.Petition, "本人到庭"), "2026-03-20");
        Against(matter.Petition, PaperKinds.DeclineNotice).ShouldBe(("GC21-15(1)", "paper-not-declined"));
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    [Trait("Clause", "GC21-2 refused")]
    public void A_reply_waits_for_the_approval_of_the_opinion_and_names_the_remedy()
    {
        var matter = Accepted();
        foreach (var kind in (string[])[PaperKinds.Reply, PaperKinds.ReplyRecord])
        {
            Against(matter.Petition, kind).ShouldBe(("GC21-13", "paper-needs-approval"));
        }

        matter.Do(Answering.Submit(matter.Petition, new PetitionOpinionSubmitted(Finding.Justified, false, false, "已拍卖", "已发还", Id(70), null)), "2026-03-20");
        Against(matter.Petition, PaperKinds.Reply).ShouldBe(("GC21-13", "paper-needs-approval"));
        matter.Do(Answering.Decide(matter.Petition, true, false, null, null, Head), "2026-03-20");
        Issuing.Against(matter.Petition, Wish(PaperKinds.Reply), Today)!.Message.ShouldBe("reply-needs-remedy");
        Issuing.Against(matter.Petition, Wish(PaperKinds.Reply) with { Text = "可以申请复议" }, Today).ShouldBeNull();
        matter.Do(Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, new Signing(true, null), "可以申请复议", "回执", false), "2026-03-20");
        Issuing.Against(matter.Petition, Wish(PaperKinds.ReplyRecord), Today).ShouldBeNull("the reply has named it");
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public void A_meeting_record_is_of_a_meeting_that_was_held_and_stays_after_a_reopening()
    {
        var matter = Accepted();
        Against(matter.Petition, PaperKinds.MeetingRecord).ShouldBe(("GC21-13", "paper-needs-meeting"));
        matter.Do(Working.Meet(matter.Petition, new PetitionMet(ServiceMethod.Phone, "信访人、承办人", "说明进度", new Signing(false, "电话约谈", "张法官"), "录音")), "2026-03-20");
        Issuing.Against(matter.Petition, Wish(PaperKinds.MeetingRecord) with { Item = 1 }, Today).ShouldBeNull();
        Issuing.Against(matter.Petition, Wish(PaperKinds.MeetingRecord) with { Item = 2 }, Today)!.Message.ShouldBe("paper-meeting-unknown");
        Issuing.Against(matter.Petition, Wish(PaperKinds.MeetingRecord) with { Item = 0 }, Today)!.Message.ShouldBe("paper-meeting-unknown");
        matter.Tell([new PetitionReopened("新线索", "start")], Today, Today);
        Issuing.Against(matter.Petition, Wish(PaperKinds.MeetingRecord) with { Item = 1 }, Today).ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-9 accepted")]
    [Trait("Clause", "GC21-9 refused")]
    public void A_hearing_has_its_notice_while_it_is_pending_and_its_minutes_once_it_was_held()
    {
        var matter = Accepted();
        Against(matter.Petition, PaperKinds.HearingNotice).ShouldBe(("GC21-9", "paper-needs-hearing"));
        Against(matter.Petition, PaperKinds.HearingMinutes).ShouldBe(("GC21-9", "paper-needs-hearing-held"));
        matter.Do(HearingHolding.Announce(matter.Petition, new AnnounceHearing("争议大", Today, "09:30", "第二法庭", Public: true, "邢国梁", [Capacity.Applicant], null), Today), "2026-03-20");
        Issuing.Against(matter.Petition, Wish(PaperKinds.HearingNotice) with { Item = 1 }, Today).ShouldBeNull();
        Issuing.Against(matter.Petition, Wish(PaperKinds.HearingNotice) with { Item = 2 }, Today)!.Message.ShouldBe("paper-hearing-unknown");
        Against(matter.Petition, PaperKinds.HearingMinutes).ShouldBe(("GC21-9", "paper-needs-hearing-held"));
        matter.Do(HearingHolding.Hold(matter.Petition, new PetitionHearingHeld(0, true, [Capacity.Applicant], [], "双方陈述", "继续拍卖", new Signing(true, null), "笔录"), Today), "2026-03-20");
        Against(matter.Petition, PaperKinds.HearingNotice).ShouldBe(("GC21-9", "paper-needs-hearing"), "it was held, nobody is called any more");
        Issuing.Against(matter.Petition, Wish(PaperKinds.HearingMinutes) with { Item = 1 }, Today).ShouldBeNull();
        Issuing.Against(matter.Petition, Wish(PaperKinds.HearingMinutes) with { Item = 0 }, Today)!.Message.ShouldBe("paper-hearing-unknown");
    }

    [Fact]
    [Trait("Clause", "SPC16-9 refused")]
    [Trait("Clause", "SPC16-9 accepted")]
    public void A_closing_notice_names_the_case_its_basis_and_what_can_be_done_against_it()
    {
        var matter = Accepted();
        Against(matter.Petition, PaperKinds.ClosingNotice).ShouldBe(("SPC16-9", "paper-needs-claim"));
        matter.Do(Guiding.Claim(matter.Petition, Today, ClosedAs.ThisRound, "终本裁定", "没有执行到位", Today), "2026-03-20");
        Against(matter.Petition, PaperKinds.ClosingNotice).ShouldBe(("SPC16-9", "paper-needs-claim"), "a round that ended has its ruling");
        matter.Do(Guiding.Claim(matter.Petition, Today, ClosedAs.Enforced, "结案报告", "利息没有付", Today), "2026-03-20");
        var petition = matter.Petition;
        Issuing.Against(petition, Wish(PaperKinds.ClosingNotice), Today)!.Message.ShouldBe("paper-needs-basis");
        Issuing.Against(petition, Wish(PaperKinds.ClosingNotice) with { Text = "已全部执行到位" }, Today)!.Message.ShouldBe("paper-needs-remedy");
        Issuing.Against(petition, Wish(PaperKinds.RemedyNotice), Today)!.Message.ShouldBe("paper-needs-remedy");
        Issuing.Against(petition, Wish(PaperKinds.ClosingNotice) with { Text = "已全部执行到位", Remedies = ["objection"] }, Today).ShouldBeNull();
        Issuing.Against(petition, Wish(PaperKinds.RemedyNotice) with { Remedies = ["objection"] }, Today).ShouldBeNull();
    }

    [Fact]
    public void A_paper_is_of_the_day_on_which_it_is_issued()
    {
        var petition = Accepted().Petition;
        Issuing.Against(petition, Wish(PaperKinds.AcceptanceNotice) with { On = Today.AddDays(-1) }, Today)!.Message.ShouldBe("paper-today");
        Issuing.Against(petition, Wish(PaperKinds.AcceptanceNotice) with { On = Today.AddDays(1) }, Today)!.Message.ShouldBe("paper-today");
    }

    [Fact]
    public void Nothing_is_issued_in_a_petition_that_was_an_error_or_went_into_another_and_no_kind_is_guessed()
    {
        var matter = Accepted();
        Issuing.Against(matter.Petition, "love-letter", Home.Number)!.Message.ShouldBe("paper-kind-unknown");
        Issuing.Against(matter.Petition, PaperKinds.Receipt, Home.Number)!.Message.ShouldBe("paper-kind-unknown", "a receipt comes with the registration");
        matter.Do(LifeCycle.Void(matter.Petition, "误登"), "2026-03-20");
        Issuing.Against(matter.Petition, PaperKinds.AcceptanceNotice, Home.Number)!.Message.ShouldBe("petition-not-open");
    }

    [Fact]
    public void An_issued_paper_can_be_voided_once_with_a_reason()
    {
        var matter = Accepted();
        Issuing.NothingToVoid(matter.Petition)!.Message.ShouldBe("paper-none");
        matter.Tell([Paper(1)], Today, Today);
        Issuing.Void(matter.Petition, 2, "有错", Home.Number).ShouldBeRefusedFor("no", "paper-unknown");
        Issuing.Void(matter.Petition, 1, " ", Home.Number).ShouldBeRefusedFor("reason", "reason-required");
        Issuing.NothingToVoid(matter.Petition).ShouldBeNull();
        matter.Do(Issuing.Void(matter.Petition, 1, " 姓名有误 ", Home.Number), "2026-03-20");
        matter.Petition.Papers.Issued.ShouldHaveSingleItem().VoidedBecause.ShouldBe("姓名有误");
        Issuing.Void(matter.Petition, 1, "再次", Home.Number).ShouldBeRefusedAs("paper-voided");
        Issuing.NothingToVoid(matter.Petition)!.Message.ShouldBe("paper-none");
    }

    internal static PetitionPaperIssued Paper(int no) => new(no, PaperKinds.AcceptanceNotice, null, $"（2026）鲁0117信受{no}号", 1, "信受", 2026, no, 1, new string('0', 64), new string('1', 64));

    private static (string, string) Against(Petition petition, string kind) => Issuing.Against(petition, kind, Home.Number).ShouldBeOfType<Refusal.Law>() is var law ? (law.Clause, law.Message) : default;

    private static PaperWish Wish(string kind) => new(kind, null, null, [], Today, Home.Number);

    private static Matter Accepted()
    {
        var matter = Received("2026-03-02", caseNumber: "（2025）鲁0117执12号");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, null), matter.Petition), "2026-03-02");
        return matter.Do(Accepting.Decide(new Accept(Capacity.Applicant, ["2a"], null, null, [], null), matter.Petition, List("GC21", "causes")), "2026-03-02");
    }
}

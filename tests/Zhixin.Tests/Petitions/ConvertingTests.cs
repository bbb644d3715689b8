using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>A paper that is an objection becomes a procedure, whatever its title.</summary>
public sealed class ConvertingTests
{
    [Theory]
    [Trait("Clause", "SPC16-12 accepted")]
    [Trait("Clause", "SPC16-13 accepted")]
    [InlineData(true, "file-objection")]
    [InlineData(false, "file-untitled-objection")]
    public void A_paper_with_any_title_is_owed_its_filing_and_its_clocks_count_from_its_receipt(bool titled, string owed)
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04", titled: titled), On("2026-03-06")), "2026-03-06");
        matter.Open(owed).ShouldBeTrue();
        (matter.The("objection-file").Due, matter.The("objection-ruling").Due).ShouldBe((On("2026-03-09"), On("2026-03-19")), "the third day after the 4th is a Saturday; not from the 6th");

        matter.Do(Converting.File(matter.Petition, 1, Number(7)), "2026-03-09");
        (matter.Open(owed), matter.Open("objection-file"), matter.Open("objection-ruling")).ShouldBe((false, false, true));
        matter.The("objection-notify").Due.ShouldBe(On("2026-03-12"));
        matter.Do(Converting.Notify(matter.Petition, 1, "申请执行人、被执行人", ServiceMethod.Post, "回执"), "2026-03-12");
        matter.Do(Converting.Rule(matter.Petition, 1, "（2026）鲁0117执异7号裁定", ObjectionOutcome.Upheld), "2026-03-19");
        (matter.Open("objection-notify"), matter.Open("objection-ruling"), matter.Petition.IsOpen).ShouldBe((false, false, true), "the petition stays and is answered");
    }

    [Fact]
    [Trait("Clause", "SPC16-12 accepted")]
    public void An_outsiders_claim_is_an_objection_of_its_own_kind_with_its_own_clock()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04", ObjectionKind.Outsider), On("2026-03-04")), "2026-03-04");
        (matter.Open("objection-file"), matter.Open("outsider-ruling"), matter.Of("objection-ruling").Count).ShouldBe((true, true, 0));
        matter.Do(Converting.File(matter.Petition, 1, Number(7)), "2026-03-05");
        matter.Do(Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Rejected), "2026-03-18");
        matter.Open("outsider-ruling").ShouldBeFalse();
    }

    [Fact]
    public void Two_papers_have_two_clocks_and_each_filing_settles_its_own()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04"), On("2026-03-04")), "2026-03-04");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-11", ObjectionKind.Outsider), On("2026-03-11")), "2026-03-11");
        matter.Do(Converting.File(matter.Petition, 2, Number(8)), "2026-03-12");
        matter.Of("objection-file").Select(o => o.IsOpen).ShouldBe([true, false]);
        Converting.File(matter.Petition, 1, Number(8)).ShouldBeRefusedFor("number", "conversion-number-used");
        matter.Petition.Procedures.Owed!.Owed.No.ShouldBe(1);
    }

    [Fact]
    [Trait("Clause", "SPC16-12 refused")]
    [Trait("Clause", "SPC16-13 refused")]
    public void Nothing_is_recorded_without_paper_and_claim_and_nothing_is_turned_away_for_its_title()
    {
        var matter = Identified("2026-03-02");
        Converting.Receive(matter.Petition, Paper("2026-03-04") with { Paper = " " }, On("2026-03-04")).ShouldBeRefusedUnder("SPC16-13", "conversion-needs-paper");
        Converting.Receive(matter.Petition, Paper("2026-03-04") with { Content = " " }, On("2026-03-04")).ShouldBeRefusedUnder("SPC16-12", "conversion-needs-claim");
        Converting.Receive(matter.Petition, Paper("2026-03-05"), On("2026-03-04")).ShouldBeRefusedFor("receivedOn", "date-in-future");
        Converting.Receive(Received("2026-03-02").Petition, Paper("2026-03-04"), On("2026-03-04")).ShouldBeRefusedUnder("SPC16-12", "conversion-needs-case");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04", titled: false), On("2026-03-04")), "2026-03-04");
        Converting.Refuse(matter.Petition, 1, " ", "名称不是异议", "复议").ShouldBeRefusedUnder("SPC16-13", "conversion-refusal-needs-ruling");
        Converting.Refuse(matter.Petition, 1, "裁定", " ", "复议").ShouldBeRefusedUnder("SPC16-13", "conversion-refusal-needs-reason");
        Converting.Refuse(matter.Petition, 1, "裁定", "不是利害关系人", " ").ShouldBeRefusedUnder("SPC16-12", "conversion-refusal-needs-remedy");
        Converting.Refuse(matter.Petition, 2, "裁定", "不是利害关系人", "复议").ShouldBeRefusedFor("procedure", "conversion-unknown");
    }

    [Fact]
    [Trait("Clause", "SPC16-12 refused")]
    public void It_is_filed_once_under_an_objection_number_of_the_enforcing_court_and_not_before_its_receipt()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04"), On("2026-03-04")), "2026-03-04");
        Converting.File(matter.Petition, 1, null).ShouldBeRefusedFor("number", "case-number-unreadable");
        Converting.File(matter.Petition, 1, Number(7) with { Type = "执" }).ShouldBeRefusedUnder("SPC16-12", "conversion-number-type");
        Converting.File(matter.Petition, 1, Number(7) with { Court = null }).ShouldBeRefusedUnder("SPC16-12", "conversion-number-court");
        Converting.File(matter.Petition, 1, Number(7)).On(matter, "2026-03-03").ShouldBeRefusedFor("on", "before-what-it-answers");
        Converting.Notify(matter.Petition, 1, "双方", ServiceMethod.Post, "回执").ShouldBeRefusedUnder("OBJ-2", "procedure-not-filed");
        Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Rejected).ShouldBeRefusedUnder("OBJ-2", "procedure-not-filed");
        matter.Do(Converting.File(matter.Petition, 1, Number(7)), "2026-03-04");
        Converting.File(matter.Petition, 1, Number(8)).ShouldBeRefusedAs("conversion-not-owed");
        Converting.Refuse(matter.Petition, 1, "裁定", "理由", "复议").ShouldBeRefusedAs("conversion-not-owed");
        Converting.Rule(matter.Petition, 1, " ", ObjectionOutcome.Rejected).ShouldBeRefusedUnder("SPC16-12", "procedure-needs-ruling");
        matter.Do(Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Rejected), "2026-03-10");
        Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Upheld).ShouldBeRefusedAs("procedure-ended");
        Converting.Withdraw(matter.Petition, 1, "申请").ShouldBeRefusedAs("procedure-ended");
    }

    [Fact]
    public void A_ruling_not_to_accept_it_or_its_withdrawal_ends_every_clock_of_it()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04"), On("2026-03-04")), "2026-03-04");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04", ObjectionKind.Outsider, titled: false), On("2026-03-04")), "2026-03-04");
        matter.Do(Converting.Refuse(matter.Petition, 1, "裁定", "不是利害关系人", "可以申请复议"), "2026-03-06");
        Converting.Withdraw(matter.Petition, 2, " ").ShouldBeRefusedUnder("SPC16-13", "procedure-withdrawal-needs-paper");
        matter.Do(Converting.Withdraw(matter.Petition, 2, "本人签名的申请"), "2026-03-06");
        matter.Petition.Obligations.Where(o => o.Opened.Thing is not null).ShouldAllBe(o => !o.IsOpen);
        Converting.NothingToFile(matter.Petition)!.Message.ShouldBe("conversion-none");
    }

    [Fact]
    [Trait("Clause", "SPC16-13 refused")]
    public void While_a_paper_waits_for_its_filing_the_petition_is_neither_closed_nor_merged_away()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04", titled: false), On("2026-03-04")), "2026-03-04");
        Answering.Close(matter.Petition with { Stage = new Stage.Replied(On("2026-03-05")) }, ClosedBy.ReplyFinal, null).ShouldBeRefusedUnder("SPC16-13", "close-conversion-owed");
        var other = Petition.Begin(new Zhixin.History.StreamId(Enforcing.Number, Id(101)), matter.Petition.Opened);
        LifeCycle.Merge(matter.Petition, other, "同一事项").ShouldBeRefusedAs("merge-procedure-open");
        LifeCycle.Merge(other, matter.Petition, "同一事项").ShouldBeOfType<Decision<object>.Done>("the other may come in here");
    }

    [Fact]
    public void A_petition_that_is_taken_back_leaves_the_procedure_to_go_on()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04"), On("2026-03-04")), "2026-03-04");
        matter.Do(Accepting.Withdraw(matter.Petition, "本人签名的申请", null), "2026-03-05");
        matter.Open("objection-file").ShouldBeTrue("taking the petition back takes no objection back");
        matter.Do(Converting.File(matter.Petition, 1, Number(7)), "2026-03-06");
        matter.Do(Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Rejected), "2026-03-10");
        matter.Open("objection-ruling").ShouldBeFalse();
    }

    [Fact]
    public void A_matter_with_a_paper_that_is_not_decided_goes_to_no_other_court()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04"), On("2026-03-04")), "2026-03-04");
        Moving.NotTransferable(matter.Petition)!.Message.ShouldBe("transfer-procedure-open");
        matter.Do(Converting.File(matter.Petition, 1, Number(7)), "2026-03-05");
        matter.Do(Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Rejected), "2026-03-06");
        Moving.NotTransferable(matter.Petition)!.Message.ShouldBe("transfer-procedure-open", "both sides are still to be told of the filing");
        matter.Do(Converting.Notify(matter.Petition, 1, "双方", ServiceMethod.Post, "回执"), "2026-03-06");
        Moving.NotTransferable(matter.Petition).ShouldBeNull();
    }

    [Fact]
    public void A_paper_confirms_a_reopening_so_that_a_contact_that_leaves_takes_no_clock_of_it_along()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Accepting.Withdraw(matter.Petition, "本人签名的申请", null), "2026-03-03");
        matter.Joined(2, "2026-03-04");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04"), On("2026-03-04")), "2026-03-04");
        matter.Do(Joining.Leave(matter.Petition, Contact(2, "2026-03-04").Id.Id, "并错"), "2026-03-05");
        (matter.Open("objection-file"), matter.Petition.IsOpen).ShouldBe((true, true));
    }

    [Fact]
    public void A_petition_that_was_an_error_ends_the_clocks_of_its_papers_and_its_restoring_brings_them_back()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-04"), On("2026-03-04")), "2026-03-04");
        matter.Do(Converting.File(matter.Petition, 1, Number(7)), "2026-03-06");
        matter.Do(LifeCycle.Void(matter.Petition, "登记有误"), "2026-03-07");
        matter.Open("objection-ruling").ShouldBeFalse();
        Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Rejected).ShouldBeRefusedAs("petition-not-open");
        matter.Do(LifeCycle.Restore(matter.Petition, "没有错"), "2026-03-08");
        matter.Open("objection-ruling").ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "SPC16-9 accepted")]
    [Trait("Clause", "SPC16-10 accepted")]
    public void Who_says_that_a_closed_case_is_not_enforced_has_the_paper_and_the_remedy()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Guiding.Claim(matter.Petition, On("2026-03-02"), ClosedAs.Enforced, "结案通知书", "利息未付", On("2026-03-03")), "2026-03-03");
        matter.Do(Guiding.Claim(matter.Petition, On("2026-03-02"), ClosedAs.ThisRound, "终本裁定", "有房产", On("2026-03-03")), "2026-03-03");
        (matter.The("closing-notice").Due, matter.Open("tell-remedy-against-this-round")).ShouldBe((null, true), "owed without a date");
        matter.Do(Guiding.Answer(matter.Petition, 2, null, "可以向本院提出异议", ServiceMethod.InPerson, "回执"), "2026-03-04");
        (matter.Open("closing-notice"), matter.Open("tell-remedy-against-this-round")).ShouldBe((true, false));
        matter.Do(Guiding.Answer(matter.Petition, 1, "结案通知书 3 号", "可以向本院提出异议", ServiceMethod.InPerson, "回执"), "2026-03-05");
        (matter.Open("closing-notice"), Guiding.NothingToAnswer(matter.Petition)!.Message).ShouldBe((false, "closing-claim-none"));
        matter.Last.OfType<PetitionNoticeServed>().Single().About.ShouldBe("remedy");
    }

    [Fact]
    [Trait("Clause", "SPC16-9 refused")]
    [Trait("Clause", "SPC16-10 refused")]
    public void Neither_claim_nor_answer_stands_without_its_paper_and_the_remedy()
    {
        var matter = Identified("2026-03-02");
        Guiding.Claim(matter.Petition, On("2026-03-02"), ClosedAs.Enforced, " ", "利息未付", On("2026-03-03")).ShouldBeRefusedUnder("SPC16-9", "closing-claim-needs-ruling");
        Guiding.Claim(matter.Petition, On("2026-03-02"), ClosedAs.ThisRound, null, "有房产", On("2026-03-03")).ShouldBeRefusedUnder("SPC16-10", "closing-claim-needs-ruling");
        Guiding.Claim(matter.Petition, On("2026-03-04"), ClosedAs.ThisRound, "裁定", "有房产", On("2026-03-03")).ShouldBeRefusedFor("receivedOn", "date-in-future");
        Guiding.Claim(Received("2026-03-02").Petition, On("2026-03-02"), ClosedAs.Enforced, "裁定", "未付", On("2026-03-03")).ShouldBeRefusedUnder("SPC16-9", "closing-claim-needs-case");
        matter.Do(Guiding.Claim(matter.Petition, On("2026-03-02"), ClosedAs.Enforced, "结案通知书", "利息未付", On("2026-03-03")), "2026-03-03");
        matter.Do(Guiding.Claim(matter.Petition, On("2026-03-02"), ClosedAs.ThisRound, "终本裁定", "有房产", On("2026-03-03")), "2026-03-03");
        Guiding.Answer(matter.Petition, 1, " ", "可以提出异议", ServiceMethod.Post, "回执").ShouldBeRefusedUnder("SPC16-9", "closing-notice-needed");
        Guiding.Answer(matter.Petition, 1, "通知书", " ", ServiceMethod.Post, "回执").ShouldBeRefusedUnder("SPC16-9", "closing-needs-remedy");
        Guiding.Answer(matter.Petition, 2, null, " ", ServiceMethod.Post, "回执").ShouldBeRefusedUnder("SPC16-10", "closing-needs-remedy");
        Guiding.Answer(matter.Petition, 2, null, "可以提出异议", ServiceMethod.Post, " ").ShouldBeRefusedUnder("SPC16-3(3)", "notice-needs-proof");
        Guiding.Answer(matter.Petition, 3, null, "可以提出异议", ServiceMethod.Post, "回执").ShouldBeRefusedFor("claim", "closing-claim-unknown");
        matter.Do(Guiding.Answer(matter.Petition, 2, null, "可以提出异议", ServiceMethod.Post, "回执"), "2026-03-04");
        Guiding.Answer(matter.Petition, 2, null, "可以提出异议", ServiceMethod.Post, "回执").ShouldBeRefusedAs("closing-claim-answered");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Zhixin.Intake.Capacity.Applicant, null), matter.Petition), "2026-03-04");
        Guiding.NotClaimable(matter.Petition).ShouldBeOfType<Refusal.Law>().Message.ShouldBe("closing-claim-implementation-only");
    }

    [Fact]
    [Trait("Clause", "SPC16-12 refused")]
    public void An_objection_goes_to_the_court_that_enforces_and_is_not_kept_by_another()
    {
        var matter = Received("2026-03-02", caseNumber: "（2025）鲁0116执1号");
        Converting.Receive(matter.Petition, Paper("2026-03-03") with { EnforcedBy = Other }, On("2026-03-03")).ShouldBeRefusedUnder("SPC16-12", "conversion-other-court");
        matter.Do(Converting.Receive(matter.Petition, Paper("2026-03-03") with { EnforcedBy = null }, On("2026-03-03")), "2026-03-03");
        matter.Petition.Procedures.Owed.ShouldNotBeNull("a number that cannot be read holds up nobody");
    }

    private static ReceivePaper Paper(string on, ObjectionKind kind = ObjectionKind.Act, bool titled = true) =>
        new(On(on), kind, titled, "情况反映，信访卷第 3 页", "超标的查封", null, Enforcing);

    private static Zhixin.Courts.CaseNumber Number(int sequence) => new(2026, "鲁0117", Enforcing, "执异", sequence);
}

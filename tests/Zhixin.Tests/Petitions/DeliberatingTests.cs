using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Public deliberation, corrections, contact with others and visits.</summary>
public sealed class DeliberatingTests
{
    private static readonly PetitionEvaluationConditionsRecorded Conditions = new("约谈五次、听证、救助", "claim-groundless", "仍要求超额发还", "拒绝停访，不符合标准");
    private static readonly PetitionEvaluationHeld Held = new("区委政法委", "代表、委员、律师、信访人", "诉求没有道理", "评议记录 1 号");
    private static readonly PetitionErrorCorrected Correction = new(CorrectionKind.Error, "多冻结账户", "已解除", "解除裁定 3 号");
    private static readonly PetitionThirdPartyContacted Contact = new("所在村委会", "协助调解", "同意书 1 号", "村委会愿意主持", "通话录音");
    private static readonly PetitionOutreachVisited Visit = new("颜庄街道", "街道党工委、办事处", "商谈分期", "同意录音 2 号", "信访人、承办人、街道");
    private static readonly PetitionMet Met = new(ServiceMethod.InPerson, "信访人、承办人、街道", "商谈分期履行", Signed, "下访笔录");

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(7) accepted")]
    public void The_conditions_are_recorded_the_committee_is_asked_it_is_held_and_told_on_the_spot_and_may_come_again()
    {
        var matter = Of().Then("2026-03-10", Record, Report);
        matter.Then("2026-03-20", p => Deliberating.Hold(p, Held), p => Tell(p));
        matter.Petition.Measures.Deliberation.ShouldNotBeNull().Told.ShouldBeTrue();
        matter.Then("2026-04-20", Record).Petition.Measures.Deliberation!.Held.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(7) refused")]
    public void Each_of_the_four_conditions_must_be_there()
    {
        var petition = Of().Petition;
        Recorded(petition, Conditions with { Exhausted = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-not-exhausted");
        Recorded(petition, Conditions with { Claim = "claim" }).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-claim-open");
        Recorded(petition, Conditions with { Persists = "" }).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-not-persisting");
        Recorded(petition, Conditions with { NoWriteOff = "" }).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-write-off");
        Record(Received("2026-03-02").Petition).ShouldBeRefusedUnder("GC21-6a(1)", "handling-needs-acceptance");
        var justified = Of().Replied("2026-03-10").Petition;
        Record(justified).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-claim-justified");
        Recorded(justified, Conditions with { Claim = "claim-met" }).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(7) refused")]
    public void No_step_is_left_out_or_done_twice()
    {
        var matter = Of();
        Report(matter.Petition).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-needs-conditions");
        Deliberating.Hold(matter.Petition, Held).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-needs-conditions");
        Tell(matter.Petition).ShouldBeRefusedAs("deliberation-not-held");
        matter.Do(Record(matter.Petition), "2026-03-10");
        Record(matter.Petition).ShouldBeRefusedAs("deliberation-running");
        Deliberating.Hold(matter.Petition, Held).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-not-reported");
        Deliberating.Report(matter.Petition, " ", "报告").ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-needs-committee");
        Deliberating.Report(matter.Petition, "政法委", " ").ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-needs-report");
        matter.Do(Report(matter.Petition), "2026-03-10");
        Report(matter.Petition).ShouldBeRefusedAs("deliberation-reported");
        Deliberating.Hold(matter.Petition, Held with { Chair = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-needs-chair");
        Deliberating.Hold(matter.Petition, Held with { Present = " " }).ShouldBeRefusedFor("present", "deliberation-needs-people");
        Deliberating.Hold(matter.Petition, Held with { Result = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-needs-result");
        Deliberating.Hold(matter.Petition, Held with { Minutes = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-needs-minutes");
        matter.Do(Deliberating.Hold(matter.Petition, Held), "2026-03-20");
        Deliberating.Hold(matter.Petition, Held).ShouldBeRefusedAs("deliberation-held");
        Tell(matter.Petition).On(matter, "2026-03-19").ShouldBeRefusedFor("on", "before-what-it-answers");
        Deliberating.Tell(matter.Petition, ServiceMethod.InPerson, Unsigned, "笔录").ShouldBeRefusedUnder("GC21-13", "unsigned-needs-reason");
        Deliberating.Tell(matter.Petition, ServiceMethod.Phone, Unsigned, " ").ShouldBeRefusedUnder("JZ21-3.2.4(7)", "deliberation-telling-needs-proof");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(3) accepted")]
    [Trait("Clause", "JZ21-3.2.4(3) refused")]
    public void A_correction_says_what_was_wrong_what_was_done_and_proves_it()
    {
        var matter = Of();
        ReachingOut.Correct(matter.Petition, Correction with { Wrong = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(3)", "rectification-needs-wrong");
        ReachingOut.Correct(matter.Petition, Correction with { Done = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(3)", "rectification-needs-done");
        ReachingOut.Correct(matter.Petition, Correction with { Proof = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(3)", "rectification-needs-proof");
        matter.Do(ReachingOut.Correct(matter.Petition, Correction), "2026-03-10").Petition.Measures.Corrections.ShouldBe([Correction]);
    }

    [Fact]
    [Trait("Clause", "JZ21-3.1 accepted")]
    [Trait("Clause", "JZ21-3.1 refused")]
    public void Others_are_asked_only_for_a_purpose_and_with_the_petitioners_consent()
    {
        var matter = Of();
        ReachingOut.Contact(matter.Petition, Contact with { Whom = " " }).ShouldBeRefusedFor("whom", "third-party-unnamed");
        ReachingOut.Contact(matter.Petition, Contact with { Purpose = " " }).ShouldBeRefusedUnder("JZ21-3.1", "outreach-needs-purpose");
        ReachingOut.Contact(matter.Petition, Contact with { Consent = " " }).ShouldBeRefusedUnder("JZ21-3.1", "outreach-needs-consent");
        ReachingOut.Contact(matter.Petition, Contact with { Content = " " }).ShouldBeRefusedFor("content", "third-party-needs-content");
        ReachingOut.Contact(matter.Petition, Contact with { Proof = " " }).ShouldBeRefusedUnder("JZ21-3.1", "outreach-needs-proof");
        matter.Do(ReachingOut.Contact(matter.Petition, Contact), "2026-03-10").Last.ShouldContain(Contact);
    }

    [Fact]
    [Trait("Clause", "JZ21-3.1 accepted")]
    [Trait("Clause", "JZ21-3.1 refused")]
    public void A_visit_with_purpose_consent_and_the_local_government_is_a_meeting_too()
    {
        var matter = Of();
        ReachingOut.Visit(matter.Petition, Visit with { Purpose = " " }, Met).ShouldBeRefusedUnder("JZ21-3.1", "outreach-needs-purpose");
        ReachingOut.Visit(matter.Petition, Visit with { Consent = " " }, Met).ShouldBeRefusedUnder("JZ21-3.1", "outreach-needs-consent");
        ReachingOut.Visit(matter.Petition, Visit with { With = " " }, Met).ShouldBeRefusedUnder("JZ21-3.1", "outreach-needs-local");
        ReachingOut.Visit(matter.Petition, Visit with { Place = " " }, Met).ShouldBeRefusedFor("place", "outreach-needs-place");
        ReachingOut.Visit(matter.Petition, Visit, Met with { Signing = Unsigned }).ShouldBeRefusedUnder("GC21-13", "unsigned-needs-reason");
        matter.Do(ReachingOut.Visit(matter.Petition, Visit, Met), "2026-03-08");
        (matter.Petition.Handling.Meetings, matter.Open("meet-petitioner")).ShouldBe((1, false));
    }

    [Fact]
    public void Nothing_of_it_happens_in_a_petition_that_is_not_open()
    {
        var matter = Of().Then("2026-03-10", Record, Report);
        matter.Do(LifeCycle.Void(matter.Petition, "误立"), "2026-03-11");
        Record(matter.Petition).ShouldBeRefusedAs("petition-not-open");
        Report(matter.Petition).ShouldBeRefusedAs("petition-not-open");
        Deliberating.Hold(matter.Petition, Held).ShouldBeRefusedAs("petition-not-open");
        Tell(matter.Petition).ShouldBeRefusedAs("petition-not-open");
        ReachingOut.Correct(matter.Petition, Correction).ShouldBeRefusedAs("petition-not-open");
        ReachingOut.Contact(matter.Petition, Contact).ShouldBeRefusedAs("petition-not-open");
        ReachingOut.Visit(matter.Petition, Visit, Met).ShouldBeRefusedAs("petition-not-open");
        Settling.Settle(matter.Petition, "双方", "分期", "协议").ShouldBeRefusedAs("petition-not-open");
        Exhausting.Check(matter.Petition, NoProperty).ShouldBeRefusedAs("petition-not-open");
        Working.Inquire(matter.Petition, new PetitionInquiryMade(InquiryKind.LawyerExplains, "值班律师", null, "说明", "笔录")).ShouldBeRefusedAs("petition-not-open");
    }

    [Fact]
    [Trait("Clause", "GC21-9 refused")]
    public void An_investigation_says_what_is_to_be_verified_and_an_explanation_need_not()
    {
        var petition = Of().Petition;
        Working.Inquire(petition, new PetitionInquiryMade(InquiryKind.Investigation, "出租人", " ", "已退租", "笔录")).ShouldBeRefusedUnder("GC21-9", "investigation-needs-question");
        Working.Inquire(petition, new PetitionInquiryMade(InquiryKind.Investigation, "出租人", "是否仍在租用", "已退租", "笔录")).ShouldBeOfType<Decision<object>.Done>();
        Working.Inquire(petition, new PetitionInquiryMade(InquiryKind.HandlerExplains, "承办人", null, "评估中", "说明")).ShouldBeOfType<Decision<object>.Done>();
    }

    private static Decision<object> Recorded(Petition petition, PetitionEvaluationConditionsRecorded conditions) =>
        Deliberating.Record(petition, conditions, List("JZ21", "deliberation-conditions"));

    private static Decision<object> Record(Petition petition) => Recorded(petition, Conditions);

    private static Decision<object> Report(Petition petition) => Deliberating.Report(petition, "区委政法委", "请示 5 号");

    private static Decision<object> Tell(Petition petition) => Deliberating.Tell(petition, ServiceMethod.InPerson, Signed, "告知笔录");
}

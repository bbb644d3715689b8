using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Hearings: announced, served, held on their day; required and public where the petition is major or complex.</summary>
public sealed class HearingTests
{
    internal static readonly AnnounceHearing Announcement = new(
        "双方争议大", On("2026-03-12"), "09:30", "第二法庭", Public: true, "邢国梁", [Capacity.Applicant, Capacity.Respondent], "人大代表");

    private static readonly PetitionHearingHeld Record = new(0, true, [Capacity.Applicant], [], "双方陈述", "拍卖程序继续", Signed, "听证笔录 3 号");

    [Fact]
    [Trait("Clause", "GC21-9 accepted")]
    public void A_hearing_is_held_on_its_day_though_a_served_party_stays_away()
    {
        var matter = Announced().Then("2026-03-09", p => Serve(p, Capacity.Respondent, "2026-03-09"));
        matter.Do(HearingHolding.Hold(matter.Petition, Record, On("2026-03-12")), "2026-03-12");
        var hearing = matter.Petition.Measures.Hearings.All.ShouldHaveSingleItem();
        (hearing.Held!.No, hearing.Held.Absent.ShouldHaveSingleItem(), hearing.IsPending).ShouldBe((1, Capacity.Respondent, false));
    }

    [Fact]
    [Trait("Clause", "GC21-9 accepted")]
    public void A_petitioner_who_was_served_and_stays_away_does_not_keep_the_hearing_from_being_held()
    {
        var matter = Announced().Then("2026-03-09", p => Serve(p, Capacity.Respondent, "2026-03-09"), p => Serve(p, Capacity.Applicant, "2026-03-09"));
        matter.Do(HearingHolding.Hold(matter.Petition, Record with { Present = [], Signing = new Signing(false, "信访人经通知没有到场", "张法官") }, On("2026-03-12")), "2026-03-12");
        matter.Petition.Measures.Hearings.Pending.ShouldBeNull();
    }

    [Theory]
    [Trait("Clause", "GC21-9 refused")]
    [InlineData("2026-03-11")]
    [InlineData("2026-03-13")]
    public void Not_on_the_day_before_and_not_on_the_day_after(string day) =>
        HearingHolding.Hold(Announced().Petition, Record, On(day)).ShouldBeRefusedFor("on", "hearing-other-day");

    [Fact]
    [Trait("Clause", "GC21-9 refused")]
    public void Who_was_not_served_and_did_not_come_keeps_it_from_being_held() =>
        HearingHolding.Hold(Announced().Petition, Record, On("2026-03-12")).ShouldBeRefusedUnder("GC21-9", "hearing-party-not-served");

    [Fact]
    [Trait("Clause", "GC21-9 refused")]
    public void A_hearing_needs_content_result_minutes_and_a_signature_or_why_there_is_none()
    {
        var matter = Announced().Then("2026-03-12", p => Serve(p, Capacity.Respondent, "2026-03-12"));
        Hold(matter, Record with { Content = " " }).ShouldBeRefusedUnder("GC21-9", "hearing-needs-content");
        Hold(matter, Record with { Result = "" }).ShouldBeRefusedUnder("GC21-9", "hearing-needs-result");
        Hold(matter, Record with { Minutes = " " }).ShouldBeRefusedUnder("GC21-9", "hearing-needs-minutes");
        Hold(matter, Record with { Signing = Unsigned }).ShouldBeRefusedUnder("GC21-13", "unsigned-needs-reason");
    }

    [Fact]
    [Trait("Clause", "GC21-9 refused")]
    public void An_announcement_says_why_when_where_and_who_is_to_come()
    {
        var petition = Of().Petition;
        Announce(petition, Announcement with { Why = " " }).ShouldBeRefusedUnder("GC21-9", "hearing-needs-reason");
        Announce(petition, Announcement with { Day = null }).ShouldBeRefusedFor("day", "hearing-needs-day");
        Announce(petition, Announcement with { Day = On("2026-03-04") }).ShouldBeRefusedFor("day", "hearing-day-past");
        Announce(petition, Announcement with { Day = On("2026-03-05") }).ShouldBeOfType<Decision<object>.Done>("the same day is not past");
        Announce(petition, Announcement with { Time = "25:00" }).ShouldBeRefusedFor("time", "hearing-needs-time");
        Announce(petition, Announcement with { Place = "" }).ShouldBeRefusedUnder("GC21-9", "hearing-needs-place");
        Announce(petition, Announcement with { Presider = "" }).ShouldBeRefusedFor("presider", "hearing-needs-presider");
        Announce(petition, Announcement with { Parties = [] }).ShouldBeRefusedUnder("GC21-9", "hearing-needs-parties");
        Announce(petition, Announcement with { Parties = [Capacity.Respondent] }).ShouldBeRefusedUnder("GC21-9", "hearing-needs-parties");
        Announce(Received("2026-03-02").Petition, Announcement).ShouldBeRefusedUnder("GC21-6a(1)", "handling-needs-acceptance");
        Announce(Announced().Petition, Announcement).ShouldBeRefusedAs("hearing-pending");
    }

    [Fact]
    [Trait("Clause", "GC21-9 accepted")]
    public void A_hard_petition_is_offered_a_hearing_without_more_words_and_need_not_have_one()
    {
        var matter = Of();
        matter.Do(LifeCycle.Prioritise(matter.Petition, Priority.Hard, "标的复杂"), "2026-03-05");
        matter.Do(Assigning.Decide(new Assign(Zhang, [Li], null), matter.Petition, null, false), "2026-03-05");
        matter.Do(Announce(matter.Petition, Announcement with { Why = null, Public = false }), "2026-03-05");
        matter.Petition.Measures.Hearings.Pending!.Announced.Reason.ShouldBe(HearingReason.Hard);
        Answering.NotSubmittable(matter.Petition).ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-9 refused")]
    public void A_notice_goes_once_to_each_announced_party_with_proof_and_not_after_the_hearing_day()
    {
        var matter = Announced();
        Serve(matter.Petition, Capacity.Agent, "2026-03-09").ShouldBeRefusedFor("party", "hearing-party-unknown");
        HearingHolding.Serve(matter.Petition, Capacity.Applicant, ServiceMethod.Post, " ", On("2026-03-09")).ShouldBeRefusedUnder("GC21-9", "hearing-notice-needs-proof");
        Serve(matter.Petition, Capacity.Applicant, "2026-03-13").ShouldBeRefusedFor("on", "hearing-served-late");
        matter.Do(Serve(matter.Petition, Capacity.Applicant, "2026-03-12"), "2026-03-12");
        Serve(matter.Petition, Capacity.Applicant, "2026-03-12").ShouldBeRefusedAs("hearing-party-served");
        Serve(Of().Petition, Capacity.Applicant, "2026-03-12").ShouldBeRefusedAs("hearing-not-announced");
    }

    [Fact]
    public void A_cancelled_hearing_is_no_hearing_and_another_can_be_announced()
    {
        var matter = Announced();
        HearingHolding.Cancel(matter.Petition, " ").ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(HearingHolding.Cancel(matter.Petition, "主审法官生病"), "2026-03-10");
        HearingHolding.Cancel(matter.Petition, "再").ShouldBeRefusedAs("hearing-not-announced");
        matter.Do(Announce(matter.Petition, Announcement), "2026-03-10");
        matter.Petition.Measures.Hearings.All.Select(h => h.Announced.No).ShouldBe([1, 2]);
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 refused")]
    public void A_major_petition_has_no_opinion_and_no_reply_before_its_public_hearing_was_held()
    {
        var matter = Of();
        matter.Do(Answering.Submit(matter.Petition, Handled.Opinion), "2026-03-05").Do(Answering.Decide(matter.Petition, true, false, null, null, Leader), "2026-03-05");
        matter.Do(Weighing.Flag(matter.Petition, true, false, "涉及三百名工人工资", Handler), "2026-03-05");
        Answering.Submit(matter.Petition, Handled.Opinion).ShouldBeRefusedUnder("SPC09-1.3", "hearing-required");
        Reply(matter).ShouldBeRefusedUnder("SPC09-1.3", "hearing-required");
        Announce(matter.Petition, Announcement with { Public = false }).ShouldBeRefusedUnder("SPC09-1.3", "hearing-must-be-public");
        matter.Do(Announce(matter.Petition, Announcement with { Why = null }), "2026-03-05").Do(Serve(matter.Petition, Capacity.Respondent, "2026-03-06"), "2026-03-06");
        Reply(matter).ShouldBeRefusedUnder("SPC09-1.3", "hearing-required");
        Hold(matter, Record with { Public = false }).ShouldBeRefusedUnder("SPC09-1.3", "hearing-must-be-public");
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 accepted")]
    public void After_its_public_hearing_a_complex_petition_is_answered_and_a_reopening_needs_no_second_one()
    {
        var matter = Of();
        matter.Then("2026-03-05", p => Weighing.Flag(p, false, true, "多案牵连", Handler), p => Announce(p, Announcement with { Why = null }), p => Serve(p, Capacity.Respondent, "2026-03-05"));
        matter.Do(HearingHolding.Hold(matter.Petition, Record, On("2026-03-12")), "2026-03-12").Replied("2026-03-13");
        matter.Do(Answering.Close(matter.Petition, ClosedBy.ReplyFinal, null), "2026-03-16").Do(Answering.Reopen(matter.Petition, "新线索"), "2026-04-01");
        matter.Petition.Measures.Hearings.IsOwed.ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 refused")]
    public void A_hearing_behind_closed_doors_before_the_flag_does_not_count_for_it()
    {
        var matter = Of();
        matter.Then("2026-03-05", p => Announce(p, Announcement with { Public = false }), p => Serve(p, Capacity.Respondent, "2026-03-05"));
        matter.Do(HearingHolding.Hold(matter.Petition, Record with { Public = false }, On("2026-03-12")), "2026-03-12");
        matter.Do(Weighing.Flag(matter.Petition, true, true, "标的巨大", Handler), "2026-03-13");
        HearingHolding.Owed(matter.Petition).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("SPC09-1.3");
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 refused")]
    public void What_is_found_to_be_major_after_the_answer_is_not_closed_before_its_hearing()
    {
        var matter = Of().Replied("2026-03-05").Then("2026-03-05", p => Weighing.Flag(p, true, false, "标的巨大", Handler));
        Answering.Close(matter.Petition, ClosedBy.ReplyFinal, null).ShouldBeRefusedUnder("SPC09-1.3", "hearing-required");
        matter.Then("2026-03-05", p => Announce(p, Announcement), p => Serve(p, Capacity.Respondent, "2026-03-05"));
        matter.Then("2026-03-12", p => HearingHolding.Hold(p, Record, On("2026-03-12")), p => Answering.Close(p, ClosedBy.ReplyFinal, null));
        matter.Petition.Stage.Code.ShouldBe("closed");
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 refused")]
    public void The_flag_has_a_reason_grows_but_does_not_shrink_and_only_another_lifts_it()
    {
        var matter = Of();
        Weighing.Flag(matter.Petition, false, false, "理由", Handler).ShouldBeRefusedFor("flags", "flag-needs-kind");
        Weighing.Flag(matter.Petition, true, false, " ", Handler).ShouldBeRefusedUnder("SPC09-1.3", "flag-needs-reason");
        Weighing.Lift(matter.Petition, "理由", Leader).ShouldBeRefusedAs("flag-none");
        matter.Do(Weighing.Flag(matter.Petition, true, false, "标的巨大", Handler), "2026-03-05");
        Weighing.Flag(matter.Petition, true, false, "再", Handler).ShouldBeRefusedAs("flag-stands");
        Weighing.Flag(matter.Petition, false, true, "改", Handler).ShouldBeRefusedUnder("SPC09-1.3", "flag-only-lifted");
        Weighing.Lift(matter.Petition, "标错", Handler).ShouldBeRefusedAs("flag-own");
        Weighing.Lift(matter.Petition, "标错", new Actors(Id(99), Zhang.Id)).ShouldBeRefusedAs("flag-own");
        Weighing.Lift(matter.Petition, " ", Leader).ShouldBeRefusedUnder("SPC09-1.3", "flag-lift-needs-reason");
        matter.Do(Weighing.Lift(matter.Petition, "看错了案号", Leader), "2026-03-06");
        HearingHolding.Owed(matter.Petition).ShouldBeNull();
    }

    [Fact]
    public void Nothing_of_it_happens_in_a_petition_that_is_not_open()
    {
        var matter = Announced();
        matter.Do(LifeCycle.Void(matter.Petition, "误立"), "2026-03-06");
        Announce(matter.Petition, Announcement).ShouldBeRefusedAs("petition-not-open");
        Serve(matter.Petition, Capacity.Applicant, "2026-03-06").ShouldBeRefusedAs("petition-not-open");
        Hold(matter, Record).ShouldBeRefusedAs("petition-not-open");
        HearingHolding.Cancel(matter.Petition, "理由").ShouldBeRefusedAs("petition-not-open");
        Weighing.Flag(matter.Petition, true, false, "理由", Handler).ShouldBeRefusedAs("petition-not-open");
        Weighing.Lift(matter.Petition, "理由", Handler).ShouldBeRefusedAs("petition-not-open");
    }

    private static Matter Announced()
    {
        var matter = Of();
        return matter.Do(Announce(matter.Petition, Announcement), "2026-03-05");
    }

    private static Decision<object> Announce(Petition petition, AnnounceHearing command) => HearingHolding.Announce(petition, command, On("2026-03-05"));

    private static Decision<object> Serve(Petition petition, Capacity party, string on) => HearingHolding.Serve(petition, party, ServiceMethod.Post, "送达回证 5 号", On(on));

    private static Decision<object> Hold(Matter matter, PetitionHearingHeld held) => HearingHolding.Hold(matter.Petition, held, On("2026-03-12"));

    private static Decision<object> Reply(Matter matter) => Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "可以申请复议", "回执", false);
}

using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.BookingTests;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Receiving, and what comes of it on the spot (JZ21-3.1).</summary>
public sealed class ReceivingTests
{
    private static readonly SpotHandling Solved = new(SpotOutcome.SolvedOnTheSpot, "当场退还保证金", null, null);
    private static readonly SpotHandling Proposed = new(SpotOutcome.PassedOn, null, "三日内查询车辆", "邢国梁");

    [Fact]
    [Trait("Clause", "JZ21-3.1 accepted")]
    public void Who_came_by_appointment_was_received_with_what_came_of_it()
    {
        var matter = Booked();
        matter.Do(Receiving.Hold(matter.Petition, Reception(1) with { Handled = Proposed }, On("2026-02-12"), Under(true)), "2026-02-12");

        var kept = matter.Petition.Receptions.Appointments[0];
        (kept.State, kept.Held!.Handled, matter.Petition.Receptions.Held).ShouldBe((AppointmentState.Kept, Proposed, 1));
        Receiving.Hold(matter.Petition, Reception(1), On("2026-02-12"), Under(true)).ShouldBeRefusedAs("appointment-settled");
    }

    [Theory]
    [Trait("Clause", "JZ21-3.1 refused")]
    [InlineData(SpotOutcome.SolvedOnTheSpot, null, null, null, "outcome-needs-result")]
    [InlineData(SpotOutcome.PassedOn, null, " ", "邢国梁", "outcome-needs-opinion")]
    [InlineData(SpotOutcome.PassedOn, null, "查询车辆", " ", "outcome-needs-follower")]
    public void What_was_not_solved_needs_an_opinion_and_somebody_who_follows_it(SpotOutcome outcome, string? result, string? opinion, string? followedBy, string key)
    {
        var handled = new SpotHandling(outcome, result, opinion, followedBy);
        Receiving.Record(Contact(1, "2026-02-12"), handled, follows: true).ShouldBeRefusedUnder("JZ21-3.1", key);
        Receiving.Hold(Booked().Petition, Reception(1) with { Handled = handled }, On("2026-02-12"), Under(true)).ShouldBeRefusedUnder("JZ21-3.1", key);
    }

    [Fact]
    public void Where_the_rule_is_not_in_force_passing_on_needs_no_opinion_and_being_sent_elsewhere_says_where()
    {
        Receiving.Record(Contact(1, "2026-02-12"), new SpotHandling(SpotOutcome.PassedOn, null, null, null), follows: false).ShouldBeOfType<Decision<object>.Done>();
        foreach (var outcome in new[] { SpotOutcome.GuidedElsewhere, SpotOutcome.TransferredElsewhere })
        {
            Receiving.Record(Contact(1, "2026-02-12"), new SpotHandling(outcome, " ", null, null), false).ShouldBeRefusedFor("result", "outcome-needs-where");
            Receiving.Record(Contact(1, "2026-02-12"), new SpotHandling(outcome, "执行异议", null, null), false).ShouldBeOfType<Decision<object>.Done>();
        }
    }

    [Fact]
    public void The_last_outcome_counts_and_the_registration_says_the_first()
    {
        var contact = Contact(1, "2026-02-12");
        contact.Handled.Outcome.ShouldBe(SpotOutcome.PassedOn);
        contact = contact.After([new(new ContactOutcomeRecorded(Proposed), On("2026-02-12")), new(new ContactOutcomeRecorded(Solved), On("2026-02-13"))]);
        (contact.Handled, contact.Facts.Outcome, contact.Version).ShouldBe((Solved, SpotOutcome.PassedOn, 3));
        Receiving.Record(Contact(1, "2026-02-12", voided: "重复登记"), Solved, true).ShouldBeRefusedAs("contact-voided");
    }

    [Fact]
    public void A_leader_receives_without_appointment_nobody_else_records_a_reception_that_was_not_agreed_on()
    {
        var matter = Received("2026-02-09");
        Receiving.Hold(matter.Petition, Reception(null), On("2026-02-12"), Under(false)).ShouldBeRefusedAs("reception-without-appointment");
        matter.Do(Receiving.Hold(matter.Petition, Reception(null) with { ByLeader = true }, On("2026-02-12"), Under(false)), "2026-02-12");
        var held = matter.Petition.Receptions.Appointments.ShouldHaveSingleItem();
        (matter.Petition.Receptions.Held, held.State, held.WasAgreed, held.Slot.Day).ShouldBe((1, AppointmentState.Kept, false, On("2026-02-12")));
        matter.Do(Booking.Decide(With(Li), matter.Petition, Rules()), "2026-02-10");
        matter.Petition.Receptions.Open!.No.ShouldBe(2);
    }

    [Fact]
    public void What_a_leader_was_to_receive_a_leader_records()
    {
        var matter = Received("2026-02-09").Joined(2, "2026-02-09");
        var deputy = new Candidate(Id(7), "陈副局长", Zhang.Court, false, ["deputy-director"]) { AtCourt = true };
        matter.Do(Booking.Decide(With(deputy), matter.Petition, Rules()), "2026-02-10");
        Receiving.Hold(matter.Petition, Reception(1), On("2026-02-12"), Under(false)).ShouldBeRefusedUnder("GC21-8", "reception-repeat-by-leader");
        Receiving.NotRecordable(matter.Petition)!.Message.ShouldBe("reception-by-leader");
        matter.Do(Receiving.Hold(matter.Petition, Reception(1) with { ByLeader = true }, On("2026-02-12"), Under(false)), "2026-02-12");
    }

    [Theory]
    [Trait("Clause", "GC21-8 refused")]
    [InlineData(false, "reception-repeat-by-leader")]
    [InlineData(true, "reception-complex-by-leader")]
    public void What_became_repeated_or_key_after_it_was_agreed_on_a_leader_receives(bool key, string refused)
    {
        var matter = Booked();
        _ = key ? matter.Do(LifeCycle.Prioritise(matter.Petition, Priority.Key, "涉众"), "2026-02-11") : matter.Joined(2, "2026-02-11");
        Receiving.Hold(matter.Petition, Reception(1), On("2026-02-12"), Under(true)).ShouldBeRefusedUnder("GC21-8", refused);
        Receiving.Hold(matter.Petition, Reception(1), On("2026-02-12"), Under(true) with { RepeatFrom = null }).ShouldBeOfType<Decision<object>.Done>("where the clause is not in force");
        matter.Do(Receiving.Hold(matter.Petition, Reception(1) with { ByLeader = true }, On("2026-02-12"), Under(true)), "2026-02-12");
    }

    [Fact]
    [Trait("Clause", "GC21-8 accepted")]
    public void The_coming_by_which_the_petitioner_is_here_is_no_repetition_though_it_is_entered_first()
    {
        var matter = Booked().Joined(2, "2026-02-12");
        Receiving.Grounds(matter.Petition, On("2026-02-12"), 2).ShouldBeEmpty();
        matter.Joined(3, "2026-02-12");
        Receiving.Grounds(matter.Petition, On("2026-02-12"), 2).ShouldBe([LeaderGround.Repeat], "the second coming of one day is");
    }

    [Fact]
    public void What_is_booked_with_a_leader_who_need_not_receive_the_leader_records_all_the_same()
    {
        var matter = Received("2026-02-09");
        var deputy = new Candidate(Id(7), "陈副局长", Zhang.Court, false, ["deputy-director"]) { AtCourt = true };
        matter.Do(Booking.Decide(With(deputy), matter.Petition, Rules()), "2026-02-10");
        Receiving.Hold(matter.Petition, Reception(1), On("2026-02-12"), Under(true)).ShouldBeRefusedAs("reception-by-leader");
    }

    [Fact]
    public void A_reception_has_its_day_its_content_and_its_record()
    {
        var petition = Booked().Petition;
        Receiving.Hold(petition, Reception(1), On("2026-02-11"), Under(true)).ShouldBeRefusedFor("on", "appointment-other-day");
        Receiving.Hold(petition, Reception(1) with { Content = " " }, On("2026-02-12"), Under(true)).ShouldBeRefusedFor("content", "reception-needs-content");
        Receiving.Hold(petition, Reception(1) with { Proof = " " }, On("2026-02-12"), Under(true)).ShouldBeRefusedFor("proof", "reception-needs-record");
        Receiving.Hold(petition, Reception(2), On("2026-02-12"), Under(true)).ShouldBeRefusedAs("appointment-none");
        var ended = Booked();
        ended.Do(Accepting.Withdraw(ended.Petition, "信访人撤回", null), "2026-02-11");
        Receiving.Hold(ended.Petition, Reception(1), On("2026-02-12"), Under(true)).ShouldBeRefusedAs("petition-not-open");
    }

    [Fact]
    public void A_contact_was_entered_on_the_day_on_which_its_id_was_made_and_a_row_of_a_ledger_on_none()
    {
        var late = new DateTimeOffset(2026, 2, 12, 16, 30, 0, TimeSpan.Zero); // 00:30 of the 13th at +08:00.
        var contact = Contact(1, "2026-02-09") with { Id = new Zhixin.History.StreamId(7, Guid.CreateVersion7(late)) };
        contact.EnteredOn.ShouldBe(On("2026-02-13"));
        (contact with { Facts = contact.Facts with { LedgerRow = "第 12 行" } }).EnteredOn.ShouldBeNull();
    }

    private static Receive Reception(int? no) => new(no, Li.Id, Li.Name, false, "说明评估进度", Solved, "接访笔录 3 号");

    private static ReceptionRules Under(bool follows) => new(2, follows);
}

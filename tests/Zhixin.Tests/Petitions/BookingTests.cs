using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Receptions by appointment at the right level (GC21-8).</summary>
public sealed class BookingTests
{
    private static readonly Candidate Deputy = new(Id(7), "陈副局长", Zhang.Court, InPost: false, ["deputy-director"]) { AtCourt = true };
    private static readonly Candidate Clerk = new(Id(8), "收发员", Zhang.Court, InPost: false, ["archivist"]) { AtCourt = true };

    [Fact]
    [Trait("Clause", "GC21-8 accepted")]
    public void An_ordinary_matter_is_received_by_its_handler_at_a_time_fixed_with_the_judge()
    {
        var matter = Received("2026-02-09").AssignedTo(Zhang, "2026-02-09");
        matter.Do(Booking.Decide(With(Li) with { AgreedWith = " 张法官 " }, matter.Petition, Rules()), "2026-02-10");

        var booked = matter.Petition.Receptions.Open.ShouldNotBeNull();
        (booked.No, booked.ByLeader, booked.AgreedWith, booked.OutsideHours, booked.Slot.Times).ShouldBe((1, false, "张法官", null, "09:30–10:00"));
        booked.Grounds.ShouldBeEmpty();
    }

    [Fact]
    public void Who_handles_the_matter_and_receives_agrees_with_himself()
    {
        var matter = Received("2026-02-09").AssignedTo(Zhang, "2026-02-09");
        matter.Do(Booking.Decide(With(Zhang) with { AgreedWith = null }, matter.Petition, Rules()), "2026-02-10");
        matter.Petition.Receptions.Open!.AgreedWith.ShouldBe("张法官");
    }

    [Fact]
    [Trait("Clause", "GC21-8 refused")]
    public void A_repeated_matter_is_redirected_to_a_leader_from_the_second_contact_on()
    {
        var matter = Received("2026-02-09");
        Booking.Decide(With(Li), matter.Petition, Rules()).ShouldBeOfType<Decision<object>.Done>();

        matter.Joined(2, "2026-02-10");
        var refusal = Booking.Decide(With(Li), matter.Petition, Rules()).Refused();
        refusal.ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("GC21-8");
        refusal.Message.ShouldBe("appointment-repeat-by-leader");
        refusal.Arguments.ShouldBe([2, "陈副局长"], "the right level is named");

        matter.Do(Booking.Decide(With(Deputy) with { AgreedWith = null }, matter.Petition, Rules()), "2026-02-10");
        matter.Petition.Receptions.Open!.ByLeader.ShouldBeTrue();
        matter.Petition.Receptions.Open.Grounds.ShouldBe([LeaderGround.Repeat]);
    }

    [Fact]
    public void A_key_or_hard_matter_is_redirected_to_a_leader_and_a_leader_may_receive_any()
    {
        foreach (var priority in new[] { Priority.Key, Priority.Hard })
        {
            var matter = Received("2026-02-09");
            matter.Do(LifeCycle.Prioritise(matter.Petition, priority, "标的大"), "2026-02-09");
            Booking.Decide(With(Li), matter.Petition, Rules()).ShouldBeRefusedUnder("GC21-8", "appointment-complex-by-leader");
            Booking.Decide(With(Li), matter.Petition, Rules() with { LeaderNames = string.Empty }).ShouldBeRefusedUnder("GC21-8", "appointment-no-leader");
            Booking.Decide(With(Deputy), matter.Petition, Rules()).ShouldBeOfType<Decision<object>.Done>();
        }

        Booking.Decide(With(Deputy), Received("2026-02-09").Petition, Rules()).ShouldBeOfType<Decision<object>.Done>("the clause says who must, not who may not");
    }

    [Fact]
    public void Where_the_clause_is_not_in_force_anybody_whose_post_it_is_receives_at_a_time_fixed_with_nobody()
    {
        var matter = Received("2026-02-09").Joined(2, "2026-02-10");
        matter.Do(LifeCycle.Prioritise(matter.Petition, Priority.Key, "标的大"), "2026-02-10");
        Booking.Decide(With(Li) with { AgreedWith = null }, matter.Petition, Rules() with { RepeatFrom = null }).ShouldBeOfType<Decision<object>.Done>();
        Booking.Decide(With(Clerk), matter.Petition, Rules() with { RepeatFrom = null }).ShouldBeRefusedFor("receiver", "appointment-not-receiver");
    }

    [Fact]
    public void A_time_that_was_not_fixed_with_the_judge_is_refused() =>
        Booking.Decide(With(Li) with { AgreedWith = " " }, Received("2026-02-09").Petition, Rules()).ShouldBeRefusedUnder("GC21-8", "appointment-needs-judge");

    [Fact]
    public void Nobody_receives_who_is_accused_or_gone_or_whose_post_it_is_not()
    {
        var accused = Received("2026-02-09", accused: Li).Petition;
        Booking.Decide(With(Li), accused, Rules()).ShouldBeRefusedUnder("GC21-5(1)", "appointment-accused");
        var petition = Received("2026-02-09").Petition;
        Booking.Decide(With(Gone), petition, Rules()).ShouldBeRefusedFor("receiver", "appointment-receiver-gone");
        Booking.Decide(With(Clerk), petition, Rules()).ShouldBeRefusedFor("receiver", "appointment-not-receiver");
        Booking.Decide(With(null), petition, Rules()).ShouldBeRefusedFor("receiver", "appointment-receiver-unknown");
    }

    [Theory]
    [InlineData("2026-02-12", "08:59", "appointment-outside-hours")]
    [InlineData("2026-02-12", "09:00", null)]
    [InlineData("2026-02-12", "17:30", null)]
    [InlineData("2026-02-12", "17:31", "appointment-outside-hours")]
    [InlineData("2026-02-14", "09:30", null)] // A make-up Saturday is a working day.
    [InlineData("2026-02-17", "09:30", "appointment-outside-hours")] // Spring Festival.
    [InlineData("2026-03-01", "09:30", "appointment-outside-hours")] // A Sunday.
    public void Outside_the_working_hours_of_the_calendar_the_reason_is_stated(string day, string from, string? refused)
    {
        var (petition, command) = (Received("2026-02-09").Petition, At(day, from));
        if (refused is null)
        {
            Booking.Decide(command, petition, Rules()).ShouldBeOfType<Decision<object>.Done>();
            return;
        }

        Booking.Decide(command, petition, Rules()).ShouldBeRefusedFor("outsideHours", refused);
        var done = Booking.Decide(command with { OutsideHours = "信访人只有当天有空" }, petition, Rules()).ShouldBeOfType<Decision<object>.Done>();
        ((PetitionAppointmentBooked)done.Events[0]).OutsideHours.ShouldBe("信访人只有当天有空");
    }

    [Fact]
    public void A_time_that_is_over_and_a_length_of_nothing_are_refused()
    {
        var petition = Received("2026-02-09").Petition;
        var now = Rules() with { Now = new DateTime(2026, 2, 12, 9, 31, 0, DateTimeKind.Unspecified) };
        Booking.Decide(At("2026-02-12", "09:30"), petition, now).ShouldBeRefusedFor("day", "appointment-in-past");
        Booking.Decide(At("2026-02-12", "09:31"), petition, now).ShouldBeOfType<Decision<object>.Done>();
        Booking.Decide(At("2026-02-12", "10:00") with { To = new TimeOnly(10, 0) }, petition, now).ShouldBeRefusedFor("minutes", "appointment-length");
        Booking.Decide(At("2026-02-12", "10:00") with { Room = " " }, petition, now).ShouldBeRefusedFor("room", "appointment-needs-room");
        Booking.Decide(At("1999-01-01", "10:00"), petition, now).ShouldBeRefusedFor("day", "appointment-day-unknown");
    }

    [Theory]
    [InlineData("09:00", "09:30", null)] // Ends when the other begins.
    [InlineData("10:00", "10:30", null)]
    [InlineData("09:59", "10:29", "taken")]
    [InlineData("09:01", "09:31", "taken")]
    public void A_person_and_a_room_are_taken_once_at_a_time(string from, string to, string? taken)
    {
        var petition = Received("2026-02-09").Petition;
        ReceptionSlot Slot(Guid receiver, string room) => new(On("2026-02-12"), from, to, room, receiver, "某人");
        var person = Rules() with { Taken = [new TakenSlot(Id(900), 1, Slot(Li.Id, "第二接待室"))] };
        var room = Rules() with { Taken = [new TakenSlot(Id(900), 1, Slot(Id(999), "第一接待室"))] };
        var neither = Rules() with { Taken = [new TakenSlot(Id(900), 1, Slot(Id(999), "第二接待室"))] };

        Booking.Decide(With(Li), petition, neither).ShouldBeOfType<Decision<object>.Done>();
        if (taken is null)
        {
            Booking.Decide(With(Li), petition, person).ShouldBeOfType<Decision<object>.Done>();
            Booking.Decide(With(Li), petition, room).ShouldBeOfType<Decision<object>.Done>();
            return;
        }

        Booking.Decide(With(Li), petition, person).ShouldBeRefusedAs("appointment-receiver-taken");
        Booking.Decide(With(Li), petition, room).ShouldBeRefusedAs("appointment-room-taken");
    }

    [Fact]
    public void A_booked_one_is_moved_by_the_same_rules_and_does_not_stand_in_its_own_way()
    {
        var matter = Booked();
        Booking.Decide(With(Li), matter.Petition, Rules()).ShouldBeRefusedAs("appointment-open");
        var own = Rules() with { Taken = [new TakenSlot(matter.Petition.Id.Id, 1, matter.Petition.Receptions.Open!.Slot)] };
        Booking.Move(matter.Petition, 1, At("2026-02-12", "09:45"), " ", own).ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(Booking.Move(matter.Petition, 1, At("2026-02-12", "09:45"), "法官开庭", own), "2026-02-10");
        matter.Petition.Receptions.Open.Slot.Times.ShouldBe("09:45–10:15");

        matter.Joined(2, "2026-02-11");
        Booking.Move(matter.Petition, 1, At("2026-02-12", "10:00"), "法官开庭", Rules()).ShouldBeRefusedUnder("GC21-8", "appointment-repeat-by-leader");
    }

    [Fact]
    public void It_is_called_off_with_a_reason_and_may_then_be_agreed_on_again()
    {
        var matter = Booked();
        Booking.Cancel(matter.Petition, 1, " ").ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(Booking.Cancel(matter.Petition, 1, "信访人有事"), "2026-02-10");
        Booking.Cancel(matter.Petition, 1, "再取消").ShouldBeRefusedAs("appointment-settled");
        Booking.Move(matter.Petition, 1, With(Li), "改", Rules()).ShouldBeRefusedAs("appointment-settled");
        Booking.Cancel(matter.Petition, 2, "没有").ShouldBeRefusedAs("appointment-none");
        matter.Do(Booking.Decide(With(Li), matter.Petition, Rules()), "2026-02-10");
        matter.Petition.Receptions.Appointments.Select(a => (a.No, a.State)).ShouldBe([(1, AppointmentState.Cancelled), (2, AppointmentState.Booked)]);
    }

    [Fact]
    public void Who_did_not_come_is_noted_on_the_day_itself()
    {
        var matter = Booked();
        Booking.Miss(matter.Petition, 1, On("2026-02-11"), null).ShouldBeRefusedFor("on", "appointment-other-day");
        matter.Do(Booking.Miss(matter.Petition, 1, On("2026-02-12"), "来电说改天"), "2026-02-12");
        matter.Petition.Receptions.Appointments[0].State.ShouldBe(AppointmentState.Missed);
        Booking.NothingBooked(matter.Petition)!.Message.ShouldBe("appointment-none");
    }

    [Fact]
    public void Of_a_petition_that_has_ended_nothing_is_agreed_on_but_what_was_booked_can_be_called_off()
    {
        var matter = Booked();
        matter.Do(Accepting.Withdraw(matter.Petition, "信访人撤回", null), "2026-02-11");
        Booking.Decide(With(Li), matter.Petition, Rules()).ShouldBeRefusedAs("petition-not-open");
        Booking.Move(matter.Petition, 1, With(Li), "改", Rules()).ShouldBeRefusedAs("petition-not-open");
        matter.Do(Booking.Cancel(matter.Petition, 1, "已撤回"), "2026-02-11");
    }

    internal static Book With(Candidate? receiver) => new(receiver, On("2026-02-12"), new TimeOnly(9, 30), new TimeOnly(10, 0), "第一接待室", "张法官", null);

    internal static BookingRules Rules() => new(
        2, ["deputy-director", "bureau-director"], ["receptionist", "handler"], "陈副局长", Shipped.IsWorkday, Zhixin.Calendar.WorkCalendar.Covers, new TimeOnly(9, 0), new TimeOnly(18, 0),
        new DateTime(2026, 2, 10, 8, 0, 0, DateTimeKind.Unspecified), []);

    internal static Matter Booked()
    {
        var matter = Received("2026-02-09");
        return matter.Do(Booking.Decide(With(Li), matter.Petition, Rules()), "2026-02-10");
    }

    private static Book At(string day, string from) => With(Li) with { Day = On(day), From = TimeOnly.Parse(from), To = TimeOnly.Parse(from).AddMinutes(30) };
}

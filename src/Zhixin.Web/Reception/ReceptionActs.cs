using System.Globalization;
using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.Database.Reception;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Web.Hosting;
using Zhixin.Web.Petitions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Reception;

/// <summary>Receiving petitioners: by appointment at the right level, by a leader, and what came of it on the spot (GC21-8, JZ21-3.1).</summary>
public static class ReceptionActs
{
    /// <summary>The act of whoever agrees on a reception, in the authority matrix.</summary>
    public const string Book = "book-reception";

    private const string Receive = "receive";
    private const string ByLeader = "receive-by-leader";

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PetitionActs.Entry> All { get; } =
    [
        new("appointment", Book, "预约接访", false, (call, stop) => Appoint(call, null, stop)) { Against = Booking.NotBookable },
        new("appointment-change", Book, "改约", true, (call, stop) => Appoint(call, Open(call.Petition), stop)) { Against = p => PetitionActs.Closed(p) ?? Booking.NothingBooked(p) },
        new("appointment-cancellation", Book, "取消预约", true, (call, _) => PetitionActs.Pure(p => Booking.Cancel(p, Open(p), call.Input.Reason))) { Against = Booking.NothingBooked },
        new("reception", Receive, "记录接访", true, (call, _) => Hold(call, byLeader: false)) { Against = p => PetitionActs.Closed(p) ?? Receiving.NotRecordable(p) },
        new("appointment-absence", Receive, "记录未到", true, (call, _) => PetitionActs.Pure(p => Booking.Miss(p, Open(p), call.Input.On, call.Input.Field("note")))) { Against = Booking.NothingBooked },
        new("leader-reception", ByLeader, "领导接访", true, (call, _) => Hold(call, byLeader: true)) { Against = PetitionActs.Closed },
        new("contact-outcome", "record-outcome", "记录当场处理", false, Outcome) { Against = p => p.Stage is Stage.Merged merged ? new Refusal.State("petition-merged", merged.SurvivorNumber) : null },
    ];

    /// <summary>Whether the form of an act offers people of the court and shows what is booked.</summary>
    public static bool IsBooking(string path) => path is "appointment" or "appointment-change";

    /// <summary>What booking at the petition's court has to know, on a day.</summary>
    public static BookingRules Rules(Office office, Petition petition, IReadOnlyList<Candidate> staff, IReadOnlyList<AppointmentLine> booked)
    {
        var (law, court) = (office.Law.Now, petition.Opened.Responsible);
        return new BookingRules(
            RepeatFrom(law, court, office.Today), law.Posts(ByLeader), law.Posts(Receive), string.Join("、", Leaders(law, petition, staff).Select(s => s.Name)), law.Calendar.IsWorkday,
            WorkCalendar.Covers, office.Law.Now.Hours.Opens, office.Law.Now.Hours.Closes, office.Clock.GetUtcNow().ToOffset(ChinaDate.Offset).DateTime, ReceptionLists.Taken(booked));
    }

    /// <summary>From which contact on a matter counts as repeated at a court; null where the clause that says who receives is not in force there.</summary>
    public static int? RepeatFrom(Law law, int court, DateOnly on) => !law.Binds(court, Booking.Clause, on) ? null : (int?)law.Rules.Threshold("repeat-visit", law.Chain(court), on)?.Value;

    /// <summary>The leaders of the court who may receive in a petition, the deputy director first.</summary>
    public static IReadOnlyList<Candidate> Leaders(Law law, Petition petition, IReadOnlyList<Candidate> staff)
    {
        var posts = law.Posts(ByLeader);
        return [.. staff.Where(s => s.AtCourt && s.Posts.Any(posts.Contains) && !petition.Accused.Contains(s.Id)).OrderBy(s => posts.TakeWhile(p => !s.Posts.Contains(p)).Count())];
    }

    /// <summary>Everybody else whose post it is to receive.</summary>
    public static IReadOnlyList<Candidate> Others(Law law, Petition petition, IReadOnlyList<Candidate> staff)
    {
        var posts = law.Posts(Receive);
        return [.. staff.Where(s => s.AtCourt && s.Posts.Any(posts.Contains) && !petition.Accused.Contains(s.Id)).Except(Leaders(law, petition, staff)).OrderByDescending(s => s.Id == petition.Assignment?.Handler)];
    }

    private static int Open(Petition petition) => petition.Receptions.Open?.No ?? 0;

    /// <summary>Books, or moves what is booked: the person's and the room's time is held in the transaction itself.</summary>
    private static async Task<PetitionActs.Prepared> Appoint(ActCall call, int? no, CancellationToken stop)
    {
        var input = call.Input;
        if (input.Day("day") is not { } day)
        {
            return new PetitionActs.Prepared(_ => new Refusal.Input("day", "date-unreadable", input.Field("day")));
        }

        if (!TimeOnly.TryParseExact(input.Field("from")?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            return new PetitionActs.Prepared(_ => new Refusal.Input("from", "time-unreadable", input.Field("from")));
        }

        var staff = await Candidates.Of(call.Office, call.Petition, stop);
        var court = call.Petition.Opened.Responsible;
        var rules = Rules(call.Office, call.Petition, staff, await call.Office.Reception.Booked(call.Who.Scope, court, day, day, stop));
        var until = input.Number("minutes") is var minutes and > 0 and < 24 * 60 ? from.AddMinutes(minutes, out var days) is var to && days == 0 ? to : from : from;
        var book = new Book(
            Candidates.Find(staff, input.Field("receiver")), day, from, until, input.Field("room") ?? string.Empty, input.Field("agreedWith"), input.Field("outsideHours"));
        Decision<object> Decide(Petition petition) => no is { } moved ? Booking.Move(petition, moved, book, input.Reason, rules) : Booking.Decide(book, petition, rules);
        return new PetitionActs.Prepared(null, (act, token) => call.Office.Petitions.Do(call.Who, act with { Guard = Guard(call.Petition, Decide(call.Petition)) }, Decide, token));
    }

    private static SlotGuard? Guard(Petition petition, Decision<object> decision) => (decision as Decision<object>.Done)?.Events[0] switch
    {
        PetitionAppointmentBooked booked => new SlotGuard(petition.Id.Home, petition.Opened.Responsible, petition.Id.Id, booked.No, booked.Slot),
        PetitionAppointmentMoved moved => new SlotGuard(petition.Id.Home, petition.Opened.Responsible, petition.Id.Id, moved.No, moved.Slot),
        _ => null,
    };

    private static Task<PetitionActs.Prepared> Hold(ActCall call, bool byLeader)
    {
        var follows = call.Office.Law.Now.Binds(call.Petition.Opened.Responsible, "JZ21-3.1", call.Input.On);
        var repeatFrom = RepeatFrom(call.Office.Law.Now, call.Petition.Opened.Responsible, call.Input.On);
        return PetitionActs.Pure(p => Handled(call.Input) is { } handled
            ? Receiving.Hold(p, Command(call, p, byLeader, handled), call.Input.On, new ReceptionRules(repeatFrom, follows))
            : new Refusal.Input("outcome", "outcome-unknown"));
    }

    /// <summary>A leader who receives somebody whose appointment is another day's receives without one.</summary>
    private static Receive Command(ActCall call, Petition petition, bool byLeader, SpotHandling handled)
    {
        var open = petition.Receptions.Open is { } booked && (!byLeader || booked.Slot.Day == call.Input.On) ? booked : null;
        var (receiver, name) = byLeader || open is null ? (call.Who.Whose, call.Who.For?.Name ?? call.Who.Name) : (open.Slot.Receiver, open.Slot.ReceiverName);
        return new Receive(open?.No, receiver, name, byLeader, call.Input.Field("content") ?? string.Empty, handled, call.Input.Field("proof") ?? string.Empty);
    }

    private static Task<PetitionActs.Prepared> Outcome(ActCall call, CancellationToken stop)
    {
        var follows = call.Office.Law.Now.Binds(call.Petition.Opened.Responsible, "JZ21-3.1", call.Input.On);
        return Handled(call.Input) is not { } handled
            ? PetitionActs.Pure(_ => new Refusal.Input("outcome", "outcome-unknown"))
            : Task.FromResult(new PetitionActs.Prepared(null, (act, token) =>
                call.Office.Contacts.RecordOutcome(call.Who, act, call.Input.Id("contact"), handled, follows, token)));
    }

    private static SpotHandling? Handled(ActInput input) => Codes.Of<SpotOutcome>(input.Field("outcome")) is { } outcome
        ? new SpotHandling(outcome, input.Field("result"), input.Field("opinion"), input.Field("followedBy"))
        : null;
}

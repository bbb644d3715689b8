namespace Zhixin.Petitions.Acts;

/// <summary>A reception to agree on, as typed.</summary>
/// <param name="Receiver">Null where nobody of the court was named.</param>
/// <param name="AgreedWith">The judge with whom the time was fixed.</param>
/// <param name="OutsideHours">Why on a rest day or outside working hours.</param>
public sealed record Book(Candidate? Receiver, DateOnly Day, TimeOnly From, TimeOnly To, string Room, string? AgreedWith, string? OutsideHours);

/// <summary>A reception that somebody or some room is taken by.</summary>
public sealed record TakenSlot(Guid Petition, int No, ReceptionSlot Slot);

/// <summary>What booking has to know beside the petition.</summary>
/// <param name="RepeatFrom">From which contact on a matter counts as repeated, by the packs in force; null where the clause that says who receives is not in force.</param>
/// <param name="Leaders">Posts that receive as leaders, by the authority matrix.</param>
/// <param name="Receivers">Posts that receive every day, by the same.</param>
/// <param name="LeaderNames">Who holds such a post at the court and is not accused in the matter.</param>
/// <param name="IsWorkday">Whether a day is a working day; every day that <paramref name="IsKnown"/> accepts may be asked for.</param>
/// <param name="IsKnown">Whether the calendar covers a day.</param>
/// <param name="Now">Date and time at +08:00.</param>
/// <param name="Taken">The receptions of the court on that day that are still booked.</param>
public sealed record BookingRules(
    int? RepeatFrom, IReadOnlyList<string> Leaders, IReadOnlyList<string> Receivers, string LeaderNames, Func<DateOnly, bool> IsWorkday, Func<DateOnly, bool> IsKnown,
    TimeOnly Opens, TimeOnly Closes, DateTime Now, IReadOnlyList<TakenSlot> Taken);

/// <summary>
/// Receptions by appointment (GC21-8): the receiver fixes the time with the judge; repeated and major or complex matters are received by a
/// leader. Who comes without an appointment is received and registered all the same; that is no matter of this.
/// </summary>
public static class Booking
{
    /// <summary>The clause that says who receives, and that the time is fixed with the judge. Where it is not in force, neither is asked for.</summary>
    public const string Clause = "GC21-8";

    /// <summary>
    /// Why a leader receives; empty where anybody whose post it is may. The one place where that is said. A leader may always receive: the clause
    /// says who must, not who may not.
    /// </summary>
    /// <param name="contacts">How often somebody approached in the matter.</param>
    /// <param name="isMajor">Key, hard, or flagged major or complex.</param>
    /// <param name="repeatFrom">From which time on that is a repetition; null where the clause that says so is not in force.</param>
    public static IReadOnlyList<LeaderGround> Grounds(int contacts, bool isMajor, int? repeatFrom)
    {
        if (repeatFrom is not { } from)
        {
            return [];
        }

        List<LeaderGround> grounds = contacts >= from ? [LeaderGround.Repeat] : [];
        return isMajor ? [.. grounds, LeaderGround.MajorComplex] : grounds;
    }

    /// <summary>The same of a petition.</summary>
    public static IReadOnlyList<LeaderGround> Grounds(Petition petition, int? repeatFrom) => Grounds(petition.Contacts.Count, petition.IsMajor, repeatFrom);

    /// <summary>A reception is agreed on.</summary>
    public static Decision<object> Decide(Book command, Petition petition, BookingRules rules) => petition switch
    {
        _ when NotBookable(petition) is { } not => not,
        _ when Refuse(command, petition, rules, 0) is { } wrong => wrong,
        _ => new object[]
        {
            new PetitionAppointmentBooked(
                petition.Receptions.Appointments.Count + 1, Slot(command), IsLeader(command, rules), Grounds(petition, rules.RepeatFrom), Agreed(command, petition),
                Outside(command, rules)),
        },
    };

    /// <summary>It takes place at another time, elsewhere, or with somebody else; the rules are those of a new one.</summary>
    public static Decision<object> Move(Petition petition, int no, Book command, string reason, BookingRules rules) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when NotBooked(petition, no) is { } not => not,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ when Refuse(command, petition, rules, no) is { } wrong => wrong,
        _ => new object[]
        {
            new PetitionAppointmentMoved(
                no, Slot(command), IsLeader(command, rules), Grounds(petition, rules.RepeatFrom), Agreed(command, petition), Outside(command, rules), reason.Trim()),
        },
    };

    /// <summary>It does not take place. Also of a petition that has ended: the time is free again.</summary>
    public static Decision<object> Cancel(Petition petition, int no, string reason) => petition switch
    {
        _ when NotBooked(petition, no) is { } not => not,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new PetitionAppointmentCancelled(no, reason.Trim()) },
    };

    /// <summary>The petitioner did not come.</summary>
    public static Decision<object> Miss(Petition petition, int no, DateOnly on, string? note) => petition switch
    {
        _ when NotBooked(petition, no) is { } not => not,
        _ when Find(petition, no)!.Slot.Day is var day && day != on => new Refusal.Input("on", "appointment-other-day", day),
        _ => new object[] { new PetitionAppointmentMissed(no, note?.Trim() ?? string.Empty) },
    };

    /// <summary>Why nothing can be agreed on; null where it can.</summary>
    public static Refusal? NotBookable(Petition petition) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        { Receptions.Open: { } open } => new Refusal.State("appointment-open", open.Slot.Day, open.Slot.Times, open.Slot.ReceiverName),
        _ => null,
    };

    /// <summary>Why there is nothing to move or to call off; null where there is.</summary>
    public static Refusal? NothingBooked(Petition petition) => petition.Receptions.Open is null ? new Refusal.State("appointment-none") : null;

    internal static Appointment? Find(Petition petition, int no) => petition.Receptions.Appointments.FirstOrDefault(a => a.No == no);

    internal static Refusal? NotBooked(Petition petition, int no) => Find(petition, no) switch
    {
        null => new Refusal.State("appointment-none"),
        { State: not AppointmentState.Booked } => new Refusal.State("appointment-settled"),
        _ => null,
    };

    private static Refusal? Refuse(Book command, Petition petition, BookingRules rules, int no) =>
        WrongReceiver(command, petition, rules) ?? WrongTime(command, rules) ?? WrongDetail(command, petition, rules) ?? Occupied(command, petition, rules, no);

    private static Refusal? WrongReceiver(Book command, Petition petition, BookingRules rules) => command.Receiver switch
    {
        null => new Refusal.Input("receiver", "appointment-receiver-unknown"),
        { } receiver when petition.Accused.Contains(receiver.Id) => new Refusal.Law("GC21-5(1)", "appointment-accused", receiver.Name),
        { AtCourt: false } receiver => new Refusal.Input("receiver", "appointment-receiver-gone", receiver.Name),
        _ when IsLeader(command, rules) => null,
        { } receiver => WrongLevel(petition, rules) ?? (receiver.Posts.Any(rules.Receivers.Contains) ? null : new Refusal.Input("receiver", "appointment-not-receiver", receiver.Name)),
    };

    /// <summary>The right level is named, so that the same time can be booked there at once.</summary>
    private static Refusal? WrongLevel(Petition petition, BookingRules rules) => Grounds(petition, rules.RepeatFrom) switch
    {
        [] => null,
        _ when rules.LeaderNames.Length == 0 => new Refusal.Law("GC21-8", "appointment-no-leader"),
        [LeaderGround.Repeat] => new Refusal.Law("GC21-8", "appointment-repeat-by-leader", petition.Contacts.Count, rules.LeaderNames),
        _ => new Refusal.Law("GC21-8", "appointment-complex-by-leader", rules.LeaderNames),
    };

    private static Refusal? WrongTime(Book command, BookingRules rules) => command switch
    {
        _ when !rules.IsKnown(command.Day) => new Refusal.Input("day", "appointment-day-unknown"),
        _ when command.Day.ToDateTime(command.From) < rules.Now => new Refusal.Input("day", "appointment-in-past"),
        _ when command.To <= command.From => new Refusal.Input("minutes", "appointment-length"),
        _ when IsOutside(command, rules) && string.IsNullOrWhiteSpace(command.OutsideHours) =>
            new Refusal.Input("outsideHours", "appointment-outside-hours", $"{rules.Opens:HH:mm}–{rules.Closes:HH:mm}"),
        _ => null,
    };

    private static Refusal? WrongDetail(Book command, Petition petition, BookingRules rules) => command switch
    {
        _ when string.IsNullOrWhiteSpace(command.Room) => new Refusal.Input("room", "appointment-needs-room"),
        _ when rules.RepeatFrom is not null && !IsLeader(command, rules) && Agreed(command, petition) is null => new Refusal.Law("GC21-8", "appointment-needs-judge"),
        _ => null,
    };

    private static Refusal? Occupied(Book command, Petition petition, BookingRules rules, int no)
    {
        var slot = Slot(command);
        var others = rules.Taken.Where(t => t.Slot.Overlaps(slot) && !(t.Petition == petition.Id.Id && t.No == no)).ToList();
        return others.Find(t => t.Slot.Receiver == slot.Receiver) is { } person ? new Refusal.State("appointment-receiver-taken", slot.ReceiverName, person.Slot.Times)
            : others.Find(t => t.Slot.Room == slot.Room) is { } room ? new Refusal.State("appointment-room-taken", slot.Room, room.Slot.Times)
            : null;
    }

    private static bool IsLeader(Book command, BookingRules rules) => command.Receiver!.Posts.Intersect(rules.Leaders, StringComparer.Ordinal).Any();

    private static bool IsOutside(Book command, BookingRules rules) => !rules.IsWorkday(command.Day) || command.From < rules.Opens || command.To > rules.Closes;

    /// <summary>Meetings may fall on rest days (JZ21-3.2.3); why, stands beside them.</summary>
    private static string? Outside(Book command, BookingRules rules) => IsOutside(command, rules) ? command.OutsideHours!.Trim() : null;

    /// <summary>Whoever handles the matter and receives agrees with himself.</summary>
    private static string? Agreed(Book command, Petition petition) =>
        !string.IsNullOrWhiteSpace(command.AgreedWith) ? command.AgreedWith.Trim()
        : petition.Assignment is { } assignment && assignment.Handler == command.Receiver!.Id ? assignment.HandlerName : null;

    private static ReceptionSlot Slot(Book command) =>
        new(
            command.Day, command.From.ToString("HH:mm"), command.To.ToString("HH:mm"), command.Room.Trim(), command.Receiver!.Id, command.Receiver.Name);
}

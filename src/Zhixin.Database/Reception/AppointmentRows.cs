using Zhixin.Database.Petitions;
using Zhixin.Petitions;

namespace Zhixin.Database.Reception;

/// <summary>The read rows of appointments.</summary>
public static class AppointmentRows
{
    /// <summary>Columns of <c>appointment</c>.</summary>
    public static ReadTable Table { get; } = new("appointment", ["home", "petition", "no"],
    [
        "home", "petition", "no", "petition_number", "court", "day", "from_time", "to_time", "room", "receiver", "receiver_name", "by_leader", "grounds",
        "agreed_with", "outside_hours", "state", "outcome", "result", "opinion", "followed_by", "petitioners", "barred", "seen_by",
    ]);

    /// <summary>The row of an appointment; of a petition that has ended, one that is still booked has lapsed.</summary>
    /// <param name="seenBy">The courts that see the petition.</param>
    public static TableRow Of(Petition petition, Appointment appointment, int[] seenBy)
    {
        var (slot, handled) = (appointment.Slot, appointment.Held?.Handled);
        return new TableRow(Table,
        [
            petition.Id.Home, petition.Id.Id, appointment.No, petition.Opened.Number, appointment.Court, slot.Day, slot.From, slot.To, slot.Room,
            slot.Receiver, slot.ReceiverName, appointment.ByLeader, appointment.Grounds.Select(g => ReadRows.Code(g)).ToArray(), appointment.AgreedWith,
            appointment.OutsideHours, ReadRows.Code(appointment.StateIn(petition)), handled is null ? null : ReadRows.Code(handled.Outcome), handled?.Result, handled?.Opinion,
            handled?.FollowedBy, petition.Petitioners.Select(p => p.Person).ToArray(), petition.Accused.ToArray(), seenBy,
        ]);
    }
}

/// <summary>
/// Holds a person's and a room's time free for one appointment: the commands of a home that agree on receptions wait for one another, and the
/// second that wants what the first took fails with <see cref="Taken"/>.
/// </summary>
public sealed record SlotGuard(int Home, int Court, Guid Petition, int No, ReceptionSlot Slot)
{
    /// <summary>The SQLSTATE of an appointment whose time or room is taken.</summary>
    public const string Taken = "ZX002";

    /// <summary>Stages the wait and the look. The number is that of the book's changes; it appears nowhere.</summary>
    public void Write(CommandBatch batch) => batch
        .Add(
            "insert into number_series as n (home, series, year, last) values ($1, 'reception-book', 0, 1) on conflict (home, series, year) do update set last = n.last + 1",
            Home)
        .Add("select refuse_taken($1, $2, $3, $4, $5, $6, $7, $8, $9)", Home, Court, Petition, No, Slot.Day, Slot.From, Slot.To, Slot.Receiver, Slot.Room);
}

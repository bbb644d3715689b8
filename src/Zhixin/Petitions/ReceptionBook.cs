using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>What became of an appointment.</summary>
public enum AppointmentState
{
    /// <summary>Nobody has said what became of it.</summary>
    Booked,

    /// <summary>The petitioner came and was received.</summary>
    Kept,

    /// <summary>The petitioner did not come.</summary>
    Missed,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>The petition ended before; said by the row alone, no fact tells it.</summary>
    Lapsed,
}

/// <summary>An appointment as it stands now.</summary>
/// <param name="Held">The reception that came of it.</param>
public sealed record Appointment(
    int No, ReceptionSlot Slot, bool ByLeader, IReadOnlyList<LeaderGround> Grounds, string? AgreedWith, string? OutsideHours, AppointmentState State,
    PetitionReceptionHeld? Held);

/// <summary>Who was to be received when, and what came of it: the fold of those facts. A reopening leaves it as it is.</summary>
/// <param name="Held">Receptions, with or without appointment.</param>
public sealed record ReceptionBook(IReadOnlyList<Appointment> Appointments, int Held)
{
    /// <summary>Before anything was agreed on.</summary>
    public static ReceptionBook None { get; } = new([], 0);

    /// <summary>The appointment that is still to come, or of which nobody has said what became of it.</summary>
    public Appointment? Open => Appointments.FirstOrDefault(a => a.State == AppointmentState.Booked);

    /// <summary>Applies a fact; null when it is not about receiving.</summary>
    public ReceptionBook? Apply(DatedFact dated) => dated.Fact switch
    {
        PetitionAppointmentBooked f => this with
        {
            Appointments = [.. Appointments, new Appointment(f.No, f.Slot, f.ByLeader, f.Grounds, f.AgreedWith, f.OutsideHours, AppointmentState.Booked, null)],
        },
        PetitionAppointmentMoved f => Change(f.No, a => a with
        {
            Slot = f.Slot, ByLeader = f.ByLeader, Grounds = f.Grounds, AgreedWith = f.AgreedWith, OutsideHours = f.OutsideHours,
        }),
        PetitionAppointmentCancelled f => Change(f.No, a => a with { State = AppointmentState.Cancelled }),
        PetitionAppointmentMissed f => Change(f.No, a => a with { State = AppointmentState.Missed }),
        PetitionReceptionHeld f => Change(f.No ?? 0, a => a with { State = AppointmentState.Kept, Held = f }) with { Held = Held + 1 },
        PetitionContactOutcomeRecorded => this,
        _ => null,
    };

    private ReceptionBook Change(int no, Func<Appointment, Appointment> change) =>
        this with { Appointments = [.. Appointments.Select(a => a.No == no ? change(a) : a)] };
}

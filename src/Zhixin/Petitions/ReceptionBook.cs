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

    /// <summary>The matter went to another court before: nobody of the first one receives any more.</summary>
    Transferred,

    /// <summary>The petition ended before; said by the row alone, no fact tells it.</summary>
    Lapsed,
}

/// <summary>An appointment as it stands now; or a leader's reception without one, which has a day and no times.</summary>
/// <param name="Court">The court that receives: the one that answered when it was agreed on, or when it took place without that.</param>
/// <param name="Held">The reception that came of it.</param>
public sealed record Appointment(
    int No, int Court, ReceptionSlot Slot, bool ByLeader, IReadOnlyList<LeaderGround> Grounds, string? AgreedWith, string? OutsideHours, AppointmentState State,
    PetitionReceptionHeld? Held)
{
    /// <summary>When it was agreed on; null for a leader's reception without appointment.</summary>
    public DateOnly? BookedOn { get; init; }

    /// <summary>Whether it was agreed on before.</summary>
    public bool WasAgreed => Slot.From.Length > 0;

    /// <summary>How it stands: of a petition that has ended, one that is still booked has lapsed.</summary>
    public AppointmentState StateIn(Petition petition) => State == AppointmentState.Booked && !petition.IsOpen ? AppointmentState.Lapsed : State;
}

/// <summary>Who was to be received when, and what came of it: the fold of those facts. A reopening leaves it as it is.</summary>
public sealed record ReceptionBook(IReadOnlyList<Appointment> Appointments)
{
    /// <summary>Before anything was agreed on.</summary>
    public static ReceptionBook None { get; } = new([]);

    /// <summary>How often the petitioner was received, with or without appointment.</summary>
    public int Held => Appointments.Count(a => a.State == AppointmentState.Kept);

    /// <summary>The appointment that is still to come, or of which nobody has said what became of it.</summary>
    public Appointment? Open => Appointments.FirstOrDefault(a => a.State == AppointmentState.Booked);

    /// <summary>What is still booked when the matter goes to another court takes place no more; what was kept or missed stays where it was.</summary>
    public ReceptionBook Transferred() =>
        this with { Appointments = [.. Appointments.Select(a => a.State == AppointmentState.Booked ? a with { State = AppointmentState.Transferred } : a)] };

    /// <summary>Applies a fact; null when it is not about receiving.</summary>
    /// <param name="court">The court that answers at that moment.</param>
    public ReceptionBook? Apply(DatedFact dated, int court) => dated.Fact switch
    {
        PetitionAppointmentBooked f => this with
        {
            Appointments = [.. Appointments, new Appointment(f.No, court, f.Slot, f.ByLeader, f.Grounds, f.AgreedWith, f.OutsideHours, AppointmentState.Booked, null) { BookedOn = dated.On }],
        },
        PetitionAppointmentMoved f => Change(f.No, a => a with
        {
            Slot = f.Slot, ByLeader = f.ByLeader, Grounds = f.Grounds, AgreedWith = f.AgreedWith, OutsideHours = f.OutsideHours,
        }),
        PetitionAppointmentCancelled f => Change(f.No, a => a with { State = AppointmentState.Cancelled }),
        PetitionAppointmentMissed f => Change(f.No, a => a with { State = AppointmentState.Missed }),
        PetitionReceptionHeld { No: { } no } f => Change(no, a => a with { State = AppointmentState.Kept, Held = f }),
        PetitionReceptionHeld f => this with
        {
            Appointments =
            [
                .. Appointments,
                new Appointment(
                    Appointments.Count + 1, court, new ReceptionSlot(dated.On, string.Empty, string.Empty, string.Empty, f.Receiver, f.ReceiverName), f.ByLeader, [], null, null,
                    AppointmentState.Kept, f),
            ],
        },
        PetitionContactOutcomeRecorded => this,
        _ => null,
    };

    private ReceptionBook Change(int no, Func<Appointment, Appointment> change) =>
        this with { Appointments = [.. Appointments.Select(a => a.No == no ? change(a) : a)] };
}

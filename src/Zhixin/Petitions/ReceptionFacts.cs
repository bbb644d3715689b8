using Zhixin.History;
using Zhixin.Intake;

namespace Zhixin.Petitions;

/// <summary>Why a leader receives (GC21-8). Codes of the pack list "leader-reception".</summary>
public enum LeaderGround
{
    Repeat,
    MajorComplex,
}

/// <summary>When and where somebody is received, and by whom.</summary>
/// <param name="From">Time of day at +08:00 as "HH:mm", inclusive.</param>
/// <param name="To">The same, exclusive; later than <paramref name="From"/>.</param>
public sealed record ReceptionSlot(DateOnly Day, string From, string To, string Room, Guid Receiver, string ReceiverName)
{
    /// <summary>Whether both lie in the same time, in whatever room.</summary>
    public bool Overlaps(ReceptionSlot other) => Day == other.Day && string.CompareOrdinal(From, other.To) < 0 && string.CompareOrdinal(other.From, To) < 0;

    /// <summary>"09:00–09:30".</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Times => $"{From}–{To}";
}

/// <summary>A reception was agreed on 预约接访 (GC21-8).</summary>
/// <param name="No">1, 2, 3 … within the petition.</param>
/// <param name="Grounds">Why a leader receives; empty where none of the grounds was there.</param>
/// <param name="AgreedWith">The judge with whom the time was fixed.</param>
/// <param name="OutsideHours">Why on a rest day or outside working hours; null within them.</param>
[Fact("petition.appointment-booked", Shown = true, Clause = "GC21-8")]
public sealed record PetitionAppointmentBooked(
    int No, ReceptionSlot Slot, bool ByLeader, IReadOnlyList<LeaderGround> Grounds, string? AgreedWith, string? OutsideHours);

/// <summary>It takes place at another time, elsewhere, or with somebody else.</summary>
[Fact("petition.appointment-moved", Shown = true, Clause = "GC21-8")]
public sealed record PetitionAppointmentMoved(
    int No, ReceptionSlot Slot, bool ByLeader, IReadOnlyList<LeaderGround> Grounds, string? AgreedWith, string? OutsideHours, string Reason);

/// <summary>It does not take place.</summary>
[Fact("petition.appointment-cancelled", Shown = true, Clause = "GC21-8")]
public sealed record PetitionAppointmentCancelled(int No, string Reason);

/// <summary>The petitioner did not come. Nothing follows from it but that another time may be agreed on.</summary>
[Fact("petition.appointment-missed", Clause = "GC21-8")]
public sealed record PetitionAppointmentMissed(int No, string Note);

/// <summary>The petitioner was received: what was said, and what came of it on the spot (GC21-8, JZ21-3.1).</summary>
/// <param name="No">The appointment; null where a leader received somebody without one.</param>
/// <param name="Content">What was said and done.</param>
/// <param name="Handled">What came of it.</param>
/// <param name="Proof">The record, and where it is kept.</param>
[Fact("petition.reception-held", Shown = true, Clause = "GC21-8")]
public sealed record PetitionReceptionHeld(int? No, Guid Receiver, string ReceiverName, bool ByLeader, string Content, SpotHandling Handled, string Proof);

/// <summary>What came of a contact on the spot was recorded afterwards; the contact's own history holds the other half (JZ21-3.1).</summary>
[Fact("petition.contact-outcome-recorded", Shown = true, Clause = "JZ21-3.1")]
public sealed record PetitionContactOutcomeRecorded(Guid Contact, string ContactNumber, SpotHandling Handled);

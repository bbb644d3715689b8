using Zhixin.Intake;

namespace Zhixin.Petitions.Acts;

/// <summary>A reception that took place, as typed.</summary>
/// <param name="Receiver">Who received.</param>
/// <param name="ByLeader">Whether that person received as a leader.</param>
public sealed record Receive(int? No, Guid Receiver, string ReceiverName, bool ByLeader, string Content, SpotHandling Handled, string Proof);

/// <summary>What receiving has to know of the rules in force on the day of the reception.</summary>
/// <param name="RepeatFrom">From which contact on a matter counts as repeated; null where the clause that says who receives is not in force.</param>
/// <param name="Follows">Whether what was not solved needs an opinion and somebody who follows it (JZ21-3.1).</param>
public sealed record ReceptionRules(int? RepeatFrom, bool Follows);

/// <summary>Receiving petitioners, and what comes of it on the spot (GC21-8, JZ21-3.1).</summary>
public static class Receiving
{
    /// <summary>The petitioner was received, by appointment or, by a leader, without.</summary>
    /// <param name="on">The day of the reception.</param>
    public static Decision<object> Hold(Petition petition, Receive command, DateOnly on, ReceptionRules rules) => petition switch
    {
        { IsOpen: false } => new Refusal.State("petition-not-open", petition.Stage.Code),
        _ when command.No is null && !command.ByLeader => new Refusal.State("reception-without-appointment"),
        _ when command.No is { } no && Booking.NotBooked(petition, no) is { } not => not,
        _ when command.No is { } no && !command.ByLeader && WrongLevel(petition, Booking.Find(petition, no)!, on, rules.RepeatFrom) is { } wrong => wrong,
        _ when command.No is { } no && Booking.Find(petition, no)!.Slot.Day is var day && day != on => new Refusal.Input("on", "appointment-other-day", day),
        _ when string.IsNullOrWhiteSpace(command.Content) => new Refusal.Input("content", "reception-needs-content"),
        _ when string.IsNullOrWhiteSpace(command.Proof) => new Refusal.Input("proof", "reception-needs-record"),
        _ when Incomplete(command.Handled, rules.Follows) is { } incomplete => incomplete,
        _ => new object[]
        {
            new PetitionReceptionHeld(
                command.No, command.Receiver, command.ReceiverName, command.ByLeader, command.Content.Trim(), Trimmed(command.Handled), command.Proof.Trim()),
        },
    };

    /// <summary>Why nobody but a leader can record a reception now, or nobody at all; null where it can be recorded.</summary>
    public static Refusal? NotRecordable(Petition petition) => petition.Receptions.Open switch
    {
        null => new Refusal.State("appointment-none"),
        { ByLeader: true } booked => new Refusal.State("reception-by-leader", booked.Slot.ReceiverName),
        _ => null,
    };

    /// <summary>
    /// Why a leader receives at the reception itself: what came since it was agreed on counts, but not the coming by which the petitioner is here,
    /// which may be entered before the reception is.
    /// </summary>
    /// <param name="repeatFrom">As for <see cref="Booking.Grounds(Petition, int?)"/>.</param>
    public static IReadOnlyList<LeaderGround> Grounds(Petition petition, DateOnly on, int? repeatFrom)
    {
        var came = petition.Contacts.Any(c => c.ReceivedOn == on && c.Channel is Channel.Visit or Channel.Video);
        return Booking.Grounds(petition.Contacts.Count - (came ? 1 : 0), petition.IsMajor, repeatFrom);
    }

    /// <summary>The grounds of the day of the reception say who receives, not those of the day on which it was agreed on.</summary>
    private static Refusal? WrongLevel(Petition petition, Appointment booked, DateOnly on, int? repeatFrom) => Grounds(petition, on, repeatFrom) switch
    {
        [] => booked.ByLeader ? new Refusal.State("reception-by-leader", booked.Slot.ReceiverName) : null,
        [LeaderGround.Repeat] => new Refusal.Law(Booking.Clause, "reception-repeat-by-leader"),
        _ => new Refusal.Law(Booking.Clause, "reception-complex-by-leader"),
    };

    /// <summary>What came of a contact on the spot is recorded after it was registered; what was recorded before stays in the history.</summary>
    public static Decision<object> Record(Contact contact, SpotHandling handled, bool follows) => contact switch
    {
        { VoidedBecause: not null } => new Refusal.State("contact-voided"),
        _ when Incomplete(handled, follows) is { } incomplete => incomplete,
        _ => new object[] { new ContactOutcomeRecorded(Trimmed(handled)) },
    };

    /// <summary>
    /// Solved on the spot says how; sent elsewhere says where; everything else needs an opinion and somebody who follows it, where the rule is in
    /// force (JZ21-3.1).
    /// </summary>
    private static Refusal? Incomplete(SpotHandling handled, bool follows) => handled.Outcome switch
    {
        SpotOutcome.SolvedOnTheSpot when string.IsNullOrWhiteSpace(handled.Result) => new Refusal.Law("JZ21-3.1", "outcome-needs-result"),
        SpotOutcome.GuidedElsewhere or SpotOutcome.TransferredElsewhere when string.IsNullOrWhiteSpace(handled.Result) => new Refusal.Input("result", "outcome-needs-where"),
        SpotOutcome.PassedOn when follows && string.IsNullOrWhiteSpace(handled.Opinion) => new Refusal.Law("JZ21-3.1", "outcome-needs-opinion"),
        SpotOutcome.PassedOn when follows && string.IsNullOrWhiteSpace(handled.FollowedBy) => new Refusal.Law("JZ21-3.1", "outcome-needs-follower"),
        _ => null,
    };

    /// <summary>As it is kept: texts without blanks around them, null where there is none.</summary>
    public static SpotHandling Trimmed(SpotHandling handled) => new(handled.Outcome, Text(handled.Result), Text(handled.Opinion), Text(handled.FollowedBy));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

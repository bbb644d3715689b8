namespace Zhixin.Supervisions.Acts;

/// <summary>Instructions of bodies and leaders (HNP-9, 14, 17).</summary>
public static partial class Instructing
{
    /// <summary>An instruction is recorded; where it wants a result, a report up is owed.</summary>
    /// <param name="unreadable">Whether a date was given that is none.</param>
    public static Decision<object> Record(Supervision supervision, SupervisionInstructionReceived instruction, bool unreadable) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when string.IsNullOrWhiteSpace(instruction.From) => new Refusal.Law("HNP-9", "instruction-needs-source"),
        _ when string.IsNullOrWhiteSpace(instruction.Document) => new Refusal.Law("HNP-9", "instruction-needs-document"),
        _ when unreadable => new Refusal.Input("dueOn", "date-unreadable", string.Empty),
        _ when instruction.DueOn < instruction.ReceivedOn => new Refusal.Input("dueOn", "instruction-due-before-receipt", instruction.ReceivedOn),
        _ => new object[] { instruction },
    };
}

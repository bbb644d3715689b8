using Zhixin.Courts;
using Zhixin.Petitions.Acts;

namespace Zhixin.ReportBox.Acts;

/// <summary>Put a report into the box of a court.</summary>
/// <param name="Accused">Staff of the court whom it names.</param>
/// <param name="NamesLeader">Whether whoever records it says that a leader of the court is meant, though nobody is picked.</param>
/// <param name="Sealed">What it says, sealed; null where it says nothing.</param>
public sealed record PutReport(Court At, ReportChannel? Channel, bool Anonymous, string? Sealed, IReadOnlyList<Candidate> Accused, bool NamesLeader);

/// <summary>What recording has to know.</summary>
/// <param name="Superior">The next superior of the court; null for the Supreme Court.</param>
/// <param name="Leaders">Posts of leaders, from the authority matrix.</param>
public sealed record ReportRules(Court? Superior, IReadOnlyCollection<string> Leaders);

/// <summary>Reports are taken, brought before the inspection that is not named in them, and handled with a reason (SPC09-4).</summary>
public static class ReportHandling
{
    /// <summary>The act of recording, in the authority matrix.</summary>
    public const string Recording = "record-report";

    /// <summary>The act of reading, in the authority matrix.</summary>
    public const string Reading = "read-report";

    /// <summary>Whoever may do one of these is a leader of the court.</summary>
    public static IReadOnlyList<string> LeadersAct { get; } = ["lead", "decide-coercion", "take-charge", "receive-by-leader", "approve-report-up"];

    /// <summary>
    /// A report comes in. It is never refused for what it says, for having no name, or for being the second; only an empty one says nothing. The number comes when it is
    /// written.
    /// </summary>
    public static Decision<ReportReceived> Put(PutReport command, ReportRules rules) => command switch
    {
        { Channel: null } => new Refusal.Input("channel", "report-needs-channel"),
        { Sealed: null } => new Refusal.Input("content", "report-needs-content"),
        { Channel: { } channel, Sealed: { } box } => new[]
        {
            new ReportReceived(
                string.Empty, command.At.Number, NamesLeader(command, rules) && rules.Superior is { } above ? above.Number : command.At.Number, channel, command.Anonymous, box,
                [.. command.Accused.Select(a => a.Id).Distinct()], NamesLeader(command, rules)),
        },
    };

    /// <summary>What was done about it.</summary>
    /// <param name="step">Sealed; null where nothing was written.</param>
    public static Decision<object> LookInto(BoxedReport report, int court, string? step) => report switch
    {
        _ when Against(report, court) is { } not => not,
        _ when step is null => new Refusal.Input("content", "report-needs-step"),
        _ => new object[] { new ReportLookedInto(step) },
    };

    /// <summary>It is handled, with the reason.</summary>
    /// <param name="to">To whom it is transferred, or the number of the petition.</param>
    /// <param name="reason">Sealed; null where none was given.</param>
    public static Decision<object> Handle(BoxedReport report, int court, ReportOutcome? outcome, string? to, string? reason) => report switch
    {
        _ when Against(report, court) is { } not => not,
        _ when outcome is null => new Refusal.Input("outcome", "report-needs-outcome"),
        _ when outcome is ReportOutcome.Transferred && string.IsNullOrWhiteSpace(to) => new Refusal.Input("to", "report-needs-to"),
        _ when outcome is ReportOutcome.Petition && string.IsNullOrWhiteSpace(to) => new Refusal.Input("to", "report-needs-petition"),
        _ when reason is null => new Refusal.Law("SPC09-4", "report-needs-reason"),
        _ => new object[] { new ReportHandled(outcome.Value, outcome is ReportOutcome.NotConfirmed ? null : to!.Trim(), reason) },
    };

    /// <summary>Why a court does nothing more about a report; null while it handles it.</summary>
    public static Refusal? Against(BoxedReport report, int court) => report switch
    {
        { Handled: not null } => new Refusal.State("report-handled"),
        _ when report.Received.Handling != court => new Refusal.State("report-not-here"),
        _ => null,
    };

    /// <summary>A leader, or somebody of the inspection: then it is not for the inspection of that court.</summary>
    private static bool NamesLeader(PutReport command, ReportRules rules) =>
        command.NamesLeader || command.Accused.Any(a => a.Posts.Any(p => p == BoxedReport.Inspection || rules.Leaders.Contains(p)));
}

using Zhixin.Database.Reception;
using Zhixin.Petitions;

namespace Zhixin.Database.Petitions;

/// <summary>The rows that stand beside a petition: what it owes, what waits in it for a decision, its write-offs and terminations.</summary>
public sealed partial class ReadRows
{
    /// <summary>Columns of <c>approval</c>.</summary>
    public static ReadTable Approvals { get; } = new("approval", ["home", "stream", "no"],
    [
        "home", "stream", "no", "act", "request", "court", "asked_on", "asked_by", "asked_for", "state", "decided_on", "code", "about", "barred", "seen_by",
    ]);

    /// <summary>Columns of <c>hop</c>: a row for each court that has the hop to handle.</summary>
    public static ReadTable Hops { get; } = new("hop", ["home", "stream", "no", "to_court"],
    [
        "home", "stream", "no", "from_court", "to_court", "joint", "mode", "letter", "issued_on", "handler", "handler_name", "state", "reported_on", "pressed", "due", "overdue_after", "barred", "seen_by",
    ]);

    /// <summary>Every row of a petition but its own, by table.</summary>
    public IEnumerable<TableRow> Beside(Petition petition) =>
        petition.Obligations.Select(o => Of(petition, o)).Concat(petition.Approvals.Select(a => Of(petition, a)))
            .Concat(petition.Receptions.Appointments.Select(a => AppointmentRows.Of(petition, a, SeenBy(petition)))).Concat(petition.HandDowns.All.SelectMany(h => Handlers(h).Select(court => Of(petition, h, court))))
            .Concat(petition.WriteOffs.All.Select(w => WriteOffRows.Of(petition, w, SeenBy(petition))))
            .Concat(petition.Terminations.All.Select(t => TerminationReadRows.Of(petition, t, SeenBy(petition)))).Concat(Steps(petition));

    /// <summary>Those of them that are not as they were before.</summary>
    public IEnumerable<TableRow> Beside(Petition? before, Petition after)
    {
        if (before is null)
        {
            return Beside(after);
        }

        return after.Obligations.Select(o => (Was: before.Obligations.FirstOrDefault(b => b.No == o.No) is { } was ? Of(before, was) : null, Is: Of(after, o)))
            .Concat(after.Approvals.Select(a => (Was: before.Approvals.FirstOrDefault(b => b.No == a.No) is { } was ? Of(before, was) : null, Is: Of(after, a))))
            .Concat(after.HandDowns.All.SelectMany(h => Handlers(h).Select(court => (Was: before.HandDowns.Find(h.Issued.No) is { } was ? Of(before, was, court) : null, Is: Of(after, h, court)))))
            .Concat(after.WriteOffs.All.Select((w, i) => (
                Was: i < before.WriteOffs.All.Count ? WriteOffRows.Of(before, before.WriteOffs.All[i], SeenBy(before)) : null, Is: WriteOffRows.Of(after, w, SeenBy(after)))))
            .Concat(after.Terminations.All.Select(t => (Was: before.Terminations.Find(t.No) is { } was ? TerminationReadRows.Of(before, was, SeenBy(before)) : null, Is: TerminationReadRows.Of(after, t, SeenBy(after)))))
            .Concat(after.Receptions.Appointments.Select((a, i) => (
                Was: i < before.Receptions.Appointments.Count ? AppointmentRows.Of(before, before.Receptions.Appointments[i], SeenBy(before)) : null,
                Is: AppointmentRows.Of(after, a, SeenBy(after)))))
            .Concat(Steps(after).GroupJoin(Steps(before), ReviewStepRows.No, ReviewStepRows.No, (row, was) => (Was: was.FirstOrDefault(), Is: row)))
            .Where(pair => pair.Was is null || !pair.Is.IsSame(pair.Was))
            .Select(pair => pair.Is);
    }

    /// <summary>The row of something that was asked for.</summary>
    public TableRow Of(Petition petition, Approval approval) => new(
        Approvals,
        [
            petition.Id.Home, petition.Id.Id, approval.No, approval.Act, approval.Request, Zhixin.Petitions.Approvals.Court(petition, approval), approval.AskedOn, approval.AskedBy,
            approval.AskedFor, State(petition, approval), approval.DecidedOn, approval.Code, approval.About, petition.Accused.ToArray(), SeenBy(petition),
        ]);

    private IEnumerable<TableRow> Steps(Petition petition) => petition.Procedures.Conversions.Count == 0 ? [] : ReviewStepRows.Of(petition, court => courts.Columns(Court(court)), SeenBy(petition));

    /// <summary>The courts that have a hop to handle; a row for each.</summary>
    private static IEnumerable<int> Handlers(Hop hop) => hop.Issued.Joint.Prepend(hop.Issued.To).Distinct();

    /// <summary>The row of a hop at a court that has it to handle.</summary>
    private TableRow Of(Petition petition, Hop hop, int court) => new(
        Hops,
        [
            petition.Id.Home, petition.Id.Id, hop.Issued.No, hop.Issued.From, court, court != hop.Issued.To, Code(hop.Issued.Mode), hop.Issued.Letter, hop.On, hop.Named?.Handler, hop.Named?.Name,
            hop switch { { IsOpen: true, Pending: null } => "running", { IsOpen: true } => "reported", { AwaitsUp: true } => "up", _ => "over" },
            hop.Pending?.On, hop.Pressed.Count, hop.DueOn, petition.OverdueAfter(hop) ?? Untimed, petition.Accused.ToArray(), SeenBy(petition),
        ]);

    /// <summary>What is asked for in a petition that ended waits no longer; it waits again when that is undone.</summary>
    private static string State(Petition petition, Approval approval) => approval switch
    {
        { Agreed: true } => "agreed",
        { Agreed: false } => "refused",
        _ => Zhixin.Petitions.Approvals.Waits(petition, approval) ? "waiting" : "ended",
    };
}

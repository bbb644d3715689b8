using Zhixin.Petitions;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>The read rows of reports for termination.</summary>
public static class TerminationReadRows
{
    /// <summary>Columns of <c>termination</c>.</summary>
    public static ReadTable Table { get; } = new("termination", ["home", "stream", "no"],
    [
        "home", "stream", "no", "reporting", "decider", "court", "station", "state", "class", "ground", "reported_on", "since", "correction_due", "decided_on", "notice_on", "reversed_on", "barred", "seen_by",
    ]);

    /// <summary>The row of a report: the court and station at which it waits, or those of its last step when it is over.</summary>
    /// <param name="seenBy">The courts that see the petition.</param>
    public static TableRow Of(Petition petition, Termination one, int[] seenBy)
    {
        var place = one.Waits ?? new TerminationPlace(one.Steps[^1].Station, one.Steps[^1].Court);
        return new TableRow(Table,
        [
            petition.Id.Home, petition.Id.Id, one.No, one.Reported.Court, one.Decider, place.Court, ReadRows.Code(place.Station), State(petition, one), ReadRows.Code(one.Reported.Class),
            TerminationRules.Code(one.Reported.Ground), one.On, one.Since, one.Filing?.Asked?.DueOn, one.Decided is null ? null : one.EndedOn, one.NoticeOn, one.ReversedOn, petition.Accused.ToArray(), seenBy,
        ]);
    }

    /// <summary>Of a petition that ended otherwise, a report waits no longer; it waits again when that is undone.</summary>
    private static string State(Petition petition, Termination one) => one switch
    {
        { Reversed: not null } => "reversed",
        { Ended: { } end } => ReadRows.Code(end),
        _ => petition.IsOpen ? "pending" : "ended",
    };
}

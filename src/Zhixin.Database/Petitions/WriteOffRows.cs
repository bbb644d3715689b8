using Zhixin.Petitions;

namespace Zhixin.Database.Petitions;

/// <summary>The read rows of applications for write-off.</summary>
public static class WriteOffRows
{
    /// <summary>Columns of <c>write_off</c>.</summary>
    public static ReadTable Table { get; } = new("write_off", ["home", "stream", "no"],
    [
        "home", "stream", "no", "enforcing", "top", "court", "station", "state", "applied_on", "applied_by", "since", "verifier", "ground", "reversed_on", "barred", "seen_by",
    ]);

    /// <summary>The row of an application: the court and station at which it waits, or those of its last step when it is over.</summary>
    /// <param name="seenBy">The courts that see the petition.</param>
    public static TableRow Of(Petition petition, WriteOff one, int[] seenBy)
    {
        var place = one.Waits ?? new WriteOffPlace(one.Steps[^1].Station, one.Steps[^1].Court);
        return new TableRow(Table,
        [
            petition.Id.Home, petition.Id.Id, one.Applied.No, one.Applied.Court, one.Top, place.Court, ReadRows.Code(place.Station), State(petition, one), one.On,
            one.Applied.By, one.Since, one.Verifier?.Person, one.Applied.Ground, one.ReversedOn, petition.Accused.ToArray(), seenBy,
        ]);
    }

    /// <summary>Of a petition that ended otherwise, an application waits no longer; it waits again when that is undone.</summary>
    private static string State(Petition petition, WriteOff one) => one switch
    {
        { Reversed: not null } => "reversed",
        { Ended: { } end } => ReadRows.Code(end),
        _ when petition.Stage is Stage.Replied or Stage.Closed => "pending",
        _ => "ended",
    };
}

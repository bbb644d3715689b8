using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Supervisions;

namespace Zhixin.Database.Supervisions;

/// <summary>The read rows of supervisions, and who sees them: pure functions of the folded state and the court tree.</summary>
public sealed class SupervisionRows(CourtDirectory courts, ReadRows rows)
{
    /// <summary>Columns of <c>supervision</c>.</summary>
    public static ReadTable Table { get; } = new("supervision", ["home", "id"],
    [
        "home", "id", "version", "number", "court", "enforcing", "high", "mid", "basic", "petition_home", "petition", "petition_number", "case_number", "complaint", "source",
        "ground", "mode", "stage", "phase", "received_on", "letter_on", "next_due", "next_kind", "overdue_after", "rounds", "listed_on", "listed_number", "listed_title", "listed_due", "listed_until", "listed_result_on", "reviewer",
        "handlers", "accused", "ended_on", "condition", "seen_by",
    ]);

    /// <summary>
    /// Who sees a supervision: the court that leads and those above it; once something went down, every court from there to the one that enforces. Sight does
    /// not end with the letter: nobody loses what he or she has to answer for.
    /// </summary>
    public IReadOnlyList<(int Court, string Ground)> Sight(Supervision supervision) =>
    [
        .. Above(supervision.Court, "supervising").Concat(supervision.Below.SelectMany(court => Above(court, "supervised"))).Distinct(),
    ];

    /// <summary>Every row of a supervision.</summary>
    public IEnumerable<TableRow> Of(Supervision supervision) =>
        supervision.Obligations.Select(o => rows.Of(supervision, o, SeenBy(supervision))).Prepend(Row(supervision));

    /// <summary>The distinct courts of its sight, ascending.</summary>
    public int[] SeenBy(Supervision supervision) => Matters.MatterDesk<Supervision>.SeenBy(Sight(supervision));

    private TableRow Row(Supervision supervision)
    {
        var (material, chain) = (supervision.Material, courts.Columns(Court(supervision.Enforcing)));
        return new TableRow(Table,
        [
            supervision.Id.Home, supervision.Id.Id, supervision.Version, material.Number, supervision.Court, supervision.Enforcing, chain.High, chain.Mid, chain.Basic,
            material.Subject.Home, material.Subject.Petition, material.Subject.Number, material.Subject.CaseNumber, material.Complaint, material.Source,
            supervision.Ground, supervision.Mode is { } mode ? ReadRows.Code(mode) : null, supervision.Stage, supervision.IsOpen ? "open" : "ended", material.ReceivedOn,
            supervision.Letters.Count > 0 ? supervision.Letters[0].On : null, supervision.Next?.Due, supervision.Next?.Rule.Kind,
            supervision.Obligations.Where(o => o.IsOpen && !o.IsWindow).Select(o => o.OverdueAfter).Min() ?? ReadRows.Untimed, supervision.Rounds,
            supervision.Listing.ApprovedOn, supervision.Listing.Approved?.Number, supervision.Listing.Approved?.Title, supervision.Listing.Approved?.DueOn,
            supervision.Listing.Elements?.DueOn, supervision.Listing.ResultOn, supervision.Reviewer?.Reviewer,
            supervision.Open.Select(l => l.Named?.Handler).OfType<Guid>().Distinct().ToArray(), material.Accused.ToArray(), supervision.End?.On,
            supervision.End?.Condition, SeenBy(supervision),
        ]);
    }

    private IEnumerable<(int Court, string Ground)> Above(int court, string ground) =>
        courts.Superiors(Court(court)).Select(c => (c.Number, "superior")).Prepend((court, ground));

    private Court Court(int number) => courts.ByNumber(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such court.");
}

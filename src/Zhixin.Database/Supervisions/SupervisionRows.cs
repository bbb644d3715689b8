using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Petitions;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;

namespace Zhixin.Database.Supervisions;

/// <summary>The read rows of supervisions, and who sees them: pure functions of the folded state and the court tree.</summary>
public sealed class SupervisionRows(CourtDirectory courts, ReadRows rows)
{
    /// <summary>Columns of <c>supervision</c>.</summary>
    public static ReadTable Table { get; } = new("supervision", ["home", "id"],
    [
        "home", "id", "version", "number", "court", "enforcing", "inside", "high", "mid", "basic", "petition_home", "petition", "petition_number", "case_number", "complaint", "source",
        "ground", "mode", "stage", "phase", "received_on", "letter_on", "next_due", "next_kind", "overdue_after", "rounds", "listed_on", "listed_number", "listed_title", "listed_due", "listed_until", "listed_result_on", "reviewer",
        "awaited", "handlers", "accused", "ended_on", "told_on", "condition", "not_followed", "pressing", "seen_by",
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
        supervision.Obligations.Select(o => rows.Of(supervision, o, SeenBy(supervision))).Concat(supervision.Approvals.Select(a => Of(supervision, a))).Prepend(Row(supervision));

    /// <summary>The distinct courts of its sight, ascending.</summary>
    public int[] SeenBy(Supervision supervision) => Matters.MatterDesk<Supervision>.SeenBy(Sight(supervision));

    private TableRow Row(Supervision supervision)
    {
        var (material, chain) = (supervision.Material, courts.Columns(Court(supervision.Enforcing)));
        return new TableRow(Table,
        [
            supervision.Id.Home, supervision.Id.Id, supervision.Version, material.Number, supervision.Court, supervision.Enforcing, supervision.IsInternal, chain.High, chain.Mid, chain.Basic,
            material.Subject.Home, material.Subject.Petition, material.Subject.Number, material.Subject.CaseNumber, material.Complaint, material.Source,
            supervision.Ground, supervision.Mode is { } mode ? ReadRows.Code(mode) : null, supervision.Stage, supervision.IsOpen ? "open" : "ended", material.ReceivedOn,
            supervision.Letters.Count > 0 ? supervision.Letters[0].On : null, supervision.Next?.Due, supervision.Next?.Rule.Kind,
            supervision.Obligations.Where(o => o.IsOpen && !o.IsWindow).Select(o => o.OverdueAfter).Min() ?? ReadRows.Untimed, supervision.Rounds,
            supervision.Listing.ApprovedOn, supervision.Listing.Approved?.Number, supervision.Listing.Approved?.Title, supervision.Listing.Approved?.DueOn,
            supervision.Listing.Elements?.DueOn, supervision.Listing.ResultOn, supervision.Reviewer?.Reviewer, Awaited(supervision),
            supervision.Letters.Where(l => l.IsOpen || Reporting.IsPassedOn(supervision, l)).Select(l => l.Named?.Handler).OfType<Guid>().Distinct().ToArray(), material.Accused.ToArray(), supervision.End?.On,
            supervision.Told is [.., var told] ? told.On : null, supervision.End?.Condition, supervision.Opinions.Select(o => o.NotFollowedOn).OfType<DateOnly>().ToArray(), supervision.Pressing.ToArray(), SeenBy(supervision),
        ]);
    }

    /// <summary>The row of something that was asked for; what is asked for in a supervision that ended waits no longer.</summary>
    private TableRow Of(Supervision supervision, Approval approval) => new(
        ReadRows.Approvals,
        [
            supervision.Id.Home, supervision.Id.Id, approval.No, approval.Act, approval.Request, SupervisionApprovals.Court(supervision, approval), approval.AskedOn, approval.AskedBy,
            approval.AskedFor, approval switch { { Agreed: true } => "agreed", { Agreed: false } => "refused", _ => SupervisionApprovals.Waits(supervision, approval) ? "waiting" : "ended" },
            approval.DecidedOn, approval.Code, approval.About, supervision.Material.Accused.ToArray(), SeenBy(supervision),
        ]);

    /// <summary>At whose end the first thing was overdue that a High Court awaits from below and has not been found overdue for the days of the pack; null where nothing is awaited.</summary>
    private DateOnly? Awaited(Supervision supervision) => supervision.IsOpen
        ? supervision.Open.Where(l => l.OverrunOn is null && l.AwaitsReport && Court(l.Issued.From).Level == CourtLevel.High).Min(l => Pressing.Awaited(supervision, l))
        : null;

    private IEnumerable<(int Court, string Ground)> Above(int court, string ground) =>
        courts.Superiors(Court(court)).Select(c => (c.Number, "superior")).Prepend((court, ground));

    private Court Court(int number) => courts.ByNumber(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such court.");
}

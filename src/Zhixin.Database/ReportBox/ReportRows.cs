using Zhixin.Authority;
using Zhixin.Courts;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.ReportBox;

namespace Zhixin.Database.ReportBox;

/// <summary>The read rows of reports, and what one is to its desk.</summary>
public sealed class ReportRows(CourtDirectory courts, ReadRows rows)
{
    /// <summary>Columns of <c>report</c>.</summary>
    public static ReadTable Table { get; } = new("report", ["home", "id"],
    [
        "home", "id", "version", "number", "handling", "high", "mid", "basic", "channel", "anonymous", "names_leader", "stage", "received_on", "handled_on", "outcome", "accused", "seen_by",
    ]);

    /// <summary>The court that handles it and those above: where a leader of the home is named, the home sees nothing.</summary>
    public IReadOnlyList<(int Court, string Ground)> Sight(BoxedReport report) =>
        [(report.Received.Handling, "handling"), .. courts.Superiors(Court(report.Received.Handling)).Select(c => (c.Number, "superior"))];

    /// <summary>Every row of a report.</summary>
    public IEnumerable<TableRow> Of(BoxedReport report)
    {
        var seenBy = MatterDesk<BoxedReport>.SeenBy(Sight(report));
        return report.Obligations.Select(o => rows.Of(report, o, seenBy)).Prepend(Row(report, seenBy));
    }

    /// <summary>The kind, for the desk.</summary>
    public MatterKind<BoxedReport> Kind() => new(
        BoxedReport.Kind, (id, history) => history.Facts[0].Fact is ReportReceived ? BoxedReport.Fold(id, history.Facts) : null, r => r.Received.Accused, r => r.Version, r => r.Received.Number,
        r => r.Received.Handling, (r, _) => r.ReceivedOn, (act, proof, days) => new ReportEnteredLate(act, proof, days), (_, _, _) => null, MayNot,
        (law, before, id, happened, today) => BoxedReport.Tell(before, id, happened, r => BoxedReport.Setting(r, law.Rules, law.Calendar, law.Courts, today)), Sight, Of,
        (_, _, after, facts, _) => BoxedReport.Notices(after, facts))
    {
        Obligations = r => r.Obligations,
    };

    private static Refusal? MayNot(Law law, ActingPerson who, string act, BoxedReport report)
    {
        if (who.For is { } represented && !represented.Covers(act))
        {
            return new Refusal.Authority(act, "deputy-not-this-act", represented.Name, law.Authority.RowsOf(act)[0].Name);
        }

        var handling = report.Received.Handling;
        var relation = who.Court == handling ? CourtRelation.Own : law.Chain(handling).Contains(who.Court) ? CourtRelation.Superior : CourtRelation.Uninvolved;
        return law.Authority.MayDo(act, who.ActingPosts, relation, report.Received.Accused.Any(a => who.Actors.Include(a)) ? [PersonBar.Accused] : []);
    }

    private TableRow Row(BoxedReport report, int[] seenBy)
    {
        var (received, chain) = (report.Received, courts.Columns(Court(report.Received.Handling)));
        return new TableRow(Table,
        [
            report.Id.Home, report.Id.Id, report.Version, received.Number, received.Handling, chain.High, chain.Mid, chain.Basic, ReadRows.Code(received.Channel), received.Anonymous,
            received.NamesLeader, report.Handled is null ? "received" : "handled", report.ReceivedOn, report.HandledOn, report.Handled is { } handled ? ReadRows.Code(handled.Outcome) : null,
            received.Accused.ToArray(), seenBy,
        ]);
    }

    private Court Court(int number) => courts.ByNumber(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such court.");
}

using Zhixin.Authority;
using Zhixin.Courts;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.PlatformItems;

namespace Zhixin.Database.PlatformItems;

/// <summary>The read rows of platform items, and what one is to its desk.</summary>
public sealed class PlatformRows(CourtDirectory courts, ReadRows rows)
{
    /// <summary>Columns of <c>platform_item</c>.</summary>
    public static ReadTable Table { get; } = new("platform_item", ["home", "id"],
    [
        "home", "id", "version", "number", "external", "kind", "court", "enforcing", "high", "mid", "basic", "case_number", "content", "stage", "phase", "received_on", "due",
        "overdue_after", "handler", "reviewer", "returns", "ended_on", "seen_by",
    ]);

    /// <summary>The superior that supervises it and those above; the court that handles it and those above.</summary>
    public IReadOnlyList<(int Court, string Ground)> Sight(PlatformItem item) => [.. Above(item.Received.From, "supervising").Concat(Above(item.Received.To, "handling")).Distinct()];

    /// <summary>The distinct courts of its sight, ascending.</summary>
    public int[] SeenBy(PlatformItem item) => MatterDesk<PlatformItem>.SeenBy(Sight(item));

    /// <summary>Every row of an item.</summary>
    public IEnumerable<TableRow> Of(PlatformItem item) => item.Obligations.Select(o => rows.Of(item, o, SeenBy(item))).Prepend(Row(item));

    /// <summary>The kind, for the desk.</summary>
    public MatterKind<PlatformItem> Kind() => new(
        PlatformItem.Kind, (id, history) => history.Facts[0].Fact is PlatformItemReceived ? PlatformItem.Fold(id, history.Facts) : null, _ => [], i => i.Version, i => i.Received.Number,
        i => i.Received.To, PlatformItem.Since, (act, proof, days) => new PlatformItemEnteredLate(act, proof, days), (_, _, _) => null, MayNot,
        (law, before, id, happened, today) => PlatformItem.Tell(before, id, happened, i => PlatformItem.Setting(i, law.Rules, law.Calendar, law.Courts, today)), Sight, Of,
        (_, _, after, facts, actors) => PlatformNotices.Of(after, facts, actors))
    {
        Obligations = i => i.Obligations,
    };

    private static Refusal? MayNot(Law law, ActingPerson who, string act, PlatformItem item)
    {
        if (who.For is { } represented && !represented.Covers(act))
        {
            return new Refusal.Authority(act, "deputy-not-this-act", represented.Name, law.Authority.RowsOf(act)[0].Name);
        }

        var relation = who.Court == item.Received.To ? CourtRelation.Subordinate : law.Chain(item.Received.To).Contains(who.Court) ? CourtRelation.Superior : CourtRelation.Uninvolved;
        IReadOnlyList<string> posts = [.. who.ActingPosts.Where(p => p != "handler"), .. item.Handler?.Handler == who.Whose ? ["handler"] : Array.Empty<string>()];
        return law.Authority.MayDo(act, posts, relation, []);
    }

    private TableRow Row(PlatformItem item)
    {
        var (received, chain) = (item.Received, courts.Columns(Court(item.Received.To)));
        return new TableRow(Table,
        [
            item.Id.Home, item.Id.Id, item.Version, received.Number, received.External, received.Kind, received.From, received.To, chain.High, chain.Mid, chain.Basic, received.CaseNumber,
            received.Content, item.Stage, item.IsOpen ? "open" : "ended", received.ReceivedOn, item.DueOn, item.Completed is null && item.IsOpen ? item.DueOn ?? ReadRows.Untimed : ReadRows.Untimed,
            item.Handler?.Handler, item.Verifier?.Verifier, item.Returns, item.ClosedOn, SeenBy(item),
        ]);
    }

    private IEnumerable<(int Court, string Ground)> Above(int court, string ground) => courts.Superiors(Court(court)).Select(c => (c.Number, "superior")).Prepend((court, ground));

    private Court Court(int number) => courts.ByNumber(number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "No such court.");
}

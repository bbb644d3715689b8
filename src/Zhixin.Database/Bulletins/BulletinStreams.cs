using Zhixin.Authority;
using Zhixin.Bulletins;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.Database.Reception;

namespace Zhixin.Database.Bulletins;

/// <summary>The read rows of ranking bulletins, and what one is to its desk.</summary>
public sealed class BulletinStreams(ReadRows rows)
{
    /// <summary>Who sees it: the issuing court and its superiors, and once it is issued the courts that it names.</summary>
    public IReadOnlyList<(int Court, string Ground)> Sight(Bulletin bulletin) =>
    [
        .. rows.Sight(bulletin.Id.Home, bulletin.Id.Home).Concat(bulletin.Issued is null ? [] : bulletin.Courts.Select(court => (court, "named"))).Distinct(),
    ];

    /// <summary>The distinct courts of its sight, ascending.</summary>
    public int[] SeenBy(Bulletin bulletin) => MatterDesk<Bulletin>.SeenBy(Sight(bulletin));

    /// <summary>Every row of a bulletin.</summary>
    public IEnumerable<TableRow> Of(Bulletin bulletin) => bulletin.Obligations.Select(o => rows.Of(bulletin, o, SeenBy(bulletin)))
        .Concat(bulletin.Approvals.Select(a => Of(bulletin, a))).Prepend(BulletinRows.Of(bulletin, SeenBy(bulletin)));

    /// <summary>The kind, for the desk.</summary>
    public MatterKind<Bulletin> Kind() => new(
        Bulletin.Kind, (id, history) => history.Facts[0].Fact is PeriodQuarterEnded ? Bulletin.Fold(id, history.Facts) : null, _ => [], b => b.Version, Number, b => b.Id.Home, Bulletin.Since,
        (act, proof, days) => new BulletinEnteredLate(act, proof, days), (_, _, _) => null, MayNot,
        (law, before, id, happened, today) => Bulletin.Tell(before, id, happened, Bulletin.Setting(id.Home, law.Rules, law.Calendar, law.Chain, today)), Sight, Of,
        (_, before, after, facts, actors) => BulletinNotices.Of(before, after, facts, actors))
    {
        Obligations = b => b.Obligations, Papers = b => b.Papers,
    };

    /// <summary>How a bulletin is called before and after it has a number.</summary>
    public static string Number(Bulletin bulletin) => bulletin.Issued?.Facts.Number ?? BulletinPeriod.Name(bulletin.Period.BeganOn, bulletin.Period.EndedOn);

    private static Refusal? MayNot(Law law, ActingPerson who, string act, Bulletin bulletin)
    {
        if (who.For is { } represented && !represented.Covers(act))
        {
            return new Refusal.Authority(act, "deputy-not-this-act", represented.Name, law.Authority.RowsOf(act)[0].Name);
        }

        var relation = who.Court == bulletin.Id.Home ? CourtRelation.Superior : law.Chain(who.Court).Contains(bulletin.Id.Home) ? CourtRelation.Subordinate : CourtRelation.Uninvolved;
        return law.Authority.MayDo(act, who.ActingPosts, relation, []);
    }

    private TableRow Of(Bulletin bulletin, Zhixin.Petitions.Approval approval) => new(
        ReadRows.Approvals,
        [
            bulletin.Id.Home, bulletin.Id.Id, approval.No, approval.Act, approval.Request, bulletin.Id.Home, approval.AskedOn, approval.AskedBy, approval.AskedFor,
            approval switch { { Agreed: true } => "agreed", { Agreed: false } => "refused", _ => "waiting" }, approval.DecidedOn, approval.Code, approval.About, Array.Empty<Guid>(), SeenBy(bulletin),
        ]);
}

using Zhixin.Petitions.Acts;

namespace Zhixin.Bulletins.Acts;

/// <summary>Drafting, issuing and reading the bulletin that ranks courts (SPC09-1.3, SPC16-5(2), HNP-24).</summary>
public static class BulletinHandling
{
    private const string Clause = "SPC09-1.3";

    /// <summary>Why a court's period has no bulletin; null where it has one.</summary>
    /// <param name="under">How many courts are right under it.</param>
    public static Refusal? NotBegun(BulletinPeriod period, int under, DateOnly today) => period switch
    {
        _ when under == 0 => new Refusal.Law(Clause, "ranking-nobody-under"),
        _ when period.EndedOn >= today => new Refusal.Law(Clause, "ranking-period-runs", period.EndedOn),
        _ => null,
    };

    /// <summary>The bulletin is drafted: every court right under the own one, with the figures of the day.</summary>
    /// <param name="under">The courts that it must name, by number and name.</param>
    public static Decision<object> Draft(
        Bulletin bulletin, int court, IReadOnlyList<(int Number, string Name)> under, IReadOnlyList<CourtFigures> figures, IReadOnlyList<VisitFigures>? visits, string? remarks, Actors by) =>
        NotDraftable(bulletin, court) switch
        {
            { } not => not,
            _ when under.Where(c => figures.All(f => f.Court != c.Number)).Select(c => c.Name).ToList() is { Count: > 0 } missing => new Refusal.Law(Clause, "ranking-leaves-out", string.Join('、', missing)),
            _ => new object[] { new BulletinDrafted(Ranking.Of(figures), visits, string.IsNullOrWhiteSpace(remarks) ? null : remarks.Trim(), by.Person, by.For) },
        };

    /// <summary>Why nothing can be drafted; null when it can.</summary>
    public static Refusal? NotDraftable(Bulletin bulletin, int court) => bulletin switch
    {
        { Issued: { } issued } => new Refusal.State("ranking-issued", issued.Facts.Number),
        _ when bulletin.Id.Home != court => new Refusal.Law(Clause, "ranking-not-own"),
        { Draft: not null } => new Refusal.State("ranking-drafted"),
        _ => null,
    };

    /// <summary>Another person agrees: it goes to the courts that it names, under its number.</summary>
    public static Decision<object> Issue(Bulletin bulletin, int court, Actors by) => (NotDecidable(bulletin, court) ?? Own(bulletin, by)) is { } not ? not
        : new BulletinPeriodicIssued(string.Empty, bulletin.Period.BeganOn, bulletin.Period.EndedOn, bulletin.Draft!.Courts, bulletin.Draft.Remarks) is var issued && bulletin.Draft.Visits is { } visits
            ? new object[] { issued, new BulletinQuarterlyIssued(string.Empty, visits) }
            : new object[] { issued };

    /// <summary>Another person gives the draft back.</summary>
    public static Decision<object> Return(Bulletin bulletin, int court, string? reason, Actors by) => NotDecidable(bulletin, court) ?? Own(bulletin, by) switch
    {
        { } not => not,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => (Decision<object>)new object[] { new BulletinReturned(reason.Trim()) },
    };

    /// <summary>Why no draft can be decided on; null when one can.</summary>
    public static Refusal? NotDecidable(Bulletin bulletin, int court) => bulletin switch
    {
        { Issued: { } issued } => new Refusal.State("ranking-issued", issued.Facts.Number),
        _ when bulletin.Id.Home != court => new Refusal.Law(Clause, "ranking-not-own"),
        { Draft: null } => new Refusal.State("ranking-not-drafted"),
        _ => null,
    };

    /// <summary>A court that it names says that it has read it.</summary>
    public static Decision<object> Read(Bulletin bulletin, int court, Actors by) =>
        NotReadable(bulletin, court) is { } not ? not : new object[] { new BulletinRead(court, by.Person, by.For) };

    /// <summary>Why a court has nothing to read; null when it has.</summary>
    public static Refusal? NotReadable(Bulletin bulletin, int court) => bulletin switch
    {
        { Issued: null } => new Refusal.State("ranking-not-issued"),
        _ when !bulletin.Courts.Contains(court) => new Refusal.Law("SPC16-5(2)", "ranking-not-named"),
        _ when bulletin.Readers.Any(r => r.Facts.Court == court) => new Refusal.State("ranking-read"),
        _ => null,
    };

    private static Refusal? Own(Bulletin bulletin, Actors by) =>
        by.Include(bulletin.Draft!.DraftedBy) || by.Include(bulletin.Draft.DraftedFor) ? new Refusal.Law(Clause, "ranking-own-draft") : null;
}

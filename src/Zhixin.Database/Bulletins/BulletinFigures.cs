using Zhixin.Bulletins;
using Zhixin.Courts;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Bulletins;

/// <summary>What a bulletin says of the courts under one: each right under it, with its whole area.</summary>
/// <param name="Courts">In the order of the directory, not ranked yet.</param>
public sealed record AreaFigures(IReadOnlyList<CourtFigures> Courts, IReadOnlyList<VisitFigures> Visits);

/// <summary>
/// The figures of a bulletin, counted court by court from the read tables and added up along the tree. Every one is asked by court and day, so that an index finds it.
/// </summary>
public sealed class BulletinFigures(Db db, LawInForce law)
{
    /// <summary>Petitions by the court that answers: $1 the courts, $2 and $3 the period, $4 how many contacts are a repetition. The plan tests look at it.</summary>
    public const string PetitionSql =
        """
        select /* all homes: bulletin-petitions */ p.responsible as court, count(*)::int as received, count(*) filter (where p.phase in ('closed', 'resolved-before'))::int as settled,
          count(*) filter (where p.contacts >= $4)::int as repeated, count(*) filter (where p.venue = 'province')::int as province, count(*) filter (where p.venue = 'beijing')::int as beijing
        from petition p where p.responsible = any($1) and p.first_received_on >= $2 and p.first_received_on <= $3 and p.phase not in ('voided', 'merged', 'declined', 'withdrawn')
        group by p.responsible order by p.responsible
        """;

    /// <summary>Clocks that broke: $1 the courts, $2 and $3 the first and last day at whose end they did, $4 the kinds that are reports.</summary>
    public const string ObligationSql =
        """
        select /* all homes: bulletin-obligations */ late.court, sum(late.n)::int as n, sum(late.m)::int as m from (
          select o.court, count(*) as n, count(*) filter (where o.kind = any($4)) as m from obligation o
          where o.court = any($1) and o.state = 'open' and o.overdue_after >= $2 and o.overdue_after <= $3 and not o.warn_only group by o.court
          union all
          select o.court, count(*), count(*) filter (where o.kind = any($4)) from obligation o
          where o.court = any($1) and o.state = 'fulfilled' and o.settled_on > o.overdue_after and o.overdue_after >= $2 and o.overdue_after <= $3 and not o.warn_only group by o.court) as late
        group by late.court order by late.court
        """;

    /// <summary>Supervisions whose first letter went down: $1 the courts that enforce, $2 and $3 the period.</summary>
    public const string LetterSql =
        """
        select /* all homes: bulletin-letters */ s.enforcing as court, count(*)::int as n, 0 as m from supervision s
        where s.enforcing = any($1) and s.letter_on >= $2 and s.letter_on <= $3 and s.stage not in ('voided', 'merged') group by s.enforcing order by s.enforcing
        """;

    /// <summary>Opinions that were found not to be followed; the same arguments.</summary>
    public const string NotFollowedSql =
        """
        select /* all homes: bulletin-not-followed */ s.enforcing as court, count(*)::int as n, 0 as m from supervision s cross join lateral unnest(s.not_followed) as found(at)
        where s.enforcing = any($1) and s.not_followed <> '{}' and found.at >= $2 and found.at <= $3 group by s.enforcing order by s.enforcing
        """;

    private static readonly string[] Reports = ["supervision.report-submitted", "hand-down.reported"];

    /// <summary>The figures of a period, of every court right under one.</summary>
    public async Task<AreaFigures> Of(Scope scope, Court top, BulletinPeriod period, CancellationToken stop)
    {
        var now = law.Now;
        var children = now.Courts.Children(top);
        var area = children.SelectMany(child => now.Courts.Subtree(child).Select(c => (c.Number, Child: child.Number))).ToDictionary(c => c.Number, c => c.Child);
        var (courts, reading) = (area.Keys.ToArray(), new Reading(scope));
        var petitions = reading.Ask<PetitionCounts>(PetitionSql, courts, period.BeganOn, period.EndedOn, RepeatedFrom(now, top.Number, period.EndedOn));
        var late = reading.Ask<CourtCounts>(ObligationSql, courts, period.BeganOn.AddDays(-1), period.EndedOn.AddDays(-1), ReportKinds(now));
        var letters = reading.Ask<CourtCounts>(LetterSql, courts, period.BeganOn, period.EndedOn);
        var notFollowed = reading.Ask<CourtCounts>(NotFollowedSql, courts, period.BeganOn, period.EndedOn);
        await reading.Run(db, null, stop);
        var (byPetition, byLate) = ((await petitions).ToLookup(r => area[r.Court]), (await late).ToLookup(r => area[r.Court]));
        var (byLetter, byOpinion) = ((await letters).ToLookup(r => area[r.Court]), (await notFollowed).ToLookup(r => area[r.Court]));
        return new AreaFigures(
            [.. children.Select(c => new CourtFigures(
                c.Number, c.Name, null, byPetition[c.Number].Sum(p => p.Received), byPetition[c.Number].Sum(p => p.Settled), byPetition[c.Number].Sum(p => p.Repeated),
                byLate[c.Number].Sum(o => o.N), byLate[c.Number].Sum(o => o.M), byLetter[c.Number].Sum(s => s.N), byOpinion[c.Number].Sum(s => s.N)))],
            [.. children.Select(c => (Court: c, Rows: byPetition[c.Number].ToList())).Select(c => new VisitFigures(
                c.Court.Number, c.Court.Name, c.Rows.Sum(p => p.Province), c.Rows.Sum(p => p.Beijing), c.Rows.Sum(p => p.Received - p.Province - p.Beijing)))]);
    }

    /// <summary>From how many contacts on a petition counts as repeated; a threshold of the packs.</summary>
    public static int RepeatedFrom(Law law, int court, DateOnly on) => (int)(law.Rules.Threshold("repeat-visit", law.Chain(court), on)?.Value
        ?? throw new InvalidDataException("No pack says which contact repeats."));

    /// <summary>The kinds of obligation that are reports to a superior: those that such a report fulfils.</summary>
    private static string[] ReportKinds(Law law) => [.. law.Packs.SelectMany(p => p.Rules).Where(r => r.FulfilledBy.Intersect(Reports, StringComparer.Ordinal).Any()).Select(r => r.Kind).Distinct()];

    private sealed record PetitionCounts
    {
        public required int Court { get; init; }

        public required int Received { get; init; }

        public required int Settled { get; init; }

        public required int Repeated { get; init; }

        public required int Province { get; init; }

        public required int Beijing { get; init; }
    }

    private sealed record CourtCounts
    {
        public required int Court { get; init; }

        public required int N { get; init; }

        public required int M { get; init; }
    }
}

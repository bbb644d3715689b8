using Zhixin.Bulletins;
using Zhixin.Database.Matters;
using Zhixin.Database.Petitions;
using Zhixin.History;

namespace Zhixin.Database.Bulletins;

/// <summary>
/// Lets the periods of courts end, of which a bulletin is owed: only for courts that have courts under them, and not before the day on which the first member of
/// staff was entered there. Any number of nodes may run this at once.
/// </summary>
public sealed class Quarters(Db db, LawInForce law, MatterDesk<Bulletin> desk, TimeProvider clock)
{
    /// <summary>How far back a round looks.</summary>
    private const int YearsBack = 1;

    private (DateOnly Day, Law Law)? _round;

    private DateOnly Today => Calendar.ChinaDate.Of(clock.GetUtcNow());

    /// <summary>How many months a period of a court has; a choice of the packs.</summary>
    public static int Months(Law law, int court, DateOnly on) => (int)(law.Rules.Threshold("bulletin-period-months", law.Chain(court), on)?.Value
        ?? throw new InvalidDataException("No pack says how long the period of a bulletin is."));

    /// <summary>Ends every period that is over and was not ended yet, where a rule in force opens something by it. Returns how many.</summary>
    public async Task<int> End(CancellationToken stop)
    {
        var (ended, round) = (0, (Today, law.Now));
        if (_round == round)
        {
            return 0; // Nothing can have come since but a new day or another law.
        }

        foreach (var court in await Working(stop))
        {
            foreach (var period in await Missing(court, stop))
            {
                ended += law.Now.Opens(court.Court, Ended(court.Court, period)) && await desk.Open(Bulletin.Of(court.Court, period.EndedOn), Ended(court.Court, period), Today, stop) ? 1 : 0;
            }
        }

        _round = round;
        return ended;
    }

    /// <summary>Ends one period of a court at the wish of whoever drafts its bulletin: also one of before the software ran, of which nothing counts as late before today.</summary>
    public Task<bool> End(int court, BulletinPeriod period, CancellationToken stop) => desk.Open(Bulletin.Of(court, period.EndedOn), Ended(court, period), Today, stop);

    private DatedFact Ended(int court, BulletinPeriod period) =>
        new(new PeriodQuarterEnded(law.Now.Court(court).Level.ToString().ToLowerInvariant(), period.BeganOn, period.EndedOn), period.EndedOn);

    /// <summary>The courts with courts under them at which somebody works, and since when.</summary>
    private async Task<IEnumerable<(int Court, DateOnly Since)>> Working(CancellationToken stop) =>
        from first in await db.Reference<FirstOfStaff>("select distinct on (court) court, id from staff order by court, id", [], stop)
        where law.Now.Courts.ByNumber(first.Court) is { } found && law.Now.Courts.Children(found).Count > 0
        select (first.Court, Calendar.ChinaDate.Of(new StreamId(first.Court, first.Id).MadeAt));

    private async Task<IEnumerable<BulletinPeriod>> Missing((int Court, DateOnly Since) court, CancellationToken stop)
    {
        var since = court.Since > Today.AddYears(-YearsBack) ? court.Since : Today.AddYears(-YearsBack);
        var periods = BulletinPeriod.Ended(since, Today, Months(law.Now, court.Court, Today)).ToDictionary(p => Bulletin.Of(court.Court, p.EndedOn).Id);
        var begun = periods.Count == 0 ? [] : await db.Query<Guid>(
            new Scope(court.Court, Guid.Empty), "select stream from stream where home = $1 and stream = any($2)", [court.Court, periods.Keys.ToArray()], stop);
        return periods.Where(p => !begun.Contains(p.Key)).Select(p => p.Value);
    }

    private sealed record FirstOfStaff
    {
        public required int Court { get; init; }

        public required Guid Id { get; init; }
    }
}

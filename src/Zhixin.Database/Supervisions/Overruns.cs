using Zhixin.Courts;
using Zhixin.Database.Matters;
using Zhixin.Database.Notices;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;

namespace Zhixin.Database.Supervisions;

/// <summary>
/// Finds what has been overdue for the days of the pack (HNP-23) where nobody acts: the moment is recorded on its own day, whenever this runs. Any number of nodes
/// may run it; whoever comes second finds it recorded.
/// </summary>
public sealed class Overruns(Db db, LawInForce law, MatterDesk<Supervision> supervisions)
{
    private const int Most = 500;

    /// <summary>One round. The number of moments recorded.</summary>
    /// <exception cref="AggregateException">What failed, after all others were done.</exception>
    public async Task<int> Run(CancellationToken stop)
    {
        var (now, today, recorded, each) = (law.Now, supervisions.Today, 0, new EachItem());
        foreach (var courts in now.Courts.All.Select(c => (c.Number, Days: Days(now, c.Number, today))).Where(c => c.Days is not null).GroupBy(c => c.Days!.Value))
        {
            var found = await db.Maintenance<Found>(
                "select home, id from supervision where phase = 'open' and enforcing = any($1) and awaited <= $2 order by home, id limit $3",
                [courts.Select(c => c.Number).ToArray(), today.AddDays(-courts.Key), Most], stop);
            foreach (var one in found)
            {
                await each.Do(async () =>
                {
                    while (await supervisions.Happen(new StreamId(one.Home, one.Id), stop))
                    {
                        recorded++;
                    }
                }, stop);
            }
        }

        each.Told();
        return recorded;
    }

    /// <summary>After how many days overdue the instruments in force at a court let an urging letter go; null where none says.</summary>
    public static int? Days(Law law, int court, DateOnly today) => (int?)law.Rules.Threshold(Pressing.OverrunDays, law.Chain(court), today)?.Value;

    /// <summary>The same on a letter: only a High Court sends urging letters (HNP-23).</summary>
    public static int? Days(Law law, Letter letter, DateOnly today) =>
        law.Court(letter.Issued.From).Level == CourtLevel.High ? Days(law, letter.Issued.To, today) : null;

    private sealed record Found
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }
    }
}

using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Supervisions;

namespace Zhixin.Database.Supervisions;

/// <summary>How much waits for a superior court today, each at most one more than <see cref="OwedLists.CountCap"/>.</summary>
/// <param name="Review">Supervisions whose material is to be reviewed.</param>
/// <param name="Sending">Those whose letter is to be sent.</param>
/// <param name="Reported">Those whose report is to be judged.</param>
/// <param name="Urge">Those whose report has been due for the days of the pack: letter or order is owed (HNP-23).</param>
/// <param name="Consequence">Those that owe a bulletin or accountability (HNI-12).</param>
/// <param name="Hops">Reports on what was handed down.</param>
/// <param name="Platform">Items that the court below says are done.</param>
/// <param name="WriteOffs">Write-offs that wait at the court.</param>
/// <param name="Below">What is overdue at courts under it.</param>
/// <param name="Bulletins">Periods that are over, of which no bulletin was drafted.</param>
/// <param name="NewDates">Other dates that were asked for, which the viewer decides.</param>
/// <param name="Approvals">Everything else that waits for the viewer's decision.</param>
public sealed record DayCounts(
    int Review, int Sending, int Reported, int Urge, int Consequence, int Hops, int Platform, int WriteOffs, int Below, int Bulletins, int NewDates,
    int Approvals);

/// <summary>A supervisor's day 督办日程: how long each list is behind which something waits, all in one round trip, each by the index of its list.</summary>
public sealed class DayLists(Db db)
{
    /// <summary>What the counts ask the database, in the order of <see cref="DayCounts"/>: the plan tests look at it.</summary>
    /// <param name="acts">What the viewer may decide.</param>
    /// <param name="whose">The viewer, and whom he or she acts for.</param>
    public static IReadOnlyList<(string Sql, object?[] Arguments)> Statements(Scope scope, Court own, DateOnly today, IReadOnlyList<string> acts, IReadOnlyList<Guid> whose)
    {
        (string, object?[]) Stage(string stage) => Capped("/* all homes: day-stage */", "supervision s where s.court = $1 and s.phase = 'open' and s.stage = $2 and not s.accused @> array[$3]", scope.Court, stage, scope.Viewer);
        (string, object?[]) Pressing(string code) =>
            Capped("/* all homes: day-pressing */", "supervision s where s.court = $1 and s.pressing <> '{}' and s.pressing @> array[$2] and not s.accused @> array[$3]", scope.Court, code, scope.Viewer);
        return
        [
            Stage("review"), Stage("sending"), Stage("reported"), Pressing("urge"), Pressing("consequence"),
            Capped("/* all homes: day-hops */", "hop h where h.state <> 'over' and h.from_court = $1 and not h.joint and h.state = 'reported' and not h.barred @> array[$2]", scope.Court, scope.Viewer),
            Capped("/* all homes: day-platform */", "platform_item i where i.court = $1 and i.phase = 'open' and i.stage = 'completed'", scope.Court),
            Capped("/* all homes: day-write-offs */", "write_off w where w.court = $1 and w.state = 'pending' and $2 <> all(w.barred)", scope.Court, scope.Viewer),
            OverdueBelow.LengthStatement(scope, own, today),
            ($"select count(*)::int from bulletin b where b.home = $1 and b.kind = 'periodic' and b.state = 'owed'", [scope.Court]),
            ApprovalLists.CountStatement(scope, [.. acts.Where(a => a == SupervisionApprovals.NewDate)], whose), ApprovalLists.CountStatement(scope, [.. acts.Where(a => a != SupervisionApprovals.NewDate)], whose),
        ];
    }

    /// <summary>The counts of a viewer's court.</summary>
    public async Task<DayCounts> Counts(Scope scope, Court own, DateOnly today, IReadOnlyList<string> acts, IReadOnlyList<Guid> whose, CancellationToken stop)
    {
        var reading = new Reading(scope);
        var asked = Statements(scope, own, today, acts, whose).Select(s => reading.Ask<int>(s.Sql, s.Arguments)).ToList();
        await reading.Run(db, null, stop);
        var n = (await Task.WhenAll(asked)).Select(rows => rows.Single()).ToArray();
        return new DayCounts(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11]);
    }

    private static (string, object?[]) Capped(string mark, string which, params object?[] arguments) =>
        ($"select {mark} count(*)::int from (select 1 from {which} limit {OwedLists.CountCap + 1}) as capped", arguments);
}

using Npgsql;
using Zhixin.Calendar;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Regulations;

namespace Zhixin.Database.Notices;

/// <summary>
/// Tells the people of each court, once a working day and in working hours, which clocks became amber and which broke. Any number of nodes may run this at once:
/// the digests of a court belong to whoever inserts the claim of its day, in the same transaction. A day on which it did not run is made up for by the next.
/// </summary>
public sealed class Digests(Db db, LawInForce law, Outbox outbox, TimeProvider clock)
{
    private const string Rung = "digest";

    private const string Courts =
        """
        select distinct s.court from staff s
        where s.active and s.court > 0 and not exists (select from claim c where c.home = s.court and c.stream = $1 and c.obligation = $2 and c.rung = 'digest') order by s.court
        """;

    /// <summary>overdue_after is the due date, or the day up to which one born overdue does not count.</summary>
    private const string Due =
        $"""
        select o.home, o.stream, {OwedLists.Matter} as matter, {OwedLists.Number} as number, o.name, o.kind, o.clause, o.pack, o.pack_version, o.due, o.overdue_after < $3 as broke, o.falls_to as person, o.barred
        from {OwedLists.From}
        where o.court = $1 and o.state = 'open' and o.due is not null and (p.id is null or p.phase = 'open')
          and ((o.overdue_after >= $2 and o.overdue_after < $3) or (o.overdue_after >= $4 and o.overdue_after <= $5))
        order by o.overdue_after, o.home, o.stream, o.no limit 10000
        """;

    /// <summary>Acts by which a court presses those below; whoever may do one of them is told how many are overdue there.</summary>
    private static readonly string[] Presses = ["press-hand-down", "urge", "issue-urging-letter"];

    /// <summary>
    /// What a court handed down or supervises and a court below has not done in time, each matter once, counted by whom it accuses. The plan tests look at it.
    /// </summary>
    /// <param name="from">What became overdue on this day or later is new.</param>
    public static (string Sql, object?[] Arguments) Below(int court, DateOnly from, DateOnly today) => (
        """
        select b.barred, count(*)::int as "all", (count(*) filter (where b.last >= $2))::int as "new" from (
          (select h.barred, h.overdue_after as last from hop h where h.from_court = $1 and not h.joint and h.state <> 'over' and h.state = 'running' and h.overdue_after < $3 limit 10000)
          union all
          (select v.accused, o.last from supervision v cross join lateral (
             select max(o.overdue_after) as last from obligation o where o.home = v.home and o.stream = v.id and o.court <> $1 and o.state = 'open' and o.overdue_after < $3) o
           where v.court = $1 and v.phase = 'open' and v.overdue_after < $3 and o.last is not null limit 10000)) b
        group by b.barred order by b.barred
        """,
        [court, from, today]);

    /// <summary>One round over all courts; the number of messages.</summary>
    public async Task<int> Run(CancellationToken stop)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        if (!law.Now.Hours.Cover(law.Now.Calendar, now))
        {
            return 0;
        }

        var told = 0;
        var today = ChinaDate.Of(now);
        foreach (var court in await db.Maintenance<int>(Courts, [Guid.Empty, Number(today)], stop))
        {
            told += await Tell(court, today, now, stop);
        }

        return told;
    }

    private async Task<int> Tell(int court, DateOnly today, DateTimeOffset now, CancellationToken stop)
    {
        var last = (await db.Maintenance<int?>(
            "select max(obligation) from claim where home = $1 and stream = $2 and rung = 'digest' and obligation < $3", [court, Guid.Empty, Number(today)], stop)).Single();
        var window = Digest.Window(law.Now.Calendar, last is { } number ? Day(number) : null, today);
        var due = await db.Maintenance<DueRow>(Due, [court, window.BrokeFrom, today, window.SoonFrom, window.SoonTo], stop);
        var staff = await db.Reference<StaffRow>("select id, posts from staff where court = $1 and active order by id", [court], stop);
        var (sql, arguments) = Below(court, window.BrokeFrom, today);
        var below = await db.Maintenance<BelowRow>(sql, arguments, stop);
        var notices = Digest.Of(
            court, due.ConvertAll(Clock), staff.ConvertAll(s => new Staff(s.Id, s.Posts)), below.ConvertAll(b => new OverdueBelow(b.Barred, b.All, b.New)), [.. Presses.SelectMany(law.Now.Posts).Distinct()]);
        var batch = new CommandBatch(court);
        new RungClaim(new StreamId(court, Guid.Empty), Number(today), Rung).Write(batch, now);
        outbox.Stage(batch, new CommandContext(Guid.CreateVersion7(now), Guid.Empty, null, court, Rung, Origin.Job, now), court, notices);
        try
        {
            await Commands.Execute(db, batch, stop);
            return notices.Count;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return 0; // Another node was faster.
        }
    }

    private DueClock Clock(DueRow row)
    {
        var follows = Rule(row)?.OnBreach;
        return new DueClock(
            new ClockLine(row.Matter, row.Home, row.Stream, row.Number, row.Name, row.Clause, row.Due, row.Broke, row.Broke && follows is not null ? follows.Propose : []),
            row.Person, follows?.Tell ?? [], row.Barred);
    }

    /// <summary>The rule of the version that the obligation names.</summary>
    private ObligationRule? Rule(DueRow row) => law.Now.Packs.FirstOrDefault(p => p.Id == row.Pack && p.Version == row.PackVersion)?.Rules.FirstOrDefault(r => r.Kind == row.Kind);

    /// <summary>A day as the claims number it: 20260212.</summary>
    private static int Number(DateOnly day) => (((day.Year * 100) + day.Month) * 100) + day.Day;

    private static DateOnly Day(int number) => new(number / 10_000, number / 100 % 100, number % 100);

    private sealed record DueRow
    {
        public required int Home { get; init; }

        public required Guid Stream { get; init; }

        public required string Matter { get; init; }

        public required string Number { get; init; }

        public required string Name { get; init; }

        public required string Kind { get; init; }

        public required string Clause { get; init; }

        public required string Pack { get; init; }

        public required int PackVersion { get; init; }

        public required DateOnly Due { get; init; }

        public required bool Broke { get; init; }

        public Guid? Person { get; init; }

        public required Guid[] Barred { get; init; }
    }

    private sealed record BelowRow
    {
        public required Guid[] Barred { get; init; }

        public required int All { get; init; }

        public required int New { get; init; }
    }

    private sealed record StaffRow
    {
        public required Guid Id { get; init; }

        public required string[] Posts { get; init; }
    }
}

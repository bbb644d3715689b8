using Npgsql;
using Zhixin.Calendar;
using Zhixin.History;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;

namespace Zhixin.Database.Petitions;

/// <summary>What a round of the deadlines did.</summary>
public sealed record DeadlineRound(int ReceiptsDeemed, int BreachesTold);

/// <summary>
/// What follows when a day is over: receipt is deemed (GC21-13), and the posts that a rule names are told of a breach, once for each. Any
/// number of nodes may run this at once: each step belongs to whoever inserts its claim, in the transaction of the step itself.
/// </summary>
public sealed class Deadlines(Db db, LawInForce law, PetitionDesk petitions, TimeProvider clock)
{
    private const int Most = 500;
    private const string NobodysRung = "tell:unit";

    private const string OverdueSql =
        """
        select o.home, o.stream, o.no, o.due, o.kind, o.clause, o.pack, o.pack_version, o.court, o.unit, coalesce(p.responsible, o.court) as responsible, coalesce(p.number, '') as number
        from obligation o left join petition p on p.home = o.home and p.id = o.stream
        where o.state = 'open' and o.due < $1 and (o.counts_from is null or o.counts_from < $8) and o.kind = any($2) and (p.id is null or p.phase = 'open')
          and (o.home, o.stream, o.no) > ($3, $4, $5)
          and not exists (select from claim c where c.home = o.home and c.stream = o.stream and c.obligation = o.no and c.rung = any($6))
        order by o.home, o.stream, o.no limit $7
        """;

    /// <summary>One round over everything that is overdue today.</summary>
    public async Task<DeadlineRound> Run(CancellationToken stop)
    {
        var deemed = 0;
        await foreach (var overdue in Overdue(Rules(r => r.Propose.Contains(Assigning.DeemedReceipt)), [Assigning.DeemedReceipt], DateOnly.MaxValue, stop))
        {
            deemed += await Deem(overdue, stop) ? 1 : 0;
        }

        var told = 0;
        await foreach (var overdue in Overdue(Rules(r => r.Tell.Count > 0), [.. Posts().Select(Rung), NobodysRung], petitions.Today, stop))
        {
            told += await Tell(overdue, stop) ? 1 : 0;
        }

        return new DeadlineRound(deemed, told);
    }

    private async Task<bool> Deem(OverdueRow overdue, CancellationToken stop)
    {
        var id = new StreamId(overdue.Home, overdue.Stream);
        if (await petitions.Load(new Scope(overdue.Responsible, Guid.Empty), id, stop) is not var (petition, _))
        {
            return false;
        }

        if (petition.ReceiptOn is null)
        {
            return await petitions.DeemReceipt(petition, stop) is not null;
        }

        // Receipt is known from an earlier contact: there is nothing to deem, and the next rounds need not ask again.
        var batch = new CommandBatch(overdue.Responsible);
        new RungClaim(id, overdue.No, Assigning.DeemedReceipt).Write(batch, RecordedEvent.Cut(clock.GetUtcNow()));
        await Claimed(batch, stop);
        return false;
    }

    /// <summary>One message to everybody who holds a post that the rule names; where nobody does, to the unit, never to nobody.</summary>
    private async Task<bool> Tell(OverdueRow overdue, CancellationToken stop)
    {
        if (Rule(overdue) is not { OnBreach: { Tell.Count: > 0 } follows })
        {
            return false;
        }

        var holders = await db.Reference<Holder>(
            "select id, posts from staff where court = $1 and active and posts && $2 order by id", [overdue.Court, follows.Tell.ToArray()], stop);
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        var batch = new CommandBatch(overdue.Court);
        foreach (var rung in follows.Tell.Where(post => holders.Exists(h => h.Posts.Contains(post))).Select(Rung).DefaultIfEmpty(NobodysRung))
        {
            new RungClaim(new StreamId(overdue.Home, overdue.Stream), overdue.No, rung).Write(batch, now);
        }

        foreach (var recipient in holders.Select(h => (Guid?)h.Id).DefaultIfEmpty(null))
        {
            Stage(batch, overdue, follows, recipient, now);
        }

        return await Claimed(batch, stop);
    }

    /// <summary>False where another node has claimed the rung, and nothing of the batch was done here.</summary>
    private async Task<bool> Claimed(CommandBatch batch, CancellationToken stop)
    {
        try
        {
            await Commands.Execute(db, batch, stop);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private void Stage(CommandBatch batch, OverdueRow overdue, BreachConsequence follows, Guid? recipient, DateTimeOffset now)
    {
        var body = CanonicalJson.Of(new BreachNotice(overdue.Number, overdue.No, overdue.Kind, overdue.Clause, overdue.Due, overdue.Unit, follows.Propose));
        batch.Add(
            "insert into outbox (home, id, stream, topic, recipient, court, body, not_before, seen_by) values ($1, $2, $3, $9, $4, $5, $6, $7, $8)",
            overdue.Home, Guid.CreateVersion7(now), overdue.Stream, recipient, overdue.Court, body,
            WorkingHours.Next(law.Now.Calendar, now).UtcDateTime, new[] { overdue.Court }, overdue.Number.Length == 0 ? Messages.OfPeriod : Messages.OfPetition);
    }

    /// <summary>What is overdue today and not yet claimed, by key.</summary>
    /// <param name="countsBefore">Left out is what was born overdue and does not count before this day: receipt is deemed on the due date all the same, but nothing is breached yet.</param>
    private async IAsyncEnumerable<OverdueRow> Overdue(
        string[] kinds, string[] rungs, DateOnly countsBefore, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var (home, stream, no) = (-1, Guid.Empty, 0);
        while (true)
        {
            var rows = await db.Maintenance<OverdueRow>(OverdueSql, [petitions.Today, kinds, home, stream, no, rungs, Most, countsBefore], stop);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Most)
            {
                yield break;
            }

            (home, stream, no) = (rows[^1].Home, rows[^1].Stream, rows[^1].No);
        }
    }

    private string[] Rules(Func<BreachConsequence, bool> which) =>
        [.. law.Now.Packs.SelectMany(p => p.Rules).Where(r => which(r.OnBreach)).Select(r => r.Kind).Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> Posts() => law.Now.Packs.SelectMany(p => p.Rules).SelectMany(r => r.OnBreach.Tell).Distinct(StringComparer.Ordinal);

    /// <summary>The rule of the version that the obligation names.</summary>
    private ObligationRule? Rule(OverdueRow row) => law.Now.Packs.FirstOrDefault(p => p.Id == row.Pack && p.Version == row.PackVersion)?
        .Rules.FirstOrDefault(r => r.Kind == row.Kind);

    private static string Rung(string post) => "tell:" + post;

    private sealed record OverdueRow
    {
        public required int Home { get; init; }

        public required Guid Stream { get; init; }

        public required int No { get; init; }

        public required DateOnly Due { get; init; }

        public required string Kind { get; init; }

        public required string Clause { get; init; }

        public required string Pack { get; init; }

        public required int PackVersion { get; init; }

        public required int Court { get; init; }

        public required string Unit { get; init; }

        public required int Responsible { get; init; }

        public required string Number { get; init; }
    }

    private sealed record Holder
    {
        public required Guid Id { get; init; }

        public required string[] Posts { get; init; }
    }
}

/// <summary>The body of a breach message: which clock of which petition (empty: of a day, not of a petition), and what may be done. No content of the case, no person.</summary>
public sealed record BreachNotice(string Petition, int Obligation, string Kind, string Clause, DateOnly Due, string Unit, IReadOnlyList<string> Propose);

/// <summary>Messages go out in working hours; the legal date does not move with them.</summary>
public static class WorkingHours
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The first moment of a working day.</summary>
    public static TimeOnly Opens { get; } = new(9, 0);

    /// <summary>Its end, exclusive.</summary>
    public static TimeOnly Closes { get; } = new(18, 0);

    /// <summary>The moment itself within working hours, else 09:00 at +08:00 of the day whose working hours come next.</summary>
    public static DateTimeOffset Next(WorkCalendar calendar, DateTimeOffset now)
    {
        var here = now.ToOffset(Beijing);
        var (day, time) = (ChinaDate.Of(now), TimeOnly.FromTimeSpan(here.TimeOfDay));
        var works = calendar.IsWorkday(day);
        return works && time >= Opens && time < Closes
            ? now
            : new DateTimeOffset((works && time < Opens ? day : calendar.NextWorkday(day)).ToDateTime(Opens), Beijing);
    }
}

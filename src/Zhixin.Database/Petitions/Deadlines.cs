using Npgsql;
using Zhixin.Database.Notices;
using Zhixin.History;
using Zhixin.Petitions.Acts;

namespace Zhixin.Database.Petitions;

/// <summary>
/// What follows when a day is over: receipt is deemed (GC21-13). Any number of nodes may run this at once: each step belongs to whoever inserts its claim, in the
/// transaction of the step itself. Who is told of a breach is in the digests.
/// </summary>
public sealed class Deadlines(Db db, LawInForce law, PetitionDesk petitions, TimeProvider clock)
{
    private const int Most = 500;

    private const string OverdueSql =
        """
        select o.home, o.stream, o.no, coalesce(p.responsible, o.court) as responsible
        from obligation o left join petition p on p.home = o.home and p.id = o.stream
        where o.state = 'open' and o.due < $1 and o.kind = any($2) and (p.id is null or p.phase = 'open')
          and (o.home, o.stream, o.no) > ($3, $4, $5)
          and not exists (select from claim c where c.home = o.home and c.stream = o.stream and c.obligation = o.no and c.rung = $6)
        order by o.home, o.stream, o.no limit $7
        """;

    /// <summary>One round over everything that is overdue today; how often receipt was deemed.</summary>
    /// <exception cref="AggregateException">What failed, after all others were done.</exception>
    public async Task<int> Run(CancellationToken stop)
    {
        var (deemed, each) = (0, new EachItem());
        await foreach (var overdue in Overdue(stop))
        {
            await each.Do(async () => deemed += await Deem(overdue, stop) ? 1 : 0, stop);
        }

        each.Told();
        return deemed;
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
        try
        {
            await Commands.Execute(db, batch, stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Another node has said so.
        }

        return false;
    }

    /// <summary>What deems receipt, is overdue today and not yet claimed, by key. Receipt is deemed on the due date even of what was born overdue.</summary>
    private async IAsyncEnumerable<OverdueRow> Overdue([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        string[] kinds = [.. law.Now.Packs.SelectMany(p => p.Rules).Where(r => r.OnBreach.Propose.Contains(Assigning.DeemedReceipt)).Select(r => r.Kind).Distinct(StringComparer.Ordinal)];
        var (home, stream, no) = (-1, Guid.Empty, 0);
        while (true)
        {
            var rows = await db.Maintenance<OverdueRow>(OverdueSql, [petitions.Today, kinds, home, stream, no, Assigning.DeemedReceipt, Most], stop);
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

    private sealed record OverdueRow
    {
        public required int Home { get; init; }

        public required Guid Stream { get; init; }

        public required int No { get; init; }

        public required int Responsible { get; init; }
    }
}

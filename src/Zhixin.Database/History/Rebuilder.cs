using Npgsql;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.History;

/// <summary>What a rebuild did.</summary>
/// <param name="Streams">Contacts, petitions and persons read.</param>
/// <param name="CaughtUp">Those that were read again because commands had changed them meanwhile.</param>
public sealed record Rebuilt(long Streams, long CaughtUp, TimeSpan Took);

/// <summary>
/// Makes the read tables anew from the history and puts them in the place of the old ones, while commands go on. The history is read as
/// zx_maintain; the shadows belong to the schema's owner. Only the last step stops commands, for as long as it takes to read what moved
/// since; readers wait only for the renaming. <c>person</c> and <c>attachment_key</c> stay: the wrapped keys stand nowhere else.
/// </summary>
/// <param name="ownerConnection">Of the role that owns the schema.</param>
public sealed class Rebuilder(Db db, string ownerConnection, ReadRows rows, PersonVault vault, TimeProvider clock)
{
    private const int StreamsInRange = 1000;
    private const int Attempts = 200;


    /// <summary>Rebuilds once.</summary>
    public async Task<Rebuilt> Run(CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        await using var owner = new NpgsqlConnection(ownerConnection);
        await owner.OpenAsync(stop);
        var shadows = new ShadowTables(owner);
        await shadows.Make(stop);
        await Execute(owner, "create temp table rebuilt_head (home int, stream uuid, version int, primary key (home, stream))", [], stop);
        var streams = 0L;
        await foreach (var range in StoredHistory.Ranges(db, StreamsInRange, stop))
        {
            await using var connection = await db.OpenForMaintenanceAsync(stop);
            await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
            var read = await StoredHistory.Load(connection, range, stop);
            await Fill(owner, connection, read, stop);
            streams += read.Count;
        }

        await shadows.Index(stop);
        var caughtUp = await CatchUp(owner, stop);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                caughtUp += await Swap(owner, shadows, stop);
                return new Rebuilt(streams, caughtUp, clock.GetElapsedTime(began));
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, stop); // Somebody reads for long: they go first.
            }
        }
    }

    /// <summary>
    /// Stops commands at the table that each of them writes first, reads what moved, and only then asks for the read tables. A lock that does
    /// not come within less than the server's deadlock timeout is given up, so that it is never a reader who is broken off.
    /// </summary>
    private async Task<long> Swap(NpgsqlConnection owner, ShadowTables shadows, CancellationToken stop)
    {
        await using var swap = await owner.BeginTransactionAsync(stop);
        await Execute(owner, "set local lock_timeout = '800ms'", [], stop);
        await Execute(owner, "lock table stream in share mode", [], stop);
        var caughtUp = await CatchUp(owner, stop);
        await KeepPhones(owner, stop);
        await Execute(owner, $"lock table {string.Join(", ", ShadowTables.Names)} in access exclusive mode", [], stop);
        await shadows.Swap(stop);
        await swap.CommitAsync(stop);
        return caughtUp;
    }

    /// <summary>The hashes of further phones in an imported ledger's row stand in no history: they are taken over.</summary>
    private static async Task KeepPhones(NpgsqlConnection owner, CancellationToken stop)
    {
        var shadow = ShadowTables.Of("match_key");
        await Execute(owner, $"grant select, insert on {shadow} to zx_maintain", [], stop);
        await Execute(owner, "set local role zx_maintain", [], stop);
        await Execute(owner, $"insert into {shadow} (home, kind, key, stream) select home, kind, key, stream from match_key where kind = 2 on conflict do nothing", [], stop);
        await Execute(owner, "reset role", [], stop);
    }

    /// <summary>Reads again every stream whose head is not the one that was read.</summary>
    private async Task<long> CatchUp(NpgsqlConnection owner, CancellationToken stop)
    {
        var moved = await Moved(owner, stop);
        foreach (var part in moved.GroupBy(m => m.Home).SelectMany(home => home.Select(m => m.Stream).Chunk(StreamsInRange).Select(ids => (home.Key, ids))))
        {
            await Forget(owner, part.Key, part.ids, stop);
            await using var connection = await db.OpenForMaintenanceAsync(stop);
            await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
            await Fill(owner, connection, await StoredHistory.Load(connection, part.Key, part.ids, stop), stop);
        }

        return moved.Count;
    }

    private async Task<List<(int Home, Guid Stream)>> Moved(NpgsqlConnection owner, CancellationToken stop)
    {
        var heads = new Dictionary<(int, Guid), int>();
        await using (var read = new NpgsqlCommand("select home, stream, version from rebuilt_head", owner))
        await using (var reader = await read.ExecuteReaderAsync(stop))
        {
            while (await reader.ReadAsync(stop))
            {
                heads[(reader.GetInt32(0), reader.GetGuid(1))] = reader.GetInt32(2);
            }
        }

        var moved = new List<(int, Guid)>();
        await using var connection = await db.OpenForMaintenanceAsync(stop);
        await using var now = new NpgsqlCommand("select home, stream, version from stream", connection);
        await using var found = await now.ExecuteReaderAsync(stop);
        while (await found.ReadAsync(stop))
        {
            var key = (found.GetInt32(0), found.GetGuid(1));
            if (heads.GetValueOrDefault(key) != found.GetInt32(2))
            {
                moved.Add(key);
            }
        }

        return moved;
    }

    private static async Task Forget(NpgsqlConnection owner, int home, Guid[] ids, CancellationToken stop)
    {
        foreach (var (table, column) in new[] { ("contact", "id"), ("join_proposal", "contact"), ("petition", "id"), ("obligation", "stream"), ("sight", "stream"), ("attachment", "id") })
        {
            await Execute(owner, $"delete from {ShadowTables.Of(table)} where home = $1 and {column} = any($2)", [home, ids], stop);
        }
    }

    private async Task Fill(NpgsqlConnection owner, NpgsqlConnection connection, List<StoredStream> streams, CancellationToken stop)
    {
        var folded = await FoldedRange.Of(connection, streams, stop);
        await using var batch = new NpgsqlBatch(owner);
        foreach (var row in folded.ContactRows(rows).Concat(folded.ProposalRows).Concat(folded.PetitionRows(rows)).Concat(folded.ObligationRows(rows)).Concat(folded.AttachmentRowsOf(rows)))
        {
            Add(batch, Insert(row.Table), row.Values);
        }

        foreach (var sight in folded.SightRows(rows))
        {
            Add(batch, $"insert into {ShadowTables.Of("sight")} (home, stream, court, ground) values ($1, $2, $3, $4)", sight.Id.Home, sight.Id.Id, sight.Court, sight.Ground);
        }

        foreach (var match in await MatchRows.Of(connection, folded, vault, stop))
        {
            Add(
                batch, $"insert into {ShadowTables.Of("match_key")} (home, kind, key, stream) values ($1, $2, $3, $4) on conflict do nothing",
                match.Home, (short)match.Key.Kind, match.Key.Key, match.Stream);
        }

        foreach (var head in streams.Select(s => s.Head).OfType<StoredHead>())
        {
            Add(
                batch, "insert into rebuilt_head values ($1, $2, $3) on conflict (home, stream) do update set version = excluded.version",
                head.Home, head.Stream, head.Version);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(stop);
        }
    }

    private static string Insert(ReadTable table) =>
        $"insert into {ShadowTables.Of(table.Name)} ({string.Join(", ", table.Columns)}) values ({string.Join(", ", Enumerable.Range(1, table.Columns.Count).Select(n => $"${n}"))})";

    private static void Add(NpgsqlBatch batch, string sql, params object?[] arguments)
    {
        var command = new NpgsqlBatchCommand(sql);
        CommandBatch.Bind(command.Parameters, arguments);
        batch.BatchCommands.Add(command);
    }

    private static async Task Execute(NpgsqlConnection owner, string sql, object?[] arguments, CancellationToken stop)
    {
        await using var command = StoredHistory.Command(owner, sql, arguments);
        await command.ExecuteNonQueryAsync(stop);
    }
}

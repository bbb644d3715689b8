using Npgsql;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;

namespace Zhixin.Database.History;

/// <summary>What a rebuild did.</summary>
/// <param name="Streams">Contacts, petitions and persons read.</param>
/// <param name="CaughtUp">Those that were read again because commands had changed them meanwhile.</param>
public sealed record Rebuilt(long Streams, long CaughtUp, TimeSpan Took);

/// <summary>
/// Makes the read tables anew from the history and puts them in the place of the old ones, while commands go on. The history is read as
/// zx_maintain, several ranges at a time; the shadows belong to the schema's owner. Only the last step stops commands, for as long as it takes to
/// read what moved since; readers wait only for the renaming. <c>person</c>, <c>attachment_key</c> and <c>paper</c> stay: the wrapped keys stand nowhere else.
/// </summary>
/// <param name="ownerConnection">Of the role that owns the schema.</param>
public sealed class Rebuilder(Db db, string ownerConnection, ReadRows rows, PersonVault vault, TimeProvider clock)
{
    private const int StreamsInRange = 1000;
    private const int Attempts = 200;

    private long _streams;

    /// <summary>Rebuilds once.</summary>
    public async Task<Rebuilt> Run(CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        await using var owners = Owners();
        await using var owner = await owners.OpenConnectionAsync(stop);
        var shadows = new ShadowTables(owner);
        await shadows.Make(stop);
        await Fill(owners, stop);
        await shadows.Index(owners, stop);
        var caughtUp = await CatchUp(owner, stop);
        await using (var phones = await owner.BeginTransactionAsync(stop))
        {
            await KeepPhones(owner, "true", [], stop);
            await phones.CommitAsync(stop);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                caughtUp += await Swap(owner, shadows, stop);
                return new Rebuilt(_streams, caughtUp, clock.GetElapsedTime(began));
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, stop); // Somebody reads for long: they go first.
            }
        }
    }

    /// <summary>Connections of the owner. Nothing waits for the disk but the swap, whose commit brings everything before it there too.</summary>
    private NpgsqlDataSource Owners()
    {
        var settings = new NpgsqlConnectionStringBuilder(ownerConnection) { CommandTimeout = 0, ApplicationName = "zhixin rebuild" };
        settings.Options = $"{settings.Options} -c synchronous_commit=off".Trim();
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>Each range is read and folded here while the database writes another: as many at a time as keep all cores at work.</summary>
    private Task Fill(NpgsqlDataSource owners, CancellationToken stop)
    {
        var several = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1, CancellationToken = stop };
        return Parallel.ForEachAsync(StoredHistory.Ranges(db, StreamsInRange, stop), several, async (range, cancelled) =>
        {
            await using var connection = await db.OpenForMaintenanceAsync(cancelled);
            await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancelled);
            var read = await StoredHistory.Load(connection, range, cancelled);
            var made = await ShadowRows.Of(connection, read, rows, vault, cancelled);
            await using var owner = await owners.OpenConnectionAsync(cancelled);
            await made.Copy(owner, cancelled);
            Interlocked.Add(ref _streams, read.Count);
        });
    }

    /// <summary>
    /// Stops commands at the table that each of them writes first, reads what moved, and only then asks for the read tables. A lock that does
    /// not come within less than the server's deadlock timeout is given up, so that it is never a reader who is broken off.
    /// </summary>
    private async Task<long> Swap(NpgsqlConnection owner, ShadowTables shadows, CancellationToken stop)
    {
        await using var swap = await owner.BeginTransactionAsync(stop);
        await Execute(owner, "set local synchronous_commit = on", [], stop);
        await Execute(owner, "set local lock_timeout = '800ms'", [], stop);
        await Execute(owner, "lock table stream in share mode", [], stop);
        var caughtUp = await Replace(owner, await Moved(stop), stop);
        await Execute(owner, $"lock table {string.Join(", ", ShadowTables.Names)} in access exclusive mode", [], stop);
        await shadows.Swap(stop);
        await swap.CommitAsync(stop);
        return caughtUp;
    }

    /// <summary>The hashes of further phones in an imported ledger's row stand in no history: they are taken over.</summary>
    private static async Task KeepPhones(NpgsqlConnection owner, string which, object?[] arguments, CancellationToken stop)
    {
        await Execute(owner, "set local role zx_maintain", [], stop);
        await Execute(
            owner, $"insert into {ShadowTables.Of("match_key")} (home, kind, key, stream) select home, kind, key, stream from match_key where kind = 2 and {which} on conflict do nothing",
            arguments, stop);
        await Execute(owner, "reset role", [], stop);
    }

    /// <summary>Reads again every stream whose head is not the one that was read.</summary>
    private async Task<long> CatchUp(NpgsqlConnection owner, CancellationToken stop)
    {
        var moved = await Moved(stop);
        await using var change = await owner.BeginTransactionAsync(stop);
        var count = await Replace(owner, moved, stop);
        await change.CommitAsync(stop);
        return count;
    }

    private async Task<long> Replace(NpgsqlConnection owner, List<StreamId> moved, CancellationToken stop)
    {
        foreach (var part in moved.Chunk(StreamsInRange))
        {
            await Forget(owner, part, stop);
            await using var connection = await db.OpenForMaintenanceAsync(stop);
            await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
            var made = await ShadowRows.Of(connection, await StoredHistory.Load(connection, part, stop), rows, vault, stop);
            await made.CopyAgain(owner, stop);
            await KeepPhones(owner, $"(home, stream) in (select * from unnest($1::int[], $2::uuid[]))", Arguments(part), stop);
        }

        return moved.Count;
    }

    private async Task<List<StreamId>> Moved(CancellationToken stop)
    {
        var moved = new List<StreamId>();
        await using var connection = await db.OpenForMaintenanceAsync(stop);
        await using var command = new NpgsqlCommand(
            $"select s.home, s.stream from stream s left join {ShadowTables.Heads} h on h.home = s.home and h.stream = s.stream where h.version is distinct from s.version",
            connection) { CommandTimeout = 0 };
        await using var found = await command.ExecuteReaderAsync(stop);
        while (await found.ReadAsync(stop))
        {
            moved.Add(new StreamId(found.GetInt32(0), found.GetGuid(1)));
        }

        return moved;
    }

    private static async Task Forget(NpgsqlConnection owner, StreamId[] ids, CancellationToken stop)
    {
        var shadows = new[]
            {
                ("contact", "id"), ("join_proposal", "contact"), ("petition", "id"), ("obligation", "stream"), ("approval", "stream"), ("hop", "stream"), ("write_off", "stream"), ("termination", "stream"), ("review_step", "stream"), ("sight", "stream"),
                ("attachment", "id"), ("appointment", "petition"), ("bulletin", "id"), ("supervision", "id"), ("platform_item", "id"), ("enforcement_case", "id"), ("report", "id"),
            }
            .Select(t => (Table: ShadowTables.Of(t.Item1), Column: t.Item2)).Append((Table: ShadowTables.Heads, Column: "stream"));
        foreach (var (table, column) in shadows)
        {
            await Execute(owner, $"delete from {table} where (home, {column}) in (select * from unnest($1::int[], $2::uuid[]))", Arguments(ids), stop);
        }
    }

    private static object?[] Arguments(StreamId[] ids) => [ids.Select(id => id.Home).ToArray(), ids.Select(id => id.Id).ToArray()];

    private static async Task Execute(NpgsqlConnection owner, string sql, object?[] arguments, CancellationToken stop)
    {
        await using var command = StoredHistory.Command(owner, sql, arguments);
        await command.ExecuteNonQueryAsync(stop);
    }
}

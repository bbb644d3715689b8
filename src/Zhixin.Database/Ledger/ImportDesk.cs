using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>
/// Imports ledgers (JZ21-A1): all good rows in one transaction or none, rejected rows into the correction list, known rows not again.
/// The importing court is the home of everything that comes in; imports of one court wait for each other.
/// </summary>
public sealed class ImportDesk(Db db, LawInForce law, ReadRows rows, PersonVault vault, PetitionDesk petitions, TimeProvider clock)
{
    private const int GroupsAtOnce = 200;

    private readonly RowBox _box = new(vault.Master);

    /// <summary>Imports a ledger.</summary>
    public async Task<Answer<ImportOutcome>> Import(ActingPerson who, LedgerImport import, CancellationToken stop)
    {
        if (law.Now.MayNot(who, "import", null) is { } refusal)
        {
            return refusal;
        }

        for (var attempt = 1; ; attempt++)
        {
            if (await KeptAnswers.Find<ImportOutcome>(db, who.Scope, who.Court, who.Id, import.Resend, stop) is { } earlier)
            {
                return earlier;
            }

            try
            {
                return await Write(who, import, stop);
            }
            catch (PostgresException e) when (attempt < 3 && e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected)
            {
                // Somebody acted on one of the petitions, or sent the same form, meanwhile: the transaction is gone, and is made anew.
            }
        }
    }

    /// <summary>What an import would do now.</summary>
    public async Task<ImportForecast> Forecast(Scope scope, IReadOnlyList<(LedgerRow Row, RowVerdict Verdict)> judged, CancellationToken stop)
    {
        var prints = judged.Select(row => Print(row.Row)).ToList();
        var known = (await db.Query<byte[]>(scope, ImportQueries.KnownRows, [scope.Court, prints.ToArray()], stop)).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        var positions = Enumerable.Range(0, judged.Count).Where(at => known.Contains(Convert.ToHexString(prints[at]))).ToHashSet();
        var fresh = judged.Where((_, at) => !positions.Contains(at)).Select(row => row.Verdict).ToList();
        var entries = fresh.OfType<RowVerdict.Ok>().Select(ok => ok.Entry).ToList();
        return new ImportForecast(entries.Count, fresh.Count - entries.Count, LedgerGroups.Of(entries).Count, positions);
    }

    private async Task<Answer<ImportOutcome>> Write(ActingPerson who, LedgerImport import, CancellationToken stop)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        var context = new CommandContext(Guid.CreateVersion7(now), who.Id, null, who.Court, "import", who.Origin, now);
        await using var connection = await db.OpenAsync(stop);
        await Numbers.Take(connection, new CommandBatch(who.Court), who.Court, ["import"], petitions.Today.Year, stop);
        var queries = new ImportQueries(connection, who.Court);
        var fresh = await Fresh(queries, import, stop);
        if (fresh.Count == 0)
        {
            return await Nothing(connection, import, stop);
        }

        var entries = fresh.Select(row => row.Verdict).OfType<RowVerdict.Ok>().Select(ok => ok.Entry).ToList();
        var groups = LedgerGroups.Of(entries);
        var work = new ImportWork(context, law.Now, rows, vault, petitions.Today, await queries.Before(groups, entries, vault, stop));
        await work.Prepare(connection, groups, stop);
        var sent = Task.CompletedTask;
        foreach (var chunk in groups.Chunk(GroupsAtOnce))
        {
            var batch = new CommandBatch(who.Court);
            work.Stage(chunk, batch); // while the database still writes the chunk before
            await sent;
            sent = Send(connection, batch, stop);
        }

        await sent;
        var rejected = fresh.Count - entries.Count;
        var outcome = new ImportOutcome(
            context.Command, work.Contacts, work.Opened, work.Joined, work.Completed, rejected, import.Rows.Count - fresh.Count);
        await Finish(connection, who, import, fresh, work, outcome, stop);
        return outcome;
    }

    private static async Task Send(NpgsqlConnection connection, CommandBatch batch, CancellationToken stop)
    {
        await using var part = batch.Continue(connection);
        await part.ExecuteNonQueryAsync(stop);
    }

    private static byte[] Print(LedgerRow row) => Convert.FromHexString(LedgerFingerprint.Of(row));

    private static async Task<List<Judged>> Fresh(ImportQueries queries, LedgerImport import, CancellationToken stop)
    {
        var all = import.Rows.Select((row, at) => new Judged(at + 1, row.Row, row.Verdict, Print(row.Row))).ToList();
        var known = await queries.Known([.. all.Select(row => row.Print)], stop);
        return [.. all.Where(row => !known.Contains(Convert.ToHexString(row.Print)))];
    }

    private static async Task<Answer<ImportOutcome>> Nothing(
        NpgsqlConnection connection, LedgerImport import, CancellationToken stop)
    {
        await using var back = new NpgsqlCommand("rollback", connection);
        await back.ExecuteNonQueryAsync(stop);
        return new ImportOutcome(null, 0, 0, 0, 0, 0, import.Rows.Count);
    }

    private async Task Finish(
        NpgsqlConnection connection, ActingPerson who, LedgerImport import, List<Judged> fresh, ImportWork work, ImportOutcome outcome, CancellationToken stop)
    {
        int[] seenBy = [who.Court];
        foreach (var chunk in fresh.Chunk(1000))
        {
            var kept = new BulkRows();
            foreach (var row in chunk)
            {
                kept.Add(Row(row, who.Court, work, seenBy));
            }

            var part = new CommandBatch(who.Court);
            kept.Stage(part);
            await using var sent = part.Continue(connection);
            await sent.ExecuteNonQueryAsync(stop);
        }

        var batch = new CommandBatch(who.Court);
        batch.Add(
            "insert into import_batch (home, id, file_name, file_hash, rows, ok, rejected, actor, at, seen_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            who.Court, outcome.Batch, import.FileName, import.FileHash, import.Rows.Count, fresh.Count - outcome.Rejected, outcome.Rejected, who.Id,
            work.Context.Now.UtcDateTime, seenBy);
        KeptAnswers.Keep(batch, who.Court, who.Id, import.Resend, outcome, work.Context.Now);
        await using var whole = batch.Finish(connection);
        await whole.ExecuteNonQueryAsync(stop);
    }

    private TableRow Row(Judged row, int home, ImportWork work, int[] seenBy)
    {
        var entry = (row.Verdict as RowVerdict.Ok)?.Entry;
        return new TableRow(ImportQueries.Rows,
        [
            home, work.Context.Command, row.At, row.Row.SheetRow, row.Print, entry is null ? "reject" : "ok",
            (row.Verdict as RowVerdict.Reject)?.Reasons.Text(), _box.Close(row.Row), entry is null ? "waiting" : "done",
            entry is null ? null : work.ContactOf(entry), entry is null ? null : Convert.FromHexString(LedgerFingerprint.OfContact(entry)), seenBy,
        ]);
    }

    private sealed record Judged(int At, LedgerRow Row, RowVerdict Verdict, byte[] Print);
}

using System.Collections;
using Npgsql;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.History;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>
/// Imports ledgers (JZ21-A1): all good rows in one transaction or none, rejected rows into the correction list, known rows not again.
/// The importing court is the home of everything that comes in; imports of one court wait for each other. Rows go part by part, so that
/// memory does not grow with the file.
/// </summary>
public sealed class ImportDesk(Db db, LawInForce law, ReadRows rows, PersonVault vault, PetitionDesk petitions, TimeProvider clock)
{
    private const int RowsAtOnce = 300;

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
    public async Task<ImportForecast> Forecast(Scope scope, JudgedLedger ledger, CancellationToken stop)
    {
        var known = await new ImportQueries(db, scope).Known(ledger, stop);
        var accepted = Enumerable.Range(0, ledger.Count).Count(at => !known[at] && ledger.IsAccepted(at));
        var groups = ledger.Together(at => !known[at], RowsAtOnce).Sum(part => new ImportPart(ledger, part, vault).Groups.Count);
        return new ImportForecast(accepted, ledger.Rejected.Count(at => !known[at]), groups, known);
    }

    private async Task<Answer<ImportOutcome>> Write(ActingPerson who, LedgerImport import, CancellationToken stop)
    {
        var now = RecordedEvent.Cut(clock.GetUtcNow());
        var context = new CommandContext(Guid.CreateVersion7(now), who.Id, null, who.Court, "import", who.Origin, now);
        await using var connection = await db.OpenAsync(stop);
        await Numbers.Take(connection, new CommandBatch(who.Court), who.Court, ["import"], petitions.Today.Year, stop);
        var queries = new ImportQueries(db, who.Scope);
        var known = await queries.Known(import.Ledger, stop);
        if (known.HasAllSet())
        {
            return await Nothing(connection, import, stop);
        }

        var work = new ImportWork(context, law.Now, rows, vault, petitions.Today);
        var corrections = await ImportCorrections.Load(db, who.Scope, vault.Master, _box, stop);
        await Accepted(connection, queries, import.Ledger, known, work, corrections, stop);
        var rejected = await Rejected(connection, import.Ledger, known, work, corrections, stop);
        var settled = await corrections.Found(stop);
        var outcome = new ImportOutcome(
            context.Command, work.Contacts, work.Opened, work.Joined, work.Completed, rejected, known.Cast<bool>().Count(isKnown => isKnown), settled.Count);
        await Finish(connection, who, import, work, outcome, settled, stop);
        return outcome;
    }

    /// <summary>Writes the accepted rows: while the database writes one part, the next is read and told.</summary>
    private async Task Accepted(
        NpgsqlConnection connection, ImportQueries queries, JudgedLedger ledger, BitArray known, ImportWork work, ImportCorrections corrections, CancellationToken stop)
    {
        var sent = Task.CompletedTask;
        try
        {
            foreach (var positions in ledger.Together(at => !known[at], RowsAtOnce))
            {
                var part = new ImportPart(ledger, positions, vault);
                foreach (var run in work.Prepare(part, await queries.Before(part, vault, stop)))
                {
                    await sent;
                    await run.Hold(connection, stop);
                }

                work.Tell();
                foreach (var (at, entry) in part.Rows)
                {
                    work.Buffer.Rows.AddNew(Row(work, ledger, at, entry.Row, (work.ContactOf(entry), part.PrintOf(entry))));
                    corrections.Look(at, entry.Row, [], work.ContactOf(entry));
                }

                var batch = new CommandBatch(work.Context.Court);
                work.Buffer.Stage(batch);
                await sent;
                sent = Send(connection, batch, stop);
            }

            await sent;
        }
        catch
        {
            await sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // The connection is given back when it is at rest.
            throw;
        }
    }

    private async Task<int> Rejected(
        NpgsqlConnection connection, JudgedLedger ledger, BitArray known, ImportWork work, ImportCorrections corrections, CancellationToken stop)
    {
        var written = 0;
        foreach (var positions in ledger.Rejected.Where(at => !known[at]).Chunk(RowsAtOnce))
        {
            foreach (var at in positions)
            {
                var row = ledger.RowAt(at);
                work.Buffer.Rows.AddNew(Row(work, ledger, at, row, null));
                corrections.Look(at, row, ledger.ReasonsAt(at), null);
            }

            var batch = new CommandBatch(work.Context.Court);
            work.Buffer.Stage(batch);
            await Send(connection, batch, stop);
            written += positions.Length;
        }

        return written;
    }

    private static async Task Send(NpgsqlConnection connection, CommandBatch batch, CancellationToken stop)
    {
        await using var part = batch.Continue(connection);
        await part.ExecuteNonQueryAsync(stop);
    }

    private static async Task<Answer<ImportOutcome>> Nothing(
        NpgsqlConnection connection, LedgerImport import, CancellationToken stop)
    {
        await using var back = new NpgsqlCommand("rollback", connection);
        await back.ExecuteNonQueryAsync(stop);
        return new ImportOutcome(null, 0, 0, 0, 0, 0, import.Ledger.Count, 0);
    }

    private static async Task Finish(
        NpgsqlConnection connection, ActingPerson who, LedgerImport import, ImportWork work, ImportOutcome outcome, IReadOnlyList<CorrectedRow> settled, CancellationToken stop)
    {
        var batch = new CommandBatch(who.Court);
        work.Finish(batch);
        ImportCorrections.Settle(batch, work.Context, settled);
        batch.Add(
            "insert into import_batch (home, id, file_name, file_hash, rows, ok, rejected, actor, at, seen_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            who.Court, outcome.Batch, import.FileName, import.FileHash, import.Ledger.Count, import.Ledger.Count - outcome.AlreadyPresent - outcome.Rejected, outcome.Rejected,
            who.Id, work.Context.Now.UtcDateTime, new[] { who.Court });
        KeptAnswers.Keep(batch, who.Court, who.Id, import.Resend, outcome, work.Context.Now);
        await using var whole = batch.Finish(connection);
        await whole.ExecuteNonQueryAsync(stop);
    }

    private TableRow Row(ImportWork work, JudgedLedger ledger, int at, LedgerRow row, (Guid Id, string Print)? contact)
    {
        var home = work.Context.Court;
        var reasons = ledger.ReasonsAt(at);
        return new TableRow(ImportQueries.Rows,
        [
            home, work.Context.Command, at + 1, row.SheetRow, ledger.Print(at), contact is null ? "reject" : "ok", contact is null ? reasons.Text() : null, _box.Close(row),
            contact is null ? "waiting" : "done", contact?.Id, contact is null ? null : Convert.FromHexString(contact.Value.Print),
            contact is null ? ImportCorrections.Marks(vault.Master, row, reasons) : null, new[] { home },
        ]);
    }
}

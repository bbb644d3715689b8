using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>A rejected row that waits for a person.</summary>
/// <param name="At">Its position in the file, from 1; with the batch it names the row.</param>
public sealed record WaitingRow(Guid Batch, int At, string FileName, DateOnly ImportedOn, string Reason, LedgerRow Row);

/// <summary>A rejected row that waits no more: how it was settled, when, and by whom.</summary>
/// <param name="State">"registered", "dismissed" or "corrected".</param>
/// <param name="Why">The reason of whoever set it aside.</param>
/// <param name="ContactNumber">The contact that it became; null where it became none, or the answering row waits in its turn.</param>
/// <param name="ByFile">The file with the row that puts it right.</param>
/// <param name="ByRow">That row's position in its file, from 1.</param>
public sealed record SettledRow(WaitingRow Row, string State, DateTimeOffset At, string? By, string? Why, string? ContactNumber, string? ByFile, int? ByRow);

/// <summary>The rows that an import rejected: shown, registered with their defects flagged, or dismissed with a reason.</summary>
public sealed class CorrectionDesk(Db db, LawInForce law, RowBox box, TimeProvider clock)
{
    private const string Columns = "r.batch, r.row, b.file_name, b.at, r.reason, r.sealed from import_row r join import_batch b on b.home = r.home and b.id = r.batch";

    /// <summary>The SqlState with which the database denies settling a row twice.</summary>
    public const string Settled = "ZX409";

    /// <summary>A page of the waiting rows of the scope's court, the latest import first, each file in its order.</summary>
    /// <param name="reason">Only rows with this reason among theirs.</param>
    /// <param name="after">Keyset: the last row of the page before.</param>
    public async Task<IReadOnlyList<WaitingRow>> Waiting(Scope scope, string? reason, (Guid Batch, int At)? after, int most, CancellationToken stop)
    {
        var found = await db.Query<StoredRow>(
            scope,
            $"""
            select {Columns} where r.home = $1 and r.state = 'waiting' and ($2::text is null or $2 = any(string_to_array(r.reason, '；')))
              and ($3::uuid is null or r.batch < $3 or (r.batch = $3 and r.row > $4))
            order by r.batch desc, r.row limit $5
            """,
            [scope.Court, reason, after?.Batch, after?.At ?? 0, most], stop);
        return [.. found.Select(Open)];
    }

    /// <summary>A page of the rows that were settled at the scope's court, the latest first.</summary>
    /// <param name="after">Keyset: the last row of the page before.</param>
    public async Task<IReadOnlyList<SettledRow>> Past(Scope scope, (Guid Batch, int At)? after, int most, CancellationToken stop)
    {
        var found = await db.Query<PastRow>(
            scope,
            """
            select r.batch, r.row, b.file_name, b.at, r.reason, r.sealed, r.state, r.settled_at, r.settled_reason, s.name as settled_by, c.number as contact_number,
              f.file_name as by_file, r.settled_row
            from import_row r join import_batch b on b.home = r.home and b.id = r.batch
              left join import_batch f on f.home = r.home and f.id = r.settled_batch
              left join contact c on c.home = r.home and c.id = r.contact
              left join staff s on s.id = r.settled_by
            where r.home = $1 and r.settled_at is not null and ($2::uuid is null or (r.settled_at, r.batch, r.row) <
              (select l.settled_at, l.batch, l.row from import_row l where l.home = $1 and l.batch = $2 and l.row = $3))
            order by r.settled_at desc, r.batch desc, r.row desc limit $4
            """,
            [scope.Court, after?.Batch, after?.At ?? 0, most], stop);
        return
        [
            .. found.Select(row => new SettledRow(
                Open(row), row.State, new DateTimeOffset(row.SettledAt, TimeSpan.Zero), row.SettledBy, row.SettledReason, row.ContactNumber, row.ByFile, row.SettledRow)),
        ];
    }

    /// <summary>How many rows wait, by each of their reasons.</summary>
    public Task<List<ReasonTotal>> Reasons(Scope scope, CancellationToken stop) => db.Query<ReasonTotal>(
        scope,
        "select reason, count(*)::int as rows from (select unnest(string_to_array(reason, '；')) as reason from import_row where home = $1 and state = 'waiting') as r group by reason order by rows desc, reason",
        [scope.Court], stop);

    /// <summary>A waiting row; null when there is none, or it is settled.</summary>
    public async Task<WaitingRow?> Find(Scope scope, Guid batch, int at, CancellationToken stop) => (await db.Query<StoredRow>(
        scope, $"select {Columns} where r.home = $1 and r.batch = $2 and r.row = $3 and r.state = 'waiting'", [scope.Court, batch, at], stop))
        .Select(Open).SingleOrDefault();

    /// <summary>
    /// Makes a registration settle the row: the contact names the row, its defects are flagged, and both are one transaction. A row that
    /// somebody else settled meanwhile fails the whole (the database denies it with <see cref="Settled"/>).
    /// </summary>
    public Registration Settle(Scope scope, WaitingRow waiting, Registration registration)
    {
        var facts = registration.Draft.Facts;
        var marked = facts with { LedgerRow = LedgerFingerprint.Of(waiting.Row), Flags = [.. facts.Flags, IntakeFlag.ImportDefect] };
        return registration with
        {
            Draft = registration.Draft with { Facts = marked },
            Also = (batch, receipt) => batch.Add(
                "update import_row set state = 'registered', contact = $4, settled_by = $5, settled_at = $6 where home = $1 and batch = $2 and row = $3",
                scope.Court, waiting.Batch, waiting.At, receipt.Contact, scope.Viewer, clock.GetUtcNow().UtcDateTime),
        };
    }

    /// <summary>Sets a row aside, with a reason.</summary>
    public async Task<Answer<WaitingRow>> Dismiss(ActingPerson who, Guid batch, int at, string? reason, CancellationToken stop)
    {
        if (law.Now.MayNot(who, "repair-import-row", null) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal.Input("reason", "reason-required");
        }

        if (await Find(who.Scope, batch, at, stop) is not { } waiting)
        {
            return new Answer<WaitingRow>.Unknown();
        }

        await Commands.Execute(db, new CommandBatch(who.Court).Add(
            "update import_row set state = 'dismissed', settled_by = $4, settled_at = $5, settled_reason = $6 where home = $1 and batch = $2 and row = $3",
            who.Court, batch, at, who.Id, clock.GetUtcNow().UtcDateTime, reason.Trim()), stop);
        return waiting;
    }

    private WaitingRow Open(StoredRow row) => new(
        row.Batch, row.Row, row.FileName, Calendar.ChinaDate.Of(new DateTimeOffset(row.At, TimeSpan.Zero)), row.Reason, box.Open(row.Sealed));

    private record StoredRow
    {
        public required Guid Batch { get; init; }

        public required int Row { get; init; }

        public required string FileName { get; init; }

        public required DateTime At { get; init; }

        public required string Reason { get; init; }

        public required byte[] Sealed { get; init; }
    }

    private sealed record PastRow : StoredRow
    {
        public required string State { get; init; }

        public required DateTime SettledAt { get; init; }

        public string? SettledReason { get; init; }

        public string? SettledBy { get; init; }

        public string? ContactNumber { get; init; }

        public string? ByFile { get; init; }

        public int? SettledRow { get; init; }
    }
}

/// <summary>How many waiting rows have a reason.</summary>
public sealed record ReasonTotal
{
    public required string Reason { get; init; }

    public required int Rows { get; init; }
}

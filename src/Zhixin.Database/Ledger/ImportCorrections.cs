using System.Text;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.Ledger;

namespace Zhixin.Database.Ledger;

/// <summary>A row that waited, and the row of a later file that answers it.</summary>
/// <param name="Batch">The import that rejected it.</param>
/// <param name="Row">Its position there, from 1.</param>
/// <param name="By">Position of the later row in its own file, from 1.</param>
/// <param name="Contact">The contact of the later row; null where that one waits in its turn.</param>
public sealed record CorrectedRow(Guid Batch, int Row, int By, Guid? Contact);

/// <summary>
/// Finds among the rows that wait at a court those which a file puts right (<see cref="LedgerCorrection"/>), and settles them with the import.
/// A waiting row that two rows of the file would answer, or a row that would answer two, settles nothing: a person sees to it.
/// </summary>
public sealed class ImportCorrections
{
    private readonly Db _db;
    private readonly Scope _scope;
    private readonly MasterKey _master;
    private readonly RowBox _box;
    private readonly ILookup<long, (Guid Batch, int Row)> _waiting;
    private readonly List<(int At, LedgerRow Row, IReadOnlyList<LedgerReason> Reasons, Guid? Contact, (Guid Batch, int Row) Waiting)> _looked = [];

    private ImportCorrections(Db db, Scope scope, MasterKey master, RowBox box, IEnumerable<Waits> waiting)
    {
        (_db, _scope, _master, _box) = (db, scope, master, box);
        _waiting = waiting.SelectMany(row => row.Marks.Select(mark => (mark, row))).ToLookup(pair => pair.mark, pair => (pair.row.Batch, pair.row.Row));
    }

    /// <summary>Reads by what the rows waiting at the scope's court are found: three numbers each.</summary>
    public static async Task<ImportCorrections> Load(Db db, Scope scope, MasterKey master, RowBox box, CancellationToken stop) => new(
        db, scope, master, box,
        await db.Query<Waits>(scope, "select batch, row, marks from import_row where home = $1 and state = 'waiting' and marks is not null", [scope.Court], stop));

    /// <summary>Keyed hashes by which a later row finds a rejected one; names and case numbers stand in what is hashed.</summary>
    public static long[] Marks(MasterKey master, LedgerRow row, IReadOnlyList<LedgerReason> reasons) =>
        [.. LedgerCorrection.Marks(row, reasons).Select(mark => master.Match(Encoding.UTF8.GetBytes($"correction:{mark}")))];

    /// <summary>Looks whether a row of the file may answer a waiting one.</summary>
    /// <param name="at">Its position, from 0.</param>
    /// <param name="reasons">Why it is rejected; empty for a good one.</param>
    public void Look(int at, LedgerRow row, IReadOnlyList<LedgerReason> reasons, Guid? contact)
    {
        if (_waiting.Count > 0)
        {
            _looked.AddRange(Marks(_master, row, reasons).SelectMany(mark => _waiting[mark]).Distinct().Select(waiting => (at, row, reasons, contact, waiting)));
        }
    }

    /// <summary>What is settled by what was looked at.</summary>
    public async Task<IReadOnlyList<CorrectedRow>> Found(CancellationToken stop)
    {
        var open = await Open(stop);
        var answers = _looked.Where(l => open.TryGetValue(l.Waiting, out var waits) && LedgerCorrection.Answers(l.Row, l.Reasons, waits.Row, waits.Reasons)).ToList();
        var (perWaiting, perRow) = (answers.CountBy(a => a.Waiting).ToDictionary(), answers.CountBy(a => a.At).ToDictionary());
        return
        [
            .. answers.Where(a => perWaiting[a.Waiting] == 1 && perRow[a.At] == 1)
                .Select(a => new CorrectedRow(a.Waiting.Batch, a.Waiting.Row, a.At + 1, a.Contact)),
        ];
    }

    /// <summary>Stages the settling. A row that somebody settled meanwhile stays as it was settled.</summary>
    public static void Settle(CommandBatch batch, CommandContext context, IReadOnlyList<CorrectedRow> settled)
    {
        if (settled.Count > 0)
        {
            batch.Add(
                """
                update import_row as r set state = 'corrected', contact = s.contact, settled_by = $2, settled_at = $3, settled_batch = $4, settled_row = s.by
                from unnest($5::uuid[], $6::int[], $7::int[], $8::uuid[]) as s(batch, row, by, contact)
                where r.home = $1 and r.batch = s.batch and r.row = s.row and r.state = 'waiting'
                """,
                context.Court, context.Actor, context.Now.UtcDateTime, context.Command, settled.Select(s => s.Batch).ToArray(), settled.Select(s => s.Row).ToArray(),
                settled.Select(s => s.By).ToArray(), settled.Select(s => s.Contact).ToArray());
        }
    }

    private async Task<Dictionary<(Guid Batch, int Row), (LedgerRow Row, IReadOnlyList<LedgerReason> Reasons)>> Open(CancellationToken stop)
    {
        var wanted = _looked.Select(l => l.Waiting).Distinct().ToList();
        var found = wanted.Count == 0 ? [] : await _db.Query<Rejected>(
            _scope,
            "select r.batch, r.row, r.reason, r.sealed from unnest($2::uuid[], $3::int[]) as w(batch, row) join import_row r on r.home = $1 and r.batch = w.batch and r.row = w.row",
            [_scope.Court, wanted.Select(w => w.Batch).ToArray(), wanted.Select(w => w.Row).ToArray()], stop);
        return found.ToDictionary(r => (r.Batch, r.Row), r => (_box.Open(r.Sealed), LedgerReasons.Read(r.Reason)));
    }

    private sealed record Waits
    {
        public required Guid Batch { get; init; }

        public required int Row { get; init; }

        public required long[] Marks { get; init; }
    }

    private sealed record Rejected
    {
        public required Guid Batch { get; init; }

        public required int Row { get; init; }

        public required string Reason { get; init; }

        public required byte[] Sealed { get; init; }
    }
}

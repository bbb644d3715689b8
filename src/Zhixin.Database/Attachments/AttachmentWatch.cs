using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Npgsql;
using Zhixin.Attachments;
using Zhixin.Calendar;
using Zhixin.Database.History;
using Zhixin.Database.Persons;
using Zhixin.History;

namespace Zhixin.Database.Attachments;

/// <summary>What a round of the watch did.</summary>
/// <param name="Waiting">Attachments that the scanner could not look at.</param>
/// <param name="Forgotten">Files on their way in that nobody took in time.</param>
/// <param name="Why">What the scanner said the last time that it did not look.</param>
public sealed record AttachmentRound(int Checked, int Refused, int Waiting, int Forgotten, string? Why);

/// <summary>
/// Has new attachments judged by the scanner, where there is one, and forgets files that nobody took. Runs in every node: two judgements of the same
/// file meet at its history, and the second is left.
/// </summary>
/// <param name="scanner">Null where none is configured: attachments then stay as received.</param>
public sealed class AttachmentWatch(Db db, ContentStore store, IncomingFiles incoming, MasterKey master, Clamd? scanner, TimeProvider clock)
{
    private const int RowsAtOnce = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _tried = new();

    /// <summary>The scanner; null where none is configured.</summary>
    public Clamd? Scanner => scanner;

    /// <summary>How many attachments wait for the scanner, counted up to <paramref name="most"/>, and since when the first of them; null where none waits.</summary>
    public async Task<(int Count, DateTimeOffset? Since)> Waiting(int most, CancellationToken stop)
    {
        var found = (await db.Maintenance<WaitingRow>(
            """
            select count(*)::int as count, min(w.recorded_at) as since from
              (select e.recorded_at from attachment a join event e on e.home = a.home and e.stream = a.id and e.version = 1 where a.state = 'received' limit $1) as w
            """,
            [most], stop)).Single();
        return (found.Count, found.Since is { } since ? new DateTimeOffset(since, TimeSpan.Zero) : null);
    }

    /// <summary>Something was added: the next round need not wait.</summary>
    public void Wake()
    {
        if (scanner is not null)
        {
            _wanted.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits until something was added, or for as long as given.</summary>
    public async Task Wanted(TimeSpan atMost, CancellationToken stop)
    {
        try
        {
            await _wanted.Reader.WaitToReadAsync(stop).AsTask().WaitAsync(atMost, stop);
            _wanted.Reader.TryRead(out _);
        }
        catch (TimeoutException)
        {
            // Nothing was added; it is time to look anyway.
        }
    }

    /// <summary>One round.</summary>
    public async Task<AttachmentRound> Run(CancellationToken stop)
    {
        var forgotten = await incoming.Sweep(ids => db.Maintenance<Guid>("select id from attachment where id = any($1)", [ids], stop));
        var round = new AttachmentRound(0, 0, 0, forgotten.Count, null);
        if (scanner is null)
        {
            return round;
        }

        foreach (var row in await db.Maintenance<Row>(
            "select a.home, a.id, a.seen_by, k.key_wrapped from attachment a join attachment_key k on k.home = a.home and k.id = a.id where a.state = 'received' and not a.id = any($2) order by a.home, a.id limit $1",
            [RowsAtOnce, Resting()], stop))
        {
            round = await Judge(row, stop) switch
            {
                ScanResult.Clean => round with { Checked = round.Checked + 1 },
                ScanResult.Infected => round with { Refused = round.Refused + 1 },
                ScanResult.NotScanned not => round with { Waiting = round.Waiting + 1, Why = not.Why },
                _ => throw new InvalidOperationException(),
            };
        }

        return round;
    }

    /// <summary>What the scanner would not look at rests for a while; a scanner that does not answer is asked every time.</summary>
    private Guid[] Resting() => [.. _tried.Where(tried => clock.GetUtcNow() < tried.Value).Select(tried => tried.Key)];

    private async Task<ScanResult> Judge(Row row, CancellationToken stop)
    {
        var id = new StreamId(row.Home, row.Id);
        if (await EventStore.Load(db, new Scope(row.Home, Guid.Empty), id, stop) is not { } history)
        {
            return new ScanResult.NotScanned("no history");
        }

        var attachment = Attachment.Fold(id, history.Facts);
        var result = await Scan(attachment, row, stop);
        switch (result)
        {
            case ScanResult.Clean:
                await Record(attachment, history.Head, null, row.SeenBy, stop);
                break;
            case ScanResult.Infected infected:
                await Record(attachment, history.Head, infected.What, row.SeenBy, stop);
                break;
            case ScanResult.NotScanned { Why: var why } when why.EndsWith("ERROR", StringComparison.Ordinal):
                _tried[row.Id] = clock.GetUtcNow() + Pause;
                break;
            default:
                break;
        }

        return result;
    }

    private async Task<ScanResult> Scan(Attachment attachment, Row row, CancellationToken stop)
    {
        try
        {
            await using var content = store.Open(attachment.Facts.Address, master.Unwrap(row.KeyWrapped));
            return await scanner!.Scan(content, stop);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException)
        {
            return new ScanResult.NotScanned(fault.Message); // Verify names it.
        }
    }

    private async Task Record(Attachment attachment, StreamHead head, string? found, int[] seenBy, CancellationToken stop)
    {
        if (attachment.Judge(Clamd.Name, found) is not { } fact)
        {
            return;
        }

        var now = RecordedEvent.Cut(clock.GetUtcNow());
        var context = new CommandContext(Guid.CreateVersion7(now), Guid.Empty, null, attachment.Id.Home, "check-attachment", Origin.Job, now);
        var dated = new DatedFact(fact, ChinaDate.Of(now));
        var batch = new CommandBatch(attachment.Id.Home);
        EventStore.Append(batch, context, head, AttachmentRows.Kind, [dated], seenBy);
        AttachmentRows.Of(attachment.After(dated), seenBy).Write(batch);
        try
        {
            await Commands.Execute(db, batch, stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Another node judged it meanwhile.
        }
    }

    private sealed record Row
    {
        public required int Home { get; init; }

        public required Guid Id { get; init; }

        public required int[] SeenBy { get; init; }

        public required byte[] KeyWrapped { get; init; }
    }

    private sealed record WaitingRow
    {
        public required int Count { get; init; }

        public DateTime? Since { get; init; }
    }
}

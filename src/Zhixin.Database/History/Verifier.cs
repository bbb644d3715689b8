using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using Zhixin.Database.Attachments;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.History;

/// <summary>How much is verified.</summary>
public enum VerificationDepth
{
    /// <summary>Numbers, chains, hashes, times and heads of all events.</summary>
    Chain,

    /// <summary>That, every body, every read table, every obligation and every number.</summary>
    Everything,
}

/// <summary>What a verification found.</summary>
/// <param name="First">The first difference in the order of homes and streams; null when everything is as it should be.</param>
public sealed record Verification(long Streams, long Events, TimeSpan Took, Difference? First)
{
    /// <summary>
    /// What is visible by half of commands of two homes, in no particular order: no difference, since a cluster may show it for a moment, but
    /// one that stays from run to run deserves a look.
    /// </summary>
    public IReadOnlyList<string> Halves { get; init; } = [];

    /// <summary>Whether nothing differs.</summary>
    public bool IsClean => First is null;

    /// <summary>Events in a second.</summary>
    public double Rate => Events / Math.Max(Took.TotalSeconds, 0.001);
}

/// <summary>
/// Recomputes everything from the history and names the first difference. Reads in ranges, each in one snapshot, as the role that passes
/// row security; commands go on meanwhile. Memory does not grow with the history.
/// </summary>
/// <param name="vault">Null without the master key: what is sealed is then compared, but not opened.</param>
public sealed class Verifier(Db db, Law law, ReadRows rows, PersonVault? vault, TimeProvider clock)
{
    private const int StreamsInRange = 1000;

    /// <summary>Where the contents of attachments are kept; null when only the database is at hand.</summary>
    public ContentStore? Contents { get; init; }

    private readonly ObligationCheck _obligations = new(law);
    private readonly ConcurrentDictionary<int, long> _matches = new();
    private readonly ConcurrentBag<string> _halves = [];
    private readonly Lock _lock = new();
    private volatile Found? _first;
    private long _streams;
    private long _events;

    /// <summary>Verifies the whole installation once.</summary>
    public async Task<Verification> Run(VerificationDepth depth, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        await EnsureNothingIsHidden(stop);
        var two = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = stop };
        await Parallel.ForEachAsync(Numbered(stop), two, async (one, cancelled) =>
        {
            if (_first is { } found && found.Range < one.Number)
            {
                return;
            }

            if (await Check(one.Range, depth, cancelled) is { } difference)
            {
                Keep(one.Number, difference);
            }
        });
        var first = _first?.Difference ?? (depth == VerificationDepth.Everything ? await Whole(stop) : null);
        return new Verification(_streams, _events, clock.GetElapsedTime(began), first) { Halves = [.. _halves] };
    }

    private async Task<Difference?> Whole(CancellationToken stop) =>
        await NumberCheck.Of(db, stop) ?? await ExtraMatches(stop) ?? (Contents is null ? null : await new ContentCheck(db, Contents).First(stop));

    private async IAsyncEnumerable<(long Number, HistoryRange Range)> Numbered([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var number = 0L;
        await foreach (var range in StoredHistory.Ranges(db, StreamsInRange, stop))
        {
            if (_first is not null)
            {
                yield break;
            }

            yield return (number++, range);
        }
    }

    private async Task<Difference?> Check(HistoryRange range, VerificationDepth depth, CancellationToken stop)
    {
        await using var connection = await db.OpenForMaintenanceAsync(stop);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var heads = await StoredHistory.Heads(connection, range, stop);
        var chain = new ChainCheck(heads);
        var streams = new StreamCollection(heads);
        await using (var events = await StoredHistory.Events(connection, range, stop))
        {
            while (events.Next(stop))
            {
                chain.Add(events);
                if (depth == VerificationDepth.Everything)
                {
                    streams.Add(events);
                }
            }
        }

        Interlocked.Add(ref _streams, heads.Count);
        Interlocked.Add(ref _events, chain.Events);
        if (chain.End() is not null || depth == VerificationDepth.Chain)
        {
            return chain.First;
        }

        return streams.All.Select(ChainCheck.Bodies).FirstOrDefault(d => d is not null) ?? await Tables(connection, range, streams.All, stop);
    }

    private async Task<Difference?> Tables(NpgsqlConnection connection, HistoryRange range, List<StoredStream> streams, CancellationToken stop)
    {
        try
        {
            var folded = await FoldedRange.Of(connection, streams, stop);
            var halves = await HalfVisible.Of(connection, folded, stop);
            halves.Names.ToList().ForEach(_halves.Add);
            var check = new RowCheck(connection, range, folded, halves.Contacts, rows, vault);
            var difference = folded.Petitions.Select(p => _obligations.Of(p.Petition)).FirstOrDefault(d => d is not null)
                ?? folded.Periods.Select(p => _obligations.Of(p.Id, p.Obligations)).FirstOrDefault(d => d is not null)
                ?? folded.Supervisions.Select(s => _obligations.Of(s.Id, s.Obligations)).FirstOrDefault(d => d is not null)
                ?? folded.PlatformItems.Select(i => _obligations.Of(i.Id, i.Obligations)).FirstOrDefault(d => d is not null)
                ?? folded.Checks.Select(c => _obligations.Of(c.Id, c.Obligations)).FirstOrDefault(d => d is not null)
                ?? folded.Reports.Select(r => _obligations.Of(r.Id, r.Obligations)).FirstOrDefault(d => d is not null)
                ?? folded.Bulletins.Select(b => _obligations.Of(b.Id, b.Obligations)).FirstOrDefault(d => d is not null) ?? await check.First(streams, stop);
            foreach (var home in check.Matches.Where(m => m.Key.Kind != MatchKind.Phone).GroupBy(m => m.Home))
            {
                _matches.AddOrUpdate(home.Key, home.LongCount(), (_, before) => before + home.LongCount());
            }

            return difference;
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or NullReferenceException or InvalidOperationException or CryptographicException)
        {
            return new Difference("event", $"{ChainCheck.Key(range.After)} – {ChainCheck.Key(range.To)}", "fold", "a history that can be folded", fault.Message);
        }
    }

    /// <summary>
    /// Rows of <c>match_key</c> that no history explains. All explained ones were found, so the counts tell; when commands went on meanwhile,
    /// or something is visible by half, that is left to the next run. Further phones of an imported ledger's row stand in no history and are left out.
    /// </summary>
    private async Task<Difference?> ExtraMatches(CancellationToken stop)
    {
        if (vault is null || !_halves.IsEmpty)
        {
            return null;
        }

        var counted = await db.Maintenance<HomeCount>(
            "select m.home, m.keys, coalesce(s.events, 0) as events from (select home, count(*) as keys from match_key where kind <> 2 group by home) m "
            + "left join (select home, sum(version)::bigint as events from stream group by home) s on s.home = m.home order by m.home", [], stop);
        var still = counted.Sum(c => c.Events) == _events;
        var extra = counted.FirstOrDefault(c => c.Keys > _matches.GetValueOrDefault(c.Home));
        return still && extra is not null
            ? Difference.Of("match_key", extra.Home.ToString(CultureInfo.InvariantCulture), "count", _matches.GetValueOrDefault(extra.Home), extra.Keys)
            : null;
    }

    private async Task EnsureNothingIsHidden(CancellationToken stop)
    {
        var passes = await db.Maintenance<bool>("select rolbypassrls or rolsuper from pg_roles where rolname = current_user", [], stop);
        if (passes is not [true])
        {
            throw new InvalidOperationException("The role zx_maintain does not pass row security: rows could be hidden from the verification.");
        }
    }

    private void Keep(long range, Difference difference)
    {
        lock (_lock)
        {
            if (_first is not { } found || range < found.Range)
            {
                _first = new Found(range, difference);
            }
        }
    }

    private sealed record Found(long Range, Difference Difference);

    private sealed record HomeCount
    {
        public required int Home { get; init; }

        public required long Keys { get; init; }

        public required long Events { get; init; }
    }
}

using System.Diagnostics;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>What a load of requests did.</summary>
/// <param name="PerSecond">Answered in a second.</param>
/// <param name="P50">Half of the answers took no longer.</param>
/// <param name="P99">Nor 99 of 100.</param>
/// <param name="Failed">Answers that were not what was wanted; a measurement with any of them does not count.</param>
public sealed record LoadResult(double PerSecond, TimeSpan P50, TimeSpan P99, int Failed)
{
    /// <summary>How many requests were answered.</summary>
    public int Count { get; init; }

    /// <summary>Processor time of all of them together; null where it was not asked.</summary>
    public Cpu? Used { get; init; }

    /// <summary>The median run of several, by throughput.</summary>
    public static LoadResult Median(IEnumerable<LoadResult> runs)
    {
        var sorted = runs.OrderBy(r => r.PerSecond).ToList();
        return sorted[sorted.Count / 2] with { Failed = sorted.Sum(r => r.Failed) };
    }
}

/// <summary>Sends requests: as fast as they are answered, or so many a second whatever the answers do.</summary>
public static class Load
{
    private const int MostStretches = 10;
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(1.5);

    /// <summary>So many clients, each sending the next request when the last one is answered.</summary>
    /// <param name="shot">Sends the n-th request of a client; true when the answer is the wanted one.</param>
    public static async Task<LoadResult> Closed(int clients, TimeSpan during, Func<int, int, Task<bool>> shot)
    {
        var began = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var taken = new List<long>();
            var failed = 0;
            for (var n = 0; Stopwatch.GetElapsedTime(began) < during; n++)
            {
                var at = Stopwatch.GetTimestamp();
                failed += await shot(client, n) ? 0 : 1;
                taken.Add(Stopwatch.GetTimestamp() - at);
            }

            return (taken, failed);
        })));
        return Result([.. all.SelectMany(a => a.taken)], all.Sum(a => a.failed), Stopwatch.GetElapsedTime(began));
    }

    /// <summary>
    /// Until the program is as fast as it becomes: until a stretch answers no more than a twentieth above the best one before, twice; at most
    /// <see cref="MostStretches"/>. The just-in-time compiler works in that time, and would be measured instead.
    /// </summary>
    public static async Task Warm(int clients, Func<int, int, Task<bool>> shot)
    {
        var (best, settled) = (0.0, 0);
        for (var n = 0; n < MostStretches && settled < 2; n++)
        {
            var rate = (await Closed(clients, Stretch, shot)).PerSecond;
            settled = rate > best * 1.05 ? 0 : settled + 1;
            best = Math.Max(best, rate);
        }
    }

    /// <summary>A fixed rate; the time of an answer counts from when the request was due, so that waiting is not hidden.</summary>
    public static async Task<LoadResult> Paced(int perSecond, TimeSpan during, Func<int, Task<bool>> shot)
    {
        var count = (int)(perSecond * during.TotalSeconds);
        var taken = new long[count];
        var failed = 0;
        var began = Stopwatch.GetTimestamp();
        var shots = new List<Task>(count);
        for (var n = 0; n < count; n++)
        {
            var due = began + (long)((double)n / perSecond * Stopwatch.Frequency);
            while (Stopwatch.GetTimestamp() < due)
            {
                await Task.Delay(1);
            }

            var number = n;
            shots.Add(Task.Run(async () =>
            {
                if (!await shot(number))
                {
                    Interlocked.Increment(ref failed);
                }

                taken[number] = Stopwatch.GetTimestamp() - due;
            }));
        }

        await Task.WhenAll(shots);
        return Result(taken, failed, Stopwatch.GetElapsedTime(began));
    }

    private static LoadResult Result(long[] taken, int failed, TimeSpan during)
    {
        Array.Sort(taken);
        return new LoadResult(taken.Length / during.TotalSeconds, At(taken, 0.50), At(taken, 0.99), failed) { Count = taken.Length };
    }

    private static TimeSpan At(long[] sorted, double part) =>
        sorted.Length == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))]);
}

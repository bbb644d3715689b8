using System.Diagnostics;
using System.Security.Cryptography;
using Zhixin.Database.History;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>Verification and rebuild, in this process.</summary>
public sealed class Histories(Site site)
{
    private const long Rebuilt = 5_000_000;

    /// <summary>Everything at any size; the rebuild is told for as many events as are promised.</summary>
    public async IAsyncEnumerable<Row> Run(Func<string, bool> isWanted)
    {
        if (isWanted("chain"))
        {
            yield return await Chain();
        }

        if (isWanted("verify"))
        {
            yield return await Verify("verify", "everything verified: chains, bodies, read tables, clocks", VerificationDepth.Everything, new Goal());
        }

        if (isWanted("rebuild"))
        {
            yield return await Rebuild();
        }
    }

    /// <summary>The median of three runs: the first one begins with code that is not yet compiled.</summary>
    private async Task<Row> Chain()
    {
        var runs = new List<Row>();
        while (runs.Count < 3)
        {
            runs.Add(await Verify("chain", "hash chains of all events verified", VerificationDepth.Chain, new Goal(250_000, null, 1_000_000)));
        }

        return runs.OrderBy(run => run.Measured).ElementAt(1) with { Raw = Hashes(), Failed = runs.Sum(run => run.Failed) };
    }

    private async Task<Row> Verify(string name, string what, VerificationDepth depth, Goal goal)
    {
        var office = site.Office;
        var (found, used) = await site.Here(() => new Verifier(office.Db, office.Law.Now, office.Rows, office.Vault, office.Clock).Run(depth, default));
        return Of(new Row(name, what, site.Petitions, found.Rate, " events/s", goal) { Failed = found.IsClean ? 0 : 1 }, used, found.Events);
    }

    private async Task<Row> Rebuild()
    {
        var office = site.Office;
        var events = (await site.Ask<long>("select count(*) from event")).Single();
        var (rebuilt, used) = await site.Here(() => new Rebuilder(office.Db, site.Connection, office.Rows, office.Vault, office.Clock).Run(default));
        var minutes = Rebuilt / (events / rebuilt.Took.TotalSeconds) / 60;
        var row = new Row("rebuild", $"rebuild of {Rebuilt:N0} events", site.Petitions, minutes, "min", new Goal(20, null, 5, IsAtMost: true))
        {
            Note = $"extrapolated from {events:N0} events in {rebuilt.Took.TotalSeconds:0.0} s",
        };
        return Of(row, used, events);
    }

    /// <summary>With the processor time for one event.</summary>
    private static Row Of(Row row, Cpu used, long events) => row with
    {
        WebCpu = used.Web.TotalMicroseconds / events, DatabaseCpu = used.Database.TotalMicroseconds / events,
    };

    /// <summary>SHA-256 alone, over bodies of the usual length, on all cores.</summary>
    private static RawLimit Hashes()
    {
        const int count = 400_000;
        var began = Stopwatch.GetTimestamp();
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            var body = new byte[900];
            for (var n = 0; n < count; n++)
            {
                SHA256.HashData(body, body);
            }
        });
        return new RawLimit("SHA-256 of 900 bytes", count * (double)Environment.ProcessorCount / Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}

using System.Diagnostics;
using System.Security.Cryptography;
using Zhixin.Database.History;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>Verification and rebuild, in this process.</summary>
public sealed class Histories(Site site)
{
    private const long Rebuilt = 5_000_000;

    /// <summary>The whole chain at any size; bodies, tables and rebuild only where they take seconds, and extrapolated.</summary>
    public async IAsyncEnumerable<Row> Run(Func<string, bool> isWanted)
    {
        var office = site.Office;
        if (isWanted("chain"))
        {
            var chain = await Verify(VerificationDepth.Chain);
            yield return new Row("chain", "hash chains of all events verified", site.Petitions, chain.Rate, " events/s", new Goal(250_000, null, 1_000_000)) { Raw = Hashes(), Failed = chain.IsClean ? 0 : 1 };
        }

        if (site.Petitions > 100_000)
        {
            yield break;
        }

        if (isWanted("verify"))
        {
            var whole = await Verify(VerificationDepth.Everything);
            yield return new Row("verify", "everything verified: chains, bodies, read tables, clocks", site.Petitions, whole.Rate, " events/s", new Goal()) { Failed = whole.IsClean ? 0 : 1 };
        }

        if (isWanted("rebuild"))
        {
            var events = (await site.Ask<long>("select count(*) from event")).Single();
            var rebuilt = await new Rebuilder(office.Db, site.Connection, office.Rows, office.Vault, office.Clock).Run(default);
            yield return new Row("rebuild", $"rebuild of {Rebuilt:N0} events", site.Petitions, Rebuilt / (events / rebuilt.Took.TotalSeconds) / 60, "min", new Goal(20, null, 5, IsAtMost: true))
            {
                Note = $"extrapolated from {events:N0} events in {rebuilt.Took.TotalSeconds:0.0} s",
            };
        }
    }

    private Task<Verification> Verify(VerificationDepth depth) =>
        new Verifier(site.Office.Db, site.Office.Law.Now, site.Office.Rows, site.Office.Vault, site.Office.Clock).Run(depth, default);

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

using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Makes the digests of the day, every minute.</summary>
public sealed class DigestJob(Office office, ILogger<DigestJob> log) : PeriodicJob(office.Clock, TimeSpan.FromMinutes(1), log)
{
    /// <inheritdoc/>
    protected override Task Round(CancellationToken stop) => Step("digests", () => office.Digests.Run(stop), stop);
}

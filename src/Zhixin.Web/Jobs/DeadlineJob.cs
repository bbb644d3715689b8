using Zhixin.Database.Notices;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Looks every minute for days that began, days that are over, and what has to follow in other homes.</summary>
public sealed partial class DeadlineJob(Office office, ILogger<DeadlineJob> log) : PeriodicJob(office.Clock, TimeSpan.FromMinutes(1), log)
{
    /// <inheritdoc/>
    protected override async Task Round(CancellationToken stop)
    {
        await Step("days", () => office.Periods.BeginDays(stop), stop);
        await Step("periods", () => office.Quarters.End(stop), stop);
        await Step("deadlines", () => office.Deadlines.Run(stop), stop);
        await Step("overruns", () => office.Overruns.Run(stop), stop);
        await Step("halves of joins", async () => Told(await office.Halves.Run(stop)), stop);
        await Step("halves of rulings", async () => Told(await office.TakeOvers.Run(stop)), stop);
        await Step("halves of accusations", async () => Told(await office.AccusedHalves.Run(stop)), stop);
    }

    private void Told(HalvesRun run)
    {
        foreach (var fault in run.Faults)
        {
            Faulty(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What has to follow in another home could not be made, and is tried again: {Reason}")]
    private static partial void Faulty(ILogger log, string reason);
}

using Zhixin.Database.Notices;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>
/// Looks every minute for days that began, days that are over, and what has to follow in other homes. Runs in every node; which of them acts does not matter, and
/// neither does when. A step that fails is logged, holds up none of the others, and is tried again by the next minute: nothing was claimed that was not done.
/// </summary>
public sealed partial class DeadlineJob(Office office, ILogger<DeadlineJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, office.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Round(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The normal end: the program stops.
        }
    }

    private async Task Round(CancellationToken stop)
    {
        await Step("days", () => office.Periods.BeginDays(stop), stop);
        await Step("periods", () => office.Quarters.End(stop), stop);
        await Step("deadlines", () => office.Deadlines.Run(stop), stop);
        await Step("overruns", () => office.Overruns.Run(stop), stop);
        await Step("halves of joins", async () => Told(await office.Halves.Run(stop)), stop);
        await Step("halves of rulings", async () => Told(await office.TakeOvers.Run(stop)), stop);
        await Step("halves of accusations", async () => Told(await office.AccusedHalves.Run(stop)), stop);
    }

    private async Task Step(string step, Func<Task> run, CancellationToken stop)
    {
        try
        {
            await run();
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Failed(log, step, fault.Message);
        }
    }

    private void Told(HalvesRun run)
    {
        foreach (var fault in run.Faults)
        {
            Faulty(log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round over {Step} failed: {Reason}")]
    private static partial void Failed(ILogger log, string step, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "What has to follow in another home could not be made, and is tried again: {Reason}")]
    private static partial void Faulty(ILogger log, string reason);
}

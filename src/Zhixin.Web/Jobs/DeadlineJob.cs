using Npgsql;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Looks every minute for days that began and days that are over. Runs in every node; which of them acts does not matter, and neither does when.</summary>
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
        try
        {
            await office.Periods.BeginDays(stop);
            await office.Deadlines.Run(stop);
            await office.Overruns.Run(stop);
            await office.Halves.Run(stop);
            await office.TakeOvers.Run(stop);
            await office.AccusedHalves.Run(stop);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or InvalidOperationException or InvalidDataException)
        {
            Failed(log, fault.Message); // The next minute tries again; nothing was claimed that was not done.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The deadlines could not be looked at: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}

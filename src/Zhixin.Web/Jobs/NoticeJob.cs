using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Sends what is queued, every minute; a slow gateway holds up nothing else. Runs in every node; which of them acts does not matter.</summary>
public sealed partial class NoticeJob(Office office, ILogger<NoticeJob> log) : BackgroundService
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
            var (_, faults) = await office.Sender.Run(stop);
            if (faults.Count > 0)
            {
                Untaken(log, faults.Count, faults[^1]);
            }
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Failed(log, fault.Message); // The next minute tries again; nothing was claimed that was not done.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages were not taken by a channel: {Reason}")]
    private static partial void Untaken(ILogger log, int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The messages could not be looked at: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}

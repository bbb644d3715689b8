using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Makes the digests of the day, every minute. Runs in every node; which of them acts does not matter.</summary>
public sealed partial class DigestJob(Office office, ILogger<DigestJob> log) : BackgroundService
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
            await office.Digests.Run(stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Failed(log, fault.Message); // The next minute tries again; nothing was claimed that was not done.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The digests could not be made: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}

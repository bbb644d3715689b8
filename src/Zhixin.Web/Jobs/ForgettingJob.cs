using Zhixin.Database.Notices;
using Zhixin.Database.Petitions;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Forgets, once an hour, the kept answers that are too old to be asked for, and messages that are over and old. Runs in every node; twice does no harm.</summary>
public sealed partial class ForgettingJob(Office office, ILogger<ForgettingJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

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
            var now = office.Clock.GetUtcNow();
            await KeptAnswers.Forget(office.Db, now, stop);
            if (office.KeepMessages > TimeSpan.Zero)
            {
                await OldMessages.Forget(office.Db, now - office.KeepMessages, stop);
            }
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Failed(log, fault.Message); // The next hour tries again.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is old could not be forgotten: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}

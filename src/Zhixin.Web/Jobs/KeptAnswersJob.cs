using Npgsql;
using Zhixin.Database.Petitions;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Forgets, once an hour, the kept answers that are too old to be asked for. Runs in every node; twice does no harm.</summary>
public sealed partial class KeptAnswersJob(Office office, ILogger<KeptAnswersJob> log) : BackgroundService
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
            await KeptAnswers.Forget(office.Db, office.Clock.GetUtcNow(), stop);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            Failed(log, fault.Message); // The next hour tries again.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old kept answers could not be forgotten: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}

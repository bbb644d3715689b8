using Npgsql;
using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Has new attachments judged as soon as they come, looks again at those that wait, and forgets files that nobody took. Runs in every node.</summary>
public sealed partial class AttachmentJob(Office office, ILogger<AttachmentJob> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await office.AttachmentWatch.Wanted(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Round(stoppingToken);
        }
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            var round = await office.AttachmentWatch.Run(stop);
            if (round.Forgotten > 0)
            {
                Forgot(log, round.Forgotten);
            }

            if (round.Waiting > 0)
            {
                Wait(log, round.Waiting, round.Why);
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The normal end: the program stops, and takes away what the round was using.
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            Failed(log, fault.Message); // The next round tries again.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files were forgotten that were sent and never made part of a matter")]
    private static partial void Forgot(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} attachments wait for the scanner: {Reason}")]
    private static partial void Wait(ILogger log, int count, string? reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The attachments could not be looked at: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}

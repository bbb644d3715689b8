using Zhixin.Web.Hosting;

namespace Zhixin.Web.Jobs;

/// <summary>Sends what is queued, every minute; a slow gateway holds up nothing else.</summary>
public sealed partial class NoticeJob(Office office, ILogger<NoticeJob> log) : PeriodicJob(office.Clock, TimeSpan.FromMinutes(1), log)
{
    /// <inheritdoc/>
    protected override Task Round(CancellationToken stop) => Step("messages", () => Send(stop), stop);

    private async Task Send(CancellationToken stop)
    {
        var (_, faults) = await office.Sender.Run(stop);
        if (faults.Count > 0)
        {
            Untaken(log, faults.Count, faults[^1]);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages were not taken by a channel: {Reason}")]
    private static partial void Untaken(ILogger log, int count, string reason);
}

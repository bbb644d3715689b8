using Zhixin.Database.Notices;
using Zhixin.Database.Petitions;

namespace Zhixin.Web.Notices;

/// <summary>
/// Sends what is queued by every channel that is configured. What a channel took is not given to it again; what it did not take is tried with growing pauses
/// (<see cref="OutgoingQueue.Pauses"/>), then has failed. It stands in the inbox all the same.
/// </summary>
/// <param name="isDemo">Whether the installation has become a demo, which sends nothing to anybody.</param>
public sealed class NoticeSender(OutgoingQueue queue, LawInForce law, IReadOnlyList<INoticeChannel> channels, Func<bool> isDemo) : IDisposable
{
    /// <summary>Whether there is any way out.</summary>
    public bool IsConfigured => channels.Count > 0;

    /// <summary>The names of the ways.</summary>
    public IReadOnlyList<string> Channels => [.. channels.Select(c => c.Name)];

    /// <summary>One round; what was not taken, with the reasons.</summary>
    public async Task<(int Sent, IReadOnlyList<string> Faults)> Run(CancellationToken stop)
    {
        var (sent, faults) = (0, new List<string>());
        if (!IsConfigured || isDemo())
        {
            return (sent, faults);
        }

        await foreach (var notice in queue.Take(stop))
        {
            var taken = new List<string>(notice.Sent);
            foreach (var channel in channels.Where(c => !taken.Contains(c.Name)))
            {
                if (await Fault(channel, notice, stop) is { } fault)
                {
                    faults.Add($"{channel.Name}: {fault}");
                }
                else
                {
                    taken.Add(channel.Name);
                }
            }

            var isSent = channels.All(c => taken.Contains(c.Name));
            await queue.Note(notice, taken, isSent, stop);
            sent += isSent ? 1 : 0;
        }

        return (sent, faults);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.OfType<IDisposable>())
        {
            channel.Dispose();
        }
    }

    private async Task<string?> Fault(INoticeChannel channel, QueuedNotice notice, CancellationToken stop)
    {
        try
        {
            await channel.Send(
                new OutgoingNotice(
                    notice.Id, notice.Topic.Code, notice.Topic.Title, NoticeWords.Of(law.Now, notice.Topic.Code, notice.Detail), notice.Number, notice.Court,
                    [.. notice.Recipients.Select(r => new NoticeRecipient(r.Id, r.Account))], notice.At),
                stop);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or HttpRequestException or TimeoutException)
        {
            return fault.Message;
        }
    }
}

using System.Collections.Concurrent;
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
    /// <summary>Messages that are on their way at the same time.</summary>
    public const int AtOnce = 4;

    /// <summary>After so many faults in a row a channel is left alone until the next round.</summary>
    public const int FaultsInARow = 3;

    /// <summary>Whether there is any way out.</summary>
    public bool IsConfigured => channels.Count > 0;

    /// <summary>The names of the ways.</summary>
    public IReadOnlyList<string> Channels => [.. channels.Select(c => c.Name)];

    /// <summary>One round, until nothing more is due; what was not taken, with the reasons.</summary>
    public async Task<(int Sent, IReadOnlyList<string> Faults)> Run(CancellationToken stop)
    {
        if (!IsConfigured || isDemo())
        {
            return (0, []);
        }

        var (round, people) = (new Round(), new CourtPeople());
        for (DueNotice? last = null; channels.Any(round.IsWhole);)
        {
            var due = await queue.Due(last, stop);
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (notice, cancelled) => await Send(notice, people, round, cancelled));
            last = due is [.., var end] ? end : last;
            if (due.Count < OutgoingQueue.Most)
            {
                break;
            }
        }

        return (round.Sent, [.. round.Faults]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.OfType<IDisposable>())
        {
            channel.Dispose();
        }
    }

    /// <summary>Sends a message by what has not taken it yet. Where none of these ways is open in this round, the message is left for the next, and no try counts.</summary>
    private async Task Send(DueNotice due, CourtPeople people, Round round, CancellationToken stop)
    {
        var open = channels.Where(c => !due.Sent.Contains(c.Name) && round.IsWhole(c)).ToList();
        if (open.Count == 0 || await queue.Take(due, people, stop) is not { } notice)
        {
            return;
        }

        var taken = new List<string>(notice.Sent);
        foreach (var channel in open)
        {
            var fault = await Fault(channel, notice, stop);
            round.Tried(channel, fault);
            if (fault is null)
            {
                taken.Add(channel.Name);
            }
        }

        var isSent = channels.All(c => taken.Contains(c.Name));
        await queue.Note(notice, taken, isSent, stop);
        round.Over(isSent);
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

    /// <summary>What happened in a round so far; messages on their way at the same time tell it here.</summary>
    private sealed class Round
    {
        private readonly ConcurrentDictionary<string, int> _inARow = new(StringComparer.Ordinal);
        private int _sent;

        public ConcurrentQueue<string> Faults { get; } = new();

        public int Sent => _sent;

        public bool IsWhole(INoticeChannel channel) => _inARow.GetValueOrDefault(channel.Name) < FaultsInARow;

        public void Tried(INoticeChannel channel, string? fault)
        {
            _inARow.AddOrUpdate(channel.Name, fault is null ? 0 : 1, (_, before) => fault is null ? 0 : before + 1);
            if (fault is not null)
            {
                Faults.Enqueue($"{channel.Name}: {fault}");
            }
        }

        public void Over(bool isSent) => Interlocked.Add(ref _sent, isSent ? 1 : 0);
    }
}

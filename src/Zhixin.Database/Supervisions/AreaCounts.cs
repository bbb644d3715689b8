using System.Collections.Concurrent;
using Zhixin.Courts;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Supervisions;

/// <summary>The counts of the board in an area.</summary>
/// <param name="TakenAt">When they were taken, where they are kept for a while; null where they were taken just now and will be taken anew at the next look.</param>
public sealed record AreaCount(IReadOnlyList<SupervisionCount> Counts, DateTimeOffset? TakenAt);

/// <summary>
/// Counts the board. An area where more runs than <see cref="OwedLists.CountCap"/> is counted once a minute for whoever looks at it, who goes from list to list of the
/// same board meanwhile; a smaller one at each look. What one viewer counted is shown to no other.
/// </summary>
/// <param name="cap">From how many on an area is large.</param>
public sealed class AreaCounts(SupervisionLists lists, TimeProvider clock, int cap = OwedLists.CountCap)
{
    private const int Most = 1_000;
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(Guid Viewer, int Court, int Under, DateOnly Today), AreaCount> _kept = new();

    /// <summary>The counts of the courts right under one, as a viewer sees them.</summary>
    public async Task<AreaCount> Of(Scope scope, Court under, DateOnly today, CancellationToken stop)
    {
        var (key, now) = ((scope.Viewer, scope.Court, under.Number, today), clock.GetUtcNow());
        if (_kept.TryGetValue(key, out var kept) && now - kept.TakenAt < Keep)
        {
            return kept;
        }

        var counts = await lists.Counts(scope, under, today, stop);
        if (counts.Sum(c => c.Count) <= cap)
        {
            return new AreaCount(counts, null);
        }

        Forget(now);
        return _kept[key] = new AreaCount(counts, now);
    }

    private void Forget(DateTimeOffset now)
    {
        if (_kept.Count < Most)
        {
            return;
        }

        foreach (var (old, _) in _kept.Where(k => now - k.Value.TakenAt >= Keep))
        {
            _kept.TryRemove(old, out _);
        }
    }
}

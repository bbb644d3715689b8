using System.Collections.Concurrent;

namespace Zhixin.Database;

/// <summary>
/// Lets only a few commands of a home go for its number row at the same time: the database wakes everybody who waits for the row at each
/// commit, and all but one in vain. The lock of the row alone keeps the numbers right, also between several programs.
/// </summary>
public sealed class NumberQueue
{
    /// <summary>One has the row; the next one has written what goes before its number, and waits for it.</summary>
    private const int AtOnce = 2;

    private readonly ConcurrentDictionary<int, SemaphoreSlim> _homes = new();

    /// <summary>Waits for a place; disposing leaves it.</summary>
    public async Task<IDisposable> Enter(int home, CancellationToken stop)
    {
        var places = _homes.GetOrAdd(home, static _ => new SemaphoreSlim(AtOnce));
        await places.WaitAsync(stop);
        return new Place(places);
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}

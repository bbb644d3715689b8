using System.Collections.Concurrent;
using System.Net;

namespace Zhixin.Web.Access;

/// <summary>How often a page that is open to everybody is given to one address: a reader turns pages, a program does not empty the database.</summary>
public sealed class ReadBrake(TimeProvider clock)
{
    /// <summary>Readings of one address in a minute.</summary>
    public const int Most = 60;

    /// <summary>Addresses that are remembered at most; beyond it the counts begin anew.</summary>
    private const int Addresses = 10_000;

    private readonly ConcurrentDictionary<IPAddress, (long Minute, int Count)> _readings = new();

    /// <summary>Counts a reading, and says whether it is still given.</summary>
    public bool Lets(IPAddress? address)
    {
        if (_readings.Count >= Addresses)
        {
            _readings.Clear();
        }

        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        return _readings.AddOrUpdate(address ?? IPAddress.None, (minute, 1), (_, was) => was.Minute == minute ? (minute, was.Count + 1) : (minute, 1)).Count <= Most;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Zhixin.Web.Access;

/// <summary>How often what is open to everybody is read from the database for one address: a reader turns pages, a program does not empty the database.</summary>
public sealed class ReadBrake(TimeProvider clock)
{
    /// <summary>Readings of one address in a minute; a /64 of IPv6 is one address, since whoever has it changes within it at will.</summary>
    public const int Most = 60;

    /// <summary>Addresses that are counted apart in a minute; further ones are counted together, as one.</summary>
    public const int Addresses = 10_000;

    private const int Network = 8; // Bytes of a /64.

    private Readings _now = new(0);

    /// <summary>Counts a reading, and says whether it is still given.</summary>
    public bool Lets(IPAddress? address)
    {
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        var now = _now;
        if (now.Minute != minute)
        {
            _now = now = new Readings(minute); // What two threads count in the same instant may be lost: it is a brake, no ledger.
        }

        var who = Who(address);
        return now.Of.AddOrUpdate(now.Of.Count < Addresses || now.Of.ContainsKey(who) ? who : IPAddress.None, 1, (_, was) => was + 1) <= Most;
    }

    private static IPAddress Who(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4() ?? IPAddress.None;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Network).Clear();
        return new IPAddress(bytes);
    }

    private sealed record Readings(long Minute)
    {
        public ConcurrentDictionary<IPAddress, int> Of { get; } = new();
    }
}

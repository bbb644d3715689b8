using System.Collections.Concurrent;
using System.Net;

namespace Zhixin.Web.Access;

/// <summary>
/// Slows down who tries passwords from one address over many names; the lockout slows down tries on one name. Counts only failures, so
/// that a whole court behind one address signs in undisturbed. Each node counts for itself.
/// </summary>
public sealed class SignInBrake(TimeProvider clock)
{
    /// <summary>Failures from one address, within <see cref="Window"/>, after which it has to wait.</summary>
    public const int Most = 50;

    /// <summary>Addresses that are remembered at most; beyond it the counts begin anew.</summary>
    private const int Addresses = 10_000;

    /// <summary>How long failures count.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<IPAddress, Failures> _failures = new();

    /// <summary>Whether an address has to wait.</summary>
    public bool Holds(IPAddress? address) =>
        address is not null && _failures.TryGetValue(address, out var failures) && failures.Count >= Most && clock.GetUtcNow() - failures.Since < Window;

    /// <summary>Counts a failure.</summary>
    public void Failed(IPAddress? address)
    {
        if (address is null)
        {
            return;
        }

        if (_failures.Count >= Addresses)
        {
            _failures.Clear();
        }

        var now = clock.GetUtcNow();
        _failures.AddOrUpdate(
            address, _ => new Failures(1, now), (_, before) => now - before.Since < Window ? before with { Count = before.Count + 1 } : new Failures(1, now));
    }

    private sealed record Failures(int Count, DateTimeOffset Since);
}

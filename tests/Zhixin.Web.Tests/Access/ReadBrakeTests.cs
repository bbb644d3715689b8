using System.Globalization;
using System.Net;
using Zhixin.Web.Access;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Access;

/// <summary>Who is counted as one, and that nobody makes others wait or lets himself in by asking from many addresses.</summary>
public sealed class ReadBrakeTests
{
    private readonly TestClock _clock = new(TestClock.Noon("2026-03-02"));

    [Fact]
    public void The_last_reading_of_a_minute_is_given_and_the_next_is_not()
    {
        var brake = new ReadBrake(_clock);
        Readings(brake, "203.0.113.7", ReadBrake.Most).ShouldAllBe(given => given);
        brake.Lets(IPAddress.Parse("203.0.113.7")).ShouldBeFalse();
        brake.Lets(IPAddress.Parse("::ffff:203.0.113.7")).ShouldBeFalse("the same address in another form");
        brake.Lets(IPAddress.Parse("203.0.113.8")).ShouldBeTrue();
        _clock.Now += TimeSpan.FromMinutes(1);
        brake.Lets(IPAddress.Parse("203.0.113.7")).ShouldBeTrue();
    }

    [Fact]
    public void A_network_of_64_bits_is_one_address()
    {
        var brake = new ReadBrake(_clock);
        for (var i = 0; i < ReadBrake.Most; i++)
        {
            brake.Lets(IPAddress.Parse("2001:db8:0:1::" + i.ToString("x", CultureInfo.InvariantCulture))).ShouldBeTrue();
        }

        brake.Lets(IPAddress.Parse("2001:db8:0:1:ffff::1")).ShouldBeFalse();
        brake.Lets(IPAddress.Parse("2001:db8:0:2::1")).ShouldBeTrue();
    }

    [Fact]
    public void Many_addresses_clear_nobody_s_count_and_those_beyond_the_table_are_counted_as_one()
    {
        var brake = new ReadBrake(_clock);
        Readings(brake, "203.0.113.7", ReadBrake.Most + 1)[^1].ShouldBeFalse();
        for (var i = 1; i < ReadBrake.Addresses; i++)
        {
            brake.Lets(new IPAddress([10, 0, (byte)(i / 256), (byte)(i % 256)])).ShouldBeTrue();
        }

        brake.Lets(IPAddress.Parse("203.0.113.7")).ShouldBeFalse("still counted");
        Enumerable.Range(1, ReadBrake.Most + 1).Select(i => brake.Lets(new IPAddress([10, 1, 0, (byte)i]))).Count(given => given).ShouldBe(ReadBrake.Most);
    }

    private static List<bool> Readings(ReadBrake brake, string address, int times) => [.. Enumerable.Range(0, times).Select(_ => brake.Lets(IPAddress.Parse(address)))];
}

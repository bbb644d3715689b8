using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Simulation;

/// <summary>
/// Two simulated years of random acts, legal and illegal, by random courts and posts of four levels, with the database going away between transactions. A seed
/// replays its run.
/// </summary>
public sealed class SimulationTests(WebDatabase database)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Clause", "SPC16-3(2) accepted")]
    [Trait("Clause", "HNI-2 accepted")]
    public async Task No_hop_is_lost_nobody_is_blind_no_clocks_contradict_and_the_history_verifies(int seed)
    {
        var crash = new CrashWatch.Crash();
        await using var app = await TestApp.Start(database, "2024-03-04", options: o => o with { Watch = CrashWatch.Of(crash) });
        crash.Connection = app.Connection;
        var world = await World.Of(app, crash, seed);
        await world.Run(days: 55, attemptsADay: 32);

        world.ShouldHaveBeenLively();
        (await History.Matter.Verify(app)).First.ShouldBeNull($"seed {seed}");
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull($"seed {seed}, rebuilt");
    }
}

using Npgsql;
using Zhixin.Database.Supervisions;
using Zhixin.Database.Tests.Ledger;

namespace Zhixin.Database.Tests.Plans;

/// <summary>A large area is counted once a minute for whoever looks, a small one at each look.</summary>
public sealed class AreaCountsTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly DateOnly Today = new(2025, 6, 1);

    [Fact]
    public async Task A_large_area_is_counted_again_a_minute_later_and_for_another_viewer_at_once()
    {
        await using var db = new Db(database.Connection);
        var clock = new Attachments.Folder.SetClock { Now = DateTimeOffset.UnixEpoch };
        var (large, small, city) = (new AreaCounts(new SupervisionLists(db), clock, cap: 0), new AreaCounts(new SupervisionLists(db), clock), SampleLedger.Courts.ByName(PlanDatabase.City)!);
        Scope viewer = new(city.Number, PlanDatabase.Handler), other = new(city.Number, Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        async Task<int> Count(AreaCounts counts, Scope scope) => (await counts.Of(scope, city, Today, TestContext.Current.CancellationToken)).Counts.Sum(c => c.Count);

        var before = await Count(large, viewer);
        before.ShouldBeGreaterThan(1);
        (await small.Of(viewer, city, Today, TestContext.Current.CancellationToken)).TakenAt.ShouldBeNull();
        await End(city.Number);
        (await Count(large, viewer)).ShouldBe(before, "counted less than a minute ago");
        (await Count(large, other)).ShouldBe(before - 1, "nobody sees what another counted");
        (await Count(small, viewer)).ShouldBe(before - 1);
        clock.Now = clock.Now.AddSeconds(59);
        (await Count(large, viewer)).ShouldBe(before);
        clock.Now = clock.Now.AddSeconds(1);
        (await Count(large, viewer)).ShouldBe(before - 1);
        (await large.Of(viewer, city, Today, TestContext.Current.CancellationToken)).TakenAt.ShouldBe(clock.Now);
    }

    private async Task End(int city)
    {
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("update supervision set phase = 'ended' where (home, id) = (select home, id from supervision where mid = $1 and phase = 'open' order by id limit 1)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = city });
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}

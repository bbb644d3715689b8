using Npgsql;
using Zhixin.Database.Reception;

namespace Zhixin.Database.Tests.Plans;

/// <summary>The log of a day reads the contacts of that day and no others, however many there are.</summary>
public sealed class ReceptionPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    [Theory]
    [InlineData("contact_newest", false)]
    [InlineData("contact_late", true)]
    public async Task A_day_is_read_through_the_index_of_its_day(string index, bool late)
    {
        var sql = late ? ReceptionLists.EnteredLateSql : ReceptionLists.ReceivedSql;
        var plan = await Plan(sql, "select 1");
        plan.ShouldContain(index);
        plan.ShouldNotContain("Seq Scan on contact");
        (await Plan(sql, $"drop index {index}")).ShouldNotContain(index);
    }

    private async Task<string> Plan(string sql, string first)
    {
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        foreach (var statement in new[] { first, "set local role zx_app", $"set local zx.court = '{PlanDatabase.Court(PlanDatabase.District)}'", "set local plan_cache_mode = force_generic_plan", $"prepare page(int, date, uuid) as {sql}" })
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        return await Explained.Lines(connection, "explain (costs off) execute page(null, null, null)");
    }
}

using System.Text.RegularExpressions;
using Npgsql;
using Zhixin.Database.Courts;
using Zhixin.Database.Notices;
using Zhixin.Database.Tests.Ledger;

namespace Zhixin.Database.Tests.Plans;

/// <summary>What is looked up about persons, matters and messages beside the lists is found by index, however many there are in the country.</summary>
public sealed class FoundPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly DateOnly Today = new(2025, 6, 1);

    [Fact]
    public async Task Whether_a_matter_is_supervised_already_is_found_by_case_and_by_petition()
    {
        var plan = await Running();
        plan.ShouldContain("supervision_case");
        plan.ShouldContain("supervision_running_petition");
        plan.ShouldNotContain("Seq Scan");
    }

    [Theory]
    [InlineData(PlanDatabase.City)]
    [InlineData(PlanDatabase.District)]
    public async Task What_a_person_has_in_hand_is_found_by_the_person_and_the_court(string court)
    {
        var scope = new Scope(PlanDatabase.Court(court), PlanDatabase.Handler);
        var (sql, arguments) = HeldLists.Statement(SampleLedger.Courts, scope, new Guid("00000000-0000-7000-8000-000000000009"));
        var plan = await KeptPlan.Of(database.Connection, scope, sql, arguments, ordered: false);
        plan.ShouldNotContain("Seq Scan", Case.Sensitive, plan);
    }

    [Fact]
    public async Task What_is_overdue_below_is_counted_from_the_court_s_own_part_of_hops_and_supervisions()
    {
        var (sql, arguments) = Digests.Below(PlanDatabase.Court(PlanDatabase.City), Today, Today);
        var plan = await KeptPlan.Of(database.Connection, new Scope(PlanDatabase.Court(PlanDatabase.City), PlanDatabase.Handler), sql, arguments, ordered: false);
        foreach (var index in new[] { "hop_out", "supervision_stage", "obligation_pkey" })
        {
            plan.ShouldContain(index, Case.Sensitive, plan);
        }

        plan.ShouldNotContain("Seq Scan");
    }

    [Fact]
    public async Task Messages_that_may_be_forgotten_are_found_by_their_age()
    {
        foreach (var (sql, index) in OldMessages.Old.Zip(["outbox_seen", "outbox_overtaken"]))
        {
            var plan = await KeptPlan.Of(
                database.Connection, new Scope(PlanDatabase.Court(PlanDatabase.City), PlanDatabase.Handler), sql, [new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), 2_000], ordered: false);
            plan.ShouldContain($"using {index} on outbox", Case.Sensitive, plan);
            plan.ShouldNotContain("Sort");
        }
    }

    /// <summary>The plan of the statement inside the owner function, with its parameters as the function has them.</summary>
    private async Task<string> Running()
    {
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var body = await Explained.Lines(connection, "select prosrc from pg_proc where proname = 'supervision_running'");
        var parameters = (await Explained.Lines(connection, "select pg_get_function_identity_arguments(oid) from pg_proc where proname = 'supervision_running'")).Split(", ");
        for (var i = 0; i < parameters.Length; i++)
        {
            body = Regex.Replace(body, $@"\b{parameters[i].Split(' ')[0]}\b", $"${i + 1}");
        }

        object?[] arguments = [.. parameters.Select(p => p.Split(' ')[1] switch { "uuid" => (object)Guid.Empty, "text" => string.Empty, "boolean" => false, _ => throw new InvalidOperationException(p) })];
        return await KeptPlan.Of(database.Connection, new Scope(PlanDatabase.Court(PlanDatabase.Supreme), PlanDatabase.Handler), body, arguments, ordered: false);
    }
}

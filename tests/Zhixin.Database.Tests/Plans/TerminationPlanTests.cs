using Zhixin.Database.Petitions;

namespace Zhixin.Database.Tests.Plans;

/// <summary>The dockets of terminations are read from their own indexes, in their order.</summary>
public sealed class TerminationPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly OwedPlace Behind = new(new DateOnly(2025, 3, 1), 1, PlanDatabase.Handler, 3);

    private static Scope Scope => new(1, PlanDatabase.Handler);

    [Fact]
    public async Task What_waits_what_a_court_decides_and_what_is_filed_are_read_from_an_index_without_sorting()
    {
        foreach (var after in new OwedPlace?[] { null, Behind })
        {
            var waiting = await Plan(TerminationLists.WaitingStatement(Scope, after, 51), null);
            IsRight(waiting, "termination_waiting").ShouldBeTrue(waiting);
            var own = await Plan(TerminationLists.OfStatement(Scope, Scope.Court, after, 51), null);
            IsRight(own, "termination_of_decider").ShouldBeTrue(own);
            var filed = await Plan(TerminationLists.FiledStatement(Scope, "answer-filing", after, 51), null);
            IsRight(filed, "termination_filed").ShouldBeTrue(filed);
        }
    }

    [Fact]
    public async Task Without_the_index_the_plan_is_seen_to_be_wrong()
    {
        IsRight(await Plan(TerminationLists.WaitingStatement(Scope, null, 51), "drop index termination_waiting"), "termination_waiting").ShouldBeFalse();
        IsRight(await Plan(TerminationLists.OfStatement(Scope, Scope.Court, null, 51), "drop index termination_of_decider"), "termination_of_decider").ShouldBeFalse();
        IsRight(await Plan(TerminationLists.FiledStatement(Scope, "correct", null, 51), "drop index termination_filed"), "termination_filed").ShouldBeFalse();
    }

    private static bool IsRight(string plan, string index) => plan.Contains($"using {index} on termination", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Plan((string Sql, object?[] Arguments) read, string? first) => KeptPlan.Of(database.Connection, Scope, read.Sql, read.Arguments, first);
}

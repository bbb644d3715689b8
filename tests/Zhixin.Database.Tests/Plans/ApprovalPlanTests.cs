using Zhixin.Database.Petitions;

namespace Zhixin.Database.Tests.Plans;

/// <summary>What waits for a decision is read from its own index, in its order.</summary>
public sealed class ApprovalPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static Scope Scope => new(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);

    [Fact]
    public async Task The_list_is_read_from_the_index_of_what_waits_without_sorting()
    {
        var plan = await Page(null);
        IsRight(plan).ShouldBeTrue(plan);
        plan.ShouldContain("using petition_pkey on petition");
    }

    [Fact]
    public async Task Without_that_index_the_plan_is_seen_to_be_wrong() => IsRight(await Page("drop index approval_waiting")).ShouldBeFalse();

    [Fact]
    public async Task What_somebody_asked_for_is_not_in_his_list_and_the_oldest_comes_first()
    {
        await using var db = new Db(database.Connection);
        var lists = new ApprovalLists(db);
        var all = await lists.Waiting(Scope, ["approve-opinion", "approve-decline"], [Scope.Viewer], 10_000, TestContext.Current.CancellationToken);
        all.Count.ShouldBeGreaterThan(10);
        all.Select(l => l.AskedOn).ShouldBeInOrder();
        all.Select(l => l.Act).Distinct().Order().ShouldBe(["approve-decline", "approve-opinion"]);
        var asker = all.First(l => l.Act == "approve-decline").AskedBy;
        var rest = await lists.Waiting(Scope, ["approve-decline"], [asker], 10_000, TestContext.Current.CancellationToken);
        (rest.Count, rest.Any(l => l.AskedBy == asker)).ShouldBe((all.Count(l => l.Act == "approve-decline" && l.AskedBy != asker), false));
    }

    private static bool IsRight(string plan) => plan.Contains("using approval_waiting on approval", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Page(string? first)
    {
        var (sql, arguments) = ApprovalLists.Statement(Scope, ["approve-opinion"], [Scope.Viewer], 51);
        return KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
    }
}

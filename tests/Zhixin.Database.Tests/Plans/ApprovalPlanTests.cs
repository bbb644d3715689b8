using Zhixin.Database.Petitions;

namespace Zhixin.Database.Tests.Plans;

/// <summary>What waits for a decision is read from its own index, in its order.</summary>
public sealed class ApprovalPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static Scope Scope => new(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);

    [Fact]
    public async Task The_list_is_read_from_the_index_of_what_waits_without_sorting()
    {
        foreach (var after in new OwedPlace?[] { null, new OwedPlace(new DateOnly(2025, 3, 1), 1, PlanDatabase.Handler, 3) })
        {
            var plan = await Page(null, after);
            IsRight(plan).ShouldBeTrue(plan);
            plan.ShouldContain("using petition_pkey on petition");
        }
    }

    [Fact]
    public async Task Without_that_index_the_plan_is_seen_to_be_wrong() => IsRight(await Page("drop index approval_waiting")).ShouldBeFalse();

    [Fact]
    public async Task What_somebody_asked_for_is_not_in_his_list_and_the_oldest_comes_first()
    {
        await using var db = new Db(database.Connection);
        var lists = new ApprovalLists(db);
        var all = await lists.Waiting(Scope, ["approve-opinion", "approve-decline"], [Scope.Viewer], null, 10_000, TestContext.Current.CancellationToken);
        all.Count.ShouldBeGreaterThan(10);
        all.Select(l => l.AskedOn).ShouldBeInOrder();
        all.Select(l => l.Act).Distinct().Order().ShouldBe(["approve-decline", "approve-opinion"]);
        var asker = all.First(l => l.Act == "approve-decline").AskedBy;
        var rest = await lists.Waiting(Scope, ["approve-decline"], [asker], null, 10_000, TestContext.Current.CancellationToken);
        (rest.Count, rest.Any(l => l.AskedBy == asker)).ShouldBe((all.Count(l => l.Act == "approve-decline" && l.AskedBy != asker), false));
        (await lists.Count(Scope, ["approve-opinion", "approve-decline"], [Scope.Viewer], TestContext.Current.CancellationToken)).ShouldBe(all.Count);
        var paged = new List<WaitingLine>();
        for (OwedPlace? after = null; paged.Count < all.Count; after = paged[^1].Place())
        {
            paged.AddRange(await lists.Waiting(Scope, ["approve-opinion", "approve-decline"], [Scope.Viewer], after, 3, TestContext.Current.CancellationToken));
        }

        paged.ShouldBe(all, "pages follow without gap or repetition");
    }

    private static bool IsRight(string plan) => plan.Contains("using approval_waiting on approval", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Page(string? first, OwedPlace? after = null)
    {
        var (sql, arguments) = ApprovalLists.Statement(Scope, ["approve-opinion"], [Scope.Viewer], after, 51);
        return KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
    }
}

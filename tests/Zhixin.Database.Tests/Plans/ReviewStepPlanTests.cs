using Zhixin.Courts;
using Zhixin.Database.Petitions;

namespace Zhixin.Database.Tests.Plans;

/// <summary>The dockets of procedures are read from their own indexes, in their order.</summary>
public sealed class ReviewStepPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly OwedPlace Behind = new(new DateOnly(2023, 3, 1), 1, PlanDatabase.Handler, 1000);
    private static readonly DateOnly Today = new(2023, 12, 1);

    private static Scope Scope => new(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);

    [Fact]
    public async Task What_waits_and_what_is_overdue_below_are_read_from_an_index_without_sorting()
    {
        foreach (var after in new OwedPlace?[] { null, Behind })
        {
            var waiting = await Plan(ReviewStepLists.WaitingStatement(Scope, after, 51), null);
            IsRight(waiting, "review_step_waiting").ShouldBeTrue(waiting);
            var mid = await Plan(ReviewStepLists.BelowStatement(Scope, CourtLevel.Intermediate, Today, after, 51), null);
            IsRight(mid, "review_step_mid").ShouldBeTrue(mid);
            var high = await Plan(ReviewStepLists.BelowStatement(Scope, CourtLevel.High, Today, after, 51), null);
            IsRight(high, "review_step_high").ShouldBeTrue(high);
        }
    }

    [Fact]
    public async Task Without_the_index_the_plan_is_seen_to_be_wrong() =>
        IsRight(await Plan(ReviewStepLists.WaitingStatement(Scope, null, 51), "drop index review_step_waiting"), "review_step_waiting").ShouldBeFalse();

    [Fact]
    public async Task Pages_follow_without_gap_or_repetition()
    {
        await using var db = new Db(database.Connection);
        var lists = new ReviewStepLists(db);
        var stop = TestContext.Current.CancellationToken;
        var all = await lists.Waiting(Scope, null, 10_000, stop);
        all.Count.ShouldBeGreaterThan(3);
        var paged = new List<ReviewStepLine>();
        for (OwedPlace? after = null; paged.Count < all.Count; after = paged[^1].Place())
        {
            paged.AddRange(await lists.Waiting(Scope, after, 3, stop));
        }

        paged.ShouldBe(all);
    }

    private static bool IsRight(string plan, string index) => plan.Contains($"using {index} on review_step", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Plan((string Sql, object?[] Arguments) read, string? first) => KeptPlan.Of(database.Connection, Scope, read.Sql, read.Arguments, first);
}

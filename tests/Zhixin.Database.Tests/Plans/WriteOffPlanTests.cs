using Zhixin.Database.Petitions;

namespace Zhixin.Database.Tests.Plans;

/// <summary>The dockets of write-offs are read from their own indexes, in their order.</summary>
public sealed class WriteOffPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly OwedPlace Behind = new(new DateOnly(2025, 3, 1), 1, PlanDatabase.Handler, 3);

    private static Scope Scope => new(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);

    [Fact]
    public async Task What_waits_and_what_a_court_applied_for_are_read_from_an_index_without_sorting()
    {
        foreach (var after in new OwedPlace?[] { null, Behind })
        {
            var waiting = await Plan(WriteOffLists.WaitingStatement(Scope, after, 51), null);
            IsRight(waiting, "write_off_waiting").ShouldBeTrue(waiting);
            var own = await Plan(WriteOffLists.OfStatement(Scope, Scope.Court, after, 51), null);
            IsRight(own, "write_off_of_court").ShouldBeTrue(own);
        }
    }

    [Fact]
    public async Task Without_the_index_the_plan_is_seen_to_be_wrong()
    {
        IsRight(await Plan(WriteOffLists.WaitingStatement(Scope, null, 51), "drop index write_off_waiting"), "write_off_waiting").ShouldBeFalse();
        IsRight(await Plan(WriteOffLists.OfStatement(Scope, Scope.Court, null, 51), "drop index write_off_of_court"), "write_off_of_court").ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_follow_without_gap_or_repetition_and_the_figures_count_what_stands_and_what_was_reversed()
    {
        await using var db = new Db(database.Connection);
        var lists = new WriteOffLists(db);
        var stop = TestContext.Current.CancellationToken;
        var all = await lists.Of(Scope, Scope.Court, null, 10_000, stop);
        all.Count.ShouldBeGreaterThan(10);
        var paged = new List<WriteOffLine>();
        for (OwedPlace? after = null; paged.Count < all.Count; after = new OwedPlace(paged[^1].AppliedOn, paged[^1].Home, paged[^1].Stream, paged[^1].No))
        {
            paged.AddRange(await lists.Of(Scope, Scope.Court, after, 3, stop));
        }

        paged.ShouldBe(all);
        var figures = await lists.Figures(Scope, Scope.Court, stop);
        (figures.Approved, figures.Reversed).ShouldBe((all.Count(l => l.State == "approved"), all.Count(l => l.State == "reversed")));
        figures.Reversed.ShouldBeGreaterThan(0);
    }

    private static bool IsRight(string plan, string index) => plan.Contains($"using {index} on write_off", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Plan((string Sql, object?[] Arguments) read, string? first) => KeptPlan.Of(database.Connection, Scope, read.Sql, read.Arguments, first);
}

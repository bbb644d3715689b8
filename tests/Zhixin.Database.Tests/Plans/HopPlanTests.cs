using Zhixin.Database.Petitions;

namespace Zhixin.Database.Tests.Plans;

/// <summary>What a court handed down and has from above is read from an index of its own each, in its order.</summary>
public sealed class HopPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static Scope Above => new(PlanDatabase.Court(PlanDatabase.City), PlanDatabase.Handler);

    private static Scope Below => new(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);

    [Fact]
    public async Task Each_list_is_read_from_its_index_without_sorting()
    {
        foreach (var after in new OwedPlace?[] { null, new OwedPlace(new DateOnly(2025, 3, 1), 1, PlanDatabase.Handler, 1) })
        {
            IsRight(await Page(Above, HopQueue.Out, null, after), "hop_out").ShouldBeTrue();
            IsRight(await Page(Below, HopQueue.In, null, after), "hop_in").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Without_that_index_the_plan_is_seen_to_be_wrong() => IsRight(await Page(Above, HopQueue.Out, "drop index hop_out", null), "hop_out").ShouldBeFalse();

    [Fact]
    public async Task The_earliest_date_comes_first_pages_follow_and_counts_say_the_same()
    {
        await using var db = new Db(database.Connection);
        var (lists, stop) = (new HopLists(db), TestContext.Current.CancellationToken);
        var all = await lists.Page(Above, HopQueue.Out, null, 10_000, stop);
        all.Count.ShouldBeGreaterThan(5);
        all.Select(l => l.OverdueAfter).ShouldBeInOrder();
        all.ShouldAllBe(l => l.FromCourt == Above.Court);
        var paged = new List<HopLine>();
        for (OwedPlace? after = null; paged.Count < all.Count; after = paged[^1].Place())
        {
            paged.AddRange(await lists.Page(Above, HopQueue.Out, after, 3, stop));
        }

        paged.ShouldBe(all, "pages follow without gap or repetition");
        var today = all[all.Count / 2].OverdueAfter;
        (await lists.Counts(Above, today, stop)).ShouldBe(new HopCounts(
            all.Count, all.Count(l => l.ReportedOn is null && l.OverdueAfter < today), all.Count(l => l.ReportedOn is not null), 0, 0));
    }

    private static bool IsRight(string plan, string index) => plan.Contains($"using {index} on hop", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Page(Scope scope, HopQueue queue, string? first, OwedPlace? after)
    {
        var (sql, arguments) = HopLists.Statement(scope, queue, after, 51);
        return KeptPlan.Of(database.Connection, scope, sql, arguments, first);
    }
}

using Zhixin.Courts;
using Zhixin.Database.PlatformItems;
using Zhixin.Database.Supervisions;
using Zhixin.Database.Tests.Ledger;

namespace Zhixin.Database.Tests.Plans;

/// <summary>The supervision board and the platform's queue are read from an index for each level of viewer, next due first, on the first page and far behind it.</summary>
public sealed class SupervisionPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly DateOnly Today = new(2025, 6, 1);

    private static Scope Scope => new(PlanDatabase.Court(PlanDatabase.Supreme), PlanDatabase.Handler);

    private static Court Province => SampleLedger.Courts.Parent(SampleLedger.Courts.ByName(PlanDatabase.City)!)!;

    public static TheoryData<string, string> Levels => new()
    {
        { PlanDatabase.Supreme, "all" }, { Province.Name, "high" }, { PlanDatabase.City, "mid" }, { PlanDatabase.District, "basic" },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task The_board_is_read_from_the_index_of_its_level(string under, string index)
    {
        foreach (var after in new SupervisionPlace?[] { null, new SupervisionPlace(Today.AddDays(-100), 1, PlanDatabase.Handler) })
        {
            var plan = await Board(under, after);
            IsRight(plan, $"supervision_{index}").ShouldBeTrue(plan);
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task The_queue_is_read_from_the_index_of_its_level(string under, string index)
    {
        foreach (var after in new PlatformPlace?[] { null, new PlatformPlace(Today.AddDays(-100), 1, PlanDatabase.Handler) })
        {
            var plan = await Queue(under, after);
            IsRight(plan, $"platform_item_{index}").ShouldBeTrue(plan);
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Without_that_index_the_plan_is_seen_to_be_wrong(string under, string index)
    {
        IsRight(await Board(under, null, $"drop index supervision_{index}"), $"supervision_{index}").ShouldBeFalse();
        IsRight(await Queue(under, null, $"drop index platform_item_{index}"), $"platform_item_{index}").ShouldBeFalse();
    }

    [Fact]
    public async Task The_next_due_comes_first_pages_follow_and_the_counts_say_the_same()
    {
        await using var db = new Db(database.Connection);
        var (lists, stop) = (new SupervisionLists(db), TestContext.Current.CancellationToken);
        var filter = new SupervisionFilter(SampleLedger.Courts.ByName(PlanDatabase.City)!, null, false, null);
        var all = await lists.Page(Scope, filter, Today, 10_000, stop);
        all.Count.ShouldBeGreaterThan(100);
        all.Select(l => l.OverdueAfter).ShouldBeInOrder();
        var paged = new List<SupervisionLine>();
        for (SupervisionPlace? after = null; paged.Count < all.Count; after = paged[^1].Place())
        {
            paged.AddRange(await lists.Page(Scope, filter with { After = after }, Today, 97, stop));
        }

        paged.ShouldBe(all, "pages follow without gap or repetition");
        var counts = await lists.Counts(Scope, filter.Under, Today, stop);
        (counts.Sum(c => c.Count), counts.Sum(c => c.Overdue)).ShouldBe((all.Count, all.Count(l => l.OverdueAfter < Today)));
    }

    private static bool IsRight(string plan, string index) => plan.Contains($"using {index} on ", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Board(string under, SupervisionPlace? after, string? first = null)
    {
        var (sql, arguments) = SupervisionLists.Statement(Scope, new SupervisionFilter(SampleLedger.Courts.ByName(under)!, null, false, null) { After = after }, Today, 51);
        return KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
    }

    private Task<string> Queue(string under, PlatformPlace? after, string? first = null)
    {
        var (sql, arguments) = PlatformLists.Statement(new PlatformFilter(SampleLedger.Courts.ByName(under)!, null, null, false) { After = after }, Today, 51);
        return KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
    }
}

using Zhixin.Courts;
using Zhixin.Database.Checks;
using Zhixin.Database.ReportBox;
using Zhixin.Database.Tests.Ledger;

namespace Zhixin.Database.Tests.Plans;

/// <summary>Records of checks and the report box are read from an index for each level of viewer, in the order of the list, on the first page and far behind it.</summary>
public sealed class CheckPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
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
    public async Task Records_are_read_from_the_index_of_the_level(string under, string index)
    {
        foreach (var after in new CheckPlace?[] { null, new CheckPlace(Today.AddDays(-100), 1, PlanDatabase.Handler) })
        {
            var plan = await Records(under, CheckShow.Open, after);
            IsRight(plan, $"enforcement_case_{index}").ShouldBeTrue(plan);
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Reports_are_read_from_the_index_of_the_level(string under, string index)
    {
        foreach (var handled in new[] { false, true })
        {
            foreach (var after in new ReportPlace?[] { null, new ReportPlace(Today.AddDays(-100), 1, PlanDatabase.Handler) })
            {
                var plan = await Reports(under, handled, after);
                IsRight(plan, $"report_{index}").ShouldBeTrue(plan);
            }
        }
    }

    [Fact]
    public async Task What_is_over_is_read_newest_first_from_its_own_index()
    {
        foreach (var after in new CheckPlace?[] { null, new CheckPlace(Today.AddDays(-100), 1, PlanDatabase.Handler) })
        {
            var plan = await Records(PlanDatabase.District, CheckShow.Ended, after);
            IsRight(plan, "enforcement_case_ended").ShouldBeTrue(plan);
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task Without_that_index_the_plan_is_seen_to_be_wrong(string under, string index)
    {
        IsRight(await Records(under, CheckShow.Open, null, $"drop index enforcement_case_{index}"), $"enforcement_case_{index}").ShouldBeFalse();
        IsRight(await Reports(under, false, null, $"drop index report_{index}"), $"report_{index}").ShouldBeFalse();
    }

    [Fact]
    public async Task The_next_due_comes_first_pages_follow_and_the_counts_say_the_same()
    {
        await using var db = new Db(database.Connection);
        var (lists, stop) = (new CheckLists(db), TestContext.Current.CancellationToken);
        var filter = new CheckFilter(SampleLedger.Courts.ByName(PlanDatabase.City)!, CheckShow.Open);
        var all = await lists.Page(Scope, filter, 20_000, stop);
        all.Count.ShouldBeGreaterThan(100);
        all.Select(l => l.OverdueAfter).ShouldBeInOrder();
        var paged = new List<CheckLine>();
        for (CheckPlace? after = null; paged.Count < 970; after = paged[^1].Place(CheckShow.Open))
        {
            paged.AddRange(await lists.Page(Scope, filter with { After = after }, 97, stop));
        }

        paged.ShouldBe(all.Take(970), "pages follow without gap or repetition");
        var counts = await lists.Counts(Scope, filter.Under, Today, stop);
        (counts.Open, counts.Owed, counts.Risky, counts.Overdue).ShouldBe((all.Count, all.Count(l => l.Owed > 0), all.Count(l => l.Risks + l.Problems > 0), all.Count(l => l.OverdueAfter < Today)));
    }

    [Fact]
    public async Task What_names_a_leader_of_the_court_is_in_no_list_of_that_court()
    {
        await using var db = new Db(database.Connection);
        var (lists, stop) = (new ReportLists(db), TestContext.Current.CancellationToken);
        foreach (var (court, above) in new[] { (PlanDatabase.District, false), (PlanDatabase.City, true) })
        {
            var scope = new Scope(PlanDatabase.Court(court), PlanDatabase.Handler);
            var filter = new ReportFilter(SampleLedger.Courts.ByName(court)!, false);
            var seen = await lists.Page(scope, filter, 20_000, stop);
            seen.Count.ShouldBeGreaterThan(10);
            seen.Any(l => l.NamesLeader).ShouldBe(above);
            (await lists.Counts(scope, filter.Under, stop)).Waiting.ShouldBe(seen.Count);
        }
    }

    private static bool IsRight(string plan, string index) => plan.Contains($"using {index} on ", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Records(string under, CheckShow show, CheckPlace? after, string? first = null)
    {
        var (sql, arguments) = CheckLists.Statement(new CheckFilter(SampleLedger.Courts.ByName(under)!, show) { After = after }, 51);
        return KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
    }

    private Task<string> Reports(string under, bool handled, ReportPlace? after, string? first = null)
    {
        var (sql, arguments) = ReportLists.Statement(Scope, new ReportFilter(SampleLedger.Courts.ByName(under)!, handled) { After = after }, 51);
        return KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
    }
}

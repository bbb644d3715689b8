using Zhixin.Database.Petitions;

namespace Zhixin.Database.Tests.Plans;

/// <summary>Each queue of the workbench is read, and counted, from its own index, on the first page and far behind it.</summary>
public sealed class OwedPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly DateOnly Today = new(2025, 6, 1);
    private static readonly string[] Bureau = ["bureau"];

    [Theory]
    [InlineData(OwedQueue.Mine, "obligation_desk")]
    [InlineData(OwedQueue.Unit, "obligation_unit")]
    [InlineData(OwedQueue.Key, "obligation_key")]
    [InlineData(OwedQueue.Inspection, "obligation_inspection")]
    [InlineData(OwedQueue.Office, "obligation_unit")]
    public async Task A_queue_is_read_from_its_index_without_sorting_on_the_first_page_and_on_a_later_one(OwedQueue queue, string index)
    {
        foreach (var after in new OwedPlace?[] { null, new OwedPlace(Today.AddDays(-100), 1, PlanDatabase.Handler, 3) })
        {
            var plan = await Page(queue, after);
            IsRight(plan, index).ShouldBeTrue(plan);
            plan.ShouldContain("using petition_pkey on petition");
        }
    }

    [Theory]
    [InlineData(OwedQueue.Mine, "obligation_desk")]
    [InlineData(OwedQueue.Unit, "obligation_unit")]
    [InlineData(OwedQueue.Key, "obligation_key")]
    [InlineData(OwedQueue.Inspection, "obligation_inspection")]
    [InlineData(OwedQueue.Office, "obligation_unit")]
    public async Task A_queue_is_counted_by_ranges_of_its_index(OwedQueue queue, string index)
    {
        var plan = await Counts(queue);
        plan.ShouldContain($"using {index} on obligation");
        plan.ShouldNotContain("Seq Scan on obligation");
    }

    [Theory]
    [InlineData(OwedQueue.Mine, "obligation_desk")]
    [InlineData(OwedQueue.Unit, "obligation_unit")]
    [InlineData(OwedQueue.Key, "obligation_key")]
    [InlineData(OwedQueue.Inspection, "obligation_inspection")]
    [InlineData(OwedQueue.Office, "obligation_unit")]
    public async Task Without_its_index_a_queue_is_seen_to_be_wrong(OwedQueue queue, string index)
    {
        IsRight(await Page(queue, null, $"drop index {index}"), index).ShouldBeFalse();
        (await Counts(queue, $"drop index {index}")).ShouldNotContain($"using {index} on obligation");
    }

    [Fact]
    public async Task The_counts_are_those_of_the_rows_by_light_and_by_day()
    {
        await using var db = new Db(database.Connection);
        var scope = new Scope(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);
        DateOnly soon = Today.AddDays(3);
        DateOnly[] days = [Today, Today.AddDays(1), Today.AddDays(9)];
        var lists = new OwedLists(db);
        foreach (var queue in Enum.GetValues<OwedQueue>())
        {
            var rows = (await lists.Page(scope, new OwedFilter(queue) { Units = Bureau }, 100_000, TestContext.Current.CancellationToken)).ConvertAll(line => line.Place().On);
            rows.Count.ShouldBeGreaterThan(0);
            var counts = await lists.Counts(scope, new OwedFilter(queue) { Units = Bureau }, Today, soon, days, TestContext.Current.CancellationToken);
            (counts.Overdue, counts.Soon, counts.Later, counts.Untimed).ShouldBe((
                rows.Count(d => d < Today), rows.Count(d => d >= Today && d <= soon), rows.Count(d => d > soon && d < ReadRows.Untimed), rows.Count(d => d == ReadRows.Untimed)));
            counts.Days.ShouldBe(days.ToDictionary(day => day, day => rows.Count(d => d == day)));
        }
    }

    private static bool IsRight(string plan, string index) =>
        plan.Contains($"using {index} on obligation", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal) && !plan.Contains("Seq Scan", StringComparison.Ordinal);

    private Task<string> Page(OwedQueue queue, OwedPlace? after, string? first = null)
    {
        var (sql, arguments) = OwedLists.Statement(Scope, new OwedFilter(queue) { After = after, Units = Bureau }, 51);
        return Plan(sql, arguments, first);
    }

    private Task<string> Counts(OwedQueue queue, string? first = null)
    {
        var (sql, arguments) = OwedLists.CountStatement(Scope, new OwedFilter(queue) { Units = Bureau }, Today, Today.AddDays(3), [Today, Today.AddDays(1)]);
        return Plan(sql, arguments, first);
    }

    private static Scope Scope => new(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);

    private Task<string> Plan(string sql, object?[] arguments, string? first) => KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
}

using Zhixin.Database.Petitions;

namespace Zhixin.Database.Tests.Plans;

/// <summary>Each list of the leader's board is read from its own index, on the first page and far behind it, and pages follow without gap.</summary>
public sealed class LeaderPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly DateOnly Today = new(2025, 6, 1);

    private static Scope Scope => new(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);

    [Theory]
    [InlineData(LeaderList.Led, "petition_lead")]
    [InlineData(LeaderList.Charged, "petition_in_charge")]
    public async Task A_list_of_petitions_is_read_from_its_index_without_sorting(LeaderList list, string index)
    {
        foreach (var after in new LeaderPlace?[] { null, new LeaderPlace(Today.AddDays(-100), 1, PlanDatabase.Handler) })
        {
            var (sql, arguments) = LeaderLists.Statement(Scope, list, after, 51);
            var plan = await Plan(sql, arguments);
            IsRight(plan, $"using {index} on petition").ShouldBeTrue(plan);
        }
    }

    [Theory]
    [InlineData(LeaderList.Led, "petition_lead")]
    [InlineData(LeaderList.Charged, "petition_in_charge")]
    public async Task Without_its_index_a_list_is_seen_to_be_wrong(LeaderList list, string index)
    {
        var (sql, arguments) = LeaderLists.Statement(Scope, list, null, 51);
        IsRight(await Plan(sql, arguments, $"drop index {index}"), $"using {index} on petition").ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_court_has_let_pass_is_read_from_its_index_whoever_is_named()
    {
        foreach (var after in new OwedPlace?[] { null, new OwedPlace(Today.AddDays(-100), 1, PlanDatabase.Handler, 3) })
        {
            foreach (var owner in new BreachOwner?[] { null, new("petition", null), new("petition", PlanDatabase.Handler) })
            {
                var (sql, arguments) = LeaderLists.BreachStatement(Scope, Today, owner, after, 51);
                var plan = await Plan(sql, arguments);
                IsRight(plan, $"using obligation_{(owner is { Person: null } ? "unit" : "court")} on obligation").ShouldBeTrue(plan);
            }
        }

        var (all, given) = LeaderLists.BreachStatement(Scope, Today, null, null, 51);
        IsRight(await Plan(all, given, "drop index obligation_court"), "using obligation_court on obligation").ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition_those_without_a_date_last_and_counts_agree()
    {
        await using var db = new Db(database.Connection);
        var lists = new LeaderLists(db);
        var stop = TestContext.Current.CancellationToken;
        var counts = await lists.Counts(Scope, Today, stop);
        foreach (var (list, count) in new[] { (LeaderList.Led, counts.Led), (LeaderList.Charged, counts.Charged) })
        {
            var whole = await lists.Page(Scope, list, null, 100_000, stop);
            (whole.Count, whole.Count > 5).ShouldBe((count, true), list.ToString());
            var paged = new List<LeaderLine>();
            for (LeaderPlace? after = null; paged.Count < whole.Count; after = paged[^1].Place())
            {
                paged.AddRange(await lists.Page(Scope, list, after, 2, stop));
            }

            paged.Select(l => l.Id).ShouldBe(whole.Select(l => l.Id));
            whole.Select(l => l.Place().On).ShouldBeInOrder();
        }

        var breaches = await lists.Breaches(Scope, Today, null, null, 100_000, stop);
        var groups = await lists.ByPerson(Scope, Today, stop);
        (groups.Sum(g => g.Count), breaches.Count).ShouldBe((counts.Breaches, counts.Breaches));
        foreach (var group in groups)
        {
            var owed = await lists.Breaches(Scope, Today, group.Owner(), null, 100_000, stop);
            (owed.Count, owed.All(o => o.Unit == group.Unit && o.Person == group.Person)).ShouldBe((group.Count, true));
        }
    }

    private static bool IsRight(string plan, string index) =>
        plan.Contains(index, StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal) && !plan.Contains("Seq Scan on petition", StringComparison.Ordinal)
        && !plan.Contains("Seq Scan on obligation", StringComparison.Ordinal);

    private Task<string> Plan(string sql, object?[] arguments, string? first = null) => KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
}

using Zhixin.Courts;
using Zhixin.Database.Petitions;
using Zhixin.Database.Supervisions;
using Zhixin.Database.Tests.Ledger;

namespace Zhixin.Database.Tests.Plans;

/// <summary>A supervisor's day and what is overdue below are read from indexes, whatever else the tables hold.</summary>
public sealed class DayPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly DateOnly Today = new(2025, 6, 1);
    private static readonly string[] Indexes =
    [
        "supervision_stage", "supervision_stage", "supervision_stage", "supervision_pressing", "supervision_pressing", "hop_out", "platform_item_court", "write_off_waiting", "obligation_below_high",
        "bulletin_periodic", "approval_waiting", "approval_waiting",
    ];

    private static Court Province => SampleLedger.Courts.Parent(SampleLedger.Courts.ByName(PlanDatabase.City)!)!;

    private static Scope Scope => new(Province.Number, PlanDatabase.Handler);

    public static TheoryData<string, string> Levels => new() { { PlanDatabase.Supreme, "obligation_below" }, { Province.Name, "obligation_below_high" }, { PlanDatabase.City, "obligation_below_mid" } };

    [Fact]
    public async Task Each_count_of_the_day_is_read_from_the_index_of_its_list()
    {
        var statements = DayLists.Statements(Scope, Province, Today, ["decide-new-date", "closing-consent"], [Scope.Viewer]);
        statements.Count.ShouldBe(Indexes.Length);
        foreach (var ((sql, arguments), index) in statements.Zip(Indexes))
        {
            var plan = await KeptPlan.Of(database.Connection, Scope, sql, arguments);
            (plan.Contains($"using {index} on ", StringComparison.Ordinal) && !plan.Contains("Seq Scan", StringComparison.Ordinal)).ShouldBeTrue($"{index}\n{sql}\n{plan}");
        }
    }

    public static TheoryData<string, string> Boards => new() { { PlanDatabase.Supreme, "supervision_stage_all" }, { Province.Name, "supervision_stage_high" }, { PlanDatabase.City, "supervision_stage_mid" } };

    [Theory]
    [MemberData(nameof(Boards))]
    public async Task The_board_counts_from_an_index_that_has_all_that_it_counts(string under, string index)
    {
        var (sql, arguments) = SupervisionLists.CountStatement(Scope, SampleLedger.Courts.ByName(under)!, Today);
        var plan = await KeptPlan.Of(database.Connection, Scope, sql, arguments, ordered: false);
        plan.ShouldContain($"Index Only Scan using {index} on ", Case.Sensitive, plan);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task What_is_overdue_below_is_read_from_the_index_of_its_level_without_sorting(string under, string index)
    {
        foreach (var after in new OwedPlace?[] { null, new OwedPlace(Today.AddDays(-100), 1, PlanDatabase.Handler, 1) })
        {
            var plan = await Below(under, after, null);
            IsRight(plan, index).ShouldBeTrue(plan);
        }

        IsRight(await Below(under, null, $"drop index {index}"), index).ShouldBeFalse();
    }

    [Fact]
    public async Task The_oldest_comes_first_pages_follow_and_the_counts_say_the_same()
    {
        await using var db = new Db(database.Connection);
        var (lists, stop, city) = (new OverdueBelow(db), TestContext.Current.CancellationToken, SampleLedger.Courts.ByName(PlanDatabase.City)!);
        var all = await lists.Page(Scope, city, null, Today, null, 10_000, stop);
        all.Count.ShouldBeGreaterThan(100);
        all.Select(l => l.OverdueAfter).ShouldBeInOrder();
        all.ShouldAllBe(l => l.OverdueAfter < Today && l.AnswersTo == Province.Number);
        var paged = new List<BelowLine>();
        for (OwedPlace? after = null; paged.Count < all.Count; after = paged[^1].Place())
        {
            paged.AddRange(await lists.Page(Scope, city, null, Today, after, 97, stop));
        }

        paged.ShouldBe(all, "pages follow without gap or repetition");
        var counts = await lists.Counts(Scope, city, Today, stop);
        (counts.Sum(c => c.Count), counts.Min(c => c.Oldest)).ShouldBe((all.Count, all[0].OverdueAfter));
        (await lists.Page(Scope, city, "supervision", Today, null, 10, stop)).ShouldBeEmpty("every one of these is of a petition");
    }

    private static bool IsRight(string plan, string index) => plan.Contains($"using {index} on ", StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);

    private Task<string> Below(string under, OwedPlace? after, string? first)
    {
        var (sql, arguments) = OverdueBelow.Statement(Scope, SampleLedger.Courts.ByName(under)!, null, Today, after, 51);
        return KeptPlan.Of(database.Connection, Scope, sql, arguments, first);
    }
}

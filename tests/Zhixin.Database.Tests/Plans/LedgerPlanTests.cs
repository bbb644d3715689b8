using Npgsql;
using Zhixin.Database.Persons;
using Zhixin.Database.Petitions;
using Zhixin.Database.Tests.Ledger;

namespace Zhixin.Database.Tests.Plans;

/// <summary>The lists of the ledger are read from the end of one index, for a viewer of any level, on the first page and far behind it.</summary>
public sealed class LedgerPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly DateOnly Today = new(2025, 6, 1);
    private static readonly string[] Viewers = [PlanDatabase.District, PlanDatabase.City, PlanDatabase.Supreme];

    /// <summary>By list: the beginning of the name of its index.</summary>
    private static readonly Dictionary<string, (string Index, Func<int, LedgerFilter> Filter)> Lists = new(StringComparer.Ordinal)
    {
        ["everything"] = ("petition_newest", court => new LedgerFilter(court, LedgerOrder.Newest)),
        ["stage"] = ("petition_phase", court => new LedgerFilter(court, LedgerOrder.Newest) { Stage = "open" }),
        ["handler"] = ("petition_handler", court => new LedgerFilter(court, LedgerOrder.Due) { Handler = PlanDatabase.Handler }),
        ["overdue"] = ("petition_overdue", court => new LedgerFilter(court, LedgerOrder.Overdue)),
        ["channel"] = ("petition_channel", court => new LedgerFilter(court, LedgerOrder.Newest) { Channel = "web", From = Today.AddDays(-400), To = Today }),
        ["venue"] = ("petition_venue", court => new LedgerFilter(court, LedgerOrder.Newest) { Venue = "beijing", From = Today.AddDays(-400), To = Today }),
        ["cause"] = ("petition_cause", court => new LedgerFilter(court, LedgerOrder.Newest) { Cause = "rare" }),
    };

    public static TheoryData<string, string> ListsOfViewers()
    {
        var all = new TheoryData<string, string>();
        foreach (var list in Lists.Keys)
        {
            foreach (var viewer in Viewers)
            {
                all.Add(list, viewer);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(ListsOfViewers))]
    public async Task A_list_is_read_from_its_index_without_sorting_on_the_first_page_and_on_a_later_one(string list, string viewer)
    {
        foreach (var after in new LedgerPlace?[] { null, new LedgerPlace(Today.AddDays(-100), PlanDatabase.Handler) })
        {
            var plan = await Plan(list, viewer, after);
            IsRight(plan, Lists[list].Index, Level(viewer)).ShouldBeTrue($"{list}, {viewer}, after {after}:\n{plan}");
        }
    }

    [Theory]
    [InlineData("stage")]
    [InlineData("overdue")]
    [InlineData("cause")]
    public async Task Without_its_index_a_list_is_seen_to_be_wrong(string list)
    {
        var index = $"{Lists[list].Index}_mid";
        IsRight(await Plan(list, PlanDatabase.City, null, $"drop index {index}"), Lists[list].Index, Level(PlanDatabase.City)).ShouldBeFalse();
    }

    [Fact]
    public async Task Left_to_itself_the_planner_sorts_the_whole_list_because_row_security_hides_its_length() =>
        (await Plan("overdue", PlanDatabase.City, new LedgerPlace(Today.AddDays(-100), PlanDatabase.Handler), settings: [])).ShouldContain("Sort");

    [Theory]
    [InlineData(PlanDatabase.District)]
    [InlineData(PlanDatabase.Supreme)]
    public async Task A_search_is_made_once_for_the_page_and_its_count_and_its_petitions_are_looked_up_by_their_keys(string viewer)
    {
        var plan = await Plan(viewer, court => new LedgerFilter(court, LedgerOrder.Newest) { Words = "塔吊" }, settings: []);
        plan.Split("Function Scan on search_texts").Length.ShouldBe(2, plan);
        plan.Contains("using petition_pkey on petition", StringComparison.Ordinal).ShouldBeTrue(plan);
        plan.ShouldNotContain("Seq Scan on petition");
    }

    [Fact]
    public async Task A_search_counts_what_it_found_also_behind_its_last_page_and_says_when_there_was_more()
    {
        await using var db = new Db(database.Connection);
        var scope = new Scope(PlanDatabase.Court(PlanDatabase.Supreme), Guid.Empty);
        var lists = new LedgerLists(db, new PersonVault(new MasterKey(new byte[32])), SampleLedger.Courts);
        foreach (var (words, count, cut) in new[] { (PlanDatabase.CommonWord, LedgerLists.MostFound, true), ("没有", 0, false) })
        {
            var filter = new LedgerFilter(scope.Court, LedgerOrder.Newest) { Words = words };
            var first = await lists.Read(scope, filter, 50, new DateTimeOffset(2025, 6, 1, 4, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);
            (first.Count, first.IsCut, first.IsMore, first.Lines.Count).ShouldBe((count, cut, cut, Math.Min(count, 50)), words);
            var behind = await lists.Read(scope, filter with { After = new LedgerPlace(new DateOnly(2000, 1, 1), Guid.Empty) }, 50, default, TestContext.Current.CancellationToken);
            (behind.Count, behind.Lines.Count).ShouldBe((count, 0), words);
        }
    }

    [Theory]
    [InlineData("web", 59, false)]
    [InlineData("web", 60, true)]
    [InlineData("rare", 1, true)]
    public async Task A_long_list_is_counted_once_a_minute_for_a_viewer_and_says_when_a_short_one_every_time(string list, int seconds, bool anew)
    {
        await using var db = new Db(database.Connection);
        var scope = new Scope(PlanDatabase.Court(PlanDatabase.Supreme), Guid.Empty);
        var lists = new LedgerLists(db, new PersonVault(new MasterKey(new byte[32])), SampleLedger.Courts);
        var filter = new LedgerFilter(scope.Court, LedgerOrder.Newest) { Channel = list == "web" ? "web" : null, Cause = list == "rare" ? "rare" : null };
        var at = new DateTimeOffset(2025, 6, 1, 4, 0, 0, TimeSpan.Zero);
        var first = await lists.Read(scope, filter, 50, at, TestContext.Current.CancellationToken);
        (first.Count is > LedgerLists.LongList and <= LedgerLists.CountCap).ShouldBe(list == "web", $"{first.Count}");

        var again = await lists.Read(scope, filter, 50, at.AddSeconds(seconds), TestContext.Current.CancellationToken);
        var other = await lists.Read(scope with { Viewer = PlanDatabase.Handler }, filter, 50, at.AddSeconds(seconds), TestContext.Current.CancellationToken);

        (again.Count, again.CountedAt).ShouldBe((first.Count, anew ? at.AddSeconds(seconds) : at));
        other.CountedAt.ShouldBe(at.AddSeconds(seconds), "nobody is shown another's count");
    }

    /// <summary>The handler's own index knows no level, since a handler belongs to one court.</summary>
    private static bool IsRight(string plan, string index, string level) =>
        plan.Contains(index == "petition_handler" ? index : $"using {index}{level} on petition", StringComparison.Ordinal)
        && !plan.Contains("Sort", StringComparison.Ordinal) && !plan.Contains("Seq Scan on petition", StringComparison.Ordinal);

    private static string Level(string viewer) => viewer switch
    {
        PlanDatabase.District => "_basic",
        PlanDatabase.City => "_mid",
        _ => string.Empty,
    };

    /// <summary>The plan that is kept for every value, as the role that runs, under row security.</summary>
    private Task<string> Plan(string list, string viewer, LedgerPlace? after, string? first = null, string[]? settings = null) =>
        Plan(viewer, court => Lists[list].Filter(court) with { After = after }, first, settings);

    private async Task<string> Plan(string viewer, Func<int, LedgerFilter> filter, string? first = null, string[]? settings = null)
    {
        var court = PlanDatabase.Court(viewer);
        await using var db = new Db(database.Connection);
        var lists = new LedgerLists(db, new PersonVault(new MasterKey(new byte[32])), SampleLedger.Courts);
        var (sql, arguments) = lists.Statement(new Scope(court, Guid.Empty), filter(court), 51, Today);
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var prepare = $"prepare page({string.Join(", ", arguments.Select(Type))}) as {sql}";
        foreach (var statement in (string[])[first ?? "select 1", "set local role zx_app", $"set local zx.court = '{court}'", "set local plan_cache_mode = force_generic_plan", .. settings ?? [Db.Unsorted, Db.Unmapped], prepare])
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        return await Explained.Lines(connection, $"explain (costs off) execute page({string.Join(", ", arguments.Select(_ => "null"))})");
    }

    private static string Type(object? argument) => argument switch
    {
        Guid => "uuid",
        int => "int",
        DateOnly => "date",
        string => "text",
        int[] => "int[]",
        long[] => "bigint[]",
        _ => throw new ArgumentException($"{argument?.GetType()}", nameof(argument)),
    };
}

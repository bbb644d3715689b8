using Zhixin.Database.Notices;

namespace Zhixin.Database.Tests.Plans;

/// <summary>The inbox is read along its index, one run for each addressee, on the first page and far behind it, and pages follow without gap.</summary>
public sealed class InboxPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private static readonly DateTimeOffset Now = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Scope Scope => new(PlanDatabase.Court(PlanDatabase.District), PlanDatabase.Handler);

    private static InboxReader Reader => new(
        Scope, new Dictionary<string, string?> { [PlanDatabase.Handler.ToString()] = null, ["post:court-leader"] = null, ["post:petition-unit-head"] = "邢国梁", ["unit"] = null }, [PlanDatabase.Handler]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_parts_are_read_from_the_index_without_sorting(bool seen)
    {
        foreach (var after in new InboxPlace?[] { null, new InboxPlace(seen, new DateTime(2024, 6, 1, 0, 0, 0, DateTimeKind.Utc), 1, PlanDatabase.Handler) })
        {
            foreach (var topics in new string[]?[] { null, ["assigned", "decided"] })
            {
                var (sql, arguments) = Inbox.Statement(Reader, seen, topics, after, Now, 51);
                var plan = await Plan(sql, arguments);
                IsRight(plan).ShouldBeTrue(plan);
            }
        }
    }

    [Fact]
    public async Task The_count_reads_the_unseen_of_the_reader_alone()
    {
        var (sql, arguments) = Inbox.CountStatement(Reader, Now);
        var plan = await KeptPlan.Of(database.Connection, Scope, sql, arguments);
        plan.ShouldContain("outbox_inbox");
        plan.ShouldContain("addressee = ANY");
        plan.ShouldNotContain("Seq Scan on outbox");
    }

    [Fact]
    public async Task Without_its_index_the_inbox_is_seen_to_be_wrong()
    {
        var (sql, arguments) = Inbox.Statement(Reader, false, null, null, Now, 51);
        IsRight(await Plan(sql, arguments, "drop index outbox_inbox")).ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition_the_unseen_first_and_the_count_agrees()
    {
        await using var db = new Db(database.Connection);
        var stop = TestContext.Current.CancellationToken;
        var inbox = new Inbox(db, [], new Still());
        var (whole, none) = await inbox.Page(Reader, null, null, 100_000, stop);
        none.ShouldBeNull();
        whole.Count.ShouldBeGreaterThan(50);
        whole.Count(line => line.IsUnseen).ShouldBe(await inbox.Unseen(Reader, stop));
        whole.SkipWhile(line => line.IsUnseen).ShouldAllBe(line => !line.IsUnseen);
        whole.Where(line => line.IsUnseen).Select(line => line.At).ShouldBeInOrder(SortDirection.Descending);
        whole.ShouldAllBe(line => line.At <= Now);
        var paged = new List<InboxLine>();
        InboxPlace? after = null;
        do
        {
            (var lines, after) = await inbox.Page(Reader, null, after, 7, stop);
            paged.AddRange(lines);
        }
        while (after is not null);
        paged.Select(l => l.Id).ShouldBe(whole.Select(l => l.Id));
    }

    private static bool IsRight(string plan) =>
        plan.Contains("using outbox_inbox on outbox", StringComparison.Ordinal) && !plan.Contains("Sort  (", StringComparison.Ordinal) && !plan.Contains("Seq Scan on outbox", StringComparison.Ordinal);

    private Task<string> Plan(string sql, object?[] arguments, string? first = null) => KeptPlan.Of(database.Connection, Scope, sql, arguments, first);

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

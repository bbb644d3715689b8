using System.Text.Json;
using Npgsql;
using Zhixin.Database;
using Zhixin.Database.Courts;
using Zhixin.Database.History;
using Zhixin.Database.Petitions;
using Zhixin.Intake;
using Zhixin.Tests.Shared.Scale;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Ledger;
using Zhixin.Web.Tests.Shared;
using StreamId = Zhixin.History.StreamId;

namespace Zhixin.Web.Tests.Scale;

/// <summary>
/// The rehearsal of a cluster: three databases that hold one home each, where every command runs in the database of its home alone, and one that
/// holds the sum of their rows. Whatever is asked, the merged answers of the three are the answer of the one.
/// </summary>
public sealed class SplitTests(WebDatabase database)
{
    private const string High = "河南省高级人民法院";
    private const string Supreme = "中华人民共和国最高人民法院";

    [Fact]
    public async Task Three_databases_split_by_home_answer_together_as_one()
    {
        await using var basic = await TestApp.Start(database, "2021-03-22");
        await using var middle = await TestApp.Start(database, "2021-03-22", sameKeyAs: basic);
        await using var far = await TestApp.Start(database, "2021-03-22", sameKeyAs: basic);
        await using var union = await TestApp.Start(database, "2021-03-22", sameKeyAs: basic);
        TestApp[] split = [basic, middle, far];
        var handler = await People(basic, [middle, far, union]);
        await Work(basic, middle, far, handler);
        foreach (var part in split)
        {
            await part.Office.Deadlines.Run(default); // Whatever a day's end brings has happened before the rows are summed; a job finds nothing more to do.
            await Copy(part, union, StatementRecorder.BigTables());
        }

        var asking = new Asking(union.Office, [.. split.Select(s => s.Office)]);
        foreach (var viewer in new[]
        {
            new Scope(basic.Court(TestApp.Jiefang), handler), new Scope(basic.Court(TestApp.Jiaozuo), Guid.Empty), new Scope(basic.Court(TestApp.Gangcheng), Guid.Empty),
            new Scope(basic.Court(High), Guid.Empty), new Scope(basic.Court(Supreme), Guid.Empty),
        })
        {
            await asking.Ledger(viewer);
            await asking.Workbench(viewer);
            await asking.Matching(viewer, handler);
            await asking.Histories(viewer);
        }

        asking.Rows.ShouldBeGreaterThan(500);
        await Verified(union, split);
    }

    /// <summary>Staff and accounts are reference tables: the same everywhere.</summary>
    private static async Task<Guid> People(TestApp first, TestApp[] others)
    {
        var handler = await Matter.Staff(first);
        await first.Person("mid-head", "邢长青", TestApp.Jiaozuo, "petition-unit-head", "receptionist");
        await first.Person("far", "外地人员", TestApp.Gangcheng, "receptionist");
        foreach (var other in others)
        {
            await Copy(first, other, ["staff", "account"]);
        }

        return handler;
    }

    /// <summary>Each command runs where its home is, whoever sends it: the head of the basic court acts in the importing court's database too.</summary>
    private static async Task Work(TestApp basic, TestApp middle, TestApp far, Guid handler)
    {
        var clerk = await basic.SignIn("clerk");
        var first = await Matter.Register(clerk, "佟桂兰");
        await Matter.Register(clerk, "佟桂兰", $"{first.GetProperty("home").GetInt32()}_{first.GetProperty("petition").GetGuid()}");
        await Matter.Register(clerk, "匿名来信人", number: null);
        await Assign(basic, $"/petitions/{first.GetProperty("home").GetInt32()}/{first.GetProperty("petition").GetGuid()}", handler);
        await Matter.Register(await far.SignIn("far"), "佟桂兰");
        await Matter.Register(await middle.SignIn("mid-head"), "佟桂兰");
        await Ledgers.Import(await middle.SignIn("mid-head"), Ledgers.Sample);
        var imported = (await middle.Office.Db.Maintenance<Guid>(
            "select id from petition where responsible = $1 and stage = 'registered' order by id limit 1", [middle.Court(TestApp.Jiefang)])).Single();
        await Assign(middle, $"/petitions/{middle.Court(TestApp.Jiaozuo)}/{imported}", handler);
    }

    private static async Task Assign(TestApp app, string address, Guid handler)
    {
        var head = await app.SignIn("head");
        (await head.Submit(address, address + "/assignment", ("handler", handler.ToString()))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    private static async Task Verified(TestApp union, TestApp[] split)
    {
        var whole = await Matter.Verify(union);
        whole.First.ShouldBeNull();
        var parts = new List<Verification>();
        foreach (var part in split)
        {
            var found = await Matter.Verify(part);
            found.First.ShouldBeNull();
            parts.Add(found);
        }

        (whole.Streams, whole.Events).ShouldBe((parts.Sum(p => p.Streams), parts.Sum(p => p.Events)));
        parts.ShouldAllBe(p => p.Events > 0);
    }

    /// <summary>Adds the rows of one database's tables to another's.</summary>
    private static async Task Copy(TestApp from, TestApp to, IEnumerable<string> tables)
    {
        await using var source = await Owner(from);
        await using var target = await Owner(to);
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            using var reader = await source.BeginTextExportAsync($"copy {table} to stdout");
            await using var writer = await target.BeginTextImportAsync($"copy {table} from stdin");
            await writer.WriteAsync(await reader.ReadToEndAsync());
        }
    }

    private static async Task<NpgsqlConnection> Owner(TestApp app)
    {
        var connection = new NpgsqlConnection(app.Connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var free = new NpgsqlCommand("set session_replication_role = replica", connection);
        await free.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Asks the one and the three, and compares.</summary>
    private sealed class Asking(Office union, Office[] split)
    {
        private const int Page = 7;

        /// <summary>Rows that were compared.</summary>
        public int Rows { get; private set; }

        public async Task Ledger(Scope viewer)
        {
            foreach (var order in Enum.GetValues<LedgerOrder>())
            {
                foreach (var filter in new[]
                {
                    new LedgerFilter(viewer.Court, order), new LedgerFilter(viewer.Court, order) { Words = "执行" }, new LedgerFilter(viewer.Court, order) { Words = "佟桂兰" },
                    new LedgerFilter(viewer.Court, order) { Stage = "registered" }, new LedgerFilter(viewer.Court, order) { CaseNumber = Matter.Case },
                })
                {
                    await Pages(viewer, filter, order);
                    (await union.Ledger.Read(viewer, filter, Page, union.Clock.GetUtcNow(), default)).Count.ShouldBe(
                        (await Task.WhenAll(split.Select(s => s.Ledger.Read(viewer, filter, Page, s.Clock.GetUtcNow(), default)))).Sum(slice => slice.Count), filter.ToString());
                }
            }

            await Same(o => o.Ledger.Exact(viewer, Matter.Case, Matter.Case, default), found => found.OrderBy(f => f.Home).ThenBy(f => f.Id), 2);
        }

        public async Task Workbench(Scope viewer)
        {
            foreach (var queue in Enum.GetValues<OwedQueue>().Select(q => new OwedFilter(q) { Units = ["bureau", "implementation"] }))
            {
                await Same(o => o.Owed.Page(viewer, queue, 200, default), Queue, 200);
                var counts = await Task.WhenAll(split.Select(s => s.Owed.Counts(viewer, queue, union.Today, union.Today.AddDays(3), [union.Today], default)));
                var all = await union.Owed.Counts(viewer, queue, union.Today, union.Today.AddDays(3), [union.Today], default);
                (all.Overdue, all.Soon, all.Later, all.Untimed).ShouldBe((counts.Sum(c => c.Overdue), counts.Sum(c => c.Soon), counts.Sum(c => c.Later), counts.Sum(c => c.Untimed)));
            }

            await Same(o => o.Lists.UnderClause(viewer, "GC21-13", 50, default), Due, 50);
        }

        public async Task Matching(Scope viewer, Guid handler)
        {
            await Same(
                async o => (await o.Matching.Find(viewer, new PersonDetails("佟桂兰", null, "13800000001", null), Matter.Case, default)).ToList(),
                hits => hits.OrderByDescending(h => h.Kinds.Length).ThenByDescending(h => h.ReceivedOn).ThenBy(h => h.Home).ThenBy(h => h.Id), 20);
            await Same(o => HeldLists.Of(o.Db, o.Law.Now.Courts, viewer, handler, default), held => held.OrderBy(h => h.Id).ThenBy(h => h.Role, StringComparer.Ordinal), int.MaxValue, sorted: false);
            var counts = await Task.WhenAll(split.Select(s => HeldLists.Owed(s.Db, s.Law.Now.Courts, new StreamId(viewer.Court, handler), default)));
            (await HeldLists.Owed(union.Db, union.Law.Now.Courts, new StreamId(viewer.Court, handler), default)).ShouldBe(counts.Sum());
        }

        /// <summary>Every petition in sight, from its own home alone; its contacts and persons from wherever they are.</summary>
        public async Task Histories(Scope viewer)
        {
            foreach (var line in await union.Ledger.Page(viewer, new LedgerFilter(viewer.Court, LedgerOrder.Newest), 40, union.Today, default))
            {
                var id = new StreamId(line.Home, line.Id);
                var expected = (await union.Petitions.Load(viewer, id, default))!.Value.Petition;
                var found = await Task.WhenAll(split.Select(s => s.Petitions.Load(viewer, id, default)));
                Json(found.Where(f => f is not null).Select(f => f!.Value.Petition).ShouldHaveSingleItem()).ShouldBe(Json(expected));
                await Same(o => o.Lists.Contacts(viewer, line.Home, [line.Id], default), c => c.OrderBy(x => x.ReceivedOn).ThenBy(x => x.Id), int.MaxValue);
                await Same(
                    async o => (await o.Persons.Open(viewer, [.. line.Petitioners.Select(p => new StreamId(line.Home, p))], default)).Values.ToList(), p => p.OrderBy(x => x.Id),
                    int.MaxValue, sorted: false);
            }
        }

        private async Task Pages(Scope viewer, LedgerFilter filter, LedgerOrder order)
        {
            for (var page = 0; page < 4; page++)
            {
                var at = filter;
                var lines = await Same(o => o.Ledger.Page(viewer, at, Page, o.Today, default), found => order == LedgerOrder.Newest
                    ? found.OrderByDescending(l => l.LastReceivedOn).ThenByDescending(l => l.Id)
                    : found.OrderBy(l => l.NextDue ?? DateOnly.MaxValue).ThenBy(l => l.Id), Page);
                if (lines.Count < Page)
                {
                    return;
                }

                filter = filter with { After = LedgerLists.Place(order, lines[^1]) };
            }
        }

        private static IEnumerable<OwedLine> Queue(IEnumerable<OwedLine> owed) => owed.OrderBy(o => o.Place().On).ThenBy(o => o.Home).ThenBy(o => o.Stream).ThenBy(o => o.No);

        private static IEnumerable<OwedLine> Due(IEnumerable<OwedLine> owed) => owed.OrderBy(o => o.Due ?? DateOnly.MaxValue).ThenBy(o => o.Home).ThenBy(o => o.Stream).ThenBy(o => o.No);

        private async Task<List<T>> Same<T>(Func<Office, Task<List<T>>> ask, Func<IEnumerable<T>, IEnumerable<T>> order, int most, bool sorted = true)
        {
            var expected = await ask(union);
            var merged = order((await Task.WhenAll(split.Select(ask))).SelectMany(part => part)).Take(most).ToList();
            Json(merged).ShouldBe(Json(sorted ? expected : [.. order(expected)]));
            Rows += expected.Count;
            return expected;
        }

        private static string Json<T>(T value) => JsonSerializer.Serialize(value);
    }
}

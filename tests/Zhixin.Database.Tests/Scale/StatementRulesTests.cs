using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Zhixin.Tests.Shared.Scale;

namespace Zhixin.Database.Tests.Scale;

/// <summary>The rules by which the recorder judges statements are seen to fail, and to let pass what they should.</summary>
public sealed partial class StatementRulesTests(MigratedDatabase database)
{
    private const string Set = "set local zx.court = '1777'";

    private static readonly StatementRules Rules = new(StatementRecorder.BigTables(), new HashSet<string>(["merge"], StringComparer.Ordinal));

    [Theory]
    [InlineData("set zx.court = '5'", "8")]
    [InlineData("set local zx.court = 'x'", "8")]
    [InlineData("set local work_mem = '1GB'", "8")]
    [InlineData("select set_config('zx.court', '5', true)", "8")]
    [InlineData("insert into contact (home, id) select $1, t.id from unnest($2::uuid[]) as t(id)", "10")]
    [InlineData("update petition set version = 2, recorded = now() where home = $1", "11")]
    [InlineData("insert into outbox (home, id) values ($1, gen_random_uuid())", "11")]
    [InlineData("insert into petition (home, id) values ($1, $2) on conflict (home, id) do update set at = current_timestamp", "11")]
    [InlineData("select pg_advisory_xact_lock(1)", "11, 13")]
    [InlineData("notify changed", "11, 13")]
    [InlineData("merge into staff using court on true when matched then do nothing", "11, 13")]
    [InlineData("copy petition from stdin", "11, 13")]
    [InlineData("select /* all homes: ledger */ class, count(*) from petition group by rollup (class)", "11, 13")]
    [InlineData("with recursive a as (select 1) select * from a", "11, 13")]
    [InlineData("select /* all homes: ledger */ id from petition where number = $1 for update", "13")]
    [InlineData("select /* all homes: ledger */ c.name, count(p.id) from court c left join petition p on p.responsible = c.number group by c.name", "12")]
    [InlineData("select c.number from contact c left join petition p on p.home = c.petition_home and p.id = c.petition where c.home = $1 and c.id = $2", "12")]
    [InlineData("select o.no from obligation o join petition p on p.id = o.stream where o.home = $1", "12")]
    [InlineData("select /* all homes: ledger */ p.id from petition p where exists (select 1 from obligation o where o.stream = p.id)", "12")]
    [InlineData("select id from petition where number = $1", "15")]
    [InlineData("select home, id from search_texts($1, $2, $3, 5)", "15")]
    [InlineData("select /* all homes: ledger */ id from petition where number = $1 limit 5", "15")]
    [InlineData("select /* all homes: ledger */ id from petition where number = $1 order by number limit 5", "15")]
    [InlineData("delete /* all homes: ledger */ from sight where court = $1", "15")]
    [InlineData("update petition set home = $1 where home = $2", "1")]
    public void A_statement_that_breaks_a_rule_is_found(string sql, string rule) =>
        Rules.Faults(new Statement(sql, [1, 2])).ShouldContain(fault => fault.StartsWith(rule + ":", StringComparison.Ordinal));

    [Theory]
    [InlineData("select id from petition where home = $1 and id = $2")]
    [InlineData("select e.version from history_of($1, $2) e")]
    [InlineData("select p.number, s.name from petition p left join staff s on s.id = p.handler where p.home = $1 and p.id = $2")]
    [InlineData("select o.no from obligation o join petition p on p.home = o.home and p.id = o.stream where o.home = $1")]
    [InlineData("select /* all homes: owed */ o.no from obligation o join petition p on p.home = o.home and p.id = o.stream order by o.due, o.home, o.stream, o.no limit 5")]
    [InlineData("select name from court c left join (select court, count(*) from staff group by court) t on t.court = c.number")]
    [InlineData("select clock_timestamp()")]
    [InlineData("insert into match_key (home, key) select $1, k from unnest($2::bigint[]) as t(k) on conflict do nothing")]
    [InlineData("with e as (insert into event (home) select $1 from unnest($2::int[]) returning 1) select count(*) from e")]
    public void A_statement_that_keeps_them_passes(string sql) => Rules.Faults(new Statement(sql, [1, 2])).ShouldBeEmpty();

    [Theory]
    [InlineData("8", "begin", "insert into claim (home, stream) values ($1, $2)", "commit")]
    [InlineData("8", Set, "insert into claim (home, stream) values ($1, $2)", "commit")]
    [InlineData("9", "begin", Set, "insert into claim (home, stream) values ($1, $2)", "update petition set version = 1 where id = $1", "commit")]
    [InlineData("9", "begin", Set, "insert into claim (stream, home) values ($1, $2)", "commit")]
    [InlineData("9", "begin", Set, "insert into claim (home, stream) values ($1, $2)", "update petition set version = 1 where home = $2 and id = $1", "commit")]
    [InlineData("9", "begin", Set, "insert into claim (home, stream) values ($1, $2)", "select version from history_of($2, $1)", "commit")]
    [InlineData("9", "begin", Set, "insert into claim (home, stream) values ($1, $2), ($2, $1)", "commit")]
    public void A_transaction_that_breaks_a_rule_is_found(string rule, params string[] statements) =>
        Rules.Faults([.. statements.Select(sql => new Statement(sql, [1, 2]))]).ShouldContain(fault => fault.StartsWith(rule + ":", StringComparison.Ordinal));

    [Fact]
    public void Two_homes_pass_only_under_a_listed_act()
    {
        string[] values = [.. Enumerable.Range(1, 17).Select(n => "$" + n)];
        List<Statement> Merge(string act) =>
        [
            new("begin", []), new(Set, []),
            new($"insert into event (home, stream) values ({string.Join(", ", values)})", [5, .. Enumerable.Repeat<object?>(null, 10), act, .. Enumerable.Repeat<object?>(null, 5)]),
            new("update stream set version = 1 where home = $1", [6]), new("commit", []),
        ];

        Rules.Faults(Merge("merge")).ShouldBeEmpty();
        Rules.Faults(Merge("assign")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_recorder_is_told_by_the_driver_of_every_statement_with_its_arguments()
    {
        var faults = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var db = new Db(await database.Fresh(), _ => StatementRecorder.Into(faults));
        await Commands.Execute(db, new CommandBatch(5).Add("insert into claim (home, stream, obligation, rung, at) values ($1, $2, 1, 'x', $3)", 5, Guid.Empty, DateTime.UnixEpoch), default);
        faults.ShouldBeEmpty();

        await Commands.Execute(db, new CommandBatch(5).Add("insert into claim (home, stream, obligation, rung, at) values ($1, $2, 2, 'x', now())", 5, Guid.Empty), default);
        await Commands.Execute(
            db, new CommandBatch(5).Add("insert into claim (home, stream, obligation, rung, at) values ($1, $3, 3, 'x', $4), ($2, $3, 3, 'x', $4)", 5, 6, Guid.Empty, DateTime.UnixEpoch), default);
        await db.Reference<long>("select count(*) from petition where home = $1", [5], default);

        faults.Keys.Select(fault => fault.Split('\n')[0]).Order(StringComparer.Ordinal).ShouldBe(
            ["11: now( in a change; times and ids are parameters", "8: petition is touched outside begin … commit", "9: one home per transaction, not 5, 6 ()"]);
        faults.Values.ShouldAllBe(test => test.Contains(nameof(The_recorder_is_told_by_the_driver_of_every_statement_with_its_arguments)));
    }

    [Fact]
    public void Every_read_of_all_homes_in_the_source_is_listed_and_every_listed_one_is_in_the_source()
    {
        var marks = Directory.GetFiles(Path.Combine(ListedQueries.Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Marks().Matches(File.ReadAllText(path)).Select(m => m.Groups[1].Value)).Distinct();

        marks.Order(StringComparer.Ordinal).ShouldBe(ListedQueries.AllHomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_functions_that_pass_row_security_keep_the_rules_too()
    {
        await using var db = new Db(await database.Fresh());
        var bodies = await db.Reference<string>("select prosrc from pg_proc where pronamespace = 'public'::regnamespace and prosecdef", [], default);

        bodies.Count.ShouldBeGreaterThan(5);
        bodies.SelectMany(body => Rules.Faults(new Statement("/* all homes: x */ " + body, []))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"/\* all homes: ([a-z-]+) \*/")]
    private static partial Regex Marks();
}

using System.Text.RegularExpressions;

namespace Zhixin.Database.Tests.Scale;

/// <summary>Schema rule 7: each migration is one transaction, one ALTER subcommand a statement, and expands before anything is taken away.</summary>
public sealed partial class MigrationTests
{
    /// <summary>Migrations that take something away, each with the reason why no running version needs it any more.</summary>
    private static readonly Dictionary<string, string> Contracting = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Migrator.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_migration_keeps_the_rules(string name) => Faults(name, Text(name)).ShouldBeEmpty();

    [Theory]
    [InlineData("alter table petition add column a int, add column b int")]
    [InlineData("alter table petition\n  add column a numeric(3, 1) default 0.0,\n  alter column b set not null")]
    [InlineData("do $$ begin execute 'alter table petition add column a int, drop column b'; end $$")]
    [InlineData("begin; select 1; commit")]
    [InlineData("create index concurrently a on petition (number)")]
    [InlineData("alter table petition drop column number")]
    [InlineData("alter table petition rename column number to no")]
    [InlineData("alter table petition alter column number type int using number::int")]
    [InlineData("drop table petition")]
    [InlineData("set role zx_app")]
    public void A_planted_violation_is_found(string sql) => Faults("planted", sql).ShouldNotBeEmpty();

    [Theory]
    [InlineData("alter table petition add constraint a check (state in ('x', 'y'))")]
    [InlineData("-- begin, commit, drop table\nalter table petition add column a text default 'drop table, rename'")]
    [InlineData("create function f() returns trigger language plpgsql as $$ begin raise exception 'x'; end $$")]
    public void What_only_looks_like_one_is_not(string sql) => Faults("planted", sql).ShouldBeEmpty();

    [Fact]
    public void No_reason_is_kept_for_a_migration_that_takes_nothing_away() =>
        Contracting.Keys.Where(name => !Taking().IsMatch(Bare(Text(name)))).ShouldBeEmpty();

    private static IEnumerable<string> Faults(string name, string sql)
    {
        var bare = Bare(sql);
        foreach (Match alter in Altering().Matches(bare))
        {
            if (Brackets().Replace(alter.Value, string.Empty).Contains(',', StringComparison.Ordinal))
            {
                yield return "more than one subcommand: " + alter.Value;
            }
        }

        foreach (Match outside in Outside().Matches(bare))
        {
            yield return "not one transaction: " + outside.Value;
        }

        if (Taking().Match(bare) is { Success: true } taken && !Contracting.ContainsKey(name))
        {
            yield return "takes away: " + taken.Value;
        }
    }

    /// <summary>Without comments; literals are emptied, but for those that are executed.</summary>
    private static string Bare(string sql)
    {
        var text = Comments().Replace(sql, string.Empty).ToLowerInvariant();
        return Literals().Replace(text, match => match.Groups["before"].Value.Length > 0 ? " " + match.Groups["text"].Value + ";" : "''");
    }

    private static string Text(string name)
    {
        using var stream = typeof(Migrator).Assembly.GetManifestResourceStream($"Zhixin.Database.Migrations.{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("--.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(?<before>execute (format\()?)?'(?<text>([^']|'')*)'")]
    private static partial Regex Literals();

    [GeneratedRegex(@"\balter table\b[^;]*")]
    private static partial Regex Altering();

    [GeneratedRegex(@"\((?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(^|;)\s*((begin|commit|rollback)\s*(;|$|work|transaction)|start transaction|set (?!local)[a-z_]+\b)|\bconcurrently\b|\bvacuum\b")]
    private static partial Regex Outside();

    [GeneratedRegex(@"\b(drop (table|column|constraint|function|policy|index)|rename (column|to)|alter column [a-z_]+ (set data )?type)\b")]
    private static partial Regex Taking();
}

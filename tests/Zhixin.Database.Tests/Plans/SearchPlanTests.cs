using System.Globalization;
using Npgsql;

namespace Zhixin.Database.Tests.Plans;

/// <summary>Search and matching use their indexes under row security, because they run in functions of a role that passes it (scale rule 6).</summary>
public sealed class SearchPlanTests(PlanDatabase database) : IClassFixture<PlanDatabase>
{
    private const string Viewer = "'00000000-0000-0000-0000-000000000009'";
    private const string RareWord = "select count(*) from search_texts(array[1007], '塔吊', " + Viewer + ", 50)";
    private const string CommonWord = "select count(*) from search_texts(array[1], '案款', " + Viewer + ", 50)";
    private const string Match = "select count(*) from match_petitions(array[2]::smallint[], array[75]::bigint[], " + Viewer + ")";

    [Theory]
    [InlineData(PlanDatabase.City)]
    [InlineData(PlanDatabase.Supreme)]
    public async Task A_rare_word_is_found_through_the_index_of_words(string viewer)
    {
        var (found, scans) = await Run(RareWord, viewer);
        found.ShouldBeGreaterThan(0);
        scans.ShouldContain("contact_words");
        scans.ShouldNotContain("contact");
    }

    [Fact]
    public async Task A_word_that_every_contact_has_is_found_by_walking_from_the_newest()
    {
        var (found, scans) = await Run(CommonWord, PlanDatabase.Supreme);
        found.ShouldBe(50);
        scans.ShouldContain("contact_newest");
        scans.ShouldNotContain("contact");
    }

    [Fact]
    public async Task The_same_words_asked_without_the_function_do_not_reach_the_index()
    {
        await using var connection = await Open(PlanDatabase.City);
        var plan = await Explained.Lines(connection, "explain (costs off) select count(*) from contact where words @> array[1007]");
        plan.ShouldContain("Filter: (words @>");
        plan.ShouldNotContain("Cond: (words @>");
    }

    [Theory]
    [InlineData(PlanDatabase.District)]
    [InlineData(PlanDatabase.Supreme)]
    public async Task A_match_is_found_through_its_key_and_the_petition_through_its_own(string viewer)
    {
        var (found, scans) = await Run(Match, viewer);
        found.ShouldBe(1);
        scans.ShouldContain("match_key_key");
        scans.ShouldContain("petition_pkey");
        scans.ShouldNotContain("match_key");
        scans.ShouldNotContain("petition");
    }

    [Fact]
    public async Task Keys_cannot_be_read_without_the_function_at_all() =>
        (await Should.ThrowAsync<PostgresException>(() => Run("select count(*) from match_key", PlanDatabase.City))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    /// <summary>The answer, and what was scanned for it: indexes by their names, tables read from end to end by theirs.</summary>
    private async Task<(long Found, string[] Scanned)> Run(string sql, string viewer)
    {
        await using var connection = await Open(viewer);
        await using var ask = new NpgsqlCommand(sql, connection);
        var found = (long)(await ask.ExecuteScalarAsync())!;
        var scanned = await Explained.Lines(
            connection,
            """
            select i.relname from pg_class i join pg_namespace n on n.oid = i.relnamespace
            where n.nspname = 'public' and i.relkind in ('i', 'r') and pg_stat_get_xact_numscans(i.oid) > 0
            """);
        return (found, scanned.Split('\n'));
    }

    /// <summary>A session of the role that runs, for a viewer; its counts begin with it.</summary>
    private async Task<NpgsqlConnection> Open(string viewer)
    {
        var connection = new NpgsqlConnection(database.Connection + ";Pooling=false");
        await connection.OpenAsync();
        foreach (var statement in new[] { "begin", "set local role zx_app", string.Create(CultureInfo.InvariantCulture, $"set local zx.court = '{PlanDatabase.Court(viewer)}'") })
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        return connection;
    }
}

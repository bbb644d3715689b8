using System.Globalization;
using Npgsql;

namespace Zhixin.Database.Tests.Scale;

/// <summary>The second wall: what the role that runs sees and may do, whatever a query forgot.</summary>
public sealed class WallTests(WallTests.Rows rows) : IClassFixture<WallTests.Rows>
{
    private const int Mine = 1001;
    private const int Other = 1002;

    private static readonly string[] Seen = ["stream", "outbox", "person", "contact", "petition", "obligation", "import_batch", "import_row", "attachment", "join_proposal", "approval", "hop", "write_off", "termination", "review_step", "appointment", "bulletin", "supervision", "platform_item", "enforcement_case", "report"];

    private static readonly string[] Scoped = ["sight", "idempotency", "number_series", "claim"];

    public static TheoryData<string> AllTables => [.. Seen, .. Scoped, "access_log"];

    public static TheoryData<string> SeenTables => [.. Seen];

    public static TheoryData<string> AppendOnly => ["event", "access_log", "claim"];

    [Theory]
    [MemberData(nameof(AllTables))]
    public async Task A_court_in_sight_sees_its_row(string table) => (await App(Count(table), Mine.ToString(CultureInfo.InvariantCulture))).ShouldBe(1L);

    [Theory]
    [MemberData(nameof(AllTables))]
    public async Task Without_a_court_there_are_no_rows(string table)
    {
        (await App(Count(table), null)).ShouldBe(0L);
        (await App(Count(table), string.Empty)).ShouldBe(0L);
    }

    [Theory]
    [MemberData(nameof(SeenTables))]
    public async Task Another_court_sees_no_rows_and_changes_none(string table)
    {
        (await App(Count(table), "1003")).ShouldBe(0L);
        (await App($"with u as (update {table} set home = home where home = {Mine} returning 1) select count(*) from u", "1003")).ShouldBe(0L);
    }

    [Theory]
    [MemberData(nameof(AllTables))]
    public async Task A_malformed_court_is_an_error_without_rows(string table)
    {
        foreach (var malformed in new[] { "x", "1001 or true", "1001,1002", "{1001}", "99999999999" })
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => App(Count(table), malformed));
            refused.SqlState.ShouldBeOneOf(PostgresErrorCodes.InvalidTextRepresentation, PostgresErrorCodes.NumericValueOutOfRange);
            refused.MessageText.ShouldNotContain(Specimens.Secret);
        }
    }

    [Theory]
    [InlineData("event")]
    [InlineData("access_log")]
    public async Task What_is_written_for_another_court_is_refused(string table)
    {
        var insert = Specimens.Insert(table, Mine + 10, [Mine], actor: Other);

        (await Refused(insert, Mine)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        await App(insert, Other.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(AllTables))]
    public async Task Nothing_is_written_without_a_court(string table) =>
        (await Refused(Specimens.Insert(table, Mine + 20, [Mine]), null)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Theory]
    [MemberData(nameof(SeenTables))]
    public async Task A_row_never_changes_its_home(string table) =>
        (await Refused($"update {table} set home = {Other} where home = {Mine}", Mine)).ShouldBe("ZX001");

    [Theory]
    [MemberData(nameof(SeenTables))]
    public async Task An_update_that_ends_ones_own_sight_passes_under_a_court_that_keeps_it(string table)
    {
        var update = $"with u as (update {table} set seen_by = array[{Mine}] where home = {Mine} returning home) select count(*) from u";
        (await Refused(update, Other)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

        (await Run("zx_app", ("1001", update))).ShouldBe(1L);
        (await Run("zx_app", ("1001", update), ("1002", Count(table)))).ShouldBe(0L);
    }

    [Theory]
    [MemberData(nameof(AppendOnly))]
    public async Task Nobody_changes_what_is_append_only(string table)
    {
        foreach (var change in new[] { $"update {table} set home = home", $"delete from {table}", $"truncate {table}" })
        {
            foreach (var role in new[] { "zx_app", "zx_search", "zx_maintain" })
            {
                (await Refused(change, Mine, role)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, $"{role}: {change}");
            }

            (await Should.ThrowAsync<PostgresException>(() => Owner(change))).SqlState.ShouldBe("ZX001", change);
        }
    }

    [Theory]
    [InlineData("alter table event disable trigger all")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("alter table petition disable row level security")]
    [InlineData("drop policy seen on petition")]
    [InlineData("create table planted (home int)")]
    [InlineData("create or replace function history_of(of_home int, of_stream uuid) returns setof event language sql as 'select * from event'")]
    [InlineData("select body from event")]
    [InlineData("select key from match_key")]
    [InlineData("copy event to stdout")]
    public async Task The_role_that_runs_cannot_put_a_wall_aside(string attempt) =>
        (await Refused(attempt, Mine)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    [Fact]
    public async Task A_history_is_read_only_where_its_stream_is_seen()
    {
        var read = $"select count(*) from history_of({Mine}, '{Specimens.Id}')";

        (await App(read, Mine.ToString(CultureInfo.InvariantCulture))).ShouldBe(1L);
        (await App(read, "1003")).ShouldBe(0L);
        (await App(read, null)).ShouldBe(0L);
        (await Refused(read, Mine, "zx_maintain")).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_temporary_table_does_not_stand_in_for_a_real_one_where_row_security_is_passed()
    {
        await using var connection = await rows.Open("zx_app");
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("begin"), new($"set local zx.court = '{Mine}'"), new("create temp table stream as select * from public.stream where false"),
                new($"select count(*) from history_of({Mine}, '{Specimens.Id}')"),
            },
        };

        (await batch.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(1L);
    }

    [Fact]
    public async Task Search_and_matching_tell_a_stranger_nothing_of_the_content()
    {
        foreach (var court in new[] { "1003", null })
        {
            (await App("select count(*) from search_texts(array[1], '', gen_random_uuid(), 10)", court)).ShouldBe(0L);
            (await App("select count(*) from search_persons(1::smallint, array[1]::bigint[], gen_random_uuid(), 10)", court)).ShouldBe(0L);
            (await App("select count(*) from read_access_log(null, null, null, null, null, null, null, 10)", court)).ShouldBe(0L);
            (await App("select count(*) from match_petitions(array[1]::smallint[], array[1]::bigint[], gen_random_uuid()) where in_sight", court)).ShouldBe(0L);
        }
    }

    private static string Count(string table) => $"select count(*) from {table}";

    private async Task<string> Refused(string sql, int? court, string role = "zx_app") => (await Should.ThrowAsync<PostgresException>(
        () => Run(role, (court?.ToString(CultureInfo.InvariantCulture), sql)))).SqlState;

    private Task<object?> App(string sql, string? court) => Run("zx_app", (court, sql));

    private Task<object?> Owner(string sql) => Run(null, (null, sql));

    /// <summary>Runs the statements, each under its court, in one transaction that is rolled back; the last one's answer.</summary>
    private async Task<object?> Run(string? role, params (string? Court, string Sql)[] statements)
    {
        await using var connection = await rows.Open(role);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        object? answer = null;
        foreach (var (court, sql) in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            if (court is not null)
            {
                await using var set = new NpgsqlCommand($"set local zx.court = '{court}'", connection);
                await set.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }

            answer = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }

        return answer;
    }

    /// <summary>A database with one row in each big table.</summary>
    public sealed class Rows(MigratedDatabase database) : IAsyncLifetime
    {
        private string _owner = string.Empty;

        public async ValueTask InitializeAsync()
        {
            _owner = await database.Fresh();
            await using var owner = await Open(null);
            foreach (var table in AllTables.Select(row => row.Data).Append("event"))
            {
                await using var insert = new NpgsqlCommand(Specimens.Insert(table, Mine, [Mine, Other]), owner);
                await insert.ExecuteNonQueryAsync();
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        /// <summary>A connection as one of the roles; null is the owner.</summary>
        public async Task<NpgsqlConnection> Open(string? role)
        {
            var connection = new NpgsqlConnection(_owner + (role is null ? string.Empty : $";Options=-c role={role}"));
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            return connection;
        }
    }
}

using System.Collections.Concurrent;
using Npgsql;
using Zhixin.Database.Access;
using Zhixin.Tests.Shared.Scale;

namespace Zhixin.Database.Tests.Scale;

/// <summary>What a page reads comes in one round trip, and the page is answered when the note of the access is stored.</summary>
public sealed class ReadingTests(MigratedDatabase database)
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_question_gets_its_own_rows_and_the_note_of_another_home_is_stored()
    {
        var faults = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var db = new Db(await database.Fresh(), _ => StatementRecorder.Into(faults));
        var reading = new Reading(new Scope(5, Guid.Empty));
        var numbers = reading.Ask<int>("select n from unnest($1::int[]) as t(n)", new[] { 3, 1, 2 });
        var nothing = reading.Ask<Guid>("select id from petition where home = $1 and id = $2", 6, Guid.Empty);
        var word = reading.Ask<string>("select $1::text", "字");
        numbers.IsCompleted.ShouldBeFalse();

        await reading.Run(db, Note(court: 5), default);

        (await numbers).ShouldBe([3, 1, 2]);
        (await nothing).ShouldBeEmpty();
        (await word).ShouldBe(["字"]);
        faults.ShouldBeEmpty();
        (await Notes(db)).ShouldBe(1);
    }

    [Fact]
    public async Task A_note_that_is_refused_fails_the_reading()
    {
        await using var db = new Db(await database.Fresh());
        var reading = new Reading(new Scope(5, Guid.Empty));
        _ = reading.Ask<int>("select 1");
        var foreign = new CommandBatch(6).Add(
            "insert into access_log (home, id, at, actor, court, act) values ($1, $2, $3, $4, $5, 'read')", 5, Guid.CreateVersion7(Now), Now.UtcDateTime, Guid.Empty, 5);

        await Should.ThrowAsync<PostgresException>(() => reading.Run(db, foreign, default));

        (await Notes(db)).ShouldBe(0);
    }

    [Fact]
    public async Task A_reading_that_fails_leaves_no_note_and_a_connection_that_works()
    {
        await using var db = new Db(await database.Fresh());
        var reading = new Reading(new Scope(5, Guid.Empty));
        _ = reading.Ask<int>("select 1 / $1", 0);

        await Should.ThrowAsync<PostgresException>(() => reading.Run(db, Note(court: 5), default));

        (await Notes(db)).ShouldBe(0);
        (await db.Query<string>(new Scope(7, Guid.Empty), "select current_setting('zx.court')", [])).ShouldBe(["7"]);
    }

    [Fact]
    public async Task The_scope_of_a_transaction_ends_with_it_though_the_connection_is_not_reset()
    {
        await using var db = new Db(await database.Fresh());
        await db.Query<int>(new Scope(5, Guid.Empty), "select 1", []);
        await Should.ThrowAsync<PostgresException>(() => db.Query<int>(new Scope(5, Guid.Empty), "select 1 / $1", [0]));

        (await db.Reference<string>("select coalesce(nullif(current_setting('zx.court', true), ''), 'none')", [])).ShouldBe(["none"]);
    }

    [Fact]
    public async Task Two_commands_of_a_home_go_for_its_numbers_and_the_third_waits_until_one_has_gone()
    {
        var queue = new NumberQueue();
        var first = await queue.Enter(5, default);
        using var second = await queue.Enter(5, default);
        var third = queue.Enter(5, default);
        using var elsewhere = await queue.Enter(6, default);
        third.IsCompleted.ShouldBeFalse();

        first.Dispose();

        using var entered = await third;
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place()
    {
        var queue = new NumberQueue();
        var first = await queue.Enter(5, default);
        using var second = await queue.Enter(5, default);
        using var patience = new CancellationTokenSource();
        var impatient = queue.Enter(5, patience.Token);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);

        first.Dispose();

        using var next = await queue.Enter(5, default);
    }

    private static CommandBatch Note(int court) => AccessLog.Note(
        new Member { Id = Guid.Empty, Name = "甲", Court = court, CourtName = "某院", Unit = string.Empty, Posts = [], SecurityStamp = string.Empty, MustChange = false }, "read-petition", Now, (6, Guid.Empty));

    private static async Task<long> Notes(Db db) => (await db.Maintenance<long>("select count(*) from access_log", [])).Single();
}

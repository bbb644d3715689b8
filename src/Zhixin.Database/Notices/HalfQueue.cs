using Npgsql;
using Zhixin.Database.History;
using Zhixin.History;

namespace Zhixin.Database.Notices;

/// <summary>What a round over other halves came to.</summary>
/// <param name="Made">Made, or nothing was left to make.</param>
/// <param name="Waiting">Cannot be made yet: they are tried again.</param>
/// <param name="Faults">What failed, one text for each; they are tried again, and hold up no other.</param>
public sealed record HalvesRun(int Made, int Waiting, IReadOnlyList<string> Faults);

/// <summary>A message to the software in another home, staged with the first half of an act.</summary>
public sealed record HalfMessage
{
    public required int Home { get; init; }

    public required Guid Id { get; init; }

    public required Guid Stream { get; init; }

    public required int Court { get; init; }

    public required string Body { get; init; }

    public required short Tries { get; init; }
}

/// <summary>
/// The messages by which an act in one home makes something follow in another, kept in the outbox of the first. Each is made in its own transaction and noted
/// after it: what was lost between is made again, and whoever makes a half knows one that is there.
/// </summary>
public sealed class HalfQueue(Db db, TimeProvider clock)
{
    private const int Most = 200;
    private const int MostMinutes = 60;

    /// <summary>Stages a message in the transaction of the first half. No person is told: it has no addressee.</summary>
    /// <param name="kind">The stream's kind, for whoever reads the table.</param>
    public static void Stage(CommandBatch batch, CommandContext context, StreamId stream, string topic, string kind, int court, object body) => batch.Add(
        "insert into outbox (home, id, stream, topic, court, kind, number, body, barred, not_before, state, seen_by) values ($1, $2, $3, $4, $5, $6, '', $7, '{}', $8, 'queued', $9)",
        stream.Home, Guid.CreateVersion7(context.Now), stream.Id, topic, court, kind, CanonicalJson.Of(body), context.Now.UtcDateTime, new[] { court });

    /// <summary>Makes what is due of a topic, the oldest first.</summary>
    /// <param name="make">Makes one; false where it cannot be made yet.</param>
    public async Task<HalvesRun> Run(string topic, Func<HalfMessage, CancellationToken, Task<bool>> make, CancellationToken stop) => await Each(
        await db.Maintenance<HalfMessage>(
            """
            select home, id, stream, court, body, tries from outbox
            where state = 'queued' and addressee is null and topic = $1 and coalesce(try_at, not_before) <= $2 order by coalesce(try_at, not_before), home, id limit $3
            """,
            [topic, clock.GetUtcNow().UtcDateTime, Most], stop),
        make, stop);

    /// <summary>Makes what the act on a stream has just staged. The act is done: what fails here is made by the next round, and says nothing to whoever acted.</summary>
    public async Task Own(StreamId stream, int court, string topic, Func<HalfMessage, CancellationToken, Task<bool>> make, CancellationToken stop)
    {
        try
        {
            await Each(
                await db.Query<HalfMessage>(
                    new Scope(court, Guid.Empty),
                    "select home, id, stream, court, body, tries from outbox where state = 'queued' and addressee is null and home = $1 and stream = $2 and topic = $3 and try_at is null order by id",
                    [stream.Home, stream.Id, topic], stop),
                make, stop);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            // The message is kept.
        }
    }

    private async Task<HalvesRun> Each(List<HalfMessage> queued, Func<HalfMessage, CancellationToken, Task<bool>> make, CancellationToken stop)
    {
        var (made, waiting, faults) = (0, 0, new List<string>());
        foreach (var message in queued)
        {
            try
            {
                var isMade = await make(message, stop);
                (made, waiting) = isMade ? (made + 1, waiting) : (made, waiting + 1);
                await Note(message, isMade, stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                faults.Add($"{message.Home}/{message.Id}: {fault.Message}");
                await Note(message, isMade: false, stop);
            }
        }

        return new HalvesRun(made, waiting, faults);
    }

    /// <summary>Made, or to be tried again after as many minutes as it was tried, an hour at most.</summary>
    private Task Note(HalfMessage message, bool isMade, CancellationToken stop)
    {
        var batch = new CommandBatch(message.Court);
        return Commands.Execute(
            db,
            isMade ? batch.Add("update outbox set state = 'delivered' where home = $1 and id = $2", message.Home, message.Id)
                : batch.Add(
                    "update outbox set tries = least(tries + 1, 1000), try_at = $3 where home = $1 and id = $2 and state = 'queued'",
                    message.Home, message.Id, clock.GetUtcNow().AddMinutes(Math.Min(message.Tries + 1, MostMinutes)).UtcDateTime),
            stop);
    }

    /// <summary>How many were tried, and could not be made yet.</summary>
    public async Task<long> Waiting(CancellationToken stop) =>
        (await db.Maintenance<long>("select count(*) from outbox where state = 'queued' and addressee is null and tries > 0", [], stop)).Single();
}

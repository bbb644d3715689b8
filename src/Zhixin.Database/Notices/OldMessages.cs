using Npgsql;

namespace Zhixin.Database.Notices;

/// <summary>Messages that are over and old. They are no fold of the history, and nothing is computed from them: what was told may be forgotten.</summary>
public static class OldMessages
{
    private const int AtOnce = 2_000;

    /// <summary>
    /// Forgets what was to be told before a moment and has been seen, the digests of that time, which later ones overtook, and the notes of the software that it
    /// delivered; some thousand rows at a time so that nobody waits. What nobody has seen yet, and what could not be sent, stays.
    /// </summary>
    /// <returns>How many were forgotten.</returns>
    public static async Task<int> Forget(Db db, DateTimeOffset before, CancellationToken stop)
    {
        var (forgotten, part) = (0, AtOnce);
        while (part == AtOnce)
        {
            await using var connection = await db.OpenForMaintenanceAsync(stop);
            await using var command = new NpgsqlCommand($"delete from outbox where (home, id) in ({Old})", connection);
            CommandBatch.Bind(command.Parameters, [before.UtcDateTime, AtOnce]);
            part = await command.ExecuteNonQueryAsync(stop);
            forgotten += part;
        }

        return forgotten;
    }

    /// <summary>Which they are, the oldest first: the plan tests look at it.</summary>
    public const string Old =
        "select home, id from outbox where not_before < $1 and (seen_at is not null or topic = 'digest' or (addressee is null and state = 'delivered')) order by not_before limit $2";
}

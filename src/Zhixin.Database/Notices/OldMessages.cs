using Npgsql;

namespace Zhixin.Database.Notices;

/// <summary>Messages that are over and old. They are no fold of the history, and nothing is computed from them: what was told may be forgotten.</summary>
public static class OldMessages
{
    private const int AtOnce = 2_000;

    /// <summary>Which are forgotten, the oldest first: what was seen; the digests that nobody saw, which later ones overtook, and the notes of the software that it delivered. The plan tests look at it.</summary>
    public static IReadOnlyList<string> Old { get; } =
    [
        "select home, id from outbox where seen_at < $1 order by seen_at limit $2",
        "select home, id from outbox where seen_at is null and not_before < $1 and (topic = 'digest' or (addressee is null and state = 'delivered')) order by not_before limit $2",
    ];

    /// <summary>Forgets what was seen, or overtaken, before a moment, some thousand rows at a time so that nobody waits. What nobody has seen, and what could not be sent, stays.</summary>
    /// <returns>How many were forgotten.</returns>
    public static async Task<int> Forget(Db db, DateTimeOffset before, CancellationToken stop)
    {
        var forgotten = 0;
        foreach (var which in Old)
        {
            var part = AtOnce;
            while (part == AtOnce)
            {
                await using var connection = await db.OpenForMaintenanceAsync(stop);
                await using var command = new NpgsqlCommand($"delete from outbox where (home, id) in ({which})", connection);
                CommandBatch.Bind(command.Parameters, [before.UtcDateTime, AtOnce]);
                part = await command.ExecuteNonQueryAsync(stop);
                forgotten += part;
            }
        }

        return forgotten;
    }
}

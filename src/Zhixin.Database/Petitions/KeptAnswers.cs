using Npgsql;
using Zhixin.History;

namespace Zhixin.Database.Petitions;

/// <summary>
/// Answers kept with the idempotency key of the request, in the transaction of the act: a resend makes one record. A key is unique per home
/// and actor.
/// </summary>
public static class KeptAnswers
{
    private const int AtOnce = 5000;

    private const string KeepSql =
        "insert into idempotency (home, actor, key, body_hash, answer, recorded_at) values ($1, $2, $3, $4, $5, $6)";

    /// <summary>The answer to an earlier sending of the same key; null when there was none; a refusal when the key came with another body.</summary>
    public static async Task<Answer<T>?> Find<T>(Db db, Scope scope, int home, Guid actor, Resend? resend, CancellationToken stop)
    {
        if (resend is null)
        {
            return null;
        }

        var found = await db.Query<Row>(
            scope, "select body_hash, answer from idempotency where home = $1 and actor = $2 and key = $3", [home, actor, resend.Key], stop);
        return found switch
        {
            [] => null,
            [var kept] when kept.BodyHash.AsSpan().SequenceEqual(resend.BodyHash) => (T)CanonicalJson.Read(kept.Answer, typeof(T)),
            _ => new Refusal.Input("key", "key-reused"),
        };
    }

    /// <summary>Stages the keeping of a key with its answer; nothing without a key.</summary>
    public static void Keep(CommandBatch batch, int home, Guid actor, Resend? resend, object answer, DateTimeOffset now)
    {
        if (resend is not null)
        {
            batch.Add(KeepSql, home, actor, resend.Key, resend.BodyHash, CanonicalJson.Of(answer), now.UtcDateTime);
        }
    }

    /// <summary>For how long a resend is recognised; afterwards the same key would be a new act.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(30);

    /// <summary>Forgets what is older than <see cref="Kept"/>, some thousand rows at a time so that nobody waits.</summary>
    /// <returns>How many were forgotten.</returns>
    public static async Task<int> Forget(Db db, DateTimeOffset now, CancellationToken stop)
    {
        var (forgotten, part) = (0, AtOnce);
        while (part == AtOnce)
        {
            await using var connection = await db.OpenForMaintenanceAsync(stop);
            await using var command = new NpgsqlCommand(
                "delete from idempotency where (home, actor, key) in (select home, actor, key from idempotency where recorded_at < $1 order by recorded_at limit $2)", connection);
            CommandBatch.Bind(command.Parameters, [(now - Kept).UtcDateTime, AtOnce]);
            part = await command.ExecuteNonQueryAsync(stop);
            forgotten += part;
        }

        return forgotten;
    }

    private sealed record Row
    {
        public required byte[] BodyHash { get; init; }

        public required string Answer { get; init; }
    }
}

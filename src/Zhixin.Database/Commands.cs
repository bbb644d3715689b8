using Npgsql;

namespace Zhixin.Database;

/// <summary>Executes the batch of a command. A deadlock is tried again (scale rule 11).</summary>
public static class Commands
{
    /// <summary>One whole transaction in one round trip.</summary>
    public static async Task Execute(Db db, CommandBatch batch, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await db.OpenAsync(stop);
            try
            {
                await using var whole = batch.Close(connection);
                await whole.ExecuteNonQueryAsync(stop);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < 3)
            {
                // Tried again on a fresh connection; the failed transaction ended with the batch's error.
            }
        }
    }
}

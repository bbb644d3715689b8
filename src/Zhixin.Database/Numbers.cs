using Npgsql;

namespace Zhixin.Database;

/// <summary>Gapless numbers: one row per (home, series, year), taken in the transaction that appends (scale rule 3).</summary>
public static class Numbers
{
    /// <summary>
    /// Begins the command's transaction on the connection and takes the next number of each series. The caller's next batch finishes the
    /// transaction; a failure or a closed connection gives the numbers back.
    /// </summary>
    /// <param name="before">
    /// What the command can write without its numbers: written first, because whoever else wants a number of the home waits from here to the commit.
    /// </param>
    public static async Task<IReadOnlyDictionary<string, int>> Take(
        NpgsqlConnection connection, CommandBatch before, int home, string[] series, int year, CancellationToken stop)
    {
        await using var batch = before.Add(
            """
            insert into number_series as n (home, series, year, last) select $1, s, $2, 1 from unnest($3::text[]) as s order by s
            on conflict (home, series, year) do update set last = n.last + 1 returning series, last
            """,
            home, year, series).Begin(connection);
        await using var reader = await batch.ExecuteReaderAsync(stop);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(stop))
        {
            numbers[reader.GetString(0)] = reader.GetInt32(1);
        }

        return numbers;
    }

    /// <summary>Takes so many numbers of one series inside an open transaction, and tells the first.</summary>
    public static async Task<int> Take(NpgsqlConnection connection, int home, string series, int year, int count, CancellationToken stop)
    {
        await using var batch = new CommandBatch(home).Add(
            """
            insert into number_series as n (home, series, year, last) values ($1, $2, $3, $4)
            on conflict (home, series, year) do update set last = n.last + excluded.last returning last
            """,
            home, series, year, count).Continue(connection);
        return (int)(await batch.ExecuteScalarAsync(stop))! - count + 1;
    }
}

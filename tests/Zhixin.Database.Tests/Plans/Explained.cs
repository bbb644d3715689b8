using Npgsql;

namespace Zhixin.Database.Tests.Plans;

internal static class Explained
{
    /// <summary>The lines that a statement answers with.</summary>
    public static async Task<string> Lines(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}

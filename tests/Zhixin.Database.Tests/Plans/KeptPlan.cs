using Npgsql;

namespace Zhixin.Database.Tests.Plans;

/// <summary>The plan that is kept for every value, as the role that runs, under row security.</summary>
internal static class KeptPlan
{
    /// <summary>The plan's lines.</summary>
    /// <param name="first">What is done before, such as dropping an index; it is rolled back.</param>
    /// <param name="ordered">Whether it is asked as <see cref="Db.Ordered"/> asks.</param>
    public static async Task<string> Of(string database, Scope scope, string sql, object?[] arguments, string? first = null, bool ordered = true)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var prepare = $"prepare page{List(arguments.Select(Type))} as {sql}";
        foreach (var statement in (string[])[first ?? "select 1", "set local role zx_app", $"set local zx.court = '{scope.Court}'", "set local plan_cache_mode = force_generic_plan", .. ordered ? (string[])[Db.Unsorted, Db.Unmapped] : [], prepare])
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        return await Explained.Lines(connection, $"explain (costs off) execute page{List(arguments.Select(_ => "null"))}");
    }

    /// <summary>What takes no argument has no parentheses.</summary>
    private static string List(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } list ? $"({list})" : string.Empty;

    private static string Type(object? argument) => argument switch
    {
        Guid => "uuid",
        int => "int",
        bool => "boolean",
        string => "text",
        DateOnly => "date",
        DateTime => "timestamptz",
        DateOnly[] => "date[]",
        bool[] => "bool[]",
        string[] => "text[]",
        Guid[] => "uuid[]",
        _ => throw new ArgumentException($"{argument?.GetType()}", nameof(argument)),
    };
}

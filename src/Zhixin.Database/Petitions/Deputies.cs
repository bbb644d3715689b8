using System.Text.Json;

namespace Zhixin.Database.Petitions;

/// <summary>For whom a person acts today as a deputy.</summary>
public static class Deputies
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly string Sql = Select("$1", "$2", "$3");

    /// <summary>Everybody at the court for whom the person is deputy on a day, both ends of the time included; leavers have none.</summary>
    public static async Task<IReadOnlyList<Represented>> Of(Db db, int court, Guid deputy, DateOnly on, CancellationToken stop) =>
        [.. (await db.Reference<Row>(Sql, [court, deputy, on], stop)).Select(One)];

    /// <summary>The same as part of a reading.</summary>
    public static async Task<IReadOnlyList<Represented>> Of(Reading reading, int court, Guid deputy, DateOnly on) =>
        [.. (await reading.Ask<Row>(Sql, court, deputy, on)).Select(One)];

    /// <summary>The query of a deputy's people, for a statement that asks more: columns for_staff, name, posts, acts.</summary>
    internal static string Select(string court, string deputy, string on) =>
        $"""
        select d.for_staff, f.name, f.posts, d.acts from deputy d join staff f on f.court = d.court and f.id = d.for_staff
        where d.court = {court} and d.deputy = {deputy} and d.from_day <= {on} and d.to_day >= {on} and f.active order by f.name, f.id
        """;

    /// <summary>The people in what <see cref="Select"/> gave as a JSON array.</summary>
    internal static IReadOnlyList<Represented> Read(string json) => json == "[]" ? [] : [.. JsonSerializer.Deserialize<List<Row>>(json, Snake)!.Select(One)];

    private static Represented One(Row row) => new(row.ForStaff, row.Name, row.Posts, row.Acts);

    private sealed record Row
    {
        public required Guid ForStaff { get; init; }

        public required string Name { get; init; }

        public required string[] Posts { get; init; }

        public required string[] Acts { get; init; }
    }
}

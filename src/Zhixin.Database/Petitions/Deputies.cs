namespace Zhixin.Database.Petitions;

/// <summary>For whom a person acts today as a deputy.</summary>
public static class Deputies
{
    private const string Sql =
        """
        select d.for_staff, s.name, s.posts, d.acts from deputy d join staff s on s.court = d.court and s.id = d.for_staff
        where d.court = $1 and d.deputy = $2 and d.from_day <= $3 and d.to_day >= $3 and s.active order by s.name, s.id
        """;

    /// <summary>Everybody at the court for whom the person is deputy on a day, both ends of the time included; leavers have none.</summary>
    public static async Task<IReadOnlyList<Represented>> Of(Db db, int court, Guid deputy, DateOnly on, CancellationToken stop) =>
        [.. (await db.Reference<Row>(Sql, [court, deputy, on], stop)).Select(One)];

    /// <summary>The same as part of a reading.</summary>
    public static async Task<IReadOnlyList<Represented>> Of(Reading reading, int court, Guid deputy, DateOnly on) =>
        [.. (await reading.Ask<Row>(Sql, court, deputy, on)).Select(One)];

    private static Represented One(Row row) => new(row.ForStaff, row.Name, row.Posts, row.Acts);

    private sealed record Row
    {
        public required Guid ForStaff { get; init; }

        public required string Name { get; init; }

        public required string[] Posts { get; init; }

        public required string[] Acts { get; init; }
    }
}

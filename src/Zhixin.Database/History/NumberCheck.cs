namespace Zhixin.Database.History;

/// <summary>Whether the numbers of registrations (GC21-12), of supervisions, platform items, records of checks, reports, papers and bulletins are 1, 2, 3 … up to the last one taken, in every court, series and year.</summary>
public static class NumberCheck
{
    private const string Sql =
        """
        with used as (
          select home, 'contact' as series, left(number, 4)::int as year, substring(number from '[0-9]+$')::int as n from contact
          union all
          select home, 'petition', left(number, 4)::int, substring(number from '[0-9]+$')::int from petition
          union all
          select home, '督', left(number, 4)::int, substring(number from '[0-9]+$')::int from supervision
          union all
          select home, '平台', left(number, 4)::int, substring(number from '[0-9]+$')::int from platform_item
          union all
          select home, '监', left(number, 4)::int, substring(number from '[0-9]+$')::int from enforcement_case
          union all
          select home, '举', left(number, 4)::int, substring(number from '[0-9]+$')::int from report
          union all
          select home, 'paper-' || series || case when court = home then '' else '@' || court end, year, number from paper
          union all
          select home, 'bulletin', left(number, 4)::int, substring(number from '[0-9]+$')::int from bulletin where kind = 'daily'
        ), counted as (
          select home, series, year, count(*)::int as rows, count(distinct n)::int as numbers, max(n) as highest, array_agg(n) as given
          from used group by home, series, year
        ), taken as (
          select home, series, year, last from number_series where series in ('contact', 'petition', 'bulletin', '督', '平台', '监', '举') or series like 'paper-%'
        )
        select home, series, year, coalesce(rows, 0) as rows, coalesce(last, 0) as last,
          (select min(g) from (select generate_series(1, greatest(highest, last)) as g except select unnest(given)) free) as number
        from counted full join taken using (home, series, year)
        where rows is distinct from last or numbers is distinct from last or highest is distinct from last
        order by home, series, year limit 1
        """;

    /// <summary>The first series with a gap, a repetition, or a number beyond the last one taken.</summary>
    public static async Task<Difference?> Of(Db db, CancellationToken stop) => (await db.Maintenance<Gap>(Sql, [], stop)) is [var found]
        ? Difference.Of(
            "number_series", $"{found.Home}, {found.Series}, {found.Year}", found.Number is { } gap ? $"number {gap}" : "last",
            found.Number is null ? found.Rows : "one row", found.Number is null ? found.Last : "none")
        : null;

    private sealed record Gap
    {
        public required int Home { get; init; }

        public required string Series { get; init; }

        public required int Year { get; init; }

        public required int Rows { get; init; }

        public required int Last { get; init; }

        public int? Number { get; init; }
    }
}

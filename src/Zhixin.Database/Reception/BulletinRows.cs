using Zhixin.Reception;

namespace Zhixin.Database.Reception;

/// <summary>The read rows of bulletins, and who sees the stream that one stands in.</summary>
public static class BulletinRows
{
    /// <summary>Columns of <c>bulletin</c>.</summary>
    public static ReadTable Table { get; } = new("bulletin", ["home", "id"], ["home", "id", "version", "kind", "day", "number", "issued_on", "courts", "seen_by"]);

    /// <summary>The row of a day's bulletin; null while none was issued.</summary>
    /// <param name="chain">The issuing court and its superiors.</param>
    public static TableRow? Of(Period period, IReadOnlyList<int> chain) => period.Bulletin is not { } bulletin ? null : new TableRow(Table,
    [
        period.Id.Home, period.Id.Id, period.Version, "daily", period.Day, bulletin.Facts.Number, bulletin.On, bulletin.Facts.Courts.Select(c => c.Court).Order().ToArray(),
        SeenBy(period, chain),
    ]);

    /// <summary>Who sees the stream: the court and its superiors, and once a bulletin is issued the courts that it names.</summary>
    public static int[] SeenBy(Period period, IReadOnlyList<int> chain) => [.. chain.Concat(period.Bulletin?.Facts.Courts.Select(c => c.Court) ?? []).Distinct().Order()];
}

using Zhixin.Bulletins;
using Zhixin.Reception;

namespace Zhixin.Database.Reception;

/// <summary>The read rows of bulletins, and who sees the stream that one stands in.</summary>
public static class BulletinRows
{
    /// <summary>Columns of <c>bulletin</c>.</summary>
    public static ReadTable Table { get; } = new("bulletin", ["home", "id"], ["home", "id", "version", "kind", "day", "began_on", "state", "number", "issued_on", "courts", "read_by", "seen_by"]);

    /// <summary>The row of a day's bulletin; null while none was issued.</summary>
    /// <param name="chain">The issuing court and its superiors.</param>
    public static TableRow? Of(Period period, IReadOnlyList<int> chain) => period.Bulletin is not { } bulletin ? null : new TableRow(Table,
    [
        period.Id.Home, period.Id.Id, period.Version, "daily", period.Day, period.Day, "issued", bulletin.Facts.Number, bulletin.On, bulletin.Facts.Courts.Select(c => c.Court).Order().ToArray(), Array.Empty<int>(),
        SeenBy(period, chain),
    ]);

    /// <summary>The row of a ranking bulletin, from the end of its period on.</summary>
    public static TableRow Of(Bulletin bulletin, int[] seenBy) => new(Table,
    [
        bulletin.Id.Home, bulletin.Id.Id, bulletin.Version, "periodic", bulletin.Period.EndedOn, bulletin.Period.BeganOn, bulletin.Stage, bulletin.Issued?.Facts.Number, bulletin.Issued?.On,
        bulletin.Courts.Order().ToArray(), bulletin.Readers.Select(r => r.Facts.Court).Order().ToArray(), seenBy,
    ]);

    /// <summary>Who sees the stream: the court and its superiors, and once a bulletin is issued the courts that it names.</summary>
    public static int[] SeenBy(Period period, IReadOnlyList<int> chain) => [.. chain.Concat(period.Bulletin?.Facts.Courts.Select(c => c.Court) ?? []).Distinct().Order()];
}

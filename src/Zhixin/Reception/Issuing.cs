namespace Zhixin.Reception;

/// <summary>Issuing the daily statistic of entry as a bulletin (JZ21-3.1).</summary>
public static class Issuing
{
    /// <summary>The clause of the daily statistic and bulletin.</summary>
    public const string Clause = "JZ21-3.1";

    /// <summary>The bulletin of a day. It names every court under the issuing one, those with nothing too; its figures are those of the moment.</summary>
    /// <param name="day">The day that it is about.</param>
    /// <param name="earlier">Number of the bulletin of that day; null while there is none.</param>
    /// <param name="under">The issuing court and all under it, by number and name.</param>
    /// <param name="figures">What is said of them.</param>
    public static Decision<BulletinDailyIssued> Decide(
        DateOnly day, DateOnly today, string? earlier, IReadOnlyList<(int Number, string Name)> under, IReadOnlyList<EntryFigures> figures, string? remarks) => day switch
        {
            _ when earlier is not null => new Refusal.State("bulletin-issued", earlier),
            _ when day > today => new Refusal.Input("day", "date-in-future", day),
            _ when under.Count <= 1 => new Refusal.State("bulletin-nobody-under"),
            _ when Missing(under, figures) is { Count: > 0 } missing => new Refusal.Law(Clause, "bulletin-leaves-out", string.Join('、', missing)),
            _ => new[] { new BulletinDailyIssued(string.Empty, figures, string.IsNullOrWhiteSpace(remarks) ? null : remarks.Trim()) },
        };

    private static List<string> Missing(IReadOnlyList<(int Number, string Name)> under, IReadOnlyList<EntryFigures> figures) =>
        [.. under.Where(court => figures.All(f => f.Court != court.Number)).Select(court => court.Name)];
}

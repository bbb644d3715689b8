using Zhixin.Benchmarks.Filling;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>Boards of supervision and what is due on them, by the head of the petition unit of an intermediate, a high and the supreme court.</summary>
public sealed class Supervising(Site site, TimeSpan during)
{
    private static readonly Goal Page = new(1_000, null, 2_000);

    private static readonly (string Level, string Court)[] Viewers = [("intermediate", Country.Intermediate), ("high", Country.High), ("supreme", Country.Supreme)];

    private static readonly (string What, string Path)[] Pages =
    [
        ("supervision board with its counts, next due first", "/supervisions"), ("supervision board, overdue", "/supervisions?show=overdue"),
        ("supervision board, reports to judge", "/supervisions?stage=reported"), ("overdue below, longest first", "/overdue-below"),
        ("what was handed down", "/hand-downs"), ("procedures that wait here", "/procedures"), ("procedures overdue below", "/procedures?view=below"), ("terminations", "/terminations"),
        ("workbench with the supervisor's day", "/"),
    ];

    /// <summary>All pages for all viewers.</summary>
    public async IAsyncEnumerable<Row> Run(Func<string, bool> isWanted)
    {
        if (!isWanted("supervision"))
        {
            yield break;
        }

        var raw = await site.Limit("static 200", "/static", Site.Readers, during);
        foreach (var (level, court) in Viewers)
        {
            var session = await site.SignIn(site.People(court).Head);
            foreach (var (what, path) in Pages)
            {
                yield return await site.Fast("supervision", $"{what}, {level}", (_, _) => session.Get(path), during, Page, raw);
            }
        }
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using Zhixin.Benchmarks.Filling;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>Pages that are read, by a viewer of a basic, an intermediate and the supreme court.</summary>
public sealed class Readings(Site site, TimeSpan during)
{
    private const int PagesDeep = 20;
    private static readonly string[] Names =
        ["workbench", "petition", "paced", "ledger", "ledger-stage", "ledger-due", "ledger-overdue", "ledger-channel", "ledger-venue", "ledger-cause", "ledger-words", "words", "match"];

    private static readonly Goal Page = new(1_000, null, 2_000);
    private static readonly Goal Paced = new(null, 50);

    private static readonly (string Level, string Court)[] Viewers = [("basic", Country.Basic), ("intermediate", Country.Intermediate), ("supreme", Country.Supreme)];

    /// <summary>All pages for all viewers.</summary>
    public async IAsyncEnumerable<Row> Run(Func<string, bool> isWanted)
    {
        if (!Names.Any(isWanted))
        {
            yield break;
        }

        var raw = await Limits();
        foreach (var (level, court) in Viewers)
        {
            var people = site.People(court);
            var session = await site.SignIn(people.Handlers[0]);
            var petitions = await Petitions(people.Court.Number, level);
            await foreach (var row in Pages(isWanted, level, session, petitions, raw))
            {
                yield return row;
            }

            await foreach (var row in Lists(isWanted, level, session, raw))
            {
                yield return row;
            }

            await foreach (var row in Found(isWanted, level, session))
            {
                yield return row;
            }
        }
    }

    private async Task<RawLimit[]> Limits()
    {
        var any = (await site.Ask<string>("select home || '/' || id from petition limit 1")).Single();
        return [await site.Limit("select by key", "/select/" + any, Site.Readers, during), await site.Limit("static 200", "/static", Site.Readers, during)];
    }

    private async IAsyncEnumerable<Row> Pages(Func<string, bool> isWanted, string level, Session session, IReadOnlyList<string> petitions, RawLimit[] raw)
    {
        if (isWanted("workbench"))
        {
            yield return await Fast("workbench", $"workbench, {level}", (_, _) => session.Get("/"), raw[0]);
        }

        if (isWanted("petition"))
        {
            yield return await Fast("petition", $"petition page, {level}", (client, n) => session.Get("/petitions/" + petitions[((client * 37) + n) % petitions.Count]), raw[0]);
        }

        if (isWanted("paced"))
        {
            string[] paths = ["/", .. LedgerPaths().Where(l => l.Name != "words").Select(l => l.Path)];
            var result = await Load.Paced(300, during, n => session.Get(n % 3 == 0 ? "/petitions/" + petitions[n % petitions.Count] : paths[n % paths.Length]));
            yield return Row.Of("paced", $"workbench, petition and ledger pages mixed at 300/s, {level}", site.Petitions, result, Paced);
        }
    }

    private async IAsyncEnumerable<Row> Lists(Func<string, bool> isWanted, string level, Session session, RawLimit[] raw)
    {
        foreach (var (name, what, path) in LedgerPaths())
        {
            if (isWanted("ledger") || isWanted("ledger-" + name))
            {
                yield return await Fast("ledger-" + name, $"ledger: {what}, first page, {level}", (_, _) => session.Get(path), raw[0]);
            }

            if ((isWanted("ledger") || isWanted("ledger-" + name)) && name != "words" && await Deep(session, path) is { } deep)
            {
                yield return await Fast("ledger-" + name, $"ledger: {what}, page {PagesDeep * 200 / 50} by keyset, {level}", (_, _) => session.Get(deep), raw[0]);
            }
        }
    }

    private async IAsyncEnumerable<Row> Found(Func<string, bool> isWanted, string level, Session session)
    {
        if (isWanted("words"))
        {
            foreach (var length in new[] { 2, 4 })
            {
                var words = Wording.Sought.Where(w => w.Length == length).Select(w => "/api/petitions?view=all&stage=any&size=20&words=" + Uri.EscapeDataString(w)).ToList();
                var result = await Load.Paced(100, during, n => session.Get(words[n % words.Count]));
                yield return Row.Of("words", $"word search, {length} characters, newest 20, at 100/s, {level}", site.Petitions, result, new Goal(null, 50));
            }
        }

        if (isWanted("match"))
        {
            var result = await site.Closed(4, during, (client, n) => Match(session, (client * 1000) + n));
            yield return Row.Of("match", $"repeat matching while typing, 4 clients, {level}", site.Petitions, result, new Goal());
        }
    }

    private static async Task<bool> Match(Session session, int number)
    {
        var lot = new Lot(number, 5);
        return await session.Post(
            "/contacts/repeats", ("personName", Wording.Petitioner(ref lot)), ("phone", $"139{lot.Of(100_000_000):00000000}"), ("personCount", "1")) == HttpStatusCode.OK;
    }

    private Task<Row> Fast(string name, string what, Func<int, int, Task<bool>> shot, RawLimit raw) => site.Fast(name, what, shot, during, Page, raw);

    /// <summary>The six lists of the ledger.</summary>
    private IEnumerable<(string Name, string What, string Path)> LedgerPaths()
    {
        var to = site.Office.Today;
        var period = $"from={to.AddDays(-400):yyyy-MM-dd}&to={to.AddDays(-200):yyyy-MM-dd}";
        return
        [
            ("stage", "by stage, newest first", "/ledger?view=open"),
            ("due", "by handler, next due first", "/ledger?view=due"),
            ("overdue", "overdue, oldest first", "/ledger?view=overdue"),
            ("channel", "in a period by channel", $"/ledger?view=all&stage=any&channel=web&{period}"),
            ("venue", "in a period by venue", $"/ledger?view=all&stage=any&channel=venue:beijing&{period}"),
            ("cause", "by cause", "/ledger?view=all&stage=any&cause=7"),
            ("words", "by words in the text", "/ledger?view=all&stage=any&words=" + Uri.EscapeDataString("苗木没有")),
        ];
    }

    /// <summary>The address of a page far behind the first; null where the list ends before.</summary>
    private static async Task<string?> Deep(Session session, string path)
    {
        var (address, after) = (path.Replace("/ledger", "/api/petitions", StringComparison.Ordinal) + "&size=200", string.Empty);
        for (var page = 0; page < PagesDeep; page++)
        {
            using var answer = JsonDocument.Parse(await session.Read(address + after));
            if (answer.RootElement.GetProperty("after").GetString() is not { } place)
            {
                return null;
            }

            after = string.Create(CultureInfo.InvariantCulture, $"&after={place}");
        }

        return path + after;
    }

    private async Task<IReadOnlyList<string>> Petitions(int court, string level) => await site.Ask<string>(
        level switch
        {
            "supreme" => "select home || '/' || id from petition tablesample system (1) where $1 > 0 limit 2000",
            "intermediate" => "select home || '/' || id from petition where mid = $1 limit 2000",
            _ => "select home || '/' || id from petition where basic = $1 limit 2000",
        }, court);
}

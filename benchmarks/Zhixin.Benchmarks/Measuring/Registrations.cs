using System.Globalization;
using System.Net;
using Zhixin.Benchmarks.Filling;
using Zhixin.Database.Petitions;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>Registering over HTTP, as the page does it: form with token, matching, events, read rows, clocks, redirect to the receipt.</summary>
public sealed class Registrations(Site site, TimeSpan during)
{
    private const int Clients = 48;

    /// <summary>Numbers that no run on the same database has used: persons, phones and cases are new ones.</summary>
    private static long _sent = -1;
    private readonly long _first = site.Office.Clock.GetUtcNow().ToUnixTimeSeconds() % 100_000 * 10_000;
    private readonly string _run = site.Office.Clock.GetUtcNow().Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>From many courts, and from one court alone.</summary>
    public async IAsyncEnumerable<Row> Run(Func<string, bool> isWanted)
    {
        var isSmall = site.Petitions < 100_000;
        if (isWanted("register"))
        {
            var clerks = site.Country.Courts.Where(c => c.Court.Number % 50 == 0).Select(c => c.Clerk);
            var goal = isSmall ? new Goal(1_400, 90, 4_000) : new Goal(1_200);
            yield return await Measure("register", $"register one contact over HTTP, many courts, {Clients} clients", clerks, goal);
        }

        if (isWanted("register-one"))
        {
            yield return await Measure("register-one", $"the same, all in one court", [site.People(Country.Basic).Clerk], new Goal(600, null, 1_500));
        }
    }

    private async Task<Row> Measure(string name, string what, IEnumerable<ActingPerson> clerks, Goal goal)
    {
        var sessions = await Task.WhenAll(clerks.Take(Clients).Select(site.SignIn));
        Task<bool> Shot(int client, int n) => Register(sessions[client % sessions.Length]);
        await Load.Warm(Clients, Shot);
        var runs = new List<LoadResult>();
        for (var run = 0; run < 3; run++)
        {
            runs.Add(await site.Closed(Clients, during, Shot));
        }

        var raw = await site.Limit("one INSERT a request", "/insert", Clients, during);
        return Row.Of(name, what, site.Petitions, LoadResult.Median(runs), goal, raw);
    }

    /// <summary>Registers; where the page shows an earlier matter in sight, answers as a person does who finds it another one.</summary>
    private async Task<bool> Register(Session session)
    {
        var number = _first + Interlocked.Increment(ref _sent);
        return await Send(session, number, ("intent", "register")) switch
        {
            HttpStatusCode.OK => await Send(session, number, ("separate", "1")) == HttpStatusCode.Redirect,
            var status => status == HttpStatusCode.Redirect,
        };
    }

    private Task<HttpStatusCode> Send(Session session, long number, (string Name, string Value) button)
    {
        var lot = new Lot(number, 99);
        return session.Post(
            "/contacts", button, ("key", $"bench-{_run}-{number}"), ("channel", "visit"), ("venue", "own-court"),
            ("personCount", "1"), ("personName", Wording.Stranger(ref lot)), ("phone", (13_000_000_000 + number).ToString(CultureInfo.InvariantCulture)), ("capacity", "applicant"),
            ("caseNumber", $"（2025）鲁0117执{number}号"), ("parties", "演示商贸有限公司"), ("account", Wording.Account(ref lot)), ("request", Wording.Request(ref lot)), ("cause", "2"),
            ("accused", "no"), ("outcome", "passed-on"), ("proposal", "建议转承办人约谈。"));
    }
}

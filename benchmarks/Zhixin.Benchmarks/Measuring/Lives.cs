using System.Globalization;
using System.Net;
using System.Text.Json;
using Zhixin.Benchmarks.Filling;
using Zhixin.Database.Petitions;

namespace Zhixin.Benchmarks.Measuring;

/// <summary>
/// The full life of a petition over HTTP, one after the other by whoever may: register, class, accept, assign, acknowledge, meet, opinion, approve,
/// reply, close.
/// </summary>
public sealed class Lives(Site site, TimeSpan during)
{
    private const int Clients = 24;
    private static long _sent = -1;
    private readonly long _first = 500_000 + site.Office.Clock.GetUtcNow().ToUnixTimeSeconds() % 100_000 * 10_000;

    /// <summary>Lives in many courts at once.</summary>
    public async IAsyncEnumerable<Row> Run(Func<string, bool> isWanted)
    {
        if (!isWanted("life"))
        {
            yield break;
        }

        var courts = await Task.WhenAll(site.Country.Courts.Where(c => c.Court.Number % 50 == 0).Take(Clients).Select(Desks));
        Task<bool> Shot(int client, int n) => Live(courts[client % courts.Length]);
        await Load.Warm(Clients, Shot);
        var runs = new List<LoadResult>();
        for (var run = 0; run < 3; run++)
        {
            runs.Add(await site.Closed(Clients, during, Shot));
        }

        var raw = await site.Limit("one INSERT a request", "/insert", Clients, during);
        yield return Row.Of("life", $"full life of a petition over HTTP, 10 acts and the reading of it, many courts, {Clients} clients", site.Petitions, LoadResult.Median(runs), new Goal(180, null, 400), raw);
    }

    private async Task<Desk> Desks(CourtPeople people) => new(
        await site.SignIn(people.Clerk), await site.SignIn(people.Head), await site.SignIn(people.Handlers[0]), await site.SignIn(people.Leader), people.Handlers[0]);

    private async Task<bool> Live(Desk desk)
    {
        var number = _first + Interlocked.Increment(ref _sent);
        var lot = new Lot(number, 98);
        var (status, receipt) = await desk.Clerk.Send("/api/contacts", new
        {
            form = new
            {
                caseNumber = $"（2025）鲁0117执{1 + (number % 90_000)}号", summary = Wording.Account(ref lot), request = Wording.Request(ref lot),
                petitioners = new[] { new { name = Wording.Stranger(ref lot), phone = (13_000_000_000 + number).ToString(CultureInfo.InvariantCulture), capacity = "applicant" } },
            },
        });
        if (status != HttpStatusCode.Created)
        {
            return false;
        }

        var address = $"/api/petitions/{receipt.GetProperty("petitionHome").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        var life = new Life(address, JsonDocument.Parse(await desk.Head.Read(address)).RootElement.GetProperty("version").GetInt32());
        return await life.Act(desk.Head, "classification", new { claim = "press-on", capacity = "applicant" })
            && await life.Act(desk.Head, "acceptance", new { capacity = "applicant", causes = "2a" })
            && await life.Act(desk.Head, "assignment", new { handler = desk.Person.Id })
            && await life.Act(desk.Handler, "acknowledgement", new { })
            && await life.Act(desk.Handler, "meeting", new { method = "in-person", present = "信访人、承办人", content = "说明评估进度", signed = "yes", proof = "约谈笔录" })
            && await life.Act(desk.Handler, "opinion", new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封并启动拍卖", result = "拍卖款已发还" })
            && await life.Act(desk.Leader, "opinion-decision", new { agreed = "yes" })
            && await life.Act(desk.Handler, "reply", new { method = "in-person", local = "yes", remedy = "不服的，可以申请复议", signed = "yes", proof = "答复笔录、回执" })
            && await life.Act(desk.Handler, "closing", new { by = "reply-final" });
    }

    /// <summary>The people of one court, signed in.</summary>
    private sealed record Desk(Session Clerk, Session Head, Session Handler, Session Leader, ActingPerson Person);

    /// <summary>A petition with the version that the last act left.</summary>
    private sealed class Life(string address, int version)
    {
        private int _version = version;

        public async Task<bool> Act(Session who, string act, object fields)
        {
            var (status, answer) = await who.Send($"{address}/{act}", new { fields, version = _version });
            if (status != HttpStatusCode.OK)
            {
                return false;
            }

            _version = answer.GetProperty("version").GetInt32();
            return true;
        }
    }
}

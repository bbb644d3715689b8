using System.Globalization;
using System.Net;
using System.Text.Json;
using Zhixin.Web.Petitions;
using Zhixin.Web.PlatformItems;
using Zhixin.Web.Procedures;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Terminations;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Simulation;

/// <summary>Seven courts of four levels with their people, the matters among them, and chance.</summary>
internal sealed class World
{
    public static readonly string[] Courts =
        ["中华人民共和国最高人民法院", "海南省高级人民法院", "海南省海口市中级人民法院", "海南省三亚市中级人民法院", "海口市美兰区人民法院", "海口市秀英区人民法院", "三亚市城郊人民法院"];

    private static readonly string[] CourtCodes = ["最高法", "琼", "琼01", "琼02", "琼0108", "琼0105", "琼0271"];

    /// <summary>Everybody holds a few posts, so that few have to sign in and every post is there.</summary>
    private static readonly (string Role, string[] Posts)[] Roles =
    [
        ("front", ["receptionist", "petition-officer"]), ("head", ["petition-unit-head", "command-centre"]), ("handler", ["handler", "review-unit"]),
        ("director", ["bureau-director", "division-chief"]), ("leader", ["court-leader", "president-in-charge"]), ("president", ["president", "general-office"]),
        ("desk", []),
    ];

    /// <summary>The number that a procedure gets when it is filed.</summary>
    private static readonly Dictionary<string, string> Numbered = new(StringComparer.Ordinal)
    {
        ["procedure-filing"] = "执异", ["reconsideration-filing"] = "执复", ["supervision-filing"] = "执监", ["resumption"] = "执恢", ["restored-enforcement"] = "执恢", ["outsider-suit"] = "民初",
    };

    /// <summary>They end a matter: tried seldom, so that there is something to try other acts on.</summary>
    private static readonly HashSet<string> Ending = ["void", "withdrawal", "contact-void", "merger", "taking-back", "voiding", "procedure-withdrawal", "review-withdrawal", "termination-withdrawal"];

    /// <summary>The acts of chains and terminations; at a matter that stands deep they are tried before others.</summary>
    private static readonly HashSet<string> Deepening =
        [.. ChainActs.All.Concat(RemedyActs.All).Concat(ProcedureActs.All).Concat(TerminationActs.All).Concat(AftercareActs.All).Select(a => a.Path)];

    /// <summary>The courts of the matters that stand deep; every other person is of one of them.</summary>
    private static readonly int[] DeepCourts = [0, 1, 2, 4];

    /// <summary>As many matters stand deep; every third attempt is at one of them.</summary>
    private const int Deep = 5;

    private readonly TestApp _app;
    private readonly CrashWatch.Crash _crash;
    private readonly Random _chance;
    private readonly int _seed;
    private readonly List<string> _matters = [];
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _answers = [];
    private DateTimeOffset _now;

    private World(TestApp app, CrashWatch.Crash crash, int seed) => (_app, _crash, _chance, _seed, _now) = (app, crash, new Random(seed), seed, app.Clock.Now);

    /// <summary>Addresses; those that stood deep when chance began are the first.</summary>
    public IReadOnlyList<string> Matters => _matters;

    /// <summary>The courts with their people; the rules of Hainan and of the two other instruments in force.</summary>
    public static async Task<World> Of(TestApp app, CrashWatch.Crash crash, int seed)
    {
        foreach (var (pack, court) in new[] { ("HNI", Courts[1]), ("HNP", Courts[1]), ("GC21", Courts[2]), ("JZ21", Courts[2]), ("GC21", Courts[3]) })
        {
            await app.Adopt(pack, court, new DateOnly(2021, 1, 1));
        }

        var people = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (court, n) in Courts.Select((c, n) => (c, n)))
        {
            foreach (var (role, posts) in Roles)
            {
                people[$"{n}-{role}"] = await app.Person($"{n}-{role}", $"{role}{n}", court, [.. posts, .. role == "desk" ? Desk(n) : []]);
            }
        }

        var deep = await DeepMatters.Of(app, people);
        var world = new World(app, crash, seed);
        world._matters.AddRange(deep);
        return world;
    }

    /// <summary>The posts that only courts of some levels have.</summary>
    private static string[] Desk(int court) => court switch
    {
        0 => ["filing-officer"],
        1 => ["reconsideration-supervision-unit"],
        _ => ["implementation-unit", "co-handling-judge"],
    };

    /// <summary>Days with acts, from one to three weeks apart, and what must hold after each of them.</summary>
    public async Task Run(int days, int attemptsADay)
    {
        for (var day = 0; day < days; day++)
        {
            _now = _now.AddDays(1 + _chance.Next(25));
            (_app.Clock.Now, _crash.After) = (_now, null);
            _sessions.Clear();
            await Jobs();
            var people = Enumerable.Range(0, 6).Select(n => $"{Court(n)}-{Roles[_chance.Next(Roles.Length)].Role}").Append($"{_chance.Next(Courts.Length)}-front").Distinct().ToList();
            for (var n = 0; n < attemptsADay; n++)
            {
                _app.Clock.Now = _now = _now.AddMinutes(1 + _chance.Next(4));
                await Attempt(people[_chance.Next(people.Count)], $"seed {_seed}, day {day}, attempt {n}");
            }

            _crash.After = null;
            await Jobs();
            await Invariants.Hold(_app, $"seed {_seed}, after day {day}");
        }
    }

    /// <summary>Else what held says nothing.</summary>
    public void ShouldHaveBeenLively()
    {
        var (done, refused) = (_answers.Where(a => a.Key is >= 200 and < 400).Sum(a => a.Value), _answers.Where(a => a.Key is >= 400 and < 500).Sum(a => a.Value));
        (done > 250, refused > 250, _crash.Happened > 5, _matters.Count > 20).ShouldBe(
            (true, true, true, true), $"{done} done, {refused} refused, {_crash.Happened} crashes, {_matters.Count} matters");
    }

    private async Task Jobs()
    {
        await _app.Office.Periods.BeginDays(default);
        await _app.Office.Deadlines.Run(default);
        await _app.Office.Halves.Run(default);
    }

    private async Task Attempt(string who, string told)
    {
        _crash.After = _chance.Next(5) == 0 ? _chance.Next(2) : null;
        var before = _crash.Happened;
        var status = _chance.Next(100) switch
        {
            < 14 => await Register(who),
            < 20 => await Supervise(who),
            < 23 => await Enter(who),
            _ => await Act(who),
        };
        if (status is { } code)
        {
            _answers[(int)code] = _answers.GetValueOrDefault((int)code) + 1;
            ((int)code < 500 || _crash.Happened > before).ShouldBeTrue($"{told}: {(int)code}");
        }
    }

    private async Task<HttpStatusCode?> Register(string who)
    {
        var (status, body) = await (await As(who)).PostJson("/api/contacts", new
        {
            form = new
            {
                caseNumber = Case(), summary = "长期不执行，要求督促", venue = new[] { "own-court", "beijing", "province", "superior" }[_chance.Next(4)], receivedOn = string.Empty,
                petitioners = new[] { new { name = "佟桂兰" + (char)('甲' + _chance.Next(8)), phone = "1380000000" + _chance.Next(10) } },
            },
        });
        Keep(status, body, "petitions", "petitionHome", "petition");
        return status;
    }

    private async Task<HttpStatusCode?> Supervise(string who)
    {
        var (status, body) = await (await As(who)).PostJson("/api/supervisions", new
        {
            fields = new { caseNumber = Case(), source = "9", complaint = "长期不执行", flags = _chance.Next(3) == 0 ? "major" : string.Empty },
        });
        Keep(status, body, "supervisions", "home", "id");
        return status;
    }

    private async Task<HttpStatusCode?> Enter(string who)
    {
        var (status, body) = await (await As(who)).PostJson("/api/platform-items", new
        {
            items = new[] { new { external = "P-" + _chance.Next(40), kind = "key-case", court = Courts[_chance.Next(Courts.Length)], content = "督促执行", due = Later() } },
        });
        if (status == HttpStatusCode.Created)
        {
            Keep(status, body[0], "platform-items", "home", "id");
        }

        return status;
    }

    private async Task<HttpStatusCode?> Act(string who)
    {
        if (_matters.Count == 0)
        {
            return null;
        }

        var isDeep = _chance.Next(3) == 0;
        var (address, session) = (_matters[_chance.Next(isDeep ? Deep : _matters.Count)], await As(who));
        var act = _chance.Next(10) < 8 ? await RandomForms.Offered(session, address, _chance, isDeep ? Deepening.Contains : null) : Any(address);
        return act is null || (Ending.Contains(act) && _chance.Next(25) > 0) ? null : await RandomForms.Try(session, address, act, _chance, field => Given(who, act, field));
    }

    /// <summary>What fits fields whose names say it.</summary>
    private string? Given(string who, string act, string field) => field switch
    {
        "number" when Numbered.GetValueOrDefault(act) is { } type && _chance.Next(6) > 0 => $"（{_now.Year}）{CourtCodes[who[0] - '0']}{type}{1 + _chance.Next(900)}号",
        "members" when _chance.Next(6) > 0 => $"{Roles[_chance.Next(Roles.Length)].Role}{who[0]}",
        "due" or "dueOn" or "until" or "limit" when _chance.Next(6) > 0 => Later(),
        "number" or "letter" or "ruling" when _chance.Next(6) > 0 => $"琼执〔2026〕{_chance.Next(900)}号",
        "caseNumber" => Case(),
        "receivedOn" or "servedOn" => string.Empty,
        _ => null,
    };

    private int Court(int n) => n % 2 == 0 ? DeepCourts[_chance.Next(DeepCourts.Length)] : _chance.Next(Courts.Length);

    private string Any(string address) => address.Split('/')[1] switch
    {
        "petitions" => PetitionActs.All[_chance.Next(PetitionActs.All.Count)].Path,
        "supervisions" => SupervisionActs.All[_chance.Next(SupervisionActs.All.Count)].Path,
        _ => PlatformActs.All[_chance.Next(PlatformActs.All.Count)].Path,
    };

    private string Case() => $"（2023）{CourtCodes[4 + _chance.Next(3)]}执{1 + _chance.Next(14)}号";

    private string Later() => DateOnly.FromDateTime(_now.UtcDateTime).AddDays(_chance.Next(45)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Session> As(string who)
    {
        if (!_sessions.TryGetValue(who, out var session))
        {
            session = await SignIn(who);
            _sessions[who] = session;
        }

        return session;
    }

    /// <summary>Nobody is cut off while signing in: that is tried elsewhere.</summary>
    private async Task<Session> SignIn(string who)
    {
        var armed = _crash.After;
        _crash.After = null;
        var session = await _app.SignIn(who);
        _crash.After = armed;
        return session;
    }

    private void Keep(HttpStatusCode status, JsonElement body, string root, string home, string id)
    {
        if (status == HttpStatusCode.Created)
        {
            _matters.Add($"/{root}/{body.GetProperty(home).GetInt32()}/{body.GetProperty(id).GetGuid()}");
        }
    }
}

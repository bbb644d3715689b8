using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Courts of Hainan at three levels with their people, and a supervision by the High Court, on which tests act through the API. 2026-03-02 is a Monday.</summary>
internal sealed class Supervised
{
    public const string High = "海南省高级人民法院";
    public const string Mid = "海南省海口市中级人民法院";
    public const string Basic = "海口市美兰区人民法院";
    public const string Case = "（2025）琼0108执12号";

    private static readonly (string User, string Name, string Court, string[] Posts)[] People =
    [
        ("high-head", "苏明", High, ["petition-unit-head"]), ("high-director", "韩立", High, ["bureau-director"]), ("high-president", "冯远", High, ["president-in-charge"]),
        ("high-review1", "符一", High, ["review-unit"]), ("high-review2", "符二", High, ["review-unit"]), ("high-review3", "符三", High, ["review-unit"]),
        ("high-review4", "符四", High, ["review-unit"]), ("high-review5", "符五", High, ["review-unit"]), ("high-review6", "符六", High, ["review-unit"]),
        ("mid-head", "吴平", Mid, ["petition-unit-head"]), ("mid-handler", "吴定", Mid, ["handler"]), ("mid-director", "吴达", Mid, ["bureau-director"]),
        ("basic-head", "王强", Basic, ["petition-unit-head"]), ("basic-handler", "王安", Basic, ["handler"]), ("basic-director", "王达", Basic, ["bureau-director"]),
        ("basic-president", "王正", Basic, ["president-in-charge"]),
    ];

    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    private Supervised(TestApp app, IReadOnlyDictionary<string, Guid> ids) => (App, Ids) = (app, ids);

    public TestApp App { get; }

    /// <summary>Ids of the people by sign-in.</summary>
    public IReadOnlyDictionary<string, Guid> Ids { get; }

    /// <summary>The address of the supervision.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The people and courts; both instruments of Hainan in force.</summary>
    public static async Task<Supervised> Prepared(TestApp app)
    {
        await app.Adopt("HNI", High, new DateOnly(2021, 1, 1));
        await app.Adopt("HNP", High, new DateOnly(2021, 1, 1));
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (user, name, court, posts) in People)
        {
            ids[user] = await app.Person(user, name, court, posts);
        }

        return new Supervised(app, ids);
    }

    /// <summary>A supervision whose material was received today.</summary>
    public static async Task<Supervised> Opened(TestApp app, string by = "high-head", string flags = "") => await (await Prepared(app)).Open(by, flags, null);

    /// <summary>A supervision that stands on a petition which the basic court registered; the petition's address.</summary>
    /// <param name="accused">Sign-in of whom the petition accuses; null for nobody.</param>
    public static async Task<(Supervised Matter, string Petition)> OnPetition(TestApp app, string? accused = null)
    {
        var made = await Prepared(app);
        var registered = await History.Matter.Register(await made.As("basic-head"), "佟桂兰", number: Case, accused: accused is null ? null : [made.Ids[accused]]);
        var (home, id) = (registered.GetProperty("home").GetInt32(), registered.GetProperty("petition").GetGuid());
        return (await made.Open("high-head", string.Empty, $"{home}_{id}"), $"/petitions/{home}/{id}");
    }

    /// <summary>Another one by the High Court with the same people, on a case of its own.</summary>
    public Task<Supervised> Begun(string number, string source) => new Supervised(App, Ids).Open("high-head", string.Empty, null, number, source);

    private async Task<Supervised> Open(string by, string flags, string? petition, string number = Case, string source = "9")
    {
        var made = this;
        var (status, body) = await (await made.As(by)).PostJson("/api/supervisions", new { fields = new { caseNumber = number, source, complaint = "长期不执行", flags, petition } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        made.Address = $"/supervisions/{body.GetProperty("home").GetInt32()}/{body.GetProperty("id").GetGuid()}";
        return made;
    }

    /// <summary>Reviewed, and a letter to the basic court that is to be reported by a day; its handler named.</summary>
    public static async Task<Supervised> Lettered(TestApp app, string due = "2026-03-20", string ground = "1") => await (await Opened(app)).Letter(due, ground);

    /// <summary>Reviewed on a ground, and a letter to the basic court; its handler named.</summary>
    public async Task<Supervised> Letter(string due = "2026-03-20", string ground = "1")
    {
        var made = this;
        await made.Does("high-head", "review", new { qualifies = "yes", ground, opinion = "超期未执结" });
        await made.Does("high-head", "letter", LetterTo(due));
        await made.Does("basic-head", "handler", new { letter = "1", handler = made.Ids["basic-handler"].ToString() });
        return made;
    }

    /// <summary>The fields of a letter to the basic court.</summary>
    public static object LetterTo(string due) => new { court = Basic, demands = "依法执行并报告", materials = "投诉材料", due };

    /// <summary>The fields of a report on the first letter.</summary>
    public static object Report { get; } = new { letter = "1", progress = "已查控", result = "已扣划", document = "报告一份" };

    /// <summary>A person's session of today.</summary>
    public async Task<Session> As(string user)
    {
        if (!_sessions.TryGetValue(user, out var session))
        {
            session = await App.SignIn(user);
            _sessions[user] = session;
        }

        return session;
    }

    /// <summary>Another day: everybody signs in again.</summary>
    public void On(string day)
    {
        App.Clock.Now = TestClock.Noon(day);
        _sessions.Clear();
    }

    /// <summary>Does an act that must be done.</summary>
    public async Task<JsonElement> Does(string user, string act, object fields)
    {
        var (status, body) = await Tries(user, act, fields);
        status.ShouldBe(HttpStatusCode.OK, $"{act} by {user}: {body}");
        return body;
    }

    /// <summary>Tries an act on the version as it is.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Tries(string user, string act, object fields)
    {
        var session = await As(user);
        var now = await session.Client.GetAsync("/api" + Address);
        var version = now.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(await now.Content.ReadAsStringAsync()).GetProperty("version").GetInt32() : 1;
        return await session.PostJson($"/api{Address}/{act}", new { fields, version });
    }

    /// <summary>Tries an act that must be refused under a clause.</summary>
    public async Task Refuses(string user, string act, object fields, string clause, string key)
    {
        var (status, body) = await Tries(user, act, fields);
        ((int)status).ShouldBeInRange(400, 499, $"{act} by {user}: {body}");
        (body.GetProperty("clause").GetString(), body.GetProperty("key").GetString()).ShouldBe((clause, key));
    }

    /// <summary>The supervision as a person sees it.</summary>
    public async Task<JsonElement> Now(string user = "high-head") => await (await As(user)).GetJson("/api" + Address);

    /// <summary>The obligations of a kind.</summary>
    public async Task<IReadOnlyList<JsonElement>> Owed(string kind, string user = "high-head") =>
        [.. (await Now(user)).GetProperty("obligations").EnumerateArray().Where(o => o.GetProperty("kind").GetString() == kind)];
}

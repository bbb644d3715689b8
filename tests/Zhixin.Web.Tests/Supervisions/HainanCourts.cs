using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>
/// Four levels of courts down to a basic court of Hainan, where HNI, HNP and JZ21 are in force, with a petition and the supervision that stands on it. People act
/// on either through the API.
/// </summary>
internal sealed class HainanCourts
{
    public const string Mid = "海南省海口市中级人民法院";
    public const string Basic = "海口市美兰区人民法院";
    public const string High = "海南省高级人民法院";
    public const string Case = "（2025）琼0108执12号";

    private static readonly Dictionary<char, string> Courts = new() { ['s'] = TestApp.Supreme, ['h'] = High, ['m'] = Mid, ['b'] = Basic };

    private static readonly (string User, string[] Posts)[] People =
    [
        ("s-clerk", ["receptionist"]), ("s-head", ["petition-unit-head"]), ("h-head", ["petition-unit-head"]), ("h-handler", ["handler"]), ("h-director", ["bureau-director"]),
        ("h-vice", ["president-in-charge"]), ("h-sat1", ["review-unit"]), ("h-sat2", ["review-unit"]), ("h-sat3", ["review-unit"]), ("h-new1", ["review-unit"]), ("h-new2", ["review-unit"]),
        ("h-new3", ["review-unit"]), ("m-head", ["petition-unit-head"]), ("m-handler", ["handler"]), ("b-head", ["petition-unit-head"]), ("b-handler", ["handler"]),
        ("b-director", ["bureau-director"]), ("b-president", ["president"]),
    ];

    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    private HainanCourts(TestApp app) => App = app;

    public TestApp App { get; }

    /// <summary>Ids of the people by sign-in.</summary>
    public Dictionary<string, Guid> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The address of the petition.</summary>
    public string Petition { get; private set; } = string.Empty;

    /// <summary>The address of the supervision; empty before there is one.</summary>
    public string Supervision { get; private set; } = string.Empty;

    /// <summary>A visit to Beijing about a case of the basic court, registered by the Supreme Court today.</summary>
    public static async Task<HainanCourts> Visited(TestApp app)
    {
        var made = new HainanCourts(app);
        foreach (var pack in new[] { "HNI", "HNP", "JZ21" })
        {
            await app.Adopt(pack, High, new DateOnly(2025, 1, 1));
        }

        foreach (var (user, posts) in People)
        {
            made.Ids[user] = await app.Person(user, user.Replace("-", string.Empty, StringComparison.Ordinal), Courts[user[0]], posts);
        }

        var form = new { caseNumber = Case, summary = "判决一年没有执行到位", channel = "visit", venue = "beijing", petitioners = new[] { new { name = "佟桂兰" } } };
        var (status, receipt) = await (await made.As("s-clerk")).PostJson("/api/contacts", new { form });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        made.Petition = $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        return made;
    }

    /// <summary>The same, handed down to the High Court that day: it sees the petition from then on.</summary>
    public static async Task<HainanCourts> HandedDown(TestApp app)
    {
        var made = await Visited(app);
        await made.OnPetition("s-head", "hand-down", new
        {
            court = High, ground = "越级进京走访", demand = "查明情况，答复信访人，报告结果", letter = "（2026）最高交 1 号", due = "2026-05-29", situation = "3-level-skipping",
        });
        return made;
    }

    /// <summary>Another day, at noon: everybody signs in again.</summary>
    public void On(string day)
    {
        App.Clock.Now = TestClock.Noon(day);
        _sessions.Clear();
    }

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

    /// <summary>The High Court begins a supervision on the petition.</summary>
    public async Task Opens(string user, object more)
    {
        var fields = Fields(more);
        (fields["caseNumber"], fields["petition"]) = (Case, Petition["/petitions/".Length..].Replace('/', '_'));
        var (status, body) = await (await As(user)).PostJson("/api/supervisions", new { fields });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        Supervision = $"/supervisions/{body.GetProperty("home").GetInt32()}/{body.GetProperty("id").GetGuid()}";
    }

    /// <summary>Does an act on the petition.</summary>
    public Task<JsonElement> OnPetition(string user, string act, object fields) => Does(Petition, user, act, fields);

    /// <summary>Does an act on the supervision.</summary>
    public Task<JsonElement> OnSupervision(string user, string act, object fields) => Does(Supervision, user, act, fields);

    /// <summary>Tries an act on the supervision that the law forbids.</summary>
    public Task Forbidden(string user, string act, object fields, string clause, string key) => Refused(Supervision, user, act, fields, clause, key);

    /// <summary>Tries an act on the petition that the law forbids.</summary>
    public Task ForbiddenOnPetition(string user, string act, object fields, string clause, string key) => Refused(Petition, user, act, fields, clause, key);

    /// <summary>The supervision as a court sees it.</summary>
    public async Task<JsonElement> Now(string user = "h-head") => await (await As(user)).GetJson("/api" + Supervision);

    /// <summary>The only obligation of a kind that is open in the supervision.</summary>
    public async Task<JsonElement> Owed(string kind) =>
        (await Now()).GetProperty("obligations").EnumerateArray().Where(o => o.GetProperty("kind").GetString() == kind && o.GetProperty("isOpen").GetBoolean()).ShouldHaveSingleItem(kind);

    /// <summary>The day on which the only open obligation of a kind is due, whether it is overdue today, and its clause.</summary>
    public async Task<(string? Due, bool IsOverdue, string? Clause)> Due(string kind)
    {
        var owed = await Owed(kind);
        return (owed.GetProperty("due").GetString(), owed.GetProperty("isOverdue").GetBoolean(), owed.GetProperty("clause").GetString());
    }

    private async Task<JsonElement> Does(string address, string user, string act, object fields)
    {
        var (status, body) = await Tries(address, user, act, fields);
        status.ShouldBe(HttpStatusCode.OK, $"{act} by {user}: {body}");
        return body;
    }

    private async Task Refused(string address, string user, string act, object fields, string clause, string key)
    {
        var (status, body) = await Tries(address, user, act, fields);
        ((int)status).ShouldBeInRange(400, 499, $"{act} by {user}: {body}");
        (body.GetProperty("clause").GetString(), body.GetProperty("key").GetString()).ShouldBe((clause, key), $"{act} by {user}: {body}");
        body.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty(key);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Tries(string address, string user, string act, object fields)
    {
        var session = await As(user);
        return await session.PostJson($"/api{address}/{act}", new { fields = Fields(fields), version = (await session.GetJson("/api" + address)).GetProperty("version").GetInt32() });
    }

    /// <summary>Every field as text, as a form sends it.</summary>
    private static Dictionary<string, string?> Fields(object fields) => JsonSerializer.SerializeToElement(fields).EnumerateObject()
        .ToDictionary(f => f.Name, f => f.Value.ValueKind == JsonValueKind.Null ? null : f.Value.ToString(), StringComparer.Ordinal);
}

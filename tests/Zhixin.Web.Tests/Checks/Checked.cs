using System.Net;
using System.Text.Json;
using Zhixin.Courts;
using Zhixin.Database.Courts;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Web.Tests.Checks;

/// <summary>A record of checks at the basic court of Meilan with its people, and those above it. 2026-03-02 is a Monday.</summary>
internal sealed class Checked
{
    public const string Basic = Supervised.Basic;
    public const string Mid = Supervised.Mid;
    public const string Case = "（2026）琼0108执12号";
    public const string Phone = "0898-65301234";

    private static readonly (string User, string Name, string Court, string[] Posts)[] People =
    [
        ("clerk", "佟海宁", Basic, ["receptionist"]), ("head", "王强", Basic, ["petition-unit-head"]), ("wang", "王法官", Basic, ["implementation-unit"]),
        ("li", "李法官", Basic, ["implementation-unit"]), ("inspect", "纪明", Basic, ["inspection"]), ("boss", "王正", Basic, ["president"]),
        ("mid-head", "吴平", Mid, ["petition-unit-head"]), ("mid-inspect", "纪中", Mid, ["inspection"]), ("high-inspect", "纪高", Supervised.High, ["inspection"]),
        ("elsewhere", "郭安", TestApp.Gangcheng, ["petition-unit-head"]),
    ];

    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    private Checked(TestApp app) => App = app;

    public TestApp App { get; }

    /// <summary>Ids of the people by sign-in.</summary>
    public Dictionary<string, Guid> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>The address of what acts are done on.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>The people; nothing is recorded.</summary>
    public static async Task<Checked> Prepared(TestApp app)
    {
        var made = new Checked(app);
        foreach (var (user, name, court, posts) in People)
        {
            made.Ids[user] = await app.Person(user, name, court, posts);
        }

        return made;
    }

    /// <summary>A record on a case that was filed today; the report phone of the court is public.</summary>
    public static async Task<Checked> Filed(TestApp app)
    {
        var made = await Prepared(app);
        await made.Publish(Phone);
        var (status, body) = await made.File();
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        made.Address = $"/checks/{body.GetProperty("home").GetInt32()}/{body.GetProperty("id").GetGuid()}";
        return made;
    }

    /// <summary>Tries to begin a record.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> File(string number = Case, string user = "clerk", string filedOn = "", string? key = null) =>
        await (await As(user)).PostJson("/api/checks", new { fields = new { caseNumber = number, filedOn } }, key);

    /// <summary>Publishes the contact card of the court.</summary>
    public async Task Publish(string reportPhone) => await ContactCards.Publish(
        App.Office.Db, App.Court(Basic), new ContactCard { PostalAddress = "海口市演示路1号", ReceptionWindow = "3号窗口", ReportPhone = reportPhone, WindowStaff = Ids["clerk"], MailStaff = Ids["clerk"] },
        App.Office.Clock.GetUtcNow(), default);

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
        using var now = await session.Client.GetAsync("/api" + Address);
        var version = now.IsSuccessStatusCode ? JsonSerializer.Deserialize<JsonElement>(await now.Content.ReadAsStringAsync()).GetProperty("version").GetInt32() : 1;
        return await session.PostJson($"/api{Address}/{act}", new { fields, version });
    }

    /// <summary>Tries an act that must be refused with a message.</summary>
    public async Task Refuses(string user, string act, object fields, string key, string? clause = null)
    {
        var (status, body) = await Tries(user, act, fields);
        ((int)status).ShouldBeInRange(400, 499, $"{act} by {user}: {body}");
        body.GetProperty("key").GetString().ShouldBe(key, body.ToString());
        body.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        if (clause is not null)
        {
            body.GetProperty("clause").GetString().ShouldBe(clause);
        }
    }

    /// <summary>What acts are done on, as a person sees it.</summary>
    public async Task<JsonElement> Now(string user = "head") => await (await As(user)).GetJson("/api" + Address);

    /// <summary>The kinds of what is owed.</summary>
    public async Task<IReadOnlyList<string>> Owed(string user = "head") =>
        [.. (await Now(user)).GetProperty("obligations").EnumerateArray().Where(o => o.GetProperty("isOpen").GetBoolean()).Select(o => o.GetProperty("kind").GetString()!)];
}

using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Four levels of courts with their people, and a matter of the basic court that somebody registers above.</summary>
internal sealed class Ladder
{
    /// <summary>The levels from above, as the sign-ins begin.</summary>
    public static readonly (string Level, string Court)[] Levels = [("s", TestApp.Supreme), ("h", TestApp.Henan), ("m", TestApp.Jiaozuo), ("b", TestApp.Jiefang)];

    private static readonly Dictionary<string, string> Posts = new(StringComparer.Ordinal)
    {
        ["clerk"] = "receptionist", ["officer"] = "petition-officer", ["head"] = "petition-unit-head", ["handler"] = "handler", ["director"] = "bureau-director", ["vice"] = "president-in-charge",
        ["president"] = "president", ["review"] = "review-unit", ["leader"] = "leader-in-charge", ["unit"] = "implementation-unit",
    };

    private readonly Dictionary<string, Session> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);

    private Ladder(TestApp app) => App = app;

    public TestApp App { get; }

    public string Address { get; private set; } = string.Empty;

    public int Home { get; private set; }

    /// <summary>Of the petition.</summary>
    public string Number { get; private set; } = string.Empty;

    public Guid Contact { get; private set; }

    public Guid Petition { get; private set; }

    /// <summary>Everybody signed in, and a visit registered at a level.</summary>
    /// <param name="at">"s", "h", "m" or "b".</param>
    public static async Task<Ladder> Of(TestApp app, string at, string venue = "beijing")
    {
        var ladder = new Ladder(app);
        foreach (var (level, _) in Levels)
        {
            await ladder.Id($"{level}-head");
        }

        await ladder.Register(at, venue);
        return ladder;
    }

    /// <summary>Another matter of the same people.</summary>
    public static async Task<Ladder> Again(Ladder before, string at, string venue = "superior")
    {
        var ladder = new Ladder(before.App);
        foreach (var (user, id) in before._ids)
        {
            ladder._ids[user] = id;
        }

        await ladder.Register(at, venue);
        return ladder;
    }

    private async Task Register(string at, string venue)
    {
        var (status, receipt) = await (await Who($"{at}-clerk")).PostJson(
            "/api/contacts", new { form = new { caseNumber = Thread.Case, summary = "要求处置塔吊", channel = "visit", venue, petitioners = new[] { new { name = "佟桂兰" } } } });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        (Home, Petition, Contact) = (receipt.GetProperty("home").GetInt32(), receipt.GetProperty("petition").GetGuid(), receipt.GetProperty("contact").GetGuid());
        (Address, Number) = ($"/petitions/{Home}/{Petition}", receipt.GetProperty("petitionNumber").GetString()!);
    }

    /// <summary>The person of a level and a post, such as "m-head"; there from now on.</summary>
    public async Task<Guid> Id(string user)
    {
        if (!_ids.TryGetValue(user, out var id))
        {
            id = await App.Person(user, user.Replace("-", string.Empty, StringComparison.Ordinal), Levels.Single(l => user.StartsWith(l.Level + "-", StringComparison.Ordinal)).Court, Posts[user[2..]]);
            _ids[user] = id;
        }

        return id;
    }

    public async Task<Session> Who(string user)
    {
        await Id(user);
        if (!_people.TryGetValue(user, out var session))
        {
            session = await App.SignIn(user);
            _people[user] = session;
        }

        return session;
    }

    /// <summary>Another day: everybody signs in again when next needed.</summary>
    public void On(string day)
    {
        App.Clock.Now = TestClock.Noon(day);
        _people.Clear();
    }

    public async Task<JsonElement> Json(string who = "s-head") => await (await Who(who)).GetJson("/api" + Address);

    public async Task<JsonElement> Hop(int no) => (await Json()).GetProperty("handDowns")[no - 1];

    public async Task<(HttpStatusCode Status, JsonElement Body)> Act(string who, string act, object fields) =>
        await (await Who(who)).PostJson($"/api{Address}/{act}", new { fields = Texts(fields), version = (await Json(who)).GetProperty("version").GetInt32() });

    /// <summary>Every field as text, as a form sends it.</summary>
    private static Dictionary<string, string?> Texts(object fields) => JsonSerializer.SerializeToElement(fields).EnumerateObject()
        .ToDictionary(f => f.Name, f => f.Value.ValueKind == JsonValueKind.Null ? null : f.Value.ToString(), StringComparer.Ordinal);

    public async Task Done(string who, string act, object fields)
    {
        var (status, body) = await Act(who, act, fields);
        status.ShouldBe(HttpStatusCode.OK, $"{act} by {who}: {body}");
    }

    public async Task<JsonElement> Refused(string who, string act, object fields, HttpStatusCode status, string key)
    {
        var (answered, body) = await Act(who, act, fields);
        (answered, body.GetProperty("key").GetString()).ShouldBe((status, key), $"{act} by {who}: {body}");
        body.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        return body;
    }

    /// <summary>What a hop needs, as it is typed.</summary>
    public static Dictionary<string, string?> Down(string court, string? due = "2026-03-20", params (string Field, string? Value)[] more)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["court"] = court, ["ground"] = "越级进京走访", ["demand"] = "查明情况，答复信访人，报告结果", ["letter"] = $"（2026）交字第{court.Length}号", ["due"] = due,
        };
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        return fields;
    }

    /// <summary>From a level down to the basic court, each on the same day, each with a day less.</summary>
    public async Task Downwards(string from)
    {
        var start = Array.FindIndex(Levels, l => l.Level == from);
        for (var i = start; i < Levels.Length - 1; i++)
        {
            await Done($"{Levels[i].Level}-head", "hand-down", Down(Levels[i + 1].Court, $"2026-03-{20 - i}"));
        }
    }

    /// <summary>The court that has a hop names its handler and reports.</summary>
    public async Task Reported(string level, int no, string document = "报告 1 号")
    {
        if ((await Hop(no)).GetProperty("handler").ValueKind == JsonValueKind.Null)
        {
            await Done($"{level}-head", "hop-handler", new { hop = no, handler = await Id($"{level}-handler"), phone = "0391-1" });
        }

        await Done($"{level}-handler", "hop-report", new { hop = no, progress = "已启动拍卖", result = "案款已发还", document, measures = level == "m" ? "约谈执行局长，派员督办" : null });
    }
}

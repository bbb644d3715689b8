using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A matter of 解放区 and the people of four levels of courts who bring it to its end.</summary>
internal sealed class EndingStory
{
    private static readonly (string User, string Name, string Court, string Post)[] Staff =
    [
        ("reviewer", "江月", TestApp.Jiefang, "review-unit"), ("second", "骆文山", TestApp.Jiefang, "review-unit"), ("unit", "任平章", TestApp.Jiefang, "implementation-unit"),
        ("mid", "祁明远", TestApp.Jiaozuo, "review-unit"), ("mid-judge", "温雅言", TestApp.Jiaozuo, "review-unit"), ("mid-head", "宁致远", TestApp.Jiaozuo, "petition-unit-head"),
        ("mid-president", "葛长青", TestApp.Jiaozuo, "president"),
        ("high", "秦立信", TestApp.Henan, "reconsideration-supervision-unit"), ("high-judge", "闻修远", TestApp.Henan, "reconsideration-supervision-unit"), ("high-head", "尤方正", TestApp.Henan, "petition-unit-head"),
        ("high-president", "严正平", TestApp.Henan, "president-in-charge"), ("filing", "汤敬之", TestApp.Supreme, "filing-officer"),
    ];

    private readonly Thread _thread;
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    private EndingStory(Thread thread) => _thread = thread;

    /// <summary>Of the page.</summary>
    public string Address => _thread.Address;

    /// <summary>Registered, classified, accepted and acknowledged on 12 February 2026.</summary>
    public static async Task<EndingStory> Of(TestApp app, string claim)
    {
        var thread = await Thread.Of(app);
        foreach (var (user, name, court, post) in Staff)
        {
            await app.Person(user, name, court, post);
        }

        await thread.Done(thread.Head, "classification", new { claim, capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = claim == "press-on" ? "2a" : "4a" });
        return new EndingStory(await thread.Acknowledged());
    }

    /// <summary>Another day: everybody signs in again when next needed.</summary>
    public async Task On(string day)
    {
        _sessions.Clear();
        await _thread.On(day);
    }

    public Task<JsonElement> Again(string summary) => _thread.Register(summary, join: true);

    public Task<JsonElement> Petition() => _thread.Petition();

    public async Task Done(string who, string act, object fields) => await _thread.Done(await As(who), act, fields);

    public async Task Refused(string who, string act, object fields, HttpStatusCode status, string key) => await _thread.Refused(await As(who), act, fields, status, key);

    /// <summary>By the form of the act; then the page of the matter says something of it.</summary>
    public async Task Typed(string who, string act, object fields, string shows) => await TypedForms.Done(await As(who), _thread.Address, act, fields, shows);

    /// <summary>By the form of the act, which comes back with the clause.</summary>
    public async Task TypedInVain(string who, string act, object fields, string clause) => await TypedForms.Refused(await As(who), _thread.Address, act, fields, clause);

    /// <summary>A paper is issued by the court of whoever takes the step, and can be read there.</summary>
    public async Task Paper(string who, string kind, string? text = null)
    {
        var session = await As(who);
        var issued = await _thread.Done(session, "paper", new { kind, text });
        var no = issued.GetProperty("paper").GetInt32();
        (await session.Open($"{_thread.Address}/papers/{no}")).Body!.TextContent.ShouldContain(issued.GetProperty("paperNumber").GetString()!);
    }

    /// <summary>Heard, and asked about hardship.</summary>
    public async Task Prepared(string stated = "no")
    {
        await Done("handler", "termination-hearing", new { kind = "meeting", method = "in-person", present = "信访人、承办人", view = "坚持要求执行", signed = "yes", proof = "终结约谈笔录 1 号" });
        await Done("handler", "hardship-answer", new { statement = stated == "yes" ? "无力支付医药费" : "有退休金，生活没有困难", stated, found = "no", answer = "可以申请救助", proof = "询问笔录 2 号" });
    }

    /// <summary>The report with all that is on record.</summary>
    public async Task<Dictionary<string, string>> Report()
    {
        var petition = await Petition();
        var report = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scope"] = "enforcement", ["repeats"] = string.Join(',', petition.GetProperty("contacts").EnumerateArray().Select(c => c.GetProperty("number").GetString())), ["sameCause"] = "仍是同一事由",
            ["document"] = "终结报请报告 1 号",
        };
        foreach (var (material, kind) in new[] { ("measures", "petition.property-checked"), ("talk-records", "termination.heard"), ("rulings", "procedure.supervision-ruled") })
        {
            if (petition.GetProperty("records").EnumerateArray().Where(r => r.GetProperty("kind").GetString() == kind).Select(r => r.GetProperty("reference").GetString()).FirstOrDefault() is { } reference)
            {
                report["material-" + material] = reference;
            }
        }

        return report;
    }

    private async Task<Session> As(string user) => user switch
    {
        "clerk" => _thread.Clerk,
        "head" => _thread.Head,
        "handler" => _thread.Handler,
        _ => await Cached(user),
    };

    private async Task<Session> Cached(string user)
    {
        if (!_sessions.TryGetValue(user, out var session))
        {
            session = await _thread.App.SignIn(user);
            _sessions[user] = session;
        }

        return session;
    }
}

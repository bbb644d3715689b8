using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A petition of 解放区 whose applicant committed himself and came again, and the people of every court up to the Supreme Court.</summary>
internal sealed class TerminationDesk
{
    private static readonly (string User, string Name, string Court, string Post)[] Staff =
    [
        ("mid-head", "祁明远", TestApp.Jiaozuo, "petition-unit-head"), ("high-head", "秦立信", TestApp.Henan, "petition-unit-head"), ("high-president", "尤方正", TestApp.Henan, "president-in-charge"),
        ("filing", "汤敬之", TestApp.Supreme, "filing-officer"), ("supreme-president", "葛长青", TestApp.Supreme, "president-in-charge"), ("unit", "任平章", TestApp.Jiefang, "implementation-unit"),
        ("director", "岳允中", TestApp.Jiefang, "bureau-director"),
    ];

    private readonly MeasureDesk _desk;

    private TerminationDesk(MeasureDesk desk) => _desk = desk;

    public Thread Thread => _desk.Thread;

    public Session Head => Thread.Head;

    public Session Handler => Thread.Handler;

    /// <summary>By user name.</summary>
    public Dictionary<string, Session> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Accepted on 2026-02-12, with the commitment of that day; the applicant came again on the 13th, which is today.</summary>
    public static async Task<TerminationDesk> Of(TestApp app, bool commitment = true)
    {
        foreach (var (user, name, court, post) in Staff)
        {
            await app.Person(user, name, court, post);
        }

        var desk = new TerminationDesk(await MeasureDesk.Of(app));
        await desk.Done(desk.Handler, "meeting", new { method = "in-person", present = "信访人、承办人", content = "说明进展", signed = "yes", proof = "约谈笔录 1 号" });
        await desk.Done(desk.Handler, "property-check", new { found = "no", source = "总对总网络查控", result = "没有", proof = "查询反馈 8 号" });
        if (commitment)
        {
            await desk.Done(desk.Handler, "commitment", new { signed = "yes", free = "yes", document = "息诉承诺书", effect = "后果告知书" });
        }

        await desk.On("2026-02-13");
        await desk.Thread.Register("又没有拿到钱", join: true);
        return desk;
    }

    /// <summary>Another day: everybody signs in again.</summary>
    public async Task On(string day)
    {
        await Thread.On(day);
        foreach (var (user, _, _, _) in Staff)
        {
            People[user] = await Thread.App.SignIn(user);
        }
    }

    public Task<JsonElement> Hear() => Done(Handler, "termination-hearing", new { kind = "meeting", method = "in-person", present = "信访人、承办人", view = "坚持要求执行", signed = "yes", proof = "终结约谈笔录 1 号" });

    public Task<JsonElement> AnswerHardship(string stated = "no") =>
        Done(Handler, "hardship-answer", new { statement = "有退休金，生活没有困难", stated, found = "no", answer = "可以申请救助", proof = "询问笔录 2 号" });

    /// <summary>The report with all that must be there.</summary>
    public async Task<Dictionary<string, string>> Report()
    {
        var petition = await Thread.Petition();
        string Record(string kind) => petition.GetProperty("records").EnumerateArray().First(r => r.GetProperty("kind").GetString() == kind).GetProperty("reference").GetString()!;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scope"] = "enforcement", ["repeats"] = string.Join(',', petition.GetProperty("contacts").EnumerateArray().Select(c => c.GetProperty("number").GetString())), ["sameCause"] = "仍是塔吊案款",
            ["document"] = "终结报请报告 1 号", ["material-measures"] = Record("petition.property-checked"), ["material-talk-records"] = Record("petition.met"),
        };
    }

    /// <summary>Heard, asked, reported.</summary>
    public async Task<TerminationDesk> Reported()
    {
        await Hear();
        await AnswerHardship();
        await Done(Head, "termination", await Report());
        return this;
    }

    /// <summary>Passed up, filed and accepted.</summary>
    public async Task<TerminationDesk> Accepted()
    {
        await Reported();
        await Done(People["mid-head"], "termination-passing", new { opinion = "同意上报" });
        await Done(People["high-head"], "termination-filing", new { document = "备案报告 1 号" });
        await Done(People["filing"], "filing-answer", new { answer = "accepted", document = "备案复函 1 号" });
        return this;
    }

    public async Task<TerminationDesk> Terminated()
    {
        await Accepted();
        await Done(People["high-president"], "termination-decision", new { document = "豫高法终字 1 号" });
        return this;
    }

    public async Task<JsonElement> Last() => (await Thread.Petition()).GetProperty("terminations").EnumerateArray().Last();

    public Task<JsonElement> Done(Session who, string act, object fields, string? on = null) => Thread.Done(who, act, fields, on);

    public Task<JsonElement> Refused(Session who, string act, object fields, HttpStatusCode status, string key) => Thread.Refused(who, act, fields, status, key);
}

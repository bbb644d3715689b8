using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Simulation;

/// <summary>
/// Matters that stand deep when chance begins, since chance alone seldom gets there: in the middle of a chain of procedures, and along the way of a termination. The
/// people of <see cref="World"/> brought them there, all at the same basic court.
/// </summary>
internal sealed class DeepMatters
{
    private readonly TestApp _app;
    private readonly IReadOnlyDictionary<string, Guid> _people;
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    private DeepMatters(TestApp app, IReadOnlyDictionary<string, Guid> people) => (_app, _people) = (app, people);

    /// <summary>Their addresses: an objection ruled on and served, a reconsideration filed above, a termination reported, one filed, one that stands.</summary>
    /// <param name="people">By user name.</param>
    public static async Task<IReadOnlyList<string>> Of(TestApp app, IReadOnlyDictionary<string, Guid> people)
    {
        var deep = new DeepMatters(app, people);
        var (ruled, reconsidered) = (await deep.Ruled(1), await deep.Ruled(2));
        var (reported, filed, terminated) = (await deep.Committed(3), await deep.Committed(4), await deep.Committed(5));
        app.Clock.Now = app.Clock.Now.AddDays(1);
        deep._sessions.Clear();
        await deep.Reconsidered(reconsidered);
        foreach (var (ending, n) in new[] { (reported, 3), (filed, 4), (terminated, 5) })
        {
            await deep.Reported(ending, n);
        }

        await deep.Filed(filed);
        await deep.Filed(terminated);
        await deep.Done("0-desk", terminated, "filing-answer", new { answer = "accepted", document = "备案复函" });
        await deep.Done("1-president", terminated, "termination-decision", new { document = "琼高法终字 1 号" });
        return [ruled, reconsidered, reported, filed, terminated];
    }

    private async Task<string> Ruled(int n)
    {
        var matter = await Accepted(n, "unlawful-act", "4a");
        await Done("4-front", matter, "objection-paper", new { kind = "act", titled = "yes", paper = "异议书", content = "超标的查封" });
        await Done("4-handler", matter, "procedure-filing", new { number = $"（2024）琼0108执异{n}号", procedure = "1" });
        await Done("4-handler", matter, "procedure-members", new { members = "desk4" });
        await Done("4-handler", matter, "procedure-notice", new { procedure = "1", parties = "双方", method = "post", proof = "邮单 1 号" });
        await Done("4-handler", matter, "procedure-ruling", new { procedure = "1", ruling = $"（2024）琼0108执异{n}号裁定", outcome = "rejected" });
        await Done("4-handler", matter, "ruling-service", new { to = "双方", method = "post", proof = "送达回证 1 号" });
        return matter;
    }

    private async Task Reconsidered(string matter)
    {
        await Done("4-front", matter, "reconsideration", new { by = "申请人", paper = "复议申请书" });
        await Done("4-handler", matter, "file-up", new { document = "报送函 1 号" });
        await Done("2-handler", matter, "reconsideration-filing", new { number = "（2024）琼01执复1号" });
        await Done("2-handler", matter, "procedure-members", new { members = "desk2" });
    }

    private async Task<string> Committed(int n)
    {
        var matter = await Accepted(n, "press-on", "2a");
        await Done("4-head", matter, "assignment", new { handler = _people["4-handler"] });
        await Done("4-handler", matter, "acknowledgement", new { });
        await Done("4-handler", matter, "property-check", new { found = "no", source = "总对总网络查控", result = "没有", proof = "查询反馈" });
        await Done("4-handler", matter, "commitment", new { signed = "yes", free = "yes", document = "息诉承诺书", effect = "后果告知书" });
        return matter;
    }

    /// <summary>The applicant comes again, is heard and asked, and the matter is reported.</summary>
    private async Task Reported(string matter, int n)
    {
        await Register(n, matter);
        await Done("4-handler", matter, "termination-hearing", new { kind = "meeting", method = "in-person", present = "信访人", view = "坚持要求执行", signed = "yes", proof = "约谈笔录" });
        await Done("4-handler", matter, "hardship-answer", new { statement = "生活没有困难", stated = "no", found = "no", answer = "可以申请救助", proof = "询问笔录" });
        var petition = await (await As("4-head")).GetJson("/api" + matter);
        string Record(string kind) => petition.GetProperty("records").EnumerateArray().First(r => r.GetProperty("kind").GetString() == kind).GetProperty("reference").GetString()!;
        await Done("4-head", matter, "termination", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scope"] = "enforcement", ["repeats"] = petition.GetProperty("contacts").EnumerateArray().Last().GetProperty("number").GetString()!, ["sameCause"] = "仍是同一事由",
            ["document"] = "报请报告", ["material-measures"] = Record("petition.property-checked"), ["material-talk-records"] = Record("termination.heard"),
        });
    }

    private async Task Filed(string matter)
    {
        await Done("2-head", matter, "termination-passing", new { opinion = "同意上报" });
        await Done("1-head", matter, "termination-filing", new { document = "备案报告" });
    }

    private async Task<string> Accepted(int n, string claim, string causes)
    {
        var matter = await Register(n, null);
        await Done("4-head", matter, "classification", new { claim, capacity = "applicant" });
        await Done("4-head", matter, "acceptance", new { capacity = "applicant", causes });
        return matter;
    }

    /// <summary>A visit, with a petition of its own or joined to one.</summary>
    private async Task<string> Register(int n, string? joined)
    {
        var form = new { caseNumber = $"（2023）琼0108执{n}号", summary = "反映执行问题", petitioners = new[] { new { name = "佟桂兰" + (char)('子' + n) } } };
        var (status, receipt) = await (await As("4-front")).PostJson("/api/contacts", new { form, join = joined?["/petitions/".Length..].Replace('/', '_') });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        return $"/petitions/{receipt.GetProperty("petitionHome").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
    }

    private async Task Done(string who, string matter, string act, object fields)
    {
        var version = (await (await As("4-head")).GetJson("/api" + matter)).GetProperty("version").GetInt32();
        var (status, body) = await (await As(who)).PostJson($"/api{matter}/{act}", new { fields, version });
        status.ShouldBe(HttpStatusCode.OK, $"{act}: {body}");
    }

    private async Task<Session> As(string who)
    {
        if (!_sessions.TryGetValue(who, out var session))
        {
            session = await _app.SignIn(who);
            _sessions[who] = session;
        }

        return session;
    }
}

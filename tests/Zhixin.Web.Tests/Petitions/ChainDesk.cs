using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A petition of 解放区 with an objection, and the people of the courts by which its chain goes.</summary>
internal sealed class ChainDesk(Thread thread, TestApp app)
{
    public const string High = "河南省高级人民法院";
    public const string Supreme = "中华人民共和国最高人民法院";

    private static readonly (string User, string Name, string Court, string Post)[] People =
    [
        ("reviewer", "江月", TestApp.Jiefang, "review-unit"), ("second", "骆文山", TestApp.Jiefang, "review-unit"),
        ("mid", "祁明远", TestApp.Jiaozuo, "review-unit"), ("mid-judge", "温雅言", TestApp.Jiaozuo, "review-unit"), ("mid-president", "严正平", TestApp.Jiaozuo, "president"),
        ("mid-director", "洪建业", TestApp.Jiaozuo, "bureau-director"), ("mid-officer", "宁致远", TestApp.Jiaozuo, "petition-officer"),
        ("high", "秦立信", High, "reconsideration-supervision-unit"), ("high-officer", "尤方正", High, "petition-officer"), ("high-president", "葛长青", High, "president"),
    ];

    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    public Thread Thread => thread;

    /// <summary>With people of three courts, on 12 February 2026.</summary>
    public static async Task<ChainDesk> Of(TestApp app)
    {
        var desk = new ChainDesk(await Thread.Of(app), app);
        foreach (var (user, name, court, post) in People)
        {
            await app.Person(user, name, court, post);
        }

        return desk;
    }

    public async Task<Session> As(string user)
    {
        if (user is "clerk" or "head" or "handler")
        {
            return user == "clerk" ? thread.Clerk : user == "head" ? thread.Head : thread.Handler;
        }

        if (!_sessions.TryGetValue(user, out var session))
        {
            session = await app.SignIn(user);
            _sessions.Add(user, session);
        }

        return session;
    }

    /// <summary>Another day: everybody signs in again.</summary>
    public async Task<ChainDesk> On(string day)
    {
        _sessions.Clear();
        await thread.On(day);
        return this;
    }

    public async Task<ChainDesk> Done(string user, string act, object fields)
    {
        await thread.Done(await As(user), act, fields);
        return this;
    }

    public async Task<JsonElement> Refused(string user, string act, object fields, HttpStatusCode status, string message, string? clause = null)
    {
        var refused = await thread.Refused(await As(user), act, fields, status, message);
        if (clause is not null)
        {
            refused.GetProperty("clause").GetString().ShouldBe(clause);
        }

        return refused;
    }

    public Task<JsonElement> Law(string user, string act, object fields, string message, string clause) => Refused(user, act, fields, HttpStatusCode.UnprocessableEntity, message, clause);

    /// <summary>An objection of 12 February, filed on the 13th and rejected on the 24th.</summary>
    public async Task<ChainDesk> Ruled(string kind = "act")
    {
        await Done("clerk", "objection-paper", new { kind, titled = "yes", paper = "异议书", content = "超标的查封", receivedOn = "2026-02-12" });
        await On("2026-02-13");
        await Done("reviewer", "procedure-filing", new { procedure = "1", number = "（2026）豫0802执异5号" });
        await Done("reviewer", "procedure-members", new { members = "骆文山" });
        await Done("reviewer", "procedure-notice", new { procedure = "1", parties = "双方", method = "post", proof = "邮单 1 号" });
        await On("2026-02-24");
        return await Done("reviewer", "procedure-ruling", new { procedure = "1", ruling = "（2026）豫0802执异5号裁定", outcome = "rejected" });
    }

    /// <summary>The same, served on 25 February: reconsideration until 9 March.</summary>
    public async Task<ChainDesk> Served(string kind = "act")
    {
        await Ruled(kind);
        await On("2026-02-25");
        return await Done("reviewer", "ruling-service", new { to = "双方", method = "post", proof = "送达回证 1 号" });
    }

    /// <summary>Reconsideration applied for, filed above on 10 March, its reviewers named.</summary>
    public async Task<ChainDesk> Reconsidered()
    {
        await Served();
        await On("2026-03-09");
        await Done("clerk", "reconsideration", new { by = "申请人", paper = "复议申请书" });
        await On("2026-03-10");
        await Done("reviewer", "file-up", new { document = "报送函 1 号" });
        await Done("mid", "reconsideration-filing", new { number = "（2026）豫08执复3号" });
        return await Done("mid", "procedure-members", new { members = "温雅言" });
    }

    /// <summary>Ruled on and in effect on 20 March.</summary>
    public async Task<ChainDesk> Effective()
    {
        await Reconsidered();
        await On("2026-03-20");
        await Done("mid", "review-ruling", new { ruling = "（2026）豫08执复3号裁定", outcome = "maintained", document = "卷宗第 30 页" });
        return await Done("mid", "ruling-service", new { to = "双方", method = "post", proof = "送达回证 2 号" });
    }

    /// <summary>The chain as JSON.</summary>
    public async Task<JsonElement> Chain() => (await thread.Petition()).GetProperty("procedures")[0];
}

using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A handled petition of 解放区, and the people of the courts by which its write-off goes.</summary>
internal sealed class WriteOffDesk
{
    private static readonly object Meeting = new { method = "in-person", present = "信访人、承办人", content = "说明进展", signed = "yes", proof = "约谈笔录 1 号" };
    private static readonly object Opinion = new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封并启动拍卖", result = "拍卖款已发还" };
    private static readonly object Answer = new
    {
        method = "in-person", local = "yes", remedy = "不服的，可以向上一级人民法院反映", signed = "yes", proof = "答复笔录", time = "14:30", place = "信访接待室", petitionerOpinion = "接受",
    };

    private WriteOffDesk(MeasureDesk desk, Dictionary<string, Session> people, Dictionary<string, Guid> ids) => (Desk, People, Ids) = (desk, people, ids);

    public MeasureDesk Desk { get; }

    public Thread Thread => Desk.Thread;

    /// <summary>By user name: "centre", "second" of the court itself; "mid-head", "mid-officer", "high-head" of those above.</summary>
    public Dictionary<string, Session> People { get; }

    public Dictionary<string, Guid> Ids { get; }

    /// <summary>Accepted, in the handler's hands; people of the three courts.</summary>
    /// <param name="cause">Whether a list of causes is in force at the court; else the cause stands in words.</param>
    public static async Task<WriteOffDesk> Of(TestApp app, bool cause = true)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (user, name, court, post) in new[]
        {
            ("centre", "任平章", TestApp.Jiefang, "command-centre"), ("second", "岳允中", TestApp.Jiefang, "petition-officer"), ("mid-head", "祁明远", TestApp.Jiaozuo, "petition-unit-head"),
            ("mid-officer", "温雅言", TestApp.Jiaozuo, "petition-officer"), ("high-head", "秦立信", High, "petition-unit-head"), ("high-officer", "尤方正", High, "petition-officer"),
        })
        {
            ids[user] = await app.Person(user, name, court, post);
        }

        var desk = await MeasureDesk.Of(app, cause ? new { capacity = "applicant", causes = "2a" } : new { capacity = "applicant", otherCause = "反映评估拖延" });
        var people = new Dictionary<string, Session>(StringComparer.Ordinal);
        foreach (var user in ids.Keys)
        {
            people[user] = await app.SignIn(user);
        }

        return new WriteOffDesk(desk, people, ids);
    }

    public const string High = "河南省高级人民法院";

    /// <summary>Met, enforced, answered: all that must be there is on record.</summary>
    public async Task<WriteOffDesk> Ready()
    {
        await Desk.Done(Desk.Handler, "meeting", Meeting);
        await Desk.Done(Desk.Handler, "measure", new { kind = "seizure", what = "查封塔吊", document = "查封裁定 1 号" });
        await Desk.Answered(Opinion, Answer);
        return this;
    }

    /// <summary>The application with every material that must be there.</summary>
    public async Task<Dictionary<string, string>> Application()
    {
        var petition = await Thread.Petition();
        string Record(string kind) => petition.GetProperty("records").EnumerateArray().First(r => r.GetProperty("kind").GetString() == kind).GetProperty("reference").GetString()!;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ground"] = "replied", ["standard"] = "案款已发还，信访人认可", ["result"] = "执行到位并已答复", ["material-legal-documents"] = Record("petition.measure-taken"),
            ["material-talk-records"] = Record("petition.met"), ["material-measures"] = Record("petition.measure-taken"),
        };
    }

    /// <summary>Applied for, agreed to, and the material sent.</summary>
    public async Task<WriteOffDesk> Sent()
    {
        await Desk.Done(Desk.Handler, "write-off", await Application());
        await Desk.Done(Desk.Head, "write-off-agreement", new { opinion = "属实，同意" });
        await Desk.Done(People["centre"], "write-off-compilation", new { to = "中院执行指挥中心", document = "报送函 1 号" });
        return this;
    }

    /// <summary>Written off by the court itself, which nobody handed the matter.</summary>
    public async Task<WriteOffDesk> WrittenOff()
    {
        await Desk.Done(Desk.Head, "write-off-verifier", new { verifier = Ids["second"] });
        await Desk.Done(People["second"], "write-off-verification", new { submits = "yes", opinion = "已回访，属实" });
        await Desk.Done(Desk.Head, "write-off-outcome", new { writtenOff = "yes", document = "平台回执 9 号" });
        return this;
    }

    public async Task<JsonElement> Last() => (await Thread.Petition()).GetProperty("writeOffs").EnumerateArray().Last();

    public Task<JsonElement> Refused(Session who, string act, object fields, HttpStatusCode status, string key) => Thread.Refused(who, act, fields, status, key);
}

using System.Text.Json;
using Zhixin.Web.Tests.Shared;
using Thread = Zhixin.Web.Tests.Petitions.Thread;

namespace Zhixin.Web.Tests.Papers;

/// <summary>A court at work on a petition that has come as far as the tests of papers need it.</summary>
internal static class Desk
{
    public static readonly object Meeting = new { method = "phone", present = "信访人、承办人", content = "说明评估进度\n告知下一步安排", signed = "no", whyNotSigned = "电话约谈", signedBy = "孟庆和", proof = "录音 12 号" };

    /// <summary>Accepted and handed to the handler.</summary>
    public static async Task<Thread> Accepted(TestApp app, object? form = null)
    {
        var thread = await Thread.Of(app, form);
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" });
        return await thread.Acknowledged();
    }

    /// <summary>Accepted, met, with an approved opinion.</summary>
    public static async Task<Thread> Approved(TestApp app)
    {
        var thread = await Accepted(app);
        await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        await thread.Done(thread.Handler, "meeting", Meeting);
        await thread.Done(thread.Handler, "opinion", new { finding = "justified", aidNeeded = "yes", unlawfulActFound = "no", progress = "已查封并启动拍卖", result = "拍卖款已发还" });
        await thread.Done(await app.SignIn("leader"), "opinion-decision", new { agreed = "yes" });
        return thread;
    }

    /// <summary>Issues a paper; the answer tells its place and number.</summary>
    public static Task<JsonElement> Issue(Thread thread, string kind, object? more = null, Session? who = null)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal) { ["kind"] = kind };
        foreach (var property in more?.GetType().GetProperties() ?? [])
        {
            fields[property.Name] = property.GetValue(more);
        }

        return thread.Done(who ?? thread.Handler, "paper", fields);
    }

    /// <summary>What stands on an issued paper.</summary>
    public static async Task<string> Text(Thread thread, int no, Session? who = null) =>
        string.Join('\n', (await (who ?? thread.Handler).GetJson($"/api{thread.Address}/papers/{no}")).GetProperty("lines").EnumerateArray().Select(l => l.GetString()));
}

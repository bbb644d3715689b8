using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Zhixin.Regulations;
using Zhixin.Web.Checks;
using Zhixin.Web.PlatformItems;
using Zhixin.Web.ReportBox;
using Zhixin.Web.Supervisions;
using Zhixin.Web.Tests.Checks;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;
using Zhixin.Web.Tests.Supervisions;

namespace Zhixin.Web.Tests.Scale;

/// <summary>Every post, of every court that stands to a supervision, an item of the platform, a record of checks or a report in its own way, is answered for every act as regulations/authority.csv says.</summary>
public sealed class MatterAuthorityTests(WebDatabase database)
{
    private const string Elsewhere = TestApp.Gangcheng;

    /// <summary>Roles in the matter: they count only for whoever is named there, and here nobody is.</summary>
    private static readonly HashSet<string> Named = new(StringComparer.Ordinal) {"handler", "co-handling-judge" };

    private static readonly (string Court, string Relation)[] Given = [(Supervised.High, "superior"), (Supervised.Basic, "subordinate"), (Elsewhere, "uninvolved")];

    private static int _keys;

    /// <summary>What a superior that does not lead does about a letter that it sent, an opinion that it gave, or beside the lead. Everything else of a superior is the lead's.</summary>
    private static readonly string[] OfWhoeverSent =
    [
        "issue-child-letter", "dispatch-hand-down", "judge-report", "order-urgent-report", "decide-new-date", "issue-opinion", "form-panel", "decide-opinion-reconsideration", "urge",
        "issue-urging-letter", "issue-enforcement-order", "call-file", "designate", "elevate", "find-not-followed", "admonish", "bulletin", "open-accountability",
    ];

    [Fact]
    public async Task Every_act_on_a_supervision_is_answered_as_the_table_says()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app);
        await matter.Does("high-head", "review", new { qualifies = "yes", ground = "1", mode = "hand-down", situation = "3-bureau", opinion = "超期未执结" });
        await matter.Does("high-head", "hand-down", new { court = Supervised.Mid, demands = "依法执行并报告", materials = "投诉材料", due = "2026-03-31" });
        await matter.Does("mid-head", "hand-down", Supervised.LetterTo("2026-03-20"));
        await Answered(app, matter.Address, Acts, [(Supervised.High, "superior"), (Supervised.Mid, "between"), (Supervised.Basic, "subordinate"), (Elsewhere, "uninvolved")]);
    }

    [Fact]
    public async Task A_superior_above_one_that_leads_does_none_of_its_acts()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Opened(app, "mid-head");
        await matter.Does("mid-head", "review", new { qualifies = "yes", ground = "1", opinion = "超期未执结" });
        await matter.Does("mid-head", "letter", Supervised.LetterTo("2026-03-20"));
        await Answered(app, matter.Address, Acts, [(Supervised.Mid, "superior"), (Supervised.High, "second")]);
    }

    [Fact]
    public async Task Every_act_on_an_item_of_the_platform_is_answered_as_the_table_says()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Supervised.Prepared(app);
        var (status, made) = await (await people.As("high-head")).PostJson(
            "/api/platform-items", new { items = new[] { new { external = "P-1", kind = "key-case", court = Supervised.Basic, content = "督促执行", due = "2026-03-20" } } });
        status.ShouldBe(HttpStatusCode.Created, made.ToString());
        await Answered(app, $"/platform-items/{made[0].GetProperty("home").GetInt32()}/{made[0].GetProperty("id").GetGuid()}", [.. PlatformActs.All.Select(a => (a.Path, a.Act))], Given);
    }

    [Fact]
    public async Task Every_act_on_a_record_of_checks_is_answered_as_the_table_says()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var record = await Checked.Filed(app);
        await Answered(app, record.Address, [.. CheckActs.All.Select(a => (a.Path, a.Act))], [(Supervised.High, "superior"), (Supervised.Basic, "own"), (Elsewhere, "uninvolved")], byPost: true);
    }

    [Fact]
    public async Task Every_act_on_a_report_is_answered_as_the_table_says()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var people = await Checked.Prepared(app);
        var (status, made) = await (await people.As("clerk")).PostJson("/api/report-box", new { fields = new { channel = "box", content = "反映", leader = "no" } });
        status.ShouldBe(HttpStatusCode.Created, made.ToString());
        await Answered(
            app, $"/report-box/{made.GetProperty("home").GetInt32()}/{made.GetProperty("id").GetGuid()}", [.. ReportActs.All.Select(a => (a.Path, a.Act))],
            [(Supervised.High, "superior"), (Supervised.Basic, "own")]);
    }

    private static IReadOnlyList<(string Path, string Act)> Acts => [.. SupervisionActs.All.Select(a => (a.Path, a.Act))];

    private static async Task Answered(TestApp app, string address, IReadOnlyList<(string Path, string Act)> acts, IReadOnlyList<(string Court, string Relation)> given, bool byPost = false)
    {
        var version = await Matter.Version(app, address);
        foreach (var (court, relation) in given)
        {
            foreach (var (post, session) in await Everybody.At(app, court))
            {
                foreach (var (path, act) in acts)
                {
                    await Answered(session, $"/api{address}/{path}", act, post, relation, byPost, version);
                }
            }
        }
    }

    /// <summary>What is sent no decision accepts: only who may is in question.</summary>
    private static async Task Answered(Session session, string address, string act, string post, string relation, bool byPost, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { fields = new { reason = string.Empty }, version }) };
        request.Headers.Add("Idempotency-Key", "matter-" + Interlocked.Increment(ref _keys));
        using var answer = await session.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        var (said, status) = ($"{act} by {post}, {relation}: {(int)answer.StatusCode} {body}", answer.StatusCode);
        if (PackWords.Administrators.Contains(post))
        {
            status.ShouldBe(HttpStatusCode.Forbidden, said);
        }
        else if (relation == "uninvolved")
        {
            status.ShouldBe(HttpStatusCode.NotFound, said);
        }
        else if (IsTheLeads(act, post, relation))
        {
            var refused = JsonSerializer.Deserialize<JsonElement>(body);
            (status, refused.GetProperty("clause").GetString(), refused.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.UnprocessableEntity, "HNI-2", "supervision-not-lead"), said);
        }
        else if (Relations(relation).Any(r => Listed(act, post, r, byPost)))
        {
            ((int)status is not (401 or 403 or 404) and < 500).ShouldBeTrue(said);
        }
        else
        {
            var problem = JsonSerializer.Deserialize<JsonElement>(body);
            (status, problem.GetProperty("key").GetString()!.StartsWith("authority.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Forbidden, true), said);
            problem.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty(said);
        }
    }

    private static string[] Relations(string relation) => relation switch
    {
        "between" => ["superior", "subordinate"],
        "second" => ["superior"],
        _ => [relation],
    };

    /// <summary>Whether the post would do the act as the lead's, and its court does not lead.</summary>
    private static bool IsTheLeads(string act, string post, string relation) => relation is "between" or "second" && !OfWhoeverSent.Contains(act)
        && Listed(act, post, "superior", false) && !PackWords.Posts.Any(any => Listed(act, any, "subordinate", false));

    /// <summary>The table itself, read anew.</summary>
    /// <param name="byPost">Nobody is named in matters of this kind: every role is a post.</param>
    private static bool Listed(string act, string post, string relation, bool byPost) => File
        .ReadLines(Path.Combine(Database.Setup.DataFiles.Root, "regulations", "authority.csv")).Select(line => line.Split(',')).Where(cells => cells[0] == act)
        .Any(cells => cells[2].Split(';') is var roles && ((roles.Contains(post) && (byPost || !Named.Contains(post))) || roles.Contains("staff")) && (cells[3] == "*" || cells[3].Split(';').Contains(relation)));
}

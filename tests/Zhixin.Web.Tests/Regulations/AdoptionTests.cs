using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Regulations;

/// <summary>Two administrators put a regulation in force; obligations that open from its date follow it.</summary>
public sealed class AdoptionTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-18 accepted")]
    public async Task A_court_adopts_the_rules_of_Gangcheng_by_two_administrators_at_the_page()
    {
        await using var app = await Started();
        var (first, second) = (await app.SignIn("ge"), await app.SignIn("wei"));
        (await first.Open("/regulations/GC21/GC21-18")).Body!.TextContent.ShouldContain("原文未印施行日期，未经采用不生效");

        var proposed = await first.Submit("/regulations", "/regulations/adoptions",
            ("pack", "GC21 1"), ("court", TestApp.Jiefang), ("from", "2026-02-10"), ("until", ""), ("use", "binding"), ("endsOlder", ""), ("reason", "院党组会议纪要"));
        proposed.StatusCode.ShouldBe(HttpStatusCode.Redirect, await proposed.Content.ReadAsStringAsync());
        InForce(app, "2026-02-12").ShouldBeFalse();

        var page = await second.Open("/regulations");
        var action = page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!).Single(a => a.EndsWith("/confirmation", StringComparison.Ordinal));
        (await second.Submit(page, action)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        InForce(app, "2026-02-09").ShouldBeFalse();
        InForce(app, "2026-02-10").ShouldBeTrue();
        (await second.Open("/regulations")).Body!.TextContent.ShouldContain("葛松年 提出，魏书勤 复核");
    }

    [Fact]
    [Trait("Clause", "GC21-18 refused")]
    [Trait("Clause", "HNI-18 refused")]
    [Trait("Clause", "HNP-30 refused")]
    public async Task Without_a_first_day_nothing_is_adopted_and_what_was_typed_stays()
    {
        await using var app = await Started();
        var first = await app.SignIn("ge");

        foreach (var pack in new[] { "GC21", "HNI", "HNP" })
        {
            var (status, body) = await first.PostJson("/api/adoptions", new { pack, version = 1, court = app.Court(TestApp.Jiefang), reason = "纪要" });
            (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "adoption-from-missing"));
        }

        var again = await first.Submit("/regulations", "/regulations/adoptions", ("pack", "GC21 1"), ("court", TestApp.Jiefang), ("from", "三月一日"), ("reason", "纪要"));
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Session.Page(again);
        page.Body!.TextContent.ShouldContain("日期“三月一日”无法识别。");
        page.QuerySelector("input[name=court]")!.GetAttribute("value").ShouldBe(TestApp.Jiefang);
        (await first.GetJson("/api/adoptions")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [Trait("Clause", "HNI-18 accepted")]
    [Trait("Clause", "HNP-30 accepted")]
    [InlineData("HNI")]
    [InlineData("HNP")]
    public async Task A_pack_of_Hainan_is_adopted_through_the_interface_and_shows_who_interprets_it(string pack)
    {
        await using var app = await Started();
        var (first, second) = (await app.SignIn("ge"), await app.SignIn("wei"));
        var id = await Propose(first, app, pack);

        var (status, body) = await second.PostJson($"/api/adoptions/{id}/confirmation", new { });

        (status, body.GetProperty("state").GetString()).ShouldBe((HttpStatusCode.OK, "confirmed"));
        app.Office.Law.Now.Rules.InForce([app.Court(TestApp.Jiefang)], new DateOnly(2026, 3, 1)).ShouldContain(p => p.Pack.Id == pack);
    }

    [Theory]
    [Trait("Clause", "HNI-16 accepted")]
    [Trait("Clause", "HNP-29 accepted")]
    [InlineData("/regulations/HNI/HNI-16")]
    [InlineData("/regulations/HNP/HNP-29")]
    public async Task The_page_of_a_clause_names_the_court_that_interprets_it(string path)
    {
        await using var app = await Started();
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");

        var page = await (await app.SignIn("clerk")).Open(path);

        page.QuerySelectorAll("dt").Single(dt => dt.TextContent == "解释机关").NextElementSibling!.TextContent.Trim().ShouldBe("海南省高级人民法院");
    }

    [Fact]
    public async Task Only_the_right_administrator_proposes_and_only_the_other_confirms()
    {
        await using var app = await Started();
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        await app.Person("both", "栗正阳", "", "system-administrator", "security-administrator");
        var (first, second, head, both) = (await app.SignIn("ge"), await app.SignIn("wei"), await app.SignIn("head"), await app.SignIn("both"));
        var proposal = new { pack = "GC21", version = 1, court = app.Court(TestApp.Jiefang), from = "2026-03-01", reason = "纪要" };

        foreach (var other in new[] { second, head })
        {
            (await other.PostJson("/api/adoptions", proposal)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await other.Open("/regulations")).QuerySelector("form[action='/regulations/adoptions']").ShouldBeNull();
        }

        var own = await Propose(both, app, "GC21");
        (await both.PostJson($"/api/adoptions/{own}/confirmation", new { })).Body.GetProperty("key").GetString().ShouldBe("authority.bar");
        (await first.PostJson($"/api/adoptions/{own}/confirmation", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await head.PostJson($"/api/adoptions/{own}/refusal", new { reason = "不" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await second.PostJson($"/api/adoptions/{own}/refusal", new { reason = "日期有误" })).Status.ShouldBe(HttpStatusCode.OK);
        (await second.PostJson($"/api/adoptions/{own}/confirmation", new { })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await second.PostJson($"/api/adoptions/{Guid.Empty}/confirmation", new { })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_resend_makes_one_proposal_and_a_reused_key_with_another_body_is_refused()
    {
        await using var app = await Started();
        var first = await app.SignIn("ge");
        var body = new { pack = "GC21", version = 1, court = app.Court(TestApp.Jiefang), from = "2026-03-01", reason = "纪要" };

        var one = await first.PostJson("/api/adoptions", body, "k1");
        var two = await first.PostJson("/api/adoptions", body, "k1");

        two.Body.GetProperty("id").GetString().ShouldBe(one.Body.GetProperty("id").GetString());
        (await first.PostJson("/api/adoptions", body with { reason = "另一份" }, "k1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await first.GetJson("/api/adoptions")).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_adoption_ends_by_two_persons_after_its_last_day()
    {
        await using var app = await Started();
        var (first, second) = (await app.SignIn("ge"), await app.SignIn("wei"));
        var id = await Propose(first, app, "GC21");
        await second.PostJson($"/api/adoptions/{id}/confirmation", new { });

        (await first.PostJson($"/api/adoptions/{id}/end", new { lastDay = "2026-03-31", reason = "改用新版", expected = 1 })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await first.PostJson($"/api/adoptions/{id}/end", new { lastDay = "2026-03-31", reason = "改用新版", expected = 2 })).Status.ShouldBe(HttpStatusCode.OK);
        InForce(app, "2026-04-01").ShouldBeTrue();
        var ended = await second.PostJson($"/api/adoptions/{id}/confirmation", new { });

        ended.Body.GetProperty("state").GetString().ShouldBe("ended");
        InForce(app, "2026-03-31").ShouldBeTrue();
        InForce(app, "2026-04-01").ShouldBeFalse();
    }

    [Fact]
    public async Task What_opened_before_the_adoption_keeps_its_rule()
    {
        await using var app = await Started();
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var clerk = await app.SignIn("clerk");
        var before = await Register(clerk, "佟桂兰");
        var (first, second) = (await app.SignIn("ge"), await app.SignIn("wei"));
        var id = await Propose(first, app, "GC21", "2026-02-12");
        await second.PostJson($"/api/adoptions/{id}/confirmation", new { });

        var after = await Register(clerk, "阎守信");

        (await Kinds(clerk, before)).ShouldNotContain("GC21-13");
        (await Kinds(clerk, after)).ShouldContain("GC21-13");
        (await clerk.Open("/regulations/GC21/GC21-13")).Body!.TextContent.ShouldContain("阎守信");
        (await first.Open("/regulations/GC21/GC21-13")).Body!.TextContent.ShouldNotContain("阎守信");
    }

    internal static async Task<string> Propose(Session session, TestApp app, string pack, string from = "2026-03-01")
    {
        var (status, body) = await session.PostJson("/api/adoptions", new { pack, version = 1, court = app.Court(TestApp.Jiefang), from, reason = "院党组会议纪要" });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    internal static async Task<string> Register(Session clerk, string name)
    {
        var answer = await clerk.Submit("/register", "/contacts", ("personName", name), ("account", "账户冻结未扣划"), ("intent", "register"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var receipt = await clerk.Open(answer.Headers.Location!.ToString());
        return receipt.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/petitions/", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string?>> Kinds(Session session, string petition) =>
        [.. (await session.GetJson("/api" + petition)).GetProperty("obligations").EnumerateArray().Select(o => o.GetProperty("clause").GetString())];

    private static bool InForce(TestApp app, string day) =>
        app.Office.Law.Now.Rules.InForce([app.Court(TestApp.Jiefang)], DateOnly.Parse(day)).Any(p => p.Pack.Id == "GC21");

    private async Task<TestApp> Started()
    {
        var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("ge", "葛松年", "", "system-administrator");
        await app.Person("wei", "魏书勤", "", "security-administrator");
        return app;
    }
}

using System.Net;
using System.Net.Http.Json;
using Zhixin.Web.Access;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Access;

/// <summary>Keys of other systems: made once, used with the chosen posts, ended by day, by hand, by leaving.</summary>
public sealed class KeyTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_shown_once_kept_as_a_hash_and_registers_as_its_person()
    {
        await using var app = await TestApp.Start(database);
        var (person, page) = await Holder(app);
        var security = await Security(app);
        var key = await Make(security, page);

        (await security.Open(page)).Body!.TextContent.ShouldNotContain(key);
        (await security.GetJson("/api" + page)).ToString().ShouldNotContain(key[KeyPages.Prefix.Length..]);
        (await app.Office.Db.Reference<byte[]>("select hash from bearer_key", [], Stop)).ShouldBe([KeyPages.Hash(key)]);
        (await Register(app, key)).ShouldBe(HttpStatusCode.Created);
        (await app.Office.Db.Maintenance<Guid>("select distinct actor from event where type = 'contact.registered'", [], Stop)).ShouldBe([person]);
        (await app.Office.Db.Maintenance<string>("select distinct origin from event where type = 'contact.registered'", [], Stop)).ShouldBe(["api"]);
        (await app.Office.Db.Maintenance<string>("select act from access_log where act like '%-key'", [], Stop)).ShouldBe(["create-key"]);
    }

    [Fact]
    public async Task A_key_has_only_the_chosen_posts_and_opens_only_the_api()
    {
        await using var app = await TestApp.Start(database);
        var (_, page) = await Holder(app);
        var key = await Make(await Security(app), page);
        using var http = Bearer(app, key);
        (await http.GetAsync("/api/imports/waiting", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the person heads the unit, the key does not");
        (await http.GetAsync("/api/petitions", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync("/ledger", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await http.GetAsync("/api" + page, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "a key makes no keys");
    }

    [Fact]
    public async Task A_key_ends_after_its_last_day_or_when_it_is_revoked()
    {
        await using var app = await TestApp.Start(database, "2026-02-12");
        var (_, page) = await Holder(app);
        var security = await Security(app);
        var (dated, revoked) = (await Make(security, page, "2026-02-13"), await Make(security, page));
        app.Clock.Now = new DateTimeOffset(2026, 2, 13, 23, 59, 59, TimeSpan.FromHours(8));
        (await Register(app, dated)).ShouldBe(HttpStatusCode.Created);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        (await Register(app, dated)).ShouldBe(HttpStatusCode.Unauthorized);

        var again = await app.SignIn("anquan");
        var list = await again.Open(page);
        var form = list.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!).Single(action => action.EndsWith("/revocation", StringComparison.Ordinal));
        (await Register(app, revoked)).ShouldBe(HttpStatusCode.Created);
        (await again.Submit(list, form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Register(app, revoked)).ShouldBe(HttpStatusCode.Unauthorized);
        (await again.Submit(list, form)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it is revoked already");
        (await again.Open(page)).Body!.TextContent.ShouldContain("已过期");
    }

    [Fact]
    public async Task A_leavers_key_ends_with_the_leaving()
    {
        await using var app = await TestApp.Start(database);
        var (person, page) = await Holder(app);
        var key = await Make(await Security(app), page);
        await app.Person("xitong", "系统", "", "system-administrator");
        var member = page[..^"/keys".Length];
        (await (await app.SignIn("xitong")).Submit(member, member + "/leaving", ("leaveReason", "调离"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Register(app, key)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.Office.Accounts.Member(person, Stop)).ShouldBeNull();
    }

    [Theory]
    [InlineData("", "receptionist", "2026-12-31", "没有写明密钥的用途")]
    [InlineData("执行系统", "handler", "2026-12-31", "本人并不担任")]
    [InlineData("执行系统", "receptionist", "2026-02-11", "最后一天无法识别")]
    [InlineData("执行系统", "receptionist", "2028-02-13", "最后一天无法识别")]
    [InlineData("执行系统", "receptionist", "年底", "最后一天无法识别")]
    public async Task A_key_without_use_posts_or_end_is_refused(string name, string post, string until, string why)
    {
        await using var app = await TestApp.Start(database, "2026-02-12");
        var (_, page) = await Holder(app);
        using var answer = await (await Security(app)).Submit(page, page, ("name", name), ("post", post), ("until", until));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Session.Page(answer)).Body!.TextContent.ShouldContain(why);
        (await app.Office.Db.Reference<long>("select count(*) from bearer_key", [], Stop)).ShouldBe([0]);
    }

    [Fact]
    public async Task Only_the_security_administrator_makes_keys_and_none_for_administrators()
    {
        await using var app = await TestApp.Start(database);
        var (_, page) = await Holder(app);
        await app.Person("xitong", "系统", "", "system-administrator");
        foreach (var user in new[] { "xitong", "holder" })
        {
            var session = await app.SignIn(user);
            (await session.Client.GetAsync(page, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await session.PostJson("/api" + page, new { name = "x", posts = new[] { "receptionist" }, until = "2026-12-31" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        var other = await Appointed.Person(app, "audit", "席文", "audit-administrator");
        var (status, body) = await (await Security(app)).PostJson($"/api/staff/{app.Court(TestApp.Jiefang)}/{other}/keys", new { name = "x", posts = new[] { "audit-administrator" }, until = "2026-12-31" });
        (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "key-administrator"));
    }

    [Fact]
    public async Task The_api_makes_and_revokes_keys_too()
    {
        await using var app = await TestApp.Start(database);
        var (_, page) = await Holder(app);
        var security = await Security(app);
        var (status, body) = await security.PostJson("/api" + page, new { name = "执行系统", posts = new[] { "receptionist" }, until = "2026-12-31" });
        status.ShouldBe(HttpStatusCode.Created);
        var key = body.GetProperty("key").GetString()!;
        (await Register(app, key)).ShouldBe(HttpStatusCode.Created);
        (await security.PostJson($"/api{page}/{body.GetProperty("id")}/revocation", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Register(app, key)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>A person who receives and heads the unit, and the page of the keys.</summary>
    private static async Task<(Guid Person, string Page)> Holder(TestApp app)
    {
        var person = await Appointed.Person(app, "holder", "李夏", "receptionist", "petition-unit-head");
        return (person, $"/staff/{app.Court(TestApp.Jiefang)}/{person}/keys");
    }

    private static async Task<Session> Security(TestApp app)
    {
        await app.Person("anquan", "安全", "", "security-administrator");
        return await app.SignIn("anquan");
    }

    private static async Task<string> Make(Session security, string page, string until = "2026-12-31")
    {
        using var answer = await security.Submit(page, page, ("name", "执行案件管理系统"), ("post", "receptionist"), ("until", until));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        var key = (await Session.Page(answer)).QuerySelector("[role=status] code")!.TextContent;
        key.ShouldStartWith(KeyPages.Prefix);
        return key;
    }

    private static HttpClient Bearer(TestApp app, string key)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Address) };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + key);
        return http;
    }

    private static async Task<HttpStatusCode> Register(TestApp app, string key)
    {
        using var http = Bearer(app, key);
        using var answer = await http.PostAsJsonAsync("/api/contacts", new { form = new { petitioners = new[] { new { name = "刘芳" } }, summary = "案款没有发还。" } }, Stop);
        return answer.StatusCode;
    }
}

using System.Net;
using Zhixin.Web.Access;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Access;

/// <summary>Who gets in, who is kept out for how long, and what ends a session.</summary>
public sealed class SignInTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_fifth_wrong_password_locks_for_fifteen_minutes_and_says_until_when()
    {
        await using var app = await Start();
        for (var left = 4; left > 0; left--)
        {
            (await Text(await Try(app, "clerk", "wrong-password"))).ShouldContain($"还可以试 {left} 次");
            app.Clock.Now += TimeSpan.FromSeconds(1); // entries of one instant have no order
        }

        (await Text(await Try(app, "clerk", "wrong-password"))).ShouldContain("暂停登录到 12:15");
        (await Text(await Try(app, "clerk", TestApp.Password))).ShouldContain("暂停登录到 12:15", customMessage: "the right password does not open a locked account");
        app.Clock.Now += TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1);
        (await Try(app, "clerk", TestApp.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        (await Try(app, "clerk", TestApp.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Acts(app)).ShouldBe(["sign-in-failed", "sign-in-failed", "sign-in-failed", "sign-in-failed", "locked-out", "sign-in"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        await using var app = await Start();
        for (var round = 0; round < 3; round++)
        {
            await Try(app, "clerk", "wrong-password");
            await Try(app, "clerk", "wrong-password");
            (await Try(app, "clerk", TestApp.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task Wrong_passwords_sent_at_once_are_all_counted()
    {
        await using var app = await Start();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Try(app, "clerk", "wrong-password")));
        (await Text(await Try(app, "clerk", TestApp.Password))).ShouldContain("暂停登录到");
    }

    [Fact]
    public async Task The_security_administrator_opens_a_locked_account()
    {
        await using var app = await Start();
        var id = await Appointed.Person(app, "locked", "李夏", "handler");
        await app.Person("anquan", "安全", "", "security-administrator");
        for (var n = 0; n < SignInPages.MostFailures; n++)
        {
            await Try(app, "locked", "wrong-password");
        }

        var page = $"/staff/{app.Court(TestApp.Jiefang)}/{id}";
        using var reset = await (await app.SignIn("anquan")).Submit(page, page + "/password");
        var password = (await Session.Page(reset)).QuerySelector("[role=status] code")!.TextContent;
        (await Try(app, "locked", password)).Headers.Location!.ToString().ShouldBe("/me/password");
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_answered_like_a_wrong_password()
    {
        await using var app = await Start();
        (await Text(await Try(app, "nobody", TestApp.Password))).ShouldContain("用户名或密码不正确。");
        (await Try(app, new string('x', 5000), TestApp.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Try(app, "clerk", new string('x', 5000))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_address_that_failed_fifty_times_waits_ten_minutes()
    {
        await using var app = await Start();
        var stranger = app.Stranger();
        var page = await stranger.Open("/sign-in");
        for (var n = 0; n < SignInBrake.Most; n++)
        {
            (await stranger.Submit(page, "/sign-in", ("user", $"guess{n}"), ("password", "x"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var held = await stranger.Submit(page, "/sign-in", ("user", "clerk"), ("password", TestApp.Password));
        held.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Text(held)).ShouldContain("请稍候再试");
        app.Clock.Now += SignInBrake.Window;
        (await stranger.Submit(page, "/sign-in", ("user", "clerk"), ("password", TestApp.Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session()
    {
        await using var app = await Start();
        var (own, elsewhere) = (await app.SignIn("clerk"), await app.SignIn("clerk"));
        using var wrong = await Change(own, "not-my-password", "qiu-yue-2026-x");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var weak = await Change(own, TestApp.Password, "short1");
        weak.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var changed = await Change(own, TestApp.Password, "qiu-yue-2026-x");
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await own.Client.GetAsync("/ledger", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Client.GetAsync("/ledger", Stop)).Headers.Location!.ToString().ShouldStartWith("/sign-in");
        (await Try(app, "clerk", TestApp.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Try(app, "clerk", "qiu-yue-2026-x")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_ends_after_nine_hours_without_use_and_goes_on_with_use()
    {
        await using var app = await Start();
        var (used, idle) = (await app.SignIn("clerk"), await app.SignIn("clerk"));
        app.Clock.Now += TimeSpan.FromHours(5);
        (await used.Client.GetAsync("/ledger", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Clock.Now += TimeSpan.FromHours(5);
        (await used.Client.GetAsync("/ledger", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await idle.Client.GetAsync("/ledger", Stop)).Headers.Location!.ToString().ShouldBe("/sign-in?returnTo=%2Fledger");
        (await idle.Client.GetAsync("/api/petitions", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_form_without_its_token_or_with_another_persons_is_refused()
    {
        await using var app = await Start();
        await app.Person("second", "邢二梁", TestApp.Jiefang, "receptionist");
        var (clerk, second) = (await app.SignIn("clerk"), await app.SignIn("second"));
        using var without = new FormUrlEncodedContent([new("name", "我的"), new("query", "view=open")]);
        (await clerk.Client.PostAsync("/ledger/views", without, Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var token = (await second.Open("/ledger")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var foreign = new FormUrlEncodedContent([new("name", "我的"), new("query", "view=open"), new("__RequestVerificationToken", token)]);
        (await clerk.Client.PostAsync("/ledger/views", foreign, Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string target)
    {
        await using var app = await Start();
        using var answer = await app.Stranger().Submit("/sign-in", "/sign-in", ("user", "clerk"), ("password", TestApp.Password), ("returnTo", target));
        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    private async Task<TestApp> Start()
    {
        var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        return app;
    }

    private static Task<HttpResponseMessage> Try(TestApp app, string user, string password) =>
        app.Stranger().Submit("/sign-in", "/sign-in", ("user", user), ("password", password));

    private static Task<HttpResponseMessage> Change(Session session, string current, string replacement) =>
        session.Submit("/me/password", "/me/password", ("current", current), ("replacement", replacement), ("repeated", replacement));

    private static async Task<string> Text(HttpResponseMessage answer) => (await Session.Page(answer)).Body!.TextContent;

    private static async Task<List<string>> Acts(TestApp app) => await app.Office.Db.Maintenance<string>("select act from access_log order by at, id", [], Stop);
}

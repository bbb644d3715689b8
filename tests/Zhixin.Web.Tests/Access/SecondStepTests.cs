using System.Net;
using Zhixin.Web.Access;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Access;

/// <summary>The second step: set up, asked for, wrong, used twice, lost.</summary>
public sealed class SecondStepTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standards_examples(long second, string code) =>
        TimeCodes.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", TimeCodes.Step(DateTimeOffset.FromUnixTimeSeconds(second))).ShouldBe(code);

    [Fact]
    public void A_code_counts_one_step_early_and_one_late_and_no_further()
    {
        var (secret, now) = (TimeCodes.FreshSecret(), TestClock.Noon("2026-02-12"));
        var step = TimeCodes.Step(now);
        TimeCodes.Accepted(secret, TimeCodes.Code(secret, step - 1), now).ShouldBe(step - 1);
        TimeCodes.Accepted(secret, TimeCodes.Code(secret, step + 1), now).ShouldBe(step + 1);
        TimeCodes.Accepted(secret, TimeCodes.Code(secret, step + 3), now).ShouldBeNull();
        TimeCodes.Accepted(secret, "", now).ShouldBeNull();
        TimeCodes.Accepted(secret, "abcdef", now).ShouldBeNull();
    }

    [Fact]
    public async Task Once_set_up_the_code_is_asked_for_and_each_is_good_once()
    {
        await using var app = await Start();
        var elsewhere = await app.SignIn("clerk");
        var secret = await SetUp(app, await app.SignIn("clerk"));
        (await elsewhere.Client.GetAsync("/ledger", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "setting it up ends other sessions");

        var (stranger, step) = await Password(app, "/ledger?view=overdue");
        step.Body!.TextContent.ShouldContain("输入动态码");
        (await stranger.Client.GetAsync("/ledger", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the password alone opens nothing");
        (await stranger.Submit(step, "/sign-in/totp", ("code", Code(app, secret)))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "the code of the setting up is spent");
        app.Clock.Now += TimeSpan.FromSeconds(30);
        using var entered = await stranger.Submit(step, "/sign-in/totp", ("code", Code(app, secret).Insert(3, " ")));
        entered.Headers.Location!.ToString().ShouldBe("/ledger?view=overdue");

        var (again, second) = await Password(app);
        (await again.Submit(second, "/sign-in/totp", ("code", Code(app, secret)))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        app.Clock.Now += TimeSpan.FromSeconds(30);
        (await again.Submit(second, "/sign-in/totp", ("code", Code(app, secret)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_an_old_ticket_is_worth_nothing()
    {
        await using var app = await Start();
        var secret = await SetUp(app, await app.SignIn("clerk"));
        var (stranger, step) = await Password(app);
        for (var n = 1; n < SignInPages.MostFailures; n++)
        {
            (await Session.Page(await stranger.Submit(step, "/sign-in/totp", ("code", "000000")))).Body!.TextContent.ShouldContain("动态码不正确");
        }

        (await Session.Page(await stranger.Submit(step, "/sign-in/totp", ("code", "000000")))).Body!.TextContent.ShouldContain("暂停登录到");
        app.Clock.Now += TimeSpan.FromSeconds(30);
        (await stranger.Submit(step, "/sign-in/totp", ("code", Code(app, secret)))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.Submit(step, "/sign-in/totp", ("code", Code(app, secret)), ("ticket", "forged"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_code_sets_nothing_up_and_a_lost_telephone_is_put_right_by_the_security_administrator()
    {
        await using var app = await Start();
        var id = await Appointed.Person(app, "lost", "李夏", "handler");
        await app.Person("anquan", "安全", "", "security-administrator");
        var own = await app.SignIn("lost");
        (await own.Submit("/me/totp", "/me/totp", ("code", "000000"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await app.SignIn("lost"); // still without a code

        await SetUp(app, own);
        var page = $"/staff/{app.Court(TestApp.Jiefang)}/{id}";
        using var reset = await (await app.SignIn("anquan")).Submit(page, page + "/password", ("totp", "yes"));
        var password = (await Session.Page(reset)).QuerySelector("[role=status] code")!.TextContent;
        using var back = await app.Stranger().Submit("/sign-in", "/sign-in", ("user", "lost"), ("password", password));
        back.Headers.Location!.ToString().ShouldBe("/me/password");
    }

    private async Task<TestApp> Start()
    {
        var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        return app;
    }

    private static string Code(TestApp app, string secret) => TimeCodes.Code(secret, TimeCodes.Step(app.Clock.Now));

    /// <summary>Sets the second step up as the page tells; the secret.</summary>
    private static async Task<string> SetUp(TestApp app, Session session)
    {
        var page = await session.Open("/me/totp");
        var secret = System.Text.RegularExpressions.Regex.Match(page.Body!.TextContent, "([A-Z2-7]{4} ){7}[A-Z2-7]{4}").Value.Replace(" ", "", StringComparison.Ordinal);
        secret.Length.ShouldBe(32);
        (await session.Submit(page, "/me/totp", ("code", Code(app, secret)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return secret;
    }

    private static async Task<(Session Stranger, AngleSharp.Html.Dom.IHtmlDocument Step)> Password(TestApp app, string? returnTo = null)
    {
        var stranger = new Session(new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Address) });
        var answer = await stranger.Submit("/sign-in", "/sign-in", ("user", "clerk"), ("password", TestApp.Password), ("returnTo", returnTo ?? ""));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (stranger, await Session.Page(answer));
    }
}

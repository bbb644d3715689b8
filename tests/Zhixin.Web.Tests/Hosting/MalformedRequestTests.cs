using System.Net;
using System.Text;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Hosting;

/// <summary>Whatever is sent, the answer is clear and never a 5xx; and nothing is stored by it.</summary>
public sealed partial class MalformedRequestTests(WebDatabase database)
{
    private static readonly string[] Paths =
    [
        "/contacts", "/contacts/repeats", "/contacts/draft", "/api/contacts", "/api/contacts/matches", "/api/petitions/1/00000000-0000-0000-0000-000000000000",
        "/api/petitions/99999999999/x", "/petitions/1/00000000-0000-0000-0000-000000000000/assignment", "/api/petitions/1/00000000-0000-0000-0000-000000000000/assignment",
        "/", "/ledger?words=%00%ff", "/ledger?before=x&court=zz", "/regulations/%2e%2e/x", "/calendar/99999", "/me/password", "/me/totp", "/sign-in", "/access-log?from=x",
        "/api/staff/1/appointments", "/api/staff/1/00000000-0000-0000-0000-000000000000/posts", "/api/staff/1/00000000-0000-0000-0000-000000000000/handover", "/api/staff/x/y/posts",
        "/register", "/import", "/api/obligations?scope=%ED%A0%80", "/api/regulations/none", "/nothing/here", "/courts?parent=-1", "/api/uploads", "/api/uploads/00000000-0000-0000-0000-000000000000", "/petitions/1/00000000-0000-0000-0000-000000000000/attachments",
        "/api/petitions/1/00000000-0000-0000-0000-000000000000/attachments", "/petitions/1/00000000-0000-0000-0000-000000000000/attachments/00000000-0000-0000-0000-000000000000", "/staff?court=x", "/status",
    ];

    private static readonly string[] Types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "application/octet-stream", ""];

    private static readonly string[] Bodies =
    [
        "", "{", "null", "[]", "{\"form\":null}", "{\"form\":{\"petitioners\":[null]}}", "{\"form\":{\"summary\":\"\\ud800\"}}", "{\"form\":{\"people\":5}}",
        "{\"form\":{\"summary\":\"\\u0000\"}}", "{\"form\":{\"receivedAt\":\"9999-99-99\",\"summary\":\"x\"}}", "{\"form\":{\"summary\":\"x\",\"accused\":[\"no\"]}}",
        "{\"fields\":{\"handler\":null},\"version\":-1}", "{\"fields\":5}", "{\"to\":{}}", "{\"reason\":[1]}", "{\"to\":\"\\u0000\",\"reason\":\"\\u0000\"}", "{\"on\":\"tomorrow\"}", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "%%%=%ZZ&a=%00",
        "key=" + "k", "intent=register&personName=%00", "__RequestVerificationToken=x&intent=register",
    ];

    private static readonly string[] Values = ["0", "-1", "99999999999999999999", "x", "%00", "%ff%fe", "00000000-0000-0000-0000-000000000000", "..%2f..", "GC21", "%F0%9F%98%80", "a%0d%0ab"];

    [Fact]
    public async Task Two_thousand_malformed_requests_get_no_5xx_and_store_nothing()
    {
        await using var app = await Start();
        var clerk = await app.SignIn("clerk");
        var stranger = app.Stranger();
        var before = await Stored(app);
        var random = new Random(20260212);
        for (var i = 0; i < 2000; i++)
        {
            using var request = Make(random, Paths[random.Next(Paths.Length)], new HttpMethod(Methods[random.Next(Methods.Length)]));
            await NoFault(random.Next(5) == 0 ? stranger : clerk, request);
        }

        (await Stored(app)).ShouldBe(before);
        (await clerk.Client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_address_answers_nonsense_in_every_place_of_it_without_a_5xx()
    {
        await using var app = await Start();
        await app.Person("system", "系统", "", "system-administrator");
        await app.Person("security", "安全", "", "security-administrator");
        await app.Person("audit", "审计", "", "audit-administrator");
        var before = await Stored(app);
        var random = new Random(20260213);
        var routes = app.Addresses;
        routes.Count.ShouldBeGreaterThan(60);
        foreach (var user in new[] { "clerk", "system", "security", "audit" })
        {
            var session = await app.SignIn(user);
            var token = (await session.Open("/regulations")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var (method, pattern) in routes.Where(route => route.Pattern is not ("/sign-out" or "/sign-in" or "/readyz")))
            {
                for (var n = 0; n < 4; n++)
                {
                    var path = Parameter().Replace(pattern, _ => Values[random.Next(Values.Length)]);
                    using var request = Make(random, path + (random.Next(2) == 0 ? $"?{Uri.EscapeDataString(Bodies[random.Next(Bodies.Length)])}&from={Values[random.Next(Values.Length)]}&after={Values[random.Next(Values.Length)]}" : ""), new HttpMethod(method), token);
                    await NoFault(session, request);
                }
            }
        }

        (await Stored(app)).ShouldBe(before);
    }

    [Theory]
    [InlineData("Cookie", "zx=%%%; zx-form==;; zx-theme=<script>")]
    [InlineData("Cookie", "zx=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAA; zx-form=CfDJ8AAAA")]
    [InlineData("Accept-Language", "zh-CN;q=9.9.9, ,,*")]
    [InlineData("Content-Type", "application/json; charset=utf-7")]
    [InlineData("Content-Type", "application/x-www-form-urlencoded; charset=none")]
    [InlineData("Content-Type", "multipart/form-data")]
    [InlineData("Content-Encoding", "gzip")]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("Authorization", "Basic eDp4")]
    [InlineData("Range", "bytes=9-1")]
    [InlineData("Expect", "100-continue")]
    public async Task An_odd_header_is_answered(string name, string value)
    {
        await using var app = await Start();
        var clerk = await app.SignIn("clerk");
        foreach (var path in new[] { "/", "/sign-in", "/contacts", "/api/contacts", "/api/imports", "/ledger" })
        {
            foreach (var session in new[] { clerk, app.Stranger() })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent("a=1"u8.ToArray()) };
                request.Headers.TryAddWithoutValidation(name, value);
                request.Content.Headers.TryAddWithoutValidation(name, value);
                await NoFault(session, request);
            }
        }
    }

    [Fact]
    public async Task Huge_headers_addresses_and_bodies_are_refused()
    {
        await using var app = await Start();
        var clerk = await app.SignIn("clerk");
        using var header = new HttpRequestMessage(HttpMethod.Get, "/ledger");
        header.Headers.Add("X-Huge", new string('x', 60_000));
        (await Sent(clerk, header)).ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        using var address = new HttpRequestMessage(HttpMethod.Get, "/ledger?words=" + new string('x', 20_000));
        (await Sent(clerk, address)).ShouldBe(HttpStatusCode.RequestUriTooLong);
        foreach (var (path, type) in new[] { ("/contacts", "application/x-www-form-urlencoded"), ("/api/contacts", "application/json") })
        {
            using var body = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent([.. Enumerable.Repeat((byte)' ', 2 << 20)]) };
            body.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            (await Sent(clerk, body)).ShouldBe(HttpStatusCode.RequestEntityTooLarge, path);
        }

        using var many = new HttpRequestMessage(HttpMethod.Post, "/contacts") { Content = new FormUrlEncodedContent(Enumerable.Range(0, 3000).Select(n => KeyValuePair.Create($"f{n}", "1"))) };
        (await Sent(clerk, many)).ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<TestApp> Start()
    {
        var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist", "petition-unit-head");
        return app;
    }

    private static async Task NoFault(Session session, HttpRequestMessage request)
    {
        var status = await Sent(session, request);
        ((int)status).ShouldBeLessThan(500, $"{request.Method} {request.RequestUri} {status}");
    }

    private static async Task<HttpStatusCode> Sent(Session session, HttpRequestMessage request)
    {
        using var answer = await session.Client.SendAsync(request);
        return answer.StatusCode;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\{[^}]*\}")]
    private static partial System.Text.RegularExpressions.Regex Parameter();

    private static async Task<long> Stored(TestApp app) => (await app.Office.Db.Maintenance<long>("select count(*) from event where type like 'contact.%' or type like 'petition.%'", [])).Single();

    private static readonly string[] Methods = ["GET", "POST", "POST", "POST", "PUT", "DELETE", "PATCH", "HEAD"];

    private static HttpRequestMessage Make(Random random, string path, HttpMethod method, string? token = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Add("X-Form-Token", token); // past the form token, to the form itself
        }

        if (method != HttpMethod.Get && method != HttpMethod.Head)
        {
            var garbage = random.Next(4) == 0 ? Garbage(random) : Encoding.UTF8.GetBytes(Bodies[random.Next(Bodies.Length)]);
            request.Content = new ByteArrayContent(garbage);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Types[random.Next(Types.Length)]);
        }

        if (random.Next(6) == 0)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", new string('k', random.Next(1, 300)));
            request.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer %%%");
        }

        return request;
    }

    private static byte[] Garbage(Random random)
    {
        var bytes = new byte[random.Next(1, 2000)];
        random.NextBytes(bytes);
        return bytes;
    }
}

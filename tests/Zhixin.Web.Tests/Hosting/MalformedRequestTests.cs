using System.Net;
using System.Text;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Hosting;

/// <summary>Whatever is sent, the answer is clear and never a 5xx; and nothing is stored by it.</summary>
public sealed class MalformedRequestTests(WebDatabase database)
{
    private static readonly string[] Paths =
    [
        "/contacts", "/contacts/repeats", "/contacts/draft", "/api/contacts", "/api/contacts/matches", "/api/petitions/1/00000000-0000-0000-0000-000000000000",
        "/api/petitions/99999999999/x", "/petitions/1/00000000-0000-0000-0000-000000000000/assignment", "/api/petitions/1/00000000-0000-0000-0000-000000000000/assignment",
        "/", "/ledger?words=%00%ff", "/ledger?before=x&court=zz", "/regulations/%2e%2e/x", "/calendar/99999", "/me/password", "/me/totp", "/sign-in", "/access-log?from=x",
        "/register", "/import", "/api/obligations?scope=%ED%A0%80", "/api/regulations/none", "/nothing/here", "/courts?parent=-1", "/api/uploads", "/api/uploads/00000000-0000-0000-0000-000000000000", "/petitions/1/00000000-0000-0000-0000-000000000000/attachments",
        "/api/petitions/1/00000000-0000-0000-0000-000000000000/attachments", "/petitions/1/00000000-0000-0000-0000-000000000000/attachments/00000000-0000-0000-0000-000000000000", "/staff?court=x", "/status",
    ];

    private static readonly string[] Types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "application/octet-stream", ""];

    private static readonly string[] Bodies =
    [
        "", "{", "null", "[]", "{\"form\":null}", "{\"form\":{\"petitioners\":[null]}}", "{\"form\":{\"summary\":\"\\ud800\"}}", "{\"form\":{\"people\":5}}",
        "{\"form\":{\"summary\":\"\\u0000\"}}", "{\"form\":{\"receivedAt\":\"9999-99-99\",\"summary\":\"x\"}}", "{\"form\":{\"summary\":\"x\",\"accused\":[\"no\"]}}",
        "{\"fields\":{\"handler\":null},\"version\":-1}", "{\"fields\":5}", "{\"on\":\"tomorrow\"}", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "%%%=%ZZ&a=%00",
        "key=" + "k", "intent=register&personName=%00", "__RequestVerificationToken=x&intent=register",
    ];

    [Fact]
    public async Task Two_thousand_malformed_requests_get_no_5xx_and_store_nothing()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist", "petition-unit-head");
        var clerk = await app.SignIn("clerk");
        var stranger = app.Stranger();
        var before = await Stored(app);
        var random = new Random(20260212);
        for (var i = 0; i < 2000; i++)
        {
            using var request = Make(random);
            using var answer = await (random.Next(5) == 0 ? stranger : clerk).Client.SendAsync(request);
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{i}: {request.Method} {request.RequestUri} {answer.StatusCode}");
        }

        (await Stored(app)).ShouldBe(before);
        (await clerk.Client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<long> Stored(TestApp app) => (await app.Office.Db.Maintenance<long>("select count(*) from event where type like 'contact.%' or type like 'petition.%'", [])).Single();

    private static HttpRequestMessage Make(Random random)
    {
        var method = new HttpMethod(new[] { "GET", "POST", "POST", "POST", "PUT", "DELETE", "PATCH", "HEAD" }[random.Next(8)]);
        var request = new HttpRequestMessage(method, Paths[random.Next(Paths.Length)]);
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

using System.Net;
using System.Net.Http.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Courts;

/// <summary>Appointing, moving, leaving, deputies and passwords as JSON.</summary>
public sealed class StaffApiTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resent_appointment_names_the_same_person_and_tells_the_password_once()
    {
        await using var app = await TestApp.Start(database);
        var (court, administrator) = await Administrator(app);
        var body = new { addName = "李夏", addUser = "lixia", addUnit = "执行局", addPost = "handler" };
        var (first, made) = await administrator.PostJson($"/api/staff/{court}/appointments", body, "k1");
        var (second, again) = await administrator.PostJson($"/api/staff/{court}/appointments", body, "k1");
        first.ShouldBe(HttpStatusCode.Created);
        second.ShouldBe(HttpStatusCode.Created);
        again.GetProperty("id").GetGuid().ShouldBe(made.GetProperty("id").GetGuid());
        made.GetProperty("issued").GetProperty("password").GetString().ShouldNotBeNullOrEmpty();
        again.GetProperty("issued").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var (other, _) = await administrator.PostJson($"/api/staff/{court}/appointments", body with { addName = "另一人" }, "k1");
        other.ShouldBe(HttpStatusCode.UnprocessableEntity, "the same key with another body");

        var person = await administrator.GetJson($"/api/staff/{court}/{made.GetProperty("id").GetGuid()}");
        person.GetProperty("posts").EnumerateArray().Single().GetString().ShouldBe("handler");
        person.GetProperty("owed").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Posts_change_on_the_version_that_was_seen_and_on_no_other()
    {
        await using var app = await TestApp.Start(database);
        var (court, administrator) = await Administrator(app);
        var (_, made) = await administrator.PostJson($"/api/staff/{court}/appointments", new { addName = "李夏", addUser = "lixia", addUnit = "", addPost = "handler" });
        var path = $"/api/staff/{court}/{made.GetProperty("id").GetGuid()}/posts";
        var body = new { unit = "", post = new[] { "handler", "liaison" }, reason = "兼任" };
        (await Sent(administrator, path, body, version: 1)).ShouldBe(HttpStatusCode.OK);
        (await Sent(administrator, path, body with { post = ["handler"] }, version: 1)).ShouldBe(HttpStatusCode.Conflict);
        (await Sent(administrator, path, body with { post = [] }, version: 2)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_is_no_administrator_is_told_who_is()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var clerk = await app.SignIn("clerk");
        var court = app.Court(TestApp.Jiefang);
        var (status, problem) = await clerk.PostJson($"/api/staff/{court}/appointments", new { addName = "李夏", addUser = "lixia", addPost = "handler" });
        status.ShouldBe(HttpStatusCode.Forbidden);
        problem.GetProperty("remedy").GetString()!.ShouldContain("系统管理员");
        (status, problem) = await clerk.PostJson($"/api/staff/{court}/{Guid.CreateVersion7(app.Clock.Now)}/password", new { });
        status.ShouldBe(HttpStatusCode.Forbidden);
        problem.GetProperty("remedy").GetString()!.ShouldContain("安全管理员");
    }

    private static async Task<(int Court, Session Administrator)> Administrator(TestApp app)
    {
        await app.Person("xitong", "系统", "", "system-administrator");
        return (app.Court(TestApp.Jiefang), await app.SignIn("xitong"));
    }

    private static async Task<HttpStatusCode> Sent(Session session, string path, object body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await session.Client.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}

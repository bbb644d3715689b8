using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Hosting;

/// <summary>What the machines that watch are told.</summary>
public sealed class FiguresTests(WebDatabase database)
{
    [Fact]
    public async Task Requests_are_counted_by_method_and_kind_of_answer_and_the_database_once_a_minute()
    {
        await using var app = await TestApp.Start(database);
        var stranger = app.Stranger();
        (await stranger.Client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.Client.GetAsync("/api/obligations")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var text = await stranger.Client.GetStringAsync("/metrics");
        text.ShouldContain("zhixin_http_request_seconds_count{method=\"GET\",status=\"2xx\"}");
        text.ShouldContain("zhixin_http_request_seconds_count{method=\"GET\",status=\"4xx\"}");
        text.ShouldContain("\nzhixin_petitions 0\n");

        await Register(app);
        (await stranger.Client.GetStringAsync("/metrics")).ShouldContain("\nzhixin_petitions 0\n", customMessage: "asked again at once");
        app.Clock.Now = app.Clock.Now.AddMinutes(2);
        var later = await stranger.Client.GetStringAsync("/metrics");
        later.ShouldContain("\nzhixin_petitions 1\n");
        later.ShouldContain("\nzhixin_obligations_overdue 0\n");
        later.ShouldNotContain("刘");
    }

    private static async Task Register(TestApp app)
    {
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        var clerk = await app.SignIn("clerk");
        using var saved = await clerk.Submit("/register", "/contacts", ("personName", "刘某某"), ("summary", "反映执行拖延"), ("intent", "register"));
        ((int)saved.StatusCode).ShouldBeLessThan(400);
    }
}

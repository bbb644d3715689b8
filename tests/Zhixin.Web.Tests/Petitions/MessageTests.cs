using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Who is told of a broken clock sees it once, with what the rule proposes; nobody else does.</summary>
public sealed class MessageTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public async Task The_unit_head_is_told_of_a_broken_hand_over_once_and_marks_it()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.On("2026-02-24");
        (await thread.Head.GetJson("/api/messages")).GetArrayLength().ShouldBe(0, "nothing is told before the round");
        await app.Office.Deadlines.Run(default);
        await app.Office.Deadlines.Run(default);
        (await thread.Head.GetJson("/api/messages")).GetArrayLength().ShouldBe(1);
        (await thread.Handler.GetJson("/api/messages")).GetArrayLength().ShouldBe(0);
        (await thread.Head.Open("/")).Body!.TextContent.ShouldContain("逾期提醒 1 条");
        var page = await thread.Head.Open("/messages");
        page.Body!.TextContent.ShouldContain("交承办人签收");
        page.Body.TextContent.ShouldContain("GC21-13");
        page.Body.TextContent.ShouldContain("规程提出：视为签收");
        var form = page.QuerySelectorAll("form").First(f => f.GetAttribute("action")!.EndsWith("/seen", StringComparison.Ordinal)).GetAttribute("action")!;
        (await thread.Head.Submit(page, form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await thread.Head.Open("/")).Body!.TextContent.ShouldNotContain("逾期提醒");
        (await thread.Head.GetJson("/api/messages"))[0].GetProperty("seen").GetBoolean().ShouldBeTrue();
        (await thread.Handler.Submit(page, form)).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
    }
}

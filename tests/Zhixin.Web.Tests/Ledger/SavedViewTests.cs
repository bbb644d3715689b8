using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Ledger;

/// <summary>Views that a person saves: kept, shown, replaced, removed, and nobody else's.</summary>
public sealed class SavedViewTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_view_is_saved_shown_and_removed_on_the_page()
    {
        await using var app = await Start();
        var clerk = await app.SignIn("clerk");
        using var saved = await clerk.Submit("/ledger?view=overdue", "/ledger/views", ("name", "逾期件"));
        saved.Headers.Location!.ToString().ShouldBe("/ledger?view=overdue");
        (await clerk.Open("/ledger")).QuerySelectorAll("form[action='/ledger/views/removal']").ShouldBeEmpty("another list is open");
        var page = await clerk.Open("/ledger?view=overdue");
        page.Body!.TextContent.ShouldContain("我保存的：逾期件");

        (await clerk.Submit(page, "/ledger/views/removal")).Headers.Location!.ToString().ShouldBe("/ledger");
        (await clerk.Open("/ledger?view=overdue")).Body!.TextContent.ShouldNotContain("逾期件");
        (await clerk.Submit(page, "/ledger/views/removal")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "twice does no harm");
    }

    [Fact]
    public async Task The_api_does_the_same_and_knows_only_the_own_views()
    {
        await using var app = await Start();
        await app.Person("second", "邢二梁", TestApp.Jiefang, "receptionist");
        var (clerk, second) = (await app.SignIn("clerk"), await app.SignIn("second"));
        (await clerk.PostJson("/api/ledger/views", new { name = "进京 2026", query = "?view=all&channel=venue%3Abeijing" })).Status.ShouldBe(HttpStatusCode.Created);
        (await clerk.PostJson("/api/ledger/views", new { name = "进京 2026", query = "view=all" })).Status.ShouldBe(HttpStatusCode.Created);
        (await clerk.GetJson("/api/ledger/views")).ToString().ShouldBe("""[{"name":"进京 2026","query":"view=all"}]""");
        (await second.GetJson("/api/ledger/views")).GetArrayLength().ShouldBe(0);

        var address = "/api/ledger/views/" + Uri.EscapeDataString("进京 2026");
        (await second.Client.DeleteAsync(address, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.Client.DeleteAsync(address, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await clerk.Client.DeleteAsync(address, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "view=all")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "view=all")]
    [InlineData("没有条件", null)]
    public async Task A_view_without_name_or_query_is_refused(string name, string? query)
    {
        await using var app = await Start();
        (await (await app.SignIn("clerk")).PostJson("/api/ledger/views", new { name, query })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<TestApp> Start()
    {
        var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        return app;
    }
}

using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Regulations;

/// <summary>Who may read the access log, what of it, and that reading it is logged.</summary>
public sealed class AccessLogTests(WebDatabase database)
{
    [Fact]
    public async Task The_audit_administrator_of_the_platform_reads_all_courts_and_inspection_its_own()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("audit", "席文", "", "audit-administrator");
        await app.Person("watch", "监察甲", TestApp.Jiefang, "inspection");
        await app.Person("there", "钢城甲", TestApp.Gangcheng, "receptionist");
        await app.SignIn("there");
        var (audit, watch, there) = (await app.SignIn("audit"), await app.SignIn("watch"), await app.SignIn("there"));

        People(await audit.GetJson("/api/access-log")).ShouldContain("钢城甲");
        People(await watch.GetJson("/api/access-log")).ShouldNotContain("钢城甲");
        (await there.Client.GetAsync("/access-log")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await there.Client.GetAsync("/api/access-log")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await audit.Open("/access-log?person=席文&act=read-access-log");
        page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0);
        page.Body!.TextContent.ShouldContain("查看访问日志");
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_and_a_day_is_closed_on_both_ends()
    {
        await using var app = await TestApp.Start(database, "2026-02-12");
        await app.Person("audit", "席文", "", "audit-administrator");
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        for (var i = 0; i < 103; i++)
        {
            await app.SignIn("clerk");
        }

        var audit = await app.SignIn("audit");
        var first = await audit.Open("/access-log?person=时海宁");
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(100);
        var older = await audit.Open(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        older.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        (await audit.Open("/access-log?person=时海宁&from=2026-02-12&to=2026-02-12")).QuerySelectorAll("tbody tr").Length.ShouldBe(100);
        (await audit.Open("/access-log?person=时海宁&to=2026-02-11")).QuerySelectorAll("tbody tr").Length.ShouldBe(0);
        (await audit.Open("/access-log?person=时海宁&from=2026-02-13")).QuerySelectorAll("tbody tr").Length.ShouldBe(0);
        (await audit.Client.GetAsync("/access-log?from=昨天")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static IReadOnlyList<string?> People(System.Text.Json.JsonElement rows) => [.. rows.EnumerateArray().Select(r => r.GetProperty("person").GetString())];
}

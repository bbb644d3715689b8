using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Regulations;

/// <summary>The regulations browser: status from the coverage, comparing, and "what if".</summary>
public sealed class WhatIfPageTests(WebDatabase database)
{
    [Fact]
    public async Task A_shorter_period_shows_who_would_become_overdue_and_changes_nothing()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("zhang", "张春", TestApp.Jiefang, "receptionist");
        await app.Person("head", "陈冬", TestApp.Jiefang, "petition-unit-head");
        await app.Person("foreign", "外人", TestApp.Gangcheng, "petition-unit-head");
        var clerk = await app.SignIn("zhang");
        var (status, body) = await clerk.PostJson("/api/contacts", new { form = new { petitioners = new[] { new { name = "刘芳" } }, summary = "案款没有发还。" } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        app.Clock.Now = TestClock.Noon("2026-02-14");
        var head = await app.SignIn("head");

        var before = (await head.GetJson("/api/obligations?scope=unit")).GetProperty("obligations")[0].GetProperty("due").GetString();
        before.ShouldBe("2026-02-14");
        var tried = await head.GetJson("/api/regulations/GC21/what-if?rule=hand-to-handler&n=1&unit=day");
        tried.GetProperty("effects").GetProperty("becomes-overdue").GetInt32().ShouldBe(1, tried.ToString());
        tried.GetProperty("items")[0].GetProperty("then").GetString().ShouldBe("2026-02-13");
        (await head.GetJson("/api/obligations?scope=unit")).GetProperty("obligations")[0].GetProperty("due").GetString().ShouldBe(before);

        var page = await head.Open("/regulations/GC21/what-if?rule=hand-to-handler&n=1&unit=day");
        page.QuerySelector("tbody .late")!.TextContent.ShouldBe("将变为逾期");
        page.QuerySelector("tbody")!.TextContent.ShouldContain("刘芳");
        page.QuerySelector("[name=n]")!.GetAttribute("value").ShouldBe("1");
        (await (await app.SignIn("foreign")).GetJson("/api/regulations/GC21/what-if?rule=hand-to-handler&n=1&unit=day")).GetProperty("count").GetInt32().ShouldBe(0, "out of sight");
    }

    [Theory]
    [InlineData("rule=hand-to-handler&n=0&unit=day", "what-if-number")]
    [InlineData("rule=hand-to-handler&n=99999999999&unit=day", "what-if-number")]
    [InlineData("rule=hand-to-handler&n=5&unit=year", "what-if-unit")]
    [InlineData("rule=nothing&n=5&unit=day", "what-if-rule")]
    public async Task What_cannot_be_tried_is_refused_with_the_way_out(string query, string key)
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "陈冬", TestApp.Jiefang, "petition-unit-head");
        var head = await app.SignIn("head");
        using var answer = await head.Client.GetAsync(new Uri($"/api/regulations/GC21/what-if?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(key);
        using var page = await head.Client.GetAsync(new Uri($"/regulations/GC21/what-if?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Session.Page(page)).QuerySelector(".cannot .cure").ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_packs_are_compared_and_a_clause_says_what_the_tests_show()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "陈冬", TestApp.Jiefang, "petition-unit-head");
        var head = await app.SignIn("head");
        var clause = await head.Open("/regulations/GC21/GC21-13");
        clause.QuerySelectorAll(".page-head a.btn").Select(a => a.TextContent).ShouldContain("如果改期间会怎样");
        clause.QuerySelector("#h-essence small")!.TextContent.ShouldContain("项测试");
        (await head.Open("/regulations/SPC16/SPC16-4")).QuerySelector("#h-essence small")!.TextContent.ShouldContain("计划中");

        var compared = await head.Open("/regulations/GC21/compare?from=reference-2021.1&to=GC21.1");
        var reply = compared.QuerySelectorAll("tbody tr").Select(r => r.TextContent).First(r => r.Contains("30 个工作日"));
        reply.ShouldContain("40 个工作日");
        (await head.Open("/regulations/GC21/compare?from=GC21.1&to=GC21.1")).Body!.TextContent.ShouldContain("没有不同");
        (await head.GetJson("/api/regulations/GC21/compare?from=reference-2021.1")).GetProperty("diff").GetProperty("rules").GetArrayLength().ShouldBeGreaterThan(1);
        foreach (var gone in new[] { "/regulations/NONE/compare", "/regulations/GC21/compare?to=GC21.99", "/regulations/NONE/what-if" })
        {
            (await head.Client.GetAsync(new Uri(gone, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, gone);
        }
    }
}

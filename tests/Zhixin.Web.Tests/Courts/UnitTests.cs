using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Courts;

/// <summary>Units, queues and contact cards through pages and JSON.</summary>
public sealed class UnitTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Trait("Clause", "SPC09-3.2 accepted")]
    [Trait("Clause", "SPC16-2 accepted")]
    [Fact]
    public async Task The_first_person_of_a_court_brings_its_uniform_units_with_one_for_petitions()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("xitong", "系统", "", "system-administrator");
        var (administrator, court) = (await app.SignIn("xitong"), app.Court(TestApp.Jiefang));
        for (var i = 0; i < 2; i++)
        {
            using var added = await administrator.Submit($"/staff/{court}", $"/staff/{court}/appointments", ("addName", "李夏"), ("addUser", $"lixia{i}"), ("addUnit", ""), ("addPost", "petition-officer"));
            added.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        Names((await administrator.GetJson($"/api/courts/{court}")).GetProperty("units"), "kind").Order()
            .ShouldBe(["bureau", "complaint-review", "general-management", "implementation", "review", "trial-supervision"]);
        (await administrator.Open($"/courts/{court}")).QuerySelectorAll(".tag.on").Select(t => t.TextContent).ShouldHaveSingleItem().ShouldBe("统一管理信访");
    }

    [Trait("Clause", "SPC09-3.2 refused")]
    [Trait("Clause", "SPC16-2 refused")]
    [Fact]
    public async Task A_unit_of_another_level_a_second_petition_unit_and_petition_posts_elsewhere_are_refused_with_the_clause()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("xitong", "系统", "", "system-administrator");
        var (administrator, court) = (await app.SignIn("xitong"), app.Court(TestApp.Jiefang));
        (await Unit(administrator, court, "complaint-review")).Status.ShouldBe(HttpStatusCode.Created);
        (await Unit(administrator, court, "implementation")).Status.ShouldBe(HttpStatusCode.Created);

        (await Unit(administrator, court, "reconsideration-supervision")).ShouldBe((HttpStatusCode.UnprocessableEntity, "SPC09-3.2"));
        (await Unit(administrator, court, "complaint-review")).ShouldBe((HttpStatusCode.UnprocessableEntity, "SPC16-2"));
        using var elsewhere = await administrator.Submit($"/staff/{court}", $"/staff/{court}/appointments", ("addName", "李夏"), ("addUser", "lixia"), ("addUnit", "执行实施机构"), ("addPost", "petition-officer"));
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Session.Page(elsewhere)).Body!.TextContent.ShouldContain("属于统一管理信访的机构");
    }

    [Trait("Clause", "GC21-5 accepted")]
    [Trait("Clause", "GC21-5 refused")]
    [Trait("Clause", "SPC16-2 refused")]
    [Fact]
    public async Task The_command_centre_sees_the_key_petitions_and_neither_it_nor_a_handler_the_ordinary_queue()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("zhang", "张春", TestApp.Jiefang, "receptionist");
        await app.Person("head", "陈冬", TestApp.Jiefang, "petition-unit-head");
        await app.Person("centre", "王指", TestApp.Jiefang, "command-centre");
        await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        var (clerk, head, centre, handler) = (await app.SignIn("zhang"), await app.SignIn("head"), await app.SignIn("centre"), await app.SignIn("handler"));
        var (key, ordinary) = (await Registered(clerk, "刘芳"), await Registered(clerk, "赵柱"));
        await Prioritise(head, key);

        Names((await centre.GetJson("/api/obligations?scope=key")).GetProperty("obligations"), "stream").Distinct().ShouldBe([key.Split('/')[^1]]);
        Names((await head.GetJson("/api/obligations?scope=unit")).GetProperty("obligations"), "stream").Distinct().Order().ShouldBe(new[] { key, ordinary }.Select(p => p.Split('/')[^1]).Order());
        (await centre.Open("/?scope=key")).Body!.TextContent.ShouldContain("刘芳");
        (await Refused(centre, "unit")).ShouldBe((HttpStatusCode.UnprocessableEntity, "SPC16-2"));
        (await Refused(handler, "unit")).ShouldBe((HttpStatusCode.UnprocessableEntity, "SPC16-2"));
        (await Refused(handler, "key")).ShouldBe((HttpStatusCode.UnprocessableEntity, "GC21-5"));
        (await handler.Client.GetAsync(new Uri("/?scope=key", UriKind.Relative), Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Trait("Clause", "GC21-5 refused")]
    [Fact]
    public async Task The_petition_team_needs_the_bureau_that_it_belongs_to()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("xitong", "系统", "", "system-administrator");
        var (administrator, court) = (await app.SignIn("xitong"), app.Court(TestApp.Gangcheng));
        (await Unit(administrator, court, "petition-team")).ShouldBe((HttpStatusCode.UnprocessableEntity, "GC21-5"));
        (await Unit(administrator, court, "bureau")).Status.ShouldBe(HttpStatusCode.Created);
        (await Unit(administrator, court, "petition-team")).Status.ShouldBe(HttpStatusCode.Created);
        (await administrator.Open($"/courts/{court}")).Body!.TextContent.ShouldContain("设在执行局");
    }

    [Trait("Clause", "SPC16-3(1) accepted")]
    [Fact]
    public async Task A_card_is_published_by_the_courts_petition_unit_and_read_by_everybody_without_names()
    {
        await using var app = await TestApp.Start(database);
        var clerk = await app.Person("zhang", "张春", TestApp.Jiefang, "receptionist");
        await app.Person("head", "陈冬", TestApp.Jiefang, "petition-unit-head");
        var (head, court) = (await app.SignIn("head"), app.Court(TestApp.Jiefang));
        using var done = await head.Submit($"/courts/{court}/card", $"/courts/{court}/card", ("receptionWindow", "3 号窗口"), ("postalAddress", "人民路 1 号"), ("hours", "工作日"),
            ("phones", "0391-0000000"), ("windowStaff", clerk.ToString()), ("mailStaff", clerk.ToString()));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var seen = (await app.Stranger().Open($"/public/courts/{court}")).QuerySelector("main")!.TextContent;
        seen.ShouldContain("3 号窗口");
        seen.ShouldContain("人民路 1 号");
        seen.ShouldContain("0391-0000000");
        seen.ShouldNotContain("张春");
        (await head.Open($"/courts/{court}")).Body!.TextContent.ShouldContain("张春");
        (await app.Stranger().Open("/public/courts?words=解放")).QuerySelectorAll(".ways a").Select(a => a.TextContent).ShouldContain(TestApp.Jiefang);
    }

    [Trait("Clause", "SPC16-3(1) refused")]
    [Fact]
    public async Task A_card_without_address_or_people_and_one_of_another_court_are_refused()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "陈冬", TestApp.Jiefang, "petition-unit-head");
        var outsider = await app.Person("yuan", "外人", TestApp.Gangcheng, "petition-unit-head");
        var (head, court) = (await app.SignIn("head"), app.Court(TestApp.Jiefang));
        using var bare = await head.Submit($"/courts/{court}/card", $"/courts/{court}/card", ("receptionWindow", "3 号窗口"), ("postalAddress", ""));
        bare.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Session.Page(bare);
        page.Body!.TextContent.ShouldContain("还缺：来信地址、接待来访人员、处理来信人员");
        page.QuerySelector("[name=receptionWindow]")!.GetAttribute("value").ShouldBe("3 号窗口");

        var (status, problem) = await head.PostJson($"/api/courts/{court}/card", new { receptionWindow = "窗口", postalAddress = "路", windowStaff = outsider, mailStaff = outsider });
        (status, problem.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "card-staff"));
        var foreign = await app.SignIn("yuan");
        (await foreign.Client.GetAsync(new Uri($"/courts/{court}/card", UriKind.Relative), Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Stranger().Client.GetAsync(new Uri("/public/courts/999999", UriKind.Relative), Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(HttpStatusCode Status, string? Clause)> Unit(Session administrator, int court, string kind)
    {
        var (status, body) = await administrator.PostJson($"/api/courts/{court}/units", new { kind, name = "" }, $"{kind}-{Guid.CreateVersion7(TestClock.Noon("2026-02-12"))}");
        return (status, body.ValueKind == JsonValueKind.Object && body.TryGetProperty("clause", out var clause) ? clause.GetString() : null);
    }

    private static async Task<(HttpStatusCode Status, string? Clause)> Refused(Session who, string scope)
    {
        using var answer = await who.Client.GetAsync(new Uri($"/api/obligations?scope={scope}", UriKind.Relative), Stop);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Stop)).GetProperty("clause").GetString());
    }

    private static async Task<string> Registered(Session clerk, string name)
    {
        var (status, body) = await clerk.PostJson("/api/contacts", new { form = new { petitioners = new[] { new { name } }, summary = "案款没有发还。" } });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return $"/api/petitions/{body.GetProperty("home")}/{body.GetProperty("petition")}";
    }

    private static async Task Prioritise(Session head, string petition)
    {
        var version = (await head.GetJson(petition)).GetProperty("version").GetInt32();
        var (status, body) = await head.PostJson($"{petition}/priority", new { fields = new { priority = "key", reason = "群体来访" }, version }, "key-once");
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
    }

    private static IEnumerable<string?> Names(JsonElement list, string field) => list.EnumerateArray().Select(e => e.GetProperty(field).GetString());
}

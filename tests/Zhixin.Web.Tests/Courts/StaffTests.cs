using System.Net;
using Zhixin.Courts;
using Zhixin.Database.Courts;
using Zhixin.Web.Access;
using Zhixin.Web.Hosting;
using Zhixin.Web.Tests.Shared;
using StreamId = Zhixin.History.StreamId;

namespace Zhixin.Web.Tests.Courts;

/// <summary>Appointing, moving and leaving through pages over a real database.</summary>
public sealed class StaffTests(WebDatabase database)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_appointed_person_signs_in_once_with_the_shown_password_and_must_change_it()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("xitong", "系统", "", "system-administrator");
        var court = app.Court(TestApp.Jiefang);
        var administrator = await app.SignIn("xitong");

        var page = await administrator.Open($"/staff/{court}");
        using var added = await administrator.Submit(page, $"/staff/{court}/appointments", ("addName", "李夏"), ("addUser", "lixia"), ("addUnit", ""), ("addPost", "handler"));
        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        var password = (await Session.Page(added)).QuerySelector("[role=status] code")!.TextContent;

        using var newcomer = await app.Stranger().Submit("/sign-in", "/sign-in", ("user", "lixia"), ("password", password));
        newcomer.Headers.Location!.ToString().ShouldBe("/me/password");
        (await app.Office.Db.Maintenance<int>("select count(*)::int from event where home = $1 and type = 'staff.appointed'", [court], Stop)).Single().ShouldBe(1);

        using var twice = await administrator.Submit(page, $"/staff/{court}/appointments", ("addName", "李夏"), ("addUser", "lixia"), ("addUnit", ""), ("addPost", "handler"));
        twice.StatusCode.ShouldBe(HttpStatusCode.Redirect, "the same form sent twice makes one person");
        using var taken = await administrator.Submit($"/staff/{court}", $"/staff/{court}/appointments", ("addName", "另一人"), ("addUser", "LIXIA"), ("addUnit", ""), ("addPost", "handler"));
        taken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Session.Page(taken)).Body!.TextContent.ShouldContain("已经有人使用");
    }

    [Fact]
    public async Task A_handler_leaves_only_after_the_petition_unit_handed_the_petitions_over()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("xitong", "系统", "", "system-administrator");
        await app.Person("zhang", "张春", TestApp.Jiefang, "receptionist");
        await app.Person("head", "陈冬", TestApp.Jiefang, "petition-unit-head");
        var court = app.Court(TestApp.Jiefang);
        var (leaver, taker) = (await Appoint(app, court, "李夏", "lixia"), await Appoint(app, court, "王秋", "wangqiu"));
        var head = await app.SignIn("head");
        await Assigned(await app.SignIn("zhang"), head, leaver);

        var administrator = await app.SignIn("xitong");
        using var early = await administrator.Submit($"/staff/{court}/{leaver}", $"/staff/{court}/{leaver}/leaving", ("leaveReason", "调离"));
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Session.Page(early)).Body!.TextContent.ShouldContain("名下还有 1 件");

        (await administrator.Client.GetAsync(new Uri($"/staff/{court}/{leaver}/handover", UriKind.Relative), Stop))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden, "an administrator reads no petition");
        using var handed = await head.Submit($"/staff/{court}/{leaver}/handover", $"/staff/{court}/{leaver}/handover", ("to", $"{taker}"), ("reason", "李夏调离"));
        (await Session.Page(handed)).Body!.TextContent.ShouldContain("已移交");

        using var left = await administrator.Submit($"/staff/{court}/{leaver}", $"/staff/{court}/{leaver}/leaving", ("leaveReason", "调离"));
        left.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await HeldLists.Owed(app.Office.Db, app.Office.Law.Now.Courts, new StreamId(court, taker), Stop)).ShouldBeGreaterThan(0);
        using var gone = await app.Stranger().Submit("/sign-in", "/sign-in", ("user", "lixia"), ("password", TestApp.Password));
        (await app.Office.Accounts.Member(leaver, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_leads_or_is_in_charge_keeps_the_post_that_the_matrix_lists_until_another_takes_the_matter()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Petitions.Thread.Of(app);
        await app.Person("xitong", "系统", "", "system-administrator");
        var court = app.Court(TestApp.Jiefang);
        foreach (var (user, post, act) in new[] { ("lead", "court-leader", "lead"), ("charge", "president", "charge") })
        {
            var id = await Appoint(app, court, "李夏" + user, user, post);
            await thread.Done(await app.SignIn(user), act, new { phone = "0391-100" });
            using var refused = await (await app.SignIn("xitong")).Submit($"/staff/{court}/{id}", $"/staff/{court}/{id}/posts", ("post", "liaison"), ("reason", "工作需要"));
            (refused.StatusCode, (await Session.Page(refused)).Body!.TextContent.Contains("名下", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true), post);
        }
    }

    [Fact]
    public async Task A_handover_to_someone_who_is_accused_leaves_that_petition_with_its_reason()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("zhang", "张春", TestApp.Jiefang, "receptionist");
        await app.Person("head", "陈冬", TestApp.Jiefang, "petition-unit-head");
        var court = app.Court(TestApp.Jiefang);
        var (leaver, accused) = (await Appoint(app, court, "李夏", "lixia"), await Appoint(app, court, "王秋", "wangqiu"));
        var head = await app.SignIn("head");
        await Assigned(await app.SignIn("zhang"), head, leaver, accused);

        using var handed = await head.Submit($"/staff/{court}/{leaver}/handover", $"/staff/{court}/{leaver}/handover", ("to", $"{accused}"), ("reason", "李夏调离"));
        (await Session.Page(handed)).Body!.TextContent.ShouldContain("没有移交：");
        (await HeldLists.Owed(app.Office.Db, app.Office.Law.Now.Courts, new StreamId(court, leaver), Stop)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Only_the_system_administrator_appoints_and_only_the_security_administrator_resets()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("xitong", "系统", "", "system-administrator");
        await app.Person("anquan", "安全", "", "security-administrator");
        await app.Person("yuan", "外人", TestApp.Gangcheng, "petition-unit-head");
        var court = app.Court(TestApp.Jiefang);
        var person = await Appoint(app, court, "李夏", "lixia");

        var (system, security) = (await app.SignIn("xitong"), await app.SignIn("anquan"));
        (await security.Open($"/staff/{court}")).QuerySelector("#h-add").ShouldBeNull();
        (await system.Open($"/staff/{court}/{person}")).QuerySelector("#h-reset").ShouldBeNull();
        using var reset = await security.Submit($"/staff/{court}/{person}", $"/staff/{court}/{person}/password");
        var password = (await Session.Page(reset)).QuerySelector("[role=status] code")!.TextContent;
        using var again = await app.Stranger().Submit("/sign-in", "/sign-in", ("user", "lixia"), ("password", password));
        again.Headers.Location!.ToString().ShouldBe("/me/password");

        var outsider = await app.SignIn("yuan");
        (await outsider.Client.GetAsync(new Uri($"/staff/{court}", UriKind.Relative), Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_first_start_makes_two_administrators_and_the_second_nobody()
    {
        await using var app = await TestApp.Start(database);
        var made = await FirstStart.Run(app.Office, Stop);
        made.Select(m => m.User).ShouldBe(["system", "security"]);
        (await FirstStart.Run(app.Office, Stop)).ShouldBeEmpty();

        using var answer = await app.Stranger().Submit("/sign-in", "/sign-in", ("user", "system"), ("password", made[0].Password));
        answer.Headers.Location!.ToString().ShouldBe("/me/password");
    }

    [Fact]
    public async Task A_stale_page_does_not_overwrite_what_another_administrator_did()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("xitong", "系统", "", "system-administrator");
        var court = app.Court(TestApp.Jiefang);
        var person = await Appoint(app, court, "李夏", "lixia");
        var administrator = await app.SignIn("xitong");
        var stale = await administrator.Open($"/staff/{court}/{person}");
        using var first = await administrator.Submit($"/staff/{court}/{person}", $"/staff/{court}/{person}/posts", ("post", "liaison"), ("reason", "工作需要"));
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var second = await administrator.Submit(stale, $"/staff/{court}/{person}/leaving", ("leaveReason", "调离"));
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    /// <summary>Appoints through the desk, with the password that <see cref="TestApp.SignIn"/> uses.</summary>
    private static async Task<Guid> Appoint(TestApp app, int court, string name, string user, string post = "handler")
    {
        var id = Guid.CreateVersion7(app.Clock.Now);
        var answer = await app.Office.Staff.Appoint(
            FirstStart.Installer(Guid.CreateVersion7(app.Clock.Now)), new StreamId(court, id), new Appoint(name, user, "", [post]),
            OneTimePasswords.SignIn(TestApp.Password, mustChange: false), null, Stop);
        answer.ShouldBeOfType<Answer<StaffAnswer>.Given>();
        return id;
    }

    /// <summary>Registers a petition and names its handler.</summary>
    private static async Task Assigned(Session clerk, Session head, Guid handler, Guid? accused = null)
    {
        var (status, body) = await clerk.PostJson("/api/contacts", new
        {
            form = new { petitioners = new[] { new { name = "刘芳", phone = "053100000001" } }, summary = "案款没有发还。", accused = accused is { } a ? new[] { a } : [] },
        });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        var petition = $"/api/petitions/{body.GetProperty("home")}/{body.GetProperty("petition")}";
        var (assigned, answer) = await head.PostJson($"{petition}/assignment", new { fields = new { handler, note = "" }, version = (await head.GetJson(petition)).GetProperty("version").GetInt32() }, "assign-once");
        assigned.ShouldBe(HttpStatusCode.OK, answer.ToString());
    }
}

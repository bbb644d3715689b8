using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>What is refused, with its clause and its remedy; what is flagged and not refused; what is never lost.</summary>
public sealed class RefusalTests(WebDatabase database)
{
    private const string Case = "（2025）豫0802执1234号";

    [Fact]
    public async Task An_empty_submission_is_400_and_keeps_nothing()
    {
        await using var app = await TestApp.Start(database);
        var clerk = await Clerk(app);
        var answer = await clerk.Submit("/register", "/contacts", ("personName", ""), ("intent", "register"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Session.Page(answer)).Body!.TextContent.ShouldContain("登记内容是空的");
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public async Task A_receipt_date_of_tomorrow_is_400_and_what_was_typed_stays()
    {
        await using var app = await TestApp.Start(database);
        var clerk = await Clerk(app);
        var answer = await clerk.Submit("/register", "/contacts", ("personName", "佟桂兰"), ("receivedAt", "2026-02-13 09:00"), ("intent", "register"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Session.Page(answer);
        page.Body!.TextContent.ShouldContain("还没有到");
        page.QuerySelector("input[name=personName]")!.GetAttribute("value").ShouldBe("佟桂兰");
    }

    [Theory]
    [InlineData("（2025）豫9999执1号", "case-court-unknown")]
    [InlineData("不知道", "case-number-malformed")]
    [InlineData("（2025）豫0802民初1号", "case-not-enforcement")]
    [InlineData("", "case-number-missing")]
    [Trait("Clause", "GC21-3 accepted")]
    public async Task A_doubtful_case_number_registers_with_a_flag(string caseNumber, string flag)
    {
        await using var app = await TestApp.Start(database);
        var clerk = await Clerk(app);
        var (status, body) = await clerk.PostJson("/api/contacts", new { form = new { caseNumber, summary = "要求恢复执行", petitioners = new[] { new { name = "佟桂兰", identityNumber = "12", phone = "139" } } } });
        status.ShouldBe(HttpStatusCode.Created);
        var flags = await app.Office.Db.Maintenance<string>("select unnest(flags) from contact where id = $1", [body.GetProperty("contact").GetGuid()]);
        flags.ShouldContain(flag);
        flags.ShouldContain("identity-number-length");
        flags.ShouldContain("phone-odd");
    }

    [Fact]
    public async Task The_same_key_makes_one_record_and_another_body_is_422()
    {
        await using var app = await TestApp.Start(database);
        var clerk = await Clerk(app);
        var body = new { form = new { summary = "要求恢复执行", petitioners = new[] { new { name = "佟桂兰" } } } };
        var (first, receipt) = await clerk.PostJson("/api/contacts", body, "key-1");
        var (second, again) = await clerk.PostJson("/api/contacts", body, "key-1");
        (first, second).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        again.GetProperty("contact").GetGuid().ShouldBe(receipt.GetProperty("contact").GetGuid());
        var (third, problem) = await clerk.PostJson("/api/contacts", new { form = new { summary = "别的事" } }, "key-1");
        third.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("key").GetString().ShouldBe("key-reused");
        (await app.Office.Db.Maintenance<long>("select count(*) from contact", [])).Single().ShouldBe(1);
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task An_accused_handler_loses_the_petition_from_sight_and_the_unit_head_names_another()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        await app.Person("officer", "林专员", TestApp.Jiefang, "petition-officer");
        var accused = await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        var other = await app.Person("other", "郭安", TestApp.Jiefang, "handler");
        var clerk = await Clerk(app);
        var (_, receipt) = await clerk.PostJson("/api/contacts", new { form = new { caseNumber = Case, summary = "要求处置塔吊", petitioners = new[] { new { name = "佟桂兰" } } } });
        var address = $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        var head = await app.SignIn("head");
        (await head.Submit(address, address + "/assignment", ("handler", accused.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var handler = await app.SignIn("handler");
        await handler.Open(address);

        var (joined, _) = await clerk.PostJson("/api/contacts", new
        {
            form = new { caseNumber = Case, summary = "承办人收钱不办事", accused = new[] { accused }, petitioners = new[] { new { name = "佟桂兰" } } },
            join = $"{receipt.GetProperty("home").GetInt32()}_{receipt.GetProperty("petition").GetGuid()}",
        });
        joined.ShouldBe(HttpStatusCode.Created);

        (await handler.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await handler.Client.GetAsync("/api" + address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await handler.Open("/")).Body!.TextContent.ShouldNotContain("佟桂兰");

        var officer = await app.SignIn("officer");
        var (refused, problem) = await officer.PostJson($"/api{address}/assignment", new { fields = new { handler = other.ToString(), note = "改派" }, version = await Version(officer, address) });
        refused.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("clause").GetString().ShouldBe("GC21-5(1)");
        problem.GetProperty("remedy").GetString()!.ShouldContain("信访专班负责人");

        var (barred, why) = await head.PostJson($"/api{address}/assignment", new { fields = new { handler = accused.ToString() }, version = await Version(head, address) });
        barred.ShouldBe(HttpStatusCode.UnprocessableEntity);
        why.GetProperty("clause").GetString().ShouldBe("GC21-5(1)");
        (await head.Submit(address, address + "/assignment", ("handler", other.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public async Task Only_the_named_handler_acknowledges()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var named = await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        await app.Person("other", "郭安", TestApp.Jiefang, "handler");
        var clerk = await Clerk(app);
        var (_, receipt) = await clerk.PostJson("/api/contacts", new { form = new { caseNumber = Case, summary = "要求处置塔吊" } });
        var address = $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        var head = await app.SignIn("head");
        await head.Submit(address, address + "/assignment", ("handler", named.ToString()));
        var other = await app.SignIn("other");
        var (status, problem) = await other.PostJson($"/api{address}/acknowledgement", new { });
        status.ShouldBe(HttpStatusCode.Forbidden);
        problem.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_stale_version_is_409_with_a_page_that_says_who_changed_what()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var handler = await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        var clerk = await Clerk(app);
        var (_, receipt) = await clerk.PostJson("/api/contacts", new { form = new { caseNumber = Case, summary = "要求处置塔吊" } });
        var address = $"/petitions/{receipt.GetProperty("home").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        var head = await app.SignIn("head");
        var stale = await head.Open(address);
        await head.Submit(address + "/act/priority", address + "/priority", ("priority", "key"), ("reason", "群众反映强烈"));
        var answer = await head.Submit(stale, address + "/assignment", ("handler", handler.ToString()), ("note", "请尽快"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Session.Page(answer);
        page.Body!.TextContent.ShouldContain("群众反映强烈");
        page.Body.TextContent.ShouldContain("请尽快");
    }

    [Fact]
    public async Task At_another_court_the_same_person_is_recognised_without_content()
    {
        await using var app = await TestApp.Start(database);
        var clerk = await Clerk(app);
        await clerk.PostJson("/api/contacts", new { form = new { caseNumber = Case, summary = "要求处置塔吊", petitioners = new[] { new { name = "佟桂兰", identityNumber = "99010119700101001X" } } } });
        await app.Person("far", "外地人员", TestApp.Gangcheng, "receptionist");
        var far = await app.SignIn("far");
        var answer = await far.Submit("/register", "/contacts", ("personName", "佟桂兰"), ("idNumber", "99010119700101001X"), ("account", "又来了"), ("intent", "check"));
        var text = (await Session.Page(answer)).Body!.TextContent;
        text.ShouldContain("2026-豫0802-0001");
        text.ShouldContain("焦作市解放区人民法院");
        text.ShouldNotContain("要求处置塔吊");
        (await app.Office.Db.Maintenance<string>("select act from access_log where act = 'match-out-of-sight'", [])).ShouldNotBeEmpty();
        var stranger = await far.Client.GetAsync("/api/petitions/1/" + Guid.CreateVersion7(app.Clock.Now));
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Life_cycle_acts_join_undo_merge_and_correct_lose_nothing()
    {
        await using var app = await TestApp.Start(database);
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var clerk = await Clerk(app);
        var head = await app.SignIn("head");
        var (_, one) = await clerk.PostJson("/api/contacts", new { form = new { caseNumber = Case, summary = "第一次" } });
        var home = one.GetProperty("home").GetInt32();
        var (_, two) = await clerk.PostJson("/api/contacts", new { form = new { caseNumber = Case, summary = "第二次", receivedAt = "2026-02-10" }, join = $"{home}_{one.GetProperty("petition").GetGuid()}" });
        var address = $"/petitions/{home}/{one.GetProperty("petition").GetGuid()}";

        var (left, answer) = await head.PostJson($"/api{address}/separation", new { fields = new { contact = two.GetProperty("contact").GetGuid(), reason = "并错了" }, version = await Version(head, address) });
        left.ShouldBe(HttpStatusCode.OK, answer.ToString());
        var own = $"/petitions/{home}/{answer.GetProperty("id").GetGuid()}";
        (await head.GetJson("/api" + own)).GetProperty("contacts").GetArrayLength().ShouldBe(1);

        var (merged, _) = await head.PostJson($"/api{own}/merger", new { fields = new { survivor = one.GetProperty("petitionNumber").GetString(), reason = "确是同一事项" }, version = await Version(head, own) });
        merged.ShouldBe(HttpStatusCode.OK);
        (await head.GetJson("/api" + address)).GetProperty("contacts").GetArrayLength().ShouldBe(2);
        var (undone, _) = await head.PostJson($"/api{own}/merger-undo", new { fields = new { reason = "还是两件事" }, version = await Version(head, own) });
        undone.ShouldBe(HttpStatusCode.OK);
        (await head.GetJson("/api" + address)).GetProperty("contacts").GetArrayLength().ShouldBe(1);

        var (corrected, _) = await head.PostJson($"/api{own}/correction", new { fields = new { contact = two.GetProperty("contact").GetGuid(), field = "receivedOn", value = "2026-02-11", reason = "以邮戳为准" }, version = await Version(head, own) });
        corrected.ShouldBe(HttpStatusCode.OK);
        var owed = (await head.GetJson("/api" + own)).GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("kind").GetString() == "hand-to-handler");
        owed.GetProperty("due").GetString().ShouldBe("2026-02-13");
    }

    private static async Task<int> Version(Session session, string address) => (await session.GetJson("/api" + address)).GetProperty("version").GetInt32();

    private static async Task<Session> Clerk(TestApp app)
    {
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        return await app.SignIn("clerk");
    }
}

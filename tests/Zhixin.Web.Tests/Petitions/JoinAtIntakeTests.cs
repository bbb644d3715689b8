using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Ledger;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>
/// A ledger of the intermediate court brought in matters that its basic courts answer for. Whoever registers the same matter again is never
/// refused: the responsible court's clerk joins it at once, everybody else registers and proposes.
/// </summary>
public sealed class JoinAtIntakeTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-3 accepted")]
    [Trait("Clause", "GC21-12 accepted")]
    public async Task The_clerk_of_the_responsible_court_joins_a_matter_that_another_court_imported()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var imported = await Imported(app);
        var before = (await imported.Clerk.GetJson("/api" + imported.Address)).GetProperty("contacts").GetArrayLength();

        var (status, receipt) = await Register(imported.Clerk, imported, "key-1");

        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        receipt.GetProperty("joined").GetBoolean().ShouldBeTrue();
        receipt.GetProperty("petitionNumber").GetString().ShouldBe(imported.Number);
        receipt.GetProperty("petitionHome").GetInt32().ShouldBe(app.Court(TestApp.Jiaozuo));
        (await imported.Clerk.GetJson("/api" + imported.Address)).GetProperty("contacts").GetArrayLength().ShouldBe(before + 1);
        (await imported.Clerk.Open($"/contacts/{app.Court(TestApp.Jiefang)}/{receipt.GetProperty("contact").GetGuid()}/receipt")).Body!.TextContent.ShouldContain(imported.Number);
        (await Stages(app)).ShouldBe(["merged"], "the petition of its own went into the other one");
        await Clean(app);
    }

    [Fact]
    public async Task The_same_sending_again_answers_the_same_and_finishes_what_a_crash_left_undone()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var imported = await Imported(app);
        var (_, first) = await Register(imported.Clerk, imported, "key-1");
        var (status, again) = await Register(imported.Clerk, imported, "key-1");

        status.ShouldBe(HttpStatusCode.Created, again.ToString());
        again.ToString().ShouldBe(first.ToString());
        (await app.Office.Db.Maintenance<long>($"select count(*) from contact where home = {app.Court(TestApp.Jiefang)}", [])).Single().ShouldBe(1);
        await Clean(app);
    }

    [Fact]
    [Trait("Clause", "GC21-3 accepted")]
    public async Task The_clerk_of_the_superior_court_registers_and_the_responsible_court_answers()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var imported = await Imported(app);
        await app.Person("above", "钟离信", TestApp.Jiaozuo, "receptionist");
        var above = await app.SignIn("above");

        var (status, receipt) = await Register(above, imported, "key-2");
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        receipt.GetProperty("joined").GetBoolean().ShouldBeFalse();
        receipt.GetProperty("proposed").GetString().ShouldBe(imported.Number);

        var waiting = (await imported.Head.GetJson("/api/proposals")).EnumerateArray().Single();
        var (answered, body) = await imported.Head.PostJson(
            $"/api/proposals/{app.Court(TestApp.Jiaozuo)}/{receipt.GetProperty("contact").GetGuid()}/{waiting.GetProperty("no").GetInt32()}/answer", new { agreed = true });
        answered.ShouldBe(HttpStatusCode.OK, body.ToString());
        (await above.GetJson($"/api/petitions/{app.Court(TestApp.Jiaozuo)}/{receipt.GetProperty("petition").GetGuid()}")).GetProperty("stage").GetString().ShouldBe("merged");
        await Clean(app);
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public async Task Whoever_may_not_join_registers_all_the_same_and_nothing_is_joined_before_the_unit_agrees()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var imported = await Imported(app);
        await app.Person("handler", "孟庆和", TestApp.Jiefang, "handler");
        var handler = await app.SignIn("handler");
        var before = (await imported.Clerk.GetJson("/api" + imported.Address)).GetProperty("contacts").GetArrayLength();

        var (status, receipt) = await Register(handler, imported, "key-3");

        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        receipt.GetProperty("joined").GetBoolean().ShouldBeFalse();
        (await imported.Clerk.GetJson("/api" + imported.Address)).GetProperty("contacts").GetArrayLength().ShouldBe(before);
        (await imported.Head.GetJson("/api/proposals")).GetArrayLength().ShouldBe(1);
        await Clean(app);
    }

    [Fact]
    public async Task What_was_opened_in_error_is_joined_by_nobody()
    {
        await using var app = await TestApp.Start(database, "2021-03-22");
        var imported = await Imported(app);
        var version = (await imported.Head.GetJson("/api" + imported.Address)).GetProperty("version").GetInt32();
        (await imported.Head.PostJson($"/api{imported.Address}/void", new { fields = new { reason = "重复导入" }, version })).Status.ShouldBe(HttpStatusCode.OK);

        var (status, body) = await Register(imported.Clerk, imported, "key-4");

        (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.Conflict, "petition-voided"));
        (await app.Office.Db.Maintenance<long>($"select count(*) from contact where home = {app.Court(TestApp.Jiefang)}", [])).Single().ShouldBe(0);
    }

    private static async Task<(Session Clerk, Session Head, string Address, string Number, string Join)> Imported(TestApp app)
    {
        await app.Person("importer", "魏书勤", TestApp.Jiaozuo, "petition-unit-head");
        await Ledgers.Import(await app.SignIn("importer"), Ledgers.Sample);
        await app.Person("clerk", "时海宁", TestApp.Jiefang, "receptionist");
        await app.Person("head", "邢国梁", TestApp.Jiefang, "petition-unit-head");
        var number = (await app.Office.Db.Maintenance<string>(
            $"select number from petition where responsible = {app.Court(TestApp.Jiefang)} and stage = 'registered' order by number limit 1", [])).Single();
        var id = (await app.Office.Db.Maintenance<Guid>("select id from petition where number = $1", [number])).Single();
        return (await app.SignIn("clerk"), await app.SignIn("head"), $"/petitions/{app.Court(TestApp.Jiaozuo)}/{id}", number, $"{app.Court(TestApp.Jiaozuo)}_{id}");
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> Register(Session who, (Session Clerk, Session Head, string Address, string Number, string Join) imported, string key) =>
        who.PostJson("/api/contacts", new { form = new { summary = "又来反映", petitioners = new[] { new { name = "佟桂兰" } } }, join = imported.Join }, key);

    private static Task<List<string>> Stages(TestApp app) => app.Office.Db.Maintenance<string>($"select stage from petition where home = {app.Court(TestApp.Jiefang)}", []);

    private static async Task Clean(TestApp app)
    {
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }
}

using System.Net;
using Zhixin.Web.Tests.History;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Supervisions;

/// <summary>Whom the petition comes to accuse, or the superior names, is out of the supervision too (GC21-5(1)); what bars superiors in the petition later bars them there.</summary>
public sealed class AccusedTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task Whom_a_later_contact_accuses_sees_the_supervision_no_more_and_the_message_changes_nothing_twice()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, petition) = await Supervised.OnPetition(app);
        await matter.Letter();
        await Sees(matter, "basic-handler", HttpStatusCode.OK);
        await Accuse(matter, petition, matter.Ids["basic-handler"]);
        (await app.Office.AccusedHalves.Run(default)).Made.ShouldBe(1);
        await Sees(matter, "basic-handler", HttpStatusCode.NotFound);
        await Sees(matter, "basic-head", HttpStatusCode.OK);
        (await matter.Owed("report")).ShouldHaveSingleItem().GetProperty("person").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "the unit owes it now");
        await matter.Refuses("basic-head", "handler", new { letter = "1", handler = matter.Ids["basic-handler"].ToString() }, "GC21-5(1)", "assign-accused");

        (await app.Office.AccusedHalves.Run(default)).Made.ShouldBe(0);
        await Matter.Tamper(app, "update outbox set state = 'queued' where topic = 'accused-half'"); // Lost after the half, before it was noted.
        (await app.Office.AccusedHalves.Run(default)).Made.ShouldBe(1);
        (await app.Office.Db.Maintenance<int>("select count(*)::int from event where type = 'supervision.accused-named'", [])).ShouldBe([1]);
        (await Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task The_superior_names_staff_of_the_enforcing_court_whom_a_supervision_on_a_case_accuses()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        await matter.Refuses("high-head", "accused", new { accused = "", reason = "来信" }, null!, "supervision-needs-accused");
        await matter.Refuses("high-head", "accused", new { accused = "王安、无此人", reason = "来信" }, null!, "supervision-accused-unknown");
        await matter.Refuses("high-head", "accused", new { accused = "王安", reason = " " }, "GC21-5(1)", "supervision-accused-needs-reason");
        (await matter.Tries("basic-head", "accused", new { accused = "王安", reason = "来信" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        await matter.Does("high-head", "accused", new { accused = "王安", reason = "来信第 2 页" });
        await Sees(matter, "basic-handler", HttpStatusCode.NotFound);
        await matter.Refuses("high-head", "accused", new { accused = "王安", reason = "来信" }, null!, "supervision-accused-before");
        var page = await (await matter.As("high-head")).Open(matter.Address);
        page.Body!.TextContent.ShouldContain("登记被反映人员");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task A_petition_that_is_named_and_not_found_is_not_left_out_of_a_new_supervision()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, petition) = await Supervised.OnPetition(app);
        await Accuse(matter, petition, matter.Ids["high-director"]);
        var head = await matter.As("high-director");
        foreach (var named in new[] { "不是编号", Named(petition), Named(petition).Replace('_', '-') })
        {
            var (status, body) = await head.PostJson("/api/supervisions", new { fields = new { caseNumber = "（2025）琼0108执77号", source = "9", complaint = "长期不执行", petition = named } });
            (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.BadRequest, "supervision-petition-unknown"), named);
        }

        using var form = await head.Client.GetAsync(new Uri("/supervisions/new?petition=" + Named(petition), UriKind.Relative));
        form.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Clause", "SPC16-8(1) refused")]
    [Trait("Clause", "HNI-15(8) accepted")]
    public async Task What_bars_superiors_later_stops_urging_and_is_said_on_the_page_and_the_supervision_can_be_closed()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var (matter, petition) = await Supervised.OnPetition(app);
        await matter.Letter();
        var head = await matter.As("basic-head");
        var version = (await head.GetJson("/api" + petition)).GetProperty("version").GetInt32();
        var (status, body) = await head.PostJson($"/api{petition}/exclusion", new { fields = new { ground = "bankruptcy", proof = "破产受理裁定", remedy = "向管理人申报债权" }, version });
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        matter.On("2026-03-21");
        await matter.Refuses("high-head", "urging", new { letter = "1", content = "请报告" }, "SPC16-8(1)", "hand-down-barred");
        await matter.Refuses("high-director", "elevation", new { ruling = "（2026）琼执提1号", reason = "逾期未报" }, "SPC16-8(1)", "hand-down-barred");
        var page = await (await matter.As("high-head")).Open(matter.Address);
        page.Body!.TextContent.ShouldContain("不再督办");
        page.QuerySelectorAll("a[href$='/act/urging'], a[href$='/act/letter'], a[href$='/act/opinion']").ShouldBeEmpty("what is stopped is not offered");
        page.QuerySelectorAll("a[href$='/act/closing']").ShouldNotBeEmpty();
        await matter.Does("high-head", "closing", new Dictionary<string, string> { ["condition"] = "8", ["material.8-reason"] = "执行法院已受理破产" });
        await matter.Does("high-director", "closing-consent", new { agreed = "yes" });
    }

    [Fact]
    [Trait("Clause", "HNP-21 refused")]
    [Trait("Clause", "HNP-21 accepted")]
    public async Task What_reaches_a_court_through_the_system_is_of_today_or_its_earlier_day_is_proved()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var matter = await Supervised.Lettered(app);
        matter.On("2026-03-23");
        var asked = new { letter = "1", cause = "下落不明", nextStep = "查找", until = "2026-04-10", document = "报告" };
        var (status, body) = await Dated(matter, asked, "2026-03-20", null);
        (status, body.GetProperty("key").GetString(), body.GetProperty("field").GetString()).ShouldBe((HttpStatusCode.BadRequest, "delivery-needs-proof", "lateProof"));
        await matter.Refuses("basic-handler", "new-date-request", asked, "HNP-21", "new-date-too-late");
        (status, body) = await Dated(matter, asked, "2026-03-20", "高院签收回执，存卷 12 页");
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        var page = await (await matter.As("high-director")).Open("/approvals");
        page.QuerySelector($"a[href='{matter.Address}/act/new-date-decision?letter=1']").ShouldNotBeNull("the form opens on the letter that the line is about");
    }

    private static async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> Dated(Supervised matter, object fields, string on, string? proof) =>
        await (await matter.As("basic-handler")).PostJson($"/api{matter.Address}/new-date-request", new { fields, version = (await matter.Now()).GetProperty("version").GetInt32(), on, lateProof = proof });

    private static async Task Sees(Supervised matter, string user, HttpStatusCode expected) =>
        (await (await matter.As(user)).Client.GetAsync("/api" + matter.Address)).StatusCode.ShouldBe(expected, user);

    private static async Task Accuse(Supervised matter, string petition, Guid whom)
    {
        var (status, body) = await (await matter.As("basic-head")).PostJson("/api/contacts", new
        {
            form = new { caseNumber = Supervised.Case, summary = "承办人不作为", accused = new[] { whom }, petitioners = new[] { new { name = "佟桂兰" } } }, join = Named(petition),
        });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
    }

    private static string Named(string petition) => petition["/petitions/".Length..].Replace('/', '_');
}

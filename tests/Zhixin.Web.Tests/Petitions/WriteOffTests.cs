using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Write-off over HTTP: every step by its person, its court and its documents; what recurs is reversed and counted for courts alone.</summary>
public sealed class WriteOffTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "GC21-14 accepted")]
    [Trait("Clause", "JZ21-3.2.4(6) accepted")]
    public async Task Where_nobody_handed_down_the_court_writes_off_through_every_station_and_the_page_draws_them()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await WriteOffDesk.Of(app)).Ready();
        var form = await desk.Desk.Handler.Open(desk.Thread.Address + "/act/write-off");
        form.QuerySelectorAll("input[name='material-talk-records']").Length.ShouldBe(2, "the meeting and the answer in person");
        form.Body!.TextContent.ShouldContain("承诺出于自愿");
        await desk.Sent();
        Thread.Owed(await desk.Thread.Petition(), "write-off-material").GetProperty("state").GetString().ShouldBe("fulfilled");
        var page = (await desk.Desk.Head.Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-write-off]")!;
        page.TextContent.ShouldContain("等待焦作市解放区人民法院指定核查人员");
        page.QuerySelectorAll("ol.steps li").Select(li => li.ClassList.Contains("past")).ShouldBe([true, true, true, false, false, false]);
        page.TextContent.ShouldContain("约谈笔录 1 号");

        await desk.WrittenOff();
        var petition = await desk.Thread.Petition();
        (petition.GetProperty("stage").GetString(), (await desk.Last()).GetProperty("ended").GetString()).ShouldBe(("closed", "approved"));
        (await desk.Desk.Head.Open(desk.Thread.Address)).Body!.TextContent.ShouldContain("凭据：平台回执 9 号");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-14 refused")]
    [Trait("Clause", "JZ21-3.2.4(6) refused")]
    [Trait("Clause", "HNP-16 refused")]
    [Trait("Clause", "SPC16-7(1) refused")]
    public async Task What_is_missing_is_named_with_its_clause_and_nothing_is_ticked_by_a_bare_word()
    {
        await using var app = await TestApp.Start(database);
        var desk = await WriteOffDesk.Of(app);
        Clause(await desk.Refused(desk.Desk.Handler, "write-off", new { ground = "replied" }, HttpStatusCode.UnprocessableEntity, "write-off-not-handled")).ShouldBe("HNP-16");
        await desk.Ready();
        var whole = await desk.Application();
        foreach (var material in whole.Keys.Where(k => k.StartsWith("material-", StringComparison.Ordinal)))
        {
            var refused = await desk.Refused(desk.Desk.Handler, "write-off", Without(whole, material), HttpStatusCode.UnprocessableEntity, "write-off-material-missing");
            Clause(refused).ShouldBe("GC21-14");
        }

        await desk.Refused(desk.Desk.Handler, "write-off", With(whole, "material-talk-records", "谈话笔录"), HttpStatusCode.BadRequest, "write-off-document-unfit");
        Clause(await desk.Refused(desk.Desk.Handler, "write-off", Without(whole, "standard"), HttpStatusCode.UnprocessableEntity, "write-off-needs-standard")).ShouldBe("JZ21-3.2.4(6)");
        Clause(await desk.Refused(desk.Desk.Handler, "write-off", Without(whole, "result"), HttpStatusCode.UnprocessableEntity, "write-off-needs-result")).ShouldBe("HNP-16");
        await desk.Refused(desk.Desk.Handler, "write-off", With(whole, "ground", "resolved"), HttpStatusCode.UnprocessableEntity, "write-off-not-recognised");
        await desk.Refused(desk.Desk.Handler, "write-off", With(whole, "ground", "excluded"), HttpStatusCode.UnprocessableEntity, "write-off-not-excluded");
        await desk.Refused(desk.Desk.Handler, "write-off", With(whole, "ground", "none"), HttpStatusCode.BadRequest, "write-off-ground-unknown");
        await desk.Desk.Done(desk.Desk.Handler, "write-off", whole);
        await desk.Refused(desk.Desk.Handler, "write-off", whole, HttpStatusCode.Conflict, "write-off-pending");
    }

    [Fact]
    [Trait("Clause", "HNP-16 refused")]
    [Trait("Clause", "GC21-14 refused")]
    public async Task Every_step_by_the_wrong_person_or_out_of_turn_is_refused()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await WriteOffDesk.Of(app)).Ready();
        var (handler, head, centre, second) = (desk.Desk.Handler, desk.Desk.Head, desk.People["centre"], desk.People["second"]);
        await desk.Refused(head, "write-off", await desk.Application(), HttpStatusCode.Forbidden, "authority.post");
        await desk.Refused(head, "write-off-agreement", new { opinion = "同意" }, HttpStatusCode.Conflict, "write-off-none");
        await desk.Desk.Done(handler, "write-off", await desk.Application());

        await desk.Refused(handler, "write-off-agreement", new { opinion = "同意" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Refused(desk.People["mid-head"], "write-off-agreement", new { opinion = "同意" }, HttpStatusCode.Forbidden, "authority.relation");
        await desk.Refused(centre, "write-off-compilation", new { to = "中院", document = "函" }, HttpStatusCode.Conflict, "write-off-not-yet");
        await desk.Desk.Done(head, "write-off-agreement", new { opinion = "同意" });
        await desk.Refused(head, "write-off-compilation", new { to = "中院", document = "函" }, HttpStatusCode.Forbidden, "authority.post");
        Clause(await desk.Refused(handler, "write-off-material", new { to = "中院", document = "函" }, HttpStatusCode.UnprocessableEntity, "write-off-sent-otherwise")).ShouldBe("GC21-14");
        await desk.Refused(desk.People["mid-head"], "write-off-passing", new { opinion = "同意" }, HttpStatusCode.Conflict, "write-off-not-yet");
        await desk.Refused(head, "write-off-passing", new { opinion = "同意" }, HttpStatusCode.Forbidden, "authority.relation");
        await desk.Desk.Done(centre, "write-off-compilation", new { to = "中院", document = "函" });

        await desk.Refused(desk.People["mid-head"], "write-off-verifier", new { verifier = desk.Ids["mid-officer"] }, HttpStatusCode.Conflict, "write-off-elsewhere");
        await desk.Refused(head, "write-off-verifier", new { verifier = desk.Ids["mid-officer"] }, HttpStatusCode.BadRequest, "write-off-verifier-not-in-post");
        await desk.Desk.Done(head, "write-off-verifier", new { verifier = desk.Ids["second"] });
        await desk.Refused(head, "write-off-verification", new { submits = "yes", opinion = "属实" }, HttpStatusCode.Forbidden, "write-off-verifier-other");
        await desk.Refused(second, "write-off-verification", new { opinion = "属实" }, HttpStatusCode.BadRequest, "choice-missing");
        await desk.Refused(second, "write-off-outcome", new { writtenOff = "yes", document = "回执" }, HttpStatusCode.Conflict, "write-off-not-yet");
        await desk.Desk.Done(second, "write-off-verification", new { submits = "yes", opinion = "属实" });
        await desk.Refused(handler, "write-off-outcome", new { writtenOff = "yes", document = "回执" }, HttpStatusCode.Forbidden, "authority.post");
        Clause(await desk.Refused(head, "write-off-outcome", new { writtenOff = "yes" }, HttpStatusCode.UnprocessableEntity, "write-off-outcome-needs-document")).ShouldBe("HNP-16");
        await desk.Refused(handler, "write-off-withdrawal", new { reason = "补正" }, HttpStatusCode.Conflict, "write-off-submitted");
        await desk.Desk.Done(head, "write-off-outcome", new { writtenOff = "no", document = "回执", reason = "平台要求继续督办" });
        (await desk.Last()).GetProperty("ended").GetString().ShouldBe("refused");
        (await desk.Thread.Petition()).GetProperty("stage").GetString().ShouldBe("replied");
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public async Task Who_comes_again_is_registered_the_write_off_is_reversed_and_the_courts_count_says_so()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await (await (await WriteOffDesk.Of(app)).Ready()).Sent()).WrittenOff();
        var court = app.Court(TestApp.Jiefang);
        (await Figures(desk.People["mid-head"], court)).ShouldBe((1, 0));

        await desk.Thread.Register("又没有拿到钱", join: true);
        var reversed = await desk.Last();
        (reversed.GetProperty("reversed").GetString(), (await desk.Thread.Petition()).GetProperty("stage").GetString()).ShouldBe(("contact", "accepted"));
        reversed.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("station").GetString()).ShouldContain("verify", "those who took part stay visible");
        (await Figures(desk.People["mid-head"], court)).ShouldBe((0, 1));
        var page = (await desk.People["mid-head"].Open($"/write-offs?view=own&court={court}")).Body!.TextContent;
        page.ShouldContain("核销后反复被撤销 1 件");
        page.ShouldNotContain("佟桂兰", Case.Sensitive, "it counts courts, not petitioners");
        (await desk.Desk.Head.Open(desk.Thread.Address)).Body!.TextContent.ShouldContain("责任记在焦作市解放区人民法院的这次核销");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "HNP-16 refused")]
    public async Task A_finding_reverses_it_with_its_reason_and_superiors_may_hand_down_only_then()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await (await (await WriteOffDesk.Of(app)).Ready()).Sent()).WrittenOff();
        var midHead = desk.People["mid-head"];
        var order = new { court = TestApp.Jiefang, ground = "群众反映", demand = "裁定", letter = "函 1 号", due = "2026-03-12" };
        Clause(await desk.Refused(midHead, "ruling-order", order, HttpStatusCode.UnprocessableEntity, "hand-down-written-off")).ShouldBe("HNP-16");
        Clause(await desk.Refused(midHead, "write-off-reversal", new { }, HttpStatusCode.UnprocessableEntity, "write-off-reverse-needs-reason")).ShouldBe("HNP-16");
        await desk.Refused(desk.Desk.Handler, "write-off-reversal", new { reason = "又来" }, HttpStatusCode.Forbidden, "authority.post");
        await desk.Desk.Done(midHead, "write-off-reversal", new { reason = "2 月 12 日平台再次出现" });
        (await desk.Last()).GetProperty("reversed").GetString().ShouldBe("found");
        await desk.Refused(midHead, "write-off-reversal", new { reason = "又来" }, HttpStatusCode.Conflict, "write-off-does-not-stand");
        (await desk.Thread.Act(midHead, "ruling-order", order)).Body.GetProperty("key").GetString().ShouldNotBe("hand-down-written-off");
    }

    [Fact]
    [Trait("Clause", "GC21-14 accepted")]
    [Trait("Clause", "HNP-16 accepted")]
    public async Task It_is_sent_back_withdrawn_and_applied_for_anew()
    {
        await using var app = await TestApp.Start(database);
        var desk = await (await (await WriteOffDesk.Of(app)).Ready()).Sent();
        await desk.Refused(desk.Desk.Head, "write-off-return", new { reason = "没有回访" }, HttpStatusCode.Forbidden, "write-off-own");
        Clause(await desk.Refused(desk.People["second"], "write-off-return", new { }, HttpStatusCode.UnprocessableEntity, "write-off-return-needs-reason")).ShouldBe("HNP-16");
        await desk.Desk.Done(desk.People["second"], "write-off-return", new { reason = "没有回访" });
        (await desk.Last()).GetProperty("ended").GetString().ShouldBe("returned");
        await desk.Desk.Done(desk.Desk.Handler, "write-off", await desk.Application());
        await desk.Desk.Done(desk.Desk.Handler, "write-off-withdrawal", new { reason = "补充材料" });
        (await desk.Last()).GetProperty("ended").GetString().ShouldBe("withdrawn");
        Thread.Owed(await desk.Thread.Petition(), "write-off-material").GetProperty("state").GetString().ShouldBe("ended");
        (await desk.Desk.Head.Open(desk.Thread.Address)).QuerySelector("section[aria-labelledby=h-write-off]")!.TextContent.ShouldContain("第 1 次");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(6) accepted")]
    public async Task Where_the_campaigns_rules_alone_are_in_force_the_handler_sends_the_material()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Adopt("HNP", WriteOffDesk.High, new DateOnly(2021, 1, 1));
        var desk = await WriteOffDesk.Of(app, cause: false);
        await desk.Ready();
        await desk.Desk.Done(desk.Desk.Handler, "write-off", await desk.Application());
        await desk.Desk.Done(desk.Desk.Head, "write-off-agreement", new { opinion = "同意" });
        Clause(await desk.Refused(desk.People["centre"], "write-off-compilation", new { to = "中院", document = "函" }, HttpStatusCode.UnprocessableEntity, "write-off-sent-otherwise")).ShouldBe("JZ21-3.2.4(6)");
        Clause(await desk.Refused(desk.Desk.Handler, "write-off-material", new { to = "中院综合处" }, HttpStatusCode.UnprocessableEntity, "write-off-needs-sending")).ShouldBe("JZ21-3.2.4(6)");
        await desk.Desk.Done(desk.Desk.Handler, "write-off-material", new { to = "中院综合处", document = "报送函" });
        (await desk.Last()).GetProperty("waits").GetString().ShouldBe("name-verifier");
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "HNP-16 refused")]
    public async Task Handed_down_from_the_high_court_it_goes_up_through_the_intermediate_one_and_is_verified_where_it_was_handed_down()
    {
        await using var app = await TestApp.Start(database);
        await app.Adopt("HNP", WriteOffDesk.High, new DateOnly(2021, 1, 1));
        var desk = await WriteOffDesk.Of(app);
        var (midHead, highHead, highOfficer) = (desk.People["mid-head"], desk.People["high-head"], desk.People["high-officer"]);
        await desk.Desk.Done(midHead, "hand-down", new { court = TestApp.Jiefang, ground = "上级交办", demand = "办结并答复", letter = "豫08交2号", due = "2026-03-10", situation = "3-leader" });
        await desk.Desk.Done(highHead, "transfer-with-result", new { court = TestApp.Jiefang, ground = "上级部门要求", demand = "办结并反馈", letter = "豫转1号", due = "2026-03-12", situation = "2-body", platform = "平台 7 号", instructedBy = "省委政法委", instructedOn = "2026-02-12" });
        await (await desk.Ready()).Sent();
        (await desk.Last()).GetProperty("way").EnumerateArray().Select(c => c.GetInt32()).ShouldBe([app.Court(TestApp.Jiaozuo), app.Court(WriteOffDesk.High)]);

        await desk.Refused(highHead, "write-off-verifier", new { verifier = desk.Ids["high-officer"] }, HttpStatusCode.Conflict, "write-off-not-yet");
        await desk.Refused(highHead, "write-off-passing", new { opinion = "同意" }, HttpStatusCode.Conflict, "write-off-elsewhere");
        await desk.Refused(desk.People["mid-officer"], "write-off-passing", new { opinion = "同意" }, HttpStatusCode.Forbidden, "authority.post");
        await Waits(midHead, 1);
        await Waits(highHead, 0);
        await desk.Desk.Done(midHead, "write-off-passing", new { opinion = "同意上报" });
        await Waits(midHead, 0);
        await Waits(highHead, 1);
        await desk.Desk.Done(highHead, "write-off-return", new { reason = "没有回访记录" });
        await desk.Desk.Done(midHead, "write-off-passing", new { opinion = "已补回访记录" });
        await desk.Desk.Done(highHead, "write-off-verifier", new { verifier = desk.Ids["high-officer"] });
        (await highOfficer.Open("/write-offs")).Body!.TextContent.ShouldContain("待专人核查");
        await desk.Desk.Done(highOfficer, "write-off-verification", new { submits = "yes", opinion = "已回访，属实" });
        await desk.Desk.Done(highHead, "write-off-outcome", new { writtenOff = "yes", document = "平台回执" });
        var petition = await desk.Thread.Petition();
        petition.GetProperty("stage").GetString().ShouldBe("closed");
        (await desk.Last()).GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("station").GetString())
            .ShouldBe(["apply", "agree", "material", "pass-up", "name-verifier", "verify", "outcome"]);
        await desk.Desk.Done(desk.Desk.Head, "paper", new { kind = "write-off-form" });
        var paper = (await desk.Desk.Head.Open(desk.Thread.Address + "/papers/1")).Body!.TextContent;
        paper.ShouldContain("焦作市解放区人民法院 → 河南省焦作市中级人民法院 → 河南省高级人民法院");
        paper.ShouldContain("祁明远：已补回访记录");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();

        static async Task Waits(Session who, int lines)
        {
            (await who.GetJson("/api/write-offs")).GetProperty("writeOffs").GetArrayLength().ShouldBe(lines);
            (await who.Open("/write-offs")).QuerySelectorAll("tbody tr").Length.ShouldBe(lines);
        }
    }

    private static async Task<(int, int)> Figures(Session who, int court)
    {
        var figures = await who.GetJson($"/api/write-offs/courts/{court}");
        return (figures.GetProperty("approved").GetInt32(), figures.GetProperty("reversed").GetInt32());
    }

    private static string? Clause(JsonElement refused) => refused.GetProperty("clause").GetString();

    private static Dictionary<string, string> Without(Dictionary<string, string> fields, string field) => fields.Where(f => f.Key != field).ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> With(Dictionary<string, string> fields, string field, string value) => new(fields, StringComparer.Ordinal) { [field] = value };
}

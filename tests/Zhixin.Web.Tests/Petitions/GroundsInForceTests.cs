using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>A court where GC21 was never adopted: what is done on the grounds of that instrument is not done there, and everything else is.</summary>
public sealed class GroundsInForceTests(WebDatabase database)
{
    private static readonly object Decline = new { ground = "2", transferredTo = "派驻纪检监察组", transferProof = "移送函及签收单", explanation = "仅反映工作人员态度" };

    [Fact]
    public async Task Nothing_is_declined_there_and_the_refusal_says_what_is_not_in_force()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        var thread = await Thread.Of(app);
        var refused = await thread.Refused(thread.Head, "decline-proposal", Decline, HttpStatusCode.Conflict, "grounds-not-in-force");
        refused.GetProperty("title").GetString()!.ShouldContain("不予受理情形");
        var page = await thread.Head.Open(thread.Address);
        page.QuerySelector($"a[href='{thread.Address}/act/decline-proposal']").ShouldBeNull("no button for what cannot be done");
        page.Body!.TextContent.ShouldContain("没有列明“不予受理情形”");
        var form = await thread.Head.Open(thread.Address + "/act/decline-proposal");
        form.QuerySelectorAll("input[name=ground]").ShouldBeEmpty();
        form.Body!.TextContent.ShouldContain("没有列明“不予受理情形”");
        await thread.Refused(thread.Clerk, "decline-proposal", Decline, HttpStatusCode.Forbidden, "authority.post");

        await app.Adopt("GC21", TestApp.Jiefang, new DateOnly(2021, 1, 1));
        await thread.Done(thread.Head, "decline-proposal", Decline);
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("不予受理");
    }

    [Fact]
    public async Task Nobody_is_proposed_for_a_measure_on_a_list_of_another_courts_instrument()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        var thread = await (await Thread.Of(app)).Acknowledged();
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", otherCause = "反映评估拖延" });
        var conduct = new { petitioner = "1", act = "court-order", happened = "某日在大厅", basis = "民事诉讼法", necessity = "经劝阻无效", measure = "admonish", document = "提请书" };
        (await thread.Refused(thread.Handler, "conduct", conduct, HttpStatusCode.Conflict, "grounds-not-in-force")).GetProperty("title").GetString()!.ShouldContain("可以依法处置的妨害行为");
        var conditions = new { exhausted = "已尽", claim = "claim-groundless", persists = "坚持", noWriteOff = "不符合" };
        await thread.Done(thread.Head, "deliberation", conditions); // JZ21 binds the courts of 焦作, and this is one.
        var exclusion = await thread.Act(thread.Head, "exclusion", new { ground = "none-such", proof = "裁定", remedy = "申报债权" });
        exclusion.Body.GetProperty("key").GetString().ShouldNotBe("grounds-not-in-force", "SPC16 is in force everywhere");
    }

    [Fact]
    public async Task A_court_that_has_nothing_but_what_binds_everywhere_declines_nothing_and_asks_for_no_deliberation()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        await app.Person("far", "路明", TestApp.Gangcheng, "receptionist", "petition-unit-head");
        var far = await app.SignIn("far");
        var (_, receipt) = await far.PostJson("/api/contacts", new { form = new { summary = "要求执行", petitioners = new[] { new { name = "佟桂兰" } } } });
        var address = $"/petitions/{receipt.GetProperty("petitionHome").GetInt32()}/{receipt.GetProperty("petition").GetGuid()}";
        var version = (await far.GetJson("/api" + address)).GetProperty("version").GetInt32();
        var (status, body) = await far.PostJson($"/api{address}/decline-proposal", new { fields = Decline, version });
        (status, body.GetProperty("key").GetString()).ShouldBe((HttpStatusCode.Conflict, "grounds-not-in-force"));
        body.GetProperty("remedy").GetString()!.ShouldContain("照常受理");
        (await far.Open(address)).Body!.TextContent.ShouldContain("没有列明“公开评议的条件”");
    }

    [Fact]
    public async Task A_petition_is_accepted_there_with_its_cause_in_words()
    {
        await using var app = await TestApp.Start(database, adoptGangchengRules: false);
        var thread = await Thread.Of(app);
        (await thread.Clerk.Open("/register")).QuerySelectorAll("select[name=cause] option").Length.ShouldBe(1, "only the one that says it is open");
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        var form = await thread.Head.Open(thread.Address + "/act/acceptance");
        form.QuerySelectorAll("input[name=causes]").ShouldBeEmpty();
        form.QuerySelector("input[name=otherCause]").ShouldNotBeNull();
        await thread.Refused(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" }, HttpStatusCode.BadRequest, "cause-unknown");
        await thread.Refused(thread.Head, "acceptance", new { capacity = "applicant" }, HttpStatusCode.BadRequest, "cause-in-words");
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", otherCause = "反映评估拖延" });
        var text = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        text.ShouldContain("实施类；反映评估拖延");
        text.ShouldNotContain("：反映评估拖延");
    }

    [Fact]
    public async Task What_was_declined_under_an_instrument_keeps_its_words_after_that_is_in_force_no_more()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "decline-proposal", Decline);
        await History.Matter.Tamper(app, "update adoption set until_day = '2026-02-11' where pack = 'GC21'");
        await app.Office.Reload(default);
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("仅反映作风、廉洁");
        await thread.Done(thread.Head, "decline-undo", new { reason = "规定不再适用" });
        await thread.Refused(thread.Head, "decline-proposal", Decline, HttpStatusCode.Conflict, "grounds-not-in-force");
    }
}

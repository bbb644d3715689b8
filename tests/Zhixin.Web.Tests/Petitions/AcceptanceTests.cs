using System.Net;
using System.Text.Json;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>Class, acceptance, declining, what bars superiors and withdrawal, over HTTP.</summary>
public sealed class AcceptanceTests(WebDatabase database)
{
    [Fact]
    [Trait("Clause", "SPC16-1 accepted")]
    [Trait("Clause", "SPC16-6 accepted")]
    [Trait("Clause", "GC21-6a(1) accepted")]
    [Trait("Clause", "GC21-16 accepted")]
    [Trait("Clause", "SPC16-3(3) accepted")]
    public async Task A_petition_gets_its_class_is_accepted_and_the_petitioner_has_the_notice()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a,7a" });
        var petition = await thread.Petition();
        petition.GetProperty("stage").GetString().ShouldBe("accepted");
        Thread.Owed(petition, "acceptance-notice").GetProperty("state").GetString().ShouldBe("open");

        await thread.Done(thread.Head, "acceptance-notice", new { method = "in-person", proof = "送达回执第 3 号" });

        petition = await thread.Petition();
        Thread.Owed(petition, "acceptance-notice").GetProperty("state").GetString().ShouldBe("fulfilled");
        Thread.Owed(petition, "tell-process-and-result").GetProperty("state").GetString().ShouldBe("fulfilled");
        Thread.Owed(petition, "hand-to-handler").GetProperty("state").GetString().ShouldBe("open");
        var page = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        page.ShouldContain("实施类；消极执行");
        (await thread.Head.GetJson("/api/petitions?view=all&cause=2")).GetProperty("petitions").GetArrayLength().ShouldBe(1);
        (await thread.Head.GetJson("/api/petitions?view=all&stage=declined")).GetProperty("petitions").GetArrayLength().ShouldBe(0);
        (await thread.Head.GetJson("/api/petitions")).GetProperty("petitions").GetArrayLength().ShouldBe(1);
        (await thread.Head.GetJson("/api/petitions?view=all&stage=accepted")).GetProperty("petitions").GetArrayLength().ShouldBe(1);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-1 refused")]
    [Trait("Clause", "SPC16-6 refused")]
    [Trait("Clause", "SPC16-11 refused")]
    [Trait("Clause", "GC21-6a(1) refused")]
    [Trait("Clause", "GC21-16 refused")]
    [Trait("Clause", "SPC16-3(3) refused")]
    public async Task What_the_law_does_not_allow_is_refused_with_its_clause()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Refused(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" }, HttpStatusCode.UnprocessableEntity, "accept-needs-class");
        await thread.Refused(thread.Head, "classification", new { claim = "unlawful-act", @class = "implementation", capacity = "applicant" }, HttpStatusCode.UnprocessableEntity, "class-not-implementation");
        await thread.Refused(thread.Head, "classification", new { claim = "press-on", @class = "review", capacity = "applicant" }, HttpStatusCode.UnprocessableEntity, "class-not-review");
        await thread.Refused(thread.Head, "classification", new { claim = "press-on", capacity = "respondent" }, HttpStatusCode.UnprocessableEntity, "class-only-applicant");
        await thread.Refused(thread.Head, "classification", new { claim = "press-on" }, HttpStatusCode.UnprocessableEntity, "class-needs-capacity");
        await thread.Done(thread.Head, "classification", new { claim = "unlawful-act", capacity = "applicant" });
        await thread.Refused(thread.Head, "acceptance", new { capacity = "applicant" }, HttpStatusCode.UnprocessableEntity, "accept-needs-cause");
        await thread.Refused(thread.Head, "acceptance", new { capacity = "applicant", causes = "3" }, HttpStatusCode.UnprocessableEntity, "cause-points-at-person");
        await thread.Refused(thread.Head, "notice", new { method = "post", content = "正在评估" }, HttpStatusCode.UnprocessableEntity, "notice-needs-proof");
        await thread.Refused(thread.Head, "acceptance-notice", new { method = "post", proof = "挂号信" }, HttpStatusCode.UnprocessableEntity, "notice-before-acceptance");
        await thread.Refused(thread.Handler, "acceptance", new { capacity = "applicant", causes = "2a" }, HttpStatusCode.Forbidden, "authority.post");
        (await thread.Petition()).GetProperty("stage").GetString().ShouldBe("registered");
    }

    [Theory]
    [Trait("Clause", "SPC16-11 accepted")]
    [InlineData("unlawful-act", "respondent")]
    [InlineData("substantive-right", "interested-person")]
    public async Task Who_attacks_an_act_or_claims_the_object_is_of_the_review_class_and_is_led_to_the_objection(string claim, string capacity)
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "classification", new { claim, capacity });
        await thread.Done(thread.Head, "acceptance", new { capacity, causes = "6a" });
        var petition = await thread.Petition();
        (petition.GetProperty("stage").GetString(), petition.GetProperty("acceptance").GetProperty("class").GetString()).ShouldBe(("accepted", "review"));
        await thread.Acknowledged();
        await thread.Refused(
            thread.Handler, "property-check", new { found = "no", source = "网络查控", result = "没有", proof = "反馈" }, HttpStatusCode.UnprocessableEntity, "exhaust-implementation-only");
        await thread.Done(thread.Clerk, "objection-paper", new { kind = claim == "unlawful-act" ? "act" : "outsider", titled = "no", paper = "来信第 3 页", content = "查封有误" });
        Thread.Owed(await thread.Petition(), "objection-file").GetProperty("state").GetString().ShouldBe("open");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public async Task Whom_a_cause_names_is_out_of_the_matter_at_once()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Thread.Of(app)).Acknowledged();
        await thread.Done(thread.Head, "classification", new { claim = "unlawful-act", capacity = "applicant" });
        await thread.Refused(thread.Head, "acceptance", new { capacity = "applicant", causes = "3", concerned = "没有此人" }, HttpStatusCode.BadRequest, "staff-unknown");
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "3", concerned = "孟庆和" });
        await Hidden(thread);
        (await thread.Petition()).GetProperty("handler").ValueKind.ShouldBe(JsonValueKind.Null);
        await thread.Register("又来反映", join: true);
        await Hidden(thread);
        await thread.Done(thread.Head, "withdrawal", new { document = "撤回申请书" });
        await Hidden(thread);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    [Trait("Clause", "GC21-5(1) refused")]
    public async Task A_colleague_named_by_mistake_sees_the_matter_again_once_another_corrects_it_with_proof()
    {
        await using var app = await TestApp.Start(database);
        var thread = await (await Thread.Of(app)).Acknowledged();
        await app.Person("officer", "应守诚", TestApp.Jiefang, "petition-officer");
        await thread.Done(thread.Head, "classification", new { claim = "unlawful-act", capacity = "applicant" });
        await thread.Refused(thread.Head, "concern-correction", new { was = thread.HandlerId, reason = "同名", proof = "笔录" }, HttpStatusCode.Conflict, "concern-none");
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "3", concerned = "孟庆和" });
        await Hidden(thread);
        (await thread.Head.Open(thread.Address + "/act/concern-correction")).Body!.TextContent.ShouldContain("孟庆和");
        await thread.Refused(thread.Head, "concern-correction", new { was = thread.HandlerId, reason = "写错了人" }, HttpStatusCode.UnprocessableEntity, "concern-needs-proof");
        await thread.Refused(await app.SignIn("officer"), "concern-correction", new { was = thread.HandlerId, reason = "写错", proof = "笔录" }, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(thread.Head, "concern-correction", new { was = thread.HandlerId, now = "没有此人", reason = "写错", proof = "笔录" }, HttpStatusCode.BadRequest, "staff-unknown");
        await thread.Done(thread.Head, "concern-correction", new { was = thread.HandlerId, now = "应守诚", reason = "写错了人", proof = "核实笔录第 2 号" });
        (await thread.Handler.Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await thread.Handler.GetJson("/api/petitions?view=all")).GetProperty("petitions").GetArrayLength().ShouldBe(1);
        (await (await app.SignIn("officer")).Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("原指向 孟庆和，更正为 应守诚");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-6 refused")]
    public async Task Another_capacity_than_the_class_was_fixed_by_is_not_accepted_before_the_class_is_changed()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Refused(thread.Head, "acceptance", new { capacity = "respondent", causes = "2a" }, HttpStatusCode.BadRequest, "accept-capacity-differs");
        await thread.Done(thread.Head, "classification", new { claim = "unlawful-act", capacity = "respondent", reason = "实为被执行人" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "respondent", causes = "2a" });
        (await thread.Petition()).GetProperty("acceptance").GetProperty("capacity").GetString().ShouldBe("respondent");
    }

    /// <summary>Neither page nor JSON nor any list shows the matter to the handler.</summary>
    private static async Task Hidden(Thread thread)
    {
        foreach (var address in new[] { thread.Address, "/api" + thread.Address, thread.Address + "/act/meeting" })
        {
            (await thread.Handler.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await thread.Handler.GetJson("/api/petitions?view=all")).GetProperty("petitions").GetArrayLength().ShouldBe(0);
        (await thread.Handler.Open("/ledger?view=all")).Body!.TextContent.ShouldNotContain("要求处置塔吊");
        (await thread.Handler.Open("/")).Body!.TextContent.ShouldNotContain("要求处置塔吊");
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) accepted")]
    [Trait("Clause", "GC21-15(1) refused")]
    public async Task Declining_needs_the_facts_of_its_ground_another_who_approves_and_the_explanation_served()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await app.Person("officer", "应守诚", TestApp.Jiefang, "petition-officer");
        var officer = await app.SignIn("officer");
        await thread.Refused(officer, "decline-proposal", new { ground = "2", explanation = "仅反映态度" }, HttpStatusCode.UnprocessableEntity, "decline-needs-transfer");
        await thread.Done(officer, "decline-proposal", new { ground = "2", transferredTo = "派驻纪检组", transferProof = "移送函 3 号", explanation = "仅反映态度，已移送" });
        await thread.Refused(officer, "decline-decision", new { agreed = "yes" }, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(officer, "decline-explanation", new { method = "post", proof = "挂号信" }, HttpStatusCode.UnprocessableEntity, "decline-not-approved");
        await thread.Done(thread.Head, "decline-decision", new { agreed = "yes" });
        var petition = await thread.Petition();
        petition.GetProperty("stage").GetString().ShouldBe("registered", "it has no effect before it is explained");
        await thread.Done(officer, "decline-explanation", new { method = "post", proof = "挂号信回执" });
        petition = await thread.Petition();
        petition.GetProperty("stage").GetString().ShouldBe("declined");
        petition.GetProperty("obligations").EnumerateArray().ShouldAllBe(o => o.GetProperty("state").GetString() != "open");

        await thread.Done(officer, "decline-undo", new { reason = "另有反映执行的内容" });
        petition = await thread.Petition();
        petition.GetProperty("stage").GetString().ShouldBe("registered");
        petition.GetProperty("obligations").EnumerateArray().Count(o => o.GetProperty("state").GetString() == "open").ShouldBe(1);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) accepted")]
    [Trait("Clause", "GC21-15(1) refused")]
    public async Task Several_attempts_are_recorded_and_the_petitioner_who_appears_undoes_the_decline()
    {
        await using var app = await TestApp.Start(database, "2026-03-02");
        var thread = await Thread.Of(app, new { summary = "只说有个案子", petitioners = new[] { new { name = "佟桂兰" } } });
        await app.Person("officer", "应守诚", TestApp.Jiefang, "petition-officer");
        await thread.On("2026-03-06");
        var officer = await app.SignIn("officer");
        await thread.Refused(
            officer, "decline-proposal", new { ground = "1a", attemptOn = "2026-03-03", attemptResult = "无人接听", explanation = "案件不明" }, HttpStatusCode.BadRequest, "service-method-unknown");
        await thread.Refused(
            officer, "decline-proposal",
            new { ground = "1a", attemptOn = "2026-03-03", attemptMethod = "phone", attemptResult = "无人接听", attemptOn2 = "三月四日", explanation = "案件不明" }, HttpStatusCode.BadRequest,
            "date-unreadable");
        await thread.Refused(
            officer, "decline-proposal",
            new { ground = "1a", attemptOn = "2026-03-03", attemptMethod = "phone", attemptResult = "无人接听", attemptOn2 = "2026-03-05", attemptMethod2 = "post", explanation = "案件不明" },
            HttpStatusCode.UnprocessableEntity, "decline-attempt-result");
        await thread.Done(
            officer, "decline-proposal",
            new
            {
                ground = "1a", attemptOn = "2026-03-03", attemptMethod = "phone", attemptResult = "无人接听", attemptOn2 = "2026-03-05", attemptMethod2 = "post", attemptResult2 = "退信",
                explanation = "案件不明，也联系不上",
            });
        var decision = (await thread.Head.Open(thread.Address + "/act/decline-decision")).Body!.TextContent;
        decision.ShouldContain("2026-03-03 电话，无人接听；2026-03-05");
        await thread.Done(thread.Head, "decline-decision", new { agreed = "yes" });

        await thread.Register("本人到场，仍说不清案号", join: true);

        var petition = await thread.Petition();
        petition.GetProperty("acceptance").GetProperty("declining").ValueKind.ShouldBe(JsonValueKind.Null);
        Thread.Owed(petition, "explain-decline").GetProperty("state").GetString().ShouldNotBe("open");
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("信访人又来访来信，情形已经消失");
        await thread.Refused(officer, "decline-explanation", new { method = "post", proof = "挂号信" }, HttpStatusCode.Conflict, "decline-not-proposed");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-15(2) refused")]
    [Trait("Clause", "SPC16-13 refused")]
    public async Task What_is_recorded_after_the_proposal_is_asked_again_when_it_is_approved_and_when_it_is_explained()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await app.Person("officer", "应守诚", TestApp.Jiefang, "petition-officer");
        var officer = await app.SignIn("officer");
        await thread.Done(officer, "decline-proposal", new { ground = "4d", transferredTo = "立案庭", transferProof = "移送函", explanation = "另行起诉" });
        await thread.Done(thread.Clerk, "objection-paper", new { kind = "act", titled = "no", paper = "来信第 3 页", content = "查封有误" });
        await thread.Refused(thread.Head, "decline-decision", new { agreed = "yes" }, HttpStatusCode.UnprocessableEntity, "decline-is-objection");
        await thread.Done(officer, "decline-undo", new { reason = "应当转入异议" });

        var other = await thread.Register("态度生硬", join: false, name: "另一人");
        var address = $"/petitions/{other.GetProperty("home").GetInt32()}/{other.GetProperty("petition").GetGuid()}";
        await thread.Done(officer, "decline-proposal", new { ground = "2", transferredTo = "派驻组", transferProof = "移送函", explanation = "仅反映态度" }, address: address);
        await thread.Done(thread.Head, "decline-decision", new { agreed = "yes" }, address: address);
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" }, address: address);
        await thread.Refused(officer, "decline-explanation", new { method = "post", proof = "挂号信" }, HttpStatusCode.UnprocessableEntity, "decline-enforcement-claim", address: address);
        (await thread.Petition(address: address)).GetProperty("stage").GetString().ShouldBe("registered");
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) refused")]
    public async Task Who_proposed_to_decline_does_not_approve()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "decline-proposal", new { ground = "5", channel = "市人社局", explanation = "不属法院管辖" });
        await thread.Refused(thread.Head, "decline-decision", new { agreed = "yes" }, HttpStatusCode.Forbidden, "decline-own-proposal");
    }

    [Fact]
    [Trait("Clause", "SPC16-8(1) accepted")]
    [Trait("Clause", "SPC16-8(1) refused")]
    [Trait("Clause", "SPC16-18(1) refused")]
    public async Task A_fact_that_bars_superiors_needs_proof_and_the_remedy_told_and_closes_nothing()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Refused(thread.Head, "exclusion", new { ground = "bankruptcy", remedy = "已告知申报债权" }, HttpStatusCode.UnprocessableEntity, "exclusion-needs-proof");
        await thread.Refused(thread.Head, "exclusion", new { ground = "administrative", proof = "裁定", remedy = "已告知" }, HttpStatusCode.UnprocessableEntity, "exclusion-other-class");
        await thread.Done(thread.Head, "exclusion", new { ground = "bankruptcy", proof = "（2026）豫0802破1号", remedy = "已告知申报债权" });
        (await thread.Petition()).GetProperty("stage").GetString().ShouldBe("registered");
        await thread.Done(thread.Head, "exclusion-end", new { exclusion = "1", reason = "破产程序终结" });
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "SPC16-18(1) accepted")]
    public async Task In_the_review_class_the_facts_are_others()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Done(thread.Head, "classification", new { claim = "unlawful-act", capacity = "interested-person" });
        await thread.Done(thread.Head, "exclusion", new { ground = "administrative", proof = "准予执行裁定", remedy = "已告知申诉" });
    }

    [Fact]
    [Trait("Clause", "GC21-16 accepted")]
    public async Task Taken_back_on_a_signed_request_and_open_again_with_the_next_contact()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Refused(thread.Head, "withdrawal", new { }, HttpStatusCode.UnprocessableEntity, "withdraw-needs-signed-request");
        await thread.Done(thread.Head, "withdrawal", new { document = "撤回申请书，2 月 12 日" });
        (await thread.Petition()).GetProperty("stage").GetString().ShouldBe("withdrawn");
        await thread.Register("又来反映", join: true);
        (await thread.Petition()).GetProperty("stage").GetString().ShouldBe("registered");
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    public async Task Every_form_opens_with_what_is_known_and_keeps_what_was_typed()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        var form = await thread.Head.Open(thread.Address + "/act/classification");
        form.QuerySelector("input[name=capacity][value=unknown]")!.HasAttribute("checked").ShouldBeTrue();
        var refused = await thread.Head.Submit(
            thread.Address + "/act/acceptance", thread.Address + "/acceptance", ("capacity", "applicant"), ("causes", "2a,8"), ("otherCause", " "));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Session.Page(refused);
        page.QuerySelectorAll("input[name=causes][checked]").Select(i => i.GetAttribute("value")).ShouldBe(["2a", "8"]);
    }
}

using System.Net;
using Zhixin.Web.Tests.Shared;

namespace Zhixin.Web.Tests.Petitions;

/// <summary>The team, the plan, first contact and the scene, over HTTP.</summary>
public sealed class TeamTests(WebDatabase database)
{
    private static readonly object Plan = new
    {
        actions = "aid-judicial,correct", content = "先行发还已到账部分", responsible = "孟庆和", dueOn = "2026-03-31", forces = "mobilise-relatives", participants = "其子参加约谈",
    };

    private static readonly object Meeting = new { method = "in-person", present = "上官敏、专班全体", heard = "尽快发还案款", told = "三月底前发还", signed = "yes", proof = "笔录 3 号" };

    [Fact]
    [Trait("Clause", "GC21-4 accepted")]
    [Trait("Clause", "JZ21-3.2.3 accepted")]
    [Trait("Clause", "JZ21-3.2.4(1) accepted")]
    [Trait("Clause", "JZ21-3.2.4(2) accepted")]
    public async Task A_leader_leads_a_judge_assists_another_leader_is_in_charge_plans_reports_and_meets_on_a_holiday()
    {
        await using var app = await TestApp.Start(database);
        var staff = await Staffed(app);
        var thread = staff.Thread;
        await thread.Done(staff.Leader, "lead", new { });
        await thread.Done(thread.Head, "team", new { role = "co-handling-judge", person = staff.JudgeId });
        await thread.Done(thread.Head, "team", new { role = "liaison", person = thread.HandlerId, phone = "0391-102" });
        await thread.Done(staff.President, "charge", new { phone = "0391-100" });
        Thread.Owed(await thread.Petition(), "leader-meets").GetProperty("state").GetString().ShouldBe("open");
        await thread.Done(staff.Judge, "co-handling", new { content = "解释判决主文", proof = "谈话笔录 2 号" });
        await thread.Done(staff.President, "plan", Plan);
        await thread.Done(thread.Head, "team-report", new { reportedTo = "中院执行局综合处", document = "报告 2 号", supervisedBy = "王副院长" });

        await thread.On("2026-02-17");
        await thread.Done(await app.SignIn("president"), "leader-meeting", Meeting);
        var petition = await thread.Petition();
        Thread.Owed(petition, "leader-meets").GetProperty("state").GetString().ShouldBe("fulfilled");
        petition.GetProperty("team").GetProperty("members").EnumerateArray().Select(m => (m.GetProperty("role").GetString(), m.GetProperty("name").GetString()))
            .ShouldBe([("lead", "欧阳正"), ("co-handling-judge", "司徒安"), ("liaison", "孟庆和"), ("leader-in-charge", "上官敏")]);
        var page = (await thread.Head.Open(thread.Address)).Body!.TextContent;
        foreach (var text in new[] { "主办院领导", "欧阳正，院领导", "上官敏，院长　0391-100", "其子参加约谈", "包案领导约谈信访人", "三月底前发还" })
        {
            page.ShouldContain(text);
        }

        (await History.Matter.Verify(app)).First.ShouldBeNull();
        await History.RebuildTests.Rebuild(app);
        (await History.Matter.Verify(app)).First.ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-4 refused")]
    [Trait("Clause", "JZ21-3.2.3 refused")]
    [Trait("Clause", "JZ21-3.2.4(1) refused")]
    [Trait("Clause", "JZ21-3.2.4(2) refused")]
    public async Task What_the_team_may_not_do_is_refused_with_clause_and_remedy()
    {
        await using var app = await TestApp.Start(database);
        var staff = await Staffed(app);
        var thread = staff.Thread;
        const HttpStatusCode no = HttpStatusCode.UnprocessableEntity;
        await thread.Refused(thread.Handler, "lead", new { }, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(thread.Head, "team", new { role = "lead", person = thread.HandlerId }, no, "lead-not-court-leader");
        await thread.Refused(thread.Head, "team", new { role = "co-handling-judge", person = thread.HandlerId }, no, "co-handler-not-judge");
        await thread.Refused(thread.Head, "team", new { role = "nobody", person = thread.HandlerId }, HttpStatusCode.BadRequest, "team-role-unknown");
        await thread.Refused(staff.Judge, "co-handling", new { content = "解释判决", proof = "笔录" }, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(staff.President, "leader-meeting", Meeting, HttpStatusCode.Forbidden, "authority.post");
        await thread.Refused(staff.President, "charge", new { }, no, "team-needs-phone");
        await thread.Done(staff.President, "charge", new { phone = "0391-100" });
        await thread.Refused(staff.Leader, "leader-meeting", Meeting, no, "leader-meets-himself");
        await thread.Refused(staff.President, "leader-meeting", new { method = "phone", present = "专班", heard = "发还", signed = "yes", proof = "录音" }, no, "leader-meeting-tells");
        await thread.Refused(staff.President, "plan", new { actions = "aid-judicial", content = "先行发还" }, no, "plan-needs-date");
        await thread.Refused(staff.President, "plan", new { content = "先行发还", dueOn = "2026-03-31" }, no, "plan-needs-action");
        await thread.Refused(staff.President, "plan", new { actions = "aid-judicial", content = "先行发还", responsible = "孟庆和", dueOn = "2026-03-31" }, no, "plan-needs-forces");
        await thread.Refused(thread.Head, "team-report", new { reportedTo = "中院", document = "报告" }, no, "report-needs-liaison");
        await thread.Refused(thread.Head, "team-leaving", new { member = "leader-in-charge:" + staff.PresidentId, reason = "换人" }, HttpStatusCode.Conflict, "team-leader-replaced");
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public async Task Only_the_lead_leader_or_the_leaders_deputy_approves_and_whoever_is_accused_later_falls_out()
    {
        await using var app = await TestApp.Start(database);
        var staff = await Staffed(app);
        var thread = staff.Thread;
        await app.Person("second", "东方朔", TestApp.Jiefang, "court-leader");
        await thread.Done(staff.Leader, "lead", new { });
        await thread.Done(thread.Head, "classification", new { claim = "press-on", capacity = "applicant" });
        await thread.Done(thread.Head, "acceptance", new { capacity = "applicant", causes = "2a" });
        await thread.Acknowledged();
        await thread.Done(thread.Handler, "opinion", new { finding = "justified", aidNeeded = "no", unlawfulActFound = "no", progress = "已查封", result = "已发还" });
        await thread.Refused(await app.SignIn("second"), "opinion-decision", new { agreed = "yes" }, HttpStatusCode.UnprocessableEntity, "opinion-lead-leader");
        await thread.Done(staff.Leader, "opinion-decision", new { agreed = "yes" });

        var (status, receipt) = await thread.Clerk.PostJson("/api/contacts", new
        {
            form = new { caseNumber = Thread.Case, summary = "反映院领导干预", petitioners = new[] { new { name = "佟桂兰" } }, accused = new[] { staff.LeaderId } },
            join = thread.Address["/petitions/".Length..].Replace('/', '_'),
        });
        status.ShouldBe(HttpStatusCode.Created, receipt.ToString());
        (await thread.Petition()).GetProperty("team").GetProperty("members").GetArrayLength().ShouldBe(0);
        (await staff.Leader.Client.GetAsync(thread.Address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await thread.Refused(thread.Head, "team", new { role = "lead", person = staff.LeaderId }, HttpStatusCode.UnprocessableEntity, "assign-accused");
    }

    [Fact]
    public async Task A_leader_who_leads_does_not_leave_until_another_takes_over()
    {
        await using var app = await TestApp.Start(database);
        var staff = await Staffed(app);
        await staff.Thread.Done(staff.Leader, "lead", new { });
        (await Database.Courts.HeldLists.Owed(app.Office.Db, app.Office.Law.Now.Courts, new Zhixin.History.StreamId(staff.Thread.Home, staff.LeaderId), default)).ShouldBe(1);
        var second = await app.Person("second", "东方朔", TestApp.Jiefang, "court-leader");
        var (status, body) = await staff.Thread.Head.PostJson($"/api/staff/{staff.Thread.Home}/{staff.LeaderId}/handover", new { to = second, reason = "调离" });
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        (await Database.Courts.HeldLists.Owed(app.Office.Db, app.Office.Law.Now.Courts, new Zhixin.History.StreamId(staff.Thread.Home, staff.LeaderId), default)).ShouldBe(0);
        (await staff.Thread.Petition()).GetProperty("team").GetProperty("members")[0].GetProperty("name").GetString().ShouldBe("东方朔");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.1 accepted")]
    [Trait("Clause", "JZ21-3.2.1 refused")]
    public async Task First_contact_and_scene_are_recorded_and_force_is_refused()
    {
        await using var app = await TestApp.Start(database);
        var thread = await Thread.Of(app);
        await thread.Refused(thread.Head, "first-contact", new { method = "phone", content = "告知承办人", proof = "录音" }, HttpStatusCode.UnprocessableEntity, "first-contact-needs-name");
        await thread.Done(thread.Head, "first-contact", new { method = "phone", by = "孟庆和，承办人", content = "告知承办人和电话", proof = "录音 8 号" });
        await thread.Refused(thread.Head, "scene-dispatch", new { staff = "孟庆和", result = "stayed", freely = "yes", content = "接待", proof = "照片" }, HttpStatusCode.Conflict, "scene-not-noticed");
        await thread.Done(thread.Clerk, "scene-notice", new { from = "驻京组", place = "接待大厅", situation = "三人滞留" });
        Thread.Owed(await thread.Petition(), "scene-staff").GetProperty("due").GetString().ShouldBe("2026-02-12");
        foreach (var forced in new object[]
        {
            new { staff = "孟庆和", result = "returned-freely", freely = "no", content = "送回", proof = "照片" }, new { staff = "孟庆和", result = "transported", freely = "yes", content = "带回", proof = "照片" },
        })
        {
            await thread.Refused(thread.Head, "scene-dispatch", forced, HttpStatusCode.UnprocessableEntity, "scene-return-is-free");
        }

        await thread.Done(thread.Head, "scene-dispatch", new { staff = "孟庆和", result = "returned-freely", freely = "yes", content = "当场听取诉求", proof = "照片 4 张" });
        Thread.Owed(await thread.Petition(), "scene-staff").GetProperty("state").GetString().ShouldBe("fulfilled");
        (await thread.Head.Open(thread.Address)).Body!.TextContent.ShouldContain("自愿返回");
    }

    [Fact]
    public async Task The_forms_of_the_team_open_and_offer_nobody_who_is_accused()
    {
        await using var app = await TestApp.Start(database);
        var staff = await Staffed(app);
        foreach (var act in new[] { "lead", "charge", "team", "team-leaving", "co-handling", "plan", "team-report", "leader-meeting", "first-contact", "scene-notice", "scene-dispatch", "transfer", "split", "party-replacement" })
        {
            (await staff.Thread.Head.Open($"{staff.Thread.Address}/act/{act}")).QuerySelector("form.panel").ShouldNotBeNull(act);
        }

        (await staff.Thread.Head.Open($"{staff.Thread.Address}/act/team")).QuerySelectorAll("select[name=person] option").Select(o => o.TextContent).ShouldContain(t => t.Contains("欧阳正"));
        (await staff.Thread.Head.Open($"{staff.Thread.Address}/act/party-replacement")).QuerySelectorAll("select[name=was] option").Select(o => o.TextContent).ShouldContain(t => t.Contains("佟桂兰"));
    }

    private sealed record Team(Thread Thread, Session Leader, Guid LeaderId, Session President, Guid PresidentId, Session Judge, Guid JudgeId);

    private static async Task<Team> Staffed(TestApp app)
    {
        var thread = await Thread.Of(app);
        var leader = await app.Person("leader", "欧阳正", TestApp.Jiefang, "court-leader");
        var president = await app.Person("president", "上官敏", TestApp.Jiefang, "president");
        var judge = await app.Person("judge", "司徒安", TestApp.Jiefang, "co-handling-judge");
        return new Team(thread, await app.SignIn("leader"), leader, await app.SignIn("president"), president, await app.SignIn("judge"), judge);
    }
}

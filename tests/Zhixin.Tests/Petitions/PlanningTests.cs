using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>The plan and its forces, the report of team and plan; first contact and staff sent to a scene.</summary>
public sealed class PlanningTests
{
    private static readonly Candidate Leader = new(Id(32), "上官敏", Home.Number, true, ["president"]);
    private static readonly Actors ByLeader = new(Leader.Id, null);
    private static readonly PetitionPlanMade Made = new(
        ["aid-judicial", "correct"], "先行发还已到账部分，对评估价复核", "张法官", On("2026-03-31"), ["mobilise-relatives", "mobilise-government"], "街道办协调，其子参加约谈", null, null);

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(1) accepted")]
    [Trait("Clause", "JZ21-3.2.4(2) accepted")]
    public void A_plan_names_actions_measures_person_date_and_forces_and_is_changed_with_a_reason()
    {
        var matter = Charged();
        matter.Do(Plan(matter, Made with { Reason = "多余" }), "2026-03-04");
        matter.Petition.Team.Plan!.Reason.ShouldBeNull("the first plan changes nothing");
        Plan(matter, Made with { DueOn = On("2026-04-30") }).ShouldBeRefusedUnder("JZ21-3.2.4(1)", "plan-change-needs-reason");
        matter.Do(Plan(matter, Made with { DueOn = On("2026-04-30"), Reason = "评估延后" }), "2026-03-10");
        matter.Petition.Team.Plan.DueOn.ShouldBe(On("2026-04-30"));
    }

    [Theory]
    [InlineData("2026-03-03", false)]
    [InlineData("2026-03-04", true)]
    public void A_plan_ends_on_its_own_day_or_later(string due, bool isTaken)
    {
        var decided = Plan(Charged(), Made with { DueOn = On(due) });
        (decided is Decision<object>.Done).ShouldBe(isTaken);
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(1) refused")]
    public void A_plan_that_says_nothing_is_none()
    {
        var matter = Charged();
        Plan(matter, Made with { Actions = [] }).ShouldBeRefusedUnder("JZ21-3.2.4(1)", "plan-needs-action");
        Plan(matter, Made with { Actions = ["steady"] }).ShouldBeRefusedFor("actions", "plan-action-unknown");
        Plan(matter, Made with { Content = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(1)", "plan-needs-content");
        Plan(matter, Made with { Responsible = "" }).ShouldBeRefusedUnder("JZ21-3.2.4(1)", "plan-needs-person");
        Plan(matter, Made with { DueOn = On("2026-03-01") }).ShouldBeRefusedUnder("JZ21-3.2.4(1)", "plan-date-past");
        Teaming.Plan(matter.Petition, Made, new Actors(Li.Id, null), List("JZ21", "plan-actions"), On("2026-03-04")).ShouldBeRefusedUnder("JZ21-3.2.4(1)", "plan-not-in-team");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.4(2) refused")]
    public void A_plan_says_who_takes_part_or_why_nobody_else_does()
    {
        var matter = Charged();
        Plan(matter, Made with { Forces = [] }).ShouldBeRefusedUnder("JZ21-3.2.4(2)", "plan-needs-forces");
        Plan(matter, Made with { Participants = " " }).ShouldBeRefusedUnder("JZ21-3.2.4(2)", "plan-needs-participants");
        matter.Do(Plan(matter, Made with { Forces = [], Participants = null, Alone = "外地信访人，没有亲友和基层组织可联系" }), "2026-03-04");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.2 refused")]
    public void Team_and_plan_are_reported_once_leader_liaison_and_plan_are_there_and_fulfil_what_is_owed()
    {
        var matter = Received("2026-03-02");
        Report(matter).ShouldBeRefusedUnder("JZ21-3.2.2", "report-needs-leader");
        matter = Charged().HandedDown("2026-03-03");
        Report(matter).ShouldBeRefusedUnder("JZ21-3.2.2", "report-needs-liaison");
        Fix(matter, TeamRole.Liaison, Li, null).ShouldBeRefusedUnder("JZ21-3.2.2", "team-needs-phone");
        matter.Do(Fix(matter, TeamRole.Liaison, Li, "0531-102"), "2026-03-04");
        Report(matter).ShouldBeRefusedUnder("JZ21-3.2.2", "report-needs-plan");
        matter.Do(Plan(matter, Made), "2026-03-04");
        Teaming.Report(matter.Petition, " ", "报告").ShouldBeRefusedFor("reportedTo", "report-needs-receiver");
        Teaming.Report(matter.Petition, "中院", " ").ShouldBeRefusedUnder("JZ21-3.2.2", "report-needs-document");
        Report(matter, ReportedBeside.DivisionHead).ShouldBeRefusedUnder("JZ21-3.2.2", "report-needs-division-head");
        Report(matter, ReportedBeside.ContactLeader).ShouldBeRefusedUnder("JZ21-3.2.2", "report-needs-contact-leader");
        matter.The("team-and-plan").IsOpen.ShouldBeTrue("it was handed down");
        matter.The("team-and-plan").Due.ShouldBe(On("2026-03-05"));
        matter.Do(Report(matter), "2026-03-04");
        matter.The("team-and-plan").State.ShouldBe(new Zhixin.Obligations.ObligationState.Fulfilled(On("2026-03-04")));
        matter.Last.OfType<PetitionTeamReported>().Single().Members.Select(m => (m.Name, m.Phone)).ShouldBe([("上官敏", "0531-100"), ("李法官", "0531-102")]);
        matter.Petition.Team.ReportedOn.ShouldBe(On("2026-03-04"));
        matter.Do(Teaming.Release(matter.Petition, TeamRole.Liaison, Li.Id, Li.Name, "轮岗"), "2026-03-05");
        matter.Petition.Team.Liaison.ShouldBeNull();
    }

    [Fact]
    public void The_first_contact_names_who_spoke_and_is_recorded_once()
    {
        var matter = Received("2026-03-02");
        var contacted = new PetitionFirstContacted(ServiceMethod.Phone, "张法官", "告知承办人和电话", "录音 8 号");
        Reaching.Contact(matter.Petition, contacted with { By = " " }).ShouldBeRefusedUnder("JZ21-3.2.1", "first-contact-needs-name");
        Reaching.Contact(matter.Petition, contacted with { Content = "" }).ShouldBeRefusedUnder("JZ21-3.2.1", "first-contact-needs-content");
        Reaching.Contact(matter.Petition, contacted with { Proof = "" }).ShouldBeRefusedUnder("JZ21-3.2.1", "first-contact-needs-proof");
        matter.Do(Reaching.Contact(matter.Petition, contacted), "2026-03-02");
        Reaching.Contact(matter.Petition, contacted).ShouldBeRefusedAs("first-contact-made");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.1 accepted")]
    public void Staff_goes_to_the_scene_on_the_day_of_the_notice_and_the_clock_is_fulfilled()
    {
        var matter = Noticed("2026-03-07", "2026-03-09");
        var owed = matter.The("scene-staff");
        (owed.Due, owed.OverdueAfter).ShouldBe((On("2026-03-07"), On("2026-03-09")), "told two days later, it counts from that day");
        matter.Do(Send(matter, SceneResult.ReturnedFreely), "2026-03-09");
        (matter.The("scene-staff").IsOpen, matter.Petition.Scene.Last!.Result).ShouldBe((false, SceneResult.ReturnedFreely));
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.1 refused")]
    public void Force_is_no_result_whatever_else_is_said()
    {
        var matter = Noticed("2026-03-09", "2026-03-09");
        Reaching.Send(matter.Petition, SceneResult.ReturnedFreely, false, "李法官", "送回", "照片").ShouldBeRefusedUnder("JZ21-3.2.1", "scene-return-is-free");
        Reaching.Send(matter.Petition, null, true, "李法官", "押回", "照片").ShouldBeRefusedUnder("JZ21-3.2.1", "scene-return-is-free");
        Reaching.Send(matter.Petition, SceneResult.Stayed, true, " ", "接待", "照片").ShouldBeRefusedUnder("JZ21-3.2.1", "scene-needs-staff");
        Reaching.Send(matter.Petition, SceneResult.Stayed, true, "李法官", " ", "照片").ShouldBeRefusedUnder("JZ21-3.2.1", "scene-needs-content");
        Reaching.Send(matter.Petition, SceneResult.Stayed, true, "李法官", "接待", " ").ShouldBeRefusedUnder("JZ21-3.2.1", "scene-needs-proof");
        Reaching.Send(matter.Petition, SceneResult.Stayed, true, "李法官", "接待", "照片").On(matter, "2026-03-08").ShouldBeRefusedFor("on", "before-what-it-answers");
    }

    [Fact]
    public void Nobody_is_sent_without_a_notice_and_one_notice_waits_at_a_time()
    {
        var matter = Received("2026-03-02");
        Send(matter, SceneResult.Stayed).ShouldBeRefusedAs("scene-not-noticed");
        var noticed = new PetitionSceneNoticed(On("2026-03-03"), "驻京组", "接待大厅", "五人滞留");
        Reaching.Notice(matter.Petition, noticed, On("2026-03-02")).ShouldBeRefusedFor("receivedOn", "date-in-future");
        Reaching.Notice(matter.Petition, noticed with { ReceivedOn = On("2026-03-01") }, On("2026-03-03")).ShouldBeRefusedFor("receivedOn", "before-receipt");
        Reaching.Notice(matter.Petition, noticed with { From = "" }, On("2026-03-03")).ShouldBeRefusedFor("from", "scene-needs-source");
        Reaching.Notice(matter.Petition, noticed with { Place = "" }, On("2026-03-03")).ShouldBeRefusedFor("place", "scene-needs-place");
        Reaching.Notice(matter.Petition, noticed with { Situation = "" }, On("2026-03-03")).ShouldBeRefusedFor("situation", "scene-needs-situation");
        matter.Do(Reaching.Notice(matter.Petition, noticed, On("2026-03-03")), "2026-03-03");
        Reaching.Notice(matter.Petition, noticed, On("2026-03-03")).ShouldBeRefusedAs("scene-already-noticed");
    }

    private static Matter Charged()
    {
        var matter = Received("2026-03-02");
        return matter.Do(Fix(matter, TeamRole.LeaderInCharge, Leader, "0531-100"), "2026-03-03");
    }

    private static Matter Noticed(string received, string told)
    {
        var matter = Received("2026-03-02");
        return matter.Do(Reaching.Notice(matter.Petition, new PetitionSceneNoticed(On(received), "驻京组", "接待大厅", "五人滞留"), On(told)), told);
    }

    private static Decision<object> Send(Matter matter, SceneResult result) => Reaching.Send(matter.Petition, result, true, "李法官", "当场听取诉求", "照片 4 张");

    private static Decision<object> Report(Matter matter, ReportedBeside beside = ReportedBeside.Nobody) => Teaming.Report(matter.Petition, "中院执行局综合处", "报告 2 号", beside: beside);

    private static Decision<object> Plan(Matter matter, PetitionPlanMade plan) => Teaming.Plan(matter.Petition, plan, ByLeader, List("JZ21", "plan-actions"), On("2026-03-04"));

    private static Decision<object> Fix(Matter matter, TeamRole role, Candidate person, string? phone) => Teaming.Fix(matter.Petition, new FixMember(role, person, [], phone, null));
}

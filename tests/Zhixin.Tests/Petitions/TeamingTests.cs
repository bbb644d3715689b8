using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Who leads, assists, is in charge and reached; the leader's meeting; what the accused lose.</summary>
public sealed class TeamingTests
{
    private static readonly Candidate Ouyang = new(Id(31), "欧阳正", Home.Number, true, ["court-leader"]);
    private static readonly Candidate Shangguan = new(Id(32), "上官敏", Home.Number, true, ["court-leader", "president"]);
    private static readonly Candidate Situ = new(Id(33), "司徒安", Home.Number, true, ["co-handling-judge"]);
    private static readonly PetitionLeaderMet Met = new(ServiceMethod.InPerson, "上官敏、专班全体", "尽快发还案款", "三月底前发还", new Signing(true, null), "笔录 3 号");

    [Fact]
    [Trait("Clause", "GC21-4 accepted")]
    public void A_court_leader_leads_and_a_trial_judge_assists_and_both_stand_in_the_petition()
    {
        var matter = Received("2026-03-02");
        matter.Do(Fix(matter, TeamRole.Lead, Ouyang), "2026-03-03");
        matter.Do(Fix(matter, TeamRole.CoHandlingJudge, Situ), "2026-03-03");
        (matter.Petition.Team.Lead!.Name, matter.Petition.Team.Lead.Post, matter.Petition.CoHandlers.Single()).ShouldBe(("欧阳正", "court-leader", Situ.Id));
        matter.Do(Teaming.CoHandle(matter.Petition, "向信访人解释判决主文", "谈话笔录 2 号", new Actors(Situ.Id, null)), "2026-03-04");
    }

    [Fact]
    [Trait("Clause", "GC21-4 refused")]
    public void Nobody_else_leads_or_assists()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02");
        Fix(matter, TeamRole.Lead, Li).ShouldBeRefusedUnder("GC21-4", "lead-not-court-leader");
        Fix(matter, TeamRole.CoHandlingJudge, Li).ShouldBeRefusedUnder("GC21-4", "co-handler-not-judge");
        Fix(matter, TeamRole.CoHandlingJudge, Zhang with { Posts = ["handler", "co-handling-judge"] }).ShouldBeRefusedUnder("GC21-4", "co-handler-is-handler");
        Teaming.CoHandle(matter.Petition, "解释判决", "笔录", new Actors(Situ.Id, null)).ShouldBeRefusedUnder("GC21-4", "co-handle-not-named");
        Fix(matter, TeamRole.Lead, Ouyang with { AtCourt = false }).ShouldBeRefusedFor("person", "team-not-in-post");
        Fix(matter, TeamRole.Lead, Ouyang with { Court = Other.Number }).ShouldBeRefusedFor("person", "team-not-in-post");
    }

    [Fact]
    [Trait("Clause", "GC21-4 accepted")]
    public void The_assistants_of_a_joint_assignment_and_the_trial_judge_are_one_list()
    {
        var matter = Received("2026-03-02");
        matter.Do(LifeCycle.Prioritise(matter.Petition, Priority.Key, "涉众"), "2026-03-02");
        matter.Do(Assigning.Decide(new Assign(Zhang, [Li], null), matter.Petition, null, false), "2026-03-03");
        matter.Do(Fix(matter, TeamRole.CoHandlingJudge, Situ), "2026-03-03");
        matter.Petition.CoHandlers.ShouldBe([Li.Id, Situ.Id]);
        Fix(matter, TeamRole.CoHandlingJudge, Li with { Posts = ["co-handling-judge"] }).ShouldBeRefusedAs("team-already");

        matter.Do(Teaming.Release(matter.Petition, TeamRole.CoHandlingJudge, Li.Id, Li.Name, "调离"), "2026-03-04");
        matter.Petition.CoHandlers.ShouldBe([Situ.Id]);
        Teaming.Release(matter.Petition, TeamRole.CoHandlingJudge, Situ.Id, Situ.Name, "调离").ShouldBeRefusedUnder("GC21-5(3)", "team-last-co-handler");
    }

    [Fact]
    public void One_leads_at_a_time_another_takes_the_place_with_a_reason_and_nobody_just_leaves()
    {
        var matter = Received("2026-03-02");
        matter.Do(Fix(matter, TeamRole.Lead, Ouyang), "2026-03-03");
        Fix(matter, TeamRole.Lead, Ouyang).ShouldBeRefusedAs("team-already");
        Fix(matter, TeamRole.Lead, Shangguan).ShouldBeRefusedFor("reason", "reason-required");
        Teaming.Release(matter.Petition, TeamRole.Lead, Ouyang.Id, Ouyang.Name, "学习").ShouldBeRefusedAs("team-leader-replaced");
        matter.Do(Fix(matter, TeamRole.Lead, Shangguan, reason: "分工调整"), "2026-03-04");
        matter.Last.OfType<PetitionTeamLeft>().Single().ShouldBe(new PetitionTeamLeft(TeamRole.Lead, Ouyang.Id, "欧阳正", "replaced"));
        matter.Petition.Team.Lead!.Person.ShouldBe(Shangguan.Id);
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void Where_a_leader_leads_another_leader_who_is_no_deputy_does_not_approve()
    {
        var matter = Submitted();
        Answering.Decide(matter.Petition, true, false, null, null, new Actors(Shangguan.Id, null)).ShouldBeRefusedUnder("GC21-13", "opinion-lead-leader");
        matter.The("approve-opinion").Person.ShouldBe(Ouyang.Id);
        matter.Do(Answering.Decide(matter.Petition, true, false, null, null, new Actors(Shangguan.Id, Ouyang.Id)), "2026-03-10");
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public void The_lead_leader_approves_and_so_does_a_meeting_with_minutes()
    {
        var matter = Submitted();
        matter.Do(Answering.Decide(matter.Petition, false, false, null, "写明金额", new Actors(Ouyang.Id, null)), "2026-03-10");
        var other = Submitted();
        other.Do(Answering.Decide(other.Petition, true, true, "纪要 4 号", null, new Actors(Shangguan.Id, null)), "2026-03-10");
    }

    [Fact]
    public void What_the_leader_owes_goes_to_the_next_leader_with_the_place()
    {
        var matter = Submitted();
        matter.Do(Fix(matter, TeamRole.Lead, Shangguan, reason: "分工调整"), "2026-03-10");
        matter.The("approve-opinion").Person.ShouldBe(Shangguan.Id);
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.3 accepted")]
    public void The_leader_in_charge_owes_a_meeting_without_a_date_and_holds_it_on_a_holiday()
    {
        var matter = Received("2026-02-12");
        matter.Do(Fix(matter, TeamRole.LeaderInCharge, Shangguan, phone: "0531-100"), "2026-02-13");
        var owed = matter.The("leader-meets");
        (owed.Due, owed.Person, owed.IsOpen).ShouldBe((null, Shangguan.Id, true));

        matter.Do(Fix(matter, TeamRole.LeaderInCharge, Ouyang, phone: "0531-101", reason: "换人"), "2026-02-16");
        (matter.The("leader-meets").Person, matter.Last.OfType<PetitionLeaderFixed>().Single().Clocks).ShouldBe((Ouyang.Id, "running"), "the same clock goes on");
        matter.Do(Teaming.Meet(matter.Petition, Met, new Actors(Ouyang.Id, null)), "2026-02-17");
        (matter.The("leader-meets").IsOpen, matter.Petition.Team.LeaderMeetings).ShouldBe((false, 1), "new year's day");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.3 refused")]
    public void Nobody_meets_in_the_leaders_place_and_the_meeting_hears_and_tells()
    {
        var matter = Received("2026-03-02");
        var leader = new Actors(Shangguan.Id, null);
        Teaming.Meet(matter.Petition, Met, leader).ShouldBeRefusedUnder("JZ21-3.2.3", "leader-not-fixed");
        matter.Do(Fix(matter, TeamRole.LeaderInCharge, Shangguan, phone: "0531-100"), "2026-03-03");
        Teaming.Meet(matter.Petition, Met, new Actors(Zhang.Id, null)).ShouldBeRefusedUnder("JZ21-3.2.3", "leader-meets-himself");
        Teaming.Meet(matter.Petition, Met with { Method = ServiceMethod.Post }, leader).ShouldBeRefusedUnder("JZ21-3.2.3", "leader-meeting-method");
        Teaming.Meet(matter.Petition, Met with { Present = "" }, leader).ShouldBeRefusedUnder("JZ21-3.2.3", "leader-meeting-needs-team");
        Teaming.Meet(matter.Petition, Met with { Heard = " " }, leader).ShouldBeRefusedUnder("JZ21-3.2.3", "leader-meeting-hears");
        Teaming.Meet(matter.Petition, Met with { Told = " " }, leader).ShouldBeRefusedUnder("JZ21-3.2.3", "leader-meeting-tells");
        Teaming.Meet(matter.Petition, Met with { Signing = new Signing(false, null) }, leader).ShouldBeRefusedAs("unsigned-needs-reason");
        Teaming.Meet(matter.Petition, Met with { Proof = "" }, leader).ShouldBeRefusedUnder("JZ21-3.2.3", "leader-meeting-needs-proof");
    }

    [Fact]
    public void The_accused_is_fixed_for_nothing_and_whoever_is_accused_later_falls_out_of_everything()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02");
        matter.Do(Fix(matter, TeamRole.LeaderInCharge, Shangguan, phone: "0531-100"), "2026-03-03");
        matter.Do(Fix(matter, TeamRole.Lead, Shangguan), "2026-03-03");
        matter.Joined(2, "2026-03-04", accused: Shangguan);

        matter.Petition.Team.Members.ShouldBeEmpty();
        matter.Last.OfType<PetitionTeamLeft>().Select(l => (l.Role, l.Why)).ShouldBe([(TeamRole.LeaderInCharge, "accused"), (TeamRole.Lead, "accused")]);
        (matter.The("leader-meets").Person, matter.The("leader-meets").IsOpen).ShouldBe((null, true), "the unit owes it until another is fixed");
        Fix(matter, TeamRole.Lead, Shangguan).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
        matter.Do(Fix(matter, TeamRole.LeaderInCharge, Ouyang, phone: "0531-101"), "2026-03-05");
        matter.The("leader-meets").Person.ShouldBe(Ouyang.Id);
    }

    [Fact]
    public void Nothing_is_fixed_on_a_petition_that_is_not_open()
    {
        var matter = Received("2026-03-02");
        matter.Do(LifeCycle.Void(matter.Petition, "误登"), "2026-03-02");
        Fix(matter, TeamRole.Lead, Ouyang).ShouldBeRefusedAs("petition-not-open");
        Teaming.Release(matter.Petition, TeamRole.Liaison, Li.Id, Li.Name, "理由").ShouldBeRefusedAs("petition-not-open");
        Teaming.CoHandle(matter.Petition, "解释", "笔录", new Actors(Situ.Id, null)).ShouldBeRefusedAs("petition-not-open");
    }

    /// <summary>欧阳正 leads; the handler has submitted an opinion.</summary>
    private static Matter Submitted()
    {
        var matter = Received("2026-03-02", caseNumber: "（2025）鲁0117执12号").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03");
        matter.Do(Fix(matter, TeamRole.Lead, Ouyang), "2026-03-03");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, null), matter.Petition), "2026-03-03");
        matter.Do(Accepting.Decide(new Accept(Capacity.Applicant, ["2a"], null, null, [], null), matter.Petition, List("GC21", "causes")), "2026-03-03");
        return matter.Do(Answering.Submit(matter.Petition, new PetitionOpinionSubmitted(Finding.Justified, false, false, "已查封", "已发还", Zhang.Id, null)), "2026-03-09");
    }

    private static Decision<object> Fix(Matter matter, TeamRole role, Candidate person, string? phone = null, string? reason = null) => Teaming.Fix(
        matter.Petition,
        new FixMember(role, person, role switch { TeamRole.Lead => ["court-leader"], TeamRole.CoHandlingJudge => ["co-handling-judge"], _ => [] }, phone, reason));
}

using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

public sealed class AssigningTests
{
    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public void The_original_handler_who_is_in_post_gets_the_petition_without_more_ado()
    {
        var matter = Received("2026-03-02");
        matter.Do(Assign(matter, Zhang, original: Zhang), "2026-03-03");

        var assignment = matter.Petition.Assignment.ShouldNotBeNull();
        (assignment.Handler, assignment.Ground, assignment.AcknowledgedOn).ShouldBe((Zhang.Id, AssignmentGround.OriginalHandler, null));
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public void Passing_over_the_original_handler_needs_a_reason() =>
        Assign(Received("2026-03-02"), Li, original: Zhang).ShouldBeRefusedUnder("GC21-5(1)", "assign-original-first");

    [Fact]
    public void A_reason_of_blanks_is_no_reason() =>
        Assign(Received("2026-03-02"), Li, original: Zhang, reason: "  ").ShouldBeRefusedAs("assign-original-first");

    [Fact]
    public void Another_handler_is_chosen_with_a_reason_that_stands_in_the_history()
    {
        var matter = Received("2026-03-02");
        matter.Do(Assign(matter, Li, original: Zhang, reason: "张法官长期病休"), "2026-03-03");

        var assigned = matter.Last.OfType<PetitionAssigned>().Single();
        (assigned.Ground, assigned.Reason).ShouldBe((AssignmentGround.Other, "张法官长期病休"));
    }

    [Fact]
    [Trait("Clause", "GC21-5(2) accepted")]
    public void Where_the_original_handler_is_gone_the_team_handles_with_a_reason()
    {
        var matter = Received("2026-03-02");
        matter.Do(Assign(matter, Li, original: Gone, reason: "原承办人已调离"), "2026-03-03");
        matter.Petition.Assignment!.Ground.ShouldBe(AssignmentGround.Other, "nobody is told that the original handler takes part who does not");
    }

    [Fact]
    [Trait("Clause", "GC21-5(2) refused")]
    public void Where_the_original_handler_is_gone_one_person_alone_without_a_reason_is_refused() =>
        Assign(Received("2026-03-02"), Li, original: Gone).ShouldBeRefusedUnder("GC21-5(2)", "assign-with-original-or-reason");

    [Fact]
    [Trait("Clause", "GC21-5(2) accepted")]
    public void An_original_handler_who_left_enforcement_but_not_the_court_helps_the_team_and_need_not_be_explained()
    {
        var matter = Received("2026-03-02");
        var moved = Gone with { AtCourt = true };
        Assign(matter, moved, original: moved).ShouldBeRefusedFor("handler", "handler-not-in-post");
        matter.Do(Assign(matter, Li, original: moved, with: moved), "2026-03-03");
        (matter.Petition.Assignment!.Ground, matter.Petition.Assignment.CoHandlers.Single()).ShouldBe((AssignmentGround.TeamWithOriginalHandler, Gone.Id));
    }

    [Fact]
    [Trait("Clause", "GC21-5(2) refused")]
    public void Who_left_the_court_or_was_not_the_original_handler_does_not_help()
    {
        var matter = Received("2026-03-02");
        Assign(matter, Li, original: Gone, with: Gone).ShouldBeRefusedFor("handler", "handler-not-in-post");
        Assign(matter, Li, original: Zhang, with: Gone with { AtCourt = true }, reason: "理由").ShouldBeRefusedFor("handler", "handler-not-in-post");
        Assign(matter, Li, original: Gone with { AtCourt = true }, with: Zhang).ShouldBeRefusedUnder("GC21-5(2)", "assign-with-original-or-reason");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public void The_first_receiver_answers_until_the_handler_has_acknowledged()
    {
        var matter = Received("2026-03-02");
        matter.Petition.AnsweredBy.ShouldBe(Id(60));
        matter.AssignedTo(Zhang, "2026-03-02").Petition.AnsweredBy.ShouldBe(Id(60), "named is not acknowledged");
        matter.Acknowledged(Zhang, "2026-03-03").Petition.AnsweredBy.ShouldBe(Zhang.Id);
        matter.AssignedTo(Li, "2026-03-04").Petition.AnsweredBy.ShouldBe(Id(60));
    }

    [Fact]
    public void A_person_who_is_gone_or_of_another_court_cannot_be_handler_nor_co_handler()
    {
        var matter = Received("2026-03-02");
        Assign(matter, Gone).ShouldBeRefusedFor("handler", "handler-not-in-post");
        Assign(matter, Elsewhere).ShouldBeRefusedFor("handler", "handler-not-in-post");
        Assign(matter, Zhang, with: Gone).ShouldBeRefusedFor("handler", "handler-not-in-post");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public void An_accused_person_never_handles_whoever_assigns()
    {
        var matter = Received("2026-03-02", accused: Zhang);
        Assign(matter, Zhang, unitHead: true).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
        Assign(matter, Li, with: Zhang, unitHead: true).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public void Where_a_person_is_accused_only_the_unit_head_assigns_and_need_not_take_the_accused_original_handler()
    {
        var matter = Received("2026-03-02", accused: Zhang);
        Assign(matter, Li, original: Zhang).ShouldBeRefusedUnder("GC21-5(1)", "assign-accusation-unit-head");
        matter.Do(Assign(matter, Li, original: Zhang, unitHead: true), "2026-03-03");
        matter.Petition.Assignment!.Ground.ShouldBe(AssignmentGround.AccusationUnitHead);
    }

    [Theory]
    [Trait("Clause", "GC21-5(3) accepted")]
    [Trait("Clause", "GC21-5(3) refused")]
    [InlineData(Priority.Key)]
    [InlineData(Priority.Hard)]
    public void A_key_or_hard_petition_is_handled_jointly_and_not_by_one(Priority priority)
    {
        var matter = Received("2026-03-02");
        matter.Do(LifeCycle.Prioritise(matter.Petition, priority, "涉众"), "2026-03-02");

        Assign(matter, Zhang).ShouldBeRefusedUnder("GC21-5(3)", "assign-joint");
        matter.Do(Assign(matter, Zhang, with: Li), "2026-03-03");
        (matter.Petition.Assignment!.Ground, matter.Petition.Assignment.CoHandlers.Single()).ShouldBe((AssignmentGround.Joint, Li.Id));
    }

    [Fact]
    [Trait("Clause", "GC21-5(3) refused")]
    public void Jointly_means_with_the_original_handler_who_is_in_post_unless_a_reason_is_given()
    {
        var matter = Received("2026-03-02");
        matter.Do(LifeCycle.Prioritise(matter.Petition, Priority.Key, "涉众"), "2026-03-02");
        var third = Li with { Id = Id(72), Name = "王法官" };

        Assign(matter, Li, original: Zhang, with: third).ShouldBeRefusedUnder("GC21-5(3)", "assign-joint-original");
        Assign(matter, Li, original: Zhang, with: third, reason: "原承办人病休").ShouldBeOfType<Decision<object>.Done>();
        Assign(matter, Li, original: Zhang, with: Zhang).ShouldBeOfType<Decision<object>.Done>("the team handles, the original handler with it");
    }

    [Fact]
    [Trait("Clause", "GC21-5(3) accepted")]
    [Trait("Clause", "GC21-5(3) refused")]
    public void What_becomes_key_under_a_handler_gets_a_second_one_before_the_opinion_and_the_first_keeps_what_he_acknowledged()
    {
        var matter = Handled.Of();
        matter.Do(LifeCycle.Prioritise(matter.Petition, Priority.Key, "人数增加"), "2026-03-05");
        Answering.Submit(matter.Petition, Handled.Opinion).ShouldBeRefusedUnder("GC21-5(3)", "opinion-needs-joint");
        Assign(matter, Zhang).ShouldBeRefusedUnder("GC21-5(3)", "assign-joint");

        matter.Do(Assign(matter, Zhang, with: Li), "2026-03-05");
        matter.Last.OfType<PetitionUnassigned>().ShouldBeEmpty();
        (matter.Petition.Assignment!.AcknowledgedOn, matter.Petition.Assignment.Ground, matter.Petition.CoHandlers.Single()).ShouldBe((On("2026-03-04"), AssignmentGround.Joint, Li.Id));
        Assign(matter, Zhang, with: Li).ShouldBeRefusedAs("already-assigned");
        Answering.Submit(matter.Petition, Handled.Opinion).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void The_handler_is_not_assigned_twice_and_is_replaced_only_with_a_reason()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02");
        Assign(matter, Zhang).ShouldBeRefusedAs("already-assigned");
        Assign(matter, Li).ShouldBeRefusedFor("reason", "reason-required");

        matter.Do(Assign(matter, Li, reason: "工作调整"), "2026-03-03");
        matter.Last.OfType<PetitionUnassigned>().Single().ShouldBe(new PetitionUnassigned(Zhang.Id, "reassigned"));
        matter.Petition.Assignment!.Handler.ShouldBe(Li.Id);
    }

    [Fact]
    public void A_petition_that_is_not_open_is_not_assigned()
    {
        var matter = Received("2026-03-02");
        matter.Do(LifeCycle.Void(matter.Petition, "误登"), "2026-03-02");
        Assign(matter, Zhang).ShouldBeRefusedAs("petition-not-open");
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void Nobody_acknowledges_what_nobody_was_named_for() =>
        Acknowledge(Received("2026-03-02"), Zhang, "2026-03-02").ShouldBeRefusedUnder("GC21-13", "acknowledge-nobody-named");

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void Only_the_named_handler_acknowledges() =>
        Acknowledge(Received("2026-03-02").AssignedTo(Zhang, "2026-03-02"), Li, "2026-03-02").ShouldBeRefusedUnder("GC21-13", "acknowledge-not-the-handler");

    [Theory]
    [InlineData("2026-03-04", "date-in-future")]
    [InlineData("2026-03-01", "before-receipt")]
    public void Receipt_lies_neither_in_the_future_nor_before_the_contact(string on, string message) =>
        Acknowledge(Received("2026-03-02").AssignedTo(Zhang, "2026-03-02"), Zhang, on, "2026-03-03").ShouldBeRefusedFor("on", message);

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-03")]
    [Trait("Clause", "GC21-13 accepted")]
    public void Receipt_on_the_day_of_the_contact_and_on_the_day_of_recording_is_accepted(string on)
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02");
        matter.Do(Acknowledge(matter, Zhang, on, "2026-03-03"), on);
        (matter.Petition.ReceiptOn, matter.Petition.Assignment!.AcknowledgedOn).ShouldBe((On(on), On(on)));
    }

    [Fact]
    public void Receipt_is_acknowledged_once_until_there_is_something_new_to_acknowledge()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03");
        Acknowledge(matter, Zhang, "2026-03-03").ShouldBeRefusedAs("already-acknowledged");

        matter.Joined(2, "2026-03-05").Acknowledged(Zhang, "2026-03-06");
        matter.Last.OfType<PetitionAcknowledged>().Single().Clocks.ShouldBe("running");
        matter.Petition.ReceiptOn.ShouldBe(On("2026-03-03"));
    }

    [Fact]
    public void A_handler_who_was_replaced_no_longer_acknowledges_and_the_new_one_does()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03").AssignedTo(Li, "2026-03-04");
        Acknowledge(matter, Zhang, "2026-03-04").ShouldBeRefusedAs("acknowledge-not-the-handler");
        matter.Acknowledged(Li, "2026-03-04").Last.OfType<PetitionAcknowledged>().Single().Clocks.ShouldBe("running");
    }

    [Fact]
    public void A_voided_petition_is_not_acknowledged()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02");
        matter.Do(LifeCycle.Void(matter.Petition, "误登"), "2026-03-02");
        Acknowledge(matter, Zhang, "2026-03-02").ShouldBeRefusedAs("petition-not-open");
    }

    private static Decision<object> Assign(
        Matter matter, Candidate handler, Candidate? original = null, Candidate? with = null, string? reason = null, bool unitHead = false) =>
        Assigning.Decide(new Assign(handler, with is null ? [] : [with], reason), matter.Petition, original, unitHead);

    private static Decision<object> Acknowledge(Matter matter, Candidate actor, string on, string? today = null) =>
        Assigning.Acknowledge(matter.Petition, actor.Id, On(on), On(today ?? on));
}

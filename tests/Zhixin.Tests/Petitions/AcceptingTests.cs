using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Class by the statutory test, then acceptance with capacity, cause and case number.</summary>
public sealed class AcceptingTests
{
    private static readonly CodeList Causes = List("GC21", "causes");

    [Fact]
    public void Where_no_instrument_in_force_lists_causes_one_in_words_is_enough_and_needed()
    {
        var command = new Accept(Capacity.Applicant, [], " 反映评估拖延 ", null, [], null);
        var petition = Classified("2026-03-02").Petition;
        Accepting.Decide(command with { Causes = ["2a"] }, petition, null).ShouldBeRefusedFor("causes", "cause-unknown");
        Accepting.Decide(command with { OtherCause = " " }, petition, null).ShouldBeRefusedFor("otherCause", "cause-in-words");
        var done = Accepting.Decide(command, petition, null).ShouldBeOfType<Decision<object>.Done>();
        ((PetitionAccepted)done.Events[0]).OtherCause.ShouldBe("反映评估拖延");
    }

    [Theory]
    [Trait("Clause", "SPC16-1 accepted")]
    [Trait("Clause", "SPC16-6 accepted")]
    [Trait("Clause", "SPC16-11 accepted")]
    [InlineData(Claim.PressOn, PetitionClass.Implementation)]
    [InlineData(Claim.UnlawfulAct, PetitionClass.Review)]
    [InlineData(Claim.SubstantiveRight, PetitionClass.Review)]
    public void What_is_asked_decides_the_class(Claim claim, PetitionClass expected)
    {
        Accepting.ClassOf(claim).ShouldBe(expected);
        var matter = Identified("2026-03-02");
        matter.Do(Accepting.Decide(new Classify(expected, claim, Capacity.Applicant, null), matter.Petition), "2026-03-03");
        matter.Petition.Acceptance.Classified!.Class.ShouldBe(expected);
    }

    [Fact]
    [Trait("Clause", "SPC16-6 refused")]
    public void A_claim_that_an_act_was_wrong_is_no_implementation_petition_and_only_an_applicant_presses_on()
    {
        var petition = Identified("2026-03-02").Petition;
        Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.UnlawfulAct, Capacity.Applicant, null), petition).ShouldBeRefusedUnder("SPC16-6", "class-not-implementation");
        Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Respondent, null), petition).ShouldBeRefusedUnder("SPC16-6", "class-only-applicant");
    }

    [Fact]
    [Trait("Clause", "SPC16-11 refused")]
    public void A_press_on_claim_is_no_review_petition() =>
        Accepting.Decide(new Classify(PetitionClass.Review, Claim.PressOn, Capacity.Applicant, null), Identified("2026-03-02").Petition).ShouldBeRefusedUnder("SPC16-11", "class-not-review");

    [Fact]
    [Trait("Clause", "SPC16-1 refused")]
    public void A_class_needs_a_capacity_and_a_change_of_it_a_reason()
    {
        var matter = Classified("2026-03-02");
        Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Capacity.Unknown, "改"), matter.Petition).ShouldBeRefusedUnder("SPC16-1", "class-needs-capacity");
        Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Capacity.Applicant, " "), matter.Petition).ShouldBeRefusedUnder("SPC16-1", "reclassify-needs-reason");
        Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, "同"), matter.Petition).ShouldBeRefusedAs("same-class");
    }

    [Fact]
    [Trait("Clause", "SPC16-1 accepted")]
    public void A_change_of_class_keeps_what_it_was()
    {
        var matter = Classified("2026-03-02");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Capacity.Applicant, "实为不服查封"), matter.Petition), "2026-03-04");
        matter.Petition.Acceptance.Classified.ShouldBe(new PetitionClassified(PetitionClass.Review, Claim.UnlawfulAct, Capacity.Applicant, PetitionClass.Implementation, "实为不服查封"));
    }

    [Fact]
    [Trait("Clause", "GC21-6a(1) accepted")]
    [Trait("Clause", "GC21-16 accepted")]
    public void Accepted_it_owes_the_notice_until_the_receipt_is_there()
    {
        var matter = Accepted("2026-03-02");
        matter.Petition.Stage.ShouldBe(new Stage.Accepted(On("2026-03-03")));
        matter.Open("acceptance-notice").ShouldBeTrue();
        matter.Open("tell-process-and-result").ShouldBeTrue();

        matter.Do(Accepting.ServeAcceptance(matter.Petition, ServiceMethod.InPerson, "回执第 3 号"), "2026-03-04");

        matter.Open("acceptance-notice").ShouldBeFalse();
        matter.Open("tell-process-and-result").ShouldBeFalse();
        Accepting.ServeAcceptance(matter.Petition, ServiceMethod.InPerson, "回执").ShouldBeRefusedAs("notice-already-served");
    }

    [Fact]
    [Trait("Clause", "GC21-16 refused")]
    public void A_notice_needs_acceptance_before_it_and_proof_behind_it()
    {
        Accepting.ServeAcceptance(Identified("2026-03-02").Petition, ServiceMethod.Post, "挂号信").ShouldBeRefusedUnder("GC21-16", "notice-before-acceptance");
        Accepting.ServeAcceptance(Accepted("2026-03-02").Petition, ServiceMethod.Post, " ").ShouldBeRefusedUnder("GC21-16", "notice-needs-proof");
    }

    [Theory]
    [Trait("Clause", "GC21-6a(1) refused")]
    [InlineData(Capacity.Applicant, "", "GC21-6a(1)", "accept-needs-cause")]
    [InlineData(Capacity.Unknown, "2a", "GC21-6a(1)", "accept-needs-capacity")]
    [InlineData(Capacity.Agent, "2a", "GC21-15(3)", "accept-needs-authorisation")]
    [InlineData(Capacity.Applicant, "2", "GC21-6a(2)", "cause-needs-sub")]
    [InlineData(Capacity.Applicant, "7", "GC21-6a(7)", "cause-needs-sub")]
    [InlineData(Capacity.Applicant, "8", "GC21-6a(8)", "cause-needs-words")]
    [InlineData(Capacity.Applicant, "1", "GC21-5(1)", "cause-points-at-person")]
    [InlineData(Capacity.Applicant, "3", "GC21-5(1)", "cause-points-at-person")]
    public void Without_capacity_or_a_whole_cause_nothing_is_accepted(Capacity capacity, string causes, string clause, string message) =>
        Accepting.Decide(new Accept(capacity, causes.Split(',', StringSplitOptions.RemoveEmptyEntries), null, null, [], null), Classified("2026-03-02").Petition, Causes)
            .ShouldBeRefusedUnder(clause, message);

    [Fact]
    public void A_cause_that_the_list_does_not_know_is_no_cause() =>
        Accepting.Decide(Plain with { Causes = ["9"] }, Classified("2026-03-02").Petition, Causes).ShouldBeRefusedFor("causes", "cause-unknown");

    [Fact]
    [Trait("Clause", "GC21-6a(1) refused")]
    public void Neither_class_nor_case_may_be_missing_and_nothing_is_accepted_twice()
    {
        Accepting.Decide(Plain, Identified("2026-03-02").Petition, Causes).ShouldBeRefusedUnder("SPC16-1", "accept-needs-class");
        var unknown = Received("2026-03-02");
        unknown.Do(Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, null), unknown.Petition), "2026-03-03");
        Accepting.Decide(Plain, unknown.Petition, Causes).ShouldBeRefusedUnder("GC21-6a(1)", "accept-needs-case");
        Accepting.Decide(Plain, Accepted("2026-03-02").Petition, Causes).ShouldBeRefusedAs("petition-accepted");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public void Whom_a_cause_accuses_loses_the_matter_at_once_and_stays_barred_when_it_is_answered_and_opened_again()
    {
        var matter = Classified("2026-03-02").AssignedTo(Zhang, "2026-03-03");
        matter.Do(Accepting.Decide(Plain with { Causes = ["3"], Concerned = [Zhang.Id] }, matter.Petition, Causes), "2026-03-04");
        (matter.Petition.Assignment, matter.Petition.Accused.Contains(Zhang.Id)).ShouldBe((null, true));
        matter.AssignedTo(Li, "2026-03-05").Acknowledged(Li, "2026-03-05").Replied("2026-03-09").Joined(2, "2026-03-16");
        matter.Petition.Accused.ShouldContain(Zhang.Id);
        Assigning.Decide(new Assign(Zhang, [], "回来办理"), matter.Petition, null, true).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public void A_colleague_who_was_named_wrongly_is_cleared_with_reason_and_proof_and_the_right_one_falls_out()
    {
        var matter = Named(Zhang).AssignedTo(Li, "2026-03-04");
        matter.Do(Clear(matter, now: Li.Id), "2026-03-05");
        (matter.Petition.Accused.Single(), matter.Petition.Assignment).ShouldBe((Li.Id, null));
        matter.Facts.Select(f => f.Fact).OfType<PetitionAccepted>().Single().Concerned.ShouldBe([Zhang.Id], "what was said first stays in the history");
        Assigning.Decide(new Assign(Zhang, [], "继续办理"), matter.Petition, null, true).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void Cleared_of_the_cause_a_colleague_whom_a_contact_accuses_stays_barred_also_when_the_matter_has_ended()
    {
        var matter = Named(Zhang).Joined(2, "2026-03-05", accused: Zhang);
        matter.Do(Accepting.Withdraw(matter.Petition, "撤回申请书", null), "2026-03-06");
        matter.Do(Clear(matter), "2026-03-09");
        (matter.Petition.Acceptance.Accepted!.Concerned.Count, matter.Petition.Accused.Single()).ShouldBe((0, Zhang.Id));
        Accepting.NobodyConcerned(matter.Petition)!.Message.ShouldBe("concern-none");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public void Nobody_is_cleared_by_himself_or_without_reason_and_proof()
    {
        var matter = Named(Zhang);
        Clear(matter, by: new Actors(Zhang.Id, null)).ShouldBeRefusedAs("concern-own");
        Clear(matter, by: new Actors(Id(80), Zhang.Id)).ShouldBeRefusedAs("concern-own");
        Clear(matter, reason: " ").ShouldBeRefusedUnder("GC21-5(1)", "concern-needs-reason");
        Clear(matter, proof: " ").ShouldBeRefusedUnder("GC21-5(1)", "concern-needs-proof");
        Clear(matter, was: Li.Id).ShouldBeRefusedFor("was", "concern-not-named");
        Clear(matter, now: Zhang.Id).ShouldBeRefusedFor("now", "concern-same");
        Clear(Accepted("2026-03-02")).ShouldBeRefusedAs("concern-none");
    }

    [Fact]
    [Trait("Clause", "SPC16-6 refused")]
    public void Nobody_is_accepted_in_another_capacity_than_the_class_was_fixed_by() =>
        Accepting.Decide(Plain with { Capacity = Capacity.Respondent }, Classified("2026-03-02").Petition, Causes).ShouldBeRefusedFor("capacity", "accept-capacity-differs");

    [Fact]
    [Trait("Clause", "GC21-11 refused")]
    public void Who_turns_out_to_be_the_respondent_gets_no_aid_of_an_applicant_and_is_served_as_respondent()
    {
        var matter = Accepted("2026-03-02");
        Aiding.NotApplicable(matter.Petition).ShouldBeNull();
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Capacity.Respondent, "实为被执行人"), matter.Petition), "2026-03-04");
        (matter.Petition.Acceptance.Capacity, matter.Petition.Acceptance.Accepted!.Capacity).ShouldBe((Capacity.Respondent, Capacity.Applicant), "the class says how it is, the acceptance how it was");
        Aiding.NotApplicable(matter.Petition).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("GC21-11");
        HearingHolding.Announce(matter.Petition, HearingTests.Announcement with { Parties = [Capacity.Applicant] }, On("2026-03-05")).ShouldBeRefusedAs("hearing-needs-parties");
        HearingHolding.Announce(matter.Petition, HearingTests.Announcement with { Parties = [Capacity.Respondent] }, On("2026-03-05")).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "GC21-15(3) refused")]
    public void An_accepted_petition_becomes_an_agents_only_with_the_authorisation()
    {
        var matter = Accepted("2026-03-02");
        var agents = new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Agent, "实为代理人");
        Accepting.Decide(agents, matter.Petition).ShouldBeRefusedUnder("GC21-15(3)", "accept-needs-authorisation");
        matter.Do(Accepting.Decide(agents with { Authorisation = "授权委托书，信访卷第 9 页" }, matter.Petition), "2026-03-04");
        matter.Petition.Acceptance.Classified!.Authorisation.ShouldBe("授权委托书，信访卷第 9 页");
    }

    [Fact]
    [Trait("Clause", "SPC16-3(3) accepted")]
    [Trait("Clause", "SPC16-3(3) refused")]
    public void Telling_needs_content_and_proof()
    {
        var petition = Accepted("2026-03-02").Petition;
        Accepting.Tell(petition, ServiceMethod.Phone, " ", "录音").ShouldBeRefusedFor("content", "notice-needs-content");
        Accepting.Tell(petition, ServiceMethod.Phone, "正在评估", " ").ShouldBeRefusedUnder("SPC16-3(3)", "notice-needs-proof");
        Accepting.Tell(petition, ServiceMethod.Phone, "正在评估", "录音 12 号").ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "GC21-16 accepted")]
    public void Taken_back_on_a_signed_request_it_owes_nothing_and_a_new_contact_opens_it_again_as_accepted()
    {
        var matter = Accepted("2026-03-02");
        Accepting.Withdraw(matter.Petition, " ", null).ShouldBeRefusedUnder("GC21-16", "withdraw-needs-signed-request");
        matter.Do(Accepting.Withdraw(matter.Petition, "撤回申请书", null), "2026-03-05");
        (matter.Petition.IsOpen, matter.Open("hand-to-handler")).ShouldBe((false, false));

        matter.Joined(2, "2026-03-10");

        matter.Petition.Stage.ShouldBe(new Stage.Accepted(On("2026-03-03")));
        matter.Of("hand-to-handler")[^1].Due.ShouldBe(On("2026-03-12"));
    }

    private static Matter Named(Candidate person)
    {
        var matter = Classified("2026-03-02");
        return matter.Do(Accepting.Decide(Plain with { Causes = ["3"], Concerned = [person.Id] }, matter.Petition, Causes), "2026-03-03");
    }

    private static Decision<object> Clear(Matter matter, Guid? was = null, Guid? now = null, string reason = "同名，应为另一人", string proof = "核实笔录", Actors? by = null) =>
        Accepting.CorrectConcern(matter.Petition, was ?? Zhang.Id, now, reason, proof, by ?? new Actors(Id(71), null));

    internal static Accept Plain { get; } = new(Capacity.Applicant, ["2a"], null, null, [], null);

    internal static Matter Identified(string on) => Received(on, caseNumber: "（2025）鲁0117执12号");

    internal static Matter Classified(string on)
    {
        var matter = Identified(on);
        return matter.Do(Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, null), matter.Petition), on);
    }

    internal static Matter Accepted(string on)
    {
        var matter = Classified(on);
        return matter.Do(Accepting.Decide(Plain, matter.Petition, Causes), "2026-03-03");
    }
}

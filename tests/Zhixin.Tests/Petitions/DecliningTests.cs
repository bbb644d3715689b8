using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Seven grounds, each with its own facts; approved by another; without effect until explained; undone when the ground falls away.</summary>
public sealed class DecliningTests
{
    private static readonly Zhixin.Regulations.CodeList Grounds = List("GC21", "decline-grounds");
    private static readonly Actors Officer = new(Id(70), null);
    private static readonly Actors UnitHead = new(Id(71), null);

    internal static readonly DeclineFacts Discipline = new("2", [], "区纪委监委派驻组", "移送函〔2026〕3 号及签收单", null, null, false, null, "仅反映接待态度，已移送处理。");

    public static TheoryData<DeclineFacts, string, string> Bare => new()
    {
        { Discipline with { Ground = "1a" }, "GC21-15(1)", "decline-needs-attempts" },
        { Discipline with { Ground = "1b", Attempts = [new ContactAttempt(On("2026-03-03"), ServiceMethod.Phone, " ")] }, "GC21-15(1)", "decline-attempt-result" },
        { Discipline with { TransferProof = " " }, "GC21-15(2)", "decline-needs-transfer" },
        { Discipline with { TransferredTo = null }, "GC21-15(2)", "decline-needs-transfer" },
        { Discipline with { Ground = "3", Standing = "查验身份证" }, "GC21-6a(1)", "decline-capacity-present" },
        { Discipline with { Ground = "4c", TransferProof = null }, "GC21-15(4)", "decline-needs-transfer" },
        { Discipline with { Ground = "4" }, "GC21-15(4)", "decline-needs-sub" },
        { Discipline with { Ground = "5" }, "GC21-15(5)", "decline-needs-channel" },
        { Discipline with { Ground = "6", TransferOffered = true }, "GC21-15(6)", "decline-needs-court" },
        { Discipline with { Ground = "6", RightCourt = 1 }, "GC21-15(6)", "decline-needs-offer" },
        { Discipline with { Ground = "7b" }, "GC21-15(7)", "decline-needs-ruling" },
        { Discipline with { Explanation = " " }, "GC21-15(1)", "decline-needs-explanation" },
    };

    public static TheoryData<DeclineFacts> Proven => new()
    {
        Discipline with { Ground = "1a", Attempts = [new ContactAttempt(On("2026-03-03"), ServiceMethod.Phone, "三次无人接听")] },
        Discipline,
        Discipline with { Ground = "4a" },
        Discipline with { Ground = "5", Channel = "向市人社局反映" },
        Discipline with { Ground = "6", RightCourt = 1, TransferOffered = true },
        Discipline with { Ground = "7a", Ruling = "（2026）鲁01执提1号裁定" },
    };

    [Fact]
    [Trait("Clause", "GC21-15(3) accepted")]
    public void Whoever_is_neither_party_nor_interested_nor_authorised_may_be_declined_and_told_so()
    {
        var stranger = Stranger();
        stranger.Do(Propose(stranger, Outsider), "2026-03-04");
        stranger.Petition.Acceptance.Decline!.Clause.ShouldBe("GC21-15(3)");
        stranger.Do(Decide(stranger), "2026-03-05");
        stranger.Do(Explain(stranger), "2026-03-06");
        stranger.Petition.Stage.ShouldBe(new Stage.Declined("3", On("2026-03-06")));
        stranger.Facts.Select(f => f.Fact).OfType<PetitionNoticeServed>().Single().ShouldBe(new PetitionNoticeServed("decline", ServiceMethod.Post, "挂号信回执", Outsider.Explanation));
    }

    [Fact]
    [Trait("Clause", "GC21-15(3) refused")]
    public void Nobody_is_called_a_stranger_whose_identity_and_authorisation_were_not_looked_into_nor_after_the_class_says_otherwise()
    {
        var stranger = Stranger();
        Propose(stranger, Outsider with { Standing = " " }).ShouldBeRefusedUnder("GC21-15(3)", "decline-needs-standing");
        stranger.Do(Propose(stranger, Outsider), "2026-03-04");
        stranger.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.SubstantiveRight, Capacity.InterestedPerson, null), stranger.Petition), "2026-03-05");
        Decide(stranger).ShouldBeRefusedUnder("GC21-6a(1)", "decline-capacity-present");
    }

    [Fact]
    [Trait("Clause", "GC21-15(2) refused")]
    public void What_asks_something_of_the_enforcement_is_not_only_about_style_whenever_that_is_recorded()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Propose(matter, Discipline), "2026-03-04");
        matter.Do(Decide(matter), "2026-03-05");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, null), matter.Petition), "2026-03-06");
        Explain(matter).ShouldBeRefusedUnder("GC21-15(2)", "decline-enforcement-claim");
        matter.Do(Declining.Undo(matter.Petition, "另有执行诉求"), "2026-03-06");
        Propose(matter, Discipline).ShouldBeRefusedUnder("GC21-15(2)", "decline-enforcement-claim");
    }

    [Theory]
    [Trait("Clause", "SPC16-12 refused")]
    [Trait("Clause", "SPC16-13 refused")]
    [InlineData(true, "SPC16-12")]
    [InlineData(false, "SPC16-13")]
    public void A_paper_that_is_owed_as_an_objection_is_not_sent_to_another_procedure_though_no_class_is_fixed(bool titled, string clause)
    {
        var matter = Identified("2026-03-02");
        matter.Do(Propose(matter, Discipline with { Ground = "4d" }), "2026-03-04");
        matter.Do(Decide(matter), "2026-03-04");
        matter.Do(Converting.Receive(matter.Petition, new ReceivePaper(On("2026-03-05"), ObjectionKind.Act, titled, "来信", "查封超标的", null, null), On("2026-03-05")), "2026-03-05");
        matter.Petition.Acceptance.Classified.ShouldBeNull();
        Explain(matter).ShouldBeRefusedUnder(clause, "decline-is-objection");
        matter.Do(Declining.Undo(matter.Petition, "应当转入异议"), "2026-03-05");
        Propose(matter, Discipline with { Ground = "4d" }).ShouldBeRefusedUnder(clause, "decline-is-objection");
        Propose(matter, Discipline).ShouldBeRefusedUnder("GC21-15(2)", "decline-enforcement-claim");
    }

    [Fact]
    [Trait("Clause", "GC21-15(6) refused")]
    public void The_courts_own_case_is_no_other_courts_and_the_right_court_is_the_one_of_the_number()
    {
        var matter = Identified("2026-03-02");
        var elsewhere = Discipline with { Ground = "6", RightCourt = Other.Number, TransferOffered = true };
        Propose(matter, elsewhere, Home.Number).ShouldBeRefusedUnder("GC21-15(6)", "decline-own-case");
        Propose(matter, elsewhere, caseCourt: 1).ShouldBeRefusedUnder("GC21-15(6)", "decline-court-differs");
        matter.Do(Propose(matter, elsewhere, Other.Number), "2026-03-04");
        Declining.Decide(matter.Petition, true, null, UnitHead, Home.Number).ShouldBeRefusedUnder("GC21-15(6)", "decline-own-case");
        matter.Do(Declining.Decide(matter.Petition, true, null, UnitHead, Other.Number), "2026-03-05");
        Declining.Explain(matter.Petition, ServiceMethod.Post, "挂号信", Home.Number).ShouldBeRefusedUnder("GC21-15(6)", "decline-own-case");
        Declining.Explain(matter.Petition, ServiceMethod.Post, "挂号信", Other.Number).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) refused")]
    public void A_case_number_that_is_corrected_after_the_proposal_ends_what_rested_on_its_absence_and_a_no_is_always_possible()
    {
        var matter = Received("2026-03-02");
        matter.Do(Propose(matter, Unclear), "2026-03-04");
        matter.Tell([new PetitionContactCorrected(Id(201), null, "（2025）鲁0117执12号", null)], On("2026-03-05"), On("2026-03-05"));
        Decide(matter).ShouldBeRefusedUnder("GC21-15(1)", "decline-case-known");
        Declining.Decide(matter.Petition, false, "案件已经明确", UnitHead, null).ShouldBeOfType<Decision<object>.Done>();
    }

    [Theory]
    [Trait("Clause", "GC21-15(1) refused")]
    [InlineData("2026-03-01", "before-receipt")]
    [InlineData("2026-03-05", "date-in-future")]
    public void An_attempt_lies_between_the_first_contact_and_the_proposal(string attempt, string message) =>
        Propose(Received("2026-03-02"), Unclear with { Attempts = [Unclear.Attempts[0], new ContactAttempt(On(attempt), ServiceMethod.Post, "退回")] })
            .ShouldBeRefusedFor("attemptOn", message);

    [Fact]
    [Trait("Clause", "GC21-16 accepted")]
    public void A_decline_that_was_approved_does_not_outlive_a_withdrawal_and_what_follows_it()
    {
        var matter = Received("2026-03-02");
        matter.Do(Propose(matter, Discipline), "2026-03-04");
        matter.Do(Decide(matter), "2026-03-05");
        matter.Do(Accepting.Withdraw(matter.Petition, "撤回申请书", null), "2026-03-06").Joined(2, "2026-03-10");
        (matter.Petition.IsOpen, matter.Petition.Acceptance.Decline).ShouldBe((true, null));
        Explain(matter).ShouldBeRefusedAs("decline-not-proposed");

        matter.Do(Propose(matter, Discipline), "2026-03-10");
        matter.Do(Accepting.Withdraw(matter.Petition, "撤回申请书", null), "2026-03-11").Joined(3, "2026-03-12");
        matter.Petition.Approvals.ShouldAllBe(a => a.DecidedOn != null, "nobody is asked to decide on what fell away");
    }

    [Theory]
    [Trait("Clause", "GC21-15(1) refused")]
    [Trait("Clause", "GC21-15(2) refused")]
    [Trait("Clause", "GC21-15(3) refused")]
    [Trait("Clause", "GC21-15(4) refused")]
    [Trait("Clause", "GC21-15(5) refused")]
    [Trait("Clause", "GC21-15(6) refused")]
    [Trait("Clause", "GC21-15(7) refused")]
    [MemberData(nameof(Bare))]
    public void A_ground_without_its_facts_is_no_ground(DeclineFacts facts, string clause, string message) =>
        Propose(Received("2026-03-02"), facts).ShouldBeRefusedUnder(clause, message);

    [Theory]
    [Trait("Clause", "GC21-15(1) accepted")]
    [Trait("Clause", "GC21-15(2) accepted")]
    [Trait("Clause", "GC21-15(4) accepted")]
    [Trait("Clause", "GC21-15(5) accepted")]
    [Trait("Clause", "GC21-15(6) accepted")]
    [Trait("Clause", "GC21-15(7) accepted")]
    [MemberData(nameof(Proven))]
    public void With_its_facts_it_is_proposed_approved_and_takes_effect_when_it_is_explained(DeclineFacts facts)
    {
        var matter = Received("2026-03-02");
        matter.Do(Propose(matter, facts), "2026-03-04");
        Declining.Explain(matter.Petition, ServiceMethod.Post, "挂号信", null).ShouldBeRefusedAs("decline-not-approved");
        matter.Do(Declining.Decide(matter.Petition, true, null, UnitHead, null), "2026-03-05");
        matter.Petition.IsOpen.ShouldBeTrue("it has no effect before the petitioner knows it");
        (matter.Open("hand-to-handler"), matter.Open("explain-decline")).ShouldBe((true, true));
        Declining.Explain(matter.Petition, ServiceMethod.Post, " ", null).ShouldBeRefusedAs("decline-needs-proof");

        matter.Do(Declining.Explain(matter.Petition, ServiceMethod.Post, "挂号信回执", null), "2026-03-06");

        matter.Petition.Stage.ShouldBe(new Stage.Declined(facts.Ground, On("2026-03-06")));
        matter.Petition.Obligations.ShouldAllBe(o => !o.IsOpen);
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) refused")]
    public void Who_proposed_does_not_approve_neither_does_the_one_acted_for()
    {
        var matter = Received("2026-03-02");
        matter.Do(Propose(matter, Discipline), "2026-03-04");
        Declining.Decide(matter.Petition, true, null, Officer, null).ShouldBeRefusedAs("decline-own-proposal");
        Declining.Decide(matter.Petition, true, null, new Actors(Id(90), Officer.Person), null).ShouldBeRefusedAs("decline-own-proposal");
        Declining.Decide(matter.Petition, false, " ", UnitHead, null).ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(Declining.Decide(matter.Petition, false, "应当受理", UnitHead, null), "2026-03-05");
        Declining.Decide(matter.Petition, true, null, UnitHead, null).ShouldBeRefusedAs("decline-not-proposed");
    }

    [Fact]
    [Trait("Clause", "SPC16-13 refused")]
    public void A_claim_that_an_act_was_wrong_is_an_objection_and_is_not_sent_to_another_procedure()
    {
        var matter = Identified("2026-03-02");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Capacity.Applicant, null), matter.Petition), "2026-03-03");
        Propose(matter, Discipline with { Ground = "4d" }).ShouldBeRefusedUnder("SPC16-13", "decline-is-objection");
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) refused")]
    public void A_case_that_is_known_is_not_unidentified_and_what_is_accepted_is_not_declined()
    {
        Propose(Identified("2026-03-02"), Discipline with { Ground = "1a", Attempts = [new ContactAttempt(On("2026-03-03"), ServiceMethod.Phone, "无人接听")] })
            .ShouldBeRefusedUnder("GC21-15(1)", "decline-case-known");
        Propose(Accepted("2026-03-02"), Discipline).ShouldBeRefusedUnder("GC21-6a(1)", "decline-after-acceptance");
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) accepted")]
    public void When_the_petitioner_appears_before_the_decline_has_effect_it_is_undone_with_the_contact()
    {
        var matter = Received("2026-03-02");
        matter.Do(Propose(matter, Unclear), "2026-03-04");
        matter.Do(Decide(matter), "2026-03-05");
        (matter.Petition.Acceptance.Decline!.Approved, matter.Open("explain-decline")).ShouldBe((true, true));

        matter.Joined(2, "2026-03-09");

        matter.Last.OfType<PetitionDeclineUndone>().Single().ShouldBe(new PetitionDeclineUndone("1a", Declining.AppearedReason));
        (matter.Petition.Acceptance.Decline, matter.Open("explain-decline"), matter.Petition.Papers.Declined).ShouldBe((null, false, null));
        Explain(matter).ShouldBeRefusedAs("decline-not-proposed");
    }

    [Theory]
    [Trait("Clause", "GC21-15(1) accepted")]
    [InlineData("2026-03-03", 0)]
    [InlineData("2026-03-04", 1)]
    public void A_visit_that_a_ledger_tells_undoes_it_too_unless_it_was_before_the_proposal(string visited, int undone)
    {
        var matter = Received("2026-03-02");
        matter.Do(Propose(matter, Unclear), "2026-03-04");
        var told = Importing.Tell(
            matter.Petition, null, [new LedgerContactDraft(Contact(2, visited), true, false)], new PetitionHistoryImported(null, null, null, null, false, null, null, null), On("2026-03-10"));
        told.Count(t => t.Fact is PetitionDeclineUndone).ShouldBe(undone);
    }

    [Fact]
    public void A_new_contact_takes_nothing_from_a_ground_on_which_it_says_nothing()
    {
        var talked = Received("2026-03-02");
        talked.Do(Propose(talked, Unclear with { Ground = "1b" }), "2026-03-04").Joined(2, "2026-03-09");
        talked.Petition.Acceptance.Decline.ShouldNotBeNull("talking still did not show which case it is");
        var discipline = Received("2026-03-02");
        discipline.Do(Propose(discipline, Discipline), "2026-03-04").Joined(2, "2026-03-09");
        discipline.Petition.Acceptance.Decline.ShouldNotBeNull();
        Declining.Appeared(talked.Petition, "（2025）鲁0117执12号").ShouldBe(new PetitionDeclineUndone("1b", Declining.AppearedReason), "a contact that names the case shows it");
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) accepted")]
    public void What_was_declined_is_undone_by_hand_as_well_and_open_again_with_new_clocks()
    {
        var matter = Declined();
        Declining.Undo(matter.Petition, " ").ShouldBeRefusedUnder("GC21-15(1)", "decline-undo-needs-reason");
        matter.Do(Declining.Undo(matter.Petition, "信访人到场说明案号"), "2026-03-16");
        matter.Petition.Stage.ShouldBeOfType<Stage.Registered>();
        matter.Of("hand-to-handler")[^1].Due.ShouldBe(On("2026-03-18"));
        Declining.Undo(matter.Petition, "再次").ShouldBeRefusedAs("decline-not-proposed");
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) accepted")]
    public void A_new_contact_opens_a_declined_matter_and_its_leaving_closes_it_again()
    {
        var matter = Declined().Joined(2, "2026-03-16");
        matter.Petition.IsOpen.ShouldBeTrue();
        matter.Do(Joining.Leave(matter.Petition, Id(202), "并错"), "2026-03-17");
        matter.Petition.Stage.ShouldBe(new Stage.Declined("2", On("2026-03-06")));
        matter.Petition.Obligations.ShouldAllBe(o => !o.IsOpen);
    }

    [Fact]
    [Trait("Clause", "GC21-15(1) accepted")]
    public void A_proposal_is_taken_back_before_it_has_effect_and_the_clock_of_the_explanation_ends()
    {
        var matter = Received("2026-03-02");
        matter.Do(Propose(matter, Discipline), "2026-03-04");
        matter.Do(Declining.Decide(matter.Petition, true, null, UnitHead, null), "2026-03-05");
        matter.Do(Declining.Undo(matter.Petition, "发现有执行案件"), "2026-03-06");
        (matter.Petition.Acceptance.Decline, matter.Open("explain-decline"), matter.Open("hand-to-handler")).ShouldBe((null, false, true));
    }

    private static Matter Declined()
    {
        var matter = Received("2026-03-02");
        matter.Do(Propose(matter, Discipline), "2026-03-04");
        matter.Do(Declining.Decide(matter.Petition, true, null, UnitHead, null), "2026-03-05");
        return matter.Do(Declining.Explain(matter.Petition, ServiceMethod.Post, "挂号信回执", null), "2026-03-06");
    }

    private static DeclineFacts Unclear => Discipline with { Ground = "1a", Attempts = [new ContactAttempt(On("2026-03-03"), ServiceMethod.Phone, "三次无人接听")] };

    private static DeclineFacts Outsider => Discipline with { Ground = "3", Standing = "查验身份证，本人称没有受委托" };

    private static Matter Stranger() =>
        Received("2026-03-02").With(p => p with { Contacts = [.. p.Contacts.Select(c => c with { Petitioners = [new PetitionerRef(Id(50), Capacity.Unknown)] })] });

    private static Decision<object> Decide(Matter matter) => Declining.Decide(matter.Petition, true, null, UnitHead, null);

    private static Decision<object> Explain(Matter matter) => Declining.Explain(matter.Petition, ServiceMethod.Post, "挂号信回执", null);

    private static Decision<object> Propose(Matter matter, DeclineFacts facts, int? caseCourt = null) => Declining.Propose(matter.Petition, facts, Grounds, Officer, On("2026-03-04"), caseCourt);
}

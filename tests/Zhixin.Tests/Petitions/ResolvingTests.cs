using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>The three grounds of an effective resolution rest on what was recorded, and superiors recognise them or not.</summary>
public sealed class ResolvingTests
{
    internal static readonly PetitionSituationExplained Explained = new(ServiceMethod.InPerson, "查无财产的情况和以后发现线索怎么办", Signed, "释明笔录 2 号");

    [Fact]
    [Trait("Clause", "SPC16-7(1) accepted")]
    public void Enforced_rests_on_its_proof_and_closes_after_the_answer()
    {
        var matter = Of().Then("2026-03-19", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handler));
        Answering.Close(matter.Petition, ClosedBy.Resolved, null).ShouldBeRefusedUnder("GC21-13", "close-needs-reply");
        matter.Replied("2026-03-20").Then("2026-03-21", p => Answering.Close(p, ClosedBy.Resolved, null));
        matter.Petition.Stage.ShouldBe(new Stage.Closed(ClosedBy.Resolved, On("2026-03-21")));
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) refused")]
    public void Enforced_without_proof_and_resolved_twice_are_refused()
    {
        Resolve(Of(), ResolutionGround.Enforced, " ").ShouldBeRefusedUnder("SPC16-7(1)", "resolve-needs-evidence");
        var matter = Of().Then("2026-03-19", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handler));
        Resolve(matter, ResolutionGround.Enforced, "凭证").ShouldBeRefusedAs("already-resolved");
        Resolve(Received("2026-03-02"), ResolutionGround.Enforced, "凭证").ShouldBeRefusedUnder("GC21-6a(1)", "handling-needs-acceptance");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(2) accepted")]
    public void Settled_rests_on_a_settlement_whose_performance_has_begun()
    {
        var matter = Settled().Then("2026-03-12", p => Settling.Perform(p, 1, "首期五万元到账", "到账凭证 1 号"));
        matter.Do(Resolve(matter, ResolutionGround.Settled), "2026-03-12");
        (matter.Petition.Handling.Resolution!.Ground, matter.Petition.Handling.Resolution.Settlement).ShouldBe((ResolutionGround.Settled, (int?)1));
    }

    [Fact]
    [Trait("Clause", "SPC16-7(2) refused")]
    public void Settled_without_a_settlement_or_before_anything_was_performed_is_refused()
    {
        Resolve(Of(), ResolutionGround.Settled).ShouldBeRefusedUnder("SPC16-7(2)", "resolve-needs-settlement");
        Resolve(Settled(), ResolutionGround.Settled).ShouldBeRefusedUnder("SPC16-7(2)", "resolve-needs-performance");
        Resolving.Resolve(Settled().Petition, ResolutionGround.Settled, null, 2, Handler).ShouldBeRefusedUnder("SPC16-7(2)", "resolve-needs-settlement");
        var broken = Settled().Then("2026-03-12", p => Settling.Perform(p, 1, "首期", "凭证"), p => Settling.Break(p, 1, "第二期不付"));
        Resolve(broken, ResolutionGround.Settled).ShouldBeRefusedUnder("SPC16-7(2)", "resolve-needs-settlement");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(2) refused")]
    public void A_settlement_needs_parties_terms_and_paper_and_a_performance_is_not_before_it()
    {
        var petition = Of().Petition;
        Settling.Settle(petition, " ", "分三期", "协议").ShouldBeRefusedUnder("SPC16-7(2)", "settlement-needs-parties");
        Settling.Settle(petition, "双方", "", "协议").ShouldBeRefusedUnder("SPC16-7(2)", "settlement-needs-terms");
        Settling.Settle(petition, "双方", "分三期", null).ShouldBeRefusedUnder("SPC16-7(2)", "settlement-needs-document");
        Settling.Perform(petition, 1, "首期", "凭证").ShouldBeRefusedUnder("SPC16-7(2)", "settlement-none");
        var matter = Settled();
        Settling.Perform(matter.Petition, 1, "首期", "凭证").On(matter, "2026-03-09").ShouldBeRefusedFor("on", "before-what-it-answers");
        Settling.Perform(matter.Petition, 1, "首期", "凭证").On(matter, "2026-03-10").ShouldBeOfType<Decision<object>.Done>("the same day is not before");
        Settling.Perform(matter.Petition, 2, "首期", "凭证").ShouldBeRefusedFor("settlement", "settlement-unknown");
        Settling.Perform(matter.Petition, 1, " ", "凭证").ShouldBeRefusedUnder("SPC16-7(2)", "performance-needs-words");
        Settling.Perform(matter.Petition, 1, "首期", " ").ShouldBeRefusedUnder("SPC16-7(2)", "performance-needs-proof");
        Settling.Break(matter.Petition, 1, " ").ShouldBeRefusedFor("reason", "reason-required");
        matter.Then("2026-03-12", p => Settling.Break(p, 1, "不付"), p => Settling.Settle(p, "双方", "一次付清", "协议 2"));
        Settling.Perform(matter.Petition, 1, "首期", "凭证").ShouldBeRefusedAs("settlement-broken");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(2) refused")]
    public void What_was_performed_before_the_matter_was_opened_again_does_not_resolve_it_anew()
    {
        var matter = Settled().Then("2026-03-12", p => Settling.Perform(p, 1, "首期五万元", "凭证"), p => Resolving.Resolve(p, ResolutionGround.Settled, null, null, Handler));
        matter.Replied("2026-03-13").Then("2026-03-14", p => Answering.Close(p, ClosedBy.Resolved, null)).Then("2026-04-01", p => Answering.Reopen(p, "第二期逾期未付"));
        Resolve(matter, ResolutionGround.Settled).ShouldBeRefusedUnder("SPC16-7(2)", "resolve-needs-performance");
        matter.Then("2026-04-10", p => Settling.Perform(p, 1, "第二期补付", "凭证"), p => Resolving.Resolve(p, ResolutionGround.Settled, null, null, Handler));
    }

    [Fact]
    [Trait("Clause", "SPC16-7(3) accepted")]
    [Trait("Clause", "SPC16-6 accepted")]
    [Trait("Clause", "GC21-6b accepted")]
    public void Committed_rests_on_a_check_without_property_an_explanation_and_then_a_free_commitment()
    {
        var matter = Of().Then("2026-03-10", p => Exhausting.Check(p, NoProperty), p => Exhausting.Explain(p, Explained), Commit);
        matter.Do(Resolve(matter, ResolutionGround.Committed), "2026-03-10");
        matter.Petition.Handling.Resolution!.Ground.ShouldBe(ResolutionGround.Committed);
    }

    [Fact]
    [Trait("Clause", "SPC16-7(3) refused")]
    public void Committed_is_refused_at_each_step_that_is_missing()
    {
        var matter = Of();
        Resolve(matter, ResolutionGround.Committed).ShouldBeRefusedUnder("SPC16-7(3)", "resolve-needs-recheck");
        matter.Do(Exhausting.Check(matter.Petition, NoProperty), "2026-03-10");
        Resolve(matter, ResolutionGround.Committed).ShouldBeRefusedUnder("SPC16-7(3)", "resolve-needs-explanation");
        matter.Do(Commit(matter.Petition), "2026-03-10");
        matter.Do(Exhausting.Explain(matter.Petition, Explained), "2026-03-11");
        Resolve(matter, ResolutionGround.Committed).ShouldBeRefusedUnder("SPC16-7(3)", "resolve-commitment-too-early");
        matter.Do(Commit(matter.Petition), "2026-03-11");
        matter.Do(Exhausting.Check(matter.Petition, NoProperty with { Found = true, Result = "发现车辆" }), "2026-03-12");
        Resolve(matter, ResolutionGround.Committed).ShouldBeRefusedUnder("SPC16-7(3)", "resolve-property-exists");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(3) refused")]
    public void A_commitment_is_free_signed_and_its_effect_explained_in_writing()
    {
        var petition = Of().Petition;
        Exhausting.Commit(petition, true, false, "承诺书", "释明书").ShouldBeRefusedUnder("SPC16-7(3)", "commitment-not-free");
        Exhausting.Commit(petition, false, true, "承诺书", "释明书").ShouldBeRefusedUnder("SPC16-7(3)", "commitment-needs-signature");
        Exhausting.Commit(petition, true, true, " ", "释明书").ShouldBeRefusedUnder("SPC16-7(3)", "commitment-needs-signature");
        Exhausting.Commit(petition, true, true, "承诺书", " ").ShouldBeRefusedUnder("SPC16-7(3)", "commitment-needs-effect");
        var matter = Of().Then("2026-03-10", p => Exhausting.Check(p, NoProperty), p => Exhausting.Explain(p, Explained));
        Resolve(matter, ResolutionGround.Committed).ShouldBeRefusedUnder("SPC16-7(3)", "resolve-needs-commitment");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(3) accepted")]
    public void Without_any_commitment_everything_else_is_possible()
    {
        var matter = Of().Then(
            "2026-03-10", p => Exhausting.Check(p, NoProperty), p => Exhausting.Explain(p, Explained), p => Aiding.Apply(p, "重病", "终本裁定", "申请书"), p => Settling.Settle(p, "双方", "分期", "协议"),
            p => Settling.Perform(p, 1, "首期", "凭证"), p => Resolving.Resolve(p, ResolutionGround.Settled, null, null, Handler));
        matter.Replied("2026-03-11").Then("2026-03-12", p => Answering.Close(p, ClosedBy.ReplyFinal, null));
        matter.Petition.Measures.Exhaustion.Commitments.ShouldBeEmpty();
        matter.Joined(2, "2026-03-20").Petition.IsOpen.ShouldBeTrue("and who comes again is received");
    }

    [Fact]
    [Trait("Clause", "SPC16-6 refused")]
    [Trait("Clause", "GC21-6b refused")]
    public void Property_measures_and_explanation_are_of_the_implementation_class_and_have_their_proof()
    {
        var review = Review().Petition;
        Exhausting.Check(review, NoProperty).ShouldBeRefusedUnder("SPC16-6", "exhaust-implementation-only");
        Exhausting.Commit(review, true, true, "承诺书", "释明书").ShouldBeRefusedUnder("SPC16-6", "exhaust-implementation-only");
        var matter = Of();
        Exhausting.Check(matter.Petition, NoProperty with { Source = " " }).ShouldBeRefusedUnder("SPC16-6", "property-needs-source");
        Exhausting.Check(matter.Petition, NoProperty with { Result = "" }).ShouldBeRefusedUnder("SPC16-6", "property-needs-result");
        Exhausting.Check(matter.Petition, NoProperty with { Proof = "" }).ShouldBeRefusedUnder("SPC16-6", "property-needs-proof");
        Exhausting.Explain(matter.Petition, Explained).ShouldBeRefusedUnder("SPC16-6", "explanation-needs-check");
        matter.Do(Exhausting.Check(matter.Petition, NoProperty with { Found = true }), "2026-03-10");
        Exhausting.Explain(matter.Petition, Explained).ShouldBeRefusedUnder("GC21-6b", "explanation-property-exists");
        Take(matter.Petition, "freezing", " ", "裁定书").ShouldBeRefusedUnder("GC21-6b", "measure-needs-words");
        Take(matter.Petition, "freezing", "冻结账户", "").ShouldBeRefusedUnder("GC21-6b", "measure-needs-document");
        Take(matter.Petition, "magic", "冻结账户", "裁定书").ShouldBeRefusedFor("kind", "measure-unknown");
        matter.Then("2026-03-11", p => Take(p, "freezing", "冻结账户", "裁定书 9 号"), p => Exhausting.Check(p, NoProperty));
        Exhausting.Explain(matter.Petition, Explained with { Content = " " }).ShouldBeRefusedUnder("GC21-6b", "explanation-needs-content");
        Exhausting.Explain(matter.Petition, Explained with { Proof = " " }).ShouldBeRefusedUnder("GC21-6b", "explanation-needs-proof");
        Exhausting.Explain(matter.Petition, Explained with { Signing = Unsigned }).ShouldBeRefusedUnder("GC21-13", "unsigned-needs-reason");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) accepted")]
    public void A_superior_recognises_what_was_asserted_also_when_it_is_closed_and_nothing_waits_for_it()
    {
        var matter = Of().Then("2026-03-19", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handler));
        matter.Replied("2026-03-20").Then("2026-03-21", p => Answering.Close(p, ClosedBy.Resolved, null), p => Resolving.Recognise(p, true, "证据充分", 7, [], Leader));
        matter.Petition.Handling.Recognitions.ShouldHaveSingleItem().ShouldBe(new Recognition(7, true, "证据充分", On("2026-03-21")));
        matter.Petition.Stage.ShouldBe(new Stage.Closed(ClosedBy.Resolved, On("2026-03-21")));
    }

    [Fact]
    [Trait("Clause", "SPC16-7(1) refused")]
    public void Not_recognised_it_is_asserted_anew_and_nobody_recognises_twice_or_his_own_or_nothing()
    {
        var matter = Of();
        Resolving.Recognise(matter.Petition, true, "同意", 7, [], Leader).ShouldBeRefusedUnder("SPC16-7(1)", "recognise-not-asserted");
        matter.Do(Resolve(matter, ResolutionGround.Enforced, "发还凭证"), "2026-03-19");
        Resolving.Recognise(matter.Petition, true, " ", 7, [], Leader).ShouldBeRefusedUnder("SPC16-7(1)", "recognise-needs-opinion");
        Resolving.Recognise(matter.Petition, true, "同意", 7, [], Handler).ShouldBeRefusedAs("recognise-own");
        matter.Do(Resolving.Recognise(matter.Petition, true, "同意", 6, [], Leader), "2026-03-20");
        Resolving.Recognise(matter.Petition, false, "再想", 6, [], Leader).ShouldBeRefusedAs("already-recognised");
        matter.Do(Resolving.Recognise(matter.Petition, false, "发还款项不足", 7, [], Leader), "2026-03-20").Replied("2026-03-21");
        Answering.Close(matter.Petition, ClosedBy.Resolved, null).ShouldBeRefusedUnder("SPC16-7(1)", "close-not-resolved");
        matter.Do(Resolve(matter, ResolutionGround.Enforced, "补足发还"), "2026-03-22");
        matter.Petition.Handling.Recognitions.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "SPC16-7(2) refused")]
    public void What_was_said_to_be_settled_no_longer_is_when_that_settlement_breaks_and_nothing_closes_by_it()
    {
        var matter = Settled().Then("2026-03-12", p => Settling.Perform(p, 1, "首期五万元", "凭证"), p => Settling.Settle(p, "双方", "另案", "协议 2"),
            p => Resolving.Resolve(p, ResolutionGround.Settled, null, 1, Handler)).Replied("2026-03-13");
        matter.Then("2026-03-14", p => Settling.Break(p, 2, "不付")).Petition.Handling.Resolution.ShouldNotBeNull("it rests on the first");
        matter.Then("2026-03-15", p => Settling.Break(p, 1, "第二期不付")).Last.OfType<PetitionResolutionLapsed>().Single().Because.ShouldBe(ResolutionLapse.SettlementBroken);
        Answering.Close(matter.Petition, ClosedBy.Resolved, null).ShouldBeRefusedUnder("SPC16-7(1)", "close-not-resolved");
        Resolving.NotRecognisable(matter.Petition)!.Message.ShouldBe("recognise-not-asserted");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(3) refused")]
    public void Property_that_is_found_and_another_class_end_what_was_asserted_but_not_what_was_enforced()
    {
        var committed = Of().Then("2026-03-19", p => Exhausting.Check(p, NoProperty), p => Exhausting.Explain(p, Explained),
            p => Exhausting.Commit(p, true, true, "承诺书", "后果说明"), p => Resolving.Resolve(p, ResolutionGround.Committed, null, null, Handler));
        committed.Then("2026-03-20", p => Exhausting.Check(p, NoProperty)).Petition.Handling.Resolution.ShouldNotBeNull("again nothing was found");
        committed.Then("2026-03-21", p => Exhausting.Check(p, NoProperty with { Found = true })).Petition.Handling.Resolution.ShouldBeNull();

        var enforced = Of().Then("2026-03-19", p => Resolving.Resolve(p, ResolutionGround.Enforced, "发还凭证", null, Handler), p => Exhausting.Check(p, NoProperty with { Found = true }));
        enforced.Petition.Handling.Resolution.ShouldNotBeNull();
        enforced.Then("2026-03-20", p => Accepting.Decide(new Classify(PetitionClass.Review, Claim.UnlawfulAct, Zhixin.Intake.Capacity.Applicant, "不服查封"), p));
        enforced.Petition.Handling.Resolution.ShouldBeNull("the review class is not resolved in this way");
    }

    private static Matter Settled()
    {
        var matter = Of();
        return matter.Do(Settling.Settle(matter.Petition, "申请执行人与被执行人", "二十万元分四期", "和解协议 1 号"), "2026-03-10");
    }

    private static Decision<object> Resolve(Matter matter, ResolutionGround ground, string? evidence = null) => Resolving.Resolve(matter.Petition, ground, evidence, null, Handler);

    private static Decision<object> Commit(Petition petition) => Exhausting.Commit(petition, true, true, "承诺书 1 号", "释明书 1 号");

    private static Decision<object> Take(Petition petition, string kind, string what, string document) =>
        Exhausting.Take(petition, new PetitionMeasureTaken(kind, what, document), List("SPC16", "enforcement-measures"));
}

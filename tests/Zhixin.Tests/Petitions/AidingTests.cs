using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Judicial aid: asked for by the applicant in hardship where nothing was found, reported, decided by another, told.</summary>
public sealed class AidingTests
{
    [Fact]
    [Trait("Clause", "GC21-11 accepted")]
    [Trait("Clause", "JZ21-3.2.4(4) accepted")]
    public void Aid_is_asked_for_reported_granted_to_the_fen_told_and_followed_by_relief()
    {
        var matter = Applied();
        (matter.Open("answer-judicial-aid"), matter.The("answer-judicial-aid").Due).ShouldBe((true, (DateOnly?)null));
        matter.Then("2026-03-12", Report, p => Decide(p, 30000.5m));
        matter.Open("answer-judicial-aid").ShouldBeFalse();
        matter.Then("2026-03-13", p => Aiding.Tell(p, ServiceMethod.InPerson, "送达回证"), p => Aiding.Refer(p, ReliefKind.Civil, "区民政局", "函 3 号"));
        var aid = matter.Petition.Measures.Aids.Last!;
        (aid.Decided!.Fen, aid.Told, aid.Referred.Count).ShouldBe((3000050L, true, 1));
    }

    [Fact]
    [Trait("Clause", "GC21-11 refused")]
    public void Only_an_applicant_in_hardship_where_nothing_was_found_may_ask()
    {
        var petition = Of().Petition;
        Aiding.Apply(petition, " ", "终本裁定", "申请书").ShouldBeRefusedUnder("GC21-11", "aid-needs-hardship");
        Aiding.Apply(petition, "重病", " ", "申请书").ShouldBeRefusedUnder("GC21-11", "aid-needs-no-property");
        Aiding.Apply(petition, "重病", "终本裁定", " ").ShouldBeRefusedUnder("GC21-11", "aid-needs-application");
        var found = Of().Then("2026-03-10", p => Exhausting.Check(p, NoProperty with { Found = true }));
        Aiding.Apply(found.Petition, "重病", "终本裁定", "申请书").ShouldBeRefusedUnder("GC21-11", "aid-property-exists");
        var outsider = Of().With(p => p with { Acceptance = p.Acceptance with { Classified = p.Acceptance.Classified! with { Capacity = Zhixin.Intake.Capacity.InterestedPerson } } });
        Aiding.Apply(outsider.Petition, "重病", "终本裁定", "申请书").ShouldBeRefusedUnder("GC21-11", "aid-only-applicant");
    }

    [Fact]
    [Trait("Clause", "GC21-11 refused")]
    [Trait("Clause", "JZ21-3.2.4(4) refused")]
    public void Nothing_is_decided_before_it_is_reported_nor_by_who_reported_nor_without_amount_reason_and_paper()
    {
        var matter = Applied();
        Decide(matter.Petition, 1m).ShouldBeRefusedUnder("GC21-11", "aid-not-reported");
        Aiding.Report(matter.Petition, " ", "报告", Handler).ShouldBeRefusedFor("body", "aid-needs-body");
        Aiding.Report(matter.Petition, "救助委员会", " ", Handler).ShouldBeRefusedUnder("GC21-11", "aid-needs-report");
        matter.Do(Report(matter.Petition), "2026-03-12");
        Report(matter.Petition).ShouldBeRefusedAs("aid-reported");
        Aiding.Decide(matter.Petition, true, 1m, null, "决定", Handler).ShouldBeRefusedAs("aid-own");
        Aiding.Decide(matter.Petition, true, 1m, null, "决定", new Actors(Id(99), Zhang.Id)).ShouldBeRefusedAs("aid-own");
        Aiding.Decide(matter.Petition, false, null, " ", "决定", Leader).ShouldBeRefusedUnder("JZ21-3.2.4(4)", "aid-refusal-needs-reason");
        Aiding.Decide(matter.Petition, true, 1m, null, " ", Leader).ShouldBeRefusedUnder("JZ21-3.2.4(4)", "aid-needs-decision");
        matter.Do(Aiding.Decide(matter.Petition, false, null, "已有低保，不属特别困难", "决定 2 号", Leader), "2026-03-13");
        (matter.Petition.Measures.Aids.Last!.Decided!.Fen, matter.Open("answer-judicial-aid")).ShouldBe(((long?)null, false));
    }

    public static TheoryData<decimal?, string?> Amounts() => new()
    {
        { null, "aid-needs-amount" }, { 0m, "aid-needs-amount" }, { -1m, "aid-needs-amount" }, { 0.001m, "aid-amount-inexact" }, { 30000.505m, "aid-amount-inexact" },
        { decimal.MaxValue, "aid-amount-inexact" }, { 0.01m, null }, { 30000m, null }, { 90_071_992_547_409.92m, null }, { 90_071_992_547_409.93m, "aid-amount-inexact" },
    };

    [Theory]
    [Trait("Clause", "JZ21-3.2.4(4) refused")]
    [MemberData(nameof(Amounts))]
    public void An_amount_is_more_than_nothing_and_exact_to_the_fen(decimal? yuan, string? refused)
    {
        var decision = Decide(Applied().Then("2026-03-12", Report).Petition, yuan);
        (decision as Decision<object>.Refused)?.Why.Message.ShouldBe(refused);
        (decision is Decision<object>.Done).ShouldBe(refused is null);
    }

    [Fact]
    [Trait("Clause", "GC21-11 refused")]
    public void One_application_at_a_time_and_the_next_after_the_decision_was_told()
    {
        var matter = Applied();
        Apply(matter.Petition).ShouldBeRefusedAs("aid-undecided");
        Aiding.Tell(matter.Petition, ServiceMethod.Phone, "录音").ShouldBeRefusedAs("aid-undecided");
        Aiding.Refer(matter.Petition, ReliefKind.Social, "慈善会", "函").ShouldBeRefusedUnder("JZ21-3.2.4(4)", "relief-after-aid");
        matter.Then("2026-03-12", Report, p => Decide(p, 100m));
        Apply(matter.Petition).ShouldBeRefusedAs("aid-untold");
        Aiding.Tell(matter.Petition, ServiceMethod.Phone, " ").ShouldBeRefusedUnder("GC21-11", "aid-telling-needs-proof");
        Aiding.Tell(matter.Petition, ServiceMethod.Phone, "录音").On(matter, "2026-03-11").ShouldBeRefusedFor("on", "before-what-it-answers");
        matter.Do(Aiding.Tell(matter.Petition, ServiceMethod.Phone, "录音"), "2026-03-12");
        Aiding.Tell(matter.Petition, ServiceMethod.Phone, "录音").ShouldBeRefusedAs("aid-told");
        Aiding.Refer(matter.Petition, ReliefKind.Social, " ", "函").ShouldBeRefusedFor("body", "relief-needs-body");
        Aiding.Refer(matter.Petition, ReliefKind.Social, "慈善会", " ").ShouldBeRefusedUnder("JZ21-3.2.4(4)", "relief-needs-proof");
        matter.Do(Apply(matter.Petition), "2026-03-13");
        matter.Petition.Measures.Aids.All.Select(a => a.Applied.No).ShouldBe([1, 2]);
        Aiding.NotReportable(Of().Petition)!.Message.ShouldBe("aid-not-applied");
    }

    [Fact]
    [Trait("Clause", "GC21-11 accepted")]
    public void What_was_asked_for_is_owed_and_decided_even_when_the_petition_has_ended_and_keeps_it_from_being_merged()
    {
        var matter = Applied().Replied("2026-03-12").Then("2026-03-13", p => Answering.Close(p, ClosedBy.ReplyFinal, null));
        matter.Open("answer-judicial-aid").ShouldBeTrue();
        Apply(matter.Petition).ShouldBeRefusedAs("petition-not-open");
        matter.Then("2026-03-16", Report, p => Decide(p, 100m));
        matter.Open("answer-judicial-aid").ShouldBeFalse();

        var survivor = Of().With(p => p with { Id = p.Id with { Id = Id(101) } }).Petition;
        LifeCycle.Merge(Applied().Petition, survivor, "同一事项").ShouldBeRefusedUnder("GC21-11", "merge-aid-pending");
        var voided = Applied();
        voided.Do(LifeCycle.Void(voided.Petition, "误立"), "2026-03-12");
        Report(voided.Petition).ShouldBeRefusedAs("petition-not-open");
        Decide(voided.Petition, 1m).ShouldBeRefusedAs("petition-not-open");
    }

    [Fact]
    [Trait("Clause", "SPC16-7(3) accepted")]
    public void Aid_stands_in_for_the_explanation_of_the_third_ground_once_it_is_granted()
    {
        var matter = Of().Then("2026-03-11", p => Exhausting.Check(p, NoProperty), Apply, Report, p => Decide(p, 30000m));
        matter.Then("2026-03-12", p => Exhausting.Commit(p, true, true, "承诺书", "释明书"), p => Resolving.Resolve(p, ResolutionGround.Committed, null, null, Handler));
        var refused = Of().Then("2026-03-11", p => Exhausting.Check(p, NoProperty), Apply, Report, p => Aiding.Decide(p, false, null, "不困难", "决定", Leader));
        Resolving.Resolve(refused.Petition, ResolutionGround.Committed, null, null, Handler).ShouldBeRefusedUnder("SPC16-7(3)", "resolve-needs-explanation");
    }

    private static Matter Applied() => Of().Then("2026-03-11", Apply);

    private static Decision<object> Apply(Petition petition) => Aiding.Apply(petition, "本人重病，独自抚养孙子", "（2025）鲁0117执12号终本裁定", "救助申请书");

    private static Decision<object> Report(Petition petition) => Aiding.Report(petition, "本院司法救助委员会", "救助报告 1 号", Handler);

    private static Decision<object> Decide(Petition petition, decimal? yuan) => Aiding.Decide(petition, true, yuan, null, "救助决定 1 号", Leader);
}

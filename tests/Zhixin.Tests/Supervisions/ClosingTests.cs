using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>The ends of a supervision, and another round.</summary>
public sealed class ClosingTests
{
    private static readonly ClosingRules Rules = new(List("HNI", "closings"), List("HNI", "closings-by-ground"));

    internal static TakingOverRules Ruled(string on) => new(Superiors, true, null, On(on));

    internal static Decision<object> Ask(Supervision s, string? condition, Func<string, string?>? documents = null, Zhixin.Courts.Court? by = null) =>
        Closing.Ask(s, new AskClosing(condition, documents ?? (_ => "卷宗"), Above), (by ?? High).Number, Rules);

    internal static Decision<object> Consent(Supervision s, bool agreed = true, string? reason = null) => Closing.Decide(s, High.Number, agreed, reason, Rules, Other);

    /// <summary>Asked for and consented to.</summary>
    internal static Supervised Close(Supervised matter, string condition, string on) => matter.Do(s => Ask(s.Supervision, condition), on).Do(s => Consent(s.Supervision), on);

    /// <summary>On a ground, its letter reported and the report accepted.</summary>
    private static Supervised Accepted(string ground) => Reviewed(ground: ground).Do(s => Letter(s.Supervision), "2026-03-02").Named().Do(s => Report(s.Supervision), "2026-03-10")
        .Do(s => Judging.Accept(s.Supervision, 1, High.Number, "处理妥当"), "2026-03-11");

    [Theory]
    [Trait("Clause", "HNI-15(1) accepted")]
    [Trait("Clause", "HNI-15(3) accepted")]
    [Trait("Clause", "HNI-15(4) accepted")]
    [Trait("Clause", "HNI-15(5) accepted")]
    [Trait("Clause", "HNI-15(6) accepted")]
    [Trait("Clause", "HNI-15(7) accepted")]
    [InlineData("1", "1")]
    [InlineData("2", "3")]
    [InlineData("3", "4")]
    [InlineData("4", "5")]
    [InlineData("5", "6")]
    [InlineData("6", "7")]
    public void Each_ground_closes_by_its_own_condition_with_the_accepted_report(string ground, string condition)
    {
        var matter = Close(Accepted(ground), condition, "2026-03-12");
        (matter.Supervision.End!.Condition, matter.Supervision.Obligations.Any(o => o.IsOpen)).ShouldBe((condition, false));
        matter.Last.OfType<SupervisionClosed>().Single().Evidence.ShouldContain("卷宗");
    }

    [Theory]
    [Trait("Clause", "HNI-15(1) refused")]
    [Trait("Clause", "HNI-15(3) refused")]
    [Trait("Clause", "HNI-15(4) refused")]
    [Trait("Clause", "HNI-15(5) refused")]
    [Trait("Clause", "HNI-15(6) refused")]
    [Trait("Clause", "HNI-15(7) refused")]
    [InlineData("1", "1")]
    [InlineData("2", "3")]
    [InlineData("3", "4")]
    [InlineData("4", "5")]
    [InlineData("5", "6")]
    [InlineData("6", "7")]
    public void No_condition_of_another_ground_no_missing_material_and_no_report_that_is_not_accepted(string ground, string condition)
    {
        var clause = Rules.Closings.Find(condition)!.Clause;
        var waiting = Reviewed(ground: ground).Do(s => Letter(s.Supervision), "2026-03-02").Named().Do(s => Report(s.Supervision), "2026-03-10").Supervision;
        Ask(waiting, condition).ShouldBeRefusedUnder(clause, "close-needs-report");
        Ask(Reviewed(ground: ground).Supervision, condition).ShouldBeRefusedUnder(clause, "close-needs-report");
        var accepted = Accepted(ground).Supervision;
        foreach (var missing in Closing.Materials(Rules.Closings.Find(condition)!))
        {
            Ask(accepted, condition, code => code == missing.Code ? " " : "卷宗").ShouldBeRefusedUnder(clause, "close-needs-material");
        }

        foreach (var other in Rules.Closings.Items.Select(c => c.Code).Where(c => c != condition && c is not ("2" or "8")))
        {
            Ask(accepted, other).ShouldBeRefusedUnder("HNI-15(1)", "close-condition-not-of-ground");
        }

        Ask(accepted, null).ShouldBeRefusedUnder("HNI-15(1)", "close-condition-not-of-ground");
    }

    [Fact]
    [Trait("Clause", "HNI-15(2) accepted")]
    [Trait("Clause", "HNI-15(2) refused")]
    public void The_second_needs_letter_and_ruling_and_no_report()
    {
        var matter = Lettered().Named();
        Ask(matter.Supervision, "2").ShouldBeRefusedUnder("HNI-15(2)", "close-needs-ruling");
        matter.Do(s => TakingOver.Elevate(s.Supervision, "（2026）琼执提1号", "逾期未报", High, Ruled("2026-03-21")), "2026-03-21");
        Close(matter, "2", "2026-03-22").Supervision.End!.Condition.ShouldBe("2");
    }

    [Fact]
    [Trait("Clause", "HNI-15(8) accepted")]
    [Trait("Clause", "HNI-15(8) refused")]
    public void The_eighth_needs_a_reason_in_writing_and_no_report()
    {
        var matter = Lettered().Named();
        Ask(matter.Supervision, "8", _ => null).ShouldBeRefusedUnder("HNI-15(8)", "close-needs-material");
        Close(matter, "8", "2026-03-12");
        (matter.Supervision.End!.Condition, matter.Supervision.Letter(1)!.Ended, matter.Supervision.Obligations.Any(o => o.IsOpen)).ShouldBe(("8", "closed", false));
    }

    [Fact]
    [Trait("Clause", "HNI-15(1) refused")]
    public void Another_consents_and_a_refusal_goes_on()
    {
        var matter = Accepted("1");
        Consent(matter.Supervision).ShouldBeRefusedAs("close-not-asked");
        Ask(matter.Supervision, "1", by: Mid).ShouldBeRefusedUnder("HNI-2", "supervision-not-lead");
        matter.Do(s => Ask(s.Supervision, "1"), "2026-03-12");
        var waiting = matter.Supervision.Approvals.Single();
        (waiting.Act, SupervisionApprovals.Waits(matter.Supervision, waiting), SupervisionApprovals.Court(matter.Supervision, waiting)).ShouldBe((Closing.Consenting, true, High.Number));
        Ask(matter.Supervision, "1").ShouldBeRefusedAs("close-asked-before");
        Closing.Decide(matter.Supervision, High.Number, true, null, Rules, Above).ShouldBeRefusedAs("decides-own-request");
        Consent(matter.Supervision, agreed: false).ShouldBeRefusedUnder("HNI-15(1)", "close-refusal-needs-reason");
        matter.Do(s => Consent(s.Supervision, agreed: false, reason: "款项未到账"), "2026-03-13");
        (matter.Supervision.IsOpen, matter.Supervision.CloseAsked, matter.Supervision.Approvals.Single().Agreed).ShouldBe((true, null, false));
        Close(matter, "1", "2026-03-14").Supervision.Approvals[^1].Agreed.ShouldBe(true);
    }

    [Fact]
    [Trait("Clause", "HNI-11 refused")]
    public void Nothing_closes_while_an_opinion_is_reconsidered()
    {
        var matter = PressingTests.Opinionated().Do(s => Opining.Ask(
            s.Supervision, Basic.Number, new SupervisionReconsiderationAsked(1, On("2026-03-13"), "财产不属被执行人", "提请书", Below.Id, null), On("2026-03-13")), "2026-03-13");
        Ask(matter.Supervision, "8").ShouldBeRefusedUnder("HNI-11", "close-reconsideration-runs");
    }

    [Fact]
    [Trait("Clause", "HNP-15 accepted")]
    [Trait("Clause", "HNP-15 refused")]
    public void The_court_below_closes_once_the_superior_found_it_settled()
    {
        var matter = Lettered().Named().Do(s => Report(s.Supervision), "2026-03-10");
        Closing.FindSettled(matter.Supervision, High.Number, true, "合法，已解决").ShouldBeRefusedUnder("HNP-15", "settled-needs-report");
        Closing.AfterReview(matter.Supervision, Basic.Number, "结案").ShouldBeRefusedUnder("HNP-15", "close-before-review");
        matter.Do(s => Judging.Accept(s.Supervision, 1, High.Number, "处理妥当"), "2026-03-11");
        Closing.FindSettled(matter.Supervision, High.Number, true, " ").ShouldBeRefusedUnder("HNP-15", "settled-needs-finding");
        Closing.FindSettled(matter.Supervision, Mid.Number, true, "合法").ShouldBeRefusedUnder("HNI-2", "supervision-not-lead");
        matter.Do(s => Closing.FindSettled(s.Supervision, High.Number, true, "合法，已解决"), "2026-03-12");
        Closing.AfterReview(matter.Supervision, Mid.Number, "结案").ShouldBeRefusedAs("supervision-letter-not-yours");
        Closing.AfterReview(matter.Supervision, Basic.Number, null).ShouldBeRefusedUnder("HNP-15", "settled-close-needs-evidence");
        matter.Do(s => Closing.AfterReview(s.Supervision, Basic.Number, "已执行完毕"), "2026-03-13").Supervision.End!.Condition.ShouldBe("settled");
    }

    [Fact]
    [Trait("Clause", "HNP-15 refused")]
    [Trait("Clause", "HNI-15(1) refused")]
    public void Only_a_high_court_under_hnp_finds_it_settled_every_other_lead_needs_condition_and_consent() =>
        Closing.FindSettled(Accepted("1").Supervision, High.Number, false, "合法，已解决").ShouldBeRefusedUnder("HNI-15(1)", "settled-only-high");

    [Fact]
    [Trait("Clause", "HNP-22 refused")]
    public void A_listed_matter_closes_with_its_result_unless_it_is_taken_over_or_barred()
    {
        var matter = ListingTests.Listed().Do(s => Letter(s.Supervision), "2026-03-05").Named(on: "2026-03-05").Do(s => Report(s.Supervision), "2026-03-10")
            .Do(s => Judging.Accept(s.Supervision, 1, High.Number, "处理妥当"), "2026-03-11");
        Ask(matter.Supervision, "1").ShouldBeRefusedUnder("HNP-22", "close-listed-result-owed");
        Ask(matter.Supervision, "8").ShouldBeOfType<Decision<object>.Done>();
        matter.Do(s => ListingTests.Fix(s.Supervision), "2026-03-12").Do(s => Closing.FindSettled(s.Supervision, High.Number, true, "合法，已解决"), "2026-03-12");
        Ask(matter.Supervision, "1").ShouldBeRefusedUnder("HNP-22", "close-listed-result-owed");
        Closing.AfterReview(matter.Supervision, Basic.Number, "结案").ShouldBeRefusedUnder("HNP-22", "close-listed-result-owed");
        matter.Do(s => ListingActs.Report(s.Supervision, Basic.Number, "已执结", "报告", Reporter), "2026-03-13");
        Ask(matter.Supervision, "1").ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNP-15 accepted")]
    [Trait("Clause", "HNP-15 refused")]
    public void What_is_unlawful_is_supervised_again_in_a_round_of_its_own_until_it_is_settled()
    {
        var matter = Lettered().Named().Do(s => Report(s.Supervision), "2026-03-10");
        Closing.Again(matter.Supervision, High.Number, "未处理").ShouldBeRefusedUnder("HNP-15", "round-needs-finding");
        matter.Do(s => Judging.FindUnlawful(s.Supervision, 1, High.Number, "没有处理"), "2026-03-11");
        matter.Open("supervise-again").ShouldBeTrue();
        Closing.Again(matter.Supervision, High.Number, " ").ShouldBeRefusedUnder("HNP-15", "round-needs-reason");
        matter.Do(s => Closing.Again(s.Supervision, High.Number, "再次督办"), "2026-03-12");
        (matter.Supervision.Rounds, matter.Open("supervise-again"), matter.Supervision.Open.Any()).ShouldBe((2, false, false));
        Ask(matter.Supervision, "1").ShouldBeRefusedUnder("HNI-15(1)", "close-needs-report");
        matter.Do(s => Letter(s.Supervision, due: "2026-04-10", today: "2026-03-12"), "2026-03-12").Supervision.Letter(2)!.Round.ShouldBe(2);
    }

    [Fact]
    public void It_is_voided_before_anything_went_down_and_merged_into_the_one_that_leads()
    {
        Closing.Void(Lettered().Supervision, High.Number, "错登").ShouldBeRefusedAs("supervision-void-sent");
        Closing.Void(Opened().Supervision, High.Number, " ").ShouldBeRefusedUnder("GC21-16", "supervision-void-needs-reason");
        Opened().Do(s => Closing.Void(s.Supervision, High.Number, "错登"), "2026-03-03").Supervision.End!.How.ShouldBe("voided");
        Closing.Merge(Opened().Supervision, High.Number, null, "重复").ShouldBeRefusedAs("supervision-merge-none");
        var lead = new RunningSupervision(Supreme.Number, Matter.Id(501), "2026-最高-0001", Supreme.Name);
        Closing.Merge(Opened().Supervision, High.Number, lead, "").ShouldBeRefusedUnder("HNI-2", "supervision-merge-needs-reason");
        var merged = Lettered().Do(s => Closing.Merge(s.Supervision, High.Number, lead, "重复"), "2026-03-03").Supervision;
        (merged.End!.How, merged.Obligations.Any(o => o.IsOpen)).ShouldBe(("merged", false));
        Closing.Merge(merged, High.Number, lead, "重复").ShouldBeRefusedAs("supervision-over");
    }

    [Fact]
    [Trait("Clause", "SPC16-3(3) accepted")]
    [Trait("Clause", "SPC16-3(3) refused")]
    public void The_petitioner_is_told_with_proof_after_the_end_too()
    {
        Telling.Decide(Lettered().Supervision, "", "phone", "录音").ShouldBeRefusedUnder("SPC16-3(3)", "told-needs-content");
        Telling.Decide(Lettered().Supervision, "已督办", " ", "录音").ShouldBeRefusedFor("method", "told-needs-method");
        Telling.Decide(Lettered().Supervision, "已督办", "phone", null).ShouldBeRefusedUnder("SPC16-3(3)", "told-needs-proof");
        Close(Accepted("1"), "1", "2026-03-12").Do(s => Telling.Decide(s.Supervision, "已执行完毕", "phone", "录音"), "2026-03-13").Supervision.Told.ShouldHaveSingleItem().On.ShouldBe(On("2026-03-13"));
    }
}

using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Six months without enforcement, and the court above.</summary>
public sealed class NonExecutingTests
{
    private static readonly Told Posted = new(ServiceMethod.Post, "挂号信 7 号");
    private static readonly int[] Above = [.. Directory().Superiors(Enforcing).Select(c => c.Number)];

    [Fact]
    [Trait("Clause", "CPL-237 accepted")]
    [Trait("Clause", "EPI-10 accepted")]
    [Trait("Clause", "EPI-11 accepted")]
    public void After_six_months_the_court_above_orders_enforcement_by_a_day_and_it_is_done()
    {
        var matter = Begun("2025-09-01");
        matter.The(NonExecution.Kind).Due.ShouldBe(On("2026-03-02"), "the same day after six months is a Sunday");
        matter.Do(Applied(matter, "2026-03-03"), "2026-03-03");
        matter.Open("answer-superior-application").ShouldBeTrue();
        matter.Do(NonExecuting.Order(matter.Petition, Above[0], "（2026）鲁01执督1号", On("2026-04-30"), Posted, On("2026-03-10")), "2026-03-10");
        (matter.Open("answer-superior-application"), matter.The("ordered-enforcement").Due).ShouldBe((false, On("2026-04-30")));
        matter.Do(NonExecuting.Conclude(matter.Petition, "划拨存款，全部发还", "结案通知书 3 号"), "2026-04-20");
        (matter.Open("ordered-enforcement"), matter.Open(NonExecution.Kind)).ShouldBe((false, false));
        matter.Petition.NonExecution.ShouldSatisfyAllConditions(s => s.Open.ShouldBeNull(), s => s.Applications[0].Ended.ShouldBe(SuperiorOrderEnd.Concluded));
    }

    [Theory]
    [Trait("Clause", "CPL-237 refused")]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-02", false)]
    [InlineData("2026-03-03", true)]
    public void The_applicant_goes_to_the_court_above_only_when_the_last_day_has_passed(string on, bool accepted)
    {
        var matter = Begun("2025-09-01");
        var decision = NonExecuting.Apply(matter.Petition, Above[0], On(on), "申请书", Rules(on));
        if (accepted)
        {
            matter.Do(decision, on);
            return;
        }

        decision.ShouldBeRefusedUnder("CPL-237", "superior-order-early");
    }

    [Fact]
    [Trait("Clause", "EPI-13 accepted")]
    [Trait("Clause", "EPI-13 refused")]
    public void Days_that_the_law_leaves_out_lengthen_the_six_months()
    {
        var matter = Begun("2025-09-01");
        var owed = matter.The(NonExecution.Kind).No;
        var ask = new AskExclusion(owed, On("2025-10-09"), On("2025-10-18"), "appraisal", "评估委托书", "评估房屋", new Actors(Id(1), null));
        TimeKeeping.Ask(matter.Petition, ask with { Ground = "hearing" }, On("2026-03-02")).ShouldBeRefusedUnder("CPL-237", "exclusion-ground-not-listed");
        matter.Do(TimeKeeping.Ask(matter.Petition, ask, On("2026-03-02")), "2026-03-02");
        matter.Do(TimeKeeping.Decide(matter.Petition, 1, agreed: true, "属实", new Actors(Id(2), null), Zhixin.Tests.Calendar.Days.Shipped), "2026-03-02");
        matter.The(NonExecution.Kind).Due.ShouldBe(On("2026-03-11"), "ten days after the first of March");
        Applied(matter, "2026-03-11").ShouldBeRefusedUnder("CPL-237", "superior-order-early");
        matter.Do(Applied(matter, "2026-03-12"), "2026-03-12");
    }

    [Fact]
    [Trait("Clause", "CPL-237 refused")]
    [Trait("Clause", "EPI-10 refused")]
    public void Nothing_begins_without_a_situation_a_day_and_its_proof_and_only_the_next_court_has_the_application()
    {
        var matter = Identified("2025-09-01");
        NonExecuting.Begin(Received("2025-09-01").Petition, "known-property", On("2025-09-01"), "收件凭证", Rules("2025-09-01")).ShouldBeRefusedUnder("CPL-237", "non-execution-needs-case");
        NonExecuting.Begin(matter.Petition, "slow", On("2025-09-01"), "收件凭证", Rules("2025-09-01")).ShouldBeRefusedUnder("EPI-10", "non-execution-situation-unknown");
        NonExecuting.Begin(matter.Petition, "known-property", On("2025-09-02"), "收件凭证", Rules("2025-09-01")).ShouldBeRefusedFor("receivedOn", "date-in-future");
        NonExecuting.Begin(matter.Petition, "known-property", On("2025-09-01"), " ", Rules("2025-09-01")).ShouldBeRefusedUnder("CPL-237", "non-execution-needs-document");
        NonExecuting.Begin(matter.Petition, "known-property", On("2025-09-01"), "收件凭证", Rules("2025-09-01") with { EnforcedBy = Above[0] }).ShouldBeRefusedUnder("CPL-237", "non-execution-other-court");
        Applied(matter, "2026-03-03").ShouldBeRefusedUnder("EPI-10", "superior-order-needs-start");

        var begun = Begun("2025-09-01");
        NonExecuting.Begin(begun.Petition, "known-property", On("2025-09-01"), "收件凭证", Rules("2026-03-03")).ShouldBeRefusedAs("non-execution-running");
        NonExecuting.Apply(begun.Petition, Above[1], On("2026-03-03"), "申请书", Rules("2026-03-03")).ShouldBeRefusedUnder("CPL-237", "superior-order-next-court");
        NonExecuting.Apply(begun.Petition, Enforcing.Number, On("2026-03-03"), "申请书", Rules("2026-03-03")).ShouldBeRefusedUnder("CPL-237", "superior-order-next-court");
        NonExecuting.Apply(begun.Petition, Above[0], On("2026-03-03"), " ", Rules("2026-03-03")).ShouldBeRefusedUnder("CPL-237", "superior-order-needs-paper");
        begun.Do(Applied(begun, "2026-03-03"), "2026-03-03");
        Applied(begun, "2026-03-04").ShouldBeRefusedAs("superior-order-open");
    }

    [Fact]
    [Trait("Clause", "EPI-10 refused")]
    [Trait("Clause", "EPI-11 refused")]
    public void An_answer_of_the_court_above_has_a_date_or_a_reason_with_a_remedy_and_the_applicant_is_told()
    {
        var matter = Waiting();
        Order(matter, due: null).ShouldBeRefusedUnder("EPI-11", "superior-order-needs-date");
        Order(matter, due: "2026-03-10").ShouldBeRefusedFor("due", "superior-order-date-passed");
        Order(matter, number: " ").ShouldBeRefusedUnder("EPI-11", "superior-order-needs-number");
        NonExecuting.Order(matter.Petition, Above[0], "1号", On("2026-04-30"), Posted with { Proof = " " }, On("2026-03-10")).ShouldBeRefusedUnder("EPI-11", "superior-order-needs-proof");
        NonExecuting.Order(matter.Petition, Above[1], "1号", On("2026-04-30"), Posted, On("2026-03-10")).ShouldBeRefusedUnder("CPL-237", "superior-order-next-court");
        NonExecuting.Refuse(matter.Petition, Above[0], " ", "异议", Posted).ShouldBeRefusedUnder("EPI-10", "superior-order-refusal-needs-reason");
        NonExecuting.Refuse(matter.Petition, Above[0], "正在拍卖", " ", Posted).ShouldBeRefusedUnder("EPI-10", "superior-order-refusal-needs-remedy");
        matter.Do(NonExecuting.Refuse(matter.Petition, Above[0], "正在拍卖，六月底前完成", "认为拍卖违法的，可以提出异议", Posted), "2026-03-10");
        (matter.Open("answer-superior-application"), matter.Petition.NonExecution.Open).ShouldBe((false, null));
        Order(matter).ShouldBeRefusedAs("superior-order-none");
    }

    [Fact]
    [Trait("Clause", "EPI-12 accepted")]
    [Trait("Clause", "EPI-12 refused")]
    public void The_case_goes_elsewhere_by_ruling_and_after_an_order_only_when_its_last_day_has_passed()
    {
        var matter = Ordered();
        Moved(matter, "2026-04-30").ShouldBeRefusedUnder("EPI-12", "superior-order-runs");
        Moved(matter, "2026-05-06", ruling: " ").ShouldBeRefusedUnder("EPI-12", "superior-order-needs-ruling");
        Moved(matter, "2026-05-06", reason: " ").ShouldBeRefusedUnder("EPI-12", "superior-order-needs-cause");
        Moved(matter, "2026-05-06", to: Above[1]).ShouldBeRefusedUnder("EPI-12", "superior-order-not-below");
        Moved(matter, "2026-05-06", to: Enforcing.Number).ShouldBeRefusedFor("court", "transfer-same-court");
        matter.Do(Moved(matter, "2026-05-06"), "2026-05-06");
        (matter.Petition.Opened.Responsible, matter.Open("ordered-enforcement"), matter.Open(NonExecution.Kind)).ShouldBe((Other.Number, false, false));
        matter.Petition.NonExecution.Applications[0].Ended.ShouldBe(SuperiorOrderEnd.Moved);
    }

    [Fact]
    public void Without_an_order_the_court_above_may_take_the_case_itself_at_once()
    {
        var matter = Waiting();
        matter.Do(Moved(matter, "2026-03-04", to: Above[0]), "2026-03-04");
        (matter.Petition.Opened.Responsible, matter.Open("answer-superior-application")).ShouldBe((Above[0], false));
    }

    [Fact]
    public void What_is_taken_back_or_enforced_leaves_nothing_to_decide()
    {
        var matter = Waiting();
        NonExecuting.Withdraw(matter.Petition, " ").ShouldBeRefusedUnder("CPL-237", "superior-order-withdrawal-needs-paper");
        matter.Do(NonExecuting.Withdraw(matter.Petition, "撤回申请"), "2026-03-04");
        NonExecuting.Withdraw(matter.Petition, "撤回申请").ShouldBeRefusedAs("superior-order-none");
        NonExecuting.Conclude(matter.Petition, "全部发还", " ").ShouldBeRefusedUnder("CPL-237", "execution-needs-document");
        NonExecuting.Conclude(matter.Petition, " ", "结案通知书").ShouldBeRefusedFor("how", "execution-needs-words");
        matter.Do(NonExecuting.Conclude(matter.Petition, "全部发还", "结案通知书"), "2026-03-05");
        NonExecuting.Conclude(matter.Petition, "全部发还", "结案通知书").ShouldBeRefusedAs("execution-concluded");
        Applied(matter, "2026-03-06").ShouldBeRefusedUnder("CPL-237", "superior-order-clock-over");
        matter.Do(NonExecuting.Begin(matter.Petition, "found-property", On("2026-03-07"), "查控反馈", Rules("2026-03-07")), "2026-03-07");
        matter.Of(NonExecution.Kind).Select(o => o.Due).ShouldBe([On("2026-03-02"), On("2026-09-07")], "property that is found later starts its own six months");
    }

    private static Matter Begun(string on)
    {
        var matter = Identified(on);
        return matter.Do(NonExecuting.Begin(matter.Petition, "known-property", On(on), "收件凭证 1 号", Rules(on)), on);
    }

    private static Matter Waiting()
    {
        var matter = Begun("2025-09-01");
        return matter.Do(Applied(matter, "2026-03-03"), "2026-03-03");
    }

    private static Matter Ordered()
    {
        var matter = Waiting();
        return matter.Do(Order(matter), "2026-03-10");
    }

    private static Decision<object> Applied(Matter matter, string on) => NonExecuting.Apply(matter.Petition, Above[0], On(on), "申请书", Rules(on));

    private static Decision<object> Order(Matter matter, string? due = "2026-04-30", string number = "（2026）鲁01执督1号") =>
        NonExecuting.Order(matter.Petition, Above[0], number, due is null ? null : On(due), Posted, On("2026-03-10"));

    private static Decision<object> Moved(Matter matter, string on, int? to = null, string ruling = "（2026）鲁01执他2号", string reason = "责令后没有采取措施") =>
        NonExecuting.Move(matter.Petition, Above[0], to ?? Other.Number, ruling, reason, Posted, Rules(on));

    private static NonExecutionRules Rules(string today) =>
        new(List("procedural-law", "non-execution-situations"), Enforcing.Number, Above, court => Directory().Superiors(Directory().ByNumber(court)!).Any(c => c.Number == Above[0]), On(today));

    private static Zhixin.Courts.CourtDirectory Directory() => Courts.Directory.Shipped;
}

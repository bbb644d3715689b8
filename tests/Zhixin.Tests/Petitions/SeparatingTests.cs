using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.ChainDesk;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Petitions;

/// <summary>What belongs into a procedure goes there: superiors tell, order and press, and answer on the substance for a reason alone.</summary>
public sealed class SeparatingTests
{
    [Fact]
    [Trait("Clause", "SPC16-14(1) refused")]
    [Trait("Clause", "GC21-7 refused")]
    public void A_superior_answers_nothing_on_an_act_that_no_procedure_has_reviewed_on_no_path()
    {
        var matter = Review();
        Answering.Submit(matter.Petition, Handled.Opinion, Basic.Number).ShouldBeOfType<Decision<object>.Done>("its own case");
        Answering.Submit(matter.Petition, Handled.Opinion, Other.Number).ShouldBeRefusedUnder("SPC16-14(1)", "separation-no-procedure");
        Answering.Submit(matter.Petition, Handled.Opinion, Other.Number, " ").ShouldBeRefusedUnder("SPC16-14(1)", "separation-no-procedure");
        matter.Do(Answering.Submit(matter.Petition, Handled.Opinion), "2026-03-10");
        Answering.Decide(matter.Petition, true, false, null, null, Leader, Other.Number).ShouldBeRefusedUnder("SPC16-14(1)", "separation-no-procedure");
        Answering.Decide(matter.Petition, false, false, null, "先走异议", Leader, Other.Number).ShouldBeOfType<Decision<object>.Done>("sending it back says nothing on the substance");
        matter.Do(Answering.Decide(matter.Petition, true, false, null, null, Leader), "2026-03-10");
        Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "可以提出异议", "笔录", false, null, Other.Number).ShouldBeRefusedUnder("SPC16-14(1)", "separation-no-procedure");
    }

    [Fact]
    [Trait("Clause", "SPC16-14(1) accepted")]
    public void With_a_reason_on_record_it_answers_and_the_implementation_class_is_never_barred()
    {
        var matter = Review();
        matter.Do(Answering.Submit(matter.Petition, Handled.Opinion, Other.Number, "事实清楚，信访人年迈"), "2026-03-10");
        matter.Petition.Procedures.Reasons.Single().Reason.ShouldBe("事实清楚，信访人年迈");
        matter.Do(Answering.Decide(matter.Petition, true, false, null, null, Leader, Other.Number), "2026-03-10");
        matter.Do(Answering.Reply(matter.Petition, ServiceMethod.InPerson, true, Signed, "可以提出异议", "笔录", false, null, Other.Number), "2026-03-11");
        Answering.Submit(Of().Petition, Handled.Opinion, Other.Number).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "GC21-7 accepted")]
    [Trait("Clause", "SPC16-14(1) accepted")]
    public void Once_a_procedure_has_reviewed_the_act_it_may_answer_and_not_while_the_paper_waits()
    {
        var matter = Review();
        matter.Do(Converting.Receive(matter.Petition, Paper(), On("2026-03-04")), "2026-03-04").Do(Converting.File(matter.Petition, 1, Number(Basic, "执异", 7)), "2026-03-05");
        Separating.Barred(matter.Petition, Other.Number).ShouldNotBeNull();
        matter.Do(Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Rejected), "2026-03-10");
        Separating.Barred(matter.Petition, Other.Number).ShouldBeNull();
    }

    [Fact]
    [Trait("Clause", "OBJ-3 accepted")]
    [Trait("Clause", "OBJ-2 accepted")]
    public void Filing_that_is_overdue_is_ordered_from_above_and_owed_in_three_days()
    {
        var matter = AcceptingTests.Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper(), On("2026-03-04")), "2026-03-04");
        matter.The("objection-file").Due.ShouldBe(On("2026-03-09"));
        var order = Order(HandDownMode.OrderProcedure) with { Told = "3月10日当面告知" };
        matter.Do(HandingDown.Issue(matter.Petition, order, DownRules("2026-03-10")), "2026-03-10");
        matter.The("ordered-filing").Due.ShouldBe(On("2026-03-13"));
        matter.Do(Converting.File(matter.Petition, 1, Number(Basic, "执异", 7)), "2026-03-13");
        (matter.Open("ordered-filing"), matter.Petition.HandDowns.All.Single().Ended).ShouldBe((false, HopEnd.Filed));
    }

    [Fact]
    [Trait("Clause", "OBJ-3 refused")]
    public void Filing_that_is_still_in_time_is_not_ordered()
    {
        var matter = AcceptingTests.Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper(), On("2026-03-04")), "2026-03-04");
        HandingDown.Issue(matter.Petition, Order(HandDownMode.OrderProcedure) with { Told = "已告知" }, DownRules("2026-03-09")).ShouldBeRefusedUnder("SPC16-14(2)", "order-procedure-reviewed");
        HandingDown.Issue(Effective().Petition, Order(HandDownMode.OrderProcedure) with { Told = "已告知" }, DownRules("2026-05-01")).ShouldBeRefusedUnder("SPC16-14(2)", "order-procedure-reviewed");
    }

    [Fact]
    [Trait("Clause", "SPC16-17 accepted")]
    [Trait("Clause", "OBJ-3 accepted")]
    public void A_severely_late_reconsideration_is_reported_computed_and_ordered_from_the_court_above()
    {
        var matter = Reconsidered();
        matter.Do(LateRulings.Report(matter.Petition, 1, On("2026-05-25"), 2, Rules("2026-05-25")), "2026-05-25");
        matter.The("order-late-ruling").Opened.Court.ShouldBe(High.Number);
        LateRulings.Report(matter.Petition, 1, On("2026-05-25"), 2, Rules("2026-05-25")).ShouldBeRefusedAs("late-ruling-waits");
        matter.Do(HandingDown.Issue(matter.Petition, Order(HandDownMode.OrderRuling, High, Mid) with { Due = On("2026-06-10") }, DownRules("2026-05-26")), "2026-05-26");
        matter.Open("order-late-ruling").ShouldBeFalse();
        matter.Of("ordered-objection-ruling").ShouldBeEmpty();
        matter.Facts.Select(f => f.Fact).OfType<RulingOrdered>().Single().DueOn.ShouldBe(On("2026-06-10"));
    }

    [Fact]
    [Trait("Clause", "SPC16-17 refused")]
    public void A_day_less_than_twice_its_time_is_late_and_not_severe_and_in_time_is_not_late()
    {
        var matter = Reconsidered();
        LateRulings.Report(matter.Petition, 1, On("2026-04-24"), 2, Rules("2026-05-26")).ShouldBeRefusedUnder("SPC16-17", "late-ruling-in-time");
        LateRulings.Report(Maintained().Petition, 1, On("2026-05-26"), 2, Rules("2026-05-26")).ShouldBeRefusedUnder("SPC16-17", "late-ruling-none");
        LateRulings.Report(Supervised().Petition, 1, On("2026-12-01"), 2, Rules("2026-12-01")).ShouldBeRefusedUnder("SPC16-17", "late-ruling-none");
        matter.Do(LateRulings.Report(matter.Petition, 1, On("2026-05-24"), 2, Rules("2026-05-24")), "2026-05-24");
        matter.Of("order-late-ruling").ShouldBeEmpty("twice thirty days from 25 March end on 24 May");
        HandingDown.Issue(matter.Petition, Order(HandDownMode.OrderRuling, High, Mid) with { Due = On("2026-06-10") }, DownRules("2026-05-24")).ShouldBeRefusedUnder("SPC16-17", "hand-down-not-enforcing");
        HandingDown.Issue(matter.Petition, Order(HandDownMode.OrderRuling, Mid, Basic) with { Due = On("2026-06-10") }, DownRules("2026-05-26")).ShouldBeRefusedUnder("SPC16-17", "hand-down-not-enforcing");
    }

    [Fact]
    [Trait("Clause", "OBJ-3 accepted")]
    public void An_objection_that_is_severely_late_is_ordered_and_owed_in_fifteen_days()
    {
        var matter = AcceptingTests.Identified("2026-03-02");
        matter.Do(Converting.Receive(matter.Petition, Paper(), On("2026-03-04")), "2026-03-04").Do(Converting.File(matter.Petition, 1, Number(Basic, "执异", 7)), "2026-03-05");
        matter.Do(HandingDown.Issue(matter.Petition, Order(HandDownMode.OrderRuling) with { Due = On("2026-05-01") }, DownRules("2026-04-07")), "2026-04-07");
        matter.The("ordered-objection-ruling").Due.ShouldBe(On("2026-04-22"));
        matter.Do(Converting.Rule(matter.Petition, 1, "裁定", ObjectionOutcome.Upheld), "2026-04-22");
        matter.Open("ordered-objection-ruling").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "SPC16-14(3) accepted")]
    public void A_case_of_supervision_that_is_filed_ends_the_order_to_review()
    {
        var matter = AcceptingTests.Identified("2026-03-02");
        matter.Do(HandingDown.Issue(matter.Petition, Order(HandDownMode.OrderProcedure) with { Told = "已告知" }, DownRules("2026-03-03")), "2026-03-03");
        matter.Do(Converting.Receive(matter.Petition, Paper(), On("2026-03-04")), "2026-03-04").Joined(2, "2026-04-01");
        matter.Do(SupervisionCases.Unfiled(matter.Petition, 1, On("2026-03-31"), "裁定", Rules("2026-04-02")), "2026-04-02");
        matter.Do(SupervisionCases.File(matter.Petition, 1, Number(Basic, "执监", 5), Basic.Number, Rules("2026-04-03")), "2026-04-03");
        matter.Petition.HandDowns.All.Single().Ended.ShouldBe(HopEnd.Filed);
    }

    private static HandDown Order(HandDownMode mode, Zhixin.Courts.Court? from = null, Zhixin.Courts.Court? to = null) =>
        new(from ?? Mid, to ?? Basic, mode, "信访人反映", "依法审查", "交字 9 号", null, false, [], null);

    private static HandDownRules DownRules(string today) => new(
        court => [.. Directory.Shipped.Superiors(Directory.Shipped.ByNumber(court)!)], List("SPC16", "exclusion-grounds"), IsInUse: true, On(today)) { Enforcing = Basic.Number, SevereOverrun = 2 };
}

using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>What a superior owes, what goes down the same day, and who takes part.</summary>
public sealed partial class HandingDownTests
{
    [Fact]
    [Trait("Clause", "SPC16-3(2) accepted")]
    [Trait("Clause", "SPC16-3(2) refused")]
    public void A_superior_owes_the_handing_down_from_the_receipt_until_it_hands_down_or_refuses_with_the_clause()
    {
        var matter = AtSuperior(Mid, Venue.OwnCourt);
        matter.The("hand-down").Opened.Court.ShouldBe(Mid.Number);
        matter.The("hand-down").Due.ShouldBeNull("no clause sets a date");
        matter.Do(Joining.Join(matter.Petition, Contact(2, "2026-03-03"), "同一事项"), "2026-03-03");
        matter.Of("hand-down").Count.ShouldBe(1, "it is owed once");
        matter.Do(Issue(matter, Mid, Basic), "2026-03-03");
        matter.Open("hand-down").ShouldBeFalse();

        var barred = AtSuperior(Mid, Venue.OwnCourt);
        HandingDown.Refuse(barred.Petition, List("SPC16", "exclusion-grounds"), "理由").ShouldBeRefusedUnder("SPC16-3(2)", "hand-down-nothing-bars");
        barred.Do(Barring.Exclude(barred.Petition, "bankruptcy", "裁定", "已告知", List("SPC16", "exclusion-grounds")), "2026-03-03");
        barred.Do(HandingDown.Refuse(barred.Petition, List("SPC16", "exclusion-grounds"), "依法不再交办"), "2026-03-03");
        barred.Last.OfType<HandDownRefused>().Single().Ground.ShouldBe("SPC16-8(1)");
        barred.Open("hand-down").ShouldBeFalse();
        barred.Do(Barring.Lift(barred.Petition, 1, "恢复执行"), "2026-03-04");
        barred.Open("hand-down").ShouldBeTrue("the bar has ended");
        Received("2026-03-02", caseNumber: "（2025）鲁0117执1号").Of("hand-down").ShouldBeEmpty("the enforcing court has nobody to hand it to");
    }

    [Fact]
    [Trait("Clause", "SPC16-3(2) accepted")]
    public void Each_court_on_the_way_owes_it_and_who_takes_it_back_answers_itself()
    {
        var matter = AtSuperior(High, Venue.OwnCourt);
        matter.Do(Issue(matter, High, Mid), "2026-03-02");
        matter.Of("hand-down").Select(o => (o.Opened.Court, o.IsOpen)).ShouldBe([(High.Number, false), (Mid.Number, true)]);
        matter.Do(HandingDown.Recall(matter.Petition, 1, High.Number, "提级办理", On("2026-03-05")), "2026-03-05");
        matter.Open("hand-down").ShouldBeFalse("it means to answer itself");
        matter.Do(Issue(matter, High, Mid), "2026-03-06");
        matter.Petition.HandDowns.Open.Single().Issued.No.ShouldBe(2, "handed down again");
        matter.Open("hand-down").ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.1 accepted")]
    [Trait("Clause", "JZ21-3.2.1 refused")]
    [Trait("Clause", "JZ21-3.2.2 accepted")]
    public void A_visit_to_a_place_of_the_list_goes_down_the_same_day_and_opens_the_clocks_below()
    {
        var matter = AtSuperior(Mid, Venue.Beijing);
        (matter.The("same-day-hand-down").Due, matter.The("same-day-hand-down").Opened.Court).ShouldBe((On("2026-03-02"), Mid.Number));
        HandingDown.SameDay(AtSuperior(Mid, Venue.Superior).Petition, Command(Mid, Basic), Rules).ShouldBeRefusedUnder("JZ21-3.2.1", "same-day-not-on-list");
        matter.Do(HandingDown.SameDay(matter.Petition, Command(Mid, Basic), Rules), "2026-03-02");
        matter.Last.OfType<HandDownIssued>().Single().Venue.ShouldBe(Venue.Beijing);
        matter.Open("same-day-hand-down").ShouldBeFalse();
        (matter.The("first-contact").Due, matter.The("team-and-plan").Due, matter.The("team-and-plan").Opened.Court).ShouldBe((On("2026-03-02"), On("2026-03-04"), Basic.Number));

        AtSuperior(Mid, Venue.OwnCourt).The("same-day-hand-down").Due.ShouldBe(On("2026-03-02"), "its own hall is on the list");
        AtSuperior(Mid, Venue.Superior).Of("same-day-hand-down").ShouldBeEmpty();
        var basics = AtSuperior(Mid, Venue.Province);
        basics.Tell([Division], On("2026-03-02"), On("2026-03-02"));
        basics.Open("same-day-hand-down").ShouldBeTrue("the case is the basic court's");
        var own = AtSuperior(Mid, Venue.Province, caseNumber: null);
        (own.The("same-day-own-division").Due, own.Of("same-day-hand-down").Count).ShouldBe((On("2026-03-02"), 0));
        own.Tell([Division], On("2026-03-02"), On("2026-03-02"));
        own.Open("same-day-own-division").ShouldBeFalse("its own division has it");
    }

    [Fact]
    [Trait("Clause", "JZ21-3.2.2 accepted")]
    public void Every_first_petition_where_the_campaign_is_in_force_has_a_team_and_no_days_are_set_for_it()
    {
        var first = AtSuperior(Mid, Venue.OwnCourt);
        (first.The("team-for-first").Due, first.The("team-for-first").IsOpen).ShouldBe((null, true));
        first.Do(Joining.Join(first.Petition, Contact(2, "2026-03-03"), "同一事项"), "2026-03-03");
        first.Of("team-for-first").Count.ShouldBe(1, "a repeat is none");
        AtSuperior(High, Venue.OwnCourt).Of("team-for-first").ShouldBeEmpty("the campaign is not in force there");
    }

    [Fact]
    public void The_place_travels_down_so_that_the_middle_hands_it_on_the_same_day()
    {
        var matter = AtSuperior(High, Venue.Beijing);
        matter.Of("same-day-hand-down").ShouldBeEmpty("the campaign is not in force at the High Court");
        matter.Do(HandingDown.Issue(matter.Petition, Command(High, Mid), Rules with { Today = On("2026-03-03") }), "2026-03-03");
        (matter.The("same-day-hand-down").Opened.Court, matter.The("same-day-hand-down").Due).ShouldBe((Mid.Number, On("2026-03-03")));
        matter.Do(HandingDown.Issue(matter.Petition, Command(Mid, Basic), Rules with { Today = On("2026-03-04") }), "2026-03-04");
        matter.The("same-day-hand-down").IsBreached(On("2026-03-04")).ShouldBeTrue("a day late stays a day late");
    }

    [Fact]
    public void Courts_that_handle_it_together_stand_under_the_court_that_hands_down()
    {
        var matter = At(Mid);
        HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { Joint = [null] }, Rules).ShouldBeRefusedFor("joint", "court-unknown");
        HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { Joint = [Basic] }, Rules).ShouldBeRefusedFor("joint", "hand-down-joint-same");
        HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { Joint = [High] }, Rules).ShouldBeRefusedUnder("SPC16-3(2)", "hand-down-not-below");
        matter.Do(HandingDown.Issue(matter.Petition, Command(Mid, Basic) with { Joint = [Other] }, Rules), "2026-03-02");
        matter.Petition.HandDowns.Joint.ShouldBe([Other.Number]);
        matter.Petition.Involved.ShouldBe([Mid.Number, Other.Number, Basic.Number]);
        matter.Do(HandingDown.Recall(matter.Petition, 1, Mid.Number, "另行安排", On("2026-03-05")), "2026-03-05");
        matter.Petition.HandDowns.Joint.ShouldBeEmpty();
    }

    [Fact]
    public void A_matter_that_the_lower_court_answers_already_goes_down_the_whole_chain_without_moving()
    {
        var matter = Received("2026-03-02", caseNumber: "（2025）鲁0117执1号");
        matter.Do(Issue(matter, Supreme, High), "2026-03-02").Do(Issue(matter, High, Mid), "2026-03-02").Do(Issue(matter, Mid, Basic), "2026-03-02");
        matter.Petition.HandDowns.All.ShouldAllBe(h => !h.Moved);
        matter.Petition.Opened.Responsible.ShouldBe(Basic.Number);
        matter.Last.OfType<PetitionPassedOn>().ShouldBeEmpty("its clocks go on");
        matter.Do(HandingDown.Recall(matter.Petition, 3, Mid.Number, "另行安排", On("2026-03-05")), "2026-03-05");
        matter.Petition.Opened.Responsible.ShouldBe(Basic.Number, "the court above never answered");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public void Who_handles_a_hop_and_is_accused_by_a_later_contact_owes_its_report_no_longer_and_another_is_named()
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic), "2026-03-02").Do(HandingDown.Name(matter.Petition, 1, Basic.Number, Zhang, null), "2026-03-03");
        matter.The("report").Person.ShouldBe(Zhang.Id);
        matter.Do(Joining.Join(matter.Petition, Contact(4, "2026-03-04", accused: Zhang), "同一事项"), "2026-03-04");
        (matter.The("report").Person, matter.The("report").Unit.Length > 0, matter.Petition.HandDowns.Find(1)!.Named).ShouldBe((null, true, null));
        HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告", Reporter).ShouldBeRefusedUnder("HNP-16", "hand-down-needs-handler");
        HandingDown.Name(matter.Petition, 1, Basic.Number, Zhang, null).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
        matter.Do(HandingDown.Name(matter.Petition, 1, Basic.Number, Li, null), "2026-03-05");
        matter.The("report").Person.ShouldBe(Li.Id);
    }

    [Fact]
    public void A_matter_about_to_be_declined_is_not_taken_back_before_that_is_undone()
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic), "2026-03-02");
        var facts = new DeclineFacts("5", [], null, null, "行政复议", null, false, null, "释明");
        matter.Do(Declining.Propose(matter.Petition, facts, List("GC21", "decline-grounds"), new Actors(Zhang.Id, null), On("2026-03-03"), null), "2026-03-03");
        HandingDown.Recall(matter.Petition, 1, Mid.Number, "另行安排", On("2026-03-03")).ShouldBeRefusedAs("decline-open");
        matter.Do(Declining.Decide(matter.Petition, true, null, Reporter, null), "2026-03-04");
        HandingDown.Recall(matter.Petition, 1, Mid.Number, "另行安排", On("2026-03-05")).ShouldBeRefusedAs("decline-open");
        matter.Do(Declining.Undo(matter.Petition, "属于本院案件"), "2026-03-05").Do(HandingDown.Recall(matter.Petition, 1, Mid.Number, "另行安排", On("2026-03-05")), "2026-03-05");
        matter.Petition.Obligations.Where(o => o.IsOpen).ShouldAllBe(o => o.Opened.Court == Mid.Number);
    }

    [Fact]
    public void While_a_hop_runs_the_matter_is_not_voided_merged_or_sent_elsewhere()
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic), "2026-03-02");
        LifeCycle.Void(matter.Petition, "登记有误").ShouldBeRefusedAs("hand-down-open");
        LifeCycle.Bound(matter.Petition)!.Message.ShouldBe("hand-down-open");
        Moving.NotTransferable(matter.Petition)!.Message.ShouldBe("hand-down-open");
        LifeCycle.VoidContact(Contact(1, "2026-03-02"), [matter.Petition], "误登").ShouldBeRefusedAs("hand-down-open");
        matter.Do(HandingDown.Recall(matter.Petition, 1, Mid.Number, "误交", On("2026-03-05")), "2026-03-05");
        LifeCycle.Void(matter.Petition, "登记有误").ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNP-11 accepted")]
    public void A_returned_report_is_owed_again_by_the_old_date_or_the_new_one()
    {
        var matter = At(Mid);
        matter.Do(Issue(matter, Mid, Basic, due: "2026-04-10"), "2026-03-02").Do(HandingDown.Name(matter.Petition, 1, Basic.Number, Zhang, null), "2026-03-03");
        (matter.The("report").Opened.Court, matter.The("report").Due, matter.The("report").Person).ShouldBe((Basic.Number, On("2026-04-10"), Zhang.Id));
        matter.Do(HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告", Reporter), "2026-04-01");
        matter.Open("report").ShouldBeFalse();
        matter.Do(HandingDown.Return(matter.Petition, 1, Mid.Number, "没有答复信访人", null, On("2026-04-02")), "2026-04-02");
        (matter.Of("report")[^1].IsOpen, matter.Of("report")[^1].Due).ShouldBe((true, On("2026-04-10")));
        matter.Do(HandingDown.Report(matter.Petition, 1, Basic.Number, "进展", "结果", "报告 2 号", Reporter), "2026-04-03");
        matter.Do(HandingDown.Return(matter.Petition, 1, Mid.Number, "仍没有答复", On("2026-04-20"), On("2026-04-04")), "2026-04-04");
        matter.Of("report")[^1].Due.ShouldBe(On("2026-04-20"));
    }
}

using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>To another court, to a petition of its own, to another person: nothing owed is lost on the way.</summary>
public sealed class MovingTests
{
    private const int City = 1517;
    private static readonly Transfer Ruled = new(Other.Number, "（2026）鲁01执协3号", City, "原执行法院回避", "送达回证 5 号", On("2026-03-06"));

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    [Trait("Clause", "GC21-16 accepted")]
    public void The_clocks_of_the_old_court_end_and_those_of_the_new_one_start_on_its_receipt()
    {
        var matter = Received("2026-03-02").AssignedTo(Zhang, "2026-03-02").Acknowledged(Zhang, "2026-03-03");
        matter.Do(Move(matter, Ruled), "2026-03-09");

        var petition = matter.Petition;
        (petition.Opened.Responsible, petition.Id.Home, petition.Assignment, petition.ReceiptOn).ShouldBe((Other.Number, Home.Number, null, null));
        petition.Former.ShouldBe([Home.Number]);
        petition.Obligations.Where(o => o.Opened.Court == Home.Number).ShouldAllBe(o => !o.IsOpen);
        var hand = petition.Obligations.Single(o => o.IsOpen && o.Rule.Kind == "hand-to-handler");
        (hand.Opened.Court, hand.Trigger, hand.Due, hand.OverdueAfter).ShouldBe((Other.Number, On("2026-03-06"), On("2026-03-09"), On("2026-03-09")), "two days, the second a Sunday");
        matter.Open("tell-process-and-result").ShouldBeTrue("the petitioner is told where the matter is");
    }

    [Fact]
    public void A_body_that_waits_for_an_answer_waits_for_the_new_court_until_the_same_day_and_the_notice_is_owed_there()
    {
        var matter = Received("2026-03-02", forwardedDue: "2026-03-31", caseNumber: "（2025）鲁0117执12号");
        matter.Do(Accepting.Decide(new Classify(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, null), matter.Petition), "2026-03-03");
        matter.Do(Accepting.Decide(new Accept(Capacity.Applicant, ["2a"], null, null, [], null), matter.Petition, List("GC21", "causes")), "2026-03-03");
        matter.Do(Move(matter, Ruled), "2026-03-09");

        foreach (var kind in new[] { "feedback-to-body", "acceptance-notice" })
        {
            matter.Of(kind).Select(o => (o.Opened.Court, o.IsOpen)).ShouldBe([(Home.Number, false), (Other.Number, true)], kind);
        }

        matter.Of("feedback-to-body")[^1].Due.ShouldBe(On("2026-03-31"));
        matter.Petition.Stage.ShouldBeOfType<Stage.Accepted>("what was accepted stays accepted");
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    [Trait("Clause", "GC21-16 refused")]
    public void Without_a_superiors_ruling_or_the_other_courts_receipt_the_matter_stays()
    {
        var matter = Received("2026-03-02");
        Move(matter, Ruled with { Ruling = " " }).ShouldBeRefusedUnder("GC21-12", "transfer-needs-ruling");
        Move(matter, Ruled with { RulingCourt = Other.Number }).ShouldBeRefusedUnder("GC21-12", "transfer-not-superior");
        Move(matter, Ruled with { RulingCourt = null }).ShouldBeRefusedUnder("GC21-12", "transfer-not-superior");
        Move(matter, Ruled with { Ground = "" }).ShouldBeRefusedUnder("GC21-12", "transfer-needs-ground");
        Move(matter, Ruled with { Receipt = " " }).ShouldBeRefusedUnder("GC21-16", "transfer-needs-receipt");
        Move(matter, Ruled with { To = Home.Number }).ShouldBeRefusedFor("court", "transfer-same-court");
        Move(matter, Ruled with { To = null }).ShouldBeRefusedFor("court", "court-unknown");
        Move(matter, Ruled with { ReceivedOn = null }).ShouldBeRefusedFor("receivedOn", "date-unreadable");
        Moving.Decide(matter.Petition, Ruled, [City], isInUse: false, On("2026-03-09")).ShouldBeRefusedFor("court", "transfer-court-not-in-use");
    }

    [Theory]
    [InlineData("2026-03-01", "before-receipt")]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-09", null)]
    [InlineData("2026-03-10", "date-in-future")]
    public void The_other_courts_receipt_lies_between_the_first_contact_and_today(string on, string? message)
    {
        var decided = Move(Received("2026-03-02"), Ruled with { ReceivedOn = On(on) });
        ((decided as Decision<object>.Refused)?.Why.Message).ShouldBe(message);
    }

    [Fact]
    public void A_reception_stays_with_the_court_that_received_and_one_still_booked_lapses()
    {
        var matter = Received("2026-02-09");
        matter.Do(Booking.Decide(BookingTests.With(Li), matter.Petition, BookingTests.Rules()), "2026-02-10");
        matter.Do(Receiving.Hold(matter.Petition, new Receive(1, Li.Id, Li.Name, false, "说明", new SpotHandling(SpotOutcome.PassedOn, null, "查询", "邢国梁"), "笔录"), On("2026-02-12"), new ReceptionRules(2, true)), "2026-02-12");
        matter.Do(Booking.Decide(BookingTests.With(Li) with { Day = On("2026-03-10") }, matter.Petition, BookingTests.Rules()), "2026-02-12");
        matter.Do(Move(matter, Ruled), "2026-03-09");

        matter.Petition.Receptions.Appointments.Select(a => (a.No, a.Court, a.State)).ShouldBe([(1, Home.Number, AppointmentState.Kept), (2, Home.Number, AppointmentState.Transferred)]);
        matter.Facts.Select(f => f.Fact).OfType<PetitionTransferred>().Single().Lapsed!.Day.ShouldBe(On("2026-03-10"), "the fact says what takes place no more");
        Booking.Cancel(matter.Petition, 2, "已移送").ShouldBeRefusedAs("appointment-settled");
        matter.Do(Booking.Decide(BookingTests.With(Li) with { Day = On("2026-03-12") }, matter.Petition, BookingTests.Rules()), "2026-03-10");
        (matter.Petition.Receptions.Open!.No, matter.Petition.Receptions.Open.Court).ShouldBe((3, Other.Number), "the new court agrees on a time of its own");
    }

    [Fact]
    public void What_is_answered_or_about_to_be_declined_or_ended_does_not_move()
    {
        var voided = Received("2026-03-02");
        voided.Do(LifeCycle.Void(voided.Petition, "误登"), "2026-03-02");
        Move(voided, Ruled).ShouldBeRefusedAs("petition-not-open");
        Move(Received("2026-03-02").With(p => p with { Stage = new Stage.Replied(On("2026-03-05")) }), Ruled).ShouldBeRefusedAs("petition-replied");
        var declining = Received("2026-03-02");
        declining.Do(Declining.Propose(declining.Petition, DecliningTests.Discipline, List("GC21", "decline-grounds"), new Actors(Id(70), null), On("2026-03-04"), null), "2026-03-04");
        Move(declining, Ruled).ShouldBeRefusedAs("decline-open");
        declining.Do(Declining.Decide(declining.Petition, true, null, new Actors(Id(71), null), null), "2026-03-05");
        Move(declining, Ruled).ShouldBeRefusedAs("decline-open");
        declining.Do(Declining.Undo(declining.Petition, "另有执行诉求"), "2026-03-06");
        Move(declining, Ruled).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    public void It_goes_back_by_another_ruling_and_every_court_on_the_way_is_known()
    {
        var matter = Received("2026-03-02");
        matter.Do(Move(matter, Ruled), "2026-03-09");
        matter.Do(Move(matter, Ruled with { To = Home.Number, ReceivedOn = On("2026-03-10") }), "2026-03-10", "2026-03-10");
        (matter.Petition.Opened.Responsible, matter.Petition.Former.Single(), matter.Petition.Transfers.Count).ShouldBe((Home.Number, Other.Number, 2));
    }

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public void A_contact_goes_to_a_petition_of_its_own_with_its_clock()
    {
        var matter = Received("2026-03-02").Joined(2, "2026-03-04");
        matter.Do(Moving.Split(matter.Petition, [Id(202)], [], "另一执行案件", (Id(900), "2026-鲁0117-0002")), "2026-03-05");
        matter.Petition.Contacts.Select(c => c.Contact).ShouldBe([Id(201)]);
        matter.Of("hand-to-handler").Select(o => o.IsOpen).ShouldBe([true, false]);
    }

    [Fact]
    public void Of_several_petitioners_of_one_contact_some_go_and_the_contact_stays_for_the_others()
    {
        var matter = Received("2026-03-02").With(p => p with { Contacts = [p.Contacts[0] with { Petitioners = [new(Id(50), Capacity.Applicant), new(Id(51), Capacity.Applicant)] }] });
        var part = Moving.Parts(matter.Petition, [], [Id(51)]).ShouldHaveSingleItem();
        (part.Leaves, part.Petitioners.Single().Person).ShouldBe((false, Id(51)));
        matter.Do(Moving.Split(matter.Petition, [], [Id(51)], "诉求不同", (Id(900), "2026-鲁0117-0002")), "2026-03-05");
        (matter.Petition.Contacts.Count, matter.Petition.Petitioners.Single().Person).ShouldBe((1, Id(50)));
        matter.Open("hand-to-handler").ShouldBeTrue();
    }

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public void A_split_needs_a_reason_something_that_goes_and_something_that_stays()
    {
        var petition = Received("2026-03-02").Joined(2, "2026-03-04").Petition;
        Split(petition, [Id(202)], [], " ").ShouldBeRefusedUnder("GC21-12", "split-needs-reason");
        Split(petition, [], []).ShouldBeRefusedFor("petitioners", "split-nothing");
        Split(petition, [Id(999)], []).ShouldBeRefusedAs("contact-not-joined");
        Split(petition, [], [Id(999)]).ShouldBeRefusedFor("petitioners", "party-unknown");
        Split(petition, [Id(201), Id(202)], []).ShouldBeRefusedUnder("GC21-12", "split-leaves-nothing");
        Split(petition, [], [Id(50)]).ShouldBeRefusedUnder("GC21-12", "split-leaves-nothing");
        Split(petition with { Contacts = [petition.Contacts[0], petition.Contacts[1] with { Home = Other.Number }] }, [Id(202)], []).ShouldBeRefusedAs("contact-of-other-court");
        Split(petition with { Stage = new Stage.Voided("误登", On("2026-03-05")) }, [Id(202)], []).ShouldBeRefusedAs("petition-not-open");
        Moving.NotSplittable(Received("2026-03-02").Petition)!.Message.ShouldBe("split-only-one");
    }

    [Fact]
    public void Two_petitions_that_share_a_contact_do_not_merge()
    {
        var (one, two) = (Received("2026-03-02").Petition, Received("2026-03-02").Petition);
        LifeCycle.Merge(one with { Id = one.Id with { Id = Id(101) } }, two, "同一事项").ShouldBeRefusedAs("merge-shares-contact");
    }

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    [Trait("Clause", "GC21-16 accepted")]
    public void An_heir_stands_in_for_the_petitioner_everywhere()
    {
        var matter = Received("2026-03-02");
        matter.Do(Moving.Replace(matter.Petition, Heir), "2026-03-05");
        (matter.Petition.Petitioners.Single(), matter.Petition.Opened.Petitioners.Single().Person).ShouldBe((new PetitionerRef(Id(70), Capacity.Applicant), Id(70)));
    }

    [Fact]
    [Trait("Clause", "GC21-16 refused")]
    public void Nobody_is_replaced_without_ground_and_proof_and_an_agent_not_without_authorisation()
    {
        var petition = Received("2026-03-02").Petition;
        Moving.Replace(petition, Heir with { Was = Id(999) }).ShouldBeRefusedFor("was", "party-unknown");
        Moving.Replace(petition, Heir with { Name = " " }).ShouldBeRefusedFor("name", "party-needs-name");
        Moving.Replace(petition, Heir with { Ground = "" }).ShouldBeRefusedUnder("GC21-12", "replace-needs-ground");
        Moving.Replace(petition, Heir with { Proof = " " }).ShouldBeRefusedUnder("GC21-16", "replace-needs-proof");
        Moving.Replace(petition, Heir with { Proof = " ", Capacity = Capacity.Agent }).ShouldBeRefusedUnder("GC21-15(3)", "accept-needs-authorisation");
        var classified = petition.Apply(new Zhixin.History.DatedFact(new PetitionClassified(PetitionClass.Implementation, Claim.PressOn, Capacity.Applicant, null, null), On("2026-03-03")));
        Moving.Replace(classified, Heir with { Capacity = Capacity.InterestedPerson }).ShouldBeRefusedUnder("SPC16-6", "class-only-applicant");
    }

    private static readonly ReplaceParty Heir = new(Id(50), Id(70), "佟小兰", null, "申请执行人死亡", "（2026）鲁0117执异2号变更裁定");

    private static Decision<object> Move(Matter matter, Transfer transfer) => Moving.Decide(matter.Petition, transfer, [City, 1516], isInUse: true, On(matter.Petition.Transfers.Count == 0 ? "2026-03-09" : "2026-03-10"));

    private static Decision<object> Split(Petition petition, Guid[] contacts, Guid[] petitioners, string reason = "另一事项") =>
        Moving.Split(petition, contacts, petitioners, reason, (Id(900), "2026-鲁0117-0002"));
}

using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>Nobody acknowledged: receipt is deemed on the due date, and the unit is named (GC21-13).</summary>
public sealed class DeemedReceiptTests
{
    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void On_the_last_day_receipt_is_not_deemed_yet()
    {
        var matter = Received("2026-02-12");
        Assigning.DeemReceipt(matter.Petition, 1, On("2026-02-14")).ShouldBeRefusedUnder("GC21-13", "deemed-too-early");
    }

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public void On_the_day_after_receipt_is_deemed_and_starts_meeting_and_reply_from_the_due_date()
    {
        var matter = Received("2026-02-12");
        matter.Do(Assigning.DeemReceipt(matter.Petition, 1, On("2026-02-15")), "2026-02-14", today: "2026-02-15");

        matter.Petition.ReceiptOn.ShouldBe(On("2026-02-14"));
        matter.Last.OfType<PetitionReceiptDeemed>().Single().ShouldBe(new PetitionReceiptDeemed("petition", null, 1, "start"));
        (matter.The("meet-petitioner").Trigger, matter.The("reply").Trigger).ShouldBe((On("2026-02-14"), On("2026-02-14")));
        matter.The("meet-petitioner").Due.ShouldBe(On("2026-02-24"), "the nineteenth lies in the Spring Festival");
    }

    [Fact]
    public void The_hand_over_stays_breached_until_a_person_acknowledges()
    {
        var matter = Received("2026-02-12");
        matter.Do(Assigning.DeemReceipt(matter.Petition, 1, On("2026-02-15")), "2026-02-14", today: "2026-02-15").AssignedTo(Zhang, "2026-02-24");

        var owed = matter.The("hand-to-handler");
        (owed.IsOpen, owed.IsBreached(On("2026-02-14")), owed.IsBreached(On("2026-02-15"))).ShouldBe((true, false, true));

        matter.Acknowledged(Zhang, "2026-02-24");
        matter.Petition.ReceiptOn.ShouldBe(On("2026-02-14"), "the deemed day starts the clocks");
        matter.The("hand-to-handler").IsBreached(On("2026-02-24")).ShouldBeTrue("it was late");
        matter.Of("reply").Count.ShouldBe(1);
    }

    [Fact]
    public void A_handler_who_did_not_acknowledge_is_named_beside_the_unit()
    {
        var matter = Received("2026-02-12").AssignedTo(Zhang, "2026-02-12");
        matter.Do(Assigning.DeemReceipt(matter.Petition, 1, On("2026-02-15")), "2026-02-14", today: "2026-02-15");
        matter.Last.OfType<PetitionReceiptDeemed>().Single().Handler.ShouldBe(Zhang.Id);
        matter.The("reply").Person.ShouldBe(Zhang.Id);
    }

    [Fact]
    public void Receipt_that_is_known_is_not_deemed()
    {
        var matter = Received("2026-02-12").AssignedTo(Zhang, "2026-02-12").Acknowledged(Zhang, "2026-02-13").Joined(2, "2026-02-24");
        Assigning.DeemReceipt(matter.Petition, matter.Of("hand-to-handler")[1].No, On("2026-03-31")).ShouldBeRefusedAs("receipt-known");
    }

    [Fact]
    public void An_obligation_that_is_settled_or_does_not_exist_deems_nothing()
    {
        var matter = Received("2026-02-12").AssignedTo(Zhang, "2026-02-12").Acknowledged(Zhang, "2026-02-13");
        Assigning.DeemReceipt(matter.Petition, 1, On("2026-03-31")).ShouldBeRefusedAs("obligation-settled");
        Assigning.DeemReceipt(matter.Petition, 99, On("2026-03-31")).ShouldBeRefusedAs("obligation-settled");
    }

    [Fact]
    public void Only_the_hand_over_that_waits_for_an_acknowledgement_deems_receipt()
    {
        var matter = Received("2026-02-12", forwardedDue: "2026-02-13");
        var feedback = matter.The("feedback-to-body");
        Assigning.DeemReceipt(matter.Petition, feedback.No, On("2026-02-14")).ShouldBeRefusedAs("obligation-no-receipt");
    }
}

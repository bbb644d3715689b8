using Directory = Zhixin.Tests.Courts.Directory;
using Zhixin.History;
using Zhixin.Intake;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Petitions;

/// <summary>A contact of one court and a petition of another: proposed, answered, mirrored.</summary>
public sealed class CrossCourtTests
{
    private static readonly JoinTarget Target = new(1, Id(900), "2026-外0001-0001", 1);

    [Fact]
    [Trait("Clause", "GC21-12 accepted")]
    public void A_proposal_names_the_petition_and_the_court_that_answers() =>
        Joining.Propose(Contact(1, "2026-03-02"), Target, " 同一事项 ", mayJoin: false).ShouldBeOfType<Decision<object>.Done>().Events
            .ShouldBe([new ContactJoinProposed(1, 1, Id(900), "2026-外0001-0001", 1, "同一事项")]);

    [Fact]
    [Trait("Clause", "GC21-12 refused")]
    public void A_proposal_needs_a_reason_another_court_and_a_contact_that_has_no_other_proposal_open()
    {
        var contact = Contact(1, "2026-03-02");
        Joining.Propose(contact, Target, " ", mayJoin: false).ShouldBeRefusedFor("reason", "reason-required");
        Joining.Propose(contact, Target, "理由", mayJoin: true).ShouldBeRefusedAs("join-same-court");
        Joining.Propose(contact with { VoidedBecause = "误登" }, Target, "理由", mayJoin: false).ShouldBeRefusedAs("contact-voided");
        Joining.Propose(contact with { Petitions = [new ContactJoined(1, Id(900), "外", 1)] }, Target, "理由", mayJoin: false).ShouldBeRefusedAs("contact-already-joined");
        Joining.Propose(Proposed(contact), Target, "理由", mayJoin: false).ShouldBeRefusedAs("join-already-proposed");
        var refused = contact.After([new DatedFact(new ContactJoinProposed(1, 1, Id(900), "外", 1, "理由"), On("2026-03-02")), new DatedFact(new ContactJoinAnswered(1, false, "不同"), On("2026-03-03"))]);
        Joining.Propose(refused, Target, "理由", mayJoin: false).ShouldBeOfType<Decision<object>.Done>().Events.Cast<ContactJoinProposed>().Single().No.ShouldBe(2);
    }

    [Fact]
    public void Agreed_the_contact_joins_with_the_reason_of_the_proposal_and_both_say_so_once()
    {
        var matter = Received("2026-03-02");
        var contact = Proposed(Contact(2, "2026-03-03"), matter.Petition);
        matter.Do(Joining.Answer(matter.Petition, contact, contact.Proposals[0], agreed: true, ""), "2026-03-04");
        matter.Last.OfType<PetitionContactJoined>().Single().Reason.ShouldBe("同一事项");
        Joining.Answer(matter.Petition, contact, contact.Proposals[0], agreed: false, "理由").ShouldBeRefusedAs("proposal-answered");

        var links = Joining.Mirror(contact, matter.Petition);
        links.Select(l => l.GetType()).ShouldBe([typeof(ContactJoinAnswered), typeof(ContactJoined)]);
        var after = contact.After(links.Select(l => new DatedFact(l, On("2026-03-04"))));
        Joining.Mirror(after, matter.Petition).ShouldBeEmpty();
        after.Proposals[0].State.ShouldBe("confirmed");

        matter.Do(Joining.Leave(matter.Petition, contact.Id.Id, "并错了"), "2026-03-05");
        Joining.Mirror(after, matter.Petition).ShouldBe([new ContactLeft(matter.Petition.Id.Id, "petition.contact-left")]);
    }

    [Fact]
    public void A_contact_that_comes_after_a_hop_is_shown_to_every_court_that_the_hop_brought_in()
    {
        var matter = Received("2026-03-02");
        Joining.Links(matter.Petition).ShouldHaveSingleItem().ShouldBeOfType<ContactJoined>("only one court takes part");
        var city = Directory.Shipped.Parent(Home)!;
        matter.With(p => p with { Opened = p.Opened with { Responsible = city.Number } });
        matter.Do(
            HandingDown.Issue(
                matter.Petition, new HandDown(city, Home, HandDownMode.HandDown, "越级走访", "查明", "交字 1 号", On("2026-04-01"), false, [Other], null),
                new HandDownRules(court => [.. Directory.Shipped.Superiors(Directory.Shipped.ByNumber(court)!)], List("SPC16", "exclusion-grounds"), IsInUse: true, On("2026-03-02"))),
            "2026-03-02");
        var after = Contact(2, "2026-03-03").After(Joining.Links(matter.Petition).Select(l => new DatedFact(l, On("2026-03-03"))));
        after.Answering.Where(a => a.Petition == matter.Petition.Id.Id).Select(a => a.Court).Distinct().ShouldBe([city.Number, Other.Number, Home.Number], ignoreOrder: true);
        after.Answering[^1].Court.ShouldBe(Home.Number, "who answers comes last");
        Joining.Shown(after, matter.Petition).ShouldBeEmpty("it says so already");
    }

    [Fact]
    public void Refused_with_a_reason_the_contact_says_so_and_the_petition_takes_nothing()
    {
        var matter = Received("2026-03-02");
        var contact = Proposed(Contact(2, "2026-03-03"), matter.Petition);
        Joining.Answer(matter.Petition, contact, contact.Proposals[0], agreed: false, " ").ShouldBeRefusedFor("reason", "reason-required");
        matter.Do(Joining.Answer(matter.Petition, contact, contact.Proposals[0], agreed: false, "不是同一申请人"), "2026-03-04");
        matter.Petition.Contacts.Count.ShouldBe(1);
        Joining.Answer(matter.Petition, contact, contact.Proposals[0], agreed: true, "").ShouldBeRefusedAs("proposal-answered");
        Joining.Mirror(contact, matter.Petition).ShouldBe([new ContactJoinAnswered(1, false, "不是同一申请人")]);
    }

    [Fact]
    public void The_registering_courts_own_petition_goes_into_the_other_or_only_loses_the_contact()
    {
        var (other, contact) = (Received("2026-03-02").Petition, Contact(1, "2026-03-02").Id.Id);
        object[] joined = [new ContactJoined(other.Id.Home, other.Id.Id, other.Opened.Number, other.Opened.Responsible)];
        var own = Received("2026-03-03");
        Joining.Follows(own.Petition, contact, other, joined).Single().ShouldBeOfType<PetitionMerged>().Survivor.ShouldBe(other.Id.Id);
        Joining.Follows(own.Joined(2, "2026-03-04").Petition, contact, other, joined).Single().ShouldBeOfType<PetitionContactLeft>();
        var merged = own.Petition with { Stage = new Stage.Merged(other.Id.Home, other.Id.Id, "外", On("2026-03-04")) };
        Joining.Follows(merged, contact, other, joined).ShouldBeEmpty();
        Joining.Follows(merged, contact, other, [new ContactLeft(other.Id.Id, "petition.contact-left")]).Single().ShouldBeOfType<PetitionMergerUndone>();
    }

    private static Contact Proposed(Contact contact, Petition? petition = null) => contact.After(
        [new DatedFact(new ContactJoinProposed(1, petition?.Id.Home ?? 1, petition?.Id.Id ?? Id(900), "外", 1, "同一事项"), On("2026-03-03"))]);
}

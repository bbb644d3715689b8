using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.AcceptingTests;
using static Zhixin.Tests.Petitions.ChainDesk;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Notices;

/// <summary>Whoever may take the next step of a procedure hears of it, at the court where it waits; the enforcing court hears what a court above ruled.</summary>
public sealed class ProcedureNoticeTests
{
    [Fact]
    public void A_paper_tells_who_files_it_and_an_application_who_sends_the_file_up_and_who_has_it_then()
    {
        Told(Identified("2026-03-02"), "2026-03-04", m => Converting.Receive(m.Petition, ChainDesk.Paper(ObjectionKind.Act), On("2026-03-04"))).ShouldBe([("procedure-waits", Basic.Number, "post:convert")]);
        var matter = Served();
        Told(matter, "2026-03-20", m => Reconsidering.Apply(m.Petition, 1, Application("2026-03-20"), Basic.Number, Rules("2026-03-20"))).ShouldBe([("procedure-waits", Basic.Number, "post:send-file-up")]);
        Told(matter, "2026-03-24", m => Reconsidering.SendUp(m.Petition, 1, "报送函 1 号", Basic.Number, Rules("2026-03-24"))).ShouldBe([("procedure-waits", Mid.Number, "post:review-procedure")]);
        Told(matter, "2026-03-25", m => Reconsidering.Receive(m.Petition, 1, Number(Mid, "执复", 3), On("2026-03-25"), Mid.Number, Rules("2026-03-25"))).ShouldBeEmpty("who filed it knows");
    }

    [Fact]
    public void A_ruling_above_tells_the_enforcing_court_and_one_that_sends_back_who_reviews_anew()
    {
        Told(Reconsidered(), "2026-04-20", m => StepReviewing.Rule(m.Petition, 1, Ruling(RulingOutcome.Maintained, "裁定"), Mid.Number, On("2026-04-20"), Rules("2026-04-20"))).ShouldBe([("procedure-ruled", Basic.Number, "unit")]);
        Told(Reconsidered(), "2026-04-20", m => StepReviewing.Rule(m.Petition, 1, Ruling(RulingOutcome.SentBack, "裁定"), Mid.Number, On("2026-04-20"), Rules("2026-04-20")))
            .ShouldBe([("procedure-waits", Basic.Number, "post:convert"), ("procedure-ruled", Basic.Number, "unit")]);
    }

    [Fact]
    [Trait("Clause", "EPI-8 accepted")]
    public void More_time_for_a_review_is_asked_of_the_leaders_of_the_court_that_reviews_and_told_to_who_asked_there()
    {
        var matter = Reconsidered();
        Told(matter, "2026-04-01", m => LongerReviewing.Ask(m.Petition, 1, "案情复杂", Mid.Number, Rules("2026-04-01"), Reviewer)).ShouldBe([("approval-asked", Mid.Number, "post:approve-review-extension")]);
        matter.Petition.Approvals.Single().ShouldSatisfyAllConditions(a => Approvals.Court(matter.Petition, a).ShouldBe(Mid.Number), a => Approvals.Waits(matter.Petition, a).ShouldBeTrue());
        Told(matter, "2026-04-02", m => LongerReviewing.Decide(m.Petition, 1, agreed: true, "批准书", null, Mid.Number, Rules("2026-04-02"), President))
            .ShouldBe([("decided", Mid.Number, Reviewer.Person.ToString()), ("date-moved", Mid.Number, "unit")]);
        matter.Petition.Approvals.Single().Agreed.ShouldBe(true);
    }

    [Fact]
    public void Days_left_out_of_a_review_are_decided_at_the_court_that_reviews_wherever_the_petition_goes()
    {
        var matter = Reconsidered();
        var ruling = matter.The("reconsideration-ruling").No;
        matter.Do(TimeKeeping.Ask(matter.Petition, new AskExclusion(ruling, On("2026-03-26"), On("2026-03-31"), "appraisal", "委托书", "评估", Reviewer) { Court = Mid.Number }, On("2026-04-01")), "2026-04-01");
        var asked = matter.Petition.Approvals.Single();
        (asked.Act, Approvals.Court(matter.Petition, asked), Approvals.Waits(matter.Petition, asked)).ShouldBe((TimeKeeping.ApprovingReview, Mid.Number, true));
        TimeKeeping.Decide(matter.Petition, 1, agreed: true, string.Empty, President, Shipped, Basic.Number).ShouldBeRefusedUnder("EPI-8", "exclusion-other-court");
        matter.Do(TimeKeeping.Decide(matter.Petition, 1, agreed: true, string.Empty, President, Shipped, Mid.Number), "2026-04-02");
        matter.Petition.Approvals.Single().Agreed.ShouldBe(true);
    }

    private static List<(string, int, string)> Told(Matter matter, string on, Func<Matter, Decision<object>> act)
    {
        var (before, known) = (matter.Petition, matter.Facts.Count);
        matter.Do(act(matter), on);
        return [.. PetitionNotices.Of(before, matter.Petition, [.. matter.Facts.Skip(known)], act => [act], new Actors(Id(1), null)).Select(n => (n.Topic.Code, n.Court, n.To.Key))];
    }
}

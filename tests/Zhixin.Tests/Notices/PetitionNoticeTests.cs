using Zhixin.Courts;
using Zhixin.Intake;
using Zhixin.Notices;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Notices;

/// <summary>Who is told of what when something happens to a petition.</summary>
public sealed class PetitionNoticeTests
{
    private static readonly Actors Head = new(Id(70), null);
    private static readonly Court Mid = Directory.Shipped.Superiors(Home).First();

    [Fact]
    public void Who_gets_a_matter_is_told_and_who_handles_it_with_that_one()
    {
        var told = After(Received("2026-03-02"), m => m.Do(Assigning.Decide(new Assign(Zhang, [Li], "承办"), m.Petition, null, false), "2026-03-03"));
        told.Select(Of).ShouldBe([("assigned", Person(Zhang.Id)), ("team-named", Person(Li.Id))]);
        told.ShouldAllBe(n => n.Court == Home.Number && n.About.Number == "2026-鲁0117-0001" && n.About.Kind == "petition");
    }

    [Fact]
    public void Nobody_is_told_of_the_own_act_not_even_where_a_deputy_does_it()
    {
        Action<Matter> act = m => m.Do(Assigning.Decide(new Assign(Zhang, [], "承办"), m.Petition, null, false), "2026-03-03");
        After(Received("2026-03-02"), act, new Actors(Zhang.Id, null)).ShouldBeEmpty();
        After(Received("2026-03-02"), act, new Actors(Id(71), Zhang.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void A_petition_that_is_opened_tells_nobody_since_it_lies_on_the_desk_where_it_was_made()
    {
        var matter = Received("2026-03-02");
        PetitionNotices.Of(null, matter.Petition, matter.Facts, Deciders, Head).ShouldBeEmpty();
    }

    [Fact]
    public void The_handler_hears_of_another_contact_but_not_one_who_is_accused_in_it()
    {
        var assigned = () => Received("2026-03-02").AssignedTo(Zhang, "2026-03-03");
        After(assigned(), m => m.Joined(2, "2026-03-05")).Select(Of).ShouldBe([("contact-joined", Person(Zhang.Id))]);
        After(assigned(), m => m.Joined(2, "2026-03-05", accused: Zhang)).ShouldAllBe(n => n.To != Person(Zhang.Id) && n.Barred.Contains(Zhang.Id));
    }

    [Fact]
    public void An_opinion_waits_for_the_posts_that_may_decide_never_for_who_asked_and_the_answer_goes_back()
    {
        var told = After(Handled.Of(), m => m.Do(Answering.Submit(m.Petition, Handled.Opinion), "2026-03-10"), Handled.Handler).ShouldHaveSingleItem();
        Of(told).ShouldBe(("approval-asked", new Addressee.Post("court-leader")));
        (told.Detail.Act, told.Barred.Contains(Zhang.Id)).ShouldBe((Answering.Approving, true));

        var agreed = After(Submitted(), m => m.Do(Answering.Decide(m.Petition, true, false, null, null, Handled.Leader), "2026-03-11"), Handled.Leader).ShouldHaveSingleItem();
        (Of(agreed), agreed.Detail.Act, agreed.Detail.Result).ShouldBe((("decided", Person(Zhang.Id)), Answering.Approving, "agreed"));
        var returned = After(Submitted(), m => m.Do(Answering.Decide(m.Petition, false, false, null, "没有写明金额", Handled.Leader), "2026-03-11"), Handled.Leader).ShouldHaveSingleItem();
        returned.Detail.ShouldBe(new NoticeDetail(Act: Answering.Approving, Result: "refused"), "the reason is content of the case");
    }

    [Fact]
    public void Where_somebody_leads_the_opinion_waits_for_that_one_alone()
    {
        var lead = new TeamMember(TeamRole.Lead, Id(80), "欧阳正", "court-leader", null);
        var led = Handled.Of();
        led.Tell([new PetitionTeamFixed(lead, null)], On("2026-03-05"), On("2026-03-05"));
        After(led, m => m.Do(Answering.Submit(m.Petition, Handled.Opinion), "2026-03-10"), Handled.Handler).Select(Of).ShouldBe([("approval-asked", Person(lead.Person))]);
    }

    [Fact]
    public void Where_somebody_is_accused_the_unit_is_told_beside_the_post_since_that_one_may_hold_it()
    {
        var matter = Handled.Of().Joined(2, "2026-03-05", accused: Wang);
        After(matter, m => m.Do(Answering.Submit(m.Petition, Handled.Opinion), "2026-03-10"), Handled.Handler).Select(Of)
            .ShouldBe([("approval-asked", new Addressee.Post("court-leader")), ("approval-asked", new Addressee.Unit())]);
    }

    [Fact]
    public void Of_dates_that_moved_each_who_owes_one_is_told_once_with_the_earliest()
    {
        var matter = Handled.Of();
        matter.Tell([], On("2026-03-05"), On("2026-03-05"));
        var owed = matter.Petition.Obligations.Where(o => o.IsOpen && o.Due is not null && o.Person == Zhang.Id).ToList();
        owed.Count.ShouldBeGreaterThan(1);
        var told = After(matter, m => m.Tell(owed.Select(o => (object)new Zhixin.Obligations.ObligationMoved(o.No, o.Due, o.Due?.AddDays(10), false, "calendar", "放假通知", null, null, null, "x")), On("2026-03-05"), On("2026-03-05")));
        var notice = told.ShouldHaveSingleItem();
        (Of(notice), notice.Detail.Count, notice.Detail.Due).ShouldBe((("date-moved", Person(Zhang.Id)), owed.Count, owed.Min(o => o.Due)?.AddDays(10)));
        After(matter, m => m.Tell([new Zhixin.Obligations.ObligationMoved(owed[0].No, owed[0].Due, owed[0].Due, true, "calendar", "放假通知", null, null, null, "x")], On("2026-03-05"), On("2026-03-05")))
            .ShouldBeEmpty("a date that stays where it was is no news");
    }

    [Fact]
    [Trait("Clause", "SPC16-3(2) accepted")]
    public void A_matter_that_goes_down_is_told_to_the_court_that_has_it_and_the_report_to_the_court_that_awaits_it()
    {
        var matter = Received("2026-03-02");
        var issued = new HandDownIssued(1, null, Mid.Number, Home.Number, [Other.Number], HandDownMode.HandDown, "上访", "依法办理", "交办函 1 号", On("2026-04-10"), false, null, null, null, null);
        var received = new HandDownReceived(1, HandDownMode.HandDown, null, On("2026-03-03"), true, On("2026-04-10"), false);
        Told(matter, issued, received).ShouldBe([("handed-down", Home.Number, new Addressee.Unit(), On("2026-04-10")), ("handed-down", Other.Number, new Addressee.Unit(), On("2026-04-10"))]);
        Told(matter, new HandDownReported(1, HopReportKind.Result, "进展", "结果", null, "报告", Id(71), null)).ShouldBe([("report-came", Mid.Number, new Addressee.Unit(), null)]);
        Told(matter, new HandDownReportReturned(1, "不全", true, On("2026-04-20"), false)).ShouldBe([("report-returned", Home.Number, new Addressee.Unit(), On("2026-04-20"))]);
        Told(matter, new HandDownHandlerNamed(1, Zhang.Id, Zhang.Name, null)).ShouldBe([("hop-handler-named", Home.Number, Person(Zhang.Id), On("2026-04-20"))]);
        Told(matter, new HandDownReported(1, HopReportKind.Result, "进展", "结果", null, "报告", Zhang.Id, null), new HandDownReportAccepted(1, "同意", On("2026-03-20")))
            .ShouldBe([("report-came", Mid.Number, new Addressee.Unit(), null), ("report-accepted", Home.Number, Person(Zhang.Id), null)]);
    }

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    [Trait("Clause", "HNP-16 accepted")]
    public void Who_is_pressed_is_told_and_a_special_report_waits_for_its_next_hand_and_goes_back_to_who_drafted_it()
    {
        var matter = Received("2026-03-02");
        Told(
            matter, new HandDownIssued(1, null, Mid.Number, Home.Number, [], HandDownMode.HandDown, "上访", "依法办理", "交办函 1 号", On("2026-03-10"), true, null, null, null, null),
            new HandDownReceived(1, HandDownMode.HandDown, null, On("2026-03-03"), true, On("2026-03-10"), false), new HandDownHandlerNamed(1, Zhang.Id, Zhang.Name, null)).Count.ShouldBe(2);
        Told(matter, new HandDownPressed(1, "call", "请报告")).ShouldBe([("urged", Home.Number, Person(Zhang.Id), null)]);
        Told(matter, new HandDownReportUpDrafted(1, "省委", "已执结", "专报", Id(80), null)).ShouldBe([("approval-asked", Mid.Number, new Addressee.Post("petition-unit-head"), null)]);
        Told(matter, new HandDownReportUpReviewed(1, true, "同意", Id(81), null)).ShouldBe([("approval-asked", Mid.Number, new Addressee.Post("petition-unit-head"), null)]);
        Told(matter, new HandDownReportUpApproved(1, false, "不全", Id(82), null)).ShouldBe([("decided", Mid.Number, Person(Id(80)), null)]);
    }

    [Fact]
    [Trait("Clause", "SPC16-8(1) accepted")]
    public void A_hop_that_ends_by_law_is_told_to_both_sides_and_the_court_above_hears_when_the_bar_is_gone()
    {
        var matter = Received("2026-03-02").HandedDown("2026-03-02");
        var bars = List("SPC16", "exclusion-grounds");
        After(matter, m => m.Do(Barring.Exclude(m.Petition, "bankruptcy", "裁定", "已告知", bars), "2026-03-03"))
            .Where(n => n.Topic == NoticeTopics.HopEnded).Select(n => (n.Court, n.To)).ShouldBe([(Home.Number, new Addressee.Unit()), (Mid.Number, new Addressee.Unit())]);
        After(matter, m => m.Do(Barring.Exclude(m.Petition, "filed", "立案通知书", "已告知", bars), "2026-03-03")).ShouldBeEmpty("the hop is over already");
        After(matter, m => m.Do(Barring.Lift(m.Petition, 1, "驳回破产申请"), "2026-03-04")).ShouldBeEmpty("another fact still bars");
        After(matter, m => m.Do(Barring.Lift(m.Petition, 2, "撤回立案"), "2026-03-05")).Select(n => (n.Topic, n.Court)).ShouldBe([(NoticeTopics.HopFree, Mid.Number)]);
    }

    [Fact]
    public void The_units_of_both_courts_hear_of_a_proposal_and_its_answer()
    {
        var proposed = new ContactJoinProposed(1, Other.Number, Id(100), "2026-鲁0116-0007", Other.Number, "同一事项");
        var asked = Matter.Contact(1, "2026-03-02").After([new(proposed, On("2026-03-02"))]);
        var notice = ContactNotices.Of(asked, [proposed]).ShouldHaveSingleItem();
        (notice.Topic.Code, notice.Court, notice.To, notice.About.Number).ShouldBe(("join-proposed", Other.Number, new Addressee.Unit(), "2026-鲁0116-0007"));
        var answer = new ContactJoinAnswered(1, false, "不是同一事项");
        (ContactNotices.Of(asked, [answer])[0].Topic.Code, ContactNotices.Of(asked, [answer])[0].Court).ShouldBe(("join-refused", Home.Number));
        ContactNotices.Of(asked, [answer with { Agreed = true }])[0].Topic.Code.ShouldBe("join-agreed");
        ContactNotices.Of(asked, [answer])[0].Detail.ShouldBe(NoticeDetail.None, "the reason is content of the case");
    }

    [Fact]
    public void Every_topic_has_a_code_of_its_own_and_is_found_by_it()
    {
        NoticeTopics.All.Select(t => t.Code).ShouldBeUnique();
        NoticeTopics.All.ShouldAllBe(t => NoticeTopics.Of(t.Code) == t && t.Title.Length > 0);
        typeof(NoticeTopics).GetProperties().Select(p => p.GetValue(null)).OfType<NoticeTopic>().ShouldBe(NoticeTopics.All, ignoreOrder: true);
    }

    [Fact]
    public void Nothing_of_a_case_and_no_name_stands_in_a_message()
    {
        var matter = Handled.Of().Joined(2, "2026-03-05");
        var told = After(matter, m => m.Do(Answering.Submit(m.Petition, Handled.Opinion), "2026-03-10"), Head);
        var texts = told.Concat(After(Submitted(), m => m.Do(Answering.Decide(m.Petition, false, false, null, "没有写明金额", Handled.Leader), "2026-03-11"), Handled.Leader))
            .Select(n => Zhixin.History.CanonicalJson.Of(n.Detail) + n.Topic.Title + n.About.Number).ToList();
        texts.Count.ShouldBe(2);
        foreach (var content in new[] { "拖欠工程款", "张法官", "拍卖", "没有写明金额" })
        {
            texts.ShouldAllBe(text => !text.Contains(content, StringComparison.Ordinal));
        }
    }

    private static Matter Submitted() => Handled.Of().Then("2026-03-10", p => Answering.Submit(p, Handled.Opinion));

    private static List<(string, int, Addressee, DateOnly?)> Told(Matter matter, params object[] facts) =>
        [.. After(matter, m => m.Tell(facts, On("2026-03-20"), On("2026-03-20"))).Where(n => n.Topic != NoticeTopics.DateMoved).Select(n => (n.Topic.Code, n.Court, n.To, n.Detail.Due))];

    private static IReadOnlyList<Notice> After(Matter matter, Action<Matter> act, Actors? actors = null)
    {
        var (before, known) = (matter.Petition, matter.Facts.Count);
        act(matter);
        return PetitionNotices.Of(before, matter.Petition, [.. matter.Facts.Skip(known)], Deciders, actors ?? Head);
    }

    private static IReadOnlyList<string> Deciders(string act) => act == Answering.Approving ? ["court-leader"] : ["petition-unit-head"];

    private static (string, Addressee) Of(Notice notice) => (notice.Topic.Code, notice.To);

    private static Addressee Person(Guid id) => new Addressee.Person(id);
}

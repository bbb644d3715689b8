using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Handled;
using static Zhixin.Tests.Petitions.Matter;
using static Zhixin.Tests.Petitions.TerminationDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>After a termination property is queried on, a clue resumes enforcement the same day, and nobody is sent away unheard.</summary>
public sealed class AfterTerminationTests
{
    [Fact]
    [Trait("Clause", "SPC16-21 accepted")]
    public void Property_is_queried_every_six_months_without_end_and_each_query_starts_the_next()
    {
        var matter = Terminated();
        matter.Do(Query(matter), "2026-09-28");
        matter.Of("property-query").Select(o => (o.Due, o.IsOpen)).ShouldBe([(On("2026-09-28"), false), (On("2027-03-29"), true)], "the 28th is a Sunday");
        matter.Do(Query(matter), "2027-03-29");
        matter.Of("property-query").Count(o => o.IsOpen).ShouldBe(1);
    }

    [Fact]
    [Trait("Clause", "SPC16-21 refused")]
    public void A_query_has_its_result_and_the_applicant_knows_it_and_it_is_for_implementation_alone()
    {
        var petition = Terminated().Petition;
        AfterTermination.QueryProperty(petition, false, " ", "没有", "短信告知", "反馈").ShouldBeRefusedUnder("SPC16-21", "query-needs-source");
        AfterTermination.QueryProperty(petition, false, "总对总", " ", "短信告知", "反馈").ShouldBeRefusedUnder("SPC16-21", "query-needs-result");
        AfterTermination.QueryProperty(petition, false, "总对总", "没有", " ", "反馈").ShouldBeRefusedUnder("SPC16-21", "query-needs-telling");
        AfterTermination.QueryProperty(petition, false, "总对总", "没有", "短信告知", " ").ShouldBeRefusedUnder("SPC16-21", "query-needs-proof");
        AfterTermination.NotQueried(Ready().Petition)!.Message.ShouldBe("termination-not-standing");
        AfterTermination.NotQueried(ReviewTerminated().Petition).ShouldBe(new Refusal.Law("SPC16-21", "query-implementation-only"));
        ReviewTerminated().Open("property-query").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "SPC16-21 accepted")]
    public void A_clue_with_a_request_is_owed_its_resumption_the_same_day_then_its_verification()
    {
        var matter = Terminated();
        matter.Do(Clue(matter), "2026-03-28");
        (matter.The("resume").Due, matter.The("resume").Opened.Court).ShouldBe((On("2026-03-28"), Home.Number), "also on a Saturday");
        AfterTermination.Verify(matter.Petition, 1, true, "属实", "笔录", Head).ShouldBeRefusedUnder("SPC16-21", "clue-resume-first");
        matter.Do(Resume(matter), "2026-03-28");

        matter.Petition.Stage.ShouldBeOfType<Stage.Accepted>("the ground of the termination is gone");
        matter.Petition.Terminations.All.Single().Reversed!.Because.ShouldBe(TerminationReversal.Resumed);
        (matter.Open("resume"), matter.Open("property-query"), matter.Open("hand-to-handler"), matter.Open("verify-clue")).ShouldBe((false, false, true, true));
        HandingDown.Barred(matter.Petition, List("SPC16", "exclusion-grounds")).ShouldBeNull();
        matter.Do(AfterTermination.Verify(matter.Petition, 1, false, "账户余额为零", "查询反馈", Head), "2026-03-30");
        matter.Open("verify-clue").ShouldBeFalse();
        AfterTermination.Verify(matter.Petition, 1, true, "属实", "笔录", Head).ShouldBeRefusedAs("clue-verified");
    }

    [Fact]
    [Trait("Clause", "SPC16-21 refused")]
    public void Neither_a_clue_without_a_request_nor_resuming_without_either_nor_under_another_number()
    {
        var matter = Terminated();
        Resume(matter).ShouldBeRefusedUnder("SPC16-21", "resume-nothing");
        AfterTermination.ReceiveClue(matter.Petition, On("2026-03-28"), "有存款", " ", null, On("2026-03-28"), Head).ShouldBeRefusedUnder("SPC16-21", "clue-needs-request");
        AfterTermination.ReceiveClue(matter.Petition, On("2026-03-28"), " ", "恢复执行", null, On("2026-03-28"), Head).ShouldBeRefusedUnder("SPC16-21", "clue-needs-words");
        AfterTermination.ReceiveClue(matter.Petition, On("2026-03-29"), "有存款", "恢复执行", null, On("2026-03-28"), Head).ShouldBeRefusedFor("receivedOn", "date-in-future");
        AfterTermination.ReceiveClue(matter.Petition, On("2026-03-24"), "有存款", "恢复执行", null, On("2026-03-28"), Head).ShouldBeRefusedFor("receivedOn", "before-what-it-answers");
        AfterTermination.ReceiveClue(Ready().Petition, On("2026-03-28"), "有存款", "恢复执行", null, On("2026-03-28"), Head).ShouldBeRefusedAs("termination-not-standing");
        matter.Do(Clue(matter), "2026-03-28");
        AfterTermination.Resume(matter.Petition, null, "恢复执行通知书", Head).ShouldBeRefusedFor("number", "case-number-unreadable");
        AfterTermination.Resume(matter.Petition, Resumed("执"), "恢复执行通知书", Head).ShouldBeRefusedUnder("SPC16-21", "resume-number-type");
        AfterTermination.Resume(matter.Petition, Resumed(court: Other), "恢复执行通知书", Head).ShouldBeRefusedUnder("SPC16-21", "resume-number-court");
        AfterTermination.Resume(matter.Petition, Resumed(), " ", Head).ShouldBeRefusedUnder("SPC16-21", "resume-needs-document");
    }

    [Fact]
    [Trait("Clause", "SPC16-21 accepted")]
    public void Property_that_a_query_finds_is_owed_the_resumption_too()
    {
        var matter = Terminated();
        matter.Do(Query(matter, found: true), "2026-04-10");
        matter.The("resume").Due.ShouldBe(On("2026-04-10"));
        matter.Petition.Terminations.Standing.ShouldNotBeNull("it stands until enforcement resumes");
        matter.Do(Resume(matter), "2026-04-10");
        matter.Petition.Terminations.Standing.ShouldBeNull();
        matter.Open("property-query").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "SPC16-25 accepted")]
    public void A_later_contact_is_registered_and_linked_and_opens_nothing_but_the_duty_to_judge_it()
    {
        var matter = Terminated().Joined(3, "2026-04-01");
        matter.Petition.Contacts.Count.ShouldBe(3);
        matter.Petition.Stage.ShouldBeOfType<Stage.Closed>();
        matter.Of("hand-to-handler").Count(o => o.IsOpen).ShouldBe(0);
        matter.The("judge-late-contact").IsOpen.ShouldBeTrue();

        AfterTermination.GiveStandingAnswer(matter.Petition, 1, "已终结", ServiceMethod.Post, "回执").ShouldBeRefusedUnder("SPC16-25", "standing-answer-before-finding");
        matter.Do(Judge(matter, 1), "2026-04-02");
        (matter.Open("judge-late-contact"), matter.Open("standing-answer")).ShouldBe((false, true));
        AfterTermination.GiveStandingAnswer(matter.Petition, 1, " ", ServiceMethod.Post, "回执").ShouldBeRefusedUnder("SPC16-25", "standing-answer-needs-content");
        AfterTermination.GiveStandingAnswer(matter.Petition, 1, "已终结", ServiceMethod.Post, " ").ShouldBeRefusedUnder("SPC16-25", "standing-answer-needs-proof");
        matter.Do(AfterTermination.GiveStandingAnswer(matter.Petition, 1, "已终结", ServiceMethod.Post, "回执"), "2026-04-02");
        matter.Open("standing-answer").ShouldBeFalse();
        AfterTermination.GiveStandingAnswer(matter.Petition, 1, "已终结", ServiceMethod.Post, "回执").ShouldBeRefusedAs("standing-answer-given");
        AfterTermination.Find(matter.Petition, 1, LateContactBrings.Nothing, "重复", null, Head).ShouldBeRefusedAs("late-contact-none");
    }

    [Fact]
    [Trait("Clause", "SPC16-25 accepted")]
    public void A_new_visit_that_a_ledger_tells_opens_nothing_either()
    {
        var matter = Terminated();
        var visits = new[] { "2026-04-01", "2026-04-02" }.Select((on, at) => new LedgerContactDraft(Contact(3 + at, on), true, false)).ToList();
        foreach (var fact in Importing.Tell(matter.Petition, null, visits, new PetitionHistoryImported(null, null, null, null, false, null, null, null), On("2026-04-02")))
        {
            matter.Tell([fact.Fact], fact.On, On("2026-04-02"));
        }

        matter.Petition.Stage.ShouldBeOfType<Stage.Closed>();
        matter.Of("judge-late-contact").Count(o => o.IsOpen).ShouldBe(2);
        matter.Petition.Terminations.After.Of(1).Select(c => c.No).ShouldBe([1, 2]);
    }

    [Theory]
    [Trait("Clause", "SPC16-25 accepted")]
    [InlineData(LateContactBrings.NewFact, false)]
    [InlineData(LateContactBrings.Procedure, false)]
    [InlineData(LateContactBrings.Clue, true)]
    public void What_brings_something_new_opens_the_matter_and_reverses_the_termination_a_clue_resumes_enforcement(LateContactBrings brings, bool resumes)
    {
        var matter = Terminated().Joined(3, "2026-04-01");
        matter.Do(AfterTermination.Find(matter.Petition, 1, brings, "有新情况", "请求恢复执行", Head), "2026-04-02");
        matter.Petition.Stage.ShouldBeOfType<Stage.Accepted>();
        matter.Petition.Terminations.All.Single().Reversed!.Because.ShouldBe(TerminationReversal.Contact);
        (matter.Open("property-query"), matter.Open("termination-notice"), matter.Open("hand-to-handler"), matter.Open("resume")).ShouldBe((false, false, true, resumes));
        if (resumes)
        {
            matter.The("resume").Due.ShouldBe(On("2026-04-01"), "from the day on which the court had it");
            matter.Do(Resume(matter), "2026-04-02");
            matter.Open("resume").ShouldBeFalse();
        }
    }

    [Fact]
    [Trait("Clause", "SPC16-21 refused")]
    [Trait("Clause", "SPC16-25 refused")]
    public void A_finding_says_why_and_a_clue_what_is_asked()
    {
        var matter = Terminated().Joined(3, "2026-04-01");
        AfterTermination.Find(matter.Petition, 1, LateContactBrings.Nothing, " ", null, Head).ShouldBeRefusedUnder("SPC16-25", "late-contact-needs-reason");
        AfterTermination.Find(matter.Petition, 1, LateContactBrings.Clue, "有存款", " ", Head).ShouldBeRefusedUnder("SPC16-21", "clue-needs-request");
        AfterTermination.Find(matter.Petition, 2, LateContactBrings.Nothing, "重复", null, Head).ShouldBeRefusedFor("contact", "late-contact-unknown");
        AfterTermination.NothingToFind(Terminated().Petition)!.Message.ShouldBe("late-contact-none");
        AfterTermination.NothingToAnswer(matter.Petition).ShouldBe(new Refusal.Law("SPC16-25", "standing-answer-before-finding"));
    }

    [Fact]
    [Trait("Clause", "SPC16-25 accepted")]
    public void The_contact_that_opened_it_leaves_again_and_the_termination_stands_with_all_that_it_owes()
    {
        var matter = Terminated().Joined(3, "2026-04-01").Joined(4, "2026-04-02");
        matter.Do(AfterTermination.Find(matter.Petition, 2, LateContactBrings.NewFact, "新证据", null, Head), "2026-04-03");
        matter.Open("judge-late-contact").ShouldBeFalse("all of it is handled again");
        matter.Do(Joining.Leave(matter.Petition, matter.Petition.Contacts[3].Contact, "另一案件"), "2026-04-07");

        matter.Petition.Stage.ShouldBe(new Stage.Closed(ClosedBy.Terminated, On("2026-03-25")));
        matter.Petition.Terminations.Standing.ShouldNotBeNull();
        matter.Petition.Obligations.Where(o => o.IsOpen && o.Rule.Pack.Id == "SPC16").Select(o => o.Rule.Kind).Distinct().Order()
            .ShouldBe(["judge-late-contact", "property-query", "tell-process-and-result", "termination-notice"]);
        matter.Of("judge-late-contact").Count(o => o.IsOpen).ShouldBe(1, "of the one that stays");
        matter.Petition.Terminations.After.Of(1).Count().ShouldBe(1);
        matter.Open("hand-to-handler").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "SPC16-25 accepted")]
    public void A_contact_that_is_another_matter_leaves_a_terminated_one()
    {
        var matter = Terminated().Joined(3, "2026-04-01");
        matter.Do(Joining.Leave(matter.Petition, matter.Petition.Contacts[2].Contact, "另一案件"), "2026-04-02");
        matter.Open("judge-late-contact").ShouldBeFalse();
        AfterTermination.NothingToFind(matter.Petition)!.Message.ShouldBe("late-contact-none");
        Joining.Leave(Closed().Petition, Closed().Petition.Contacts[0].Contact, "另一案件").ShouldBeRefusedAs("petition-not-open");
    }

    [Fact]
    [Trait("Clause", "SPC16-25 accepted")]
    [Trait("Clause", "SPC16-25 refused")]
    public void A_report_to_the_committee_rests_on_a_persons_finding_and_the_count_of_contacts()
    {
        var matter = Terminated().Joined(3, "2026-04-01");
        Repeat(matter).ShouldBeRefusedUnder("SPC16-25", "repeat-unjudged");
        matter.Do(Judge(matter, 1), "2026-04-02");
        Repeat(matter).ShouldBeRefusedUnder("SPC16-25", "repeat-too-few");
        Repeat(matter).Refused().Arguments.ShouldBe([1, 2]);
        matter.Joined(4, "2026-04-08");
        matter.Do(Judge(matter, 2), "2026-04-09");
        ReportRepeat(matter).ShouldBeRefusedUnder("SPC16-25", "repeat-report-needs-finding");
        AfterTermination.FindRepeat(matter.Petition, " ", "录像", 2, Head).ShouldBeRefusedUnder("SPC16-25", "repeat-needs-conduct");
        AfterTermination.FindRepeat(matter.Petition, "滞留", " ", 2, Head).ShouldBeRefusedUnder("SPC16-25", "repeat-needs-proof");
        matter.Do(Repeat(matter), "2026-04-10");
        matter.The("report-repeat").IsOpen.ShouldBeTrue();
        Repeat(matter).ShouldBeRefusedAs("repeat-unreported");
        AfterTermination.ReportRepeat(matter.Petition, " ", "报告", Head).ShouldBeRefusedUnder("SPC16-25", "repeat-report-needs-body");
        AfterTermination.ReportRepeat(matter.Petition, "区委政法委", " ", Head).ShouldBeRefusedUnder("SPC16-25", "repeat-report-needs-document");
        matter.Do(ReportRepeat(matter), "2026-04-13");
        matter.Last.OfType<PetitionRepeatReported>().Single().Contacts.ShouldBe(2);
        matter.Open("report-repeat").ShouldBeFalse();
        matter.Joined(5, "2026-04-15").Petition.Contacts.Count.ShouldBe(5, "registering is never refused");
        AfterTermination.NoRepeat(Ready().Petition, 2)!.Message.ShouldBe("termination-not-standing");
    }

    [Fact]
    [Trait("Clause", "SPC16-25 refused")]
    public void While_it_stands_no_superior_hands_down_or_supervises_and_nobody_closes_or_splits_it()
    {
        var matter = Terminated();
        var bars = List("SPC16", "exclusion-grounds");
        HandingDown.NotIssuable(matter.Petition, bars).ShouldBe(new Refusal.Law("SPC16-25", "hand-down-terminated"));
        HandingDown.Barred(matter.Petition, bars).ShouldBe(new Refusal.Law("SPC16-25", "hand-down-terminated"));
        Zhixin.Supervisions.Acts.Barring.Of(matter.Petition, bars).ShouldBe(new Refusal.Law("SPC16-25", "hand-down-terminated"));
        LifeCycle.Void(matter.Petition, "误登").ShouldBeRefusedAs("petition-not-open");
        LifeCycle.Merge(matter.Petition, Ready().Petition with { Id = new(Home.Number, Id(101)) }, "同一事项").ShouldBeRefusedAs("merge-both-open");
        Moving.NotMovable(matter.Petition)!.Message.ShouldBe("petition-not-open");
        Answering.NotSubmittable(matter.Petition)!.Message.ShouldBe("petition-not-open");
    }

    [Fact]
    [Trait("Clause", "SPC16-26 accepted")]
    [Trait("Clause", "SPC16-26 refused")]
    public void The_deciding_court_or_the_Supreme_Court_reverses_what_was_wrong_and_no_court_below()
    {
        foreach (var court in new[] { High, Supreme })
        {
            var matter = Terminated();
            TerminationReviewing.Reverse(matter.Petition, "程序违法", "撤销决定", Rules(matter, Mid)).ShouldBeRefusedUnder("SPC16-26", "termination-reverse-other-court");
            TerminationReviewing.Reverse(matter.Petition, " ", "撤销决定", Rules(matter, court)).ShouldBeRefusedUnder("SPC16-26", "termination-reverse-needs-reason");
            TerminationReviewing.Reverse(matter.Petition, "程序违法", " ", Rules(matter, court)).ShouldBeRefusedUnder("SPC16-26", "termination-reverse-needs-document");
            matter.Do(TerminationReviewing.Reverse(matter.Petition, "程序违法", "撤销决定", Rules(matter, court)), "2026-04-01");
            (matter.Petition.Stage is Stage.Accepted, matter.Petition.Terminations.Standing, matter.Open("property-query")).ShouldBe((true, null, false));
            TerminationConditions.Missing(matter.Petition, Statement(matter), Rules(matter, Home)).Select(m => m.Message).ShouldContain("termination-needs-hearing", "the petitioner is heard anew");
        }
    }

    [Fact]
    [Trait("Clause", "SPC16-25 accepted")]
    public void A_new_fact_that_a_person_records_opens_it_and_reverses_it()
    {
        var matter = Terminated();
        matter.Do(Answering.Reopen(matter.Petition, "另案发现财产"), "2026-04-01");
        matter.Petition.Terminations.All.Single().Reversed!.Because.ShouldBe(TerminationReversal.NewFact);
        matter.Open("hand-to-handler").ShouldBeTrue();
    }

    private static Matter Closed()
    {
        var matter = Of().Replied("2026-03-12");
        return matter.Do(Answering.Close(matter.Petition, ClosedBy.ReplyFinal, null), "2026-03-12");
    }

    private static Decision<object> Query(Matter matter, bool found = false) => AfterTermination.QueryProperty(matter.Petition, found, "总对总网络查控", found ? "有存款" : "没有", "电话告知申请执行人", "查询反馈");

    private static Decision<object> Clue(Matter matter) => AfterTermination.ReceiveClue(matter.Petition, On("2026-03-28"), "名下有一处房产", "请求恢复执行", null, On("2026-03-28"), Head);

    private static Decision<object> Resume(Matter matter) => AfterTermination.Resume(matter.Petition, Resumed(), "恢复执行通知书", Head);

    private static Decision<object> Judge(Matter matter, int no) => AfterTermination.Find(matter.Petition, no, LateContactBrings.Nothing, "与终结前相同", null, Head);

    private static Decision<object> Repeat(Matter matter) => AfterTermination.FindRepeat(matter.Petition, "多次滞留信访大厅", "录像", 2, Head);

    private static Decision<object> ReportRepeat(Matter matter) => AfterTermination.ReportRepeat(matter.Petition, "区委政法委", "报告 1 号", Head);
}

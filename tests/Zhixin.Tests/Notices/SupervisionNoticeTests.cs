using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Petitions.Acts;
using Zhixin.PlatformItems;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using Zhixin.Tests.Supervisions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Notices;

/// <summary>Whoever has to act in a supervision, or waits for an answer, is told; nobody is told of the own act.</summary>
public sealed class SupervisionNoticeTests
{
    private static readonly string[] Nobody = [];

    [Fact]
    [Trait("Clause", "HNI-15(1) accepted")]
    public void Closing_that_is_asked_for_waits_for_the_posts_that_may_consent_and_the_answer_goes_back()
    {
        var asking = Asked();
        var asked = asking.Notices.Single(n => n.Topic == NoticeTopics.ApprovalAsked);
        (asked.Court, asked.To, asked.Detail.Act, asked.Barred.Contains(Reviewer.Id)).ShouldBe((High.Number, new Addressee.Post("decider"), Closing.Consenting, true));

        var refused = Of(asking.Matter, "2026-03-12", Other, new SupervisionCloseRefused("证据不足"));
        refused.Single().Detail.ShouldBe(new NoticeDetail(Act: Closing.Consenting, Result: "refused"), "the reason is content of the case");
        (refused.Single().To, refused.Single().Court).ShouldBe((new Addressee.Person(Reviewer.Id), High.Number));
        Of(Asked().Matter, "2026-03-12", Other, new SupervisionClosed("1", "报告")).Single(n => n.Topic == NoticeTopics.Decided).Detail.Result.ShouldBe("agreed");
    }

    [Fact]
    [Trait("Clause", "HNP-17 accepted")]
    public void A_proposed_listing_waits_and_once_it_takes_effect_the_enforcing_court_hears_that_it_owes_the_six_elements()
    {
        var matter = Reviewed();
        var proposed = new SupervisionListingProposed("hard", "久拖未决", On("2026-06-30"), Second.Id, null);
        Of(matter, "2026-03-03", new Actors(Second.Id, null), proposed).Select(Text).ShouldBe([$"approval-asked {High.Number} post:decider"]);
        Of(matter, "2026-03-04", Other, new SupervisionListingApproved("督 1 号", ListingActs.ByProposal, "长期未执结", null, true, On("2026-06-30"))).Select(Text)
            .ShouldBe([$"listed {Basic.Number} unit", $"decided {High.Number} {Second.Id}"]);
        Of(matter, "2026-03-06", Reporter, new SupervisionElementsFixed("王法官", "王院长", "查控", On("2026-06-30"), "执结", "王院长")).ShouldBeEmpty();
        Of(matter, "2026-06-30", Reporter, new SupervisionListedResultReported("已执结", "报告", Below.Id, null)).Select(Text).ShouldBe([$"report-came {High.Number} unit"]);
    }

    [Fact]
    [Trait("Clause", "HNP-14 accepted")]
    public void A_report_up_waits_for_each_next_hand_and_who_drafted_it_hears_how_it_ended()
    {
        var matter = Reviewed().Do(s => new object[] { new SupervisionInstructionReceived(1, "省委", false, "批示 1 号", null, true, On("2026-03-03"), false, null) }, "2026-03-03");
        Of(matter, "2026-03-04", new Actors(Reviewer.Id, null), new SupervisionSpecialReportDrafted(1, "省委", "已执结", Reviewer.Id, null)).Select(Text).ShouldBe([$"approval-asked {High.Number} post:decider"]);
        Of(matter, "2026-03-05", new Actors(Second.Id, null), new SupervisionSpecialReportReviewed(1, true, "同意", Second.Id, null)).Select(Text)
            .ShouldBe([$"approval-asked {High.Number} post:decider", $"decided {High.Number} {Reviewer.Id}"], ignoreOrder: true);
        Of(matter, "2026-03-06", Other, new SupervisionSpecialReportApproved(1, true, "同意")).Select(Text).ShouldBe([$"decided {High.Number} {Reviewer.Id}", $"decided {High.Number} {Second.Id}"]);
    }

    [Fact]
    [Trait("Clause", "HNP-21 accepted")]
    public void Another_date_is_asked_of_the_court_that_sent_the_letter_and_the_answer_goes_down()
    {
        var matter = Lettered().Named();
        Of(matter, "2026-03-10", Reporter, new SupervisionPreExpiryReported(1, "疫情", "续查", On("2026-04-20"), "报告", Below.Id, null)).Select(Text).ShouldBe([$"approval-asked {High.Number} post:decider"]);
        Of(matter, "2026-03-11", Above, new SupervisionNewDateDecided(1, true, On("2026-04-20"), "同意")).Select(Text)
            .ShouldBe([$"decided {Basic.Number} {Below.Id}", $"date-moved {Basic.Number} {Below.Id}"]);
        Of(Asks(), "2026-03-11", Above, new SupervisionNewDateDecided(1, false, On("2026-03-20"), "不同意")).Single().Detail.Result.ShouldBe("refused");

        static Supervised Asks() => Lettered().Named().Do(_ => new object[] { new SupervisionPreExpiryReported(1, "疫情", "续查", On("2026-04-20"), "报告", Below.Id, null) }, "2026-03-10");
    }

    [Fact]
    [Trait("Clause", "HNI-9 accepted")]
    public void A_ruling_is_told_to_the_court_that_enforces_from_now_on_and_to_the_one_before()
    {
        var elevated = Of(Lettered().Named(), "2026-03-21", Above, new SupervisionLetterWithdrawn(1, "提级"), new SupervisionElevated(Basic.Number, High.Number, "（2026）琼执提1号", "逾期未报", false));
        elevated.Select(Text).ShouldBe([$"taken-over {High.Number} unit", $"taken-away {Basic.Number} {Below.Id}"]);
        var designated = Of(Lettered().Named(), "2026-03-21", Above, new SupervisionLetterWithdrawn(1, "指定"), new SupervisionDesignated(Basic.Number, Mid.Number, null, "（2026）琼执指1号", "逾期未报", High.Number, false));
        designated.Select(Text).ShouldBe([$"taken-over {Mid.Number} unit", $"taken-away {Basic.Number} {Below.Id}"]);
    }

    [Theory]
    [MemberData(nameof(Downwards))]
    public void What_a_letter_asks_for_afterwards_is_told_to_who_handles_it(string topic, object fact) =>
        Of(Lettered().Named(), "2026-03-21", Above, fact).Select(Text).ShouldBe([$"{topic} {Basic.Number} {Below.Id}"]);

    public static TheoryData<string, object> Downwards() => new()
    {
        { "child-letter", new SupervisionLetterIssued(2, null, LetterKind.Child, Supreme.Number, Basic.Number, "函 2 号", "1", "一并报告", "材料", null, false, false) },
        { "file-called", new SupervisionFileCalled(1, "执行卷宗", "逾期未报") },
        { "letter-withdrawn", new SupervisionLetterWithdrawn(1, "发错法院") },
        { "urged", new SupervisionUrged(1, null, null, "请报告") },
        { "supervised-again", new SupervisionRoundOpened(2, "事项未处理") },
    };

    [Fact]
    [Trait("Clause", "HNP-15 accepted")]
    public void What_was_found_settled_is_told_to_those_who_close_it_below_and_the_end_to_the_reviewer_above()
    {
        var matter = Reported().Do(s => Reviewing.Name(s.Supervision, Reviewer, High.Number), "2026-03-10").Do(s => Judging.Accept(s.Supervision, 1, High.Number, "妥当"), "2026-03-11");
        Of(matter, "2026-03-12", Above, new SupervisionFoundSettled("处理合法")).Select(Text).ShouldBe([$"found-settled {Basic.Number} post:decider"]);
        Of(matter, "2026-03-13", Reporter, new SupervisionClosed("settled", "结案表")).Select(Text).ShouldBe([$"supervision-over {High.Number} {Reviewer.Id}"], "who closed it below knows");
    }

    [Fact]
    [Trait("Clause", "HNP-6 accepted")]
    public void Members_of_a_panel_are_told_and_the_reviewer_of_an_error_that_was_flagged()
    {
        var matter = Opened().Do(s => Reviewing.Name(s.Supervision, Reviewer, High.Number), "2026-03-02");
        PanelMember[] members = [new(Second.Id, Second.Name), new(Third.Id, Third.Name), new(Fourth.Id, Fourth.Name)];
        Of(matter, "2026-03-03", new Actors(Third.Id, null), new SupervisionPanelFormed(1, PanelPurpose.Review, null, members, null)).Select(Text)
            .ShouldBe([$"team-named {High.Number} {Second.Id}", $"team-named {High.Number} {Fourth.Id}"], "who forms it is a member, and knows");
        Of(matter, "2026-03-04", Other, new SupervisionErrorFlagged(1, "检察建议", "漏查财产", false)).Select(Text).ShouldBe([$"error-flagged {High.Number} {Reviewer.Id}"]);
        Of(matter, "2026-03-04", Other, new SupervisionInstructionReceived(1, "省委", false, "批示", null, true, On("2026-03-04"), false, null)).Select(Text).ShouldBe([$"instructed {High.Number} {Reviewer.Id}"]);
    }

    [Fact]
    [Trait("Clause", "HNI-11 accepted")]
    public void An_opinion_that_is_suspended_and_one_that_is_to_be_looked_at_again_are_told()
    {
        var opinion = new SupervisionOpinionIssued(1, 1, High.Number, Basic.Number, "意见 1 号", "纠正", "不当", On("2026-03-30"), [Reviewer.Id]);
        var matter = Reported().Do(_ => new object[] { new SupervisionReportFoundImproper(1, "不当") }, "2026-03-11").Do(_ => new object[] { opinion, new SupervisionOpinionReceived(1, On("2026-03-12"), true, On("2026-03-30")) }, "2026-03-12");
        Of(matter, "2026-03-13", Reporter, new SupervisionReconsiderationAsked(1, On("2026-03-12"), "认定有误", "申请", Below.Id, null)).Select(Text).ShouldBe([$"reconsideration-asked {High.Number} unit"]);
        Of(matter, "2026-03-16", Above, new SupervisionComplianceSuspended(1, "复议")).Select(Text).First().ShouldBe($"opinion-suspended {Basic.Number} {Below.Id}");
    }

    [Fact]
    [Trait("Clause", "HNI-10 accepted")]
    public void What_a_court_in_between_finds_wrong_is_told_to_the_court_that_supervises_too()
    {
        var matter = Opened().Do(s => Reviewing.Name(s.Supervision, Reviewer, High.Number), "2026-03-02").Do(
            _ => new object[]
            {
                new SupervisionLetterIssued(1, null, LetterKind.HandDown, High.Number, Mid.Number, "函 1 号", "1", "查明", "材料", On("2026-03-20"), false, false),
                new SupervisionLetterIssued(2, 1, LetterKind.HandDown, Mid.Number, Basic.Number, "函 2 号", "1", "查明", "材料", On("2026-03-18"), false, false),
                new SupervisionReportSubmitted(2, "已查明", "已纠正", "报告 1 号", false, false, null, Below.Id, null), new SupervisionReportSubmitted(1, "已查明", "已纠正", "报告 2 号", false, false, null, Middle.Id, null),
            },
            "2026-03-03");
        Of(matter, "2026-03-17", new Actors(Middle.Id, null), new SupervisionReportFoundImproper(2, "没有查明")).Select(Text).ShouldBe([$"report-judged {Basic.Number} unit", $"fault-below {High.Number} {Reviewer.Id}"]);
        Of(matter, "2026-03-17", Above, new SupervisionReportFoundImproper(1, "没有查明")).Select(Text).ShouldBe([$"report-judged {Mid.Number} unit"], "who supervises knows what it found itself");
    }

    [Fact]
    public void Nobody_is_told_of_the_own_act_not_even_where_a_deputy_does_it()
    {
        Of(Opened(), "2026-03-02", Above, new SupervisionReviewerNamed(Reviewer.Id, Reviewer.Name)).ShouldBeEmpty();
        Of(Opened(), "2026-03-02", new Actors(Second.Id, Reviewer.Id), new SupervisionReviewerNamed(Reviewer.Id, Reviewer.Name)).ShouldBeEmpty();
        Of(Opened(), "2026-03-02", Other, new SupervisionReviewerNamed(Reviewer.Id, Reviewer.Name)).Select(Text).ShouldBe([$"checker-named {High.Number} {Reviewer.Id}"]);
    }

    [Fact]
    [Trait("Clause", "HNP-18 accepted")]
    public void Of_a_platform_item_the_court_hears_that_it_was_taken_back_and_nobody_of_the_own_act()
    {
        var id = new StreamId(High.Number, Matter.Id(600));
        var received = new PlatformItemReceived("2026-琼-0002", "P1", "1", High.Number, Basic.Number, null, "查财产", On("2026-03-02"), false, null);
        var item = PlatformItem.Fold(id, [new(received, On("2026-03-02")), new(new PlatformItemHandlerNamed(Below.Id, Below.Name, null), On("2026-03-03"))]);
        IReadOnlyList<Notice> After(Actors by, object fact) =>
            PlatformNotices.Of(PlatformItem.Fold(id, [new(received, On("2026-03-02")), new(new PlatformItemHandlerNamed(Below.Id, Below.Name, null), On("2026-03-03")), new(fact, On("2026-03-04"))]), [new(fact, On("2026-03-04"))], by);
        item.Handler!.Handler.ShouldBe(Below.Id);
        After(Above, new PlatformItemClosed("重复登记")).Select(Text).ShouldBe([$"recalled {Basic.Number} {Below.Id}"]);
        After(Reporter, new PlatformItemHandlerNamed(Below.Id, Below.Name, null)).Select(Text).ShouldBe(Nobody);
        After(Above, new PlatformItemVerifierNamed(Second.Id, Second.Name)).Select(Text).ShouldBe([$"checker-named {High.Number} {Second.Id}"]);
    }

    private static (Supervised Matter, IReadOnlyList<Notice> Notices) Asked()
    {
        var matter = Reported().Do(s => Judging.Accept(s.Supervision, 1, High.Number, "妥当"), "2026-03-11");
        return (matter, Of(matter, "2026-03-11", Above, new SupervisionCloseAsked("1", [new ClosingMaterial("1-1", "报告")], Reviewer.Id, null)));
    }

    /// <summary>The notices of facts that happen to a supervision.</summary>
    private static IReadOnlyList<Notice> Of(Supervised matter, string on, Actors by, params object[] facts)
    {
        var before = matter.Supervision;
        matter.Do((Decision<object>)facts, on);
        return SupervisionNotices.Of(before, matter.Supervision, [.. matter.Last.Select(f => new DatedFact(f, On(on)))], _ => ["decider"], by);
    }

    private static string Text(Notice notice) => $"{notice.Topic.Code} {notice.Court} {notice.To.Key}";
}

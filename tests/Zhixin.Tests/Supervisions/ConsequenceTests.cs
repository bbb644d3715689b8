using Zhixin.Obligations;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.PressingTests;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>An opinion that is not followed, bulletin, accountability, admonition. The opinion is to be followed until 2026-03-31.</summary>
public sealed class ConsequenceTests
{
    private const int Lag = 180;

    private static Decision<object> Find(Supervision s, string on, string? finding = "催办后仍未扣划") => Pressing.FindUnfollowed(s, 1, High.Number, finding, On(on));

    private static Decision<object> Bulletin(Supervision s, string on, string? number = "琼执通1号", string? content = "通报未落实意见") => Pressing.Bulletin(s, High.Number, number, content, On(on));

    private static Decision<object> Account(Supervision s, string on, string? statement = "已陈述", string? whom = "承办人") => Pressing.OpenAccountability(s, High.Number, whom, "拒不落实", statement, "启动决定", On(on));

    private static Decision<object> Admonish(Supervision s, string on, string? met = "分管副院长", string? demands = "限期扣划", string? due = "2026-12-31", Zhixin.Courts.Court? to = null) =>
        Pressing.DecideAdmonition(s, new Admonish((to ?? Basic).Number, met, "长期不办", demands, due is null ? null : On(due)), High.Number, Lag, On(on));

    /// <summary>Urged on the day after, and found not followed.</summary>
    private static Supervised NotFollowed() => Opinionated().Do(s => Urge(s.Supervision, "2026-04-01", opinion: 1), "2026-04-01").Do(s => Find(s.Supervision, "2026-04-02"), "2026-04-02");

    [Fact]
    [Trait("Clause", "HNI-12 refused")]
    public void An_opinion_is_urged_after_its_date_and_found_unfollowed_only_after_urging()
    {
        var matter = Opinionated();
        Urge(matter.Supervision, "2026-03-31", opinion: 1).ShouldBeRefusedUnder("HNI-12", "urge-opinion-not-due");
        Find(matter.Supervision, "2026-04-01").ShouldBeRefusedUnder("HNI-12", "not-followed-needs-urging");
        Pressing.NothingUnfollowed(matter.Supervision, High.Number)!.Message.ShouldBe("not-followed-needs-urging");
        matter.Do(s => Urge(s.Supervision, "2026-04-01", opinion: 1), "2026-04-01");
        Find(matter.Supervision, "2026-04-01", finding: " ").ShouldBeRefusedUnder("HNI-12", "not-followed-needs-finding");
        Pressing.FindUnfollowed(matter.Supervision, 2, High.Number, "没有", On("2026-04-01")).ShouldBeRefusedFor("opinion", "supervision-opinion-unknown");
        Pressing.FindUnfollowed(matter.Supervision, 1, Mid.Number, "没有", On("2026-04-01")).ShouldBeRefusedAs("supervision-opinion-not-yours");
        Bulletin(matter.Supervision, "2026-04-02").ShouldBeRefusedUnder("HNP-23", "bulletin-before-urging");
        Account(matter.Supervision, "2026-04-02").ShouldBeRefusedUnder("HNI-12", "accountability-before-not-followed");
        matter.Do(s => Opining.Comply(s.Supervision, 1, Basic.Number, "已扣划", "报告", Reporter), "2026-04-02");
        Find(matter.Supervision, "2026-04-03").ShouldBeRefusedUnder("HNI-12", "not-followed-not-due");
    }

    [Fact]
    [Trait("Clause", "HNI-12 accepted")]
    public void Then_bulletin_and_accountability_are_both_owed_and_neither_waits_for_the_other()
    {
        var matter = NotFollowed();
        matter.Supervision.Opinion(1)!.NotFollowed!.Breached.ShouldBe([.. matter.Owed("follow-opinion").Select(o => o.No)]);
        (matter.Open("bulletin-not-followed"), matter.Open("accountability-not-followed")).ShouldBe((true, true));
        Find(matter.Supervision, "2026-04-03").ShouldBeRefusedAs("not-followed-found-before");
        Account(matter.Supervision, "2026-04-03", statement: null).ShouldBeRefusedUnder("HNI-12", "accountability-needs-statement");
        Account(matter.Supervision, "2026-04-03", whom: "").ShouldBeRefusedUnder("HNI-12", "accountability-needs-whom");
        Bulletin(matter.Supervision, "2026-04-03", number: "").ShouldBeRefusedUnder("HNI-12", "bulletin-needs-number");
        Bulletin(matter.Supervision, "2026-04-03", content: "").ShouldBeRefusedUnder("HNI-12", "bulletin-needs-content");
        matter.Do(s => Account(s.Supervision, "2026-04-03"), "2026-04-03");
        (matter.Open("bulletin-not-followed"), matter.Open("accountability-not-followed")).ShouldBe((true, false));
        Account(matter.Supervision, "2026-04-03").ShouldBeRefusedUnder("HNI-12", "accountability-before-not-followed");
        matter.Do(s => Bulletin(s.Supervision, "2026-04-04"), "2026-04-04").Last.OfType<SupervisionBulletinIssued>().Single().Breached.ShouldNotBeEmpty();
        matter.Open("bulletin-not-followed").ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "HNI-12 accepted")]
    [Trait("Clause", "HNI-13 accepted")]
    public void Closing_ends_neither_and_both_can_be_done_after_it()
    {
        var matter = NotFollowed().Do(s => TakingOver.Elevate(s.Supervision, "（2026）琼执提1号", "拒不落实", High, ClosingTests.Ruled("2026-04-03")), "2026-04-03");
        ClosingTests.Close(matter, "2", "2026-04-04");
        matter.Supervision.IsOpen.ShouldBeFalse();
        matter.Supervision.Obligations.Where(o => o.IsOpen).Select(o => o.Rule.Kind).ShouldBe(["bulletin-not-followed", "accountability-not-followed"], ignoreOrder: true);
        matter.Do(s => Bulletin(s.Supervision, "2026-04-05"), "2026-04-05").Do(s => Account(s.Supervision, "2026-04-05"), "2026-04-05");
        matter.Supervision.Obligations.ShouldAllBe(o => !o.IsOpen);
        Bulletin(matter.Supervision, "2026-04-06").ShouldBeRefusedAs("supervision-over");
    }

    [Fact]
    [Trait("Clause", "HNI-13 refused")]
    public void A_supervision_that_was_opened_by_mistake_owes_neither()
    {
        var matter = Opened().Do(s => Closing.Void(s.Supervision, High.Number, "重复登记"), "2026-03-03");
        Bulletin(matter.Supervision, "2026-03-04").ShouldBeRefusedAs("supervision-over");
        Account(matter.Supervision, "2026-03-04").ShouldBeRefusedAs("supervision-over");
    }

    [Fact]
    [Trait("Clause", "HNP-23 accepted")]
    [Trait("Clause", "HNP-23 refused")]
    public void A_bulletin_may_follow_where_an_urging_letter_brought_neither_report_nor_explanation()
    {
        var matter = Lettered().Named().Until("2026-04-01").Do(s => Press(s.Supervision, "2026-04-01"), "2026-04-01");
        Bulletin(matter.Supervision, "2026-04-15").ShouldBeRefusedUnder("HNP-23", "bulletin-before-urging");
        matter.Do(s => Bulletin(s.Supervision, "2026-04-16"), "2026-04-16").Supervision.Bulletins.ShouldHaveSingleItem().On.ShouldBe(On("2026-04-16"));
        matter.Last.OfType<SupervisionBulletinIssued>().Single().Breached.ShouldBe([.. matter.Owed("report").Concat(matter.Owed("explain-delay")).Select(o => o.No).Order()]);
    }

    [Fact]
    [Trait("Clause", "SPC16-5(4) accepted")]
    [Trait("Clause", "SPC16-5(4) refused")]
    public void Leaders_are_admonished_where_an_opinion_is_not_followed_or_something_lags_for_long()
    {
        var late = Lettered().Named();
        Admonish(late.Supervision, "2026-09-15").ShouldBeRefusedUnder("SPC16-5(4)", "admonish-no-ground");
        Pressing.NobodyToAdmonish(late.Supervision, High.Number, Lag, On("2026-09-15")).ShouldNotBeNull();
        Admonish(late.Supervision, "2026-09-16").ShouldBeOfType<Decision<object>.Done>("180 days after 2026-03-20");

        var matter = Opinionated();
        Admonish(matter.Supervision, "2026-03-31").ShouldBeRefusedUnder("SPC16-5(4)", "admonish-no-ground");
        Admonish(matter.Supervision, "2026-04-01", to: Mid).ShouldBeRefusedUnder("SPC16-5(4)", "admonish-no-ground");
        Admonish(matter.Supervision, "2026-04-01", met: " ").ShouldBeRefusedUnder("SPC16-5(4)", "admonish-needs-persons");
        Admonish(matter.Supervision, "2026-04-01", demands: null).ShouldBeRefusedUnder("SPC16-5(4)", "admonish-needs-demands");
        Admonish(matter.Supervision, "2026-04-01", due: null).ShouldBeRefusedUnder("SPC16-5(4)", "admonish-needs-date");
        Admonish(matter.Supervision, "2026-04-01", due: "2026-03-31").ShouldBeRefusedFor("due", "urging-due-past");
        matter.Do(s => Admonish(s.Supervision, "2026-04-01", due: "2026-04-20"), "2026-04-01");
        matter.Last.OfType<SupervisionAdmonished>().Single().Breached.ShouldBe([.. matter.Owed("follow-opinion").Select(o => o.No)]);
        var owed = matter.Supervision.Obligations.Single(o => o.Rule.FulfilledBy.Contains("supervision.rectification-reported"));
        (owed.Opened.Court, owed.Due).ShouldBe((Basic.Number, On("2026-04-20")));
        Pressing.Rectify(matter.Supervision, 1, Mid.Number, "已扣划", "报告", Reporter).ShouldBeRefusedAs("admonition-not-yours");
        Pressing.Rectify(matter.Supervision, 1, Basic.Number, "", "报告", Reporter).ShouldBeRefusedUnder("SPC16-5(4)", "rectify-needs-content");
        matter.Do(s => Pressing.Rectify(s.Supervision, 1, Basic.Number, "已扣划", "报告", Reporter), "2026-04-20");
        matter.Supervision.Obligations.Single(o => o.No == owed.No).State.ShouldBe(new ObligationState.Fulfilled(On("2026-04-20")));
        Pressing.NothingToRectify(matter.Supervision, Basic.Number).ShouldNotBeNull();
    }
}

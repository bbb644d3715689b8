using Zhixin.Courts;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>One court leads (HNI-2): what is its own, what belongs to whoever sent a letter, and that pressing one's own people is no lead.</summary>
public sealed class LeadingTests
{
    [Fact]
    [Trait("Clause", "HNI-2 refused")]
    public void The_acts_of_the_lead_are_of_no_other_superior_and_those_about_a_letter_are_of_whoever_sent_it()
    {
        var s = Lettered().Supervision;
        string[] leads = ["review-supervision", "name-reviewer", "name-accused", "write-review-opinion", "flag-error", "record-instruction", "propose-listing", "approve-listing", "list-on-instruction",
            "use-supervision-means", "make-joint-plan", "change-supervision-mode", "close-supervision", "consent-supervision-close", "find-settled", "supervise-again", "void-supervision", "merge-supervision",
            "tell-supervision", "issue-supervision-letter", "issue-review-letter", "dispatch-direct", "dispatch-with-result", "draft-report-up"];
        foreach (var act in leads)
        {
            Matter.Authority.RowsOf(act).ShouldNotBeEmpty(act);
            (Leading.Against(s, Mid.Number, act, Matter.Authority.RowsOf(act))?.Message, Leading.Against(s, High.Number, act, Matter.Authority.RowsOf(act))).ShouldBe(("supervision-not-lead", null), act);
        }

        foreach (var act in new[] { "issue-child-letter", "dispatch-hand-down", "judge-report", "urge", "issue-opinion", "bulletin", "open-accountability", "designate", "report-supervision", "fix-six-elements" })
        {
            Leading.Against(s, Mid.Number, act, Matter.Authority.RowsOf(act)).ShouldBeNull(act);
        }
    }

    [Fact]
    [Trait("Clause", "HNI-2 refused")]
    public void Who_gave_no_opinion_and_sent_no_letter_issues_no_bulletin_and_forms_no_panel()
    {
        var matter = NotFollowed();
        Pressing.Bulletin(matter.Supervision, Mid.Number, "海中执通1号", "通报", On("2026-04-03")).ShouldBeRefusedUnder("HNI-2", "supervision-not-lead");
        Pressing.OpenAccountability(matter.Supervision, Mid.Number, "承办人", "拒不落实", "已陈述", "决定", On("2026-04-03")).ShouldBeRefusedUnder("HNI-2", "supervision-not-lead");
        Reviewing.FormPanel(Opened().Supervision, [Middle, Middle, Middle], Mid.Number).ShouldBeRefusedUnder("HNI-2", "supervision-not-lead");
    }

    [Fact]
    [Trait("Clause", "HNI-12 accepted")]
    [Trait("Clause", "HNI-12 refused")]
    public void A_bulletin_settles_what_is_owed_for_the_opinions_of_the_court_that_issues_it_and_nothing_else()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown).Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid, due: "2026-04-20"), "2026-03-02").Named()
            .Do(s => Letter(s.Supervision, LetterKind.HandDown, from: Mid, due: "2026-03-20"), "2026-03-02").Named(2)
            .Do(s => Report(s.Supervision, 2), "2026-03-10").Do(s => Judging.FindImproper(s.Supervision, 2, Mid.Number, "没有扣划"), "2026-03-11")
            .Do(s => Opining.Give(s.Supervision, Mid.Number, new GiveOpinion(2, "依法扣划", "有财产", On("2026-03-31"), On("2026-03-12"), new Actors(Middle.Id, null))), "2026-03-12")
            .Do(s => Pressing.DecideUrging(s.Supervision, new Urge(2, 1, null, "请落实"), Mid.Number, List("HNP", "overdue-means"), On("2026-04-01")), "2026-04-01")
            .Do(s => Pressing.FindUnfollowed(s.Supervision, 1, Mid.Number, "仍未落实", On("2026-04-02")), "2026-04-02");
        matter.The("bulletin-not-followed").Opened.Court.ShouldBe(Mid.Number);
        Pressing.Bulletin(matter.Supervision, High.Number, "琼执通1号", "通报", On("2026-04-03")).ShouldBeRefusedUnder("HNP-23", "bulletin-before-urging");
        Pressing.OpenAccountability(matter.Supervision, High.Number, "承办人", "拒不落实", "已陈述", "决定", On("2026-04-03")).ShouldBeRefusedUnder("HNI-12", "accountability-before-not-followed");
        matter.Do(s => Pressing.Bulletin(s.Supervision, Mid.Number, "海中执通1号", "通报", On("2026-04-03")), "2026-04-03");
        (matter.Open("bulletin-not-followed"), matter.Open("accountability-not-followed")).ShouldBe((false, true));
    }

    [Fact]
    [Trait("Clause", "GC21-5(4) accepted")]
    [Trait("Clause", "GC21-5(4) refused")]
    public void Pressing_ones_own_people_is_asked_everything_but_who_leads_and_begins_once()
    {
        var home = Matter.Home;
        var number = new CaseNumber(2025, home.Code!, home, "执", 7);
        var key = Matter.Received("2026-03-02", caseNumber: number.Text);
        key.Do(LifeCycle.Prioritise(key.Petition, Zhixin.Petitions.Priority.Key, "涉众"), "2026-03-02");
        Open(home, number, key.Petition).ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>();
        Why(Open(home, number, key.Petition, new RunningSupervision(home.Number, Guid.Empty, "2026-鲁0117-0001", home.Name))).ShouldBeOfType<Refusal.Law>().Message.ShouldBe("supervision-internal-runs");
        Why(Open(home, number with { Sequence = 8 }, key.Petition)).ShouldBeOfType<Refusal.Input>().Message.ShouldBe("supervision-other-case");
        key.Do(Zhixin.Petitions.Acts.Barring.Exclude(key.Petition, "bankruptcy", "裁定", "已告知", List("SPC16", "exclusion-grounds")), "2026-03-03");
        Why(Open(home, number, key.Petition)).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("SPC16-8(1)");
    }

    [Fact]
    [Trait("Clause", "HNI-2 accepted")]
    [Trait("Clause", "HNI-2 refused")]
    public void Nobody_has_two_dates_for_one_report()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown).Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid, due: "2026-04-20"), "2026-03-02")
            .Do(s => Letter(s.Supervision, LetterKind.HandDown, from: Mid, due: "2026-03-31"), "2026-03-02");
        Letter(matter.Supervision, due: "2026-03-20").ShouldBeRefusedUnder("HNI-2", "letter-second-date");
        Letter(matter.Supervision, due: "2026-03-31").ShouldBeRefusedUnder("HNI-2", "letter-second-date");
        Letter(matter.Supervision, due: "2026-04-30", today: "2026-03-31").ShouldBeRefusedUnder("HNI-2", "letter-second-date");
        Letter(matter.Supervision, due: "2026-04-30", today: "2026-04-01").ShouldBeOfType<Decision<object>.Done>("what was let pass is no date any more");
        matter.Named(2).Do(s => Report(s.Supervision, 2), "2026-03-10");
        Letter(matter.Supervision, due: "2026-03-20", today: "2026-03-10").ShouldBeOfType<Decision<object>.Done>("it has reported");
    }

    [Fact]
    [Trait("Clause", "HNI-2 accepted")]
    public void A_letter_beside_the_lead_hangs_under_none_and_holds_up_no_report()
    {
        var matter = Reviewed(mode: SupervisionMode.HandDown).Do(s => Letter(s.Supervision, LetterKind.HandDown, to: Mid, due: "2026-04-20"), "2026-03-02").Named()
            .Do(s => Letter(s.Supervision, LetterKind.Child, from: Mid, due: null), "2026-03-03");
        matter.Supervision.Letter(2)!.Issued.Parent.ShouldBeNull();
        matter.Do(s => Reporting.Measure(s.Supervision, 1, Mid.Number, "调卷", "笔录"), "2026-03-04").Do(s => Report(s.Supervision, 1, Mid), "2026-03-05");
        matter.Supervision.Letter(1)!.Pending.ShouldNotBeNull();
    }

    private static Supervised NotFollowed() => PressingTests.Opinionated().Do(s => PressingTests.Urge(s.Supervision, "2026-04-01", opinion: 1), "2026-04-01")
        .Do(s => Pressing.FindUnfollowed(s.Supervision, 1, High.Number, "仍未落实", On("2026-04-02")), "2026-04-02");

    private static Refusal Why(Decision<SupervisionMaterialReceived> decision) => decision.ShouldBeOfType<Decision<SupervisionMaterialReceived>.Refused>().Why;

    private static Decision<SupervisionMaterialReceived> Open(Court by, CaseNumber number, Zhixin.Petitions.Petition on, RunningSupervision? running = null) => Opening.Decide(
        new OpenSupervision(by, number, on, "9", null, "长期不执行", [], null),
        new OpeningRules(Superiors, List("HNP", "sources"), List("HNP", "panel-conditions"), List("SPC16", "exclusion-grounds"), running, On("2026-03-02")));
}

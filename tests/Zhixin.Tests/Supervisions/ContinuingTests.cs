using Zhixin.Courts;
using Zhixin.Papers;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>Enforcement and its clocks go on while a court is supervised (HNI-8); a court presses its own people in key petitions (GC21-5(4)).</summary>
public sealed class ContinuingTests
{
    private static readonly string[] Below = ["supervision.", "hand-down.", "platform-item.", "accountability."];

    [Fact]
    [Trait("Clause", "HNI-8 accepted")]
    public void No_fact_of_a_supervision_settles_or_ends_a_clock_of_a_petition_and_none_of_a_petition_one_of_a_supervision()
    {
        var rules = Matter.Packs.SelectMany(p => p.Rules).ToList();
        var petitions = rules.Where(r => r.OpensOn.All(o => !Below.Any(b => o.Event.StartsWith(b, StringComparison.Ordinal)))).ToList();
        petitions.Count.ShouldBeGreaterThan(30);
        petitions.Where(r => r.FulfilledBy.Concat(r.EndedBy).Any(e => e.StartsWith("supervision.", StringComparison.Ordinal))).Select(r => r.Kind).ShouldBeEmpty();
        var supervisions = rules.Where(r => r.OpensOn.Any(o => o.Event.StartsWith("supervision.", StringComparison.Ordinal))).ToList();
        supervisions.Count.ShouldBeGreaterThan(20);
        supervisions.Where(r => r.FulfilledBy.Concat(r.EndedBy).Any(e => e.StartsWith("petition.", StringComparison.Ordinal))).Select(r => r.Kind).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "HNI-8 refused")]
    public void Being_supervised_is_no_ground_on_which_days_are_left_out()
    {
        Matter.Packs.SelectMany(p => p.Rules).SelectMany(r => r.Exclusions).ShouldNotContain("supervision");
        var matter = TimeKeepingTests.Excludable("2026-03-02");
        TimeKeeping.Ask(
            matter.Petition, new AskExclusion(matter.The("reply").No, On("2026-03-03"), On("2026-03-06"), "supervision", "督办函", "上级督办", new Actors(Matter.Id(1), null)), On("2026-03-20"))
            .ShouldBeRefusedUnder("GC21-13", "exclusion-ground-not-listed");
    }

    [Fact]
    [Trait("Clause", "HNI-8 accepted")]
    public void A_second_superiors_letter_stands_beside_the_first_and_moves_no_date()
    {
        var matter = Lettered();
        var before = matter.Supervision.Obligations;
        matter.Do(s => Letter(s.Supervision, LetterKind.Child, from: Mid, due: null), "2026-03-03");
        matter.Supervision.Letters.Count.ShouldBe(2);
        matter.Supervision.Obligations.Select(o => (o.No, o.Due, o.IsOpen)).ShouldBe(before.Select(o => (o.No, o.Due, o.IsOpen)));
    }

    [Fact]
    public void The_paper_of_a_letter_that_is_withdrawn_counts_no_more_and_the_others_do()
    {
        static PaperIssued Paper(int no, string kind, int item) => new(no, kind, item, $"（2026）琼督函{no}号", High.Number, "督函", 2026, no, 1, new string('0', 64), new string('1', 64));
        var matter = Lettered().Do(new object[] { Paper(1, SupervisionPapers.Letter, 1) }, "2026-03-02").Do(new object[] { Paper(2, SupervisionPapers.Report, 1) }, "2026-03-03")
            .Do(new object[] { new SupervisionLetterWithdrawn(1, "发错法院") }, "2026-03-04");
        matter.Supervision.Papers.Select(p => p.VoidedBecause).ShouldBe(["发错法院", null]);
    }

    [Fact]
    [Trait("Clause", "GC21-5(4) accepted")]
    public void A_key_petition_of_the_own_court_is_supervised_inside_it_like_by_a_superior()
    {
        var home = Matter.Home;
        var number = new CaseNumber(2025, home.Code!, home, "执", 7);
        var petition = Matter.Received("2026-03-02", caseNumber: number.Text);
        Open(home, number, petition.Petition).ShouldBeOfType<Decision<SupervisionMaterialReceived>.Refused>().Why.Message.ShouldBe("supervision-internal-not-key");
        petition.Do(LifeCycle.Prioritise(petition.Petition, Priority.Key, "涉众"), "2026-03-02");
        var material = Open(home, number, petition.Petition).ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>().Events.ShouldHaveSingleItem();
        (material.Court, material.Enforcing, material.Subject.Petition).ShouldBe((home.Number, home.Number, petition.Petition.Id.Id));
    }

    private static Decision<SupervisionMaterialReceived> Open(Court by, CaseNumber number, Petition on) => Opening.Decide(
        new OpenSupervision(by, number, on, "9", null, "长期不执行", [], null),
        new OpeningRules(Superiors, List("HNP", "sources"), List("HNP", "panel-conditions"), List("SPC16", "exclusion-grounds"), null, On("2026-03-02")));
}

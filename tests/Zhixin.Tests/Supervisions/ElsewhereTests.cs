using Zhixin.Regulations;
using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>Where no instrument of Hainan is in force: letters and opinions have their dates all the same, and who lets them pass is pressed and admonished (SPC16-5(4)).</summary>
public sealed class ElsewhereTests
{
    [Fact]
    [Trait("Clause", "SPC16-5(4) accepted")]
    public void The_date_of_a_letter_runs_and_who_lags_for_long_is_urged_and_admonished()
    {
        var matter = Sent();
        (matter.The("supervised-report").Due, matter.The("supervised-report").Person, matter.Owed("report").Count).ShouldBe((On("2026-03-20"), Below.Id, 0));
        PressingTests.Urge(matter.Supervision, "2026-03-20").ShouldBeRefusedUnder("HNI-9", "urge-not-overdue");
        matter.Do(s => PressingTests.Urge(s.Supervision, "2026-03-21"), "2026-03-21");
        Admonish(matter.Supervision, "2026-09-15").ShouldBeRefusedUnder("SPC16-5(4)", "admonish-no-ground");
        Admonish(matter.Supervision, "2026-09-16").ShouldBeOfType<Decision<object>.Done>();
        matter.Do(s => Report(s.Supervision), "2026-09-17").The("supervised-report").IsOpen.ShouldBeFalse();
    }

    [Fact]
    [Trait("Clause", "SPC16-5(4) accepted")]
    public void An_opinion_that_is_not_followed_by_its_date_is_ground_enough()
    {
        var matter = Opinionated();
        matter.The("supervised-opinion").Due.ShouldBe(On("2026-03-31"));
        Admonish(matter.Supervision, "2026-03-31").ShouldBeRefusedUnder("SPC16-5(4)", "admonish-no-ground");
        matter.Do(s => Admonish(s.Supervision, "2026-04-01"), "2026-04-01").Do(s => PressingTests.Urge(s.Supervision, "2026-04-01", opinion: 1), "2026-04-01");
        matter.Do(s => Pressing.FindUnfollowed(s.Supervision, 1, High.Number, "仍未落实", On("2026-04-02")), "2026-04-02");
        matter.Do(s => Opining.Comply(s.Supervision, 1, Basic.Number, "已照办", "材料", Reporter), "2026-04-03").Open("supervised-opinion").ShouldBeFalse();
    }

    [Fact]
    public void Where_the_instruments_of_Hainan_are_in_force_theirs_take_its_place()
    {
        Lettered().Supervision.Obligations.ShouldNotContain(o => o.Rule.Kind == "supervised-report");
        PressingTests.Opinionated().Supervision.Obligations.ShouldNotContain(o => o.Rule.Kind == "supervised-opinion");
    }

    [Fact]
    public void A_letter_that_awaits_no_report_begins_no_clock_of_a_report() => Opened(hainan: false).Do(s => Review(s.Supervision, mode: SupervisionMode.DirectTransfer, ground: null), "2026-03-02")
        .Do(s => Letter(s.Supervision, LetterKind.DirectTransfer, due: null), "2026-03-02").Supervision.Obligations.ShouldBeEmpty();

    [Fact]
    public void No_panel_and_no_instruction_is_needed_where_nothing_asks_for_them()
    {
        var matter = Opened(hainan: false, flags: "major");
        Reviewing.NotReviewable(matter.Supervision, hainan: true).ShouldNotBeNull().Message.ShouldBe("supervision-needs-panel");
        Reviewing.NotReviewable(matter.Supervision, hainan: false).ShouldBeNull();
        Reviewing.Decide(
            matter.Supervision, new ReviewMaterial(true, "1", null, SupervisionMode.TransferWithResult, "超期未执结", null, Above), new ReviewRules(List("HNI", "grounds"), null, On("2026-03-02")))
            .ShouldBeOfType<Decision<object>.Done>().Events.OfType<SupervisionAccepted>().Single().InstructedOn.ShouldBeNull();
    }

    [Theory]
    [InlineData("HNI-9", "SPC16-5(4)")]
    [InlineData("HNI-3(1)", "SPC16-3(2)")]
    [InlineData("HNI-15(2)", "SPC16-3(2)")]
    [InlineData("HNP-23", "SPC16-5(4)")]
    [InlineData("HNP-17", "SPC16-5(1)")]
    [InlineData("HNP-12", "SPC16-3(2)")]
    [InlineData("HNP-16", "HNP-16")]
    [InlineData("GC21-9", "GC21-9")]
    [InlineData("SPC16-8(1)", "SPC16-8(1)")]
    public void A_refusal_names_a_clause_that_is_in_force_where_somebody_acts(string clause, string elsewhere)
    {
        var list = List("SPC16", Citing.Elsewhere);
        Clause(_ => false, list).ShouldBe(elsewhere);
        Clause(_ => true, list).ShouldBe(clause);
        Clause(_ => false, null).ShouldBe(clause, "nobody says what stands in its place");
        Citing.InForce(new Refusal.Authority("urge", "authority.post", "催报", Array.Empty<string>(), new[] { clause }, null), _ => false, list).Arguments[2].ShouldBe(new[] { elsewhere });
        Citing.InForce(new Refusal.State("supervision-over"), _ => false, list).ShouldBe(new Refusal.State("supervision-over"));

        string Clause(Func<string, bool> binds, CodeList? instead) => Citing.InForce(new Refusal.Law(clause, "urge-not-overdue"), binds, instead).ShouldBeOfType<Refusal.Law>().Clause;
    }

    private static Supervised Sent() => Opened(hainan: false).Do(s => Review(s.Supervision), "2026-03-02").Do(s => Letter(s.Supervision), "2026-03-02").Named();

    private static Supervised Opinionated() => Sent().Do(s => Report(s.Supervision), "2026-03-10").Do(s => Judging.FindImproper(s.Supervision, 1, High.Number, "没有扣划"), "2026-03-11")
        .Do(s => Opining.Give(s.Supervision, High.Number, new GiveOpinion(1, "依法扣划", "有财产可供执行", On("2026-03-31"), On("2026-03-12"), Above)), "2026-03-12");

    private static Decision<object> Admonish(Zhixin.Supervisions.Supervision s, string on) =>
        Pressing.DecideAdmonition(s, new Admonish(Basic.Number, "分管副院长", "长期不办", "限期扣划", On("2026-12-31")), High.Number, 180, On(on));
}

using Zhixin.Supervisions;
using Zhixin.Supervisions.Acts;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Supervisions.Supervised;

namespace Zhixin.Tests.Supervisions;

/// <summary>Whom the matter accuses is named for nothing, also where that came out later (GC21-5(1)); and what bars superiors later bars them here too.</summary>
public sealed class NamingTests
{
    private static readonly (Guid Id, string Name)[] Found = [(Below.Id, Below.Name)];

    [Fact]
    [Trait("Clause", "GC21-5(1) accepted")]
    public void Who_is_accused_later_loses_what_he_has_in_hand_and_the_unit_owes_it()
    {
        var matter = Lettered().Named().Do(s => Reviewing.Name(s.Supervision, Reviewer, High.Number), "2026-03-03");
        matter.The("report").Person.ShouldBe(Below.Id);
        matter.Do(s => Naming.Accuse(s.Supervision, [Below.Name, Reviewer.Name], [.. Found, (Reviewer.Id, Reviewer.Name)], "来信第 2 页"), "2026-03-04");
        var s = matter.Supervision;
        (s.Reviewer, s.Letter(1)!.Named).ShouldBe((null, null));
        s.Material.Accused.ShouldBe([Below.Id, Reviewer.Id]);
        matter.The("report").Person.ShouldBeNull();
        Naming.Follow(s, [Below.Id]).ShouldBeEmpty("he was barred before");
        Naming.Follow(s, [Below.Id, Second.Id]).ShouldHaveSingleItem().ShouldBeOfType<SupervisionAccusedNamed>().Accused.ShouldBe([Second.Id]);
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public void He_is_named_neither_handler_nor_reviewer_nor_for_a_panel()
    {
        var matter = Lettered().Do(s => Naming.Accuse(s.Supervision, [Below.Name], [.. Found, (Third.Id, Third.Name)], "来信"), "2026-03-03");
        Reporting.Name(matter.Supervision, 1, Basic.Number, Below, null).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
        Reviewing.Name(matter.Supervision, Third, High.Number).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
        var major = Opened(flags: "major").Do(s => Naming.Accuse(s.Supervision, [Third.Name], [(Third.Id, Third.Name)], "来信"), "2026-03-02");
        Reviewing.FormPanel(major.Supervision, [Reviewer, Second, Third], High.Number).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
        Reviewing.FormPanel(major.Supervision, [Reviewer, Second, Fourth with { Posts = ["system-administrator"] }], High.Number).ShouldBeRefusedFor("members", "handler-not-in-post");
        var asked = PressingTests.Opinionated().Do(s => Opining.Ask(
            s.Supervision, Basic.Number, new SupervisionReconsiderationAsked(1, On("2026-03-13"), "有误", "提请书", Below.Id, null), On("2026-03-13")), "2026-03-13")
            .Do(s => Naming.Accuse(s.Supervision, [Sixth.Name], [(Sixth.Id, Sixth.Name)], "来信"), "2026-03-13");
        Opining.FormPanel(asked.Supervision, 1, High.Number, [Fourth, Fifth, Sixth], ["handler"], null).ShouldBeRefusedUnder("GC21-5(1)", "assign-accused");
    }

    [Fact]
    [Trait("Clause", "GC21-5(1) refused")]
    public void A_name_is_somebodys_and_has_a_ground()
    {
        var s = Opened().Supervision;
        Naming.Accuse(s, [], [], "来信").ShouldBeRefusedFor("accused", "supervision-needs-accused");
        Naming.Accuse(s, [Below.Name, "无此人"], Found, "来信").ShouldBeRefusedFor("accused", "supervision-accused-unknown");
        Naming.Accuse(s, [Below.Name], Found, " ").ShouldBeRefusedUnder("GC21-5(1)", "supervision-accused-needs-reason");
        var named = Opened().Do(m => Naming.Accuse(m.Supervision, [Below.Name], Found, "来信"), "2026-03-02").Supervision;
        Naming.Accuse(named, [Below.Name], Found, "来信").ShouldBeRefusedAs("supervision-accused-before");
        var opened = Opening.Decide(
            new OpenSupervision(High, Supervised.Case, null, "9", null, "长期不执行", [], null) { Names = [Below.Name], Accused = Found },
            new OpeningRules(Superiors, List("HNP", "sources"), List("HNP", "panel-conditions"), List("SPC16", "exclusion-grounds"), null, On("2026-03-02")));
        opened.ShouldBeOfType<Decision<SupervisionMaterialReceived>.Done>().Events.ShouldHaveSingleItem().Accused.ShouldBe([Below.Id]);
    }

    [Fact]
    [Trait("Clause", "SPC16-8(1) refused")]
    public void What_bars_superiors_in_the_petition_bars_what_asks_something_new_and_leaves_judging_and_closing()
    {
        var petition = Matter.Received("2026-03-02");
        var bars = List("SPC16", "exclusion-grounds");
        Barring.Of(petition.Petition, bars).ShouldBeNull();
        Barring.Of(null, bars).ShouldBeNull("a case alone has no petition");
        petition.Do(Zhixin.Petitions.Acts.Barring.Exclude(petition.Petition, "bankruptcy", "裁定", "已告知", bars), "2026-03-03");
        Barring.Of(petition.Petition, bars)!.Clause.ShouldBe("SPC16-8(1)");
        foreach (var act in new[] { "issue-opinion", "urge", "issue-urging-letter", "issue-enforcement-order", "supervise-again", "designate", "elevate", "propose-listing", "approve-listing", "list-on-instruction" })
        {
            (Barring.Asks(act), Matter.Authority.RowsOf(act).Count > 0).ShouldBe((true, true), act);
        }

        foreach (var act in new[] { "judge-report", "close-supervision", "tell-supervision", "decide-new-date", "bulletin" })
        {
            Barring.Asks(act).ShouldBeFalse(act);
        }
    }

    [Theory]
    [InlineData("2026-04-03", true)]
    [InlineData("2026-04-02", false)]
    [Trait("Clause", "HNP-21 refused")]
    public void A_new_date_is_not_granted_where_it_is_over(string due, bool granted)
    {
        var matter = Lettered().Named().Do(s => Reporting.AskNewDate(
            s.Supervision, Basic.Number, new SupervisionPreExpiryReported(1, "下落不明", "查找", On("2026-04-02"), "报告", Below.Id, null), On("2026-03-19")), "2026-03-19");
        var decision = Reporting.DecideNewDate(matter.Supervision, 1, High.Number, true, On(due), "同意", On("2026-04-03"), Other);
        if (granted)
        {
            matter.Do(decision, "2026-04-03").Supervision.Letter(1)!.DueOn.ShouldBe(On(due));
        }
        else
        {
            decision.ShouldBeRefusedFor("due", "new-date-over");
        }
    }
}

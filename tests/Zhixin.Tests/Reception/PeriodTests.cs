using Zhixin.History;
using Zhixin.Obligations;
using Zhixin.Reception;
using Zhixin.Regulations;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Reception;

/// <summary>The days of a court: what is owed of each, and the bulletin that fulfils it (JZ21-3.1).</summary>
public sealed class PeriodTests
{
    private static readonly int Jiaozuo = Directory.Named("河南省焦作市中级人民法院").Number;

    [Theory]
    [InlineData("2026-02-12")]
    [InlineData("2026-02-17")] // Spring Festival: the text says every day.
    [InlineData("2026-03-01")] // A Sunday.
    public void An_intermediate_court_under_the_rule_owes_the_bulletin_of_every_day_on_that_day(string day)
    {
        var (period, facts) = Begun(day);
        var owed = period.Obligations.ShouldHaveSingleItem();
        (owed.Rule.Kind, owed.Rule.Clause, owed.Due, owed.Unit, owed.Person).ShouldBe(("daily-entry-bulletin", "JZ21-3.1", On(day), "bureau", null));
        (owed.IsBreached(On(day)), owed.IsBreached(On(day).AddDays(1))).ShouldBe((false, true));
        Period.Fold(period.Id, facts).Obligations.Count.ShouldBe(1);
    }

    [Fact]
    public void Another_level_owes_nothing_of_the_day()
    {
        var id = Period.Of(Jiaozuo, On("2026-02-12"));
        Period.Tell(null, id, [new DatedFact(new PeriodDayBegan("basic"), On("2026-02-12"))], Setting("2026-02-12")).After.Obligations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-02-12", false)]
    [InlineData("2026-02-13", true)]
    public void The_bulletin_fulfils_it_and_the_next_day_is_too_late(string issued, bool late)
    {
        var (period, facts) = Begun("2026-02-12");
        var (after, more) = Period.Tell(period, period.Id, [new DatedFact(new BulletinDailyIssued("2026-豫08-通0001", [], null), On(issued))], Setting(issued));
        (after.Obligations[0].State, after.Obligations[0].IsBreached(On("2026-03-01"))).ShouldBe((new ObligationState.Fulfilled(On(issued)), late));
        (after.Bulletin!.On, after.Version).ShouldBe((On(issued), facts.Count + more.Count));
        Period.Fold(period.Id, facts.Concat(more)).Bulletin!.Facts.Number.ShouldBe("2026-豫08-通0001");
    }

    [Fact]
    public void The_stream_of_a_day_follows_from_court_and_day_alone()
    {
        var id = Period.Of(Jiaozuo, On("2026-02-12"));
        Period.Of(Jiaozuo, On("2026-02-12")).ShouldBe(id);
        new[] { Period.Of(Jiaozuo, On("2026-02-13")), Period.Of(Jiaozuo + 1, On("2026-02-12")) }.ShouldNotContain(id);
        (id.Id.Version, id.MadeAt, id.Home).ShouldBe((7, new DateTimeOffset(2026, 2, 12, 0, 0, 0, TimeSpan.Zero), Jiaozuo));
    }

    [Fact]
    public void A_history_that_does_not_begin_with_its_beginning_is_none()
    {
        var id = Period.Of(Jiaozuo, On("2026-02-12"));
        Should.Throw<InvalidDataException>(() => Period.Fold(id, []));
        Should.Throw<InvalidDataException>(() => Period.Fold(id, [new DatedFact(new BulletinDailyIssued("n", [], null), On("2026-02-12"))]));
        var (_, facts) = Begun("2026-02-12");
        Should.Throw<InvalidDataException>(() => Period.Fold(id, [.. facts, new DatedFact(new PeriodDayBegan("intermediate"), On("2026-02-12"))]));
    }

    [Fact]
    public void A_bulletin_names_every_court_is_issued_once_and_not_before_its_day()
    {
        IReadOnlyList<(int, string)> under = [(1, "中院"), (2, "解放法院"), (3, "山阳法院")];
        static EntryFigures Of(int court) => new(court, string.Empty, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        var (day, all) = (On("2026-02-12"), new[] { Of(1), Of(2), Of(3) });

        var done = Issuing.Decide(day, day, null, under, all, " 及时录入 ").ShouldBeOfType<Decision<BulletinDailyIssued>.Done>();
        (done.Events[0].Remarks, done.Events[0].Courts.Count).ShouldBe(("及时录入", 3));
        Why(Issuing.Decide(day, day, null, under, [Of(1), Of(3)], null)).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("JZ21-3.1");
        Why(Issuing.Decide(day, day, null, under, [Of(1), Of(3)], null)).Arguments.ShouldBe(["解放法院"]);
        Why(Issuing.Decide(day, day, "2026-豫08-通0001", under, all, null)).Message.ShouldBe("bulletin-issued");
        Why(Issuing.Decide(day, day.AddDays(-1), null, under, all, null)).Message.ShouldBe("date-in-future");
        Why(Issuing.Decide(day, day, null, [under[0]], all, null)).Message.ShouldBe("bulletin-nobody-under");
    }

    private static Refusal Why(Decision<BulletinDailyIssued> decision) => decision.ShouldBeOfType<Decision<BulletinDailyIssued>.Refused>().Why;

    private static (Period After, IReadOnlyList<DatedFact> Facts) Begun(string day) =>
        Period.Tell(null, Period.Of(Jiaozuo, On(day)), [new DatedFact(new PeriodDayBegan("intermediate"), On(day))], Setting(day));

    private static ClockSetting Setting(string today)
    {
        var pack = Matter.Packs.Single(p => p.Id == "JZ21");
        var rules = new RuleBook([pack], [new Adoption(pack.Id, pack.Version, pack.Hash, Jiaozuo, new DateOnly(2021, 1, 1), null, "本院采用")]);
        return new ClockSetting(rules, Shipped, _ => [Jiaozuo], (_, _) => Jiaozuo, (_, _) => null, On(today));
    }
}

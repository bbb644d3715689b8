using Zhixin.Bulletins;
using Zhixin.Bulletins.Acts;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Petitions.Acts;
using Zhixin.Regulations;
using Zhixin.Tests.Petitions;
using static Zhixin.Tests.Calendar.Days;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Bulletins;

/// <summary>The bulletin of a quarter ranks the courts under the one that issues it: drafted by one, issued by another, read by each.</summary>
public sealed class BulletinTests
{
    private static readonly Court High = Directory.Named("海南省高级人民法院");
    private static readonly Actors Drafter = new(Matter.Id(1), null);
    private static readonly Actors Director = new(Matter.Id(2), null);
    private static readonly (int, string)[] Under = [(11, "一中院"), (12, "二中院"), (13, "三中院")];

    private Bulletin _bulletin = null!;

    [Fact]
    [Trait("Clause", "SPC09-1.3 accepted")]
    [Trait("Clause", "SPC16-5(2) accepted")]
    [Trait("Clause", "HNP-24 accepted")]
    public void Owed_fifteen_days_after_the_quarter_and_fulfilled_by_its_issue()
    {
        End("2026-04-01");
        var owed = _bulletin.Obligations.Where(o => o.Rule.Kind == "periodic-bulletin").ToList();
        owed.ShouldNotBeEmpty();
        owed.ShouldAllBe(o => o.Due == On("2026-04-15") && o.Opened.Court == High.Number);
        _bulletin.Obligations.ShouldContain(o => o.Rule.Kind == "quarterly-bulletin-high");
        Do(BulletinHandling.Draft(_bulletin, High.Number, Under, All, Visits, " 加强包案 ", Drafter), "2026-04-10");
        (_bulletin.Stage, _bulletin.Draft!.Remarks, _bulletin.Approvals.ShouldHaveSingleItem().DecidedOn).ShouldBe(("drafted", "加强包案", null));
        Do(BulletinHandling.Issue(_bulletin, High.Number, Director), "2026-04-15");
        _bulletin.Obligations.ShouldAllBe(o => !o.IsOpen && !o.IsBreached(On("2026-05-01")), "the last day is in time, and one paper is both");
        (_bulletin.Stage, _bulletin.Approvals[0].Agreed).ShouldBe(("issued", true));
        Do(BulletinHandling.Read(_bulletin, 11, Director), "2026-04-16");
        _bulletin.Readers.ShouldHaveSingleItem().Facts.Court.ShouldBe(11);
    }

    [Fact]
    [Trait("Clause", "SPC09-1.3 refused")]
    [Trait("Clause", "SPC16-5(2) refused")]
    [Trait("Clause", "HNP-24 refused")]
    public void What_cannot_be_drafted_issued_or_read()
    {
        End("2026-04-01");
        BulletinHandling.NotBegun(Q1, 0, On("2026-04-01")).ShouldBe(new Refusal.Law("SPC09-1.3", "ranking-nobody-under"));
        BulletinHandling.NotBegun(Q1, 3, On("2026-03-31")).ShouldBeOfType<Refusal.Law>().Message.ShouldBe("ranking-period-runs");
        BulletinHandling.NotBegun(Q1, 3, On("2026-04-01")).ShouldBeNull();
        BulletinHandling.Draft(_bulletin, High.Number, Under, [All[0], All[2]], null, null, Drafter).ShouldBeRefusedUnder("SPC09-1.3", "ranking-leaves-out");
        BulletinHandling.Draft(_bulletin, 11, Under, All, null, null, Drafter).ShouldBeRefusedUnder("SPC09-1.3", "ranking-not-own");
        Why(BulletinHandling.Issue(_bulletin, High.Number, Director)).Message.ShouldBe("ranking-not-drafted");
        Why(BulletinHandling.Read(_bulletin, 11, Director)).Message.ShouldBe("ranking-not-issued");
        Do(Draft(), "2026-04-10");
        Why(Draft()).Message.ShouldBe("ranking-drafted");
        BulletinHandling.Issue(_bulletin, High.Number, Drafter).ShouldBeRefusedUnder("SPC09-1.3", "ranking-own-draft");
        BulletinHandling.Issue(_bulletin, High.Number, new Actors(Matter.Id(3), Drafter.Person)).ShouldBeRefusedUnder("SPC09-1.3", "ranking-own-draft");
        BulletinHandling.Return(_bulletin, High.Number, "重算", Drafter).ShouldBeRefusedUnder("SPC09-1.3", "ranking-own-draft");
        Why(BulletinHandling.Return(_bulletin, High.Number, " ", Director)).Message.ShouldBe("reason-required");
        Do(BulletinHandling.Return(_bulletin, High.Number, "漏了说明", Director), "2026-04-11");
        (_bulletin.Stage, _bulletin.Returned, _bulletin.Approvals[0].Agreed).ShouldBe(("owed", "漏了说明", false));
        Do(Draft(), "2026-04-12");
        Do(BulletinHandling.Issue(_bulletin, High.Number, Director), "2026-04-16");
        _bulletin.Obligations.Where(o => o.Rule.Kind == "periodic-bulletin").ShouldAllBe(o => o.IsBreached(On("2026-05-01")), "a day too late");
        _bulletin.Obligations.ShouldContain(o => o.Rule.Kind == "quarterly-bulletin-high" && o.IsOpen, "a bulletin that says nothing of visits is not the one of HNP-24");
        Why(Draft()).Message.ShouldBe("ranking-issued");
        Why(BulletinHandling.Issue(_bulletin, High.Number, Director)).Message.ShouldBe("ranking-issued");
        BulletinHandling.Read(_bulletin, 99, Director).ShouldBeRefusedUnder("SPC16-5(2)", "ranking-not-named");
        Do(BulletinHandling.Read(_bulletin, 12, Director), "2026-04-16");
        Why(BulletinHandling.Read(_bulletin, 12, Director)).Message.ShouldBe("ranking-read");
    }

    [Fact]
    public void Ranked_by_share_then_by_fewer_broken_clocks_equal_ones_alike_and_who_received_nothing_apart()
    {
        static CourtFigures Of(int court, int received, int settled, int overdue) => new(court, $"{court}", 7, received, settled, 0, overdue, 0, 0, 0);
        Ranking.Of([Of(1, 3, 1, 0), Of(2, 0, 0, 0), Of(3, 6, 2, 0), Of(4, 1, 1, 5), Of(5, 2, 2, 1), Of(6, 3, 1, 2), Of(7, 5, 0, 0)])
            .Select(c => (c.Court, c.Rank)).ShouldBe([(5, 1), (4, 2), (1, 3), (3, 3), (6, 5), (7, 6), (2, null)]);
        Ranking.Of([Of(1, 1_000_000_000, 999_999_999, 0), Of(2, 999_999_999, 999_999_998, 0)]).Select(c => c.Court).ShouldBe([1, 2], "no rounding decides");
        (Ranking.Permille(Of(1, 3, 1, 0)), Ranking.Permille(Of(1, 3, 2, 0)), Ranking.Permille(Of(1, 8, 1, 0)), Ranking.Permille(Of(1, 0, 0, 0))).ShouldBe((333, 667, 125, null));
    }

    [Theory]
    [InlineData("2026-03-31", 3, "2026-01-01", "2026-03-31", "2026年第1季度")]
    [InlineData("2026-04-01", 3, "2026-04-01", "2026-06-30", "2026年第2季度")]
    [InlineData("2024-02-29", 1, "2024-02-01", "2024-02-29", "2024年2月")]
    [InlineData("2026-12-31", 12, "2026-01-01", "2026-12-31", "2026年")]
    [InlineData("2026-07-01", 6, "2026-07-01", "2026-12-31", "2026年7月至12月")]
    [InlineData("2026-12-01", 5, "2026-11-01", "2026-12-31", "2026年11月至12月")]
    public void A_period_has_the_months_of_the_pack_and_ends_with_the_year(string day, int months, string began, string ended, string name)
    {
        var period = BulletinPeriod.Of(On(day), months);
        (period, BulletinPeriod.Name(period.BeganOn, period.EndedOn)).ShouldBe((new BulletinPeriod(On(began), On(ended)), name));
    }

    [Fact]
    public void Periods_that_ended_are_those_before_today()
    {
        BulletinPeriod.Ended(On("2025-12-31"), On("2026-03-31"), 3).Select(p => p.EndedOn).ShouldBe([On("2025-12-31")]);
        BulletinPeriod.Ended(On("2026-01-01"), On("2026-04-01"), 3).Select(p => p.EndedOn).ShouldBe([On("2026-03-31")]);
        BulletinPeriod.Ended(On("2026-04-01"), On("2026-04-01"), 3).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_end_of_a_period_opens_is_what_lists_call_a_bulletin() =>
        Matter.Packs.SelectMany(p => p.Rules).Where(r => r.OpensOn.Any(o => o.Event == "period.quarter-ended")).Select(r => r.Kind).Distinct().Order().ShouldBe(Bulletin.Owing.Order());

    [Fact]
    public void A_history_that_does_not_begin_with_the_end_of_its_period_is_none()
    {
        var id = Bulletin.Of(High.Number, On("2026-03-31"));
        Should.Throw<InvalidDataException>(() => Bulletin.Fold(id, []));
        Should.Throw<InvalidDataException>(() => Bulletin.Fold(id, [new DatedFact(new BulletinReturned("x"), On("2026-04-01"))]));
        var ended = new DatedFact(new PeriodQuarterEnded("high", On("2026-01-01"), On("2026-03-31")), On("2026-03-31"));
        Should.Throw<InvalidDataException>(() => Bulletin.Fold(id, [ended, ended]));
    }

    private static BulletinPeriod Q1 { get; } = new(On("2026-01-01"), On("2026-03-31"));

    private static CourtFigures[] All { get; } = [Figures(11, 4, 3), Figures(12, 0, 0), Figures(13, 2, 2)];

    private static VisitFigures[] Visits { get; } = [new(11, "一中院", 1, 0, 3), new(12, "二中院", 0, 0, 0), new(13, "三中院", 0, 1, 1)];

    private static CourtFigures Figures(int court, int received, int settled) => new(court, Under.Single(u => u.Item1 == court).Item2, null, received, settled, 1, 2, 1, 1, 0);

    private static Refusal Why(Decision<object> decision) => decision.ShouldBeOfType<Decision<object>.Refused>().Why;

    private Decision<object> Draft() => BulletinHandling.Draft(_bulletin, High.Number, Under, All, null, null, Drafter);

    private void Do(Decision<object> decision, string on)
    {
        var done = decision.ShouldBeOfType<Decision<object>.Done>();
        done.Events.ShouldAllBe(f => On(on) >= Bulletin.Since(_bulletin, f));
        (_bulletin, _) = Bulletin.Tell(_bulletin, _bulletin.Id, done.Events.Select(e => new DatedFact(e, On(on))), Setting(on));
    }

    private void End(string today) => (_bulletin, _) = Bulletin.Tell(
        null, Bulletin.Of(High.Number, Q1.EndedOn), [new DatedFact(new PeriodQuarterEnded("high", Q1.BeganOn, Q1.EndedOn), Q1.EndedOn)], Setting(today));

    private static Zhixin.Obligations.ClockSetting Setting(string today) => Bulletin.Setting(High.Number, Rules, Shipped, _ => [High.Number], On(today));

    private static RuleBook Rules { get; } = new(
        [.. Matter.Packs], [.. new[] { "SPC09", "SPC16", "HNP" }.Select(id => Matter.Packs.Single(p => p.Id == id)).Select(p => new Adoption(p.Id, p.Version, p.Hash, High.Number, new DateOnly(2021, 1, 1), null, "本院采用"))]);
}

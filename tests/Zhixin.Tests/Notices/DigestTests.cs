using Zhixin.Notices;
using static Zhixin.Tests.Calendar.Days;
using static Zhixin.Tests.Petitions.Matter;

namespace Zhixin.Tests.Notices;

/// <summary>Once a working day: what became amber since the last digest, and what broke.</summary>
public sealed class DigestTests
{
    private static readonly Staff Handler = new(Id(1), ["handler"]);
    private static readonly Staff Head = new(Id(2), ["petition-unit-head"]);
    private static readonly Staff Director = new(Id(3), ["bureau-director"]);

    [Theory]
    [InlineData(null, "2026-02-12", "0001-01-01", "2026-02-12", "2026-02-23")]
    [InlineData("2026-02-11", "2026-02-12", "2026-02-11", "2026-02-14", "2026-02-23")]
    [InlineData("2026-02-13", "2026-02-14", "2026-02-13", "2026-02-25", "2026-02-25")]
    [InlineData("2026-02-14", "2026-02-24", "2026-02-14", "2026-02-26", "2026-02-26")]
    [InlineData("2026-02-05", "2026-02-24", "2026-02-05", "2026-02-24", "2026-02-26")]
    public void A_digest_tells_of_the_days_since_the_one_before_each_day_once(string? last, string today, string broke, string soonFrom, string soonTo) =>
        Digest.Window(Shipped, last is null ? null : On(last), On(today)).ShouldBe((On(broke), On(soonFrom), On(soonTo)));

    [Fact]
    public void Whatever_days_it_runs_on_every_due_date_becomes_amber_once_and_breaks_once()
    {
        foreach (var skipped in new[] { 0, 1, 3 })
        {
            var (soon, broke) = (new List<DateOnly>(), new List<DateOnly>());
            DateOnly? last = null;
            for (var day = On("2026-01-05"); day <= On("2026-04-30"); day = Shipped.NextWorkday(day))
            {
                if (skipped > 0 && day.DayNumber % (skipped + 1) > 0)
                {
                    continue;
                }

                var window = Digest.Window(Shipped, last, day);
                for (var due = last is null ? day : On("2026-01-05"); due <= window.SoonTo; due = due.AddDays(1))
                {
                    if (due >= window.SoonFrom && due >= day)
                    {
                        soon.Add(due);
                    }

                    if (due >= window.BrokeFrom && due < day)
                    {
                        broke.Add(due);
                    }
                }

                last = day;
            }

            soon.ShouldBeUnique();
            broke.ShouldBeUnique();
            var days = Enumerable.Range(0, 60).Select(i => On("2026-02-01").AddDays(i)).ToList();
            days.Except(broke).ShouldBeEmpty("none is forgotten, whether it ran every day or not");
            if (skipped == 0)
            {
                days.Except(soon).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void A_person_gets_one_message_for_all_clocks_with_how_many_broke_and_how_many_are_amber()
    {
        var clocks = Enumerable.Range(1, 25).Select(i => Clock(i, i <= 3, Handler.Id)).ToList();

        var notice = Digest.Of(7, clocks, [Handler], [], []).ShouldHaveSingleItem();

        (notice.To, notice.Court, notice.Detail.Overdue, notice.Detail.Soon).ShouldBe((new Addressee.Person(Handler.Id), 7, 3, 22));
        notice.Detail.Clocks!.Count.ShouldBe(Digest.Most);
        notice.Detail.Clocks.Select(c => c.Due).ShouldBeInOrder();
    }

    [Fact]
    public void Of_a_breach_the_posts_are_told_that_its_rule_names_beside_who_owes_it_of_amber_who_owes_it_alone()
    {
        Told(Clock(1, broke: true, Handler.Id, ["petition-unit-head"])).ShouldBe([Handler.Id, Head.Id]);
        Told(Clock(1, broke: false, Handler.Id, ["petition-unit-head"])).ShouldBe([Handler.Id]);
    }

    [Fact]
    public void Nobody_accused_is_told_and_where_nobody_else_is_left_the_unit_is()
    {
        Told(Clock(1, broke: true, Handler.Id, ["petition-unit-head"], barred: [Handler.Id])).ShouldBe([Head.Id]);
        Told(Clock(1, broke: true, null, ["petition-unit-head"], barred: [Head.Id])).ShouldBe([null]);
        Told(Clock(1, broke: true, null, ["president"])).ShouldBe([null]);
        Told(Clock(1, broke: false, Id(99), [])).ShouldBe([null], "whoever has left is not told");
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    public void Who_presses_hears_how_many_are_overdue_below_when_one_became_so_and_beside_the_own_clocks()
    {
        var told = Digest.Of(7, [Clock(1, broke: true, Handler.Id)], [Handler, Head, Director], [new OverdueBelow([], 4, 1)], ["petition-unit-head", "bureau-director"]);
        told.Select(n => (n.To, n.Detail.Overdue, n.Detail.Below, n.Detail.BelowNew)).ShouldBe(
            [(new Addressee.Person(Handler.Id), 1, 0, 0), (new Addressee.Person(Head.Id), 0, 4, 1), (new Addressee.Person(Director.Id), 0, 4, 1)], "the handler presses nobody");
        Digest.Of(7, [], [Handler, Head], [new OverdueBelow([], 4, 0)], ["petition-unit-head"]).ShouldBeEmpty("nothing new below, nothing told");
        var own = Digest.Of(7, [Clock(1, broke: false, Head.Id)], [Handler, Head], [new OverdueBelow([], 4, 0)], ["petition-unit-head"]).ShouldHaveSingleItem();
        (own.Detail.Soon, own.Detail.Below, own.Detail.BelowNew).ShouldBe((1, 4, 0));
    }

    [Fact]
    public void What_somebody_is_accused_in_is_not_counted_for_that_one()
    {
        OverdueBelow[] below = [new([], 2, 1), new([Head.Id], 5, 3)];
        Digest.Of(7, [], [Head, Director], below, ["petition-unit-head", "bureau-director"]).Select(n => (n.To, n.Detail.Below, n.Detail.BelowNew))
            .ShouldBe([(new Addressee.Person(Head.Id), 2, 1), (new Addressee.Person(Director.Id), 7, 4)]);
        var unit = Digest.Of(7, [], [Handler], below, ["petition-unit-head"]).ShouldHaveSingleItem();
        (unit.To, unit.Detail.Below).ShouldBe((new Addressee.Unit(), 2), "whoever of the unit may be accused reads it");
    }

    private static IEnumerable<Guid?> Told(DueClock clock) =>
        Digest.Of(7, [clock], [Handler, Head, Director], [], []).Select(n => n.To is Addressee.Person person ? (Guid?)person.Id : null).Order();

    private static DueClock Clock(int n, bool broke, Guid? person, string[]? tell = null, Guid[]? barred = null) =>
        new(new ClockLine("petition", 7, Id(100 + n), $"2026-0117-{n:0000}", "答复", "GC21-13", On("2026-02-01").AddDays(n), broke, []), person, tell ?? [], barred ?? []);
}

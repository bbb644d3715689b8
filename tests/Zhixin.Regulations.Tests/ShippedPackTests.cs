using FsCheck;
using FsCheck.Fluent;

namespace Zhixin.Regulations.Tests;

/// <summary>The shipped packs, in force together: what opens when, for which court.</summary>
public sealed class ShippedPackTests
{
    private const int Gangcheng = 117;
    private static readonly int[] Chain = [Gangcheng, 11, 10, 1];
    private static readonly DateOnly From = new(2021, 1, 1);

    private static readonly string[] Hainan = ["HNI", "HNP"];

    [Fact]
    [Trait("Clause", "GC21-13 accepted")]
    public void A_contact_that_joins_must_reach_a_handler_in_two_days_from_its_receipt()
    {
        var opened = Open(Gangcheng, "petition.contact-joined", "received_on", new DateOnly(2021, 4, 30), ("clocks", "start"));

        var clock = opened.Single(one => one.Pack.Id == "GC21");
        (clock.Kind, clock.Clause, clock.Due.Due).ShouldBe(("hand-to-handler", "GC21-13", new DateOnly(2021, 5, 6)));
        (clock.Obligor.Person, clock.Obligor.Unit).ShouldBe((null, "petition"));
        clock.FulfilledBy.ShouldBe(["petition.acknowledged"]);
        clock.OnBreach.Propose.ShouldBe(["deemed-receipt"]);
    }

    [Theory]
    [Trait("Clause", "GC21-13 accepted")]
    [InlineData("petition.acknowledged")]
    [InlineData("petition.receipt-deemed")]
    public void Receipt_by_the_handler_starts_meeting_and_reply(string receipt)
    {
        var opened = Open(Gangcheng, receipt, "occurred_on", new DateOnly(2021, 9, 28), ("clocks", "start")).Where(one => one.Pack.Id == "GC21");

        opened.Select(one => (one.Kind, one.Due.Due)).ShouldBe(
            [("meet-petitioner", new DateOnly(2021, 10, 8)), ("reply", new DateOnly(2021, 11, 29))]);
    }

    [Fact]
    public void Who_receives_is_said_by_its_clause_where_that_is_in_force_though_the_number_of_times_is_known_everywhere()
    {
        var packs = new[] { Repository.Pack("SPC16"), Repository.Pack("GC21") };
        var (book, elsewhere) = (new RuleBook(packs, [Adopt(packs[0], 0), Adopt(packs[1], Gangcheng)]), new[] { 99, 9, 1 });
        book.Binds("GC21-8", Chain, From).ShouldBeTrue();
        book.Binds("GC21-8", Chain, From.AddDays(-1)).ShouldBeFalse();
        book.Binds("GC21-8", elsewhere, From).ShouldBeFalse();
        book.Threshold("repeat-visit", elsewhere, From).ShouldNotBeNull("the number alone says nothing of who receives");
        book.Binds("SPC16-1", elsewhere, From).ShouldBeTrue();
        (book.List("decline-grounds", elsewhere, From), book.List("causes", elsewhere, From)).ShouldBe((null, null));
        book.List("exclusion-grounds", elsewhere, From).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void A_repeat_contact_restarts_neither_meeting_nor_reply()
    {
        var day = new DateOnly(2021, 9, 28);

        Open(Gangcheng, "petition.contact-joined", "received_on", day, ("clocks", "running")).Select(one => one.Kind).ShouldContain("hand-to-handler");
        Open(Gangcheng, "petition.acknowledged", "occurred_on", day, ("clocks", "running")).Where(one => one.Pack.Id == "GC21").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Clause", "GC21-13 refused")]
    public void A_court_that_has_not_adopted_the_Gangcheng_rules_owes_none_of_their_dates() =>
        Open(999, "petition.contact-joined", "received_on", From, ("clocks", "start")).ShouldNotContain(one => one.Pack.Id == "GC21");

    [Fact]
    public void A_contact_of_a_history_that_came_in_closed_opens_no_clock() =>
        Open(Gangcheng, "petition.contact-joined", "received_on", From, ("clocks", "none"), ("forwarded", "true")).ShouldNotContain(one => one.Pack.Id == "GC21");

    [Fact]
    public void A_receipt_fulfils_the_first_clock_and_a_deemed_one_leaves_it_breached()
    {
        var rule = Repository.Pack("GC21").Rule("hand-to-handler");

        rule.Fulfils("petition.acknowledged").ShouldBeTrue();
        rule.Fulfils("petition.receipt-deemed").ShouldBeFalse();
        rule.Ends("petition.receipt-deemed").ShouldBeFalse();
        rule.Ends("petition.declined").ShouldBeFalse("a decline ends nothing before its explanation is served");
        rule.Ends("petition.decline-explained").ShouldBeTrue();
    }

    [Fact]
    public void Hainan_s_two_instruments_run_side_by_side_and_the_stricter_binds()
    {
        var on = new DateOnly(2022, 1, 4);
        var first = Open(Gangcheng, "supervision.material-received", "received_on", on, Hainan).Single(one => one.Slot == "first-review");

        first.Losers.ShouldContain(loser => loser.Why == LosingReason.Laxer);
        first.Losers.Select(loser => loser.Pack.Id).Append(first.Pack.Id).Order().ShouldBe(Hainan);
    }

    [Fact]
    public void Reference_instruments_open_nothing_for_any_event()
    {
        var references = Repository.Library.Packs.Where(pack => pack.Standing == PackStanding.Reference).ToList();
        references.ShouldNotBeEmpty();
        var book = new RuleBook(references, [.. references.Select(pack => Adopt(pack, 0))]);

        foreach (var type in Repository.Library.Events.All)
        {
            book.Open(Facts(type.Name, "occurred_on", From), _ => Chain, Repository.Calendar, From).ShouldBeEmpty(type.Name);
        }
    }

    [Fact]
    public void Every_rule_cites_a_clause_and_every_window_and_timed_obligation_can_end()
    {
        foreach (var rule in Repository.Library.Packs.SelectMany(pack => pack.Rules))
        {
            rule.Clause.ShouldNotBeEmpty(rule.Kind);
            rule.FulfilledBy.ShouldNotBeEmpty(rule.Kind);
        }
    }

    /// <summary>Whatever the day: the binding date is never later than a rule that lost as laxer, and the order of adoptions is of no account.</summary>
    [Fact]
    public void The_binding_date_is_the_earliest_on_every_day()
    {
        var days = Gen.Choose(0, 365 * 5).ToArbitrary();

        Prop.ForAll(days, offset =>
        {
            var on = new DateOnly(2021, 1, 1).AddDays(offset);
            var packs = Hainan.Select(Repository.Pack).ToList();
            var facts = Facts("supervision.material-received", "received_on", on);
            var one = new RuleBook(packs, [.. packs.Select(pack => Adopt(pack, 0))]).Open(facts, _ => Chain, Repository.Calendar, on);
            packs.Reverse();
            var other = new RuleBook(packs, [.. packs.Select(pack => Adopt(pack, 0))]).Open(facts, _ => Chain, Repository.Calendar, on);
            return one.All(won => won.Losers.All(lost => lost.Why != LosingReason.Laxer || lost.Due.Due is null || won.Due.Due <= lost.Due.Due))
                && one.Select(won => (won.Slot, won.Pack.Id, won.Due.Due)).Order().SequenceEqual(other.Select(won => (won.Slot, won.Pack.Id, won.Due.Due)).Order());
        }).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<OpenedObligation> Open(int court, string eventName, string from, DateOnly date, params (string, string)[] fields)
    {
        var packs = new[] { Repository.Pack("SPC16"), Repository.Pack("GC21") };
        var book = new RuleBook(packs, [Adopt(packs[0], 0), Adopt(packs[1], Gangcheng)]);
        return book.Open(Facts(eventName, from, date, fields), _ => [court, 11, 10, 1], Repository.Calendar, date);
    }

    private static IReadOnlyList<OpenedObligation> Open(int court, string eventName, string from, DateOnly date, string[] packIds)
    {
        var packs = packIds.Select(Repository.Pack).ToList();
        return new RuleBook(packs, [.. packs.Select(pack => Adopt(pack, court))]).Open(Facts(eventName, from, date), _ => Chain, Repository.Calendar, date);
    }

    private static TriggerFacts Facts(string eventName, string from, DateOnly date, params (string Key, string Value)[] fields) => new(
        eventName, fields.ToDictionary(field => field.Key, field => field.Value), new Dictionary<string, DateOnly> { [from] = date });

    private static Adoption Adopt(RegulationPack pack, int court) => new(pack.Id, pack.Version, pack.Hash, court, From, null, "采用");
}

using System.Text.Json;
using Zhixin.Calendar;

namespace Zhixin.Regulations.Tests;

/// <summary>Which rule binds: adoption, scope, precedence, the stricter date.</summary>
public sealed class RuleBookTests
{
    private const int Basic = 3;
    private const int Intermediate = 2;
    private const int Supreme = 1;

    private static readonly int[] Chain = [Basic, Intermediate, Supreme];
    private static readonly DateOnly Monday = new(2021, 3, 1);

    private static WorkCalendar Calendar => Repository.Calendar;

    [Fact]
    public void Without_an_adoption_nothing_opens() => Book([]).Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldBeEmpty();

    [Fact]
    public void A_pack_binds_from_the_first_day_of_its_adoption_to_the_last()
    {
        var pack = SamplePack.Pack("P");
        var book = new RuleBook([pack], [Adopt(pack, Basic, Monday, Monday.AddDays(1))]);

        book.Open(Opened(Monday.AddDays(-1)), _ => Chain, Calendar, Monday).ShouldBeEmpty();
        book.Open(Opened(Monday), _ => Chain, Calendar, Monday).Count.ShouldBe(1);
        book.Open(Opened(Monday.AddDays(1)), _ => Chain, Calendar, Monday).Count.ShouldBe(1);
        book.Open(Opened(Monday.AddDays(2)), _ => Chain, Calendar, Monday).ShouldBeEmpty();
    }

    [Fact]
    public void A_pack_is_never_in_force_before_the_day_that_it_prints()
    {
        var pack = SamplePack.Pack("P", ("in_force_from: null", "in_force_from: 2021-03-02"));
        var book = new RuleBook([pack], [Adopt(pack, 0, DateOnly.MinValue)]);

        book.Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldBeEmpty();
        book.Open(Opened(Monday.AddDays(1)), _ => Chain, Calendar, Monday).Count.ShouldBe(1);
    }

    [Fact]
    public void An_adoption_reaches_the_courts_below_and_no_other()
    {
        var pack = SamplePack.Pack("P");
        var book = new RuleBook([pack], [Adopt(pack, Intermediate, Monday)]);

        book.InForce(Chain, Monday).ShouldHaveSingleItem().Scope.ShouldBe(1);
        book.InForce([Supreme], Monday).ShouldBeEmpty();
        book.InForce([9, Supreme], Monday).ShouldBeEmpty();
    }

    [Fact]
    public void The_courts_that_adopted_a_version_are_told_from_the_first_day_to_the_last()
    {
        var pack = SamplePack.Pack("P");
        var other = SamplePack.Pack("N");
        var book = new RuleBook([pack, other], [Adopt(pack, Supreme, Monday), Adopt(pack, Basic, Monday, Monday.AddDays(1)), Adopt(other, 0, Monday)]);

        book.Adopters(pack, Monday.AddDays(-1)).ShouldBeEmpty();
        book.Adopters(pack, Monday).ShouldBe([Supreme, Basic]);
        book.Adopters(pack, Monday.AddDays(1)).ShouldBe([Supreme, Basic]);
        book.Adopters(pack, Monday.AddDays(2)).ShouldBe([Supreme]);
        book.Adopters(other, Monday).ShouldBe([0]);
    }

    [Fact]
    public void The_narrower_scope_replaces_the_wider_and_the_loser_stays_visible_with_its_date()
    {
        var wide = SamplePack.Pack("W", ("n: 10", "n: 3"), ("2021-03-11", "2021-03-04"));
        var narrow = SamplePack.Pack("N");
        var book = new RuleBook([wide, narrow], [Adopt(wide, 0, Monday), Adopt(narrow, Basic, Monday)]);

        var opened = book.Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldHaveSingleItem();

        opened.Pack.Id.ShouldBe("N");
        opened.Due.Due.ShouldBe(new DateOnly(2021, 3, 11));
        var loser = opened.Losers.ShouldHaveSingleItem();
        (loser.Pack.Id, loser.Why, loser.Due.Due).ShouldBe(("W", LosingReason.Wider, new DateOnly(2021, 3, 4)));
    }

    [Fact]
    public void At_equal_scope_declared_precedence_decides_even_for_the_later_date()
    {
        var strict = SamplePack.Pack("S", ("n: 10", "n: 3"), ("2021-03-11", "2021-03-04"));
        var first = SamplePack.Pack("F", ("precedence: []", "precedence: [{over: S, declared: true, note: 后法}]"));

        var opened = Book([strict, first]).Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldHaveSingleItem();

        opened.Pack.Id.ShouldBe("F");
        opened.Losers.ShouldHaveSingleItem().Why.ShouldBe(LosingReason.Yields);
    }

    [Fact]
    public void At_equal_scope_without_declared_precedence_the_earlier_date_binds()
    {
        var strict = SamplePack.Pack("S", ("n: 10", "n: 3"), ("2021-03-11", "2021-03-04"));
        var lax = SamplePack.Pack("L", ("precedence: []", "precedence: [{over: S, declared: false, note: 先后不明}]"));
        var book = Book([lax, strict]);

        var opened = book.Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldHaveSingleItem();

        opened.Pack.Id.ShouldBe("S");
        (opened.Losers[0].Pack.Id, opened.Losers[0].Why).ShouldBe(("L", LosingReason.Laxer));
        book.RulesFor("petition.opened", Opened(Monday).Fields, Chain, Monday).ShouldHaveSingleItem().Winners.Count.ShouldBe(2);
    }

    [Fact]
    public void A_rule_that_only_warns_does_not_bind_over_a_hard_one_of_the_same_day()
    {
        var warns = SamplePack.Pack("A", ("type: obligation", "warn_only: true\n  type: obligation"));

        Book([warns, SamplePack.Pack("B")]).Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldHaveSingleItem().Pack.Id.ShouldBe("B");
    }

    [Fact]
    public void A_reference_pack_opens_nothing_and_stands_beside_the_date_that_binds()
    {
        var reference = SamplePack.Pack("R", ("standing: binding", "standing: reference"), ("n: 10", "n: 3"), ("2021-03-11", "2021-03-04"));

        Book([reference]).Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldBeEmpty();
        var opened = Book([reference, SamplePack.Pack("P")]).Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldHaveSingleItem();
        opened.Pack.Id.ShouldBe("P");
        opened.Losers.ShouldHaveSingleItem().Why.ShouldBe(LosingReason.Reference);
        Book([reference]).References("answer", Chain, Monday).ShouldHaveSingleItem().InForce.Pack.Id.ShouldBe("R");
    }

    [Fact]
    public void Without_the_trigger_date_the_obligation_opens_without_a_due_date()
    {
        var facts = Opened(Monday) with { Dates = new Dictionary<string, DateOnly> { ["occurred_on"] = Monday } };

        var opened = Book([SamplePack.Pack("P")]).Open(facts, _ => Chain, Calendar, Monday).ShouldHaveSingleItem();

        opened.Trigger.ShouldBeNull();
        opened.Due.ShouldBe(new RuleDue(DueBasis.NoTrigger, null, Provisional: false));
    }

    [Fact]
    public void A_condition_must_be_met_by_equality()
    {
        var pack = SamplePack.Pack("P", ("from: received_on}", "from: received_on, when: {class: review}}"), ("fields: {}", "fields: {class: review}"));

        Book([pack]).Open(Opened(Monday), _ => Chain, Calendar, Monday).ShouldBeEmpty();
        Book([pack]).Open(Opened(Monday, ("class", "implementation")), _ => Chain, Calendar, Monday).ShouldBeEmpty();
        Book([pack]).Open(Opened(Monday, ("class", "review")), _ => Chain, Calendar, Monday).Count.ShouldBe(1);
    }

    [Fact]
    public void A_newer_version_takes_over_on_its_day_and_the_older_keeps_what_it_opened()
    {
        var old = SamplePack.Pack("P");
        var young = SamplePack.Pack("P", ("version: 1", "version: 2"), ("n: 10", "n: 20"), ("2021-03-11", "2021-03-22"));
        var book = new RuleBook([old, young], [Adopt(old, 0, Monday), Adopt(young, 0, Monday.AddDays(7))]);

        book.Open(Opened(Monday.AddDays(6)), _ => Chain, Calendar, Monday)[0].Pack.Version.ShouldBe(1);
        book.Open(Opened(Monday.AddDays(7)), _ => Chain, Calendar, Monday).ShouldHaveSingleItem().Pack.Version.ShouldBe(2);
    }

    [Fact]
    public void A_day_left_out_lengthens_the_period_only_on_a_ground_that_the_rule_lists()
    {
        var opened = Book([SamplePack.Pack("P")]).Open(Opened(Monday), _ => Chain, Calendar, Monday)[0];
        static Exclusion Days(string ground) => new(new DateOnly(2021, 3, 2), new DateOnly(2021, 3, 2), ground);

        Opening.Due(opened, Monday, null, Calendar, [Days("appraisal")]).Due.ShouldBe(new DateOnly(2021, 3, 12));
        Opening.Due(opened, Monday, null, Calendar, [Days("hearing")]).Due.ShouldBe(new DateOnly(2021, 3, 11));
    }

    [Fact]
    public void Numbers_and_lists_come_from_the_narrowest_binding_pack()
    {
        var wide = SamplePack.Pack("W");
        var narrow = SamplePack.Pack("N", ("value: 5", "value: 8"));
        var book = new RuleBook([wide, narrow], [Adopt(wide, 0, Monday), Adopt(narrow, Basic, Monday)]);

        book.Threshold("group", Chain, Monday)!.Value.ShouldBe(8);
        book.Threshold("group", [Intermediate, Supreme], Monday)!.Value.ShouldBe(5);
        book.Threshold("unknown", Chain, Monday).ShouldBeNull();
        book.List("kinds", Chain, Monday)!.Find("a1")!.Name.ShouldBe("甲一");
    }

    [Fact]
    public void An_adoption_of_an_unknown_version_is_an_error_of_the_caller()
    {
        var pack = SamplePack.Pack("P");

        Should.Throw<ArgumentException>(() => new RuleBook([pack], [Adopt(pack, 0, Monday) with { Hash = "0" }]));
    }

    [Fact]
    public void An_opened_obligation_survives_being_written_as_json()
    {
        var opened = Book([SamplePack.Pack("A"), SamplePack.Pack("B")]).Open(Opened(Monday), _ => Chain, Calendar, Monday)[0];
        var json = JsonSerializer.Serialize(opened);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<OpenedObligation>(json)).ShouldBe(json);
        opened.CalendarVersion.ShouldBe(Calendar.Version);
    }

    private static RuleBook Book(IReadOnlyList<RegulationPack> packs) => new(packs, [.. packs.Select(pack => Adopt(pack, 0, new DateOnly(2000, 1, 1)))]);

    private static Adoption Adopt(RegulationPack pack, int court, DateOnly from, DateOnly? until = null) =>
        new(pack.Id, pack.Version, pack.Hash, court, from, until, "试用");

    private static TriggerFacts Opened(DateOnly received, params (string Key, string Value)[] fields) => new(
        "petition.opened", fields.ToDictionary(field => field.Key, field => field.Value),
        new Dictionary<string, DateOnly> { ["occurred_on"] = received, ["received_on"] = received });
}

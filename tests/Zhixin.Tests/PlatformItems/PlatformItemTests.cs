using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Petitions.Acts;
using Zhixin.PlatformItems;
using Zhixin.PlatformItems.Acts;
using Zhixin.Regulations;
using Zhixin.Tests.Calendar;
using Zhixin.Tests.Petitions;
using Zhixin.Tests.Supervisions;
using static Zhixin.Tests.Calendar.Days;
using Directory = Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.PlatformItems;

/// <summary>An item of the platform is done when its handler says so and the superior's named person confirms it.</summary>
public sealed class PlatformItemTests
{
    private static readonly Court High = Supervised.High;
    private static readonly Court Basic = Supervised.Basic;
    private static readonly Actors Verifier = new(Supervised.Second.Id, null);
    private PlatformItem _item = null!;

    [Fact]
    [Trait("Clause", "HNP-18 accepted")]
    [Trait("Clause", "HNP-19 accepted")]
    [Trait("Clause", "HNP-1 accepted")]
    public void Named_completed_and_confirmed_within_its_date()
    {
        Begin("2026-03-10");
        The("platform-item").Due.ShouldBe(On("2026-03-10"));
        The("platform-item").Opened.Court.ShouldBe(Basic.Number);
        The("name-person").Due.ShouldBeNull();
        Do(PlatformHandling.Name(_item, Basic.Number, Supervised.Below, null), "2026-03-03");
        The("platform-item").Person.ShouldBe(Supervised.Below.Id);
        NameVerifier(Supervised.Second).ShouldBeRefusedFor("verifier", "platform-verifier-post");
        Do(NameVerifier(Supervised.Second with { Posts = ["petition-officer"] }), "2026-03-03");
        Do(Complete(), "2026-03-10");
        The("platform-item").IsBreached(On("2026-03-20")).ShouldBeFalse("the last day is in time");
        The("platform-confirm").Opened.Court.ShouldBe(High.Number);
        Do(PlatformHandling.Confirm(_item, High.Number, "属实", Verifier), "2026-03-11");
        _item.ClosedBecause.ShouldBe("confirmed");
        _item.Obligations.ShouldAllBe(o => !o.IsOpen);
    }

    [Fact]
    [Trait("Clause", "HNP-18 refused")]
    [Trait("Clause", "HNP-19 refused")]
    public void Only_the_named_person_confirms_and_only_what_was_completed()
    {
        Begin("2026-03-10");
        Complete().ShouldBeRefusedUnder("HNP-19", "platform-needs-handler");
        PlatformHandling.Name(_item, Basic.Number, Supervised.Middle, null).ShouldBeRefusedFor("handler", "handler-not-in-post");
        PlatformHandling.Name(_item, High.Number, Supervised.Below, null).ShouldBeRefusedAs("platform-not-yours");
        PlatformHandling.Confirm(_item, High.Number, "属实", Verifier).ShouldBeRefusedAs("platform-not-completed");
        Do(PlatformHandling.Name(_item, Basic.Number, Supervised.Below, null), "2026-03-03");
        PlatformHandling.Complete(_item, Basic.Number, " ", "回执", Supervised.Reporter).ShouldBeRefusedUnder("HNP-18", "platform-needs-reply");
        PlatformHandling.Complete(_item, Basic.Number, "已办", "", Supervised.Reporter).ShouldBeRefusedUnder("HNP-18", "platform-needs-proof");
        Do(Complete(), "2026-03-05");
        Complete().ShouldBeRefusedAs("platform-completed");
        PlatformHandling.Confirm(_item, High.Number, "属实", Verifier).ShouldBeRefusedUnder("HNP-18", "platform-needs-verifier");
        Do(NameVerifier(Supervised.Second with { Posts = ["petition-officer"] }), "2026-03-05");
        PlatformHandling.Confirm(_item, High.Number, "属实", Supervised.Above).ShouldBeRefusedUnder("HNP-18", "platform-not-verifier");
        PlatformHandling.Confirm(_item, High.Number, " ", Verifier).ShouldBeRefusedUnder("HNP-18", "platform-needs-opinion");
    }

    [Fact]
    [Trait("Clause", "HNP-18 accepted")]
    public void What_is_returned_is_owed_again_by_the_new_date()
    {
        Begin("2026-03-10");
        Do(PlatformHandling.Name(_item, Basic.Number, Supervised.Below, null), "2026-03-03");
        Do(NameVerifier(Supervised.Second with { Posts = ["petition-officer"] }), "2026-03-03");
        Do(Complete(), "2026-03-05");
        PlatformHandling.Return(_item, High.Number, "", null, On("2026-03-06"), Verifier).ShouldBeRefusedUnder("HNP-18", "platform-return-needs-reason");
        PlatformHandling.Return(_item, High.Number, "没有扣划", On("2026-03-05"), On("2026-03-06"), Verifier).ShouldBeRefusedFor("due", "hand-down-due-past");
        Do(PlatformHandling.Return(_item, High.Number, "没有扣划", On("2026-03-20"), On("2026-03-06"), Verifier), "2026-03-06");
        _item.Obligations.Last(o => o.Rule.Kind == "platform-item").Due.ShouldBe(On("2026-03-20"));
        _item.Stage.ShouldBe("handling");
        Do(Complete(), "2026-03-19");
        Do(PlatformHandling.Confirm(_item, High.Number, "属实", Verifier), "2026-03-20");
    }

    [Theory]
    [Trait("Clause", "HNP-18 accepted")]
    [Trait("Clause", "HNP-16 accepted")]
    [InlineData("2026-03-06", "2026-03-10")]
    [InlineData("2026-03-13", "2026-03-13")]
    public void What_is_sent_back_without_a_new_date_is_due_by_the_old_one_and_pressed_after_it(string returned, string last)
    {
        Begin("2026-03-10");
        Do(PlatformHandling.Name(_item, Basic.Number, Supervised.Below, null), "2026-03-03");
        Do(NameVerifier(Supervised.Second with { Posts = ["petition-officer"] }), "2026-03-03");
        Do(Complete(), "2026-03-05");
        PlatformHandling.Return(_item, High.Number, "没有办结", On("2026-03-04"), On(returned), Supervised.Above).ShouldBeRefusedFor("due", "hand-down-due-past");
        Do(PlatformHandling.Return(_item, High.Number, "没有办结", null, On(returned), Supervised.Above), returned);
        (_item.DueOn, _item.Obligations.Last(o => o.Rule.Kind == "platform-item").Due).ShouldBe((On("2026-03-10"), On("2026-03-10")));
        Press("phone", last).ShouldBeRefusedUnder("HNP-16", "platform-not-overdue");
        Press("phone", On(last).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBeOfType<Decision<object>.Done>();
    }

    [Fact]
    [Trait("Clause", "HNP-16 accepted")]
    [Trait("Clause", "HNP-16 refused")]
    public void Only_what_is_overdue_is_pressed_and_by_a_means_of_the_list()
    {
        Begin("2026-03-10");
        Press("phone", "2026-03-10").ShouldBeRefusedUnder("HNP-16", "platform-not-overdue");
        Press("phone", "2026-03-11").ShouldBeOfType<Decision<object>.Done>();
        Press("threat", "2026-03-11").ShouldBeRefusedFor("means", "platform-means-unknown");
        Press("talk", "2026-03-11", " ").ShouldBeRefusedUnder("HNP-16", "platform-press-needs-content");
    }

    [Fact]
    [Trait("Clause", "HNP-18 refused")]
    public void An_item_has_one_of_nine_kinds_a_court_below_and_a_number_that_stands_once()
    {
        Supervised.List("HNP", "platform-kinds").Items.Count.ShouldBe(9);
        Enter(kind: "gossip").ShouldBeOfType<Refusal.Input>().Message.ShouldBe("platform-kind-unknown");
        Enter(to: null).ShouldBeOfType<Refusal.Input>().Field.ShouldBe("court");
        Enter(to: Matter.Enforcing).ShouldBeOfType<Refusal.Law>().Clause.ShouldBe("HNP-18");
        Enter(external: " ").ShouldBeOfType<Refusal.Input>().Message.ShouldBe("platform-needs-number");
        Enter(known: "2026-琼-平台0001").ShouldBeOfType<Refusal.Input>().Message.ShouldBe("platform-item-known");
        Enter(due: "2026-03-01").ShouldBeOfType<Refusal.Input>().Message.ShouldBe("platform-due-before-receipt");
        Enter().ShouldBeNull();
    }

    private Decision<object> Complete() => PlatformHandling.Complete(_item, Basic.Number, "已办结", "平台回执", Supervised.Reporter);

    private Decision<object> Press(string means, string on, string content = "电话催办") =>
        PlatformHandling.Press(_item, High.Number, means, content, Supervised.List("HNP", "overdue-means"), On(on));

    private static Refusal? Enter(string kind = "key-case", string? external = "P-1", string? known = null, string due = "2026-03-10") => Enter(Basic, kind, external, known, due);

    private static Refusal? Enter(Court? to, string kind = "key-case", string? external = "P-1", string? known = null, string due = "2026-03-10") => (PlatformHandling.Enter(
        new EnterItem(High, to, external, kind, null, "督促执行", null, On(due)), new EnteringRules(Supervised.Superiors, Supervised.List("HNP", "platform-kinds"), known, On("2026-03-02")))
        as Decision<PlatformItemReceived>.Refused)?.Why;

    private Zhixin.Obligations.Obligation The(string kind) => _item.Obligations.Where(o => o.Rule.Kind == kind).ShouldHaveSingleItem();

    private Decision<object> NameVerifier(Candidate verifier) => PlatformHandling.NameVerifier(_item, High.Number, verifier, ["petition-officer", "petition-unit-head"]);

    private void Begin(string due) => Tell([new PlatformItemReceived("2026-琼-平台0001", "P-1", "key-case", High.Number, Basic.Number, null, "督促执行", On("2026-03-02"), true, On(due))], "2026-03-02", first: true);

    private void Do(Decision<object> decision, string on)
    {
        var done = decision.ShouldBeOfType<Decision<object>.Done>();
        done.Events.ShouldAllBe(f => On(on) >= PlatformItem.Since(_item, f));
        Tell(done.Events, on, first: false);
    }

    private void Tell(IEnumerable<object> events, string on, bool first) => (_item, _) = PlatformItem.Tell(
        first ? null : _item, new StreamId(High.Number, Matter.Id(900)), events.Select(e => new DatedFact(e, On(on))), i => PlatformItem.Setting(i, Rules, Days.Shipped, Directory.Shipped, On(on)));

    private static readonly RuleBook Rules = Hainan();

    private static RuleBook Hainan()
    {
        var pack = Matter.Packs.Single(p => p.Id == "HNP");
        return new RuleBook([pack], [new Adoption(pack.Id, pack.Version, pack.Hash, High.Number, new DateOnly(2021, 1, 1), null, "采用")]);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Zhixin.Petitions;
using Zhixin.Petitions.Acts;
using static Zhixin.Tests.Petitions.ChainDesk;

namespace Zhixin.Tests.Petitions;

/// <summary>Whatever is tried on a chain, in whatever order, by whatever court: no act throws, and the chain stays one that the law knows.</summary>
public sealed class ChainPropertyTests
{
    private static readonly Zhixin.Courts.Court[] Courts = [Basic, Mid, High, Supreme];
    private static readonly PanelMember[][] Panels = [First, Second, Third];

    private sealed record Attempt(int Act, int Court, int Choice, int Days);

    [Fact]
    public void No_sequence_of_acts_throws_and_a_ruling_stands_only_on_a_filed_step_of_which_one_is_open_at_most() => Check(matter =>
    {
        foreach (var chain in matter.Petition.Procedures.Conversions)
        {
            chain.Steps.Count(s => s.IsUnderReview).ShouldBeLessThanOrEqualTo(1);
            chain.Steps.Where(s => s.Ruling is { Outcome: not RulingOutcome.NotAccepted }).ShouldAllBe(s => s.Number != null);
            chain.Steps.Where(s => s.Served is not null).ShouldAllBe(s => s.Ruling != null && s.Served!.On >= s.Ruling.On);
            chain.Steps.Where(s => s.Kind != ReviewKind.Objection && s.Ruling is not null && !s.IsEarlier).ShouldAllBe(s => s.Members.Count > 0);
            chain.Steps.Select(s => s.Number).OfType<string>().Distinct().Count().ShouldBe(chain.Steps.Where(s => s.Number is not null).DistinctBy(s => s.Number).Count());
        }
    });

    [Fact]
    public void Nobody_sits_twice_in_a_chain() => Check(matter =>
    {
        foreach (var chain in matter.Petition.Procedures.Conversions)
        {
            var sat = chain.Steps.SelectMany(s => s.Members.Select(m => m.Person)).ToList();
            sat.Distinct().Count().ShouldBe(sat.Count);
        }
    });

    [Fact]
    public void Every_open_remedy_has_a_day_that_is_not_over_or_says_why_it_has_none() => Check(matter =>
    {
        var today = matter.Facts[^1].On;
        foreach (var remedy in Remedies.Of(matter.Petition, At(today), today))
        {
            (remedy.Time is RemedyTime.Undated || remedy.Time is RemedyTime.Until { Day: var day } && day >= today).ShouldBeTrue();
            (remedy.Clause.Length, remedy.Citation.Length).ShouldBeGreaterThan((0, 0));
        }
    });

    [Fact]
    public void What_is_exhausted_was_ruled_on_by_courts_of_which_each_next_stands_no_lower() => Check(matter =>
    {
        var used = matter.Petition.Procedures.Exhaustion;
        ReviewRuling[] rulings = [.. new[] { used.Objection, used.Reconsideration, used.Supervision }.OfType<ReviewRuling>()];
        rulings.Zip(rulings.Skip(1)).ShouldAllBe(pair => pair.First.Level >= pair.Second.Level && pair.First.On <= pair.Second.On);
    });

    [Fact]
    public void The_fold_of_the_facts_as_they_are_stored_is_the_chain() => Check(matter =>
    {
        var stored = matter.Facts.Select(f => f with
        {
            Fact = Zhixin.History.FactCatalogue.Read(Zhixin.History.FactCatalogue.Of(f.Fact).Name, Zhixin.History.FactCatalogue.Of(f.Fact).Schema, Zhixin.History.CanonicalJson.Of(f.Fact)),
        });
        var again = Petition.Fold(matter.Petition.Id, stored);
        Shape(again).ShouldBe(Shape(matter.Petition));
    });

    private static string Shape(Petition petition) => System.Text.Json.JsonSerializer.Serialize(petition.Procedures.Conversions);

    private static void Check(Action<Matter> holds) =>
        Prop.ForAll(Attempts().ToArbitrary(), attempts => holds(Run(attempts))).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static Gen<Attempt[]> Attempts() =>
        from attempts in (
            from act in Gen.Choose(0, 21)
            from court in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
            from choice in Gen.Choose(0, 5)
            from days in Gen.Frequency((6, Gen.Choose(0, 3)), (1, Gen.Choose(4, 60)))
            select new Attempt(act, court, choice, days)).ListOf(60)
        select attempts.ToArray();

    private static Matter Run(Attempt[] attempts)
    {
        var matter = Begin(attempts[0].Choice);
        var today = matter.Facts[^1].On;
        foreach (var attempt in attempts)
        {
            today = today.AddDays(attempt.Days);
            if (Answered.InTime(Try(matter.Petition, attempt, today), matter.Petition, today) is Decision<object>.Done done)
            {
                matter.Tell(done.Events, today, today);
            }
        }

        return matter;
    }

    /// <summary>From wherever a chain can stand, so that few attempts reach what stands behind.</summary>
    private static Matter Begin(int choice) => choice switch
    {
        0 => AcceptingTests.Identified("2026-03-02"),
        1 => Ruled(ObjectionKind.Outsider),
        2 => Served(),
        3 => Reconsidered(),
        4 => Effective(),
        _ => Supervised(),
    };

    private static ChainRules At(DateOnly day) => Rules($"{day:yyyy-MM-dd}");

    private static Decision<object> Try(Petition petition, Attempt attempt, DateOnly today)
    {
        var (rules, court, choice, sequence) = (At(today), Courts[attempt.Court], attempt.Choice, petition.Version);
        var (no, outcome, members) = (1 + (choice / 4), (RulingOutcome)(choice % 4 + 4), Panels[choice % 3]);
        return attempt.Act switch
        {
            0 => Converting.Receive(petition, Paper((ObjectionKind)(choice % 5 / 4)) with { ReceivedOn = today }, today),
            1 => Converting.File(petition, no, Number(Basic, "执异", sequence)),
            2 or 3 => Converting.Rule(petition, no, "裁定", (ObjectionOutcome)(choice % 3)),
            4 or 5 => ServingRulings.Serve(petition, no, Service($"{today:yyyy-MM-dd}"), court.Number, rules),
            6 or 7 => Reconsidering.Apply(petition, no, Application($"{today:yyyy-MM-dd}"), court.Number, rules),
            8 => Reconsidering.Receive(petition, no, Number(court, "执复", sequence), today, court.Number, rules),
            9 or 10 => StepReviewing.Name(petition, no, members, court.Number, rules),
            11 or 12 => StepReviewing.Rule(petition, no, Ruling(outcome), court.Number, today, rules),
            13 => SupervisionCases.Apply(petition, no, Supervision($"{today:yyyy-MM-dd}"), court.Number, rules),
            14 => SupervisionCases.File(petition, no, Number(court, "执监", sequence), court.Number, rules),
            15 => choice % 2 == 0 ? Reconsidering.Withdraw(petition, no, "撤回") : SupervisionCases.Withdraw(petition, no, "撤回"),
            16 => LongerReviewing.Ask(petition, no, "复杂", court.Number, rules, Reviewer),
            17 => LongerReviewing.Decide(petition, no, choice % 2 == 0, "审批表", "理由", court.Number, rules, President),
            18 => Excusing.End(petition, no, (RemedyWindow)(choice % 3), today, "住院", "病历", rules),
            19 => choice % 2 == 0 ? Excusing.Apply(petition, no, today, "申请", rules) : Excusing.Decide(petition, no, choice == 1 ? null : today.AddDays(9), "决定", "理由", court.Number, rules),
            20 => choice % 2 == 0 ? Converting.Refuse(petition, no, "裁定", "不是利害关系人", "复议") : Converting.Withdraw(petition, no, "撤回"),
            _ => choice % 2 == 0
                ? Suing.File(petition, no, today, Number(Basic, "民初", sequence), "起诉状", rules)
                : SupervisionCases.Unfiled(petition, no, today.AddDays(-1), "裁定", rules),
        };
    }
}

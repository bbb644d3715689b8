using Zhixin.Calendar;

namespace Zhixin.Regulations.Tests;

/// <summary>Every example of every pack, as a jurist wrote it.</summary>
public sealed class PackExampleTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var pack in Repository.Library.Packs)
        {
            foreach (var example in pack.Examples)
            {
                data.Add(pack.Id, example.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_the_date_that_it_states(string packId, string name)
    {
        var pack = Repository.Pack(packId);
        var example = pack.Examples.Single(one => one.Name == name);
        var rule = pack.Rule(example.Rule);
        var opening = rule.OpensOn.FirstOrDefault(one => one.Matches(example.Event, example.Fields));
        opening.ShouldNotBeNull($"{example.File}:{example.Line}: the fields do not meet a condition of {rule.Kind}");
        var trigger = example.Dates.TryGetValue(opening.From, out var given) ? given : example.On;
        DateOnly? stated = rule.Period.Field is { } field && example.Dates.TryGetValue(field, out var date) ? date : null;
        var exclusions = example.Exclusions.Select(one => new Exclusion(one.From, one.To, one.Ground)).ToList();

        var due = Opening.Due(rule, trigger, stated, Repository.Calendar, exclusions);

        due.Due.ShouldBe(example.Due.Due, $"{example.File}:{example.Line}");
        due.Provisional.ShouldBe(example.Provisional, $"{example.File}:{example.Line}");
        if (example.Due.WithoutDate is { } basis)
        {
            due.Basis.ShouldBe(basis, $"{example.File}:{example.Line}");
        }
    }

    [Fact]
    public void Names_of_examples_are_unique_in_their_pack()
    {
        foreach (var pack in Repository.Library.Packs)
        {
            pack.Examples.Select(example => example.Name).ShouldBeUnique(pack.Id);
        }
    }

    [Fact]
    public void Every_timed_rule_of_every_pack_has_an_example()
    {
        var missing = Repository.Library.Packs.SelectMany(pack => pack.Rules
            .Where(rule => rule.Period.Unit != PeriodUnit.Untimed && pack.Examples.All(example => example.Rule != rule.Kind))
            .Select(rule => pack.Id + " " + rule.Kind));
        missing.ShouldBeEmpty();
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Zhixin.History;
using Zhixin.Regulations;

namespace Zhixin.Tests.History;

/// <summary>The words of regulations/events.yaml and the facts of the program are the same words.</summary>
public sealed partial class VocabularyTests
{
    /// <summary>Fields and dates of the vocabulary that a fact gets when the module that knows them arrives.</summary>
    private static readonly string[] Later =
    [
        "contact.registered accuses_staff", "petition.opened class", "petition.opened received_on", "petition.contact-joined repeat",
    ];

    private static readonly EventVocabulary Events = Read();

    [Fact]
    public void Every_event_that_a_rule_names_is_in_the_vocabulary() =>
        Named().Where(n => Events.Find(n) is null).ShouldBeEmpty();

    [Fact]
    public void Every_petition_or_contact_fact_of_the_vocabulary_has_the_members_that_rules_may_ask_for() =>
        Missing(FactCatalogue.All.Select(f => (f.Key, f.Value.Name)), Events).ShouldBe(Later, ignoreOrder: true);

    [Fact]
    public void A_member_that_a_fact_does_not_have_is_found() =>
        Missing([(typeof(Planted), "petition.acknowledged")], Events).ShouldBe(["petition.acknowledged clocks"]);

    [Fact]
    public void The_events_that_rules_wait_for_and_no_fact_tells_yet_are_those_of_later_modules() =>
        Named().Where(n => Streams.Contains(n.Split('.')[0]) && FactCatalogue.Named(n) is null).Order(StringComparer.Ordinal).ShouldBe(
            File.ReadAllLines(Path.Combine(ProjectFiles.Root, "tests", "data", "events-of-later-modules.txt")));

    private static readonly string[] Streams = ["petition", "contact"];

    private static IEnumerable<string> Missing(IEnumerable<(Type Type, string Name)> facts, EventVocabulary events) =>
        from fact in facts
        let known = events.Find(fact.Name)
        where known is not null
        let members = fact.Type.GetProperties().Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name)).Append(EventVocabulary.OccurredOn).ToHashSet()
        from word in known.Dates.Concat(known.Fields)
        where !members.Contains(word)
        select fact.Name + " " + word;

    private static IEnumerable<string> Named() => System.IO.Directory
        .GetFiles(Path.Combine(ProjectFiles.Root, "regulations"), "obligations*.yaml", SearchOption.AllDirectories)
        .SelectMany(File.ReadAllLines)
        .Where(line => !line.TrimStart().StartsWith('#') && !line.Contains("note:", StringComparison.Ordinal))
        .SelectMany(line => Name().Matches(line).Select(m => m.Value)).Distinct(StringComparer.Ordinal);

    private static EventVocabulary Read()
    {
        var errors = new List<PackError>();
        return EventVocabulary.Read("events.yaml", ProjectFiles.Read("regulations", "events.yaml"), errors) ?? throw new InvalidDataException(errors[0].ToString());
    }

    [GeneratedRegex(@"\b(petition|contact|hand-down|supervision|platform-item|procedure|write-off|termination)\.[a-z][a-z-]*[a-z]\b")]
    private static partial Regex Name();

    private sealed record Planted(Guid Handler);
}

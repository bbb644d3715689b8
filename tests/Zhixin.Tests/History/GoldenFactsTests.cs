using System.Text.Json.Nodes;
using Zhixin.History;

namespace Zhixin.Tests.History;

/// <summary>What was written once can be read for ever.</summary>
public sealed class GoldenFactsTests
{
    private static readonly string Folder = Path.Combine(ProjectFiles.Root, "tests", "data", "golden");

    public static TheoryData<string> Names() => [.. FactCatalogue.All.Values.Select(f => f.Name).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files() => [.. System.IO.Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_has_the_shape_of_its_golden_file_and_comes_back_byte_for_byte(string name)
    {
        var (type, fact) = FactCatalogue.All.Single(f => f.Value.Name == name);
        GoldenFacts.Faults(type, fact, Golden).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_body_of_any_schema_is_read_as_todays_fact(string file)
    {
        var parts = file.Split('.');
        var read = FactCatalogue.Read($"{parts[0]}.{parts[1]}", int.Parse(parts[2]), Golden(file)!);
        FactCatalogue.Of(read).Name.ShouldBe($"{parts[0]}.{parts[1]}");
    }

    [Fact]
    public void Names_of_facts_are_unique_and_say_their_stream() =>
        FactCatalogue.All.Values.Select(f => f.Name).ShouldAllBe(n => n.Split('.').Length == 2 && n.All(c => char.IsAsciiLetterLower(c) || c == '.' || c == '-'));

    [Fact]
    public void A_fact_without_a_golden_file_is_found() =>
        Faults<Planted>(_ => null).ShouldBe(["planted.happened.1.json is missing; it holds: {\"count\":1,\"reason\":\"Reason\"}"]);

    [Fact]
    public void A_fact_that_is_as_it_was_has_no_fault() => Faults<Planted>(Kept).ShouldBeEmpty();

    [Fact]
    public void A_member_that_was_added_without_a_new_schema_is_found() =>
        Faults<PlantedWithMore>(Kept).ShouldContain("planted.happened.1.json: 'added:String' is new; a new shape is a new schema number with an upcaster");

    [Fact]
    public void A_member_that_was_renamed_without_a_new_schema_is_found()
    {
        var faults = Faults<PlantedRenamed>(Kept).ToList();
        faults.ShouldContain(f => f.Contains("'number:Number' is new"));
        faults.ShouldContain(f => f.Contains("'count:Number' is gone"));
    }

    [Fact]
    public void A_member_whose_kind_changed_without_a_new_schema_is_found() =>
        Faults<PlantedRetyped>(Kept).ShouldContain(f => f.Contains("'count:String' is new"));

    [Fact]
    public void A_golden_file_that_is_not_canonical_is_found() =>
        Faults<Planted>(_ => """{"reason":"Reason","count":1}""").ShouldBe(["planted.happened.1.json does not come back as it was"]);

    [Fact]
    public void An_unknown_type_and_a_schema_of_a_later_version_are_refused()
    {
        Should.Throw<InvalidDataException>(() => FactCatalogue.Read("planted.happened", 1, "{}"));
        Should.Throw<InvalidDataException>(() => FactCatalogue.Read("petition.voided", 99, "{}"));
    }

    [Fact]
    public void A_schema_below_the_first_is_refused() =>
        Should.Throw<InvalidDataException>(() => FactCatalogue.Read("petition.voided", 0, """{"reason":"误登"}"""));

    [Fact]
    public void A_body_is_lifted_one_schema_at_a_time() =>
        Upcasters.Lift("planted.happened", 1, 3, JsonNode.Parse("""{"text":"甲"}""")!, Steps).ToJsonString()
            .ShouldBe(JsonNode.Parse("""{"reason":"甲","count":1}""")!.ToJsonString());

    [Fact]
    public void A_body_of_the_second_schema_takes_the_second_step_alone() =>
        Upcasters.Lift("planted.happened", 2, 3, JsonNode.Parse("""{"reason":"乙"}""")!, Steps)["count"]!.GetValue<int>().ShouldBe(1);

    [Fact]
    public void A_body_of_todays_schema_is_left_alone() =>
        Upcasters.Lift("planted.happened", 3, 3, JsonNode.Parse("""{"x":1}""")!, Steps).ToJsonString().ShouldBe("""{"x":1}""");

    [Fact]
    public void A_missing_step_is_an_error_and_not_skipped()
    {
        Should.Throw<InvalidDataException>(() => Upcasters.Lift("planted.happened", 1, 4, JsonNode.Parse("""{"text":"甲"}""")!, Steps));
        Should.Throw<InvalidDataException>(() => Upcasters.Lift("planted.other", 1, 2, JsonNode.Parse("{}")!, Steps));
    }

    private static readonly Dictionary<(string Name, int From), Func<JsonNode, JsonNode>> Steps = new()
    {
        [("planted.happened", 1)] = body => new JsonObject { ["reason"] = body["text"]!.GetValue<string>() },
        [("planted.happened", 2)] = body =>
        {
            body["count"] = 1;
            return body;
        },
    };

    private static string? Golden(string file) =>
        File.Exists(Path.Combine(Folder, file)) ? File.ReadAllText(Path.Combine(Folder, file)).TrimEnd('\n') : null;

    private static string? Kept(string file) => file == "planted.happened.1.json" ? """{"count":1,"reason":"Reason"}""" : null;

    private static IEnumerable<string> Faults<T>(Func<string, string?> golden) =>
        GoldenFacts.Faults(typeof(T), new FactName("planted.happened"), golden);

    private sealed record Planted(string Reason, int Count);

    private sealed record PlantedWithMore(string Reason, int Count, string? Added);

    private sealed record PlantedRenamed(string Reason, int Number);

    private sealed record PlantedRetyped(string Reason, string Count);
}

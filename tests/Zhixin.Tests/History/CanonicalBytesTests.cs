using System.Text;
using System.Text.Json;
using Zhixin.History;

namespace Zhixin.Tests.History;

/// <summary>The quick comparison of a stored body with its fact never says more than the canonical text does.</summary>
public sealed class CanonicalBytesTests
{
    public static TheoryData<string> Files() =>
        [.. System.IO.Directory.GetFiles(Path.Combine(ProjectFiles.Root, "tests", "data", "golden")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_canonical_body_of_every_fact_is_recognised_and_no_other(string file)
    {
        var parts = file.Split('.');
        var golden = File.ReadAllText(Path.Combine(ProjectFiles.Root, "tests", "data", "golden", file));
        var fact = FactCatalogue.Read($"{parts[0]}.{parts[1]}", int.Parse(parts[2]), golden);
        var body = CanonicalJson.Of(fact);

        CanonicalBytes.Is(Encoding.UTF8.GetBytes(body), fact).ShouldBeTrue();
        foreach (var other in new[] { body + " ", " " + body, body[..^1], body.Replace(":", ": ", StringComparison.Ordinal) })
        {
            (other != body && CanonicalBytes.Is(Encoding.UTF8.GetBytes(other), fact)).ShouldBeFalse(other);
        }
    }

    [Theory]
    [InlineData("甲\n乙\"丙\\")]
    [InlineData("\u2028\u0001\u007f\ue000😀")]
    [InlineData("")]
    public void Texts_that_writers_escape_differently_are_told_by_the_canonical_text(string text)
    {
        var fact = new Written(text, 1, null, null);
        var body = CanonicalJson.Of(fact);

        CanonicalBytes.Is(Encoding.UTF8.GetBytes(body), fact).ShouldBeTrue();
        CanonicalBytes.Is(JsonSerializer.SerializeToUtf8Bytes(fact, CanonicalJson.Options), fact).ShouldBeFalse("its members are in the order of the record");
    }

    [Fact]
    public void A_map_in_another_order_is_not_canonical()
    {
        var fact = new Written("", 1, new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }, null);
        var body = CanonicalJson.Of(fact);

        body.ShouldBe("""{"map":{"a":2,"b":1},"number":1,"text":""}""");
        CanonicalBytes.Is(Encoding.UTF8.GetBytes(body), fact).ShouldBeTrue();
        CanonicalBytes.Is("""{"map":{"b":1,"a":2},"number":1,"text":""}"""u8, fact).ShouldBeFalse();
    }

    [Fact]
    public void A_number_that_ECMAScript_prints_otherwise_is_not_canonical()
    {
        var fact = new Written("", 1, null, 1e30);

        CanonicalBytes.Is("""{"fraction":1e+30,"number":1,"text":""}"""u8, fact).ShouldBeTrue();
        CanonicalBytes.Is("""{"fraction":1E+30,"number":1,"text":""}"""u8, fact).ShouldBeFalse();
    }

    private sealed record Written(string Text, int Number, IReadOnlyDictionary<string, int>? Map, double? Fraction);
}

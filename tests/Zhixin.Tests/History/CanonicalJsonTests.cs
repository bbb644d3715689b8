using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Zhixin.History;

namespace Zhixin.Tests.History;

/// <summary>RFC 8785 with its own vectors, and what a hash needs: one text for one value.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("1E30", "1e+30")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("123456789012345678901", "123456789012345680000")]
    [InlineData("1e-6", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("-1.0", "-1")]
    [InlineData("10.0", "10")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("295147905179352830000", "295147905179352830000")]
    public void A_number_is_printed_as_ECMAScript_prints_it(string given, string canonical) => Canonical(given).ShouldBe(canonical);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_refused(double value) => Should.Throw<ArgumentException>(() => CanonicalJson.Number(value));

    [Fact]
    public void A_number_beyond_every_double_is_refused() => Should.Throw<ArgumentException>(() => Canonical("1e999"));

    [Fact]
    public void The_vector_of_the_standard_comes_out_as_the_standard_prints_it() => Canonical(
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }
        """).ShouldBe("""{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");

    [Fact]
    public void Members_are_sorted_by_their_UTF_16_code_units() => Canonical(
        """{"\u20ac":"Euro","\r":"CR","\ufb33":"Dalet","1":"One","\ud83d\ude00":"Smile","\u0080":"Control","\u00f6":"o"}""")
        .ShouldBe("{\"\\r\":\"CR\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"o\",\"\u20ac\":\"Euro\",\"\ud83d\ude00\":\"Smile\",\"\ufb33\":\"Dalet\"}");

    [Fact]
    public void Only_quote_backslash_and_controls_are_escaped_and_each_in_its_shortest_form() =>
        Canonical("""["\u0000\u0001\u001f\b\t\n\f\r\"\\\/\u007f<>&'+执\u2028"]""")
            .ShouldBe("[\"\\u0000\\u0001\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f<>&'+执\u2028\"]");

    [Theory]
    [InlineData("""["\ud83d"]""")]
    [InlineData("""["\ude00"]""")]
    [InlineData("""["\ude00\ud83d"]""")]
    [InlineData("""["\ud83dx"]""")]
    [InlineData("""{"\ud83d":1}""")]
    public void A_lone_surrogate_in_JSON_is_refused(string json) => Should.Throw<ArgumentException>(() => Canonical(json));

    [Fact]
    public void A_lone_surrogate_in_a_fact_is_refused_and_never_replaced()
    {
        foreach (var text in new[] { "理由\ud83d", "\ude00理由", "\ude00\ud83d" })
        {
            Should.Throw<ArgumentException>(() => CanonicalJson.Of(new Sample(text, 1, null)));
        }
    }

    [Fact]
    public void A_fact_has_snake_case_members_and_no_nulls() =>
        CanonicalJson.Of(new Sample("甲", 2, null)).ShouldBe("""{"some_text":"甲","whole_number":2}""");

    [Fact]
    public void A_fact_is_read_back_as_it_was_written()
    {
        var sample = new Sample("甲\ud83d\ude00\u0000", -3, new DateOnly(2026, 2, 14));
        CanonicalJson.Read(CanonicalJson.Of(sample), typeof(Sample)).ShouldBe(sample);
    }

    [Fact]
    public void An_enum_stored_as_a_number_is_not_read() =>
        Should.Throw<JsonException>(() => CanonicalJson.Read("1", typeof(Origin)));

    [Fact]
    public void The_canonical_text_of_a_canonical_text_is_itself() => Prop.ForAll(Values().ToArbitrary(), json =>
    {
        var once = Canonical(json);
        return Canonical(once) == once;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_members_changes_nothing() => Prop.ForAll(Members().ToArbitrary(), members =>
        Canonical(Object(members)) == Canonical(Object(members.Reverse()))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_double_is_read_back_as_the_same_double() => Prop.ForAll<double>(value =>
        !double.IsFinite(value) ||
        BitConverter.DoubleToInt64Bits(double.Parse(CanonicalJson.Number(value), CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(value + 0.0)).QuickCheckThrowOnFailure();

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CanonicalJson.Of(document.RootElement);
    }

    private static string Object(IEnumerable<(string Name, string Value)> members) =>
        "{" + string.Join(" , ", members.Select(m => JsonSerializer.Serialize(m.Name) + " : " + m.Value)) + "}";

    private static Gen<string> Names() => Gen.Elements("a", "b", "é", "执", "\ud83d\ude00", "\ufb33", "A", "1", "_", "\"").NonEmptyListOf()
        .Select(letters => string.Concat(letters.Take(4)));

    private static Gen<(string Name, string Value)[]> Members() =>
        from pairs in (from name in Names() from value in Scalars() select (Name: name, Value: value)).ListOf()
        select pairs.DistinctBy(p => p.Name).ToArray();

    private static Gen<string> Scalars() => Gen.OneOf(
        Gen.Elements("null", "true", "false", "-0", "1e4", "0.1e1", "1E-9", "12345678901234567890"),
        Names().Select(text => JsonSerializer.Serialize(text)),
        ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(d => d.ToString("R", CultureInfo.InvariantCulture)));

    private static Gen<string> Values() => from members in Members() from inner in Members()
        select "[" + Object(members.Append(("inner", Object(inner))).DistinctBy(m => m.Item1)) + ", " + Object(inner) + "]";

    private sealed record Sample(string SomeText, int WholeNumber, DateOnly? On);
}

using System.Text.RegularExpressions;
using Zhixin.Web.Texts;

namespace Zhixin.Web.Tests.Texts;

/// <summary>Whoever is refused is told why, and what would make it possible.</summary>
public sealed partial class RefusalTextTests
{
    /// <summary>Keys that are not made with a literal: the authority matrix and the conflict.</summary>
    private static readonly string[] Named = ["authority.post", "authority.relation", "authority.bar", "conflict"];

    [Fact]
    public void Every_refusal_of_the_product_has_a_reason_and_a_remedy_in_words()
    {
        var faults = new List<string>();
        var keys = Sources().SelectMany(s => RefusalKeys.Of(s.File, s.Text, faults)).ToList();
        faults.ShouldBeEmpty();
        keys.Count.ShouldBeGreaterThan(50, "else the scan finds nothing");
        RefusalKeys.Untold(keys.Concat(Named), RefusalTexts.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void The_keys_of_the_authority_matrix_are_those_that_it_names() => AuthorityKey().Matches(Source("src/Zhixin/Authority/AuthorityMatrix.cs"))
        .Select(m => m.Groups[1].Value).Distinct().ShouldBe(Named.Where(n => n.StartsWith("authority.", StringComparison.Ordinal)), ignoreOrder: true);

    [Fact]
    public void Every_reason_not_to_take_a_ledger_file_has_its_own_text()
    {
        var codes = LedgerCode().Matches(Source("src/Zhixin.Database/Ledger/LedgerFileRefusal.cs")).Select(m => "ledger-file." + m.Groups[1].Value).ToList();
        codes.Count.ShouldBeGreaterThan(5, "else the scan finds nothing");
        RefusalKeys.Untold(codes, RefusalTexts.Keys).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""return new Refusal.State("planted-key", 1);""")]
    [InlineData("""_ => new Refusal.Law("GC21-13", "planted-key"),""")]
    [InlineData("""refusals.Add(new Refusal.Input(nameofField, "planted-key"));""")]
    [InlineData("""const string Key = "planted-"; new Refusal.Input("from", Key + "key")""")]
    public void A_key_without_texts_is_found(string source)
    {
        var faults = new List<string>();
        RefusalKeys.Untold(RefusalKeys.Of("Planted.cs", source, faults), RefusalTexts.Keys).ShouldBe(["planted-key", "planted-key.remedy"]);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_reason_without_a_remedy_is_found() => RefusalKeys.Untold(["a", "b"], ["a", "a.remedy", "b"]).ShouldBe(["b.remedy"]);

    [Fact]
    public void A_family_of_keys_without_texts_is_found() =>
        RefusalKeys.Untold(RefusalKeys.Of("Planted.cs", """new Refusal.Input("file", "planted." + code)""", []), RefusalTexts.Keys).ShouldBe(["planted.*", "planted.*.remedy"]);

    [Theory]
    [InlineData("return new Refusal.State(message);")]
    [InlineData("""return new Refusal.Input("from", Unknown + "key");""")]
    public void A_key_that_cannot_be_read_is_a_fault_and_not_passed_over(string source)
    {
        var faults = new List<string>();
        RefusalKeys.Of("Planted.cs", source, faults).ShouldBeEmpty();
        faults.Count.ShouldBe(1);
    }

    [Fact]
    public void No_text_is_empty_and_every_placeholder_stands_in_braces() =>
        RefusalTexts.Keys.Where(key => string.IsNullOrWhiteSpace(RefusalTexts.Of(key)) || Brace().Replace(RefusalTexts.Of(key), "").AsSpan().ContainsAny('{', '}')).ShouldBeEmpty();

    private static IEnumerable<(string File, string Text)> Sources() => Directory.GetFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path.GetRelativePath(Root(), path), File.ReadAllText(path)));

    private static string Source(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Zhixin.slnx")))
        {
            folder = folder.Parent.ShouldNotBeNull("the tests run inside a checkout");
        }

        return folder.FullName;
    }

    [GeneratedRegex("""Refused\(act, rows, "([^"]+)",""")]
    private static partial Regex AuthorityKey();

    [GeneratedRegex("""new\("([a-z-]+)",""")]
    private static partial Regex LedgerCode();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Brace();
}

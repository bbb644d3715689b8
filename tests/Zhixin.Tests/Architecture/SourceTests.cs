using Zhixin.History;

namespace Zhixin.Tests.Architecture;

/// <summary>The shape of the product's source; every rule is also seen to fail.</summary>
public sealed class SourceTests
{
    /// <summary>Files of more than 250 lines, each with its reason.</summary>
    private static readonly Dictionary<string, string> Long = new(StringComparer.Ordinal)
    {
        ["src/Zhixin.Database/Ledger/XlsxWorkbook.cs"] = "one format, read in one pass; its parts share the limits",
    };

    private static readonly IReadOnlyList<SourceFile> Product = Sources("src");

    private static readonly IReadOnlyList<SourceFile> Core = [.. Product.Where(f => f.Path.StartsWith("src/Zhixin/", StringComparison.Ordinal))];

    [Fact]
    public void Every_module_of_the_core_uses_only_modules_below_it() => Core.SelectMany(SourceRules.UsesOfLaterModules).ShouldBeEmpty();

    [Theory]
    [InlineData("src/Zhixin/Courts/Planted.cs", "using Zhixin.Petitions;")]
    [InlineData("src/Zhixin/Calendar/Planted.cs", "private Zhixin.Regulations.RuleBook _rules;")]
    [InlineData("src/Zhixin/Regulations/Planted.cs", "public Obligations.Obligation First { get; }")]
    [InlineData("src/Zhixin/Petitions/Acts/Planted.cs", "using Zhixin.Ledger;")]
    public void A_use_of_a_module_above_is_found(string path, string line) =>
        SourceRules.UsesOfLaterModules(new SourceFile(path, line)).Count().ShouldBe(1);

    [Theory]
    [InlineData("src/Zhixin/Petitions/Planted.cs", "using Zhixin.Intake;")]
    [InlineData("src/Zhixin/Intake/Planted.cs", "/// see Zhixin.Petitions.Petition")]
    [InlineData("src/Zhixin/Courts/Planted.cs", "var x = setting.Calendar.Due(day);")]
    public void A_use_of_a_module_below_a_comment_and_a_member_of_that_name_are_no_violation(string path, string line) =>
        SourceRules.UsesOfLaterModules(new SourceFile(path, line)).ShouldBeEmpty();

    [Fact]
    public void Every_folder_of_the_core_has_its_place_in_the_order() =>
        Core.Select(f => SourceRules.Module(f.Path)).Where(m => m.Length > 0).Distinct().ShouldBeSubsetOf(SourceRules.Modules);

    [Fact]
    public void The_core_touches_neither_files_nor_clock_nor_network_nor_framework() => Core.SelectMany(SourceRules.Impurities).ShouldBeEmpty();

    [Theory]
    [InlineData("var text = File.ReadAllText(path);")]
    [InlineData("if (!Directory.Exists(root))")]
    [InlineData("using var reader = new StreamReader(path);")]
    [InlineData("public Desk(TimeProvider clock)")]
    [InlineData("using Npgsql;")]
    [InlineData("using Microsoft.AspNetCore.Http;")]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("Console.WriteLine(x);")]
    [InlineData("var root = Environment.CurrentDirectory;")]
    public void A_touch_of_the_world_is_found(string line) => SourceRules.Impurities(new SourceFile("src/Zhixin/Planted.cs", line)).ShouldNotBeEmpty();

    [Fact]
    public void The_core_refers_to_the_base_library_and_the_YAML_reader_alone() =>
        typeof(Refusal).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name != "YamlDotNet").ShouldBeEmpty();

    [Fact]
    public void Nobody_looks_at_the_clock_of_the_machine() => Product.SelectMany(SourceRules.ClockReadings).ShouldBeEmpty();

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var today = DateTime.Today;")]
    [InlineData("var id = Guid.CreateVersion7();")]
    public void A_look_at_the_clock_is_found(string line) => SourceRules.ClockReadings(new SourceFile("src/Planted.cs", line)).Count().ShouldBe(1);

    [Fact]
    public void A_file_of_more_than_250_lines_is_listed_with_its_reason() =>
        TooLong(Product).Where(path => !Long.ContainsKey(path)).ShouldBeEmpty();

    [Fact]
    public void A_file_that_is_too_long_is_found() =>
        TooLong([new SourceFile("src/A.cs", new string('\n', 250)), new SourceFile("src/B.cs", new string('\n', 251))]).ShouldBe(["src/B.cs"]);

    [Fact]
    public void Facts_never_change() => FactCatalogue.All.Keys.SelectMany(Immutability.Faults).ShouldBeEmpty();

    [Fact]
    public void A_fact_that_can_change_is_found() => Immutability.Faults(typeof(Planted)).ShouldBe(
        ["Planted.Settable can be set", "Planted.Items is a list that can change", "Inner.Deep can be set", "Planted.Field is a field"], ignoreOrder: true);

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) => files.Where(f => f.Text.Count(c => c == '\n') > 250).Select(f => f.Path);

    private static List<SourceFile> Sources(string folder) => [.. System.IO.Directory
        .GetFiles(Path.Combine(ProjectFiles.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => new SourceFile(Path.GetRelativePath(ProjectFiles.Root, path).Replace('\\', '/'), File.ReadAllText(path)))];

    private sealed record Planted(string Reason, List<string> Items, IReadOnlyList<Inner> Fine)
    {
        public readonly int Field = 1;

        public string Settable { get; set; } = "";
    }

    private sealed record Inner(int Whole)
    {
        public int Deep { get; set; }
    }
}

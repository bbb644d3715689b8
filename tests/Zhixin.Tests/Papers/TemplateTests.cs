using FsCheck;
using FsCheck.Fluent;
using Zhixin.Papers;

namespace Zhixin.Tests.Papers;

/// <summary>Templates are data: what they say is checked when they are read, and what they are filled with is taken as it is.</summary>
public sealed class TemplateTests
{
    private const string Minimal = "kind: remedy-notice\nversion: 1\ntitle: 告知书\nseries: 信告\nblocks:\n";

    private static readonly string Folder = Path.Combine(ProjectFiles.Root, "papers");

    public static TheoryData<string> Kinds() => [.. PaperKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_template_and_every_template_fills_for_a_rich_matter(string kind)
    {
        var template = Shipped(kind);
        var values = PaperKinds.Find(kind)!.All.ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[$"甲{f.Name}", "乙"]);
        var lines = template.Fill(values, "（2026）豫0802信受1号").Lines.ToList();
        lines.ShouldAllBe(line => !line.Contains('{') && !line.Contains('}') && line.Length > 0);
        foreach (var field in values.Keys.Where(f => template.Blocks.SelectMany(b => b.Pattern.Lines).Any(l => l.Contains($"{{{f}}}", StringComparison.Ordinal)) && !Left(template, f)))
        {
            lines.ShouldContain(line => line.Contains($"甲{field}", StringComparison.Ordinal), field);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_template_fills_for_a_poor_matter_that_has_nothing_that_may_be_absent(string kind)
    {
        var values = PaperKinds.Find(kind)!.All.Where(f => !f.IsOptional).ToDictionary(f => f.Name, f => (IReadOnlyList<string>)["甲"]);
        Shipped(kind).Fill(values, null).Lines.ShouldAllBe(line => !line.Contains('{') && line.Length > 0);
    }

    [Fact]
    public void The_operations_guide_lists_every_field_of_every_kind()
    {
        var guide = ProjectFiles.Read("docs", "operations.md");
        static string Word(PaperField field) => field.IsOptional ? $"[`{field.Name}`]" : $"`{field.Name}`";
        guide.ShouldContain("Fields of every kind but the receipt: " + string.Join(", ", PaperKinds.Common.Select(Word)) + ".");
        guide.ShouldContain("Fields of every paper of a supervision: " + string.Join(", ", SupervisionPapers.Common.Select(Word)) + ".");
        guide.ShouldContain("Fields of it beside its own: " + string.Join(", ", CheckPapers.Common.Select(Word)) + ".");
        foreach (var kind in PaperKinds.All)
        {
            guide.ShouldContain($"| `{kind.Code}` | {string.Join(", ", kind.Fields.Select(Word))} |");
        }
    }

    [Fact]
    public void Series_are_of_one_kind_each_so_that_a_number_tells_its_kind() =>
        PaperKinds.All.Where(k => !k.IsDrawn).Select(k => Shipped(k.Code).Series).ShouldBeUnique();

    [Fact]
    public void No_template_lies_in_the_folder_that_no_kind_has() =>
        System.IO.Directory.GetFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)).Order().ShouldBe(PaperKinds.All.Select(k => k.Code).Order());

    [Theory]
    [InlineData("- text: \"{remedy}\"\n", 6, "has no field {remedy}")]
    [InlineData("- text: 甲\n- text: 案号{case_number}\n", 7, "needs \"when: case_number\"")]
    [InlineData("- text: 甲{court\n", 6, "a brace that belongs to no field")]
    [InlineData("- text: 甲}\n", 6, "a brace that belongs to no field")]
    [InlineData("- text: 甲\n  when: court\n", 7, "is no field that may be absent")]
    [InlineData("- text: 甲\n  heading: 乙\n", 6, "a block is one of")]
    [InlineData("- paragraph: 甲\n", 6, "\"paragraph\" is not known here")]
    [InlineData("- list: 一、{remedies}\n", 6, "a list is one field alone")]
    [InlineData("- table: 甲\n", 6, "a table is terms with their texts")]
    public void A_wrong_block_is_told_with_file_and_line(string blocks, int line, string problem)
    {
        var wrong = Should.Throw<DataFileException>(() => TemplateReader.Read("papers/remedy-notice.yaml", Minimal + blocks));
        (wrong.File, wrong.Line).ShouldBe(("papers/remedy-notice.yaml", line));
        wrong.Problem.ShouldContain(problem);
    }

    [Theory]
    [InlineData("kind: love-letter\nversion: 1\ntitle: 书\nseries: 信\nblocks: []\n", "is no kind of paper")]
    [InlineData("kind: reply\nversion: 1\ntitle: 书\nblocks: []\n", "\"series\" is missing")]
    [InlineData("kind: receipt\nversion: 1\ntitle: 书\nseries: 信\nblocks: []\n", "has no series")]
    [InlineData("kind: reply\nversion: 1\ntitle: 书\nseries: 信-1\nblocks: []\n", "a series is one to ten Chinese characters")]
    [InlineData("kind: reply\nversion: 1\ntitle: \"{court}\"\nseries: 信复\nblocks: []\n", "has no fields")]
    public void A_wrong_head_is_told(string text, string problem) =>
        Should.Throw<DataFileException>(() => TemplateReader.Read("x.yaml", text)).Problem.ShouldContain(problem);

    [Fact]
    public void A_block_is_there_by_the_presence_of_a_field_and_a_row_without_its_field_is_left_out()
    {
        var template = TemplateReader.Read(
            "x.yaml", Minimal + "- text: 有案号{case_number}\n  when: case_number\n- text: 没有案号\n  unless: case_number\n- table:\n    案号: \"{case_number}\"\n    编号: \"{petition_number}\"\n");
        var values = new Dictionary<string, IReadOnlyList<string>> { ["court"] = ["法院"], ["petition_number"] = ["7"] };
        template.Fill(values, null).Lines.ShouldBe(["法院", "告知书", "没有案号", "编号", "7"]);
        template.Fill(new Dictionary<string, IReadOnlyList<string>>(values) { ["case_number"] = [" \n "] }, null).Lines.ShouldBe(["法院", "告知书", "没有案号", "编号", "7"], "a blank is no value");
        template.Fill(new Dictionary<string, IReadOnlyList<string>>(values) { ["case_number"] = ["执1号"] }, null).Lines.ShouldBe(["法院", "告知书", "有案号执1号", "案号", "执1号", "编号", "7"]);
    }

    [Fact]
    public void A_required_field_without_a_value_is_an_error_and_not_a_hole() =>
        Should.Throw<InvalidOperationException>(() => TemplateReader.Read("x.yaml", Minimal + "- text: \"{petitioners}\"\n").Fill(new Dictionary<string, IReadOnlyList<string>> { ["court"] = ["法院"] }, null));

    [Fact]
    public void Several_lines_of_a_value_become_paragraphs_and_numbered_items()
    {
        var template = TemplateReader.Read("x.yaml", Minimal + "- text: 事项：{subject}\n  when: subject\n- list: \"{remedies}\"\n");
        var lines = template.Fill(new Dictionary<string, IReadOnlyList<string>> { ["court"] = ["法院"], ["subject"] = ["第一段\r\n\r\n第二段"], ["remedies"] = ["异议", "复议"] }, null).Lines;
        lines.Skip(2).ShouldBe(["事项：第一段", "第二段", "1. 异议", "2. 复议"]);
    }

    [Fact]
    public void Whatever_a_value_holds_it_is_set_in_as_it_is_without_what_no_paper_can_hold() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed =>
    {
        var value = (typed ?? string.Empty) + "{court}<b>&";
        var lines = TemplateReader.Read("x.yaml", Minimal + "- to: \"{petitioners}\"\n").Fill(new Dictionary<string, IReadOnlyList<string>> { ["court"] = ["法院"], ["petitioners"] = [value] }, null).Lines.ToList();
        lines.Count.ShouldBe(3);
        lines[2].ShouldEndWith("{court}<b>&");
        lines[2].ShouldAllBe(c => !char.IsControl(c) && c != '\uFFFF');
    }).QuickCheckThrowOnFailure();

    /// <summary>A block that a present field leaves out.</summary>
    private static bool Left(PaperTemplate template, string field) =>
        template.Blocks.Where(b => b.Pattern.Lines.Any(l => l.Contains($"{{{field}}}", StringComparison.Ordinal))).All(b => b.Unless.Count > 0);

    private static PaperTemplate Shipped(string kind) => TemplateReader.Read($"papers/{kind}.yaml", ProjectFiles.Read("papers", kind + ".yaml"));
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using Zhixin.Database.Setup;
using Zhixin.Papers;
using Zhixin.Web.Papers;
using Zhixin.Web.Tests.Shell;

namespace Zhixin.Web.Tests.Papers;

/// <summary>The DOCX and the print view are two drawings of one paper.</summary>
public sealed class DocxTests
{
    public static TheoryData<string> Kinds() => [.. PaperKinds.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_is_a_valid_document_with_the_text_of_the_print_view(string kind)
    {
        var paper = Full(kind);
        using var file = new MemoryStream(Docx.Of(paper, "作废"));
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var written = Lines(document);
        written.ShouldBe(paper.Lines);
        (await Drawn(paper)).ShouldBe(written);
        document.MainDocumentPart!.HeaderParts.Single().Header.InnerText.ShouldBe("作废");
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes_and_the_page_is_that_of_the_standard()
    {
        var paper = Full(PaperKinds.Reply);
        Docx.Of(paper, null).ShouldBe(Docx.Of(paper, null));
        using var file = new MemoryStream(Docx.Of(paper, null));
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var page = document.MainDocumentPart!.Document.Body!.GetFirstChild<SectionProperties>()!;
        var margin = page.GetFirstChild<PageMargin>()!;
        (Millimetres(margin.Top!.Value), Millimetres(margin.Bottom!.Value), Millimetres((int)margin.Left!.Value), Millimetres((int)margin.Right!.Value)).ShouldBe((37, 35, 28, 26));
    }

    [Fact]
    public void Whatever_is_typed_the_document_opens_and_holds_it() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed =>
    {
        var template = TemplateReader.Read("x.yaml", "kind: remedy-notice\nversion: 1\ntitle: 告知书\nseries: 信告\nblocks:\n- to: \"{petitioners}\"\n- text: \"{subject}\"\n  when: subject\n");
        var paper = template.Fill(new Dictionary<string, IReadOnlyList<string>> { ["court"] = ["法院"], ["petitioners"] = [typed + "<w:p>&]]>"], ["subject"] = [typed ?? " "] }, null);
        using var file = new MemoryStream(Docx.Of(paper, null));
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        Lines(document).ShouldBe(paper.Lines);
        Drawn(paper).GetAwaiter().GetResult().ShouldBe(paper.Lines);
    }).QuickCheckThrowOnFailure();

    private static int Millimetres(int twips) => (int)Math.Round(twips * 25.4 / 1440);

    private static List<string> Lines(WordprocessingDocument document) => [.. document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText)];

    private static async Task<List<string>> Drawn(Paper paper)
    {
        var page = await Rendering.Document<PaperSheet>(("Paper", paper), ("Mark", null));
        return [.. page.QuerySelectorAll(".paper p, .paper h1, .paper h2, .paper th, .paper td").Select(e => e.TextContent)];
    }

    private static Paper Full(string kind)
    {
        var file = $"papers/{kind}.yaml";
        var template = TemplateReader.Read(file, File.ReadAllText(Path.Combine(DataFiles.Root, file)));
        return template.Fill(PaperKinds.Find(kind)!.All.ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[$"甲 & 乙 <{f.Name}>", "第二行"]), "（2026）豫0802信受12号");
    }
}

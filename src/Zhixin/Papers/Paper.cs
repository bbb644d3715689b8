using System.Text.Json.Serialization;

namespace Zhixin.Papers;

/// <summary>
/// A paper as it is issued: everything that stands on it, in order. Print view and DOCX are two ways to draw it, and its canonical JSON is what is kept.
/// </summary>
/// <param name="Kind">Code of <see cref="PaperKinds"/>.</param>
/// <param name="Court">Name of the issuing court, above the title.</param>
/// <param name="Number">"（2026）豫0802信受12号"; null in a preview, which has none.</param>
public sealed record Paper(string Kind, string Court, string Title, string? Number, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>Every line in reading order, as both drawings must show them.</summary>
    public IEnumerable<string> Lines => [Court, Title, .. Number is null ? [] : new[] { Number }, .. Blocks.SelectMany(block => block.Lines)];
}

/// <summary>A part of a paper. In a template its texts hold fields in braces; in a paper they are filled.</summary>
[JsonDerivedType(typeof(Addressee), "addressee")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Items), "items")]
[JsonDerivedType(typeof(Signature), "signature")]
[JsonDerivedType(typeof(ByHand), "by-hand")]
public abstract record PaperBlock
{
    private PaperBlock()
    {
    }

    /// <summary>Its lines in reading order.</summary>
    [JsonIgnore]
    public IEnumerable<string> Lines => this switch
    {
        Addressee to => [to.Text],
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        Table table => table.Rows.SelectMany(row => new[] { row.Term, row.Text }),
        Items items => items.Texts,
        Signature signature => signature.Texts,
        ByHand hand => hand.Texts,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>To whom it goes; without indent.</summary>
    public sealed record Addressee(string Text) : PaperBlock;

    /// <summary>A heading inside the text.</summary>
    public sealed record Heading(string Text) : PaperBlock;

    /// <summary>A paragraph, indented by two characters.</summary>
    public sealed record Paragraph(string Text) : PaperBlock;

    /// <summary>Terms with their values.</summary>
    public sealed record Table(IReadOnlyList<PaperRow> Rows) : PaperBlock;

    /// <summary>Numbered lines; the number is part of each text.</summary>
    public sealed record Items(IReadOnlyList<string> Texts) : PaperBlock;

    /// <summary>Court and date, at the right.</summary>
    public sealed record Signature(IReadOnlyList<string> Texts) : PaperBlock;

    /// <summary>Lines to be filled in and signed by hand.</summary>
    public sealed record ByHand(IReadOnlyList<string> Texts) : PaperBlock;
}

/// <summary>A row of a table.</summary>
public sealed record PaperRow(string Term, string Text);

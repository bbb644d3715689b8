using System.IO.Compression;
using System.Xml;
using Zhixin.Papers;
using static Zhixin.Web.Papers.DocxParts;

namespace Zhixin.Web.Papers;

/// <summary>
/// Draws a paper as DOCX: the page of GB/T 9704-2012 (A4, margins 37, 35, 28 and 26 mm, 16 pt 仿宋, 28.95 pt lines). The same paper gives the same bytes: no time, no
/// name and no random id stands in the file.
/// </summary>
public static class Docx
{
    /// <summary>Media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";


    /// <summary>Width between the margins, in twentieths of a point.</summary>
    private const int TextWidth = 8844;

    /// <summary>The file.</summary>
    /// <param name="mark">Such as "作废", in the head of every page; null where there is none.</param>
    public static byte[] Of(Paper paper, string? mark)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Frame(zip);
            Part(zip, "word/header1.xml", xml => Band(xml, "hdr", x => Paragraph(x, mark ?? string.Empty, new Look("center", 44, Colour: "A0A0A0"))));
            Part(zip, "word/footer1.xml", xml => Band(xml, "ftr", PageNumber));
            Part(zip, "word/document.xml", xml => Document(xml, paper));
        }

        return bytes.ToArray();
    }

    private static void Document(XmlWriter xml, Paper paper)
    {
        xml.WriteStartElement("w", "document", W);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("w", "body", W);
        Paragraph(xml, paper.Court, Look.Title);
        Paragraph(xml, paper.Title, Look.Title with { After = 1 });
        if (paper.Number is not null)
        {
            Paragraph(xml, paper.Number, new Look("right", After: 1));
        }

        foreach (var block in paper.Blocks)
        {
            Block(xml, block);
        }

        Section(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Block(XmlWriter xml, PaperBlock block)
    {
        switch (block)
        {
            case PaperBlock.Addressee to:
                Paragraph(xml, to.Text, new Look());
                break;
            case PaperBlock.Heading heading:
                Paragraph(xml, heading.Text, new Look(Indent: true, Font: "黑体"));
                break;
            case PaperBlock.Table table:
                Table(xml, table);
                break;
            case PaperBlock.Signature signature:
                Each(xml, signature.Texts, (i, _) => new Look("right", Before: i == 0 ? 2 : 0));
                break;
            case PaperBlock.ByHand hand:
                Each(xml, hand.Texts, (i, _) => new Look(Indent: true, Before: i == 0 ? 1 : 0));
                break;
            default:
                Each(xml, [.. block.Lines], (_, _) => new Look(Indent: true));
                break;
        }
    }

    private static void Each(XmlWriter xml, IReadOnlyList<string> lines, Func<int, string, Look> look)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            Paragraph(xml, lines[i], look(i, lines[i]));
        }
    }

    /// <summary>How a paragraph looks.</summary>
    /// <param name="Size">In half points.</param>
    /// <param name="Before">Empty lines before, and <paramref name="After"/> after it.</param>
    private sealed record Look(string Align = "both", int Size = 32, bool Indent = false, string? Font = null, int Before = 0, int After = 0, string? Colour = null)
    {
        public static Look Title { get; } = new("center", 44, Font: "方正小标宋简体");

        public int Line => Size > 40 ? 680 : 579;
    }

    private static void Paragraph(XmlWriter xml, string text, Look look)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        Empty(xml, "spacing", ("before", $"{look.Before * 579}"), ("after", $"{look.After * 579}"), ("line", $"{look.Line}"), ("lineRule", "exact"));
        if (look.Indent)
        {
            Empty(xml, "ind", ("firstLineChars", "200"), ("firstLine", "640"));
        }

        Empty(xml, "jc", ("val", look.Align));
        xml.WriteEndElement();
        Run(xml, text, look);
        xml.WriteEndElement();
    }

    private static void Run(XmlWriter xml, string text, Look look)
    {
        xml.WriteStartElement("r", W);
        xml.WriteStartElement("rPr", W);
        if (look.Font is { } font)
        {
            Empty(xml, "rFonts", ("ascii", font), ("hAnsi", font), ("eastAsia", font));
        }

        if (look.Colour is { } colour)
        {
            Empty(xml, "color", ("val", colour));
        }

        Empty(xml, "sz", ("val", $"{look.Size}"));
        Empty(xml, "szCs", ("val", $"{look.Size}"));
        xml.WriteEndElement();
        xml.WriteStartElement("t", W);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Table(XmlWriter xml, PaperBlock.Table table)
    {
        const int term = 2300;
        xml.WriteStartElement("tbl", W);
        xml.WriteStartElement("tblPr", W);
        Empty(xml, "tblW", ("w", $"{TextWidth}"), ("type", "dxa"));
        xml.WriteStartElement("tblBorders", W);
        foreach (var side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
        {
            Empty(xml, side, ("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000"));
        }

        xml.WriteEndElement();
        Empty(xml, "tblLayout", ("type", "fixed"));
        xml.WriteEndElement();
        xml.WriteStartElement("tblGrid", W);
        Empty(xml, "gridCol", ("w", $"{term}"));
        Empty(xml, "gridCol", ("w", $"{TextWidth - term}"));
        xml.WriteEndElement();
        foreach (var row in table.Rows)
        {
            xml.WriteStartElement("tr", W);
            Cell(xml, row.Term, term);
            Cell(xml, row.Text, TextWidth - term);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string text, int width)
    {
        xml.WriteStartElement("tc", W);
        xml.WriteStartElement("tcPr", W);
        Empty(xml, "tcW", ("w", $"{width}"), ("type", "dxa"));
        xml.WriteEndElement();
        Paragraph(xml, text, new Look("left", 28));
        xml.WriteEndElement();
    }

    private static void Section(XmlWriter xml)
    {
        xml.WriteStartElement("sectPr", W);
        Reference(xml, "headerReference", "rId3");
        Reference(xml, "footerReference", "rId2");
        Empty(xml, "pgSz", ("w", "11906"), ("h", "16838"));
        Empty(xml, "pgMar", ("top", "2098"), ("right", "1474"), ("bottom", "1984"), ("left", "1588"), ("header", "851"), ("footer", "1417"), ("gutter", "0"));
        xml.WriteEndElement();
    }

    private static void Reference(XmlWriter xml, string name, string id)
    {
        xml.WriteStartElement(name, W);
        xml.WriteAttributeString("type", W, "default");
        xml.WriteAttributeString("id", Relations, id);
        xml.WriteEndElement();
    }

    private static void Band(XmlWriter xml, string name, Action<XmlWriter> content)
    {
        xml.WriteStartElement("w", name, W);
        content(xml);
        xml.WriteEndElement();
    }

    private static void PageNumber(XmlWriter xml)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        Empty(xml, "jc", ("val", "center"));
        xml.WriteEndElement();
        Run(xml, "— ", new Look(Size: 28));
        xml.WriteStartElement("fldSimple", W);
        xml.WriteAttributeString("instr", W, "PAGE");
        Run(xml, "1", new Look(Size: 28));
        xml.WriteEndElement();
        Run(xml, " —", new Look(Size: 28));
        xml.WriteEndElement();
    }
}

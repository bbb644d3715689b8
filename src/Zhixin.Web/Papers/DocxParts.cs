using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Zhixin.Web.Papers;

/// <summary>What every DOCX has around its text: types, links, default look.</summary>
internal static class DocxParts
{
    /// <summary>The namespace of Word's elements.</summary>
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The namespace of references between parts.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The parts that are the same in every file.</summary>
    public static void Frame(ZipArchive zip)
    {
        Part(zip, "[Content_Types].xml", Types);
        Part(zip, "_rels/.rels", xml => Links(xml, ("officeDocument", "word/document.xml")));
        Part(zip, "word/_rels/document.xml.rels", xml => Links(xml, ("styles", "styles.xml"), ("footer", "footer1.xml"), ("header", "header1.xml")));
        Part(zip, "word/styles.xml", Styles);
    }

    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("w", "styles", W);
        xml.WriteStartElement("docDefaults", W);
        xml.WriteStartElement("rPrDefault", W);
        xml.WriteStartElement("rPr", W);
        Empty(xml, "rFonts", ("ascii", "仿宋_GB2312"), ("hAnsi", "仿宋_GB2312"), ("eastAsia", "仿宋_GB2312"));
        Empty(xml, "sz", ("val", "32"));
        Empty(xml, "lang", ("val", "zh-CN"), ("eastAsia", "zh-CN"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Types(XmlWriter xml)
    {
        const string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        xml.WriteStartElement("Types", ContentTypes);
        Plain(xml, ContentTypes, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Plain(xml, ContentTypes, "Override", ("PartName", "/word/document.xml"), ("ContentType", word + "document.main+xml"));
        foreach (var (part, type) in (ReadOnlySpan<(string, string)>)[("styles", "styles"), ("header1", "header"), ("footer1", "footer")])
        {
            Plain(xml, ContentTypes, "Override", ("PartName", $"/word/{part}.xml"), ("ContentType", $"{word}{type}+xml"));
        }

        xml.WriteEndElement();
    }

    private static void Links(XmlWriter xml, params ReadOnlySpan<(string Type, string Target)> links)
    {
        xml.WriteStartElement("Relationships", Package);
        for (var i = 0; i < links.Length; i++)
        {
            Plain(xml, Package, "Relationship", ("Id", $"rId{i + 1}"), ("Type", $"{Relations}/{links[i].Type}"), ("Target", links[i].Target));
        }

        xml.WriteEndElement();
    }

    private static void Plain(XmlWriter xml, string space, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, space);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    /// <summary>An empty element with its attributes, all of the namespace of Word.</summary>
    public static void Empty(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, W);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, W, value);
        }

        xml.WriteEndElement();
    }

    /// <summary>A part of the package; always of the same time.</summary>
    public static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }
}

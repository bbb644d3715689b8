using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Zhixin.Database.Ledger;

/// <summary>One sheet of a workbook: its name, where its part stands in the package, and whether it is shown.</summary>
internal sealed record XlsxSheetPart(string Name, string Path, bool Hidden);

/// <summary>
/// What is shared by all sheets: their list, the table of strings, and which cell styles show a number as a date.
/// Elements are found by local name, because strict and transitional workbooks differ in their namespaces.
/// </summary>
internal sealed partial class XlsxWorkbook
{
    private const long SmallPart = 16L << 20;
    private static readonly FrozenSet<int> DateFormats =
        Enumerable.Range(14, 4).Append(22).Concat(Enumerable.Range(27, 10)).Concat(Enumerable.Range(50, 9)).ToFrozenSet();

    public required IReadOnlyList<XlsxSheetPart> Sheets { get; init; }

    public required IReadOnlyList<string> Strings { get; init; }

    public required IReadOnlySet<int> DateStyles { get; init; }

    /// <summary>Days to add to a serial number: 1462 in workbooks that count from 1904.</summary>
    public required int SerialOffset { get; init; }

    public static XlsxWorkbook Read(XlsxPackage package, XlsxLimits limits)
    {
        RefuseMacroTypes(package);
        var main = Relations(package, "_rels/.rels", "").FirstOrDefault(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target
            ?? throw new XlsxRefusedException(LedgerFileRefusal.NotExcel);
        using (var reader = package.Read(main, SmallPart))
        {
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "workbook")
            {
                throw new XlsxRefusedException(LedgerFileRefusal.NotExcel);
            }
        }

        var folder = main[..(main.LastIndexOf('/') + 1)];
        var relations = Relations(package, $"{folder}_rels/{main[folder.Length..]}.rels", folder);
        var (sheets, offset) = SheetList(package, main, relations);
        if (sheets.Count > limits.Sheets)
        {
            throw new XlsxRefusedException(LedgerFileRefusal.TooMuch($"{sheets.Count} 个工作表"));
        }

        string? Part(string type) => relations.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Target;
        return new()
        {
            Sheets = sheets,
            SerialOffset = offset,
            Strings = Part("/sharedStrings") is { } strings && package.Has(strings) ? SharedStrings(package, strings, limits) : [],
            DateStyles = Part("/styles") is { } styles && package.Has(styles) ? Styles(package, styles) : FrozenSet<int>.Empty,
        };
    }

    /// <summary>The text of an si or is element on which the reader stands: its runs without phonetic hints. Ends on the end element.</summary>
    public static string RichText(XmlReader reader)
    {
        var end = reader.LocalName;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth || reader.NodeType != XmlNodeType.EndElement || reader.LocalName != end)
        {
            if (reader.EOF)
            {
                break;
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(InnerText(reader));
            }
            else
            {
                reader.Read();
            }
        }

        return Unescape(text.ToString());
    }

    /// <summary>The text inside the element on which the reader stands; afterwards the reader stands behind it. Elements inside are passed over.</summary>
    public static string InnerText(XmlReader reader)
    {
        var text = new StringBuilder();
        var depth = reader.Depth;
        var empty = reader.IsEmptyElement;
        while (!empty && reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth == depth + 1 && reader.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                text.Append(reader.Value);
            }
        }

        reader.Read();
        return text.ToString();
    }

    /// <summary>Excel writes characters that XML cannot hold as _x000D_.</summary>
    private static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            : text;

    private static void RefuseMacroTypes(XlsxPackage package)
    {
        using var reader = package.Read("[Content_Types].xml", SmallPart);
        while (reader.Read())
        {
            var type = reader.NodeType == XmlNodeType.Element ? reader.GetAttribute("ContentType") : null;
            if (type is not null && type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            {
                throw new XlsxRefusedException(LedgerFileRefusal.Macros);
            }
        }
    }

    private static List<(string Id, string Type, string Target)> Relations(XlsxPackage package, string path, string folder)
    {
        var relations = new List<(string, string, string)>();
        if (!package.Has(path))
        {
            throw new XlsxRefusedException(path == "_rels/.rels" ? LedgerFileRefusal.NotExcel : LedgerFileRefusal.Damaged);
        }

        using var reader = package.Read(path, SmallPart);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External")
            {
                var target = reader.GetAttribute("Target") ?? "";
                relations.Add((reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type") ?? "", Resolve(folder, target)));
            }
        }

        return relations;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static (List<XlsxSheetPart> Sheets, int Offset) SheetList(XlsxPackage package, string main, List<(string Id, string Type, string Target)> relations)
    {
        var sheets = new List<XlsxSheetPart>();
        var offset = 0;
        using var reader = package.Read(main, SmallPart);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                offset = reader.GetAttribute("date1904") is "1" or "true" ? 1462 : 0;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                var name = reader.GetAttribute("name") ?? "";
                var hidden = reader.GetAttribute("state") is "hidden" or "veryHidden";
                var id = RelationId(reader);
                var relation = relations.Find(candidate => candidate.Id == id);
                if (relation.Type?.EndsWith("/worksheet", StringComparison.Ordinal) == true)
                {
                    sheets.Add(new(name, relation.Target, hidden));
                }
            }
        }

        return (sheets, offset);
    }

    /// <summary>The attribute r:id, whichever of the two namespaces of relationships the prefix means.</summary>
    private static string? RelationId(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            id = reader is { LocalName: "id", NamespaceURI.Length: > 0 } ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    private static List<string> SharedStrings(XlsxPackage package, string path, XlsxLimits limits)
    {
        var strings = new List<string>();
        using var reader = package.Read(path, limits.StringBytes);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(RichText(reader));
            }
        }

        return strings;
    }

    private static FrozenSet<int> Styles(XlsxPackage package, string path)
    {
        var custom = new Dictionary<int, string>();
        var dates = new HashSet<int>();
        var inCellFormats = false;
        var index = 0;
        using var reader = package.Read(path, SmallPart);
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCellFormats = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && int.TryParse(reader.GetAttribute("numFmtId"), out var id))
            {
                custom[id] = reader.GetAttribute("formatCode") ?? "";
            }
            else if (inCellFormats && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                _ = int.TryParse(reader.GetAttribute("numFmtId"), out var format);
                if (custom.TryGetValue(format, out var code) ? ShowsDate(code) : DateFormats.Contains(format))
                {
                    dates.Add(index);
                }

                index++;
            }
        }

        return dates.ToFrozenSet();
    }

    /// <summary>A format shows a date when, apart from quoted text, colours and escapes, it asks for a year or a day.</summary>
    private static bool ShowsDate(string code) => YearOrDay().IsMatch(Literals().Replace(code.Split(';')[0], ""));

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.")]
    private static partial Regex Literals();

    [GeneratedRegex("[yYdD]")]
    private static partial Regex YearOrDay();
}

using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Zhixin.Database.Ledger;
using Zhixin.Ledger;

namespace Zhixin.Database.Tests.Ledger;

/// <summary>A date that the workbook shows by a number format.</summary>
internal sealed record DateCell(DateOnly On, decimal TimeOfDay = 0);

/// <summary>Raw XML of a cell's inside and its attributes, for what offices' programs write and ours does not.</summary>
internal sealed record RawCell(string Attributes, string Inside);

/// <summary>Writes workbooks by hand, part by part, so that a test can have them as odd as offices do.</summary>
internal sealed class TestWorkbook
{
    private readonly List<(string Name, string State, List<object?[]> Rows, List<string> Merges, HashSet<int> Hidden)> sheets = [];
    private readonly Dictionary<string, string> extraParts = new(StringComparer.Ordinal);
    private readonly List<string> strings = [];

    public bool SharedStrings { get; init; } = true;

    public bool From1904 { get; init; }

    public bool WithoutReferences { get; init; }

    public string Namespace { get; init; } = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public string MainType { get; init; } = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public TestWorkbook Sheet(string name, IEnumerable<object?[]> rows, IEnumerable<string>? merges = null, IEnumerable<int>? hiddenRows = null, string state = "visible")
    {
        sheets.Add((name, state, [.. rows], [.. merges ?? []], [.. hiddenRows ?? []]));
        return this;
    }

    public TestWorkbook Part(string path, string content)
    {
        extraParts[path] = content;
        return this;
    }

    public MemoryStream Build(Func<string, string, string?>? change = null)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{MainType}"/></Types>""",
            ["_rels/.rels"] = Relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
            ["xl/styles.xml"] = $"""<styleSheet xmlns="{Namespace}"><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="[Red]General&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>""",
        };
        for (var at = 0; at < sheets.Count; at++)
        {
            parts[$"xl/worksheets/sheet{at + 1}.xml"] = SheetXml(sheets[at]);
        }

        parts["xl/sharedStrings.xml"] = $"""<sst xmlns="{Namespace}">{string.Concat(strings.Select(text => $"<si><t xml:space=\"preserve\">{Escape(text)}</t></si>"))}</sst>""";
        parts["xl/workbook.xml"] = $"""<workbook xmlns="{Namespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{(From1904 ? 1 : 0)}"/><sheets>{string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{Escape(sheet.Name)}\" sheetId=\"{at + 1}\" state=\"{sheet.State}\" r:id=\"rId{at + 1}\"/>"))}</sheets></workbook>""";
        parts["xl/_rels/workbook.xml.rels"] = Relationships([.. sheets.Select((_, at) => ($"rId{at + 1}", "worksheet", $"worksheets/sheet{at + 1}.xml")), ("rIdS", "styles", "styles.xml"), ("rIdT", "sharedStrings", "/xl/sharedStrings.xml")]);
        foreach (var (path, content) in extraParts)
        {
            parts[path] = content;
        }

        return Zip(parts.Select(part => (part.Key, change is null ? part.Value : change(part.Key, part.Value))));
    }

    public static MemoryStream Zip(IEnumerable<(string Path, string? Content)> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts.Where(part => part.Content is not null))
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }

    /// <summary>Opens the ledger and lists the contacts; fails the test when it is refused.</summary>
    public static List<LedgerRow> Contacts(Stream file)
    {
        var opening = LedgerFile.Open(file);
        using var ledger = opening.ShouldBeOfType<LedgerFileOpening.Opened>(opening.ToString()).File;
        return [.. ledger.Contacts()];
    }

    private static string Relationships(IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>""";

    private string SheetXml((string Name, string State, List<object?[]> Rows, List<string> Merges, HashSet<int> Hidden) sheet)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Namespace}\"><sheetData>\n");
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row{(WithoutReferences ? "" : $" r=\"{row + 1}\"")}{(sheet.Hidden.Contains(row + 1) ? " hidden=\"1\"" : "")}>");
            for (var column = 0; column < sheet.Rows[row].Length; column++)
            {
                xml.Append(Cell(sheet.Rows[row][column], WithoutReferences ? "" : $" r=\"{Letters(column)}{row + 1}\""));
            }

            xml.Append("</row>\n");
        }

        xml.Append("</sheetData>");
        xml.Append(sheet.Merges.Count == 0 ? "" : $"<mergeCells>{string.Concat(sheet.Merges.Select(area => $"<mergeCell ref=\"{area}\"/>"))}</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    private string Cell(object? value, string reference) => value switch
    {
        null => WithoutReferences ? "<c/>" : "",
        RawCell raw => $"<c{reference} {raw.Attributes}>{raw.Inside}</c>",
        DateCell date => $"<c{reference} s=\"2\"><v>{Serial(date).ToString(CultureInfo.InvariantCulture)}</v></c>",
        bool truth => $"<c{reference} t=\"b\"><v>{(truth ? 1 : 0)}</v></c>",
        int or long or decimal or double => $"<c{reference}><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>",
        string text when SharedStrings => $"<c{reference} t=\"s\"><v>{Shared(text)}</v></c>",
        _ => $"<c{reference} t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape((string)value)}</t></is></c>",
    };

    private decimal Serial(DateCell date) => date.On.DayNumber - new DateOnly(1899, 12, 30).DayNumber + date.TimeOfDay - (From1904 ? 1462 : 0);

    private int Shared(string text)
    {
        var index = strings.IndexOf(text);
        if (index < 0)
        {
            strings.Add(text);
            index = strings.Count - 1;
        }

        return index;
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Escape(string text) => SecurityElement.Escape(text);
}

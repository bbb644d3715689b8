using System.Text;
using Zhixin.Database.Ledger;

namespace Zhixin.Database.Tests.Ledger;

public sealed class LedgerFileRefusalTests
{
    private static readonly object?[] Header = ["序号", "信访人", "信访日期", "执行案号"];

    [Fact]
    public void Files_that_are_no_workbook_are_refused()
    {
        Code(new MemoryStream()).ShouldBe("empty");
        Code(Bytes("序号,信访人\n1,张三")).ShouldBe("not-excel");
        Code(Bytes("<html><table><tr><td>信访人</td></tr></table></html>")).ShouldBe("not-excel");
        Code(Bytes("PK")).ShouldBe("not-excel");
        Code(Bytes("PK\u0003\u0004 and then nothing of a zip")).ShouldBe("damaged");
        Code(TestWorkbook.Zip([("readme.txt", "x")])).ShouldBe("not-excel");
        Code(TestWorkbook.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")])).ShouldBe("not-excel");
    }

    [Fact]
    public void A_word_document_under_another_name_is_refused()
    {
        using var file = TestWorkbook.Zip(
        [
            ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""),
            ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
            ("word/document.xml", "<w/>"),
        ]);

        Code(file).ShouldBe("not-excel");
    }

    [Fact]
    public void Old_encrypted_binary_and_macro_workbooks_are_refused_each_with_its_remedy()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000]];
        byte[] encrypted = [.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]];

        Code(new MemoryStream(ole)).ShouldBe("old-excel");
        Code(new MemoryStream(encrypted)).ShouldBe("encrypted");
        Code(Sound().Part("xl/vbaProject.bin", "x").Build()).ShouldBe("macros");
        Code(Sound().Part("xl/workbook.bin", "x").Build()).ShouldBe("binary-excel");
        Code(new TestWorkbook { MainType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.Sheet("s", [Header]).Build()).ShouldBe("macros");
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("xl/worksheets/sheet1.xml")]
    public void A_missing_or_cut_part_is_damage(string part)
    {
        Code(Sound().Build((path, content) => path == part ? null : content)).ShouldBeOneOf("damaged", "not-excel");
        Code(Sound().Build((path, content) => path == part ? content[..^20] : content)).ShouldBe("damaged");
    }

    [Fact]
    public void A_file_cut_short_at_any_place_is_refused_and_never_throws()
    {
        var whole = Sound().Build().ToArray();
        for (var length = 1; length < whole.Length; length += 37)
        {
            LedgerFile.Open(new MemoryStream(whole, 0, length)).ShouldBeOfType<LedgerFileOpening.Refused>();
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_read_or_refused_and_never_throws()
    {
        var whole = Sound().Build().ToArray();
        for (var at = 0; at < whole.Length; at += 3)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x5A;
            if (LedgerFile.Open(new MemoryStream(changed)) is LedgerFileOpening.Opened opened)
            {
                using var ledger = opened.File;
                ledger.Rows().Count().ShouldBeLessThan(10);
            }
        }
    }

    [Fact]
    public void A_document_type_declaration_is_damage()
    {
        var bomb = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>""";
        Code(Sound().Build((path, content) => path == "xl/sharedStrings.xml" ? bomb + content : content)).ShouldBe("damaged");
    }

    [Fact]
    public void A_zip_bomb_is_refused_at_the_limit()
    {
        using var sheetBomb = Sound().Build((path, content) =>
            path == "xl/worksheets/sheet1.xml" ? content.Replace("<sheetData>", "<sheetData>" + new string(' ', 3_000_000), StringComparison.Ordinal) : content);
        using var stringBomb = Sound().Build((path, content) =>
            path == "xl/sharedStrings.xml" ? content.Replace("</sst>", "<si><t>" + new string('x', 3_000_000) + "</t></si></sst>", StringComparison.Ordinal) : content);
        using var many = TestWorkbook.Zip(Enumerable.Range(0, 30).Select(at => ($"p{at}", (string?)"")));

        var limits = new XlsxLimits(SheetBytes: 1_000_000, StringBytes: 1_000_000, Entries: 20);
        Code(sheetBomb, limits).ShouldBe("too-much");
        Code(stringBomb, limits).ShouldBe("too-much");
        Code(many, limits).ShouldBe("too-much");
        Code(Sound().Build(), limits with { FileBytes = 100 }).ShouldBe("too-large");
        Code(Sound().Build(), limits with { Rows = 1 }).ShouldBe("too-much");
        Code(Sound().Build(), limits with { Rows = 2 }).ShouldBeNull();
    }

    [Fact]
    public void A_workbook_without_a_ledger_or_without_required_columns_says_what_is_missing()
    {
        Code(new TestWorkbook().Sheet("s", [["一案一行"]]).Build()).ShouldBe("no-header");
        Code(new TestWorkbook().Sheet("s", []).Build()).ShouldBe("no-header");
        var opening = LedgerFile.Open(new TestWorkbook().Sheet("表一", [["序号", "信访人", "责任单位", "备注", "执行案号"]]).Build());
        var why = opening.ShouldBeOfType<LedgerFileOpening.Refused>().Why;
        why.Code.ShouldBe("missing-columns");
        why.Text.ShouldBe("工作表“表一”缺少必需的列：信访日期。");
        why.AsRefusal().Message.ShouldBe("ledger-file.missing-columns");
    }

    private static TestWorkbook Sound() => new TestWorkbook().Sheet("s", [Header, [1, "张三", "2020-01-02", "（2020）豫08执1号"]]);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string? Code(Stream file, XlsxLimits? limits = null)
    {
        using (file)
        {
            switch (LedgerFile.Open(file, limits))
            {
                case LedgerFileOpening.Refused refused:
                    refused.Why.Text.ShouldEndWith("。");
                    return refused.Why.Code;
                case LedgerFileOpening.Opened opened:
                    opened.File.Dispose();
                    return null;
                default:
                    throw new InvalidOperationException();
            }
        }
    }
}

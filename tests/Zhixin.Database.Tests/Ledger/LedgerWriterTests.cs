using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Zhixin.Database.Ledger;
using Zhixin.Ledger;

namespace Zhixin.Database.Tests.Ledger;

public sealed class LedgerWriterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void What_is_written_is_a_valid_workbook_by_the_schema()
    {
        using var file = Written([[1, new DateOnly(2020, 2, 29), "张三"], [null, null, null], [2, new DateOnly(1900, 1, 1), "a\u0001b\uD83D\uDE00<&>\"_x0041_"]]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        sheet.Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:C4");
        sheet.Descendants<Column>().Select(column => column.Width!.Value).ShouldBe([6, 12.5, 40]);
    }

    [Fact]
    public void Types_are_kept_and_what_does_not_fit_is_text()
    {
        using var file = Written([[1m, new DateOnly(2020, 2, 29), "0012"], ["甲", "不详", 7]]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Skip(3).ToList();

        cells[0].CellValue!.Text.ShouldBe("1");
        cells[1].CellValue!.Text.ShouldBe("43890");
        cells[1].StyleIndex!.Value.ShouldBe(2u);
        cells.Skip(2).ShouldAllBe(cell => cell.DataType!.Value == CellValues.InlineString);
        cells.Skip(2).Select(cell => cell.InnerText).ShouldBe(["0012", "甲", "不详", "7"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 199")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData(" =HYPERLINK(\"http://x\")")]
    [InlineData("＝cmd|' /C calc'!A0")]
    public void A_text_that_looks_like_a_formula_stays_text_with_the_quote_prefix(string text)
    {
        using var file = Written([[null, null, text]]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var part = document.WorkbookPart!;
        var cell = part.WorksheetParts.Single().Worksheet.Descendants<Cell>().Last();
        var format = part.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

        cell.CellFormula.ShouldBeNull();
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        cell.InnerText.ShouldBe(text);
        format.QuotePrefix!.Value.ShouldBeTrue();
    }

    [Fact]
    public void A_ledger_that_was_written_is_read_back_to_the_same_rows_and_verdicts()
    {
        using var original = File.OpenRead(SampleLedger.Workbook);
        var first = SampleLedger.Check(original);
        using var copy = new MemoryStream();
        using (var writer = new LedgerWriter(copy, "交办台账", LedgerExport.Columns, Now))
        {
            foreach (var (row, _) in first)
            {
                writer.Write([.. LedgerColumns.Exported.Select(column => Value(column, row[column]))]);
            }

            writer.RowsWritten.ShouldBe(575);
        }

        using var ledger = ((LedgerFileOpening.Opened)LedgerFile.Open(copy)).File;
        var second = LedgerRules.CheckAll(ledger.Contacts(), SampleLedger.Context("河南省焦作市中级人民法院")).ToList();

        second.Select(row => LedgerFingerprint.Of(row.Row)).ShouldBe(first.Select(row => LedgerFingerprint.Of(row.Row)));
        second.Select(row => row.Verdict is RowVerdict.Ok).ShouldBe(first.Select(row => row.Verdict is RowVerdict.Ok));
    }

    [Fact]
    public void The_correction_list_has_the_original_columns_and_the_reason_and_can_be_imported_again()
    {
        using var original = File.OpenRead(SampleLedger.Workbook);
        var rejected = SampleLedger.Check(original)
            .Where(row => row.Verdict is RowVerdict.Reject)
            .Select(row => new RejectedRow(row.Row, ((RowVerdict.Reject)row.Verdict).Reasons))
            .ToList();
        using var list = new MemoryStream();
        LedgerExport.WriteCorrections(list, rejected, Now);
        using var ledger = ((LedgerFileOpening.Opened)LedgerFile.Open(list)).File;

        ledger.Sheets[0].Header.Headings.ShouldBe([.. LedgerColumns.Exported.Select(LedgerColumns.Name), "原因"]);
        var again = LedgerRules.CheckAll(ledger.Contacts(), SampleLedger.Context("河南省焦作市中级人民法院")).ToList();
        again.Select(row => ((RowVerdict.Reject)row.Verdict).Reasons.Text()).ShouldBe(rejected.Select(row => row.Reasons.Text()));
        again.Select(row => row.Row.Extras.Single().Value).ShouldBe(rejected.Select(row => row.Reasons.Text()));
        again.Select(row => LedgerFingerprint.Of(row.Row)).ShouldBe(rejected.Select(row => LedgerFingerprint.Of(row.Row)));
    }

    [Fact]
    public void A_workbook_goes_to_a_stream_that_cannot_seek_and_the_same_rows_give_the_same_bytes()
    {
        static byte[] Bytes()
        {
            using var to = new MemoryStream();
            using (var through = new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true))
            using (var writer = new LedgerWriter(through, "s", [new("甲")], Now))
            {
                writer.Write(["x"]);
            }

            return to.ToArray();
        }

        Bytes().ShouldBe(Bytes());
    }

    private static object? Value(LedgerColumn column, LedgerCell cell) =>
        cell.Kind == LedgerCellKind.Blank ? null
        : cell.Kind == LedgerCellKind.Date && LedgerDate.Parse(cell) is LedgerDate.Is date ? date.On
        : column is LedgerColumn.Number or LedgerColumn.PeopleCount ? int.Parse(cell.Text, System.Globalization.CultureInfo.InvariantCulture)
        : cell.Text;

    private static MemoryStream Written(IEnumerable<object?[]> rows)
    {
        var file = new MemoryStream();
        using (var writer = new LedgerWriter(file, "台账[1]/2", [new("序号", LedgerColumnType.Number, 6), new("日期", LedgerColumnType.Date, 12.5), new("内容", LedgerColumnType.Text, 40)], Now))
        {
            foreach (var row in rows)
            {
                writer.Write(row);
            }
        }

        file.Position = 0;
        return file;
    }
}

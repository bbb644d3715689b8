using Zhixin.Database.Ledger;
using Zhixin.Ledger;

namespace Zhixin.Database.Tests.Ledger;

public sealed class LedgerFileTests
{
    private static readonly object?[] Header = ["序号", "信访人", "信访日期", "执行案号", "联系电话"];

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    public void Text_numbers_dates_booleans_and_errors_are_read_in_any_layout(bool shared, bool from1904, bool withoutReferences)
    {
        using var file = new TestWorkbook { SharedStrings = shared, From1904 = from1904, WithoutReferences = withoutReferences }
            .Sheet("台账", [["标题"], Header, [1, " 张三 ", new DateCell(new(2020, 2, 29), 0.5m), "（2020）豫08执1号", 19900000102m], [2, true, null, new RawCell("t=\"e\"", "<v>#N/A</v>"), new RawCell("", "<v>1.9900000102E10</v>")]])
            .Build();

        var rows = TestWorkbook.Contacts(file);

        rows[0].SheetRow.ShouldBe(3);
        rows[0][LedgerColumn.Petitioner].ShouldBe(new(LedgerCellKind.Text, " 张三 "));
        rows[0][LedgerColumn.VisitedOn].ShouldBe(LedgerCell.Of(new DateOnly(2020, 2, 29)));
        rows[0][LedgerColumn.Phone].ShouldBe(LedgerCell.Of(19900000102m));
        rows[1][LedgerColumn.Petitioner].ShouldBe(new(LedgerCellKind.Boolean, "是"));
        rows[1][LedgerColumn.VisitedOn].ShouldBe(LedgerCell.Blank);
        rows[1][LedgerColumn.CaseNumber].ShouldBe(new(LedgerCellKind.Error, "#N/A"));
        rows[1][LedgerColumn.Phone].Plain.ShouldBe("19900000102");
    }

    [Fact]
    public void Rich_text_formulas_iso_dates_and_escapes_are_read()
    {
        using var file = new TestWorkbook()
            .Sheet("s",
            [
                Header,
                [
                    new RawCell("t=\"str\"", "<f>ROW()</f><v>7</v>"),
                    new RawCell("t=\"inlineStr\"", "<is><r><rPr><b/></rPr><t>张</t></r><r><t>三_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></is>"),
                    new RawCell("t=\"d\"", "<v>2020-03-05T08:00:00Z</v>"),
                    new RawCell("t=\"s\"", "<v>99999</v>"),
                    new RawCell("s=\"3\"", "<v>43875</v>"),
                ],
            ])
            .Build();

        var row = TestWorkbook.Contacts(file).ShouldHaveSingleItem();

        row.Label.ShouldBe("7");
        row[LedgerColumn.Petitioner].Text.ShouldBe("张三\r");
        row[LedgerColumn.Petitioner].Plain.ShouldBe("张三");
        row[LedgerColumn.VisitedOn].Text.ShouldBe("2020-03-05");
        row[LedgerColumn.CaseNumber].Kind.ShouldBe(LedgerCellKind.Error);
        row[LedgerColumn.Phone].ShouldBe(LedgerCell.Of(43875m), "a format whose quoted text has a d in it shows no date");
    }

    [Fact]
    public void A_strict_workbook_is_read_as_well()
    {
        using var file = new TestWorkbook { Namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main" }
            .Sheet("s", [Header, [1, "张三", "2020-01-02", "（2020）豫08执1号"]])
            .Build((path, content) => content.Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));

        TestWorkbook.Contacts(file).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_cell_merged_downwards_counts_for_each_row_and_one_merged_sideways_for_its_first()
    {
        using var file = new TestWorkbook()
            .Sheet(
                "s",
                [["标题"], Header, [1, "张三", "2020-01-02", "（2020）豫08执1号"], [null, null, "2020-02-02"], [null, null, "2020-03-02"], [2, "李四", "2020-03-03", "（2020）豫08执2号"]],
                ["A1:E1", "A3:A5", "B3:B5", "D3:E5"])
            .Build();

        var rows = TestWorkbook.Contacts(file);

        rows.Select(row => row[LedgerColumn.Petitioner].Plain).ShouldBe(["张三", "张三", "张三", "李四"]);
        rows.Select(row => row[LedgerColumn.CaseNumber].Text).ShouldBe(["（2020）豫08执1号", "（2020）豫08执1号", "（2020）豫08执1号", "（2020）豫08执2号"]);
        rows.Select(row => row.Label).ShouldBe(["1", "1", "1", "2"]);
        rows[1][LedgerColumn.Phone].ShouldBe(LedgerCell.Blank);
    }

    [Fact]
    public void Hidden_rows_are_read_and_hidden_sheets_and_notes_are_named()
    {
        using var file = new TestWorkbook()
            .Sheet("一", [Header, [1, "张三", "2020-01-02", "（2020）豫08执1号"], [2, "李四", "2020-01-02", "（2020）豫08执2号"]], hiddenRows: [3])
            .Sheet("旧表", [Header, [1, "王五", "2020-01-02", "（2020）豫08执1号"]], state: "hidden")
            .Sheet("填表说明", [["一案一行"]])
            .Sheet("二", [["某法院"], [], Header, [1, "赵六", "2020-01-02", "（2020）豫08执3号"]])
            .Build();
        using var ledger = ((LedgerFileOpening.Opened)LedgerFile.Open(file)).File;

        ledger.Contacts().Select(row => row[LedgerColumn.Petitioner].Plain).ShouldBe(["张三", "李四", "赵六"]);
        ledger.Contacts().Select(row => row.Sheet).ShouldBe(["一", "一", "二"]);
        ledger.SkippedSheets.Select(sheet => sheet.Name).ShouldBe(["旧表", "填表说明"]);
    }

    [Fact]
    public void Blank_lines_total_rows_repeated_headers_and_notes_are_no_contacts_but_are_told()
    {
        using var file = new TestWorkbook()
            .Sheet("s", [Header, ["一、解放法院"], [1, "张三", "2020-01-02", "（2020）豫08执1号"], [], Header, [2, "李四", "2020-01-02", "（2020）豫08执2号"], ["合计", 2], ["填表人：某某"]])
            .Build();
        using var ledger = ((LedgerFileOpening.Opened)LedgerFile.Open(file)).File;

        ledger.Rows().Select(row => row.Kind).ShouldBe(
        [
            LedgerRowKind.Note, LedgerRowKind.Contact, LedgerRowKind.Blank, LedgerRowKind.RepeatedHeader,
            LedgerRowKind.Contact, LedgerRowKind.Total, LedgerRowKind.Note,
        ]);
    }

    [Fact]
    public void The_sample_ledger_has_575_contacts_a_total_row_and_its_court()
    {
        using var file = File.OpenRead(SampleLedger.Workbook);
        using var ledger = ((LedgerFileOpening.Opened)LedgerFile.Open(file)).File;

        ledger.Contacts().Count().ShouldBe(575);
        ledger.Rows().Count(row => row.Kind == LedgerRowKind.Total).ShouldBe(1);
        ledger.Rows().Count().ShouldBe(576);
        ledger.Sheets.ShouldHaveSingleItem().Title.CourtNames.ShouldBe(["焦作市中级人民法院"]);
        ledger.Sheets[0].Title.ReportedOn.ShouldBe(new DateOnly(2021, 3, 19));
        ledger.SkippedSheets.ShouldHaveSingleItem().Name.ShouldBe("填表说明");
        ledger.Sheets[0].Header.Positions.Count.ShouldBe(23);
    }
}

using Zhixin.Ledger;

namespace Zhixin.Tests.Ledger;

public sealed class LedgerHeaderTests
{
    [Trait("Clause", "JZ21-A1 accepted")]
    [Fact]
    public void The_header_is_found_below_title_rows_and_blank_rows()
    {
        var header = Find(["某市执行信访台账"], [], ["填报单位：某市中级人民法院"], ["序号", "信访人", "信访日期", "执行案号"]);

        header!.RowsBefore.ShouldBe(3);
        header.Height.ShouldBe(1);
        header.Positions[LedgerColumn.CaseNumber].ShouldBe(3);
        header.Missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("信访人\n姓名", LedgerColumn.Petitioner)]
    [InlineData("信 访 人", LedgerColumn.Petitioner)]
    [InlineData("＊信访人：", LedgerColumn.Petitioner)]
    [InlineData("身份证号码（18位）", LedgerColumn.IdentityNumber)]
    [InlineData("信访日期\r\n(年/月/日)", LedgerColumn.VisitedOn)]
    [InlineData("执行\n案号", LedgerColumn.CaseNumber)]
    [InlineData("案 号", LedgerColumn.CaseNumber)]
    [InlineData("化解时间", LedgerColumn.ResolvedOn)]
    public void A_heading_is_known_with_line_breaks_blanks_and_brackets(string heading, LedgerColumn column) =>
        Find(["责任单位", "人数", "备注", "包案领导", "被执行人", "案号", heading])!.Positions.Keys.ShouldContain(column);

    [Fact]
    public void Group_headings_and_the_row_below_make_one_header()
    {
        var header = Find(
            ["台账"],
            ["序号", "信访人情况", "", "", "案件情况", "", "承办人", ""],
            ["", "姓名", "身份证号", "联系电话", "案号", "信访日期", "姓名", "备注"]);

        header!.Height.ShouldBe(2);
        header.RowsBefore.ShouldBe(1);
        header.Positions[LedgerColumn.Petitioner].ShouldBe(1);
        header.Positions[LedgerColumn.Handler].ShouldBe(6);
        header.Positions[LedgerColumn.Number].ShouldBe(0);
    }

    [Fact]
    public void Of_two_headings_for_one_column_the_better_name_wins_and_the_other_is_an_extra()
    {
        var header = Find(["登记日期", "信访日期", "信访人", "案号", "承办人"])!;
        var row = new LedgerRow("s", 2, header, Cells("2020-01-01", "2020-01-02", "张三", "x", "李四"));

        row[LedgerColumn.VisitedOn].Plain.ShouldBe("2020-01-02");
        row.Extras.ShouldBe([KeyValuePair.Create("登记日期", "2020-01-01")]);
    }

    [Fact]
    public void A_sheet_without_a_ledgers_columns_has_no_header()
    {
        Find(["填表说明：一案一行"]).ShouldBeNull();
        Find(["单位", "件数", "化解数", "备注"]).ShouldBeNull();
        Find([]).ShouldBeNull();
    }

    [Fact]
    public void The_header_is_found_in_row_30_and_not_in_row_31()
    {
        static string[][] Rows(int before) => [.. Enumerable.Repeat(Array.Empty<string>(), before), ["序号", "信访人", "信访日期", "执行案号"]];

        Find(Rows(29))!.RowsBefore.ShouldBe(29);
        Find(Rows(30)).ShouldBeNull();
    }

    [Trait("Clause", "JZ21-A1 refused")]
    [Fact]
    public void Missing_required_columns_are_named()
    {
        Find(["序号", "信访人", "责任单位", "备注", "人数"])!.Missing.ShouldBe([LedgerColumn.VisitedOn, LedgerColumn.CaseNumber]);
    }

    [Fact]
    public void Every_name_belongs_to_one_column() =>
        LedgerColumns.Names.SelectMany(pair => pair.Value).ShouldBeUnique();

    [Theory]
    [InlineData(LedgerRowKind.Contact, "7", "张三", "2020-01-02", "（2020）豫08执1号")]
    [InlineData(LedgerRowKind.Contact, "7", "", "2020-01-02", "（2020）豫08执1号")]
    [InlineData(LedgerRowKind.Contact, "7", "张三", "", "")]
    [InlineData(LedgerRowKind.Contact, "", "张三", "2020-01-02", "")]
    [InlineData(LedgerRowKind.Total, "合计", "575", "", "")]
    [InlineData(LedgerRowKind.Total, "", "合  计", "575", "")]
    [InlineData(LedgerRowKind.Total, "小计：12件", "", "", "")]
    [InlineData(LedgerRowKind.Blank, "", "", "", "")]
    [InlineData(LedgerRowKind.Blank, "8", "", "", "")]
    [InlineData(LedgerRowKind.Note, "一、解放法院", "", "", "")]
    [InlineData(LedgerRowKind.Note, "填表人：某某", "", "", "")]
    [InlineData(LedgerRowKind.RepeatedHeader, "序号", "信访人", "信访日期", "执行案号")]
    public void What_stands_below_the_header_is_told_apart(LedgerRowKind kind, params string[] cells)
    {
        var header = Find(["序号", "信访人", "信访日期", "执行案号"])!;
        LedgerRowKinds.Of(new("s", 9, header, Cells(cells))).ShouldBe(kind);
    }

    [Fact]
    public void A_row_is_named_by_its_number_or_by_its_place()
    {
        var header = Find(["序号", "信访人", "信访日期", "执行案号"])!;
        new LedgerRow("s", 9, header, Cells(" 12 ", "张三")).Label.ShouldBe("12");
        new LedgerRow("s", 9, header, Cells("补3", "张三")).Label.ShouldBe("补3");
        new LedgerRow("s", 9, header, Cells("", "张三")).Label.ShouldBe("#9");
    }

    [Theory]
    [InlineData("填报单位：焦作市中级人民法院执行局综合处    填报日期：2021年3月19日", "焦作市中级人民法院执行局综合处", "焦作市中级人民法院", "2021-03-19")]
    [InlineData("填报单位(盖章): 某县人民法院", "某县人民法院", "某县人民法院", null)]
    [InlineData("填报法院：某市中院 填报时间：2021.3.19", "某市中院", "某市中院", "2021-03-19")]
    [InlineData("某省高级人民法院执行信访台账", null, "某省高级人民法院", null)]
    [InlineData("2018年以来执行信访案件交办台账", null, null, null)]
    public void Title_rows_name_the_unit_its_court_and_the_date(string line, string? unit, string? court, string? date)
    {
        var title = LedgerTitle.Read([Cells("台账"), Cells("", line)]);

        title.Unit.ShouldBe(unit);
        (title.CourtNames.Count > 0 ? title.CourtNames[0] : null).ShouldBe(court);
        title.ReportedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(date);
    }

    [Fact]
    public void A_label_and_its_unit_may_stand_in_two_cells() =>
        LedgerTitle.Read([Cells("填报单位：", "", "焦作市解放区人民法院", "填报日期：", "2021-03-19")]).CourtNames.ShouldBe(["焦作市解放区人民法院"]);

    private static LedgerHeader? Find(params string[][] rows) => LedgerHeader.Find([.. rows.Select(row => Cells(row))]);

    private static IReadOnlyList<LedgerCell> Cells(params string[] texts) => [.. texts.Select(LedgerCell.Of)];
}

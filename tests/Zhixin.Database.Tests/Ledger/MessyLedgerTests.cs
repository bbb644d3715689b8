using System.Text;
using Zhixin.Database.Ledger;
using Zhixin.Ledger;

namespace Zhixin.Database.Tests.Ledger;

/// <summary>What offices do to their ledgers over the years, each once.</summary>
public sealed class MessyLedgerTests
{
    private static readonly DateOnly Today = new(2022, 7, 1);

    [Fact]
    public void A_header_in_the_sixth_row_in_another_order_with_synonyms_and_own_columns_is_found()
    {
        using var file = new TestWorkbook()
            .Sheet("2021年", [
                ["解放区人民法院"], [null, "执行信访登记台账"], [], ["（内部资料  注意保密）"], ["填表日期：2022.6.30", null, "填表人：某某"],
                ["备 注", "执行\n案号*", "来访时间\r\n（年月日）", "是否息访", "手机号码", "录入员", "信 访 人 姓 名", "序\n号", "接访领导"],
                [null, "（2021）豫0802执12号", "2021.3.5", "是", "138 0000 0000/0391-8812345", "甲", "张三、李四等5人", 1, "乙"],
            ], merges: ["A1:I1", "B2:I2"])
            .Build();

        var entry = Ok(SampleLedger.Check(file, Today)).ShouldHaveSingleItem();

        entry.Petitioners.ShouldBe(["张三", "李四"]);
        entry.PeopleCount.ShouldBe(5);
        entry.Phones.ShouldBe(["13800000000", "03918812345"]);
        entry.VisitedOn.ShouldBe(new DateOnly(2021, 3, 5));
        entry.Resolved.ShouldBeTrue();
        entry.Row.Extras.Select(extra => extra.Key).ShouldBe(["录入员", "接访领导"]);
    }

    [Fact]
    public void A_merged_petitioner_counts_for_every_case_beside_it_and_totals_between_the_months_for_none()
    {
        using var file = new TestWorkbook()
            .Sheet("s", [
                ["填报单位：焦作市解放区人民法院"],
                ["序号", "信访人", "信访日期", "执行案号", "人数", "联系电话"],
                ["一、2021年1月"],
                [1, "赵一", "2021-01-04", "（2020）豫0802执1号", 1, null],
                [null, null, "2021-01-05", "（2020）豫0802执2号", 1, null],
                [null, null, "2021-01-06", "（2020）豫0802执3号", 1, null],
                ["1月小计", null, null, null, 3, null],
                ["二、2021年2月"],
                [2, "钱二", "2021-02-04", "（2020）豫0802执4号", 2, "无"],
                [null, "2月合计：", null, null, 2, null],
                ["累计", "5人次", null, null, 5, null],
                ["填表人：某某", null, "审核人：某某"],
            ], merges: ["A4:A6", "B4:B6", "A3:F3", "A8:F8"])
            .Build();

        var rows = SampleLedger.Check(file, Today);

        rows.Select(row => row.Row.Label).ShouldBe(["1", "1", "1", "2"]);
        Ok(rows).Select(entry => entry.Petitioners[0]).ShouldBe(["赵一", "赵一", "赵一", "钱二"]);
        LedgerGroups.Of(Ok(rows)).Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("2021年3月5日上午", "2021-03-05")]
    [InlineData("２０２１．０３．０５", "2021-03-05")]
    [InlineData("2021-03-05 00:00:00.000", "2021-03-05")]
    [InlineData("21年3月5日", null)]
    [InlineData("3月5日", null)]
    [InlineData("2021.3.5、3.8", null)]
    [InlineData("2021年2月29日", null)]
    public void A_date_is_read_where_it_is_certain_and_rejected_where_it_is_not(string written, string? expected) =>
        Verdict(written, "99010419880219107X", "13800000000").ShouldBe(expected ?? "日期无法识别");

    [Theory]
    [InlineData("99010419880219107x", "2021-03-05")]
    [InlineData("'99010419880219107X", "2021-03-05")]
    [InlineData("990104 19880219 107X", "2021-03-05")]
    [InlineData("９９０１０４１９８８０２１９１０７Ｘ", "2021-03-05")]
    [InlineData("9.90104E+17", "身份证号位数不对")]
    [InlineData("990104198802191074", "身份证号校验位错误")]
    public void An_identity_number_is_read_through_what_spreadsheets_do_to_it(string written, string expected) =>
        Verdict("2021-03-05", written, "13800000000").ShouldBe(expected);

    [Theory]
    [InlineData("13800000000/0391-8812345", "2021-03-05")]
    [InlineData("138-0000-0000（本人）", "2021-03-05")]
    [InlineData("+86 13800000000", "2021-03-05")]
    [InlineData("1.38E+10", "联系电话无法识别")]
    [InlineData("1380000000", "联系电话位数不对")]
    public void A_telephone_is_read_through_what_people_write_around_it(string written, string expected) =>
        Verdict("2021-03-05", "99010419880219107X", written).ShouldBe(expected);

    [Fact]
    public void A_cached_formula_result_counts_and_a_failed_formula_is_a_defect_only_where_the_cell_is_needed()
    {
        using var file = Row(new RawCell("", "<f>TODAY()</f><v>44260</v>"), new RawCell("t=\"str\"", "<f>A1&amp;B1</f><v>99010419880219107X</v>"), new RawCell("t=\"e\"", "<f>VLOOKUP(1,A:B,2)</f><v>#N/A</v>"));
        var entry = Ok(SampleLedger.Check(file, Today)).ShouldHaveSingleItem();
        (entry.VisitedOn, entry.IdentityNumber, entry.Phones.Count).ShouldBe((new DateOnly(2021, 3, 5), "99010419880219107X", 0));

        using var failed = Row(new RawCell("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>"), "99010419880219107X", "13800000000");
        ((RowVerdict.Reject)SampleLedger.Check(failed, Today).ShouldHaveSingleItem().Verdict).Reasons.ShouldBe([LedgerReason.DateUnreadable]);
    }

    [Fact]
    public void A_text_file_with_commas_is_refused_and_told_how_to_save_it()
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes("序号,信访人,信访日期,执行案号\n1,张三,2021-03-05,（2021）豫0802执12号\n"));
        ((LedgerFileOpening.Refused)LedgerFile.Open(csv)).Why.Text.ShouldContain("另存为“Excel 工作簿（.xlsx）”");
    }

    /// <summary>The day of visit where the row goes in, else its first reason.</summary>
    private static string Verdict(string visited, string identity, string phone)
    {
        using var file = Row(visited, identity, phone);
        return SampleLedger.Check(file, Today).ShouldHaveSingleItem().Verdict switch
        {
            RowVerdict.Ok ok => ok.Entry.VisitedOn.ToString("yyyy-MM-dd"),
            RowVerdict.Reject reject => reject.Reasons[0].Text(),
            _ => throw new InvalidOperationException(),
        };
    }

    private static MemoryStream Row(object visited, object identity, object phone) => new TestWorkbook()
        .Sheet("s", [["填报单位：焦作市解放区人民法院"], ["序号", "信访人", "信访日期", "身份证号", "联系电话", "执行案号"], [1, "张三", visited, identity, phone, "（2021）豫0802执12号"]])
        .Build();

    private static List<LedgerEntry> Ok(IEnumerable<(LedgerRow Row, RowVerdict Verdict)> rows) => [.. rows.Select(row => row.Verdict).OfType<RowVerdict.Ok>().Select(ok => ok.Entry)];
}

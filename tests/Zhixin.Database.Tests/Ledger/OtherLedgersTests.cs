using Zhixin.Ledger;

namespace Zhixin.Database.Tests.Ledger;

/// <summary>Ledgers of other courts: other columns, titles, dates and brackets. All people are invented; identity numbers carry the impossible province 99.</summary>
public sealed class OtherLedgersTests
{
    private static readonly DateOnly Today = new(2022, 7, 1);

    [Fact]
    public void A_ledger_of_another_city_with_other_columns_titles_and_sheets_is_understood()
    {
        object?[] headings = ["编号", "执行案件\n案号", "信访\n时间", "信访人姓名", "身份证号码（必填）", "手机号码", "承办法院", "信访方式", "信访去向", "包案院领导", "接访民警", "化解\r\n时间", "是否已化解", "说明"];
        using var file = new TestWorkbook { SharedStrings = false }
            .Sheet(
                "伊川",
                [
                    ["附件1"],
                    ["洛阳市中级人民法院执行信访案件台账（2022年上半年）"],
                    [],
                    headings,
                    [1, "[2021]豫0329执 第 0123 号", new DateCell(new(2022, 3, 1)), "赵 一", "99010419880219107x", "199-0000-0001", "伊川县法院", "走访", "进京访", "钱院长", "孙某", null, "否", "无"],
                    [2, null, null, null, null, null, null, null, null, null, null, null, null, null],
                    ["二", "【2022】豫03执恢5号", "二〇二二年三月二日", "李二、王三", null, "0379-63000001、19900000002", "市中院执行局", "12368热线", "洛阳中院", null, null, "2022.3.9", null, null],
                ],
                merges: ["A1:C1", "A2:N2"])
            .Sheet(
                "汝阳",
                [
                    headings,
                    [1, "（2022）豫0326执异7号之一", 44652, "周四等5人", "T12345678", 19900000003m, "汝阳县人民法院", "邮寄", "赴四巡", null, null, "尚未化解", "未化解", "x"],
                    ["合计", null, 1],
                ])
            .Build();

        var rows = SampleLedger.Check(file, Today);

        rows.Where(row => row.Verdict is RowVerdict.Reject).Select(row => row.Row.Label + Reasons(row.Verdict)).ShouldBeEmpty();
        var entries = rows.Select(row => ((RowVerdict.Ok)row.Verdict).Entry).ToList();
        entries.Select(entry => entry.CaseNumber.ToString()).ShouldBe(["（2021）豫0329执123号", "（2022）豫03执恢5号", "（2022）豫0326执异7号之一"]);
        entries.Select(entry => entry.VisitedOn).ShouldBe([new(2022, 3, 1), new(2022, 3, 2), new(2022, 4, 1)]);
        entries.Select(entry => string.Join('|', entry.Petitioners)).ShouldBe(["赵一", "李二|王三", "周四"]);
        entries.Select(entry => entry.PeopleCount).ShouldBe([1, 2, 5]);
        entries.Select(entry => entry.IdentityNumber ?? entry.OtherDocument).ShouldBe(["99010419880219107X", null, "T12345678"]);
        entries.Select(entry => string.Join('|', entry.Phones)).ShouldBe(["19900000001", "037963000001|19900000002", "19900000003"]);
        entries.Select(entry => entry.Responsible!.Name).ShouldBe(["伊川县人民法院", "河南省洛阳市中级人民法院", "汝阳县人民法院"]);
        entries.Select(entry => entry.Unit).ShouldBe([null, "执行局", null]);
        entries.Select(entry => entry.Channel).ShouldBe([LedgerChannel.Visit, LedgerChannel.Phone, LedgerChannel.Letter]);
        entries.Select(entry => entry.Venue).ShouldBe([LedgerVenue.Beijing, LedgerVenue.OwnCourt, LedgerVenue.CircuitCourt]);
        entries.Select(entry => entry.Resolved).ShouldBe([false, true, false]);
        entries[0].Row.Extras.ShouldContain(KeyValuePair.Create("接访民警", "孙某"));
    }

    [Fact]
    public void Each_kind_of_defect_has_its_reason_and_a_row_with_several_names_the_first()
    {
        static object?[] Row(object? number, string reason, object? petitioner = null, object? visited = null, object? caseNumber = null, object? identity = null, object? phone = null, object? unit = null, object? handed = null, object? resolved = null, object? resolvedOn = null) =>
            [number, reason, petitioner ?? "赵一", visited ?? $"2022-03-{number:00}", caseNumber ?? "（2021）豫0329执123号", identity, phone, unit ?? "伊川法院", handed, resolved, resolvedOn];
        using var file = new TestWorkbook()
            .Sheet("s",
            [
                ["填报单位：洛阳市中级人民法院"],
                ["序号", "预期", "信访人", "信访日期", "执行案号", "身份证号", "联系电话", "责任单位", "交办日期", "是否化解", "化解日期"],
                Row(1, ""),
                Row(2, "信访人为空", petitioner: "—", identity: "1"),
                Row(3, "信访日期为空", visited: " "),
                Row(4, "日期无法识别", visited: "22.3.4"),
                Row(5, "日期无法识别", handed: "3月"),
                Row(6, "责任单位不存在", unit: "山阳法院"),
                Row(7, "身份证号位数不对", identity: "9901041988021981"),
                Row(8, "身份证号无法识别", identity: "9901041988021981AB"),
                Row(9, "身份证号校验位错误", identity: "990104198802198190"),
                Row(10, "身份证号校验位错误", identity: 990104198802198000m),
                Row(11, "联系电话无法识别", phone: "见附件"),
                Row(12, "联系电话位数不对", phone: 199000075m),
                Row(13, "案号为空", caseNumber: "/"),
                Row(14, "案号无法识别", caseNumber: "2021执123"),
                Row(15, "案号法院代码不存在", caseNumber: "（2021）豫0399执123号"),
                Row(16, "案号类型不是执行案件", caseNumber: "（2021）豫0329民初123号"),
                Row(17, "信访日期晚于今天", visited: "2022-07-02"),
                Row(18, "", visited: "2022-07-01"),
                Row(19, "信访日期晚于交办日期", visited: "2022-03-20", handed: "2022-03-19"),
                Row(20, "", visited: "2022-03-19", handed: "2022-03-19"),
                Row(21, "化解日期早于信访日期", visited: "2022-03-20", resolvedOn: "2022-03-19"),
                Row(22, "", visited: "2022-03-21", resolvedOn: "2022-03-21"),
                Row(23, "未化解却填有化解日期", visited: "2022-03-22", resolved: "否", resolvedOn: "2022-03-23"),
                Row(24, "", visited: "2022-03-24", resolved: "是"),
                Row(25, "与前面的行重复", visited: "2022/3/1"),
                Row(26, "化解日期晚于今天", resolvedOn: "2022-07-02"),
                Row(27, "交办日期晚于今天", handed: "2022-07-02"),
                Row(28, "案号无法识别", caseNumber: "（2023）豫0329执1号"),
                Row(29, "", petitioner: "某某商贸有限公司", identity: "91990100MA5TEXT014"),
                Row(30, "身份证号无法识别", petitioner: "某某商贸有限公司", identity: "91990100MA5TEXT015"),
            ])
            .Build();

        var rows = SampleLedger.Check(file, Today);

        rows.Select(row => row.Row.Label + Reasons(row.Verdict)).ShouldBe(rows.Select(row => row.Row.Label + row.Row.Cells[1].Plain));
        rows.Count.ShouldBe(30);
        ((RowVerdict.Reject)rows[1].Verdict).Reasons.ShouldBe([LedgerReason.PetitionerMissing, LedgerReason.IdentityNumberLength]);
    }

    [Fact]
    public void A_basic_courts_ledger_names_its_own_units_its_superior_and_its_neighbours()
    {
        using var file = new TestWorkbook()
            .Sheet("s",
            [
                ["填报单位：", "焦作市解放区人民法院"],
                ["序号", "信访人", "信访日期", "执行案号", "责任单位", "信访地点"],
                [1, "赵一", "2020-01-01", "（2019）豫0802执1号", "本院", "焦作中院"],
                [2, "赵一", "2020-01-02", "（2019）豫0802执1号", "执行局", "本院"],
                [3, "赵一", "2020-01-03", "（2019）豫0802执1号", "焦作中院", "省高院"],
                [4, "赵一", "2020-01-04", "（2019）豫0802执1号", "山阳法院", "市信访局"],
                [5, "赵一", "2020-01-05", "（2019）豫0802执1号", "洛阳市涧西区人民法院", "郑州中院"],
                [6, "赵一", "2020-01-06", "（2019）豫0802执1号", "无此法院", null],
                [7, "赵一", "2020-01-07", "（2019）豫0802执1号", null, null],
            ])
            .Build();

        var rows = SampleLedger.Check(file, Today);

        rows.Where(row => row.Verdict is RowVerdict.Reject).Select(row => row.Row.Label + Reasons(row.Verdict)).ShouldBe(["6责任单位不存在"]);
        var entries = rows.Select(row => row.Verdict).OfType<RowVerdict.Ok>().Select(ok => ok.Entry).ToList();
        entries.Select(entry => entry.Responsible?.Name).ShouldBe(["焦作市解放区人民法院", "焦作市解放区人民法院", "河南省焦作市中级人民法院", "焦作市山阳区人民法院", "洛阳市涧西区人民法院", null]);
        entries.Select(entry => entry.Venue).ShouldBe([LedgerVenue.Superior, LedgerVenue.OwnCourt, LedgerVenue.Province, LedgerVenue.Other, LedgerVenue.Other, LedgerVenue.Unstated]);
    }

    private static string Reasons(RowVerdict verdict) => verdict is RowVerdict.Reject reject ? reject.Reasons[0].Text() : "";
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Zhixin.Ledger;

namespace Zhixin.Tests.Ledger;

public sealed class LedgerDateTests
{
    [Theory]
    [InlineData("2019/12/28", "2019-12-28")]
    [InlineData("2019年12月23日", "2019-12-23")]
    [InlineData("2019 年 12 月 23 日", "2019-12-23")]
    [InlineData("2020.2.20", "2020-02-20")]
    [InlineData("2020．2．20", "2020-02-20")]
    [InlineData("20190416", "2019-04-16")]
    [InlineData("２０１９０４１６", "2019-04-16")]
    [InlineData("43875", "2020-02-14")]
    [InlineData(" 2021-03-15 ", "2021-03-15")]
    [InlineData("\u30002021-03-15\u00A0", "2021-03-15")]
    [InlineData("2020-2-3", "2020-02-03")]
    [InlineData("2020－2－3", "2020-02-03")]
    [InlineData("2020/2/3 9:05", "2020-02-03")]
    [InlineData("2020-02-03 09:05:59", "2020-02-03")]
    [InlineData("2020-02-03T09:05:59Z", "2020-02-03")]
    [InlineData("2020年2月3日上午9时30分", "2020-02-03")]
    [InlineData("2020年2月3日（星期一）", "2020-02-03")]
    [InlineData("2020年2月3号", "2020-02-03")]
    [InlineData("二〇二〇年三月十五日", "2020-03-15")]
    [InlineData("二○二○年十二月三十一日", "2020-12-31")]
    [InlineData("二零二一年十月二十日", "2021-10-20")]
    [InlineData("二〇二一年一月廿三日", "2021-01-23")]
    [InlineData("2020-02-29", "2020-02-29")]
    [InlineData("1990-01-01", "1990-01-01")]
    [InlineData("2099-12-31", "2099-12-31")]
    public void A_date_in_any_usual_form_is_understood(string written, string expected) =>
        LedgerDate.Parse(LedgerCell.Of(written)).ShouldBe(new LedgerDate.Is(DateOnly.Parse(expected, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2019-02-29")]
    [InlineData("2020-13-05")]
    [InlineData("2020-00-05")]
    [InlineData("2020-04-31")]
    [InlineData("20201305")]
    [InlineData("去年冬天")]
    [InlineData("20.3.5")]
    [InlineData("20年3月5日")]
    [InlineData("3/5/2020")]
    [InlineData("2020年3月")]
    [InlineData("2020.3")]
    [InlineData("2020")]
    [InlineData("3月5日")]
    [InlineData("2020年3月5日、2020年4月6日")]
    [InlineData("2020.3.5-2020.3.7")]
    [InlineData("1989-12-31")]
    [InlineData("2100-01-01")]
    [InlineData("12")]
    [InlineData("99999")]
    [InlineData("二〇二〇年十三月一日")]
    [InlineData("0000-00-00")]
    [InlineData("待定")]
    public void What_could_be_another_date_or_none_is_not_guessed(string written) =>
        LedgerDate.Parse(LedgerCell.Of(written)).ShouldBe(new LedgerDate.Unrecognised(written));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("无")]
    [InlineData("/")]
    [InlineData("——")]
    public void A_sign_for_nothing_is_a_blank_date(string written) => LedgerDate.Parse(LedgerCell.Of(written)).ShouldBe(new LedgerDate.Blank());

    [Fact]
    public void A_number_is_a_serial_or_eight_digits_and_an_error_is_no_date()
    {
        LedgerDate.Parse(LedgerCell.Of(43875m)).ShouldBe(new LedgerDate.Is(new(2020, 2, 14)));
        LedgerDate.Parse(LedgerCell.Of(43875.4167m)).ShouldBe(new LedgerDate.Is(new(2020, 2, 14)));
        LedgerDate.Parse(LedgerCell.Of(20190416m)).ShouldBe(new LedgerDate.Is(new(2019, 4, 16)));
        LedgerDate.Parse(new(LedgerCellKind.Error, "#N/A")).ShouldBe(new LedgerDate.Unrecognised("#N/A"));
    }

    [Fact]
    public void Every_day_of_a_century_is_read_back_from_every_form() =>
        Prop.ForAll(
            Gen.Choose(0, LedgerDate.Latest.DayNumber - LedgerDate.Earliest.DayNumber).Select(LedgerDate.Earliest.AddDays).ToArbitrary(),
            date => Forms(date).All(form => LedgerDate.Parse(LedgerCell.Of(form)) == new LedgerDate.Is(date)))
        .QuickCheckThrowOnFailure();

    private static IEnumerable<string> Forms(DateOnly date)
    {
        string[] formats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy年MM月dd日"];
        return formats.Select(format => date.ToString(format, CultureInfo.InvariantCulture))
            .Append((date.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture));
    }
}

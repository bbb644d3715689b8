using FsCheck;
using FsCheck.Fluent;
using Zhixin.Courts;
using static Zhixin.Tests.Courts.Directory;

namespace Zhixin.Tests.Courts;

public sealed class CaseNumberTests
{
    private const int ThisYear = 2026;

    private static readonly Gen<CaseNumber> AnyNumber =
        from year in Gen.Choose(ThisYear - 50, ThisYear)
        from court in Gen.Elements(Shipped.All.Where(c => c.Code is not null).ToArray())
        from type in Gen.Elements(CaseNumber.EnforcementTypes.Keys.Append("民初").Append("刑终").ToArray())
        from sequence in Gen.Choose(1, 99_999_999)
        from suffix in Gen.Elements("", "之一", "之十二")
        select new CaseNumber(year, court.Code!, court, type, sequence, suffix);

    [Theory]
    [InlineData("（2021）鲁0117执1234号", "（2021）鲁0117执1234号")]
    [InlineData("〔2018〕豫0803执复2193号", "（2018）豫0803执复2193号")]
    [InlineData("（2018） 豫08 执恢1931号", "（2018）豫08执恢1931号")]
    [InlineData("（2018）豫08执恢第1931号", "（2018）豫08执恢1931号")]
    [InlineData("(2018)豫0802执182号", "（2018）豫0802执182号")]
    [InlineData("（2018）豫0822执1834", "（2018）豫0822执1834号")]
    [InlineData("[2019]豫0825执异3656号", "（2019）豫0825执异3656号")]
    [InlineData("【2019】豫0825执异3656号", "（2019）豫0825执异3656号")]
    [InlineData("（２０２１）鲁０１１７执１２３４号", "（2021）鲁0117执1234号")]
    [InlineData("（2021年）鲁0117执0012号", "（2021）鲁0117执12号")]
    [InlineData("（2021）最高法执监7号", "（2021）最高法执监7号")]
    [InlineData("（2021）豫执复12号", "（2021）豫执复12号")]
    [InlineData("（2021）鲁0117执1234号之一", "（2021）鲁0117执1234号之一")]
    [InlineData("（2021）鲁0117执1234之一号", "（2021）鲁0117执1234号之一")]
    [InlineData("（2021）鲁0117执1234号之2", "（2021）鲁0117执1234号之二")]
    [InlineData("（2021）鲁0117执1234-12号", "（2021）鲁0117执1234号之十二")]
    [InlineData("\t（2021） 鲁0117　执 1234 号\r\n", "（2021）鲁0117执1234号")]
    public void A_case_number_is_read_as_people_write_it(string text, string canonical)
    {
        var number = Read(text).ShouldBeOfType<CaseNumberReading.Parsed>().Number;
        number.Text.ShouldBe(canonical);
        number.IsEnforcement.ShouldBeTrue();
        number.Court!.Code.ShouldBe(number.CourtCode);
    }

    [Theory]
    [InlineData("（2016）豫0803民初3078号", "民初")]
    [InlineData("（2016）最高法知民终8号", "知民终")]
    [InlineData("（2016）豫0803执行字8号", "执行字")]
    public void A_case_of_another_type_is_read_and_is_no_enforcement_case(string text, string type)
    {
        var number = Read(text).ShouldBeOfType<CaseNumberReading.Parsed>().Number;
        number.Type.ShouldBe(type);
        number.IsEnforcement.ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_court_code_gives_the_near_ones_and_keeps_the_number()
    {
        var unknown = Read("(2018)豫0812执182号").ShouldBeOfType<CaseNumberReading.UnknownCourt>();
        unknown.Number.ShouldBe(new CaseNumber(2018, "豫0812", null, "执", 182));
        unknown.Near.Count.ShouldBe(5);
        unknown.Near.ShouldContain(c => c.Code == "豫0811");
        unknown.Near[0].Code!.ShouldStartWith("豫081");
    }

    [Fact]
    public void A_code_that_is_like_no_other_has_no_near_ones() =>
        Read("（2018）豫089999执182号").ShouldBeOfType<CaseNumberReading.UnknownCourt>().Near
            .ShouldAllBe(c => c.Code!.StartsWith("豫08", StringComparison.Ordinal));

    [Theory]
    [InlineData(null, CaseNumberFault.Empty)]
    [InlineData("　 ", CaseNumberFault.Empty)]
    [InlineData("不清楚", CaseNumberFault.Shape)]
    [InlineData("2021鲁0117执1234号", CaseNumberFault.Shape)]
    [InlineData("（2021）鲁01171234号", CaseNumberFault.Shape)]
    [InlineData("（2021）鲁0117执号", CaseNumberFault.Shape)]
    [InlineData("（21）鲁0117执1号", CaseNumberFault.Shape)]
    [InlineData("（2021）鲁0117执1号、2号", CaseNumberFault.Shape)]
    [InlineData("（2027）鲁0117执1号", CaseNumberFault.Year)]
    [InlineData("（1975）鲁0117执1号", CaseNumberFault.Year)]
    [InlineData("（2021）鲁0117执000号", CaseNumberFault.Sequence)]
    [InlineData("（2021）鲁0117执123456789号", CaseNumberFault.Sequence)]
    public void What_is_no_case_number_says_why(string? text, CaseNumberFault fault) =>
        Read(text).ShouldBe(new CaseNumberReading.Malformed(fault));

    [Theory]
    [InlineData("（2026）鲁0117执1号")]
    [InlineData("（1976）鲁0117执1号")]
    public void The_first_and_the_last_year_are_possible(string text) => Read(text).ShouldBeOfType<CaseNumberReading.Parsed>();

    [Fact]
    public void The_written_form_of_a_number_is_read_as_the_same_number() => Holds(AnyNumber, number =>
        Read(number.Text) is CaseNumberReading.Parsed(var again) && again == number && again.Text == number.Text);

    [Fact]
    public void Brackets_width_and_blanks_make_no_difference() => Holds(AnyNumber, number =>
        Read(Odd(number.Text)) is CaseNumberReading.Parsed(var again) && again == number);

    [Fact]
    public void No_text_makes_it_fail_and_what_it_reads_it_reads_again_alike() =>
        Holds(Garbage.Of("（()〔〕[]【】2021０９鲁豫京0117执恢异复监民初第号之一十- 　最高法"), text => Read(text) switch
        {
            CaseNumberReading.Parsed p => Read(p.Number.Text) == p,
            CaseNumberReading.UnknownCourt u => Read(u.Number.Text) is CaseNumberReading.UnknownCourt(var n, _) && n == u.Number,
            CaseNumberReading.Malformed => true,
            _ => false,
        });

    private static CaseNumberReading Read(string? text) => CaseNumberReader.Read(text, Shipped, ThisYear);

    private static string Odd(string text) => string.Concat(text.Select(c => c switch
    {
        '（' => " 〔",
        '）' => "] ",
        '号' => "　号",
        >= '0' and <= '9' => ((char)(c - '0' + '０')).ToString(),
        _ => c.ToString(),
    }));

    private static void Holds<T>(Gen<T> any, Func<T, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(any.ToArbitrary(), law));
}

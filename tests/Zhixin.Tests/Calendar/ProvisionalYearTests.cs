using Zhixin.Calendar;
using static Zhixin.Tests.Calendar.Days;

namespace Zhixin.Tests.Calendar;

public sealed class ProvisionalYearTests
{
    private const string Notice2027 = """
        year: 2027
        notice: 例〔2026〕1号
        off:
          - name: 元旦
            days: [2027-01-01, 2027-01-02, 2027-01-03, 2027-01-04]
        work:
          - name: 元旦
            days: [2026-12-26, 2027-01-09]
        """;

    private static readonly WorkCalendar Loaded = Shipped.With(CalendarYear.Parse("2027.yaml", Notice2027));

    [Fact]
    public void A_period_that_reaches_a_year_without_notice_is_provisional() =>
        Shipped.Due(On("2026-11-20"), Of(30, "workday")).ShouldBe(new DueDate(On("2027-01-04"), Provisional: true));

    [Fact]
    public void A_period_that_ends_on_the_last_day_of_a_known_year_is_not() =>
        Shipped.Due(On("2026-11-20"), Of(29, "workday")).ShouldBe(new DueDate(On("2026-12-31"), Provisional: false));

    [Fact]
    public void A_natural_period_is_provisional_only_where_its_end_needs_the_calendar()
    {
        Shipped.Due(On("2026-12-20"), Of(20, "day"))!.Provisional.ShouldBeTrue();
        Shipped.Due(On("2026-12-20"), Of(20, "day", roll: false))!.Provisional.ShouldBeFalse();
    }

    [Fact]
    public void Loading_the_notice_gives_another_calendar_and_leaves_the_first_alone()
    {
        Loaded.Due(On("2026-11-20"), Of(30, "workday")).ShouldBe(new DueDate(On("2026-12-31"), Provisional: false));
        Shipped.Due(On("2026-11-20"), Of(30, "workday"))!.Provisional.ShouldBeTrue();
        Loaded.Version.ShouldNotBe(Shipped.Version);
        Loaded.FirstProvisionalYear.ShouldBe(2028);
        Shipped.FirstProvisionalYear.ShouldBe(2027);
    }

    [Fact]
    public void A_notice_may_arrange_the_December_before_it() =>
        Loaded.DayOf(On("2026-12-26")).ShouldBe(new CalendarDay(On("2026-12-26"), DayKind.MakeUp, "元旦"));

    [Fact]
    public void The_same_notices_have_the_same_version_in_any_order() =>
        WorkCalendar.Create(Standing, Days.Notices.Reverse()).Version.ShouldBe(Shipped.Version);

    [Fact]
    public void No_year_before_the_standing_regulation_is_computed() =>
        Should.Throw<ArgumentException>(() => WorkCalendar.Create(Standing, Days.Notices.Where(n => n.Year != 2020)))
            .Message.ShouldContain("2020");

    [Fact]
    public void A_year_of_the_standing_regulation_may_lack_its_notice() =>
        WorkCalendar.Create(Standing, Days.Notices.Where(n => n.Year != 2025)).IsProvisional(2025).ShouldBeTrue();

    [Fact]
    public void A_year_given_twice_is_an_error() =>
        Should.Throw<ArgumentException>(() => WorkCalendar.Create(Standing, [.. Days.Notices, Days.Notices[3]]));

    [Theory]
    [InlineData("2027-01-01", "元旦")]
    [InlineData("2027-02-05", "春节")]
    [InlineData("2027-02-06", "春节")]
    [InlineData("2027-02-08", "春节")]
    [InlineData("2027-04-05", "清明节")]
    [InlineData("2027-05-02", "劳动节")]
    [InlineData("2027-06-09", "端午节")]
    [InlineData("2027-09-15", "中秋节")]
    [InlineData("2027-10-03", "国庆节")]
    [InlineData("2028-01-25", "春节")]
    [InlineData("2028-05-28", "端午节")]
    [InlineData("2028-10-03", "国庆节")]
    [InlineData("2033-01-30", "春节")]
    public void The_standing_regulation_gives_the_holidays_of_a_year_without_notice(string date, string name) =>
        Shipped.DayOf(On(date)).ShouldBe(new CalendarDay(On(date), DayKind.Holiday, name));

    [Theory]
    [InlineData("2027-02-04")]
    [InlineData("2027-02-09")]
    [InlineData("2027-10-04")]
    public void The_days_beside_them_are_worked(string date) => Shipped.IsWorkday(On(date)).ShouldBeTrue();

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Every_computed_holiday_rests_in_the_notice_of_its_year_too(int year) =>
        Standing.Of(year).Where(d => Shipped.IsWorkday(d.Date)).ShouldBeEmpty();

    [Fact]
    public void The_computed_lunar_and_solar_days_rest_in_every_notice_since_they_became_holidays() =>
        Enumerable.Range(2008, 19).SelectMany(Standing.Of)
            .Where(d => d.Name is "清明节" or "端午节" or "中秋节" && Shipped.IsWorkday(d.Date)).ShouldBeEmpty();
}

using Zhixin.Calendar;
using static Zhixin.Tests.Calendar.Days;

namespace Zhixin.Tests.Calendar;

public sealed class DueDateTests
{
    [Theory]
    [InlineData("2026-02-09", 5, "workday", "2026-02-14")]
    [InlineData("2026-02-09", 15, "workday", "2026-03-06")]
    [InlineData("2026-09-15", 5, "workday", "2026-09-21")]
    [InlineData("2026-09-28", 7, "workday", "2026-10-13")]
    [InlineData("2021-02-03", 5, "workday", "2021-02-09")]
    [InlineData("2021-04-28", 5, "day", "2021-05-06")]
    [InlineData("2021-09-28", 40, "workday", "2021-11-29")]
    [InlineData("2025-12-19", 40, "workday", "2026-02-14")]
    [InlineData("2025-12-19", 5, "day", "2025-12-24")]
    public void The_agreed_examples_end_on_the_agreed_days(string from, int count, string unit, string due) =>
        Shipped.Due(On(from), Of(count, unit)).ShouldBe(new DueDate(On(due), Provisional: false));

    [Theory]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2023-01-31", 1, "2023-02-28")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2021-03-31", 6, "2021-09-30")]
    [InlineData("2023-08-31", 6, "2024-02-29")]
    [InlineData("2023-06-15", 3, "2023-09-15")]
    public void A_month_ends_on_the_same_day_or_on_the_months_last(string from, int months, string due) =>
        Shipped.Due(On(from), Of(months, "month"))!.Date.ShouldBe(On(due));

    [Fact]
    public void A_month_that_ends_on_a_rest_day_ends_on_the_next_workday() =>
        Shipped.Due(On("2025-12-31"), Of(2, "month"))!.Date.ShouldBe(On("2026-02-28"), "a make-up Saturday is no rest day");

    [Fact]
    public void A_month_into_the_national_holiday_rolls_to_its_end() =>
        Shipped.Due(On("2026-09-01"), Of(1, "month"))!.Date.ShouldBe(On("2026-10-08"));

    [Fact]
    public void A_period_that_runs_through_rest_days_does_not_roll() =>
        Shipped.Due(On("2021-04-28"), Of(5, "day", roll: false))!.Date.ShouldBe(On("2021-05-03"));

    [Fact]
    public void A_natural_period_that_ends_on_a_make_up_Saturday_ends_there() =>
        Shipped.Due(On("2026-02-12"), Of(2, "day"))!.Date.ShouldBe(On("2026-02-14"));

    [Fact]
    public void The_same_day_is_the_trigger_even_on_a_rest_day() =>
        Shipped.Due(On("2026-02-15"), new Period(0, PeriodUnit.SameDay))!.Date.ShouldBe(On("2026-02-15"));

    [Fact]
    public void An_untimed_period_has_no_date() =>
        Shipped.Due(On("2026-02-15"), new Period(0, PeriodUnit.Untimed)).ShouldBeNull();

    [Theory]
    [InlineData(PeriodUnit.Stated)]
    [InlineData(PeriodUnit.Recurring)]
    public void A_date_that_only_the_event_states_is_not_computed(PeriodUnit unit) =>
        Should.Throw<ArgumentException>(() => Shipped.Due(On("2026-02-10"), new Period(1, unit)));

    [Theory]
    [InlineData(PeriodUnit.Day)]
    [InlineData(PeriodUnit.Workday)]
    [InlineData(PeriodUnit.Month)]
    public void A_period_of_nothing_is_refused(PeriodUnit unit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Period(0, unit));

    [Theory]
    [InlineData("2003-12-31", 5, "day")]
    [InlineData("2003-12-31", 5, "workday")]
    [InlineData("2003-12-31", 1, "month")]
    [InlineData("2099-12-31", 1, "day")]
    [InlineData("2099-12-31", 1, "workday")]
    [InlineData("2099-12-31", 1, "month")]
    [InlineData("2026-01-05", int.MaxValue, "day")]
    [InlineData("2026-01-05", int.MaxValue, "workday")]
    [InlineData("2026-01-05", int.MaxValue, "month")]
    public void Outside_the_calendar_there_is_an_error_and_no_date(string from, int count, string unit) =>
        Should.Throw<CalendarRangeException>(() => Shipped.Due(On(from), Of(count, unit)));

    [Fact]
    public void The_first_day_of_the_calendar_can_be_a_trigger() =>
        Shipped.Due(WorkCalendar.First, Of(1, "workday"))!.Date.ShouldBe(On("2004-01-02"));
}

using Zhixin.Calendar;
using static Zhixin.Tests.Calendar.Days;

namespace Zhixin.Tests.Calendar;

public sealed class ArithmeticTests
{
    private static readonly Arithmetic Reply = Shipped.Explain(On("2025-12-19"), Of(40, "workday"), [])!;

    [Fact]
    public void The_weeks_count_as_the_reply_clock_over_New_Year_does()
    {
        var weeks = Shipped.Weeks(Reply);
        weeks.Select(w => w.Counted).ShouldBe([0, 5, 4, 5, 5, 5, 5, 5, 6]);
        weeks.Select(w => w.Cumulative).ShouldBe([0, 5, 9, 14, 19, 24, 29, 34, 40]);
        weeks[0].Monday.ShouldBe(On("2025-12-15"));
        weeks.ShouldAllBe(w => w.Days.Count == 7);
    }

    [Fact]
    public void A_week_shows_what_each_day_is()
    {
        var newYear = Shipped.Weeks(Reply)[2].Days;
        newYear.Select(d => d!.Number).ShouldBe([6, 7, 8, null, null, null, 9]);
        newYear.Select(d => d!.Day.Kind).ShouldBe(
            [DayKind.Workday, DayKind.Workday, DayKind.Workday, DayKind.Holiday, DayKind.Holiday, DayKind.Holiday, DayKind.MakeUp]);
        newYear[3]!.Day.Name.ShouldBe("元旦");
    }

    [Fact]
    public void The_first_and_last_week_are_filled_up()
    {
        var weeks = Shipped.Weeks(Reply);
        weeks[0].Days.Select(d => d!.Place).ShouldBe(
            [DayPlace.Before, DayPlace.Before, DayPlace.Before, DayPlace.Before, DayPlace.Trigger, DayPlace.Within, DayPlace.Within]);
        weeks[^1].Days.Skip(4).Select(d => d!.Place).ShouldBe([DayPlace.Within, DayPlace.Due, DayPlace.After]);
        weeks[^1].Days[6]!.Day.Name.ShouldBe("春节");
    }

    [Fact]
    public void Excluded_days_show_their_ground_and_carry_no_number()
    {
        var days = Shipped.Explain(On("2026-03-02"), Of(3, "day"), [
            new Exclusion(On("2026-03-04"), On("2026-03-05"), "鉴定"), new Exclusion(On("2026-03-05"), On("2026-03-05"), "公告")])!.Days;
        days.Select(d => d.Number).ShouldBe([null, 1, null, null, 2, 3, null, null]);
        days.Select(d => d.Excluded).ShouldBe([null, null, "鉴定", "鉴定、公告", null, null, null, null]);
        days.Select(d => d.Rolled).ShouldBe([false, false, false, false, false, false, true, true]);
    }

    [Fact]
    public void A_rest_day_at_the_end_shows_the_roll()
    {
        var days = Shipped.Explain(On("2021-04-28"), Of(5, "day"), [])!.Days;
        days.Where(d => d.Rolled).Select(d => d.Day.Date).ShouldBe([On("2021-05-04"), On("2021-05-05"), On("2021-05-06")]);
        days[^1].Place.ShouldBe(DayPlace.Due);
        days[5].Number.ShouldBe(5);
    }

    [Fact]
    public void The_same_day_is_one_day_long() =>
        Shipped.Explain(On("2026-03-02"), new Period(0, PeriodUnit.SameDay), [])!.Days
            .ShouldHaveSingleItem().Place.ShouldBe(DayPlace.Due);

    [Fact]
    public void Weeks_at_the_edge_of_the_calendar_have_empty_places() =>
        Shipped.Weeks(Shipped.Explain(On("2004-01-01"), Of(1, "workday"), [])!)[0].Days.Count(d => d is null).ShouldBe(3);

    [Theory]
    [InlineData("2026-02-14", "2026-02-12", "剩 2 个工作日")]
    [InlineData("2026-02-27", "2026-02-12", "剩 6 个工作日")]
    [InlineData("2026-02-14", "2026-02-14", "今天 24:00 前")]
    [InlineData("2026-02-14", "2026-02-13", "剩 1 个工作日")]
    [InlineData("2026-02-10", "2026-02-13", "逾期 3 日")]
    [InlineData("2026-02-15", "2026-02-14", "剩 1 日")]
    public void The_light_says_what_is_left(string due, string today, string text) =>
        Shipped.Light(On(due), On(today)).Text.ShouldBe(text);

    [Fact]
    public void The_light_turns_amber_two_working_days_before_and_red_the_day_after()
    {
        Shipped.Light(On("2026-02-14"), On("2026-02-11")).ShouldBe(new DueLight.NotDue(3, 3));
        Shipped.Light(On("2026-02-14"), On("2026-02-12")).ShouldBe(new DueLight.Soon(2, 2));
        Shipped.Light(On("2026-02-14"), On("2026-02-14")).ShouldBe(new DueLight.Soon(0, 0));
        Shipped.Light(On("2026-02-14"), On("2026-02-15")).ShouldBe(new DueLight.Overdue(1, 0));
    }

    [Fact]
    public void A_date_that_the_calendar_does_not_cover_is_shown_without_working_days()
    {
        Shipped.Light(On("2206-03-12"), On("2026-02-11")).Text.ShouldBe($"剩 {On("2206-03-12").DayNumber - On("2026-02-11").DayNumber} 日");
        Shipped.Light(DateOnly.MaxValue, On("2026-02-11")).ShouldBeOfType<DueLight.NotDue>().Workdays.ShouldBe(0);
        Shipped.Light(On("2003-12-31"), On("2004-01-02")).ShouldBe(new DueLight.Overdue(2, 0));
    }

    [Theory]
    [InlineData("2026-02-12", "2026-02-23", "the make-up Saturday is the second working day, and the holiday after it brings no other")]
    [InlineData("2026-02-11", "2026-02-13", "the third working day is the make-up Saturday")]
    [InlineData("2026-02-18", "2026-02-25", "a holiday is no day of work itself")]
    public void The_last_day_that_is_soon_stands_before_the_third_working_day(string today, string last, string why)
    {
        Shipped.LastSoon(On(today)).ShouldBe(On(last), why);
        Shipped.Light(On(last), On(today)).ShouldBeOfType<DueLight.Soon>();
        Shipped.Light(On(last).AddDays(1), On(today)).ShouldBeOfType<DueLight.NotDue>();
    }
}

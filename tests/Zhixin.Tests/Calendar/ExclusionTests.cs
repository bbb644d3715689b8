using Zhixin.Calendar;
using static Zhixin.Tests.Calendar.Days;

namespace Zhixin.Tests.Calendar;

public sealed class ExclusionTests
{
    private static Exclusion Out(string from, string to, string ground = "鉴定") => new(On(from), On(to), ground);

    private static DateOnly Due(string trigger, Period period, params Exclusion[] exclusions) =>
        Shipped.Due(On(trigger), period, exclusions)!.Date;

    [Fact]
    public void One_excluded_day_lengthens_a_natural_period_by_one() =>
        Due("2026-03-02", Of(10, "day", roll: false), Out("2026-03-05", "2026-03-05")).ShouldBe(On("2026-03-13"));

    [Fact]
    public void An_excluded_weekend_does_not_lengthen_a_period_of_working_days() =>
        Due("2026-03-02", Of(10, "workday"), Out("2026-03-07", "2026-03-08")).ShouldBe(On("2026-03-16"));

    [Fact]
    public void An_excluded_week_lengthens_a_period_of_working_days_by_its_five_working_days() =>
        Due("2026-03-02", Of(10, "workday"), Out("2026-03-09", "2026-03-15")).ShouldBe(On("2026-03-23"));

    [Fact]
    public void Days_in_two_exclusions_count_once() =>
        Due("2026-03-02", Of(10, "day", roll: false), Out("2026-03-04", "2026-03-06"), Out("2026-03-05", "2026-03-07", "公告"))
            .ShouldBe(On("2026-03-16"));

    [Fact]
    public void An_exclusion_on_the_last_day_still_lengthens() =>
        Due("2026-03-02", Of(3, "day", roll: false), Out("2026-03-05", "2026-03-06")).ShouldBe(On("2026-03-07"));

    [Fact]
    public void An_exclusion_that_begins_the_day_after_the_last_changes_nothing() =>
        Due("2026-03-02", Of(3, "day", roll: false), Out("2026-03-06", "2026-03-09")).ShouldBe(On("2026-03-05"));

    [Fact]
    public void The_part_of_an_exclusion_before_the_period_does_not_count() =>
        Due("2026-03-02", Of(3, "day", roll: false), Out("2026-02-20", "2026-03-03")).ShouldBe(On("2026-03-06"));

    [Fact]
    public void An_exclusion_that_ends_on_the_trigger_changes_nothing() =>
        Due("2026-03-02", Of(3, "workday"), Out("2026-02-20", "2026-03-02")).ShouldBe(On("2026-03-05"));

    [Fact]
    public void Months_lengthen_by_natural_days_and_then_roll() =>
        Due("2026-01-15", Of(1, "month"), Out("2026-02-01", "2026-02-02")).ShouldBe(On("2026-02-24"), "02-17 is in the Spring Festival");

    [Fact]
    public void An_exclusion_reached_only_through_another_one_counts() =>
        Due("2026-03-02", Of(3, "day", roll: false), Out("2026-03-05", "2026-03-06"), Out("2026-03-07", "2026-03-08"))
            .ShouldBe(On("2026-03-09"));

    [Fact]
    public void An_exclusion_does_not_end_before_it_begins() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Out("2026-03-05", "2026-03-04"));
}

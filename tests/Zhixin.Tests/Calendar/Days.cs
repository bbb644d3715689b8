using System.Globalization;
using Zhixin.Calendar;

namespace Zhixin.Tests.Calendar;

/// <summary>The shipped calendar, and dates written short.</summary>
internal static class Days
{
    public static StandingHolidays Standing { get; } =
        StandingHolidays.Parse("standing.yaml", ProjectFiles.Read("calendars", "standing.yaml"));

    public static IReadOnlyList<CalendarYear> Notices { get; } = Enumerable.Range(2004, 23)
        .Select(y => CalendarYear.Parse($"{y}.yaml", ProjectFiles.Read("calendars", $"{y}.yaml"))).ToList();

    public static WorkCalendar Shipped { get; } = WorkCalendar.Create(Standing, Notices);

    public static DateOnly On(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Period Of(int count, string unit, bool roll = true) => new(count, unit switch
    {
        "day" => PeriodUnit.Day,
        "workday" => PeriodUnit.Workday,
        "month" => PeriodUnit.Month,
        _ => throw new ArgumentException(unit, nameof(unit)),
    }, roll);
}

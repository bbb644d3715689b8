using Zhixin.Calendar;
using static Zhixin.Tests.Calendar.Days;

namespace Zhixin.Tests.Calendar;

public sealed class CalendarFileTests
{
    [Theory]
    [InlineData("year: 2026\nnotice: \"\"\noff: []\nworked: []", 4, "worked")]
    [InlineData("year: 2026\nnotice: \"\"\noff: []", 1, "work")]
    [InlineData("year: 2003\nnotice: \"\"\noff: []\nwork: []", 1, "2003")]
    [InlineData("year: 2026\nnotice: \"\"\noff:\n  - name: 元旦\n    days: [2026-02-30]\nwork: []", 5, "2026-02-30")]
    [InlineData("year: 2026\nnotice: \"\"\noff:\n  - name: 元旦\n    days: [2025-11-30]\nwork: []", 5, "2025-11-30")]
    [InlineData("year: 2026\nnotice: \"\"\noff:\n  - name: 元旦\n    days: [2026-01-01, 2026-01-01]\nwork: []", 5, "twice")]
    [InlineData("year: 2026\nnotice: \"\"\noff:\n  - name: \"\"\n    days: []\nwork: []", 4, "name")]
    [InlineData("year: 2026\nnotice: \"\"\noff: 元旦\nwork: []", 3, "list")]
    [InlineData("year: 2026\nnotice: \"x\" y", 2, "YAML")]
    [InlineData("- 2026", 1, "mapping")]
    [InlineData("", 1, "mapping")]
    public void A_wrong_line_is_named_with_file_and_line(string text, int line, string problem)
    {
        var error = Should.Throw<DataFileException>(() => CalendarYear.Parse("calendars/2026.yaml", text));
        error.Line.ShouldBe(line);
        error.Message.ShouldStartWith($"calendars/2026.yaml:{line}: ");
        error.Problem.ShouldContain(problem);
    }

    [Theory]
    [InlineData("days: [13-01]", "13-01")]
    [InlineData("days: [02-29]", "02-29")]
    [InlineData("days: []", "a day")]
    public void A_wrong_standing_holiday_is_named(string days, string problem) =>
        Should.Throw<DataFileException>(() => StandingHolidays.Parse("standing.yaml", $$"""
            regulation: 办法
            document: 国务院令第795号
            in_force: 2025-01-01
            fixed:
              - { name: 元旦, {{days}} }
            lunar: []
            solar_term: []
            """)).Message.ShouldSatisfyAllConditions(m => m.ShouldStartWith("standing.yaml:5: "), m => m.ShouldContain(problem));

    [Theory]
    [InlineData("2026-02-14", DayKind.MakeUp, "2026-02-14（周六，调休上班）")]
    [InlineData("2026-02-17", DayKind.Holiday, "2026-02-17（周二，春节）")]
    [InlineData("2026-02-12", DayKind.Workday, "2026-02-12（周四）")]
    [InlineData("2026-02-07", DayKind.Weekend, "2026-02-07（周六）")]
    [InlineData("2015-09-03", DayKind.Holiday, "2015-09-03（周四，抗日战争暨世界反法西斯战争胜利70周年纪念日）")]
    [InlineData("2020-02-03", DayKind.Workday, "2020-02-03（周一）")]
    public void A_day_is_written_with_its_weekday_and_what_makes_it_special(string date, DayKind kind, string text)
    {
        var day = Shipped.DayOf(On(date));
        day.Kind.ShouldBe(kind);
        ChinaDate.Text(day).ShouldBe(text);
    }

    [Theory]
    [InlineData("2026-02-14T15:59:59Z", "2026-02-14")]
    [InlineData("2026-02-14T16:00:00Z", "2026-02-15")]
    [InlineData("2026-03-08T02:30:00-05:00", "2026-03-08")]
    [InlineData("2026-12-31T11:00:00-05:00", "2027-01-01")]
    public void The_date_of_an_instant_is_the_date_in_China(string instant, string date) =>
        ChinaDate.Of(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(On(date));

    [Fact]
    public void A_date_lasts_until_midnight_in_China() =>
        ChinaDate.EndOf(On("2026-02-14")).UtcDateTime.ShouldBe(new DateTime(2026, 2, 14, 16, 0, 0, DateTimeKind.Utc));
}

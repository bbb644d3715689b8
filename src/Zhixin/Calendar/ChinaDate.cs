namespace Zhixin.Calendar;

/// <summary>Legal dates: the calendar day at +08:00, and how they are written.</summary>
public static class ChinaDate
{
    /// <summary>The offset of legal time, the same in every year that the calendar knows.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The date in China at this instant.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which the date is over (24:00, exclusive).</summary>
    public static DateTimeOffset EndOf(DateOnly date) => new(date.AddDays(1).ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>周一 to 周日.</summary>
    public static string Weekday(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Monday => "周一",
        DayOfWeek.Tuesday => "周二",
        DayOfWeek.Wednesday => "周三",
        DayOfWeek.Thursday => "周四",
        DayOfWeek.Friday => "周五",
        DayOfWeek.Saturday => "周六",
        DayOfWeek.Sunday => "周日",
    };

    /// <summary><c>2026-02-12（周四）</c></summary>
    public static string Text(DateOnly date) => $"{date:yyyy-MM-dd}（{Weekday(date)}）";

    /// <summary><c>2026-02-14（周六，调休上班）</c>, <c>2026-02-17（周二，春节）</c></summary>
    public static string Text(CalendarDay day) => day.Kind switch
    {
        DayKind.Workday or DayKind.Weekend => Text(day.Date),
        DayKind.MakeUp => $"{day.Date:yyyy-MM-dd}（{Weekday(day.Date)}，调休上班）",
        DayKind.Holiday => $"{day.Date:yyyy-MM-dd}（{Weekday(day.Date)}，{day.Name}）",
    };
}

namespace Zhixin.Web.Components;

/// <summary>Dates as Chinese offices write them on screen: ISO date with the weekday, because every date here binds someone.</summary>
public static class DateText
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>周一 … 周日.</summary>
    public static string Weekday(DateOnly date) => Weekdays[(int)date.DayOfWeek];

    /// <summary>2026-02-14.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>02-14, for cells whose year is said elsewhere.</summary>
    public static string MonthDay(DateOnly date) => date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>2026-02-14（周六，调休上班，暂定）: the form used wherever a date binds.</summary>
    public static string Binding(BindingDay day)
    {
        var note = day.Note is null ? "" : "，" + day.Note;
        var provisional = day.IsProvisional ? "，暂定" : "";
        return $"{Iso(day.Date)}（{Weekday(day.Date)}{note}{provisional}）";
    }
}

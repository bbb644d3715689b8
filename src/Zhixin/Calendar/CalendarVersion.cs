using System.Security.Cryptography;
using System.Text;

namespace Zhixin.Calendar;

/// <summary>The name of a calendar's content: the same notices give the same version on every machine.</summary>
internal static class CalendarVersion
{
    /// <summary>First 16 hexadecimal digits of the SHA-256 over the days; order within a notice does not matter.</summary>
    public static string Of(StandingHolidays standing, IEnumerable<CalendarYear> notices)
    {
        var text = new StringBuilder();
        text.Append("standing ").Append($"{standing.InForce:yyyy-MM-dd}").Append('\n');
        foreach (var holiday in standing.Fixed.Concat(standing.Lunar))
        {
            text.Append(holiday.Name).Append(holiday.Eve ? " eve" : "");
            text.AppendJoin("", holiday.Days.Select(d => $" {d.Month:00}-{d.Day:00}")).Append('\n');
        }

        text.AppendJoin("", standing.Qingming.Select(name => name + " qingming\n"));
        foreach (var notice in notices.OrderBy(n => n.Year))
        {
            text.Append("notice ").Append(notice.Year).Append(' ').Append(notice.Notice).Append('\n');
            Days(text, "off", notice.Off);
            Days(text, "work", notice.Work);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static void Days(StringBuilder text, string kind, IReadOnlyList<NamedDay> days)
    {
        foreach (var day in days.OrderBy(d => d.Date))
        {
            text.Append($"{kind} {day.Date:yyyy-MM-dd} {day.Name}\n");
        }
    }
}

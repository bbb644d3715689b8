using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Zhixin.Calendar;

/// <summary>Month and day, of the solar or the lunar calendar as the place says.</summary>
public sealed record MonthDay(int Month, int Day);

/// <summary>A holiday of the standing regulation. <paramref name="Eve"/> adds the day before the first.</summary>
public sealed record StandingHoliday(string Name, IReadOnlyList<MonthDay> Days, bool Eve = false);

/// <summary>
/// The standing regulation on national holidays: what rests in a year whose notice is not known. In force from
/// <paramref name="InForce"/>; no year before it can be computed.
/// </summary>
public sealed record StandingHolidays(
    string Regulation,
    string Document,
    DateOnly InForce,
    IReadOnlyList<StandingHoliday> Fixed,
    IReadOnlyList<StandingHoliday> Lunar,
    IReadOnlyList<string> Qingming)
{
    private static readonly ChineseLunisolarCalendar Moon = new();

    /// <summary>Reads <c>calendars/standing.yaml</c>.</summary>
    /// <exception cref="DataFileException">Something is missing, misspelt or no month and day.</exception>
    public static StandingHolidays Parse(string file, string text)
    {
        var yaml = YamlText.Parse(file, text);
        yaml.Only(yaml.Root, "regulation", "document", "in_force", "fixed", "lunar", "solar_term");
        return new StandingHolidays(
            yaml.NeedText(yaml.Root, "regulation"),
            yaml.NeedText(yaml.Root, "document"),
            yaml.Date(yaml.Need(yaml.Root, "in_force")),
            Holidays(yaml, "fixed", d => d.Day <= DateTime.DaysInMonth(2001, d.Month)),
            Holidays(yaml, "lunar", d => d.Day <= 29),
            yaml.Maps(yaml.Root, "solar_term").Select(m => SolarTerm(yaml, m)).ToList());
    }

    /// <summary>The days off of one year by the standing rules alone, in no order, a day perhaps twice.</summary>
    public IEnumerable<NamedDay> Of(int year)
    {
        var solar = Fixed.SelectMany(h => h.Days.Select(d => new NamedDay(new DateOnly(year, d.Month, d.Day), h.Name)));
        var lunar = Lunar.SelectMany(h => LunarDays(year, h));
        return solar.Concat(lunar).Concat(Qingming.Select(name => new NamedDay(QingmingOf(year), name)));
    }

    /// <summary>Day of the solar term Pure Brightness, by the usual century formula; right from 2000 to 2099.</summary>
    internal static DateOnly QingmingOf(int year)
    {
        var y = year % 100;
        return new DateOnly(year, 4, (int)((y * 0.2422) + 4.81) - (y / 4));
    }

    private static IEnumerable<NamedDay> LunarDays(int year, StandingHoliday holiday)
    {
        var days = holiday.Days.Select(d => LunarDate(year, d)).ToList();
        return (holiday.Eve ? days.Prepend(days.Min().AddDays(-1)) : days).Select(d => new NamedDay(d, holiday.Name));
    }

    private static DateOnly LunarDate(int year, MonthDay day)
    {
        var leap = Moon.GetLeapMonth(year);
        var month = leap > 0 && day.Month >= leap ? day.Month + 1 : day.Month;
        return DateOnly.FromDateTime(Moon.ToDateTime(year, month, day.Day, 0, 0, 0, 0));
    }

    private static List<StandingHoliday> Holidays(YamlText yaml, string key, Func<MonthDay, bool> possible) =>
        yaml.Maps(yaml.Root, key).Select(map =>
        {
            yaml.Only(map, "name", "days", "eve");
            var days = yaml.List(map, "days").Select(n => Day(yaml, n, possible)).ToList();
            return days.Count > 0
                ? new StandingHoliday(yaml.NeedText(map, "name"), days, yaml.Flag(map, "eve"))
                : throw yaml.Wrong(map, "a holiday needs a day");
        }).ToList();

    private static MonthDay Day(YamlText yaml, YamlNode node, Func<MonthDay, bool> possible)
    {
        var parts = yaml.Text(node).Split('-');
        return parts.Length == 2 && int.TryParse(parts[0], out var month) && int.TryParse(parts[1], out var day)
            && month is >= 1 and <= 12 && day >= 1 && possible(new MonthDay(month, day))
            ? new MonthDay(month, day)
            : throw yaml.Wrong(node, $"\"{yaml.Text(node)}\" is no month and day (MM-dd)");
    }

    private static string SolarTerm(YamlText yaml, YamlMappingNode map)
    {
        yaml.Only(map, "name", "term");
        return yaml.Text(map, "term") == "qingming"
            ? yaml.NeedText(map, "name")
            : throw yaml.Wrong(yaml.Need(map, "term"), "the only solar term that rests is qingming");
    }
}

namespace Zhixin.Calendar;

/// <summary>One day that a notice changes: a holiday (off) or a make-up workday.</summary>
public sealed record NamedDay(DateOnly Date, string Name);

/// <summary>
/// The State Council's notice for one year: days off and weekend days worked in exchange. Days lie in the year or in
/// the December before it, because a notice may arrange New Year from there; where two notices name a day, the later
/// year's stands. <paramref name="Notice"/> is the document number, empty where it is not known.
/// </summary>
public sealed record CalendarYear(int Year, string Notice, IReadOnlyList<NamedDay> Off, IReadOnlyList<NamedDay> Work)
{
    /// <summary>Reads <c>calendars/&lt;year&gt;.yaml</c>.</summary>
    /// <exception cref="DataFileException">Something is missing, misspelt, out of the year or named twice.</exception>
    public static CalendarYear Parse(string file, string text)
    {
        var yaml = YamlText.Parse(file, text);
        yaml.Only(yaml.Root, "year", "notice", "off", "work");
        var year = yaml.Number(yaml.Root, "year");
        if (year < WorkCalendar.First.Year || year > WorkCalendar.Last.Year)
        {
            throw yaml.Wrong(yaml.Need(yaml.Root, "year"), $"the year {year} is outside the calendar");
        }

        var seen = new HashSet<DateOnly>();
        return new CalendarYear(
            year, yaml.Text(yaml.Root, "notice"), Days(yaml, "off", year, seen), Days(yaml, "work", year, seen));
    }

    private static List<NamedDay> Days(YamlText yaml, string key, int year, HashSet<DateOnly> seen)
    {
        var days = new List<NamedDay>();
        foreach (var entry in yaml.Maps(yaml.Root, key))
        {
            yaml.Only(entry, "name", "days");
            var name = yaml.NeedText(entry, "name");
            foreach (var node in yaml.List(entry, "days"))
            {
                var date = yaml.Date(node);
                if (date < new DateOnly(year - 1, 12, 1) || date.Year > year || date < WorkCalendar.First)
                {
                    throw yaml.Wrong(node, $"{date:yyyy-MM-dd} does not belong to {year}");
                }

                if (!seen.Add(date))
                {
                    throw yaml.Wrong(node, $"{date:yyyy-MM-dd} is named twice");
                }

                days.Add(new NamedDay(date, name));
            }
        }

        return days;
    }
}

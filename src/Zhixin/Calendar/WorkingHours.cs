using System.Globalization;

namespace Zhixin.Calendar;

/// <summary>A span of a working day at +08:00.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive, and later.</param>
public sealed record WorkingSpan(TimeOnly From, TimeOnly To);

/// <summary>The working hours of a working day. Messages go out in them; the legal date does not move with them.</summary>
/// <param name="Spans">At least one; in order, none over another.</param>
public sealed record WorkingHours(IReadOnlyList<WorkingSpan> Spans)
{
    /// <summary>When a working day begins.</summary>
    public TimeOnly Opens => Spans[0].From;

    /// <summary>When it ends, exclusive.</summary>
    public TimeOnly Closes => Spans[^1].To;

    /// <summary>Reads <c>calendars/hours.yaml</c>.</summary>
    /// <exception cref="DataFileException">No span, no time, or spans that do not follow one another.</exception>
    public static WorkingHours Parse(string file, string text)
    {
        var yaml = YamlText.Parse(file, text);
        yaml.Only(yaml.Root, "hours");
        var spans = new List<WorkingSpan>();
        foreach (var map in yaml.Maps(yaml.Root, "hours"))
        {
            yaml.Only(map, "from", "to");
            var span = new WorkingSpan(Time(yaml.NeedText(map, "from")), Time(yaml.NeedText(map, "to")));
            spans.Add(span.From < span.To && (spans.Count == 0 || spans[^1].To <= span.From) ? span : throw yaml.Wrong(map, "the spans must follow one another"));

            TimeOnly Time(string value) => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : throw yaml.Wrong(map, $"\"{value}\" is no time such as 09:00");
        }

        return spans.Count > 0 ? new WorkingHours(spans) : throw yaml.Wrong(yaml.Root, "a working day has at least one span");
    }

    /// <summary>Whether a moment lies in working hours of a working day.</summary>
    public bool Cover(WorkCalendar calendar, DateTimeOffset now) => Next(calendar, now) == now;

    /// <summary>The moment itself within working hours, else the next moment at which they begin, at +08:00.</summary>
    public DateTimeOffset Next(WorkCalendar calendar, DateTimeOffset now)
    {
        var (day, time) = (ChinaDate.Of(now), TimeOnly.FromTimeSpan(now.ToOffset(ChinaDate.Offset).TimeOfDay));
        var works = calendar.IsWorkday(day);
        if (works && Spans.FirstOrDefault(span => time < span.To) is { } span)
        {
            return time >= span.From ? now : At(day, span.From);
        }

        return At(calendar.NextWorkday(day), Opens);
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), ChinaDate.Offset);
}

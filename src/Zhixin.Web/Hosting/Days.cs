using Zhixin.Calendar;
using Zhixin.Database.Petitions;
using Zhixin.Web.Components;
using CalendarLight = Zhixin.Calendar.DueLight;
using DayKind = Zhixin.Calendar.DayKind;
using Light = Zhixin.Web.Components.DueLight;

namespace Zhixin.Web.Hosting;

/// <summary>Dates and lights as the pages show them.</summary>
public static class Days
{
    /// <summary>A date that binds, with what is peculiar about the day.</summary>
    public static BindingDay Binding(Law law, DateOnly date, bool provisional = false) =>
        new(date, Note(law, date), provisional);

    /// <summary>The light of a due date on a day; untimed where there is none.</summary>
    public static Light? Light(Law law, DateOnly? due, DateOnly today) => due is { } date ? law.Calendar.Light(date, today) switch
    {
        CalendarLight.NotDue light => new Light(LightState.NotDue, light.Text),
        CalendarLight.Soon light => new Light(LightState.Soon, light.Text),
        CalendarLight.Overdue light => new Light(LightState.Overdue, light.Text),
        _ => throw new InvalidOperationException(),
    } : null;

    /// <summary>The light of something owed; untimed has a dash.</summary>
    public static Light Owed(Law law, DateOnly? due, DateOnly today) => Light(law, due, today) ?? new Light(LightState.Untimed, "不定期限");

    /// <summary>The light of something owed that was born overdue: it counts from the day on which it was recorded.</summary>
    public static Light Owed(Law law, DateOnly? due, DateOnly? countsFrom, DateOnly today) => countsFrom > due && today <= countsFrom
        ? new Light(LightState.Soon, today == countsFrom ? "今天补记" : "补记")
        : Owed(law, countsFrom > due ? countsFrom : due, today);

    private static string? Note(Law law, DateOnly date)
    {
        if (!WorkCalendar.Covers(date))
        {
            return null;
        }

        var day = law.Calendar.DayOf(date);
        return day.Kind switch
        {
            DayKind.Workday => null,
            DayKind.MakeUp => "调休上班",
            DayKind.Holiday => day.Name,
            _ => "休息日",
        };
    }
}

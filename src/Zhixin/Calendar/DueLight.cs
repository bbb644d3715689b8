namespace Zhixin.Calendar;

/// <summary>
/// How near a due date is, for the lights of the screens. <see cref="Days"/> and <see cref="Workdays"/> are never
/// negative: what is left (today excluded, the due date included) or, once overdue, what has passed since the due date.
/// </summary>
public abstract record DueLight(int Days, int Workdays)
{
    /// <summary>The word beside the light.</summary>
    public abstract string Text { get; }

    /// <summary>More than <see cref="WorkCalendar.SoonWorkdays"/> working days are left.</summary>
    public sealed record NotDue(int Days, int Workdays) : DueLight(Days, Workdays)
    {
        /// <inheritdoc/>
        public override string Text => Workdays == 0 ? $"剩 {Days} 日" : $"剩 {Workdays} 个工作日";
    }

    /// <summary>The due date is today or within <see cref="WorkCalendar.SoonWorkdays"/> working days.</summary>
    public sealed record Soon(int Days, int Workdays) : DueLight(Days, Workdays)
    {
        /// <inheritdoc/>
        public override string Text => this switch
        {
            { Days: 0 } => "今天 24:00 前",
            { Workdays: 0 } => $"剩 {Days} 日",
            _ => $"剩 {Workdays} 个工作日",
        };
    }

    /// <summary>The due date is over.</summary>
    public sealed record Overdue(int Days, int Workdays) : DueLight(Days, Workdays)
    {
        /// <inheritdoc/>
        public override string Text => $"逾期 {Days} 日";
    }
}

/// <summary>The lights.</summary>
public sealed partial class WorkCalendar
{
    /// <summary>A light turns amber when no more working days than this are left: a choice of the screens, not of law.</summary>
    public const int SoonWorkdays = 2;

    /// <summary>The last due date that is <see cref="DueLight.Soon"/> as seen on <paramref name="today"/>; the first is that day itself.</summary>
    /// <exception cref="CalendarRangeException">It lies outside the calendar.</exception>
    public DateOnly LastSoon(DateOnly today)
    {
        var day = today;
        for (var n = 0; n <= SoonWorkdays; n++)
        {
            day = NextWorkday(day);
        }

        return day.AddDays(-1);
    }

    /// <summary>
    /// The light of a due date as seen on <paramref name="today"/>. Where the calendar does not cover one of them no working days are counted: a date that stands
    /// in a history is shown, whatever it is.
    /// </summary>
    public DueLight Light(DateOnly due, DateOnly today)
    {
        var isCounted = Covers(due) && Covers(today);
        if (today > due)
        {
            return new DueLight.Overdue(today.DayNumber - due.DayNumber, isCounted ? WorkdaysBetween(due, today) : 0);
        }

        if (!isCounted)
        {
            return new DueLight.NotDue(due.DayNumber - today.DayNumber, 0);
        }

        var (days, workdays) = (due.DayNumber - today.DayNumber, WorkdaysBetween(today, due));
        return workdays <= SoonWorkdays ? new DueLight.Soon(days, workdays) : new DueLight.NotDue(days, workdays);
    }
}

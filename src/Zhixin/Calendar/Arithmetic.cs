namespace Zhixin.Calendar;

/// <summary>Where a day stands towards the period.</summary>
public enum DayPlace
{
    /// <summary>Before the trigger; only fills the first week of the table.</summary>
    Before,

    /// <summary>The day of the trigger, which does not count.</summary>
    Trigger,

    /// <summary>Between trigger and due date.</summary>
    Within,

    /// <summary>The due date (also where it is the trigger's own day).</summary>
    Due,

    /// <summary>After the due date; only fills the last week of the table.</summary>
    After,
}

/// <summary>
/// One day of the arithmetic. <paramref name="Number"/>: the how-manieth day or workday it is, null when it did not
/// count. <paramref name="Excluded"/>: the grounds of the exclusions it lies in. <paramref name="Rolled"/>: the period
/// had already been counted to its end and was carried on over this day because of a rest day.
/// </summary>
public sealed record ArithmeticDay(CalendarDay Day, DayPlace Place, int? Number, string? Excluded, bool Rolled);

/// <summary>
/// A week of the table, Monday first. Days outside the calendar's years are null. <paramref name="Counted"/>: days that
/// counted in this week; <paramref name="Cumulative"/>: until its end.
/// </summary>
public sealed record ArithmeticWeek(DateOnly Monday, IReadOnlyList<ArithmeticDay?> Days, int Counted, int Cumulative);

/// <summary>Why the due date is this day: every day from the trigger to the due date, both included.</summary>
public sealed record Arithmetic(DateOnly Trigger, Period Period, DueDate Due, IReadOnlyList<ArithmeticDay> Days)
{
    /// <summary>How many days counted.</summary>
    public int Counted => Days.Count(d => d.Number is not null);
}

/// <summary>The arithmetic day by day, for "why this date?".</summary>
public sealed partial class WorkCalendar
{
    /// <summary>
    /// Every day from the trigger to the due date. Months are shown with their natural days numbered. Null when the
    /// period is untimed.
    /// </summary>
    /// <exception cref="ArgumentException">The period is stated or recurring.</exception>
    /// <exception cref="CalendarRangeException">The arithmetic leaves the calendar.</exception>
    public Arithmetic? Explain(DateOnly trigger, Period period, IReadOnlyList<Exclusion> exclusions)
    {
        if (Due(trigger, period, exclusions) is not { } due)
        {
            return null;
        }

        // The last counted day: where the roll began. Without the roll the same arithmetic ends there.
        var end = Due(trigger, period with { Roll = false }, exclusions)!.Date;
        var days = new List<ArithmeticDay>(due.Date.DayNumber - trigger.DayNumber + 1);
        var number = 0;
        for (var date = trigger; date <= due.Date; date = date.AddDays(1))
        {
            var day = DayOf(date);
            var runs = date > trigger && date <= end;
            var excluded = runs ? Grounds(date, exclusions) : null;
            var counts = runs && excluded is null && (day.IsWorkday || period.Unit != PeriodUnit.Workday);
            var place = date == due.Date ? DayPlace.Due : date == trigger ? DayPlace.Trigger : DayPlace.Within;
            days.Add(new ArithmeticDay(day, place, counts ? ++number : null, excluded, date > end));
        }

        return new Arithmetic(trigger, period, due, days);
    }

    /// <summary>The arithmetic as whole weeks, Monday first, with the days before and after it as filling.</summary>
    public IReadOnlyList<ArithmeticWeek> Weeks(Arithmetic arithmetic)
    {
        var weeks = new List<ArithmeticWeek>();
        var cumulative = 0;
        for (var monday = MondayOf(arithmetic.Trigger); monday <= arithmetic.Due.Date; monday = monday.AddDays(7))
        {
            var days = Enumerable.Range(0, 7).Select(i => InWeek(arithmetic, monday.AddDays(i))).ToList();
            var counted = days.Count(d => d?.Number is not null);
            cumulative += counted;
            weeks.Add(new ArithmeticWeek(monday, days, counted, cumulative));
        }

        return weeks;
    }

    private static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private static string? Grounds(DateOnly date, IReadOnlyList<Exclusion> exclusions)
    {
        var grounds = exclusions.Where(e => e.From <= date && date <= e.To).Select(e => e.Ground).Distinct().ToList();
        return grounds.Count == 0 ? null : string.Join('、', grounds);
    }

    private ArithmeticDay? InWeek(Arithmetic arithmetic, DateOnly date)
    {
        var at = date.DayNumber - arithmetic.Trigger.DayNumber;
        if (at >= 0 && at < arithmetic.Days.Count)
        {
            return arithmetic.Days[at];
        }

        var place = at < 0 ? DayPlace.Before : DayPlace.After;
        return Covers(date) ? new ArithmeticDay(DayOf(date), place, null, null, Rolled: false) : null;
    }
}

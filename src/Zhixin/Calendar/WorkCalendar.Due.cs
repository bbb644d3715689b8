namespace Zhixin.Calendar;

/// <summary>Due dates: the day of the trigger does not count.</summary>
public sealed partial class WorkCalendar
{
    /// <inheritdoc cref="Due(DateOnly, Period, IReadOnlyList{Exclusion})"/>
    public DueDate? Due(DateOnly trigger, Period period) => Due(trigger, period, []);

    /// <summary>
    /// The last day of the period that began on <paramref name="trigger"/>; null when the period is untimed. Exclusions
    /// lengthen it day by day; those that begin after its end change nothing. A roll looks only at rest days: time
    /// that does not run cannot move a period that has already been counted to its end.
    /// </summary>
    /// <exception cref="ArgumentException">The period is stated or recurring: its date is not computed here.</exception>
    /// <exception cref="CalendarRangeException">The trigger or the due date lies outside the calendar.</exception>
    public DueDate? Due(DateOnly trigger, Period period, IReadOnlyList<Exclusion> exclusions)
    {
        _ = Index(trigger);
        return period.Unit switch
        {
            PeriodUnit.Untimed => null,
            PeriodUnit.SameDay => new DueDate(trigger, Provisional: false),
            PeriodUnit.Workday => WorkdayDue(trigger, period.Count, exclusions),
            PeriodUnit.Day => NaturalDue(trigger, trigger.DayNumber + (long)period.Count, period.Roll, exclusions),
            PeriodUnit.Month => NaturalDue(trigger, MonthEnd(trigger, period.Count), period.Roll, exclusions),
            PeriodUnit.Stated or PeriodUnit.Recurring =>
                throw new ArgumentException($"a period in the unit {period.Unit} has no computed date", nameof(period)),
        };
    }

    private static long MonthEnd(DateOnly trigger, int months) =>
        months <= (Last.Year - First.Year + 1) * 12 ? trigger.AddMonths(months).DayNumber : long.MaxValue / 2;

    /// <summary>Exclusions as disjoint stretches in order, so that a day in two of them counts once.</summary>
    private static List<(DateOnly From, DateOnly To)> Stretches(IReadOnlyList<Exclusion> exclusions)
    {
        var merged = new List<(DateOnly From, DateOnly To)>(exclusions.Count);
        foreach (var next in exclusions.OrderBy(e => e.From))
        {
            if (merged.Count > 0 && next.From <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, next.To > merged[^1].To ? next.To : merged[^1].To);
            }
            else
            {
                merged.Add((next.From, next.To));
            }
        }

        return merged;
    }

    private static DateOnly InRange(long dayNumber) => dayNumber <= Last.DayNumber
        ? DateOnly.FromDayNumber((int)dayNumber)
        : throw new CalendarRangeException($"the period ends after {Last:yyyy-MM-dd}, where the calendar ends");

    private DueDate WorkdayDue(DateOnly trigger, int count, IReadOnlyList<Exclusion> exclusions)
    {
        var start = CountTo(trigger);
        var due = Workday(start + (long)count);
        foreach (var (from, to) in Stretches(exclusions))
        {
            if (from > due)
            {
                break;
            }

            if (to > trigger)
            {
                var before = from > trigger ? CountTo(from.AddDays(-1)) : start;
                due = Workday(CountTo(due) + (long)(CountTo(InRange(to.DayNumber)) - before));
            }
        }

        return new DueDate(due, AnyProvisional(trigger.AddDays(1), due));
    }

    private DueDate NaturalDue(DateOnly trigger, long end, bool roll, IReadOnlyList<Exclusion> exclusions)
    {
        foreach (var (from, to) in Stretches(exclusions))
        {
            if (from.DayNumber > end)
            {
                break;
            }

            if (to > trigger)
            {
                end += to.DayNumber - Math.Max(from.DayNumber, trigger.DayNumber + 1L) + 1;
            }
        }

        var due = InRange(end);
        if (!roll)
        {
            return new DueDate(due, Provisional: false);
        }

        var rolled = IsWorkday(due) ? due : NextWorkday(due);
        return new DueDate(rolled, AnyProvisional(due, rolled));
    }

    private bool AnyProvisional(DateOnly from, DateOnly to)
    {
        for (var year = from.Year; year <= to.Year; year++)
        {
            if (IsProvisional(year))
            {
                return true;
            }
        }

        return false;
    }
}

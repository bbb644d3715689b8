namespace Zhixin.Calendar;

/// <summary>Unit of a period, as <c>domain.md</c> names them.</summary>
public enum PeriodUnit
{
    /// <summary>Natural days 日.</summary>
    Day,

    /// <summary>Working days 工作日.</summary>
    Workday,

    /// <summary>Months: the same day of the month, or the month's last day.</summary>
    Month,

    /// <summary>The trigger's own day until 24:00; never rolls.</summary>
    SameDay,

    /// <summary>The date stands in the event; it is not computed here.</summary>
    Stated,

    /// <summary>Owed again and again; each round is computed with its interval's own period, not here.</summary>
    Recurring,

    /// <summary>Owed without a date.</summary>
    Untimed,
}

/// <summary>
/// A length of time from a rule. <paramref name="Count"/> is at least 1 for days, workdays and months and of no meaning
/// otherwise. <paramref name="Roll"/>: a period of days or months that ends on a rest day ends on the next workday.
/// </summary>
public sealed record Period(int Count, PeriodUnit Unit, bool Roll = true)
{
    /// <inheritdoc cref="Period"/>
    public int Count { get; } = Count >= 1 || Unit is not (PeriodUnit.Day or PeriodUnit.Workday or PeriodUnit.Month)
        ? Count
        : throw new ArgumentOutOfRangeException(nameof(Count), Count, "a period has at least one day, workday or month");
}

/// <summary>
/// Time that does not run, both days included: it lengthens the period by each of its days that the period would have
/// counted (natural days for days and months, workdays for workdays). A day in two exclusions counts once.
/// </summary>
public sealed record Exclusion(DateOnly From, DateOnly To, string Ground)
{
    /// <inheritdoc cref="Exclusion"/>
    public DateOnly To { get; } = To >= From
        ? To
        : throw new ArgumentOutOfRangeException(nameof(To), To, "an exclusion does not end before it begins");
}

/// <summary>
/// The last day on which the thing is in time; it lasts until 24:00 in Asia/Shanghai. Provisional: a day that the
/// arithmetic looked at lies in a year whose notice is not known yet.
/// </summary>
public sealed record DueDate(DateOnly Date, bool Provisional);

/// <summary>The arithmetic left the years that the calendar knows; the message names the date or says "too far".</summary>
public sealed class CalendarRangeException(string message) : Exception(message);

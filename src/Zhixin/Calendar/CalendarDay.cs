namespace Zhixin.Calendar;

/// <summary>Why a day is worked or rests.</summary>
public enum DayKind
{
    /// <summary>Monday to Friday, no holiday.</summary>
    Workday,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A day off by notice or standing regulation.</summary>
    Holiday,

    /// <summary>A weekend day that is worked in exchange 调休上班.</summary>
    MakeUp,
}

/// <summary>One day of the calendar; <paramref name="Name"/> is the holiday it belongs to, for holidays and make-up days.</summary>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string? Name)
{
    /// <summary>True when the day counts as a working day.</summary>
    public bool IsWorkday => Kind is DayKind.Workday or DayKind.MakeUp;
}

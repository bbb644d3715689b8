using System.Numerics;

namespace Zhixin.Calendar;

/// <summary>
/// The working days from 2004-01-01 to 2099-12-31. Every question about days and periods is answered in constant time
/// from a bitmap with prefix counts. Immutable: <see cref="With"/> gives another calendar with another
/// <see cref="Version"/>. Dates are legal dates at +08:00 (<see cref="ChinaDate"/>).
/// </summary>
public sealed partial class WorkCalendar
{
    /// <summary>First day the calendar knows.</summary>
    public static readonly DateOnly First = new(2004, 1, 1);

    /// <summary>Last day the calendar knows.</summary>
    public static readonly DateOnly Last = new(2099, 12, 31);

    private readonly StandingHolidays _standing;
    private readonly SortedDictionary<int, CalendarYear> _notices;
    private readonly Dictionary<DateOnly, (bool Works, string Name)> _named = [];
    private readonly ulong[] _bits = new ulong[((Last.DayNumber - First.DayNumber) / 64) + 1];
    private readonly int[] _before;
    private readonly int[] _workdays;

    private WorkCalendar(StandingHolidays standing, SortedDictionary<int, CalendarYear> notices)
    {
        _standing = standing;
        _notices = notices;
        for (var year = First.Year; year <= Last.Year; year++)
        {
            Mark(year);
        }

        for (var i = 0; i <= Last.DayNumber - First.DayNumber; i++)
        {
            if (Works(First.AddDays(i)))
            {
                _bits[i >> 6] |= 1UL << (i & 63);
            }
        }

        _before = PrefixCounts(_bits);
        _workdays = Positions(_bits, _before[^1]);
        Version = CalendarVersion.Of(standing, notices.Values);
    }

    /// <summary>Content hash of the standing regulation and of the notices; every obligation records it.</summary>
    public string Version { get; }

    /// <summary>First year whose working days are provisional, or null when every year has its notice.</summary>
    public int? FirstProvisionalYear =>
        Enumerable.Range(First.Year, Last.Year - First.Year + 1).Where(IsProvisional).Select(y => (int?)y).FirstOrDefault();

    /// <summary>Makes the calendar. Notices in any order; a year given twice is an error.</summary>
    /// <exception cref="ArgumentException">A year before the standing regulation has no notice: it cannot be computed.</exception>
    public static WorkCalendar Create(StandingHolidays standing, IEnumerable<CalendarYear> notices)
    {
        var byYear = new SortedDictionary<int, CalendarYear>();
        foreach (var notice in notices)
        {
            if (!byYear.TryAdd(notice.Year, notice))
            {
                throw new ArgumentException($"two notices for {notice.Year}", nameof(notices));
            }
        }

        for (var year = First.Year; year < standing.InForce.Year; year++)
        {
            if (!byYear.ContainsKey(year))
            {
                throw new ArgumentException($"no notice for {year}, and the standing regulation began later", nameof(notices));
            }
        }

        return new WorkCalendar(standing, byYear);
    }

    /// <summary>The same calendar with this notice, in place of the one that its year may have had.</summary>
    public WorkCalendar With(CalendarYear notice) =>
        new(_standing, new SortedDictionary<int, CalendarYear>(_notices) { [notice.Year] = notice });

    /// <summary>True when the day lies in the years that the calendar knows.</summary>
    public static bool Covers(DateOnly date) => date >= First && date <= Last;

    /// <summary>True when the year has no notice and is computed from the standing regulation.</summary>
    public bool IsProvisional(int year) => !_notices.ContainsKey(year);

    /// <summary>True for Monday to Friday that is no holiday, and for a make-up weekend day.</summary>
    public bool IsWorkday(DateOnly date) => IsWorkdayAt(Index(date));

    /// <summary>The first working day after <paramref name="date"/>, never the day itself.</summary>
    public DateOnly NextWorkday(DateOnly date) => Workday(CountTo(date) + 1);

    /// <summary>Working days after <paramref name="after"/> (exclusive) until <paramref name="to"/> (inclusive); 0 when it is not later.</summary>
    public int WorkdaysBetween(DateOnly after, DateOnly to) => to <= after ? 0 : CountTo(to) - CountTo(after);

    /// <summary>What kind of day it is, with the holiday's name.</summary>
    public CalendarDay DayOf(DateOnly date)
    {
        _ = Index(date);
        var weekend = IsWeekend(date);
        return !_named.TryGetValue(date, out var day) || (day.Works && !weekend)
            ? new CalendarDay(date, weekend ? DayKind.Weekend : DayKind.Workday, null)
            : new CalendarDay(date, day.Works ? DayKind.MakeUp : DayKind.Holiday, day.Name);
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static int Index(DateOnly date) => Covers(date)
        ? date.DayNumber - First.DayNumber
        : throw new CalendarRangeException($"{date:yyyy-MM-dd} is outside the calendar ({First:yyyy-MM-dd} to {Last:yyyy-MM-dd})");

    private static int[] PrefixCounts(ulong[] bits)
    {
        var before = new int[bits.Length + 1];
        for (var i = 0; i < bits.Length; i++)
        {
            before[i + 1] = before[i] + BitOperations.PopCount(bits[i]);
        }

        return before;
    }

    private static int[] Positions(ulong[] bits, int count)
    {
        var positions = new int[count];
        var n = 0;
        for (var i = 0; i < bits.Length << 6; i++)
        {
            if ((bits[i >> 6] >> (i & 63) & 1) != 0)
            {
                positions[n++] = i;
            }
        }

        return positions;
    }

    private void Mark(int year)
    {
        if (!_notices.TryGetValue(year, out var notice))
        {
            foreach (var day in _standing.Of(year))
            {
                _named.TryAdd(day.Date, (false, day.Name));
            }

            return;
        }

        foreach (var day in notice.Off)
        {
            _named[day.Date] = (false, day.Name);
        }

        foreach (var day in notice.Work)
        {
            _named[day.Date] = (true, day.Name);
        }
    }

    private bool Works(DateOnly date) => _named.TryGetValue(date, out var day) ? day.Works : !IsWeekend(date);

    private bool IsWorkdayAt(int index) => (_bits[index >> 6] >> (index & 63) & 1) != 0;

    /// <summary>Working days from the first day of the calendar to this one, both included.</summary>
    private int CountTo(DateOnly date)
    {
        var index = Index(date);
        return _before[index >> 6] + BitOperations.PopCount(_bits[index >> 6] << (63 - (index & 63)));
    }

    /// <summary>The n-th working day of the calendar, counted from 1.</summary>
    private DateOnly Workday(long n) => n <= _workdays.Length
        ? First.AddDays(_workdays[n - 1])
        : throw new CalendarRangeException($"the period ends after {Last:yyyy-MM-dd}, where the calendar ends");
}

using Zhixin.Calendar;
using Zhixin.Web.Components;
using DayKind = Zhixin.Calendar.DayKind;

namespace Zhixin.Web.Workbench;

/// <summary>The next ten working days from a day on; runs of days off are one cell.</summary>
public sealed class WorkStrip
{
    private const int Length = 10;

    private readonly WorkCalendar _calendar;
    private readonly DateOnly _today;
    private readonly List<(DateOnly First, DateOnly Last, bool IsOff)> _cells = [];

    public WorkStrip(WorkCalendar calendar, DateOnly today)
    {
        (_calendar, _today) = (calendar, today);
        for (var day = today; Workdays.Count < Length; day = _cells[^1].Last.AddDays(1))
        {
            var off = day != today && !calendar.IsWorkday(day);
            _cells.Add((day, off ? calendar.NextWorkday(day).AddDays(-1) : day, off));
        }
    }

    /// <summary>The days whose work is counted: the working days, and today whatever it is.</summary>
    public IReadOnlyList<DateOnly> Workdays => [.. _cells.Where(c => !c.IsOff).Select(c => c.First)];

    /// <summary>The cells with their counts; a day with work leads to it.</summary>
    public IReadOnlyList<StripDay> Cells(IReadOnlyDictionary<DateOnly, int> counts, WorkbenchQuery query) =>
        [.. _cells.Select(c => c.IsOff ? DaysOff(c.First, c.Last) : Workday(c.First, counts[c.First], query))];

    private StripDay Workday(DateOnly day, int due, WorkbenchQuery query)
    {
        var makeUp = _calendar.DayOf(day).Kind == DayKind.MakeUp ? "　调休上班" : string.Empty;
        var caption = (day == _today ? "今天　" : string.Empty) + DateText.Weekday(day) + makeUp;
        var href = due == 0 ? null : (query with { Light = null, On = day, After = null }).Address();
        return new StripDay(caption, DateText.MonthDay(day), due == 0 ? "无" : $"{Counted.Text(due)} 项到期", href, day == _today);
    }

    private StripDay DaysOff(DateOnly first, DateOnly last)
    {
        var holiday = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(i => _calendar.DayOf(first.AddDays(i)).Name).FirstOrDefault(n => n is not null);
        return first == last
            ? new StripDay($"{DateText.Weekday(first)}　{holiday ?? "休息"}", DateText.MonthDay(first), null, IsOff: true)
            : new StripDay($"{DateText.Weekday(first)}至{DateText.Weekday(last)}　{(holiday is null ? "休息" : holiday + "放假")}", $"{DateText.MonthDay(first)} 至 {DateText.MonthDay(last)}", "期间届满的顺延", IsOff: true, IsWide: true);
    }
}

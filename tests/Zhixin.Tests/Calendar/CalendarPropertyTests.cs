using FsCheck;
using FsCheck.Fluent;
using Zhixin.Calendar;
using static Zhixin.Tests.Calendar.Days;

namespace Zhixin.Tests.Calendar;

/// <summary>A question about a period: trigger, length, unit and time that does not run.</summary>
public sealed record Question(DateOnly Trigger, Period Period, IReadOnlyList<Exclusion> Exclusions);

public sealed class CalendarPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly Gen<DateOnly> AnyDay = Gen.Choose(0, 9800).Select(i => WorkCalendar.First.AddDays(i));

    private static readonly Gen<Question> AnyQuestion =
        from trigger in AnyDay
        from unit in Gen.Elements(PeriodUnit.Day, PeriodUnit.Workday, PeriodUnit.Month)
        from count in unit == PeriodUnit.Month ? Gen.Choose(1, 14) : Gen.Choose(1, 90)
        from roll in Gen.Elements(true, false)
        from length in Gen.Choose(0, 4)
        from exclusions in Exclusion(trigger).ListOf(length)
        select new Question(trigger, new Period(count, unit, roll), exclusions.ToList());

    private static Gen<Exclusion> Exclusion(DateOnly trigger) =>
        from start in Gen.Choose(-20, 120)
        from days in Gen.Choose(0, 30)
        let day = trigger.DayNumber + start < WorkCalendar.First.DayNumber ? WorkCalendar.First : trigger.AddDays(start)
        select new Exclusion(day, day.AddDays(days), "鉴定");

    [Fact]
    public void The_due_date_equals_counting_day_by_day() => Holds(AnyQuestion, q =>
        Shipped.Due(q.Trigger, q.Period, q.Exclusions)!.Date == Counted(q));

    [Fact]
    public void A_rolled_due_date_is_never_a_rest_day() => Holds(AnyQuestion, q =>
        Shipped.IsWorkday(Shipped.Due(q.Trigger, q.Period with { Roll = true }, q.Exclusions)!.Date));

    [Fact]
    public void A_longer_period_never_ends_earlier() => Holds(AnyQuestion, q =>
        Shipped.Due(q.Trigger, q.Period, q.Exclusions)!.Date
            <= Shipped.Due(q.Trigger, new Period(q.Period.Count + 1, q.Period.Unit, q.Period.Roll), q.Exclusions)!.Date);

    [Fact]
    public void A_later_trigger_never_ends_earlier() => Holds(AnyQuestion, q =>
        Shipped.Due(q.Trigger, q.Period)!.Date <= Shipped.Due(q.Trigger.AddDays(1), q.Period)!.Date);

    [Fact]
    public void As_many_working_days_lie_in_the_period_as_it_says() => Holds(AnyQuestion, q =>
        Shipped.WorkdaysBetween(q.Trigger, Shipped.Due(q.Trigger, new Period(q.Period.Count, PeriodUnit.Workday))!.Date) == q.Period.Count);

    [Fact]
    public void The_order_of_exclusions_does_not_matter() => Holds(AnyQuestion, q =>
        Shipped.Due(q.Trigger, q.Period, q.Exclusions) == Shipped.Due(q.Trigger, q.Period, q.Exclusions.Reverse().ToList()));

    [Fact]
    public void The_arithmetic_ends_on_the_due_date_and_counts_without_gaps() => Holds(AnyQuestion, q =>
    {
        var arithmetic = Shipped.Explain(q.Trigger, q.Period, q.Exclusions)!;
        var numbers = arithmetic.Days.Where(d => d.Number is not null).Select(d => d.Number!.Value).ToList();
        return arithmetic.Days[^1].Day.Date == Shipped.Due(q.Trigger, q.Period, q.Exclusions)!.Date
            && arithmetic.Days[0].Day.Date == q.Trigger
            && numbers.SequenceEqual(Enumerable.Range(1, numbers.Count))
            && (q.Period.Unit == PeriodUnit.Month || numbers.Count == q.Period.Count)
            && Shipped.Weeks(arithmetic)[^1].Cumulative == numbers.Count;
    });

    [Fact]
    public void Working_days_between_equal_the_count_of_working_days() =>
        Holds(from a in AnyDay from n in Gen.Choose(-10, 400) select (a, b: a.AddDays(Math.Max(n, WorkCalendar.First.DayNumber - a.DayNumber))), t =>
            Shipped.WorkdaysBetween(t.a, t.b) == Enumerable.Range(1, Math.Max(0, t.b.DayNumber - t.a.DayNumber)).Count(i => Shipped.DayOf(t.a.AddDays(i)).IsWorkday));

    [Fact]
    public void The_next_working_day_is_the_first_one_after() => Holds(AnyDay, d =>
    {
        var next = Shipped.NextWorkday(d);
        return next > d && Shipped.IsWorkday(next) && Shipped.WorkdaysBetween(d, next) == 1;
    });

    private static void Holds<T>(Gen<T> any, Func<T, bool> law) => Check.One(Many, Prop.ForAll(any.ToArbitrary(), law));

    /// <summary>The law in the plainest words: go from day to day and count.</summary>
    private static DateOnly Counted(Question q)
    {
        bool Runs(DateOnly day) => !q.Exclusions.Any(e => e.From <= day && day <= e.To);
        bool Counts(DateOnly day) => Runs(day) && (q.Period.Unit != PeriodUnit.Workday || Shipped.DayOf(day).IsWorkday);
        var (date, left) = (q.Trigger, q.Period.Count);
        if (q.Period.Unit == PeriodUnit.Month)
        {
            left = q.Trigger.AddMonths(q.Period.Count).DayNumber - q.Trigger.DayNumber;
        }

        while (left > 0)
        {
            date = date.AddDays(1);
            left -= Counts(date) ? 1 : 0;
        }

        while (q.Period.Roll && q.Period.Unit != PeriodUnit.Workday && !Shipped.DayOf(date).IsWorkday)
        {
            date = date.AddDays(1);
        }

        return date;
    }
}

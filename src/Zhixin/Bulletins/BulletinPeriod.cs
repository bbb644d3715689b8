using System.Globalization;

namespace Zhixin.Bulletins;

/// <summary>A period of which a bulletin is owed. Both days belong to it.</summary>
/// <param name="BeganOn">First day of a month.</param>
/// <param name="EndedOn">Last day of a month.</param>
public sealed record BulletinPeriod(DateOnly BeganOn, DateOnly EndedOn)
{
    private const int MonthsOfYear = 12;
    private const int MonthsOfQuarter = 3;

    /// <summary>The period in which a day lies. Periods are counted from January; the last one of a year ends with it.</summary>
    /// <param name="months">How many months one has, from 1 to 12; a choice of the packs.</param>
    public static BulletinPeriod Of(DateOnly day, int months)
    {
        var first = ((day.Month - 1) / months * months) + 1;
        var began = new DateOnly(day.Year, first, 1);
        var last = new DateOnly(day.Year, Math.Min(first + months - 1, MonthsOfYear), 1);
        return new BulletinPeriod(began, last.AddMonths(1).AddDays(-1));
    }

    /// <summary>Its name in lists: "2026年第1季度" for a quarter, else its months.</summary>
    public static string Name(DateOnly began, DateOnly ended) => (ended.Month - began.Month + 1) switch
    {
        MonthsOfQuarter => string.Create(CultureInfo.InvariantCulture, $"{began.Year}年第{(began.Month / MonthsOfQuarter) + 1}季度"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{began.Year}年{began.Month}月"),
        MonthsOfYear => string.Create(CultureInfo.InvariantCulture, $"{began.Year}年"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{began.Year}年{began.Month}月至{ended.Month}月"),
    };

    /// <summary>The periods that ended before today and not before a day, the oldest first.</summary>
    public static IReadOnlyList<BulletinPeriod> Ended(DateOnly since, DateOnly today, int months)
    {
        var found = new List<BulletinPeriod>();
        for (var period = Of(since, months); period.EndedOn < today; period = Of(period.EndedOn.AddDays(1), months))
        {
            found.Add(period);
        }

        return found;
    }
}

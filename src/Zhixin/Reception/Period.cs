using System.Security.Cryptography;
using System.Text;
using Zhixin.History;
using Zhixin.Obligations;

namespace Zhixin.Reception;

/// <summary>What a bulletin said, and when it was issued.</summary>
public sealed record IssuedBulletin(BulletinDailyIssued Facts, DateOnly On);

/// <summary>
/// A day of a court, for what is owed of the day itself and not of any petition. One small stream each; its id follows from court and day, so
/// that two nodes that begin the same day make one stream.
/// </summary>
/// <param name="Day">The day that it is about.</param>
/// <param name="Window">What the window over the platform's items found; null while nobody reported.</param>
/// <param name="Bulletin">The daily bulletin; null while none was issued.</param>
public sealed record Period(StreamId Id, int Version, DateOnly Day, string Level, IReadOnlyList<Obligation> Obligations, IssuedBulletin? Bulletin, WindowReportMade? Window)
{
    /// <summary>The stream's kind.</summary>
    public const string Kind = "period";

    /// <summary>The stream of a court's day.</summary>
    public static StreamId Of(int court, DateOnly day) => Of("day", court, day);

    /// <summary>The stream of a court's period: a UUIDv7 of the first moment of a day in UTC, whose other bits follow from the court and from what kind of period it is.</summary>
    /// <param name="what">"day", "quarter".</param>
    /// <param name="day">The day itself, or the last one of a longer period.</param>
    public static StreamId Of(string what, int court, DateOnly day)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"period {what} {court} {day:yyyy-MM-dd}"))[..16];
        var moment = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(moment >> (40 - (8 * i)));
        }

        (bytes[6], bytes[8]) = ((byte)(0x70 | (bytes[6] & 0x0f)), (byte)(0x80 | (bytes[8] & 0x3f)));
        return new StreamId(court, new Guid(bytes, bigEndian: true));
    }

    /// <summary>Folds a history; the first fact is the beginning of the day.</summary>
    public static Period Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        Period? period = null;
        foreach (var fact in facts)
        {
            period = period is null ? Begin(id, fact) : period.Apply(fact);
        }

        return period ?? throw new InvalidDataException("A period begins with its beginning.");
    }

    /// <summary>Tells what happened on the day and what it does to what is owed of it.</summary>
    /// <param name="setting">Where the clocks look.</param>
    public static (Period After, IReadOnlyList<DatedFact> Facts) Tell(Period? period, StreamId id, IEnumerable<DatedFact> happened, ClockSetting setting)
    {
        var (now, told) = (period, new List<DatedFact>());
        foreach (var dated in happened)
        {
            foreach (var fact in Clocks.Follow(now?.Obligations ?? [], dated, setting, null).Select(f => dated with { Fact = f }).Prepend(dated))
            {
                now = now?.Apply(fact) ?? Begin(id, fact);
                told.Add(fact);
            }
        }

        return (now!, told);
    }

    private static Period Begin(StreamId id, DatedFact dated) => dated.Fact is PeriodDayBegan began
        ? new Period(id, 1, dated.On, began.Level, [], null, null)
        : throw new InvalidDataException("A period begins with its beginning.");

    private Period Apply(DatedFact dated)
    {
        var next = this with { Version = Version + 1 };
        return ObligationList.Apply(Obligations, dated.Fact) is { } obligations ? next with { Obligations = obligations }
            : dated.Fact is BulletinDailyIssued issued ? next with { Bulletin = new IssuedBulletin(issued, dated.On) }
            : dated.Fact is WindowReportMade window ? next with { Window = window }
            : dated.Fact is PeriodWorkdayBegan ? next
            : throw new InvalidDataException($"{dated.Fact.GetType().Name} is no fact of a period.");
    }
}

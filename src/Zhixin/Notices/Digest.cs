using Zhixin.History;

namespace Zhixin.Notices;

/// <summary>A clock of a digest: which clock of which matter, and what may be done. No content of the case, no person.</summary>
/// <param name="Kind">The word for the matter, as <see cref="NoticeMatter"/> has it.</param>
/// <param name="Number">Of the matter; empty where it is owed of a day.</param>
/// <param name="Broke">Whether it is over; else it is amber.</param>
/// <param name="Propose">Acts that the rule proposes for a broken clock; a person decides.</param>
public sealed record ClockLine(string Kind, int Home, Guid Stream, string Number, string Name, string Clause, DateOnly Due, bool Broke, IReadOnlyList<string> Propose);

/// <summary>A clock that became amber or broke since the digest before, and whom it concerns.</summary>
/// <param name="Person">On whose desk it lies; null where nobody is named.</param>
/// <param name="Tell">Posts that its rule tells of a breach.</param>
/// <param name="Barred">Staff who are not told of its matter.</param>
public sealed record DueClock(ClockLine Line, Guid? Person, IReadOnlyList<string> Tell, IReadOnlyList<Guid> Barred);

/// <summary>How many matters that a court handed down or supervises are overdue below, of those of which the same people are not told.</summary>
/// <param name="All">How many are overdue.</param>
/// <param name="New">How many of them became so since the digest before.</param>
public sealed record OverdueBelow(IReadOnlyList<Guid> Barred, int All, int New);

/// <summary>Somebody of the court who is there, and the posts held.</summary>
public sealed record Staff(Guid Id, IReadOnlyList<string> Posts);

/// <summary>
/// One message a working day for everybody whom clocks concern, in place of one for each clock. A clock is told of when it becomes amber and again when it breaks.
/// </summary>
public static class Digest
{
    /// <summary>Clocks that a message lists; the counts say how many there are.</summary>
    public const int Most = 20;

    /// <summary>The word for a digest in <see cref="NoticeMatter"/>: it is about no one stream.</summary>
    public const string Kind = "digest";

    /// <summary>
    /// The days whose clocks a digest tells of, both included: what broke since the last one, then what is amber and was not then. Everything that is over, where
    /// there was none before.
    /// </summary>
    /// <param name="last">Day of the digest before; null for the first.</param>
    public static (DateOnly BrokeFrom, DateOnly SoonFrom, DateOnly SoonTo) Window(Calendar.WorkCalendar calendar, DateOnly? last, DateOnly today)
    {
        var soon = last is { } before && calendar.LastSoon(before) is var told && told >= today ? told.AddDays(1) : today;
        return (last ?? DateOnly.MinValue, soon, calendar.LastSoon(today));
    }

    /// <summary>The digests of a court. What is overdue below is told when something became so, and beside what else is told.</summary>
    /// <param name="staff">Its people who are there.</param>
    /// <param name="below">What is overdue at the courts below.</param>
    /// <param name="pressing">The posts that press the courts below.</param>
    public static IReadOnlyList<Notice> Of(int court, IReadOnlyList<DueClock> clocks, IReadOnlyList<Staff> staff, IReadOnlyList<OverdueBelow> below, IReadOnlyList<string> pressing)
    {
        var told = (from clock in clocks
                    from to in Told(clock, staff)
                    group clock.Line by to).ToDictionary(g => g.Key, g => g.OrderBy(line => (line.Due, line.Number, line.Name)).ToList());
        var late = Pressing(staff, below, pressing).ToDictionary(p => p.To, p => p.Late);
        return
        [
            .. told.Keys.Union(late.Where(l => l.Value.New > 0).Select(l => l.Key)).Select(to => One(court, to, told.GetValueOrDefault(to, []), late.GetValueOrDefault(to))),
        ];
    }

    /// <summary>Whoever presses, without what he or she is accused in; where nobody is there who does, the unit, without what anybody is accused in.</summary>
    private static IEnumerable<(Addressee To, (int All, int New) Late)> Pressing(IReadOnlyList<Staff> staff, IReadOnlyList<OverdueBelow> below, IReadOnlyList<string> posts)
    {
        (int All, int New) Sum(Func<OverdueBelow, bool> shown) => (below.Where(shown).Sum(b => b.All), below.Where(shown).Sum(b => b.New));
        var people = staff.Where(s => s.Posts.Intersect(posts, StringComparer.Ordinal).Any()).ToList();
        return people.Count > 0 ? people.Select(s => ((Addressee)new Addressee.Person(s.Id), Sum(b => !b.Barred.Contains(s.Id)))) : [(new Addressee.Unit(), Sum(b => b.Barred.Count == 0))];
    }

    /// <summary>Who owes it, and of a breach those whom its rule tells; nobody who is accused; where none of them is there, the unit.</summary>
    private static IEnumerable<Addressee> Told(DueClock clock, IReadOnlyList<Staff> staff)
    {
        var people = staff.Where(s => !clock.Barred.Contains(s.Id) && (s.Id == clock.Person || (clock.Line.Broke && s.Posts.Intersect(clock.Tell, StringComparer.Ordinal).Any()))).ToList();
        return people.Count > 0 ? people.Select(s => new Addressee.Person(s.Id)) : [new Addressee.Unit()];
    }

    private static Notice One(int court, Addressee to, IReadOnlyList<ClockLine> lines, (int All, int New) late)
    {
        var broke = lines.Count(line => line.Broke);
        var detail = new NoticeDetail(Clocks: [.. lines.Take(Most)], Overdue: broke, Soon: lines.Count - broke, Below: late.All, BelowNew: late.New);
        return new Notice(NoticeTopics.Digest, court, to, new NoticeMatter(Kind, new StreamId(court, Guid.Empty), string.Empty), detail, []);
    }
}

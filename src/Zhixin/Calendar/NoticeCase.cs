using Zhixin.History;

namespace Zhixin.Calendar;

/// <summary>The first person gives a year's notice, as the text of its file.</summary>
/// <param name="Revision">1, 2, 3 … within the year; the highest confirmed one holds.</param>
[Fact("calendar.notice-proposed")]
public sealed record NoticeProposed(int Year, int Revision, string Text, string Reason, Guid Proposer);

/// <summary>The second person confirms: from now on dates are counted by it, and open ones are recomputed.</summary>
[Fact("calendar.notice-confirmed")]
public sealed record NoticeConfirmed(Guid Confirmer);

/// <summary>The second person refuses it.</summary>
[Fact("calendar.notice-refused")]
public sealed record NoticeRefused(Guid Confirmer, string Reason);

/// <summary>The fold of a notice's stream; its home is the platform, because working days are the same everywhere.</summary>
/// <param name="Confirmer">Null until the second person decided.</param>
public sealed record NoticeCase(StreamId Id, int Version, NoticeProposed Proposed, Guid? Confirmer, bool Refused)
{
    /// <summary>Folds a history; the first fact is the proposal.</summary>
    public static NoticeCase Fold(StreamId id, IEnumerable<DatedFact> facts) => facts.Aggregate((NoticeCase?)null, (notice, dated) => (notice, dated.Fact) switch
    {
        (null, NoticeProposed proposed) => new NoticeCase(id, 1, proposed, null, Refused: false),
        ({ } now, NoticeConfirmed confirmed) => now with { Version = now.Version + 1, Confirmer = confirmed.Confirmer },
        ({ } now, NoticeRefused refused) => now with { Version = now.Version + 1, Confirmer = refused.Confirmer, Refused = true },
        _ => throw new InvalidDataException($"{dated.Fact.GetType().Name} is out of place in a notice."),
    }) ?? throw new InvalidDataException("A notice begins with its proposal.");
}

/// <summary>Loads a year's notice by two persons. Who may says the authority matrix; here stands what must be true.</summary>
public static class NoticeLoading
{
    /// <summary>Longest text of a notice, in characters.</summary>
    public const int MostText = 64 * 1024;

    /// <summary>The first person's act. The text is that of a file calendars/&lt;year&gt;.yaml; what is wrong with it is told with file and line.</summary>
    /// <param name="revision">Number of the next revision of a year.</param>
    /// <param name="waiting">Years of which a proposal waits already.</param>
    public static Decision<object> Propose(
        string file, string? text, string? reason, Guid by, WorkCalendar calendar, Func<int, int> revision, IReadOnlyCollection<int> waiting)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MostText)
        {
            return new Refusal.Input("text", "calendar-text-missing");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal.Input("reason", "reason-required");
        }

        CalendarYear notice;
        try
        {
            notice = CalendarYear.Parse(file, text);
        }
        catch (DataFileException wrong)
        {
            return new Refusal.Input("text", "calendar-unreadable", wrong.File, wrong.Line, wrong.Problem);
        }

        return waiting.Contains(notice.Year) ? new Refusal.State("calendar-waiting", notice.Year)
            : calendar.With(notice).Version == calendar.Version ? new Refusal.State("calendar-same", notice.Year)
            : new object[] { new NoticeProposed(notice.Year, revision(notice.Year), text, reason.Trim(), by) };
    }

    /// <summary>The second person's yes.</summary>
    public static Decision<object> Confirm(NoticeCase notice, Guid by) =>
        Waiting(notice, by) is { } refusal ? refusal : new object[] { new NoticeConfirmed(by) };

    /// <summary>The second person's no.</summary>
    public static Decision<object> Refuse(NoticeCase notice, Guid by, string? reason) => Waiting(notice, by) switch
    {
        { } refusal => refusal,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Input("reason", "reason-required"),
        _ => new object[] { new NoticeRefused(by, reason.Trim()) },
    };

    private static Refusal.State? Waiting(NoticeCase notice, Guid by) => notice switch
    {
        { Confirmer: not null } => new Refusal.State("calendar-not-waiting"),
        _ when notice.Proposed.Proposer == by => new Refusal.State("calendar-same-person"),
        _ => null,
    };
}

using Zhixin.Calendar;
using Zhixin.Courts;
using Zhixin.History;
using Zhixin.Notices;
using Zhixin.Obligations;
using Zhixin.Regulations;

namespace Zhixin.ReportBox;

/// <summary>A report in the box 举报 (SPC09-4): only the inspection of the court that handles it, and of the courts above, reads it.</summary>
/// <param name="Steps">What was done about it, sealed, with the day.</param>
/// <param name="HandledOn">Null while it is owed.</param>
public sealed record BoxedReport(
    StreamId Id, int Version, ReportReceived Received, DateOnly ReceivedOn, IReadOnlyList<(string Sealed, DateOnly On)> Steps, ReportHandled? Handled, DateOnly? HandledOn,
    IReadOnlyList<Obligation> Obligations)
{
    /// <summary>The stream's kind.</summary>
    public const string Kind = "report";

    /// <summary>The post, and the kind of unit, that reads and handles reports.</summary>
    public const string Inspection = "inspection";

    /// <summary>Folds a history; the first fact is the receipt.</summary>
    public static BoxedReport Fold(StreamId id, IEnumerable<DatedFact> facts)
    {
        BoxedReport? report = null;
        foreach (var fact in facts)
        {
            report = report?.Apply(fact) ?? Begin(id, fact);
        }

        return report ?? throw new InvalidDataException("A report begins with its receipt.");
    }

    /// <summary>The report after the facts, with what follows for its clocks.</summary>
    public static (BoxedReport After, IReadOnlyList<DatedFact> Facts) Tell(BoxedReport? report, StreamId id, IEnumerable<DatedFact> happened, Func<BoxedReport, ClockSetting> setting)
    {
        var told = new List<DatedFact>();
        var now = report;
        foreach (var dated in happened)
        {
            var before = now?.Obligations ?? [];
            now = now?.Apply(dated) ?? Begin(id, dated);
            told.Add(dated);
            foreach (var fact in Clocks.Follow(before, dated, setting(now), null).Select(clock => dated with { Fact = clock }))
            {
                now = now.Apply(fact);
                told.Add(fact);
            }
        }

        return (now ?? throw new ArgumentException("At least one fact happens.", nameof(happened)), told);
    }

    /// <summary>Where the clocks of a report look: the court that handles it owes everything.</summary>
    public static ClockSetting Setting(BoxedReport report, RuleBook rules, WorkCalendar calendar, CourtDirectory courts, DateOnly today) => new(
        rules, calendar, court => courts.ByNumber(court) is { } found ? [court, .. courts.Superiors(found).Select(c => c.Number)] : [],
        (word, _) => word == "responsible" ? report.Received.Handling : null, (_, _) => null, today);

    /// <summary>Who is told: whoever holds the post of inspection at the court that handles it, and nobody whom it names.</summary>
    public static IReadOnlyList<Notice> Notices(BoxedReport after, IReadOnlyList<DatedFact> facts) => facts.Any(f => f.Fact is ReportReceived)
        ? [new Notice(
            NoticeTopics.ReportReceived, after.Received.Handling, new Addressee.Post(Inspection), new NoticeMatter(Kind, after.Id, after.Received.Number), NoticeDetail.None, after.Received.Accused)]
        : [];

    private static BoxedReport Begin(StreamId id, DatedFact dated) => dated.Fact is ReportReceived received
        ? new BoxedReport(id, 1, received, dated.On, [], null, null, [])
        : throw new InvalidDataException("A report begins with its receipt.");

    private BoxedReport Apply(DatedFact dated)
    {
        var next = this with { Version = Version + 1 };
        return ObligationList.Apply(Obligations, dated.Fact) is { } obligations ? next with { Obligations = obligations } : dated.Fact switch
        {
            ReportLookedInto f => next with { Steps = [.. Steps, (f.Sealed, dated.On)] },
            ReportHandled f => next with { Handled = f, HandledOn = dated.On },
            ReportEnteredLate => next,
            _ => throw new InvalidDataException($"{dated.Fact.GetType().Name} is no fact of a report."),
        };
    }
}

using Zhixin.Petitions.Acts;

namespace Zhixin.Supervisions.Acts;

/// <summary>
/// Reports on progress 进展情况 (HNP-9, 10, 21): what the date asks for is the result or the progress. So the court in the middle keeps its date while the one below
/// hears, follows an opinion or is late; only the report on the result waits for what is below.
/// </summary>
public static class Progressing
{
    /// <summary>The lower court reports how far it has come.</summary>
    public static Decision<object> Report(Supervision supervision, int no, int court, string? progress, string? next, string? document, Actors by) => Reporting.Of(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ } letter, _) when NotReportable(letter) is { } not => not,
        _ when Empty(progress) => new Refusal.Law("HNP-21", "report-needs-progress"),
        _ when Empty(next) => new Refusal.Law("HNP-21", "progress-needs-next"),
        _ when Empty(document) => new Refusal.Law("HNP-21", "report-needs-document"),
        _ => new object[] { new SupervisionProgressReported(no, progress!.Trim(), next!.Trim(), document!.Trim(), by.Person, by.For) },
    };

    /// <summary>What speaks against a report on progress; null where a result is awaited by a date, and none was reported yet.</summary>
    public static Refusal? NotReportable(Letter letter) => letter switch
    {
        { DueOn: null } => new Refusal.State("progress-nothing-by-date"),
        { Reports.Count: > 0 } => new Refusal.State("letter-reported"),
        { WaitingProgress: not null } => new Refusal.State("hand-down-report-pending"),
        { Named: null } => new Refusal.Law("HNI-6", "supervision-needs-handler"),
        _ => null,
    };

    /// <summary>The court that sent the letter answers: with another date for the result, or by the old one.</summary>
    /// <param name="today">The new date is not before it.</param>
    public static Decision<object> Answer(Supervision supervision, int no, int court, bool accepted, DateOnly? due, string? opinion, DateOnly today) => Reporting.From(supervision, no, court) switch
    {
        (_, { } not) => not,
        ({ WaitingProgress: null }, _) => new Refusal.State("progress-nothing-to-answer"),
        _ when Empty(opinion) => new Refusal.Law("HNP-21", "report-finding-needs-reason"),
        _ when accepted && due is null => new Refusal.Law("HNP-21", "progress-needs-date"),
        _ when accepted && due < today => new Refusal.Input("due", "hand-down-due-past", today),
        ({ Issued.Parent: { } parent }, _) when accepted && supervision.Letter(parent)?.DueOn is { } above && due > above => new Refusal.Law("HNP-10", "hand-down-due-after-own", above),
        ({ DueOn: { } old }, _) => new object[] { new SupervisionProgressAnswered(no, accepted, opinion!.Trim(), DueStated: true, accepted ? due!.Value : old) },
        _ => throw new InvalidOperationException(),
    };

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
}

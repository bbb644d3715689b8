namespace Zhixin.Supervisions.Acts;

/// <summary>
/// The court that sent a letter says what it makes of the report on it (HNI-10, HNP-11, 15): agreed with, improper (a written opinion is owed), or unlawful and
/// unsettled (it is supervised again). Each hop judges what came to it.
/// </summary>
public static class Judging
{
    /// <summary>The act in the authority matrix.</summary>
    public const string Act = "judge-report";

    /// <summary>The report is agreed with; the letter is done.</summary>
    public static Decision<object> Accept(Supervision supervision, int no, int court, string? opinion) => Pending(supervision, no, court) switch
    {
        (_, { } not) => not,
        _ when supervision.Opinions.Any(o => o.Issued.Letter == no && o.Binds) => new Refusal.Law("HNI-10", "report-before-compliance"),
        _ when supervision.Opinions.Any(o => o.Issued.Letter == no && o.IsAsked) => new Refusal.Law("HNI-11", "report-before-reconsideration"),
        _ when Reporting.IsHearingOwed(supervision, no) => new Refusal.Law("HNI-7", "report-before-hearing"),
        _ when string.IsNullOrWhiteSpace(opinion) => new Refusal.Law("HNP-15", "report-finding-needs-reason"),
        _ => new object[] { new SupervisionReportAccepted(no, opinion.Trim(), IsAwaited(supervision, court)) },
    };

    /// <summary>The report is improper: an opinion follows.</summary>
    public static Decision<object> FindImproper(Supervision supervision, int no, int court, string? reason) => Pending(supervision, no, court) switch
    {
        (_, { } not) => not,
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("HNI-10", "report-finding-needs-reason"),
        _ => new object[] { new SupervisionReportFoundImproper(no, reason.Trim()) },
    };

    /// <summary>
    /// The report is unlawful, or the matter is not settled: it is supervised again. Only the court that leads opens another round, so only it finds so; a court in
    /// between gives an opinion, or reports what it found to the court above, which then decides.
    /// </summary>
    public static Decision<object> FindUnlawful(Supervision supervision, int no, int court, string? reason) => Pending(supervision, no, court) switch
    {
        (_, { } not) => not,
        _ when supervision.Court != court => new Refusal.Law("HNP-15", "unlawful-only-lead"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal.Law("HNP-15", "report-finding-needs-reason"),
        _ => new object[] { new SupervisionReportFoundUnlawful(no, reason.Trim()) },
    };

    /// <summary>Why a court has no report to judge; null when it has one.</summary>
    public static Refusal? NothingPending(Supervision supervision, int court) => supervision switch
    {
        { IsOpen: false } => Reviewing.Over(supervision),
        _ when supervision.Open.Any(l => l.Issued.From == court && l.Pending is not null) => null,
        _ => new Refusal.State("report-nothing-to-judge"),
    };

    /// <summary>Why a court finds no report unlawful; null when it can.</summary>
    public static Refusal? NothingUnlawful(Supervision supervision, int court) =>
        NothingPending(supervision, court) ?? (supervision.Court == court ? null : new Refusal.Law("HNP-15", "unlawful-only-lead"));

    private static (Letter? Letter, Refusal? Not) Pending(Supervision supervision, int no, int court) => Reporting.From(supervision, no, court) switch
    {
        ({ Pending: null }, _) => (null, new Refusal.State("report-nothing-to-judge")),
        var found => found,
    };

    /// <summary>Whether somebody above awaits what the leading court now knows (HNP-9, 14).</summary>
    private static bool IsAwaited(Supervision supervision, int court) =>
        court == supervision.Court && supervision.Instructions.Any(i => i is { Facts.AwaitsResult: true, SentOn: null });
}

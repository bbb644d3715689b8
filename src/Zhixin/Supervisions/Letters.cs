using Zhixin.History;

namespace Zhixin.Supervisions;

/// <summary>What a lower court reported on a letter.</summary>
public enum ReportKind
{
    /// <summary>The written report on the result (HNI-6).</summary>
    Result,

    /// <summary>The answer that there is no property (HNI-7); it is decided after the hearing's report.</summary>
    NoProperty,

    /// <summary>The report after the hearing (HNI-7).</summary>
    AfterHearing,

    /// <summary>The report on how an opinion was followed (HNI-10).</summary>
    Compliance,
}

/// <summary>What the superior made of a report.</summary>
public enum ReportFinding
{
    /// <summary>Agreed with.</summary>
    Accepted,

    /// <summary>Improper: an opinion follows (HNI-10).</summary>
    Improper,

    /// <summary>Unlawful, or the matter unsettled: another round follows (HNP-15).</summary>
    Unlawful,
}

/// <summary>A report on a letter.</summary>
/// <param name="Finding">Null while the superior has said nothing.</param>
public sealed record LetterReport(ReportKind Kind, string Text, string Document, DateOnly On, Guid By, Guid? For, ReportFinding? Finding, string? FindingReason, DateOnly? FoundOn);

/// <summary>Who handles a letter at the lower court, since when, and whether he or she has taken it up.</summary>
public sealed record LetterHandler(Guid Handler, string Name, string? Phone, DateOnly On, DateOnly? AcknowledgedOn);

/// <summary>A request for another date (HNP-21).</summary>
/// <param name="Granted">Null while the superior has not decided.</param>
public sealed record NewDateRequest(SupervisionPreExpiryReported Asked, DateOnly On, bool? Granted, DateOnly? DecidedOn);

/// <summary>An urging letter or order to enforce.</summary>
public sealed record Urging(string Number, bool IsOrder, DateOnly On, DateOnly DueOn, DateOnly? ExplainedOn)
{
    /// <summary>Whether the lower court still has time to answer it on a day.</summary>
    public bool IsOpen(DateOnly on) => ExplainedOn is null && DueOn >= on;
}

/// <summary>A letter from a court to one under it, and everything about it.</summary>
/// <param name="Round">In which round of the supervision it went (HNP-15).</param>
/// <param name="DueOn">Until when it is to be reported, as it stands; null where nothing is awaited.</param>
/// <param name="OverrunOn">Since when what is awaited has been overdue for the days of the pack (HNP-23); null where it is not, or has come since.</param>
/// <param name="Ended">"accepted", "withdrawn", or the end of the supervision; null while it runs.</param>
public sealed record Letter(
    SupervisionLetterIssued Issued, int Round, DateOnly On, DateOnly ReceivedOn, LetterHandler? Named, DateOnly? DueOn, IReadOnlyList<LetterReport> Reports, DateOnly? HeardOn,
    IReadOnlyList<NewDateRequest> Requests, string? Circumstances, DateOnly? UrgentSince, DateOnly? OverrunOn, IReadOnlyList<DateOnly> Urged, IReadOnlyList<Urging> Urgings,
    DateOnly? MeasuresOn, DateOnly? FileCalledOn, string? Ended)
{
    /// <summary>The reports on progress, in their order: none of them is the report on the result.</summary>
    public IReadOnlyList<ProgressReport> Progress { get; init; } = [];

    /// <summary>The report on progress that waits for the superior; null where none does.</summary>
    public ProgressReport? WaitingProgress => Progress is [.., { Accepted: null } last] ? last : null;

    /// <summary>The series that letters are of.</summary>
    public const string Series = "letter";

    /// <summary>The n-th of a supervision.</summary>
    public static Thing Thing(int no) => new(Series, no);

    /// <summary>1, 2, 3 … within the supervision.</summary>
    public int No => Issued.No;

    /// <summary>Whether it still runs.</summary>
    public bool IsOpen => Ended is null;

    /// <summary>Whether a result is awaited.</summary>
    public bool AwaitsReport => DueOn is not null;

    /// <summary>The newest report; null where there is none.</summary>
    public LetterReport? LastReport => Reports is [.., var last] ? last : null;

    /// <summary>The newest urging letter or order; null where there is none.</summary>
    public Urging? LastUrging => Urgings is [.., var last] ? last : null;

    /// <summary>The answer that there was no property; null where there is none.</summary>
    public LetterReport? NoProperty => Reports.LastOrDefault(r => r.Kind == ReportKind.NoProperty);

    /// <summary>Whether what is owed on the letter itself was reported, and not found wrong since.</summary>
    public bool IsReported => LastReport is { Finding: null or ReportFinding.Accepted };

    /// <summary>The report on which the superior has to say something: a whole one, not the mere answer that there is no property.</summary>
    public LetterReport? Pending => LastReport is { Finding: null, Kind: not ReportKind.NoProperty } last ? last : null;

    /// <summary>The request that waits for the superior.</summary>
    public NewDateRequest? Waiting => Requests is [.., { Granted: null } last] ? last : null;

    /// <summary>The letter after one more fact about it; null when the fact changes nothing here.</summary>
    internal Letter? Apply(DatedFact dated) => dated.Fact switch
    {
        SupervisionLetterReceived f => this with { ReceivedOn = f.ReceivedOn },
        SupervisionHandlerNamed f => this with { Named = new LetterHandler(f.Handler, f.HandlerName, f.Phone, dated.On, null) },
        SupervisionAcknowledged => this with { Named = Named! with { AcknowledgedOn = dated.On } },
        SupervisionMeasuresTaken => this with { MeasuresOn = dated.On },
        SupervisionUrgentReportOrdered => this with { UrgentSince = dated.On },
        SupervisionUrgentReportSubmitted => this with { UrgentSince = null },
        SupervisionReportSubmitted f => Reported(ReportKind.Result, $"{f.Progress}\n{f.Result}", f.Document, dated.On, f.ReportedBy, f.ReportedFor),
        SupervisionNoPropertyAnswered f => Reported(ReportKind.NoProperty, f.Findings, f.Document, dated.On, f.ReportedBy, f.ReportedFor),
        SupervisionHearingReportSubmitted f => Reported(ReportKind.AfterHearing, f.Result, f.Document, dated.On, f.ReportedBy, f.ReportedFor),
        SupervisionHearingHeld f => this with { HeardOn = f.HeldOn, OverrunOn = null },
        SupervisionSpecialCircumstancesRecorded f => this with { Circumstances = f.Circumstances },
        SupervisionPreExpiryReported f => this with { Requests = [.. Requests, new NewDateRequest(f, dated.On, null, null)] },
        SupervisionNewDateDecided f => this with { DueOn = f.DueOn, OverrunOn = f.Granted ? null : OverrunOn, Requests = [.. Requests.SkipLast(1), Requests[^1] with { Granted = f.Granted, DecidedOn = dated.On }] },
        SupervisionProgressReported f => this with { OverrunOn = null, Progress = [.. Progress, new ProgressReport(f, dated.On, null, null, null)] },
        SupervisionProgressAnswered f => Answered(f.Accepted, f.Opinion, dated.On) with { DueOn = f.DueOn },
        SupervisionReportAccepted f => Found(ReportFinding.Accepted, f.Opinion, dated.On),
        SupervisionReportFoundImproper f => Found(ReportFinding.Improper, f.Reason, dated.On),
        SupervisionReportFoundUnlawful f => Found(ReportFinding.Unlawful, f.Reason, dated.On),
        SupervisionReportOverrun => this with { OverrunOn = dated.On },
        SupervisionUrged => this with { Urged = [.. Urged, dated.On] },
        SupervisionUrgingLetterIssued f => this with { Urgings = [.. Urgings, new Urging(f.Number, false, dated.On, f.DueOn, null)] },
        SupervisionEnforcementOrderIssued f => this with { Urgings = [.. Urgings, new Urging(f.Number, true, dated.On, f.DueOn, null)] },
        SupervisionUrgingLetterReceived => this,
        SupervisionDelayExplained => this with { Urgings = [.. Urgings.SkipLast(1), Urgings[^1] with { ExplainedOn = dated.On }] },
        SupervisionFileCalled => this with { FileCalledOn = dated.On },
        SupervisionLetterWithdrawn => this with { Ended = "withdrawn" },
        _ => null,
    };

    /// <summary>The letter once an opinion about it was followed: the superior has to say something again.</summary>
    internal Letter Complied(SupervisionComplianceReported f, DateOnly on) => Reported(ReportKind.Compliance, f.Content, f.Document, on, f.ReportedBy, f.ReportedFor);

    /// <summary>The letter once the opinion about its report fell away and nothing took its place: the report waits for the superior as before.</summary>
    internal Letter JudgedAgain() => LastReport is { Finding: ReportFinding.Improper } last
        ? this with { Reports = [.. Reports.SkipLast(1), last with { Finding = null, FindingReason = null, FoundOn = null }] }
        : this;

    /// <summary>A letter as it was just issued. Receipt follows at once.</summary>
    internal static Letter Of(SupervisionLetterIssued issued, int round, DateOnly on) =>
        new(issued, round, on, on, null, issued.DueOn, [], null, [], null, null, null, [], [], null, null, null);

    private Letter Reported(ReportKind kind, string text, string document, DateOnly on, Guid by, Guid? actingFor) =>
        Answered(true, null, on) with { OverrunOn = null, Reports = [.. Reports, new LetterReport(kind, text, document, on, by, actingFor, null, null, null)] };

    private Letter Answered(bool accepted, string? opinion, DateOnly on) =>
        WaitingProgress is { } last ? this with { Progress = [.. Progress.SkipLast(1), last with { Accepted = accepted, Opinion = opinion, AnsweredOn = on }] } : this;

    private Letter Found(ReportFinding finding, string reason, DateOnly on) =>
        this with { Reports = [.. Reports.SkipLast(1), Reports[^1] with { Finding = finding, FindingReason = reason, FoundOn = on }], Ended = finding == ReportFinding.Accepted ? "accepted" : Ended };
}

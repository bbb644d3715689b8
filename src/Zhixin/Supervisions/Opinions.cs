using Zhixin.History;

namespace Zhixin.Supervisions;

/// <summary>A written opinion to a lower court, and what became of it.</summary>
/// <param name="ReceivedOn">Its period for reconsideration counts from here.</param>
/// <param name="DueOn">Until when it is to be followed, as it stands; a new panel that had suspended it may have set another date.</param>
/// <param name="Panel">The new panel; null while none was formed.</param>
/// <param name="NotFollowed">That it is not followed after urging; null while nobody found so.</param>
/// <param name="BulletinOn">When the bulletin was issued that is owed since then (HNI-12).</param>
/// <param name="AccountableOn">When accountability was opened, which is owed since then too.</param>
/// <param name="Lapsed">Whether the court to which it went enforces no longer, or the letter fell away.</param>
public sealed record Opinion(
    SupervisionOpinionIssued Issued, DateOnly On, DateOnly ReceivedOn, DateOnly DueOn, DateOnly? CompliedOn, SupervisionReconsiderationAsked? Asked, DateOnly? AskedOn, Panel? Panel,
    bool IsSuspended, ReconsiderationOutcome? Outcome, DateOnly? DecidedOn, string? Now, IReadOnlyList<DateOnly> Urged, SupervisionOpinionNotFollowed? NotFollowed,
    DateOnly? NotFollowedOn, DateOnly? BulletinOn, DateOnly? AccountableOn, bool Lapsed)
{
    /// <summary>The series that opinions are of.</summary>
    public const string Series = "opinion";

    /// <summary>The n-th of a supervision.</summary>
    public static Thing Thing(int no) => new(Series, no);

    /// <summary>1, 2, 3 … within the supervision.</summary>
    public int No => Issued.No;

    /// <summary>When it was urged last; null where it never was.</summary>
    public DateOnly? UrgedOn => Urged.Count > 0 ? Urged[^1] : null;

    /// <summary>Whether the lower court still has to follow it.</summary>
    public bool Binds => CompliedOn is null && Outcome != ReconsiderationOutcome.Correct && !Lapsed;

    /// <summary>Whether it binds now: not while the new panel looks at it and has suspended it.</summary>
    public bool MustBeFollowed => Binds && !IsSuspended;

    /// <summary>Whether it was corrected, or fell away: nothing is reconsidered of it.</summary>
    public bool IsGone => Lapsed || Outcome == ReconsiderationOutcome.Correct;

    /// <summary>Whether a new panel still has to decide.</summary>
    public bool IsAsked => Asked is not null && Outcome is null && !Lapsed;

    /// <summary>Whether a bulletin is owed for it (HNI-12).</summary>
    public bool OwesBulletin => NotFollowed is not null && BulletinOn is null;

    /// <summary>Whether accountability is owed for it (HNI-12); neither waits for the other.</summary>
    public bool OwesAccountability => NotFollowed is not null && AccountableOn is null;

    /// <summary>The opinion after one more fact about it; null when the fact changes nothing here.</summary>
    internal Opinion? Apply(DatedFact dated) => dated.Fact switch
    {
        SupervisionOpinionReceived f => this with { ReceivedOn = f.ReceivedOn },
        SupervisionComplianceReported => this with { CompliedOn = dated.On },
        SupervisionOpinionNotFollowed f => this with { NotFollowed = f, NotFollowedOn = dated.On },
        SupervisionReconsiderationAsked f => this with { Asked = f, AskedOn = dated.On },
        SupervisionComplianceSuspended => this with { IsSuspended = true },
        SupervisionReconsiderationDecided f => this with { Outcome = f.Outcome, DecidedOn = dated.On, IsSuspended = false, DueOn = f.DueOn ?? DueOn },
        SupervisionOpinionCorrected f => this with { Now = f.Now },
        _ => null,
    };

    /// <summary>An opinion as it was just issued. Receipt follows at once.</summary>
    internal static Opinion Of(SupervisionOpinionIssued issued, DateOnly on) => new(issued, on, on, issued.DueOn, null, null, null, null, false, null, null, null, [], null, null, null, null, false);
}

/// <summary>A panel, and when it was formed.</summary>
public sealed record Panel(SupervisionPanelFormed Formed, DateOnly On)
{
    /// <summary>Whether a person sits on it.</summary>
    public bool Includes(Guid person) => Formed.Members.Any(m => m.Person == person);
}

/// <summary>An admonition of leaders of the lower court (SPC16-5(4)).</summary>
public sealed record Admonition(SupervisionAdmonished Facts, DateOnly On, DateOnly? RectifiedOn)
{
    /// <summary>The n-th of a supervision.</summary>
    public static Thing Thing(int no) => new("admonition", no);
}

/// <summary>An instruction of a body or leader, and how far the report to it is (HNP-14).</summary>
/// <param name="Draft">The report as drafted; null before, and where it was given back.</param>
public sealed record Instruction(
    SupervisionInstructionReceived Facts, DateOnly On, SupervisionSpecialReportDrafted? Draft, DateOnly? DraftedOn, SupervisionSpecialReportReviewed? Reviewed, DateOnly? ReviewedOn,
    DateOnly? ApprovedOn, DateOnly? SentOn)
{
    /// <summary>The n-th of a supervision.</summary>
    public static Thing Thing(int no) => new("instruction", no);

    /// <summary>The instruction after one more fact about it; null when the fact is not about one.</summary>
    internal Instruction? Apply(DatedFact dated) => dated.Fact switch
    {
        SupervisionSpecialReportDrafted f => this with { Draft = f, DraftedOn = dated.On, Reviewed = null, ReviewedOn = null, ApprovedOn = null },
        SupervisionSpecialReportReviewed { Agreed: true } f => this with { Reviewed = f, ReviewedOn = dated.On },
        SupervisionSpecialReportApproved { Agreed: true } => this with { ApprovedOn = dated.On },
        SupervisionSpecialReportReviewed or SupervisionSpecialReportApproved => this with { Draft = null, DraftedOn = null, Reviewed = null, ReviewedOn = null },
        SupervisionSpecialReportSent => this with { SentOn = dated.On },
        _ => null,
    };
}

/// <summary>How far the listing of a matter is (HNP-17, 22).</summary>
public sealed record Listing(
    SupervisionListingProposed? Proposed, DateOnly? ProposedOn, SupervisionListingApproved? Approved, DateOnly? ApprovedOn, SupervisionElementsFixed? Elements, DateOnly? ElementsOn,
    SupervisionListedResultReported? Result, DateOnly? ResultOn)
{
    /// <summary>Nothing was proposed.</summary>
    public static Listing None { get; } = new(null, null, null, null, null, null, null, null);

    /// <summary>The listing after one more fact; null when the fact is not about it.</summary>
    internal Listing? Apply(DatedFact dated) => dated.Fact switch
    {
        SupervisionListingProposed f => this with { Proposed = f, ProposedOn = dated.On },
        SupervisionListingRefused => this with { Proposed = null, ProposedOn = null },
        SupervisionListingApproved f => this with { Approved = f, ApprovedOn = dated.On },
        SupervisionElementsFixed f => this with { Elements = f, ElementsOn = dated.On },
        SupervisionListedResultReported f => this with { Result = f, ResultOn = dated.On },
        _ => null,
    };
}

/// <summary>By ruling another court enforces, or the superior itself (HNI-9).</summary>
public sealed record TakenOver(int From, int To, string Ruling, DateOnly On);

/// <summary>A possible error that was flagged (HNP-12).</summary>
/// <param name="Opinion">The review opinion about it; null while none was written.</param>
public sealed record ErrorFlag(SupervisionErrorFlagged Facts, DateOnly On, SupervisionReviewOpinionWritten? Opinion)
{
    /// <summary>The n-th of a supervision.</summary>
    public static Thing Thing(int no) => new("error", no);
}

/// <summary>The end of a supervision.</summary>
/// <param name="How">"closed", "voided" or "merged".</param>
/// <param name="Condition">Code of the closing condition; null where it was not closed.</param>
public sealed record SupervisionEnd(string How, string? Condition, DateOnly On);

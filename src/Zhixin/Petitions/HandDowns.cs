using Zhixin.History;
using Zhixin.Obligations;

namespace Zhixin.Petitions;

/// <summary>A report on a hop, and what became of it.</summary>
/// <param name="Accepted">Null while the court that handed down has not decided.</param>
public sealed record HopReport(HandDownReported Reported, DateOnly On, bool? Accepted, string? ReturnedBecause, DateOnly? DecidedOn);

/// <summary>Who handles a hop at the lower court, since when.</summary>
public sealed record HopHandler(Guid Handler, string Name, string? Phone, DateOnly On);

/// <summary>The special report of a hop on its way through its hands: drafted, reviewed, approved, each by another person (HNP-14).</summary>
/// <param name="Reviewed">Null while the bureau director has not reviewed.</param>
/// <param name="Approved">Null while the president in charge has not decided.</param>
public sealed record ReportUp(HandDownReportUpDrafted Drafted, DateOnly DraftedOn, HandDownReportUpReviewed? Reviewed, DateOnly? ReviewedOn, HandDownReportUpApproved? Approved, DateOnly? ApprovedOn)
{
    /// <summary>Whether somebody sent it back: then it is drafted anew.</summary>
    public bool IsReturned => Reviewed is { Agreed: false } || Approved is { Agreed: false };

    /// <summary>Whether it may go out.</summary>
    public bool IsApproved => Approved is { Agreed: true };
}

/// <summary>Somebody of the court above pressed for the report.</summary>
public sealed record HopPressing(string Means, string Content, DateOnly On);

/// <summary>One hop of a matter on its way down: from one court to one under it.</summary>
/// <param name="DueOn">Until when it is to be reported, as it stands; null where nothing is awaited.</param>
/// <param name="Ended">Null while it runs.</param>
public sealed record Hop(
    HandDownIssued Issued, DateOnly On, HopHandler? Named, IReadOnlyList<HopReport> Reports, DateOnly? DueOn, bool SpecialReportSent, HopEnd? Ended, DateOnly? EndedOn)
{
    /// <summary>The series that hops are of, as the clocks of a petition know it.</summary>
    public const string Series = "hand-down";

    /// <summary>The n-th of a petition.</summary>
    public static Thing Thing(int no) => new(Series, no);

    /// <summary>Whether the court below answers for the matter because of this hop.</summary>
    public bool Moved { get; init; }

    /// <summary>How the court above pressed for the report, in order.</summary>
    public IReadOnlyList<HopPressing> Pressed { get; init; } = [];

    /// <summary>The special report that is being made; null before it was drafted.</summary>
    public ReportUp? Up { get; init; }

    /// <summary>Whether a body or leader still waits for the special report, and the hop is over: also one that was taken back, since the body waits all the same.</summary>
    public bool AwaitsUp => Issued.AwaitedByBody && !SpecialReportSent && Ended is not (null or HopEnd.Passed);

    /// <summary>Whether the court below may still name who handles it: while it runs, and after a direct transfer, which is over when it is there (HNP-19).</summary>
    public bool MayName => IsOpen || Ended is HopEnd.Passed;

    /// <summary>Whether it still runs.</summary>
    public bool IsOpen => Ended is null;

    /// <summary>The report that waits for the court that handed down; null where none does.</summary>
    public HopReport? Pending => Last is { Accepted: null } last ? last : null;

    /// <summary>The last report; null before the first.</summary>
    public HopReport? Last => Reports is [.., var last] ? last : null;

    /// <summary>Whether a court takes part below: the one that has it, or one that handles it with that one.</summary>
    public bool IsBelow(int court) => Issued.To == court || Issued.Joint.Contains(court);
}

/// <summary>A first review, and its day.</summary>
public sealed record HopReview(HandDownReviewed Facts, DateOnly On);

/// <summary>How a matter went down through the courts, and how it was reported back: the fold of those facts.</summary>
public sealed record HandDowns(IReadOnlyList<Hop> All)
{
    /// <summary>The first reviews by which nothing went down yet, the newest of each court.</summary>
    public IReadOnlyList<HopReview> Reviews { get; init; } = [];

    /// <summary>Before anything was handed down.</summary>
    public static HandDowns None { get; } = new([]);

    /// <summary>The hops that run, in the order of their numbers.</summary>
    public IEnumerable<Hop> Open => All.Where(h => h.IsOpen);

    /// <summary>The hop with a number; null where there is none.</summary>
    public Hop? Find(int no) => All.FirstOrDefault(h => h.Issued.No == no);

    /// <summary>The court above to which something is owed by whoever has a hop; null where it is owed to none.</summary>
    public int? Superior(Obligation obligation) =>
        obligation.Opened.Thing is { Series: Hop.Series, No: var no } && Find(no) is { } hop && hop.IsBelow(obligation.Opened.Court) ? hop.Issued.From : null;

    /// <summary>The running hops by which what came by this one went further down.</summary>
    public IEnumerable<Hop> Below(Hop hop) => Open.Where(h => h.Issued.Parent == hop.Issued.No);

    /// <summary>Every court that handles it together with one to which it went.</summary>
    public IEnumerable<int> Joint => All.Where(h => h.Ended is not HopEnd.Recalled).SelectMany(h => h.Issued.Joint).Distinct();

    /// <summary>Whether a running hop goes to a court.</summary>
    public bool RunsTo(int court) => Open.Any(h => h.Issued.To == court);

    /// <summary>The first review of a court, as long as nothing went down by it; null where there is none.</summary>
    public HandDownReviewed? Review(int court) => Reviews.FirstOrDefault(r => r.Facts.Court == court)?.Facts;

    /// <summary>The courts that handed it down and have not closed: they keep it in sight until they do.</summary>
    public IReadOnlyList<int> Awaiting => [.. Open.Select(h => h.Issued.From).Distinct()];

    /// <summary>Applies a fact; null when it is not about handing down.</summary>
    public HandDowns? Apply(DatedFact dated) => dated.Fact switch
    {
        HandDownIssued issued => this with { All = [.. All, new Hop(issued, dated.On, null, [], issued.DueOn, false, null, null)], Reviews = Without(issued.From) },
        HandDownReviewed reviewed => this with { Reviews = [.. Without(reviewed.Court), new HopReview(reviewed, dated.On)] },
        HandDownOwed or HandDownRefused or VenueVisitReceived => this,
        HandDownReceived received => Change(received.No, h => h with { Moved = received.Moves }),
        HandDownPressed pressed => Change(pressed.No, h => h with { Pressed = [.. h.Pressed, new HopPressing(pressed.Means, pressed.Content, dated.On)] }),
        HandDownReportUpDrafted drafted => Change(drafted.No, h => h with { Up = new ReportUp(drafted, dated.On, null, null, null, null) }),
        HandDownReportUpReviewed reviewed => Change(reviewed.No, h => h with { Up = h.Up! with { Reviewed = reviewed, ReviewedOn = dated.On } }),
        HandDownReportUpApproved approved => Change(approved.No, h => h with { Up = h.Up! with { Approved = approved, ApprovedOn = dated.On } }),
        HandDownHandlerNamed named => Change(named.No, h => h with { Named = new HopHandler(named.Handler, named.HandlerName, named.Phone, dated.On) }),
        HandDownReported reported => Change(reported.No, h => h with { Reports = [.. h.Reports, new HopReport(reported, dated.On, null, null, null)] }),
        HandDownReportReturned returned => Change(returned.No, h => h with { Reports = Decided(h, dated.On, accepted: false, returned.Reason), DueOn = returned.DueOn ?? h.DueOn }),
        HandDownProgressAnswered answered => Change(answered.No, h => h with { Reports = Decided(h, dated.On, accepted: true, null), DueOn = answered.DueOn }),
        HandDownReportAccepted accepted => Change(accepted.No, h => h with { Reports = Decided(h, dated.On, accepted: true, null) }),
        HandDownSpecialReportSent sent => Change(sent.No, h => h with { SpecialReportSent = true }),
        HandDownClosed closed => Change(closed.No, h => h with { Ended = closed.End, EndedOn = dated.On }),
        _ => null,
    };

    /// <summary>Hops that still take a handler, without those who are accused.</summary>
    internal HandDowns WithoutAccused(IReadOnlyList<Guid> accused)
    {
        bool Falls(Hop hop) => hop.MayName && hop.Named is { Handler: var handler } && accused.Contains(handler);
        return All.Any(Falls) ? this with { All = [.. All.Select(h => Falls(h) ? h with { Named = null } : h)] } : this;
    }

    private static IReadOnlyList<HopReport> Decided(Hop hop, DateOnly on, bool accepted, string? because) =>
        [.. hop.Reports.SkipLast(1), hop.Reports[^1] with { Accepted = accepted, ReturnedBecause = because, DecidedOn = on }];

    private IReadOnlyList<HopReview> Without(int court) => [.. Reviews.Where(r => r.Facts.Court != court)];

    private HandDowns Change(int no, Func<Hop, Hop> change) => this with { All = [.. All.Select(h => h.Issued.No == no ? change(h) : h)] };
}

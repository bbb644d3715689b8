using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>A report on a hop, and what became of it.</summary>
/// <param name="Accepted">Null while the court that handed down has not decided.</param>
public sealed record HopReport(HandDownReported Reported, DateOnly On, bool? Accepted, string? ReturnedBecause, DateOnly? DecidedOn);

/// <summary>Who handles a hop at the lower court, since when.</summary>
public sealed record HopHandler(Guid Handler, string Name, string? Phone, DateOnly On);

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

    /// <summary>Whether it still runs.</summary>
    public bool IsOpen => Ended is null;

    /// <summary>The report that waits for the court that handed down; null where none does.</summary>
    public HopReport? Pending => Reports is [.., { Accepted: null } last] ? last : null;

    /// <summary>The newest report; null where there is none.</summary>
    public HopReport? LastReport => Reports is [.., var last] ? last : null;

    /// <summary>Whether a court takes part below: the one that has it, or one that handles it with that one.</summary>
    public bool IsBelow(int court) => Issued.To == court || Issued.Joint.Contains(court);
}

/// <summary>How a matter went down through the courts, and how it was reported back: the fold of those facts.</summary>
public sealed record HandDowns(IReadOnlyList<Hop> All)
{
    /// <summary>Before anything was handed down.</summary>
    public static HandDowns None { get; } = new([]);

    /// <summary>The hops that run, in the order of their numbers.</summary>
    public IEnumerable<Hop> Open => All.Where(h => h.IsOpen);

    /// <summary>The hop with a number; null where there is none.</summary>
    public Hop? Find(int no) => All.FirstOrDefault(h => h.Issued.No == no);

    /// <summary>The running hops by which what came by this one went further down.</summary>
    public IEnumerable<Hop> Below(Hop hop) => Open.Where(h => h.Issued.Parent == hop.Issued.No);

    /// <summary>The courts that handed it down and have not closed: they keep it in sight until they do.</summary>
    public IReadOnlyList<int> Awaiting => [.. Open.Select(h => h.Issued.From).Distinct()];

    /// <summary>Applies a fact; null when it is not about handing down.</summary>
    public HandDowns? Apply(DatedFact dated) => dated.Fact switch
    {
        HandDownIssued issued => new([.. All, new Hop(issued, dated.On, null, [], issued.DueOn, false, null, null)]),
        HandDownReceived or HandDownOwed or HandDownRefused => this,
        HandDownHandlerNamed named => Change(named.No, h => h with { Named = new HopHandler(named.Handler, named.HandlerName, named.Phone, dated.On) }),
        HandDownReported reported => Change(reported.No, h => h with { Reports = [.. h.Reports, new HopReport(reported, dated.On, null, null, null)] }),
        HandDownReportReturned returned => Change(returned.No, h => h with { Reports = Decided(h, dated.On, accepted: false, returned.Reason), DueOn = returned.DueOn ?? h.DueOn }),
        HandDownReportAccepted accepted => Change(accepted.No, h => h with { Reports = Decided(h, dated.On, accepted: true, null) }),
        HandDownSpecialReportSent sent => Change(sent.No, h => h with { SpecialReportSent = true }),
        HandDownClosed closed => Change(closed.No, h => h with { Ended = closed.End, EndedOn = dated.On }),
        _ => null,
    };

    private static IReadOnlyList<HopReport> Decided(Hop hop, DateOnly on, bool accepted, string? because) =>
        [.. hop.Reports.SkipLast(1), hop.Reports[^1] with { Accepted = accepted, ReturnedBecause = because, DecidedOn = on }];

    private HandDowns Change(int no, Func<Hop, Hop> change) => new([.. All.Select(h => h.Issued.No == no ? change(h) : h)]);
}

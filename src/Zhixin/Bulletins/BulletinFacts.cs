using Zhixin.History;
using Zhixin.Papers;

namespace Zhixin.Bulletins;

/// <summary>A quarter, or whatever period the packs choose, ended for a court that has courts under it. It happened on its last day.</summary>
/// <param name="Level">The court's level.</param>
/// <param name="BeganOn">First day, inclusive.</param>
/// <param name="EndedOn">Last day, inclusive.</param>
[Fact("period.quarter-ended", Clause = "SPC09-1.3")]
public sealed record PeriodQuarterEnded(string Level, DateOnly BeganOn, DateOnly EndedOn);

/// <summary>
/// How one court with all under it stood in a period, as it was when the bulletin was drafted. Numbers of matters and of clocks, never of persons; none is better
/// for registering less.
/// </summary>
/// <param name="Rank">1 is first; courts with equal figures have the same; null where nothing is to be ranked.</param>
/// <param name="Received">Petitions first received in the period for which it answers; not those that were declined, withdrawn, merged or void.</param>
/// <param name="Settled">Of these, closed.</param>
/// <param name="Repeated">Of these, come as often as the packs count as repeated.</param>
/// <param name="Overdue">Its clocks that broke in the period.</param>
/// <param name="LateReports">Of these, reports to a superior.</param>
/// <param name="Supervised">Supervisions whose first letter went down in the period.</param>
/// <param name="NotFollowed">Opinions found in the period not to be followed.</param>
public sealed record CourtFigures(
    int Court, string CourtName, int? Rank, int Received, int Settled, int Repeated, int Overdue, int LateReports, int Supervised, int NotFollowed);

/// <summary>Where the petitioners of a court's area went last, of the petitions received in the period (HNP-24).</summary>
public sealed record VisitFigures(int Court, string CourtName, int Province, int Beijing, int Area);

/// <summary>A bulletin was drafted: its figures are fixed from here.</summary>
/// <param name="Courts">Every court right under the issuing one, the best first, those with nothing to rank last.</param>
/// <param name="Visits">The same courts; null where no instrument asks for them.</param>
/// <param name="Remarks">What the issuing court says to them; null where nothing.</param>
[Fact("bulletin.drafted", Clause = "SPC09-1.3")]
public sealed record BulletinDrafted(IReadOnlyList<CourtFigures> Courts, IReadOnlyList<VisitFigures>? Visits, string? Remarks, Guid DraftedBy, Guid? DraftedFor);

/// <summary>A draft was given back: it is drafted again, with the figures of that day.</summary>
[Fact("bulletin.returned", Clause = "SPC09-1.3")]
public sealed record BulletinReturned(string Reason);

/// <summary>The bulletin that ranks the courts of an area was issued to them (SPC09-1.3, SPC16-5(2)). What was issued never changes.</summary>
/// <param name="Number">Of its paper.</param>
[Fact("bulletin.periodic-issued", Clause = "SPC09-1.3")]
public sealed record BulletinPeriodicIssued(string Number, DateOnly BeganOn, DateOnly EndedOn, IReadOnlyList<CourtFigures> Courts, string? Remarks) : IOnPaper
{
    /// <inheritdoc/>
    public object Numbered(string number) => this with { Number = number };
}

/// <summary>The same bulletin says where petitioners went (HNP-24).</summary>
/// <param name="Number">Of its paper.</param>
[Fact("bulletin.quarterly-issued", Clause = "HNP-24")]
public sealed record BulletinQuarterlyIssued(string Number, IReadOnlyList<VisitFigures> Visits) : IOnPaper
{
    /// <inheritdoc/>
    public object Numbered(string number) => this with { Number = number };
}

/// <summary>A court that the bulletin names has read it 已阅.</summary>
[Fact("bulletin.read", Clause = "SPC16-5(2)")]
public sealed record BulletinRead(int Court, Guid ReadBy, Guid? ReadFor);

/// <summary>An act was entered later than the packs let pass, with proof of its day.</summary>
[Fact("bulletin.entered-late", Clause = "SPC16-5(2)")]
public sealed record BulletinEnteredLate(string Act, string Proof, int Workdays);

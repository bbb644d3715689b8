namespace Zhixin.Bulletins;

/// <summary>
/// The order of courts in a bulletin (SPC09-1.3): by the share of settled petitions, then by fewer broken clocks. Equal figures have equal rank, and the next rank
/// leaves out as many; who received nothing is not ranked. Shares are compared as whole numbers crosswise, so that no rounding decides.
/// </summary>
public static class Ranking
{
    /// <summary>The courts with their ranks, the best first; equal ones, and those not ranked, in the order given.</summary>
    public static IReadOnlyList<CourtFigures> Of(IReadOnlyList<CourtFigures> courts)
    {
        var ranked = courts.Where(c => c.Received > 0).Order(Comparer<CourtFigures>.Create(Compare)).ToList();
        return
        [
            .. ranked.Select(court => court with { Rank = 1 + ranked.Count(other => Compare(other, court) < 0) }),
            .. courts.Where(c => c.Received == 0).Select(c => c with { Rank = null }),
        ];
    }

    /// <summary>The share of settled petitions in tenths of a percent, rounded half up; null where none was received.</summary>
    public static int? Permille(CourtFigures court) => court.Received == 0 ? null : (int)(((2000L * court.Settled) + court.Received) / (2L * court.Received));

    private static int Compare(CourtFigures one, CourtFigures other) => ((long)other.Settled * one.Received).CompareTo((long)one.Settled * other.Received) is var share && share != 0
        ? share
        : one.Overdue.CompareTo(other.Overdue);
}

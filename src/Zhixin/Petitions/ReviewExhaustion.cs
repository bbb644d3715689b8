using Zhixin.Courts;

namespace Zhixin.Petitions;

/// <summary>The three procedures that review an act of enforcement, in the order in which the law opens them (SPC16-11).</summary>
public enum ReviewKind
{
    /// <summary>执行异议, or an outsider's.</summary>
    Objection,

    /// <summary>执行复议.</summary>
    Reconsideration,

    /// <summary>执行监督.</summary>
    Supervision,
}

/// <summary>A ruling that ended one procedure.</summary>
/// <param name="Court">Number of the court that made it.</param>
/// <param name="Level">Its level, as the court tree had it on that day.</param>
/// <param name="Number">Number of the ruling.</param>
/// <param name="Rejected">Whether whoever asked lost altogether.</param>
/// <param name="Document">Where the ruling is kept: number of a paper or file of the matter.</param>
public sealed record ReviewRuling(ReviewKind Kind, int Court, CourtLevel Level, string Number, DateOnly On, bool Rejected, string Document);

/// <summary>
/// How far the remedies of one matter were used (SPC16-11, 20). Supervision may have been ruled on more than once: the last ruling counts, because it says
/// which court may end the matter.
/// </summary>
/// <param name="Chain">The objection that leads it, 1, 2, 3 …; zero where there is none.</param>
/// <param name="Supervision">The last ruling on supervision.</param>
public sealed record ReviewExhaustion(int Chain, ReviewRuling? Objection, ReviewRuling? Reconsideration, ReviewRuling? Supervision)
{
    /// <summary>Nothing was ruled on yet.</summary>
    public static ReviewExhaustion None { get; } = new(0, null, null, null);

    /// <summary>The ruling behind which no further remedy stands, or none yet.</summary>
    public ReviewRuling? Last => Supervision ?? Reconsideration ?? Objection;

    /// <summary>Whether any procedure has reviewed the act (SPC16-14).</summary>
    public bool IsReviewed => Last is not null;
}

using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>A paper that was issued in the petition.</summary>
/// <param name="VoidedBecause">Null while it counts.</param>
public sealed record IssuedPaper(PetitionPaperIssued Facts, DateOnly On, string? VoidedBecause);

/// <summary>A meeting as its record tells it.</summary>
public sealed record HeldMeeting(PetitionMet Facts, DateOnly On);

/// <summary>The papers of a petition, and what they record beyond what other parts keep: the fold of those facts. A reopening takes nothing away.</summary>
/// <param name="Declined">The facts of a decline that was approved, until its ground falls away.</param>
public sealed record PaperTrail(IReadOnlyList<IssuedPaper> Issued, IReadOnlyList<HeldMeeting> Meetings, OpenDecline? Declined)
{
    /// <summary>Before anything happened.</summary>
    public static PaperTrail None { get; } = new([], [], null);

    /// <summary>The trail after a fact.</summary>
    /// <param name="decline">The proposal to decline as it stood before the fact.</param>
    public PaperTrail Apply(DatedFact dated, OpenDecline? decline) => dated.Fact switch
    {
        PetitionPaperIssued issued => this with { Issued = [.. Issued, new IssuedPaper(issued, dated.On, null)] },
        PetitionPaperVoided voided => this with { Issued = [.. Issued.Select(p => p.Facts.No == voided.No ? p with { VoidedBecause = voided.Reason } : p)] },
        PetitionMet met => this with { Meetings = [.. Meetings, new HeldMeeting(met, dated.On)] },
        PetitionDeclined => this with { Declined = decline! with { Approved = true } },
        PetitionDeclineProposed or PetitionDeclineUndone or PetitionReopened => this with { Declined = null },
        _ => this,
    };
}

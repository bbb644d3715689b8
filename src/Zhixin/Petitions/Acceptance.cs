namespace Zhixin.Petitions;

/// <summary>How far a proposal to decline has come.</summary>
/// <param name="Approved">The unit head agreed; it has effect once it is explained.</param>
public sealed record OpenDecline(DeclineFacts Facts, Guid ProposedBy, Guid? ProposedFor, bool Approved)
{
    /// <summary>The clause of the ground: "1a" stands under GC21-15(1).</summary>
    public string Clause => $"GC21-15({Facts.Ground[..1]})";
}

/// <summary>A fact that bars superiors from handing down or supervising, while it lasts.</summary>
public sealed record Bar(int No, string Ground, string Proof, string Remedy, DateOnly On, DateOnly? LiftedOn);

/// <summary>What is known of a petition's acceptance: the fold of those facts.</summary>
/// <param name="Classified">The class as it stands; null before.</param>
/// <param name="Accepted">Null before.</param>
/// <param name="NoticeServed">Whether the petitioner has the acceptance notice.</param>
/// <param name="Decline">A proposal that is not settled; null where there is none.</param>
public sealed record Acceptance(
    PetitionClassified? Classified, PetitionAccepted? Accepted, DateOnly? AcceptedOn, bool NoticeServed, OpenDecline? Decline, IReadOnlyList<Bar> Bars)
{
    /// <summary>In which capacity the petitioner approaches; one place says so, and a change of the class changes it. Null before.</summary>
    public Intake.Capacity? Capacity => Classified?.Capacity;

    /// <summary>Since when the class is as it stands; null before.</summary>
    public DateOnly? ClassifiedOn { get; init; }

    /// <summary>Before anything was decided.</summary>
    public static Acceptance None { get; } = new(null, null, null, false, null, []);

    /// <summary>Applies a fact; null when it is not about acceptance.</summary>
    public Acceptance? Apply(History.DatedFact dated) => dated.Fact switch
    {
        PetitionClassified classified => this with { Classified = classified, ClassifiedOn = dated.On },
        PetitionAccepted accepted => this with { Accepted = accepted, AcceptedOn = dated.On },
        PetitionAcceptanceNoticeServed => this with { NoticeServed = true },
        PetitionConcernCorrected corrected => this with { Accepted = Accepted! with { Concerned = Concerned(corrected) } },
        PetitionNoticeServed => this,
        PetitionDeclineProposed proposed => this with { Decline = new OpenDecline(proposed.Facts, proposed.ProposedBy, proposed.ProposedFor, Approved: false) },
        PetitionDeclined => this with { Decline = Decline! with { Approved = true } },
        PetitionDeclineRejected or PetitionDeclineExplained or PetitionDeclineUndone => this with { Decline = null },
        PetitionExcluded excluded => this with { Bars = [.. Bars, new Bar(excluded.No, excluded.Ground, excluded.Proof, excluded.Remedy, dated.On, null)] },
        PetitionExclusionLifted lifted => this with { Bars = [.. Bars.Select(b => b.No == lifted.No ? b with { LiftedOn = dated.On } : b)] },
        _ => null,
    };

    private IReadOnlyList<Guid> Concerned(PetitionConcernCorrected corrected) =>
        [.. Accepted!.Concerned.Where(id => id != corrected.Was).Concat(corrected.Now is { } now ? [now] : []).Distinct()];
}

namespace Zhixin.Database.Regulations;

/// <summary>An adoption as lists show it. <see cref="State"/> is the code of <see cref="Zhixin.Regulations.AdoptionState"/>.</summary>
public sealed record AdoptionLine
{
    public required Guid Id { get; init; }

    public required int StreamVersion { get; init; }

    public required string Pack { get; init; }

    public required int Version { get; init; }

    public required string Hash { get; init; }

    public required int Court { get; init; }

    public required string CourtName { get; init; }

    public required DateOnly FromDay { get; init; }

    /// <summary>Inclusive; null until further notice.</summary>
    public DateOnly? UntilDay { get; init; }

    public required string Reason { get; init; }

    public required string State { get; init; }

    public required Guid ProposedBy { get; init; }

    public required string ProposerName { get; init; }

    public required DateTime ProposedAt { get; init; }

    public string? ConfirmerName { get; init; }

    public DateTime? ConfirmedAt { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Decision { get; init; }

    /// <summary>The proposed last day, while an end waits.</summary>
    public DateOnly? EndDay { get; init; }

    public string? EndReason { get; init; }

    public Guid? EndProposedBy { get; init; }

    /// <summary>Whose proposal waits; null when nothing waits.</summary>
    public Guid? WaitsFor => State switch
    {
        "proposed" => ProposedBy,
        "ending" => EndProposedBy,
        _ => null,
    };
}

/// <summary>What an act on an adoption leaves.</summary>
/// <param name="Version">The version of its history: the expected version of the next act.</param>
public sealed record AdoptionAnswer(Guid Id, int Court, int Version, string State);

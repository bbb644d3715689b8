namespace Zhixin.Petitions;

/// <summary>What runs beside the course of a petition, each with its own fold.</summary>
public sealed partial record Petition
{
    /// <summary>Papers that are objections, and claims about a closed case: what leads to procedures.</summary>
    public Procedures Procedures { get; init; } = Procedures.None;

    /// <summary>Six months without enforcement, and what the court above does about it.</summary>
    public NonExecution NonExecution { get; init; } = NonExecution.None;

    /// <summary>The round of enforcement that ended by ruling, while enforcement is not restored; null where none did (TER16-9).</summary>
    public ClosedRound? ClosedRound => NonExecution.Round is { } round && Procedures.Restored.All(r => r.RestoredOn < round.Ruled.RuledOn)
        && Terminations.After.Resumed.All(r => r.On < round.Ruled.RuledOn) ? round : null;

    /// <summary>How it went down through the courts, and how it was reported back.</summary>
    public HandDowns HandDowns { get; init; } = HandDowns.None;

    /// <summary>Applications for write-off, and what may stand for their materials.</summary>
    public WriteOffs WriteOffs { get; init; } = WriteOffs.None;

    /// <summary>Reports for termination, decisions, and what follows them.</summary>
    public Terminations Terminations { get; init; } = Terminations.None;

    /// <summary>Hearings, settlement, property, corrections, aid, conduct, deliberation.</summary>
    public Measures Measures { get; init; } = Measures.None;

    /// <summary>Who was to be received when, and what came of it.</summary>
    public ReceptionBook Receptions { get; init; } = ReceptionBook.None;
}

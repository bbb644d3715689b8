using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>What was done to resolve a petition, beside the way to its answer: the fold of those facts.</summary>
/// <param name="Round">How often the matter was reopened: what a resolution rests on must be of its own round.</param>
/// <param name="Deliberation">The last one; null before any.</param>
/// <param name="Corrections">What was put right, in the order in which it was recorded.</param>
public sealed record Measures(
    int Round, Hearings Hearings, Exhaustion Exhaustion, Settlements Settlements, Aids Aids, Conducts Conducts, Deliberation? Deliberation,
    IReadOnlyList<PetitionErrorCorrected> Corrections)
{
    /// <summary>Before anything was done.</summary>
    public static Measures None { get; } = new(0, Hearings.None, Exhaustion.None, Settlements.None, Aids.None, Conducts.None, null, []);

    /// <summary>The matter is open again: what was done stays, and counts for the round in which it was done.</summary>
    public Measures Reopened() => this with { Round = Round + 1 };

    /// <summary>Another court answers from now on: what the leaders of the one before had not decided is undecided for good.</summary>
    public Measures Transferred() => this with { Aids = Aids.Transferred(), Conducts = Conducts.Transferred() };

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public Measures? Apply(DatedFact dated) =>
        Hearings.Apply(dated) is { } hearings ? this with { Hearings = hearings }
        : Exhaustion.Apply(dated, Round) is { } exhaustion ? this with { Exhaustion = exhaustion }
        : Settlements.Apply(dated, Round) is { } settlements ? this with { Settlements = settlements }
        : Aids.Apply(dated) is { } aids ? this with { Aids = aids }
        : Conducts.Apply(dated) is { } conducts ? this with { Conducts = conducts }
        : Deliberation.Apply(Deliberation, dated) is { } deliberation ? this with { Deliberation = deliberation }
        : Other(dated);

    private Measures? Other(DatedFact dated) => dated.Fact switch
    {
        PetitionErrorCorrected corrected => this with { Corrections = [.. Corrections, corrected] },
        PetitionThirdPartyContacted or PetitionOutreachVisited => this,
        _ => null,
    };
}

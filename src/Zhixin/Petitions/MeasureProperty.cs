using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>Something, the day on which it happened, and the round of the matter in which it did.</summary>
public sealed record InRound<T>(T Fact, DateOnly On, int Round);

/// <summary>Property, measures, explanation and commitment (SPC16-6, 7(3); GC21-6b), each in the order in which it was recorded.</summary>
public sealed record Exhaustion(
    IReadOnlyList<InRound<PetitionPropertyChecked>> Checks, IReadOnlyList<InRound<PetitionMeasureTaken>> Taken,
    IReadOnlyList<InRound<PetitionSituationExplained>> Explained, IReadOnlyList<InRound<PetitionCommitmentMade>> Commitments)
{
    /// <summary>Before anything was done.</summary>
    public static Exhaustion None { get; } = new([], [], [], []);

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public Exhaustion? Apply(DatedFact dated, int round) => dated.Fact switch
    {
        PetitionPropertyChecked check => this with { Checks = [.. Checks, new(check, dated.On, round)] },
        PetitionMeasureTaken taken => this with { Taken = [.. Taken, new(taken, dated.On, round)] },
        PetitionSituationExplained explained => this with { Explained = [.. Explained, new(explained, dated.On, round)] },
        PetitionCommitmentMade made => this with { Commitments = [.. Commitments, new(made, dated.On, round)] },
        _ => null,
    };
}

/// <summary>A settlement with what was performed under it.</summary>
/// <param name="On">The day of the agreement.</param>
/// <param name="BrokenBecause">Null while it stands.</param>
public sealed record Settlement(PetitionSettled Settled, DateOnly On, IReadOnlyList<InRound<PetitionSettlementPerformed>> Performed, string? BrokenBecause);

/// <summary>The settlements, in the order of their numbers.</summary>
public sealed record Settlements(IReadOnlyList<Settlement> All)
{
    /// <summary>Before anything was done.</summary>
    public static Settlements None { get; } = new([]);

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public Settlements? Apply(DatedFact dated, int round) => dated.Fact switch
    {
        PetitionSettled settled => new([.. All, new Settlement(settled, dated.On, [], null)]),
        PetitionSettlementPerformed performed => With(performed.Settlement, s => s with { Performed = [.. s.Performed, new(performed, dated.On, round)] }),
        PetitionSettlementBroken broken => With(broken.Settlement, s => s with { BrokenBecause = broken.Reason }),
        _ => null,
    };

    private Settlements With(int no, Func<Settlement, Settlement> change) => new([.. All.Select(s => s.Settled.No == no ? change(s) : s)]);
}

using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>What was done to resolve a petition, beside the way to its answer: the fold of those facts.</summary>
/// <param name="Round">How often the matter was reopened: what a later answer rests on must be of its own round.</param>
public sealed record Measures(int Round, Hearings Hearings)
{
    /// <summary>Before anything was done.</summary>
    public static Measures None { get; } = new(0, Hearings.None);

    /// <summary>The matter is open again: what was done stays, and counts for the round in which it was done.</summary>
    public Measures Reopened() => this with { Round = Round + 1 };

    /// <summary>Applies a fact; null when it is about something else.</summary>
    public Measures? Apply(DatedFact dated) => Hearings.Apply(dated) is { } hearings ? this with { Hearings = hearings } : null;
}

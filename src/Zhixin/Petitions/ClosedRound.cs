using Zhixin.History;

namespace Zhixin.Petitions;

/// <summary>A query after this round.</summary>
public sealed record RoundQuery(EnforcementRoundQueried Facts, DateOnly On);

/// <summary>A round of enforcement that ended by ruling 终本, with the queries since (TER16-9).</summary>
public sealed record ClosedRound(EnforcementRoundTerminated Ruled, IReadOnlyList<RoundQuery> Queries)
{
    /// <summary>The clock that runs.</summary>
    public const string Slot = "property-query-this-round";

    /// <summary>Whether a query found property: enforcement is to be restored.</summary>
    public bool HasFound => Queries.Any(q => q.Facts.Found);

    /// <summary>The round after one more fact.</summary>
    /// <param name="round">Null before any ruling.</param>
    internal static ClosedRound? After(ClosedRound? round, DatedFact dated) => dated.Fact switch
    {
        EnforcementRoundTerminated ruled => new ClosedRound(ruled, []),
        EnforcementRoundQueried queried when round is not null => round with { Queries = [.. round.Queries, new RoundQuery(queried, dated.On)] },
        Checks.EnforcementCaseConcluded => null,
        _ => round,
    };
}

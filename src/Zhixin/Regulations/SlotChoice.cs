namespace Zhixin.Regulations;

/// <summary>A rule that an event could open, with the pack in force that holds it.</summary>
public sealed record RuleCandidate(PackInForce InForce, ObligationRule Rule, RuleOpening Opening);

/// <summary>Why a rule does not bind, though it stands in force for the matter.</summary>
public enum LosingReason
{
    /// <summary>A narrower scope has a rule in the slot.</summary>
    Wider,

    /// <summary>At equal scope, declared precedence puts another pack first.</summary>
    Yields,

    /// <summary>At equal scope without declared precedence, another rule's date is earlier.</summary>
    Laxer,

    /// <summary>Its pack is for reference only.</summary>
    Reference,
}

/// <summary>A rule of the slot that lost, and why.</summary>
public sealed record LosingCandidate(RuleCandidate Candidate, LosingReason Why);

/// <summary>
/// How the rules of one slot compete. More than one winner: equal scope and no declared precedence, all run and the earliest date binds.
/// No winner: only reference packs speak, and nothing opens.
/// </summary>
public sealed record SlotChoice(string Slot, IReadOnlyList<RuleCandidate> Winners, IReadOnlyList<LosingCandidate> Losers)
{
    /// <summary>The rules of reference packs in the slot.</summary>
    public IEnumerable<RuleCandidate> References => Losers.Where(loser => loser.Why == LosingReason.Reference).Select(loser => loser.Candidate);

    internal static SlotChoice Of(string slot, IReadOnlyList<RuleCandidate> candidates)
    {
        var losers = new List<LosingCandidate>();
        var binding = Split(candidates, candidate => candidate.InForce.Pack.Standing == PackStanding.Binding, LosingReason.Reference, losers);
        var narrowest = binding.Count == 0 ? 0 : binding.Min(candidate => candidate.InForce.Scope);
        var narrow = Split(binding, candidate => candidate.InForce.Scope == narrowest, LosingReason.Wider, losers);
        var winners = Split(narrow, candidate => !narrow.Any(other => Prevails(other.InForce.Pack, candidate.InForce.Pack)), LosingReason.Yields, losers);
        return new SlotChoice(slot, winners, losers);
    }

    private static bool Prevails(RegulationPack pack, RegulationPack over) =>
        pack.Replaces.Contains(over.Id, StringComparer.Ordinal)
        || pack.Precedence.Any(one => one.Declared && string.Equals(one.Over, over.Id, StringComparison.Ordinal));

    private static List<RuleCandidate> Split(
        IReadOnlyList<RuleCandidate> all, Func<RuleCandidate, bool> keep, LosingReason why, List<LosingCandidate> losers)
    {
        losers.AddRange(all.Where(candidate => !keep(candidate)).Select(candidate => new LosingCandidate(candidate, why)));
        return [.. all.Where(keep)];
    }
}

using Zhixin.Database.Petitions;
using Zhixin.Regulations;
using Zhixin.Web.Components;

namespace Zhixin.Web.Regulations;

/// <summary>Two packs side by side, slot by slot: which rule counts at a court, and why the other does not.</summary>
internal static class Slots
{
    /// <summary>The pack beside the one that shares most slots with it, packs in force first; null when none shares any.</summary>
    public static SlotComparison? Compare(Law law, RegulationPack pack, IReadOnlyList<int> chain, DateOnly today)
    {
        var slots = pack.Rules.Select(r => r.Slot).ToHashSet(StringComparer.Ordinal);
        var inForce = law.Rules.InForce(chain, today).Select(p => p.Pack.Id).ToHashSet(StringComparer.Ordinal);
        var other = law.Packs.Where(p => p.Id != pack.Id && p.Rules.Any(r => slots.Contains(r.Slot)))
            .OrderByDescending(p => inForce.Contains(p.Id)).ThenByDescending(p => p.Rules.Count(r => slots.Contains(r.Slot))).ThenBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault();
        if (other is null)
        {
            return null;
        }

        var shared = pack.Rules.Select(r => r.Slot).Distinct(StringComparer.Ordinal).Where(slot => other.Rules.Any(r => r.Slot == slot));
        return new SlotComparison(pack.ShortTitle, pack.Id, other.ShortTitle, other.Id, [.. shared.Select(slot => Row(law, pack, other, slot, chain, today))]);
    }

    private static SlotRow Row(Law law, RegulationPack left, RegulationPack right, string slot, IReadOnlyList<int> chain, DateOnly today)
    {
        var (ours, theirs) = (In(left, slot), In(right, slot));
        var opening = ours.SelectMany(r => r.OpensOn).FirstOrDefault(o => theirs.Exists(r => r.OpensOn.Any(x => x.Event == o.Event))) ?? ours[0].OpensOn[0];
        var choice = law.Rules.RulesFor(opening.Event, Fields(opening, theirs), chain, today).FirstOrDefault(c => c.Slot == slot);
        var (leftWins, rightWins) = (Wins(choice, left), Wins(choice, right));
        return new SlotRow(ours[0].Name, Text(left, ours), Text(right, theirs), leftWins == rightWins ? null : leftWins, Here(choice, left, right));
    }

    private static List<ObligationRule> In(RegulationPack pack, string slot) => [.. pack.Rules.Where(r => r.Slot == slot)];

    /// <summary>The conditions of both openings together, so that both rules speak where they can.</summary>
    private static Dictionary<string, string> Fields(RuleOpening opening, List<ObligationRule> theirs)
    {
        var fields = new Dictionary<string, string>(opening.When, StringComparer.Ordinal);
        foreach (var (field, value) in theirs.SelectMany(r => r.OpensOn).Where(o => o.Event == opening.Event).SelectMany(o => o.When))
        {
            fields.TryAdd(field, value);
        }

        return fields;
    }

    private static bool Wins(SlotChoice? choice, RegulationPack pack) => choice?.Winners.Any(w => w.InForce.Pack.Id == pack.Id) == true;

    private static RichText Text(RegulationPack pack, List<ObligationRule> rules)
    {
        var pieces = new List<RichText.Piece>();
        foreach (var rule in rules)
        {
            if (pieces.Count > 0)
            {
                pieces.Add(new RichText.Break());
            }

            pieces.AddRange([RichText.By(new ClauseRef(pack.Id, rule.Clause)), " ", new RichText.Strong(RuleText.Period(rule))]);
        }

        return new RichText(pieces);
    }

    private static string Here(SlotChoice? choice, RegulationPack left, RegulationPack right) => (choice, Wins(choice, left), Wins(choice, right)) switch
    {
        (null, _, _) => "在本院都不适用",
        (_, true, true) => "两者并行，以较早的日期为准",
        ({ } c, true, false) => $"以 {left.Id} 为准{Why(c, right)}",
        ({ } c, false, true) => $"以 {right.Id} 为准{Why(c, left)}",
        ({ } c, false, false) => c.Winners.Count > 0 ? $"以 {c.Winners[0].InForce.Pack.Id} 为准" : "只有对照文件，不产生期限",
    };

    private static string Why(SlotChoice choice, RegulationPack loser) =>
        choice.Losers.FirstOrDefault(l => l.Candidate.InForce.Pack.Id == loser.Id)?.Why switch
        {
            LosingReason.Wider => $"；{loser.Id} 的适用范围更宽",
            LosingReason.Yields => $"；已声明优先于 {loser.Id}",
            LosingReason.Laxer => $"；{loser.Id} 的日期较晚",
            LosingReason.Reference => $"；{loser.Id} 只作对照",
            null when loser.Standing == PackStanding.Reference => $"；{loser.Id} 只作对照",
            null => $"；{loser.Id} 在本院没有采用",
        };
}

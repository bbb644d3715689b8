namespace Zhixin.Regulations;

/// <summary>How something stands in the second of two packs, seen from the first.</summary>
public enum Change
{
    /// <summary>Only in the second.</summary>
    Added,

    /// <summary>Only in the first.</summary>
    Removed,

    /// <summary>In both, differently.</summary>
    Changed,
}

/// <summary>A clause that differs. One of the two is null where it stands in one pack only.</summary>
public sealed record ClauseChange(string Id, Change Kind, Clause? Before, Clause? After);

/// <summary>A rule that differs, and in what: names of the fields of obligations.yaml.</summary>
public sealed record RuleChange(string Slot, string Name, Change Kind, ObligationRule? Before, ObligationRule? After, IReadOnlyList<string> Fields);

/// <summary>A number that differs.</summary>
public sealed record ThresholdChange(string Id, string Name, Change Kind, Threshold? Before, Threshold? After);

/// <summary>
/// What differs between two packs. Two versions of one pack are compared by the ids of their clauses and the kinds of their rules; two
/// different packs only by the slots in which their rules compete.
/// </summary>
public sealed record PackDiff(IReadOnlyList<ClauseChange> Clauses, IReadOnlyList<RuleChange> Rules, IReadOnlyList<ThresholdChange> Thresholds)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Clauses.Count + Rules.Count + Thresholds.Count == 0;

    /// <summary>Compares.</summary>
    public static PackDiff Of(RegulationPack before, RegulationPack after)
    {
        var isSame = before.Id == after.Id;
        var clauses = !isSame ? [] : Pairs(before.Clauses, after.Clauses, c => c.Id)
            .Where(p => p.Kind != Change.Changed || !Same(p.Before!, p.After!)).Select(p => new ClauseChange(p.Key, p.Kind, p.Before, p.After));
        var rules = Pairs(before.Rules, after.Rules, r => isSame ? r.Kind : r.Slot).Select(p => Rule(p.Kind, p.Before, p.After, isSame))
            .Where(r => r.Kind != Change.Changed || r.Fields.Count > 0);
        var thresholds = Pairs(before.Thresholds, after.Thresholds, t => t.Id)
            .Where(p => p.Kind != Change.Changed || (p.Before!.Value, p.Before.Unit) != (p.After!.Value, p.After.Unit))
            .Select(p => new ThresholdChange(p.Key, (p.After ?? p.Before)!.Name, p.Kind, p.Before, p.After));
        return new PackDiff([.. clauses], [.. rules], [.. thresholds]);
    }

    private static RuleChange Rule(Change kind, ObligationRule? before, ObligationRule? after, bool isSame)
    {
        var shown = (after ?? before)!;
        return new RuleChange(shown.Slot, shown.Name, kind, before, after, kind == Change.Changed ? [.. Fields(before!, after!, isSame)] : []);
    }

    private static IEnumerable<string> Fields(ObligationRule a, ObligationRule b, bool isSame)
    {
        (string Field, bool Differs)[] all =
        [
            ("period", a.Period != b.Period), ("fallback", a.Fallback != b.Fallback), ("roll", a.Roll != b.Roll), ("type", a.Type != b.Type),
            ("obligor", a.Obligor != b.Obligor), ("opens_on", isSame && !a.OpensOn.Select(Text).SequenceEqual(b.OpensOn.Select(Text))),
            ("fulfilled_by", !a.FulfilledBy.ToHashSet().SetEquals(b.FulfilledBy)), ("ended_by", isSame && !a.EndedBy.ToHashSet().SetEquals(b.EndedBy)),
            ("exclusions", !a.Exclusions.ToHashSet().SetEquals(b.Exclusions)), ("clause", isSame && a.Clause != b.Clause),
        ];
        return all.Where(f => f.Differs).Select(f => f.Field);
    }

    private static string Text(RuleOpening opening) =>
        $"{opening.Event} {opening.From} {string.Join(' ', opening.When.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}={w.Value}"))}";

    private static bool Same(Clause a, Clause b) =>
        (a.Article, a.Heading, a.Part, a.Zh, a.Note) == (b.Article, b.Heading, b.Part, b.Zh, b.Note) && a.Does.SequenceEqual(b.Does);

    /// <summary>The entries of both under one key each, those of the first list first; where several share a key, the first stands for them.</summary>
    private static IEnumerable<(string Key, Change Kind, T? Before, T? After)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key)
        where T : class
    {
        var (left, right) = (before.DistinctBy(key).ToDictionary(key), after.DistinctBy(key).ToDictionary(key));
        return before.Concat(after).Select(key).Distinct(StringComparer.Ordinal).Select(k => (k,
            !left.ContainsKey(k) ? Change.Added : !right.ContainsKey(k) ? Change.Removed : Change.Changed, left.GetValueOrDefault(k), right.GetValueOrDefault(k)));
    }
}

using Zhixin.Calendar;

namespace Zhixin.Regulations;

/// <summary>
/// The packs in force, court by court and day by day. Immutable. Chains are court numbers from the court itself up to the Supreme Court.
/// </summary>
public sealed class RuleBook
{
    private readonly Dictionary<(string PackId, int Court), List<(Adoption Adoption, RegulationPack Pack)>> _adoptions = [];
    private readonly Dictionary<string, List<RuleUnderEvent>> _byEvent = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _packIds;

    /// <summary>Every adoption must name one of the packs by id, version and hash; an unknown one is an error of the caller.</summary>
    public RuleBook(IReadOnlyList<RegulationPack> packs, IReadOnlyList<Adoption> adoptions)
    {
        var byVersion = packs.ToDictionary(pack => (pack.Id, pack.Version, pack.Hash));
        _packIds = [.. adoptions.Select(adoption => adoption.PackId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (var group in adoptions.GroupBy(adoption => (adoption.PackId, adoption.CourtNumber)))
        {
            _adoptions[group.Key] = [.. group.OrderByDescending(adoption => adoption.From).Select(adoption => (adoption, Find(byVersion, adoption)))];
        }

        foreach (var pack in _adoptions.Values.SelectMany(list => list).Select(item => item.Pack).Distinct())
        {
            Index(pack);
        }
    }

    /// <summary>The packs in force for a court on a day, narrowest scope first. A pack adopted at two scopes counts once, at the narrower.</summary>
    public IReadOnlyList<PackInForce> InForce(IReadOnlyList<int> chain, DateOnly on) =>
        [.. _packIds.Select(id => Find(id, chain, on)).OfType<PackInForce>().OrderBy(found => found.Scope).ThenBy(found => found.Pack.Id, StringComparer.Ordinal)];

    /// <summary>The courts whose adoption of this version of a pack holds on a day, ascending; 0 stands for everywhere.</summary>
    public IReadOnlyList<int> Adopters(RegulationPack pack, DateOnly on) =>
    [
        .. _adoptions.Where(group => group.Key.PackId == pack.Id && group.Value.Exists(item => ReferenceEquals(item.Pack, pack) && Covers(item.Adoption, pack, on)))
            .Select(group => group.Key.Court).Order(),
    ];

    /// <summary>
    /// How the rules that this event could open compete, slot by slot. A rule counts when its pack is in force on <paramref name="on"/>.
    /// </summary>
    public IReadOnlyList<SlotChoice> RulesFor(string eventName, IReadOnlyDictionary<string, string> fields, IReadOnlyList<int> chain, DateOnly on) =>
        Choices(new TriggerFacts(eventName, fields, new Dictionary<string, DateOnly>(StringComparer.Ordinal)), _ => chain, on);

    /// <summary>
    /// The obligations and windows that this event opens, one per slot and court. A rule counts when its pack is in force for the court that owes on the
    /// day that starts its period, or on <paramref name="on"/> when that day is not known.
    /// </summary>
    /// <param name="courts">The chain of the court that an obligor's word names; null where there is none, and then the rule opens nothing.</param>
    public IReadOnlyList<OpenedObligation> Open(TriggerFacts facts, Func<string, IReadOnlyList<int>?> courts, WorkCalendar calendar, DateOnly on) =>
        [.. Choices(facts, courts, on).Where(choice => choice.Winners.Count > 0).Select(choice => Opening.Of(choice, facts, calendar))];

    /// <summary>Whether any rule could open something on this event.</summary>
    public bool Awaits(string eventName) => _byEvent.ContainsKey(eventName);

    /// <summary>The rules of reference packs in a slot, whatever event opens them: shown beside the date that binds.</summary>
    public IReadOnlyList<RuleCandidate> References(string slot, IReadOnlyList<int> chain, DateOnly on) =>
        [.. InForce(chain, on).Where(found => found.Pack.Standing == PackStanding.Reference)
            .SelectMany(found => found.Pack.Rules.Where(rule => string.Equals(rule.Slot, slot, StringComparison.Ordinal))
                .Select(rule => new RuleCandidate(found, rule, rule.OpensOn[0])))];

    /// <summary>The number with this id of the narrowest binding pack that has one, or null.</summary>
    public Threshold? Threshold(string id, IReadOnlyList<int> chain, DateOnly on) =>
        Binding(chain, on).SelectMany(found => found.Pack.Thresholds).FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));

    /// <summary>The list with this id of the narrowest binding pack that has one, or null.</summary>
    public CodeList? List(string id, IReadOnlyList<int> chain, DateOnly on) =>
        Binding(chain, on).SelectMany(found => found.Pack.Lists).FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));

    /// <summary>Whether a binding pack with this clause is in force.</summary>
    public bool Binds(string clause, IReadOnlyList<int> chain, DateOnly on) =>
        Binding(chain, on).Any(found => found.Pack.Clauses.Any(one => string.Equals(one.Id, clause, StringComparison.Ordinal)));

    private IEnumerable<PackInForce> Binding(IReadOnlyList<int> chain, DateOnly on) =>
        InForce(chain, on).Where(found => found.Pack.Standing == PackStanding.Binding);

    private List<SlotChoice> Choices(TriggerFacts facts, Func<string, IReadOnlyList<int>?> courts, DateOnly on)
    {
        if (!_byEvent.TryGetValue(facts.Event, out var rules))
        {
            return [];
        }

        var candidates = new List<(int Court, RuleCandidate Candidate)>();
        foreach (var (pack, rule) in rules)
        {
            var opening = rule.OpensOn.FirstOrDefault(one => one.Matches(facts.Event, facts.Fields));
            if (opening is not null && courts(rule.Obligor.Court) is { } chain && Find(pack.Id, chain, facts.Date(opening.From) ?? on) is { } found && ReferenceEquals(found.Pack, pack))
            {
                candidates.Add((chain.Count > 0 ? chain[0] : 0, new RuleCandidate(found, rule, opening)));
            }
        }

        return [.. candidates.GroupBy(c => (c.Candidate.Rule.Slot, c.Court), c => c.Candidate).Select(group => SlotChoice.Of(group.Key.Slot, [.. group]))];
    }

    private PackInForce? Find(string packId, IReadOnlyList<int> chain, DateOnly on)
    {
        for (var scope = 0; scope <= chain.Count; scope++)
        {
            var court = scope < chain.Count ? chain[scope] : 0;
            if (_adoptions.TryGetValue((packId, court), out var list) && list.Find(item => Covers(item.Adoption, item.Pack, on)) is { Pack: not null } hit)
            {
                return new PackInForce(hit.Pack, hit.Adoption, scope < chain.Count ? scope : PackInForce.Platform);
            }
        }

        return null;
    }

    private static bool Covers(Adoption adoption, RegulationPack pack, DateOnly on) =>
        adoption.From <= on && !(adoption.Until < on) && !(pack.InForceFrom > on) && !(pack.InForceUntil < on);

    private static RegulationPack Find(Dictionary<(string, int, string), RegulationPack> packs, Adoption adoption) =>
        packs.TryGetValue((adoption.PackId, adoption.Version, adoption.Hash), out var pack) ? pack
            : throw new ArgumentException($"adoption names an unknown pack version: {adoption.PackId} {adoption.Version} {adoption.Hash}", nameof(adoption));

    private void Index(RegulationPack pack)
    {
        foreach (var rule in pack.Rules)
        {
            foreach (var name in rule.OpensOn.Select(opening => opening.Event).Distinct(StringComparer.Ordinal))
            {
                if (!_byEvent.TryGetValue(name, out var rules))
                {
                    _byEvent[name] = rules = [];
                }

                rules.Add(new RuleUnderEvent(pack, rule));
            }
        }
    }

    private sealed record RuleUnderEvent(RegulationPack Pack, ObligationRule Rule);
}

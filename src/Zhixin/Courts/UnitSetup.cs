namespace Zhixin.Courts;

/// <summary>A unit that stands at a court.</summary>
/// <param name="Kind">Code of <c>courts/units.yaml</c>.</param>
public sealed record StandingUnit(string Kind, string Name);

/// <summary>Which units a court gets, and which it may add: uniform by level (SPC09-3.2), with one for petitions (SPC16-2).</summary>
public static class UnitSetup
{
    /// <summary>The team within the bureau that a local rule may bring (GC21-5).</summary>
    public const string Team = "petition-team";

    /// <summary>The command centre, which owns the key petitions together with the petition unit (GC21-5).</summary>
    public const string CommandCentre = "command-centre";

    /// <summary>The units that are made with a court of this level and do not stand yet.</summary>
    public static IReadOnlyList<StaffUnitCreated> WithCourt(IReadOnlyList<UnitKind> kinds, CourtLevel level, IReadOnlyList<StandingUnit> standing) =>
        [.. kinds.Where(k => k.Level == level && !k.May && !standing.Any(s => s.Kind == k.Kind)).Select(k => new StaffUnitCreated(k.Kind, k.Name))];

    /// <summary>The court sets up one more unit.</summary>
    /// <param name="name">Its name at this court; empty: the name of the kind.</param>
    public static Decision<object> Create(
        IReadOnlyList<UnitKind> kinds, CourtLevel level, IReadOnlyList<StandingUnit> standing, string kind, string name)
    {
        var unit = kinds.FirstOrDefault(k => k.Level == level && k.Kind == kind);
        var called = string.IsNullOrWhiteSpace(name) ? unit?.Name : name.Trim();
        return unit switch
        {
            null when kinds.FirstOrDefault(k => k.Kind == kind) is { } elsewhere => new Refusal.Law(elsewhere.Source, "unit-other-level", elsewhere.Name),
            null => new Refusal.Input("kind", "unit-kind"),
            { OwnsPetitions: true } when standing.FirstOrDefault(s => s.Kind == kind) is { } owner => new Refusal.Law("SPC16-2", "unit-petitions-once", owner.Name),
            { PartOf: { } whole } when !standing.Any(s => s.Kind == whole) =>
                new Refusal.Law(unit.Source, "unit-part-of", unit.Name, kinds.First(k => k.Level == level && k.Kind == whole).Name),
            _ when standing.Any(s => s.Name == called) => new Refusal.Input("unitName", "unit-exists", called),
            _ => new object[] { new StaffUnitCreated(kind, called!) },
        };
    }

    /// <summary>Why these posts do not belong in the unit; null when they do. A unit that the court has not set up is no obstacle here.</summary>
    public static Refusal? Misplaced(string unit, IReadOnlyList<string> codes, Posts posts, IReadOnlyList<UnitKind> kinds, IReadOnlyList<StandingUnit> standing)
    {
        var post = codes.Select(posts.ByCode).FirstOrDefault(p => p?.OfPetitions == true);
        return post is null || standing.FirstOrDefault(s => s.Name == unit.Trim()) is not { } place || TakesPetitions(kinds, place.Kind)
            ? null
            : new Refusal.Law("SPC16-2", "staff-petition-unit", post.Name, place.Name);
    }

    /// <summary>
    /// The units that own a queue of a court: the petition unit alone (SPC16-2); the key and hard petitions also the team and the command
    /// centre where the court has them (GC21-5).
    /// </summary>
    public static IReadOnlyList<StandingUnit> Owners(IReadOnlyList<UnitKind> kinds, IReadOnlyList<StandingUnit> standing, bool isKey) =>
        [.. standing.Where(s => kinds.Any(k => k.Kind == s.Kind && k.OwnsPetitions) || (isKey && (s.Kind is Team or CommandCentre)))];

    /// <summary>Why somebody with these posts may not open a queue of the own court; null when he or she may.</summary>
    public static Refusal? MayNotOpen(IReadOnlyCollection<string> codes, Posts posts, bool isKey) => isKey switch
    {
        _ when codes.Any(code => posts.ByCode(code) is { OfPetitions: true } || Leads.Contains(code, StringComparer.Ordinal)) => null,
        true when codes.Contains(CommandCentre) => null,
        true => new Refusal.Law("GC21-5", "queue-key"),
        false => new Refusal.Law("SPC16-2", "queue-petitions"),
    };

    /// <summary>Who leads the petition unit.</summary>
    private static readonly string[] Leads = ["division-chief", "deputy-director", "bureau-director", "court-leader", "president-in-charge", "president"];

    private static bool TakesPetitions(IReadOnlyList<UnitKind> kinds, string kind) => kind == Team || kinds.Any(k => k.Kind == kind && k.OwnsPetitions);
}

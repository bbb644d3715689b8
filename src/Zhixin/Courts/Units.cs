using YamlDotNet.RepresentationModel;

namespace Zhixin.Courts;

/// <summary>
/// A kind of unit that courts of a level have. <paramref name="May"/>: allowed or brought by a local rule, not made
/// with every court. <paramref name="OwnsPetitions"/>: the one unit through which petitions go. <paramref name="PartOf"/>:
/// the kind of unit that it belongs to, which must stand before it; null where it stands by itself.
/// </summary>
public sealed record UnitKind(
    CourtLevel Level, string Kind, string Name, bool May, bool OwnsPetitions, IReadOnlyList<string> Clauses, string? PartOf = null)
{
    /// <summary>The clause that it comes from first.</summary>
    public string Source => Clauses[0];
}

/// <summary>The units by level, as <c>courts/units.yaml</c> says with its clauses.</summary>
public static class Units
{
    /// <summary>The word for whichever unit owns the petitions of a court, at every level.</summary>
    public const string Petition = "petition";

    /// <summary>
    /// The unit that a rule means by a kind at a court of this level: the unit of that kind; for <see cref="Petition"/>
    /// the one that owns the petitions. Null where such a court has none.
    /// </summary>
    public static UnitKind? For(IReadOnlyList<UnitKind> units, CourtLevel level, string kind) =>
        units.FirstOrDefault(u => u.Level == level && (kind == Petition ? u.OwnsPetitions : u.Kind == kind));

    /// <summary>Reads <c>courts/units.yaml</c>: one entry for each level that a line names.</summary>
    /// <exception cref="DataFileException">A line is wrong, has no clause, or a level has not exactly one unit for petitions.</exception>
    public static IReadOnlyList<UnitKind> Parse(string file, string text)
    {
        var yaml = YamlText.Parse(file, text);
        yaml.Only(yaml.Root, "units");
        var units = new List<UnitKind>();
        foreach (var map in yaml.Maps(yaml.Root, "units"))
        {
            yaml.Only(map, "kind", "name", "levels", "may", "petitions", "part_of", "clauses");
            var clauses = yaml.List(map, "clauses").Select(yaml.Text).ToList();
            if (clauses.Count == 0)
            {
                throw yaml.Wrong(map, "a unit needs the clause that it comes from");
            }

            foreach (var level in CourtLevels.Of(yaml, map))
            {
                var unit = new UnitKind(
                    level, yaml.NeedText(map, "kind"), yaml.NeedText(map, "name"), yaml.Flag(map, "may"), yaml.Flag(map, "petitions"), clauses,
                    YamlText.Find(map, "part_of") is null ? null : yaml.NeedText(map, "part_of"));
                units.Add(units.Exists(u => u.Level == level && u.Kind == unit.Kind)
                    ? throw yaml.Wrong(map, $"{unit.Kind} is there twice for one level")
                    : unit);
            }
        }

        if (units.Find(u => u.PartOf is { } whole && !units.Exists(other => other.Level == u.Level && other.Kind == whole)) is { } loose)
        {
            throw yaml.Wrong(yaml.Root, $"{loose.Kind} is part of {loose.PartOf}, which courts of its level do not have");
        }

        return Array.TrueForAll(Enum.GetValues<CourtLevel>(), l => units.Count(u => u.Level == l && u.OwnsPetitions) == 1)
            ? units
            : throw yaml.Wrong(yaml.Root, "each level needs exactly one unit that owns the petitions");
    }
}

/// <summary>Levels in data files.</summary>
internal static class CourtLevels
{
    /// <summary>The levels under the key "levels"; all where the key is not there.</summary>
    public static IReadOnlyList<CourtLevel> Of(YamlText yaml, YamlMappingNode map) => YamlText.Find(map, "levels") is null
        ? Enum.GetValues<CourtLevel>()
        : yaml.List(map, "levels").Select(node => yaml.Text(node) switch
        {
            "supreme" => CourtLevel.Supreme,
            "high" => CourtLevel.High,
            "intermediate" => CourtLevel.Intermediate,
            "basic" => CourtLevel.Basic,
            var other => throw yaml.Wrong(node, $"\"{other}\" is no level"),
        }).ToList();
}

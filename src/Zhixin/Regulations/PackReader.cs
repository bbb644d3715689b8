namespace Zhixin.Regulations;

/// <summary>A pack, or every fault found in its files.</summary>
public sealed record PackReading(RegulationPack? Pack, IReadOnlyList<PackError> Errors);

/// <summary>
/// Reads the five files of a pack: pack.yaml, clauses.yaml, obligations.yaml, lists.yaml, examples.yaml. All faults are collected, each
/// with file and line; a pack with a fault is no pack.
/// </summary>
public static class PackReader
{
    private static readonly string[] FileNames = ["pack.yaml", "clauses.yaml", "obligations.yaml", "lists.yaml", "examples.yaml"];

    private static readonly IReadOnlySet<string> Standings = new HashSet<string>(StringComparer.Ordinal) { "binding", "reference" };

    /// <summary>Reads one pack from texts by path; the paths' folders are free, their file names are the five above.</summary>
    public static PackReading Read(IReadOnlyDictionary<string, string> files, EventVocabulary events)
    {
        var errors = new List<PackError>();
        var byName = Known(files, errors);
        if (errors.Count > 0)
        {
            return new PackReading(null, errors);
        }

        var clauses = new ClauseReader(errors).Read(byName["clauses.yaml"]);
        var scope = new PackScope(events, clauses.Select(clause => clause.Id).ToHashSet(StringComparer.Ordinal), errors);
        var rules = new RuleReader(scope).Read(byName["obligations.yaml"]);
        var lists = new ListReader(scope).Read(byName["lists.yaml"]);
        var examples = new ExampleReader(scope, rules).Read(byName["examples.yaml"]);
        var pack = Head(byName["pack.yaml"], PackHash.Of(files), errors);
        return errors.Count > 0 || pack is null
            ? new PackReading(null, errors)
            : new PackReading(pack with { Clauses = clauses, Rules = rules, Lists = lists.Lists, Thresholds = lists.Thresholds, Examples = examples }, []);
    }

    private static Dictionary<string, PackFile> Known(IReadOnlyDictionary<string, string> files, List<PackError> errors)
    {
        var byName = new Dictionary<string, PackFile>(StringComparer.Ordinal);
        var folder = files.Keys.Select(path => path[..(path.LastIndexOf('/') + 1)]).FirstOrDefault() ?? "";
        foreach (var (path, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var name = PackHash.FileName(path);
            if (!FileNames.Contains(name, StringComparer.Ordinal))
            {
                errors.Add(new PackError(path, 1, $"a pack has no file '{name}'"));
            }
            else if (!byName.TryAdd(name, new PackFile(path, text)))
            {
                errors.Add(new PackError(path, 1, $"a second file '{name}' in one pack"));
            }
        }

        errors.AddRange(FileNames.Where(name => !byName.ContainsKey(name)).Select(name => new PackError(folder + name, 1, "the file is missing")));
        return byName;
    }

    private static RegulationPack? Head(PackFile file, string hash, List<PackError> errors)
    {
        if (file.Map(errors) is not { } map)
        {
            return null;
        }

        var pack = new RegulationPack(
            map.Required("id"), map.Number("version"), hash, map.Required("title"), map.Required("short"), map.Required("issuer"),
            map.Text("document_number"), map.Date("issued_on"), map.Date("in_force_from"), map.Date("in_force_until"),
            map.Word("standing", Standings, "standing") == "reference" ? PackStanding.Reference : PackStanding.Binding,
            map.Required("scope"), map.Words("replaces"), Precedences(map), map.Words("notes"), [], [], [], [], [], map.File);
        map.Required("version");
        map.Required("standing");
        if (pack.InForceFrom > pack.InForceUntil)
        {
            map.Fault("in force until a day before it is in force from", "in_force_until");
        }

        map.Done();
        return pack;
    }

    private static List<Precedence> Precedences(MapReader pack)
    {
        var all = new List<Precedence>();
        foreach (var map in pack.Items("precedence"))
        {
            map.Required("declared");
            all.Add(new Precedence(map.Required("over"), map.Flag("declared", missing: false), map.Text("note")));
            map.Done();
        }

        return all;
    }
}

/// <summary>A file of a pack.</summary>
internal sealed record PackFile(string Path, string Text)
{
    public MapReader? Map(List<PackError> errors)
    {
        var root = MapReader.Root(Path, Text, errors);
        if (root is YamlDotNet.RepresentationModel.YamlMappingNode map)
        {
            return new MapReader(map, Path, errors);
        }

        if (root is not null)
        {
            errors.Add(new PackError(Path, (int)root.Start.Line, "keys with values are expected here"));
        }

        return null;
    }

    /// <summary>The items of a file that is a list; a file that says <c>[]</c> has none.</summary>
    public IReadOnlyList<MapReader> Items(List<PackError> errors) => MapReader.Items(MapReader.Root(Path, Text, errors), Path, errors);
}

/// <summary>What references inside one pack are checked against.</summary>
internal sealed record PackScope(EventVocabulary Events, IReadOnlySet<string> Clauses, List<PackError> Errors)
{
    /// <summary>A clause of this pack; missing or foreign is an error.</summary>
    public string Clause(MapReader map, string key = "clause")
    {
        var id = map.Required(key);
        if (id.Length > 0 && !Clauses.Contains(id))
        {
            map.Fault($"clause '{id}' is not in this pack", key);
        }

        return id;
    }
}

using Zhixin.Regulations;

namespace Zhixin.Authority;

/// <summary>Everything under regulations/: the vocabulary of events, the packs by id, the authority matrix.</summary>
public sealed record RegulationLibrary(EventVocabulary Events, AuthorityMatrix Authority, IReadOnlyList<RegulationPack> Packs)
{
    private const string EventsFile = "events.yaml";
    private const string AuthorityFile = "authority.csv";

    /// <summary>
    /// Reads the folder from texts by path relative to it, with "/" between folders ("GC21/pack.yaml", "events.yaml", "authority.csv";
    /// other files at the top are not read). Null when anything is wrong; the errors name file and line and are all there.
    /// </summary>
    public static (RegulationLibrary? Library, IReadOnlyList<PackError> Errors) Read(IReadOnlyDictionary<string, string> files)
    {
        var errors = new List<PackError>();
        var events = EventVocabulary.Read(EventsFile, Text(files, EventsFile, errors), errors);
        if (events is null)
        {
            return (null, errors);
        }

        var packs = files.Where(file => file.Key.Contains('/')).GroupBy(file => file.Key[..file.Key.IndexOf('/')], StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => PackReader.Read(group.ToDictionary(StringComparer.Ordinal), events)).ToList();
        errors.AddRange(packs.SelectMany(reading => reading.Errors));
        var whole = packs.Select(reading => reading.Pack).OfType<RegulationPack>().ToList();
        var clauses = errors.Count > 0 ? null : whole.SelectMany(pack => pack.Clauses).Select(clause => clause.Id).ToHashSet(StringComparer.Ordinal);
        var authority = AuthorityMatrix.Read(AuthorityFile, Text(files, AuthorityFile, errors), clauses, errors);
        if (authority is null || errors.Count > 0)
        {
            return (null, errors);
        }

        errors.AddRange(whole.SelectMany(pack => CrossCheck(pack, whole, authority)));
        return errors.Count > 0 ? (null, errors) : (new RegulationLibrary(events, authority, whole), errors);
    }

    private static string Text(IReadOnlyDictionary<string, string> files, string name, List<PackError> errors)
    {
        if (files.TryGetValue(name, out var text))
        {
            return text;
        }

        errors.Add(new PackError(name, 1, "the file is missing"));
        return "";
    }

    /// <summary>Acts and kinds that a rule names may stand in the matrix or in another pack, so they are checked when all are read.</summary>
    private static IEnumerable<PackError> CrossCheck(RegulationPack pack, List<RegulationPack> all, AuthorityMatrix authority)
    {
        var kinds = all.SelectMany(one => one.Rules).Select(rule => rule.Kind).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in pack.Rules)
        {
            foreach (var act in rule.OnBreach.Propose.Concat(rule.WaivedBy is null ? [] : [rule.WaivedBy]).Where(act => !authority.Knows(act)))
            {
                yield return At(rule, $"rule '{rule.Kind}' names act '{act}', which authority.csv does not have");
            }

            foreach (var kind in rule.OnBreach.Open.Concat(rule.ReplacedBy).Where(kind => !kinds.Contains(kind)))
            {
                yield return At(rule, $"rule '{rule.Kind}' names kind '{kind}', which no pack has");
            }
        }

        foreach (var other in pack.Precedence.Select(one => one.Over).Where(id => all.TrueForAll(one => one.Id != id)))
        {
            yield return new PackError(pack.File, 1, $"there is no pack '{other}'");
        }
    }

    private static PackError At(ObligationRule rule, string message) => new(rule.File, rule.Line, message);
}

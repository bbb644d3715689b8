namespace Zhixin.Regulations;

/// <summary>Reads clauses.yaml.</summary>
internal sealed class ClauseReader(List<PackError> errors)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<Clause> Read(PackFile file) => [.. file.Items(errors).Select(One)];

    private Clause One(MapReader map)
    {
        var clause = new Clause(
            map.Required("id"), map.Required("article"), map.Required("heading"), map.Required("part"),
            map.Word("module", PackWords.Modules, "module"), map.Required("zh"), map.Required("en"), map.Words("does"), map.Text("note"));
        map.Required("module");
        if (clause.Id.Length > 0 && !_ids.Add(clause.Id))
        {
            map.Fault($"duplicated clause '{clause.Id}'", "id");
        }

        if (clause.Does.Count == 0)
        {
            map.Fault("missing required key 'does'", "does");
        }

        map.Done();
        return clause;
    }
}

namespace Zhixin.Regulations;

/// <summary>Reads lists.yaml: code lists and thresholds.</summary>
internal sealed class ListReader(PackScope scope)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public (IReadOnlyList<CodeList> Lists, IReadOnlyList<Threshold> Thresholds) Read(PackFile file)
    {
        if (file.Map(scope.Errors) is not { } map)
        {
            return ([], []);
        }

        var lists = map.Items("lists").Select(One).ToList();
        var thresholds = map.Items("thresholds").Select(Threshold).ToList();
        map.Done();
        return (lists, thresholds);
    }

    private CodeList One(MapReader map)
    {
        var id = Id(map);
        var clause = scope.Clause(map);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var list = new CodeList(id, map.Required("name"), clause, Items(map, "items", clause, codes), map.Text("note"));
        if (list.Items.Count == 0)
        {
            map.Fault("missing required key 'items'", "items");
        }

        map.Done();
        return list;
    }

    private List<CodeItem> Items(MapReader map, string key, string clause, HashSet<string> codes)
    {
        var items = new List<CodeItem>();
        foreach (var entry in map.Items(key))
        {
            var own = entry.Has("clause") ? scope.Clause(entry) : clause;
            var code = entry.Required("code");
            if (code.Length > 0 && !codes.Add(code))
            {
                entry.Fault($"duplicated code '{code}'", "code");
            }

            var sub = key == "sub" ? [] : Items(entry, "sub", own, codes);
            items.Add(new CodeItem(code, entry.Required("name"), own, sub, entry.Text("note")) 
            {
                IsRequired = entry.Flag("required", missing: false), Court = Court(entry), IsLimited = entry.Flag("limited", missing: false),
            });
            entry.Done();
        }

        return items;
    }

    private static EdgeCourt? Court(MapReader entry)
    {
        if (!entry.Has("court"))
        {
            return null;
        }

        var word = entry.Required("court");
        if (Enum.GetValues<EdgeCourt>().Select(c => (EdgeCourt?)c).FirstOrDefault(c => c.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } court)
        {
            return court;
        }

        entry.Fault($"unknown court '{word}'", "court");
        return null;
    }

    private Threshold Threshold(MapReader map)
    {
        var threshold = new Threshold(
            Id(map), map.Required("name"), map.Decimal("value"), map.Required("unit"), scope.Clause(map),
            map.Flag("pack_choice", missing: false), map.Text("note"));
        map.Done();
        return threshold;
    }

    private string Id(MapReader map)
    {
        var id = map.Required("id");
        if (id.Length > 0 && !_ids.Add(id))
        {
            map.Fault($"duplicated list or threshold '{id}'", "id");
        }

        return id;
    }
}

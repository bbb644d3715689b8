namespace Zhixin.Regulations;

/// <summary>
/// Reads examples.yaml. <c>trigger.on</c> fills every date field that the rule's opening counts from; a date among
/// <c>trigger.fields</c> (such as a stated one) is taken as that date field.
/// </summary>
internal sealed class ExampleReader(PackScope scope, IReadOnlyList<ObligationRule> rules)
{
    public IReadOnlyList<PackExample> Read(PackFile file) => [.. file.Items(scope.Errors).Select(One)];

    private PackExample One(MapReader map)
    {
        var name = map.Required("name");
        var rule = map.Required("rule");
        var known = rules.FirstOrDefault(candidate => candidate.Kind == rule);
        if (rule.Length > 0 && known is null)
        {
            map.Fault($"no rule '{rule}' in this pack", "rule");
        }

        var (eventName, on, given) = Trigger(map, known);
        var type = scope.Events.Find(eventName);
        var dates = given.Where(pair => type?.Dates.Contains(pair.Key, StringComparer.Ordinal) == true)
            .ToDictionary(pair => pair.Key, pair => Date(map, pair.Value), StringComparer.Ordinal);
        var fields = given.Where(pair => !dates.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
        var example = new PackExample(
            name, rule, eventName, on, fields, dates, Answer(map), map.Flag("provisional", missing: false), Exclusions(map),
            map.Text("explain"), map.File, map.Line);
        map.Done();
        return example;
    }

    private static (string Event, DateOnly? On, IReadOnlyDictionary<string, string> Fields) Trigger(MapReader example, ObligationRule? rule)
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        if (example.Map("trigger") is not { } map)
        {
            example.Fault("missing required key 'trigger'", "trigger");
            return ("", null, none);
        }

        var eventName = map.Required("event");
        if (rule is not null && eventName.Length > 0 && rule.OpensOn.All(opening => opening.Event != eventName))
        {
            map.Fault($"event '{eventName}' does not open '{rule.Kind}'", "event");
        }

        var trigger = (eventName, map.Date("on"), map.Map("fields")?.Pairs() ?? none);
        map.Done();
        return trigger;
    }

    private static ExampleAnswer Answer(MapReader map)
    {
        if (!map.IsScalar("due") && map.Map("due") is { } refused)
        {
            var word = refused.Required("refused");
            refused.Done();
            if (word is not ("no-trigger" or "not-stated"))
            {
                refused.Fault($"unknown refusal '{word}'", "refused");
            }

            return new ExampleAnswer(null, word == "not-stated" ? DueBasis.NotStated : DueBasis.NoTrigger);
        }

        return map.Required("due") == "none" ? new ExampleAnswer(null, DueBasis.Untimed) : new ExampleAnswer(map.Date("due"), null);
    }

    private static List<ExampleExclusion> Exclusions(MapReader example)
    {
        var all = new List<ExampleExclusion>();
        foreach (var map in example.Items("exclusions"))
        {
            map.Required("from");
            map.Required("to");
            var ground = map.Word("ground", PackWords.ExclusionGrounds, "ground");
            all.Add(new ExampleExclusion(map.Date("from") ?? default, map.Date("to") ?? default, ground));
            map.Done();
        }

        return all;
    }

    private static DateOnly Date(MapReader map, string text)
    {
        if (MapReader.ParseDate(text) is { } date)
        {
            return date;
        }

        map.Fault($"'{text}' must be a date yyyy-mm-dd", "trigger");
        return default;
    }
}

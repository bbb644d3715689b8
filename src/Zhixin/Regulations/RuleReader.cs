using Zhixin.Calendar;

namespace Zhixin.Regulations;

/// <summary>Reads obligations.yaml. Every rule cites a clause of its pack and is owed by somebody.</summary>
internal sealed class RuleReader(PackScope scope)
{
    private static readonly IReadOnlySet<string> Units = PackWords.PeriodUnits.Keys.ToHashSet(StringComparer.Ordinal);
    private static readonly IReadOnlySet<string> Types = new HashSet<string>(StringComparer.Ordinal) { "obligation", "window" };

    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

    public IReadOnlyList<ObligationRule> Read(PackFile file) => [.. file.Items(scope.Errors).Select(One)];

    private ObligationRule One(MapReader map)
    {
        var kind = map.Required("kind");
        if (kind.Length > 0 && !_kinds.Add(kind))
        {
            map.Fault($"duplicated kind '{kind}'", "kind");
        }

        var period = Period(map, "period", required: true);
        var rule = new ObligationRule(
            kind, map.Required("name"), map.TextOrNull("slot") ?? kind,
            map.Word("type", Types, "type") == "window" ? RuleType.Window : RuleType.Obligation,
            scope.Clause(map), Openings(map, period), Obligor(map), period, Fallback(map, period), map.Flag("roll", missing: true),
            map.Flag("warn_only", missing: false), Events(map, "fulfilled_by"), Events(map, "ended_by"), map.Words("replaced_by"),
            map.TextOrNull("waived_by"), Words(map, "exclusions", PackWords.ExclusionGrounds, "ground"), Breach(map.Map("on_breach")),
            map.Flag("pack_choice", missing: false), map.Text("note"), map.File, map.Line);
        map.Required("type");
        map.Done();
        return rule;
    }

    private List<RuleOpening> Openings(MapReader rule, RulePeriod period)
    {
        var openings = new List<RuleOpening>();
        foreach (var map in rule.Items("opens_on"))
        {
            var opening = new RuleOpening(
                map.Required("event"), map.TextOrNull("from") ?? EventVocabulary.OccurredOn,
                map.Map("when")?.Pairs() ?? new Dictionary<string, string>(StringComparer.Ordinal));
            map.Done();
            Check(map, opening, period);
            openings.Add(opening);
        }

        if (openings.Count == 0)
        {
            rule.Fault("missing required key 'opens_on'", "opens_on");
        }

        return openings;
    }

    private void Check(MapReader map, RuleOpening opening, RulePeriod period)
    {
        if (Event(map, "event", opening.Event) is not { } type)
        {
            return;
        }

        if (!type.Dates.Contains(opening.From, StringComparer.Ordinal))
        {
            map.Fault($"event '{type.Name}' has no date '{opening.From}'", "from");
        }

        if (period.Field is { } field && !type.Dates.Contains(field, StringComparer.Ordinal))
        {
            map.Fault($"event '{type.Name}' has no date '{field}' that the period states", "event");
        }

        foreach (var key in opening.When.Keys.Where(key => !type.Fields.Contains(key, StringComparer.Ordinal)))
        {
            map.Fault($"event '{type.Name}' has no field '{key}'", "when");
        }
    }

    private static RulePeriod Period(MapReader rule, string key, bool required)
    {
        if (rule.Map(key) is not { } map)
        {
            if (required)
            {
                rule.Fault($"missing required key '{key}'", key);
            }

            return new RulePeriod(PeriodUnit.Untimed);
        }

        map.Required("unit");
        var unit = PackWords.PeriodUnits.GetValueOrDefault(map.Word("unit", Units, "unit"), PeriodUnit.Untimed);
        var period = new RulePeriod(unit, map.Number("n"), map.TextOrNull("field"), Every(map));
        map.Done();
        Consistent(map, period);
        return period;
    }

    private static PeriodUnit? Every(MapReader map) => !map.Has("every") ? null
        : map.Text("every") is "day" or "workday" or "month" ? PackWords.PeriodUnits[map.Text("every")]
        : Unknown(map, "every");

    private static PeriodUnit? Unknown(MapReader map, string key)
    {
        map.Fault($"unknown unit '{map.Text(key)}'", key);
        return null;
    }

    private static void Consistent(MapReader map, RulePeriod period)
    {
        var counts = period.Unit is PeriodUnit.Day or PeriodUnit.Workday or PeriodUnit.Month or PeriodUnit.Recurring;
        if (counts != (period.N > 0))
        {
            map.Fault(counts ? "a period without a number" : "a period with a number that its unit does not use", "n");
        }

        if ((period.Unit == PeriodUnit.Stated) != (period.Field is not null))
        {
            map.Fault(period.Field is null ? "a stated period without field" : "only a stated period has a field", "field");
        }

        if ((period.Unit == PeriodUnit.Recurring) != (period.Every is not null))
        {
            map.Fault(period.Every is null ? "a recurring period without every" : "only a recurring period has every", "every");
        }
    }

    private static RulePeriod? Fallback(MapReader rule, RulePeriod period)
    {
        if (!rule.Has("fallback"))
        {
            return null;
        }

        var fallback = Period(rule, "fallback", required: false);
        if (period.Unit != PeriodUnit.Stated || fallback.Unit is not (PeriodUnit.Day or PeriodUnit.Workday or PeriodUnit.Month or PeriodUnit.SameDay))
        {
            rule.Fault("a fallback is a counted period, and only a stated period has one", "fallback");
        }

        return fallback;
    }

    private static Obligor Obligor(MapReader rule)
    {
        if (rule.Map("obligor") is not { } map)
        {
            rule.Fault("missing required key 'obligor'", "obligor");
            return new Obligor("", null, null);
        }

        map.Required("court");
        var court = map.Word("court", PackWords.Courts, "court");
        var person = map.Word("person", PackWords.Posts, "obligor");
        var unit = map.Word("unit", PackWords.Units, "unit kind");
        map.Done();
        if (court != "party" && unit.Length == 0)
        {
            map.Fault("an obligor court without the unit that owes while nobody is named", "unit");
        }

        return new Obligor(court, person.Length > 0 ? person : null, unit.Length > 0 ? unit : null);
    }

    private static BreachConsequence Breach(MapReader? map)
    {
        if (map is null)
        {
            return new BreachConsequence([], [], []);
        }

        var breach = new BreachConsequence(Words(map, "tell", PackWords.Posts, "post"), map.Words("open"), map.Words("propose"));
        map.Done();
        return breach;
    }

    private IReadOnlyList<string> Events(MapReader map, string key)
    {
        var names = map.Words(key);
        foreach (var name in names)
        {
            Event(map, key, name);
        }

        return names;
    }

    private EventType? Event(MapReader map, string key, string name)
    {
        var type = scope.Events.Find(name);
        if (type is null && name.Length > 0)
        {
            map.Fault($"event '{name}' is not in events.yaml", key);
        }

        return type;
    }

    private static IReadOnlyList<string> Words(MapReader map, string key, IReadOnlySet<string> known, string what)
    {
        var words = map.Words(key);
        foreach (var word in words.Where(word => !known.Contains(word)))
        {
            map.Fault($"unknown {what} '{word}'", key);
        }

        return words;
    }
}

namespace Zhixin.Regulations;

/// <summary>An event that rules may name: its date fields (always with "occurred_on") and the fields that a condition may test.</summary>
public sealed record EventType(string Name, string Title, IReadOnlyList<string> Dates, IReadOnlyList<string> Fields);

/// <summary>The events that rules may name (regulations/events.yaml).</summary>
public sealed class EventVocabulary
{
    /// <summary>The date field every event has: when it happened in law.</summary>
    public const string OccurredOn = "occurred_on";

    private readonly Dictionary<string, EventType> _byName;

    private EventVocabulary(IReadOnlyList<EventType> all)
    {
        All = all;
        _byName = all.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<EventType> All { get; }

    /// <summary>The event of this name, or null.</summary>
    public EventType? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads the file; null with at least one error when it has a fault.</summary>
    public static EventVocabulary? Read(string file, string text, List<PackError> errors)
    {
        var before = errors.Count;
        var types = new List<EventType>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in MapReader.Items(MapReader.Root(file, text, errors), file, errors))
        {
            var type = new EventType(map.Required("name"), map.Required("title"), map.Words("dates"), map.Words("fields"));
            map.Done();
            if (!names.Add(type.Name))
            {
                map.Fault($"duplicated event '{type.Name}'", "name");
            }

            if (!type.Dates.Contains(OccurredOn, StringComparer.Ordinal))
            {
                map.Fault($"event '{type.Name}' must list {OccurredOn} among its dates", "dates");
            }

            types.Add(type);
        }

        return errors.Count == before ? new EventVocabulary(types) : null;
    }
}

using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Zhixin.History;

/// <summary>
/// Names a fact's type on disk. The name and the shape of a schema never change again: a new shape is a new schema
/// number, with an upcaster from the one before.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactAttribute(string name, int schema = 1) : Attribute
{
    /// <summary>"stream.what-happened".</summary>
    public string Name { get; } = name;

    /// <summary>Current schema number.</summary>
    public int Schema { get; } = schema;

    /// <summary>Whether the petitioner is shown it; hidden unless said.</summary>
    public bool Shown { get; init; }

    /// <summary>The clause that the act of this fact carries out, shown beside it in the timeline.</summary>
    public string Clause { get; init; } = string.Empty;
}

/// <summary>A fact, and the day on which it happened in law.</summary>
public readonly record struct DatedFact(object Fact, DateOnly On);

/// <summary>Every fact's name, schema and type; reads all schemas for ever through the upcaster chain.</summary>
public static class FactCatalogue
{
    private static readonly FrozenDictionary<Type, FactAttribute> ByType = typeof(FactCatalogue).Assembly.GetTypes()
        .Select(type => (type, fact: type.GetCustomAttribute<FactAttribute>()))
        .Where(pair => pair.fact is not null)
        .ToFrozenDictionary(pair => pair.type, pair => pair.fact!);

    private static readonly FrozenDictionary<string, Type> ByName =
        ByType.ToFrozenDictionary(pair => pair.Value.Name, pair => pair.Key);

    /// <summary>Refuses a lone surrogate instead of replacing it.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All facts, for the golden files and the vocabulary test.</summary>
    public static IReadOnlyDictionary<Type, FactAttribute> All => ByType;

    /// <summary>The name and schema of a fact's type.</summary>
    public static FactAttribute Of(object fact) => ByType[fact.GetType()];

    /// <summary>What a type name says about itself, or null for a name that this version does not know.</summary>
    public static FactAttribute? Named(string name) => ByName.TryGetValue(name, out var type) ? ByType[type] : null;

    /// <summary>Reads a stored body of any schema as today's fact.</summary>
    /// <exception cref="InvalidDataException">An unknown type, or a schema newer than this version.</exception>
    public static object Read(string name, int schema, string body) => Read(name, schema, Strict.GetBytes(body));

    /// <summary>The same of a body in UTF-8, as it is stored.</summary>
    /// <exception cref="InvalidDataException">An unknown type, or a schema newer than this version.</exception>
    public static object Read(string name, int schema, ReadOnlySpan<byte> body)
    {
        if (!ByName.TryGetValue(name, out var type))
        {
            throw new InvalidDataException($"Unknown event type '{name}'.");
        }

        var current = ByType[type].Schema;
        if (schema == current)
        {
            return CanonicalJson.Read(body, type);
        }

        if (schema > current)
        {
            throw new InvalidDataException($"Event type '{name}' has schema {schema}; this version knows {current}.");
        }

        return CanonicalJson.Read(Upcasters.Lift(name, schema, current, JsonNode.Parse(body)!).ToJsonString(), type);
    }
}

/// <summary>The chain that lifts an old body one schema at a time.</summary>
public static class Upcasters
{
    /// <summary>Key: type name and the schema it lifts from. Entries are added when a shape changes, never removed.</summary>
    private static readonly FrozenDictionary<(string Name, int From), Func<JsonNode, JsonNode>> Steps =
        new Dictionary<(string, int), Func<JsonNode, JsonNode>>().ToFrozenDictionary();

    /// <summary>Lifts a body through every step from one schema to another.</summary>
    public static JsonNode Lift(string name, int from, int to, JsonNode body) =>
        Lift(name, from, to, body, Steps);

    /// <summary>The same with given steps.</summary>
    public static JsonNode Lift(
        string name, int from, int to, JsonNode body, IReadOnlyDictionary<(string Name, int From), Func<JsonNode, JsonNode>> steps)
    {
        for (var schema = from; schema < to; schema++)
        {
            body = steps.TryGetValue((name, schema), out var step)
                ? step(body)
                : throw new InvalidDataException($"No upcaster lifts '{name}' from schema {schema}.");
        }

        return body;
    }
}

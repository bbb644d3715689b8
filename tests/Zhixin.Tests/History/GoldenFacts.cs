using System.Text.Json;
using Zhixin.History;

namespace Zhixin.Tests.History;

/// <summary>Compares the facts of the program with the bodies of every schema that ever was (tests/data/golden).</summary>
internal static class GoldenFacts
{
    /// <summary>What is wrong with a type: no golden file, a shape that changed without a new schema number, or a body that does not come back.</summary>
    /// <param name="golden">The text of a golden file by its name, or null.</param>
    public static IEnumerable<string> Faults(Type type, FactName fact, Func<string, string?> golden)
    {
        var name = FileName(fact.Name, fact.Schema);
        var body = CanonicalJson.Of(Specimen.Of(type));
        if (golden(name) is not { } kept)
        {
            return [$"{name} is missing; it holds: {body}"];
        }

        var (now, then) = (Members(body), Members(kept));
        return
        [
            .. now.Except(then).Select(member => $"{name}: '{member}' is new; a new shape is a new schema number with an upcaster"),
            .. then.Except(now).Select(member => $"{name}: '{member}' is gone; a new shape is a new schema number with an upcaster"),
            .. Comes(type, kept) ? Array.Empty<string>() : [$"{name} does not come back as it was"],
        ];
    }

    public static string FileName(string name, int schema) => $"{name}.{schema}.json";

    private static bool Comes(Type type, string kept)
    {
        try
        {
            return CanonicalJson.Of(CanonicalJson.Read(kept, type)) == kept;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Every member by its path, with the kind of its value: "rule.period.n:Number".</summary>
    private static HashSet<string> Members(string body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. Paths(document.RootElement, string.Empty)];
    }

    private static IEnumerable<string> Paths(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Paths(m.Value, path + "." + m.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Paths(item, path + "[]")),
        _ => [path.TrimStart('.') + ":" + value.ValueKind],
    };
}

using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Zhixin.Regulations;

/// <summary>
/// Reads one YAML mapping key by key and notes every fault with file and line, so that one start reports them all.
/// A key that nobody _asked for when <see cref="Done"/> is called is unknown.
/// </summary>
internal sealed class MapReader(YamlMappingNode node, string file, List<PackError> errors)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public string File => file;

    public int Line => (int)node.Start.Line;

    /// <summary>The root of a file, or null with an error.</summary>
    public static YamlNode? Root(string file, string text, List<PackError> errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
            {
                return stream.Documents[0].RootNode;
            }

            errors.Add(new PackError(file, 1, stream.Documents.Count == 0 ? "the file is empty" : "the file holds more than one document"));
        }
        catch (YamlException fault)
        {
            errors.Add(new PackError(file, (int)fault.Start.Line, "not readable as YAML: " + fault.Message));
        }

        return null;
    }

    /// <summary>Every item of a sequence as a mapping; anything else is an error.</summary>
    public static IReadOnlyList<MapReader> Items(YamlNode? list, string file, List<PackError> errors)
    {
        if (list is null || IsNull(list))
        {
            return [];
        }

        if (list is not YamlSequenceNode sequence)
        {
            errors.Add(new PackError(file, (int)list.Start.Line, "a list is expected here"));
            return [];
        }

        var maps = new List<MapReader>(sequence.Children.Count);
        foreach (var item in sequence)
        {
            if (item is YamlMappingNode map)
            {
                maps.Add(new MapReader(map, file, errors));
            }
            else
            {
                errors.Add(new PackError(file, (int)item.Start.Line, "keys with values are expected here"));
            }
        }

        return maps;
    }

    public void Fault(string message, string? key = null) => errors.Add(new PackError(file, LineOf(key), message));

    public bool Has(string key) => Node(key) is { } value && !IsNull(value);

    public int LineOf(string? key) => key is not null && node.Children.TryGetValue(new YamlScalarNode(key), out var value)
        ? (int)value.Start.Line
        : Line;

    /// <summary>The text of a required key; empty, with an error, when it is missing or empty.</summary>
    public string Required(string key)
    {
        var text = Text(key);
        if (text.Length == 0 && !BadShape(key))
        {
            Fault($"missing required key '{key}'", key);
        }

        return text;
    }

    /// <summary>The text of a key, or empty.</summary>
    public string Text(string key) => Node(key) switch
    {
        null => "",
        YamlScalarNode scalar => IsNull(scalar) ? "" : scalar.Value!.Trim(),
        _ => Wrong(key, "a text", ""),
    };

    public string? TextOrNull(string key) => Text(key) is { Length: > 0 } text ? text : null;

    /// <summary>One word of a closed set; an unknown one is an error and answers empty.</summary>
    public string Word(string key, IReadOnlySet<string> known, string what)
    {
        var word = Text(key);
        if (word.Length > 0 && !known.Contains(word))
        {
            Fault($"unknown {what} '{word}'", key);
        }

        return word;
    }

    public int Number(string key, int missing = 0) => Text(key) is not { Length: > 0 } text ? missing
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : Wrong(key, "a whole number above zero", missing);

    public decimal Decimal(string key) => Text(key) is not { Length: > 0 } text ? Wrong(key, "a number", 0m)
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : Wrong(key, "a number", 0m);

    public bool Flag(string key, bool missing) => Text(key) switch
    {
        "" => missing,
        "true" => true,
        "false" => false,
        _ => Wrong(key, "true or false", missing),
    };

    public DateOnly? Date(string key) => Text(key) is not { Length: > 0 } text ? null : ParseDate(text) ?? Wrong<DateOnly?>(key, "a date yyyy-mm-dd", null);

    public IReadOnlyList<string> Words(string key)
    {
        if (Node(key) is not { } value || IsNull(value))
        {
            return [];
        }

        return value is YamlSequenceNode list && list.All(item => item is YamlScalarNode)
            ? [.. list.Cast<YamlScalarNode>().Select(item => item.Value!.Trim())]
            : Wrong<IReadOnlyList<string>>(key, "a list of texts", []);
    }

    public MapReader? Map(string key) => Node(key) switch
    {
        null => null,
        YamlMappingNode map => new MapReader(map, file, errors),
        YamlScalarNode scalar when IsNull(scalar) => null,
        _ => Wrong<MapReader?>(key, "keys with values", null),
    };

    public IReadOnlyList<MapReader> Items(string key) => Items(Node(key), file, errors);

    /// <summary>Every key and its text; for conditions and facts whose keys are data.</summary>
    public IReadOnlyDictionary<string, string> Pairs()
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value!))
        {
            pairs[key] = Text(key);
        }

        return pairs;
    }

    public bool IsScalar(string key) => Node(key) is YamlScalarNode;

    /// <summary>Reports every key that was not _asked for.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode scalar || !_asked.Contains(scalar.Value!))
            {
                errors.Add(new PackError(file, (int)key.Start.Line, $"unknown key '{key}'"));
            }
        }
    }

    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    private bool BadShape(string key) => Node(key) is not null and not YamlScalarNode;

    private YamlNode? Node(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private T Wrong<T>(string key, string expected, T answer)
    {
        Fault($"'{key}' must be {expected}", key);
        return answer;
    }
}

using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Zhixin;

/// <summary>One YAML document with the name of its file: every wrong place is told with file and line.</summary>
internal sealed class YamlText
{
    private readonly string _file;

    private YamlText(string file, YamlMappingNode root)
    {
        _file = file;
        Root = root;
    }

    public YamlMappingNode Root { get; }

    /// <summary>Reads the one mapping that a data file holds.</summary>
    /// <exception cref="DataFileException">The text is not YAML, or not one mapping.</exception>
    public static YamlText Parse(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new DataFileException(file, (int)e.Start.Line, "not YAML: " + e.Message);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlText(file, root)
            : throw new DataFileException(file, 1, "one mapping is expected");
    }

    public DataFileException Wrong(YamlNode at, string problem) => new(_file, (int)at.Start.Line, problem);

    public YamlNode Need(YamlMappingNode map, string key) =>
        Find(map, key) ?? throw Wrong(map, $"\"{key}\" is missing");

    public static YamlNode? Find(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public IEnumerable<YamlMappingNode> Maps(YamlMappingNode map, string key) =>
        List(map, key).Select(n => n as YamlMappingNode ?? throw Wrong(n, $"an entry of \"{key}\" must be a mapping"));

    public IEnumerable<YamlNode> List(YamlMappingNode map, string key) =>
        Need(map, key) is YamlSequenceNode list ? list.Children : throw Wrong(Need(map, key), $"\"{key}\" must be a list");

    public string Text(YamlMappingNode map, string key) => Text(Need(map, key));

    public string Text(YamlNode node) =>
        node is YamlScalarNode { Value: { } value } ? value.Trim() : throw Wrong(node, "a text is expected");

    public string NeedText(YamlMappingNode map, string key) =>
        Text(map, key) is { Length: > 0 } text ? text : throw Wrong(Need(map, key), $"\"{key}\" is empty");

    public int Number(YamlMappingNode map, string key) =>
        int.TryParse(Text(map, key), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : throw Wrong(Need(map, key), $"\"{key}\" must be a whole number");

    public bool Flag(YamlMappingNode map, string key) => Find(map, key) is { } node && Text(node) switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong(node, $"\"{key}\" must be true or false"),
    };

    public DateOnly Date(YamlNode node) =>
        DateOnly.TryParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d)
            ? d
            : throw Wrong(node, $"\"{Text(node)}\" is not a date (yyyy-MM-dd)");

    /// <summary>The mapping holds nothing but these keys: a misspelt key is an error, not silence.</summary>
    public void Only(YamlMappingNode map, params string[] keys)
    {
        foreach (var key in map.Children.Keys)
        {
            if (!keys.Contains(Text(key), StringComparer.Ordinal))
            {
                throw Wrong(key, $"\"{Text(key)}\" is not known here");
            }
        }
    }
}

using System.Globalization;

namespace Zhixin.Database.Petitions;

/// <summary>Collects conditions with positional arguments; the first is that no accused person sees the matter.</summary>
internal sealed class Conditions
{
    private readonly List<object?> _arguments;
    private readonly List<string> _conditions = [];

    public Conditions(Guid viewer)
        : this([]) => And("not p.accused @> array[{0}]", viewer);

    /// <summary>None yet.</summary>
    public Conditions()
        : this([])
    {
    }

    private Conditions(List<object?> arguments) => _arguments = arguments;

    public string Sql => _conditions.Count == 0 ? "true" : string.Join(" and ", _conditions);

    public object?[] Arguments => [.. _arguments];

    /// <summary>Other conditions of the same statement.</summary>
    public Conditions Beside() => new(_arguments);

    public Conditions And(string condition, params object[] values)
    {
        _conditions.Add(Text(condition, values));
        return this;
    }

    public Conditions If(object? value, string condition) => value is null ? this : And(condition, value);

    /// <summary>A piece of the statement with its values as arguments.</summary>
    public string Text(string text, params object[] values)
    {
        var first = _arguments.Count + 1;
        _arguments.AddRange(values);
        return string.Format(CultureInfo.InvariantCulture, text, [.. Enumerable.Range(first, values.Length).Select(n => (object)$"${n}")]);
    }
}

using System.Collections;
using System.Globalization;

namespace Zhixin.Database.History;

/// <summary>A place where what is stored is not what the history says, or where the history itself is broken.</summary>
/// <param name="Table">The table in which it stands.</param>
/// <param name="Key">The row's primary key, or the series and year of a number.</param>
/// <param name="Column">The column, or what is wrong about the row as a whole.</param>
public sealed record Difference(string Table, string Key, string Column, string Expected, string Found)
{
    private const int Longest = 200;

    /// <summary>From values as they stand in the database.</summary>
    public static Difference Of(string table, string key, string column, object? expected, object? found) =>
        new(table, key, column, Text(expected), Text(found));

    /// <summary>A row that should stand there and does not.</summary>
    public static Difference Missing(string table, string key) => new(table, key, "row", "a row", "none");

    /// <summary>A row that the history does not explain.</summary>
    public static Difference Unexplained(string table, string key) => new(table, key, "row", "none", "a row");

    /// <summary>Whether two values of a column are the same; arrays element by element, in order.</summary>
    public static bool Same(object? expected, object? found) => (Plain(expected), Plain(found)) switch
    {
        (null, null) => true,
        (Array a, Array b) => a.Cast<object?>().SequenceEqual(b.Cast<object?>()),
        var (a, b) => Equals(a, b),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Table} ({Key}) {Column}: expected {Expected}, found {Found}";

    private static object? Plain(object? value) => value switch
    {
        DBNull => null,
        DateTime day => DateOnly.FromDateTime(day),
        _ => value,
    };

    private static string Text(object? value)
    {
        var text = Plain(value) switch
        {
            null => "nothing",
            byte[] bytes => bytes.Length == 0 ? "empty" : Convert.ToHexStringLower(bytes),
            string s => s.Length == 0 ? "empty" : s,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IEnumerable many => "{" + string.Join(',', many.Cast<object?>()) + "}",
            IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString()!,
        };
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}

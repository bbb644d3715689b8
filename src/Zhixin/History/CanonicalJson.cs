using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhixin.History;

/// <summary>
/// Canonical JSON (RFC 8785): the one byte sequence of a body. Members sorted by UTF-16 code units, no white space,
/// the shortest escapes, numbers as ECMAScript prints them. What is hashed is what is stored.
/// </summary>
public static class CanonicalJson
{
    /// <summary>How facts become JSON: snake_case members (the words of regulations/events.yaml), absent instead of null, enums as kebab-case words.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new WholeText() },
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The canonical text of a fact.</summary>
    /// <exception cref="ArgumentException">A text with a lone surrogate.</exception>
    public static string Of(object fact)
    {
        using var document = JsonSerializer.SerializeToDocument(fact, fact.GetType(), Options);
        return Of(document.RootElement);
    }

    /// <summary>The canonical text of any JSON value.</summary>
    /// <exception cref="ArgumentException">A number that no double can hold, or a lone surrogate.</exception>
    public static string Of(JsonElement element)
    {
        var text = new StringBuilder(256);
        try
        {
            Write(text, element);
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException("A lone surrogate has no canonical form.", nameof(element), e);
        }

        return text.ToString();
    }

    /// <summary>Reads a canonical text back as a fact.</summary>
    public static object Read(string body, Type type) =>
        JsonSerializer.Deserialize(body, type, Options) ?? throw new JsonException("A fact is never null.");

    private static void Write(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(text, element);
                break;
            case JsonValueKind.Array:
                WriteArray(text, element);
                break;
            case JsonValueKind.String:
                WriteString(text, element.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(Number(element));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonElement element)
    {
        var members = element.EnumerateObject().ToArray();
        Array.Sort(members, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        text.Append('{');
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            WriteString(text, members[i].Name);
            text.Append(':');
            Write(text, members[i].Value);
        }

        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonElement element)
    {
        text.Append('[');
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Write(text, item);
        }

        text.Append(']');
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\t': text.Append("\\t"); break;
                case '\n': text.Append("\\n"); break;
                case '\f': text.Append("\\f"); break;
                case '\r': text.Append("\\r"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }
        }

        text.Append('"');
    }

    private static string Number(JsonElement element)
    {
        const long exact = 1L << 53;
        if (element.TryGetInt64(out var whole) && whole is >= -exact and <= exact)
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        return Number(element.GetDouble());
    }

    /// <summary>A double as ECMAScript's Number::toString prints it.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no infinity and no NaN.", nameof(value));
        }

        if (value == 0)
        {
            return "0";
        }

        var (digits, point) = Digits(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
        return (value < 0 ? "-" : string.Empty) + Place(digits, point);
    }

    /// <summary>The significant digits, and where the decimal point stands relative to their start.</summary>
    private static (string Digits, int Point) Digits(string text)
    {
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        var digits = mantissa.Replace(".", string.Empty, StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), point - leading);
    }

    private static string Place(string digits, int point) => point switch
    {
        > 21 or <= -6 => Exponential(digits, point - 1),
        <= 0 => "0." + new string('0', -point) + digits,
        _ when point >= digits.Length => digits + new string('0', point - digits.Length),
        _ => digits[..point] + "." + digits[point..],
    };

    private static string Exponential(string digits, int exponent) =>
        digits[..1] + (digits.Length > 1 ? "." + digits[1..] : string.Empty)
        + "e" + (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
}

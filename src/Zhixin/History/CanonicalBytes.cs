using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Zhixin.History;

/// <summary>Whether stored bytes are canonical, without making a text of every one of them.</summary>
public static class CanonicalBytes
{
    /// <summary>
    /// The options of facts, with the members in canonical order: what it writes differs from the canonical text only where something is escaped, and in maps,
    /// fractions and very large numbers.
    /// </summary>
    private static readonly JsonSerializerOptions InOrder = new(CanonicalJson.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Order } },
    };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _again;

    /// <summary>Whether something was written whose canonical form another writer decides.</summary>
    [ThreadStatic]
    private static bool _isDoubtful;

    /// <summary>Whether a body in UTF-8 is the canonical text of a fact: what comparing with <see cref="CanonicalJson.Of(object)"/> says, mostly without making a text.</summary>
    /// <exception cref="ArgumentException">A text with a lone surrogate.</exception>
    public static bool Is(ReadOnlySpan<byte> body, object fact)
    {
        if (body.Contains((byte)'\\'))
        {
            return body.SequenceEqual(Encoding.UTF8.GetBytes(CanonicalJson.Of(fact)));
        }

        var (bytes, json) = _again ??= Writer();
        bytes.ResetWrittenCount();
        json.Reset();
        _isDoubtful = false;
        JsonSerializer.Serialize(json, fact, fact.GetType(), InOrder);
        return (!_isDoubtful && body.SequenceEqual(bytes.WrittenSpan)) || body.SequenceEqual(Encoding.UTF8.GetBytes(CanonicalJson.Of(fact)));
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Writer()
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        return (bytes, new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = InOrder.Encoder, SkipValidation = true }));
    }

    private static void Order(JsonTypeInfo type)
    {
        foreach (var (at, member) in type.Properties.OrderBy(member => member.Name, StringComparer.Ordinal).Index())
        {
            member.Order = at;
        }

        if (type.Kind == JsonTypeInfoKind.Object && type.Properties.Any(member => IsDoubtful(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)))
        {
            type.OnSerializing = static _ => _isDoubtful = true;
        }
    }

    /// <summary>Texts, ids, days, words, whole numbers of 32 bits, and lists and records of those have one form.</summary>
    private static bool IsDoubtful(Type type) =>
        type == typeof(long) || type == typeof(double) || type == typeof(decimal) || type == typeof(object)
        || type.GetInterfaces().Append(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() is var made && (made == typeof(IReadOnlyDictionary<,>) || made == typeof(IDictionary<,>)));
}

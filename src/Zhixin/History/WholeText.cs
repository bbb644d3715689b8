using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhixin.History;

/// <summary>Texts of facts: the serializer would put U+FFFD for a lone surrogate, and so change what was said. Here it is refused.</summary>
internal sealed class WholeText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    /// <summary>Writes the text as it is.</summary>
    /// <exception cref="ArgumentException">A lone surrogate.</exception>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        for (ReadOnlySpan<char> rest = value; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var read) != OperationStatus.Done)
            {
                throw new ArgumentException("A lone surrogate has no canonical form.", nameof(value));
            }

            rest = rest[read..];
        }

        writer.WriteStringValue(value);
    }
}

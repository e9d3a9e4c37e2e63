using System.Buffers;
using System.Text;
using System.Text.Json;
using Splot.Kernel;

namespace Splot.Contracts.Projects;

/// <summary>Reads texts by language without the serializer: three such columns are read of each operation that is published.</summary>
internal static class TextsJsonReader
{
    /// <summary>An object of objects with the members text and origin, in any order; others are passed over.</summary>
    public static Dictionary<string, TextWithOrigin> Read(string json)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)));
            Expect(ref reader, JsonTokenType.StartObject);
            var texts = new Dictionary<string, TextWithOrigin>(StringComparer.Ordinal);
            while (Next(ref reader) == JsonTokenType.PropertyName)
            {
                texts[reader.GetString()!] = ReadText(ref reader);
            }

            return texts;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static TextWithOrigin ReadText(ref Utf8JsonReader reader)
    {
        string? text = null;
        var origin = TextOrigin.Original;
        Expect(ref reader, JsonTokenType.StartObject);
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("text"u8))
            {
                Next(ref reader);
                text = reader.GetString();
            }
            else if (reader.ValueTextEquals("origin"u8))
            {
                Next(ref reader);
                origin = reader.ValueTextEquals("original"u8) ? TextOrigin.Original
                    : reader.ValueTextEquals("human"u8) ? TextOrigin.Human
                    : reader.ValueTextEquals("machine"u8) ? TextOrigin.Machine
                    : throw new JsonException("A text's origin is original, human or machine.");
            }
            else
            {
                Next(ref reader);
                reader.Skip();
            }
        }

        return new TextWithOrigin(text ?? throw new JsonException("A text by language has the member text."), origin);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (Next(ref reader) != type)
        {
            throw new JsonException("Texts by language are an object of objects.");
        }
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader) => reader.Read() ? reader.TokenType : throw new JsonException("The JSON ends too soon.");
}

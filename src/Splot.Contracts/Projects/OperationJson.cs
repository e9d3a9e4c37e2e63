using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Splot.Contracts.Projects;

/// <summary>The one JSON form of <see cref="OperationDocument"/>: API, public store, export and presets write and read the same.</summary>
public static class OperationJson
{
    /// <summary>Options: camel case, nulls and empty collections left out, amounts as strings, enums in lower case, letters unescaped.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The document as JSON text.</summary>
    public static string Write(OperationDocument document) => Encoding.UTF8.GetString(WriteUtf8(document));

    /// <summary>The document as UTF-8 JSON.</summary>
    public static byte[] WriteUtf8(OperationDocument document) => OperationJsonWriter.Write(document);

    /// <summary>Texts by language as JSON, the form they have within a document.</summary>
    public static string Write(IReadOnlyDictionary<string, TextWithOrigin> texts) => OperationJsonWriter.Write(texts);

    /// <summary>Reads what <see cref="Write(IReadOnlyDictionary{string, TextWithOrigin})"/> wrote. Throws <see cref="JsonException"/> for anything else.</summary>
    public static Dictionary<string, TextWithOrigin> ReadTexts(string json) => TextsJsonReader.Read(json);

    /// <summary>Reads what <see cref="Write(OperationDocument)"/> wrote. Throws <see cref="JsonException"/> for anything else.</summary>
    public static OperationDocument Read(string json) =>
        JsonSerializer.Deserialize<OperationDocument>(json, Options) ?? throw new JsonException("An operation is a JSON object.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
        };
        options.Converters.Add(new AmountConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType))
            {
                property.ShouldSerialize = static (_, value) => value is System.Collections.IEnumerable items && items.GetEnumerator().MoveNext();
            }
        }
    }

    /// <summary>Decimals travel as strings with a decimal point, so that no reader turns money into binary fractions.</summary>
    private sealed class AmountConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number
                ? reader.GetDecimal()
                : decimal.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                    ? value
                    : throw new JsonException("An amount is a number with a decimal point.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Splot.Kernel;

/// <summary>Writes a currency as its code, a JSON string; reading anything else is a <see cref="JsonException"/>.</summary>
public sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    /// <inheritdoc/>
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Currency.TryParse(reader.GetString(), out var currency)
            ? currency
            : throw new JsonException("A currency is a JSON string of three letters.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

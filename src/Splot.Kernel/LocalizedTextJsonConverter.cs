using System.Text.Json;
using System.Text.Json.Serialization;

namespace Splot.Kernel;

/// <summary>
/// Writes a <see cref="LocalizedText"/> as an object by language, the original first:
/// <c>{"pl":{"text":"…","origin":"original"},"en":{"text":"…","origin":"machine"}}</c>. Reading anything else, two originals or none is a
/// <see cref="JsonException"/>.
/// </summary>
public sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    /// <inheritdoc/>
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A text is an object by language.");
        }

        var texts = json.RootElement.EnumerateObject().Select(ReadText).ToArray();
        try
        {
            var original = texts.Single(t => t.Origin == TextOrigin.Original);
            return texts.Where(t => t != original)
                .Aggregate(LocalizedText.Of(original.Language, original.Text), (whole, t) => whole.With(t.Language, t.Text, t.Origin));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new JsonException("A text has one original, known language tags and no blanks.", e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var text in value.All)
        {
            writer.WriteStartObject(text.Language);
            writer.WriteString("text", text.Text);
            writer.WriteString("origin", text.Origin switch { TextOrigin.Original => "original", TextOrigin.Human => "human", _ => "machine" });
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static LanguageText ReadText(JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Object
            || !property.Value.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String
            || !property.Value.TryGetProperty("origin", out var origin) || origin.ValueKind != JsonValueKind.String)
        {
            throw new JsonException("A text in a language is an object with text and origin.");
        }

        return new LanguageText(property.Name, text.GetString()!, origin.GetString() switch
        {
            "original" => TextOrigin.Original,
            "human" => TextOrigin.Human,
            "machine" => TextOrigin.Machine,
            _ => throw new JsonException("An origin is original, human or machine."),
        });
    }
}

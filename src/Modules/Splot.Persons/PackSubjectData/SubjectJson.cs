using System.Text.Encodings.Web;
using System.Text.Json;
using Splot.Contracts.Persons;

namespace Splot.Persons.PackSubjectData;

/// <summary>The answer for machines: sections, entries and values under their stable codes.</summary>
internal static class SubjectJson
{
    // A file, not part of a page: letters of all alphabets stay readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IReadOnlyList<SubjectSection> sections, PersonId person, DateTimeOffset now)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            json.WriteString("person", person.Value);
            json.WriteString("madeAt", now.UtcDateTime);
            json.WriteStartArray("sections");
            foreach (var section in sections)
            {
                Write(json, section);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return file.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SubjectSection section)
    {
        json.WriteStartObject();
        json.WriteString("section", section.Code);
        json.WriteStartArray("entries");
        foreach (var entry in section.Entries)
        {
            json.WriteStartObject();
            foreach (var field in entry)
            {
                json.WriteString(field.Code, field.Plain ?? field.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

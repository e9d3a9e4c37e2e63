using System.Text.Json;
using Splot.Data.Terminal;

namespace Splot.Data;

/// <summary>The options in <c>appsettings.json</c>.</summary>
internal static class SettingsFile
{
    public const string Name = "appsettings.json";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Values by option. Names that are no options are the framework's at the top of the file, and wrong under <c>Splot</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read(string path, IReadOnlyList<VerbOption> options)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return values;
        }

        try
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            if (file.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new UsageException($"{Name} must hold one object: {{ \"Splot\": {{ \"data\": \"…\" }} }}.");
            }

            Take(file.RootElement, options, values, strict: false);
            foreach (var section in file.RootElement.EnumerateObject().Where(p => Is(p.Name, "splot") && p.Value.ValueKind == JsonValueKind.Object))
            {
                Take(section.Value, options, values, strict: true);
            }

            return values;
        }
        catch (JsonException broken)
        {
            throw new UsageException($"{Name} cannot be read: line {broken.LineNumber + 1} is no JSON.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Name} cannot be read: {failure.Message}");
        }
    }

    private static void Take(JsonElement section, IReadOnlyList<VerbOption> options, Dictionary<string, string> values, bool strict)
    {
        foreach (var setting in section.EnumerateObject())
        {
            if (options.FirstOrDefault(o => o.Name != "--help" && Is(setting.Name, o.Name)) is { } option)
            {
                values[option.Name] = Text(setting);
            }
            else if (strict)
            {
                throw new UsageException($"{Name} sets {setting.Name}, which is no option of Splot.");
            }
        }
    }

    private static string Text(JsonProperty setting) => setting.Value.ValueKind switch
    {
        JsonValueKind.String => setting.Value.GetString()!,
        JsonValueKind.Number => setting.Value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => string.Empty,
        JsonValueKind.Array when setting.Value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => string.Join(';', setting.Value.EnumerateArray().Select(v => v.GetString())),
        _ => throw new UsageException($"{Name} must give {setting.Name} as text."),
    };

    /// <summary><c>public-url</c>, <c>PublicUrl</c> and <c>public_url</c> are one name.</summary>
    private static bool Is(string name, string option) => string.Equals(Plain(name), Plain(option), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Replace("-", string.Empty, StringComparison.Ordinal).Replace("_", string.Empty, StringComparison.Ordinal);
}

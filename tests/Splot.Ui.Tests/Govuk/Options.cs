using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Splot.Ui.Tests.Govuk;

/// <summary>The options of an example. Remembers what was asked for, so that an option nobody maps is noticed.</summary>
internal sealed class Options(JsonElement json, string path, HashSet<string> asked)
{
    /// <summary>The paths of all options with a value, items of lists under one path: <c>items[].hint.text</c>.</summary>
    public static IEnumerable<string> Paths(JsonElement json, string path = "") => json.ValueKind switch
    {
        JsonValueKind.Object when path.EndsWith("ttributes", StringComparison.Ordinal) => [path],
        JsonValueKind.Object when json.EnumerateObject().Any() => json.EnumerateObject().SelectMany(p => Paths(p.Value, path.Length == 0 ? p.Name : path + "." + p.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(i => IsNothing(i) ? [path + "[nothing]"] : Paths(i, path + "[]")),
        JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [path],
    };

    /// <summary>The option as written, an empty text too; null where it is absent.</summary>
    public string? Raw(string name) => Value(name) is not { } value || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    public string? Text(string name) => Value(name) is { } value && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array)
        ? value.ToString() is { Length: > 0 } text ? text : null
        : null;

    public bool? Flag(string name) => Value(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public bool On(string name) => Flag(name) == true;

    public int? Whole(string name) => int.TryParse(Text(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public Options Child(string name) =>
        new(json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var child) ? child : default, Path(name), asked);

    public IReadOnlyList<Options> Children(string name) => Value(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(i => i.ValueKind is JsonValueKind.Object or JsonValueKind.Array).Select(i => new Options(i, Path(name) + "[]", asked))]
        : [];

    /// <summary>For a list of lists.</summary>
    public IReadOnlyList<Options> Items() => json.ValueKind == JsonValueKind.Array
        ? [.. json.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => new Options(i, path + "[]", asked))]
        : [];

    public IReadOnlyList<string>? Texts(string name)
    {
        asked.Add(Path(name) + "[]");
        return Value(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(i => i.ToString())] : null;
    }

    public IReadOnlyDictionary<string, object>? Attributes(string name) => Value(name) is { ValueKind: JsonValueKind.Object } attributes
        ? attributes.EnumerateObject().Where(a => a.Value.ValueKind != JsonValueKind.Object).ToDictionary(a => a.Name, a => (object)a.Value.ToString(), StringComparer.Ordinal)
        : null;

    /// <summary>The content under <c>html</c>, else that under <c>text</c>.</summary>
    public RenderFragment? Content(string html = "html", string text = "text")
    {
        var words = Text(text);
        return Text(html) is { } markup ? Rendering.Markup(markup.Trim()) : words is null ? null : Rendering.Text(words);
    }

    // Upstream's lists skip what is nothing; typed lists cannot hold it.
    private static bool IsNothing(JsonElement item) => item.ValueKind is JsonValueKind.Null or JsonValueKind.False || (item.ValueKind == JsonValueKind.String && item.GetString()!.Length == 0);

    private JsonElement? Value(string name)
    {
        asked.Add(Path(name));
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
    }

    private string Path(string name) => path.Length == 0 ? name : path + "." + name;
}

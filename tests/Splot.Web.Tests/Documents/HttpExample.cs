using System.Text.Json;

namespace Splot.Web.Tests.Documents;

/// <summary>A request in a document with the answer that it promises.</summary>
/// <param name="Method">GET …</param>
/// <param name="Address">Path and query.</param>
/// <param name="Status">Status code.</param>
/// <param name="Headers">Headers that must be so.</param>
/// <param name="Body">JSON of which the answer's must hold every member, or lines of text; … stands for anything.</param>
internal sealed record HttpExample(string Method, string Address, int Status, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    private const string Anything = "…";

    /// <summary>The examples of a document: blocks marked http.</summary>
    public static IReadOnlyList<HttpExample> In(string markdown)
    {
        var found = new List<HttpExample>();
        foreach (var part in markdown.ReplaceLineEndings("\n").Split("```http\n").Skip(1))
        {
            var blocks = part.Split("\n```", 2)[0].Split("\n\n", 3);
            var request = blocks[0].Split(' ');
            var answer = blocks[1].Split('\n');
            found.Add(new HttpExample(
                request[0],
                request[1],
                int.Parse(answer[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
                [.. answer.Skip(1).Select(h => (h.Split(": ")[0], h.Split(": ", 2)[1]))],
                blocks.Length > 2 ? blocks[2] : ""));
        }

        return found;
    }

    /// <summary>What is otherwise in the real answer; null when nothing is.</summary>
    public async Task<string?> DifferenceAsync(HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode != Status)
        {
            return $"status {(int)answer.StatusCode}";
        }

        foreach (var (name, value) in Headers)
        {
            var real = (answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)) ? string.Join(", ", values) : null;
            if (real is null || !Fits(value, real))
            {
                return $"{name}: {real ?? "absent"}";
            }
        }

        var body = await answer.Content.ReadAsStringAsync();
        return Body.StartsWith('{') ? Difference(JsonDocument.Parse(Body).RootElement, JsonDocument.Parse(body).RootElement, "$") : TextDifference(body);
    }

    private static bool Fits(string expected, string real) => expected.Contains(Anything, StringComparison.Ordinal)
        ? real.StartsWith(expected.Split(Anything)[0], StringComparison.Ordinal) && real.EndsWith(expected.Split(Anything)[^1], StringComparison.Ordinal)
        : expected == real;

    private string? TextDifference(string body)
    {
        var lines = body.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var expected = Body.Split('\n');
        var wrong = Enumerable.Range(0, Body.Length == 0 ? 0 : expected.Length).Where(i => i >= lines.Length || !Fits(expected[i], lines[i])).ToList();
        return wrong.Count == 0 ? null : $"line {wrong[0] + 1}: {(wrong[0] < lines.Length ? lines[wrong[0]] : "absent")}";
    }

    private static string? Difference(JsonElement expected, JsonElement real, string place)
    {
        if (expected.ValueKind == JsonValueKind.String && expected.GetString() == Anything)
        {
            return null;
        }

        if (expected.ValueKind != real.ValueKind)
        {
            return $"{place} is {real.ValueKind}";
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                return expected.EnumerateObject()
                    .Select(m => real.TryGetProperty(m.Name, out var value) ? Difference(m.Value, value, place + "." + m.Name) : $"{place}.{m.Name} is absent")
                    .FirstOrDefault(d => d is not null);
            case JsonValueKind.Array:
                return expected.GetArrayLength() > real.GetArrayLength()
                    ? $"{place} has {real.GetArrayLength()} items"
                    : expected.EnumerateArray().Select((item, i) => Difference(item, real[i], $"{place}[{i}]")).FirstOrDefault(d => d is not null);
            default:
                return expected.GetRawText() == real.GetRawText() || (expected.ValueKind == JsonValueKind.String && expected.GetString() == real.GetString()) ? null : $"{place} is {real.GetRawText()}";
        }
    }
}

using System.Globalization;

namespace Splot.Projects.ImportOperations;

/// <summary>Main language and legal tender of a country, from the data file beside this class.</summary>
internal static class CountryHabits
{
    private static readonly Lazy<Dictionary<string, (string? Language, List<(DateOnly From, string Currency)> Tender)>> Loaded = new(Load);

    /// <summary>Two-letter code of the main official language; null where the country has several or is not known.</summary>
    public static string? Language(string? country) => country is not null && Loaded.Value.TryGetValue(country, out var habits) ? habits.Language : null;

    /// <summary>The legal tender on a day; null where the country is not known.</summary>
    public static string? Currency(string? country, DateOnly day) =>
        country is not null && Loaded.Value.TryGetValue(country, out var habits) ? habits.Tender.Last(t => t.From <= day).Currency : null;

    private static Dictionary<string, (string?, List<(DateOnly, string)>)> Load()
    {
        using var stream = typeof(CountryHabits).Assembly.GetManifestResourceStream("Splot.Projects.ImportOperations.Countries.txt")!;
        using var reader = new StreamReader(stream);
        var found = new Dictionary<string, (string?, List<(DateOnly, string)>)>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split('\t');
                found[parts[0]] = (parts[1].Length == 0 ? null : parts[1], [.. parts[2].Split(' ').Select(Tender)]);
            }
        }

        return found;
    }

    private static (DateOnly From, string Currency) Tender(string text) =>
        text.Contains(':', StringComparison.Ordinal)
            ? (DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), text[11..])
            : (DateOnly.MinValue, text);
}

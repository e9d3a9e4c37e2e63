namespace Splot.Projects.ImportOperations;

/// <summary>The known headers of each field, from the data file beside this class.</summary>
internal static class FieldSynonyms
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> Loaded = new(Load);

    /// <summary>Headers by field.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All => Loaded.Value;

    private static Dictionary<string, IReadOnlyList<string>> Load()
    {
        using var stream = typeof(FieldSynonyms).Assembly.GetManifestResourceStream("Splot.Projects.ImportOperations.Synonyms.txt")!;
        using var reader = new StreamReader(stream);
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var parts = line.Split('\t');
            if (!found.TryGetValue(parts[0], out var headers))
            {
                found.Add(parts[0], headers = []);
            }

            // The first line that claims a header wins; a test tells where two fields claim one.
            headers.AddRange(parts[2].Split('|').Where(h => taken.Add(Tables.HeaderText.Normalise(h))));
        }

        return found.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)f.Value, StringComparer.Ordinal);
    }
}

using Splot.Access.Model;
using Splot.Kernel;
using Splot.Tables;

namespace Splot.Access.ImportOrganisations;

/// <summary>The words of lists of organisations, from the data files beside this class.</summary>
internal static class Words
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> Headers = new(LoadHeaders);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Kinds = new(LoadKinds);

    /// <summary>Known headers by field.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> HeadersOfFields => Headers.Value;

    /// <summary>The code of a kind as a list writes it; null where the word is not known.</summary>
    public static string? KindOf(string text) => Kinds.Value.GetValueOrDefault(TextFold.Fold(text));

    private static Dictionary<string, IReadOnlyList<string>> LoadHeaders() =>
        Lines("Synonyms.txt").ToDictionary(l => l[0], l => (IReadOnlyList<string>)l[1].Split('|').DistinctBy(h => HeaderText.Normalise(h)).ToList(), StringComparer.Ordinal);

    private static Dictionary<string, string> LoadKinds()
    {
        var found = OrganisationKind.All.ToDictionary(k => k, k => k, StringComparer.Ordinal);
        foreach (var line in Lines("Kinds.txt"))
        {
            foreach (var word in line[1].Split('|'))
            {
                found.TryAdd(TextFold.Fold(word), line[0]);
            }
        }

        return found;
    }

    private static IEnumerable<string[]> Lines(string file)
    {
        using var reader = new StreamReader(typeof(Words).Assembly.GetManifestResourceStream(typeof(Words).Namespace + "." + file)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}

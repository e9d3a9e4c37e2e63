using System.Collections.Frozen;
using Splot.Kernel;

namespace Splot.Persons.Matching;

/// <summary>
/// Forms of given names and the commonest surnames, from two small files written from general knowledge for this product. They say which
/// words are forms of one name (Kasia, Katarzyna) and which are names of their own (Maria, Marta), so that the second is not taken for a slip.
/// </summary>
internal static class GivenNames
{
    private static readonly List<string> NameLines = Lines("given-names.tsv");
    private static readonly FrozenDictionary<string, int[]> Groups = ReadNames();
    private static readonly FrozenSet<string> CommonSurnames = ReadSurnames();

    /// <summary>For each name, by its number, a key of the full form, the sex in front: sought under it, all forms meet.</summary>
    public static IReadOnlyList<string> FullNames { get; } = [.. NameLines.Select(l => l.Split('\t')).Select(f => f[0] + ":" + Spelling.Rough(Spelling.Latin(TextFold.Fold(f[1].Split(' ')[0]))))];

    /// <summary>The full form of every name, with the sex of who bears it (f, m).</summary>
    public static IReadOnlyList<(char Sex, string Name)> All { get; } = [.. NameLines.Select(l => (l[0], l[2..].Split(' ')[0]))];

    /// <summary>The frequent surnames, as men bear them.</summary>
    public static IReadOnlyList<string> FrequentSurnames { get; } = [.. Lines("surnames.tsv").SelectMany(l => l.Split(' '))];

    /// <summary>The names, as numbers of their lines, that a word with these keys is a form of.</summary>
    public static int[] GroupsOf(string[] keys) => [.. keys.SelectMany(k => Groups.GetValueOrDefault(k, [])).Distinct().Order()];

    /// <summary>Whether a surname with these stems is a common one.</summary>
    public static bool IsCommonSurname(string[] stems) => stems.Any(CommonSurnames.Contains);

    private static FrozenDictionary<string, int[]> ReadNames()
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var line = 0; line < NameLines.Count; line++)
        {
            foreach (var key in NameLines[line].Split('\t')[1].Split(' ').SelectMany(n => Spelling.Keys(TextFold.Fold(n))).Distinct(StringComparer.Ordinal))
            {
                (groups.TryGetValue(key, out var known) ? known : groups[key] = []).Add(line);
            }
        }

        return groups.ToFrozenDictionary(g => g.Key, g => g.Value.ToArray(), StringComparer.Ordinal);
    }

    private static FrozenSet<string> ReadSurnames() =>
        Lines("surnames.tsv").SelectMany(l => l.Split(' ')).SelectMany(n => Spelling.Keys(TextFold.Fold(n))).Select(GenderEndings.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static List<string> Lines(string file)
    {
        var assembly = typeof(GivenNames).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith("." + file, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 0 && l[0] != '#')];
    }
}

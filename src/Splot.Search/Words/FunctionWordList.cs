using System.Collections.Frozen;
using System.Reflection;
using Splot.Search.Text;

namespace Splot.Search.Words;

/// <summary>Words in English, Polish and Bulgarian that somebody who writes several words does not insist on, as data.</summary>
internal static class FunctionWordList
{
    private static readonly FrozenSet<string> Function = Read("function-words.txt");
    private static readonly FrozenSet<string> Collection = Read("collection-words.txt");

    /// <summary>Whether the folded word is one without a subject of its own (the, dla, за …): function-words.txt.</summary>
    public static bool Contains(string surface) => Function.Contains(surface);

    /// <summary>
    /// Whether the folded word says what every document is (project) or what is wanted (find): collection-words.txt. Other than function
    /// words they have forms that find each other.
    /// </summary>
    public static bool IsOfTheCollection(string surface) => Collection.Contains(surface);

    private static FrozenSet<string> Read(string name)
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        var lines = file.ReadToEnd().Split('\n').Where(l => !l.StartsWith('#'));
        return lines.SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(w => Folding.Surface(w)).ToFrozenSet(StringComparer.Ordinal);
    }
}

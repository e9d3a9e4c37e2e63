using System.Collections.Frozen;
using System.Reflection;
using Splot.Search.Text;

namespace Splot.Search.Words;

/// <summary>Words without a subject of their own (the, dla, за …) in English, Polish and Bulgarian, as data: function-words.txt.</summary>
internal static class FunctionWordList
{
    private static readonly FrozenSet<string> Surfaces = Read();

    /// <summary>Whether the folded word is one, in any of the languages.</summary>
    public static bool Contains(string surface) => Surfaces.Contains(surface);

    private static FrozenSet<string> Read()
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("function-words.txt")!);
        var lines = file.ReadToEnd().Split('\n').Where(l => !l.StartsWith('#'));
        return lines.SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(w => Folding.Surface(w)).ToFrozenSet(StringComparer.Ordinal);
    }
}

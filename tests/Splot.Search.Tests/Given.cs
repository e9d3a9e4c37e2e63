using System.Reflection;
using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Search.Tests;

/// <summary>Lexicons and analyzers are dear to make and never change: all tests share them.</summary>
internal static class Given
{
    private static readonly Lazy<Analyzer> Loaded = new(() => new Analyzer(Lexicon.Load()));

    private static readonly Lazy<Analyzer> Ruled = new(() => new Analyzer(Lexicon.WithoutDictionaries()));

    public static Analyzer Analyzer => Loaded.Value;

    public static Analyzer AnalyzerWithoutDictionaries => Ruled.Value;

    /// <summary>The lines of an embedded list, each cut at blanks; remarks left out.</summary>
    public static IEnumerable<string[]> Lines(string list)
    {
        using var file = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(list)!);
        while (file.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Length > 0)
            {
                yield return line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
        }
    }

    public static List<AnalysedWord> Words(this Analyzer analyzer, string text, TextLanguage language = TextLanguage.None)
    {
        var words = new List<AnalysedWord>();
        analyzer.Analyze(text, language, words);
        return words;
    }

    /// <summary>The terms of the only word of a text.</summary>
    public static string[] Terms(this Analyzer analyzer, string word, TextLanguage language) => analyzer.Words(word, language)[0].Terms;

    /// <summary>Whether a query for the word finds a text with the other.</summary>
    public static bool Finds(this Analyzer analyzer, string query, string text, TextLanguage language) =>
        analyzer.QueryTerms(query).Intersect(analyzer.Terms(text, language), StringComparer.Ordinal).Any();
}

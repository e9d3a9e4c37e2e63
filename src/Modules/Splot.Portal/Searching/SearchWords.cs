using System.Text;
using Splot.Kernel;
using Splot.Portal.Model;

namespace Splot.Portal.Searching;

/// <summary>The words of a question, folded as the stored texts are. Every one of them must occur.</summary>
public sealed record SearchWords
{
    public const int MostLetters = 500;
    public const int MostWords = 20;

    private SearchWords(string typed, string whole, IReadOnlyList<SearchWord> words) => (Typed, Whole, Words) = (typed, whole, words);

    /// <summary>As typed.</summary>
    public string Typed { get; }

    /// <summary>The whole question folded, without quotation marks around it: what an exact title equals.</summary>
    public string Whole { get; }

    public IReadOnlyList<SearchWord> Words { get; }

    /// <summary>The words of <paramref name="typed"/>; null where it holds none (only marks or blanks).</summary>
    public static SearchWords? Of(string typed)
    {
        var folded = TextFold.Fold(typed).Replace(Codes.Bar, '/');
        var words = Split(folded).Where(w => w.Any(char.IsLetterOrDigit)).Distinct(StringComparer.Ordinal).Take(MostWords).Select(w => new SearchWord(w)).ToList();
        return words.Count == 0 ? null : new SearchWords(typed.Trim(), SearchText.TitleForm(folded.TrimEnd('*')), words);
    }

    // "two words" stay together; a star at the end of a word is what a part of a word means anyway.
    private static IEnumerable<string> Split(string folded)
    {
        var word = new StringBuilder();
        var quoted = false;
        foreach (var letter in folded)
        {
            if (letter == '"' || (letter == ' ' && !quoted))
            {
                quoted = letter == '"' ? !quoted : quoted;
                yield return Bare(word);
                word.Clear();
            }
            else
            {
                word.Append(letter);
            }
        }

        yield return Bare(word);
    }

    private static string Bare(StringBuilder word) => word.ToString().Trim('*', ' ', ',', ';', '(', ')');
}

/// <summary>One word or quoted phrase.</summary>
/// <param name="Folded">As it stands in folded text.</param>
public sealed record SearchWord(string Folded)
{
    /// <summary>The word as a number in comparing form, where that is another text: a Cyrillic С in a contract number finds its Latin twin.</summary>
    public string? Code { get; } = Other(Folded);

    private static string? Other(string folded) => folded.Any(char.IsAsciiDigit) && SearchText.CodeForm(folded) is var code && code != folded ? code : null;
}

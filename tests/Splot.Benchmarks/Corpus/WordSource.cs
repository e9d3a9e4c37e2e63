using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Benchmarks.Corpus;

/// <summary>
/// Words of a language in a fixed random order, the first ones the most frequent. They come from the installed dictionaries, so that analysis has its usual work;
/// rank r occurs with a frequency of about 1 / (r + 1).
/// </summary>
internal sealed class WordSource
{
    private static readonly (TextLanguage Language, string File)[] Files = [(TextLanguage.Polish, "pl.dic"), (TextLanguage.English, "en.dic"), (TextLanguage.Bulgarian, "bg.dic")];

    private readonly string[] words;

    private WordSource(TextLanguage language, string[] words)
    {
        (Language, this.words) = (language, words);
    }

    public TextLanguage Language { get; }

    public int Count => words.Length;

    public string this[int rank] => words[rank];

    /// <summary>Polish, English and Bulgarian.</summary>
    public static IReadOnlyList<WordSource> Load() => [.. Files.Select(f => Load(f.Language, Path.Combine(Lexicon.DefaultFolder, f.File)))];

    private static WordSource Load(TextLanguage language, string path)
    {
        var all = File.ReadLines(path).Skip(1)
            .Select(l => l.Split('/')[0].ToLowerInvariant())
            .Where(w => w.Length > 2 && w.All(char.IsLetter))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var dice = new Dice((ulong)language);
        for (var i = all.Length - 1; i > 0; i--)
        {
            var other = dice.Below(i + 1);
            (all[i], all[other]) = (all[other], all[i]);
        }

        return new WordSource(language, all);
    }
}

using Splot.Search.Text;
using Splot.Search.Words;

namespace Splot.Benchmarks.Corpus;

/// <summary>
/// Words of a language in a fixed random order, the first ones the most frequent. They come from the installed dictionaries, so that analysis has its usual work;
/// rank r occurs with a frequency of about 1 / (r + 1).
/// </summary>
internal sealed class WordSource
{
    /// <summary>Words of the field that a language uses: with their endings some 300 000 forms.</summary>
    private const int Most = 50_000;

    private static readonly (TextLanguage Language, string File)[] Files = [(TextLanguage.Polish, "pl.dic"), (TextLanguage.English, "en.dic"), (TextLanguage.Bulgarian, "bg.dic")];

    private static readonly char[] Vowels = [.. "aeioyąęуаеиоя"];

    private readonly string[] words;
    private readonly string[] endings;

    private WordSource(TextLanguage language, string[] words)
    {
        (Language, this.words) = (language, words);
        endings = language switch
        {
            TextLanguage.Polish => ["y", "ów", "ami", "ach", "om", "ą", "ego", "ych"],
            TextLanguage.Bulgarian => ["и", "а", "та", "ите", "ът", "ни"],
            _ => ["s", "ed", "ing", "er"],
        };
    }

    public TextLanguage Language { get; }

    public int Count => words.Length;

    public string this[int rank] => words[rank];

    /// <summary>A word as it stands in a text: four in ten have an ending.</summary>
    public string Form(int rank, ref Dice dice)
    {
        var word = words[rank];
        return dice.Below(10) >= 4 ? word : word.TrimEnd(Vowels) + endings[dice.Below(endings.Length)];
    }

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

        return new WordSource(language, [.. all.Take(Most)]);
    }
}

using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Splot.Search.Text;

namespace Splot.Search.Words;

/// <summary>
/// The words of the three languages: dictionaries in the hunspell format where there are any, lists of irregular forms and rules of stemming always.
/// Immutable. Loading the three dictionaries takes a fraction of a second and some 20 MiB.
/// </summary>
public sealed class Lexicon
{
    // Raised when rules, lists or the form of terms change, so that indexes made before are made anew.
    private const string Edition = "1";

    private static readonly (TextLanguage Language, string Code)[] Languages =
        [(TextLanguage.English, "en"), (TextLanguage.Polish, "pl"), (TextLanguage.Bulgarian, "bg")];

    private readonly FrozenDictionary<TextLanguage, WordBook> books;

    private Lexicon(IReadOnlyList<LanguageWords> languages)
    {
        books = languages.ToFrozenDictionary(l => l.Language, l => l.Book);
        States = [.. languages.Select(l => l.State)];
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(Edition + string.Concat(languages.Select(l => "|" + l.Digest))));
        Fingerprint = Convert.ToHexStringLower(digest.AsSpan(0, 8));
    }

    /// <summary>Where the build puts the dictionaries: the folder <c>dictionaries</c> beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "dictionaries");

    /// <summary>What became of each language's dictionary, in the order English, Polish, Bulgarian.</summary>
    public IReadOnlyList<DictionaryState> States { get; }

    /// <summary>Whether every dictionary is there; without one, its language is served by rules alone and finds fewer forms.</summary>
    public bool IsComplete => States.All(s => s.Words > 0);

    /// <summary>
    /// Sixteen hexadecimal digits that change with the dictionaries and the rules. An index keeps them: terms of another lexicon do not fit its own.
    /// </summary>
    public string Fingerprint { get; }

    /// <summary>
    /// Loads <c>en.aff</c>, <c>en.dic</c> and so on from <paramref name="folder"/>, by default <see cref="DefaultFolder"/>. A dictionary that is missing or cannot
    /// be read is told in <see cref="States"/>; its language falls back to rules.
    /// </summary>
    public static Lexicon Load(string? folder = null) => new([.. Languages.AsParallel().AsOrdered().Select(l => Load(folder ?? DefaultFolder, l.Language, l.Code))]);

    /// <summary>A lexicon of rules alone.</summary>
    public static Lexicon WithoutDictionaries() => new([.. Languages.Select(l => Made(l.Language, l.Code, null, "not asked for", ""))]);

    internal WordBook BookOf(TextLanguage language) => books[language];

    private static LanguageWords Load(string folder, TextLanguage language, string code)
    {
        var rules = Path.Combine(folder, code + ".aff");
        var words = Path.Combine(folder, code + ".dic");
        if (!File.Exists(rules) || !File.Exists(words))
        {
            return Made(language, code, null, "not found", "");
        }

        try
        {
            using var rulesFile = new StreamReader(rules, Encoding.UTF8);
            using var wordsFile = new StreamReader(words, Encoding.UTF8);
            var derivation = language == TextLanguage.English ? Derivation.English : null;
            var dictionary = new LemmaDictionary(AffixRules.Read(rulesFile), WordList.Read(wordsFile), derivation);
            return Made(language, code, dictionary, null, Digest(rules) + Digest(words));
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException or OverflowException)
        {
            return Made(language, code, null, problem.Message, "");
        }
    }

    private static string Digest(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static LanguageWords Made(TextLanguage language, string code, LemmaDictionary? dictionary, string? problem, string digest)
    {
        var stemmer = language switch
        {
            TextLanguage.Polish => Stemmer.Polish,
            TextLanguage.Bulgarian => Stemmer.Bulgarian,
            _ => Stemmer.English,
        };
        var book = new WordBook(IrregularForms.Of(code), dictionary, stemmer, language == TextLanguage.English ? BritishSpelling.American : null);
        return new LanguageWords(language, book, new DictionaryState(language, dictionary?.Count ?? 0, problem), digest);
    }

    private sealed record LanguageWords(TextLanguage Language, WordBook Book, DictionaryState State, string Digest);
}

/// <summary>What became of a language's dictionary.</summary>
/// <param name="Language">The language.</param>
/// <param name="Words">How many words were loaded; 0 where there is no dictionary.</param>
/// <param name="Problem">Why there is none, or null.</param>
public sealed record DictionaryState(TextLanguage Language, int Words, string? Problem);

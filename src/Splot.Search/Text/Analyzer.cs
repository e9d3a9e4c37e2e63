using System.Text;
using Splot.Search.Words;

namespace Splot.Search.Text;

/// <summary>
/// Turns texts into the words and terms that an index keeps, and the words of a query into the terms to look for.
/// <para>
/// A word is a run of letters and digits; case, diacritics and alphabet do not matter (Łódź = lodz, услуги = uslugi). Its terms are its lemmas, so
/// that every form finds every other. A code, a hyphenated word, a number or an abbreviation gives its whole, without its joints, and its parts, each at
/// its own position. Latin letters typed among Cyrillic ones by mistake, and the other way round, are set right.
/// </para>
/// Immutable and safe for many threads; remembers words it has met, up to a bound. The same lexicon gives the same terms, in any order of use.
/// </summary>
public sealed class Analyzer
{
    /// <summary>How many lemmas a word of a text keeps at most. A word of a query keeps all.</summary>
    public const int MostTerms = 3;

    // A stem has at least three letters, so a word of three has no other than itself.
    private const int ShortestWithStem = 3;

    private const int MostRemembered = 200_000;

    private readonly WordMemory[] memories;
    private int numbered;
    private readonly Func<string, TermPool, KnownChunk>[] make;

    /// <param name="lexicon">The words to know.</param>
    /// <param name="remembered">How many words of each language are remembered at least and, twofold, at most; about 200 bytes each.</param>
    public Analyzer(Lexicon lexicon, int remembered = MostRemembered)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(remembered);
        Lexicon = lexicon;
        var languages = Enum.GetValues<TextLanguage>();
        memories = [.. languages.Select(_ => new WordMemory(remembered))];
        make = [.. languages.Select<TextLanguage, Func<string, TermPool, KnownChunk>>(l => (written, pool) => Make(written, l, pool))];
    }

    /// <summary>The words it knows; an index notes its <see cref="Lexicon.Fingerprint"/>.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>
    /// Adds the words of <paramref name="text"/> in reading order to <paramref name="into"/>, which is not cleared. Positions count from 0 in each call; a whole comes
    /// before its parts, at the position of the first. A word is remembered, so a known one costs no allocation.
    /// </summary>
    public void Analyze(ReadOnlySpan<char> text, TextLanguage language, List<AnalysedWord> into)
    {
        var memory = memories[(int)language];
        var classes = Letters.ClassTable;
        var position = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (classes[text[at]] != Letters.Inside)
            {
                at++;
                continue;
            }

            var end = Chunk.End(text, at);
            var written = text[at..end];
            var known = memory.Find(written) ?? memory.Remember(written, make[(int)language]);
            foreach (var word in known.Words)
            {
                into.Add(word with { Position = position + word.Position });
            }

            position += known.Length;
            at = end;
        }
    }

    /// <summary>
    /// The terms that answer a word of a query in any language: the word as folded, the lemmas it may have in the languages it may be of, Latin spelling
    /// of Bulgarian included, and stems where no language knows it. Diacritics count if any were typed. A code or a hyphenated word gives the terms of its
    /// whole (a phrase of its parts is the other way to find it); a text without letters and digits gives none.
    /// </summary>
    public IReadOnlyList<string> QueryTerms(string word)
    {
        var chunk = Chunk.All(word).FirstOrDefault();
        if (chunk is null)
        {
            return [];
        }

        return chunk.Kind switch
        {
            ChunkKind.Word => QueryTermsOf(chunk.Parts[0], chunk.Surfaces[0]),
            ChunkKind.Hyphenated => [.. WholeTerms(chunk, QueryTermsOf(chunk.Parts[^1], chunk.Surfaces[^1])).Prepend(chunk.Whole()).Distinct(StringComparer.Ordinal)],
            _ => [chunk.Whole()],
        };
    }

    /// <summary>What the terms and surfaces begin with that <c>start*</c> asks for; empty where it has no letters or digits.</summary>
    public string PrefixTerm(string start) => Chunk.All(start).FirstOrDefault()?.Whole() ?? "";

    /// <summary>
    /// The comparable form of any text: compatibility forms, case and diacritics as <see cref="Kernel.TextFold"/>, Cyrillic in Latin by the official
    /// transliteration. Punctuation stays.
    /// </summary>
    public string Fold(ReadOnlySpan<char> text) => Folding.Fold(text);

    private KnownChunk Make(string written, TextLanguage language, TermPool pool)
    {
        if (Chunk.Of(written) is not { } chunk)
        {
            return new KnownChunk(written, [], 0);
        }

        var words = new List<AnalysedWord>(chunk.Parts.Count + 1);
        for (var i = 0; i < chunk.Parts.Count; i++)
        {
            words.Add(Word(i, chunk.Surfaces[i], [.. TermsOf(chunk.Parts[i], chunk.Surfaces[i], language).Take(MostTerms)], written, pool));
        }

        if (chunk.HasWhole)
        {
            var whole = chunk.Whole();
            var terms = chunk.Kind == ChunkKind.Hyphenated ? WholeTerms(chunk, words[^1].Terms).Distinct(StringComparer.Ordinal).ToList() : [whole];
            words.Insert(0, Word(0, whole, terms, written, pool));
        }

        return new KnownChunk(written, [.. words], chunk.Parts.Count);
    }

    // Most surfaces equal what was written or their term: one string serves for all.
    private AnalysedWord Word(int position, string surface, List<string> terms, string written, TermPool pool)
    {
        var pooled = pool.Intern(terms);
        var shared = surface == written ? written : pooled.FirstOrDefault(t => t == surface) ?? surface;
        return new AnalysedWord(position, shared, pooled) { Number = Interlocked.Increment(ref numbered) };
    }

    // społeczno-gospodarczej: spolecznogospodarczy
    private static IEnumerable<string> WholeTerms(Chunk chunk, IEnumerable<string> lastTerms)
    {
        var start = string.Concat(chunk.Surfaces.SkipLast(1));
        return lastTerms.Select(t => start + t).Select(t => t.Length <= Folding.LongestTerm ? t : t[..Folding.LongestTerm]);
    }

    private List<string> TermsOf(string part, string surface, TextLanguage language)
    {
        if (language == TextLanguage.None || IsPlain(part) || FunctionWordList.Contains(surface))
        {
            return [surface];
        }

        var form = new WrittenForm(Lower(part), surface);
        var home = form.IsCyrillic ? TextLanguage.Bulgarian : form.IsPolish ? TextLanguage.Polish : language;
        var isForeign = home == TextLanguage.Bulgarian && !form.IsCyrillic;
        var lemmas = Lemmas(form, home, anyDiacritics: false, anyCase: part != form.Written);
        if (lemmas.Count > 0)
        {
            return isForeign ? [surface, .. lemmas.Where(t => t != surface)] : lemmas;
        }

        return isForeign || surface.Length <= ShortestWithStem ? [surface] : [surface, .. Lexicon.BookOf(home).Guesses(form.Keys(home)[0]).Where(t => t != surface)];
    }

    private List<string> Lemmas(WrittenForm form, TextLanguage language, bool anyDiacritics, bool anyCase) =>
        [.. form.Keys(language).SelectMany(k => Lexicon.BookOf(language).Lemmas(form.Written, k, anyDiacritics, anyCase)).Distinct(StringComparer.Ordinal)];

    private List<string> QueryTermsOf(string part, string surface)
    {
        if (IsPlain(part))
        {
            return [surface];
        }

        var form = new WrittenForm(Lower(part), surface);
        var terms = new List<string> { surface };
        foreach (var language in form.Languages)
        {
            terms.AddRange(Lemmas(form, language, anyDiacritics: Ascii.IsValid(form.Written), anyCase: true));
        }

        if (terms.Count == 1)
        {
            terms.AddRange(form.Languages.SelectMany(l => form.Keys(l).SelectMany(k => Lexicon.BookOf(l).Guesses(k))));
        }

        return [.. terms.Distinct(StringComparer.Ordinal)];
    }

    // A single letter or anything with a digit is its own term.
    private static bool IsPlain(string part) => part.Length == 1 || part.Any(char.IsDigit);

    private static string Lower(string part)
    {
        var lower = part.ToLowerInvariant();
        return part.AsSpan().ContainsAnyInRange('\u0300', '\u036F') && !part.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? lower.Normalize(NormalizationForm.FormC)
            : lower;
    }
}

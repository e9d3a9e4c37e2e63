using Splot.Search.Text;

namespace Splot.Search.Words;

/// <summary>What is known of the words of one language: irregular forms, a dictionary if there is one, and rules for the rest.</summary>
internal sealed class WordBook
{
    /// <summary>Marks a stem, so that it is no other word's lemma.</summary>
    public const string StemMark = "~";

    private const int MostGuesses = 2;

    private readonly IrregularForms irregular;
    private readonly LemmaDictionary? dictionary;
    private readonly Stemmer stemmer;
    private readonly Func<string, IEnumerable<string>> otherSpellings;

    public WordBook(IrregularForms irregular, LemmaDictionary? dictionary, Stemmer stemmer, Func<string, IEnumerable<string>>? otherSpellings = null)
    {
        this.irregular = irregular;
        this.dictionary = dictionary;
        this.stemmer = stemmer;
        this.otherSpellings = otherSpellings ?? (static _ => []);
    }

    /// <summary>Whether a dictionary was loaded.</summary>
    public bool HasDictionary => dictionary is not null;

    /// <summary>
    /// The lemmas of a form, folded, best first; empty for a form that nothing knows. Of the forms that differ in diacritics only, the one written is taken if
    /// it exists, unless <paramref name="anyDiacritics"/> asks for all; names are taken for what is written small only where nothing else fits, unless
    /// <paramref name="anyCase"/> does.
    /// </summary>
    public List<string> Lemmas(string written, string key, bool anyDiacritics, bool anyCase)
    {
        if (irregular.IsItself(key))
        {
            return [key];
        }

        var candidates = Known(written, key);
        foreach (var spelling in candidates.Count == 0 ? otherSpellings(key) : [])
        {
            candidates.AddRange(Known(spelling, spelling));
        }

        if (!anyDiacritics && candidates.Exists(c => c.IsExact))
        {
            candidates.RemoveAll(c => !c.IsExact);
        }

        if (!anyCase && candidates.Exists(c => !c.IsName))
        {
            candidates.RemoveAll(c => c.IsName);
        }

        return [.. candidates
            .OrderByDescending(c => c.Paradigm == Candidate.Irregular).ThenByDescending(c => c.IsItself).ThenByDescending(c => c.Paradigm).ThenBy(c => c.Lemma, StringComparer.Ordinal)
            .Select(c => Folding.Surface(c.Lemma)).Where(t => t.Length > 1).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>For a form that nothing knows: its stem, then words of the dictionary that it looks like a form of.</summary>
    public List<string> Guesses(string key)
    {
        var start = stemmer.WithoutEnding(key);
        var stem = stemmer.Even(start);
        var guesses = new List<string>(MostGuesses + 1) { stem + StemMark };
        foreach (var ending in dictionary is null ? [] : stemmer.LikelyEndings)
        {
            foreach (var word in new[] { start + ending, stem + ending })
            {
                if (guesses.Count <= MostGuesses && word != key && stemmer.Even(stemmer.WithoutEnding(word)) == stem
                    && dictionary!.WordWithKey(word) is { } known && Folding.Surface(known) is var term && !guesses.Contains(term, StringComparer.Ordinal))
                {
                    guesses.Add(term);
                }
            }
        }

        return guesses;
    }

    private List<Candidate> Known(string written, string key)
    {
        var candidates = new List<Candidate>();
        foreach (var form in irregular.WithKey(key))
        {
            var isExact = form.Form.Equals(written, StringComparison.OrdinalIgnoreCase);
            candidates.Add(new Candidate(form.Base, isExact, form.Form == form.Base, char.IsUpper(form.Base[0]), Candidate.Irregular));
        }

        dictionary?.Find(written, key, candidates);
        candidates.RemoveAll(c => c.IsWeak);
        return candidates;
    }
}

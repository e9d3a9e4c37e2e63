using System.Text;
using Splot.Search.Text;

namespace Splot.Search.Suggesting;

/// <summary>
/// Completes what a reader begins to type, one wrong, missing, superfluous or swapped letter forgiven from four letters on, two from eight. Immutable and
/// compact (a trie over sorted keys in plain arrays): about 45 bytes an entry besides its texts. Safe for many threads.
/// </summary>
public sealed class Suggester
{
    private const int LettersForOneTypo = 4;

    private const int LettersForTwoTypos = 8;

    private readonly SuggestionTrie trie;

    private Suggester(SuggestionTrie trie) => this.trie = trie;

    /// <summary>How many entries it has; equal keys with equal displays count once, with the greatest weight.</summary>
    public int Count => trie.Count;

    /// <summary>Builds a suggester; entries may come in any order. Punctuation in keys does not matter, nor does what follows their 64th letter.</summary>
    public static Suggester Build(IEnumerable<SuggestionEntry> entries) => new(SuggestionTrie.Build(entries));

    /// <summary>
    /// At most <paramref name="limit"/> suggestions for what was typed, each display once: the fewest typos first, then by weight, then by key. Nothing for a text
    /// without letters and digits. Typos are looked for only where too little fits without.
    /// </summary>
    public IReadOnlyList<Suggestion> Suggest(string typed, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var key = SuggestionTrie.KeyOf(Folding.Fold(typed));
        if (key.Length == 0 || limit == 0)
        {
            return [];
        }

        var letters = Encoding.UTF8.GetCharCount(key);
        var mostTypos = letters >= LettersForTwoTypos ? 2 : letters >= LettersForOneTypo ? 1 : 0;
        var found = new SuggestionsFound(trie, limit);
        for (var typos = 0; typos <= mostTypos && !found.IsFull; typos++)
        {
            found.Take(typos == 0 ? trie.Exact(key) : new TypoSearch(trie, key, typos).Run(), typos);
        }

        return found.Suggestions;
    }
}

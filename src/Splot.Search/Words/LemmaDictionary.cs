namespace Splot.Search.Words;

/// <summary>
/// Finds the words that a form belongs to: takes off what a rule appends, puts back what it strips, and looks whether the dictionary has such a word
/// with that flag. Works on keys, so a form typed without diacritics or in Latin letters finds its word as well. Nothing is expanded: the Polish
/// dictionary alone would give three million forms.
/// </summary>
internal sealed class LemmaDictionary
{
    private const int LongestKey = 48;

    private readonly AffixRules rules;
    private readonly WordList words;
    private readonly Derivation? derivation;

    public LemmaDictionary(AffixRules rules, WordList words, Derivation? derivation = null)
    {
        this.rules = rules;
        this.words = words;
        this.derivation = derivation;
    }

    /// <summary>How many words there are.</summary>
    public int Count => words.Count;

    /// <summary>Adds the candidates of a form. <paramref name="written"/> is what was written, in lower case; <paramref name="key"/> its key.</summary>
    public void Find(string written, string key, List<Candidate> into)
    {
        if (key.Length is 0 or > LongestKey)
        {
            return;
        }

        Find(written, key, null, into);
        foreach (var prefix in rules.Prefixes)
        {
            if (key.Length > prefix.Key.Length + 1 && key.StartsWith(prefix.Key, StringComparison.Ordinal))
            {
                var rest = written.StartsWith(prefix.Text, StringComparison.OrdinalIgnoreCase) ? written[prefix.Text.Length..] : "";
                Find(rest, key[prefix.Key.Length..], prefix, into);
            }
        }
    }

    /// <summary>Whether the dictionary has a word with this key, and how it writes the first one.</summary>
    public string? WordWithKey(ReadOnlySpan<char> key)
    {
        var word = words.First(WordList.Append(WordList.EmptyHash, key), key, default);
        return word < 0 ? null : words.Word(word).ToString();
    }

    private void Find(string written, string key, AffixRules.Prefix? prefix, List<Candidate> into)
    {
        Span<uint> hashes = stackalloc uint[LongestKey + 1];
        hashes[0] = WordList.EmptyHash;
        for (var i = 0; i < key.Length; i++)
        {
            hashes[i + 1] = WordList.Append(hashes[i], key[i]);
        }

        for (var word = words.First(hashes[key.Length], key, default); word >= 0; word = words.Next(word, hashes[key.Length], key, default))
        {
            AddItself(word, written, prefix, into);
        }

        for (var length = Math.Min(rules.LongestAppended, key.Length); length >= 0; length--)
        {
            var start = key.AsSpan(0, key.Length - length);
            foreach (var group in rules.For(key.AsSpan(start.Length)))
            {
                var hash = WordList.Append(hashes[start.Length], group.StrippedKey);
                for (var word = words.First(hash, start, group.StrippedKey); word >= 0; word = words.Next(word, hash, start, group.StrippedKey))
                {
                    AddForms(word, written, group, prefix, into);
                }
            }
        }
    }

    private void AddItself(int word, string written, AffixRules.Prefix? prefix, List<Candidate> into)
    {
        if (prefix is null || words.Flags(word).Contains(prefix.Flag, StringComparison.Ordinal))
        {
            Add(word, words.Word(word).ToString(), prefix, words.Word(word).Equals(written, StringComparison.OrdinalIgnoreCase), isItself: true, into);
        }
    }

    private void AddForms(int word, string written, AffixRules.Group group, AffixRules.Prefix? prefix, List<Candidate> into)
    {
        var flags = words.Flags(word);
        if (prefix is not null && !flags.Contains(prefix.Flag, StringComparison.Ordinal))
        {
            return;
        }

        var letters = words.Word(word);
        foreach (var rule in group.Rules)
        {
            if (rule.Fits(letters, flags))
            {
                var form = string.Concat(letters[..^rule.Stripped.Length], rule.Appended);
                var isExact = form.Equals(written, StringComparison.OrdinalIgnoreCase);
                Add(word, derivation?.Lemma(form, rule.Flag, flags) ?? letters.ToString(), prefix, isExact, isItself: false, into);
            }
        }
    }

    private void Add(int word, string lemma, AffixRules.Prefix? prefix, bool isExact, bool isItself, List<Candidate> into)
    {
        var paradigm = words.Flags(word).Count(f => rules.SuffixFlags.Contains(f, StringComparison.Ordinal));
        into.Add(new Candidate(prefix?.Text + lemma, isExact, isItself, char.IsUpper(lemma[0]), paradigm));
    }
}

namespace Splot.Search.Words;

/// <summary>
/// Which rules of a dictionary make another word rather than a form: employment is not employ, a builder is not a building. Such a word is its own lemma.
/// </summary>
/// <param name="Flags">The flags of those rules.</param>
/// <param name="PluralFlags">Those among them that make the plural of the other word, with one s at its end.</param>
/// <param name="Agent">The flag that makes the doer (worker), or the comparative where the word has <paramref name="Superlative"/> too.</param>
/// <param name="Superlative">The flag of the superlative.</param>
internal sealed record Derivation(string Flags, string PluralFlags, char Agent, char Superlative)
{
    /// <summary>-ive -ion -ions -th -ly -er -ers -ness -able -ment -ings.</summary>
    public static Derivation English { get; } = new("VNXHYRZPBLJ", "XZJ", 'R', 'T');

    /// <summary>The lemma of a form that the rule makes of a word with these flags; null where that is the word itself.</summary>
    public string? Lemma(string form, char flag, string flags)
    {
        if (!Flags.Contains(flag, StringComparison.Ordinal) || (flag == Agent && flags.Contains(Superlative, StringComparison.Ordinal)))
        {
            return null;
        }

        return PluralFlags.Contains(flag, StringComparison.Ordinal) ? form[..^1] : form;
    }
}

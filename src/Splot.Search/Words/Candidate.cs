namespace Splot.Search.Words;

/// <summary>A word of a dictionary that a written form may belong to.</summary>
/// <param name="Lemma">The word as the dictionary writes it, after its prefix if it has one.</param>
/// <param name="IsExact">The form agrees with what was written to the last diacritic.</param>
/// <param name="IsItself">The form is the word itself, not one that a rule derives.</param>
/// <param name="IsName">The dictionary writes the word with a capital.</param>
/// <param name="Paradigm">How many rules inflect the word; 0 for a word that is listed without any, <see cref="Irregular"/> for an irregular form.</param>
internal readonly record struct Candidate(string Lemma, bool IsExact, bool IsItself, bool IsName, int Paradigm)
{
    /// <summary>The paradigm of an irregular form.</summary>
    public const int Irregular = int.MaxValue;

    /// <summary>A listed word that nothing inflects says little: it may well be a form of another one.</summary>
    public bool IsWeak => IsItself && Paradigm == 0;
}

namespace Splot.Search.Text;

/// <summary>
/// One word of a text. <see cref="Terms"/> and <see cref="Surface"/> are interned: the same word in the same language gives the same array and the
/// same string instance as long as the analyzer remembers it, so that a writer may keep numbers of terms by reference (and must look them up by
/// value when the reference is new).
/// </summary>
/// <param name="Position">Where the word stands, counted from 0; parts of a hyphenated word or of a code share positions with the whole.</param>
/// <param name="Surface">The word as written, folded (see the analyzer).</param>
/// <param name="Terms">One to three lemma candidates, folded, in Latin letters; all stand at the same position.</param>
public readonly record struct AnalysedWord(int Position, string Surface, string[] Terms);

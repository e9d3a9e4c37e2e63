namespace Splot.Search.Text;

/// <summary>
/// One word of a text. The same word in the same language has the same <see cref="Number"/> as long as the analyzer remembers it, so that a writer may keep what it knows
/// of a word by this number (and must look the word up by its terms and surface when the number is new).
/// </summary>
/// <param name="Position">Where the word stands, counted from 0; parts of a hyphenated word or of a code share positions with the whole.</param>
/// <param name="Surface">The word as written, folded (see the analyzer).</param>
/// <param name="Terms">One to three lemma candidates, folded, in Latin letters; all stand at the same position.</param>
public readonly record struct AnalysedWord(int Position, string Surface, string[] Terms)
{
    /// <summary>Words with equal numbers from one analyzer have equal surfaces and terms; the same word may have another number when it comes again much later.</summary>
    public int Number { get; init; }
}

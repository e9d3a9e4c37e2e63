using Splot.Search.Documents;

namespace Splot.Search.Segments;

/// <summary>
/// The weight of a word in a document: the part of BM25 that depends on the document alone, as a whole number from 1 to 255. With f = the sum of the
/// weights of its occurrences and K = k₁(1 − b + b · words / average), it is 255 f / (f + K), rounded.
/// </summary>
internal sealed class WordWeight(TextWeights weights)
{
    /// <summary>K of a document with so many words.</summary>
    public double Saturation(int words) => weights.Saturation * (1 - weights.LengthShare + (weights.LengthShare * words / weights.AverageWords));

    public static byte Of(int occurrences, double saturation) => (byte)Math.Clamp((int)Math.Round(255 * occurrences / (occurrences + saturation)), 1, 255);

    /// <summary>
    /// The weight of a word in a query: the other part of BM25, its rarity ln(1 + (N − n + ½) / (n + ½)) with n of N documents, times 64 and rounded;
    /// at least 1 and below 1 024 for any index that fits.
    /// </summary>
    public static int InQuery(long documents, long all) => Math.Clamp((int)Math.Round(64 * Math.Log(1 + ((all - documents + 0.5) / (documents + 0.5)))), 1, 1023);
}

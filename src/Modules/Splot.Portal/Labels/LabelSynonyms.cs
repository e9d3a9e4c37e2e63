using Splot.Portal.Indexing;
using Splot.Search.Queries;

namespace Splot.Portal.Labels;

/// <summary>
/// The names of countries, larger regions, programmes, themes and funds in all languages, as synonyms of their codes: who writes one finds what carries
/// the code, though the name stands nowhere in its texts. Municipalities are left out: many are called like ordinary words.
/// </summary>
internal static class LabelSynonyms
{
    private const int MostWords = 8;
    private static readonly string[] Kinds = [LabelKind.Country, LabelKind.Region, LabelKind.Programme, LabelKind.Theme];

    /// <summary>Makes the book; takes a fraction of a second for some two thousand names.</summary>
    public static SynonymBook Of(LabelBook labels)
    {
        // One name may stand for several codes, as when a region's code changed; of two regions that are called alike the larger one is meant first.
        var lines = from kind in Kinds
                    from named in labels.Codes(kind).OrderBy(c => c.Length)
                        .Where(code => kind != LabelKind.Region || IsLarge(code))
                        .Select(code => (Code: kind + ":" + code, Names: labels.All(kind, code).Where(IsName).ToList()))
                        .Where(n => n.Names.Count > 0)
                        .GroupBy(n => n.Names[0], StringComparer.Ordinal)
                    select string.Join(" | ", named.SelectMany(n => n.Names).Distinct(StringComparer.Ordinal).Concat(named.Select(n => n.Code)));
        return SynonymBook.Read(new StringReader(string.Join('\n', lines)), PortalIndex.Analyzer);
    }

    // NUTS 1 to 3, such as PL81.
    private static bool IsLarge(string code) => code.Length is >= 3 and <= 5 && char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]);

    private static bool IsName(string text) => text.AsSpan().IndexOfAny("|#:\n") < 0 && text.Count(c => c == ' ') < MostWords;
}

using Splot.Search.Documents;
using Splot.Search.Text;

namespace Splot.Search.Tests.Oracle;

/// <summary>A document with its words, as the oracle sees it.</summary>
internal sealed class JudgedDocument
{
    private readonly Dictionary<string, Dictionary<int, int>> occurrences = new(StringComparer.Ordinal); // term → position → weight
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);
    private readonly HashSet<string> exact = new(StringComparer.Ordinal);
    private readonly int length;

    public JudgedDocument(TestDocument document, Analyzer analyzer)
    {
        Document = document;
        var offset = 0;
        foreach (var text in document.Texts)
        {
            if (text.Role is TextRole.Title or TextRole.Identifier && !string.IsNullOrWhiteSpace(text.Content))
            {
                exact.Add(analyzer.Fold(text.Content).Trim('"', ' '));
            }

            foreach (var word in analyzer.Words(text.Content, text.Language))
            {
                length++;
                beginnings.UnionWith([.. word.Terms, word.Surface]);
                foreach (var term in word.Terms)
                {
                    occurrences.TryAdd(term, []);
                    occurrences[term].TryAdd(offset + word.Position, Weight(text.Role));
                }
            }

            offset += 1_000_000; // no phrase goes from one text into the next
        }
    }

    public TestDocument Document { get; }

    public bool Has(IEnumerable<string> terms) => terms.Any(occurrences.ContainsKey);

    public bool HasPrefix(string start) => start.Length > 0 && beginnings.Any(b => b.StartsWith(start, StringComparison.Ordinal));

    public bool IsExactly(string folded) => exact.Contains(folded);

    public bool HasPhrase(IReadOnlyList<IReadOnlyList<string>> words)
    {
        var places = words.Select(w => w.Where(occurrences.ContainsKey).SelectMany(t => occurrences[t].Keys).ToHashSet()).ToList();
        return places[0].Any(first => Enumerable.Range(1, words.Count - 1).All(i => places[i].Contains(first + i)));
    }

    /// <summary>The greatest weight of a word's terms: 255 f / (f + K), rounded, at least 1; 0 if none occurs.</summary>
    public int WeightOf(IEnumerable<string> terms)
    {
        var saturation = 1.2 * (1 - 0.75 + (0.75 * length / 132));
        return terms.Where(occurrences.ContainsKey)
            .Select(t => occurrences[t].Values.Sum())
            .Select(f => Math.Max(1, (int)Math.Round(255 * f / (f + saturation))))
            .DefaultIfEmpty(0).Max();
    }

    public string[] Codes(string column) => Document.Codes.GetValueOrDefault(column, []);

    public long? Number(string column) => Document.Numbers.GetValueOrDefault(column);

    private static int Weight(TextRole role) => role switch
    {
        TextRole.Title => 5,
        TextRole.Beneficiary => 3,
        TextRole.Identifier => 8,
        _ => 1,
    };
}

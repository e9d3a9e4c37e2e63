using System.Runtime.InteropServices;
using Splot.Search.Columns;
using Splot.Search.Documents;
using Splot.Search.Files;
using Splot.Search.Text;

namespace Splot.Search.Segments;

/// <summary>Turns documents into a segment, in memory of bounded size: whoever adds documents finishes when it is <see cref="IsFull"/>.</summary>
internal sealed class SegmentBuilder(SearchSchema schema, Analyzer analyzer, int mostOccurrences) : IDisposable
{
    private readonly WordWeight weight = new(schema.Weights);
    private readonly TermNumbers words = new();
    private readonly Occurrences terms = new();
    private readonly Occurrences surfaces = new();
    private readonly List<AnalysedWord> analysed = [];
    private readonly List<long> keys = [];
    private readonly List<bool> standsBack = [];
    private readonly List<double> saturations = [];
    private readonly List<(ulong Hash, int Document)> exact = [];
    private CodeCollector[] codes = NewCollectors(schema);
    private List<long?>[] numbers = NewNumbers(schema);

    public int Documents => keys.Count;

    /// <summary>True when it holds as much as it should.</summary>
    public bool IsFull => terms.Count >= mostOccurrences;

    /// <summary>Adds a document whose key is greater than the last one's.</summary>
    public void Add(SearchDocument document)
    {
        if (keys.Count > 0 && keys[^1] >= document.Key)
        {
            throw new ArgumentException($"Document {document.Key} comes after {keys[^1]}; documents come in ascending order of their keys.", nameof(document));
        }

        var number = keys.Count;
        keys.Add(document.Key);
        standsBack.Add(document.StandsBack);
        AddTexts(document, number);
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i].Add(document.CodeList, i);
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i].Add(document.Number(i));
        }
    }

    /// <summary>Writes the segment and is empty again.</summary>
    public SegmentDescription Finish(Sink sink)
    {
        var writer = new SegmentWriter(schema, sink, Documents);
        writer.WriteDocuments(keys, standsBack);
        exact.Sort();
        using (var texts = writer.WriteExact())
        {
            exact.ForEach(e => texts.Add(e.Hash, e.Document));
            texts.Finish();
        }

        writer.WriteColumns(
            i => [codes[i].Finish()],
            i => (Values(numbers[i]), Bits(numbers[i], n => n.HasValue)));
        WriteTerms(writer);
        WriteSurfaces(writer);
        Clear();
        return writer.Finish();
    }

    public void Dispose()
    {
        terms.Dispose();
        surfaces.Dispose();
    }

    /// <summary>One bit for each item.</summary>
    public static ulong[] Bits<T>(List<T> items, Func<T, bool> bit)
    {
        var bits = new ulong[(items.Count + 63) / 64];
        for (var i = 0; i < items.Count; i++)
        {
            bits[i >> 6] |= (bit(items[i]) ? 1UL : 0) << i;
        }

        return bits;
    }

    private static CodeCollector[] NewCollectors(SearchSchema schema) => [.. schema.CodeColumns.Select(_ => new CodeCollector())];

    private static List<long?>[] NewNumbers(SearchSchema schema) => [.. schema.NumberColumns.Select(_ => new List<long?>())];

    private static long[] Values(List<long?> numbers) => [.. numbers.Select(n => n ?? 0)];

    private void AddTexts(SearchDocument document, int number)
    {
        var (position, length) = (0, 0);
        foreach (var (role, language, content) in document.TextList)
        {
            if (role is TextRole.Title or TextRole.Identifier)
            {
                exact.Add((ExactText.Hash(analyzer.Fold(content)), number));
            }

            analysed.Clear();
            analyzer.Analyze(content, language, analysed);
            var last = 0;
            foreach (ref readonly var word in CollectionsMarshal.AsSpan(analysed))
            {
                var found = words.Of(word);
                var place = ((ulong)number << 32) | ((ulong)role << 30) | (uint)(position + word.Position);
                foreach (var term in words.TermsOf(found))
                {
                    terms.Add(term, place);
                }

                if (found.Surface >= 0)
                {
                    surfaces.Add(found.Surface, place);
                }

                last = Math.Max(last, word.Position);
            }

            length += analysed.Count;
            position += last + Positions.Gap;
        }

        saturations.Add(weight.Saturation(length));
    }

    private void WriteTerms(SegmentWriter writer)
    {
        terms.Sort(words.Terms.Count);
        var positions = new List<uint>();
        using var output = writer.WriteTerms();
        foreach (var term in words.Terms.Sorted())
        {
            var all = terms.Of(term);
            for (int from = 0, to; from < all.Length; from = to)
            {
                var document = (int)(all[from] >> 32);
                var occurrences = 0;
                positions.Clear();
                for (to = from; to < all.Length && (int)(all[to] >> 32) == document; to++)
                {
                    var position = (uint)all[to] & ((1u << 30) - 1);
                    if (to == from || position != positions[^1])
                    {
                        occurrences += schema.Weight((TextRole)((all[to] >> 30) & 3));
                        positions.Add(position);
                    }
                }

                output.Add(document, WordWeight.Of(occurrences, saturations[document]));
                output.AddPositions(CollectionsMarshal.AsSpan(positions));
            }

            output.EndTerm(words.Terms[term]);
        }

        output.Finish();
    }

    private void WriteSurfaces(SegmentWriter writer)
    {
        surfaces.Sort(words.Surfaces.Count);
        using var output = writer.WriteSurfaces();
        foreach (var surface in words.Surfaces.Sorted())
        {
            var last = -1;
            foreach (var place in surfaces.Of(surface))
            {
                var document = (int)(place >> 32);
                if (document != last)
                {
                    output.Add(document, 1);
                    last = document;
                }
            }

            output.EndTerm(words.Surfaces[surface]);
        }

        output.Finish();
    }

    private void Clear()
    {
        words.Clear();
        terms.Clear();
        surfaces.Clear();
        keys.Clear();
        standsBack.Clear();
        saturations.Clear();
        exact.Clear();
        codes = NewCollectors(schema);
        numbers = NewNumbers(schema);
    }
}
